"""A slide's own background: its paint, and the colours in which texts on the bare ground can be read.

WCAG 2.2, 1.4.3 and 1.4.11 say how much contrast texts and drawings need.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.compose.grounds import Layer, grounds, ink, layer, over
from slidegen.composed import (
    FURNITURE,
    Cell,
    Click,
    ComposedSlide,
    Frame,
    Item,
    Master,
    NativeLayout,
    Paragraph,
    ParagraphStyle,
    Run,
    Shape,
    Table,
    Text,
)
from slidegen.diagnostics import Report, Span
from slidegen.drawing import Color, Paint, Solid, Stroke
from slidegen.layout.contrast import RGB, contrast, rgb
from slidegen.layout.paint import PaintError
from slidegen.layout.theme import Theme
from slidegen.outline.nodes import Scalar

_LEAST, _LEAST_LARGE, _LEAST_DRAWN = 4.5, 3.0, 3.0
_LARGE, _LARGE_BOLD = 24.0, 14.0
_DIGITS = re.compile(r"#?([0-9A-Fa-f]{6})")
_SHOWN = 30
"""How many characters of a text a finding repeats."""


def background_of(node: Scalar, theme: Theme, report: Report) -> Paint:
    """Return the paint that an outline names: a role or colour of the theme, or six hex digits."""
    word = node.text.strip()
    digits = _DIGITS.fullmatch(word)
    if digits:
        return Solid(Color(digits[1].upper()))
    try:
        return theme.paints.paint(word)
    except PaintError as fault:
        report.error(
            "background",
            node.span,
            "`{value}` is no background: {fault}",
            'write a colour of the theme, such as accent1 or DARK, or six hex digits in quotes, such as "#1F2A44"',
            value=word,
            fault=fault,
        )
        return None


Tell = Callable[[str, float], None]
"""Told a text that cannot be read, and its contrast."""


class Backdrop(Struct, frozen=True):
    """A background on the slides of one deck."""

    paint: Paint
    theme: Theme
    report: Report

    def behind(self, slide: ComposedSlide, layout: NativeLayout, master: Master) -> ComposedSlide:
        """Return the slide with this background and what stands on it in colours that can be read there."""
        below: list[Layer] = []
        if layout.master_shapes:
            below.extend(_layers(master.items))
        below.extend(_layers(layout.items))
        items: dict[int, Item] = {}
        for position, item in enumerate(slide.items):
            legible = self._legible(item, slide, below)
            if legible is not None:
                items[position] = legible
                below.extend(_layers((item,), placed=True))
        if len(items) < len(slide.items):
            self.report.note(
                "furniture-left-out",
                slide.origin,
                "footer or slide number are left out here: they could not be read on this background",
            )
        return replace(slide, items=tuple(items.values()), clicks=_moved(slide, items), background=self.paint)

    def _legible(self, item: Item, slide: ComposedSlide, below: Sequence[Layer]) -> Item | None:
        """Return an item in colours that can be read; None for a footer or number that cannot."""
        if isinstance(item, Text):
            found = over(item.fill, grounds(ink(item), self.paint, below, self.theme), self.theme)
            if item.placeholder is not None and item.placeholder.type in FURNITURE:
                unread: list[str] = []
                shown = self._text(item, found, lambda text, _: unread.append(text))
                return None if unread else shown
            return self._text(item, found, self._teller(slide, item.origin))
        if isinstance(item, Table):
            return self._table(item, slide, grounds(item.box, self.paint, below, self.theme))
        if isinstance(item, Shape):
            return self._shape(item, grounds(item.box, self.paint, below, self.theme))
        return item

    def _text(self, text: Text, found: set[RGB], tell: Tell) -> Text:
        switched = self._switched(text.paragraphs, text.frame, found, tell)
        if switched is None:
            return text
        paragraphs, frame = switched
        return replace(text, paragraphs=paragraphs, frame=frame, recoloured=True)

    def _table(self, table: Table, slide: ComposedSlide, found: set[RGB]) -> Table:
        tell = self._teller(slide, table.origin)
        return replace(table, rows=tuple(tuple(self._cell(cell, found, tell) for cell in row) for row in table.rows))

    def _cell(self, cell: Cell, found: set[RGB], tell: Tell) -> Cell:
        switched = self._switched(cell.paragraphs, cell.frame, over(cell.fill, found, self.theme), tell)
        return cell if switched is None else replace(cell, paragraphs=switched[0], frame=switched[1])

    def _shape(self, shape: Shape, found: set[RGB]) -> Shape:
        """Return a drawing in lines alone, such as an icon, so that it can be seen."""
        line = shape.line
        if shape.fill is not None or line is None or not isinstance(line.paint, Solid) or _sheer(line.paint.color):
            return shape
        if self._ratio(line.paint.color, found) >= _LEAST_DRAWN:
            return shape
        return replace(shape, line=Stroke(Solid(self._best(found)), line.width, line.dash, line.arrow, line.round))

    def _switched(
        self, paragraphs: tuple[Paragraph, ...], frame: Frame, found: set[RGB], tell: Tell
    ) -> tuple[tuple[Paragraph, ...], Frame] | None:
        """Return paragraphs and frame in colours that can be read; None where they can be read as they are."""
        levels = [(p, frame.levels[p.level - 1]) for p in paragraphs]
        if all(self._reads(color, p, style, found) for p, style in levels for color in _colors(p, style)):
            return None
        color = self._best(found)
        for paragraph, style in levels:
            if paragraph.text.strip() and not self._reads(color, paragraph, style, found):
                tell(paragraph.text, self._ratio(color, found))
                return None
        plain = tuple(replace(p, runs=tuple(_plain(run) for run in p.runs)) for p in paragraphs)
        return plain, replace(frame, levels=tuple(self._style(style, color, found) for style in frame.levels))

    def _style(self, style: ParagraphStyle, color: Color, found: set[RGB]) -> ParagraphStyle:
        bullet = style.bullet
        if bullet is not None and self._ratio(bullet.color, found) < _LEAST_DRAWN:
            bullet = replace(bullet, color=color)
        return replace(style, color=color, bullet=bullet)

    def _reads(self, color: Color, paragraph: Paragraph, style: ParagraphStyle, found: set[RGB]) -> bool:
        large = paragraph.size >= _LARGE or (style.bold and paragraph.size >= _LARGE_BOLD)
        return _sheer(color) or self._ratio(color, found) >= (_LEAST_LARGE if large else _LEAST)

    def _ratio(self, color: Color, found: Iterable[RGB]) -> float:
        return min(contrast(rgb(color, self.theme.colors, self.theme.color_map, ground), ground) for ground in found)

    def _best(self, found: set[RGB]) -> Color:
        """Return the theme's colour of paper or of ink, whichever is easier to read."""
        return max((Color("bg1"), Color("tx1")), key=lambda color: self._ratio(color, found))

    def _teller(self, slide: ComposedSlide, origin: Span | None) -> Tell:
        def tell(text: str, ratio: float) -> None:
            self.report.error(
                "illegible",
                origin or slide.origin,
                "`{text}` could not be read on this background: its contrast would be {ratio:.1f} to 1",
                "choose a darker or a lighter background",
                text=text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…",
                ratio=math.floor(ratio * 10) / 10,  # 4.48 is less than the 4.5 that it needs
            )

        return tell


