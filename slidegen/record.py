"""The record: what a deck held when it was built, as hashes, so that nothing deleted later leaks out with it."""

import zlib
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from slidegen.composed import FURNITURE, ComposedDeck, ComposedSlide, Paragraph, Table, Text

FORMAT = 1
PREFIX = "slidegen."
"""How the names of slidegen's custom properties begin."""


class ShapeRecord(Struct, frozen=True, array_like=True):
    """A text of a slide: its slot path, whether its box is the layout's, and a hash of each paragraph."""

    path: str
    inherits: bool
    paragraphs: tuple[int, ...]


class SlideRecord(Struct, frozen=True, array_like=True):
    """A slide: its id, its layout, hashes of title and notes, its texts in order."""

    id: str
    layout: str
    title: int
    notes: int
    shapes: tuple[ShapeRecord, ...]


class Record(Struct, frozen=True, array_like=True):
    """A deck: its slides in order, and the CRC-32 and size of every part."""

    slides: tuple[SlideRecord, ...]
    parts: dict[str, tuple[int, int]]


def record_of(deck: ComposedDeck, parts: Mapping[str, tuple[int, int]]) -> Record:
    """Return the record of a deck; `parts` gives CRC-32 and size by member name."""
    return Record(tuple(_slide(slide) for slide in deck.slides), dict(parts))


def encode(record: Record) -> bytes:
    """Return a record as bytes."""
    return msgspec.msgpack.encode(record)


def decode(data: bytes) -> Record | None:
    """Return the record that bytes hold, or None when they hold none."""
    try:
        return msgspec.msgpack.decode(data, type=Record)
    except msgspec.MsgspecError:
        return None


def hashed(text: str) -> int:
    """Return the hash of a text, 32 bits."""
    return zlib.crc32(text.encode())


def _slide(slide: ComposedSlide) -> SlideRecord:
    shapes = []
    for item in slide.items:
        if isinstance(item, Text) and item.slot and not (item.placeholder and item.placeholder.type in FURNITURE):
            shapes.append(ShapeRecord(item.slot, item.placeholder is not None, _paragraphs(item.paragraphs)))
        elif isinstance(item, Table):
            cells = tuple(p for row in item.rows for cell in row for p in cell.paragraphs)
            shapes.append(ShapeRecord(item.slot, False, _paragraphs(cells)))
    return SlideRecord(slide.id, slide.layout, hashed(slide.title), hashed(slide.notes), tuple(shapes))


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> tuple[int, ...]:
    """Hash level, text and emphasis of each paragraph."""
    return tuple(
        hashed(f"{p.level}\0" + "\0".join(f"{int(bool(r.bold))}{int(bool(r.italic))}{r.text}" for r in p.runs))
        for p in paragraphs
    )
