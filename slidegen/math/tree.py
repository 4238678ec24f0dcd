"""What formulas are made of."""

from typing import Literal

from msgspec import Struct

Style = Literal["i", "p", "b"]
"""Italic as variables, upright as numbers and names, bold."""


class Sign(Struct, frozen=True):
    """A character or a name in one style; `gap` is the space in em on each side of it, as of relations."""

    text: str
    style: Style = "p"
    gap: float = 0.0
    relation: bool = False


class Row(Struct, frozen=True):
    """Pieces one behind the other."""

    pieces: tuple["Piece", ...] = ()


class Fraction(Struct, frozen=True):
    """One row above another; without `bar` as in binomials."""

    above: Row
    below: Row
    bar: bool = True


class Root(Struct, frozen=True):
    """A root, of a degree unless that is empty."""

    body: Row
    degree: Row = Row()


class Script(Struct, frozen=True):
    """Something with a subscript, a superscript or both."""

    base: "Piece"
    below: Row | None
    above: Row | None


class Big(Struct, frozen=True):
    """A sum, a product, an integral: its sign, its limits, what it goes over."""

    sign: str
    below: Row | None
    above: Row | None
    body: Row
    stacked: bool
    """Whether the limits stand above and below rather than beside the sign."""


class Limit(Struct, frozen=True):
    """A name such as `lim` or `max` with what stands below it."""

    name: str
    below: Row


class Fenced(Struct, frozen=True):
    """A row in parentheses that grow with it; an empty one is not drawn."""

    opening: str
    closing: str
    body: Row


class Matrix(Struct, frozen=True):
    """Rows of cells; `left` aligns them to the left, as the cases of a function."""

    rows: tuple[tuple[Row, ...], ...]
    left: bool = False


class Accent(Struct, frozen=True):
    """A row with a combining mark above it; `bar` draws a line over all of it."""

    mark: str
    body: Row
    bar: bool = False


Piece = Sign | Row | Fraction | Root | Script | Big | Limit | Fenced | Matrix | Accent


class Formula(Struct, frozen=True):
    """A whole formula: its tree, and what it says where no formula can be shown."""

    row: Row
    source: str
    display: bool = False
    """Whether it stands on lines of its own."""
