"""What a composed chart draws: groups of series, axes and labels, with every size, colour and place decided.

Colours are the theme's. Places are fractions of the chart's box, from its top left corner.
"""

from typing import Literal

from msgspec import Struct

from slidegen.drawing import Color

Kind = Literal["bar", "line", "area", "pie", "doughnut", "scatter", "bubble", "radar"]
Grouping = Literal["clustered", "standard", "stacked", "percentStacked"]
Part = Literal["value", "percent", "category", "series"]
Place = tuple[float, float, float, float]
"""x, y, width and height."""


class Look(Struct, frozen=True):
    """How words of a chart look; the size is points."""

    size: float
    color: Color
    bold: bool = False


class Labels(Struct, frozen=True):
    """What stands at a point: its parts, one a line, where, and how numbers are written."""

    look: Look
    format: str
    position: str = ""
    """As c:dLblPos (ECMA-376-1, 21.2.2.48); empty where the type of chart has one place only."""
    parts: tuple[Part, ...] = ("value",)
    words: str = ""
    """Words of one's own in place of the parts."""
    ground: Color | None = None
    """What lies behind the words where they may stand upon columns."""


class Point(Struct, frozen=True):
    """What differs at one point of a series."""

    index: int
    color: Color | None = None
    labels: Labels | None = None


class PlotSeries(Struct, frozen=True):
    """One series: its name, its numbers, its colour, and its labels; without them only some points have any."""

    name: str
    values: tuple[float | None, ...]
    color: Color
    across: tuple[float, ...] = ()
    sizes: tuple[float, ...] = ()
    labels: Labels | None = None
    points: tuple[Point, ...] = ()
    marked: bool = True
    """Whether the points of a line have marks."""
    total: bool = False
    """Whether it is the sum of all others: a line that nobody sees, for its labels alone."""


class Group(Struct, frozen=True):
    """Series that are drawn in one way on one pair of axes."""

    kind: Kind
    series: tuple[PlotSeries, ...]
    grouping: Grouping = "clustered"
    lying: bool = False
    gap: int = 55
    """Percent of a bar's width between the bars of two categories."""
    secondary: bool = False
    """Whether its values go by the second value axis."""


class Axis(Struct, frozen=True):
    """One axis. `title_at` is where its title, of one or several lines, begins."""

    shown: bool
    """Whether it is there; an axis without words and line is shown and `bare`."""
    look: Look
    format: str = "General"
    title: str = ""
    title_at: tuple[float, float] | None = None
    title_look: Look | None = None
    """How its title looks where that is not as its words do."""
    least: float | None = None
    most: float | None = None
    backwards: bool = False
    every: int = 1
    """Each which category is named."""
    bare: bool = False
    lines: bool = False
    """Whether lines lead across the chart, as in a radar."""


class Plot(Struct, frozen=True):
    """A whole chart. Without categories its points have two coordinates."""

    groups: tuple[Group, ...]
    categories: tuple[str, ...]
    words: Look
    rule: Color
    """The colour of axes."""
    ground: Color
    """What lies behind: it parts slices and pieces."""
    across: Axis | None = None
    """The axis of the categories, or of the first coordinate."""
    up: Axis | None = None
    second: Axis | None = None
    area: Place | None = None
    legend: Place | None = None
    legend_look: Look | None = None
    upright_legend: bool = False
    """Whether the legend is a column."""

    @property
    def series(self) -> tuple[PlotSeries, ...]:
        """All series in the order of their columns in the workbook."""
        return tuple(series for group in self.groups for series in group.series)
