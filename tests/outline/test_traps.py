"""Traps: what the line scan finds, what it mends, and that it leaves good YAML alone."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Diagnostic, Report, Severity
from slidegen.outline.source import Source
from slidegen.outline.traps import Scanned, scan


def scanned(text: str) -> tuple[Scanned, list[Diagnostic]]:
    report = Report()
    return scan(Source.of("a.yaml", text), report), report.findings


def places(text: str) -> list[tuple[str, int, int]]:
    found = []
    for d in scanned(text)[1]:
        assert d.span is not None
        found.append((d.code, d.span.line, d.span.column))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: 时间: 上午", ("unquoted-colon", 1, 8)),
        ("title: 时间:", ("unquoted-colon", 1, 8)),
        ("cards:\n  - title: a: b", ("unquoted-colon", 2, 12)),
        ("text: 第一行\n  说到: 第二行", ("unquoted-colon", 2, 3)),
        ("title: x\n  subtitle: y", ("indentation", 2, 3)),
        ("title: 见 #3 条", ("unquoted-hash", 1, 8)),
        ("cards:\n  - 见 #3 条\n  - b", ("unquoted-hash", 2, 5)),
        ("cards:\n  - #3 条\n  - b", ("unquoted-hash", 2, 5)),
        ("colors:\n  accent1: #B8141A\n  accent2: B97A12", ("unquoted-hash", 2, 12)),
        ("colors: {accent1: #B8141A}", ("unquoted-hash", 1, 19)),
        ("title: &a 重点", ("unquoted-start", 1, 8)),
        ("title: @某人", ("unquoted-start", 1, 8)),
        ("title: %50", ("unquoted-start", 1, 8)),
        ("title: `code` 后", ("unquoted-start", 1, 8)),
        ("title: > 50%", ("unquoted-start", 1, 8)),
        ("title: >=50%", ("unquoted-start", 1, 8)),
        ("title: **重点**开头", ("unquoted-start", 1, 8)),
        ("cards:\n  - **重点**开头\n", ("unquoted-start", 2, 5)),
        ("title: !重要", ("unquoted-start", 1, 8)),
        ("title: - 开头", ("unquoted-start", 1, 8)),
        ("title: {{name}} 同志", ("unquoted-start", 1, 8)),
        ('title: "四自" 要求', ("text-after-quote", 1, 8)),
        ("title: '四自' 要求", ("text-after-quote", 1, 8)),
        ("title: [见](#a) 后文", ("text-after-bracket", 1, 8)),
        ("title: [见](#a)", ("text-after-bracket", 1, 8)),
        ("title: [通知\nsubtitle: x", ("unclosed-bracket", 1, 8)),
        ('title: "四自\nsubtitle: x', ("unclosed-quote", 1, 8)),
        ('a:\n  title: "四自\n  subtitle: "x"', ("unclosed-quote", 2, 10)),
        ("\ttitle: x", ("tab-indent", 1, 1)),
        ("a:\n \t- x", ("tab-indent", 2, 2)),
        ("notes: |\n\t第一", ("tab-indent", 2, 1)),
        ("notes: |\n  第一\n\t第二", ("tab-indent", 3, 1)),
        ("　title: x", ("wide-space-indent", 1, 1)),
        ("a:\n  notes: |\n      第一\n    第二\n", ("indentation", 4, 5)),
        ("这是一篇讲话稿", ("key-expected", 1, 1)),
    ],
)
def test_trap_is_found_in_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert expected in places(text)
    assert len(places(text)) == 1


def test_all_traps_are_found_at_once() -> None:
    text = "title: a: b\nsubtitle: 见 #3\ncards:\n  - **x**\n\t- y\nnotes: |\n  a: b #c\nfooter: @x\n"
    assert [code for code, _, _ in places(text)] == [
        "unquoted-colon",
        "unquoted-hash",
        "unquoted-start",
        "tab-indent",
        "unquoted-start",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: 时间: 上午", 'title: "时间: 上午"'),
        ('  - "四自" 要求', "- '\"四自\" 要求'"),
        ("a:\n  - title: it's 'so': yes", "- title: \"it's 'so': yes\""),
    ],
)
def test_hint_shows_the_corrected_line(text: str, line: str) -> None:
    finding = scanned(text)[1][0]
    assert finding.hint.startswith(f"put it in quotes: {line}")
    assert isinstance(yaml.load(line, Loader=yaml.BaseLoader), dict | list)


def test_text_over_several_lines_gets_no_corrected_line() -> None:
    assert "whole text" in scanned("a:\n  title: x: y\n    second\n")[1][0].hint


GOOD = [
    "title: 坚持“四自” 强化监督 # 注释",
    "# 标题：说明\n#\ttab\ntitle: x",
    "title: x            # a theme's name, or a .pptx/.potx file",
    "slides: #todo\n  - title: a",
    "slides: #todo\n- title: a",
    "notes: |\n  a: b: c #3 &a\n  \t@x **y**\n\n  标题：x\ntitle: y",
    "notes: |-  # comment\n  a\n\n\n  b\n",
    "notes: >+\n  > 50%\n  - x\n",
    "notes: |2\n    indented\n  less\ntitle: x",
    "slides:\n- notes: |\n    - a: b\n    # x\n  title: y\n- |\n  a: b\n- title: z",
    "text: 第一行\n  第二行：说明\n  标题：不是键\ntitle: x",
    "text:\n  第一：要坚持\n  第二：要落实\ntitle: x",
    "text: 第一行\n\n  　　第二段\n",
    "cards:\n  - 严格教育：以党章要求为目标\n  - 标题：短写\n  - 备注：也是短写\n",
    "cards:\n- 严格教育：以党章要求为目标\n- 标题：短写\n",
    "title: \"a: b #c \\\" d\"\nx: 'it''s: #1'",
    '"title" : x\n\'sub\': "y" # z',
    'text: "第一行\n  第二行: x\n  - y"\ntitle: z',
    "a: [x, 'y: z', {b: c}] # d",
    "a: [x,\n  y: z,\n  # #comment ]\n  w]\nb: c",
    "a: {b: c,\n  d: [e,\n f]}\ntitle: x",
    "[a, b]: c",
    "url: https://a.cn/#x?y=1&z",
    "time: 9:30\nratio: 3:1\nc: C#\nd: a#b\ne: -5\nf: --x\ng: ?x\nh: :x",
    "- a: b\n  c: d\n-\n  e: f\n- - g\n  - h: i\n",
    "---\ntitle: x\n",
    "a:\n\n  b: 标题：文字\n",
    "title: 全文：一、二；三",
    "a: *x",
    "a: !!str x",
    "a: ~\nb:\nc: ''",
    "a:\n  b: c\n   \n\n  d: e",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_yaml_is_left_alone(text: str) -> None:
    list(yaml.parse(text, Loader=yaml.SafeLoader))
    result, findings = scanned(text)
    assert not findings
    assert result.text == text


WORDS = st.text(alphabet="ab 中：:#-“”\"'[]{}*&!|>%@`,?1\n\\标题", max_size=30)
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["标题", "b", "c 字"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["title", "备注", "slides", "x y"]), VALUES, min_size=1, max_size=4),
    st.sampled_from([20, 80, 10_000]),
    st.sampled_from([None, False, True]),
    st.sampled_from([None, "|", ">", '"', "'"]),
)
def test_what_yaml_writes_is_left_alone(data: dict[str, Any], width: int, flow: bool | None, style: str | None) -> None:
    text = yaml.dump(data, allow_unicode=True, width=width, default_flow_style=flow, default_style=style)
    if "? " in text:
        return
    result, findings = scanned(text)
    assert not findings
    assert result.text == text


# ------------------------------------------------------------ mistyped colons


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("标题：文字\ntitle: x", "标题: 文字\ntitle: x"),
        ("标题：\n  文字", "标题:\n  文字"),
        ("标题： 文字", "标题: 文字"),
        ("标题：　文字", "标题: 文字"),
        ("title:文字", "title: 文字"),
        ("title：x：y", "title: x：y"),
        ("a: b\n讲题：x", "a: b\n讲题: x"),
        ("章节：\n  - 标题：甲\n    页面：\n      - 标题：乙\n", "章节:\n  - 标题: 甲\n    页面:\n      - 标题: 乙\n"),
        ("slides:\n- title：甲\n  备注：乙：丙\n", "slides:\n- title: 甲\n  备注: 乙：丙\n"),
        ("cards:\n  - 标题：甲\n    icon: x\n", "cards:\n  - 标题: 甲\n    icon: x\n"),
        ("结束页：\n  标题：谢谢\n", "结束页:\n  标题: 谢谢\n"),
    ],
)
def test_mistyped_colon_after_a_key_is_read_as_meant(text: str, parsed: str) -> None:
    result, findings = scanned(text)
    assert result.text.replace(":  ", ": ") == parsed
    assert findings
    assert {d.severity for d in findings} == {Severity.WARNING}


@given(
    st.lists(
        st.sampled_from(["标题：文字", "备注： x", "title:x", "b: c：d", "", "# 标题：x", "日期：", "主题：　x"]),
        max_size=9,
    )
)
def test_offsets_of_the_parsed_text_lead_back_to_the_source(lines: list[str]) -> None:
    text = "\n".join(lines)
    result, _ = scanned(text)
    inserted = set(result.inserts)
    back = {i: result.offset(i) for i in range(len(result.text)) if i not in inserted}
    assert list(back.values()) == list(range(len(text)))
    assert all(result.text[i] == text[j] or text[j] in "：\u3000" for i, j in back.items())


def test_warnings_about_colons_are_not_endless() -> None:
    text = "slides:\n" + "- 标题：x\n" * 5000
    result, findings = scanned(text)
    assert len(findings) == 20
    assert result.text.count("标题: x") == 5000


def test_findings_are_not_endless() -> None:
    findings = scanned("".join(f"k{i}: a: b\n" for i in range(5000)))[1]
    assert findings[-1].code == "too-many"
    assert len(findings) < 300


FRAGMENTS = [
    "title: ",
    "标题：",
    "- ",
    "  ",
    "\n",
    "\n  ",
    "\n- ",
    "a",
    "文字",
    ": ",
    "#",
    " # ",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
]
FRAGMENTS += ["|\n", ">", "&a", "*b", "\t", "!", "@", "notes: |\n    ", "slides:\n  - ", "---", "\u3000"]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=15).map("".join))
def test_scan_of_anything_ends_with_places_inside_the_file(text: str) -> None:
    result, findings = scanned(text)
    for d in findings:
        assert d.span is not None
        assert 0 <= d.span.start <= d.span.end <= len(text)
        assert result.source.span(d.span.start, d.span.end) == d.span
