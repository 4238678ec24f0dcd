"""The speaker's script: the notes of a talk to read from at the lectern, as a Word file or as plain text."""
