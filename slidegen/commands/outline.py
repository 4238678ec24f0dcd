"""`slidegen outline`: from a manuscript to an outline, and to a deck in one go."""

import gc
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from msgspec import Struct

from slidegen.commands.options import CleanText, Format, Reading, ThemeName, check_format
from slidegen.commands.printing import as_json, end, print_findings
from slidegen.diagnostics import Report, Stop, to_json
from slidegen.language import listed, mark, say, say_count

if TYPE_CHECKING:
    from slidegen.manuscript.model import Manuscript
    from slidegen.manuscript.plan import Plan

Speech = Annotated[
    Path,
    typer.Argument(help="The manuscript (.txt, .md, .docx, .doc, .wps), or - for standard input.", readable=False),
]
TextEncoding = Annotated[
    str | None, typer.Option("--encoding", help="The manuscript's encoding, where it is not found by itself.")
]
_SHOWN = 20
"""Characters of the first line that are shown, so that a wrong encoding is seen at once."""


def outline(
    manuscript: Speech,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The outline to write; NAME.yaml beside it if not given.")
    ] = None,
    update: Annotated[
        Path | None,
        typer.Option(
            "--update", help="An outline whose notes shall be brought up to date; -o writes elsewhere.", readable=False
        ),
    ] = None,
    theme: ThemeName = None,
    headings: Annotated[
        bool, typer.Option("--headings", help="Print the headings that were found, and write nothing.")
    ] = False,
    encoding: TextEncoding = None,
    clean_text: CleanText = False,
    format: Format = "text",
) -> None:
    """Make an outline from a manuscript: sections, slides with points in its own words, and all of it as notes.

    Every paragraph stands in the notes of exactly one slide, unchanged. The outline is there to be edited;
    an existing one is never overwritten.

    With --update the changed paragraphs of a manuscript go into the notes of an outline that was edited since:
    what is no note stays as it is, new headings become new slides, and the slides to look at are named.

    Example: slidegen outline speech.docx -o talk.yaml
    """
    check_format(format)
    from slidegen.commands.manuscript import opened

    gc.disable()  # as in a build
    report = Report()
    found = opened(manuscript, report, encoding, clean_text)
    if found is None:
        _end(report, None, format)
    if headings:
        _print_headings(found, report, format)
    if update is not None:
        _update(update, found, output, Reading(theme, clean=clean_text), report, format)
    from slidegen.manuscript.planning import plan_of

    plan = plan_of(found)
    if output is None and str(manuscript) == "-":
        from slidegen.manuscript.outline import outline_text

        if _theme_is_known(theme, Path(), report):
            typer.echo(outline_text(found, plan, theme), nl=False)
        end(report, ())
    target = output or manuscript.with_suffix(".yaml")
    _end(report, _written(target, found, plan) if _write(target, found, plan, theme, report) else None, format)


def _end(report: Report, written: "Written | None", format: str) -> NoReturn:
    """Tell what was written and what was found, for people or as JSON, and leave."""
    if format != "json":
        end(report, [written.line()] if written is not None else ())
    from msgspec.structs import asdict

    told = asdict(written) if written is not None else None
    typer.echo(as_json({"findings": json.loads(to_json(report.findings)), "written": told}))
    raise typer.Exit(int(report.exit))


class Written(Struct, frozen=True):
    """What came of one manuscript: the outline, how the manuscript was read, and its first words to see that by."""

    outline: str
    sections: int
    slides: int
    paragraphs: int
    encoding: str
    first: str

    def line(self) -> str:
        """Return the closing line."""
        facts = [
            *([say_count("{count} section", "{count} sections", self.sections)] if self.sections else []),
            say_count("{count} slide", "{count} slides", self.slides),
            say_count("{count} paragraph", "{count} paragraphs", self.paragraphs),
            say("read as {encoding}: {first}", encoding=self.encoding, first=self.first),
        ]
        return say("{path}: {facts}", path=self.outline, facts=listed(facts))


