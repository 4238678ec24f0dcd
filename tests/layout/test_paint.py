"""The paint grammar: what names, modifiers, gradients and lines mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.drawing import Color, Gradient, Solid, Stroke
from slidegen.layout.paint import PaintError, Palette

SLOTS = frozenset("dk1 lt1 dk2 lt2 accent1 accent2 hlink bg1 tx1 bg2 tx2".split())
ROLES = {
    "DARK": "tx2",
    "GOLD": "accent2:m40:o60",
    "STRONG": "DARK -> accent1 @0",
    "BAND": "STRONG",
    "LOOP": "POOL",
    "POOL": "LOOP:a10",
}


@pytest.fixture
def palette() -> Palette:
    return Palette(SLOTS, ROLES, {"cream": "fff3d2", "odd": "12345"})


def test_slot_with_modifiers_keeps_their_order_in_thousandths_of_a_percent(palette: Palette) -> None:
    assert palette.color("accent1:m60:o40:a12.5") == Color(
        "accent1", (("lumMod", 60_000), ("lumOff", 40_000), ("alpha", 12_500))
    )


def test_modifiers_of_a_role_come_before_those_behind_its_name(palette: Palette) -> None:
    assert palette.color("GOLD:a70").mods == (("lumMod", 40_000), ("lumOff", 60_000), ("alpha", 70_000))


def test_palette_name_is_a_literal_colour(palette: Palette) -> None:
    cream = palette.color("cream")
    assert (cream.base, cream.literal) == ("FFF3D2", True)


def test_gradient_of_roles_has_two_stops_and_an_angle(palette: Palette) -> None:
    assert palette.paint("DARK -> accent1:a0 @70") == Gradient(
        ((0, Color("tx2")), (100_000, Color("accent1", (("alpha", 0),)))), angle=4_200_000
    )


def test_role_that_is_a_gradient_is_a_fill_and_passes_modifiers_to_both_stops(palette: Palette) -> None:
    fill = palette.paint("BAND:a50")
    assert isinstance(fill, Gradient)
    assert [color.mods for _, color in fill.stops] == [(("alpha", 50_000),)] * 2


def test_role_that_is_a_gradient_is_no_colour(palette: Palette) -> None:
    with pytest.raises(PaintError, match="gradient"):
        palette.color("STRONG")
    with pytest.raises(PaintError, match="single colour"):
        palette.paint("STRONG -> bg1 @0")


def test_radial_paint_has_its_focus_in_thousandths_of_a_percent(palette: Palette) -> None:
    paint = palette.paint({"radial": ["accent1", "tx2:m92"], "to": [50, 30, 50, 70]})
    assert isinstance(paint, Gradient)
    assert paint.focus == (50_000, 30_000, 50_000, 70_000)
    assert paint.stops[1] == (100_000, Color("tx2", (("lumMod", 92_000),)))


@pytest.mark.parametrize("nothing", [None, "none"])
def test_none_paints_and_draws_nothing(palette: Palette, nothing: str | None) -> None:
    assert palette.paint(nothing) is None
    assert palette.stroke(nothing) is None
    assert palette.stroke({"color": nothing}) is None


def test_unknown_name_suggests_the_nearest(palette: Palette) -> None:
    with pytest.raises(PaintError, match="did you mean `accent1`"):
        palette.paint("acent1")


def test_roles_that_name_each_other_are_told_apart_from_unknown_ones(palette: Palette) -> None:
    with pytest.raises(PaintError, match="names itself"):
        palette.paint("LOOP")


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("accent1:x20", "no modifier"),
        ("accent1 -> tx2", "direction"),
        ("accent1 -> tx2 -> bg1 @0", "3 colours"),
        ("odd", "six hex digits"),
        ({"radial": ["accent1", "tx2"], "at": [0, 0, 0, 0]}, "no `at`"),
        ({"radial": ["accent1"], "to": [0, 0, 0, 0]}, "two colours"),
        ({"radial": ["accent1", "tx2"], "to": [0, 0, 0, 101]}, "four percents"),
    ],
)
def test_misspelt_paint_says_what_is_wrong(palette: Palette, spec: str | dict[str, object], said: str) -> None:
    with pytest.raises(PaintError, match=said):
        palette.paint(spec)


def test_bare_line_is_one_point_wide_and_solid(palette: Palette) -> None:
    assert palette.stroke("GOLD:a70") == Stroke(Solid(palette.color("GOLD:a70")), 12_700)


def test_line_takes_width_dash_arrow_and_round_ends(palette: Palette) -> None:
    line = palette.stroke({"color": "accent1", "width": 2.25, "dash": "dash", "arrow": True, "round": True})
    assert line == Stroke(Solid(Color("accent1")), 28_575, "dash", True, True)


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ({"color": "accent1", "widht": 2}, "did you mean `width`"),
        ({"color": "accent1", "dash": "dashed"}, "did you mean `dash`"),
        ({"color": "accent1", "width": "2"}, "number of points"),
    ],
)
def test_misspelt_line_says_what_is_wrong(palette: Palette, spec: dict[str, object], said: str) -> None:
    with pytest.raises(PaintError, match=said):
        palette.stroke(spec)


@given(st.text("accent1GOLDSTRONG:moa->@ 0.9", max_size=30) | st.text(max_size=10))
def test_any_text_is_a_paint_or_a_paint_error(text: str) -> None:
    palette = Palette(SLOTS, ROLES, {})
    try:
        palette.paint(text)
    except PaintError as error:
        assert str(error)
