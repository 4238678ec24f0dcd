"""Which points lie within a shape, and which colours under a text."""

import pytest

from slidegen.compose.grounds import Layer, grounds, layer
from slidegen.compose.outlines import Outline, outline_of
from slidegen.composed import Shape
from slidegen.diagnostics import Report
from slidegen.drawing import Box, Color, Path, Preset, Solid
from slidegen.layout.library import Library
from slidegen.layout.theme import Theme
from slidegen.resources import bundled

TRIANGLE = Path(100, 100, (("M", 0, 100), ("L", 100, 100), ("L", 100, 0), ("Z",)))
CURVED = Path(100, 100, (("M", 0, 100), ("C", 0, 0, 100, 0, 100, 100), ("Z",)))


@pytest.mark.parametrize(
    ("geometry", "inside", "outside"),
    [
        (TRIANGLE, (0.9, 0.5), (0.1, 0.5)),
        (CURVED, (0.5, 0.5), (0.5, 0.1)),
        (Preset("ellipse"), (0.5, 0.1), (0.05, 0.05)),
    ],
)
def test_outline_holds_what_it_encloses(
    geometry: Path | Preset, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    outline = outline_of(Shape("a", Box(0, 0, 9, 9), geometry, Solid(Color("tx1"))))
    assert isinstance(outline, Outline)
    assert outline.holds(*inside)
    assert not outline.holds(*outside)


def test_flipped_outline_holds_the_other_side() -> None:
    outline = outline_of(Shape("a", Box(0, 0, 9, 9), TRIANGLE, Solid(Color("tx1")), flip_h=True))
    assert outline is not None
    assert outline.holds(0.1, 0.5)


def test_rectangles_and_turned_shapes_count_as_their_boxes() -> None:
    assert outline_of(Shape("a", Box(0, 0, 9, 9))) is None
    assert outline_of(Shape("a", Box(0, 0, 9, 9), TRIANGLE, rotation=60_000)) is None


def test_shape_without_fill_or_size_covers_nothing() -> None:
    assert layer(Shape("a", Box(0, 0, 9, 9))) is None
    assert layer(Shape("a", Box(0, 0, 0, 9), fill=Solid(Color("tx1")))) is None


def test_what_covers_a_text_hides_the_ground_and_what_meets_it_adds_to_it(theme: Theme) -> None:
    black, white = Solid(Color("000000")), Solid(Color("FFFFFF"))
    area = Box(0, 0, 100, 100)
    assert grounds(area, white, (), theme) == {(255, 255, 255)}
    assert grounds(area, white, [Layer(area, black)], theme) == {(0, 0, 0)}
    assert grounds(area, white, [Layer(Box(50, 0, 100, 100), black)], theme) == {(0, 0, 0), (255, 255, 255)}
    assert grounds(area, white, [Layer(Box(200, 0, 9, 9), black)], theme) == {(255, 255, 255)}
    assert grounds(area, white, [Layer(area, Solid(Color("000000", (("alpha", 50_000),))))], theme) == {(128,) * 3}


@pytest.fixture(scope="module")
def theme() -> Theme:

    return Library((bundled("layouts"),), Report()).theme("azure")
