"""The numbers of a chart from a data file: its first column names the categories, its first row the series."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from slidegen.blocks.chart_data import Column, Names
from slidegen.blocks.chart_value import ChartType
from slidegen.blocks.data_file import named_grid
from slidegen.blocks.numbers import MISSING, Number, NumberFormat, number_of
from slidegen.blocks.sheet_format import format_of_sheet
from slidegen.data.choosing import with_columns, with_rows
from slidegen.data.formats import GENERAL
from slidegen.data.grid import Datum, Grid
from slidegen.diagnostics import Exit, Report
from slidegen.language import mark
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Mapping
from slidegen.outline.values import Fields

OF_FILES = ("sheet", "columns", "rows")
"""Keys that say something only beside `file`."""
_MOST_FAULTS = 10
_DECIMALS = re.compile(r"\d\.(\d+)")
_Cells = Sequence[Datum]


class FromFile(NamedTuple):
    """What a data file gives a chart; points also name their axes."""

    names: Names
    columns: tuple[Column, ...]
    x: str = ""
    y: str = ""


def read_file(fields: Fields, kind: ChartType, report: Report, files: Nearby) -> FromFile | None:
    """Return the categories and series of the file that a chart names; None, and errors, where it is unfit."""
    grid = _chosen(fields, kind in ("scatter", "bubble"), report, files)
    if grid is None:
        return None
    reader = _Reader(grid, fields, report)
    if not reader.usable():
        return None
    found = reader.points(kind) if kind in ("scatter", "bubble") else reader.categories()
    return found if not reader.faults else None


def _chosen(fields: Fields, points: bool, report: Report, files: Nearby) -> Grid | None:
    """Return what `rows` and `columns` choose, rows without any content left out.

    The file's first column goes before the chosen ones where none of these has words to name the categories.
    """
    options = fields.found
    whole = named_grid(options, report, files)
    if whole is not None and "rows" in options:
        whole = with_rows(whole, options["rows"], report)
    if whole is None:
        return None
    grid = with_columns(whole, options["columns"], report) if "columns" in options else whole
    if grid is None:
        return None
    if not points and grid is not whole and not _names_something(grid):
        grid = replace(grid, rows=tuple((w[0], *row) for w, row in zip(whole.rows, grid.rows, strict=True)))
    filled = (row for row in grid.rows[1:] if any(datum.text.strip() or datum.joined for datum in row))
    return replace(grid, rows=(grid.rows[0], *filled))


def _names_something(grid: Grid) -> bool:
    """Whether the first of the chosen columns is the file's own first one, or holds words."""
    first = [row[0] for row in grid.rows]
    return first[0].column == 1 or any(d.number is None and d.text.strip() not in MISSING for d in first[1:])


