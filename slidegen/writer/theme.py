"""The theme part: twelve colours, two fonts, and plain fills, lines and effects (ECMA-376-1, 14.2.7)."""

from slidegen.composed import FontSet, ThemePart
from slidegen.package.xml import DECLARATION, Xml, join, xml

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = '<a:ln w="%d" cap="flat" cmpd="sng" algn="ctr">' + _FILL + '<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

_FORMATS = Xml(
    '<a:fmtScheme name="slidegen">'
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
    f"<a:lnStyleLst>{_LINE % 6350}{_LINE % 12700}{_LINE % 19050}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(theme: ThemePart) -> Xml:
    """Return a theme part; colours stand in the order of `theme.colors`, which is OOXML's."""
    colors = join(xml('<a:%s><a:srgbClr val="%s"/></a:%s>', slot, value, slot) for slot, value in theme.colors)
    return xml(
        '%s<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="%s"><a:themeElements>'
        '<a:clrScheme name="%s">%s</a:clrScheme>'
        '<a:fontScheme name="%s"><a:majorFont>%s</a:majorFont><a:minorFont>%s</a:minorFont></a:fontScheme>'
        "%s</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>",
        DECLARATION,
        theme.name,
        theme.name,
        colors,
        theme.name,
        _fonts(theme.major),
        _fonts(theme.minor),
        _FORMATS,
    )


def _fonts(fonts: FontSet) -> Xml:
    """Return the faces of one theme font; complex scripts, of which decks have none, take the Latin face."""
    scripts = join(xml('<a:font script="%s" typeface="%s"/>', script, face) for script, face in fonts.scripts)
    template = '<a:latin typeface="%s"/><a:ea typeface="%s"/><a:cs typeface="%s"/>%s'
    return xml(template, fonts.latin, fonts.east, fonts.latin, scripts)
