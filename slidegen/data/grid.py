"""A grid: what a data file holds, as texts row by row, each knowing its place in the file and its number."""

import math
import re
from collections.abc import Sequence

from msgspec import Struct

from slidegen.diagnostics import Span

_NUMBER = re.compile(r"[-+−]?[¥￥$€£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,3})?[%‰]?")
_IN_WORDS = str.maketrans("", "", ",+¥￥$€£%‰")
_LINE_ENDS = str.maketrans({"\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_PARTS = {"%": 100.0, "‰": 1000.0}


class Datum(Struct, frozen=True):
    """One cell: its text as it is shown, its number if it is one, and its place in the file.

    `row` and `column` count from 1: the line and the field of a CSV file, the cell of a sheet. `joined` says with which
    neighbour a sheet shows it as one cell: `<` the one on its left, `^` the one above. `format` is the number format
    of a sheet's number.
    """

    text: str
    number: float | None
    row: int
    column: int
    joined: str = ""
    format: str = ""


class Grid(Struct, frozen=True):
    """The cells of a data file; all rows are of one length, the first and last row and column hold something.

    `lettered` tells the cells of sheets (B4) from the lines of text files. `span` is where the outline names the file.
    """

    name: str
    rows: tuple[tuple[Datum, ...], ...]
    span: Span
    lettered: bool = False

    @property
    def header(self) -> tuple[str, ...]:
        """The texts of the first row."""
        return tuple(datum.text for datum in self.rows[0])

    def place(self, datum: Datum) -> str:
        """Return where a cell stands in the file: `B4` in a sheet, `4:2` (line and field) in a text file."""
        return cell_name(datum.row, datum.column) if self.lettered else f"{datum.row}:{datum.column}"


def cell_name(row: int, column: int) -> str:
    """Return a sheet's name of a cell, both numbers counted from 1: B4."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """Return a sheet's name of a column counted from 1: AA is the 27th."""
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def with_line_feeds(text: str) -> str:
    """Return a text in which every line ends with a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)


def number_of(text: str) -> float | None:
    """Return the finite number that a text is, as `1,234.5`, `-3`, `¥8` or `12%`, which is 0.12; else None."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.translate(_IN_WORDS).replace("−", "-")) / _PARTS.get(text[-1], 1.0)
    return number if math.isfinite(number) else None


def trimmed(rows: Sequence[Sequence[Datum]]) -> tuple[tuple[Datum, ...], ...]:
    """Return rows of one length without the empty rows and columns around them."""
    filled = [n for n, row in enumerate(rows) if any(map(_holds, row))]
    if not filled:
        return ()
    kept = rows[filled[0] : filled[-1] + 1]
    columns = [c for c in range(len(kept[0])) if any(_holds(row[c]) for row in kept)]
    return tuple(tuple(row[columns[0] : columns[-1] + 1]) for row in kept)


def _holds(datum: Datum) -> bool:
    return bool(datum.text.strip() or datum.joined)
