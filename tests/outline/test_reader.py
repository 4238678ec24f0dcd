"""The reader: what a file says becomes the model, and every fault is said with its place."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Diagnostic, Exit, Report, Severity
from slidegen.outline.model import Outline
from slidegen.outline.reader import MAX_SLIDES, read_outline

MINIMAL = "title: 题目\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n"


def read(text: str | bytes) -> tuple[Outline | None, list[Diagnostic]]:
    report = Report()
    data = text if isinstance(text, bytes) else text.encode()
    return read_outline(data, "decks/talk.yaml", report), report.findings


def good(text: str) -> Outline:
    outline, findings = read(text)
    assert findings == []
    assert outline is not None
    return outline


def places(text: str) -> list[tuple[str, int]]:
    return [(d.code, d.span.line if d.span else 0) for d in read(text)[1]]


def slides_with(lines: str) -> str:
    return MINIMAL + "".join(f"    {line}\n" for line in lines.split("\n"))


FULL = """\
format: 1
title: 坚持“四自” 强化监督
副标题: 领导班子成员培训班
主讲: 机关党委
date: 2026-03-18
language: zh-cn
主题: dangjian
colors: {accent1: C00000}
agenda: no
nobreak: [党中央, 四自]
minutes: 45
transition: none
closing: {title: 谢谢, notes: 再见}
章节:
  - title: 加强教育管理和监督
    short: 教育管理监督
    number: false
    notes: 第一个方面……
    slides:
      - title: 必须坚持“四个严格”
        版式: 卡片
        卡片:
          - 严格教育：以党章要求为目标，抓好教育培训
          - title: 严格要求
            text: 职位越高，责任越重
        备注: |
          先讲为什么：再讲怎么做 #1
          **不是标记**
        时长: 1.5
        隐藏: 是
      - id: last
        quote: "no"
