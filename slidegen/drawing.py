"""Geometry and paint: boxes, colours, lines and outlines, as layouts ask for them and DrawingML knows them."""

from msgspec import Struct


class Box(Struct, frozen=True):
    """A rectangle in EMU."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The bottom edge."""
        return self.y + self.h


class Color(Struct, frozen=True):
    """A theme slot (`accent1`, `tx2`, `bg1` …) or six hex digits, with DrawingML transforms in order.

    `mods` holds names and values of transforms in thousandths of a percent: ("lumMod", 40000).
    """

    base: str
    mods: tuple[tuple[str, int], ...] = ()

    @property
    def literal(self) -> bool:
        """Whether the base is hex digits rather than a theme slot."""
        return len(self.base) == 6 and all(c in "0123456789ABCDEF" for c in self.base)


class Solid(Struct, frozen=True):
    """One colour."""

    color: Color


class Gradient(Struct, frozen=True):
    """Stops (position in thousandths of a percent, colour), linear at `angle` (60000ths of a degree)
    or, when `focus` is given (left, top, right, bottom of fillToRect, thousandths of a percent), along
    a circle.
    """

    stops: tuple[tuple[int, Color], ...]
    angle: int = 0
    focus: tuple[int, int, int, int] | None = None


Paint = Solid | Gradient | None
"""A fill; None paints nothing."""


class Stroke(Struct, frozen=True):
    """A line: its paint, its width in EMU, a preset dash and whether an arrow ends it."""

    paint: Solid | Gradient
    width: int
    dash: str = "solid"
    arrow: bool = False
    round: bool = False


class Preset(Struct, frozen=True):
    """A preset geometry by its DrawingML name, with its adjust values by name."""

    name: str
    adjust: tuple[tuple[str, int], ...] = ()


class Path(Struct, frozen=True):
    """A custom geometry in a coordinate space of `w` by `h` units.

    `commands` are ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",), whole numbers.
    """

    w: int
    h: int
    commands: tuple[tuple[str | int, ...], ...]
    filled: bool = True


Geometry = Preset | Path
RECT = Preset("rect")
