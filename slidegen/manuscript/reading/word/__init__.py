"""Word files: what a reader of the printed page sees, numbers included."""
