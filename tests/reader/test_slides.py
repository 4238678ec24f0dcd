"""Any deck's slides in showing order, checked against python-pptx."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

from slidegen.reader.slides import NotADeck, ReadSlide, one_line, read_slides, read_texts
from slidegen.speaking import speech
from tests.building import good

OUTLINE = """\
title: 会议怎样开
presenter: 办公室
notes: 各位好。
sections:
  - title: 会前
    slides:
      - title: 三件事
        bullets: [定议题, 发材料]
        notes: |
          第一段。

          第二段，有 <b> & "引号"。
      - title: 备用
        hidden: true
        bullets: [甲]
  - title: 会后
    slides:
      - title: 纪要
        bullets: [甲]
        notes: 三天内印发。
"""


def saved(data: bytes, folder: Path) -> Path:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return path


def with_notes(*notes: str) -> bytes:
    deck = Presentation()
    for text in notes:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        if text:
            slide.notes_slide.notes_text_frame.text = text
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def test_built_deck_is_read_as_its_outline_says(tmp_path: Path) -> None:
    deck = read_slides(saved(good(OUTLINE).data(), tmp_path))
    assert (deck.title, deck.language) == ("会议怎样开", "zh-CN")
    assert deck.slides == (
        ReadSlide(1, "会议怎样开", "开场", "各位好。", False),
        ReadSlide(2, "目录", "开场", "", False),
        ReadSlide(3, "会前", "会前", "", False),
        ReadSlide(4, "三件事", "会前", '第一段。\n\n第二段，有 <b> & "引号"。', False),
        ReadSlide(5, "备用", "会前", "", True),
        ReadSlide(6, "会后", "会后", "", False),
        ReadSlide(7, "纪要", "会后", "三天内印发。", False),
        ReadSlide(8, "谢谢聆听", "结束", "", False),
    )


def test_edited_deck_is_read_as_it_shows_now(tmp_path: Path) -> None:
    deck = good(OUTLINE).pptx()
    added = deck.slides.add_slide(deck.slide_layouts[0])
    added.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "不是标题"
    order = deck.slides._sldIdLst
    order.insert(0, order[6])  # the last slide comes first
    deck.part.drop_rel(order[2].rId)
    order.remove(order[2])  # the agenda goes
    first, cover = deck.slides[0], deck.slides[1]
    first.shapes.title.text_frame.text = "新题\v第二行"
    first.notes_slide.notes_text_frame.text = "改过的"
    cover._element.set("show", "0")
    deck.save(tmp_path / "deck.pptx")
    slides = read_slides(tmp_path / "deck.pptx").slides
    assert slides[0] == ReadSlide(1, "新题第二行", "会后", "改过的", False)
    assert slides[1] == ReadSlide(2, "会议怎样开", "开场", "各位好。", True)
    assert [s.title for s in slides[2:7]] == ["会前", "三件事", "备用", "会后", "谢谢聆听"]
    assert slides[7] == ReadSlide(8, "", "", "", False)


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\v\t", exclude_characters="\ufffe\uffff")
    )
)
def test_notes_are_read_as_python_pptx_reads_them(text: str) -> None:
    data = with_notes(text, "", "结束")
    expected = [s.notes_slide.notes_text_frame.text for s in Presentation(io.BytesIO(data)).slides]
    assert [s.notes for s in read_slides(io.BytesIO(data)).slides] == expected
    assert expected == [text, "", "结束"]


def test_deck_without_sections_or_properties_is_read(tmp_path: Path) -> None:
    path = saved(with_notes("讲稿", ""), tmp_path)
    bare = tmp_path / "bare.pptx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            if not name.startswith("docProps/"):
                new.writestr(name, old.read(name))  # what relates to them stays
    for deck in (path, bare):
        assert [(s.number, s.section, s.notes) for s in read_slides(deck).slides] == [(1, "", "讲稿"), (2, "", "")]


def test_strict_form_of_the_format_is_read(tmp_path: Path) -> None:
    path = saved(good(OUTLINE).data(), tmp_path)
    strict = tmp_path / "strict.pptx"
    names = {
        b"http://schemas.openxmlformats.org/presentationml/2006/main": b"http://purl.oclc.org/ooxml/presentationml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    }
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            for transitional, other in names.items():
                body = body.replace(transitional, other)
            new.writestr(name, body)
    assert read_slides(strict) == read_slides(path)


@pytest.mark.parametrize("what", ["text", "cut", "empty", "other package", "part missing", "broken part"])
def test_what_is_no_deck_is_said_to_be_none(tmp_path: Path, what: str) -> None:
    path = tmp_path / "deck.pptx"
    data = good(OUTLINE).data()
    if what == "text":
        path.write_text("title: 题")
    elif what == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif what == "empty":
        path.write_bytes(b"")
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                slide = name.endswith("slides/slide3.xml")
                if what == "other package" and name.startswith("ppt/"):
                    continue
                if not (slide and what == "part missing"):
                    new.writestr(name, b"<p:sld" if slide and what == "broken part" else old.read(name))
    with pytest.raises(NotADeck):
        read_slides(path)


def test_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_slides(tmp_path / "none.pptx")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("一\v二", "一二"),
        ("one\vtwo", "one two"),
        ("One,\n two", "One, two"),
        ("用 AI\v写稿", "用 AI写稿"),
        ("\v\n", ""),
        ("甲\v\v乙", "甲乙"),
        ("A\v\vB", "A B"),
    ],
)
def test_title_broken_over_lines_is_joined(text: str, line: str) -> None:
    assert one_line(text) == line


def test_notes_of_a_continued_slide_are_no_speech() -> None:
    points = "".join(f"      - 第{n}条要求各单位认真落实，做到有部署有检查\n" for n in range(40))
    slides = good(f"title: 题\nslides:\n  - title: 要点\n    notes: 讲稿\n    bullets:\n{points}").deck.slides
    spoken = [speech(s.notes) for s in slides if s.outline_id]
    assert len(spoken) > 2
    assert spoken == ["讲稿"] + [""] * (len(spoken) - 1)


def test_texts_are_what_stands_on_a_slide_without_furniture_and_decoration(tmp_path: Path) -> None:
    cards = "title: 题\nfooter: 页脚\nslides:\n  - title: 三件事\n    cards: [定议题：一次一个, 发材料, 定人员]\n"
    deck = good(f"{cards}  - title: 表\n    table: [[甲, 乙], [1, 2]]\n").pptx()
    deck.slides[1].shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "加上的\v话\n又一段"
    deck.save(tmp_path / "deck.pptx")
    found = read_texts(tmp_path / "deck.pptx")
    assert [(slide.layout, slide.texts) for slide in found[:3]] == [
        ("title", ("题",)),
        ("cust", ("三件事", "定议题", "一次一个", "发材料", "定人员", "加上的话", "又一段")),
        ("cust", ("表", "甲", "乙", "1", "2")),
    ]
