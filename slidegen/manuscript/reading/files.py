"""The bytes of a manuscript, from a file or from standard input."""

import sys
from pathlib import Path

from slidegen.diagnostics import Exit, Report, nearest, reason
from slidegen.language import mark, say

SUFFIXES = (".txt", ".md", ".markdown", ".docx", ".doc", ".wps", ".rtf", ".odt")
MAX_BYTES = 50_000_000
"""A Word file with many pictures has this; text that long is refused later, by its own limit."""

STANDARD_INPUT = "-"


def is_standard_input(path: Path | str | None) -> bool:
    """Tell whether a path stands for standard input."""
    return path is None or str(path) == STANDARD_INPUT


def name_of(path: Path | str | None) -> str:
    """Return what a manuscript is called in findings."""
    return say("standard input") if is_standard_input(path) else str(path)


def read_bytes(path: Path | str | None, report: Report) -> bytes | None:
    """Return the bytes of a file, of standard input for None or `-`; None, and an error, where they cannot be had."""
    try:
        if path is None or is_standard_input(path):
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        _missing(Path(str(path)), report)
        return None
    except OSError as fault:
        report.error(
            "unreadable",
            None,
            "{path} cannot be read: {why}",
            exit=Exit.ENVIRONMENT,
            path=name_of(path),
            why=reason(fault),
        )
        return None
    if len(data) > MAX_BYTES:
        report.error(
            "file-too-large",
            None,
            "{name} is larger than {limit} MB; a manuscript may have that much",
            "take out its pictures, or save its text alone",
            name=name_of(path),
            limit=MAX_BYTES // 1_000_000,
        )
        return None
    return data


def _missing(path: Path, report: Report) -> None:
    try:
        beside = [p.name for p in path.parent.iterdir() if p.suffix.lower() in SUFFIXES]
    except OSError:
        beside = []
    near = nearest(path.name, beside)
    hint = say("did you mean {path}?", path=path.parent / near) if near else mark("check the name")
    report.error("no-file", None, "there is no file {path}", hint, exit=Exit.USAGE, path=path)
