"""What a text says that is mostly another the next time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.outline.stale import stale


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议定于2025年3月12日召开", [("date", "2025年3月12日")]),
        ("二〇二四年十月", [("date", "二〇二四年十月")]),
        ("今年三季度，到9月底", [("date", "今年"), ("date", "三季度"), ("date", "9月底")]),
        ("截止 2025-01-16", [("date", "2025-01-16")]),
        ("on March 3, 2025 and in May 2024", [("date", "March 3, 2025"), ("date", "May 2024")]),
        ("last year, Q3", [("date", "last year"), ("date", "Q3")]),
        ("2025年的工作", [("year", "2025年")]),
        ("the plan for 2026.", [("year", "2026")]),
        ("“十四五”和2035", [("year", "2035")]),
        ("满意率98.1%，提高4.6个百分点", [("number", "98.1%"), ("number", "4.6个百分点")]),
        ("发展党员23名，投入1,200万元", [("number", "23名"), ("number", "1,200万")]),
        ("$4.5 million for 30 people", [("number", "$4.5"), ("number", "30 people")]),
        ("接待 18,200", [("number", "18,200")]),
        ("开好全市组织工作会议", [("meeting", "开好全市组织工作会议")]),
        ("第三届职工代表大会", [("meeting", "第三届职工代表大会")]),
        ("the Annual Planning Meeting", [("meeting", "Annual Planning Meeting")]),
        ("王小明说两句", [("name", "王小明")]),
        ("要坚持不懈，一步一步来", []),
        ("see page 12 and version 3.5", []),
    ],
)
def test_dates_years_figures_meetings_and_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.text) for one in stale(text, ["王小明"])] == expected


@given(st.text(st.sampled_from("2025年3月12日会议第一届%., \n今-/Mayarch")))
def test_what_is_found_is_one_line_of_the_text(text: str) -> None:
    for one in stale(text):
        assert one.text
        assert "\n" not in one.text
        assert one.text in " ".join(text.split())
