"""How a composed deck looks, in measures that can fail: fill, edges, distances, sizes, hues and lonely last lines.

The bounds are rules of this house (typography and density), not of any standard. Furniture (footer, number, date) and
decoration count where it is said.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from colorsys import rgb_to_hsv
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeVar

from slidegen.compose.draft import Draft
from slidegen.composed import (
    FURNITURE,
    ComposedDeck,
    ComposedSlide,
    Item,
    NativeLayout,
    Paragraph,
    ParagraphStyle,
    Shape,
    Table,
    Text,
)
from slidegen.drawing import Box, Color, Gradient, Paint, Solid, Stroke
from slidegen.layout.contrast import rgb
from slidegen.text.kinsoku import CJK, classes_of
from slidegen.units import EMU_PER_INCH, to_inches, to_points

FOLLOWING_FILL = 0.65
"""How much of a panel its text and insets take at least, where the cell's height follows its text."""
FIXED_FILL = 0.40
"""The same where the height is fixed."""
LEAST_GAP = 0.12
"""Inches between content boxes that do not touch."""
SIZES, HUES = 4, 4
"""Sizes of text and hues on a slide at most."""
LEFTS = 5
"""Left edges at which the frames of a slide stand at most, those within a row of siblings counted as one."""
LONELY = 2.0
"""A last line of no more em looks lost."""
GREY = 0.16
"""Colours of less saturation have no hue; so have those nearly black."""
SECTOR = 36
"""Degrees within which colours are of one hue."""

_Content = TypeVar("_Content", bound=Text | Table)
_COUNTER = re.compile(r"\[\d+\]")
_ROUNDING = EMU_PER_INCH // 200


@dataclass(frozen=True, slots=True)
class Blemish:
    """Something that a measure found: on which slide, by which measure, what."""

    slide: str
    measure: str
    what: str

    def __str__(self) -> str:
        return f"{self.slide}: {self.measure}: {self.what}"


def following(drafts: Iterable[Draft]) -> dict[str, frozenset[str]]:
    """Return by slide the frames that are as high as their text: those as high as their cells under `height: {fit}`."""
    return {draft.id: frozenset(_following(draft)) for draft in drafts}


def _following(draft: Draft) -> Iterator[str]:
    geometry = draft.family.resolve(draft.count, draft.used).get("geometry") or {}
    for slot, tree in geometry.items():
        if tree and tree.get("height"):
            frames = {f"{slot}[].{name}": frame for name, frame in (tree.get("frames") or {}).items()}
            frames[f"{slot}[]"] = tree.get("frame") or {}
            yield from (path for path, frame in frames.items() if "h" in str(frame.get("box", "h")))


def blemishes(deck: ComposedDeck, follows: Mapping[str, Collection[str]]) -> list[Blemish]:
    """Return all that the measures find in a deck; `follows` as `following` gives it."""
    layouts = {layout.key: layout for layout in deck.layouts}
    found: list[Blemish] = []
    for slide in deck.slides:
        layout, origin = layouts[slide.layout], slide.outline_id or slide.id
        measures = {
            "fill": fill(slide, follows.get(origin, ())),
            "edges": edges(slide, layout),
            "distance": distances(slide),
            "sizes": sizes(slide),
            "hues": hues(slide, layout, deck),
            "lonely": lonely(slide),
        }
        found.extend(Blemish(slide.id, name, what) for name, all_of in measures.items() for what in all_of)
    return found


# ---------------------------------------------------------------- fill


def text_height(text: Text) -> float:
    """Return how high the paragraphs of a frame stand, insets included, in points."""
    _, top, _, bottom = text.frame.insets
    lines = sum(len(p.lines or ((0, 0, 0),)) * p.pitch + p.before for p in text.paragraphs)
    return lines + to_points(top + bottom)


def fill(slide: ComposedSlide, follows: Collection[str]) -> Iterator[str]:
    """Yield the panels that are too empty; of equal siblings the fullest counts, since they share its height."""
    for path, siblings in _siblings(t for t in _content(slide) if isinstance(t, Text) and t.fill is not None).items():
        share = max(map(_share, siblings))
        least = FOLLOWING_FILL if path in follows else FIXED_FILL
        if share < least:
            yield f"{path} takes {share:.2f} of its panel, {least:.2f} is wanted"


