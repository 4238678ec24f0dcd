"""Writing a whole deck: every part added once, in one pass, named by counting."""

from collections.abc import Mapping
from functools import partial

from slidegen.composed import ComposedDeck, ComposedSlide, Item
from slidegen.package import types as t
from slidegen.package.parts import Package, Relationships
from slidegen.package.xml import DECLARATION, EMPTY, Xml, xml
from slidegen.package.zipping import to_bytes
from slidegen.text.kinsoku import NO_END, NO_START
from slidegen.writer.handout import handout_master_xml
from slidegen.writer.identity import custom_data, custom_properties, shape_creation_id, slide_creation_id, tags_xml
from slidegen.writer.items import TREE_HEAD, slide_items
from slidegen.writer.masters import background_xml, layout_xml, master_xml
from slidegen.writer.namespaces import SLIDE_NAMESPACES
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
from slidegen.writer.relating import Media, Relating
from slidegen.writer.sections import sections_xml
from slidegen.writer.text import TextWriter
from slidegen.writer.theme import theme_xml
from slidegen.writer.timing import timing_xml
from slidegen.writer.transition import transition_xml

PRESENTATION = "/ppt/presentation.xml"
MASTER = "/ppt/slideMasters/slideMaster1.xml"
CUSTOM = "/docProps/custom.xml"
HANDOUT_MASTER = "/ppt/handoutMasters/handoutMaster1.xml"
NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml"


def write_deck(deck: ComposedDeck) -> bytes:
    """Return the deck as the bytes of a .pptx file."""
    package = Package()
    writer = TextWriter(deck.language)
    relationships = Relationships(PRESENTATION)
    master = relationships.to(t.RT_SLIDE_MASTER, MASTER)
    slides = [(FIRST_SLIDE_ID + n, relationships.to(t.RT_SLIDE, _slide_part(n + 1))) for n in range(len(deck.slides))]
    notes_master = relationships.to(t.RT_NOTES_MASTER, NOTES_MASTER)
    handout_master = relationships.to(t.RT_HANDOUT_MASTER, HANDOUT_MASTER)
    for reltype, part in _COMMON:
        relationships.to(reltype, part)
    numbers = {slide.id: number for slide, (number, _) in zip(deck.slides, slides, strict=True)}
    package.relate(t.RT_PRESENTATION, PRESENTATION)
    package.relate(t.RT_CORE_PROPERTIES, "/docProps/core.xml")
    package.relate(t.RT_EXTENDED_PROPERTIES, "/docProps/app.xml")
    package.relate(t.RT_CUSTOM_PROPERTIES, CUSTOM)
    sections = sections_xml(deck.id, deck.sections, numbers)
    body = presentation_xml(master, notes_master, slides, deck.language, NO_START, NO_END, sections, handout_master)
    package.add(PRESENTATION, t.CT_PRESENTATION, body, relationships)
    _add_common(package, deck)
    media = Media(package)
    layouts = _add_layouts(package, deck, writer, media)
    _add_slides(package, deck, writer, layouts, media)
    package.add_last(CUSTOM, t.CT_CUSTOM_PROPERTIES, partial(custom_properties, deck))
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


def _tags_part(number: int) -> str:
    """Return the part with a layout's or a slide's tags; layouts are counted first."""
    return f"/ppt/tags/tag{number}.xml"


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
    package.add("/ppt/theme/theme3.xml", t.CT_THEME, theme)
    relationships = Relationships(HANDOUT_MASTER)
    relationships.to(t.RT_THEME, "/ppt/theme/theme3.xml")
    package.add(HANDOUT_MASTER, t.CT_HANDOUT_MASTER, handout_master_xml(deck.properties), relationships)


def _add_layouts(package: Package, deck: ComposedDeck, writer: TextWriter, media: Media) -> Mapping[str, str]:
    """Add master and layouts; return each layout's part by its key."""
    of_master = Relationships(MASTER)
    parts: dict[str, str] = {}
    listed = []
    for number, layout in enumerate(deck.layouts, 1):
        part = parts[layout.key] = _layout_part(number)
        listed.append((MASTER_ID + number, of_master.to(t.RT_SLIDE_LAYOUT, part)))
        own = Relationships(part)
        own.to(t.RT_SLIDE_MASTER, MASTER)
        tags = own.to(t.RT_TAGS, _tags_part(number))
        package.add(part, t.CT_SLIDE_LAYOUT, layout_xml(layout, deck.language, custom_data(tags)), own)
        package.add(_tags_part(number), t.CT_TAGS, tags_xml(slidegen_layout=layout.key))
    of_master.to(t.RT_THEME, "/ppt/theme/theme1.xml")
    relating = Relating(of_master, {}, media)
    package.add(MASTER, t.CT_SLIDE_MASTER, master_xml(deck.master, deck.theme, listed, writer, relating), of_master)
    return parts


def _add_slides(
    package: Package, deck: ComposedDeck, writer: TextWriter, layouts: Mapping[str, str], media: Media
) -> None:
    parts = {slide.id: _slide_part(n) for n, slide in enumerate(deck.slides, 1)}
    for number, slide in enumerate(deck.slides, 1):
        part = parts[slide.id]
        relationships = Relationships(part)
        relationships.to(t.RT_SLIDE_LAYOUT, layouts[slide.layout])
        notes = relationships.to(t.RT_NOTES_SLIDE, _notes_part(number)) if slide.notes else ""
        tags_part = _tags_part(len(deck.layouts) + number)
        tags = relationships.to(t.RT_TAGS, tags_part)
        relating = Relating(relationships, parts, media)
        package.add(part, t.CT_SLIDE, _slide_xml(deck.id, slide, writer, relating, tags), relationships)
        named = {"slidegen_slide": slide.outline_id or slide.id} | ({"slidegen_part": slide.part} if slide.part else {})
        package.add(tags_part, t.CT_TAGS, tags_xml(**named))
        if notes:
            own = Relationships(_notes_part(number))
            own.to(t.RT_NOTES_MASTER, NOTES_MASTER)
            own.to(t.RT_SLIDE, part)
            body = notes_slide_xml(slide.notes, deck.language, number, slide.page)
            package.add(_notes_part(number), t.CT_NOTES_SLIDE, body, own)


def _slide_xml(deck: str, slide: ComposedSlide, writer: TextWriter, relating: Relating, tags: str) -> Xml:
    def identity(item: Item, number: int) -> Xml:
        return shape_creation_id(deck, slide.id + slide.part, getattr(item, "slot", "") or f"{item.name} {number}")

    return xml(
        "%s<p:sld %s%s><p:cSld>%s<p:spTree>%s%s</p:spTree>%s%s</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>%s%s</p:sld>",
        DECLARATION,
        SLIDE_NAMESPACES,
        Xml(' show="0"') if slide.hidden else EMPTY,
        background_xml(slide.background),
        TREE_HEAD,
        slide_items(slide.items, writer, relating, identity),
        custom_data(tags),
        slide_creation_id(deck, slide.id + slide.part),
        transition_xml(slide.transition),
        timing_xml(slide.clicks, slide.items),
    )
