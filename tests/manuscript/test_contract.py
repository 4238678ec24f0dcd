"""The contract between a manuscript and the notes of a talk: what breaks it is named with its line and its kind."""

import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from slidegen.diagnostics import Diagnostic, Report, Severity
from slidegen.manuscript.alignment import align
from slidegen.manuscript.claims import check_claims
from slidegen.manuscript.contract import prove
from slidegen.manuscript.excerpts import first_difference
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.reading.text import read_text
from slidegen.manuscript.told import Scope, Shown, ToldSlide

LINES = st.text(
    st.one_of(st.sampled_from("一二三，。 \u3000ab*"), st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])),
    min_size=1,
    max_size=40,
).filter(str.strip)
TEXTS = st.lists(LINES, min_size=1, max_size=12)


def manuscript(lines: Sequence[str]) -> Manuscript:
    return Manuscript("speech.txt", tuple(Paragraph(n, line) for n, line in enumerate(lines, 1)))


def talk(*notes: str) -> list[ToldSlide]:
    return [ToldSlide(n, f"题{n}", text) for n, text in enumerate(notes, 1)]


def findings(lines: Sequence[str], *notes: str) -> list[Diagnostic]:
    report = Report()
    prove(manuscript(lines), talk(*notes), report)
    return report.findings


def found(lines: Sequence[str], *notes: str) -> list[tuple[str, int]]:
    """What is said of a talk: codes without `manuscript-`, and lines of the manuscript."""
    said = findings(lines, *notes)
    return [(d.code.removeprefix("manuscript-"), d.span.line if d.span else 0) for d in said]


@st.composite
def distributed(draw: st.DrawFn, lines: Sequence[str]) -> list[str]:
    """Lines dealt out in order to the notes of slides, some of which have none, with blank lines between."""
    cuts = sorted(draw(st.lists(st.integers(0, len(lines)), max_size=5)))
    glue = draw(st.sampled_from(["\n", "\n\n", "\n \n", "\v"]))
    return [glue.join(lines[a:b]) for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]


# ------------------------------------------------------------ any text


@given(st.data(), TEXTS)
def test_contract_holds_however_the_lines_are_dealt_out_over_slides(data: st.DataObject, lines: list[str]) -> None:
    report = Report()
    assert prove(manuscript(lines), talk(*data.draw(distributed(lines))), report) == len(lines)
    assert report.findings == []


@given(st.data(), TEXTS)
def test_dropped_line_is_missing(data: st.DataObject, lines: list[str]) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    ((code, line),) = found(lines, *data.draw(distributed(lines[:at] + lines[at + 1 :])))
    assert code == "missing"
    assert lines[line - 1] == lines[at]  # of equal lines any may be the one


@given(st.data(), TEXTS)
def test_line_said_twice_is_doubled(data: st.DataObject, lines: list[str]) -> None:
    at, to = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines)))
    said = found(lines, *data.draw(distributed([*lines[:to], lines[at], *lines[to:]])))
    assert [code for code, _ in said] == ["doubled"]
    assert lines[said[0][1] - 1] == lines[at]


@given(st.data(), TEXTS)
def test_swapped_lines_are_out_of_order(data: st.DataObject, lines: list[str]) -> None:
    one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    assume(lines[one] != lines[other])
    swapped = list(lines)
    swapped[one], swapped[other] = lines[other], lines[one]
    said = found(lines, *data.draw(distributed(swapped)))
    assert said
    assert {code for code, _ in said} == {"moved"}


@given(st.data(), TEXTS, LINES)
def test_line_that_became_another_is_named(data: st.DataObject, lines: list[str], new: str) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    assume(new not in lines)
    said = found(lines, *data.draw(distributed([*lines[:at], new, *lines[at + 1 :]])))
    errors = [(code, lines[line - 1]) for code, line in said if code != "added"]
    assert errors in ([("changed", lines[at])], [("missing", lines[at])])
    assert ("added" in dict(said)) == (errors[0][0] == "missing")


@given(TEXTS, TEXTS)
def test_every_line_is_accounted_for(lines: list[str], notes: list[str]) -> None:
    report = Report()
    kept = prove(manuscript(lines), talk("\n".join(notes)), report)
    faulty = {d.span.line for d in report.findings if d.severity is Severity.ERROR and d.span}
    assert kept == len(lines) - len(faulty)
    assert (not report.findings) == (lines == notes)


