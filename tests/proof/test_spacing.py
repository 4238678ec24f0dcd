"""The spacing check measures between content boxes, wherever their frames come from."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Inches

from tests.proof.samples import TITLE_AND_CONTENT, TITLE_ONLY, good_deck
from tests.proof.spacing import Near, too_near

_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def _label(slide: Slide, name: str, x: float, y: float, w: float = 2, h: float = 1, text: str = "text") -> None:
    box = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(w), Inches(h))
    box.name, box.text_frame.text = name, text


def _near(tmp_path: Path, *labels: tuple[object, ...]) -> list[Near]:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for label in labels:
        _label(slide, *label)  # type: ignore[arg-type]
    deck.save(str(tmp_path / "deck.pptx"))
    return too_near(tmp_path / "deck.pptx")


def test_good_deck_keeps_its_distance(tmp_path: Path) -> None:
    assert too_near(good_deck(tmp_path / "good.pptx")) == []


def test_gap_is_measured_in_inches(tmp_path: Path) -> None:
    (near,) = _near(tmp_path, ("one", 1, 1), ("two", 3.05, 1))
    assert (near.slide, near.first, near.second, near.overlap) == (1, "one", "two", False)
    assert near.gap == pytest.approx(0.05)


def test_least_gap_is_enough(tmp_path: Path) -> None:
    assert _near(tmp_path, ("one", 1, 1), ("two", 3.12, 1)) == []


def test_overlap_is_told(tmp_path: Path) -> None:
    (near,) = _near(tmp_path, ("one", 1, 1), ("two", 2, 1.5))
    assert near.overlap


def test_text_within_text_is_an_overlap(tmp_path: Path) -> None:
    (near,) = _near(tmp_path, ("outer", 1, 1, 5, 3), ("inner", 2, 2))
    assert near.overlap


def test_empty_boxes_are_no_content(tmp_path: Path) -> None:
    assert _near(tmp_path, ("one", 1, 1), ("two", 2, 1, 2, 1, " ")) == []


def test_header_joined_to_its_body_is_one_panel(tmp_path: Path) -> None:
    assert _near(tmp_path, ("header", 1, 1, 3, 0.7), ("body", 1, 1.7, 3, 2)) == []


def test_boxes_that_touch_elsewhere_are_too_near(tmp_path: Path) -> None:
    (near,) = _near(tmp_path, ("one", 1, 1, 3, 0.7), ("two", 1.5, 1.7, 3, 2))
    assert (near.gap, near.overlap) == (0, False)


def test_placeholder_stands_where_its_layout_puts_it(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_CONTENT])
    slide.shapes.title.text, slide.placeholders[1].text = "Title", "body"
    slide.placeholders[1].name = "body"
    _label(slide, "label", 1, 3)
    deck.save(str(tmp_path / "deck.pptx"))
    assert [(near.first, near.second) for near in too_near(tmp_path / "deck.pptx")] == [("body", "label")]


def test_decorative_shapes_may_lie_on_content(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = "Title"
    title = slide.shapes.title
    badge = slide.shapes.add_textbox(title.left, title.top, Inches(1), Inches(1))
    badge.text_frame.text = "1"
    badge._element.nvSpPr.cNvPr.append(parse_xml(_DECORATIVE))
    deck.save(str(tmp_path / "deck.pptx"))
    assert too_near(tmp_path / "deck.pptx") == []


def test_frames_in_a_group_are_taken_to_the_slide(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    _label(slide, "alone", 5, 5)
    group = slide.shapes.add_group_shape()
    group.name = "group"
    grouped = group.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    grouped.name, grouped.text_frame.text = "grouped", "text"
    group.left, group.top = Inches(5), Inches(4.5)
    deck.save(str(tmp_path / "deck.pptx"))
    (near,) = too_near(tmp_path / "deck.pptx")
    assert (near.first, near.second, near.overlap) == ("alone", "group/grouped", True)


def test_label_joined_to_the_text_beside_it_is_one_panel(tmp_path: Path) -> None:
    assert _near(tmp_path, ("label", 1, 1.5, 1, 0.5), ("text", 2, 1, 3, 2)) == []


def test_text_beside_another_that_sticks_out_above_it_is_too_near(tmp_path: Path) -> None:
    (near,) = _near(tmp_path, ("one", 1, 0.5, 1, 1), ("two", 2, 1, 3, 2))
    assert (near.gap, near.overlap) == (0, False)
