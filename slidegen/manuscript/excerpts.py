"""Excerpts: what messages show of slides, of paragraphs and of the place where two of them come to differ."""

import re
from typing import Final

from slidegen.language import Said, say
from slidegen.manuscript.told import ToldSlide

_EXCERPT: Final = 24
_BEFORE, _DIFFERENT, _AFTER = 8, 20, 6
"""Characters that are shown of a change: before it, of it, behind it."""
_INVISIBLE: Final = re.compile(r"[^\S ]|[\xad\u200b-\u200f\u2060\ufeff]")


def slide_name(slide: ToldSlide) -> Said:
    """Return what a message calls a slide: its number and its title."""
    if slide.title:
        return say("slide {number} “{title}”", number=slide.number, title=excerpt(slide.title))
    return say("slide {number}", number=slide.number)


def slide_place(slide: ToldSlide) -> Said:
    """Return what a message about the manuscript calls a slide: with its line of the outline."""
    if slide.span is None:
        return slide_name(slide)
    return say("{slide} ({file}:{line})", slide=slide_name(slide), file=slide.span.file, line=slide.span.line)


def excerpt(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"


def first_difference(wanted: str, found: str) -> tuple[int, str, str]:
    """Return the column where two lines come to differ, and both there, with a little of what is around it."""
    start = _common(wanted, found)
    rest = min(len(wanted), len(found)) - start
    ending = _common(wanted[: -rest - 1 : -1], found[: -rest - 1 : -1]) if rest else 0
    return start + 1, _around(wanted, start, ending), _around(found, start, ending)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    alike = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(alike, min(len(one), len(other)))


def _around(line: str, start: int, ending: int) -> str:
    """Return what is different in a line, up to `ending` characters before its end, cut where it is long."""
    stop = len(line) - ending
    before = ("…" if start > _BEFORE else "") + line[max(0, start - _BEFORE) : start]
    cut = stop - start > _DIFFERENT
    different = line[start : start + _DIFFERENT] if cut else line[start:stop]
    after = "" if cut else line[stop : stop + _AFTER]
    more = "…" if cut or stop + _AFTER < len(line) else ""
    if different.isspace():
        different = different.replace(" ", "␣")
    return _INVISIBLE.sub(lambda m: f"<U+{ord(m[0]):04X}>", before + different + after) + more
