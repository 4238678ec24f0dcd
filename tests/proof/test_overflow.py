"""The overflow check sees in a rendering what leaves its box, its cell, its table or the slide."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.slide import Slide
from pptx.util import Inches, Pt

from tests.proof.overflow import Finding, findings, findings_of
from tests.proof.samples import good_deck


def _label(slide: Slide, name: str, x: float, w: float, text: str, wrap: bool = True) -> None:
    box = slide.shapes.add_textbox(Inches(x), Inches(1), Inches(w), Inches(1))
    box.name, box.text_frame.text, box.text_frame.word_wrap = name, text, wrap
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(24)


def _table(slide: Slide, name: str, text: str, height: float) -> None:
    frame = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(4), Inches(height))
    frame.name, frame.table.cell(0, 0).text = name, text


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[list[Finding]]:
    """The findings of a good deck and of one with a fault a slide; LibreOffice starts once."""
    folder = tmp_path_factory.mktemp("overflow")
    deck = Presentation()
    blank = deck.slide_layouts[6]
    first = deck.slides.add_slide(blank)
    _label(first, "fits", 1, 3, "短句")
    _label(first, "too long", 1, 3, "党员领导干部必须坚持严格教育、严格要求、严格管理和严格监督。" * 4)
    _label(deck.slides.add_slide(blank), "too wide", 5, 1, "one line that does not wrap", wrap=False)
    _label(deck.slides.add_slide(blank), "beyond", 9.5, 3, "leaves the slide")
    grown = deck.slides.add_slide(blank)
    _table(grown, "grown", "many words in a narrow cell " * 3, 1)
    _table(grown, "roomy", "few words", 2)
    hidden = deck.slides.add_slide(blank)
    hidden._element.set("show", "0")
    _label(hidden, "hidden", 1, 3, "still a page")
    deck.save(str(folder / "bad.pptx"))
    return findings_of([good_deck(folder / "good.pptx"), folder / "bad.pptx"])


def _kinds(found: list[Finding], slide: int) -> set[tuple[str, str]]:
    return {(finding.shape, finding.kind) for finding in found if finding.slide == slide}


def test_good_deck_has_no_findings(found: list[list[Finding]]) -> None:
    assert found[0] == []


def test_text_longer_than_its_box_overflows(found: list[list[Finding]]) -> None:
    (finding,) = (f for f in found[1] if f.slide == 1)
    assert (finding.shape, finding.kind) == ("too long", "overflow")
    assert "bottom+" in finding.detail


def test_text_wider_than_its_box_overflows(found: list[list[Finding]]) -> None:
    assert _kinds(found[1], 2) == {("too wide", "overflow")}


def test_text_beyond_the_slide_is_off_slide(found: list[list[Finding]]) -> None:
    assert ("beyond", "off-slide") in _kinds(found[1], 3)


def test_table_that_grows_is_named(found: list[list[Finding]]) -> None:
    assert _kinds(found[1], 4) == {("grown", "table-grows")}


def test_hidden_slide_is_a_page(found: list[list[Finding]]) -> None:
    assert not [finding for finding in found[1] if finding.slide in {0, 5}]


def test_deck_without_slides_is_told_by_its_page_count(tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "empty.pptx"))
    assert [finding.kind for finding in findings(tmp_path / "empty.pptx")] == ["page-count"]
