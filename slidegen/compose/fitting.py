"""Fitting: the largest step of sizes at which a group of sibling frames holds its text.

Heights are points: lines times pitch plus the space before all paragraphs but the first, which is the
same in every program since the pitch is written as exact points.
"""

import math
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import Para
from slidegen.compose.voice import Voice
from slidegen.composed import Paragraph, Run
from slidegen.diagnostics import Span
from slidegen.drawing import Box
from slidegen.layout.variant import FrameSpec, Level
from slidegen.text.measure import Line, Measured, tighten
from slidegen.text.phrases import balance
from slidegen.text.setting import tracking_of
from slidegen.units import POINTS_PER_INCH, to_points

SAFETY = 0.97
"""How much of a frame's inner width is used: what other programs may measure differently."""
STAND_IN = 0.55 / 0.6
"""How much of that lines of code take: where Consolas is missing a wider face of fixed pitch stands in."""
FULL = 0.9
"""How much of a frame's height a spread text fills at most."""


class Entry(Struct, frozen=True):
    """One paragraph on its way: its source, its level, its runs and their measure."""

    para: Para
    level: Level
    runs: tuple[Run, ...]
    measured: Measured
    spacing: float
    """Its line pitch as a multiple of the size."""
    least: float = 0.0
    """The line pitch that its formulas need, as such a multiple."""
    wrapped: dict[int, tuple[Line, ...]] = {}
    """The lines by step, once they have been asked for: fitting asks several times."""

    def pitch(self, step: int) -> float:
        """Return the distance of its baselines at a step, in points."""
        return self.level.size(step) * self.spacing

    def tracking(self, step: int) -> float:
        """Return the space between its characters at a step, in points."""
        return tracking_of(self.level.tracking, self.measured.text, self.level.size(step), self.measured.cjk)


class Filled(Struct, frozen=True):
    """A frame and the paragraphs that go into it."""

    spec: FrameSpec
    entries: tuple[Entry, ...]

    @property
    def span(self) -> Span | None:
        """Where its text was written."""
        return self.entries[0].para.span if self.entries else None


class Excess(Struct, frozen=True):
    """How much too much text there is at the least size."""

    filled: Filled
    lines: float
    size: float
    characters: int


def inner_width(spec: FrameSpec, level: Level) -> float:
    """Return the points a line of a level has."""
    left, _, right, _ = spec.frame.insets
    safety = SAFETY if spec.listing is None else SAFETY * STAND_IN
    return to_points(spec.box.w - left - right - level.style.margin) * safety


def inner_height(spec: FrameSpec, box: Box | None = None) -> float:
    """Return the points that lines have from top to bottom."""
    _, top, _, bottom = spec.frame.insets
    return to_points((box or spec.box).h - top - bottom)


def wrap(entry: Entry, spec: FrameSpec, step: int) -> tuple[Line, ...]:
    """Return an entry's lines at a step of its own frame."""
    lines = entry.wrapped.get(step)
    if lines is None:
        size = entry.level.size(step)
        tracking = entry.tracking(step) / size
        lines = entry.wrapped[step] = entry.measured.wrap(
            inner_width(spec, entry.level) / size, tracking=tracking, stops=POINTS_PER_INCH / size
        )
    return lines


def height(filled: Filled, step: int) -> float:
    """Return the height of a frame's text at a step, in points."""
    total = 0.0
    for position, entry in enumerate(filled.entries):
        total += len(wrap(entry, filled.spec, step)) * entry.pitch(step)
        total += entry.level.style.before if position else 0.0
    return total


def drawn_height(filled: Filled, step: int) -> float:
    """Return the height of a frame's text at a step when its lonely last lines are drawn in, in points."""
    saved = sum(
        entry.pitch(step)
        for entry in filled.entries
        if _is_lonely(entry, filled.spec, step) and _squeeze(entry, filled.spec, step)
    )
    return height(filled, step) - saved


def _too_many(filled: Filled) -> int:
    """Return by how many lines a listing has more than its frame shows."""
    listing = filled.spec.listing
    return max(0, len(filled.entries) - listing.most) if listing is not None else 0


def _holds(filled: Filled, step: int) -> bool:
    if _too_many(filled):
        return False
    for entry in filled.entries:
        limit = entry.level.limit(step)
        if limit is not None and len(wrap(entry, filled.spec, step)) > limit:
            return False
    return height(filled, step) <= inner_height(filled.spec) + 0.01


def fit(group: Sequence[Filled]) -> tuple[int, Excess | None]:
    """Return the step at which every frame of a group holds its text, and the excess where none does.

    One step smaller is taken where that leaves fewer lonely last lines.
    """
    steps = max((f.spec.steps for f in group), default=1)
    for step in range(steps):
        if all(_holds(f, step) for f in group):
            lonely = sum(_lonely(f, step) for f in group)
            smaller = step + 1
            if lonely and smaller < steps and sum(_lonely(f, smaller) for f in group) < lonely:
                # what is kept whole can make a smaller text take more lines
                return smaller if all(_holds(f, smaller) for f in group) else step, None
            return step, None
    last = steps - 1
    over = [_excess(f, last) for f in group if not _holds(f, last)]
    return last, max(over, key=lambda e: e.lines)


def _lonely(filled: Filled, step: int) -> int:
    """Count the paragraphs whose last line is lonely and cannot be drawn in by tightening."""
    lonely = (entry for entry in filled.entries if _is_lonely(entry, filled.spec, step))
    return sum(not _squeeze(entry, filled.spec, step) for entry in lonely)


