"""Balanced breaks of headings."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.text.faces import Face
from slidegen.text.measure import Piece, measure
from slidegen.text.phrases import balance

FACE = Face("Arial", "Microsoft YaHei", bold=True)


def heading(text: str, width: float, lines: int, *nobreak: str, language: str = "zh-CN") -> list[str]:
    breaks = balance(text, measure([Piece(text, FACE)], nobreak), width, lines, language)
    edges = [0, *breaks, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("以“双碳”目标为引领，推动绿色低碳高质量发展", 18, ["以“双碳”目标为引领，", "推动绿色低碳高质量发展"]),
        ("数字化转型推动企业高质量发展的实践与思考", 14, ["数字化转型推动企业", "高质量发展的实践与思考"]),
        ("学党史 悟思想 办实事 开新局", 10, ["学党史 悟思想", "办实事 开新局"]),
        ("用Kubernetes与Docker搭建混合云平台的十二条经验", 16, ["用Kubernetes与Docker", "搭建混合云平台的十二条经验"]),
        (
            "Building a state-of-the-art data platform for 2026",
            14,
            ["Building a state-of-the-art", "data platform for 2026"],
        ),
    ],
)
def test_headings_break_at_phrases_into_lines_of_like_length(text: str, width: float, expected: list[str]) -> None:
    assert heading(text, width, 2) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("What the council thinks of the plan for winter", 16, ["What the council thinks", "of the plan for winter"]),
        (
            "A meeting is a tool for deciding, not for talking",
            18,
            ["A meeting is a tool", "for deciding, not for talking"],
        ),
        ("Please bring all of your own questions", 14, ["Please bring all", "of your own questions"]),
        ("Questions from Rotterdam and The Hague", 14, ["Questions from Rotterdam", "and The Hague"]),
    ],
)
def test_articles_prepositions_and_possessives_stay_with_the_word_they_lean_on(
    text: str, width: float, expected: list[str]
) -> None:
    assert heading(text, width, 2, language="en") == expected


def test_a_leaning_word_ends_a_line_where_no_other_break_fits() -> None:
    assert heading("Consolidating the responsibilities", 9, 2, language="en") == [
        "Consolidating the",
        "responsibilities",
    ]


def test_the_authors_newline_wins() -> None:
    assert heading("坚持以人民为中心\n不断实现对美好生活的向往", 16, 2) == [
        "坚持以人民为中心",
        "不断实现对美好生活的向往",
    ]


@pytest.mark.parametrize("kept", ["“机器换人”", "《数据安全法》", "（征求意见稿）", "2025年", "Kubernetes", "15.3%"])
def test_short_quotations_words_and_quantities_are_never_taken_apart(kept: str) -> None:
    for before in range(1, 12):
        text = "推动绿色低碳经济社会发展"[:before] + kept + "全面提升城市治理能力水平"[before:]
        assert any(kept in line for line in heading(text, 14, 2))


def test_names_stay_whole() -> None:
    text = "热烈欢迎欧阳震华同志莅临指导工作"
    assert any("欧阳震华" in line for line in heading(text, 9, 2, "欧阳震华"))


def test_the_last_line_has_four_em_or_greedy_breaking_is_left_to_decide() -> None:
    assert heading("绿水青山，美", 6, 2) != ["绿水青山，", "美"]
    assert heading("绿水青，山", 4, 2) == ["绿水青，山"]


def test_greedy_breaking_is_left_to_decide_when_the_lines_are_too_few() -> None:
    text = "数字化转型推动企业高质量发展的实践与思考"
    assert balance(text, measure([Piece(text, FACE)]), 6, 2) == ()


def test_one_line_has_no_breaks() -> None:
    assert balance("企业年报", measure([Piece("企业年报", FACE)]), 10, 1) == ()


@settings(max_examples=100, deadline=None)
@given(st.text("高质量发展的，：“”《》 aB3%年\n", max_size=30), st.integers(4, 20), st.integers(1, 4))
def test_every_balanced_line_fits_and_no_character_is_lost(text: str, width: int, lines: int) -> None:
    paragraph = measure([Piece(text, FACE)])
    breaks = balance(text, paragraph, width, lines)
    assert list(breaks) == sorted(set(breaks))
    edges = [0, *breaks, len(text)]
    if breaks:
        for start, end in pairwise(edges):
            assert paragraph.span(start, start + len(text[start:end].rstrip())) <= width + 1e-5
