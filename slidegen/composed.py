"""ComposedDeck: what stands where. Every decision is taken here; writers only consume it.

Boxes are EMU from the slide's top left corner, sizes are points, widths of lines are em.
"""

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from slidegen.diagnostics import Span
from slidegen.drawing import RECT, Box, Color, Geometry, Paint, Stroke
from slidegen.math.tree import Formula

if TYPE_CHECKING:  # few decks have charts
    from slidegen.plot import Plot

# ---------------------------------------------------------------- text

Align = Literal["l", "ctr", "r", "just"]
Anchor = Literal["t", "ctr", "b"]


class Font(Struct, frozen=True):
    """The typefaces of a run: theme references (`+mn-lt`, `+mn-ea`) or family names."""

    latin: str
    east: str


class Bullet(Struct, frozen=True):
    """A character bullet: its colour and its size in percent of the text."""

    char: str
    color: Color
    percent: int


class ParagraphStyle(Struct, frozen=True):
    """How the paragraphs of one level look. Sizes in points, lengths in EMU, tracking in points."""

    size: float
    font: Font
    color: Color
    spacing: float = 1.3
    """Line pitch as a multiple of the size; written as exact points."""
    before: float = 0.0
    """Space before the paragraph, points."""
    bold: bool = False
    italic: bool = False
    align: Align = "l"
    bullet: Bullet | None = None
    margin: int = 0
    """Left margin of every line, EMU."""
    indent: int = 0
    """First line's offset from the margin, EMU; negative for a hanging bullet."""
    tracking: float = 0.0

    @property
    def pitch(self) -> float:
        """The distance of baselines, in points."""
        return self.size * self.spacing


class Link(Struct, frozen=True):
    """Where a run leads: a web address, or a slide by its id."""

    target: str
    slide: bool = False
    plain: bool = False
    """Whether it keeps the colour of its text, as on dark fills."""
    jump: str = ""
    """`nextslide` and its like, in place of a target."""


class Run(Struct, frozen=True):
    """Text of one look. None inherits from the paragraph's style."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    color: Color | None = None
    font: Font | None = None
    link: Link | None = None
    math: Formula | None = None
    """The formula that it shows; `text` says the same in plain text."""
    field: str = ""
    """A DrawingML field type such as `slidenum`; `text` is then what it shows now."""


class Paragraph(Struct, frozen=True):
    """Runs on one level; `lines` are where they break: (start, end, width in em)."""

    runs: tuple[Run, ...]
    level: int = 1
    size: float = 0.0
    """The fitted size in points."""
    pitch: float = 0.0
    """The fitted distance of baselines in points."""
    before: float = 0.0
    tracking: float | None = None
    """Space between characters in points where it is not the level's; None inherits."""
    tighten: float = 0.0
    """Tracking added to avoid a lonely last character, points (negative)."""
    lines: tuple[tuple[int, int, float], ...] = ()

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(r.text for r in self.runs)

    @property
    def has_math(self) -> bool:
        """Whether there is a formula in it."""
        return any(r.math is not None for r in self.runs)


class Frame(Struct, frozen=True):
    """The inside of a text box: insets in EMU, anchoring and the look of its levels (1 first)."""

    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    anchor: Anchor = "t"
    levels: tuple[ParagraphStyle, ...] = ()
    vertical: bool = False


# ---------------------------------------------------------------- items


FURNITURE = ("ftr", "sldNum", "dt")
"""Placeholder types of footer, slide number and date."""


OBJECTS = ("pic", "chart", "media")
"""Placeholder types that hold no text: pictures, charts, recordings."""


class Placeholder(Struct, frozen=True):
    """Which placeholder of the layout a text box fills."""

    type: str
    """OOXML placeholder type: title, ctrTitle, body, ftr, sldNum, dt …"""
    idx: int
    size: str = ""
    """`half`, `quarter` or empty."""


class Text(Struct, frozen=True):
    """A text box. In a placeholder it inherits from the layout whatever equals the layout's own."""

    name: str
    box: Box
    frame: Frame
    paragraphs: tuple[Paragraph, ...]
    placeholder: Placeholder | None = None
    fill: Paint = None
    line: Stroke | None = None
    geometry: Geometry = RECT
    prompt: str = ""
    """On a layout: what an empty placeholder says."""
    decorative: bool = False
    origin: Span | None = None
    slot: str = ""
    """The slot path, such as `cards[2]`."""
    link: Link | None = None
    """Where a click on the box leads; its text looks no different."""
    recoloured: bool = False
    """Whether its levels have other colours than those of its placeholder."""


class Shape(Struct, frozen=True):
    """A drawn shape without text; decorative unless `alt` says what it shows."""

    name: str
    box: Box
    geometry: Geometry = RECT
    fill: Paint = None
    line: Stroke | None = None
    alt: str = ""
    flip_h: bool = False
    flip_v: bool = False
    rotation: int = 0
    """Clockwise, 60000ths of a degree."""


class Cell(Struct, frozen=True):
    """A table cell; the first of those that are joined has their text, and says over how many it reaches.

    `right` and `below`: it stands on the right of, or below, a cell it is joined with (`hMerge`, `vMerge`).
    """

    paragraphs: tuple[Paragraph, ...]
    frame: Frame
    fill: Paint = None
    bottom: Stroke | None = None
    top: Stroke | None = None
    across: int = 1
    down: int = 1
    right: bool = False
    below: bool = False


