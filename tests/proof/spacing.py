"""Does the content of a slide keep its distance? Answered from the frames, layouts' included.

Content is what a reader reads or looks at: placeholders and text boxes with text, pictures, tables,
charts. Left out are

- date, footer and slide number, whose places the master fixes;
- what is marked decorative (`adec:decorative`), drawn to lie on or between content;
- shapes without text, which are panels, rules and arrows;
- a text within a picture, which is the picture's caption;
- a picture in the margin of a text's frame, where the text never comes: a portrait upon a card;
- a header and its body: frames of equal left and right edges, joined without a gap, are one panel, as are a label
  and the text beside it, joined without a gap, where one is as high as the other or stands within its height.

A text within another text's frame is an overlap: the two would be printed on one another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture
from pptx.slide import Slide

from slidegen.units import EMU_PER_INCH, to_inches
from tests.proof.boxes import Frame, Placed, placed

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FURNITURE = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER}
_ROUNDING = EMU_PER_INCH / 1000


@dataclass(frozen=True, slots=True)
class Near:
    """Two content boxes of a slide that stand too near; `gap` in inches, 0 where they overlap or touch."""

    slide: int
    first: str
    second: str
    gap: float
    overlap: bool

    def __str__(self) -> str:
        how = "overlap" if self.overlap else f"are {self.gap:.3f} in apart"
        return f"slide {self.slide}: {self.first} and {self.second} {how}"


def too_near(deck: Path, least: float = 0.12) -> list[Near]:
    """Return the pairs of content boxes that stand nearer than `least` inches, or overlap."""
    return [
        near
        for number, slide in enumerate(Presentation(str(deck)).slides, 1)
        for near in _on_slide(number, slide, least * EMU_PER_INCH)
    ]


def _on_slide(number: int, slide: Slide, least: float) -> Iterator[Near]:
    content = [item for item in placed(slide.shapes) if _is_content(item.shape)]
    for first, second in combinations(content, 2):
        gap = first.frame.gap(second.frame)
        if gap < least - _ROUNDING and not _belong_together(first, second):
            overlap = first.frame.overlaps(second.frame)
            yield Near(number, first.name, second.name, to_inches(gap), overlap)


def _is_content(shape: BaseShape) -> bool:
    if shape._element.find(f".//{qn('p:cNvPr')}//{_DECORATIVE}[@val='1']") is not None:
        return False
    if shape.is_placeholder and shape.placeholder_format.type in _FURNITURE:
        return False
    return isinstance(shape, Picture | GraphicFrame) or _has_text(shape)


def _has_text(shape: BaseShape) -> bool:
    body = shape._element.find(qn("p:txBody"))
    return body is not None and any((text.text or "").strip() for text in body.iter(qn("a:t")))


def _belong_together(first: Placed, second: Placed) -> bool:
    if isinstance(first.shape, Picture) and first.frame.contains(second.frame):
        return True
    if isinstance(second.shape, Picture) and second.frame.contains(first.frame):
        return True
    if _in_margin(first, second) or _in_margin(second, first):
        return True
    pairs = ((first.frame, second.frame), (second.frame, first.frame))
    return any(_joined(one, other) or _beside(one, other) for one, other in pairs)


def _in_margin(picture: Placed, text: Placed) -> bool:
    """Whether a picture lies within a text's frame, but not within the insets that the frame's layout gives it."""
    shape, frame = text.shape, text.frame
    if not isinstance(picture.shape, Picture) or not shape.is_placeholder or not frame.contains(picture.frame):
        return False
    idx = str(shape.placeholder_format.idx)
    part: Any = shape.part
    layout = part.slide_layout._element
    own = next((sp for sp in layout.iter(qn("p:sp")) if any(ph.get("idx") == idx for ph in sp.iter(qn("p:ph")))), None)
    body = own.find(f".//{qn('a:bodyPr')}") if own is not None else None
    if body is None:
        return False
    left, top, right, bottom = (int(body.get(name, 0)) for name in ("lIns", "tIns", "rIns", "bIns"))
    inner = Frame(frame.left + left, frame.top + top, frame.right - right, frame.bottom - bottom)
    return not inner.overlaps(picture.frame)


def _joined(upper: Frame, lower: Frame) -> bool:
    """Whether a frame ends where the next begins, at equal left and right edges."""
    edges = ((upper.bottom, lower.top), (upper.left, lower.left), (upper.right, lower.right))
    return all(abs(one - other) <= _ROUNDING for one, other in edges)


def _beside(left: Frame, right: Frame) -> bool:
    """Whether a frame ends where the next begins, one of them within the height of the other."""
    inner, outer = sorted((left, right), key=lambda frame: frame.bottom - frame.top)
    within = inner.top >= outer.top - _ROUNDING and inner.bottom <= outer.bottom + _ROUNDING
    return abs(left.right - right.left) <= _ROUNDING and within
