import re
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx.oxml import parse_xml
from pptx.text.text import TextFrame

from slidegen.writer.notes import notes_master_xml, notes_slide_xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

allowed = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t\v")
)


def body(text: str, language: str = "zh-CN") -> etree._Element:
    """The text body of a notes page's notes."""
    root = parse_xml(notes_slide_xml(text, language, 7).encode())
    return next(sp for sp in root.iter(f"{P}sp") if sp.find(f".//{P}ph").get("type") == "body").find(f"{P}txBody")


@given(allowed)
def test_any_text_reads_back_the_same(text: str) -> None:
    assert TextFrame(body(text), Mock()).text == text


def test_every_line_is_a_paragraph_also_an_empty_one() -> None:
    assert len(body("一\n\n三\n").findall(f"{A}p")) == 4


@pytest.mark.parametrize(("language", "other"), [("zh-CN", "en-US"), ("en-US", "zh-CN")])
def test_every_run_names_both_languages(language: str, other: str) -> None:
    properties = [e for e in body("讲\v稿\n\nend", language).iter() if e.tag.endswith("RPr") or e.tag == f"{A}rPr"]
    assert len(properties) == 5
    assert {(e.get("lang"), e.get("altLang")) for e in properties} == {(language, other)}


def test_the_number_is_a_field_that_shows_the_slide_number() -> None:
    assert re.search(r'type="slidenum">.*<a:t>7</a:t></a:fld>', notes_slide_xml("x", "zh-CN", 7))


def test_one_page_does_not_leak_into_the_next() -> None:
    assert "first" not in notes_slide_xml("second", "zh-CN", 2) + notes_slide_xml("", "en-US", 1)
    assert notes_slide_xml("first", "zh-CN", 1) == notes_slide_xml("first", "zh-CN", 1)


def test_the_master_has_all_six_placeholders_inside_the_page() -> None:
    root = etree.fromstring(notes_master_xml("zh-CN").encode())
    assert [ph.get("type") for ph in root.iter(f"{P}ph")] == ["hdr", "dt", "sldImg", "body", "ftr", "sldNum"]
    boxes = []
    for sp in root.iter(f"{P}sp"):
        off, ext = sp.find(f".//{A}off"), sp.find(f".//{A}ext")
        boxes.append((int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy"))))
    assert all(x + w <= 6_858_000 and y + h <= 9_144_000 for x, y, w, h in boxes)
    header, _, image, notes, footer, _ = boxes
    assert image[2] / image[3] == pytest.approx(16 / 9, abs=0.001)
    assert header[1] + header[3] <= image[1]
    assert image[1] + image[3] <= notes[1]
    assert notes[1] + notes[3] <= footer[1]


def test_children_of_the_notes_parts_stand_in_schema_order() -> None:
    def children(part: str) -> list[str]:
        return [etree.QName(e).localname for e in etree.fromstring(part.encode())]

    assert children(notes_master_xml("en-US")) == ["cSld", "clrMap", "notesStyle"]
    assert children(notes_slide_xml("x", "en-US", 1)) == ["cSld", "clrMapOvr"]


def test_notes_are_12_points_with_spacing_that_grows_with_the_size() -> None:
    root = etree.fromstring(notes_master_xml("zh-CN").encode())
    style = root.find(f"{P}notesStyle")
    assert [etree.QName(e).localname for e in style] == [f"lvl{n}pPr" for n in range(1, 10)]
    assert {e.get("sz") for e in style.iter(f"{A}defRPr")} == {"1200"}
    assert style.find(f".//{A}lnSpc/{A}spcPct") is not None


def test_the_master_placeholder_repeats_the_style_for_programs_that_skip_notes_style() -> None:
    root = etree.fromstring(notes_master_xml("zh-CN").encode())
    box = next(sp for sp in root.iter(f"{P}sp") if sp.find(f".//{P}ph").get("type") == "body")
    style = [etree.tostring(e) for e in root.find(f"{P}notesStyle")]
    assert [etree.tostring(e) for e in box.find(f".//{A}lstStyle")] == style


def test_placeholders_are_named_in_the_language_of_the_deck() -> None:
    assert 'name="备注占位符 2"' in notes_slide_xml("x", "zh-CN", 1)
    assert 'name="Notes Placeholder 2"' in notes_slide_xml("x", "en-US", 1)
