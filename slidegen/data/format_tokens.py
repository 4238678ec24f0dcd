"""Number formats of sheets taken apart (ECMA-376-1, 18.8.31 numFmts)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_TOKEN = re.compile(
    r"""\[(?P<bracket>[^\]]*)\] | "(?P<quoted>[^"]*)" | [\\!](?P<escaped>.) | (?P<skip>_.) | (?P<fill>\*.)
    | (?P<power>[eE][+-]0+) | (?P<digits>[0\#?][0\#?,]*) | (?P<dot>\.)
    | (?P<moment>AM/PM|A/P|上午/下午|y+|m+|d+|h+|s+|a{3,4}) | (?P<general>General)
    | (?P<percent>%) | (?P<text>@) | (?P<literal>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_COLORS = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|colou?r\s*\d+|[黑蓝青绿红白黄]色?|洋红色?|颜色\s*\d+",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"\$([^-\]]*)(?:-[0-9a-fA-F]+)?(?:,.*)?")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


class Unshown(Exception):
    """A format that is not read, or a number that it cannot show."""


class Token(Struct, frozen=True):
    """A piece of a format: its kind, as the groups of the pattern are called, and its text."""

    kind: str
    text: str


@lru_cache(maxsize=256)
def sections(code: str) -> tuple[tuple[Token, ...], ...]:
    """Return the sections of a format, each as its tokens. Raises Unshown."""
    found: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "literal"
        text = match[kind]
        if kind == "literal" and text == ";":
            found.append([])
        elif kind == "bracket":
            found[-1].extend(_bracket(text))
        elif kind == "literal" and text.isascii() and text.isalpha():
            raise Unshown  # letters that say something stand in quotes
        elif kind in ("quoted", "escaped", "literal"):
            found[-1].append(Token("literal", text))
        elif kind == "skip":
            found[-1].append(Token("literal", " "))
        elif kind != "fill":
            found[-1].append(Token(kind, text))
    return tuple(map(tuple, found))


def _bracket(text: str) -> Iterator[Token]:
    """Yield what stands for a bracket: colours say nothing, a currency is its sign, `h` a duration."""
    currency = _CURRENCY.fullmatch(text)
    if currency:
        if currency[1]:
            yield Token("literal", currency[1])
    elif _ELAPSED.fullmatch(text):
        yield Token("elapsed", text)
    elif not _COLORS.fullmatch(text) and not text.lower().startswith("dbnum1") and text:
        raise Unshown  # a condition, Chinese numerals
