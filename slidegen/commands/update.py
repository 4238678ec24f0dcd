"""`slidegen outline --update`: a changed manuscript brought into the notes of an outline that somebody edited."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from slidegen.commands.editing import Editable, editable
from slidegen.commands.options import Reading
from slidegen.commands.prepared import unreadable
from slidegen.commands.printing import columns
from slidegen.commands.saving import saved, taken
from slidegen.diagnostics import Diagnostic, Report, Severity, Stop
from slidegen.language import listed, mark, say, say_count
from slidegen.manuscript.claims import check_claims
from slidegen.manuscript.contract import prove
from slidegen.manuscript.excerpts import excerpt
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.told import ToldSlide, talk_of
from slidegen.manuscript.update.changes import Update, key_of
from slidegen.manuscript.update.update import update
from slidegen.outline.places import Place
from slidegen.pipeline import prepare

_KINDS: dict[str, str] = {
    "changed": mark("changed"),
    "new": mark("new"),
    "gone": mark("gone"),
    "moved": mark("moved"),
    "slide-new": mark("new slide"),
    "slide-moved": mark("slide moved"),
    "emptied": mark("without notes now"),
    "stale": mark("look at its texts"),
    "reference": mark("left alone"),
}


class Updated(Struct, frozen=True):
    """What is told of one change: `line` is that of the slide in the outline."""

    kind: str
    line: int
    slide: str
    text: str = ""
    manuscript_line: int = 0


def updated(
    path: Path, manuscript: Manuscript, output: Path | None, reading: Reading, report: Report
) -> list[Updated] | None:
    """Update an outline's file; None where it could not be, for reasons in the report. Then nothing is written."""
    elsewhere = output is not None and not (output.exists() and path.exists() and output.samefile(path))
    if output is not None and elsewhere and taken(output, report):
        return None
    try:
        before = editable(path, reading, report)
        prepare(before.outline, before.library, report, reading.theme)
        report.stop_if_failed()
        done = update(
            before.data,
            lambda data: before.again(data, Report()).places,
            manuscript,
            report,
            before.spelling(),
        )
        report.stop_if_failed()
        assert done is not None, "without an update there are errors"
        after = before.again(done.data, report)
        talk = _proved(after, manuscript, report)
    except OSError as fault:
        unreadable(path, fault, report)
        return None
    except Stop:
        return None
    told = sorted(_told(done, after), key=lambda one: [*_KINDS].index(one.kind))
    _warn_of_claims(talk, manuscript, {one.line for one in told if one.kind == "stale"}, report)
    unchanged = done.data == before.data and output is None
    return told if unchanged or saved(done.data, output or path, report) else None


def _proved(after: Editable, manuscript: Manuscript, report: Report) -> tuple[ToldSlide, ...]:
    """Return the talk of the new outline, which holds the manuscript. Raises Stop where it does not."""
    own = Report()
    plan = prepare(after.outline, after.library, own, after.reading.theme, with_drafts=True)
    talk = talk_of(plan.deck, plan.drafts)
    proof = Report()
    prove(manuscript, talk, proof)
    if proof.failed:
        report.take(finding for finding in proof.findings if finding.severity is Severity.ERROR)
        report.error(
            "not-updated",
            None,
            "{path} was left as it is: with its notes the manuscript would not be whole",
            "notes that refer to a manuscript are left alone: name its new paragraphs there, or write their text out",
            path=after.path,
        )
        raise Stop
    report.take(own.findings)
    return talk


def _told(done: Update, after: Editable) -> Iterator[Updated]:
    places = {key_of(place): place for place in after.places.places}
    for change in done.changes:
        place = places[change.place]
        text = "" if change.text == place.title else change.text
        yield Updated(change.kind, place_line(place), _name(place), text, change.line)
    for key in done.touched:
        place = places[key]
        renamed = place.role == "section" and place.title not in place.text
        if place.text.strip() and (place.role == "slide" or renamed):
            yield Updated("stale", place_line(place), _name(place))


def place_line(place: Place) -> int:
    """Return the line of the outline at which a place begins."""
    return place.node.span.line if place.key is None else place.key.span.line


def _name(place: Place) -> str:
    return excerpt(place.title)


def _warn_of_claims(talk: tuple[ToldSlide, ...], manuscript: Manuscript, lines: set[int], report: Report) -> None:
    """Warn of what slides whose notes changed say and these no longer do."""
    own = Report()
    check_claims(talk, manuscript, own)
    ends = sorted(slide.span.line for slide in talk if slide.span is not None)
    for finding in own.findings:
        if finding.span is not None and _begin(finding, ends) in lines:
            report.take([finding])


def _begin(finding: Diagnostic, starts: list[int]) -> int:
    """Return the line at which the slide of a finding begins."""
    assert finding.span is not None, "it has a place"
    return max((line for line in starts if line <= finding.span.line), default=0)


def lines_of(told: list[Updated], path: Path) -> list[str]:
    """Return what is said of an update: a closing line, and above it one for each change with its line."""
    rows = [
        (say(_KINDS[one.kind]), f"{one.line}", f"“{one.slide}”" if one.slide else "", excerpt(one.text)) for one in told
    ]
    return [*columns(rows, right={1}), say("{path}: {facts}", path=path, facts=_facts(told))]


def _facts(told: list[Updated]) -> str:
    count = Counter(one.kind for one in told)
    facts = [
        say_count("{count} paragraph changed", "{count} paragraphs changed", count["changed"]),
        say_count("{count} new", "{count} new", count["new"]),
        say_count("{count} gone", "{count} gone", count["gone"]),
        say_count("{count} moved", "{count} moved", count["moved"]),
        say_count("{count} slide new", "{count} slides new", count["slide-new"]),
        say_count("{count} slide moved", "{count} slides moved", count["slide-moved"]),
        say_count("{count} slide to look at", "{count} slides to look at", count["stale"]),
    ]
    numbers = [count[kind] for kind in ("changed", "new", "gone", "moved", "slide-new", "slide-moved", "stale")]
    some = [fact for fact, number in zip(facts, numbers, strict=True) if number]
    return listed(some) if some else say("its notes are this manuscript already")
