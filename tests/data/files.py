"""Data files for tests, read as an outline names them."""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from slidegen.data.grid import Grid
from slidegen.data.reading import read_grid
from slidegen.diagnostics import Report, Span
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Scalar

SPAN = Span("talk.yaml", 40, 48, 7, 9)


def scalar(text: str) -> Scalar:
    return Scalar(text, SPAN)


def read(folder: Path, name: str, data: bytes, sheet: str | None = None) -> tuple[Grid | None, Report]:
    (folder / name).write_bytes(data)
    report = Report()
    return read_grid(scalar(name), report, Nearby(folder), scalar(sheet) if sheet else None), report


def texts(folder: Path, name: str, data: bytes, sheet: str | None = None) -> list[list[str]]:
    """What a file holds, where there is nothing to say about it."""
    grid, report = read(folder, name, data, sheet)
    assert not report.findings, report.findings
    assert grid is not None
    return [[datum.text for datum in row] for row in grid.rows]


def fault(folder: Path, name: str, data: bytes, sheet: str | None = None) -> tuple[str, str]:
    """The one error of a file, its code and words; it stands at the outline's line and says how to mend it."""
    grid, report = read(folder, name, data, sheet)
    assert grid is None
    (only,) = report.findings
    assert only.span == SPAN
    assert only.hint
    return only.code, only.message


def xlsx(fill: Callable[[Any, Any], None]) -> bytes:
    """A workbook with one sheet, which `fill` gets."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        fill(book, book.add_worksheet("甲"))
    return out.getvalue()


def of_rows(rows: Iterable[Sequence[object]]) -> bytes:
    def fill(book: Any, sheet: Any) -> None:
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                (sheet.write_string if isinstance(value, str) else sheet.write)(r, c, value)

    return xlsx(fill)


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one part changed, or added where it has none."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            new.writestr(part, change(old.read(part) if part in old.namelist() else b""))
    return out.getvalue()
