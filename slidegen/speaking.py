"""What of the notes is spoken, and how long that takes."""

import re

from msgspec import Struct

from slidegen.words import spellings

_EAST_ASIAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""Characters that are spoken one by one: Chinese (々 and 〇 too), kana, hangul."""
_CHARACTER = re.compile(f"[{_EAST_ASIAN}]")
_WORD = re.compile(rf"[^\W_{_EAST_ASIAN}]+(?:['’.,-][^\W_{_EAST_ASIAN}]+)*")
"""A word of another script, or a number: `don't`, `1,200` and `well-known` are one each."""


class Pace(Struct, frozen=True):
    """How much is spoken in a minute: Chinese characters (and kana, hangul), or words of other scripts."""

    characters: float = 220
    words: float = 140


class Speech(Struct, frozen=True):
    """How much a text is: its Chinese characters and its words of other scripts."""

    characters: int = 0
    words: int = 0

    def minutes(self, pace: Pace) -> float:
        """Return how many minutes it takes to speak."""
        return self.characters / pace.characters + self.words / pace.words


def counted(notes: str) -> Speech:
    """Return how much speech a slide's notes are."""
    text = speech(notes)
    return Speech(len(_CHARACTER.findall(text)), len(_WORD.findall(text)))


def speech(notes: str) -> str:
    """Return what of a slide's notes is spoken: nothing where they only say on which slide the speech stands."""
    return "" if notes.strip() in spellings("continued_notes") else notes
