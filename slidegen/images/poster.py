"""The poster of a recording that brings none: a disc with the sign for playing, drawn without any package."""

import struct
import zlib
from functools import lru_cache
from math import hypot

from slidegen.images.image import Image

WIDTH, HEIGHT = 1280, 720
_RADIUS = 110
_SHADES = 16
"""Steps from ground to white, which smooth the edges."""


@lru_cache(maxsize=16)
def poster(ground: str) -> Image:
    """Return the poster on a ground of six hex digits, 1280 × 720 pixels."""
    empty = bytes(1 + WIDTH)
    rows = [empty] * (HEIGHT // 2 - _RADIUS - 2)
    for y in range(-_RADIUS - 2, _RADIUS + 2):
        sign = bytes(_shade(x + 0.5, y + 0.5) for x in range(-_RADIUS - 2, _RADIUS + 2))
        before = bytes(WIDTH // 2 - _RADIUS - 2)
        rows.append(b"\0" + before + sign + before)
    rows += [empty] * (HEIGHT - len(rows))
    dark = bytes.fromhex(ground)
    palette = bytes(round(c + (255 - c) * step / (_SHADES - 1)) for step in range(_SHADES) for c in dark)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    data = b"".join(struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b)) for n, b in chunks)
    return Image(b"\x89PNG\r\n\x1a\n" + data, "png", WIDTH, HEIGHT)


def _shade(x: float, y: float) -> int:
    """Return the shade of a point around the middle: white on the disc, the ground again on the triangle in it."""
    disc = min(1.0, max(0.0, _RADIUS - hypot(x, y) + 0.5))
    slope = 0.577  # a triangle of equal sides
    inside = min(x + 36, (66 - x) * slope - abs(y))
    triangle = min(1.0, max(0.0, inside + 0.5))
    return round((_SHADES - 1) * disc * (1 - triangle))
