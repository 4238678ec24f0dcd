"""Widths and line breaks of paragraphs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.text.faces import Face, known
from slidegen.text.kinsoku import NO_END, NO_START
from slidegen.text.measure import Line, Measured, Piece, measure, tighten

FACE = Face("Arial", "Microsoft YaHei")


def measured(text: str, *nobreak: str, face: Face = FACE) -> Measured:
    return measure([Piece(text, face)], nobreak)


def lines(text: str, width: float, *nobreak: str) -> list[str]:
    return [text[line.start : line.end] for line in measured(text, *nobreak).wrap(width)]


SAMPLES = st.sampled_from(
    "中文|，|。|“|”|（|）|《|》|——|……|Word|don’t|3.5%|-5|e-mail|C++|$|/|①|→|é|e\u0301|👨‍👩‍👧|🇨🇳|❤️|ไทย|مرحبا|한국어|ひらがな"
    '|"| |  |\n|\v|\t|\u00a0|\u200b|https://a.cn/b?c=d&e'.split("|")
)
TEXTS = st.one_of(st.lists(SAMPLES, max_size=30).map("".join), st.text(max_size=40))


@settings(max_examples=300)
@given(TEXTS, st.floats(1.0, 30.0), st.floats(0.0, 3.0))
def test_lines_hold_every_character_but_spaces_and_newlines_between_them(text: str, width: float, first: float) -> None:
    wrapped = measured(text).wrap(width, first)
    ends = [0, *(line.end for line in wrapped)]
    starts = [*(line.start for line in wrapped), len(text)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert text[end:start].strip(" \t\n\v\u200b") == ""


@settings(max_examples=300)
@given(TEXTS, st.floats(1.0, 30.0))
def test_no_line_is_wider_than_asked_unless_it_is_one_character(text: str, width: float) -> None:
    paragraph = measured(text)
    for line in paragraph.wrap(width):
        alone = len(measured(text[line.start : line.end]).wrap(0.01)) == 1
        assert line.width <= width + 1e-5 or alone


@settings(max_examples=300)
@given(TEXTS, st.floats(1.0, 30.0), st.floats(0.0, 10.0))
def test_a_wider_box_never_needs_more_lines(text: str, width: float, more: float) -> None:
    paragraph = measured(text)
    assert len(paragraph.wrap(width + more)) <= len(paragraph.wrap(width))


@settings(max_examples=200)
@given(st.text("中文字，。；“”（）《》、！", min_size=2, max_size=40), st.integers(6, 15))
def test_kinsoku_holds_unless_a_run_of_punctuation_fills_the_line(text: str, width: int) -> None:
    paragraph = measured(text)
    for line in paragraph.wrap(width)[1:]:
        if paragraph.breakable(line.start):
            assert text[line.start] not in NO_START
            assert text[line.start - 1] not in NO_END


@given(TEXTS)
def test_a_text_fits_the_width_it_was_measured_to_have(text: str) -> None:
    paragraph = measured(text)
    forced = text.count("\n") + text.count("\v") + 1
    assert len(paragraph.wrap(paragraph.width)) == forced


def test_cjk_characters_are_one_em_and_full_width_forms_too() -> None:
    assert measured("中文，ＡＢ。“”…—").width == 10


def test_quotes_take_the_latin_face_in_a_latin_text() -> None:
    assert measured("“a”").width < 1.5


def test_a_quarter_em_is_set_between_chinese_and_latin_but_not_at_a_line_start() -> None:
    letter = measured("A").width
    assert measured("中A").width == pytest.approx(1 + 0.24 + letter)
    assert measured("中A").wrap(1)[1].width == pytest.approx(letter)


def test_latin_widths_are_those_of_arial() -> None:
    assert measured("Hello").width == pytest.approx(0.722 + 0.556 + 0.222 * 2 + 0.556)


def test_bold_and_mixed_faces_are_measured_piece_by_piece() -> None:
    bold = Face("Arial", "SimSun", bold=True)
    pieces = [Piece("ab", FACE), Piece("ab", bold), Piece("ab", Face("SimSun", "SimSun"))]
    assert measure(pieces).width == pytest.approx(1.112 + 1.167 + 1.0)


def test_chinese_and_english_names_are_one_face() -> None:
    assert (
        measured("2025", face=Face("微软雅黑", "微软雅黑")).width
        == measured("2025", face=Face("microsoft yahei", "")).width
    )
    assert known("宋体")
    assert known("SimSun")
    assert not known("Comic Sans MS")


def test_an_unknown_latin_face_is_taken_a_little_wider_than_arial() -> None:
    assert measured("Hello", face=Face("Nowhere", "SimSun")).width == pytest.approx(measured("Hello").width * 1.05)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("甲乙丙，丁", 3, ["甲乙", "丙，丁"]),
        ("甲乙（丙）", 3, ["甲乙", "（丙）"]),
        ("甲乙“丙”", 3, ["甲乙", "“丙”"]),
        ("甲乙——丙", 3, ["甲乙", "——丙"]),
        ("甲乙……丙", 3, ["甲", "乙……", "丙"]),
        ("增长-5%了", 3, ["增长", "-5%", "了"]),
        ("约35%的人", 3, ["约", "35%", "的人"]),
        ('说"好的"吧', 4, ['说"好', '的"吧']),
        ("PMC(管理)", 3.3, ["PMC", "(管理)"]),
        ("C#语言", 2.5, ["C#", "语言"]),
        ("e-mail", 2.5, ["e-", "mail"]),
        ("see 3.14159 ok", 4, ["see", "3.14159", "ok"]),
        ("don’t say it", 4.2, ["don’t say", "it"]),
        ("a\nb\n\nc", 9, ["a", "b", "", "c"]),
        ("甲\v乙", 9, ["甲", "乙"]),
        ("", 9, [""]),
        ("甲乙 ", 2, ["甲乙"]),
    ],
)
def test_where_lines_break(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_word_longer_than_the_line_starts_a_line_and_is_broken_anywhere() -> None:
    assert lines("see mmmmmm", 3) == ["see", "mmm", "mmm"]


# What these expect was seen in LibreOffice 7.4.
@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("汉字https://a.bc/defg/hij", 6.0, ["汉字https://", "a.bc/defg/hij"]),
        ("汉字汉字CPU/GPU汉字", 7.8, ["汉字汉字CPU/", "GPU汉字"]),
        ("See https://a.bc/defg/hij 汉字", 9.16, ["See", "https://a.bc/defg/hij", "汉字"]),
        ("word CPU/GPU汉字汉字", 5.2, ["word", "CPU/GPU", "汉字汉字"]),
    ],
)
def test_a_slash_ends_a_word_until_a_space_came(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("汉字汉字2024-05-01汉字", 7.2, ["汉字汉字2024-", "05-01汉字"]),
        ("汉字$1.2M–1.5M汉", 5.9, ["汉字$1.2M–", "1.5M汉"]),
        ("共100m²左右", 4.0, ["共", "100m²", "左右"]),
        ("面积25 °C左右", 4.2, ["面积25", "°C左右"]),
        ('我们"东数西算"好', 3.5, ["我", '们"东', "数西", '算"好']),
        ("汉字汉字，GDPRGDP汉字", 8.1, ["汉字汉", "字，GDPRGDP", "汉字"]),
        ("汉字汉字，GDPRGDP汉字", 5.7, ["汉字汉字，", "GDPRGDP", "汉字"]),
        ("汉字汉字Li Ming（汉字", 8.1, ["汉字汉字Li", "Ming（汉字"]),
    ],
)
def test_where_lines_break_between_scripts(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_wide_mark_before_a_latin_word_is_still_a_place_for_a_headings_break() -> None:
    assert measured("汉字汉字，GDPRGDP汉字").breakable(5)


def test_a_sign_after_latin_text_takes_the_latin_face() -> None:
    sign = measured("×").width
    assert measured("汉 3 × 2").width == pytest.approx(measured("汉 3  2").width + sign)
    assert sign < 0.6
    assert measured("汉×").width > 2


def test_a_tab_reaches_to_the_next_stop() -> None:
    wrapped = measured("甲\t乙\t丙").wrap(20, stops=3)
    assert [line.width for line in wrapped] == [7]


def test_a_tab_without_room_starts_the_next_line() -> None:
    text = "甲乙丙\t丁"
    assert [text[line.start : line.end] for line in measured(text).wrap(5, stops=4)] == ["甲乙丙\t丁"]
    assert [text[line.start : line.end] for line in measured(text).wrap(3, stops=2)] == ["甲乙丙", "\t丁"]


def test_a_name_stays_whole_while_it_fits() -> None:
    assert lines("我叫张三丰，好", 4) == ["我叫张三", "丰，好"]
    assert lines("我叫张三丰，好", 4, "张三丰") == ["我叫", "张三丰，", "好"]
    assert lines("我叫张三丰", 2, "张三丰") == ["我叫", "张三", "丰"]


def test_marks_and_emoji_sequences_stay_with_their_base() -> None:
    assert lines("👨‍👩‍👧家🇨🇳🇺🇸", 1.3) == ["👨‍👩‍👧", "家", "🇨🇳", "🇺🇸"]
    assert lines("m\u0301m\u0301", 0.9) == ["m\u0301", "m\u0301"]


def test_thai_breaks_at_spaces_and_between_words() -> None:
    assert lines("สวัสดี ครับ", 4)[0] == "สวัสดี"
    assert lines("การพัฒนาเศรษฐกิจ", 4) == ["การพัฒนา", "เศรษฐกิจ"]


def test_the_first_line_has_less_room_by_its_indent() -> None:
    assert [line.end for line in measured("一二三四五六七八").wrap(4, first=2)] == [2, 6, 8]


def test_a_lonely_last_character_is_drawn_in() -> None:
    paragraph = measured("一" * 41)
    tracking = tighten(paragraph, 20.2)
    assert -0.05 <= tracking < 0
    assert len(paragraph.wrap(20.2)) == 3
    assert len(paragraph.wrap(20.2, tracking=tracking)) == 2


def test_nothing_is_drawn_in_when_that_would_squeeze_too_much_or_is_not_needed() -> None:
    assert tighten(measured("一" * 9), 8) == 0.0
    assert tighten(measured("一" * 12), 8) == 0.0
    assert tighten(measured("一" * 8), 8) == 0.0


@pytest.mark.parametrize(
    ("text", "lonely"),
    [
        ("We ask every clinic for a plan", True),  # plan: 0.556 + 0.222 + 0.556 + 0.556 = 1.89 em
        ("We ask every clinic for a calendar", True),  # 3.84 em
        ("We ask every clinic for an appointment", False),  # 5.89 em
        ("We ask every clinic for a plan B", False),  # two words
        ("一二三四五六七八九十 calendar", False),  # what is short among Chinese characters is two of them
    ],
)
def test_one_short_word_is_a_lonely_line_of_latin_text(text: str, lonely: bool) -> None:
    paragraph = measured(text)
    start = next(text.index(word) for word in ("plan", "calendar", "appointment") if word in text)
    assert paragraph.lonely(Line(start, len(text), paragraph.span(start, len(text)))) is lonely


def test_a_lonely_word_is_drawn_in_by_a_twentieth_of_its_text_at_most() -> None:
    text = "We ask every clinic for a calendar"
    paragraph = measured(text)
    for share in (0.995, 0.97, 0.96):
        width = paragraph.width * share
        tracking = tighten(paragraph, width)
        assert -0.025 <= tracking < 0
        assert len(paragraph.wrap(width, tracking=tracking)) == 1 < len(paragraph.wrap(width))
    assert tighten(paragraph, paragraph.width * 0.92) == 0.0
