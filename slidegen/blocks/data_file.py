"""The data file that a table or a chart names: `file`, and `sheet` in a workbook."""

from collections.abc import Mapping

from slidegen.data.grid import Grid
from slidegen.data.reading import read_grid
from slidegen.diagnostics import Report
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Entry, Scalar


def named_grid(options: Mapping[str, Entry], report: Report, files: Nearby) -> Grid | None:
    """Return what the file under `file` holds; None, and an error, where it is no table or a key says no name."""
    name = _scalar(options["file"], report)
    sheet = _scalar(options["sheet"], report) if "sheet" in options else None
    if name is None or ("sheet" in options and sheet is None):
        return None
    return read_grid(name, report, files, sheet)


def _scalar(entry: Entry, report: Report) -> Scalar | None:
    if isinstance(entry.value, Scalar) and entry.value.text.strip():
        return entry.value
    report.error("wrong-kind", entry.value.span, "`{key}` needs a name", key=entry.key.text)
    return None
