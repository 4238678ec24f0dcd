"""What stands around the text of a listing: the numbers of its lines, and the ground of those that stand out."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from slidegen.compose.fitting import Filled
from slidegen.composed import Frame, Item, Paragraph, Run, Shape, Text
from slidegen.drawing import Box
from slidegen.layout.variant import FrameSpec, Listing
from slidegen.units import inches, points

BAR = inches(0.06)
"""The width of the bar that begins the ground of a line that stands out: colour alone would not do."""


def with_listing(text: Text, spec: FrameSpec, filled: Filled) -> Iterator[Item]:
    """Yield a text with what stands around it, back to front; of other frames than listings the text alone."""
    listing = spec.listing
    numbers = [entry.para.number for entry in filled.entries]
    if listing is None or not all(numbers):
        yield text
        return
    marked = [entry.para.marked for entry in filled.entries]
    yield from _bands(text, listing, marked)
    yield text
    if listing.number_width and len(numbers) > 1:
        yield _numbers(text, listing, numbers, marked)


def _bands(text: Text, listing: Listing, marked: Sequence[bool]) -> Iterator[Shape]:
    """Yield a ground for each run of neighbouring lines that stand out."""
    pitch = points(text.paragraphs[0].pitch)
    _, top, _, bottom = text.frame.insets
    free = text.box.h - top - bottom - pitch * len(marked)
    first = text.box.y + top + (free // 2 if text.frame.anchor == "ctr" else free if text.frame.anchor == "b" else 0)
    left = text.box.x - listing.band_left
    line = 0
    for stands_out, group in groupby(marked):
        count = len(list(group))
        if stands_out:
            box = Box(left, first + line * pitch, text.box.right - left, count * pitch)
            yield Shape(f"{text.name} line {line + 1}", box, fill=listing.band)
            yield Shape(f"{text.name} bar {line + 1}", replace(box, w=BAR), fill=listing.bar)
        line += count


def _numbers(text: Text, listing: Listing, numbers: Sequence[int], marked: Sequence[bool]) -> Text:
    """Return the numbers beside the lines: a text of its own, so that the code can be copied without them."""
    like = text.paragraphs[0]
    _, top, _, bottom = text.frame.insets
    style = replace(text.frame.levels[0], size=like.size, align="r", color=listing.number_color)
    right = text.box.x - listing.number_gap
    return Text(
        name=f"{text.name} numbers",
        box=Box(right - listing.number_width, text.box.y, listing.number_width, text.box.h),
        frame=Frame((0, top, 0, bottom), text.frame.anchor, (style,)),
        paragraphs=tuple(
            Paragraph((Run(str(number), bold=stands_out or None),), 1, like.size, like.pitch)
            for number, stands_out in zip(numbers, marked, strict=True)
        ),
        decorative=True,
    )
