"""Moods: whether a sentence asks, blames or tells a story, which its clauses alone do not show.

What a speech reproaches (有的单位…, 存在…现象) goes on over sentences until something is asked for; so do stories.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from slidegen.manuscript.distil.words import (
    BAD,
    CONCLUDES,
    DEMAND,
    FAULT,
    FORBIDS_LIST,
    MISDEED,
    STORY,
    begins_with_verb,
)
from slidegen.manuscript.sentences import is_chinese

Mood = Literal["asks", "says", "blames", "tells", "accuses", "forbids"]
"""`accuses`: tells of what someone did wrong; `forbids`: announces a list of what must not be."""

_ENGLISH_STORY = re.compile(
    r"\b(?:I|he|she|they|my)\b[^.]{0,80}\b(?:was|were|had|did|came|went|said|asked|told|took|sent|saw|thought|sat|left)\b|"
    r"^(?:When I|Once|One day|Last (?:week|month|summer|winter)|I remember|In my)\b"
)

_ITEM = re.compile("[一二三四五六七八九十]是")
_NAMES_FAULT = re.compile(r"不够|还不|问题|不足|差距|表现|不到位")


def moods(pieces: Sequence[str], title: str = "") -> Iterator[Mood]:
    """Yield the mood of each sentence of a text; one that goes over to the next paragraph ends in spaces."""
    here: Mood = "blames" if blames(title) else "says"
    for piece in pieces:
        here = _next(piece, here)
        yield here
        if here == "tells" and piece[-1:].isspace():
            here = "says"


def blames(text: str) -> bool:
    """Tell whether a text names a shortcoming by itself (学习钻研还不够深)."""
    return bool(_NAMES_FAULT.search(text) and BAD.search(text) and not DEMAND.search(text))


def _next(piece: str, before: Mood) -> Mood:
    if not is_chinese(piece):
        return "tells" if _ENGLISH_STORY.search(piece) else "says"
    listed = FORBIDS_LIST.search(piece)
    if listed:
        return "forbids" if listed.end() == len(piece.rstrip()) else "blames"
    if before in ("forbids", "blames") and _ITEM.match(piece):
        return "blames"
    if DEMAND.search(piece):
        return "asks"
    if MISDEED.search(piece) and not begins_with_verb(piece):
        return "accuses"
    if FAULT.search(piece):
        return "blames"
    if CONCLUDES.match(piece):
        return "says"
    if STORY.search(piece):
        return "accuses" if before == "accuses" else "tells"
    return before if before in ("blames", "tells", "accuses") else "says"
