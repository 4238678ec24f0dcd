"""Dates, times and durations of sheets: days since 1900 or 1904, shown by a format (ECMA-376-1, 18.17.4)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Final

from slidegen.data.format_tokens import Token, Unshown

_SECONDS: Final = 86_400
_MOST: Final = 2_958_466
"""The day after 9999-12-31."""
_MONTHS: Final = "January February March April May June July August September October November December".split()
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CHINESE_DAYS: Final = "一二三四五六日"


def shown_moment(value: Decimal, section: Sequence[Token], from_1904: bool) -> str:
    """Return days as a format shows them; its smallest part is rounded. Raises Unshown."""
    if value < 0 or value >= _MOST:
        raise Unshown
    places = _fraction_places(section)
    unit = Decimal(1).scaleb(-places)
    seconds = (value * _SECONDS).quantize(unit, ROUND_HALF_UP)
    try:
        moment = _moment(seconds, from_1904)
    except OverflowError:  # beyond the year 9999
        raise Unshown from None
    twelve = any(token.text.upper() in _HALVES for token in section)
    pieces = []
    for n, token in enumerate(section):
        if token.kind == "elapsed":
            pieces.append(_elapsed(token.text, seconds))
        elif token.kind == "moment":
            pieces.append(_piece(token.text, moment, twelve, _is_minute(section, n)))
        elif token.kind == "digits" and pieces and pieces[-1] == ".":
            pieces.append(f"{seconds % 1:f}".partition(".")[2])
        else:
            pieces.append(token.text)
    return "".join(pieces).strip()


def _fraction_places(section: Sequence[Token]) -> int:
    """Return how many decimals the seconds have: `ss.000` has three."""
    return next(
        (len(after.text) for dot, after in pairwise(section) if dot.kind == "dot" and after.kind == "digits"), 0
    )


def _moment(seconds: Decimal, from_1904: bool) -> datetime:
    days, rest = divmod(int(seconds), _SECONDS)
    if from_1904:
        origin = datetime(1904, 1, 1)
    else:
        # 1900 counts as a leap year: the days before its 29 February are one later than they seem
        origin = datetime(1899, 12, 31) if days < 60 else datetime(1899, 12, 30)
    return origin + timedelta(days=days, seconds=rest)


_HALVES: Final[Mapping[str, tuple[str, str]]] = {
    "AM/PM": ("AM", "PM"),
    "A/P": ("A", "P"),
    "上午/下午": ("上午", "下午"),
}
_SHOWN: Final[Mapping[str, Callable[[datetime], str]]] = {
    "yy": lambda t: f"{t.year % 100:02}",
    "yyyy": lambda t: f"{t.year:04}",
    "m": lambda t: str(t.month),
    "mm": lambda t: f"{t.month:02}",
    "mmm": lambda t: _MONTHS[t.month - 1][:3],
    "mmmm": lambda t: _MONTHS[t.month - 1],
    "mmmmm": lambda t: _MONTHS[t.month - 1][:1],
    "d": lambda t: str(t.day),
    "dd": lambda t: f"{t.day:02}",
    "ddd": lambda t: _DAYS[t.weekday()][:3],
    "dddd": lambda t: _DAYS[t.weekday()],
    "aaa": lambda t: _CHINESE_DAYS[t.weekday()],
    "aaaa": lambda t: f"星期{_CHINESE_DAYS[t.weekday()]}",
    "s": lambda t: str(t.second),
    "ss": lambda t: f"{t.second:02}",
}


def _piece(text: str, moment: datetime, twelve: bool, minute: bool) -> str:
    lower = text.lower()
    if text.upper() in _HALVES:
        return _HALVES[text.upper()][moment.hour >= 12]
    if lower.startswith("h"):
        hour = (moment.hour - 1) % 12 + 1 if twelve else moment.hour
        return f"{hour:0{min(len(text), 2)}}"
    if minute:
        return f"{moment.minute:0{min(len(text), 2)}}"
    if lower.startswith("y"):
        lower = "yy" if len(lower) < 3 else "yyyy"
    longest = {"d": 4, "s": 2, "m": 5}.get(lower[0], len(lower))
    return _SHOWN[lower[:longest]](moment)


def _is_minute(section: Sequence[Token], place: int) -> bool:
    """Tell whether an `m` or `mm` is minutes: behind hours, or before seconds."""
    if section[place].text.lower() not in ("m", "mm"):
        return False
    near = [token.text[0].lower() for token in section[:place] if token.kind in ("moment", "elapsed")]
    following = [token.text[0].lower() for token in section[place + 1 :] if token.kind in ("moment", "elapsed")]
    return near[-1:] == ["h"] or following[:1] == ["s"]


def _elapsed(text: str, seconds: Decimal) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[text[0].lower()]
    return f"{int(seconds) // unit:0{len(text)}}"
