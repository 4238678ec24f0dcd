"""Joined cells of a table: in a grid, `<` joins a place with the one on its left, `^` with the one above."""

from collections.abc import Sequence

from msgspec.structs import replace

from slidegen.blocks.values import TableCell
from slidegen.diagnostics import Report, Span
from slidegen.language import mark
from slidegen.outline.nodes import Scalar

LEFT, ABOVE = "<", "^"
"""As they stand unquoted in a row; in quotes they are text."""
_HOW = mark("`<` joins a cell with the one on its left, `^` with the one above; in quotes they are text")

Place = tuple[int, int]
"""Row and column, from 0."""


def joined(grid: Sequence[Sequence[TableCell | Scalar]], report: Report) -> tuple[tuple[TableCell, ...], ...] | None:
    """Return the rows with every mark made part of its rectangle; None, and an error, where marks make none.

    The header row is joined with no other, as it stands on every slide that the table takes.
    """
    firsts: dict[Place, Place] = {}
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if isinstance(cell, TableCell):
                firsts[r, c] = r, c
                continue
            beside = (r, c - 1) if cell.text == LEFT else (r - 1, c)
            if beside not in firsts or (r == 1 and cell.text == ABOVE):
                _nothing(cell, report)
                return None
            firsts[r, c] = firsts[beside]
    rectangles: dict[Place, list[Place]] = {}
    for place, first in firsts.items():
        rectangles.setdefault(first, []).append(place)
    cells: dict[Place, TableCell] = {}
    for (top, left), places in rectangles.items():
        origin = grid[top][left]
        assert isinstance(origin, TableCell)  # only such places are first
        down, across = max(r for r, _ in places) - top + 1, max(c for _, c in places) - left + 1
        if len(places) < down * across or min(c for _, c in places) < left:
            _no_rectangle(origin.span, report)
            return None
        for r, c in places:
            cells[r, c] = TableCell((), origin.span, across, down, c - left, r - top)
        cells[top, left] = replace(origin, across=across, down=down)
    return tuple(tuple(cells[r, c] for c in range(len(row))) for r, row in enumerate(grid))


def _nothing(cell: Scalar, report: Report) -> None:
    report.error("joined-cells", cell.span, "`{mark}` has no cell here to be joined with", _HOW, mark=cell.text)


def _no_rectangle(span: Span | None, report: Report) -> None:
    report.error("joined-cells", span, "what is joined with this cell is no rectangle", _HOW)
