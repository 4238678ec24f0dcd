"""What all charts are drawn with: the room they have, widths of words in points, the theme's colours."""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.chart_value import ChartSeries, ChartValue
from slidegen.blocks.numbers import NumberFormat
from slidegen.compose.fitting import SAFETY
from slidegen.compose.voice import Voice
from slidegen.drawing import Color
from slidegen.layout.contrast import contrast, rgb
from slidegen.layout.variant import FrameSpec
from slidegen.plot import Axis, Labels, Look, Place
from slidegen.text.measure import Measured, Piece, measure
from slidegen.units import to_points
from slidegen.words import word

LINE = 1.22
"""The height of a line of a chart's words, as a multiple of its size: programs set them by the face's own measures."""
GAP = 8.0
"""What words keep from what stands beside them, points."""
SMALL = 16.0
"""The size of legends and of numbers on axes, points."""
ACCENTS = 6
_KEY = 2.6
"""The width of a legend's key with the space around, as a multiple of the size."""
_TEXT_CONTRAST = 4.5
_TITLE_WIDTH = 0.18
_BETWEEN_NAMES = 5.0
_COARSE = 12.0
"""Axes that reach so far have whole numbers only."""


class Scene(Struct, frozen=True, dict=True):
    """One chart in its frame."""

    value: ChartValue
    spec: FrameSpec
    voice: Voice

    @cached_property
    def w(self) -> float:
        """The frame's width in points."""
        return to_points(self.spec.box.w)

    @cached_property
    def h(self) -> float:
        """The frame's height in points."""
        return to_points(self.spec.box.h)

    @property
    def sizes(self) -> tuple[float, ...]:
        """The sizes to try, largest first."""
        return self.spec.levels[0].sizes

    @property
    def small(self) -> float:
        """The size of what explains: legend, axis."""
        return min(SMALL, self.sizes[0])

    # ------------------------------------------------------------ colours

    @cached_property
    def accents(self) -> tuple[Color, ...]:
        """The colours of series in order: the accents, where the theme has no roles `SERIES1` to `SERIES6`."""
        theme = self.voice.theme
        names = [(f"SERIES{n}", f"accent{n}") for n in range(1, ACCENTS + 1)]
        return tuple(theme.color(role if role in theme.roles else accent) for role, accent in names)

    @cached_property
    def context(self) -> Color:
        """The colour of what is not highlighted: the theme's `CONTEXT`, else its `MUTED`."""
        known = self.voice.theme.roles
        return self.voice.theme.color(next((role for role in ("CONTEXT", "MUTED") if role in known), "tx1"))

    @cached_property
    def muted(self) -> Color:
        """The colour of numbers on axes and of their titles."""
        return self.voice.theme.color("MUTED" if "MUTED" in self.voice.theme.roles else "tx1")

    @property
    def rule(self) -> Color:
        """The colour of axes."""
        return Color(self.muted.base, (*self.muted.mods, ("alpha", 50_000)))

    @property
    def ground(self) -> Color:
        """What lies behind."""
        return Color("bg1")

    def on(self, color: Color) -> Color:
        """Return the colour of words on a fill: the ground's where that can be read, else that of text."""
        light, dark = (self.contrast(color, Color(name)) for name in ("bg1", "tx1"))
        return Color("bg1") if light >= _TEXT_CONTRAST or light >= dark else Color("tx1")

    def contrast(self, one: Color, other: Color) -> float:
        """Return how far two colours stand out from each other (WCAG 2.2)."""
        theme = self.voice.theme
        return contrast(*(rgb(color, theme.colors, theme.color_map) for color in (one, other)))

    # ------------------------------------------------------------ words

    def look(self, size: float, bold: bool = False, color: Color | None = None) -> Look:
        """Return a look in the frame's own colour."""
        return Look(size, color or self.spec.levels[0].style.color, bold)

    def measured(self, text: str, bold: bool = False) -> Measured:
        """Return words ready for breaking."""
        face = self.voice.theme.face(self.spec.levels[0].style.font, self.voice.script, bold)
        return measure([Piece(text, face)])

    def width(self, texts: Iterable[str], size: float, bold: bool = False) -> float:
        """Return the width in points of the widest of some texts."""
        return max((self.measured(text, bold).width for text in texts), default=0.0) * size / SAFETY

    def lines(self, text: str, room: float, size: float) -> int | None:
        """Return how many lines a text takes in a room of so many points; None where a word would be cut."""
        measured = self.measured(text)
        lines = measured.wrap(max(room * SAFETY, 1.0) / size)
        whole = all(line.width * size <= room for line in lines)
        return len(lines) if whole and all(measured.breakable(line.start) for line in lines[1:]) else None

    def name(self, series: ChartSeries) -> str:
        """Return the name of a series: its own, else that of the axis."""
        return series.name or self.value.y or word("chart_series", self.voice.language)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """All values of the chart as they are shown."""
        return tuple(s.format.shown(v) for s in self.value.series for v in s.values if v is not None)

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """All values of the chart."""
        return tuple(v for s in self.value.series for v in s.values if v is not None)

    @cached_property
    def sums(self) -> tuple[float | None, ...]:
        """The sum of all series for each category; None where no series has a number."""
        columns = zip(*(s.values for s in self.value.series), strict=True)
        there = ([v for v in column if v is not None] for column in columns)
        return tuple(math.fsum(column) if column else None for column in there)

    # ------------------------------------------------------------ places

    def place(self, x: float, y: float, w: float, h: float) -> Place:
        """Return a place in points as fractions of the frame."""
        return x / self.w, y / self.h, w / self.w, h / self.h

    def legend(self, names: Sequence[str], y: float) -> tuple[Place, float]:
        """Return the place of a legend in rows from the left, and its height in points."""
        size = self.small
        widths = [self.width([name], size) + _KEY * size for name in names]
        rows, used = 1, 0.0
        for width in widths:
            if used and used + width > self.w:
                rows, used = rows + 1, 0.0
            used += width
        height = rows * size * 1.5
        return self.place(0, y, min(self.w, sum(widths) + size) if rows == 1 else self.w, height), height + GAP

    @cached_property
    def axis_format(self) -> NumberFormat:
        """How numbers on the axis are written: without the unit, which the title has, and no finer than they need."""
        if self.value.type.startswith("percent"):
            return NumberFormat(percent=True)
        own = next((s.format for s in self.value.series if not s.line), self.value.series[0].format)
        span = (max(self.numbers) - min(self.numbers)) * (100 if own.percent else 1)
        decimals = 0 if span >= _COARSE else own.decimals
        return replace(own, decimals=decimals, after="" if self.value.unit else own.after)

    @property
    def axis_words(self) -> list[str]:
        """The widest words that may stand at the axis of values."""
        if self.value.type.startswith("percent"):
            return ["100%"]
        summed = max(self.numbers)
        if self.value.type in ("area", "stacked-column", "stacked-bar"):
            summed = max(sum(s.values[n] or 0.0 for s in self.value.series) for n in range(len(self.value.categories)))
        return [self.axis_format.shown(number * 1.2) for number in (summed, min(self.numbers))]

    def _title(self, shown: bool) -> str:
        """Return what the axis of values counts, with the unit where no label does, in lines above the axis.

        They are broken here: LibreOffice gives the title of an upright axis a fifth of the width, PowerPoint all.
        """
        unit = self.value.unit if shown else ""
        title = self.value.y
        if unit:
            title = word("with_unit", self.voice.language).format(name=title, unit=unit) if title else unit
        if not title or self.value.horizontal:
            return title
        lines = self._title_lines(title)
        if len(lines) > 1 and unit and self.value.y:  # the unit is not torn apart before the name is
            lines = [*self._title_lines(self.value.y), *self._title_lines(title[len(self.value.y) :].strip())]
        return "\n".join(lines)

    def _title_lines(self, text: str) -> list[str]:
        lines = self.measured(text).wrap(self.w * _TITLE_WIDTH * SAFETY / self.small)
        return [text[line.start : line.end] for line in lines]

    def head(self, shown: bool) -> float:
        """Return the height of the title above the plot, points; `shown`: the axis of values is."""
        title = self.value.x if self.value.horizontal else self._title(shown)
        return (title.count("\n") + 1) * self.small * LINE + GAP if title else 0.0

    @property
    def foot(self) -> float:
        """The height of the title below the plot, points."""
        return self.small * LINE + GAP if self.value.x else 0.0

    def value_axis(self, shown: bool, least: float | None) -> Axis:
        """Return the axis of values."""
        title = self._title(shown)
        at = (0.0, 0.0) if title and not self.value.horizontal else None
        look = self.look(self.small, color=self.muted)
        return Axis(shown, look, self._axis_code, title, at, least=least)

    @property
    def _axis_code(self) -> str:
        """The format of an axis: plain numbers have no more decimals than the step between them asks for."""
        own = self.axis_format
        return "General" if own == NumberFormat(own.decimals) else own.code

    def name_axis(self, size: float, every: int = 1) -> Axis:
        """Return the axis of categories."""
        title, lying = self.value.x, self.value.horizontal
        at = (0.0, 0.0) if title and lying else None
        title_look = self.look(self.small, color=self.muted)
        return Axis(True, self.look(size), "General", title, at, title_look, backwards=lying, every=every)


def name_room(slot: float) -> float:
    """Return how wide the name of a category may be in its slot, both in points, that it stands apart from the next."""
    return slot - max(slot * 0.06, _BETWEEN_NAMES)


def labels(scene: Scene, code: str, size: float, position: str, color: Color | None = None) -> Labels:
    """Return labels with values, in bold."""
    return Labels(scene.look(size, True, color), code, position)
