"""Scanned: a source made ready for parsing, and the cursor of the scan that does it."""

from bisect import bisect_left

from msgspec import Struct

from slidegen.outline.source import Source

_LOOK_AHEAD = 50


class Scanned(Struct, frozen=True):
    """A source, the text to be parsed for it, and what the scan learned."""

    source: Source
    text: str
    inserts: tuple[int, ...] = ()
    """Offsets in `text` of the characters that the source does not have."""
    broken: tuple[int, ...] = ()
    """Lines with faults at which the parser stumbles too."""
    reported: frozenset[int] = frozenset()
    """Lines for which an error is already in the report."""

    def offset(self, index: int) -> int:
        """Return the source's offset of a place in `text`."""
        return index - bisect_left(self.inserts, index)


class Level(Struct):
    """A block mapping that is open: the column of its keys and the last key seen."""

    column: int
    key: str


class Cursor:
    """Where a scan by lines stands, and what it can see from there."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self.at = 0
        """The index of the line that is read."""
        self.levels: list[Level] = []
        self.plain: int | None = None
        """While an unquoted text may go on: lines indented deeper than this belong to it."""

    def next_line(self) -> str | None:
        """Return the next line that is neither blank nor a comment, looking a little ahead only."""
        for line in self.lines[self.at + 1 : self.at + 1 + _LOOK_AHEAD]:
            body = line.lstrip()
            if body and body[0] != "#":
                return line
        return None

    def has_children(self, line: str, column: int) -> bool:
        """Tell whether the key or list item at `column`, which has no value on its line, has one below."""
        following = self.next_line()
        if following is None:
            return False
        body = following.lstrip(" ")
        indent = len(following) - len(body)
        return indent > column or (indent == column and body.startswith("- ") and not line.startswith("-", column))

    def goes_on(self) -> bool:
        """Tell whether the next line goes on with the unquoted text of this one."""
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        body = following.lstrip(" ")
        return bool(body) and self.plain is not None and len(following) - len(body) > self.plain
