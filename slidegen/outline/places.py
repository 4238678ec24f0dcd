"""Places: where in an outline's file what is said stands, in the order of the deck, and the lists around it."""

from collections.abc import Callable, Collection, Iterator
from typing import Literal

from msgspec import Struct

from slidegen.diagnostics import Report
from slidegen.outline import keys
from slidegen.outline.events import parse
from slidegen.outline.model import Outline
from slidegen.outline.nodes import Entry, Mapping, Scalar, Sequence
from slidegen.outline.source import Source
from slidegen.outline.traps import scan

Role = Literal["cover", "section", "slide", "closing"]


class Place(Struct, frozen=True):
    """A slide of the deck as the outline writes it: its keys, its notes and what they say."""

    role: Role
    id: str
    title: str
    node: Mapping
    """The keys it stands among; those of the whole outline for the cover."""
    notes: Entry | None
    text: str
    part: int = -1
    """The number of its section, from 0; -1 for cover and closing slide."""
    shown: bool = True
    """Whether the deck has a slide of it."""
    key: Scalar | None = None
    """The key that it stands under, where it is no item of a list."""

    @property
    def referring(self) -> bool:
        """Whether its notes only refer to a manuscript."""
        return self.notes is not None and not isinstance(self.notes.value, Scalar)


class Part(Struct, frozen=True):
    """A section, or the slides of an outline without any: its keys, the entry of its slides and those."""

    id: str
    node: Mapping | None
    entry: Entry | None
    slides: tuple[Mapping, ...]
    ids: tuple[str, ...]


class Places(Struct, frozen=True):
    """All places of an outline, and the parts they stand in."""

    source: Source
    root: Mapping
    sections: Entry | None
    parts: tuple[Part, ...]
    places: tuple[Place, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Every id of a section or slide, written or derived."""
        return frozenset(name for part in self.parts for name in (part.id, *part.ids))


def places_of(outline: Outline, source: Source, slots: Callable[[], Collection[str]] = tuple) -> Places:
    """Return the places of an outline that was read without errors from a source; `slots` as in reading it."""
    root = parse(scan(source, Report(), slots), Report())
    assert isinstance(root, Mapping), "it was read without errors"
    sections = entry_of(root, keys.DECK, "sections")
    nodes: list[Mapping | None] = list(_items(sections)) if sections else [None]
    parts = tuple(
        _part(section.id, node, root, [slide.id for slide in section.slides])
        for section, node in zip(outline.sections, nodes, strict=True)
    )
    return Places(source, root, sections, parts, tuple(_all(outline, root, parts)))


def entry_of(node: Mapping, level: keys.Level, name: str) -> Entry | None:
    """Return the entry of a key, however it is spelt."""
    return next((entry for entry in node.entries if level.canonical(entry.key.text) == name), None)


def _part(id: str, node: Mapping | None, root: Mapping, ids: list[str]) -> Part:
    entry = entry_of(root, keys.DECK, "slides") if node is None else entry_of(node, keys.SECTION, "slides")
    return Part(id, node, entry, tuple(_items(entry)) if entry else (), tuple(ids))


def _items(entry: Entry) -> Iterator[Mapping]:
    if isinstance(entry.value, Sequence):
        yield from (item for item in entry.value if isinstance(item, Mapping))


def _all(outline: Outline, root: Mapping, parts: tuple[Part, ...]) -> Iterator[Place]:
    notes = entry_of(root, keys.DECK, "notes")
    shown = outline.cover and outline.title is not None
    key = notes.key if notes is not None else None
    yield Place("cover", "", _text(outline.title), root, notes, _text(outline.notes), shown=shown, key=key)
    for number, (section, part) in enumerate(zip(outline.sections, parts, strict=True)):
        if part.node is not None:
            yield Place(
                "section",
                section.id,
                _text(section.title),
                part.node,
                entry_of(part.node, keys.SECTION, "notes"),
                _text(section.notes),
                number,
                section.title is not None and section.divider,
            )
        for slide, node in zip(section.slides, part.slides, strict=True):
            yield Place(
                "slide",
                slide.id,
                _text(slide.title),
                node,
                entry_of(node, keys.SLIDE, "notes"),
                _text(slide.notes),
                number,
            )
    closing = entry_of(root, keys.DECK, "closing")
    if outline.closing is not None and closing is not None and isinstance(closing.value, Mapping):
        entry = entry_of(closing.value, keys.CLOSING, "notes")
        title, said = _text(outline.closing.title), _text(outline.closing.notes)
        yield Place("closing", "", title, closing.value, entry, said, key=closing.key)


def _text(scalar: Scalar | None) -> str:
    return scalar.text if scalar is not None else ""
