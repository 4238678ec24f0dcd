"""Defaults: labels that a layout gives where the outline gives none, and texts that stand for whole items."""

import pytest

from slidegen.composed import ComposedSlide
from tests.building import good, made, texts, words

HEAD = "title: T\nlanguage: {}\ncover: no\nclosing: no\nslides:\n  - title: A\n"


def case(parts: str, language: str = "zh-CN") -> ComposedSlide:
    return good(HEAD.format(language) + f"    case: {parts}\n").deck.slides[0]


def said(slide: ComposedSlide) -> dict[str, str]:
    return {name: " ".join(words(text)) for name, text in texts(slide).items() if name.startswith(("case", "swot"))}


@pytest.mark.parametrize(
    ("language", "labels"),
    [("zh-CN", ["案情", "剖析", "警示", "整改"]), ("en", ["Case", "Analysis", "Lesson", "Remedy"])],
)
def test_items_take_the_labels_of_their_places_in_the_deck_s_language(language: str, labels: list[str]) -> None:
    for count in (3, 4):
        slide = case(f"[{', '.join('abcd'[:count])}]", language)
        assert [said(slide)[f"case[{n}].head"] for n in range(1, count + 1)] == labels[:count]


def test_a_label_that_is_written_wins() -> None:
    found = said(case("[甲：乙, {名称: 丙, 说明: 丁}, 戊]"))
    assert [found[f"case[{n}].head"] for n in (1, 2, 3)] == ["甲", "丙", "警示"]
    assert [found[f"case[{n}].body"] for n in (1, 2, 3)] == ["乙", "丁", "戊"]


def test_a_text_under_a_name_stays_whole_whatever_colons_it_has() -> None:
    found = said(case("{案情: 甲：乙, 剖析: 丙, 警示: 'd: e'}"))
    assert [found[f"case[{n}].head"] for n in (1, 2, 3)] == ["案情", "剖析", "警示"]
    assert [found[f"case[{n}].body"] for n in (1, 2, 3)] == ["甲：乙", "丙", "d: e"]


def test_names_beyond_the_least_count_may_be_left_out_and_no_other() -> None:
    assert "case[4].body" in said(case("{案情: 甲, 剖析: 乙, 警示: 丙, 整改: 丁}"))
    for parts in ("{案情: 甲, 剖析: 乙}", "{案情: 甲, 剖析: 乙, 整改: 丁}"):
        (finding,) = made(HEAD.format("zh-CN") + f"    案例: {parts}\n").findings
        assert finding.message == "`案例` lacks `警示`"


def test_a_text_in_place_of_points_is_one_point() -> None:
    parts = "{优势: 甲：乙, 劣势: [丙, 丁], 机会: {标题: 机遇, 要点: 戊}, 威胁: 己}"
    found = said(good(HEAD.format("zh-CN") + f"    swot: {parts}\n").deck.slides[0])
    assert [found[f"swot[{n}].head"] for n in (1, 2, 3, 4)] == ["优势", "劣势", "机遇", "威胁"]
    assert found["swot[1].body"] == "甲：乙"
