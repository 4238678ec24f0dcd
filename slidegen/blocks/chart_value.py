"""What a chart shows, as the outline says it."""

from typing import Literal

from msgspec import Struct

from slidegen.blocks.numbers import NumberFormat
from slidegen.diagnostics import Span

ChartType = Literal[
    "column",
    "bar",
    "stacked-column",
    "stacked-bar",
    "percent-column",
    "percent-bar",
    "line",
    "area",
    "pie",
    "doughnut",
    "scatter",
    "bubble",
    "radar",
    "combo",
]


class ChartSeries(Struct, frozen=True):
    """Numbers of one name, None where one is missing; points of a scatter also have `across`, bubbles `sizes`."""

    name: str
    values: tuple[float | None, ...]
    format: NumberFormat
    across: tuple[float, ...] = ()
    sizes: tuple[float, ...] = ()
    line: bool = False
    """Whether it is drawn as a line among columns."""
    highlighted: bool = False


class ChartValue(Struct, frozen=True):
    """A chart: its categories and series; `highlight` are places of categories. Missing names are empty."""

    type: ChartType
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    highlight: frozenset[int] = frozenset()
    labels: bool | None = None
    """Whether points show their values; None leaves it to the room there is."""
    totals: bool = False
    """Whether the sum of all series stands above each stacked column."""
    formatted: bool = False
    """Whether the outline names a format or a unit."""
    unit: str = ""
    x: str = ""
    y: str = ""
    source: str = ""
    alt: str = ""
    span: Span | None = None

    @property
    def points(self) -> bool:
        """Whether it has points with two coordinates instead of categories."""
        return self.type in ("scatter", "bubble")

    @property
    def round(self) -> bool:
        """Whether it shows the parts of one whole as slices."""
        return self.type in ("pie", "doughnut")

    @property
    def horizontal(self) -> bool:
        """Whether its bars lie."""
        return self.type.endswith("bar")
