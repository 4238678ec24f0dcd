"""Cutting a picture to its place, or showing all of it there."""

from collections.abc import Iterator

from slidegen.blocks.values import PictureValue
from slidegen.composed import Item, Picture, Shape
from slidegen.drawing import Box
from slidegen.layout.variant import FrameSpec

WHOLE = 100_000
"""Thousandths of a percent."""

Crop = tuple[int, int, int, int]


def filling(pixels: tuple[int, int], box: Box, focus: tuple[float, float]) -> Crop:
    """Return what is cut off a picture that fills a box, so that `focus` is as near to the middle as it can be."""
    across = box.w * pixels[1] / (box.h * pixels[0])
    """The part of the picture's width that its whole height leaves room for."""
    if across < 1:
        left, right = _cut(across, focus[0])
        return left, 0, right, 0
    top, bottom = _cut(1 / across, focus[1])
    return 0, top, 0, bottom


def containing(pixels: tuple[int, int], box: Box) -> Box:
    """Return the largest box for a whole picture in the middle of another."""
    across, down = pixels[0] * box.h, pixels[1] * box.w
    w, h = (box.w, round(box.w * pixels[1] / pixels[0])) if across > down else (round(across / pixels[1]), box.h)
    w, h = max(1, w), max(1, h)
    return Box(box.x + (box.w - w) // 2, box.y + (box.h - h) // 2, w, h)


def _cut(seen: float, focus: float) -> tuple[int, int]:
    cut = WHOLE - max(1, round(seen * WHOLE))
    before = min(cut, max(0, round((focus - seen / 2) * WHOLE)))
    return before, cut - before


def drawn_picture(value: PictureValue, spec: FrameSpec, voice: object) -> Iterator[Item]:
    """Yield a picture in its frame; behind one that is shown whole, the fill of the frame that it leaves free."""
    image, place = value.image, spec.box
    pixels = (image.width, image.height)
    box = containing(pixels, place) if value.fit == "contain" else place
    if box != place and spec.fill is not None:
        yield Shape(f"{spec.name} ground", place, spec.geometry, spec.fill)
    yield Picture(
        name=spec.name,
        box=box,
        data=image.data,
        extension=image.extension,
        pixels=pixels,
        crop=filling(pixels, place, value.focus) if value.fit == "fill" else (0, 0, 0, 0),
        alt=value.alt,
        svg=image.svg,
        placeholder=spec.placeholder,
        moved=box != place,
        geometry=spec.geometry,
        line=spec.line,
        origin=value.span,
        slot=spec.path,
    )
