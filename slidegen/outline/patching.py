"""Patching: an outline's file changed in places, every other byte left as it is."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct

from slidegen.outline.source import Source

_BREAK = re.compile("\r\n|\r|\n")
_BOM = "\ufeff"


class Patch(Struct, frozen=True):
    """What stands in place of the characters [start, end) of a source."""

    start: int
    end: int
    text: str


def patched(data: bytes, source: Source, patches: Iterable[Patch]) -> bytes:
    """Return a file with patches made; `source` is what was read of it.

    Encoding, byte order mark and line breaks stay; new lines end as the first one does. Patches must not overlap;
    those that begin at one place follow each other in the order given.
    """
    text = data.decode(source.encoding)
    head = _BOM if text.startswith(_BOM) else ""
    text = text[len(head) :]
    first = _BREAK.search(text)
    newline = first[0] if first else "\n"
    if len(_BREAK.sub("\n", text)) != len(source.text):  # characters were dropped in reading
        text = source.text.replace("\n", newline)
    ends = [found.end() for found in _BREAK.finditer(text)]
    starts = [0, *ends]
    pieces, at = [head], 0
    for patch in sorted(patches, key=lambda patch: (patch.start, patch.end)):
        start, end = (_raw(offset, source, starts) for offset in (patch.start, patch.end))
        assert start >= at, "patches overlap"
        pieces += [text[at:start], patch.text.replace("\n", newline)]
        at = end
    return "".join([*pieces, text[at:]]).encode(source.encoding)


def _raw(offset: int, source: Source, starts: list[int]) -> int:
    """Return an offset of the source as one of the file's text, whose lines may end in two characters."""
    line = bisect_right(source.starts, offset) - 1
    return starts[line] + offset - source.starts[line]


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the line of an offset ends, before its newline."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def content_end(text: str, end: int) -> int:
    """Return where the last line of a node's text ends; a node's own end may lie behind blank lines."""
    return line_end(text, len(text[:end].rstrip()))
