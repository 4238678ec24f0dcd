"""Pictures: `p:pic` in a placeholder of its layout or drawn on its own (ECMA-376-1, 19.3.1.37)."""

from slidegen.composed import Picture
from slidegen.package.xml import EMPTY, Xml, xml
from slidegen.writer.drawing import DECORATIVE, geometry_xml, named, stroke_xml, xfrm_xml
from slidegen.writer.recordings import ON_CLICK, played_xml
from slidegen.writer.relating import Relating

_SIDES = ("l", "t", "r", "b")


def picture_xml(
    picture: Picture,
    number: int,
    relating: Relating,
    identity: Xml = EMPTY,
    placeholder: Xml = EMPTY,
    user_drawn: bool = False,
) -> Xml:
    """Return a picture; in a placeholder it inherits place and outline, so that Reset keeps them.

    `user_drawn` marks what stands on a master.
    """
    mark = EMPTY if picture.alt else DECORATIVE
    return xml(
        '<p:pic><p:nvPicPr>%s<p:cNvPicPr><a:picLocks%s noChangeAspect="1"/></p:cNvPicPr><p:nvPr%s>%s</p:nvPr>'
        "</p:nvPicPr><p:blipFill>%s%s<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%s%s</p:spPr></p:pic>",
        named(number, picture.name, identity, mark, alt=picture.alt, click=ON_CLICK if picture.recording else EMPTY),
        Xml(' noGrp="1"') if placeholder else EMPTY,
        Xml(' userDrawn="1"') if user_drawn else EMPTY,
        xml("%s%s", placeholder, played_xml(picture.recording, relating) if picture.recording else EMPTY),
        _blip(picture, relating),
        _source(picture),
        _place(picture),
        stroke_xml(picture.line) if picture.line else EMPTY,
    )


def _blip(picture: Picture, relating: Relating) -> Xml:
    """Return the picture's bytes; a drawing stands beside them for programs that know it (MS-ODRAWXML 2.3.3.2)."""
    rid = relating.image(picture.data, picture.extension)
    if not picture.svg:
        return xml('<a:blip r:embed="%s"/>', rid)
    return xml(
        '<a:blip r:embed="%s"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/></a:ext></a:extLst>'
        "</a:blip>",
        rid,
        relating.image(picture.svg, "svg"),
    )


def _source(picture: Picture) -> Xml:
    """Return what is cut off (20.1.8.55 srcRect)."""
    cut = [xml(' %s="%s"', Xml(side), part) for side, part in zip(_SIDES, picture.crop, strict=True) if part]
    return xml("<a:srcRect%s/>", Xml("".join(cut))) if cut else EMPTY


def _place(picture: Picture) -> Xml:
    """Return box and outline, where the placeholder does not give them."""
    if picture.placeholder is not None and not picture.moved:
        return EMPTY
    return xml("%s%s", xfrm_xml(picture.box), geometry_xml(picture.geometry))
