"""Numbers of a sheet as their number format shows them (ECMA-376-1, 18.8.30 numFmt, 18.8.31 numFmts).

Read are General, decimals, thousands, percents, powers of ten, scaling commas, texts beside the number, sections for
negative numbers and zero, dates, times and durations. Not read are fractions and conditions in brackets.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from slidegen.data.format_tokens import Token, Unshown, sections
from slidegen.data.moments import shown_moment

GENERAL: Final = "General"
BUILT_IN: Final[dict[int, str]] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
    **dict.fromkeys((5, 6, 7, 8, 37, 38, 41, 42), "#,##0;(#,##0)"),
    **dict.fromkeys((39, 40, 43, 44), "#,##0.00;(#,##0.00)"),
}
"""The formats that have a number and no text in the file; 14 and 22, which follow the system, in ISO 8601's order."""

_WIDE = Context(prec=400)
"""Room for the digits of any number of a sheet."""
_MOST_GENERAL = 11
"""How many characters a number takes at most in the format General."""


def shown(raw: str, code: str, from_1904: bool = False) -> str:
    """Return the number written as `raw` in the file as the format `code` shows it. Raises Unshown."""
    value = _value(raw)
    numbers = [section for section in sections(code)[:3] if not any(token.kind == "text" for token in section)]
    if not numbers:
        return general(value)
    section, magnitude = numbers[0], value
    if value < 0 and len(numbers) > 1:
        section, magnitude = numbers[1], -value
    elif value == 0 and len(numbers) > 2:
        section = numbers[2]
    kinds = {token.kind for token in section}
    if "moment" in kinds or "elapsed" in kinds:
        return shown_moment(value, section, from_1904)
    if "general" in kinds:
        return "".join(general(magnitude) if token.kind == "general" else token.text for token in section)
    return _number(magnitude, section)


def is_moment(code: str) -> bool:
    """Tell whether a format shows a date, a time or a duration."""
    return any(token.kind in ("moment", "elapsed") for token in sections(code)[0])


def general(value: Decimal) -> str:
    """Return a number in the format General: at most eleven characters, no zeros at the end."""
    if value == 0:
        return "0"
    exponent = value.adjusted()
    if -5 < exponent < _MOST_GENERAL:
        room = _MOST_GENERAL - 1 - max(exponent, 0) - 1
        plain = format(_rounded(value, max(0, min(room, 9))), "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    mantissa, _, power = format(value, ".5E").partition("E")
    return f"{mantissa.rstrip('0').rstrip('.')}E{power[0]}{power[1:].zfill(2)}"


def _value(raw: str) -> Decimal:
    """Return a number with the fifteen digits that a sheet has."""
    try:
        value = float(raw)
    except ValueError:
        raise Unshown from None
    if value - value != 0:  # infinite, or no number
        raise Unshown
    return Decimal(format(value, ".15g"))


def _number(value: Decimal, section: Sequence[Token]) -> str:
    places = [n for n, token in enumerate(section) if token.kind in ("digits", "dot", "power")]
    if not places:
        return ("-" if value < 0 else "") + "".join(token.text for token in section)
    first, last = places[0], places[-1]
    core = section[first : last + 1]
    if any(token.kind not in ("digits", "dot", "power") for token in core):
        raise Unshown  # a fraction, or digits parted by signs as those of telephone numbers
    percents = sum(token.kind == "percent" for token in section)
    body = _core(abs(value).scaleb(2 * percents), core)
    before, after = ("".join(token.text for token in part) for part in (section[:first], section[last + 1 :]))
    return f"{'-' if value < 0 else ''}{before}{body}{after}".strip()


def _core(value: Decimal, tokens: Sequence[Token]) -> str:
    whole, decimals, power = "", "", ""
    dotted = False
    for token in tokens:
        if token.kind == "power":
            power = token.text
        elif token.kind == "dot":
            dotted = True
        elif dotted:
            decimals += token.text
        else:
            whole += token.text
    scaled = len(decimals or whole) - len((decimals or whole).rstrip(","))
    value = value.scaleb(-3 * scaled)
    decimals, grouped = decimals.rstrip(","), "," in whole.rstrip(",")
    whole = whole.replace(",", "")
    if power:
        return _scientific(value, whole, decimals, power)
    digits, _, part = format(_rounded(value, len(decimals)), "f").partition(".")
    digits = digits.lstrip("0").zfill(whole.count("0")) if digits.strip("0") else "0" * whole.count("0")
    if grouped:
        digits = f"{int(digits or 0):,}".rjust(len(digits), "0") if digits else ""
    while part and decimals[len(part) - 1] != "0" and part.endswith("0"):
        part = part[:-1]
    return f"{digits}.{part}" if dotted else digits


def _scientific(value: Decimal, whole: str, decimals: str, power: str) -> str:
    if len(whole) != 1:
        raise Unshown  # engineering notation
    mantissa, _, exponent = format(value, f".{len(decimals)}E").partition("E")
    number = int(exponent)
    sign = "-" if number < 0 else "+" if power[1] == "+" else ""
    return f"{mantissa}E{sign}{abs(number):0{len(power) - 2}}"


def _rounded(value: Decimal, decimals: int) -> Decimal:
    """Return a number rounded as sheets do: half away from zero."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
