"""Where a line may break: kinsoku sets, character classes, unbreakable clusters.

A text is first turned into a string of one-letter classes; clusters that must stay on one line are then found
by one regular expression over the classes. Sources: GB/T 15834 for punctuation, the character lists East
Asian office suites use, and UAX #14 for Latin text.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

NO_START: Final = (
    "!%),.:;?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠々ー"
)
"""Characters no line starts with (`invalStChars` of p:kinsoku, ECMA-376-1 19.2.1.17)."""

NO_END: Final = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥"
"""Characters no line ends with (`invalEndChars` of p:kinsoku)."""

# The classes. O and K are the wide openers and closers, U and Q those of ambiguous width (curly quotes, …),
# o and k their ASCII kin; e are those after which a word ends.
CJK, WORD, DIGIT, SPACE, NEWLINE = "C", "A", "N", "s", "L"
MARK, JOINER, FLAG, PICTURE = "X", "Z", "R", "E"
_NAME, _NAME_REST = "B", "b"
_GLUE, _WORD_END = "G", "e"

_FIXED_CLASSES: Final = {
    "\n": NEWLINE,
    "\v": NEWLINE,
    "\t": PICTURE,  # LibreOffice starts a line with a tab that found no room
    "\u00a0": _GLUE,
    "\u202f": _GLUE,
    "\u2007": _GLUE,
    "\u2060": _GLUE,
    "\ufeff": _GLUE,
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
    "!": _WORD_END,
    "?": _WORD_END,
    "°": "P",
}

WIDE: Final = "COK"
"""The classes that only East Asian text holds."""

_HANGING_SPACES: Final = frozenset(" \u200b")


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
    if unicodedata.decomposition(char).startswith(("<super>", "<sub>")):
        return DIGIT  # the ² of m² belongs to its word
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
# A hyphen ends a part of a word ("e-|mail", "2024-|05"); before a digit and after no word it is a minus.
_CORE = r"[AN][ANX]*"
_BASE = rf"(?:D+X*|Bb*|EX*(?:ZEX*)*|RR?|CX*|{_CORE}(?:[okPq/]+{_CORE})*(?:P+(?![ANO]))?)"
_CLOSE = r"(?:[KQkqeXZ/]|P(?![ANC])|H(?![NH])|H(?=H)|(?<=[ANX])H(?=N))"
_UNIT = rf"[OUoHP]*{_BASE}?{_CLOSE}*"
CLUSTER: Final = re.compile(rf"C+(?=C)|((?:(?<![^L])s+)?{_UNIT}(?:G+{_UNIT})*)s*")

SCRIPT_CHANGE: Final = re.compile(r"(?<=[COKUQ])(?=[ANokePHGs/])|(?<=[ANokePHGs/])(?=[COK])")
"""Where the drawn face changes between East Asian and Latin; curly quotes after Latin text are left out."""

_SLASH: Final = re.compile(r"(?<=[ANX/])/(?=A)")
_SLASHED: Final = re.compile(r"(?<![\x21-\x7e])[^\s\x21-\x7e]?[\x21-\x7e]*/")
_WHOLE: Final = str.maketrans({CJK: WORD, "H": "k", _WORD_END: "k"})
_STRAIGHT_QUOTE: Final = re.compile(r"[\"']")
_THAI: Final = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]+")


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


def held(classes: str, offset: int, reach: int) -> bool:
    """Tell whether a line that fits up to `reach` is drawn with an earlier break than the one at `offset`.

    LibreOffice breaks between a wide mark and the Latin word after it only where the line is full at the mark, and
    never between a Latin word and a wide bracket. Both are good places, where headings may break.
    """
    before, here = classes[offset - 1], classes[offset]
    if here == "O":
        return before in (WORD, DIGIT)
    latin = classes[offset + 1 : offset + 2] if here == "U" else here
    return before in ("K", "Q") and latin in (WORD, DIGIT) and reach > offset


def hangs(char: str) -> bool:
    """Tell whether a space at a line's end takes no room."""
    return char in _HANGING_SPACES


def _shadow(text: str, classes: str, nobreak: tuple[str, ...]) -> str:
    """Return the classes as the whole text has them: names are one base each, and so are the words of Thai.

    In a text with CJK characters a straight quote stays with both its neighbours.
    """
    if "/" in text:
        classes = _slashed(text, classes)
    if CJK in classes:
        for match in _STRAIGHT_QUOTE.finditer(text):
            classes = classes[: match.start()] + _GLUE + classes[match.end() :]
    whole = [*_thai_words(text), *_places(text, nobreak)]
    if not whole:
        return classes
    letters = list(classes)
    for start, end in whole:
        letters[start:end] = _NAME + _NAME_REST * (end - start - 1)
    return "".join(letters)


def _places(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where names of more than one character stand."""
    for name in names:
        start = text.find(name) if len(name) > 1 else -1
        while start >= 0:
            yield start, start + len(name)
            start = text.find(name, start + len(name))


def _slashed(text: str, classes: str) -> str:
    """Return the classes as slashes have them, which is LibreOffice's way.

    Up to a text's first space a slash ends a word. After it, what stands before a word's last slash is whole,
    hyphens and the CJK character before it included: web addresses mostly.
    """
    space = classes.find(SPACE)
    if space < 0:
        return _SLASH.sub(_WORD_END, classes)
    rest = classes[space:]
    for match in _SLASHED.finditer(text, space):
        start, end = match.start() - space, match.end() - space
        rest = rest[:start] + rest[start:end].translate(_WHOLE) + rest[end:]
    return _SLASH.sub(_WORD_END, classes[:space]) + rest


def _thai_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of the Thai in a text stand, which has no spaces between them."""
    runs = list(_THAI.finditer(text))
    if runs:
        import budoux  # only here and for headings of several lines: it takes long to import

        parser = budoux.load_default_thai_parser()
        for run in runs:
            end = run.start()
            for word in parser.parse(run.group()):
                start, end = end, end + len(word)
                yield start, end
