"""The logo: a picture on the master, whole and at the right of the place that the theme leaves it."""

from msgspec.structs import replace

from slidegen.blocks.picture import parse
from slidegen.blocks.values import PictureValue
from slidegen.compose.crop import containing
from slidegen.composed import Picture
from slidegen.diagnostics import Report
from slidegen.drawing import Box
from slidegen.layout.family import Slot
from slidegen.layout.theme import Theme
from slidegen.nearby import Nearby
from slidegen.outline.inline import plain
from slidegen.outline.model import Outline
from slidegen.units import inches
from slidegen.words import word

LOGO = Slot("logo", "picture", {}, alt="organisation")
"""Described by the organisation's name, where it says nothing of its own."""


def logo_of(outline: Outline, theme: Theme, files: Nearby, report: Report) -> Picture | None:
    """Return the outline's logo in its place; None where there is none, or after an error."""
    value = parse(outline.logo, LOGO, report, files) if outline.logo is not None else None
    if value is None:
        return None
    for key, text in value.beside.items():
        report.error("no-slot", text.span, "this layout has no place for a picture's `{key}`", key=key)
    x, y, w, h = (inches(length) for length in theme.logo)
    box = containing((value.image.width, value.image.height), Box(x, y, w, h))
    return Picture(
        name=word("logo", outline.language),
        box=replace(box, x=x + w - box.w),
        data=value.image.data,
        extension=value.image.extension,
        pixels=(value.image.width, value.image.height),
        alt=_alt(value, outline),
        svg=value.image.svg,
        origin=value.span,
        slot="logo",
    )


def _alt(value: PictureValue, outline: Outline) -> str:
    if value.alt or value.decorative:
        return value.alt
    named = outline.organisation
    text = " ".join(plain(named.text).split()) if named is not None else ""
    return text or word("logo", outline.language)
