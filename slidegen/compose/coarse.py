"""Pictures with too few pixels for the size they are shown at (lint R11)."""

from collections.abc import Iterable

from slidegen.compose.crop import WHOLE
from slidegen.composed import ComposedSlide, Picture
from slidegen.diagnostics import Report
from slidegen.units import to_inches

LEAST = 150
"""Pixels an inch, below which a projector shows blur."""


def density(picture: Picture) -> float:
    """Return how many of a picture's pixels there are in an inch of the slide."""
    left, _, right, _ = picture.crop
    return picture.pixels[0] * (WHOLE - left - right) / WHOLE / to_inches(picture.box.w)


def tell_coarse(slides: Iterable[ComposedSlide], report: Report) -> None:
    """Warn of each picture that will look blurred; a drawing has no pixels."""
    for slide in slides:
        for item in slide.items:
            if isinstance(item, Picture) and not (item.svg or item.recording) and density(item) < LEAST:
                times = LEAST / density(item)
                report.warning(
                    "coarse-picture",
                    item.origin,
                    "this picture has {found:.0f} pixels an inch where it stands; below {least} it looks blurred",
                    "use one of at least {width} × {height} pixels",
                    found=density(item),
                    least=LEAST,
                    width=round(item.pixels[0] * times),
                    height=round(item.pixels[1] * times),
                )
