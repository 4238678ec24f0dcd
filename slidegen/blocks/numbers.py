"""Numbers as presenters write them, and the formats they are shown in."""

import math
import re

from msgspec import Struct

_NUMBER = re.compile(
    r"(?P<sign>[+\-−]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d*)(?:\.(?P<part>\d+))?(?P<power>[eE][+-]?\d{1,4})?\s*(?P<percent>[%％]?)"
)
MISSING = frozenset(("", "-", "–", "—", "——", "~", "null"))
"""What stands where there is no number."""
MOST_DECIMALS = 4
_FORMAT = re.compile(
    r"(?P<before>(?:\"[^\"]*\"|[^#0?@*_;\[\]\\\"%.,])*)(?P<digits>#,##0|0)(?:\.(?P<part>0{1,9}))?(?P<percent>%?)"
    r"(?P<after>(?:\"[^\"]*\"|[^#0?@*_;\[\]\\\"%])*)"
)
_WORD = re.compile(r"[A-Za-z]{2,}")


class Number(Struct, frozen=True):
    """A finite number, how many decimals it was written with, and whether as percent; 12.5% is .125."""

    value: float
    decimals: int = 0
    percent: bool = False


def number_of(text: str) -> Number | None:
    """Return the number a text is; None for what is no number or not finite."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or not (found["whole"] or found["part"]):
        return None
    digits = found["whole"].replace(",", "") or "0"
    value = float(f"{found['sign'].replace('−', '-')}{digits}.{found['part'] or '0'}{found['power'] or ''}")
    if not math.isfinite(value):
        return None
    return Number(value / 100 if found["percent"] else value, len(found["part"] or ""), bool(found["percent"]))


class NumberFormat(Struct, frozen=True):
    """How numbers are shown: decimals, thousands set apart, percent, and the words before and after."""

    decimals: int = 0
    grouped: bool = False
    percent: bool = False
    before: str = ""
    after: str = ""

    @property
    def code(self) -> str:
        """The same as a format code of spreadsheets (ECMA-376-1, 18.8.31), all words of it quoted."""
        digits = ("#,##0" if self.grouped else "0") + ("." + "0" * self.decimals if self.decimals else "")
        return f"{_quoted(self.before)}{digits}{'%' if self.percent else ''}{_quoted(self.after)}"

    def shown(self, value: float) -> str:
        """Return a number as it is shown."""
        scaled = value * 100 if self.percent else value
        digits = f"{abs(scaled):{',' if self.grouped else ''}.{self.decimals}f}"
        sign = "-" if value < 0 and any(c in "123456789" for c in digits) else ""
        return f"{sign}{self.before}{digits}{'%' if self.percent else ''}{self.after}"


def format_of(text: str) -> NumberFormat | None:
    """Return the format that a code such as `0.0%` or `#,##0` stands for; None for one that slidegen does not know."""
    found = _FORMAT.fullmatch(text.strip())
    if found is None:
        return None
    return NumberFormat(
        decimals=len(found["part"] or ""),
        grouped=found["digits"] != "0",
        percent=bool(found["percent"]),
        before=found["before"].replace('"', ""),
        after=found["after"].replace('"', ""),
    )


def unit_after(unit: str) -> str:
    """Return a unit as it stands behind a number: a Latin word stands apart, a sign or letter does not."""
    return f" {unit}" if _WORD.match(unit) else unit


def _quoted(words: str) -> str:
    if not words:
        return ""
    return '\\"'.join(f'"{piece}"' if piece else "" for piece in words.split('"'))
