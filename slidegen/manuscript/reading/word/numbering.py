"""Automatic numbers: what Word prints before a paragraph and does not write into its text (ECMA-376-1, 17.9)."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from slidegen.manuscript.reading.lines import is_wide
from slidegen.manuscript.reading.word.names import MC, W, flag, number, value, whole
from slidegen.manuscript.reading.word.numerals import printed
from slidegen.manuscript.reading.word.styles import Styles

if TYPE_CHECKING:
    from lxml import etree

BULLET = "•"
_PLACE = re.compile("%([1-9])")


class Level(Struct, frozen=True):
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """The number with what stands around it; `%1` is the number of the first level."""
    suffix: str = "tab"
    restart: int | None = None
    """The level, from 1, after which, or after one above it, numbers start anew; 0 for never, None for any above."""
    legal: bool = False
    style: str | None = None


class Numbered(Struct, frozen=True):
    """A list (`w:num`): its levels, and which abstract list counts for it."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]
    """The number with which a level starts anew where this list first uses it."""


class Numbering:
    """The lists of a file, and how far each has been counted. Ask for paragraphs in their order."""

    def __init__(self, root: "etree._Element | None", styles: Styles) -> None:
        self._lists = {} if root is None else _lists(root, styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[int, int]] = set()

    def level_of_style(self, num_id: int, style: str) -> int | None:
        """Return the level of a list that a paragraph style is tied to."""
        found = self._lists.get(num_id)
        return next((n for n, level in found.levels.items() if level.style == style), None) if found else None

    def next(self, num_id: int, ilvl: int) -> str:
        """Count one paragraph and return its number with the space behind it; nothing for a list that is not there."""
        found = self._lists.get(num_id)
        level = found.levels.get(ilvl) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if ilvl in found.restarts and (num_id, ilvl) not in self._used:
            counts[ilvl] = found.restarts[ilvl]
        else:
            counts[ilvl] = counts.get(ilvl, level.start - 1) + 1
        self._used.add((num_id, ilvl))
        for deeper in [n for n in counts if n > ilvl]:
            after = found.levels[deeper].restart if deeper in found.levels else None
            if after is None or ilvl < after:
                del counts[deeper]
        return _label(found, level, counts)


def _label(found: Numbered, level: Level, counts: dict[int, int]) -> str:
    if level.form == "bullet":
        return f"{BULLET} "

    def place(sign: re.Match[str]) -> str:
        n = int(sign[1]) - 1
        other = found.levels.get(n, Level())
        return printed(counts.get(n, other.start), "decimal" if level.legal else other.form)

    label = _PLACE.sub(place, level.text)
    if not label or level.suffix == "nothing":
        return label
    # A tab is a distance on paper; 、 and ） have that distance in themselves.
    spaced = is_wide(label[-1]) and not label[-1].isalnum()
    return label if level.suffix == "tab" and spaced else f"{label.rstrip()} "


def _lists(root: "etree._Element", styles: Styles) -> dict[int, Numbered]:
    abstract = {a.get(f"{W}abstractNumId", ""): a for a in root.iterchildren(f"{W}abstractNum")}
    nums = {whole(n.get(f"{W}numId"), -1): n for n in root.iterchildren(f"{W}num")}
    found = {}
    for num_id, element in nums.items():
        behind = _abstract_id(value(element, "abstractNumId") or "", abstract, nums, styles)
        levels = _levels(abstract[behind]) if behind in abstract else {}
        restarts = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            ilvl = whole(override.get(f"{W}ilvl"))
            levels.update(_levels(override))
            start = number(override, "startOverride")
            if start is not None:
                restarts[ilvl] = start
                levels[ilvl] = replace(levels.get(ilvl, Level()), start=start)
        found[num_id] = Numbered(behind, levels, restarts)
    return found


def _abstract_id(
    id: str, abstract: dict[str, "etree._Element"], nums: dict[int, "etree._Element"], styles: Styles
) -> str:
    """Follow a link to a list style (17.9.21) to the list that it stands for."""
    linked = value(abstract.get(id), "numStyleLink")
    num_id, _ = styles.num_id(linked) if linked else (None, "")
    behind = value(nums.get(num_id), "abstractNumId") if num_id is not None else None
    return behind or id


def _levels(element: "etree._Element") -> dict[int, Level]:
    return {whole(level.get(f"{W}ilvl")): _level(level) for level in element.iterchildren(f"{W}lvl")}


def _level(element: "etree._Element") -> Level:
    form = value(element, "numFmt")
    if form is None:
        # Newer forms stand in a choice, with an older one to fall back on.
        form = value(element.find(f"{MC}AlternateContent/{MC}Fallback"), "numFmt") or "decimal"
    first = number(element, "start")
    return Level(
        0 if first is None else first,
        form,
        value(element, "lvlText") or "",
        value(element, "suff") or "tab",
        number(element, "lvlRestart"),
        bool(flag(element, "isLgl")),
        value(element, "pStyle"),
    )
