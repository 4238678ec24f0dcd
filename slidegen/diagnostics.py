"""Diagnostics: what is wrong, where, and how to mend it.

Every finding about a user's file is a `Diagnostic`. They are collected in a `Report`, so that one run
says everything; `Stop` ends work that cannot go on and carries nothing but the report's findings.
"""

import errno
import json
from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum, StrEnum

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from slidegen.language import Said, listed, mark, say


class Exit(IntEnum):
    """Exit codes of the command."""

    FINE = 0
    BUG = 1
    USAGE = 2
    CONTENT = 3
    ASSET = 4
    ENVIRONMENT = 5
    INTERRUPTED = 130


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning does not, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_LABELS = {Severity.ERROR: mark("error"), Severity.WARNING: mark("warning"), Severity.NOTE: mark("note")}


class Span(Struct, frozen=True):
    """A stretch of a source file: character offsets [start, end) and the 1-based place of its start."""

    file: str
    start: int
    end: int
    line: int
    column: int


class Diagnostic(Struct, frozen=True):
    """One finding: a stable code, what is wrong, how to mend it, and where."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    span: Span | None = None
    exit: Exit = Exit.CONTENT

    @property
    def label(self) -> str:
        """What comes before the message: how grave it is, and the code."""
        return f"{say(_LABELS[self.severity])}[{self.code}]"

    def __str__(self) -> str:
        place = f"{self.span.file}:{self.span.line}:{self.span.column}: " if self.span else ""
        text = f"{place}{self.label} {self.message}"
        return f"{text}\n  {say('hint: {hint}', hint=self.hint)}" if self.hint else text


class Stop(Exception):
    """Raised where work cannot go on; the reasons are already in the report."""


class Report(Struct):
    """The findings of one run, in the order they were made."""

    findings: list[Diagnostic] = []
    made: set[Diagnostic] = set()
    """What was said already, and is not said again."""

    def error(
        self, code: str, span: Span | None, message: str, hint: str = "", exit: Exit = Exit.CONTENT, **values: object
    ) -> None:
        """Add an error; `message` and `hint` are templates that `values` fill, or said already."""
        self._add(code, Severity.ERROR, span, message, hint, exit, values)

    def warning(self, code: str, span: Span | None, message: str, hint: str = "", **values: object) -> None:
        """Add a warning; as `error`."""
        self._add(code, Severity.WARNING, span, message, hint, Exit.FINE, values)

    def note(self, code: str, span: Span | None, message: str, hint: str = "", **values: object) -> None:
        """Add a note; as `error`."""
        self._add(code, Severity.NOTE, span, message, hint, Exit.FINE, values)

    def _add(
        self,
        code: str,
        severity: Severity,
        span: Span | None,
        message: str,
        hint: str,
        exit: Exit,
        values: dict[str, object],
    ) -> None:
        said = Diagnostic(code, severity, _filled(message, values), _filled(hint, values), span, exit)
        if said not in self.made:
            self.made.add(said)
            self.findings.append(said)

    def take(self, findings: Iterable[Diagnostic], *, as_warnings: bool = False) -> None:
        """Add findings that were made elsewhere, each once; as warnings where what they are about is not in use."""
        for found in findings:
            own = replace(found, severity=Severity.WARNING, exit=Exit.FINE) if as_warnings else found
            if found not in self.findings and own not in self.findings:
                self.findings.append(own)

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(d.severity is Severity.ERROR for d in self.findings)

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(d.severity is Severity.ERROR for d in self.findings)

    @property
    def exit(self) -> Exit:
        """The exit code that the findings ask for: the gravest of the errors' codes."""
        return max((d.exit for d in self.findings if d.severity is Severity.ERROR), default=Exit.FINE)

    def stop_if_failed(self) -> None:
        """Raise `Stop` when any finding is an error."""
        if self.failed:
            raise Stop


def _filled(template: str, values: dict[str, object]) -> str:
    """Return a template in the user's language, filled; the empty one is no sentence of the catalogue."""
    said = template if isinstance(template, Said) or not template else say(template, **values)
    return str(said)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or None when none is near."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the nearest known word, or `otherwise`, which is a template or said already."""
    near = nearest(word, known)
    return say("did you mean `{near}`?", near=near) if near else otherwise


def known_are(words: Iterable[str]) -> Said:
    """Return a hint that names all known words."""
    return say("known: {words}", words=listed(words))


_REASONS = {
    errno.EACCES: mark("Permission denied"),
    errno.EPERM: mark("Operation not permitted"),
    errno.ENOENT: mark("No such file or directory"),
    errno.EISDIR: mark("Is a directory"),
    errno.ENOTDIR: mark("Not a directory"),
    errno.ENOSPC: mark("No space left on device"),
    errno.EROFS: mark("Read-only file system"),
    errno.ENAMETOOLONG: mark("File name too long"),
}


def reason(fault: OSError) -> str:
    """Return why the system refused, in the user's language where the reason is a common one."""
    return say(_REASONS[fault.errno]) if fault.errno in _REASONS else str(fault.strerror)


def to_json(findings: Iterable[Diagnostic]) -> str:
    """Return findings as a JSON array of objects with code, severity, message, hint and span."""
    rows = [{k: v for k, v in to_builtins(d).items() if k != "exit"} for d in findings]
    return json.dumps(rows, ensure_ascii=False, indent=2)
