"""Sections, the native ones: an extension of presentation.xml ([MS-PPTX], sectionLst)."""

from collections.abc import Iterable, Mapping

from slidegen.composed import ComposedSection
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.writer.guid import guid


def sections_xml(deck: str, sections: Iterable[ComposedSection], slide_ids: Mapping[str, int]) -> Xml:
    """Return the `p:ext` with a deck's sections, or nothing when it has none.

    `deck` is what the section ids are derived from, `slide_ids` gives the `p:sldId` id of each slide.
    Raises KeyError for a section that lists a slide the deck does not have.
    """
    rows = join(_section(deck, section, slide_ids) for section in sections)
    return (
        xml(
            '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
            '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
            "%s</p14:sectionLst></p:ext>",
            rows,
        )
        if rows
        else EMPTY
    )


def _section(deck: str, section: ComposedSection, slide_ids: Mapping[str, int]) -> Xml:
    slides = join(xml('<p14:sldId id="%s"/>', slide_ids[slide]) for slide in section.slides)
    return xml(
        '<p14:section name="%s" id="%s"><p14:sldIdLst>%s</p14:sldIdLst></p14:section>',
        section.name,
        guid(deck, "section", section.id),
        slides,
    )
