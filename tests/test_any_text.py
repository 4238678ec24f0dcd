"""Any text in any field of an outline is built, even where it does not fit, and read back by python-pptx the same.

The same: after the documented reading. Line separators are spaces, inline marks become looks, line feeds around a text
go, blank lines only part paragraphs, and a heading may break into lines at its spaces.
"""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.slide import NotesSlide, Slide

from slidegen.outline.inline import escape_inline, plain
from tests.building import made, reads_back

FIELDS = (
    *("title", "subtitle", "section", "short", "section text", "row", "bullet", "sub-bullet", "takeaway", "notes"),
    *("card", "card text", "head", "cell", "key", "note", "quote", "source", "closing", "closing text"),
)
LOADED = st.sampled_from("汉字ab 　“”，。：: **`[](){}\\|#&<>\"'%\n\n\t")
MARKS = st.text(LOADED, max_size=6) | st.text(LOADED, min_size=8, max_size=40)
CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\n\t\x85"
)
TEXT = MARKS | st.text(CHARACTERS, max_size=60)
"""What an outline may hold; links between slides have tests of their own."""


def outline(t: dict[str, str]) -> str:
    """An outline with a text in every field; JSON is YAML."""
    slides: list[dict[str, Any]] = [
        {"id": "p1", "title": t["row"], "bullets": [t["bullet"], [t["sub-bullet"]]], "takeaway": t["takeaway"]},
        {"id": "p2", "title": "二", "cards": [{"title": t["card"], "text": t["card text"]}, "乙"], "notes": t["notes"]},
        {"id": "p3", "title": "三", "table": [[t["head"], "乙"], ["丙", t["cell"]]]},
        {"id": "p4", "title": "四", "bullets": ["甲", "乙"], "key": t["key"], "note": t["note"]},
        {"id": "p5", "title": "五", "quote": t["quote"], "source": t["source"]},
    ]
    sections = [{"id": "s", "title": t["section"], "short": t["short"], "text": t["section text"], "slides": slides}]
    deck = {
        "title": t["title"],
        "subtitle": t["subtitle"],
        "sections": sections,
        "closing": {"title": t["closing"], "text": t["closing text"]},
    }
    return json.dumps(deck, ensure_ascii=False)


def as_read(text: str) -> str:
    """A text as the file is read: separators that no editor shows are spaces."""
    return text.translate({0x85: " ", 0x2028: " ", 0x2029: " "})


def line(text: str) -> str:
    """What a field of one line says; nothing where it is blank."""
    text = as_read(text).strip("\n")
    return plain(text) if text.strip() else ""


def paragraphs(*texts: str) -> list[str]:
    """What a field of running text says, paragraph by paragraph."""
    return [plain(part) for text in texts for part in as_read(text).split("\n") if part.strip()]


def found(slide: Slide | NotesSlide, idx: int) -> str:
    """What the placeholder of an idx says, its paragraphs by lines; nothing where the slide has none."""
    frame = next((s.text_frame for s in slide.placeholders if s.placeholder_format.idx == idx), None)
    texts = [paragraph.text for paragraph in frame.paragraphs] if frame else []
    assert not any("\n" in text for text in texts), "PowerPoint shows a raw line feed as a box"
    return "\n".join(texts)


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, TEXT)))
def test_any_text_in_any_field_is_built_and_read_back(t: dict[str, str]) -> None:
    deck = made(outline(t))
    slides = dict(zip((slide.id for slide in deck.deck.slides), deck.pptx().slides, strict=True))
    p1, p2, p3, p4, p5 = (slides[f"p{n}"] for n in range(1, 6))

    assert "cover" in slides
    headings = [
        (line(t["title"]), found(slides["cover"], 0)),
        (line(t["subtitle"]), found(slides["cover"], 1)),
        (line(t["section"]), found(slides["s"], 0)),
        (line(t["row"]), found(p1, 0)),
        (line(t["closing"]) or "谢谢聆听", found(slides["closing"], 0)),
    ]
    assert [pair for pair in headings if not reads_back(*pair)] == []

    points = [
        plain(as_read(text)).replace("\n", "\v") for text in (t["bullet"], t["sub-bullet"]) if as_read(text).strip()
    ]
    assert found(p1, 1) == "\n".join(points)
    assert reads_back(line(t["takeaway"]), found(p1, 30))
    assert found(p1, 91) == " ".join(plain(as_read(t["short"])).split())

    card = [line(t["card"]).replace("\n", "\v")] if line(t["card"]) else []
    assert found(p2, 11) == "\n".join(card + paragraphs(t["card text"]))
    notes = as_read(t["notes"]).rstrip("\n")
    assert (found(p2.notes_slide, 3) if p2.has_notes_slide else "") == notes

    (table,) = (shape.table for shape in p3.shapes if shape.has_table)
    for text, cell in ((t["head"], table.cell(0, 0)), (t["cell"], table.cell(1, 1))):
        assert cell.text_frame.text == plain(as_read(text)).replace("\n", "\v")

    for slide, idx, texts in (
        (p4, 40, [line(t["key"]), *paragraphs(t["note"])]),
        (p5, 10, [line(t["quote"]), line(t["source"])]),
        (slides["s"], 1, [line(t["section text"])]),
        (slides["closing"], 1, [line(t["closing text"])]),
    ):
        said = found(slide, idx).split("\n")
        wanted = [text for text in texts if text] or [""]
        assert len(said) == len(wanted)
        assert [pair for pair in zip(wanted, said, strict=True) if not reads_back(*pair)] == []


@settings(max_examples=30, deadline=None)
@given(TEXT.filter(lambda text: text.strip() != ""), st.booleans())
def test_any_text_whose_marks_are_escaped_is_read_back_mark_for_mark(text: str, strong: bool) -> None:
    written = f"**甲**{escape_inline(text)}" if strong else escape_inline(text)
    deck = made(json.dumps({"slides": [{"id": "p", "title": "一", "bullets": [written, "乙"]}]}, ensure_ascii=False))
    slide = deck.pptx().slides[0]
    shown = as_read(text).replace("\n", "\v")
    assert found(slide, 1).split("\n") == [f"甲{shown}" if strong else shown, "乙"]
