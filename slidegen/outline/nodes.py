"""YAML nodes that remember where they stand; all scalars stay text."""

from collections.abc import Iterator

from msgspec import Struct

from slidegen.diagnostics import Span


class Scalar(Struct, frozen=True):
    """A text, exactly as it was written, after YAML's own unquoting and folding.

    `style` is YAML's: "" plain, "'" or '"' quoted, "|" literal, ">" folded. `null` is told from the
    empty string by `style == ""` and an empty text.
    """

    text: str
    span: Span
    style: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written (`key:` with no value, or `~`)."""
        return self.style == "" and self.text in ("", "~", "null")


class Entry(Struct, frozen=True):
    """One key and its value in a mapping."""

    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True):
    """Keys and values in the order they were written; no key stands twice."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value of `key`, or None."""
        return next((e.value for e in self.entries if e.key.text == key), None)


class Sequence(Struct, frozen=True):
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items)


Node = Scalar | Mapping | Sequence
