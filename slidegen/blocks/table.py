"""`kind: table`: rows of cells, the first one the header; with `rows:` beside options of the table as a whole."""

from slidegen.blocks.merges import ABOVE, LEFT, joined
from slidegen.blocks.table_options import KEYS, with_options
from slidegen.blocks.values import TableCell, TableValue
from slidegen.diagnostics import Report, did_you_mean, known_are
from slidegen.layout.family import Slot
from slidegen.outline.inline import parse_inline
from slidegen.outline.nodes import Entry, Mapping, Node, Scalar, Sequence

MAX_COLUMNS = 8
_CONTENT = ("rows",)


def parse(node: Node, slot: Slot, report: Report) -> TableValue | None:
    """Return the table; rows of unequal length and cells that are no text are errors."""
    options: dict[str, Entry] = {}
    content = node
    if isinstance(node, Mapping):
        options = _options(node, report)
        content = next((options[key].value for key in _CONTENT if key in options), node)
    if not isinstance(content, Sequence) or not all(isinstance(row, Sequence) for row in content.items):
        report.error(
            "wrong-kind",
            node.span,
            "`{key}` needs a list of rows",
            "write each row as `- [甲, 乙, 丙]`",
            key=slot.shown,
        )
        return None
    cells = _cells(content, report)
    rows = joined(cells, report) if cells is not None else None
    if rows is None:
        return None
    return with_options(TableValue(rows, content.span), options, report)


def _options(node: Mapping, report: Report) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in node.entries:
        word = entry.key.text
        name = KEYS.get(word)
        if name is None:
            hint = did_you_mean(word, KEYS, known_are(KEYS))
            report.error("unknown-key", entry.key.span, "unknown key `{key}`", hint, key=word)
        elif name in found:
            first = found[name].key
            report.error(
                "duplicate-key",
                entry.key.span,
                "`{key}` and `{first}` are the same key, which is already set at line {line}",
                "keep one of the two",
                key=word,
                first=first.text,
                line=first.span.line,
            )
        else:
            found[name] = entry
    return found


def _cells(node: Sequence, report: Report) -> tuple[tuple[TableCell | Scalar, ...], ...] | None:
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
    if not 1 <= width <= MAX_COLUMNS or len(rows) < 2:
        report.error(
            "table-size",
            node.span,
            "a table needs a header row, at least one row and 1 to {most} columns",
            "this one has {rows} rows and {columns} columns",
            most=MAX_COLUMNS,
            rows=len(rows),
            columns=width,
        )
        return None
    return tuple(rows)


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
