"""Where a line may break: kinsoku sets, character classes, unbreakable clusters.

A text is first turned into a string of one-letter classes; clusters that must stay on one line are then found
by one regular expression over the classes. Sources: GB/T 15834 for punctuation, the character lists East
Asian office suites use, and UAX #14 for Latin text.
"""

import re
import unicodedata
from typing import Final

NO_START: Final = (
    "!%),.:;?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠々ー"
)
"""Characters no line starts with (`invalStChars` of p:kinsoku, ECMA-376-1 19.2.1.17)."""

NO_END: Final = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥"
"""Characters no line ends with (`invalEndChars` of p:kinsoku)."""

# The classes. O and K are the wide openers and closers, U and Q those of ambiguous width (curly quotes, …),
# o and k their ASCII kin.
CJK, WORD, DIGIT, SPACE, NEWLINE = "C", "A", "N", "s", "L"
MARK, JOINER, FLAG, PICTURE = "X", "Z", "R", "E"
_NAME, _NAME_REST = "B", "b"

_FIXED_CLASSES: Final = {
    "\n": NEWLINE,
    "\v": NEWLINE,
    "\t": SPACE,
    "\u00a0": "G",
    "\u202f": "G",
    "\u2007": "G",
    "\u2060": "G",
    "\ufeff": "G",
    "\u200b": SPACE,
    "\u200c": MARK,
    "\u200d": JOINER,
    "\u3000": CJK,
    "’": "q",
    "—": "D",
    "⸺": "D",
    "-": "H",
    "\u2010": "H",
    "\u2012": "H",
    "–": "H",
    "/": "/",
    "\\": "/",
    "·": "Q",
    "•": PICTURE,
}

_HANGING_SPACES: Final = frozenset(" \t\u200b")


class _Classes(dict[int, str]):
    """Class of a character by code point, worked out when first asked for; made for `str.translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _classify(chr(code))
        return found


def _classify(char: str) -> str:
    if char in _FIXED_CLASSES:
        return _FIXED_CLASSES[char]
    code, category = ord(char), unicodedata.category(char)
    if category[0] == "M" or 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F:
        return MARK
    if char in NO_START:
        return _by_width(char, "k", "Q", "K")
    if char in NO_END or char in "€№":
        return _by_width(char, "o", "o" if char in "€№" else "U", "O")
    if 0x1F1E6 <= code <= 0x1F1FF:
        return FLAG
    if category == "Zs":
        return SPACE
    wide = unicodedata.east_asian_width(char)
    if wide in "WFH" and not (category == "So" and not 0x2E80 <= code <= 0xFFEF):
        return CJK
    if category == "Nd":
        return DIGIT
    if category in ("So", "No") or 0x2190 <= code <= 0x21FF:
        return PICTURE
    return "P" if category[0] in "PSC" else WORD


CLASSES: Final = _Classes()


def _by_width(char: str, western: str, ambiguous: str, eastern: str) -> str:
    if unicodedata.east_asian_width(char) in "WFH":
        return eastern
    return western if ord(char) < 0x100 else ambiguous


# A cluster: openers, one base (dashes, a name, an emoji sequence, a flag, a CJK character, a Latin word with
# its inner punctuation), closers. Group 1 is what counts for the width; the spaces after it hang.
# A hyphen ends a part of a word unless a digit follows ("e-|mail", "COVID-19", "2024-05").
_CORE = r"[AN][ANX]*"
_BASE = rf"(?:D+X*|Bb*|EX*(?:ZEX*)*|RR?|CX*|{_CORE}(?:(?:[okPq/]|H(?=N))+{_CORE})*(?:P+(?![ANO]))?)"
_CLOSE = r"(?:[KQkqXZ/]|P(?![ANC])|H(?![NH])|H(?=H))"
_UNIT = rf"[OUoHP]*{_BASE}?{_CLOSE}*"
CLUSTER: Final = re.compile(rf"C+(?=C)|((?:(?<![^L])s+)?{_UNIT}(?:G+{_UNIT})*)s*")

SCRIPT_CHANGE: Final = re.compile(r"(?<=[COKUQ])(?=[ANokPHGs/])|(?<=[ANokPHGs/])(?=[COK])")
"""Where the drawn face changes between East Asian and Latin; curly quotes after Latin text are left out."""

_URL: Final = re.compile(r"(?:https?://|ftp://|www\.)[\x21-\x7e]+", re.IGNORECASE)
_URL_BREAK: Final = re.compile(r"(?<=[/.\-?&])(?=[A-Za-z0-9%_~=#])")
_QUOTED: Final = re.compile(r'"([^"\n\v]*)"')


def classes_of(text: str) -> str:
    """Return one class letter a character."""
    return text.translate(CLASSES)


def last_breaks(text: str, classes: str, nobreak: tuple[str, ...] = ()) -> list[int]:
    """Return, for each offset 0…len(text) up to which a line fits, where the next line starts.

    That is the last allowed break at or before the offset; or, where the offset stands before spaces, the
    offset after them, because spaces hang. Offsets inside a cluster lead to the cluster's start.
    """
    shadow = _shadow(text, classes, nobreak)
    breaks = list(range(len(text) + 1))
    for match in CLUSTER.finditer(shadow):
        start, after = match.span()
        if after - start > 1 and match.lastindex:
            end = match.end(1)
            breaks[start + 1 : end] = [start] * (end - start - 1)
            breaks[end:after] = [after] * (after - end)
    if "://" in text or "www." in text:
        _break_addresses(text, breaks)
    return breaks


def boundary(classes: str, offset: int) -> bool:
    """Tell whether a character the reader sees starts here: not a mark, not the inside of an emoji sequence."""
    here, before = classes[offset], classes[offset - 1]
    if here in (MARK, JOINER) or before == JOINER:
        return False
    if here == before == FLAG:
        run = offset - len(classes[:offset].rstrip(FLAG))
        return run % 2 == 0
    return True


def hangs(char: str) -> bool:
    """Tell whether a space at a line's end takes no room."""
    return char in _HANGING_SPACES


def _shadow(text: str, classes: str, nobreak: tuple[str, ...]) -> str:
    """Return the classes with names made one base each and straight quotes made openers and closers."""
    quotes = text.count('"')
    if not quotes and not nobreak:
        return classes
    letters = list(classes)
    if quotes % 2 == 0 and CJK in classes:
        for match in _QUOTED.finditer(text):
            letters[match.start()], letters[match.end() - 1] = "O", "K"
    for name in nobreak:
        start = text.find(name) if len(name) > 1 else -1
        while start >= 0:
            letters[start : start + len(name)] = _NAME + _NAME_REST * (len(name) - 1)
            start = text.find(name, start + len(name))
    return "".join(letters)


def _break_addresses(text: str, breaks: list[int]) -> None:
    for address in _URL.finditer(text):
        scheme = text.find("://", *address.span())
        found = [match.start() for match in _URL_BREAK.finditer(text, *address.span())]
        for start in reversed([offset for offset in found if offset > scheme + 3]):
            offset = start
            while breaks[offset] < start:
                breaks[offset] = start
                offset += 1
