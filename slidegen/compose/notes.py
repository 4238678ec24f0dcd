"""Notes on paper: the page that holds a slide's notes when they are printed.

PowerPoint prints one page of notes a slide and cuts off what does not fit. Long notes take a smaller picture first,
since who speaks from paper wants type that can be read, then smaller type.
"""

import math
import re
from typing import Final

from slidegen.compose.voice import Voice
from slidegen.composed import MASTER_PAGE, Font, NotesPage
from slidegen.drawing import Box
from slidegen.text.measure import Piece, measure
from slidegen.units import POINTS_PER_INCH, to_points

_SMALL_PICTURE: Final = Box(2_400_300, 594_360, 2_057_400, 1_157_288)
_BELOW_IT: Final = Box(685_800, 1_851_660, 5_486_400, 6_697_980)
_SIZES: Final = (12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
PAGES: Final = (MASTER_PAGE, *(NotesPage(size, _SMALL_PICTURE, _BELOW_IT) for size in _SIZES))
"""The pages to try, in order."""

_INSET_WIDTH: Final = to_points(2 * 91_440)
_INSET_HEIGHT: Final = to_points(2 * 45_720)
_PITCH: Final = 1.1 * 1.33
"""110 % of the line of 微软雅黑, the highest of the office faces; LibreOffice draws lines as high with its stand-in."""
_BEFORE: Final = 3.0
_WORDS: Final = re.compile(r"[^\s\u2e80-\uffff]+")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_WIDEST: Final = 1.25
"""Em that a character takes at most where letters and Chinese stand in turn, with the space between them."""
_KINSOKU: Final = 3
"""Characters that a line may lose because the next one must not begin with them."""
_SAFETY: Final = 0.97
"""What is used of the page's width and height: other programs may measure differently."""


def notes_page(notes: str, voice: Voice) -> tuple[NotesPage, float]:
    """Return the first page that holds the notes, and by how many times its height they exceed it: 0 where they fit."""
    lines = notes.replace("\v", "\n").split("\n")
    if _surely_fits(notes, lines, MASTER_PAGE):
        return MASTER_PAGE, 0.0
    face = voice.theme.face(Font("+mn-lt", "+mn-ea"), voice.script, False)
    measured = [measure((Piece(line, face),)) if line else None for line in lines]
    over = 0.0
    for page in PAGES:
        width, height = _room(page)
        count = sum(len(m.wrap(width / page.size, stops=POINTS_PER_INCH / page.size)) if m else 1 for m in measured)
        over = (count * page.size * _PITCH + (len(lines) - 1) * _BEFORE) / height - 1
        if over <= 0:
            return page, 0.0
    return PAGES[-1], over


def _surely_fits(notes: str, lines: list[str], page: NotesPage) -> bool:
    """Tell whether notes fit even if each character were as wide as can be and each line ended a word early.

    Most notes of a deck are that short; measuring them would cost more than all the slides' texts.
    """
    if _ASTRAL.search(notes):
        return False
    longest = max(map(len, _WORDS.findall(notes)), default=0)
    width, height = _room(page)
    characters = (width / page.size - longest) / (_WIDEST if longest else 1.0) - _KINSOKU
    if characters < 1:
        return False
    count = sum(max(1, math.ceil(len(line) / characters)) for line in lines)
    return count * page.size * _PITCH + (len(lines) - 1) * _BEFORE <= height


def _room(page: NotesPage) -> tuple[float, float]:
    return (to_points(page.body.w) - _INSET_WIDTH) * _SAFETY, (to_points(page.body.h) - _INSET_HEIGHT) * _SAFETY
