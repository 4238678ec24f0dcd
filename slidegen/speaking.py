"""What of the notes is spoken, and how long that takes."""

import re

from slidegen.words import spellings

CHARACTERS_PER_MINUTE = 220
"""Chinese characters (and kana, hangul) spoken in a minute."""
WORDS_PER_MINUTE = 140
"""Words of other scripts spoken in a minute."""

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WORD = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")


def minutes(text: str) -> float:
    """Return how many minutes a text takes to speak."""
    return len(_EAST_ASIAN.findall(text)) / CHARACTERS_PER_MINUTE + len(_WORD.findall(text)) / WORDS_PER_MINUTE


def speech(notes: str) -> str:
    """Return what of a slide's notes is spoken: nothing where they only say on which slide the speech stands."""
    return "" if notes.strip() in spellings("continued_notes") else notes
