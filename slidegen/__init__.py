"""slidegen: a presenter's YAML outline becomes a native, editable PowerPoint deck."""

__version__ = "0.1.0"
