"""Plain text: a paragraph a line."""

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.outline.source import decode


def read_text(data: bytes, name: str, report: Report, encoding: str | None = None) -> Manuscript | None:
    """Read plain text; None, and an error in the report, where it cannot be decoded."""
    source = decode(data, name, report, encoding)
    if source is None:
        return None
    lines = enumerate(source.text.split("\n"), 1)
    return Manuscript(name, tuple(Paragraph(n, line) for n, line in lines if line.strip()), source.encoding)
