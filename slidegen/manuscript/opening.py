"""Opening a manuscript: which of the readers takes it."""

from pathlib import Path

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.reading.text import read_text


def manuscript_of(path: Path, data: bytes, report: Report) -> Manuscript | None:
    """Return the manuscript in the file of some bytes; None, and an error in the report, where it cannot be read."""
    return read_text(data, str(path), report)
