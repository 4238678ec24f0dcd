"""The command line: arguments, progress, printing and exit codes; no domain logic."""

import gc
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from slidegen import __version__
from slidegen.commands import layouts as layouts_commands
from slidegen.commands import themes as themes_commands
from slidegen.commands.check import check
from slidegen.commands.options import CleanText, Encoding, Format, Layouts, Outlines, Reading, ThemeName, check_format
from slidegen.commands.printing import as_json, print_findings
from slidegen.commands.saving import unwritable
from slidegen.commands.schema import schema, write_beside
from slidegen.commands.script import script
from slidegen.commands.strip import strip
from slidegen.commands.timing import time
from slidegen.commands.wording import command_in_words, show_usage_error
from slidegen.diagnostics import Diagnostic, Exit, Report, Severity, to_json
from slidegen.language import listed, say, say_count, user_language

app = typer.Typer(
    name="slidegen",
    help="Turn an outline in YAML into a native, editable PowerPoint deck with speaker notes.",
    epilog="Start with `slidegen new talk.yaml`, edit the file, then run `slidegen build talk.yaml`.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_PROGRESS_FROM = 200
"""Decks of at least this many slides show their progress on a terminal."""


class Built(Struct, frozen=True):
    """What came of one outline: the file, and the facts of the closing line."""

    outline: str
    output: str
    slides: int
    sections: int
    minutes: float
    lowered: int
    draft: bool = False

    def line(self) -> str:
        """Return the closing line."""
        facts = [
            say_count("{count} slide", "{count} slides", self.slides),
            say_count("{count} section", "{count} sections", self.sections),
            say("{minutes:.0f} min of notes", minutes=self.minutes),
            say_count("text made smaller on {count} slide", "text made smaller on {count} slides", self.lowered)
            if self.lowered
            else say("all text at full size"),
        ]
        line = say("{path}: {facts}", path=self.output, facts=listed(facts))
        return say("{line} (draft, see the errors)", line=line) if self.draft else line


class Target(Struct, frozen=True):
    """Where the user wants a deck: at `-o` or beside the outline, over an edited one or not."""

    output: Path | None
    overwrite: bool

    def place(self, outline: Path, report: Report) -> Path | None:
        """Return where the deck of an outline goes, or None (and an error) when an earlier one must be kept."""
        from slidegen.output import free_place

        target = self.output or outline.with_suffix(".pptx")
        try:
            free = self.overwrite or not target.is_file()
        except OSError:
            free = True  # saving says better what is wrong with such a place
        return target if free else free_place(target, self.output is not None, report)


@app.callback(invoke_without_command=True)
def _common(version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"slidegen {__version__}")
        raise typer.Exit


@app.command()
def build(
    outlines: Outlines,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The .pptx file to write; beside the outline if not given.")
    ] = None,
    theme: ThemeName = None,
    layouts: Layouts = None,
    draft: Annotated[bool, typer.Option("--draft", help="Write the deck even where text does not fit.")] = False,
    all_layouts: Annotated[
        bool, typer.Option("--all-layouts", help="Put every native layout into the file, not only those in use.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the earlier deck even where somebody changed it since.")
    ] = False,
    encoding: Encoding = None,
    clean_text: CleanText = False,
    format: Format = "text",
) -> None:
    """Build decks from outlines.

    Every slide takes the layout of what it holds: `cards:` makes cards, `table:` a table. All findings
    are reported at once, each with its line and a hint. Nothing is written while there are errors.

    Example: slidegen build talk.yaml -o meeting.pptx --theme dangjian
    """
    check_format(format)
    if output is not None and len(outlines) > 1:
        raise typer.BadParameter(say("takes one outline only"), param_hint="-o")
    gc.disable()  # a build makes much and drops little; collecting doubles the time of a large outline
    reading = Reading(theme, layouts, encoding, clean_text)
    report = Report()
    built = []
    for outline in outlines:
        own = Report()
        result = _build(outline, Target(output, overwrite), reading, own, draft, all_layouts)
        report.findings.extend(own.findings)
        if format == "text":
            print_findings(own)
        if result is not None:
            built.append(result)
            if format == "text":
                typer.echo(result.line())
    if format == "json":
        typer.echo(_as_json(report, built))
    raise typer.Exit(int(report.exit))


