"""Speaker notes: the notes master and one notes page a slide (ECMA-376-1, 19.3.1.26 and 19.3.1.27).

Notes text is verbatim: one paragraph a line, empty lines kept.
"""

from functools import cache

from slidegen.composed import MASTER_PAGE, Box, NotesPage
from slidegen.package.xml import DECLARATION, EMPTY, Xml, escape, join, xml
from slidegen.words import pick
from slidegen.writer.language import alternative
from slidegen.writer.levels import plain_levels
from slidegen.writer.namespaces import NAMESPACES

_ROOT = Xml(
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

# Placeholders as (`p:ph` attributes, names by language); a notes page repeats the master's idx.
_HEADER = Xml('type="hdr" sz="quarter"'), {"zh": "页眉占位符", "en": "Header Placeholder"}
_DATE = Xml('type="dt" idx="1"'), {"zh": "日期占位符", "en": "Date Placeholder"}
_IMAGE = Xml('type="sldImg" idx="2"'), {"zh": "幻灯片图像占位符", "en": "Slide Image Placeholder"}
_BODY = Xml('type="body" sz="quarter" idx="3"'), {"zh": "备注占位符", "en": "Notes Placeholder"}
_FOOTER = Xml('type="ftr" sz="quarter" idx="4"'), {"zh": "页脚占位符", "en": "Footer Placeholder"}
_NUMBER = Xml('type="sldNum" sz="quarter" idx="5"'), {"zh": "灯片编号占位符", "en": "Slide Number Placeholder"}

_PROMPTS = (
    {"zh": "单击此处编辑备注文本", "en": "Click to edit the notes"},
    {"zh": "二级", "en": "Second level"},
    {"zh": "三级", "en": "Third level"},
    {"zh": "四级", "en": "Fourth level"},
    {"zh": "五级", "en": "Fifth level"},
)

# On a page of 6,858,000 by 9,144,000.
_LEFT, _RIGHT, _TOP, _BOTTOM = 0, 3_886_200, 0, 8_686_800
_EDGE_WIDTH, _EDGE_HEIGHT = 2_971_800, 457_200

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
        '%s<p:notesMaster %s><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        "<p:spTree>%s%s</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
        ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        "<p:notesStyle>%s</p:notesStyle></p:notesMaster>",
        DECLARATION,
        NAMESPACES,
        _ROOT,
        _master_shapes(language),
        _NOTES_LEVELS,
    )


def notes_slide_xml(text: str, language: str, number: int, page: NotesPage = MASTER_PAGE) -> Xml:
    """Return the notes page of slide `number`: its picture, the notes line by line, its number.

    A vertical tab becomes a line break inside its paragraph, as PowerPoint means it.
    """
    before, between, after = _page(language, page)
    return xml("%s%s%s%s%s", before, _paragraphs(text, language), between, _number_field(language, str(number)), after)


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
        _ROOT,
        _image(2, language, _geometry(page.image) if own else EMPTY),
        _text_shape(
            3,
            _BODY,
            language,
            _geometry(page.body) if own else EMPTY,
            xml("<a:bodyPr/><a:lstStyle>%s</a:lstStyle>\0", sized),
        ),
        _text_shape(4, _NUMBER, language, EMPTY, xml("%s\0", text)),
    )
    before, between, after = map(Xml, made.split("\0"))
    return before, between, after


def _paragraphs(text: str, language: str) -> Xml:
    tags = _tags(language)
    return join(
        xml("<a:p>%s</a:p>", _runs(line, tags)) if line else xml("<a:p><a:endParaRPr %s/></a:p>", tags)
        for line in text.split("\n")
    )


def _runs(line: str, tags: Xml) -> Xml:
    pieces = (xml("<a:r><a:rPr %s/><a:t>%s</a:t></a:r>", tags, piece) if piece else EMPTY for piece in line.split("\v"))
    return Xml(xml("<a:br><a:rPr %s/></a:br>", tags).join(pieces))


@cache
def _tags(language: str) -> Xml:
    return xml('lang="%s" altLang="%s"', language, alternative(language))


def _number_field(language: str, shown: str) -> Xml:
    template = (
        '<a:p><a:fld id="{7B2C1E0A-5D43-4F7C-9A86-3E10D2B45C71}" type="slidenum"><a:rPr %s/><a:t>%s</a:t></a:fld></a:p>'
    )
    return xml(template, _tags(language), shown)


def _master_shapes(language: str) -> Xml:
    empty = xml("<a:p><a:endParaRPr %s/></a:p>", _tags(language))
    body = xml(
        "%s<a:lstStyle>%s</a:lstStyle>%s",
        _body_properties("t"),
        _NOTES_LEVELS,  # once more than p:notesStyle, which LibreOffice does not read
        join(
            xml(
                '<a:p><a:pPr lvl="%s"/><a:r><a:rPr %s/><a:t>%s</a:t></a:r></a:p>',
                level,
                _tags(language),
                pick(prompt, language),
            )
            for level, prompt in enumerate(_PROMPTS)
        ),
    )
    return join(
        (
            _text_shape(2, _HEADER, language, _edge_box(_LEFT, _TOP), _edge_text("t", "l", empty)),
            _text_shape(3, _DATE, language, _edge_box(_RIGHT, _TOP), _edge_text("t", "r", empty)),
            _image(4, language, _geometry(MASTER_PAGE.image)),
            _text_shape(5, _BODY, language, _geometry(MASTER_PAGE.body), body),
            _text_shape(6, _FOOTER, language, _edge_box(_LEFT, _BOTTOM), _edge_text("b", "l", empty)),
            _text_shape(
                7,
                _NUMBER,
                language,
                _edge_box(_RIGHT, _BOTTOM),
                _edge_text("b", "r", _number_field(language, "‹#›")),
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
        _name(shape, names, language),
        attributes,
        geometry,
        outline if geometry else EMPTY,
    )


def _text_shape(shape: int, placeholder: tuple[Xml, dict[str, str]], language: str, geometry: Xml, text: Xml) -> Xml:
    attributes, names = placeholder
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="%s" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        "<p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr><p:txBody>%s</p:txBody></p:sp>",
        shape,
        _name(shape, names, language),
        attributes,
        geometry,
        text,
    )


def _name(shape: int, names: dict[str, str], language: str) -> Xml:
    """Return a name as PowerPoint makes it: the kind and a number one less than the shape's id."""
    return escape(f"{pick(names, language)} {shape - 1}")


def _edge_box(x: int, y: int) -> Xml:
    return _geometry(Box(x, y, _EDGE_WIDTH, _EDGE_HEIGHT))


def _edge_text(anchor: str, align: str, paragraph: Xml) -> Xml:
    template = '%s<a:lstStyle><a:lvl1pPr algn="%s"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>%s'
    return xml(template, _body_properties(anchor), align, paragraph)


def _body_properties(anchor: str) -> Xml:
    return xml(
        '<a:bodyPr vert="horz" wrap="square" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"'
        ' anchor="%s"><a:noAutofit/></a:bodyPr>',
        anchor,
    )


def _geometry(box: Box) -> Xml:
    return xml(
        '<a:xfrm><a:off x="%s" y="%s"/><a:ext cx="%s" cy="%s"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
        box.x,
        box.y,
        box.w,
        box.h,
    )
