"""Styles of a Word file: what a paragraph inherits of a heading, a number, or being hidden."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.manuscript.reading.word.names import W, flag, number, value

if TYPE_CHECKING:
    from lxml import etree

_BODY_TEXT = 9
"""The outline level of what is no heading (17.3.1.20, counted from 0)."""
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(
    r"toc ?(?:[1-9]|heading)|table of figures|(?:WPSOffice手动)?目录(?:标题)? ?[1-9]?", re.IGNORECASE
)


class Style(Struct, frozen=True):
    """What one style itself says; None where it leaves that to the one it is based on."""

    name: str
    based_on: str | None
    outline: int | None
    num_id: int | None
    ilvl: int | None
    hidden: bool | None


class Styles:
    """All styles of a file by their ids."""

    def __init__(self, root: "etree._Element | None") -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for element in [] if root is None else root.iterchildren(f"{W}style"):
            style_id = element.get(f"{W}styleId", "")
            self._styles[style_id] = _style(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self._default = style_id

    def heading_level(self, id: str | None) -> int:
        """Return the level of a paragraph style's heading from 1; 0 for body text."""
        for style_id, style in self._chain(id):
            if style.outline is not None:
                return 0 if style.outline >= _BODY_TEXT else style.outline + 1
            named = _HEADING.fullmatch(style.name) or _HEADING.fullmatch(style_id)
            if named:
                return int(named[1])
        # Word need not write a built-in style that a paragraph names.
        named = _HEADING.fullmatch(id or "") if id not in self._styles else None
        return int(named[1]) if named else 0

    def num_id(self, id: str | None) -> tuple[int | None, str]:
        """Return the list that a paragraph style belongs to, and the id of the style that says so."""
        for style_id, style in self._chain(id):
            if style.num_id is not None:
                return style.num_id, style_id
        return None, ""

    def ilvl(self, id: str | None) -> int | None:
        """Return the level, from 0, that a style has in its list."""
        return next((style.ilvl for _, style in self._chain(id) if style.ilvl is not None), None)

    def is_hidden(self, id: str | None) -> bool | None:
        """Tell whether text of a style is hidden; None where it says nothing."""
        return next((style.hidden for _, style in self._chain(id) if style.hidden is not None), None)

    def is_contents(self, id: str | None) -> bool:
        """Tell whether a paragraph style is one of a table of contents."""
        style = self._styles.get(id or "")
        return bool(_CONTENTS.fullmatch(style.name if style else id or ""))

    def _chain(self, id: str | None) -> Iterator[tuple[str, Style]]:
        """Yield a style and those it is based on; the default paragraph style for None."""
        seen: set[str] = set()
        following = self._default if id is None else id
        while following is not None and following in self._styles and following not in seen:
            seen.add(following)
            yield following, self._styles[following]
            following = self._styles[following].based_on


def _style(element: "etree._Element") -> Style:
    numbers = element.find(f"{W}pPr/{W}numPr")
    return Style(
        value(element, "name") or "",
        value(element, "basedOn"),
        number(element, "pPr/outlineLvl"),
        number(numbers, "numId"),
        number(numbers, "ilvl"),
        flag(element.find(f"{W}rPr"), "vanish"),
    )
