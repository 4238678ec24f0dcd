"""Hard-wrapped text: paragraphs that an editor or a mail program broke into lines of one width.

Such a line ends where the next word did not fit any more. That tells a wrapped line from a short one, and is asked of
the whole text first, so that a few lines of verse or of an address are not taken for a paragraph.
"""

import re
from itertools import pairwise

from slidegen.manuscript.reading.lines import columns

_NARROWEST, _WIDEST = 50, 100
_LEAST_LINES = 3
"""So many lines must look broken; by fewer nothing can be told."""
_SHARE = 0.6
_RAGGED = 12
"""Columns by which broken lines of one text differ where people press Enter themselves."""

_ENDS = re.compile(r"[.!?:;。！？：；…][\"'”’)）」』]*\s*$")
_WORD = re.compile(r"[^\s\u2e80-\u9fff\uf900-\uffef]+|\S")
_OPENS = re.compile(
    r"\s{2,}|\u3000|[-*+•·●■◆>|#]\s|——|[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十]{1,3}[，、：章节部]"
)
"""How a line starts that begins something new whatever stands above it: an indent or a marker."""
_MAY_OPEN = re.compile(r"[（(]?(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,5})[.)、）]")
"""How a line starts that may as well go on a sentence: `J. Smith`, `12.`."""


def paragraphs_of(lines: list[str]) -> list[tuple[int, int]]:
    """Return the paragraphs of a text as ranges [start, end) of its lines; blank lines are in none.

    Each line is a paragraph unless the text is hard-wrapped.
    """
    width = _width(lines)
    found: list[tuple[int, int]] = []
    for n, line in enumerate(lines):
        if not line.strip():
            continue
        if width and found and found[-1][1] == n and _goes_on(lines[n - 1], line, width):
            found[-1] = (found[-1][0], n + 1)
        else:
            found.append((n, n + 1))
    return found


def _width(lines: list[str]) -> int:
    """Return the column at which the text was broken; 0 where it was not."""
    inner = [(a, b) for a, b in pairwise(lines) if columns(a.rstrip()) >= _NARROWEST and b.strip()]
    widths = [columns(a.rstrip()) for a, _ in inner if not _ENDS.search(a)]
    width = max((w for w in widths if w <= _WIDEST), default=0)
    broken = [(a, b) for a, b in inner if not _ENDS.search(a) and _is_full(a, b, width)]
    return width if len(broken) >= max(_LEAST_LINES, _SHARE * len(inner)) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word had no room at the end of this line."""
    word = _WORD.match(following.lstrip())
    needed = 1 + columns(word[0]) if word else 0
    own = columns(line.rstrip())
    return width - 2 * _RAGGED <= own <= width + _RAGGED and own + needed > width - _RAGGED


def _goes_on(line: str, following: str, width: int) -> bool:
    full, ended = _is_full(line, following, width), _ENDS.search(line)
    if _OPENS.match(following) or (_MAY_OPEN.match(following) and (ended or not full)):
        return False
    if columns(following.rstrip()) > width + _RAGGED:
        return False
    return full or (not ended and following[0].islower())
