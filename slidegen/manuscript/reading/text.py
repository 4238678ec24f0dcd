"""Plain text: a paragraph a line, unless lines were broken at a width or lost altogether."""

import re

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.reading.lines import one_line
from slidegen.manuscript.reading.wall import is_wall, split
from slidegen.manuscript.reading.wrapped import paragraphs_of
from slidegen.outline.source import decode

_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*")
_ITEM = re.compile(r"[ \t\u3000]*[-*•·▪●◆][ \t]+(?=\S)")


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
        found.append(_marked(start + 1, text, one_line(text) if end - start > 1 else ""))
    return found


def _marked(line: int, text: str, plain: str) -> Paragraph:
    """Return a paragraph as the marks say that people type in plain text too: `## heading`, `- item`."""
    heading = _HEADING.fullmatch(text)
    if heading:
        return Paragraph(line, text, len(heading[1]), plain=heading[2])
    item = _ITEM.match(text)
    if item:
        return Paragraph(line, text, kind="item", plain=(plain or text)[item.end() :].strip())
    return Paragraph(line, text, plain=plain)
