"""The cells of a sheet as they are shown: texts, numbers by their format, results of formulas that Excel has kept."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct

from slidegen.data.format_tokens import Unshown
from slidegen.data.formats import is_moment, shown
from slidegen.data.grid import Datum, cell_name
from slidegen.data.workbook import NS, Sheet, Workbook, is_true, text_in, unescaped
from slidegen.diagnostics import Exit, Report, Span
from slidegen.language import mark
from slidegen.outline.source import FORBIDDEN

if TYPE_CHECKING:
    from lxml import etree

MOST_ROWS, MOST_COLUMNS = 20_000, 500
"""How far from the corner a sheet is read."""
_MOST_FAULTS = 10
"""How many cells are named before reading stops: a fault in one often stands in its whole column."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")

Place = tuple[int, int]
"""Row and column, from 1."""
Shown = tuple[str, float | None, str]
"""A cell's text, its number if it is one, and the format of that."""


class CellFault(Exception):
    """A cell that cannot be read; the reason is in the report."""


class SheetReader(Struct):
    """Reads one sheet of a workbook; faults are reported with the cell's name, at the outline's `span`."""

    workbook: Workbook
    sheet: Sheet
    file: str
    span: Span
    report: Report
    hidden: int = 0
    """How many rows and columns that Excel does not show were left out."""

    def read(self) -> list[list[Datum]] | None:
        """Return the rows from A1 to the last cell, all of one length; None, and errors, where a cell is unfit."""
        root = self.workbook.package.root(self.sheet.part)
        if root is None:
            return []
        rows, columns = self._hidden(root)
        cells: dict[Place, Datum] = {}
        faults = 0
        for place, cell in _cells(root):
            if place[0] in rows or place[1] in columns:
                continue
            try:
                datum = self._datum(place, cell)
            except CellFault:
                faults += 1
                if faults == _MOST_FAULTS:
                    break
                continue
            if datum.text:
                cells[place] = datum
        if faults:
            return None
        last = (max((r for r, _ in cells), default=0), max((c for _, c in cells), default=0))
        self._join(root, cells, last)
        shown_columns = [c for c in range(1, last[1] + 1) if c not in columns]
        shown_rows = [r for r in range(1, last[0] + 1) if r not in rows]
        self.hidden = last[0] + last[1] - len(shown_rows) - len(shown_columns)
        return [[cells.get((r, c)) or Datum("", None, r, c) for c in shown_columns] for r in shown_rows]

    def _hidden(self, root: "etree._Element") -> tuple[set[int], set[int]]:
        rows = {place for place, row in _rows(root) if is_true(row.get("hidden"))}
        columns: set[int] = set()
        for column in root.iterfind(f"{NS}cols/{NS}col"):
            if is_true(column.get("hidden")):
                columns.update(range(_whole(column.get("min")), min(_whole(column.get("max")), MOST_COLUMNS) + 1))
        return rows, columns

    def _join(self, root: "etree._Element", cells: dict[Place, Datum], last: Place) -> None:
        """Mark the cells that are joined with another; only that one may hold something."""
        for area in root.iterfind(f"{NS}mergeCells/{NS}mergeCell"):
            match = _AREA.fullmatch(area.get("ref", ""))
            if match is None:
                continue
            left, top, right, bottom = _number(match[1]), int(match[2]), _number(match[3]), int(match[4])
            if (top, left) not in cells:
                continue
            for r in range(top, min(bottom, last[0]) + 1):
                for c in range(left, min(right, last[1]) + 1):
                    if (r, c) != (top, left):
                        cells[r, c] = Datum("", None, r, c, "<" if c > left else "^")

    def _datum(self, place: Place, cell: "etree._Element") -> Datum:
        kind = cell.get("t", "n")
        value = cell.findtext(f"{NS}v")
        if not value and kind != "str" and cell.find(f"{NS}f") is not None:
            self._refuse(
                "formula-value",
                place,
                mark("{file}, {cell}: this formula has no result in the file"),
                mark("open the file in Excel or WPS, which work it out, and save it"),
            )
        text, number, code = self._shown(place, cell, kind, value or "")
        if text and (place[0] > MOST_ROWS or place[1] > MOST_COLUMNS):
            self._refuse(
                "data-size",
                place,
                mark("{file}, {cell}: a sheet may have {rows} rows and {columns} columns"),
                mark("copy what is wanted onto a sheet of its own"),
                rows=MOST_ROWS,
                columns=MOST_COLUMNS,
            )
        bad = FORBIDDEN.search(text)
        if bad:
            self._refuse(
                "forbidden-character",
                place,
                mark("{file}, {cell}: the character U+{point:04X} cannot stand in a presentation"),
                mark("delete it there"),
                point=ord(bad[0]),
            )
        return Datum(text, number, *place, format=code)

    def _shown(self, place: Place, cell: "etree._Element", kind: str, value: str) -> Shown:
        if kind == "inlineStr":
            inline = cell.find(f"{NS}is")
            return "" if inline is None else text_in(inline), None, ""
        if kind == "s":
            at = int(value) if value.isdecimal() else len(self.workbook.texts)
            return self.workbook.texts[at] if at < len(self.workbook.texts) else "", None, ""
        if kind == "b":
            return "TRUE" if is_true(value) else "FALSE", None, ""
        if kind == "e":
            self._refuse(
                "cell-error",
                place,
                mark("{file}, {cell}: this cell shows the error {value}"),
                mark("mend it in Excel or WPS, and save the file"),
                value=value,
            )
        if kind != "n" or not value:
            return unescaped(value), None, ""
        return self._number(place, cell, value)

    def _number(self, place: Place, cell: "etree._Element", value: str) -> Shown:
        code = self.workbook.format_of(cell.get("s"))
        try:
            text = shown(value, code, self.workbook.from_1904)
            return (text, None, "") if is_moment(code) else (text, float(value), code)
        except Unshown:
            self._refuse(
                "number-format",
                place,
                mark("{file}, {cell}: {value} in the number format {format} cannot be shown"),
                mark("give the cell another number format; fractions and conditions are not read"),
                value=value,
                format=code,
            )

    def _refuse(self, code: str, place: Place, message: str, hint: str, **values: object) -> NoReturn:
        self.report.error(
            code, self.span, message, hint, exit=Exit.ASSET, file=self.file, cell=cell_name(*place), **values
        )
        raise CellFault


def _rows(root: "etree._Element") -> Iterator[tuple[int, "etree._Element"]]:
    number = 0
    for row in root.iterfind(f"{NS}sheetData/{NS}row"):
        number = _whole(row.get("r")) or number + 1
        yield number, row


def _cells(root: "etree._Element") -> Iterator[tuple[Place, "etree._Element"]]:
    """Yield the cells by their places; one that does not say its place follows the one before."""
    for number, row in _rows(root):
        column = 0
        for cell in row.iterfind(f"{NS}c"):
            match = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _number(match[1]) if match else column + 1
            yield (number, column), cell


def _number(letters: str) -> int:
    """Return the number of a column, from 1, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _whole(text: str | None) -> int:
    """Return a whole number as it stands in an attribute, or 0 where it is none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else 0