class _Reader:
    """Reads a grid's columns; what is wrong is reported at the outline's line with the cell's name."""

    def __init__(self, grid: Grid, fields: Fields, report: Report) -> None:
        self.grid, self.fields, self.report = grid, fields, report
        self.faults = 0

    def usable(self) -> bool:
        """Tell whether there are a header, rows below it, and cells that are not joined."""
        if len(self.grid.rows) < 2:
            self._refuse(
                mark("{file} has no row of numbers below its row of names"),
                mark("write the names of the series in the first row, the numbers below"),
            )
        joined = next((datum for row in self.grid.rows for datum in row if datum.joined), None)
        if joined is not None:
            self._refuse(
                mark("{file}, {cell}: a chart takes no joined cells"),
                mark("part them in Excel or WPS and save the file, or choose other rows with `rows: 2-8`"),
                cell=self.grid.place(joined),
            )
        return not self.faults

    def categories(self) -> FromFile:
        """Return the first column as categories, each of the others as a series."""
        first, *others = zip(*self.grid.rows, strict=True)
        if not others:
            self._refuse(
                mark("{file} has one column only"),
                mark("a chart needs two at least: the names of the categories, then the numbers"),
            )
        for head, *_ in others:
            if len(others) > 1 and not head.text.strip():
                self._refuse(
                    mark("{file}, {cell}: this series has no name"),
                    mark("write its name there, in the first row, or leave the column out with `columns: [A, B]`"),
                    cell=self.grid.place(head),
                )
        return FromFile(_texts(first[1:]), tuple(self._column(cells) for cells in others))

    def points(self, kind: ChartType) -> FromFile | None:
        """Return the columns x, y and size of one series; one column before them names the points."""
        width = 3 if kind == "bubble" else 2
        columns = list(zip(*self.grid.rows, strict=True))
        if len(columns) not in (width, width + 1):
            self._refuse(
                mark("a chart of type `{type}` takes {wanted} columns, and {file} gives {found}"),
                mark("choose with `columns: [X, Y]`, of bubbles with their size; names of the points may stand before"),
                type=kind,
                wanted=width,
                found=len(columns),
            )
            return None
        names = _texts(columns.pop(0)[1:]) if len(columns) > width else ()
        across, up, *size = (self._numbers(cells, whole=True) for cells in columns)
        for number, datum in zip(size[0], columns[2][1:], strict=True) if size else ():
            if number is not None and number.value <= 0:
                self._fault("chart-values", datum, mark("{file}, {cell}: a bubble's size must be more than nothing"))
        x, y = _texts([columns[0][0], columns[1][0]])
        column = Column(y, up, _whole(across), _whole(size[0]) if size else (), self._format(columns[1], y))
        return FromFile(names, (column,), x, y)

    def _column(self, cells: _Cells) -> Column:
        (name,) = _texts(cells[:1])
        return Column(name, self._numbers(cells), format=self._format(cells, name))

    def _numbers(self, cells: _Cells, whole: bool = False) -> tuple[Number | None, ...]:
        return tuple(self._number(datum, whole) for datum in cells[1:])

    def _number(self, datum: Datum, whole: bool) -> Number | None:
        """Return a cell's number; None where one is missing, or, with an error, where something else stands."""
        if datum.format and datum.number is not None:
            return Number(datum.number, _decimals(datum.text), "%" in datum.text)
        text = datum.text.strip()
        if text in MISSING and not whole:
            return None
        number = number_of(text)
        if number is None:
            self._fault(
                "no-number",
                datum,
                mark("{file}, {cell}: `{text}` is no number that a chart can show"),
                mark("write digits such as 12, -3.5 or 40%, without a unit; `-` stands where a number is missing"),
                text=text[:40],
            )
        return number

    def _format(self, cells: _Cells, name: str) -> NumberFormat | None:
        """Return the number format that most cells of a sheet's column have; None where none says anything."""
        codes = Counter(datum.format for datum in cells[1:] if datum.format and datum.number is not None)
        if not codes or ("format" in self.fields.found and self._formatted(name)):
            return None
        ((code, _),) = codes.most_common(1)
        if code.lower() == GENERAL.lower():
            return None
        ours = [datum for datum in cells[1:] if datum.format == code]
        made = format_of_sheet(code, max(_decimals(datum.text) for datum in ours))
        if made is None:
            self._fault(
                "number-format",
                ours[0],
                mark("{file}, {cell}: a chart cannot show numbers in the format {format} of this sheet"),
                mark("write `format: 0.0` beside `file`, or give the cells another number format"),
                format=code,
            )
        return made

    def _formatted(self, name: str) -> bool:
        """Whether the outline says how the numbers of a series are shown."""
        node = self.fields.found["format"].value
        return not isinstance(node, Mapping) or any(entry.key.text.strip() == name for entry in node.entries)

    def _fault(self, code: str, datum: Datum, message: str, hint: str = "", **values: object) -> None:
        self.faults += 1
        if self.faults <= _MOST_FAULTS:
            values = {"file": self.grid.name, "cell": self.grid.place(datum), **values}
            self.report.error(code, self.grid.span, message, hint, exit=Exit.ASSET, **values)

    def _refuse(self, message: str, hint: str, **values: object) -> None:
        self.faults += 1
        self.report.error("chart-file", self.grid.span, message, hint, exit=Exit.ASSET, file=self.grid.name, **values)


def _texts(cells: _Cells) -> Names:
    return tuple(" ".join(datum.text.split()) for datum in cells)


def _whole(numbers: Sequence[Number | None]) -> tuple[Number, ...]:
    return tuple(number for number in numbers if number is not None)


def _decimals(text: str) -> int:
    found = _DECIMALS.search(text)
    return len(found[1]) if found else 0
