"""Text bodies: list styles, paragraphs and runs as DrawingML (ECMA-376-1, 21.1.2).

A paragraph states only what differs from the level it inherits: a fitted size with its exact pitch, a
first paragraph without its space before, emphasis, links.
"""

import re
from collections.abc import Callable, Sequence

from slidegen.composed import Bullet, Font, Frame, Link, Paragraph, ParagraphStyle, Run
from slidegen.drawing import Solid
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.text.setting import is_east_asian
from slidegen.units import hundredths
from slidegen.writer.drawing import color_xml, paint_xml
from slidegen.writer.guid import guid
from slidegen.writer.language import alternative

LinkId = Callable[[Link], str]
"""Gives the relationship id of a link's target."""

_LATIN = re.compile(r"[\x20-\u024f]*[A-Za-z][\x20-\u024f]*")
_NATURAL = Xml('<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>')
"""Lines with formulas are as high as these come out: at exact points a fraction would hang below its line's middle."""
_PLAIN_LINK = Xml(
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


def body_properties(frame: Frame) -> Xml:
    """Return `a:bodyPr` with explicit insets and no autofit."""
    return xml(
        '<a:bodyPr vert="horz" wrap="square" lIns="%s" tIns="%s" rIns="%s" bIns="%s" rtlCol="0" anchor="%s">'
        "<a:noAutofit/></a:bodyPr>",
        *frame.insets,
        frame.anchor,
    )


def level_xml(number: int, style: ParagraphStyle) -> Xml:
    """Return `a:lvlNpPr` of a list style."""
    return xml(
        '<a:lvl%spPr marL="%s" indent="%s" algn="%s" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0"'
        ' hangingPunct="0"><a:lnSpc><a:spcPts val="%s"/></a:lnSpc><a:spcBef><a:spcPts val="%s"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft>%s<a:defRPr sz="%s" b="%s" i="%s" kern="1200"%s>%s%s</a:defRPr>'
        "</a:lvl%spPr>",
        number,
        style.margin,
        style.indent,
        style.align,
        hundredths(style.pitch),
        hundredths(style.before),
        _bullet(style.bullet),
        hundredths(style.size),
        int(style.bold),
        int(style.italic),
        xml(' spc="%s"', hundredths(style.tracking)) if style.tracking else EMPTY,
        paint_xml(Solid(style.color)),
        font_xml(style.font),
        number,
    )


def font_xml(font: Font) -> Xml:
    """Return the Latin, East Asian and complex-script typefaces of a run."""
    complex_script = f"{font.latin[:3]}-cs" if font.latin.startswith("+") else font.latin
    return xml(
        '<a:latin typeface="%s"/><a:ea typeface="%s"/><a:cs typeface="%s"/>', font.latin, font.east, complex_script
    )


def list_style(levels: Sequence[ParagraphStyle]) -> Xml:
    """Return `a:lstStyle` with a frame's levels."""
    return xml("<a:lstStyle>%s</a:lstStyle>", join(level_xml(n, style) for n, style in enumerate(levels, 1)))


def color_style(levels: Sequence[ParagraphStyle]) -> Xml:
    """Return `a:lstStyle` with the colours of a frame's levels, where only those differ from its placeholder's."""
    rows = (
        xml(
            "<a:lvl%spPr>%s<a:defRPr>%s</a:defRPr></a:lvl%spPr>",
            number,
            xml("<a:buClr>%s</a:buClr>", color_xml(style.bullet.color)) if style.bullet else EMPTY,
            paint_xml(Solid(style.color)),
            number,
        )
        for number, style in enumerate(levels, 1)
    )
    return xml("<a:lstStyle>%s</a:lstStyle>", join(rows))


def _bullet(bullet: Bullet | None) -> Xml:
    if bullet is None:
        return Xml("<a:buNone/>")
    return xml(
        '<a:buClr>%s</a:buClr><a:buSzPct val="%s"/><a:buFont typeface="Arial"/><a:buChar char="%s"/>',
        color_xml(bullet.color),
        bullet.percent * 1000,
        bullet.char,
    )


class TextWriter:
    """Writes the paragraphs of one deck's language."""

    def __init__(self, language: str, formulas: bool = False) -> None:
        """`formulas` writes formulas as Office Math rather than as their plain text."""
        self.language = language
        self._formulas = formulas
        self._own = xml('lang="%s" altLang="%s"', language, alternative(language))
        latin = "en-US" if is_east_asian(language) else language
        self._latin = xml('lang="%s" altLang="%s"', latin, language if is_east_asian(language) else "zh-CN")

        self._differences: dict[tuple[float | None, ...], tuple[Xml, Xml]] = {}
        self._looks: dict[tuple[Xml, Xml], Xml] = {}

    def paragraphs(self, paragraphs: Sequence[Paragraph], frame: Frame, link_id: LinkId) -> Xml:
        """Return paragraphs as `a:p`, told against the frame's levels that they inherit."""
        return join(self.paragraph(p, frame.levels[p.level - 1], link_id) for p in paragraphs)

    def paragraph(self, paragraph: Paragraph, style: ParagraphStyle, link_id: LinkId) -> Xml:
        """Return one `a:p`."""
        key = (
            paragraph.level,
            paragraph.size,
            paragraph.pitch,
            paragraph.before,
            paragraph.tracking,
            paragraph.tighten,
            paragraph.has_math,
            *_inherited(style),
        )
        found = self._differences.get(key)
        if found is None:
            found = self._differences[key] = _differences(paragraph, style)
        properties, common = found
        if self._formulas and paragraph.has_math:
            return xml("<a:p>%s%s</a:p>", properties, self._with_formulas(paragraph, style, common, link_id))
        return xml("<a:p>%s%s</a:p>", properties, join([self._run(r, common, link_id) for r in paragraph.runs]))

    def _with_formulas(self, paragraph: Paragraph, style: ParagraphStyle, common: Xml, link_id: LinkId) -> Xml:
        from slidegen.writer.math import MathWriter

        math = MathWriter(paragraph.size or style.size, style.color)
        return join(
            self._run(run, common, link_id) if run.math is None else math.formula(run.math, style.align)
            for run in paragraph.runs
        )

    def cell_paragraph(self, paragraph: Paragraph, style: ParagraphStyle, link_id: LinkId) -> Xml:
        """Return one `a:p` of a table cell, which inherits nothing and so states its whole style."""
        runs = []
        for run in paragraph.runs:
            tags = self._latin if _LATIN.fullmatch(run.text) else self._own
            attributes = xml(' sz="%s" b="%s"', hundredths(paragraph.size), int(style.bold or bool(run.bold)))
            children = join(
                [
                    paint_xml(Solid(run.color or style.color)),
                    font_xml(run.font or style.font),
                    link_xml(run.link, link_id) if run.link is not None else EMPTY,
                ]
            )
            look = xml("<a:rPr %s%s>%s</a:rPr>", tags, attributes, children)
            runs.append(_lines(run.text, look))
        end = EMPTY if runs else xml('<a:endParaRPr %s sz="%s"/>', self._own, hundredths(paragraph.size))
        return xml(
            '<a:p><a:pPr algn="%s" eaLnBrk="1" latinLnBrk="0" hangingPunct="0"><a:lnSpc><a:spcPts val="%s"/></a:lnSpc>'
            '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>%s%s</a:p>',
            style.align,
            hundredths(paragraph.pitch),
            join(runs),
            end,
        )

    def _run(self, run: Run, common: Xml, link_id: LinkId) -> Xml:
        tags = self._latin if _LATIN.fullmatch(run.text) else self._own
        if run.bold is None and run.italic is None and run.color is None and run.font is None and run.link is None:
            look = self._looks.get((tags, common)) or self._looks.setdefault(
                (tags, common), xml("<a:rPr %s%s/>", tags, common)
            )
        else:
            look = self._look(run, tags, common, link_id)
        if run.field:
            template = '<a:fld id="%s" type="%s">%s<a:t>%s</a:t></a:fld>'
            return xml(template, guid("field", run.field), run.field, look, run.text)
        return _lines(run.text, look)

    def _look(self, run: Run, tags: Xml, common: Xml, link_id: LinkId) -> Xml:
        marks = join(
            [
                xml(' b="%s"', int(run.bold)) if run.bold is not None else EMPTY,
                xml(' i="%s"', int(run.italic)) if run.italic is not None else EMPTY,
                Xml(' u="sng"') if run.link is not None else EMPTY,
            ]
        )
        children = join(
            [
                paint_xml(Solid(run.color)) if run.color is not None else EMPTY,
                font_xml(run.font) if run.font is not None else EMPTY,
                link_xml(run.link, link_id) if run.link is not None else EMPTY,
            ]
        )
        return xml("<a:rPr %s%s%s>%s</a:rPr>", tags, common, marks, children)


def _inherited(style: ParagraphStyle) -> tuple[float, float, float, float]:
    """Return what a paragraph is told against."""
    return style.size, style.pitch, style.before, style.tracking


def _differences(paragraph: Paragraph, style: ParagraphStyle) -> tuple[Xml, Xml]:
    """Return a paragraph's properties, and its runs' attributes, where they differ from its level's."""
    resized = paragraph.size != style.size
    repitched = resized or hundredths(paragraph.pitch) != hundredths(style.pitch)
    before = xml('<a:spcBef><a:spcPts val="%s"/></a:spcBef>', hundredths(paragraph.before))
    spacing = join(
        [
            _NATURAL if paragraph.has_math else _pitch(paragraph) if repitched else EMPTY,
            before if paragraph.before != style.before else EMPTY,
        ]
    )
    level = xml(' lvl="%s"', paragraph.level - 1) if paragraph.level > 1 else EMPTY
    properties = xml("<a:pPr%s>%s</a:pPr>", level, spacing) if level or spacing else EMPTY
    tracking = paragraph.tighten + (style.tracking if paragraph.tracking is None else paragraph.tracking)
    spaced = hundredths(tracking) != hundredths(style.tracking)
    common = join(
        [
            xml(' sz="%s"', hundredths(paragraph.size)) if resized else EMPTY,
            xml(' spc="%s"', hundredths(tracking)) if spaced else EMPTY,
        ]
    )
    return properties, common


def _pitch(paragraph: Paragraph) -> Xml:
    return xml('<a:lnSpc><a:spcPts val="%s"/></a:lnSpc>', hundredths(paragraph.pitch))


def _lines(text: str, look: Xml) -> Xml:
    """Return a run, with `a:br` where its text breaks."""
    if "\n" not in text:
        return xml("<a:r>%s<a:t>%s</a:t></a:r>", look, text)
    pieces = [xml("<a:r>%s<a:t>%s</a:t></a:r>", look, piece) if piece else EMPTY for piece in text.split("\n")]
    return Xml(xml("<a:br>%s</a:br>", look).join(pieces))


def link_xml(link: Link, link_id: LinkId) -> Xml:
    """Return `a:hlinkClick` of a run or a shape."""
    if link.jump:
        target, action = "", xml(' action="ppaction://hlinkshowjump?jump=%s"', link.jump)
    else:
        target, action = link_id(link), Xml(' action="ppaction://hlinksldjump"') if link.slide else EMPTY
    return xml('<a:hlinkClick r:id="%s"%s>%s</a:hlinkClick>', target, action, _PLAIN_LINK if link.plain else EMPTY)
