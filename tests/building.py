"""Outlines composed and written in memory, through the built-in layouts and themes alone."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from pptx import Presentation
from pptx.presentation import Presentation as Pptx

from slidegen.composed import ComposedDeck, ComposedSlide, NativeLayout, Text
from slidegen.diagnostics import Diagnostic, Report, Severity
from slidegen.layout.library import Library
from slidegen.outline.model import Outline
from slidegen.outline.reader import read_outline
from slidegen.pipeline import Plan, prepare, render
from slidegen.resources import bundled

NAME = "talk.yaml"
DECKS = bundled("decks")
"""Where the pictures of examples are."""


@dataclass(frozen=True)
class Made:
    """What came of an outline: as read, as composed, and everything that was said about it."""

    outline: Outline
    plan: Plan
    findings: Sequence[Diagnostic]

    @property
    def deck(self) -> ComposedDeck:
        return self.plan.deck

    @property
    def errors(self) -> list[tuple[str, int]]:
        """The errors as code and line."""
        return [(d.code, d.span.line if d.span else 0) for d in self.findings if d.severity is Severity.ERROR]

    def slide(self, name: str) -> ComposedSlide:
        """The slide of an id."""
        return next(s for s in self.deck.slides if s.id == name)

    def layout(self, slide: ComposedSlide) -> NativeLayout:
        """The native layout of a slide."""
        return next(layout for layout in self.deck.layouts if layout.key == slide.layout)

    def data(self) -> bytes:
        """The file."""
        return render(self.plan)

    def pptx(self) -> Pptx:
        """The file as python-pptx reads it."""
        return Presentation(io.BytesIO(self.data()))


def made(
    text: str,
    theme: str | None = None,
    folders: Sequence[Path] = (bundled("layouts"),),
    beside: Path = DECKS,
) -> Made:
    """Compose an outline, errors or not, as `--draft` does; `beside` is the folder of its pictures and data."""
    report = Report()
    outline = read_outline(text.encode(), NAME, report)
    assert outline is not None, report.findings
    outline = replace(outline, folder=beside)
    plan = prepare(outline, Library(folders, report), report, theme)
    return Made(outline, plan, report.findings)


def good(
    text: str,
    theme: str | None = None,
    folders: Sequence[Path] = (bundled("layouts"),),
    beside: Path = DECKS,
) -> Made:
    """Compose an outline about which there is nothing to say."""
    done = made(text, theme, folders, beside)
    assert not done.findings, "\n".join(map(str, done.findings))
    return done


def texts(slide: ComposedSlide) -> dict[str, Text]:
    """The filled text frames of a slide by slot path, such as `cards[2]` or `steps[1].head`."""
    found = [item for item in slide.items if isinstance(item, Text) and item.slot]
    by_slot = {item.slot: item for item in found}
    assert len(by_slot) == len(found), "two frames of one slot path"
    return by_slot


def words(text: Text) -> list[str]:
    """The paragraphs of a text frame."""
    return [paragraph.text for paragraph in text.paragraphs]


def reads_back(text: str, found: str) -> bool:
    """Whether `found` is `text` as a slide holds it: with line breaks put in, at which spaces may be dropped."""
    at = 0
    for line in found.split("\v"):
        while not text.startswith(line, at) and text[at : at + 1] in (" ", "\u3000", "\n"):
            at += 1
        if not text.startswith(line, at):
            return False
        at += len(line)
    return not text[at:].strip(" \u3000\n")
