"""Contrast of text on what lies under it, as WCAG 2.2, 1.4.3, measures it.

Colours go through the theme's colour map and DrawingML's transforms: lumMod and lumOff scale and shift
the luminance of HSL (ECMA-376-1, 20.1.2.3.20 and 21), alpha mixes with what lies under.
"""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from itertools import pairwise

from slidegen.drawing import Color, Paint, Solid

RGB = tuple[int, int, int]
_STEPS = 8


def rgb(color: Color, colors: Mapping[str, str], color_map: Mapping[str, str], under: RGB | None = None) -> RGB:
    """Return a colour's red, green and blue, 0 to 255, drawn over `under`; without it as if opaque.

    Args:
        color: A theme slot or hex digits, with transforms.
        colors: The theme's colours, hex digits by slot (dk1, accent1 …).
        color_map: What bg1, tx1, bg2 and tx2 stand for.
        under: The opaque colour behind it.

    Raises:
        KeyError: The theme has no such slot.
    """
    digits = color.base if color.literal else colors[color_map.get(color.base, color.base)]
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    alpha = 1.0
    for name, value in color.mods:
        part = value / 100_000
        if name == "alpha":
            alpha *= part
            continue
        hue, light, saturation = rgb_to_hls(red, green, blue)
        light = light * part if name == "lumMod" else light + part
        red, green, blue = hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    drawn = (round(red * 255), round(green * 255), round(blue * 255))
    return _mix(under, drawn, alpha) if under else drawn


def contrast(a: RGB, b: RGB) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def worst(
    paint: Paint, text: RGB, colors: Mapping[str, str], color_map: Mapping[str, str], under: RGB | None = None
) -> float:
    """Return the least contrast of text anywhere on a paint drawn over `under`.

    Raises:
        ValueError: There is no paint and nothing under it.
    """
    if paint is None:
        if under is None:
            raise ValueError("no paint and nothing under it")
        return contrast(under, text)
    if isinstance(paint, Solid):
        return contrast(rgb(paint.color, colors, color_map, under), text)
    stops = [rgb(color, colors, color_map, under) for _, color in paint.stops]
    mixed = (_mix(a, b, i / _STEPS) for a, b in pairwise(stops) for i in range(_STEPS + 1))
    return min(contrast(color, text) for color in mixed)


def _mix(a: RGB, b: RGB, part: float) -> RGB:
    red, green, blue = (round(x + (y - x) * part) for x, y in zip(a, b, strict=True))
    return red, green, blue


def _luminance(color: RGB) -> float:
    red, green, blue = (_linear(c / 255) for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)
