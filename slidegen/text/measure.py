"""Measure paragraphs and break them into lines.

A paragraph is measured once, in em: prefix sums of advance widths and a table of breaks. Wrapping it at
another width or size is then one bisection a line.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from msgspec import Struct

from slidegen.text.faces import Face
from slidegen.text.kinsoku import CJK, FLAG, JOINER, SCRIPT_CHANGE, WIDE, boundary, classes_of, hangs, held, last_breaks
from slidegen.text.widths import GAP, TAB, advances, merge_sequences

_EPSILON: Final = 1e-6
_LINE_ENDS: Final = re.compile(r"[\n\v]")

_SIGN_AFTER_LATIN: Final = re.compile(r"[\x21-\x7e][ \u00a0]?[±×÷°−≤≥≈]")

LEAST_TRACKING: Final = -0.05
"""Em a character by which letters may stand closer: 5 % of a Chinese character."""
LEAST_LATIN_TRACKING: Final = -0.025
"""The same for text without CJK characters, whose letters are half an em wide."""
LONELY: Final = 2.0
"""A last line of no more than this many em looks lost."""
LONELY_WORD: Final = 4.5
"""So does one that is a single word of no more than this many em, in text without CJK characters."""


class Piece(Struct, frozen=True):
    """A stretch of text in one face."""

    text: str
    face: Face
    width: float = 0.0
    """How wide it comes out, em, where that is not the sum of its characters: a formula."""


class Line(Struct, frozen=True):
    """One line: character offsets into the whole text without trailing spaces or newline, width in em."""

    start: int
    end: int
    width: float


class Measured:
    """A measured paragraph. All widths are em, so they hold for every size."""

    __slots__ = ("_classes", "_found_breaks", "_gaps", "_nobreak", "_prefix", "_segments", "_widths", "text", "width")

    def __init__(
        self, text: str, classes: str, widths: list[float], gaps: frozenset[int], nobreak: tuple[str, ...]
    ) -> None:
        self.text = text
        self._classes = classes
        self._widths = widths
        self._prefix = list(accumulate(widths, initial=0.0))
        self._gaps = gaps
        self._nobreak = nobreak
        self._found_breaks: list[int] | None = None
        self._segments = tuple(_segments(text))
        self.width = max(self.span(start, end) for start, end in self._segments)

    def wrap(self, width: float, first: float = 0.0, tracking: float = 0.0, stops: float = TAB) -> tuple[Line, ...]:
        """Break the text greedily into lines of at most `width` em.

        `first` is what the first line has less (an indent); `tracking` is added to every character. A newline
        or vertical tab breaks always. A line is wider than `width` only when one character is. An empty text
        gives one empty line. Tab stops are `stops` em apart.
        """
        prefix = self._prefix
        if tracking:
            prefix = list(accumulate((w + tracking if w > 0 else w for w in self._widths), initial=0.0))
        tabbed = "\t" in self.text
        lines: list[Line] = []
        room = width - first + _EPSILON
        for start, end in self._segments:
            while True:
                if tabbed:
                    prefix = self._tabbed(start, stops, tracking)
                origin = prefix[start] + GAP if start in self._gaps else prefix[start]
                if prefix[end] <= origin + room:
                    break
                stop, following = self._fit(prefix, start, end, origin + room)
                if following >= end:
                    break
                lines.append(Line(start, stop, prefix[stop] - origin))
                start, room = following, width + _EPSILON
            lines.append(Line(start, end, prefix[end] - origin))
            room = width + _EPSILON
        return tuple(lines)

    def _tabbed(self, start: int, stops: float, tracking: float) -> list[float]:
        """Return the prefix sums of a line from `start`, whose tabs reach to the next stop."""
        sums = [0.0] * (start + 1)
        for offset in range(start, len(self.text)):
            width, here = self._widths[offset], sums[-1]
            if self.text[offset] == "\t":
                width = stops - here % stops
            elif width > 0:
                width += tracking
            sums.append(here + width)
        return sums

    def span(self, start: int, end: int) -> float:
        """Return the width of a line from `start` to `end`; spaces at its end count, so leave them out."""
        return max(self._prefix[end] - self._prefix[start] - (GAP if start in self._gaps else 0.0), 0.0)

    def breakable(self, offset: int) -> bool:
        """Tell whether a line may start at the offset without taking a word or name apart."""
        return self._breaks[offset] == offset

    def lonely(self, line: Line) -> bool:
        """Tell whether a line looks lost as the last of several."""
        if line.width <= LONELY:
            return True
        return not self.cjk and line.width <= LONELY_WORD and len(self.text[line.start : line.end].split()) == 1

    @property
    def cjk(self) -> bool:
        """Whether the text holds CJK characters."""
        return CJK in self._classes

    @property
    def segments(self) -> tuple[tuple[int, int], ...]:
        """The forced lines: start and end offsets, trailing spaces and newlines left out."""
        return self._segments

    @property
    def _breaks(self) -> list[int]:
        """The table of breaks, made when a text first takes more than one line: most texts of a deck never do."""
        if self._found_breaks is None:
            self._found_breaks = last_breaks(self.text, self._classes, self._nobreak)
        return self._found_breaks

    def _fit(self, prefix: list[float], start: int, end: int, limit: float) -> tuple[int, int]:
        """Return where the line from `start` ends and where the next one starts."""
        reach = bisect_right(prefix, limit, start + 1, end + 1) - 1
        following = self._breaks[reach]
        begun = bisect_right(prefix, limit + GAP, start + 1, end + 1) - 1  # the gap before a word is not of the word
        while start < following < end and held(self._classes, following, begun):
            earlier = self._breaks[following - 1]
            if earlier <= start:
                break
            following = earlier
        if following > start:
            stop = min(following, end)
            while stop > start and hangs(self.text[stop - 1]):
                stop -= 1
            return stop, following
        stop = reach
        while stop > start and not boundary(self._classes, stop):
            stop -= 1
        if stop <= start:
            stop = start + 1
            while stop < end and not boundary(self._classes, stop):
                stop += 1
        return stop, stop


def measure(pieces: Sequence[Piece], nobreak: Sequence[str] = ()) -> Measured:
    """Measure a paragraph given as pieces; the names in `nobreak` stay on one line while they fit on one."""
    return _measure(tuple(pieces), tuple(nobreak))


def tighten(measured: Measured, width: float, tracking: float = 0.0) -> float:
    """Return the tracking, in em a character, with which a lonely last line disappears.

    It is added to the `tracking` the text has. 0.0 when no line needs it or when letters would come closer than
    `LEAST_TRACKING`, or `LEAST_LATIN_TRACKING`.
    """
    lines = measured.wrap(width, tracking=tracking)
    if len(lines) < 2 or not measured.lonely(lines[-1]):
        return 0.0
    least = LEAST_TRACKING if measured.cjk else LEAST_LATIN_TRACKING
    for step in range(1, 6):
        squeeze = least * step / 5
        if len(measured.wrap(width, tracking=tracking + squeeze)) < len(lines):
            return squeeze
    return 0.0


@lru_cache(maxsize=1024)
def _measure(pieces: tuple[Piece, ...], nobreak: tuple[str, ...]) -> Measured:
    text = pieces[0].text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
    classes = classes_of(text)
    cjk = any(wide in classes for wide in WIDE)
    widths: list[float] = []
    for piece in pieces:
        if piece.width:
            widths.extend([piece.width / len(piece.text)] * len(piece.text))
            continue
        widths.extend(map(advances(piece.face, cjk).__getitem__, piece.text))
        if cjk and not piece.text.isascii():
            _narrow_signs(piece, widths)
    if JOINER in classes or FLAG in classes:
        merge_sequences(classes, widths)
    gaps = [match.start() for match in SCRIPT_CHANGE.finditer(classes)] if cjk else []
    for offset in gaps:
        widths[offset] += GAP
    return Measured(text, classes, widths, frozenset(gaps), nobreak)


def _narrow_signs(piece: Piece, widths: list[float]) -> None:
    """Give the signs of calculation that follow Latin text the widths of the Latin face, as in `3 × 2.5` or `25 °C`."""
    start = len(widths) - len(piece.text)
    for match in _SIGN_AFTER_LATIN.finditer(piece.text):
        widths[start + match.end() - 1] = advances(piece.face, False)[piece.text[match.end() - 1]]


def _segments(text: str) -> list[tuple[int, int]]:
    if text and not hangs(text[-1]) and "\n" not in text and "\v" not in text:
        return [(0, len(text))]
    segments = []
    start = 0
    for stop in [*(match.start() for match in _LINE_ENDS.finditer(text)), len(text)]:
        end = stop
        while end > start and hangs(text[end - 1]):
            end -= 1
        segments.append((start, end))
        start = stop + 1
    return segments