class Table(Struct, frozen=True):
    """A native table; widths and heights in EMU."""

    name: str
    box: Box
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str = ""
    header: bool = True
    banded: bool = True
    total: bool = False
    origin: Span | None = None
    slot: str = ""


class Chart(Struct, frozen=True):
    """A native chart with its numbers in a workbook, in a placeholder of the layout."""

    name: str
    box: Box
    plot: "Plot"
    placeholder: Placeholder
    alt: str
    origin: Span | None = None
    slot: str = ""
    crowded: str = ""
    """What has no room at the least size: `names` or `labels`; empty where all has."""
    least: float = 0.0
    """That size in points."""


class Recording(Struct, frozen=True):
    """A film or a sound in its own bytes."""

    data: bytes
    extension: str
    video: bool


class Picture(Struct, frozen=True):
    """A picture in its own bytes, or those of a drawing and `svg` beside them.

    `crop` is what is cut off at left, top, right and bottom, in thousandths of a percent of the picture.
    """

    name: str
    box: Box
    data: bytes
    extension: str
    pixels: tuple[int, int]
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    alt: str = ""
    """What it shows; a picture without is decorative."""
    svg: bytes = b""
    placeholder: Placeholder | None = None
    recording: Recording | None = None
    """What plays in its place at a click."""
    moved: bool = False
    """Whether its box is not that of its placeholder."""
    geometry: Geometry = RECT
    line: Stroke | None = None
    origin: Span | None = None
    slot: str = ""


Item = Text | Shape | Table | Picture | Chart

# ---------------------------------------------------------------- slides


class NativeLayout(Struct, frozen=True):
    """A slide layout part: one family at one count of items with one set of optional slots."""

    key: str
    """What identifies it in the deck, such as `cards-4+takeaway`."""
    name: str
    type: str
    """OOXML layout type: title, secHead, obj, twoObj, titleOnly, blank or `cust`."""
    background: Paint
    """None leaves the master's."""
    master_shapes: bool
    items: tuple[Item, ...]
    """Decoration and placeholders, back to front."""


class NotesPage(Struct, frozen=True):
    """How a slide's notes are printed on a page of 6,858,000 by 9,144,000 EMU: the picture, the text below, its size.

    As it stands it is the notes master's page, where the slide stands high and about 20 lines fit.
    """

    size: float = 12.0
    image: Box = Box(685_800, 594_360, 5_486_400, 3_086_100)
    body: Box = Box(685_800, 3_886_200, 5_486_400, 4_663_440)


MASTER_PAGE: Final = NotesPage()


class Target(Struct, frozen=True):
    """What appears at a click: an item of the slide by its position from 0, whole or from one paragraph to another.

    Paragraphs count from 0, the last one is included.
    """

    item: int
    paragraphs: tuple[int, int] | None = None


class Click(Struct, frozen=True):
    """What one click of the presenter brings, all of it at once."""

    targets: tuple[Target, ...]


class ComposedSlide(Struct, frozen=True):
    """One slide: its items back to front, in reading order among the texts."""

    id: str
    layout: str
    """`NativeLayout.key`."""
    title: str
    items: tuple[Item, ...]
    notes: str = ""
    page: NotesPage = MASTER_PAGE
    section: str = ""
    """The id of its section."""
    hidden: bool = False
    transition: str = "fade"
    clicks: tuple[Click, ...] = ()
    """What appears one by one; everything else is seen from the start."""
    part: str = ""
    """`1/2` on the first of two slides that one slide of the outline became."""
    background: Paint = None
    """None leaves the layout's."""
    outline_id: str = ""
    """The id of that slide of the outline, where this is a part of it."""
    origin: Span | None = None


class ComposedSection(Struct, frozen=True):
    """A native section: its name and the ids of its slides in order."""

    id: str
    name: str
    slides: tuple[str, ...]


class Master(Struct, frozen=True):
    """The slide master: background, decoration and the placeholders all layouts build on."""

    background: Paint
    items: tuple[Item, ...]
    title: ParagraphStyle
    body: tuple[ParagraphStyle, ...]


class FontSet(Struct, frozen=True):
    """A theme font: the Latin face, the deck's East Asian face and faces by script tag (`Hans`)."""

    latin: str
    east: str
    scripts: tuple[tuple[str, str], ...] = ()


class ThemePart(Struct, frozen=True):
    """What the theme part holds: names, the twelve colours in OOXML order, the colour map, two fonts."""

    name: str
    colors: tuple[tuple[str, str], ...]
    color_map: tuple[tuple[str, str], ...]
    major: FontSet
    minor: FontSet


class Properties(Struct, frozen=True):
    """Core properties of the document."""

    title: str
    subject: str = ""
    creator: str = ""
    company: str = ""
    language: str = "zh-CN"
    date: str = ""


class ComposedDeck(Struct, frozen=True):
    """A whole deck, ready to be written."""

    properties: Properties
    language: str
    theme: ThemePart
    master: Master
    layouts: tuple[NativeLayout, ...]
    slides: tuple[ComposedSlide, ...]
    sections: tuple[ComposedSection, ...] = ()
    id: str = "deck"
    """What its slides' and shapes' ids are derived from."""
    build: str = ""
    """SHA-256 of all that the deck was made from."""
