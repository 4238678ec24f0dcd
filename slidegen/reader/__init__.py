"""Reading .pptx files."""
