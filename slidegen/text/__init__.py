"""Text: width tables, line breaking and fitting."""
