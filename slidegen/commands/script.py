"""`slidegen script`: the speaker's script of an outline or a deck."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidegen.commands.options import CleanText, Encoding, Layouts, Reading, ThemeName
from slidegen.commands.printing import end
from slidegen.commands.talks import CharactersPerMinute, Start, TalkFile, WordsPerMinute, start_minute, talk_from
from slidegen.diagnostics import Report
from slidegen.language import listed, mark, say, say_count

if TYPE_CHECKING:
    from slidegen.script.model import Script
    from slidegen.speaking import Pace
    from slidegen.talk import Talk

_USUAL = ".docx"


def script(
    talk: TalkFile,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The .docx, .md or .txt file to write; NAME-script.docx beside the talk if not given.",
        ),
    ] = None,
    start: Start = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the file where there is one already.")
    ] = False,
    characters_per_minute: CharactersPerMinute = 220,
    words_per_minute: WordsPerMinute = 140,
    theme: ThemeName = None,
    layouts: Layouts = None,
    encoding: Encoding = None,
    clean_text: CleanText = False,
) -> None:
    """Write the speaker's script: the notes in large type, with each slide's number, title and clock.

    It is made from an outline, or from a deck as it is now. Notes stand in it word for word. An existing
    file is never overwritten unless --overwrite is given.

    Example: slidegen script talk.pptx --start 14:30
    """
    from slidegen.speaking import Pace

    target = output or talk.with_name(f"{talk.stem}-script{_USUAL}")
    form = _form(target)
    if target.exists() and talk.exists() and target.samefile(talk):
        raise typer.BadParameter(say("is the file that the script is made of"), param_hint="-o")
    began = start_minute(start)
    gc.disable()  # as in a build
    report = Report()
    found = talk_from(talk, Reading(theme, layouts, encoding, clean_text), report)
    if found is None or report.failed:
        end(report, ())
    from slidegen.commands.saving import saved, taken
    from slidegen.script.model import script_of

    pace = Pace(characters_per_minute, words_per_minute)
    kept = not overwrite and taken(target, report, mark("write elsewhere with -o, or replace it with --overwrite"))
    if kept or not saved(form(script_of(found, pace, began)), target, report):
        end(report, ())
    _judge(found, report)
    end(report, [_line(found, pace, target)])


def _line(talk: "Talk", pace: "Pace", target: Path) -> str:
    from slidegen.timing import span, timed, total

    whole = total(timed(talk, pace))
    facts = [
        say_count("{count} slide", "{count} slides", whole.slides),
        say("{time} in all", time=span(whole.minutes)),
    ]
    return say("{path}: {facts}", path=target, facts=listed(facts))


def _form(target: Path) -> "Callable[[Script], bytes]":
    """Return what writes a script in the form that a file's name asks for; another name is a usage error."""
    from slidegen.script.plain import markdown, plain
    from slidegen.script.word import docx

    match target.suffix.lower():
        case ".docx":
            return docx
        case ".md":
            return lambda made: markdown(made).encode()
        case ".txt":
            return lambda made: plain(made).encode()
    raise typer.BadParameter(say("must end in .docx, .md or .txt"), param_hint="-o")


def _judge(talk: "Talk", report: Report) -> None:
    if not any(slide.notes.strip() for slide in talk.slides):
        report.warning(
            "no-notes", None, "no slide has notes; the script holds their titles only", "write them under `notes:`"
        )
