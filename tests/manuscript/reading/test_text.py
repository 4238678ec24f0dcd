"""Plain text: a paragraph a line, broken lines put together, walls split, and never a character lost."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.reading.text import read_text
from slidegen.manuscript.reading.wall import LEAST, split
from slidegen.outline.source import decode

MANUSCRIPTS = Path(__file__).parents[2] / "manuscripts"

LEARNED = (
    "Thank you all for coming this morning. The work of the past year has shown that small teams can carry large "
    "changes when they are trusted to decide. I would like to speak about three things we have learned."
)
TALKING = (
    "First, nothing replaces talking to the people who use what we make. We visited forty offices between March and "
    "June, and every visit changed our plan in some way that no survey had told us about before we went there."
)
ENGLISH = (LEARNED, TALKING)


def read(text: str) -> Manuscript:
    report = Report()
    found = read_text(text.encode(), "speech.txt", report)
    assert found is not None
    assert report.findings == []
    return found


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


def test_every_line_is_a_paragraph_and_blank_lines_are_none() -> None:
    found = read("同志们：\n\n　　今天开会。\n　　\n讲三点。").paragraphs
    assert [(p.line, p.text) for p in found] == [(1, "同志们："), (3, "　　今天开会。"), (5, "讲三点。")]


def test_redaction_marks_stay_and_are_never_emphasis() -> None:
    (only,) = read("全市**系统和**部门").paragraphs
    assert (only.text, only.shown) == ("全市**系统和**部门", "全市**系统和**部门")


def test_gb18030_is_read_and_the_encoding_is_told() -> None:
    report = Report()
    found = read_text("各位代表：\n现在报告工作。".encode("gb18030"), "a.txt", report)
    assert found is not None
    assert found.encoding == "gb18030"
    assert found.paragraphs[0].text == "各位代表："
    assert [finding.code for finding in report.findings] == ["read-as-gb18030"]


def test_encoding_that_is_named_overrides_the_found_one() -> None:
    found = read_text("中文".encode("utf-16-le"), "a.txt", Report(), "utf-16-le")
    assert found is not None
    assert found.paragraphs[0].text == "中文"


def test_character_that_no_presentation_can_hold_is_an_error() -> None:
    report = Report()
    read_text(b"a\x07b", "a.txt", report)
    assert [finding.code for finding in report.findings] == ["forbidden-character"]


@pytest.mark.parametrize("width", [55, 72, 78, 96])
def test_lines_broken_at_a_width_are_one_paragraph(width: int) -> None:
    wrapped = [textwrap.fill(paragraph, width) for paragraph in ENGLISH]
    found = read("\n\n".join(wrapped)).paragraphs
    assert [p.text for p in found] == wrapped
    assert [p.shown for p in found] == list(ENGLISH)
    assert [p.line for p in found] == [1, wrapped[0].count("\n") + 3]


def test_broken_line_that_ends_a_sentence_goes_on_in_the_next() -> None:
    first = "It was late that day when the long meeting finally came to its own end."
    block = f"{first}\n{textwrap.fill(' '.join(ENGLISH), 72)}"
    assert texts(block) == [block]


def test_long_lines_in_wrapped_text_stay_paragraphs_of_their_own() -> None:
    body = textwrap.fill(" ".join(ENGLISH), 72)
    assert texts(f"{body}\n\n{ENGLISH[0]}\n{ENGLISH[1]}") == [body, *ENGLISH]


def test_heading_list_and_signature_in_wrapped_text_stay_apart() -> None:
    body = [textwrap.fill(paragraph, 72) for paragraph in ENGLISH]
    items = "- one thing to be done\n- another thing to be done\n1. a third"
    found = texts(f"What we learned\n{body[0]}\n\n{body[1]}\n\n{items}\n\nJohn Smith\nDirector")
    assert found == ["What we learned", *body, *items.split("\n"), "John Smith", "Director"]


def test_initial_at_the_start_of_a_broken_line_goes_on_its_sentence() -> None:
    line = "It was in the spring of that year that we first met the late professor\nJ. Smith at his house"
    body = textwrap.fill(" ".join(ENGLISH), 72)
    assert texts(f"{body}\n\n{line} and heard of his plan for the town.")[-1].startswith("It was in the spring")


def test_chinese_lines_broken_at_a_width_are_joined_without_a_space() -> None:
    sentence = "我们要坚持以人民为中心的发展思想把群众满意不满意作为检验工作的根本标准努力办好民生实事"
    lines = [sentence[n : n + 30] for n in (0, 5, 10, 12)]
    first, second = read("\n".join(lines) + "。\n\n结束语").paragraphs
    assert first.shown == "".join(lines) + "。"
    assert second.text == "结束语"


def test_speech_with_a_paragraph_a_line_is_not_taken_for_broken_lines() -> None:
    for path in sorted(MANUSCRIPTS.glob("*.txt"))[:4]:
        text = path.read_text("utf-8")
        assert texts(text) == [line for line in text.split("\n") if line.strip()]


def test_verse_is_not_taken_for_broken_lines() -> None:
    verse = "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate:\n" * 4
    assert texts(verse) == verse.strip().split("\n")


BODY = "坚持问题导向，把各项任务落到实处，确保取得实效，让群众看得见、摸得着、得实惠。" * 4
WALL = (
    f"同志们：今天讲三点意见：一、提高认识。{BODY}二、突出重点。{BODY}（一）抓好班子。{BODY}（二）带好队伍。{BODY}"
    f"三、加强领导。“这是关键。”第一，压实责任。{BODY}第二，严格考核。{BODY}1、查问题。{BODY}2、抓整改。{BODY}"
)


def test_wall_of_text_is_split_before_its_markers() -> None:
    found = read(WALL).paragraphs
    assert [p.text[:3] for p in found] == "同志们 一、提 二、突 （一） （二） 三、加 第一， 第二， 1、查 2、抓".split()
    assert {p.line for p in found} == {1}
    assert "".join(p.text for p in found) == WALL


def test_english_wall_is_split_before_its_ordinals() -> None:
    wall = f"Dear colleagues. {ENGLISH[0]} {ENGLISH[1]} Second, we must listen. {ENGLISH[0]} Finally, we must act."
    assert len(wall) > LEAST
    starts = [text.partition(",")[0] for text in texts(wall)]
    assert starts[1:] == ["First", "Second", "Finally"]


def test_short_line_with_markers_is_no_wall() -> None:
    assert texts("讲两点。一、学习。二、实践。") == ["讲两点。一、学习。二、实践。"]


def test_markers_of_points_inside_a_paragraph_do_not_split() -> None:
    wall = f"要做到三条。一是抓学习。{BODY}二是抓落实。{BODY}三是抓作风。{BODY}首先，统一思想。{BODY}"
    assert texts(wall) == [wall]


MARKED = st.lists(
    st.sampled_from(["一、", "。", "（二）", "第三，", "：", "1、", "First, ", ". ", "甲", " ", "”", "二、", "　"])
)


@given(MARKED.map("".join))
def test_pieces_of_a_wall_joined_are_the_wall(text: str) -> None:
    pieces = split(text)
    assert "".join(pieces) == text
    assert all(piece.strip() for piece in pieces) or not text.strip()


WORDS = st.sampled_from(
    ["trusted", "to", "decide", "我们", "要", "。", "\n", "\n\n", " ", "a" * 60, "- ", "一、", "\t", "\r\n"]
)


@given(st.text() | st.lists(WORDS, max_size=60).map("".join))
def test_paragraphs_are_the_lines_of_any_text(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    source = decode(data, "a.txt", Report())
    found = read_text(data, "a.txt", Report())
    assert source is not None
    assert found is not None
    lines = [line for line in source.text.split("\n") if line.strip()]
    assert "".join(p.text for p in found.paragraphs).replace("\n", "") == "".join(lines)
    assert all(source.line(p.line).find(p.text.split("\n")[0]) >= 0 for p in found.paragraphs)
    assert all("\n" not in p.shown for p in found.paragraphs)


def test_headings_and_items_typed_with_marks_are_known_in_plain_text_too() -> None:
    found = read_text("## 读懂来信 ##\n正文。\n- 先看日期\n#话题不是标题\n".encode(), "a.txt", Report())
    assert found is not None
    assert [(p.text, p.level, p.kind, p.shown) for p in found.paragraphs] == [
        ("## 读懂来信 ##", 2, "text", "读懂来信"),
        ("正文。", 0, "text", "正文。"),
        ("- 先看日期", 0, "item", "先看日期"),
        ("#话题不是标题", 0, "text", "#话题不是标题"),
    ]


def test_a_wall_is_split_before_the_first_marker_below_a_heading_that_lost_its_line() -> None:
    wall = (
        "一、加强领导（一）责任要扛起来。"
        + "各单位要抓好落实。" * 30
        + "（二）保障要跟上去。"
        + "各单位要抓好落实。" * 30
    )
    found = read_text(wall.encode(), "a.txt", Report())
    assert found is not None
    assert [p.text[:6] for p in found.paragraphs] == ["一、加强领导", "（一）责任要", "（二）保障要"]
    assert "".join(p.text for p in found.paragraphs) == wall
