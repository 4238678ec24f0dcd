"""Writing a whole deck: every part added once, in one pass, named by counting."""

from collections.abc import Mapping

from slidegen.composed import ComposedDeck, ComposedSlide, Link
from slidegen.package import types as t
from slidegen.package.parts import Package, Relationships
from slidegen.package.xml import DECLARATION, EMPTY, Xml, xml
from slidegen.package.zipping import to_bytes
from slidegen.text.kinsoku import NO_END, NO_START
from slidegen.writer.items import TREE_HEAD, slide_items
from slidegen.writer.masters import layout_xml, master_xml
from slidegen.writer.namespaces import NAMESPACES
from slidegen.writer.notes import notes_master_xml, notes_slide_xml
from slidegen.writer.presentation import (
    FIRST_SLIDE_ID,
    MASTER_ID,
    PRESENTATION_PROPERTIES,
    TABLE_STYLES,
    VIEW_PROPERTIES,
    presentation_xml,
)
from slidegen.writer.properties import app_xml, core_xml
from slidegen.writer.sections import sections_xml
from slidegen.writer.text import TextWriter
from slidegen.writer.theme import theme_xml
from slidegen.writer.transition import transition_xml

PRESENTATION = "/ppt/presentation.xml"
MASTER = "/ppt/slideMasters/slideMaster1.xml"
NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml"


def write_deck(deck: ComposedDeck, deck_id: str) -> bytes:
    """Return the deck as the bytes of a .pptx file; `deck_id` is what ids are derived from."""
    package = Package()
    writer = TextWriter(deck.language)
    relationships = Relationships(PRESENTATION)
    master = relationships.to(t.RT_SLIDE_MASTER, MASTER)
    slides = [(FIRST_SLIDE_ID + n, relationships.to(t.RT_SLIDE, _slide_part(n + 1))) for n in range(len(deck.slides))]
    notes_master = relationships.to(t.RT_NOTES_MASTER, NOTES_MASTER)
    for reltype, part in _COMMON:
        relationships.to(reltype, part)
    numbers = {slide.id: number for slide, (number, _) in zip(deck.slides, slides, strict=True)}
    package.relate(t.RT_PRESENTATION, PRESENTATION)
    package.relate(t.RT_CORE_PROPERTIES, "/docProps/core.xml")
    package.relate(t.RT_EXTENDED_PROPERTIES, "/docProps/app.xml")
    sections = sections_xml(deck_id, deck.sections, numbers)
    body = presentation_xml(master, notes_master, slides, deck.language, NO_START, NO_END, sections)
    package.add(PRESENTATION, t.CT_PRESENTATION, body, relationships)
    _add_common(package, deck)
    layouts = _add_layouts(package, deck, writer)
    _add_slides(package, deck, writer, layouts)
    return to_bytes(package)


_COMMON = (
    (t.RT_PRESENTATION_PROPERTIES, "/ppt/presProps.xml"),
    (t.RT_VIEW_PROPERTIES, "/ppt/viewProps.xml"),
    (t.RT_THEME, "/ppt/theme/theme1.xml"),
    (t.RT_TABLE_STYLES, "/ppt/tableStyles.xml"),
)


def _slide_part(number: int) -> str:
    return f"/ppt/slides/slide{number}.xml"


def _layout_part(number: int) -> str:
    return f"/ppt/slideLayouts/slideLayout{number}.xml"


def _notes_part(number: int) -> str:
    return f"/ppt/notesSlides/notesSlide{number}.xml"


def _add_common(package: Package, deck: ComposedDeck) -> None:
    hidden = sum(slide.hidden for slide in deck.slides)
    package.add("/docProps/core.xml", t.CT_CORE_PROPERTIES, core_xml(deck.properties))
    notes = sum(bool(slide.notes) for slide in deck.slides)
    package.add(
        "/docProps/app.xml", t.CT_EXTENDED_PROPERTIES, app_xml(deck.properties, len(deck.slides), notes, hidden)
    )
    package.add("/ppt/presProps.xml", t.CT_PRESENTATION_PROPERTIES, PRESENTATION_PROPERTIES)
    package.add("/ppt/viewProps.xml", t.CT_VIEW_PROPERTIES, VIEW_PROPERTIES)
    package.add("/ppt/tableStyles.xml", t.CT_TABLE_STYLES, TABLE_STYLES)
    theme = theme_xml(deck.theme)
    package.add("/ppt/theme/theme1.xml", t.CT_THEME, theme)
    package.add("/ppt/theme/theme2.xml", t.CT_THEME, theme)
    relationships = Relationships(NOTES_MASTER)
    relationships.to(t.RT_THEME, "/ppt/theme/theme2.xml")
    package.add(NOTES_MASTER, t.CT_NOTES_MASTER, notes_master_xml(deck.language), relationships)


def _add_layouts(package: Package, deck: ComposedDeck, writer: TextWriter) -> Mapping[str, str]:
    """Add master and layouts; return each layout's part by its key."""
    of_master = Relationships(MASTER)
    parts: dict[str, str] = {}
    listed = []
    for number, layout in enumerate(deck.layouts, 1):
        part = parts[layout.key] = _layout_part(number)
        listed.append((MASTER_ID + number, of_master.to(t.RT_SLIDE_LAYOUT, part)))
        own = Relationships(part)
        own.to(t.RT_SLIDE_MASTER, MASTER)
        package.add(part, t.CT_SLIDE_LAYOUT, layout_xml(layout, writer), own)
    of_master.to(t.RT_THEME, "/ppt/theme/theme1.xml")
    package.add(MASTER, t.CT_SLIDE_MASTER, master_xml(deck.master, deck.theme, listed, writer), of_master)
    return parts


def _add_slides(package: Package, deck: ComposedDeck, writer: TextWriter, layouts: Mapping[str, str]) -> None:
    parts = {slide.id: _slide_part(n) for n, slide in enumerate(deck.slides, 1)}
    for number, slide in enumerate(deck.slides, 1):
        part = parts[slide.id]
        relationships = Relationships(part)
        relationships.to(t.RT_SLIDE_LAYOUT, layouts[slide.layout])
        notes = relationships.to(t.RT_NOTES_SLIDE, _notes_part(number)) if slide.notes else ""
        package.add(part, t.CT_SLIDE, _slide_xml(slide, writer, relationships, parts), relationships)
        if notes:
            own = Relationships(_notes_part(number))
            own.to(t.RT_NOTES_MASTER, NOTES_MASTER)
            own.to(t.RT_SLIDE, part)
            body = notes_slide_xml(slide.notes, deck.language, number)
            package.add(_notes_part(number), t.CT_NOTES_SLIDE, body, own)


def _slide_xml(slide: ComposedSlide, writer: TextWriter, relationships: Relationships, parts: Mapping[str, str]) -> Xml:
    def link_id(link: Link) -> str:
        if link.slide:
            return relationships.to(t.RT_SLIDE, parts[link.target])
        return relationships.external(t.RT_HYPERLINK, link.target)

    return xml(
        "%s<p:sld %s%s><p:cSld><p:spTree>%s%s</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>%s</p:sld>",
        DECLARATION,
        NAMESPACES,
        Xml(' show="0"') if slide.hidden else EMPTY,
        TREE_HEAD,
        slide_items(slide.items, writer, link_id),
        transition_xml(slide.transition),
    )
