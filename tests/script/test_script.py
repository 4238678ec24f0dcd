"""The speaker's script in its three forms; python-docx is the witness of the Word file."""

import io
import zipfile
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.script.model import Script, script_of
from slidegen.script.plain import markdown, plain
from slidegen.script.word import docx
from slidegen.speaking import Pace
from slidegen.talk import Talk, TalkSlide
from slidegen.words import word
from tests.proof.render import to_pdfs
from tests.proof.validate import sdk_errors

STUB = word("continued_notes", "zh-CN")
SLIDES = (
    TalkSlide(1, "会议怎样开", "开场", "好" * 110),
    TalkSlide(2, "三件事", "会前", "第一段。\n\n第二段，“引号”\t与制表\v换行。"),
    TalkSlide(3, "三件事（续）", "会前", STUB),
    TalkSlide(4, "备用", "会前", "不讲", hidden=True),
    TalkSlide(5, "", "会后"),
)
NOTES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\v", exclude_characters="\ufffe\uffff")
)
"""All that notes may hold: what XML allows, line breaks and tabs included."""


def made(*slides: TalkSlide, language: str = "zh-CN", start: int | None = None) -> Script:
    return script_of(Talk("会议怎样开", language, slides), Pace(), start)


def opened(script: Script) -> Docx:
    return Document(io.BytesIO(docx(script)))


def by_slide(document: Docx) -> dict[str, list[tuple[str, str]]]:
    """The style and text of the paragraphs under each slide's heading."""
    found: dict[str, list[tuple[str, str]]] = {}
    here: list[tuple[str, str]] = []
    for paragraph in document.paragraphs:
        name = paragraph.style.name
        if name == "Heading 2":
            here = found[paragraph.text] = []
        elif name != "Heading 1":
            here.append((name, paragraph.text))
    return found


def test_every_slide_stands_under_a_heading_with_its_number_title_and_clock() -> None:
    assert by_slide(opened(made(*SLIDES))) == {
        "1  会议怎样开\t0:00": [("讲稿", "好" * 110)],
        "2  三件事\t0:30": [("讲稿", "第一段。"), ("讲稿", ""), ("讲稿", "第二段，“引号”\t与制表\n换行。")],
        "3  三件事（续）\t0:34": [("说明", STUB)],
        "4  备用\t（隐藏，不放映）": [("讲稿", "不讲")],
        "5  （无标题）\t0:34": [("说明", "（本页没有讲稿）")],
    }


def test_sections_title_and_sum_stand_as_they_should() -> None:
    paragraphs = opened(made(*SLIDES, start=870)).paragraphs
    assert [(p.style.name, p.text) for p in paragraphs[:2]] == [
        ("Title", "会议怎样开"),
        ("说明", "4 张幻灯片，全程 0:34"),
    ]
    assert [p.text for p in paragraphs if p.style.name == "Heading 1"] == ["开场", "会前", "会后"]
    clocks = [p.text.partition("\t")[2] for p in paragraphs if p.style.name == "Heading 2"]
    assert clocks == ["14:30:00", "14:30:30", "14:30:34", "（隐藏，不放映）", "14:30:34"]


