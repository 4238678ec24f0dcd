"""The words of a chart as DrawingML: looks, labels, titles, places (ECMA-376-1, 21.2)."""

from slidegen.drawing import Solid
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.plot import Labels, Look, Place
from slidegen.writer.drawing import color_xml, paint_xml

_SHOWN = (
    ("LegendKey", ""),
    ("Val", "value"),
    ("CatName", "category"),
    ("SerName", "series"),
    ("Percent", "percent"),
    ("BubbleSize", ""),
)
_LEVEL = Xml('<a:bodyPr rot="0" vert="horz"/>')
"""Words lie level: PowerPoint would turn or slant what it finds too wide."""


def properties(look: Look, tag: str) -> Xml:
    """Return a look as `tag`, which is a:defRPr or a:rPr."""
    return xml(
        '<%s sz="%s" b="%s"><a:solidFill>%s</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></%s>',
        *(Xml(tag), round(look.size * 100), int(look.bold), color_xml(look.color), Xml(tag)),
    )


def look_xml(look: Look) -> Xml:
    """Return c:txPr."""
    return xml(
        '<c:txPr>%s<a:lstStyle/><a:p><a:pPr>%s</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>',
        *(_LEVEL, properties(look, "a:defRPr")),
    )


def place_xml(place: Place | None, inner: bool = False) -> Xml:
    """Return c:layout with a place in fractions of the chart; `inner` is that of the plot without its axes' words."""
    if place is None:
        return Xml("<c:layout/>")
    x, y, w, h = (f"{max(0.0, part):.4f}" for part in place)
    target = Xml('<c:layoutTarget val="inner"/>') if inner else EMPTY
    size = xml('<c:w val="%s"/><c:h val="%s"/>', w, h) if place[2] or place[3] else EMPTY
    return xml(
        '<c:layout><c:manualLayout>%s<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="%s"/><c:y val="%s"/>%s'
        "</c:manualLayout></c:layout>",
        *(target, x, y, size),
    )


def title_xml(words: str, look: Look, at: tuple[float, float] | None) -> Xml:
    """Return c:title, level also beside an upright axis, each line a paragraph."""
    align = Xml(' algn="l"') if at else EMPTY
    lines = join(
        xml(
            "<a:p><a:pPr%s>%s</a:pPr><a:r>%s<a:t>%s</a:t></a:r></a:p>",
            *(align, properties(look, "a:defRPr"), properties(look, "a:rPr"), line),
        )
        for line in words.split("\n")
    )
    return xml(
        '<c:title><c:tx><c:rich>%s<a:lstStyle/>%s</c:rich></c:tx>%s<c:overlay val="0"/></c:title>',
        *(_LEVEL, lines, place_xml((*at, 0.0, 0.0) if at else None)),
    )


def label_xml(labels: Labels | None, index: int) -> Xml:
    """Return c:dLbl, the label of one point; None has none."""
    if labels is None:
        return xml('<c:dLbl><c:idx val="%s"/><c:delete val="1"/></c:dLbl>', index)
    rich = EMPTY
    if labels.words:
        rich = xml(
            "<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>%s</a:pPr><a:r>%s<a:t>%s</a:t></a:r></a:p></c:rich></c:tx>",
            *(properties(labels.look, "a:defRPr"), properties(labels.look, "a:rPr"), labels.words),
        )
    return xml('<c:dLbl><c:idx val="%s"/><c:layout/>%s%s</c:dLbl>', index, rich, _shown(labels))


def labels_xml(labels: Labels | None, single: Xml, leaders: bool = False) -> Xml:
    """Return c:dLbls of a series: what single points have, then what all others have."""
    if labels is None and not single:
        return EMPTY
    if labels is None:
        flags = join(xml('<c:show%s val="0"/>', Xml(name)) for name, _ in _SHOWN)
        return xml("<c:dLbls>%s%s</c:dLbls>", single, flags)
    lines = Xml('<c:showLeaderLines val="0"/>') if leaders else EMPTY
    return xml("<c:dLbls>%s%s%s</c:dLbls>", single, _shown(labels), lines)


def _shown(labels: Labels) -> Xml:
    parts = labels.parts
    flags = join(xml('<c:show%s val="%s"/>', Xml(name), int(part in parts)) for name, part in _SHOWN)
    return xml(
        '<c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr>%s<a:ln><a:noFill/></a:ln></c:spPr>%s%s%s%s',
        labels.format,
        paint_xml(Solid(labels.ground) if labels.ground else None),
        look_xml(labels.look),
        xml('<c:dLblPos val="%s"/>', labels.position) if labels.position else EMPTY,
        flags,
        Xml("<c:separator>\n</c:separator>") if len(parts) > 1 else EMPTY,
    )
