"""`slidegen reuse`: the next meeting's outline from an earlier one."""

from pathlib import Path
from typing import Annotated

import typer

from slidegen.commands.options import Encoding, Layouts, Reading
from slidegen.commands.printing import columns, end
from slidegen.diagnostics import Report, Stop
from slidegen.language import listed, mark, say, say_count

_KINDS = {
    "date": mark("date"),
    "year": mark("year"),
    "number": mark("number"),
    "meeting": mark("meeting"),
    "name": mark("name"),
}


def reuse(
    outline: Annotated[Path, typer.Argument(help="The earlier outline.", metavar="OUTLINE", readable=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The outline to write.")],
    notes: Annotated[str, typer.Option("--notes", help="Whether speaker notes come along: keep or drop.")] = "keep",
    layouts: Layouts = None,
    encoding: Encoding = None,
) -> None:
    """Start the next meeting's outline from an earlier one.

    All of it is taken over, comments too. Date and presenter become comments; texts with dates, years, figures,
    meetings or the presenter's name get a comment at their line, and are listed. An existing file is never overwritten.

    Example: slidegen reuse meeting-2025.yaml -o meeting-2026.yaml --notes drop
    """
    if notes not in ("keep", "drop"):
        raise typer.BadParameter(say("must be keep or drop"), param_hint="--notes")
    report = Report()
    end(report, _lines(outline, output, notes == "keep", Reading(None, layouts, encoding), report))


def _lines(path: Path, target: Path, keep_notes: bool, reading: Reading, report: Report) -> list[str]:
    """Write the new outline; return what there is to say of it."""
    from slidegen.commands.editing import editable
    from slidegen.commands.prepared import unreadable
    from slidegen.commands.saving import saved, taken
    from slidegen.commands.schema import write_beside
    from slidegen.reuse import reused

    if taken(target, report):
        return []
    try:
        old = editable(path, reading, report)
    except OSError as fault:
        unreadable(path, fault, report)
        return []
    except Stop:
        return []
    made = reused(old.data, old.outline, old.places, keep_notes)
    if not saved(made.data, target, report):
        return []
    write_beside(target, report, old.outline.language)
    rows = [
        (f"{suspect.line}", say(_KINDS[found.kind]), found.text) for suspect in made.suspects for found in suspect.found
    ]
    places = say_count("{count} line to check", "{count} lines to check", len(made.suspects))
    return (
        [*columns(rows, right={0}), say("{path}: {facts}", path=target, facts=listed([places]))]
        if rows
        else [say("{path}: {facts}", path=target, facts=say("nothing in it looks like a date, a figure or a meeting"))]
    )
