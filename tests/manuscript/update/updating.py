"""What tests of updates share: speeches, outlines of them, and an update with what it must keep."""

import re
from collections.abc import Mapping

from slidegen.diagnostics import Report, Severity
from slidegen.manuscript.contract import prove
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.outline import outline_text
from slidegen.manuscript.planning import plan_of
from slidegen.manuscript.reading.text import read_text
from slidegen.manuscript.told import ToldSlide
from slidegen.manuscript.update.changes import Update
from slidegen.manuscript.update.update import update
from slidegen.outline.places import Places, places_of
from slidegen.outline.reader import read_outline
from slidegen.outline.source import decode


def speech_of(text: str) -> Manuscript:
    found = read_text(text.encode(), "speech.txt", Report())
    assert found is not None
    return found


def outline_of(text: str) -> str:
    speech = speech_of(text)
    return outline_text(speech, plan_of(speech))


def read(data: bytes) -> Places:
    report = Report()
    outline = read_outline(data, "talk.yaml", report)
    assert not report.failed, "\n".join(map(str, report.findings))
    source = decode(data, "talk.yaml", Report())
    assert outline is not None
    assert source is not None
    return places_of(outline, source)


def brought(data: bytes, text: str, spelling: Mapping[str, str] | None = None) -> Update:
    """The update of an outline by a speech; its notes are proved to hold that."""
    report = Report()
    done = update(data, read, speech_of(text), report, spelling)
    assert done is not None, "\n".join(map(str, report.findings))
    assert faults(done.data, text) == []
    return done


def faults(data: bytes, text: str) -> list[str]:
    """What breaks the contract between an outline's notes and a speech."""
    places = [place for place in read(data).places if place.shown]
    talk = [ToldSlide(number, place.title, place.text) for number, place in enumerate(places, 1)]
    report = Report()
    prove(speech_of(text), talk, report)
    return [str(finding) for finding in report.findings if finding.severity is Severity.ERROR]


def updated(outline: str, text: str, spelling: Mapping[str, str] | None = None) -> str:
    return brought(outline.encode(), text, spelling).data.decode()


def kinds(outline: str, text: str) -> list[tuple[str, str]]:
    """What is told of an update: kinds of change and the texts."""
    return [(change.kind, change.text) for change in brought(outline.encode(), text).changes]


def without_notes(outline: str) -> list[str]:
    """The lines of a generated outline that are no notes, nor blank."""
    lines, inside = [], -1
    for line in outline.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if inside >= 0 and (not line.strip() or indent > inside):
            continue
        inside = -1
        found = re.match(r" *(?:- )?(notes|备注):", line)
        if found:
            inside = line.index(found[1])
            continue
        if line.strip():
            lines.append(line)
    return lines