def _is_lonely(entry: Entry, spec: FrameSpec, step: int) -> bool:
    lines = wrap(entry, spec, step)
    return len(lines) > 1 and not entry.level.balanced and entry.measured.lonely(lines[-1])


def _squeeze(entry: Entry, spec: FrameSpec, step: int) -> float:
    """Return the tracking in em that draws in an entry's lonely last line, or 0."""
    size = entry.level.size(step)
    return tighten(entry.measured, inner_width(spec, entry.level) / size, entry.tracking(step) / size)


def spread(group: Sequence[Filled], step: int) -> float:
    """Return the points by which the spaces between paragraphs grow, so that a short text fills its frame."""
    room = []
    for filled in group:
        gaps = sum(entry.level.spread > 0 for entry in filled.entries[1:])
        if gaps:
            room.append((inner_height(filled.spec) * FULL - height(filled, step)) / gaps)
    return max(0.0, min(room, default=0.0))


def too_wide(filled: Filled, step: int) -> list[tuple[Para, int]]:
    """Return the lines of a listing that are too long at a step, and by about how many characters."""
    found = []
    for entry in filled.entries:
        size, text = entry.level.size(step), entry.measured.text
        over = entry.measured.width * size - inner_width(filled.spec, entry.level)
        if over > 0:
            found.append((entry.para, math.ceil(over * len(text) / (entry.measured.width * size))))
    return found


def _excess(filled: Filled, step: int) -> Excess:
    entry = max(filled.entries, key=lambda e: len(e.measured.text))
    over = (height(filled, step) - inner_height(filled.spec)) / entry.pitch(step)
    for candidate in filled.entries:
        limit = candidate.level.limit(step)
        if limit is not None and len(wrap(candidate, filled.spec, step)) - limit > over:
            entry, over = candidate, float(len(wrap(candidate, filled.spec, step)) - limit)
    lines = wrap(entry, filled.spec, step)
    spare = max(0.0, math.ceil(over) - 1) * inner_width(filled.spec, entry.level) / entry.level.size(step)
    wide = spare + lines[-1].width
    average = sum(line.width for line in lines) / max(1, len(entry.measured.text))
    characters = max(1, math.ceil(wide / max(average, 0.1)))
    return Excess(filled, max(over, _too_many(filled)), entry.level.size(step), characters)


def settle(filled: Filled, step: int, voice: Voice, more: float = 0.0) -> tuple[Paragraph, ...]:
    """Return a frame's paragraphs at a step, with the lines they break into.

    `more` is added to the spaces between those paragraphs that may spread, in points.
    """
    return tuple(_settled(entry, filled.spec, step, voice, more, n == 0) for n, entry in enumerate(filled.entries))


def _settled(entry: Entry, spec: FrameSpec, step: int, voice: Voice, more: float, first: bool) -> Paragraph:
    level, size = entry.level, entry.level.size(step)
    before = level.style.before
    if more and level.spread > before:
        before = float(round(min(before + more, level.spread)))
    paragraph = Paragraph(
        runs=entry.runs,
        level=level.number,
        size=size,
        pitch=entry.pitch(step),
        before=0.0 if first else before,
        tracking=None if entry.tracking(step) == level.style.tracking else entry.tracking(step),
        lines=tuple((line.start, line.end, line.width) for line in wrap(entry, spec, step)),
    )
    if len(paragraph.lines) < 2:
        return paragraph
    width = inner_width(spec, level) / size
    if level.balanced:
        breaks = balance(entry.measured.text, entry.measured, width, len(paragraph.lines), voice.language)
        if breaks:
            return _broken(paragraph, breaks, entry.measured)
    squeeze = _squeeze(entry, spec, step)
    if not squeeze:
        return _with_names_whole(paragraph, entry.measured.text, voice.nobreak)
    tracking = entry.tracking(step) / size + squeeze
    lines = tuple(
        (line.start, line.end, line.width)
        for line in entry.measured.wrap(width, tracking=tracking, stops=POINTS_PER_INCH / size)
    )
    squeezed = replace(paragraph, tighten=squeeze * size, lines=lines)
    return _with_names_whole(squeezed, entry.measured.text, voice.nobreak)


def _broken(paragraph: Paragraph, breaks: Sequence[int], measured: Measured) -> Paragraph:
    """Break a paragraph at offsets of its text; spaces there are dropped."""
    ends = [*breaks, len(measured.text)]
    lines = tuple((start, end, measured.span(start, end)) for start, end in zip((0, *breaks), ends, strict=True))
    return replace(paragraph, runs=_parted(paragraph.runs, breaks), lines=lines)


def _with_names_whole(paragraph: Paragraph, text: str, names: Sequence[str]) -> Paragraph:
    """Write down the breaks before names that a program would otherwise take apart at the end of the line above."""
    breaks = [start for start, _, _ in paragraph.lines[1:] if any(text.startswith(name, start) for name in names)]
    return replace(paragraph, runs=_parted(paragraph.runs, breaks)) if breaks else paragraph


def _parted(runs: Sequence[Run], breaks: Sequence[int]) -> tuple[Run, ...]:
    """Return runs with line breaks at offsets of their whole text."""
    parted: list[Run] = []
    start = 0
    for run in runs:
        text = run.text
        for at in sorted((offset - start for offset in breaks), reverse=True):
            if 0 <= at < len(run.text):
                text = text[:at].rstrip(" \n") + "\n" + text[at:].lstrip(" \n")
        parted.append(replace(run, text=text))
        start += len(run.text)
    return tuple(parted)
