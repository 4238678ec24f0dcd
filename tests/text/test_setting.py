"""Line pitch and space between letters, by what a text is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.text.setting import is_east_asian, spacing_of, tracking_of


@pytest.mark.parametrize(("spacing", "latin"), [(1.45, 1.25), (1.3, 1.22), (1.2, 1.2), (1.0, 1.0)])
def test_latin_lines_stand_closer_than_chinese_ones(spacing: float, latin: float) -> None:
    assert spacing_of(spacing, east=True) == spacing
    assert spacing_of(spacing, east=False) == pytest.approx(latin)


@given(st.floats(0.8, 3.0), st.floats(0.8, 3.0))
def test_what_a_style_sets_wider_stays_wider_and_nothing_grows(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert spacing_of(low, east=False) <= spacing_of(high, east=False) <= high


@pytest.mark.parametrize(
    ("text", "points"),
    [("Agenda", 0.0), ("Part 1", 0.0), ("CONTENTS", 1.44), ("PART 1", 1.44), ("01", 0.0), ("", 0.0)],
)
def test_only_capitals_are_spaced_out_and_little(text: str, points: float) -> None:
    assert tracking_of(4, text, 18, east=False) == pytest.approx(points)


def test_tracking_of_chinese_and_what_a_style_draws_together_stay() -> None:
    assert tracking_of(4, "目录", 18, east=True) == 4
    assert tracking_of(-0.5, "Agenda", 18, east=False) == -0.5
    assert tracking_of(1, "AGENDA", 18, east=False) == 1


@pytest.mark.parametrize("language", ["zh-CN", "ZH", "ja-JP", "ko"])
def test_languages_of_east_asia(language: str) -> None:
    assert is_east_asian(language)
    assert not is_east_asian("en-GB")
