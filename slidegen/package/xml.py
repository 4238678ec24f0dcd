"""The `Xml` type: markup told apart from text, so that no text reaches a part unescaped.

`xml(template, *values)` fills `%s` places: an `Xml` or a number goes in as it is, any other string is
escaped on the way. That one function is the only crossing from text to markup. Templates are literals
of the code, never built from user text.
"""

import re
from collections.abc import Iterable
from typing import LiteralString


class Xml(str):
    """Well-formed markup."""

    __slots__ = ()


EMPTY = Xml("")
_SPECIAL = re.compile(r'[&<>"\t\n\r]')
DECLARATION = Xml('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')


def escape(text: str) -> Xml:
    """Return text as markup; sound in attributes and in character data.

    White space is written as references where a parser would fold it in an attribute. Chained
    `replace` scans Chinese text ten times faster than `str.translate`.
    """
    if _SPECIAL.search(text) is None:
        return Xml(text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return Xml(text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;"))


def xml(template: LiteralString, *values: str | int) -> Xml:
    """Fill a template's `%s` places, escaping every value that is not `Xml`."""
    return Xml(template % tuple([v if type(v) is Xml or type(v) is int else escape(str(v)) for v in values]))


def join(parts: Iterable[Xml]) -> Xml:
    """Return pieces of markup as one."""
    return Xml("".join(parts))