def test_type_is_large_on_a4_with_chinese_fonts() -> None:
    document = opened(made(*SLIDES))
    page = document.sections[0]
    assert (round(page.page_width / Cm(1), 1), round(page.page_height / Cm(1), 1)) == (21.0, 29.7)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:sz')}").get(qn("w:val")) == str(18 * 2)
    assert defaults.find(f".//{qn('w:spacing')}").get(qn("w:line")) == str(240 * 3 // 2)
    assert defaults.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "仿宋"
    for name in ("Title", "Heading 1", "Heading 2"):
        style = document.styles[name]
        assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
        assert style.paragraph_format.keep_with_next, name
        assert style.font.size >= Pt(16)
    assert document.styles["讲稿"].font.size is None  # as the default


def test_header_holds_the_title_and_the_page_s_number() -> None:
    paragraph = opened(made(*SLIDES)).sections[0].header.paragraphs[0]
    fields = [field.get(qn("w:instr")).strip() for field in paragraph._p.iter(qn("w:fldSimple"))]
    assert (paragraph.text.partition("\t")[0], fields) == ("会议怎样开", ["PAGE", "NUMPAGES"])


def test_words_of_the_script_are_in_the_deck_s_language() -> None:
    script = made(TalkSlide(1, "Start", "", ""), TalkSlide(2, "", "", "Hello", hidden=True), language="en-GB")
    assert by_slide(opened(script)) == {
        "1  Start\t0:00": [("Aside", "(no notes for this slide)")],
        "2  (no title)\t(hidden, not shown)": [("Speech", "Hello")],
    }
    assert script.about == "Slides: 1. Time: 0:00."


@settings(max_examples=150, deadline=None)
@given(NOTES, st.sampled_from(["zh-CN", "en-US"]))
def test_any_notes_stand_in_the_script_unchanged(notes: str, language: str) -> None:
    script = made(
        TalkSlide(1, "甲", "", "前"), TalkSlide(2, "乙", "", notes), TalkSlide(3, "丙", "", "后"), language=language
    )
    expected = notes.replace("\v", "\n")
    found = by_slide(opened(script))
    if notes.strip():
        assert "\n".join(text for _, text in found["2  乙\t0:00"]) == expected
        assert f"\n\n{expected}\n\n---- 3  丙" in plain(script)
        assert f"\n\n{expected}\n\n## 3  丙" in markdown(script)
    else:
        assert [text for _, text in found["2  乙\t0:00"]] == [word("no_notes", language)]
    assert [text for _, text in found["1  甲\t0:00"]] == ["前"]


def test_same_talk_gives_the_same_bytes_and_dates_follow_the_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert docx(made(*SLIDES)) == docx(made(*SLIDES))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01
    data = docx(made(*SLIDES))
    assert Document(io.BytesIO(data)).core_properties.created.date().isoformat() == "2026-01-01"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(2026, 1, 1)}


def test_plain_text_is_this() -> None:
    assert plain(made(*SLIDES[:2])) == (
        "会议怎样开\n\n2 张幻灯片，全程 0:34\n\n==== 开场 ====\n\n---- 1  会议怎样开  0:00 ----\n\n"
        + "好" * 110
        + "\n\n"
        "==== 会前 ====\n\n---- 2  三件事  0:30 ----\n\n第一段。\n\n第二段，“引号”\t与制表\n换行。\n"
    )


def test_markdown_is_this() -> None:
    assert markdown(made(*SLIDES[3:])) == (
        "# 会议怎样开\n\n1 张幻灯片，全程 0:00\n\n## 会前\n\n### 4  备用 · （隐藏，不放映）\n\n不讲\n\n"
        "## 会后\n\n### 5  （无标题） · 0:00\n\n（本页没有讲稿）\n"
    )


def test_word_file_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "script.docx"
    path.write_bytes(docx(made(*SLIDES)))
    assert sdk_errors([path]) == [[]]


def test_no_heading_stands_alone_at_a_page_s_end(tmp_path: Path) -> None:
    # every slide is a line longer than the one before, so that headings come to every place of a page
    slides = [
        TalkSlide(n, f"标题{n}号", f"节{n // 5}", "\n" * (n % 3) + "讲稿文字" * 6 * (n % 7 + 1)) for n in range(1, 41)
    ]
    path = tmp_path / "script.docx"
    path.write_bytes(docx(made(*slides)))
    (drawn,) = to_pdfs([path], tmp_path / "drawn")
    with pdfplumber.open(drawn) as pdf:
        pages = [(page.extract_text() or "").splitlines() for page in pdf.pages]
    assert len(pages) > 5
    assert [page[-1] for page in pages if "号" in page[-1] or "节" in page[-1]] == []
    assert sum("号" in line for page in pages for line in page) == len(slides)
