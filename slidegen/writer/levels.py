"""Nine text levels in the theme's body fonts: what a list style holds where the theme says no more."""

from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.units import hundredths

_STEP = 457_200


def plain_levels(size: float, spacing: Xml = EMPTY) -> Xml:
    """Return `a:lvl1pPr` to `a:lvl9pPr` of `size` points; `spacing` is their `a:lnSpc`, `a:spcBef`, `a:spcAft`."""
    return join(
        xml(
            '<a:lvl%spPr marL="%s" indent="0" algn="l"'
            ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
            '%s<a:defRPr sz="%s" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
            '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl%spPr>',
            level,
            (level - 1) * _STEP,
            spacing,
            hundredths(size),
            level,
        )
        for level in range(1, 10)
    )
