"""Where a deck may be written: never over one that a person changed, that is not slidegen's, or that is open."""

from pathlib import Path

from slidegen.diagnostics import Exit, Report
from slidegen.language import mark
from slidegen.reader.state import State, state_of

_KEPT = {
    State.EDITED: (
        mark("{path} was changed after slidegen built it; it is kept as it is"),
        mark("{path} was changed after slidegen built it; it is kept, and the new deck is {other}"),
    ),
    State.FOREIGN: (
        mark("{path} was not built by slidegen; it is kept as it is"),
        mark("{path} was not built by slidegen; it is kept, and the new deck is {other}"),
    ),
    State.OPEN: (
        mark("{path} is open in another program; it is kept as it is"),
        mark("{path} is open in another program; the new deck is {other}"),
    ),
}
"""What is said with an explicit `-o`, and without."""


def free_place(target: Path, explicit: bool, report: Report) -> Path | None:
    """Return `target` where it may be written; else a free `NAME (2).pptx` beside it, and a note that says so.

    With an explicit `-o` the place is not changed: the reason goes to the report as an error and None comes back.
    Raises OSError when what stands there cannot be read.
    """
    state = _state(target)
    if state not in _KEPT:
        return target
    refused, moved = _KEPT[state]
    if explicit:
        hint = mark("write elsewhere with -o, or replace it with --overwrite")
        if state is State.OPEN:
            hint = mark("close it there")
        report.error("kept", None, refused, hint, exit=Exit.ENVIRONMENT, path=target)
        return None
    other = beside(target)
    report.note("kept", None, moved, "to replace it all the same: --overwrite", path=target, other=other)
    return other


def beside(target: Path) -> Path:
    """Return the first of `NAME (2).pptx`, `NAME (3).pptx` … that may be written."""
    number = 2
    while _state(other := target.with_name(f"{target.stem} ({number}){target.suffix}")) in _KEPT:
        number += 1
    return other


def _state(path: Path) -> State:
    """Return what stands at a place.

    PowerPoint and WPS (`~$NAME`) and LibreOffice (`.~lock.NAME#`) mark what they have open.
    """
    if path.exists() and any(path.with_name(n).exists() for n in (f"~${path.name}", f".~lock.{path.name}#")):
        return State.OPEN
    return state_of(path)
