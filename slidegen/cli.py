"""The command line: arguments, progress, printing and exit codes; no domain logic."""

import gc
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from slidegen import __version__
from slidegen.commands import layouts as layouts_commands
from slidegen.commands import themes as themes_commands
from slidegen.commands.building import Built, Target, built
from slidegen.commands.check import check
from slidegen.commands.icons import icons
from slidegen.commands.options import CleanText, Encoding, Format, Layouts, Outlines, Reading, ThemeName, check_format
from slidegen.commands.outline import deck, outline
from slidegen.commands.printing import as_json, print_findings
from slidegen.commands.reuse import reuse
from slidegen.commands.saving import unwritable
from slidegen.commands.schema import schema, write_beside
from slidegen.commands.script import script
from slidegen.commands.strip import strip
from slidegen.commands.timing import time
from slidegen.commands.wording import command_in_words, show_usage_error
from slidegen.diagnostics import Diagnostic, Exit, Report, Severity, to_json
from slidegen.language import listed, say, user_language
from slidegen.manuscript.reading.files import SUFFIXES

_OUTLINES = (".yaml", ".yml")

app = typer.Typer(
    name="slidegen",
    help="Turn an outline in YAML into a native, editable PowerPoint deck with speaker notes.",
    epilog="Start with `slidegen new talk.yaml`, edit the file, then run `slidegen build talk.yaml`.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


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
    results = []
    for path in outlines:
        own = Report()
        result = built(path, Target(output, overwrite), reading, own, draft, all_layouts)
        report.findings.extend(own.findings)
        if format == "text":
            print_findings(own)
        if result is not None:
            results.append(result)
            if format == "text":
                typer.echo(result.line())
    if format == "json":
        typer.echo(_as_json(report, results))
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
app.command()(icons)
app.command()(schema)
app.command()(strip)
app.command()(outline)
app.command()(reuse)
app.command(hidden=True)(deck)
app.command()(time)
app.command()(script)


def main() -> None:
    """Run the command; the entry point of the package."""
    for stream in (sys.stdout, sys.stderr):
        # a console whose code page lacks a character must not end the build
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code: Any = command_in_words(app)(_arguments(sys.argv[1:]), prog_name="slidegen", standalone_mode=False)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except typer.Abort:
        code = Exit.INTERRUPTED
    except Exception as fault:
        code = _unexpected(fault)
    sys.exit(int(code or 0))


def _arguments(given: list[str]) -> list[str]:
    """Return the arguments with the command that a file by itself stands for: a deck of a manuscript, a build."""
    first = Path(given[0]) if given and not given[0].startswith("-") else None
    suffix = first.suffix.lower() if first is not None else ""
    if first is not None and (suffix in (*_OUTLINES, *SUFFIXES) or (suffix and first.is_file())):
        return ["build" if suffix in _OUTLINES else "deck", *given]
    return given


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
