"""A unit: a stretch of a text that can stand alone."""

from typing import Final

from msgspec import Struct

from slidegen.manuscript.distil.moods import Mood

LONGEST: Final = 20.4
"""A point's weight at most: 20 Chinese characters, 12 English words."""
LONGEST_WHOLE: Final = 27.4
"""A whole sentence's weight at most, where it is all that a slide says: 27 characters, 16 words."""
SHORTEST: Final = 5.0


class Unit(Struct, frozen=True):
    """A stretch that stands alone; `place` is its sentence and the part of it between semicolons.

    `asks` tells whether it asks for something (要, must), `mood` what its sentence does.
    """

    text: str
    place: tuple[int, int]
    asks: bool
    mood: Mood
    joined: bool = False
    """Whether several clauses that could stand alone are one, being alike."""
