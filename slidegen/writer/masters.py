"""The slide master and the slide layouts (ECMA-376-1, 19.3.1.42 and 19.3.1.39)."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from slidegen.composed import Master, NativeLayout, ParagraphStyle, ThemePart
from slidegen.drawing import Paint
from slidegen.package.xml import DECLARATION, EMPTY, Xml, join, xml
from slidegen.writer.drawing import paint_xml
from slidegen.writer.items import TREE_HEAD, definition_items
from slidegen.writer.levels import plain_levels
from slidegen.writer.namespaces import NAMESPACES
from slidegen.writer.relating import Relating
from slidegen.writer.text import TextWriter, level_xml

LEVELS = 9


def master_xml(
    master: Master, theme: ThemePart, layouts: Sequence[tuple[int, str]], writer: TextWriter, relating: Relating
) -> Xml:
    """Return the slide master; `layouts` are pairs of layout id and relationship id."""
    accents = (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    color_map = join(xml(' %s="%s"', slot, color) for slot, color in (*theme.color_map, *((a, a) for a in accents)))
    return xml(
        '%s<p:sldMaster %s preserve="1"><p:cSld>%s<p:spTree>%s%s</p:spTree></p:cSld><p:clrMap%s/>'
        "<p:sldLayoutIdLst>%s</p:sldLayoutIdLst>"
        "<p:txStyles><p:titleStyle>%s</p:titleStyle><p:bodyStyle>%s</p:bodyStyle><p:otherStyle>%s</p:otherStyle>"
        "</p:txStyles></p:sldMaster>",
        DECLARATION,
        NAMESPACES,
        background_xml(master.background),
        TREE_HEAD,
        definition_items(master.items, writer, relating),
        color_map,
        join(xml('<p:sldLayoutId id="%s" r:id="%s"/>', number, rid) for number, rid in layouts),
        level_xml(1, master.title),
        join(level_xml(n, style) for n, style in enumerate(_all_levels(master.body), 1)),
        plain_levels(18),
    )


@lru_cache(maxsize=128)
def layout_xml(layout: NativeLayout, language: str, custom: Xml = EMPTY) -> Xml:
    """Return one slide layout; it stays in the file when no slide uses it. `custom` refers to its tags.

    Kept from deck to deck: a program that builds many decks uses the same few.
    """
    writer = TextWriter(language)
    kind = xml(' type="%s"', layout.type) if layout.type else EMPTY
    shown = EMPTY if layout.master_shapes else Xml(' showMasterSp="0"')
    return xml(
        '%s<p:sldLayout %s%s%s preserve="1" userDrawn="1"><p:cSld name="%s">%s<p:spTree>%s%s</p:spTree>%s</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        DECLARATION,
        NAMESPACES,
        shown,
        kind,
        layout.name,
        background_xml(layout.background),
        TREE_HEAD,
        definition_items(layout.items, writer),
        custom,
    )


def background_xml(paint: Paint) -> Xml:
    """Return the background of a master, a layout or a slide; nothing where it leaves that it builds on."""
    if paint is None:
        return EMPTY
    return xml("<p:bg><p:bgPr>%s<a:effectLst/></p:bgPr></p:bg>", paint_xml(paint))


def _all_levels(styles: Sequence[ParagraphStyle]) -> Sequence[ParagraphStyle]:
    """All nine levels, the last one given carried on with its margin growing."""
    levels = list(styles[:LEVELS])
    while len(levels) < LEVELS:
        levels.append(replace(levels[-1], margin=levels[-1].margin - levels[-1].indent))
    return levels