def _share(text: Text) -> float:
    """Return how much of its panel a text takes: of the height, and of the width of a narrow tile with one word."""
    height = text_height(text) / to_points(text.box.h)
    lines = [line for p in text.paragraphs for line in p.lines]
    if len(lines) != 1 or text.box.w >= text.box.h:
        return height
    left, _, right, _ = text.frame.insets
    width = lines[0][2] * text.paragraphs[0].size + to_points(left + right)
    return max(height, width / to_points(text.box.w))


# ---------------------------------------------------------------- edges


def edges(slide: ComposedSlide, layout: NativeLayout) -> Iterator[str]:
    """Yield siblings without a common edge, left edges that nearly agree, and too many of them."""
    columns: list[int] = []
    for name, siblings in _siblings(_content(slide)).items():
        boxes = [item.box for item in siblings]
        if len(boxes) > 1 and not (_in_a_row(boxes) or _in_a_column(boxes) or _in_a_grid(boxes) or _in_a_ring(boxes)):
            yield f"{name} has neither tops and heights nor lefts and widths in common"
        lefts = sorted({_outer_left(box, layout.items) for box in boxes})
        columns.extend(lefts[:1] if len(lefts) > 2 else lefts)
    distinct = sorted(set(columns))
    for one, other in pairwise(distinct):
        if _ROUNDING < other - one < LEAST_GAP * EMU_PER_INCH:
            yield f"frames begin at {to_inches(one):.3f} and at {to_inches(other):.3f} in"
    if len(distinct) > LEFTS:
        yield f"frames begin at {len(distinct)} places from the left"


def _in_a_row(boxes: Sequence[Box]) -> bool:
    return _alike(box.y for box in boxes) and _alike(box.h for box in boxes)


def _in_a_column(boxes: Sequence[Box]) -> bool:
    return _alike(box.x for box in boxes) and _alike(box.w for box in boxes)


def _in_a_grid(boxes: Sequence[Box]) -> bool:
    """Whether boxes of one height stand in whole rows of common tops that do not overlap."""
    tops = sorted({box.y for box in boxes})
    return _alike(box.h for box in boxes) and all(b - a >= boxes[0].h for a, b in pairwise(tops))


def _in_a_ring(boxes: Sequence[Box]) -> bool:
    """Whether boxes of one size stand around a common centre: each as far from it as another."""
    centres = [complex(box.x + box.w / 2, box.y + box.h / 2) for box in boxes]
    middle = sum(centres) / len(centres)
    sizes_alike = _alike(box.w for box in boxes) and _alike(box.h for box in boxes)
    return sizes_alike and _alike(abs(centre - middle) for centre in centres)


def _alike(lengths: Iterable[float]) -> bool:
    found = list(lengths)
    return max(found) - min(found) <= _ROUNDING


def _outer_left(box: Box, decor: Iterable[Item]) -> int:
    """Return where a frame begins for the eye: with the bar, tile or number that stands at its left edge."""
    beside = [
        item.box.x
        for item in decor
        if isinstance(item, Shape)
        and abs(item.box.right - box.x) <= _ROUNDING
        and item.box.y - _ROUNDING <= box.y
        and item.box.bottom + _ROUNDING >= box.bottom
    ]
    return min((box.x, *beside))


# ---------------------------------------------------------------- distances


def distances(slide: ComposedSlide) -> Iterator[str]:
    """Yield pairs of content boxes that stand apart by less than the least gap; what touches does so on purpose."""
    for one, other in combinations(_content(slide), 2):
        across = max(other.box.x - one.box.right, one.box.x - other.box.right)
        down = max(other.box.y - one.box.bottom, one.box.y - other.box.bottom)
        gap = to_inches(max(across, down))
        if 0.005 < gap < LEAST_GAP - 0.005 and min(across, down) < 0:
            yield f"{one.slot} and {other.slot} are {gap:.3f} in apart"


# ---------------------------------------------------------------- sizes and hues


def sizes(slide: ComposedSlide) -> Iterator[str]:
    """Yield the sizes of text where there are too many."""
    found = {p.size for text in _content(slide) for p in _paragraphs(text)}
    if len(found) > SIZES:
        yield f"{len(found)} sizes: {', '.join(f'{size:g}' for size in sorted(found))}"


