"""Blocks: one module for each kind of slot (line, bullets, items, table, …)."""
