"""Wall text: a manuscript that lost its line breaks, as pasted from a web page. It is split before its markers."""

import re
from itertools import pairwise

LEAST = 400
"""Characters from which a text of one or two lines is a wall; a shorter one is a note."""

_CN = "[一二三四五六七八九十]{1,3}"
_KINDS = (
    rf"{_CN}、",
    rf"[（(]{_CN}[）)]",
    rf"第{_CN}(?:[，,、：]|(?:部分|章|个问题))",
    r"\d{1,2}[、．.](?!\d)",
    r"(?:First|Second|Third|Fourth|Fifth|Finally|Last)(?:ly)?,\s",
)
"""The markers that split; 一是 and the like stay in their paragraph, they are its points."""
_FIRST = (r"一、", r"[（(]一[）)]", r"第一(?:[，,、：]|(?:部分|章|个问题))", r"1[、．.](?!\d)", r"First(?:ly)?,\s")
_HEADING = rf"(?:{'|'.join(_KINDS[:3])})[^。！？：:\d]{{2,40}}"
_END = r"(?:[。！？][”’」』）)]*\s*|[.!?][\"”’)]*\s+)"


def split(text: str) -> list[str]:
    """Return a wall of text in pieces that joined are the text; a text without markers is one piece.

    A first marker also splits after a colon (讲三点意见：一、…), and after a heading that lost its line
    (二、加强领导（一）压实责任。…), where others of its kind stand after full stops.
    """
    cuts = {0, len(text)}
    for kind, first in zip(_KINDS, _FIRST, strict=True):
        after_stops = {found.end() for found in re.finditer(rf"{_END}(?={kind})", text)}
        cuts |= after_stops
        if after_stops:
            cuts |= {found.end() for found in re.finditer(rf"[：:]\s*(?={first})", text)}
            cuts |= {found.end() for found in re.finditer(rf"(?:^|{_END}){_HEADING}(?={first})", text)}
    places = sorted(cuts)
    return [text[start:end] for start, end in pairwise(places)]


def is_wall(lines: list[str]) -> bool:
    """Tell whether a text has no line breaks to speak of."""
    filled = [line for line in lines if line.strip()]
    return 0 < len(filled) <= 2 and sum(map(len, filled)) >= LEAST
