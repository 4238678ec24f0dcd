"""`slidegen check`: the findings of a build without building, and decks held against their manuscript."""

import gc
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct
from msgspec.structs import asdict

from slidegen.commands.options import CleanText, Encoding, Format, Layouts, Reading, ThemeName, check_format
from slidegen.commands.printing import as_json, print_findings
from slidegen.diagnostics import Exit, Report, Severity, to_json
from slidegen.language import Said, listed, mark, say, say_count

if TYPE_CHECKING:  # a check of an outline alone needs nothing of these
    from slidegen.manuscript.model import Manuscript

Decks = Annotated[
    list[Path],
    typer.Argument(
        help="One or more outline files, or finished decks (.pptx).", metavar="OUTLINE|DECK.pptx...", readable=False
    ),
]
_FINISHED = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".ppt")
"""Endings of presentations; what is in the last one cannot be read, which is said better than of an outline."""
_STATES = {
    "built": mark("as slidegen built it"),
    "edited": mark("changed since slidegen built it"),
    "foreign": mark("not built by slidegen"),
}


class Checked(Struct, frozen=True):
    """What was found in one outline or deck; `slides` is 0 where it could not be composed or read."""

    outline: str
    slides: int
    errors: int
    warnings: int
    notes: int = 0
    """Slides with notes, of a finished deck."""
    state: str = ""
    """Whether a finished deck is as it was built: built, edited or foreign."""
    paragraphs: int = 0
    """Paragraphs of the manuscript; `kept` of them stand in the notes as they should."""
    kept: int = 0

    def line(self) -> str:
        """Return the closing line."""
        facts = [say_count("{count} slide", "{count} slides", self.slides)] if self.slides else []
        if self.state:
            facts.append(say("{count} with notes", count=self.notes))
            facts.append(say(_STATES[self.state]))
        if self.paragraphs:
            facts.append(self._kept())
        if self.errors:
            facts.append(say_count("{count} error", "{count} errors", self.errors))
        if self.warnings:
            facts.append(say_count("{count} warning", "{count} warnings", self.warnings))
        if not (self.errors or self.warnings) and (self.paragraphs or not self.state):
            facts.append(say("nothing to mend"))
        return say("{path}: {facts}", path=self.outline, facts=listed(facts))

    def _kept(self) -> Said:
        if self.kept == self.paragraphs:
            return say("the whole manuscript in the notes ({count} paragraphs)", count=self.paragraphs)
        return say(
            "{kept} of {count} paragraphs of the manuscript in the notes as they should be",
            kept=self.kept,
            count=self.paragraphs,
        )


def check(
    outlines: Decks,
    manuscript: Annotated[
        Path | None,
        typer.Option("--manuscript", help="The speech that the notes must hold, word for word.", readable=False),
    ] = None,
    theme: ThemeName = None,
    layouts: Layouts = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    encoding: Encoding = None,
    clean_text: CleanText = False,
    format: Format = "text",
) -> None:
    """Check outlines: everything that a build would find, without writing anything.

    With --manuscript it proves that every paragraph of a speech stands in the notes of exactly one slide, in order and
    unchanged, and names each that does not; this works on a finished .pptx too, also after it was edited.

    The exit code is 0 when every outline would build. Warnings are told and allowed; with --strict they
    count as errors.

    Example: slidegen check talk.yaml --manuscript speech.txt
    """
    check_format(format)
    gc.disable()  # as in a build
    reading = Reading(theme, layouts, encoding, clean_text)
    report, results = Report(), []
    speech = None
    if manuscript is not None:
        from slidegen.commands.manuscript import opened

        speech = opened(manuscript, report)
    if format == "text":
        print_findings(report)
    for path in outlines if manuscript is None or speech is not None else ():
        own = Report()
        result = _checked(path, reading, speech, own)
        results.append(result)
        report.findings.extend(own.findings)
        if format == "text":
            print_findings(own)
            typer.echo(result.line())
    if format == "json":
        told = {"findings": json.loads(to_json(report.findings)), "checked": [asdict(result) for result in results]}
        typer.echo(as_json(told))
    warned = strict and any(finding.severity is Severity.WARNING for finding in report.findings)
    raise typer.Exit(int(report.exit or (Exit.CONTENT if warned else Exit.FINE)))


def _checked(path: Path, reading: Reading, speech: "Manuscript | None", report: Report) -> Checked:
    if path.suffix.lower() in _FINISHED:
        return _counted(_deck(path, speech, report), report)
    return _counted(_outline(path, reading, speech, report), report)


def _counted(checked: Checked, report: Report) -> Checked:
    from msgspec.structs import replace

    severities = [finding.severity for finding in report.findings]
    return replace(checked, errors=severities.count(Severity.ERROR), warnings=severities.count(Severity.WARNING))


def _outline(path: Path, reading: Reading, speech: "Manuscript | None", report: Report) -> Checked:
    from slidegen.commands.prepared import prepared

    done = prepared(path, reading, report, with_drafts=speech is not None)
    if done is None:
        return Checked(str(path), 0, 0, 0)
    deck = done[1].deck
    if speech is None:
        return Checked(str(path), len(deck.slides), 0, 0)
    from slidegen.commands.manuscript import held_against
    from slidegen.manuscript.told import talk_of

    proof = held_against(speech, talk_of(deck, done[1].drafts), report)
    return Checked(str(path), len(deck.slides), 0, 0, paragraphs=proof.paragraphs, kept=proof.kept)


def _deck(path: Path, speech: "Manuscript | None", report: Report) -> Checked:
    from slidegen.commands.manuscript import finished, held_against
    from slidegen.reader.state import state_of

    talk = finished(path, report)
    if talk is None:
        return Checked(str(path), 0, 0, 0)
    paragraphs = kept = 0
    if speech is None:
        report.note(
            "no-manuscript",
            None,
            "{path} is a finished deck: without a manuscript nothing in it is checked",
            "name the speech with --manuscript, or check the outline",
            path=path,
        )
    else:
        proof = held_against(speech, talk, report)
        paragraphs, kept = proof.paragraphs, proof.kept
    noted = sum(bool(slide.notes) for slide in talk)
    return Checked(str(path), len(talk), 0, 0, noted, state_of(path).value, paragraphs, kept)
