"""Lines of text put together again: with a space between words, with nothing between ideographs."""

import re
import unicodedata
from itertools import pairwise

_TABS = re.compile(r"[ \t]*\t[ \t]*")
_HYPHENATED = re.compile(r"\w-$")


def is_wide(char: str) -> bool:
    """Tell whether a character takes two columns, as ideographs and full-width punctuation do."""
    return unicodedata.east_asian_width(char) in "WF"


def columns(text: str) -> int:
    """Return the width of a text in columns of a terminal."""
    return len(text) if text.isascii() else sum(2 if is_wide(char) else 1 for char in text)


def one_line(text: str) -> str:
    """Return a text on one line; its tabs become spaces."""
    pieces = [piece.strip(" ") for piece in _TABS.sub(" ", text.strip()).split("\n") if piece.strip()]
    joined = pieces[:1]
    for before, after in pairwise(pieces):
        joined += [_between(before, after), after]
    return "".join(joined)


def _between(before: str, after: str) -> str:
    if is_wide(before[-1]) and is_wide(after[0]):
        return ""
    # A word broken at a hyphen of its own: its second half goes on in small letters.
    return "" if _HYPHENATED.search(before) and after[0].islower() else " "