"""


def test_outline_of_the_format_is_read() -> None:
    outline = good(FULL)
    assert outline.title is not None
    assert outline.title.text == "坚持“四自” 强化监督"
    assert outline.subtitle is not None
    assert outline.date is not None
    assert (outline.date.text, outline.language) == ("2026-03-18", "zh-CN")
    assert outline.theme is not None
    assert (outline.agenda, outline.cover) == (False, True)
    assert outline.nobreak == ("党中央", "四自")
    assert (outline.minutes, outline.transition) == (45.0, "none")
    assert outline.closing is not None
    assert outline.closing.title is not None
    assert outline.closing.title.text == "谢谢"
    (section,) = outline.sections
    assert (section.id, section.number, section.divider) == ("加强教育管理和监督", False, True)
    first, last = section.slides
    assert first.id == "必须坚持-四个严格"
    assert first.notes is not None
    assert first.notes.text == "先讲为什么：再讲怎么做 #1\n**不是标记**\n"
    assert (first.minutes, first.hidden) == (1.5, True)
    assert first.layout is not None
    assert first.layout.text == "卡片"
    assert [e.key.text for e in first.fields] == ["卡片"]
    assert (last.id, [e.key.text for e in last.fields]) == ("last", ["quote"])


def test_slides_alone_make_one_section_without_title() -> None:
    outline = good(MINIMAL)
    assert [section.title for section in outline.sections] == [None]
    assert [slide.id for slide in outline.sections[0].slides] == ["一"]
    assert outline.id == "题目"


@pytest.mark.parametrize(
    ("line", "closes", "title"),
    [
        ("", True, None),
        ("closing: false", False, None),
        ("结束页: 否", False, None),
        ("closing:", True, None),
        ("closing: true", True, None),
        ("closing: 谢谢聆听", True, "谢谢聆听"),
        ("closing: {标题: 谢谢}", True, "谢谢"),
    ],
)
def test_closing_slide(line: str, closes: bool, title: str | None) -> None:
    closing = good(f"{line}\n{MINIMAL}").closing
    assert (closing is not None) is closes
    assert (closing and closing.title and closing.title.text) == title


@pytest.mark.parametrize("data", ["", "\n\n", "# nothing\n", "---\n", b"\xef\xbb\xbf"])
def test_empty_file_shows_a_smallest_example_that_is_read(data: str | bytes) -> None:
    outline, findings = read(data)
    assert outline is None
    assert [d.code for d in findings] == ["empty"]
    example = findings[0].hint.split("\n", 1)[1]
    assert good(example).sections[0].slides


@pytest.mark.parametrize("text", ["title: x\n", "title: x\nslides:\n", "sections:\n  - title: a\n", "slides: []\n"])
def test_outline_without_slides_shows_a_smallest_example(text: str) -> None:
    assert [d.code for d in read(text)[1]] == ["no-slides"]


@pytest.mark.parametrize("text", ["- a\n- b\n", '"just text"\n'])
def test_file_that_is_no_outline(text: str) -> None:
    outline, findings = read(text)
    assert outline is None
    assert [d.code for d in findings] == ["not-an-outline"]


def test_unknown_deck_key_names_the_nearest() -> None:
    findings = read("titel: x\n" + MINIMAL)[1]
    assert [(d.code, d.hint) for d in findings] == [("unknown-key", "did you mean `title`?")]
    assert findings[0].span is not None
    assert findings[0].span.line == 1


def test_slide_key_on_the_deck_says_where_it_belongs() -> None:
    assert "a slide" in read("layout: cards\n" + MINIMAL)[1][0].hint


def test_unknown_keys_of_sections_and_closing() -> None:
    text = (
        "closing:\n  titel: x\nsections:\n  - title: a\n    sildes: []\n"
        "    slides:\n      - title: b\n        anything: c\n"
    )
    assert sorted(places(text)) == [("unknown-key", 2), ("unknown-key", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "标题: x\ntitle: y\nslides:\n  - title: a\n",
        "sections:\n  - title: x\n    标题: y\n    slides: [{title: a}]\n",
        "slides:\n  - title: x\n    标题: y\n",
        "slides:\n  - title: x\n    标题：y\n",
    ],
)
def test_both_spellings_of_a_key_are_a_duplicate(text: str) -> None:
    errors = [d for d in read(text)[1] if d.severity is Severity.ERROR]
    assert [d.code for d in errors] == ["duplicate-key"]
    assert "already set at line" in errors[0].message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: {a: b}\n" + MINIMAL.split("\n", 1)[1], 1),
        ("sections: x\n", 1),
        ("slides: {title: x}\n", 1),
        ("slides:\n  - just text\n", 2),
        ("sections:\n  - text\n", 2),
        ("agenda: maybe\n" + MINIMAL, 1),
        ("cover: [x]\n" + MINIMAL, 1),
        ("minutes: many\n" + MINIMAL, 1),
        ("minutes: nan\n" + MINIMAL, 1),
        ("minutes: -3\n" + MINIMAL, 1),
        ("colors: red\n" + MINIMAL, 1),
        ("closing: [a]\n" + MINIMAL, 1),
        ("nobreak: [{a: b}]\n" + MINIMAL, 1),
        (slides_with("notes: [a]"), 5),
        (slides_with("hidden: perhaps"), 5),
    ],
)
def test_value_of_another_kind_is_an_error_with_its_place(text: str, line: int) -> None:
    assert ("wrong-type", line) in places(text)
    assert {code for code, _ in places(text)} <= {"wrong-type", "no-slides"}


def test_format_of_the_future_is_refused() -> None:
    findings = read("format: 2\n" + MINIMAL)[1]
    assert [d.code for d in findings] == ["unknown-format"]
    assert "format 1" in findings[0].message


def test_keys_not_built_yet_are_warned_about_and_left_out() -> None:
    outline, findings = read("check: off\n" + slides_with("check: off"))
    assert outline is not None
    assert [(d.code, d.severity) for d in findings] == [("not-yet", Severity.WARNING)] * 2
    assert [e.key.text for e in outline.sections[0].slides[0].fields] == ["bullets"]


def test_sections_and_slides_together_are_refused() -> None:
    text = "sections:\n  - title: a\n    slides: [{title: b}]\nslides:\n  - title: c\n"
    assert places(text) == [("sections-and-slides", 4)]


def test_section_needs_a_title() -> None:
    assert places("sections:\n  - slides: [{title: a}]\n") == [("missing-key", 2)]


@pytest.mark.parametrize(
    ("word", "language"), [("en-us", "en-US"), ("ZH-hant-tw", "zh-Hant-TW"), ("ja", "ja"), ("es-419", "es-419")]
)
def test_language_is_written_in_its_usual_case(word: str, language: str) -> None:
    assert good(f"language: {word}\n{MINIMAL}").language == language


def test_language_of_no_known_shape_is_refused() -> None:
    assert places("language: 中文\n" + MINIMAL) == [("language", 1)]


def test_transition_is_fade_morph_or_none() -> None:
    assert good("transition: none\n" + slides_with("切换: 无")).sections[0].slides[0].transition == "none"
    assert good(MINIMAL).transition is None
    findings = read(slides_with("transition: spin"))[1]
    assert [(d.code, d.hint) for d in findings] == [("unknown-value", "write one of: fade, morph, none")]
    assert good(slides_with("切换: 平滑")).sections[0].slides[0].transition == "morph"
    assert read(slides_with("transition: morf"))[1][0].hint == "did you mean `morph`?"


def test_explicit_ids_win_over_derived_ones() -> None:
    text = "slides:\n  - title: a\n  - title: a\n  - id: a\n    title: b\n  - title: '**a**'\n"
    assert [s.id for s in good(text).sections[0].slides] == ["a-2", "a-3", "a", "a-4"]


def test_sections_and_slides_share_one_set_of_ids() -> None:
    text = (
        "sections:\n  - title: a\n    slides:\n      - title: a\n  - title: a\n    标识: x\n    slides: [{title: x}]\n"
    )
    outline = good(text)
    assert [(s.id, [p.id for p in s.slides]) for s in outline.sections] == [("a", ["a-2"]), ("x", ["x-2"])]


def test_duplicate_explicit_ids_name_both_lines() -> None:
    findings = read("slides:\n  - id: a\n  - title: b\n    id: a\n")[1]
    assert [(d.code, d.span and d.span.line) for d in findings] == [("duplicate-id", 4)]
    assert "line 2" in findings[0].message


def test_id_that_cannot_stand_in_a_link_is_refused() -> None:
    assert places("slides:\n  - id: two words\n") == [("id", 2)]


def test_link_scheme_is_checked_in_texts_but_not_in_notes() -> None:
    text = slides_with("text: 见[这里](javascript:x)\nnotes: 见[这里](javascript:x)\nitems: [a, {b: '[c](data:x)'}]")
    assert places(text) == [("link-scheme", 5), ("link-scheme", 7)]


def test_slide_limit_is_an_error_at_the_first_one_too_many() -> None:
    text = "slides:\n" + "- title: x\n" * (MAX_SLIDES + 3)
    outline, findings = read(text)
    assert outline is not None
    assert len(outline.sections[0].slides) == MAX_SLIDES
    assert [(d.code, d.span and d.span.line) for d in findings] == [("limit", MAX_SLIDES + 2)]


def test_all_findings_come_at_once() -> None:
    text = (
        "format: 3\ntitel: x\nagenda: maybe\nsections:\n  - short: x\n"
        "    slides:\n      - id: a\n      - id: a\n        hidden: 3\n"
    )
    assert {code for code, _ in places(text)} == {
        "unknown-format", "unknown-key", "wrong-type", "missing-key", "duplicate-id",
    }  # fmt: skip


def test_same_outline_with_other_line_ends_and_mark() -> None:
    outline = good(FULL)
    assert read(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())[0] == outline


def test_gb18030_file_is_the_same_outline() -> None:
    outline, findings = read(FULL.encode("gb18030"))
    assert outline == good(FULL)
    assert [d.severity for d in findings] == [Severity.NOTE]


def test_errors_ask_for_the_content_exit_code() -> None:
    report = Report()
    read_outline(b"title: a: b\n", "a.yaml", report)
    assert report.exit is Exit.CONTENT


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_title_in_single_quotes_reads_back_equal(title: str) -> None:
    title = title.translate({0x2028: " ", 0x2029: " ", 0xFFFE: None, 0xFFFF: None})
    outline = good("title: '" + title.replace("'", "''") + "'\n" + MINIMAL.split("\n", 1)[1])
    assert outline.title is not None
    assert outline.title.text == title


@given(st.binary())
def test_any_bytes_are_answered_without_an_exception(data: bytes) -> None:
    outline, findings = read(data)
    assert outline is not None or findings


WORDS = [w for line in FULL.split("\n") for w in (line + "\n", line.strip() + "\n", line.strip().split(" ")[0])]


@given(st.lists(st.sampled_from([*WORDS, " ", "  - ", "\n", "{", "]", '"', "：", "#", "\t"]), max_size=25).map("".join))
def test_shuffled_outlines_are_answered_without_an_exception(text: str) -> None:
    outline, findings = read(text)
    assert outline is not None or findings


def test_import_is_light() -> None:
    code = "import sys, slidegen.outline.reader; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "typer", "pptx", "PIL", "fontTools"} & set(modules)


def test_thousand_slides_are_read_in_a_moment() -> None:
    slide = "- title: 必须坚持“四个严格”\n  bullets:\n" + "  - 严格教育：以党章要求为目标\n" * 5
    slide += "  notes: |\n" + ("    " + "先讲为什么再讲怎么做，" * 9 + "\n") * 4
    data = ("slides:\n" + slide * 1000).encode()
    start = time.process_time()
    read_outline(data, "a.yaml", Report())
    assert time.process_time() - start < 1.0
