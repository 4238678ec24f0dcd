"""presentation.xml and the small constant parts beside it (ECMA-376-1, 19.2.1.26 and 13.3)."""

from collections.abc import Iterable

from slidegen.package.xml import DECLARATION, EMPTY, Xml, join, xml
from slidegen.text.setting import is_east_asian
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH
from slidegen.writer.language import alternative
from slidegen.writer.levels import plain_levels
from slidegen.writer.namespaces import NAMESPACES

MASTER_ID = 2_147_483_648
"""`p:sldMasterId/@id`; the ids of layouts count on from it, as both share one space."""
FIRST_SLIDE_ID = 256
"""The least `p:sldId/@id` allowed (ECMA-376-1, 19.7.13)."""
NOTES_WIDTH = 6_858_000
NOTES_HEIGHT = 9_144_000

PRESENTATION_PROPERTIES = xml("%s<p:presentationPr %s/>", DECLARATION, NAMESPACES)
VIEW_PROPERTIES = xml(
    '%s<p:viewPr %s><p:normalViewPr horzBarState="maximized">'
    '<p:restoredLeft sz="15600"/><p:restoredTop sz="78000"/></p:normalViewPr></p:viewPr>',
    DECLARATION,
    NAMESPACES,
)
"""Opens with the notes below the slide in sight."""
TABLE_STYLES = xml(
    '%s<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
    DECLARATION,
)

_DEFAULT_LEVELS = plain_levels(18)


def presentation_xml(
    master: str,
    notes_master: str,
    slides: Iterable[tuple[int, str]],
    language: str,
    no_start: str,
    no_end: str,
    sections: Xml = EMPTY,
    handout_master: str = "",
) -> Xml:
    """Return presentation.xml.

    `master`, `notes_master` and `handout_master` are relationship ids, `slides` pairs of slide id and relationship id
    in order. `no_start` and `no_end` are the characters that no line starts or ends with; `sections` is
    what `sections_xml` returned.
    """
    return xml(
        '%s<p:presentation %s saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="%s" r:id="%s"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="%s"/></p:notesMasterIdLst>%s'
        '<p:sldIdLst>%s</p:sldIdLst><p:sldSz cx="%s" cy="%s"/><p:notesSz cx="%s" cy="%s"/>%s'
        '<p:defaultTextStyle><a:defPPr><a:defRPr lang="%s" altLang="%s"/></a:defPPr>%s</p:defaultTextStyle>'
        "%s</p:presentation>",
        DECLARATION,
        NAMESPACES,
        MASTER_ID,
        master,
        notes_master,
        xml('<p:handoutMasterIdLst><p:handoutMasterId r:id="%s"/></p:handoutMasterIdLst>', handout_master)
        if handout_master
        else EMPTY,
        join(xml('<p:sldId id="%s" r:id="%s"/>', number, rid) for number, rid in slides),
        SLIDE_WIDTH,
        SLIDE_HEIGHT,
        NOTES_WIDTH,
        NOTES_HEIGHT,
        _kinsoku(language, no_start, no_end),
        language,
        alternative(language),
        _DEFAULT_LEVELS,
        xml("<p:extLst>%s</p:extLst>", sections) if sections else EMPTY,
    )


def _kinsoku(language: str, no_start: str, no_end: str) -> Xml:
    """Return the line breaking rules of an East Asian deck; other languages have none."""
    if not is_east_asian(language):
        return EMPTY
    template = '<p:kinsoku lang="%s" invalStChars="%s" invalEndChars="%s"/>'
    return xml(template, language, no_start, no_end)
