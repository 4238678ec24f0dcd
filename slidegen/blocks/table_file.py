"""A table's cells from a data file: `file`, with `sheet`, `columns` and `rows` to choose from it."""

from collections.abc import Mapping

from slidegen.blocks.data_file import named_grid
from slidegen.blocks.merges import ABOVE
from slidegen.blocks.values import TableCell
from slidegen.data.choosing import with_columns, with_rows
from slidegen.data.grid import Datum
from slidegen.diagnostics import Report, Span
from slidegen.nearby import Nearby
from slidegen.outline.inline import Inline
from slidegen.outline.nodes import Entry, Scalar


def cells_of_file(
    options: Mapping[str, Entry], report: Report, files: Nearby
) -> tuple[tuple[TableCell | Scalar, ...], ...] | None:
    """Return the cells of the file that `options` name, as it shows them; None, and an error, where there are none.

    No marks are looked for in their texts.
    """
    grid = named_grid(options, report, files)
    if grid is not None and "columns" in options:
        grid = with_columns(grid, options["columns"], report)
    if grid is not None and "rows" in options:
        grid = with_rows(grid, options["rows"], report)
    if grid is None:
        return None
    return tuple(tuple(_cell(datum, r, grid.span) for datum in row) for r, row in enumerate(grid.rows))


def _cell(datum: Datum, row: int, span: Span) -> TableCell | Scalar:
    """Return a cell; one that the file joins with the header is empty, as that stands on every slide of the table."""
    if datum.joined and not (row == 1 and datum.joined == ABOVE):
        return Scalar(datum.joined, span)
    return TableCell((Inline(datum.text),) if datum.text else (), span)
