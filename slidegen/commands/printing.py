"""Printing: findings on the error stream, coloured on a terminal, and columns of texts that may be Chinese."""

import json
import os
import re
import sys
from collections.abc import Container, Iterable, Sequence
from typing import NoReturn
from unicodedata import east_asian_width

import typer

from slidegen.diagnostics import Diagnostic, Report, Severity

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_UNBROKEN = re.compile(r"[（《]*(?:[!-\u2e7f]+|[^ -\u2e7f])[，。；：！？、）》]* *|\s+")
"""What stays on one line: a wide character or a word, with the punctuation that belongs to it."""


def print_findings(report: Report) -> None:
    """Print a report's findings."""
    for finding in report.findings:
        typer.echo(_coloured(finding), err=True)


def end(report: Report, lines: Iterable[str]) -> NoReturn:
    """Print what a command has to say and its findings, and leave with the findings' exit code."""
    for line in lines:
        typer.echo(line)
    print_findings(report)
    raise typer.Exit(int(report.exit))


def as_json(value: object, indent: int | None = 2) -> str:
    """Return a value as JSON for programs: characters are escaped where the output's encoding may lack them."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("_", "-")
    separators = None if indent else (",", ":")
    return json.dumps(value, ensure_ascii=encoding not in ("utf-8", "utf8"), indent=indent, separators=separators)


def columns(rows: Sequence[Sequence[str]], indent: str = "", right: Container[int] = ()) -> list[str]:
    """Return rows as lines with their cells one below the other; a terminal gives a wide character two places.

    The columns whose numbers, from 0, are in `right` end at one place, as figures do.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        gaps = [" " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True)]
        cells = [gaps[n] + cell if n in right else cell + gaps[n] for n, cell in enumerate(row)]
        lines.append(indent + "  ".join(cells).rstrip())
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """Return a text's lines, broken at spaces and between wide characters so that each takes `width` places at most."""
    lines = []
    for line in text.split("\n"):
        lines.append("")
        for piece in _UNBROKEN.findall(line):
            if lines[-1] and width_of(lines[-1] + piece.rstrip()) > width:
                lines[-1] = lines[-1].rstrip()
                lines.append("")
            lines[-1] += piece
        lines[-1] = lines[-1].rstrip()
    return lines


def width_of(text: str) -> int:
    """Return how many places a text takes on a terminal."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _coloured(finding: Diagnostic) -> str:
    text = str(finding)
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        return text
    return text.replace(finding.label, typer.style(finding.label, fg=_COLORS[finding.severity], bold=True), 1)
