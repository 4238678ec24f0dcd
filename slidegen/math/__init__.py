"""Formulas: a part of LaTeX's language of mathematics as trees, their size in em, and as plain text."""
