"""What slots hold once they are read: marked text, items, tables, charts, icons."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from slidegen.blocks.chart_value import ChartValue
from slidegen.composed import Align, Recording
from slidegen.diagnostics import Span
from slidegen.drawing import Path
from slidegen.images.image import Image
from slidegen.outline.inline import Inline


class Para(Struct, frozen=True):
    """One paragraph of a slot: its depth in a nested list (1 outside lists) and its marked text."""

    inlines: tuple[Inline, ...]
    span: Span | None = None
    depth: int = 1
    number: int = 0
    """Its number among the lines of a listing, from 1; 0 elsewhere."""
    marked: bool = False
    """Whether it is a line of a listing that stands out."""

    @property
    def text(self) -> str:
        """The text without marks."""
        return "".join(i.text for i in self.inlines)


class TextValue(Struct, frozen=True):
    """Paragraphs, and the flags the slot was given (`strong`)."""

    paragraphs: tuple[Para, ...]
    span: Span | None = None
    flags: frozenset[str] = frozenset()
    beside: Mapping[str, "TextValue"] = {}
    """What was written with it for other slots of the slide, by their names."""


class IconValue(Struct, frozen=True):
    """An icon's drawing."""

    name: str
    path: Path


class Record(Struct, frozen=True):
    """One item of a list of items: its fields' values."""

    fields: Mapping[str, "Value"]
    span: Span | None = None


class ItemsValue(Struct, frozen=True):
    """A list of items."""

    items: tuple[Record, ...]
    span: Span | None = None


class TableCell(Struct, frozen=True):
    """One place of a table's grid: its marked text, and the rectangle of places that it is joined with, if any.

    The first place of a rectangle has the text; `across` and `down` are the rectangle's columns and rows. The others
    have none, and stand `right` and `below` of the first by so many places.
    """

    inlines: tuple[Inline, ...]
    span: Span | None = None
    across: int = 1
    down: int = 1
    right: int = 0
    below: int = 0
    highlighted: bool = False

    @property
    def text(self) -> str:
        """The text without marks."""
        return "".join(i.text for i in self.inlines)

    @property
    def covered(self) -> bool:
        """Whether another place of its rectangle has the text."""
        return bool(self.right or self.below)


class TableValue(Struct, frozen=True):
    """Rows of cells, the header row first; all rows are of one length."""

    rows: tuple[tuple[TableCell, ...], ...]
    span: Span | None = None
    total: bool = False
    """Whether the last row sums up the others."""
    aligns: tuple[Align | None, ...] = ()
    """How the columns are aligned, None by what they hold; empty: all by what they hold."""
    shares: tuple[float, ...] = ()
    """How wide the columns are in relation to each other; empty: by what they hold."""


Fit = Literal["fill", "contain"]


class PictureValue(Struct, frozen=True):
    """A picture and how it is shown: cut to fill its place, or whole within it."""

    image: Image
    span: Span
    alt: str = ""
    decorative: bool = False
    fit: Fit = "fill"
    focus: tuple[float, float] = (0.5, 0.5)
    """What must be seen when it is cut, as parts of its width and height."""
    beside: Mapping[str, TextValue] = {}
    """What stands beside it, by the slot or field it is for: `caption`, `credit`."""


class MediaValue(Struct, frozen=True):
    """A recording, and its poster where the outline names one."""

    recording: Recording
    span: Span
    poster: Image | None = None
    alt: str = ""


Value = TextValue | IconValue | ItemsValue | TableValue | ChartValue | PictureValue | MediaValue
