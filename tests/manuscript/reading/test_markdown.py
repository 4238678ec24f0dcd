"""Markdown: its marks tell what a paragraph is, and every line is kept as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Report, Severity
from slidegen.manuscript.model import Paragraph
from slidegen.manuscript.reading.markdown import read_markdown
from slidegen.outline.source import decode


def read(text: str) -> tuple[Paragraph, ...]:
    report = Report()
    found = read_markdown(text.encode(), "speech.md", report)
    assert found is not None
    assert report.findings == []
    return found.paragraphs


def told(text: str) -> list[tuple[str, str]]:
    return [(p.kind, p.plain) for p in read(text)]


def test_headings_give_their_level_and_keep_their_marks() -> None:
    found = read("# 讲话 ##\n\n## 一、提高*认识*\n\n总结\n====\n\n小结\n---\n\n#没有空格\n")
    assert [(p.line, p.level, p.plain) for p in found] == [
        (1, 1, "讲话"),
        (3, 2, "一、提高认识"),
        (5, 1, "总结"),
        (8, 2, "小结"),
        (11, 0, "#没有空格"),
    ]
    assert [p.text for p in found][1:4] == ["## 一、提高*认识*", "总结\n====", "小结\n---"]


def test_lists_are_items_and_numbers_stay_as_they_are_printed() -> None:
    text = "- 学习\n  领会\n\n  再说一段\n  - 深入\n-\n  空行之后\n\n3. 第三\n4) 第四\n"
    assert told(text) == [
        ("item", "学习领会"),
        ("text", "再说一段"),
        ("item", "深入"),
        ("item", "空行之后"),
        ("item", "3. 第三"),
        ("item", "4) 第四"),
    ]


def test_table_is_a_paragraph_a_row() -> None:
    found = read("| 项目 | 进度 |\n|---|---:|\n| **甲** | 50% |\n| 乙 | |\n")
    assert [(p.line, p.kind, p.plain) for p in found] == [
        (1, "table", "项目 | 进度"),
        (3, "table", "甲 | 50%"),
        (4, "table", "乙 |"),
    ]
    assert found[0].text == "| 项目 | 进度 |\n|---|---:|"


def test_code_quotes_and_what_has_no_words() -> None:
    text = "```sh\nmake\n\nrun\n```\n\n> 引文\n> 两行\n>\n> 又一段\n\n***\n\n<!-- 批注 -->\n\n[a]: http://x.cn\n\n![](a.png)\n"
    assert [p.kind for p in read(text)] == ["code", "quote", "quote", "code", "code", "code", "code"]
    assert read(text)[0].text == "```sh\nmake\n\nrun\n```"
    assert read(text)[1].plain == "引文两行"


def test_plain_has_words_without_marks() -> None:
    text = "见 [网站](http://x.cn) 的 `命令`，*很*__重要__ &amp; \\*星\\*<br>换行 ![图](a.png)"
    assert told(text) == [("text", "见 网站 的 命令，很重要 & *星* 换行 图")]


def test_broken_lines_are_joined_as_their_script_does() -> None:
    assert told("中文\n断行 and\nEnglish") == [("text", "中文断行 and English")]


def test_footnotes_are_told_and_their_references_are_no_words() -> None:
    assert told("增长百分之五[^1]。\n\n[^1]: 据年报。\n[^b]: 另据\n统计局\n\n正文") == [
        ("text", "增长百分之五。"),
        ("footnote", "据年报。"),
        ("footnote", "另据统计局"),
        ("text", "正文"),
    ]


def test_indented_paragraph_is_text_and_no_program() -> None:
    assert told("    同志们：\n\n　　大家好。") == [("text", "同志们："), ("text", "大家好。")]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("全市**系统", "全市**系统"),
        ("要 **突出重点** 抓落实", "要 突出重点 抓落实"),
        ("**突出重点**是关键", "突出重点是关键"),
        ("全市**系统、**部门", "全市**系统、**部门"),
        ("** 不是强调 **", "** 不是强调 **"),
        ("2**3 和 **重点**", "2**3 和 重点"),
    ],
)
def test_pair_of_stars_is_emphasis_and_a_single_one_a_redaction(text: str, plain: str) -> None:
    assert [p.plain for p in read(text)] == [plain]


def test_where_one_redaction_is_certain_no_pair_is_emphasis() -> None:
    found = read("**系统会议传达了全国**系统的精神\n\n各级**系统要落实\n")
    assert [p.plain for p in found] == ["**系统会议传达了全国**系统的精神", "各级**系统要落实"]


def test_escaped_stars_do_not_make_emphasis_a_redaction() -> None:
    assert [p.plain for p in read("全市\\*\\*系统\n\n**重点**是")] == ["全市**系统", "重点是"]


def test_front_matter_is_left_out_and_said() -> None:
    report = Report()
    found = read_markdown("---\ntitle: 讲话\ntags:\n  - a\n---\n# 正题\n".encode(), "a.md", report)
    assert found is not None
    assert [(p.line, p.plain) for p in found.paragraphs] == [(6, "正题")]
    assert [(d.code, d.severity) for d in report.findings] == [("left-out", Severity.NOTE)]


def test_rules_around_text_are_no_front_matter() -> None:
    assert [p.text for p in read("---\n同志们，大家好\n\n---\n")] == ["---", "同志们，大家好", "---"]


MARKS = st.lists(st.sampled_from([*"ab \n>-*#`~|[]^:()!=_<1.\t\\&二、。\u3000", "\n\n", "**", "[^1]: ", "```", "---"]))


@given(st.text() | MARKS.map("".join))
def test_lines_of_the_paragraphs_are_the_lines_of_any_text(text: str) -> None:
    data = f"正文\n{text}".encode("utf-8", "surrogatepass")
    source = decode(data, "a.md", Report())
    found = read_markdown(data, "a.md", Report())
    assert source is not None
    assert found is not None
    got = [line for p in found.paragraphs for line in p.text.split("\n") if line.strip()]
    assert got == [line for line in source.text.split("\n") if line.strip()]
    assert all(source.line(p.line) == p.text.split("\n")[0] for p in found.paragraphs)
    assert all("\n" not in p.shown for p in found.paragraphs)
