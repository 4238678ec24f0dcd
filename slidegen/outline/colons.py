"""Colons mistyped behind keys: `标题：文字` (full-width) and `title:文字` (no space), read as they are meant."""

import re
from collections.abc import Callable, Collection
from functools import cached_property

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

    def __init__(self, cursor: Cursor, report: Report, slots: Callable[[], Collection[str]]) -> None:
        self.cursor = cursor
        self.report = report
        self._slots = slots
        self.edits: list[tuple[int, int, str]] = []

    @cached_property
    def known(self) -> Collection[str]:
        """Every word that is a key somewhere, those of the layouts' slots too."""
        return keys.ALL_WORDS.union(self._slots())

    def mend(self, line: str, column: int, dashes: int) -> int | None:
        """Mend the colon of the key at `column`, where nothing but a key can stand.

        Returns the colon's place behind `column`, or None when this is no key. `dashes` counts the list
        marks before it on its line.
        """
        typo = _TYPO.match(line, column)
        if typo is None:
            return None
        word, colon, rest = typo[1], typo[3], typo[5]
        known = word in self.known
        if colon == ":" and (not known or rest.startswith("//")):
            return None
        if not self._key_expected(word, known, column, dashes, rest):
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

    def _key_expected(self, word: str, known: bool, column: int, dashes: int, rest: str) -> bool:
        """Tell whether only a key can stand here; `- a：b` is the short form of an item and stays as it is.

        Beside other keys everything is a key. In a list item or as a first child it is one when the
        parent takes nothing but keys, when the next line, at the same column, is certainly a key, or when what
        stands behind it is certainly its value: brackets, or a list or keys below it.
        """
        inner = self.cursor.levels[-1] if self.cursor.levels else None
        if not dashes and (inner is None or inner.column == column):
            return known or len(word) <= _MAX_UNKNOWN_KEY
        if inner is not None and dashes < 2 and not rest.strip() and self._heads(known, column):
            return True
        if not known or inner is None or dashes > 1:
            return False
        if rest[:1] in ("[", "{"):
            return True
        if dashes and inner.key in keys.LISTS_OF_MAPPINGS:
            return True
        if not dashes and keys.DECK.canonical(inner.key) == "closing":
            return True
        if not dashes and keys.SLIDE.canonical(inner.key) == "notes" and word in keys.PASSAGE.words:
            return True
        following = self.cursor.next_line()
        if following is None or len(following) - len(following.lstrip(" ")) != column:
            return False
        return self._surely_key(following.lstrip(" "))

    def _heads(self, known: bool, column: int) -> bool:
        """Tell whether the next line is a list under the word at `column`, or a key under it if it is known."""
        following = self.cursor.next_line()
        if following is None:
            return False
        body = following.lstrip(" ")
        indent = len(following) - len(body)
        if body[:2] == "- ":
            return indent > column or (known and indent == column)
        return known and indent > column and self._surely_key(body)

    def _surely_key(self, body: str) -> bool:
        typo = _TYPO.match(body)
        return bool(body[:2] != "- " and COLON.search(body)) or bool(typo and typo[1] in self.known)

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
