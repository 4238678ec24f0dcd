"""Headings of manuscripts: level by the stack of ranks, run-in leads in company, traps that are none."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.reading.manuscript import read_manuscript
from slidegen.manuscript.segment import structure_of

BODY = "各单位要结合实际抓好落实，把任务分解到人、责任压实到岗，每周检查一次，每月通报一次，年底逐项对账销号。"
SAMPLES = Path(__file__).parents[1] / "manuscripts"


def headings(*lines: str) -> list[tuple[int, int, str, str]]:
    manuscript = Manuscript("x.txt", tuple(Paragraph(n, line) for n, line in enumerate(lines, 1)))
    found = structure_of(manuscript).headings
    return [(manuscript.paragraphs[h.at].line, h.level, h.kind, h.text) for h in found]


def test_level_is_the_depth_of_the_stack_not_the_form_of_the_marker() -> None:
    assert headings(
        *("一、形势", BODY, f"第一、把好关口。{BODY}", f"第二、守住底线。{BODY}"),
        *("二、任务", "1、抓学习", BODY, "（1）学原文", BODY, "2、抓整改", BODY),
    ) == [
        (1, 1, "line", "形势"),
        (3, 2, "runin", "把好关口"),
        (4, 2, "runin", "守住底线"),
        (5, 1, "line", "任务"),
        (6, 2, "line", "抓学习"),
        (8, 3, "line", "学原文"),
        (10, 2, "line", "抓整改"),
    ]


def test_a_lead_sentence_is_a_heading_in_company_only() -> None:
    alone = ("一、任务", f"要盯住重点部位。{BODY}", BODY)
    assert headings(*alone) == [(1, 1, "line", "任务")]
    pair = ("一、任务", f"要盯住重点部位。{BODY}", f"要用好闭环办法。{BODY}")
    assert [h[3] for h in headings(*pair)] == ["任务", "要盯住重点部位", "要用好闭环办法"]


def test_leads_of_one_beginning_keep_company_across_their_sub_items() -> None:
    found = headings(
        *("一、演练", f"要把预案练熟。{BODY}", f"一是从照着练转向突然练。{BODY}", f"二是从白天练转向夜间练。{BODY}"),
        f"要把装备备齐。{BODY}",
    )
    assert [(level, text) for _, level, _, text in found] == [
        (1, "演练"),
        (2, "要把预案练熟"),
        (3, "从照着练转向突然练"),
        (3, "从白天练转向夜间练"),
        (2, "要把装备备齐"),
    ]


def test_items_within_one_paragraph_are_points_and_no_headings() -> None:
    assert headings("一、纪律", f"一是管住自己。{BODY}二是管好家人。{BODY}", BODY) == [(1, 1, "line", "纪律")]


@pytest.mark.parametrize(
    "trap",
    [
        "下面，我讲几点意见：",
        f"3.5%，这是三季度的不满意率。{BODY}",
        f"2026年的盘子要早铺开。{BODY}",
        f"一体推进不敢腐、不能腐、不想腐。{BODY}",
        f"当前，正值汛期。{BODY}",
        "一要素保障不足",
    ],
)
def test_what_only_looks_like_a_heading_is_none(trap: str) -> None:
    assert headings("一、形势", trap, BODY, "二、任务", BODY) == [(1, 1, "line", "形势"), (4, 1, "line", "任务")]


def test_short_lines_among_sentences_are_headings_and_verses_are_not() -> None:
    verses = ("春眠不觉晓", "处处闻啼鸟", "夜来风雨声", "花落知多少")
    found = headings("朋友们：", "慢一点读", BODY * 2, "读难读的书", BODY * 2, *verses, BODY * 2)
    assert [text for *_, text in found if text not in verses[-1:]] == ["慢一点读", "读难读的书"]


def test_headings_that_the_file_names_stand_above_all_others() -> None:
    paragraphs = (
        Paragraph(1, "# 工作", 1, plain="工作"),
        Paragraph(2, "一、形势"),
        Paragraph(3, BODY),
        Paragraph(4, "## 任务", 2, plain="任务"),
        Paragraph(5, BODY),
        Paragraph(6, "# 保障", 1, plain="保障"),
        Paragraph(7, BODY),
    )
    found = structure_of(Manuscript("x.md", paragraphs)).headings
    assert [(h.level, h.text) for h in found] == [(1, "工作"), (2, "形势"), (2, "任务"), (1, "保障")]


def test_english_forms_map_to_the_same_stack() -> None:
    body = "We will go through the figures of each depot and agree on what to change before the end of the month."
    found = headings(
        *("Good morning, colleagues.", body, "I. Where we stand", body, f"Measure what matters. {body} {body}"),
        *(
            f"Repair what recurs. {body} {body}",
            "II. What we ask",
            f"First, speak early. {body}",
            f"Second, listen. {body}",
        ),
    )
    assert [(level, kind, text) for _, level, kind, text in found] == [
        (1, "line", "Where we stand"),
        (2, "runin", "Measure what matters"),
        (2, "runin", "Repair what recurs"),
        (1, "line", "What we ask"),
        (2, "runin", "speak early"),
        (2, "runin", "listen"),
    ]


def test_title_date_salutation_and_closing_are_no_headings() -> None:
    lines = (
        "2025年度述职报告",
        "（2026年1月16日）",
        "各位领导、同志们：",
        BODY,
        "一、履职",
        BODY,
        "二、打算",
        BODY,
        "谢谢大家！",
    )
    manuscript = Manuscript("x", tuple(Paragraph(n, line) for n, line in enumerate(lines, 1)))
    structure = structure_of(manuscript)
    assert structure.frame.title == (0,)
    assert structure.frame.date == 1
    assert (structure.frame.opening, structure.frame.closing) == (3, 8)
    assert [h.text for h in structure.headings] == ["履职", "打算"]


@pytest.mark.parametrize("name", ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"])
def test_headings_of_a_whole_speech_are_those_a_careful_reader_marks(name: str) -> None:
    path = SAMPLES / f"{name}.txt"
    manuscript = read_manuscript(path, path.read_bytes(), Report())
    assert manuscript is not None
    wanted = {(h["line"], h["level"]) for h in json.loads((SAMPLES / f"{name}.headings.json").read_text("utf-8"))}
    found = {(manuscript.paragraphs[h.at].line, h.level) for h in structure_of(manuscript).headings}
    hits = len(found & wanted)
    assert 2 * hits / (len(found) + len(wanted)) >= 0.9, sorted(found ^ wanted)


@given(st.lists(st.text(st.sampled_from("一二、（）1.是要第，。汉字ab \u3000—"), min_size=1), max_size=30))
def test_any_text_is_segmented_into_levels_without_a_gap(lines: list[str]) -> None:
    levels = [level for _, level, _, _ in headings(*(line for line in lines if line.strip()))]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
