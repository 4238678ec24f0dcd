"""CSV and its kin (RFC 4180): fields parted by commas, semicolons or tabs, in quotes where they hold such."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from slidegen.data.grid import Datum, Grid, number_of, trimmed, with_line_feeds
from slidegen.data.text import text_in
from slidegen.diagnostics import Exit, Report
from slidegen.outline.nodes import Scalar

DELIMITERS = (",", ";", "\t")
_SAID = "sep="
"""How a first line names the delimiter, for Excel."""
_SAMPLE = 40
"""How many rows decide which delimiter it is."""

Row = tuple[int, Sequence[str]]
"""The line at which a row starts, and its fields."""


def read_delimited(path: Path, data: bytes, name: Scalar, report: Report) -> Grid | None:
    """Return the fields of a text file; None, and an error that names the line, where they are no table."""
    text = text_in(path, data, name, report)
    if text is None:
        return None
    try:
        rows = _rows(text)
    except _Unread as fault:
        _unpaired(report, name, path.name, fault.line)
        return None
    return _grid(rows, path, name, report)


class _Unread(Exception):
    """Quotation marks do not pair."""

    def __init__(self, line: int) -> None:
        self.line = line


def _grid(rows: Sequence[Row], path: Path, name: Scalar, report: Report) -> Grid | None:
    width = len(rows[0][1]) if rows else 0
    for line, fields in rows:
        if len(fields) != width:
            report.error(
                "data-rows",
                name.span,
                "{name}, line {line}: this row has {found} cells, the first has {wanted}",
                "give every row {wanted} cells; a text that holds the separator stands in quotation marks",
                exit=Exit.ASSET,
                name=path.name,
                line=line,
                found=len(fields),
                wanted=width,
            )
            return None
    data = [
        [Datum(with_line_feeds(text), number_of(text), line, column) for column, text in enumerate(fields, 1)]
        for line, fields in rows
    ]
    return Grid(path.name, trimmed(data), name.span)


def _rows(text: str) -> list[Row]:
    """Return the rows, parted as their first lines say, or else as most of the first rows agree."""
    first, _, rest = text.partition("\n")
    if first[:-1].lower() == _SAID and first[-1] in (*DELIMITERS, "|"):
        return list(_each(rest, first[-1], 2))
    delimiter = max(DELIMITERS, key=lambda one: _agreement(text, one))
    return list(_each(text, delimiter))


def _agreement(text: str, delimiter: str) -> tuple[bool, float, int]:
    """Return how well a delimiter parts a text: whether it does at all, how evenly, into how many fields."""
    rows: list[Row] = []
    with suppress(_Unread):  # those before the fault tell as much
        rows.extend(islice(_each(text, delimiter), _SAMPLE))
    width = len(rows[0][1]) if rows else 0
    even = sum(len(fields) == width for _, fields in rows)
    return width > 1, even / max(1, len(rows)), width


def _each(text: str, delimiter: str, line: int = 1) -> Iterator[Row]:
    """Yield the rows of a text that starts at `line`, blank lines left out. Raises _Unread."""
    csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        start = reader.line_num + line
        try:
            fields = next(reader, None)
        except csv.Error:
            raise _Unread(start) from None
        if fields is None:
            return
        if fields:
            yield start, fields


def _unpaired(report: Report, name: Scalar, file: str, line: int) -> None:
    report.error(
        "data-rows",
        name.span,
        "{name}, line {line}: a quotation mark has no partner",
        "in a text that stands in quotation marks write each of its own twice",
        exit=Exit.ASSET,
        name=file,
        line=line,
    )
