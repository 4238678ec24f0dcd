"""Building one deck for a command: where it goes, its progress, the facts of its closing line."""

import sys
from pathlib import Path

from msgspec import Struct

from slidegen.commands.options import Reading
from slidegen.commands.saving import saved
from slidegen.diagnostics import Report
from slidegen.language import listed, say, say_count

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


def built(
    path: Path, wanted: Target, reading: Reading, report: Report, draft: bool = False, all_layouts: bool = False
) -> Built | None:
    """Build the deck of one outline; None, and errors in the report, where there is none to be had."""
    from slidegen.commands.prepared import prepared
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
