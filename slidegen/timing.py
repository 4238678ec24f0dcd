"""Timing a talk: how long each slide takes, when it begins, and what that comes to."""

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from slidegen.speaking import Pace, Speech, counted
from slidegen.talk import Talk, TalkSlide

_DAY = 24 * 60


class Timed(Struct, frozen=True):
    """A slide with its speech, its minutes and the minutes from the talk's start at which it begins."""

    slide: TalkSlide
    speech: Speech
    minutes: float
    begins: float

    @property
    def own(self) -> bool:
        """Whether the minutes are those that the outline gives the slide."""
        return self.slide.minutes is not None


class Total(Struct, frozen=True):
    """What some slides come to; hidden ones count nothing."""

    name: str
    slides: int
    speech: Speech
    minutes: float


def timed(talk: Talk, pace: Pace) -> tuple[Timed, ...]:
    """Return a talk's slides with their times; a hidden one has its own but does not move the clock."""
    rows = []
    clock = 0.0
    for slide in talk.slides:
        speech = counted(slide.notes)
        minutes = speech.minutes(pace) if slide.minutes is None else slide.minutes
        rows.append(Timed(slide, speech, minutes, clock))
        clock += 0.0 if slide.hidden else minutes
    return tuple(rows)


def total(rows: Iterable[Timed], name: str = "") -> Total:
    """Return what slides come to."""
    shown = [row for row in rows if not row.slide.hidden]
    speech = Speech(sum(row.speech.characters for row in shown), sum(row.speech.words for row in shown))
    return Total(name, len(shown), speech, sum(row.minutes for row in shown))


def by_section(rows: Iterable[Timed]) -> tuple[Total, ...]:
    """Return what each section comes to, in order."""
    return tuple(total(group, name) for name, group in groupby(rows, key=lambda row: row.slide.section))


def longest(rows: Iterable[Timed], count: int) -> list[Timed]:
    """Return the slides that take the most time, the longest first; those without any are left out."""
    shown = [row for row in rows if seconds(row.minutes) and not row.slide.hidden]
    return sorted(shown, key=lambda row: (-row.minutes, row.slide.number))[:count]


def seconds(minutes: float) -> int:
    """Return minutes as whole seconds."""
    return int(minutes * 60 + 0.5)


def span(minutes: float) -> str:
    """Return a stretch of time as minutes and seconds, or hours too: `2:05`, `1:02:05`."""
    whole, rest = divmod(seconds(minutes), 60)
    hours, whole = divmod(whole, 60)
    return f"{hours}:{whole:02}:{rest:02}" if hours else f"{whole}:{rest:02}"


def clock(minutes: float, start: int | None = None) -> str:
    """Return when something begins: the time passed, or the time of the day where the talk starts at minute `start`."""
    if start is None:
        return span(minutes)
    whole, rest = divmod(seconds(start + minutes), 60)
    hours, whole = divmod(whole % _DAY, 60)
    return f"{hours:02}:{whole:02}:{rest:02}"
