"""Numbers as Word prints them, by the name of their form (ECMA-376-1, 17.18.59 ST_NumberFormat)."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def printed(number: int, form: str) -> str:
    """Return a number in a form; one that is unknown, or has no such number, is decimal."""
    make = _FORMS.get(form)
    return (make(number) if make else "") or ("" if form == "none" else str(number))


def _chinese(number: int, digits: str = _DIGITS, units: tuple[str, ...] = ("", "十", "百", "千")) -> str:
    """Return a number below ten thousand in words: 十, 二十一, 一百零五."""
    if not 0 < number < 10_000:
        return ""
    said = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            said = digits[int(digit)] + units[place] + said
        elif said and not said.startswith(digits[0]):
            said = digits[0] + said
    # 十二, but 一百一十二; formal numbers keep the one so that nothing can be written before them.
    return said[1:] if digits is _DIGITS and 10 <= number < 20 else said


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return ""
    said = ""
    for worth, sign in _ROMAN:
        said += sign * (number // worth)
        number %= worth
    return said


def _letters(number: int) -> str:
    """Return a … z, aa, bb …, which is how Word goes on after z."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _ordinal(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _signs(signs: str) -> Callable[[int], str]:
    """Return a form that has one sign for each number from 1 on, as far as they go."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _from(first: str, count: int) -> str:
    return "".join(chr(ord(first) + n) for n in range(count))


def _digit_by_digit(zero: str) -> Callable[[int], str]:
    digits = zero + _DIGITS[1:]
    return lambda number: "".join(digits[int(digit)] for digit in str(number)) if number >= 0 else ""


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else ""


def _formal(digits: str, units: tuple[str, ...]) -> Callable[[int], str]:
    return lambda number: _chinese(number, digits, units)


_CIRCLES = _signs(_from("①", 20) + _from("㉑", 15) + _from("㊱", 15))

_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + n: ord("０") + n for n in range(10)}),
    "decimalFullWidth2": lambda number: str(number).translate({ord("0") + n: ord("０") + n for n in range(10)}),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _digit_by_digit("〇"),
    "taiwaneseDigital": _digit_by_digit("○"),
    "japaneseDigitalTenThousand": _digit_by_digit("〇"),
    "chineseLegalSimplified": _formal(_FORMAL, ("", "拾", "佰", "仟")),
    "ideographLegalTraditional": _formal(_FORMAL_TRADITIONAL, ("", "拾", "佰", "仟")),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _CIRCLES,
    "decimalEnclosedCircleChinese": _CIRCLES,
    "decimalEnclosedParen": _signs(_from("⑴", 20)),
    "decimalEnclosedFullstop": _signs(_from("⒈", 20)),
    "ideographEnclosedCircle": _signs(_from("㊀", 10)),
}