app.command()(check)


@app.command()
def new(
    file: Annotated[Path, typer.Argument(help="The outline file to write, such as talk.yaml.")],
    language: Annotated[
        str | None,
        typer.Option(help="The language of the starter, zh or en. Without it, the one slidegen speaks to you."),
    ] = None,
) -> None:
    """Write a commented starter outline to edit. An existing file is never overwritten.

    Beside it goes slidegen.schema.json, by which editors such as VS Code complete what you write.

    Example: slidegen new talk.yaml
    """
    from slidegen.starters import LANGUAGES, starter

    report = Report()
    target = file if file.suffix else file.with_suffix(".yaml")
    if language is None:
        language = "zh" if user_language().startswith("zh") else "en"
    elif language not in LANGUAGES:
        raise typer.BadParameter(say("there is a starter in {known}", known=listed(LANGUAGES)), param_hint="--language")
    try:
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(starter(language))
    except FileExistsError:
        report.error(
            "file-exists", None, "{file} exists already", "choose another name", exit=Exit.ENVIRONMENT, file=target
        )
    except OSError as fault:
        unwritable(target, fault, report)
    else:
        write_beside(target, report, language)
        typer.echo(say("{file}: edit it in a text editor, then run: slidegen build {file}", file=target))
    print_findings(report)
    raise typer.Exit(int(report.exit))


app.add_typer(layouts_commands.app, name="layouts")
app.add_typer(themes_commands.app, name="themes")
app.command()(schema)
app.command()(strip)
app.command()(time)
app.command()(script)


def main() -> None:
    """Run the command; the entry point of the package."""
    for stream in (sys.stdout, sys.stderr):
        # a console whose code page lacks a character must not end the build
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code: Any = command_in_words(app)(prog_name="slidegen", standalone_mode=False)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except typer.Abort:
        code = Exit.INTERRUPTED
    except Exception as fault:
        code = _unexpected(fault)
    sys.exit(int(code or 0))


def _build(
    path: Path, wanted: Target, reading: Reading, report: Report, draft: bool, all_layouts: bool
) -> Built | None:
    from slidegen.commands.prepared import prepared
    from slidegen.commands.saving import saved
    from slidegen.pipeline import render

    done = prepared(path, reading, report, all_layouts, _progress)
    if done is None or (report.failed and not draft):
        return None
    outline, plan = done
    target = wanted.place(path, report)
    if target is None or not saved(render(plan), target, report):
        return None
    from slidegen.speaking import Pace, counted

    deck = plan.deck
    spoken = sum(counted(slide.notes).minutes(Pace()) for slide in deck.slides if not slide.hidden)
    named = sum(section.title is not None for section in outline.sections)
    return Built(str(path), str(target), len(deck.slides), named, spoken, plan.lowered, report.failed)


def _progress(done: int, total: int) -> None:
    if total >= _PROGRESS_FROM and sys.stderr.isatty() and (done % 50 == 0 or done == total):
        end = "\r\x1b[K" if done == total else ""
        sys.stderr.write(f"\r{say('placed {done} of {total} slides', done=done, total=total)}{end}")
        sys.stderr.flush()


def _as_json(report: Report, built: list[Built]) -> str:
    from msgspec.structs import asdict

    result = {"findings": json.loads(to_json(report.findings)), "built": [asdict(b) for b in built]}
    return as_json(result)


def _unexpected(fault: Exception) -> int:
    """Print a usage error as click does, or own up to a bug; return the exit code."""
    if callable(getattr(fault, "show", None)):
        show_usage_error(fault)
        return int(getattr(fault, "exit_code", Exit.USAGE))
    if os.environ.get("SLIDEGEN_DEBUG"):
        raise fault
    said = say("slidegen failed in a way it should not: {kind}: {fault}", kind=type(fault).__name__, fault=fault)
    hint = say("please report it with the outline; SLIDEGEN_DEBUG=1 shows the details")
    typer.echo(Diagnostic("bug", Severity.ERROR, said, hint), err=True)
    return int(Exit.BUG)
