"""Markers: the numbers and words at a paragraph's head that say where it stands (GB/T 9704 and common use)."""

import re
from typing import Final

from msgspec import Struct

_CN: Final = "[一二三四五六七八九十]{1,3}"
_ROMAN: Final = "(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X))"
_ENGLISH: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DIGITS: Final = "零一二三四五六七八九"
_ORDERED: Final = {"首先": 1, "其次": 2, "再次": 3, "finally": 99, "lastly": 99, "next": 2, "最后": 99}

ITEM: Final = 6.0
"""The rank of 一是, 首先, First: parts of a list as often as headings."""
LEAD: Final = 5.0
"""The rank of a lead sentence without a number."""
LINE: Final = 1.5
"""The rank of a line heading without a number: below 一、, above （一）."""


class Marker(Struct, frozen=True):
    """A marker found: its form, its rank, what it counts, how it is written and what follows it."""

    form: str
    rank: float
    number: int
    written: str
    rest: str


_FORMS: Final[tuple[tuple[str, float, re.Pattern[str]], ...]] = (
    ("part", 0.0, re.compile(rf"第({_CN})(?:部分|章|编|个问题|个方面)[：:、，,\s]*")),
    ("part", 0.0, re.compile(r"(?:Part|Chapter|Section)\s+(\d{1,2}|[IVX]+|[A-Z][a-z]+)\b[.:—–-]?\s*")),
    ("chinese", 1.0, re.compile(rf"({_CN})、")),
    ("roman", 1.0, re.compile(rf"({_ROMAN})[.)]\s+")),
    ("bracketed", 2.0, re.compile(rf"[（(]({_CN})[）)][、．.]?")),
    ("letter", 2.0, re.compile(r"([A-H])[.)]\s+")),
    ("figure", 3.0, re.compile(r"(\d{1,2})(?:[、．]|[.)](?!\d))(?=\D)\s*")),
    ("ordinal", 3.5, re.compile(rf"第({_CN})[，、：:,]\s*")),
    ("small", 4.0, re.compile(r"[（(](\d{1,2}|[a-h])[）)][、．.]?\s*")),
    ("small", 4.0, re.compile(r"([①-⑳])\s*")),
    ("item", ITEM, re.compile(rf"({_CN})(?:是|要(?!素|求|点|件|领|义))")),
    ("item", ITEM, re.compile(r"(首先|其次|再次)[，,：:]?")),
    (
        "item",
        ITEM,
        re.compile(rf"({'|'.join(_ENGLISH)}|next|finally|lastly)(?:ly)?[,:]\s+", re.IGNORECASE),
    ),
    ("dash", ITEM, re.compile(r"(——|—)(?=\S)")),
)


def marker_of(text: str) -> Marker | None:
    """Return the marker a text begins with; nothing must stand before it but spaces."""
    stripped = text.lstrip(" \t\u3000")
    for form, rank, pattern in _FORMS:
        found = pattern.match(stripped)
        if found and found.end() < len(stripped):
            return Marker(form, rank, _number(found[1]), found[0].strip(), stripped[found.end() :])
    return None


def _number(written: str) -> int:
    """Return what a marker's number is; 0 where it is none (——)."""
    lower = written.lower()
    if written.isdecimal():
        return int(written)
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    if lower in _ORDERED:
        return _ORDERED[lower]
    if lower in _ENGLISH:
        return _ENGLISH.index(lower) + 1
    if re.fullmatch(_CN, written):
        return _chinese(written)
    if re.fullmatch(_ROMAN, written):
        return _roman(written)
    return ord(lower) - 96 if re.fullmatch("[a-h]", lower) else 0


def _chinese(written: str) -> int:
    tens, ten, ones = written.partition("十")
    if not ten:
        return _DIGITS.index(written[0])
    return (_DIGITS.index(tens[0]) if tens else 1) * 10 + (_DIGITS.index(ones[0]) if ones else 0)


def _roman(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
