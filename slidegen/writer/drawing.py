"""Fills, lines, geometries and drawn shapes as DrawingML.

The prefixes `a` and `p` are the part's; children stand in the order of the schema (ECMA-376-1, 20.1).
"""

from slidegen.composed import Shape
from slidegen.drawing import Box, Color, Geometry, Gradient, Paint, Path, Preset, Solid, Stroke
from slidegen.package.xml import EMPTY, Xml, join, xml

NO_FILL = Xml("<a:noFill/>")
# MS-ODRAWXML 2.5.2: what assistive technology may pass over.
DECORATIVE = Xml(
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


def named(shape_id: int, name: str, *extensions: Xml, alt: str | None = None, click: Xml = EMPTY) -> Xml:
    """Return p:cNvPr: a shape's id, name, alternative text, what a click on it does, and extensions."""
    described = EMPTY if alt is None else xml(' descr="%s"', alt)
    extended = join(extensions)
    if not extended and not click:
        return xml('<p:cNvPr id="%s" name="%s"%s/>', shape_id, name, described)
    listed = xml("<a:extLst>%s</a:extLst>", extended) if extended else EMPTY
    return xml('<p:cNvPr id="%s" name="%s"%s>%s%s</p:cNvPr>', shape_id, name, described, click, listed)


def color_xml(color: Color) -> Xml:
    """Return a colour with its transforms in order."""
    mods = join(xml('<a:%s val="%s"/>', name, value) for name, value in color.mods)
    kind = "srgbClr" if color.literal else "schemeClr"
    if not mods:
        return xml('<a:%s val="%s"/>', kind, color.base)
    return xml('<a:%s val="%s">%s</a:%s>', kind, color.base, mods, kind)


def paint_xml(paint: Paint) -> Xml:
    """Return a fill: a:solidFill, a:gradFill or, for None, a:noFill."""
    if paint is None:
        return NO_FILL
    if isinstance(paint, Solid):
        return xml("<a:solidFill>%s</a:solidFill>", color_xml(paint.color))
    stops = join(xml('<a:gs pos="%s">%s</a:gs>', at, color_xml(color)) for at, color in paint.stops)
    return xml('<a:gradFill rotWithShape="1"><a:gsLst>%s</a:gsLst>%s</a:gradFill>', stops, _shade(paint))


def _shade(paint: Gradient) -> Xml:
    if paint.focus is None:
        return xml('<a:lin ang="%s" scaled="0"/>', paint.angle)
    return xml('<a:path path="circle"><a:fillToRect l="%s" t="%s" r="%s" b="%s"/></a:path>', *paint.focus)


def stroke_xml(stroke: Stroke | None, tag: str = "a:ln") -> Xml:
    """Return a line as `tag`, which is a:ln or a cell's border such as a:lnB; None draws no line."""
    if stroke is None:
        return xml("<%s><a:noFill/></%s>", tag, tag)
    cap = Xml(' cap="rnd"') if stroke.round else EMPTY
    join_ = Xml("<a:round/>") if stroke.round else Xml('<a:miter lim="800000"/>')
    tail = Xml('<a:tailEnd type="triangle"/>') if stroke.arrow else EMPTY
    return xml(
        '<%s w="%s"%s>%s<a:prstDash val="%s"/>%s%s</%s>',
        *(tag, stroke.width, cap, paint_xml(stroke.paint), stroke.dash, join_, tail, tag),
    )


def geometry_xml(geometry: Geometry) -> Xml:
    """Return a:prstGeom or a:custGeom."""
    if isinstance(geometry, Preset):
        guides = join(xml('<a:gd name="%s" fmla="val %s"/>', name, value) for name, value in geometry.adjust)
        return xml('<a:prstGeom prst="%s"><a:avLst>%s</a:avLst></a:prstGeom>', geometry.name, guides)
    fill = EMPTY if geometry.filled else Xml(' fill="none"')
    return xml(
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        '<a:pathLst><a:path w="%s" h="%s"%s>%s</a:path></a:pathLst></a:custGeom>',
        *(geometry.w, geometry.h, fill, _commands(geometry)),
    )


def _commands(path: Path) -> Xml:
    parts = []
    for letter, *numbers in path.commands:
        points = join(xml('<a:pt x="%s" y="%s"/>', x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
        match letter:
            case "M":
                parts.append(xml("<a:moveTo>%s</a:moveTo>", points))
            case "L":
                parts.append(xml("<a:lnTo>%s</a:lnTo>", points))
            case "C":
                parts.append(xml("<a:cubicBezTo>%s</a:cubicBezTo>", points))
            case _:
                parts.append(Xml("<a:close/>"))
    return join(parts)


def xfrm_xml(box: Box, rotation: int = 0, flip_h: bool = False, flip_v: bool = False, tag: str = "a:xfrm") -> Xml:
    """Return a box as `tag`, which is a:xfrm or, for a graphic frame, p:xfrm."""
    turned = join(
        [
            xml(' rot="%s"', rotation) if rotation else EMPTY,
            Xml(' flipH="1"') if flip_h else EMPTY,
            Xml(' flipV="1"') if flip_v else EMPTY,
        ]
    )
    return xml(
        '<%s%s><a:off x="%s" y="%s"/><a:ext cx="%s" cy="%s"/></%s>', tag, turned, box.x, box.y, box.w, box.h, tag
    )


def shape_xml(shape: Shape, shape_id: int, user_drawn: bool = False, identity: Xml = EMPTY) -> Xml:
    """Return a drawn shape as p:sp; `user_drawn` marks what stands on a master or layout.

    Without alternative text the shape is decorative.
    """
    mark = EMPTY if shape.alt else DECORATIVE
    drawn = Xml(' userDrawn="1"') if user_drawn else EMPTY
    return xml(
        "<p:sp><p:nvSpPr>%s<p:cNvSpPr/><p:nvPr%s/></p:nvSpPr><p:spPr>%s%s%s%s</p:spPr></p:sp>",
        *(named(shape_id, shape.name, identity, mark, alt=shape.alt), drawn),
        xfrm_xml(shape.box, shape.rotation, shape.flip_h, shape.flip_v),
        geometry_xml(shape.geometry),
        paint_xml(shape.fill),
        stroke_xml(shape.line),
    )
