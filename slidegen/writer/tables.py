"""Native tables: `p:graphicFrame` with `a:tbl` (ECMA-376-1, 21.1.3)."""

from slidegen.composed import Cell, Table
from slidegen.package.xml import EMPTY, Xml, join, xml
from slidegen.writer.drawing import named, paint_xml, stroke_xml, xfrm_xml
from slidegen.writer.text import LinkId, TextWriter

_NO_SIDES = join(stroke_xml(None, tag) for tag in ("a:lnL", "a:lnR"))


def table_xml(table: Table, number: int, writer: TextWriter, link_id: LinkId, identity: Xml = EMPTY) -> Xml:
    """Return a table with its header and banding flags, every cell's fill and border explicit."""
    rows = join(
        xml('<a:tr h="%s">%s</a:tr>', height, join(_cell(cell, writer, link_id) for cell in row))
        for height, row in zip(table.heights, table.rows, strict=True)
    )
    said = ((table.header, ' firstRow="1"'), (table.total, ' lastRow="1"'), (table.banded, ' bandRow="1"'))
    flags = join(Xml(flag) for holds, flag in said if holds)
    return xml(
        "<p:graphicFrame><p:nvGraphicFramePr>%s<p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>%s'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        "<a:tbl><a:tblPr%s/><a:tblGrid>%s</a:tblGrid>%s</a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
        named(number, table.name, identity, alt=table.alt),
        xfrm_xml(table.box, tag="p:xfrm"),
        flags,
        join(xml('<a:gridCol w="%s"/>', width) for width in table.widths),
        rows,
    )


def _cell(cell: Cell, writer: TextWriter, link_id: LinkId) -> Xml:
    left, top, right, bottom = cell.frame.insets
    return xml(
        '<a:tc%s><a:txBody><a:bodyPr/><a:lstStyle/>%s</a:txBody><a:tcPr marL="%s" marR="%s" marT="%s" marB="%s"'
        ' anchor="%s">%s%s%s%s</a:tcPr></a:tc>',
        _joined(cell),
        join(writer.cell_paragraph(p, cell.frame.levels[0], link_id) for p in cell.paragraphs),
        *(left, right, top, bottom, cell.frame.anchor),
        _NO_SIDES,
        stroke_xml(cell.top, "a:lnT"),
        stroke_xml(cell.bottom, "a:lnB"),
        paint_xml(cell.fill),
    )


def _joined(cell: Cell) -> Xml:
    """Return what joins a cell with others (ECMA-376-1, 21.1.3.18 tc)."""
    spans = ((cell.down, "rowSpan"), (cell.across, "gridSpan"))
    merged = ((cell.right, ' hMerge="1"'), (cell.below, ' vMerge="1"'))
    return join(
        [
            *(xml(' %s="%s"', Xml(name), count) for count, name in spans if count > 1),
            *(Xml(text) for holds, text in merged if holds),
        ]
    )
