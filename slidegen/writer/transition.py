"""Slide transitions. In `p:sld` they stand after `p:clrMapOvr` and before `p:timing` (ECMA-376-1, 19.3.1.38)."""

from slidegen.package.xml import EMPTY, Xml

_FADE = Xml(
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14">'
    '<p:transition spd="med" p14:dur="700"><p:fade/></p:transition></mc:Choice>'
    '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
)
_MORPH = Xml(
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main" Requires="p159">'
    '<p:transition spd="slow" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" p14:dur="1000">'
    '<p159:morph option="byObject"/></p:transition></mc:Choice>'
    '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
)
"""[MS-PPTX], 2.6.3: PowerPoint 2019 and later; every other program fades."""
_KINDS = {"fade": _FADE, "morph": _MORPH, "none": EMPTY}


def transition_xml(kind: str) -> Xml:
    """Return the transition of a slide, `fade` (0.7 s), `morph` (1 s) or `none`; raises KeyError for any other."""
    return _KINDS[kind]
