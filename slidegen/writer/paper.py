"""What notes and handouts share: pages of 6,858,000 by 9,144,000 EMU, which print whole on A4 and on Letter.

Header, date, footer and number stand in the corners of both (ECMA-376-1, 19.3.1.24 and 19.3.1.27).
"""

from functools import cache

from slidegen.drawing import Box
from slidegen.package.xml import Xml, escape, xml
from slidegen.words import pick
from slidegen.writer.language import alternative

ROOT = Xml(
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

LIGHT_MAP = Xml(
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
"""The colour map of paper, light whatever the deck's."""
WHITE_PAGE = Xml('<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>')

HEADER_NAMES = {"zh": "页眉占位符", "en": "Header Placeholder"}
DATE_NAMES = {"zh": "日期占位符", "en": "Date Placeholder"}
FOOTER_NAMES = {"zh": "页脚占位符", "en": "Footer Placeholder"}
NUMBER_NAMES = {"zh": "灯片编号占位符", "en": "Slide Number Placeholder"}

# On a page of 6,858,000 by 9,144,000.
LEFT, RIGHT, TOP, BOTTOM = 0, 3_886_200, 0, 8_686_800
_EDGE_WIDTH, _EDGE_HEIGHT = 2_971_800, 457_200


@cache
def tags(language: str) -> Xml:
    """Return the language attributes of runs."""
    return xml('lang="%s" altLang="%s"', language, alternative(language))


def number_field(language: str, shown: str) -> Xml:
    """Return a paragraph with the number of the slide or page, and what it shows now."""
    template = (
        '<a:p><a:fld id="{7B2C1E0A-5D43-4F7C-9A86-3E10D2B45C71}" type="slidenum"><a:rPr %s/><a:t>%s</a:t></a:fld></a:p>'
    )
    return xml(template, tags(language), shown)


def text_shape(shape: int, placeholder: tuple[Xml, dict[str, str]], language: str, geometry: Xml, text: Xml) -> Xml:
    """Return a placeholder with its text body; `placeholder` is its `p:ph` attributes and its names by language."""
    attributes, names = placeholder
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="%s" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        "<p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr><p:txBody>%s</p:txBody></p:sp>",
        shape,
        name_of(shape, names, language),
        attributes,
        geometry,
        text,
    )


def name_of(shape: int, names: dict[str, str], language: str) -> Xml:
    """Return a name as PowerPoint makes it: the kind and a number one less than the shape's id."""
    return escape(f"{pick(names, language)} {shape - 1}")


def edge_box(x: int, y: int) -> Xml:
    """Return the place of a corner text from its left and top."""
    return geometry_of(Box(x, y, _EDGE_WIDTH, _EDGE_HEIGHT))


def edge_text(anchor: str, align: str, paragraph: Xml) -> Xml:
    """Return the body of a corner text."""
    template = '%s<a:lstStyle><a:lvl1pPr algn="%s"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>%s'
    return xml(template, body_properties(anchor), align, paragraph)


def body_properties(anchor: str) -> Xml:
    """Return `a:bodyPr` with the usual insets."""
    return xml(
        '<a:bodyPr vert="horz" wrap="square" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"'
        ' anchor="%s"><a:noAutofit/></a:bodyPr>',
        anchor,
    )


def geometry_of(box: Box) -> Xml:
    """Return place and form of a box."""
    return xml(
        '<a:xfrm><a:off x="%s" y="%s"/><a:ext cx="%s" cy="%s"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
        box.x,
        box.y,
        box.w,
        box.h,
    )
