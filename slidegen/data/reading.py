"""Reading a data file: the table of a CSV file or of one sheet of a workbook as a grid."""

from pathlib import Path

from slidegen.data.delimited import read_delimited
from slidegen.data.grid import Grid
from slidegen.diagnostics import Exit, Report
from slidegen.language import mark
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Scalar

MOST_BYTES = 20_000_000
TEXTS = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")


def read_grid(name: Scalar, report: Report, files: Nearby, sheet: Scalar | None = None) -> Grid | None:
    """Return what the data file that an outline names holds; None, and an error in the report, where it is no table.

    `sheet` is the name or the number of a workbook's sheet; without it the first one that is shown. Everything is
    reported at the line of the outline that names the file, with the file's cell or line in the message.
    """
    found = files.read(name, report, MOST_BYTES)
    if found is None:
        return None
    path, data = found
    grid = _read(path, data, name, report, sheet)
    if grid is not None and not grid.rows:
        hint = mark("it needs a row of headings and rows below it")
        report.error("data-empty", name.span, "{name} holds nothing", hint, exit=Exit.ASSET, name=path.name)
        return None
    return grid


def _read(path: Path, data: bytes, name: Scalar, report: Report, sheet: Scalar | None) -> Grid | None:
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS:
        from slidegen.data.excel import read_workbook

        return read_workbook(path, data, name, report, sheet)
    if suffix in TEXTS:
        if sheet is not None:
            report.error(
                "data-sheet", sheet.span, "{name} has no sheets", "remove this line", exit=Exit.ASSET, name=path.name
            )
            return None
        return read_delimited(path, data, name, report)
    if suffix in (".xls", ".et", ".ods", ".numbers"):
        hint = mark("open it in Excel or WPS and save it as .xlsx")
    else:
        hint = mark("data come from .csv and .xlsx files")
    report.error("data-file", name.span, "{name} is no file of data", hint, exit=Exit.ASSET, name=path.name)
    return None
