"""What slots hold once they are read: marked text, items, tables, icons."""

from collections.abc import Mapping

from msgspec import Struct

from slidegen.composed import Path
from slidegen.diagnostics import Span
from slidegen.outline.inline import Inline


class Para(Struct, frozen=True):
    """One paragraph of a slot: its depth in a nested list (1 outside lists) and its marked text."""

    inlines: tuple[Inline, ...]
    span: Span | None = None
    depth: int = 1

    @property
    def text(self) -> str:
        """The text without marks."""
        return "".join(i.text for i in self.inlines)


class TextValue(Struct, frozen=True):
    """Paragraphs, and the flags the slot was given (`strong`)."""

    paragraphs: tuple[Para, ...]
    span: Span | None = None
    flags: frozenset[str] = frozenset()


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


class TableValue(Struct, frozen=True):
    """Rows of cells, the header row first; all rows are of one length."""

    rows: tuple[tuple[Para, ...], ...]
    span: Span | None = None


Value = TextValue | IconValue | ItemsValue | TableValue
