"""YAML nodes that remember where they stand; all scalars stay text."""

from collections.abc import Iterator
from dataclasses import dataclass

from slidegen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and its value in a mapping."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order they were written; no key stands twice."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value of `key`, or None."""
        return next((e.value for e in self.entries if e.key.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items)


Node = Scalar | Mapping | Sequence