def _update(
    path: Path, found: "Manuscript", output: Path | None, reading: Reading, report: Report, format: str
) -> NoReturn:
    from msgspec.structs import asdict

    from slidegen.commands.update import lines_of, updated

    told = updated(path, found, output, reading, report)
    if format == "json":
        changes = [asdict(one) for one in told or ()]
        typer.echo(as_json({"findings": json.loads(to_json(report.findings)), "changes": changes}))
        raise typer.Exit(int(report.exit))
    end(report, lines_of(told, output or path) if told is not None else ())


def deck(
    manuscripts: Annotated[list[Path], typer.Argument(metavar="MANUSCRIPT...", readable=False)],
    theme: ThemeName = None,
    encoding: TextEncoding = None,
    clean_text: CleanText = False,
) -> None:
    """Make outline and deck of a manuscript in one go, beside it."""
    gc.disable()  # as in a build
    report = Report()
    for manuscript in manuscripts:
        own = Report()
        for line in _deck(manuscript, theme, encoding, clean_text, own):
            typer.echo(line)
        print_findings(own)
        report.take(own.findings)
    raise typer.Exit(int(report.exit))


def _deck(path: Path, theme: str | None, encoding: str | None, clean: bool, report: Report) -> list[str]:
    """Write the outline and the deck of one manuscript; return what there is to say."""
    from slidegen.commands.building import Target, built
    from slidegen.commands.manuscript import opened
    from slidegen.manuscript.planning import plan_of

    found = opened(path, report, encoding, clean)
    if found is None:
        return []
    plan = plan_of(found)
    target = path.with_suffix(".yaml")
    if not _write(target, found, plan, theme, report):
        return []
    lines = [_written(target, found, plan).line()]
    made = built(target, Target(None, False), Reading(), report)
    return [*lines, made.line()] if made is not None else lines


def _write(target: Path, found: "Manuscript", plan: "Plan", theme: str | None, report: Report) -> bool:
    from slidegen.commands.saving import saved, taken
    from slidegen.commands.schema import write_beside
    from slidegen.manuscript.outline import outline_text

    hint = mark(
        "build it with `slidegen build`, bring changes in with `outline --update`, or choose another name with -o"
    )
    if not _theme_is_known(theme, target.parent, report) or taken(target, report, hint):
        return False
    if not saved(outline_text(found, plan, theme).encode(), target, report):
        return False
    write_beside(target, report, plan.language)
    return True


def _theme_is_known(theme: str | None, folder: Path, report: Report) -> bool:
    if theme is not None:
        from slidegen.layout.library import Library
        from slidegen.resources import search_path

        with suppress(Stop):
            Library(search_path(folder), report).theme(theme)
    return not report.failed


def _written(target: Path, found: "Manuscript", plan: "Plan") -> Written:
    return Written(
        outline=str(target),
        sections=sum(bool(section.title) for section in plan.sections),
        slides=sum(len(section.slides) for section in plan.sections),
        paragraphs=len(found.paragraphs),
        encoding=found.encoding,
        first=_first(found),
    )


def _first(found: "Manuscript") -> str:
    text = found.paragraphs[0].shown.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _print_headings(found: "Manuscript", report: Report, format: str) -> None:
    from slidegen.manuscript.segment import structure_of

    structure = structure_of(found)
    lines = [(found.paragraphs[h.at].line, h) for h in structure.headings]
    if format == "json":
        told: list[dict[str, Any]] = [
            {"line": line, "level": h.level, "kind": h.kind, "text": h.text} for line, h in lines
        ]
        end(report, [as_json(told)])
    width = len(str(lines[-1][0])) if lines else 1
    shown: list[str] = [f"{line:>{width}}  {'  ' * (h.level - 1)}{_marked(h.marker)}{h.text}" for line, h in lines]
    end(report, shown or [say("no headings found: the whole text is one part")])


def _marked(marker: str) -> str:
    return f"{marker} " if marker and marker.isascii() else marker
