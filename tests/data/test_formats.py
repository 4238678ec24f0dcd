"""Numbers are shown as Excel shows them in their format."""

import pytest

from slidegen.data.format_tokens import Unshown
from slidegen.data.formats import BUILT_IN, shown


@pytest.mark.parametrize(
    ("code", "raw", "text"),
    [
        *[("General", "1.1", "1.1"), ("General", "1234567", "1234567"), ("General", "0.30000000000000004", "0.3")],
        *[("General", "0.333333333333333", "0.333333333"), ("General", "-2", "-2"), ("General", "1e12", "1E+12")],
        *[("General", "0.0000123", "1.23E-05"), ("General", "123456789012", "1.23457E+11"), ("General", "0", "0")],
        *[
            ("0", "2.5", "3"),
            ("0", "-2.5", "-3"),
            ("0.00", "1.005", "1.01"),
            ("0.00", "1.1", "1.10"),
            ("000", "7", "007"),
        ],
        *[("#,##0", "1234567.5", "1,234,568"), ("#,##0.00", "0.5", "0.50"), ("#,##0", "999", "999"), ("#", "0", "")],
        *[("0%", "0.125", "13%"), ("0.0%", "0.125", "12.5%"), ("0.00E+00", "12345", "1.23E+04"), (".00", "0.5", ".50")],
        *[
            ("0.0,", "12345", "12.3"),
            ('0.0,,"M"', "12345678", "12.3M"),
            ('0"人"', "12", "12人"),
            ("0.##", "1.5", "1.5"),
        ],
        *[("#,##0;(#,##0)", "-1234", "(1,234)"), ('0;-0;"–"', "0", "–"), ("0.00;[Red]-0.00", "-1", "-1.00")],
        *[("[$¥-804]#,##0.00", "8", "¥8.00"), ("¥#,##0", "-8", "-¥8"), ("@", "12", "12"), ("0\\ \\k\\g", "3", "3 kg")],
        *[('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "0", "-"), ("0_);(0)", "5", "5")],
        *[("yyyy-mm-dd", "46023", "2026-01-01"), ("yyyy-mm-dd", "1", "1900-01-01"), ("yyyy-mm-dd", "61", "1900-03-01")],
        *[
            ('yyyy"年"m"月"d"日"', "46023.75", "2026年1月1日"),
            ("d mmm yy", "46023", "1 Jan 26"),
            ("aaaa", "46023", "星期四"),
        ],
        *[("h:mm", "0.75", "18:00"), ("h:mm AM/PM", "0.75", "6:00 PM"), ("上午/下午h:mm", "0.25", "上午6:00")],
        *[("[h]:mm", "1.5", "36:00"), ("mm:ss", "0.01", "14:24"), ("hh:mm:ss.0", "0.5000058", "12:00:00.5")],
        *[("yyyy/m/d h:mm", "46023.5", "2026/1/1 12:00"), ("mmmm yyyy", "46023", "January 2026")],
    ],
)
def test_number_in_its_format(code: str, raw: str, text: str) -> None:
    assert shown(raw, code) == text


def test_days_of_the_macintosh_start_in_1904() -> None:
    assert shown("44561", "yyyy-mm-dd", from_1904=True) == "2026-01-01"


@pytest.mark.parametrize(
    ("code", "raw"),
    [
        *[("# ?/?", "0.5"), ("[>100]0.0;0", "3"), ("[DBNum2]0", "3"), ("000-0000", "1234567"), ("##0.0E+0", "12345")],
        *[("0", "nan"), ("0", "inf"), ("0", "x"), ("yyyy", "-1"), ("yyyy", "3000000"), ("q0", "1")],
    ],
)
def test_what_is_not_read_is_no_guess(code: str, raw: str) -> None:
    with pytest.raises(Unshown):
        shown(raw, code)


@pytest.mark.parametrize("number", sorted(BUILT_IN))
def test_every_format_that_has_but_a_number_is_shown_or_refused(number: int) -> None:
    for raw in ("0", "-1.5", "46023.123", "1e300"):
        try:
            assert shown(raw, BUILT_IN[number])
        except Unshown:
            assert number in (12, 13, 48) or number in range(14, 23) or raw in ("-1.5", "1e300")
