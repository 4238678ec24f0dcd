"""Speaker notes: the notes master and one notes page a slide (ECMA-376-1, 19.3.1.26 and 19.3.1.27).

Notes text is verbatim: one paragraph a line, empty lines kept.
"""

from functools import cache

from slidegen.composed import MASTER_PAGE, NotesPage
from slidegen.package.xml import DECLARATION, EMPTY, Xml, join, xml
from slidegen.words import pick
from slidegen.writer.levels import plain_levels
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
    body_properties,
    edge_box,
    edge_text,
    geometry_of,
    name_of,
    number_field,
    tags,
    text_shape,
)

# Placeholders as (`p:ph` attributes, names by language); a notes page repeats the master's idx.
_HEADER = Xml('type="hdr" sz="quarter"'), HEADER_NAMES
_DATE = Xml('type="dt" idx="1"'), DATE_NAMES
_IMAGE = Xml('type="sldImg" idx="2"'), {"zh": "幻灯片图像占位符", "en": "Slide Image Placeholder"}
_BODY = Xml('type="body" sz="quarter" idx="3"'), {"zh": "备注占位符", "en": "Notes Placeholder"}
_FOOTER = Xml('type="ftr" sz="quarter" idx="4"'), FOOTER_NAMES
_NUMBER = Xml('type="sldNum" sz="quarter" idx="5"'), NUMBER_NAMES

_PROMPTS = (
    {"zh": "单击此处编辑备注文本", "en": "Click to edit the notes"},
    {"zh": "二级", "en": "Second level"},
    {"zh": "三级", "en": "Third level"},
    {"zh": "四级", "en": "Fourth level"},
    {"zh": "五级", "en": "Fifth level"},
)

# Percent spacing, other than on slides: people enlarge notes for the lectern, and lines of an exact
# height would then run into each other.
_SPACING = Xml('<a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPts val="300"/></a:spcBef>')
_NOTES_LEVELS = plain_levels(round(MASTER_PAGE.size), _SPACING)


def notes_master_xml(language: str) -> Xml:
    """Return the notes master; its theme must be a part of its own, which no other master uses.

    The page is 3:4 with margins that print on A4 and Letter. The colour map is the light one whatever
    the deck's: notes go on paper.
    """
    return xml(
        "%s<p:notesMaster %s><p:cSld>%s<p:spTree>%s%s</p:spTree></p:cSld>%s"
        "<p:notesStyle>%s</p:notesStyle></p:notesMaster>",
        DECLARATION,
        NAMESPACES,
        WHITE_PAGE,
        ROOT,
        _master_shapes(language),
        LIGHT_MAP,
        _NOTES_LEVELS,
    )


def notes_slide_xml(text: str, language: str, number: int, page: NotesPage = MASTER_PAGE) -> Xml:
    """Return the notes page of slide `number`: its picture, the notes line by line, its number.

    A vertical tab becomes a line break inside its paragraph, as PowerPoint means it.
    """
    before, between, after = _page(language, page)
    return xml("%s%s%s%s%s", before, _paragraphs(text, language), between, number_field(language, str(number)), after)


@cache
def _page(language: str, page: NotesPage) -> tuple[Xml, Xml, Xml]:
    """Return what stands before the notes, between notes and number, and after it."""
    text = Xml("<a:bodyPr/><a:lstStyle/>")
    own = page != MASTER_PAGE
    sized = xml('<a:lvl1pPr><a:defRPr sz="%s"/></a:lvl1pPr>', round(page.size * 100)) if own else EMPTY
    made = xml(
        "%s<p:notes %s><p:cSld><p:spTree>%s%s%s%s</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        DECLARATION,
        NAMESPACES,
        ROOT,
        _image(2, language, geometry_of(page.image) if own else EMPTY),
        text_shape(
            3,
            _BODY,
            language,
            geometry_of(page.body) if own else EMPTY,
            xml("<a:bodyPr/><a:lstStyle>%s</a:lstStyle>\0", sized),
        ),
        text_shape(4, _NUMBER, language, EMPTY, xml("%s\0", text)),
    )
    before, between, after = map(Xml, made.split("\0"))
    return before, between, after


def _paragraphs(text: str, language: str) -> Xml:
    own = tags(language)
    return join(
        xml("<a:p>%s</a:p>", _runs(line, own)) if line else xml("<a:p><a:endParaRPr %s/></a:p>", own)
        for line in text.split("\n")
    )


def _runs(line: str, tags: Xml) -> Xml:
    pieces = (xml("<a:r><a:rPr %s/><a:t>%s</a:t></a:r>", tags, piece) if piece else EMPTY for piece in line.split("\v"))
    return Xml(xml("<a:br><a:rPr %s/></a:br>", tags).join(pieces))


def _master_shapes(language: str) -> Xml:
    empty = xml("<a:p><a:endParaRPr %s/></a:p>", tags(language))
    body = xml(
        "%s<a:lstStyle>%s</a:lstStyle>%s",
        body_properties("t"),
        _NOTES_LEVELS,  # once more than p:notesStyle, which LibreOffice does not read
        join(
            xml(
                '<a:p><a:pPr lvl="%s"/><a:r><a:rPr %s/><a:t>%s</a:t></a:r></a:p>',
                level,
                tags(language),
                pick(prompt, language),
            )
            for level, prompt in enumerate(_PROMPTS)
        ),
    )
    return join(
        (
            text_shape(2, _HEADER, language, edge_box(LEFT, TOP), edge_text("t", "l", empty)),
            text_shape(3, _DATE, language, edge_box(RIGHT, TOP), edge_text("t", "r", empty)),
            _image(4, language, geometry_of(MASTER_PAGE.image)),
            text_shape(5, _BODY, language, geometry_of(MASTER_PAGE.body), body),
            text_shape(6, _FOOTER, language, edge_box(LEFT, BOTTOM), edge_text("b", "l", empty)),
            text_shape(
                7,
                _NUMBER,
                language,
                edge_box(RIGHT, BOTTOM),
                edge_text("b", "r", number_field(language, "‹#›")),
            ),
        )
    )


def _image(shape: int, language: str, geometry: Xml) -> Xml:
    attributes, names = _IMAGE
    outline = Xml('<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>')
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="%s" name="%s"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr>'
        "<p:spPr>%s%s</p:spPr></p:sp>",
        shape,
        name_of(shape, names, language),
        attributes,
        geometry,
        outline if geometry else EMPTY,
    )
