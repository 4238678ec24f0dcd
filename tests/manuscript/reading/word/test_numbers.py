"""Automatic numbers: as Word prints them, which its text does not hold."""

import pytest

from slidegen.manuscript.reading.word.numerals import printed
from tests.manuscript.reading.word.documents import docx, level, listed, lists, p, read, texts


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("upperRoman", {4: "IV", 9: "IX", 1994: "MCMXCIV"}),
        ("lowerRoman", {3: "iii", 40: "xl"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerLetter", {2: "b", 53: "aaa"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 22: "22nd"}),
        (
            "chineseCountingThousand",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 105: "一百零五", 112: "一百一十二"},
        ),
        ("chineseCounting", {3: "三", 1001: "一千零一", 1010: "一千零一十"}),
        ("japaneseCounting", {12: "十二"}),
        ("ideographDigital", {10: "一〇", 25: "二五"}),
        ("chineseLegalSimplified", {1: "壹", 12: "壹拾贰", 30: "叁拾"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {2: "②"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("decimalFullWidth", {12: "１２"}),
        ("numberInDash", {2: "- 2 -"}),
        ("none", {1: ""}),
        ("noSuchForm", {7: "7"}),
    ],
)
def test_numbers_are_printed_in_their_form(form: str, numbers: dict[int, str]) -> None:
    assert {number: printed(number, form) for number in numbers} == numbers


def test_levels_of_an_official_text_are_numbered_as_on_paper() -> None:
    numbering = lists(
        level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>'),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimalEnclosedCircle", "%4", '<w:suff w:val="space"/>'),
    )
    plan = [
        (0, "思想"),
        (1, "学习"),
        (2, "读书"),
        (3, "原著"),
        (3, "报告"),
        (2, "交流"),
        (1, "实践"),
        (2, "调研"),
        (0, "组织"),
        (1, "班子"),
    ]
    body = "".join(p(text, listed(1, n)) for n, text in plan)
    assert texts(docx(body, numbering)) == [
        *(
            "一、思想",
            "（一）学习",
            "1. 读书",
            "① 原著",
            "② 报告",
            "2. 交流",
            "（二）实践",
            "1. 调研",
            "二、组织",
            "（一）班子",
        ),
    ]


def test_list_without_heading_is_an_item_and_a_heading_is_none() -> None:
    body = p("标题", f'<w:pStyle w:val="Heading1"/>{listed(1)}') + p("条目", listed(1)) + p("正文")
    paragraphs, _ = read(docx(body, lists(level(0, "decimal", "%1."))))
    assert [(q.text, q.kind, q.level) for q in paragraphs] == [
        ("1. 标题", "text", 1),
        ("2. 条目", "item", 0),
        ("正文", "text", 0),
    ]


def test_bullets_are_one_sign_whatever_their_font_and_no_word() -> None:
    (only,), _ = read(docx(p("学习", listed(1)), lists(level(0, "bullet", "\uf0b7"))))
    assert (only.text, only.plain, only.kind) == ("• 学习", "学习", "item")


def test_several_levels_in_one_number_and_legal_ones_in_digits() -> None:
    numbering = lists(
        level(0, "chineseCountingThousand", "第%1章"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    body = "".join(p("x", listed(1, n)) for n in (0, 1, 1, 2, 0, 1))
    assert texts(docx(body, numbering)) == ["第一章 x", "一.1 x", "一.2 x", "1.2.1 x", "第二章 x", "二.1 x"]


def test_level_that_comes_before_the_ones_above_it_shows_their_first_number() -> None:
    numbering = lists(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    assert texts(docx(p("x", listed(1, 1)) + p("y", listed(1, 1)), numbering)) == ["1.1 x", "1.2 y"]


@pytest.mark.parametrize(("restart", "expected"), [("", "a) b) a)"), ('<w:lvlRestart w:val="0"/>', "a) b) c)")])
def test_level_restarts_below_the_next_number_unless_told_not_to(restart: str, expected: str) -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", restart))
    body = "".join(p("x", listed(1, n)) for n in (0, 1, 1, 0, 1))
    found = [text.partition(" ")[0] for text in texts(docx(body, numbering))]
    assert " ".join(found[1:3] + found[4:]) == expected


def test_level_may_restart_only_below_a_level_higher_up() -> None:
    numbering = lists(
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(p("x", listed(1, n)) for n in (0, 1, 2, 1, 2, 0, 2))
    found = [text.partition(" ")[0] for text in texts(docx(body, numbering))]
    assert [found[n] for n in (2, 4, 6)] == ["a)", "b)", "a)"]


def test_second_list_of_the_same_kind_goes_on_and_one_with_an_override_starts_anew() -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(p("x", listed(num)) for num in (1, 2, 3, 3))
    assert texts(docx(body, lists(level(0, "decimal", "%1."), nums=nums))) == ["1. x", "2. x", "5. x", "6. x"]


def test_override_may_define_the_level_anew() -> None:
    other = level(0, "upperRoman", "%1.")
    nums = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{other}</w:lvlOverride></w:num>'
    body = p("x", listed(1)) + p("y", listed(2))
    assert texts(docx(body, lists(level(0, "decimal", "%1."), nums=nums))) == ["1. x", "II. y"]


def test_list_starts_with_its_first_number() -> None:
    assert texts(docx(p("x", listed(1)), lists(level(0, "decimal", "%1.", start=3)))) == ["3. x"]


STYLE = (
    '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="条"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="款"/><w:basedOn w:val="Clause"/></w:style>'
)


def test_numbers_come_through_styles_and_can_be_taken_away() -> None:
    numbering = lists(
        level(0, "chineseCountingThousand", "第%1条"), level(1, "decimal", "%2、", '<w:pStyle w:val="Sub"/>')
    )
    body = (
        p("总则", '<w:pStyle w:val="Clause"/>')
        + p("不编号", '<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("细则", '<w:pStyle w:val="Sub"/>')
        + p("附则", '<w:pStyle w:val="Clause"/>')
    )
    assert texts(docx(body, numbering, STYLE)) == ["第一条 总则", "不编号", "1、细则", "第二条 附则"]


def test_list_behind_a_list_style_is_found() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Own"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level(0, "upperLetter", "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Own"><w:name w:val="Own"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert texts(docx(p("x", listed(1)), numbering, style)) == ["A) x"]


def test_empty_paragraph_of_a_list_is_counted_as_word_counts_it() -> None:
    body = p("x", listed(1)) + p("<w:r/>", listed(1)) + p("y", listed(1))
    assert texts(docx(body, lists(level(0, "decimal", "%1.")))) == ["1. x", "3. y"]


def test_list_that_is_not_there_has_no_number() -> None:
    assert texts(docx(p("x", listed(9)))) == ["x"]
