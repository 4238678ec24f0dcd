"""Choosing from a grid: columns by name, in the order they are named; rows by their numbers below the header."""

from collections.abc import Iterator

from msgspec.structs import replace

from slidegen.data.grid import Grid
from slidegen.data.ranges import span_of
from slidegen.diagnostics import Exit, Report, did_you_mean
from slidegen.language import listed, mark, say
from slidegen.outline.nodes import Entry, Node, Scalar, Sequence

_HOW = mark("write numbers counted below the header: 3, 1-8, 5- (to the end), or a list of such")


def with_columns(grid: Grid, entry: Entry, report: Report) -> Grid | None:
    """Return a grid with the columns that `entry` names, in its order; None, and an error, where there is none such.

    A column is named by its heading or, where no heading is that, by its number from 1.
    """
    header = [text.strip() for text in grid.header]
    chosen: list[int] = []
    for node in _list(entry.value):
        at = _column(node, header)
        if at is None:
            written = node.text if isinstance(node, Scalar) else ""
            report.error(
                "data-columns",
                node.span,
                "{name} has no column `{column}`",
                did_you_mean(written, header, say("its columns: {names}", names=listed(filter(None, header)))),
                exit=Exit.ASSET,
                name=grid.name,
                column=written,
            )
            return None
        chosen.append(at)
    if not chosen:
        report.error("wrong-kind", entry.value.span, "`{key}` needs a list of columns", key=entry.key.text)
        return None
    return replace(grid, rows=tuple(tuple(row[c] for c in chosen) for row in grid.rows))


def with_rows(grid: Grid, entry: Entry, report: Report) -> Grid | None:
    """Return a grid with its header and the rows that `entry` names; None, and an error, where there is none such."""
    last = len(grid.rows) - 1
    chosen: list[int] = []
    for node in _list(entry.value):
        found = span_of(node, 1, last)
        if found is None:
            report.error(
                "data-rows",
                node.span,
                "`{value}` names no rows of {name}, which has {rows} below its header",
                _HOW,
                exit=Exit.ASSET,
                value=node.text if isinstance(node, Scalar) else "",
                name=grid.name,
                rows=last,
            )
            return None
        chosen.extend(found)
    if not chosen:
        report.error("wrong-kind", entry.value.span, "`{key}` names no row", _HOW, key=entry.key.text)
        return None
    return replace(grid, rows=(grid.rows[0], *(grid.rows[r] for r in chosen)))


def _list(node: Node) -> Iterator[Node]:
    yield from node.items if isinstance(node, Sequence) else (node,)


def _column(node: Node, header: list[str]) -> int | None:
    wanted = node.text.strip() if isinstance(node, Scalar) else ""
    if wanted and wanted in header:
        return header.index(wanted)
    return int(wanted) - 1 if wanted.isdecimal() and len(wanted) < 5 and 0 < int(wanted) <= len(header) else None
