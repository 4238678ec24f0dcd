"""Items as elements of a shape tree: placeholders, drawn text, shapes, tables and charts."""

from collections.abc import Callable, Iterable

from slidegen.composed import FURNITURE, Chart, Item, Link, Picture, Placeholder, Shape, Table, Text
from slidegen.drawing import RECT
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.writer.drawing import DECORATIVE, geometry_xml, named, paint_xml, shape_xml, stroke_xml, xfrm_xml
from slidegen.writer.pictures import picture_xml
from slidegen.writer.relating import Relating
from slidegen.writer.tables import table_xml
from slidegen.writer.text import LinkId, TextWriter, body_properties, color_style, link_xml, list_style

TREE_HEAD = Xml(
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FIRST_SHAPE_ID = 2
_INHERITED = Xml("<a:lstStyle/>")

Identity = Callable[[Item, int], Xml]


def no_links(link: Link) -> str:
    """Refuse links where none can stand: on masters and layouts."""
    raise ValueError(f"a layout cannot link to {link.target}")


def slide_items(items: Iterable[Item], writer: TextWriter, relating: Relating, identity: Identity) -> Xml:
    """Return a slide's items; placeholders inherit from the layout what the layout states.

    `identity` gives the creation id of an item, which follows the shape through copies.
    """
    return join(
        _with_fallback(item, number, writer, relating, identity(item, number))
        for number, item in enumerate(items, FIRST_SHAPE_ID)
    )


def definition_items(items: Iterable[Item], writer: TextWriter, relating: Relating | None = None) -> Xml:
    """Return the items of a master or a layout, their placeholders with all they define; pictures need `relating`."""
    return join(_definition(item, number, writer, relating) for number, item in enumerate(items, FIRST_SHAPE_ID))


def _with_fallback(item: Item, number: int, writer: TextWriter, relating: Relating, identity: Xml) -> Xml:
    """Return an item; one with formulas twice, for programs that know Office Math and for those that do not.

    The namespace has another prefix than usual: LibreOffice 7.4 takes whatever asks for `a14` by that prefix, and then
    shows nothing in place of the formula.
    """
    plain = _slide_item(item, number, writer, relating, identity)
    if not isinstance(item, Text) or not any(p.has_math for p in item.paragraphs):
        return plain
    return xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:math="http://schemas.microsoft.com/office/drawing/2010/main" Requires="math">%s</mc:Choice>'
        "<mc:Fallback>%s</mc:Fallback></mc:AlternateContent>",
        _slide_item(item, number, TextWriter(writer.language, formulas=True), relating, identity),
        plain,
    )


def _slide_item(item: Item, number: int, writer: TextWriter, relating: Relating, identity: Xml) -> Xml:
    match item:
        case Shape():
            return shape_xml(item, number, identity=identity)
        case Table():
            return table_xml(item, number, writer, relating, identity)
        case Chart():
            from slidegen.writer.charts import chart_xml

            return chart_xml(item, number, relating, identity)
        case Picture():
            return picture_xml(item, number, relating, identity, placeholder_xml(item.placeholder))
        case Text(placeholder=None):
            return _drawn_text(item, number, writer, relating, EMPTY, identity)
        case Text():
            return xml(
                '<p:sp><p:nvSpPr>%s<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>%s'
                "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>%s%s</p:txBody></p:sp>",
                named(number, item.name, identity, click=link_xml(item.link, relating) if item.link else EMPTY),
                placeholder_xml(item.placeholder),
                color_style(item.frame.levels) if item.recoloured else _INHERITED,
                writer.paragraphs(item.paragraphs, item.frame, relating),
            )


def _definition(item: Item, number: int, writer: TextWriter, relating: Relating | None) -> Xml:
    match item:
        case Shape():
            return shape_xml(item, number, user_drawn=True)
        case Text(placeholder=Placeholder() as placeholder):
            return _defined_placeholder(item, placeholder, number, writer)
        case Text():
            return _drawn_text(item, number, writer, no_links, Xml(' userDrawn="1"'))
        case Picture() if relating is not None:
            return picture_xml(item, number, relating, user_drawn=True)
        case Table() | Picture() | Chart():
            raise ValueError(f"a layout holds no {type(item).__name__}")


def placeholder_xml(placeholder: Placeholder | None, prompt: Xml = EMPTY) -> Xml:
    """Return p:ph: which placeholder of its layout an item fills, if any."""
    if placeholder is None:
        return EMPTY
    idx = xml(' idx="%s"', placeholder.idx) if placeholder.idx else EMPTY
    size = xml(' sz="%s"', placeholder.size) if placeholder.size else EMPTY
    return xml('<p:ph type="%s"%s%s%s/>', placeholder.type, size, idx, prompt)


def _defined_placeholder(item: Text, placeholder: Placeholder, number: int, writer: TextWriter) -> Xml:
    prompt = EMPTY if placeholder.type in FURNITURE else Xml(' hasCustomPrompt="1"')
    return xml(
        '<p:sp><p:nvSpPr>%s<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>%s</p:nvPr>'
        "</p:nvSpPr><p:spPr>%s%s%s%s</p:spPr>"
        "<p:txBody>%s%s%s</p:txBody></p:sp>",
        named(number, item.name),
        placeholder_xml(placeholder, prompt),
        xfrm_xml(item.box),
        geometry_xml(item.geometry),
        paint_xml(item.fill),
        stroke_xml(item.line),
        body_properties(item.frame),
        list_style(item.frame.levels),
        writer.paragraphs(item.paragraphs, item.frame, no_links) or Xml("<a:p/>"),
    )


def _drawn_text(item: Text, number: int, writer: TextWriter, link_id: LinkId, drawn: Xml, identity: Xml = EMPTY) -> Xml:
    mark = DECORATIVE if item.decorative else EMPTY
    return xml(
        '<p:sp><p:nvSpPr>%s<p:cNvSpPr txBox="1"/><p:nvPr%s/></p:nvSpPr>'
        "<p:spPr>%s%s%s%s</p:spPr><p:txBody>%s%s%s</p:txBody></p:sp>",
        named(number, item.name, identity, mark),
        drawn,
        xfrm_xml(item.box),
        geometry_xml(RECT),
        paint_xml(item.fill),
        stroke_xml(item.line),
        body_properties(item.frame),
        list_style(item.frame.levels),
        writer.paragraphs(item.paragraphs, item.frame, link_id),
    )
