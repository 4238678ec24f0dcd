"""Numbers as they are written, and the formats they are shown in."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.blocks.numbers import NumberFormat, format_of, number_of, unit_after


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("12", 12.0, 0),
        ("-3.50", -3.5, 2),
        ("−3.5", -3.5, 1),
        ("+.5", 0.5, 1),
        ("1,200.25", 1200.25, 2),
        ("1e3", 1000.0, 0),
        ("12.5%", 0.125, 1),
        ("40 ％", 0.4, 0),
        ("１２", 12.0, 0),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float, decimals: int) -> None:
    number = number_of(text)
    assert number is not None
    assert (number.value, number.decimals) == (value, decimals)


@pytest.mark.parametrize(
    "text", ["", ".", "%", "nan", ".inf", "1e400", "-1e999", "1,20", "12 km", "0x1f", "1_000", "1.2.3"]
)
def test_what_is_no_finite_number_is_none(text: str) -> None:
    assert number_of(text) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_finite_number_is_read_back(value: float) -> None:
    number = number_of(repr(value))
    assert number is not None
    assert number.value == value


@given(st.text(max_size=30))
def test_any_text_is_a_finite_number_or_none(text: str) -> None:
    number = number_of(text)
    assert number is None or math.isfinite(number.value)


@pytest.mark.parametrize(
    ("code", "value", "shown", "written"),
    [
        ("0", 2.4, "2", "0"),
        ("#,##0", 1234567, "1,234,567", "#,##0"),
        ("0.0%", 0.125, "12.5%", "0.0%"),
        ("$#,##0.00", -5, "-$5.00", '"$"#,##0.00'),
        ('0"字"', 9, "9字", '0"字"'),
        ("0.0 m", 1.25, "1.2 m", '0.0" m"'),
        ("0", -0.2, "0", "0"),
    ],
)
def test_formats_show_numbers_and_are_codes_of_spreadsheets(code: str, value: float, shown: str, written: str) -> None:
    found = format_of(code)
    assert found is not None
    assert (found.shown(value), found.code) == (shown, written)


@pytest.mark.parametrize("code", ["", "abc", "#", "0;-0", "[Red]0", "0.0.0", "yyyy-mm-dd", "@"])
def test_formats_that_are_not_known_are_none(code: str) -> None:
    assert format_of(code) is None


def test_words_of_a_format_are_quoted_whatever_they_hold() -> None:
    assert NumberFormat(after='5"').code == '0"5"\\"'
    assert unit_after("km") == " km"
    assert unit_after("万元") == "万元"
    assert unit_after("m") == "m"
