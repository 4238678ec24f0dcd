"""Lengths in layouts and themes: a number of inches, or a sum in `w` and `h` of the enclosing cell, `i` and `n`.

sum     := product (("+" | "-") product)*
product := factor (("*" | "/") factor)*
factor  := NUMBER | "w" | "h" | "i" | "n" | "-" factor | "(" sum ")"
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from slidegen.language import Said, say

Length = float | str

_TOKEN = re.compile(r"\s*(?:([0-9]+(?:\.[0-9]*)?|\.[0-9]+)|([whin+\-*/()]))")
_LONGEST = 80
_Formula = Callable[[Mapping[str, float]], float]


def evaluate(value: Length, w: float, h: float, i: int = 0, n: int = 0) -> float:
    """Return a length in inches; `w` and `h` are the cell's, `i` is its item's number of `n` (0 outside cells).

    Raises:
        ValueError: The text is no sum of numbers, `w`, `h`, `i` and `n`, or it divides by nothing.
    """
    if isinstance(value, str):
        try:
            return _formula(value)({"w": w, "h": h, "i": i, "n": n})
        except ZeroDivisionError:
            raise ValueError(say("`{value}` divides by nothing", value=value)) from None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 1e6:
        raise ValueError(_no_length(value))
    return float(value)


@lru_cache(maxsize=1024)
def _formula(text: str) -> _Formula:
    tokens: list[str] = []
    at, end = 0, len(text.rstrip())
    while at < end <= _LONGEST:
        found = _TOKEN.match(text, at, end)
        if not found:
            break
        tokens.append(found[1] or found[2])
        at = found.end()
    reader = _Reader([*tokens, ""], text)
    if at < end or not tokens:
        raise reader.error()
    formula = reader.sum()
    if reader.tokens[reader.at]:
        raise reader.error()
    return formula


def _no_length(value: object) -> Said:
    return say("`{value}` is no length: write inches, or a sum such as w-0.3", value=value)


class _Reader:
    """A recursive descent over the tokens of one length; the last token is empty."""

    def __init__(self, tokens: list[str], text: str) -> None:
        self.tokens, self.text, self.at = tokens, text, 0

    def error(self) -> ValueError:
        return ValueError(_no_length(self.text[:_LONGEST]))

    def take(self, *wanted: str) -> str:
        token = self.tokens[self.at]
        if token not in wanted:
            return ""
        self.at += 1
        return token

    def sum(self) -> _Formula:
        left = self.product()
        while sign := self.take("+", "-"):
            left = _combine(sign, left, self.product())
        return left

    def product(self) -> _Formula:
        left = self.factor()
        while sign := self.take("*", "/"):
            left = _combine(sign, left, self.factor())
        return left

    def factor(self) -> _Formula:
        if self.take("-"):
            inner = self.factor()
            return lambda names: -inner(names)
        if self.take("("):
            inner = self.sum()
            if not self.take(")"):
                raise self.error()
            return inner
        if name := self.take("w", "h", "i", "n"):
            return lambda names: names[name]
        token = self.tokens[self.at]
        if not token or not (token[0].isdigit() or token[0] == "."):
            raise self.error()
        self.at += 1
        number = float(token)
        return lambda names: number


def _combine(sign: str, left: _Formula, right: _Formula) -> _Formula:
    match sign:
        case "+":
            return lambda names: left(names) + right(names)
        case "-":
            return lambda names: left(names) - right(names)
        case "*":
            return lambda names: left(names) * right(names)
        case _:
            return lambda names: left(names) / right(names)