@given(TEXTS, TEXTS)
def test_alignment_pairs_equal_lines_in_order(lines: list[str], notes: list[str]) -> None:
    pairs = align(lines, notes)
    assert all(lines[a] == notes[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    assert bool(pairs) == bool(set(lines) & set(notes))


# ------------------------------------------------------------ what is said

SPEECH = [
    "同志们：",
    "今天讲三个问题，第一个是教育。",
    "第二个是管理，要从严。",
    "第三个是监督，不能放松。",
    "谢谢大家。",
]


def test_missing_line_is_placed_behind_the_one_before_it() -> None:
    (said,) = findings(SPEECH, "\n".join(SPEECH[:2]), "\n".join(SPEECH[3:]))
    assert (said.code, str(said).split(":")[:2]) == ("manuscript-missing", ["speech.txt", "3"])
    assert said.message == "this paragraph is in the notes of no slide: “第二个是管理，要从严。”"
    assert said.hint == "write it into the notes of slide 1 “题1”, behind “今天讲三个问题，第一个是教育。”"


def test_missing_first_line_is_placed_before_the_next() -> None:
    (said,) = findings(SPEECH, "", "\n".join(SPEECH[1:]))
    assert said.hint == "write it into the notes of slide 2 “题2”, before “今天讲三个问题，第一个是教育。”"


@pytest.mark.parametrize(
    ("wanted", "now", "column", "before", "after"),
    [
        ("今天讲三个问题", "今天讲两个问题", 4, "今天讲三个问题", "今天讲两个问题"),
        ("今天讲问题", "今天讲三个问题", 4, "今天讲问题", "今天讲三个问题"),
        ("前面很长很长很长的话，今天讲问题以后的话", "前面很长很长很长的话，今天讲题以后的话", 15,
         "…很长的话，今天讲问题以后的话", "…很长的话，今天讲题以后的话"),
        ("末尾有空格 ", "末尾有空格", 6, "末尾有空格␣", "末尾有空格"),
        ("\u3000\u3000同志们", "同志们", 1, "<U+3000><U+3000>同志们", "同志们"),
        ("全角\u3000空格", "全角 空格", 3, "全角<U+3000>空格", "全角␣空格"),
        ("不可见", "不\u200b可见", 2, "不可见", "不<U+200B>可见"),
        ("aaa", "aa", 3, "aaa", "aa"),
        ("", "甲" * 30, 1, "", "甲" * 20 + "…"),
    ],
)  # fmt: skip
def test_first_difference_is_shown_with_what_is_around_it(
    wanted: str, now: str, column: int, before: str, after: str
) -> None:
    assert first_difference(wanted, now) == (column, before, after)


@given(LINES, LINES)
def test_texts_are_alike_up_to_their_first_difference(one: str, other: str) -> None:
    assume(one != other)
    column, *_ = first_difference(one, other)
    assert one[: column - 1] == other[: column - 1]
    assert one[column - 1 : column] != other[column - 1 : column]


def test_changed_line_names_slide_and_column() -> None:
    (said,) = findings(SPEECH, *SPEECH[:2], "第二个是管理，要放松。", *SPEECH[3:])
    assert (said.code, said.span.line, said.span.column) == ("manuscript-changed", 3, 9)  # type: ignore[union-attr]
    assert "slide 3 “题3”" in said.message
    assert "“第二个是管理，要从严。” has become “第二个是管理，要放松。”" in said.message


@pytest.mark.parametrize(
    "notes",
    [
        pytest.param(["今天讲三个问题，", "第一个是教育。"], id="broken in two"),
        pytest.param(["今天讲三个问题，第一个是教育。", "第二个是管理，要从严。第三个是监督，不能放松。"], id="joined"),
    ],
)
def test_other_line_breaks_are_told_as_such(notes: list[str]) -> None:
    kept = [line for line in SPEECH if line not in "".join(notes)]
    said = findings([*SPEECH], kept[0], *notes, *kept[1:])
    lines = [n for n, line in enumerate(SPEECH, 1) if line not in [*kept, *notes]]
    assert [(d.code, d.span and d.span.line) for d in said if d.code != "x"] == [
        ("manuscript-changed", n) for n in lines
    ]
    assert all("in other lines" in d.message for d in said)


def test_paragraph_of_several_lines_belongs_to_one_slide() -> None:
    paragraphs = Manuscript("speech.md", (Paragraph(1, "第一行\n第二行"), Paragraph(4, "又一段")))
    report = Report()
    assert prove(paragraphs, talk("第一行\n第二行\n又一段"), report) == 2
    assert report.findings == []
    assert prove(paragraphs, talk("第一行", "第二行\n又一段"), report) == 1
    assert [(d.code, d.span and d.span.line) for d in report.findings] == [("manuscript-changed", 1)]


def test_text_of_its_own_is_a_warning() -> None:
    (said,) = findings(SPEECH, "\n".join(SPEECH[:3]), "\n".join([SPEECH[3], "停顿一下。", SPEECH[4]]))
    assert (said.code, said.severity) == ("manuscript-added", Severity.WARNING)
    assert said.message == "the notes of slide 2 “题2” say what the manuscript does not: “停顿一下。”"


def test_line_that_is_not_said_as_often_as_it_is_written_is_missing_not_moved() -> None:
    assert found(["甲", "掌声", "乙", "掌声", "丙"], "甲\n掌声\n乙\n丙") == [("missing", 4)]
    assert found(["甲", "掌声", "乙"], "甲\n掌声", "乙\n掌声") == [("doubled", 2)]


def test_byte_order_mark_and_kinds_of_newlines_are_all_that_is_normalised() -> None:
    report = Report()
    speech = read_text("\ufeff同志们：\r\n\r\n  前后有空格 \r尾".encode(), "speech.txt", report)
    assert speech is not None
    assert prove(speech, talk("同志们：", "  前后有空格 \n尾"), report) == 3
    assert report.findings == []
    prove(speech, talk("同志们：", "前后有空格\n尾"), report)
    assert [d.code for d in report.findings] == ["manuscript-changed"]


def test_redaction_is_text_like_any_other() -> None:
    assert found(["全市**系统", "**会议"], "全市**系统\n**会议") == []
    assert found(["全市**系统会议"], "全市系统会议") == [("changed", 1)]


# ------------------------------------------------------------ effort


def long_text(characters: int) -> list[str]:
    """Different lines of 80 characters."""
    return [f"{n:06}" + chr(0x4E00 + n % 5000) * 4 + "的报告和讨论意见" * 8 + str(n) for n in range(characters // 80)]


@pytest.mark.parametrize("what", ["same", "reversed", "changed", "nothing", "doubled"])
def test_ten_times_the_text_takes_about_ten_times_as_long(what: str) -> None:
    def notes(lines: list[str]) -> list[str]:
        return {
            "same": lines,
            "reversed": lines[::-1],
            "changed": [line[:40] + "改" + line[41:] for line in lines],
            "nothing": [],
            "doubled": [line for line in lines for _ in range(2)],
        }[what]

    def seconds(characters: int) -> float:
        lines = long_text(characters)
        slides = talk(*notes(lines))
        best = 9.0
        for _ in range(3):
            report, start = Report(), time.process_time()
            prove(manuscript(lines), slides, report)
            check_claims(slides, manuscript(lines), report)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(100_000) < 25 * seconds(10_000)  # 100 times where it grows with the square


# ------------------------------------------------------------ claims


def unsaid(text: str, notes: str, speech: str = "", scope: Scope = "slide") -> list[str]:
    """What is said of a text on a slide whose notes, or whose speech, are given; the speech is Chinese."""
    report = Report()
    lines = [speech or notes or "没有。"]
    check_claims([ToldSlide(1, "题", notes, None, (Shown(text),), scope, notes)], manuscript(lines), report)
    assert Counter(d.severity for d in report.findings).keys() <= {Severity.WARNING}
    return [f"{d.code}: {d.message}" for d in report.findings]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("发展党员23名", "今年发展党员23名。"),
        ("增长 4.6%", "增长了４．６％"),
        ("一共18,200件", "一共18200件"),
        ("二十三名", "党员二十三名"),
        ("三件事", "讲讲怎么办"),
        ("学习《准则》", "学习《中国共产党廉洁自律准则》，落实准则"),
        ("坚持“四自”", "坚持四自，就是……"),
        ("用好ChatGPT", "要用好 chatgpt 等工具"),
        ("用好 AI\v工具", "AI工具"),
        ("全市**系统", "全市**系统"),
        ("没有数字的话", "别的话"),
    ],
)
def test_what_the_notes_say_may_stand_on_the_slide(text: str, notes: str) -> None:
    assert unsaid(text, notes) == []


@pytest.mark.parametrize(
    ("text", "notes", "missing"),
    [
        ("发展党员23名", "今年发展党员2300名。", "“23”"),
        ("增长4.6%", "增长46%", "“4.6”"),
        ("发展三十二名", "发展二十三名", "“三十二”"),
        ("学习《准则》", "学习《条例》", "“准则”"),
        ("坚持“四自”", "坚持“五自”", "“四自”"),
        ("用好 AI", "用好人工智能", "“AI”"),
        ("12人，用AI", "讲话的人", "“12”, “AI”"),
        ("全市**系统", "全市系统", "“**”"),
    ],
)
def test_what_the_notes_do_not_say_is_named(text: str, notes: str, missing: str) -> None:
    said = unsaid(text, notes)
    assert len(said) == 1
    assert said[0].startswith(f"not-in-notes: slide 1 “题” says {missing} in ")
    assert said[0].endswith("but not in its notes")


def test_titles_of_cover_and_section_may_be_said_elsewhere() -> None:
    assert unsaid("发展23名", "", "发展23名。", "manuscript") == []
    assert unsaid("发展24名", "", "发展23名。", "manuscript")[0].endswith("but not in the manuscript")
    assert unsaid("发展24名", "发展23名", "发展24名。", "section")[0].endswith("but not in the notes of its section")


@pytest.mark.parametrize("text", ["全市系统要带头", "推动**系统会议，全市系统"])
def test_words_joined_over_a_redaction_are_named(text: str) -> None:
    said = unsaid(text, "推动**系统会议，全市**系统要带头")
    assert [line.partition(":")[0] for line in said] == ["redaction-lost"]
    assert "“全市系统”, which is “全市**系统”" in said[0]


def test_ordinary_words_of_an_english_talk_are_free() -> None:
    report = Report()
    speech = manuscript(["We shall open three clinics, says the WHO."])
    texts = (Shown("Opening the clinics: WHO"), Shown("NHS and 3D"))
    check_claims([ToldSlide(1, "", "x", None, texts, "manuscript")], speech, report)
    assert [d.message.partition(" in ")[0] for d in report.findings] == ["slide 1 says “3”, “NHS”"]
