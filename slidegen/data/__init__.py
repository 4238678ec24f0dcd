"""Data files that an outline names: tables of texts and numbers, from CSV and XLSX."""
