"""Plain text: a paragraph a line, unless lines were broken at a width or lost altogether."""

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.reading.lines import one_line
from slidegen.manuscript.reading.wall import is_wall, split
from slidegen.manuscript.reading.wrapped import paragraphs_of
from slidegen.outline.source import decode


def read_text(
    data: bytes, name: str, report: Report, encoding: str | None = None, clean: bool = False
) -> Manuscript | None:
    """Read plain text; None, and an error in the report, where it cannot be decoded."""
    source = decode(data, name, report, encoding, clean)
    if source is None:
        return None
    return Manuscript(name, tuple(_paragraphs(source.text.split("\n"))), source.encoding)


def _paragraphs(lines: list[str]) -> list[Paragraph]:
    if is_wall(lines):
        return [Paragraph(n, piece) for n, line in enumerate(lines, 1) if line.strip() for piece in split(line)]
    found = []
    for start, end in paragraphs_of(lines):
        text = "\n".join(lines[start:end])
        found.append(Paragraph(start + 1, text, plain=one_line(text) if end - start > 1 else ""))
    return found
