"""What the proof of contrast sees: the real ground of a text, its size, its links."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from tests.proof.contrast import faint
from tests.proof.samples import TITLE_ONLY

GREY = "808080"
"""3.95 on white, 5.32 on black."""


def deck(
    path: Path,
    *,
    size: int = 18,
    color: str = GREY,
    panel: str = "",
    shape: MSO_SHAPE = MSO_SHAPE.RECTANGLE,
    at: float = 1.0,
    link: bool = False,
) -> Path:
    """One slide with one text, upon a panel that begins `at` inches from the left, if a colour is given for it."""
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    if panel:
        ground = slide.shapes.add_shape(shape, Inches(at), Inches(2), Inches(6), Inches(3))
        ground.fill.solid()
        ground.fill.fore_color.rgb = RGBColor.from_string(panel)
    box = slide.shapes.add_textbox(Inches(1.5), Inches(2.5), Inches(4), Inches(1))
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.color.rgb = "word", Pt(size), RGBColor.from_string(color)
    if link:
        run.hyperlink.address = "https://example.org"
    made.save(str(path))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deck.pptx"


def test_small_grey_on_white_is_found(path: Path) -> None:
    (found,) = faint(deck(path))
    assert (found.text, found.needed) == ("word", 4.5)
    assert found.ratio == pytest.approx(3.95, abs=0.01)


def test_large_text_needs_less(path: Path) -> None:
    assert faint(deck(path, size=24)) == []


def test_panel_under_the_text_counts(path: Path) -> None:
    assert faint(deck(path, panel="000000")) == []


@pytest.mark.parametrize("at", [7.0, 3.0], ids=["beside", "under half of it"])
def test_panel_that_leaves_some_of_the_text_does_not_help(path: Path, at: float) -> None:
    assert len(faint(deck(path, panel="000000", at=at))) == 1


def test_ellipse_around_the_text_is_its_ground(path: Path) -> None:
    assert faint(deck(path, panel="000000", shape=MSO_SHAPE.OVAL)) == []


def test_link_counts_with_the_colours_of_the_theme(path: Path) -> None:
    (found,) = faint(deck(path, color="000000", panel="0000FF", link=True))
    assert found.ratio == pytest.approx(1.0, abs=0.01)  # python-pptx's theme has blue links
