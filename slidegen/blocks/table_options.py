"""What may be said of a table as a whole: a total row, highlighted rows, alignment, widths of columns."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from slidegen.blocks.values import TableCell, TableValue
from slidegen.composed import Align
from slidegen.diagnostics import Report, did_you_mean
from slidegen.language import listed, mark, say
from slidegen.outline.nodes import Entry, Node, Scalar, Sequence
from slidegen.outline.values import truth

KEYS = {
    "rows": "rows",
    "行": "rows",
    "file": "file",
    "文件": "file",
    "sheet": "sheet",
    "工作表": "sheet",
    "columns": "columns",
    "列": "columns",
    "total": "total",
    "合计": "total",
    "highlight": "highlight",
    "突出": "highlight",
    "align": "align",
    "对齐": "align",
    "widths": "widths",
    "列宽": "widths",
}
"""Keys of a table that is written with keys, by every spelling."""
ALIGNS: dict[str, Align | None] = {
    **dict.fromkeys(("left", "左"), "l"),
    **dict.fromkeys(("center", "centre", "中"), "ctr"),
    **dict.fromkeys(("right", "右"), "r"),
    **dict.fromkeys(("auto", "自动"), None),
}
_WIDTH = re.compile(r"\d{1,4}(?:\.\d{1,4})?")
_NUMBER = re.compile(r"\d{1,6}")
_WHICH = mark("name a row by its first cell, or by its number below the header; a column by its heading")


def with_options(value: TableValue, options: Mapping[str, Entry], report: Report) -> TableValue:
    """Return a table with its options; what is wrong in one goes to the report and leaves that one out."""
    if "total" in options:
        value = replace(value, total=_total(options["total"], report))
    if "align" in options:
        value = replace(value, aligns=_aligns(options["align"], len(value.rows[0]), report))
    if "widths" in options:
        value = replace(value, shares=_shares(options["widths"], len(value.rows[0]), report))
    if "highlight" in options:
        wanted = options["highlight"].value
        nodes = wanted.items if isinstance(wanted, Sequence) else (wanted,)
        places = {place for node in nodes for place in _places(node, value, report)}
        value = replace(value, rows=tuple(_highlighted(row, r, places) for r, row in enumerate(value.rows)))
    return value


def _total(entry: Entry, report: Report) -> bool:
    said = truth(entry.value)
    if said is None:
        report.error("wrong-kind", entry.value.span, "`{key}` needs true or false", key=entry.key.text)
    return bool(said)


def _aligns(entry: Entry, columns: int, report: Report) -> tuple[Align | None, ...]:
    words = _per_column(entry, columns, report)
    for node in words:
        if node.text.strip() not in ALIGNS:
            report.error(
                "unknown-value",
                node.span,
                "`{key}` cannot be `{value}`",
                "write one of: {words}",
                key=entry.key.text,
                value=node.text,
                words=listed(ALIGNS),
            )
            return ()
    return tuple(ALIGNS[node.text.strip()] for node in words)


def _shares(entry: Entry, columns: int, report: Report) -> tuple[float, ...]:
    words = _per_column(entry, columns, report)
    for node in words:
        if not _WIDTH.fullmatch(node.text.strip()) or not float(node.text):
            report.error(
                "unknown-value",
                node.span,
                "`{key}` cannot be `{value}`",
                "write numbers: [2, 1, 1] makes the first column twice as wide as the others",
                key=entry.key.text,
                value=node.text,
            )
            return ()
    return tuple(float(node.text) for node in words)


def _per_column(entry: Entry, columns: int, report: Report) -> tuple[Scalar, ...]:
    nodes = entry.value.items if isinstance(entry.value, Sequence) else ()
    words = tuple(node for node in nodes if isinstance(node, Scalar))
    if len(words) != columns or len(nodes) != columns:
        report.error(
            "wrong-kind",
            entry.value.span,
            "`{key}` needs a list with one value for each of the {columns} columns",
            key=entry.key.text,
            columns=columns,
        )
        return ()
    return words


def _places(node: Node, value: TableValue, report: Report) -> Iterator[tuple[int, int]]:
    """Yield the places that one entry of `highlight` names: a row, a column, or `[row, column]`, one cell."""
    height, width = len(value.rows), len(value.rows[0])
    rows, columns = [row[0].text for row in value.rows], [cell.text for cell in value.rows[0]]
    if isinstance(node, Scalar):
        row = _found(node, rows, first=1)
        if row is not None:
            yield from ((row, c) for c in range(width))
            return
        column = _found(node, columns)
        if column is not None:
            yield from ((r, column) for r in range(1, height))
            return
        _unknown(node, [*rows[1:], *columns], report)
        return
    pair = node.items if isinstance(node, Sequence) else ()
    if len(pair) != 2 or not all(isinstance(part, Scalar) for part in pair):
        report.error("wrong-kind", node.span, "this names no row and no cell", _WHICH)
        return
    found = []
    for part, names, first in zip(pair, (rows, columns), (1, 0), strict=True):
        assert isinstance(part, Scalar)  # as was just asked
        place = _found(part, names, first)
        if place is None and first == 0 and _NUMBER.fullmatch(part.text) and 0 < int(part.text) <= width:
            place = int(part.text) - 1
        if place is None:
            _unknown(part, names[first:], report)
        found.append(place)
    if found[0] is not None and found[1] is not None:
        yield found[0], found[1]


def _found(node: Scalar, names: list[str], first: int = 0) -> int | None:
    """Return the place of a name among `names`, from `first` on; of rows (`first` is 1) also that of a number."""
    wanted = node.text.strip()
    found = next((n for n in range(first, len(names)) if names[n].strip() == wanted), None)
    if found is None and first and _NUMBER.fullmatch(wanted) and first <= int(wanted) < len(names):
        return int(wanted)
    return found


def _unknown(node: Scalar, known: list[str], report: Report) -> None:
    hint = did_you_mean(node.text, [name for name in known if name], say(_WHICH))
    report.error("no-such-row", node.span, "the table has no row and no column `{name}`", hint, name=node.text)


def _highlighted(row: tuple[TableCell, ...], number: int, places: set[tuple[int, int]]) -> tuple[TableCell, ...]:
    """Return a row with its cells highlighted where they stand in `places`; joined ones as their first."""
    return tuple(
        replace(cell, highlighted=(number - cell.below, c - cell.right) in places) for c, cell in enumerate(row)
    )
