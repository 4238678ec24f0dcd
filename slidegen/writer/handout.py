"""The handout master: what is printed in the corners of pages with several slides (ECMA-376-1, 19.3.1.24)."""

from slidegen.composed import Properties
from slidegen.package.xml import DECLARATION, Xml, join, xml
from slidegen.writer.namespaces import NAMESPACES
from slidegen.writer.paper import (
    BOTTOM,
    DATE_NAMES,
    FOOTER_NAMES,
    HEADER_NAMES,
    LEFT,
    LIGHT_MAP,
    NUMBER_NAMES,
    RIGHT,
    ROOT,
    TOP,
    WHITE_PAGE,
    edge_box,
    edge_text,
    number_field,
    tags,
    text_shape,
)

_HEADER = Xml('type="hdr" sz="quarter"'), HEADER_NAMES
_DATE = Xml('type="dt" sz="quarter" idx="1"'), DATE_NAMES
_FOOTER = Xml('type="ftr" sz="quarter" idx="2"'), FOOTER_NAMES
_NUMBER = Xml('type="sldNum" sz="quarter" idx="3"'), NUMBER_NAMES


def handout_master_xml(properties: Properties) -> Xml:
    """Return the handout master: the deck's title, date and organisation in the corners, and the page's number.

    Its theme must be a part of its own, which no other master uses.
    """
    language = properties.language
    texts = [_line(text, language) for text in (properties.title, properties.date, properties.company)]
    shapes = (
        text_shape(2, _HEADER, language, edge_box(LEFT, TOP), edge_text("t", "l", texts[0])),
        text_shape(3, _DATE, language, edge_box(RIGHT, TOP), edge_text("t", "r", texts[1])),
        text_shape(4, _FOOTER, language, edge_box(LEFT, BOTTOM), edge_text("b", "l", texts[2])),
        text_shape(5, _NUMBER, language, edge_box(RIGHT, BOTTOM), edge_text("b", "r", number_field(language, "‹#›"))),
    )
    return xml(
        "%s<p:handoutMaster %s><p:cSld>%s<p:spTree>%s%s</p:spTree></p:cSld>%s</p:handoutMaster>",
        DECLARATION,
        NAMESPACES,
        WHITE_PAGE,
        ROOT,
        join(shapes),
        LIGHT_MAP,
    )


def _line(text: str, language: str) -> Xml:
    if not text:
        return xml("<a:p><a:endParaRPr %s/></a:p>", tags(language))
    return xml("<a:p><a:r><a:rPr %s/><a:t>%s</a:t></a:r></a:p>", tags(language), text)
