"""`kind: table`: rows of cells, the first one the header."""

from slidegen.blocks.values import Para, TableValue
from slidegen.diagnostics import Report
from slidegen.layout.family import Slot
from slidegen.outline.inline import parse_inline
from slidegen.outline.nodes import Mapping, Node, Scalar, Sequence

MAX_COLUMNS = 8
ROW_KEYS = ("rows", "行")


def parse(node: Node, slot: Slot, report: Report) -> TableValue | None:
    """Return the rows; rows of unequal length and cells that are no text are errors."""
    if isinstance(node, Mapping):
        rows = next((e.value for e in node.entries if e.key.text in ROW_KEYS), None)
        node = rows if rows is not None else node
    if not isinstance(node, Sequence) or not all(isinstance(row, Sequence) for row in node.items):
        report.error(
            "wrong-kind",
            node.span,
            "`{key}` needs a list of rows",
            "write each row as `- [甲, 乙, 丙]`",
            key=slot.shown,
        )
        return None
    rows_of_cells = [_row(row, report) for row in node.items if isinstance(row, Sequence)]
    width = len(rows_of_cells[0]) if rows_of_cells else 0
    for row, cells in zip(node.items, rows_of_cells, strict=True):
        if len(cells) != width:
            report.error(
                "uneven-rows",
                row.span,
                "this row has {found} cells, the header has {wanted}",
                "give every row {wanted} cells; an empty one is ''",
                found=len(cells),
                wanted=width,
            )
            return None
    if not 1 <= width <= MAX_COLUMNS or len(rows_of_cells) < 2:
        report.error(
            "table-size",
            node.span,
            "a table needs a header row, at least one row and 1 to {most} columns",
            "this one has {rows} rows and {columns} columns",
            most=MAX_COLUMNS,
            rows=len(rows_of_cells),
            columns=width,
        )
        return None
    return TableValue(tuple(rows_of_cells), node.span)


def _row(row: Sequence, report: Report) -> tuple[Para, ...]:
    cells = []
    for cell in row.items:
        if not isinstance(cell, Scalar):
            report.error("wrong-kind", cell.span, "a cell needs text", "quote a text that holds `: ` or `, `")
        cells.append(Para(parse_inline(cell.text) if isinstance(cell, Scalar) else (), cell.span))
    return tuple(cells)
