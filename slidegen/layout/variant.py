"""A variant: a family's geometry at one count and one set of optional slots, with types.

This is what the composer places text into and what becomes one native slide layout.
"""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from slidegen.composed import Frame, ParagraphStyle, Placeholder, Shape, Text
from slidegen.drawing import RECT, Box, Color, Geometry, Paint, Stroke


class Level(Struct, frozen=True):
    """One paragraph level of a frame and the content it takes.

    `source` names the slot or the item's field (`title`), with the depth for nested lists
    (`bullets.2`). `sizes` are the steps of fitting, largest first, in points; `max_lines` limits the
    lines at each of those steps (empty: no limit).
    """

    source: str
    number: int
    style: ParagraphStyle
    sizes: tuple[float, ...]
    max_lines: tuple[int, ...] = ()
    balanced: bool = False
    spread: float = 0.0
    """How far the space before may grow where there is room, points; 0 keeps it."""
    split_from: float = 0.0
    """From how many em on a Chinese text breaks at its space, in clauses that want lines of their own; 0 never."""
    spacing: float = 1.3
    """Its line pitch in Chinese, as a multiple of the size; `style` has that of the deck's language."""
    tracking: float = 0.0
    """The space between Chinese characters, points; `style` has that of the deck's language."""

    def size(self, step: int) -> float:
        """Return the size at a step of fitting, in points."""
        return self.sizes[min(step, len(self.sizes) - 1)]

    def limit(self, step: int) -> int | None:
        """Return how many lines a paragraph may take at a step, or None."""
        return self.max_lines[min(step, len(self.max_lines) - 1)] if self.max_lines else None


class Token(Struct, frozen=True):
    """How a kind of words in a listing looks."""

    color: Color | None = None
    bold: bool = False


PLAIN = Token()


class Listing(Struct, frozen=True):
    """How a frame shows code: a paragraph a line, none of them broken. Lengths in EMU.

    `tokens` are the looks of words by their kind, `marked` those on lines that stand out.
    """

    tokens: Mapping[str, Token]
    marked: Mapping[str, Token]
    most: int
    """How many lines it shows."""
    number_width: int
    number_gap: int
    """How far left of the frame the numbers of its lines end."""
    number_color: Color
    band_left: int
    """How far left of the frame the ground of lines that stand out begins."""
    band: Paint
    bar: Paint
    """At the left end of that ground."""


class FrameSpec(Struct, frozen=True, dict=True):
    """A text frame: where it is, how it looks, which content it takes.

    `item` counts from 1 in a repeated slot, 0 elsewhere. Frames of one `group` share their sizes.
    """

    name: str
    slot: str
    path: str
    """The slot path, such as `cards[2]` or `steps[2].label`."""
    group: str
    item: int
    box: Box
    frame: Frame
    levels: tuple[Level, ...]
    placeholder: Placeholder
    fill: Paint = None
    line: Stroke | None = None
    geometry: Geometry = RECT
    """The outline of its box; what else than a rectangle suits pictures."""
    dark: bool = False
    stretches: bool = False
    """Whether its height follows that of its cell."""
    order: int = 0
    """Its place in the reading order: frames of lower order come first."""
    prompts: tuple[tuple[int, str], ...] = ()
    """What the empty placeholder says, by level."""
    listing: Listing | None = None

    @cached_property
    def steps(self) -> int:
        """How many sizes there are to try."""
        return max(len(level.sizes) for level in self.levels)

    @cached_property
    def sources(self) -> Mapping[str, tuple[Level, ...]]:
        """The slots or fields it takes text from, in the order of their first levels, each with its levels by depth."""
        found: dict[str, list[Level]] = {}
        for level in sorted(self.levels, key=lambda level: level.number):
            found.setdefault(level.source.partition(".")[0], []).append(level)
        return {source: tuple(own) for source, own in found.items()}


class Ornament(Struct, frozen=True):
    """Decoration that belongs to a frame or an item and stands on the slide, with its condition."""

    slot: str
    item: int
    content: Shape | Text | None
    icon: str = ""
    """The field that names an icon, drawn into `box` with `line`."""
    box: Box | None = None
    line: Stroke | None = None
    when: str = ""
    unless: tuple[str, ...] = ()
    behind: bool = False
    """Whether it stands behind its frame rather than upon it."""
    counting: str = ""
    """Its text, where that counts items (`{i}`): on a continued slide the counting goes on."""


class CellStyle(Struct, frozen=True):
    """How a kind of table cell looks: steps of sizes, fill and frame."""

    frame: Frame
    sizes: tuple[float, ...]
    fill: Paint = None
    dark: bool = False


class TableSpec(Struct, frozen=True):
    """Where a table stands and how its cells look. Heights in EMU."""

    slot: str
    box: Box
    header: CellStyle
    body: CellStyle
    first: CellStyle
    total: CellStyle
    highlight: CellStyle
    bands: tuple[Paint, ...]
    rule: Stroke | None
    total_rule: Stroke | None
    """The line above a total row; None takes the rule."""
    header_height: int
    row_heights: tuple[int, ...]
    """Least row heights, one a step."""
    most: int = 0
    """How high rows grow where there is room; 0 keeps them."""


class Snug(Struct, frozen=True):
    """Cells whose height follows their text: the slot, and the heights in inches they may take."""

    slot: str
    least: float
    most: float
    extra: float
    """What is added below the tallest text."""


class Variant(Struct, frozen=True, dict=True):
    """A family ready to be filled."""

    key: str
    family: str
    name: str
    ooxml: str
    background: Paint
    master_shapes: bool
    decor: tuple[Shape | Text, ...]
    """Drawn on the native layout, behind its placeholders."""
    frames: tuple[FrameSpec, ...]
    ornaments: tuple[Ornament, ...]
    table: TableSpec | None = None
    snug: Snug | None = None
    slots: frozenset[str] = frozenset()
    """The slots that this count and these optional slots leave room for."""

    @cached_property
    def ornaments_after(self) -> Mapping[int, tuple[Ornament, ...]]:
        """The ornaments by the position of the frame they follow: the last one of their slot and item."""
        last = {(frame.slot, frame.item): position for position, frame in enumerate(self.frames)}
        found: dict[int, list[Ornament]] = {}
        for ornament in self.ornaments:
            found.setdefault(last.get((ornament.slot, ornament.item), -1), []).append(ornament)
        return {position: tuple(own) for position, own in found.items()}
