"""Decoration: specs become shapes in EMU, cut at the slide's edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.composed import Item, Shape
from slidegen.diagnostics import Report
from slidegen.drawing import Box, Path, Preset
from slidegen.layout.decor import SLIDE, Canvas, DecorError, Element, Kind, draw
from slidegen.layout.lengths import evaluate
from slidegen.layout.library import Library
from slidegen.layout.merge import merge
from slidegen.layout.paint import Palette
from slidegen.layout.svgpath import parse
from slidegen.resources import bundled
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH, inches

PALETTE = Palette(frozenset(["accent1", "bg1"]), {"DARK": "accent1:m50"}, {})
LIBRARY = Library([bundled("layouts")], Report())


def one(spec: object, canvas: Canvas = SLIDE) -> Shape:
    (shape,) = draw([spec], PALETTE, {}, canvas)
    return shape


def path_of(shape: Shape) -> Path:
    assert isinstance(shape.geometry, Path)
    return shape.geometry


@pytest.mark.parametrize(
    ("length", "value"), [("w", 4), ("w-0.3", 3.7), ("h/2 - .4", 0.6), ("0.5*w", 2), ("-(w+h)*2", -12), (1.5, 1.5)]
)
def test_lengths_are_sums_in_w_and_h(length: float | str, value: float) -> None:
    assert evaluate(length, 4, 2) == pytest.approx(value)


@pytest.mark.parametrize(
    "length", ["", "w w", "2w", "x", "w-", "(w", "w/0", "1e9", "__import__('os')", "(" * 500, True]
)
def test_what_is_no_length_is_a_value_error(length: float | str) -> None:
    with pytest.raises(ValueError, match=r"length|nothing"):
        evaluate(length, 4, 2)


@given(st.text("wh+-*/(). 0123456789", max_size=90))
def test_any_text_is_a_length_or_a_value_error(text: str) -> None:
    try:
        evaluate(text, 3.0, 2.0)
    except ValueError as error:
        assert str(error)


def test_box_is_measured_from_the_canvas_with_its_width_and_height() -> None:
    bar = one({"shape": "rect", "box": [0, "-0.07", "w", 0.07], "fill": "DARK"}, Canvas(1, 2, 3, 4))
    assert bar.box == Box(inches(1), inches(1.93), inches(3), inches(2) - inches(1.93))


def test_full_slide_rectangle_reaches_the_very_edge() -> None:
    assert one({"shape": "rect", "box": [0, 0, 13.333, 7.5]}).box == Box(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT)


def test_adjust_values_get_the_names_of_the_preset() -> None:
    star = one({"shape": "star5", "adjust": [19098, 105146, 110557], "box": [1, 1, 1, 1]})
    assert star.geometry == Preset("star5", (("adj", 19098), ("hf", 105146), ("vf", 110557)))


def test_map_of_elements_names_the_shapes_and_null_leaves_one_out() -> None:
    box = [0, 0, 1, 1]
    shapes = draw({"bar": {"shape": "rect", "box": box}, "badge": None}, PALETTE, {}, SLIDE)
    assert [shape.name for shape in shapes] == ["bar"]


def test_group_is_used_by_name_and_moved() -> None:
    groups = {"pair": [{"shape": "rect", "box": [1, 0, 1, 1]}, {"shape": "ellipse", "box": [3, 0, 1, 1]}]}
    shapes = draw(["pair", {"use": "pair", "at": [0.5, 4]}], PALETTE, groups, SLIDE)
    assert [shape.name for shape in shapes] == ["pair 1", "pair 2"] * 2
    assert (shapes[2].box.x, shapes[2].box.y) == (inches(1.5), inches(4))


def test_group_that_uses_itself_is_an_error() -> None:
    with pytest.raises(DecorError, match="uses itself"):
        draw(["a"], PALETTE, {"a": ["b"], "b": ["a"]}, SLIDE)


def test_polygon_is_cut_at_the_right_edge() -> None:
    pane = one({"poly": [[12.7, 0], [14.3, 0], [12.7, 7.5], [11.1, 7.5]], "fill": "accent1"})
    assert pane.box.right == SLIDE_WIDTH
    assert [command[0] for command in path_of(pane).commands] == ["M", "L", "L", "L", "L", "Z"]
    assert ("L", pane.box.w, 0) in path_of(pane).commands


def test_polygon_inside_a_box_is_measured_from_its_corner() -> None:
    corner = one({"poly": [[0.5, 0], [1, 0], [0, 1]], "box": [2, 3, 1, 1], "fill": "accent1"})
    assert corner.box == Box(inches(2), inches(3), inches(1), inches(1))


def test_wave_is_smooth_and_closed_along_the_foot() -> None:
    hill = path_of(one({"wave": [1, 0.5, 0], "box": [1, 1, 4, 2], "fill": "bg1"}))
    first = hill.commands[1]
    assert first == ("C", inches(1), inches(2), inches(1), inches(1), inches(2), inches(1))
    assert [command[0] for command in hill.commands] == ["M", "C", "C", "L", "L", "Z"]


def test_rays_are_the_first_half_of_each_sector_and_stay_on_the_slide() -> None:
    rays = one({"rays": {"center": [6.667, 8.7], "from": 200, "to": 340, "count": 26}, "fill": "accent1:a5"})
    commands = path_of(rays).commands
    assert sum(command[0] == "M" for command in commands) == 26
    assert rays.box == Box(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT)
    xs = [n for command in commands for n in command[1::2]]
    assert min(xs) == 0
    assert max(xs) == SLIDE_WIDTH


def test_path_is_in_fractions_of_its_box() -> None:
    band = one({"path": "M0 .5 C.2 0 .8 1 1 .5 V1 H0 z", "box": [1, 1, 4, 2], "fill": "accent1"})
    assert band.box.x == inches(1)
    assert band.box.bottom == inches(3)
    assert [command[0] for command in path_of(band).commands] == ["M", "C", "L", "L", "Z"]


def test_path_without_box_is_in_inches_and_open_without_fill() -> None:
    curve = one({"path": "M1 1 C2 1 2 3 1 3", "line": {"color": "accent1", "width": 2}})
    assert (path_of(curve).filled, path_of(curve).commands[-1][0]) == (False, "C")
    assert curve.box.w == inches(0.75)


def test_curve_that_crosses_the_edge_is_cut_there_and_stays_a_curve() -> None:
    hill = one({"path": "M12 7 C12 5 15 5 15 7 Z", "fill": "accent1"})
    assert hill.box.right == SLIDE_WIDTH
    assert [command[0] for command in path_of(hill).commands] == ["M", "C", "L", "Z"]


def test_ring_that_leaves_the_slide_becomes_an_open_arc() -> None:
    ring = one({"shape": "ellipse", "box": [10, 2, 5, 5], "line": "accent1"})
    assert ring.box.right == SLIDE_WIDTH
    assert "Z" not in {command[0] for command in path_of(ring).commands}


def test_what_lies_beside_the_slide_is_not_drawn() -> None:
    outside = [{"shape": "rect", "box": [14, 0, 1, 1]}, {"poly": [[14, 0], [15, 0], [15, 1]], "fill": "accent1"}]
    assert draw(outside, PALETTE, {}, SLIDE) == []


def test_rotation_and_flips_are_kept() -> None:
    chevron = one({"shape": "chevron", "box": [1, 1, 1, 1], "rotate": 90, "flip_h": True})
    assert (chevron.rotation, chevron.flip_h, chevron.flip_v) == (5_400_000, True, False)


def test_other_kinds_can_be_added() -> None:
    def text(element: Element) -> list[Item]:
        return [Shape(str(element.spec["text"]), Box(0, 0, *(round(v) for v in element.box()[2:])))]

    more = {"text": Kind(text, frozenset({"box"}))}
    assert draw({"mark": {"text": "“", "box": [0, 0, 1, 1]}}, PALETTE, {}, SLIDE, "decor", more)[0].name == "“"
    with pytest.raises(DecorError, match="nothing says what to draw"):
        draw([{"text": "“"}], PALETTE, {}, SLIDE)


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ({"shpe": "rect", "box": [0, 0, 1, 1]}, "did you mean `shape`"),
        ({"shape": "rect", "box": [0, 0, 1, 1], "fil": "bg1"}, "did you mean `fill`"),
        ({"shape": "elipse", "box": [0, 0, 1, 1]}, "did you mean `ellipse`"),
        ({"shape": "rect"}, "`box` is"),
        ({"shape": "rect", "box": [0, 0, "w-20", 1]}, "no size"),
        ({"shape": "rect", "box": [0, 0, 1, 1], "fill": "bg9"}, "did you mean `bg1`"),
        ({"shape": "homePlate", "adjust": [1, 2], "box": [0, 0, 1, 1]}, "at most 1"),
        ({"shape": "rect", "wave": [0, 1], "box": [0, 0, 1, 1]}, "two elements"),
        ({"path": "L1 1", "fill": "bg1"}, "begins with M"),
        ({"path": "M0 0 L1", "fill": "bg1"}, "cannot be read"),
        ({"rays": {"center": [1, 1], "from": 0, "to": 90}}, "takes center"),
        ("silk", "no group `silk`"),
        (7, "an element is a map"),
    ],
)
def test_misspelt_element_says_its_name_and_what_is_wrong(spec: object, said: str) -> None:
    with pytest.raises(DecorError, match=said) as caught:
        draw({"thing": spec}, PALETTE, {}, SLIDE)
    assert str(caught.value).startswith("thing: ")


def test_relative_path_data_draw_what_the_absolute_ones_do() -> None:
    absolute = parse("M1 1 L3 1 H5 V3 C5 4 4 5 3 5 S1 4 1 3 Q0 2 1 1 T2 2 Z")
    relative = parse("m1 1 2 0h2v2c0 1-1 2-2 2s-2-1-2-2q-1-1 0-2t1 1z")
    assert absolute == relative


def test_arc_runs_along_the_circle() -> None:
    (track,) = parse("M1 0A1 1 0 01-1 0")
    middle = track.curves[0][-1]
    assert len(track.curves) == 2
    assert middle == pytest.approx((0, 1))
    assert track.curves[-1][-1] == (-1, 0)


@given(st.text("MLHVCSQTAZmlhvcsqtaz0123456789.-, e", max_size=60))
def test_any_path_data_are_drawn_or_refused(data: str) -> None:
    try:
        shapes = draw([{"path": data, "fill": "bg1"}], PALETTE, {}, SLIDE)
    except DecorError as error:
        assert str(error)
        return
    for shape in shapes:
        assert 0 <= shape.box.x <= shape.box.right <= SLIDE_WIDTH
        assert 0 <= shape.box.y <= shape.box.bottom <= SLIDE_HEIGHT


@pytest.mark.parametrize("name", LIBRARY.theme_names())
def test_all_decoration_of_a_theme_is_drawn_on_the_slide(name: str) -> None:
    theme = LIBRARY.theme(name)
    palette = theme.paints
    more = {"text": Kind(lambda element: [Shape("text", Box(0, 0, 1, 1))], frozenset(_TEXT_KEYS))}
    for name, patch in {"master": theme.master, **theme.layouts}.items():
        layout = merge({}, patch)
        palette.paint(layout.get("background"))
        for item in draw(layout.get("decor"), palette, theme.decor, SLIDE, name, more):
            assert item.box.x >= 0
            assert item.box.y >= 0
            assert item.box.right <= SLIDE_WIDTH
            assert item.box.bottom <= SLIDE_HEIGHT


_TEXT_KEYS = ("box", "style", "font", "sizes", "spacing", "color", "align", "anchor", "tracking", "bold")
