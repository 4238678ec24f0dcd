"""How wide one character is, in em, in a given face."""

import unicodedata
from functools import lru_cache
from typing import Final

from slidegen.text.faces import FALLBACK, FALLBACK_FACTOR, Face, east_width, latin_widths
from slidegen.text.kinsoku import FLAG, JOINER, MARK

GAP: Final = 0.24
"""What is set between a CJK character and a Latin letter or digit, in em; measured."""

TAB: Final = 4.0
"""How far apart tab stops are at 18 pt, in em: an inch (ECMA-376-1, 21.1.2.2.7, `defTabSz`). No tab is wider."""
_EMOJI: Final = 1.3
_AS_EMOJI: Final = "\ufe0f"
"""Makes a sign of one em, such as ❤, an emoji."""
_OTHER_LETTER: Final = 0.65
_SCRIPTS: Final = ((0x0600, 0x06FF, 0.54), (0x0E00, 0x0E7F, 0.55))
"""First and last code point of a script and the mean width of its letters as drawn: Arabic (joined), Thai."""
_SPACES: Final = {0x2001: 1.0, 0x2003: 1.0, 0x2000: 0.5, 0x2002: 0.5, 0x2004: 0.34}
_EAST_PUNCTUATION: Final = frozenset("“”‘’…—―·×÷±•‰")
_NARROW_PUNCTUATION: Final = frozenset("–′″‐‾€")


class Advances(dict[str, float]):
    """Advance width by character for one face; a character is worked out when first asked for."""

    def __init__(self, face: Face, cjk: bool) -> None:
        super().__init__()
        self._cjk = cjk
        self._latin, self._pitch = latin_widths(face.latin, face.bold)
        self._spare = latin_widths(FALLBACK, face.bold)[0]
        self._east = east_width(face.east, face.bold)

    def __missing__(self, char: str) -> float:
        self[char] = width = self._find(char)
        return width

    def _find(self, char: str) -> float:
        code, category = ord(char), unicodedata.category(char)
        if char == _AS_EMOJI:
            return _EMOJI - 1.0
        if category in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp") or 0x1F3FB <= code <= 0x1F3FF:
            return TAB if char == "\t" else 0.0
        wide = unicodedata.east_asian_width(char)
        if wide in "WF":
            return _EMOJI if category == "So" and not 0x2E80 <= code <= 0xFFEF else self._east
        if wide == "H":
            return 0.5
        if self._cjk and _eastern(char, wide, category):
            return self._east
        return self._western(char, category)

    def _western(self, char: str, category: str) -> float:
        if char in self._latin:
            return self._latin[char]
        code = ord(char)
        if self._pitch and (category[0] in "LNP" or char in self._spare) and code < 0x3000:
            return self._pitch
        if char in self._spare:
            return self._spare[char] * FALLBACK_FACTOR
        base = unicodedata.normalize("NFD", char)[0]
        if base != char:
            return self[base]
        if category == "Zs":
            return _SPACES.get(code, self[" "])
        if code >= 0x1F000:
            return _EMOJI
        if category[0] not in "LMN":
            return 1.0
        return next((width for first, last, width in _SCRIPTS if first <= code <= last), _OTHER_LETTER)


def _eastern(char: str, wide: str, category: str) -> bool:
    """Tell whether a character of ambiguous width takes the East Asian face in a text that holds CJK."""
    if char in _EAST_PUNCTUATION:
        return True
    return wide == "A" and category[0] != "L" and ord(char) >= 0x2010 and char not in _NARROW_PUNCTUATION


@lru_cache(maxsize=64)
def advances(face: Face, cjk: bool) -> Advances:
    """Return the widths of a face's characters for a text with (`cjk`) or without CJK characters."""
    return Advances(face, cjk)


def merge_sequences(classes: str, widths: list[float]) -> None:
    """Give emoji joined into one picture, and the two letters of a flag, the width of one character."""
    for offset in range(1, len(classes)):
        here, before = classes[offset], classes[offset - 1]
        joined = before == JOINER and here not in (MARK, JOINER)
        if joined or (here == before == FLAG and widths[offset - 1]):
            widths[offset] = 0.0