def _moved(slide: ComposedSlide, kept: Iterable[int]) -> tuple[Click, ...]:
    """Return a slide's clicks for the items that are kept; what is left out never comes by a click."""
    places = {before: now for now, before in enumerate(kept)}
    return tuple(Click(tuple(replace(t, item=places[t.item]) for t in click.targets)) for click in slide.clicks)


def _layers(items: Iterable[Item], placed: bool = False) -> Iterator[Layer]:
    """Yield what items fill; a layout's placeholders show only where a slide fills them."""
    for item in items:
        found = layer(item)
        if found is not None and (placed or getattr(item, "placeholder", None) is None):
            yield found


def _colors(paragraph: Paragraph, style: ParagraphStyle) -> Iterator[Color]:
    """Yield the colours in which the runs of a paragraph are shown."""
    for run in paragraph.runs:
        if run.link is not None and not run.link.plain:
            yield from (Color("hlink"), Color("folHlink"))
        else:
            yield run.color or style.color


def _plain(run: Run) -> Run:
    """Return a run in the colour of its text: emphasis stays bold, links stay underlined."""
    link = replace(run.link, plain=True) if run.link is not None else None
    return replace(run, color=None, link=link)


def _sheer(color: Color) -> bool:
    """Tell whether a colour lets the ground through, as decoration does."""
    return any(name == "alpha" for name, _ in color.mods)
