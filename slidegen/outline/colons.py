"""Colons mistyped behind keys: `标题：文字` (full-width) and `title:文字` (no space), read as they are meant."""

import re

from slidegen.diagnostics import Report
from slidegen.language import say
from slidegen.outline import keys
from slidegen.outline.scanned import Cursor

COLON = re.compile(r":(?=[ \t]|$)")
"""The colon that ends a key."""

_TYPO = re.compile(r"([^\s：:\"'#\[\]{},&*!|>%@`?\-][^\s：:]*?)( *)([：:])([\u3000\xa0]*)(.*)")
_MAX_WARNINGS = 20
_MAX_UNKNOWN_KEY = 12
"""Where a key must stand, longer words before a full-width colon are taken for a sentence."""


class Colons:
    """Mends the colons of one source; the source's own text is never changed."""

    def __init__(self, cursor: Cursor, report: Report) -> None:
        self.cursor = cursor
        self.report = report
        self.edits: list[tuple[int, int, str]] = []

    def mend(self, line: str, column: int, dashes: int) -> int | None:
        """Mend the colon of the key at `column`, where nothing but a key can stand.

        Returns the colon's place behind `column`, or None when this is no key. `dashes` counts the list
        marks before it on its line.
        """
        typo = _TYPO.match(line, column)
        if typo is None:
            return None
        word, colon, rest = typo[1], typo[3], typo[5]
        known = word in keys.ALL_WORDS
        if colon == ":" and (not known or rest.startswith("//")):
            return None
        if not self._key_expected(word, known, column, dashes):
            return None
        start = self.cursor.source.starts[self.cursor.at]
        gap = typo.end(4) - typo.start(4)
        spaces = " " * gap if gap or not rest or rest[0] in " \t" else " "
        self.edits.append((start + typo.start(3), 1 + gap, ":" + spaces))
        if len(self.edits) <= _MAX_WARNINGS:
            self._warn(word, colon, rest.strip(), start + typo.start(3))
        return typo.start(3) - column

    def mended(self) -> tuple[str, tuple[int, ...]]:
        """Return the text to be parsed, and the offsets in it of the spaces that were put in."""
        text = self.cursor.source.text
        parts: list[str] = []
        inserts: list[int] = []
        done = 0
        for start, length, new in self.edits:
            parts += (text[done:start], new)
            done = start + length
            if len(new) > length:
                inserts.append(done + len(inserts))
        parts.append(text[done:])
        return "".join(parts), tuple(inserts)

    def _key_expected(self, word: str, known: bool, column: int, dashes: int) -> bool:
        """Tell whether only a key can stand here; `- a：b` is the short form of an item and stays as it is.

        Beside other keys everything is a key. In a list item or as a first child it is one when the
        parent takes nothing but keys, or when the next line, at the same column, is certainly a key.
        """
        inner = self.cursor.levels[-1] if self.cursor.levels else None
        if not dashes and (inner is None or inner.column == column):
            return known or len(word) <= _MAX_UNKNOWN_KEY
        if not known or inner is None or dashes > 1:
            return False
        if dashes and inner.key in keys.LISTS_OF_MAPPINGS:
            return True
        if not dashes and keys.DECK.canonical(inner.key) == "closing":
            return True
        following = self.cursor.next_line()
        if following is None or len(following) - len(following.lstrip(" ")) != column:
            return False
        body = following.lstrip(" ")
        typo = _TYPO.match(body)
        return bool(body[:2] != "- " and COLON.search(body)) or bool(typo and typo[1] in keys.ALL_WORDS)

    def _warn(self, word: str, colon: str, rest: str, at: int) -> None:
        wide = colon == "："
        if wide:
            message = say("the colon after `{word}` is a full-width one; it is read as `{word}: `", word=word)
        else:
            message = say("a space is missing after `{word}:`; it is read as `{word}: `", word=word)
        if len(self.edits) == _MAX_WARNINGS:
            message = say("{message}; there may be more of these", message=message)
        self.report.warning(
            "full-width-colon" if wide else "colon-without-space",
            self.cursor.source.span(at, at + 1),
            message,
            "write {mended}",
            mended=f"{word}: {rest}".rstrip(),
        )
