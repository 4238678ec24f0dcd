"""Drawn shapes as DrawingML: what PowerPoint's schema wants, in its order."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.oxml import parse_xml

from slidegen.composed import Shape
from slidegen.drawing import Box, Color, Gradient, Path, Preset, Solid, Stroke
from slidegen.package.xml import Xml
from slidegen.writer.drawing import color_xml, geometry_xml, paint_xml, shape_xml, stroke_xml, xfrm_xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
BOX = Box(10, 20, 300, 400)
RED = Solid(Color("accent1"))


def tree(markup: Xml) -> ElementTree.Element:
    return ElementTree.fromstring(f'<x xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}">{markup}</x>')[0]


def tags(element: ElementTree.Element) -> list[str]:
    return [child.tag.split("}")[1] for child in element]


def test_theme_colour_keeps_its_transforms_in_order() -> None:
    mods = (("lumMod", 40_000), ("lumOff", 60_000), ("alpha", 5_000))
    color = tree(color_xml(Color("accent2", mods)))
    assert (color.tag, color.get("val")) == (f"{A}schemeClr", "accent2")
    assert [(child.tag.split("}")[1], int(child.get("val", ""))) for child in color] == list(mods)


def test_literal_colour_is_written_as_rgb() -> None:
    assert color_xml(Color("FFF3D2")) == '<a:srgbClr val="FFF3D2"/>'


def test_no_paint_is_said_so_that_nothing_is_inherited() -> None:
    assert paint_xml(None) == "<a:noFill/>"
    assert stroke_xml(None) == "<a:ln><a:noFill/></a:ln>"


def test_linear_gradient_turns_with_its_shape() -> None:
    fill = tree(paint_xml(Gradient(((0, Color("tx2")), (100_000, Color("accent1"))), angle=4_200_000)))
    assert fill.get("rotWithShape") == "1"
    assert tags(fill) == ["gsLst", "lin"]
    assert fill[1].attrib == {"ang": "4200000", "scaled": "0"}


def test_radial_gradient_shrinks_to_its_focus() -> None:
    stops = ((0, Color("tx2")), (100_000, Color("accent1")))
    path = tree(paint_xml(Gradient(stops, focus=(50_000, 30_000, 50_000, 70_000))))[1]
    assert path.get("path") == "circle"
    assert path[0].attrib == {"l": "50000", "t": "30000", "r": "50000", "b": "70000"}


def test_line_has_its_children_in_the_order_of_the_schema() -> None:
    line = tree(stroke_xml(Stroke(RED, 9525, "dash", arrow=True, round=True)))
    assert line.attrib == {"w": "9525", "cap": "rnd"}
    assert tags(line) == ["solidFill", "prstDash", "round", "tailEnd"]


def test_line_can_be_a_cells_border() -> None:
    assert tree(stroke_xml(Stroke(RED, 9525), "a:lnB")).tag == f"{A}lnB"


def test_preset_names_its_adjust_values() -> None:
    geometry = tree(geometry_xml(Preset("star5", (("adj", 19098), ("hf", 105146)))))
    assert geometry.get("prst") == "star5"
    assert [guide.attrib for guide in geometry[0]] == [
        {"name": "adj", "fmla": "val 19098"},
        {"name": "hf", "fmla": "val 105146"},
    ]


@pytest.mark.parametrize(("filled", "fill"), [(True, None), (False, "none")])
def test_freeform_draws_its_commands(filled: bool, fill: str | None) -> None:
    commands = (("M", 0, 0), ("L", 5, 0), ("C", 6, 1, 7, 2, 8, 3), ("Z",))
    geometry = tree(geometry_xml(Path(8, 3, commands, filled)))
    assert tags(geometry) == ["avLst", "gdLst", "ahLst", "cxnLst", "rect", "pathLst"]
    path = geometry[5][0]
    assert tags(path) == ["moveTo", "lnTo", "cubicBezTo", "close"]
    assert [point.attrib for point in path[2]] == [{"x": "6", "y": "1"}, {"x": "7", "y": "2"}, {"x": "8", "y": "3"}]
    assert path.get("fill") == fill


def test_place_tells_turns_and_flips_only_where_there_are_any() -> None:
    assert tree(xfrm_xml(BOX)).attrib == {}
    assert tree(xfrm_xml(BOX, 5_400_000, True, True)).attrib == {"rot": "5400000", "flipH": "1", "flipV": "1"}


def test_shape_without_alternative_text_is_decorative() -> None:
    shape = tree(shape_xml(Shape("bar", BOX), 7, user_drawn=True))
    named = shape[0][0]
    assert (named.get("id"), named.get("name"), named.get("descr")) == ("7", "bar", "")
    assert 'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"' in ElementTree.tostring(named, "unicode")
    assert shape[0][2].get("userDrawn") == "1"


def test_shape_with_alternative_text_tells_it_and_is_not_decorative() -> None:
    shape = tree(shape_xml(Shape("icon", BOX, alt="A target"), 7))
    assert shape[0][0].get("descr") == "A target"
    assert not list(shape[0][0])
    assert shape[0][2].attrib == {}


def test_shape_is_read_by_python_pptx() -> None:
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    markup = shape_xml(Shape("bar", BOX, Preset("roundRect", (("adj", 50_000),)), RED), 7)
    slide.shapes._spTree.append(
        parse_xml(markup.replace("<p:sp>", f'<p:sp xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}">', 1))
    )
    shape = slide.shapes[0]
    assert (shape.name, shape.left, shape.width) == ("bar", 10, 300)
    assert shape.adjustments[0] == pytest.approx(0.5)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="￾￿")))
def test_any_name_and_alternative_text_come_through(text: str) -> None:
    named = tree(shape_xml(Shape(text, BOX, alt=text), 1))[0][0]
    assert named.get("name") == text
    assert named.get("descr") == text
