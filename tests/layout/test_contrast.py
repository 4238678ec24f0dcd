"""Contrast: the measure itself, and the pairs of every built-in theme (WCAG 2.2, 1.4.3)."""

from typing import Any

import pytest

from slidegen.diagnostics import Report
from slidegen.drawing import Color, Gradient, Solid
from slidegen.layout.contrast import RGB, contrast, rgb, worst
from slidegen.layout.library import Library
from slidegen.layout.theme import Theme
from slidegen.resources import bundled

LIBRARY = Library([bundled("layouts")], Report())
COLORS = {"accent2": "B97A12", "dk1": "000000", "lt1": "FFFFFF"}
MAP = {"bg1": "lt1", "tx1": "dk1"}
BODY, LARGE = 4.5, 3.0


class Look:
    """A theme with its colours as numbers."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def rgb(self, name: str, under: RGB | None = None) -> RGB:
        return rgb(self.theme.color(name), self.theme.colors, self.theme.color_map, under)

    def worst(self, paint: Any, text: str, under: RGB | None = None) -> float:
        over = self.theme.paints.paint(paint)
        return worst(over, self.rgb(text, under), self.theme.colors, self.theme.color_map, under)


@pytest.fixture(params=LIBRARY.theme_names())
def look(request: pytest.FixtureRequest) -> Look:
    return Look(LIBRARY.theme(request.param))


def test_black_on_white_is_twenty_one() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def test_equal_colours_are_one() -> None:
    assert contrast((12, 34, 56), (12, 34, 56)) == 1


def test_luminance_is_scaled_and_shifted_as_powerpoint_does() -> None:
    assert rgb(Color("accent2", (("lumMod", 40_000), ("lumOff", 60_000))), COLORS, MAP) == (0xF4, 0xCE, 0x8F)


def test_mapped_slots_follow_the_colour_map() -> None:
    assert rgb(Color("bg1"), COLORS, MAP) == (255, 255, 255)


def test_alpha_mixes_with_what_lies_under() -> None:
    assert rgb(Color("tx1", (("alpha", 40_000),)), COLORS, MAP, under=(255, 255, 255)) == (153, 153, 153)


def test_worst_contrast_of_a_gradient_may_lie_between_its_ends() -> None:
    grey = (128, 128, 128)
    ends = Gradient(((0, Color("bg1")), (100_000, Color("tx1"))))
    both = (worst(Solid(color), grey, COLORS, MAP) for _, color in ends.stops)
    assert worst(ends, grey, COLORS, MAP) < min(both)


@pytest.mark.parametrize("text", ["tx1", "tx2", "accent1", "MUTED", "hlink", "folHlink", "TITLE", "HEAD"])
def test_text_on_light_surfaces_can_be_read(look: Look, text: str) -> None:
    for surface in look.theme.surfaces["light"]:
        assert look.worst(surface, text) >= BODY, (surface, text)


def test_text_on_dark_surfaces_can_be_read(look: Look) -> None:
    for surface in look.theme.surfaces["dark"]:
        assert max(look.worst(surface, text) for text in ("ON", "bg1")) >= BODY, surface


def test_accents_as_graphics_stand_out_from_the_page(look: Look) -> None:
    page = look.rgb("bg1")
    for i in range(1, 7):
        assert contrast(look.rgb(f"accent{i}"), page) >= LARGE, i


def test_some_text_colour_can_be_read_on_every_accent(look: Look) -> None:
    for i in range(1, 7):
        accent = look.rgb(f"accent{i}")
        assert max(contrast(accent, look.rgb("lt1")), contrast(accent, look.rgb("dk1"))) >= BODY, i


@pytest.mark.parametrize("text", ["cream", "sand"])
def test_text_on_the_red_stage_can_be_read_with_its_rays(text: str) -> None:
    look = Look(LIBRARY.theme("dangjian"))
    glow, rays = look.theme.decor["stage"]
    for stop in glow["fill"]["radial"]:
        ground = look.rgb(stop)
        assert contrast(ground, look.rgb(text)) >= BODY
        assert look.worst(rays["fill"], text, under=ground) >= BODY


@pytest.mark.parametrize("text", ["bg1", "pale", "mint"])
def test_text_on_the_navy_cover_can_be_read(text: str) -> None:
    look = Look(LIBRARY.theme("azure"))
    assert look.worst(look.theme.layouts["cover"]["background"], text) >= BODY


def test_red_side_panel_carries_its_text() -> None:
    look = Look(LIBRARY.theme("dangjian"))
    panel = look.theme.decor["panel"][0]["fill"]
    assert min(look.worst(panel, text) for text in ("cream", "sand")) >= BODY
