"""`kind: table`: rows of cells, the first one the header; with `rows:` or `file:` beside options of the whole table."""

from slidegen.blocks.keyed import keyed
from slidegen.blocks.merges import ABOVE, LEFT, joined
from slidegen.blocks.table_options import KEYS, with_options
from slidegen.blocks.values import TableCell, TableValue
from slidegen.diagnostics import Report, Span
from slidegen.language import say
from slidegen.layout.family import Slot
from slidegen.nearby import Nearby
from slidegen.outline.inline import parse_inline
from slidegen.outline.nodes import Entry, Mapping, Node, Scalar, Sequence

MAX_COLUMNS, MAX_ROWS = 8, 300
"""What a table may have; its rows go on over as many slides as they take."""

_OF_FILES = ("sheet", "columns")
"""Keys that say something only beside `file`; `rows` then chooses too."""

Cells = tuple[tuple[TableCell | Scalar, ...], ...]


def parse(node: Node, slot: Slot, report: Report, files: Nearby) -> TableValue | None:
    """Return the table; rows of unequal length and cells that are no text are errors."""
    options = keyed(node, KEYS, report) if isinstance(node, Mapping) else {}
    if "file" in options:
        from slidegen.blocks.table_file import cells_of_file

        cells = cells_of_file(options, report, files)
        if cells is not None and not _of_right_size(cells, options["file"].value.span, report, from_file=True):
            return None
        span = options["file"].value.span
    else:
        content = options["rows"].value if "rows" in options else node
        cells, span = _written(content, slot, report), content.span
        _without_file(options, report)
    rows = joined(cells, report) if cells is not None else None
    if rows is None:
        return None
    return with_options(TableValue(rows, span), options, report)


def _written(content: Node, slot: Slot, report: Report) -> Cells | None:
    if not isinstance(content, Sequence) or not all(isinstance(row, Sequence) for row in content.items):
        report.error(
            "wrong-kind",
            content.span,
            "`{key}` needs a list of rows",
            "write each row as `- [甲, 乙, 丙]`, or `{key}: {{file: data.csv}}`",
            key=slot.shown,
        )
        return None
    return _cells(content, report)


def _without_file(options: dict[str, Entry], report: Report) -> None:
    """Refuse the keys that choose from a file where there is none."""
    for name in _OF_FILES:
        if name in options:
            report.error(
                "wrong-kind",
                options[name].key.span,
                "`{key}` chooses from a file, and this table names none",
                "write `file: data.csv` beside it, or remove it",
                key=options[name].key.text,
            )


def _cells(node: Sequence, report: Report) -> Cells | None:
    """Return the cells row by row, marks that join cells as they are; None, and an error, where rows do not agree."""
    rows = [_row(row, report) for row in node.items if isinstance(row, Sequence)]
    width = len(rows[0]) if rows else 0
    for row, cells in zip(node.items, rows, strict=True):
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
    whole = tuple(rows)
    return whole if _of_right_size(whole, node.span, report) else None


def _of_right_size(cells: Cells, span: Span | None, report: Report, from_file: bool = False) -> bool:
    width = len(cells[0]) if cells else 0
    if 1 <= width <= MAX_COLUMNS and 2 <= len(cells) <= MAX_ROWS + 1:
        return True
    hint = say("this one has {rows} rows and {columns} columns", rows=len(cells), columns=width)
    if from_file:
        hint = say("{size}; choose with `columns: [A, B]` and `rows: 1-8`", size=hint)
    report.error(
        "table-size",
        span,
        "a table needs a header row, 1 to {most_rows} rows below it and 1 to {most} columns",
        hint,
        most=MAX_COLUMNS,
        most_rows=MAX_ROWS,
    )
    return False


def _row(row: Sequence, report: Report) -> tuple[TableCell | Scalar, ...]:
    cells: list[TableCell | Scalar] = []
    for cell in row.items:
        if isinstance(cell, Scalar) and not cell.style and cell.text in (LEFT, ABOVE):
            cells.append(cell)
            continue
        if not isinstance(cell, Scalar):
            report.error("wrong-kind", cell.span, "a cell needs text", "quote a text that holds `: ` or `, `")
        cells.append(TableCell(parse_inline(cell.text) if isinstance(cell, Scalar) else (), cell.span))
    return tuple(cells)
