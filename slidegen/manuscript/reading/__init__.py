"""Reading manuscripts: what kind of file it is decides who reads it."""
