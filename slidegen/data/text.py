"""The text of a file that an outline names."""

from pathlib import Path

from slidegen.diagnostics import Exit, Report
from slidegen.outline.nodes import Scalar
from slidegen.outline.source import FORBIDDEN, text_of


def text_in(path: Path, data: bytes, name: Scalar, report: Report) -> str | None:
    """Return a file's text with line feeds alone; None, and an error at its name, where no presentation can hold it."""
    found = text_of(data, path.name, report, span=name.span)
    if found is None:
        return None
    text = found[0].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    bad = FORBIDDEN.search(text)
    if bad is None:
        return text
    report.error(
        "forbidden-character",
        name.span,
        "the character U+{point:04X} in line {line} of {name} cannot stand in a presentation",
        "delete it there",
        exit=Exit.ASSET,
        point=ord(bad[0]),
        line=text.count("\n", 0, bad.start()) + 1,
        name=path.name,
    )
    return None
