"""Bring a changed manuscript into the notes of an outline, and leave all else in it as it is."""