def hues(slide: ComposedSlide, layout: NativeLayout, deck: ComposedDeck) -> Iterator[str]:
    """Yield the hues of text, fills and lines where there are too many; greys and near-blacks have none."""
    items = [*(deck.master.items if layout.master_shapes else ()), *layout.items, *slide.items]
    drawn = [item for item in items if not (isinstance(item, Text) and item.prompt)]
    colors, color_map = dict(deck.theme.colors), dict(deck.theme.color_map)
    degrees = sorted(
        {round(hue) for color in _colors(drawn) if (hue := _hue(rgb(color, colors, color_map))) is not None}
    )
    count = _sectors(degrees)
    if count > HUES:
        yield f"{count} hues, at {', '.join(map(str, degrees))} degrees"


def _sectors(degrees: Sequence[int]) -> int:
    """Count the fewest sectors of the colour wheel that hold all hues."""
    if not degrees:
        return 0
    best = len(degrees)
    for turn in degrees:
        count, start = 0, -1
        for hue in sorted((d - turn) % 360 for d in degrees):
            if start < 0 or hue - start > SECTOR:
                count, start = count + 1, hue
        best = min(best, count)
    return best


def _hue(color: tuple[int, int, int]) -> float | None:
    hue, saturation, value = rgb_to_hsv(*(part / 255 for part in color))
    return hue * 360 if saturation >= GREY and value >= 0.2 else None


def _colors(items: Iterable[Item]) -> Iterator[Color]:
    for item in items:
        if isinstance(item, Table):
            cells = [cell for row in item.rows for cell in row]
            yield from (color for cell in cells for color in _of_paint(cell.fill))
            yield from (color for cell in cells for p in cell.paragraphs for color in _of_levels(cell.frame.levels, p))
            continue
        if not isinstance(item, Text | Shape):
            continue  # a chart's colours are held to the theme by its own tests
        yield from _of_paint(item.fill)
        yield from _of_stroke(item.line)
        if isinstance(item, Text):
            yield from (color for p in item.paragraphs for color in _of_levels(item.frame.levels, p))


# ---------------------------------------------------------------- lonely last lines


def lonely(slide: ComposedSlide) -> Iterator[str]:
    """Yield the paragraphs that end on a lonely line: one of at most two em."""
    for item in _content(slide):
        for paragraph in _paragraphs(item):
            if len(paragraph.lines) < 2 or CJK not in classes_of(paragraph.text):
                continue
            start, end, width = paragraph.lines[-1]
            if width <= LONELY:
                yield f"{item.slot}: a line holds “{paragraph.text[start:end]}” alone"


# ---------------------------------------------------------------- what is on a slide


def _content(slide: ComposedSlide) -> list[Text | Table]:
    """Return what holds the words of the outline, furniture apart."""
    return [item for item in slide.items if isinstance(item, Text | Table) and item.slot and not _is_furniture(item)]


def _is_furniture(item: Item) -> bool:
    return isinstance(item, Text) and item.placeholder is not None and item.placeholder.type in FURNITURE


def _siblings(items: Iterable[_Content]) -> dict[str, list[_Content]]:
    """Group frames by their slot paths without the numbers of items: `cards[]`, `steps[].label`."""
    found: dict[str, list[_Content]] = defaultdict(list)
    for item in items:
        found[_COUNTER.sub("[]", item.slot)].append(item)
    return dict(found)


def _paragraphs(item: Text | Table) -> Sequence[Paragraph]:
    if isinstance(item, Text):
        return item.paragraphs
    return [p for row in item.rows for cell in row for p in cell.paragraphs]


def _of_levels(levels: Sequence[ParagraphStyle], paragraph: Paragraph) -> Iterator[Color]:
    yield levels[min(paragraph.level, len(levels)) - 1].color
    yield from (run.color for run in paragraph.runs if run.color)


def _of_stroke(line: Stroke | None) -> Iterator[Color]:
    yield from _of_paint(line.paint if line else None)


def _of_paint(paint: Paint) -> Iterator[Color]:
    if isinstance(paint, Solid):
        yield paint.color
    elif isinstance(paint, Gradient):
        yield from (color for _, color in paint.stops)
