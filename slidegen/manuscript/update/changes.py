"""Changes: what an update did, and what a person should look at."""

from typing import Literal

from msgspec import Struct

from slidegen.outline.places import Place, Role

Kind = Literal["changed", "new", "gone", "moved", "slide-new", "slide-moved", "emptied", "reference"]

Key = tuple[Role, str]
"""How a place is known before and after an update: its role and its id."""


class Change(Struct, frozen=True):
    """One change: of a paragraph (`text`), or of a slide as a whole."""

    kind: Kind
    place: Key
    text: str = ""
    line: int = 0
    """The paragraph's line of the manuscript; 0 where it has none."""


class Update(Struct, frozen=True):
    """An outline's file brought up to date, what changed in it, and which old places have other notes now."""

    data: bytes
    changes: tuple[Change, ...]
    touched: frozenset[Key]


def key_of(place: Place) -> Key:
    """Return how a place is known."""
    return place.role, place.id
