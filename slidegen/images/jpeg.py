"""JPEG (ITU-T T.81): its segments, without what cameras and programs note in them, and turned upright."""

import re
import struct
from collections.abc import Iterator

from slidegen.images.exif import orientation
from slidegen.images.image import Asset, Image

SIGNATURE = b"\xff\xd8\xff"
_SOS, _EOI, _COM = 0xDA, 0xD9, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Start of frame; the three others define tables."""
_APPLICATION = range(0xE0, 0xF0)
_SEEN = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The application segments that say how the colours are meant; all others are left out."""
_NEXT = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""The next marker after coded data, in which FF is followed by 0 or is a restart."""

Segment = tuple[int, bytes]


def read_jpeg(data: bytes, asset: Asset) -> Image | None:
    """Return the picture; None after an error. Pillow decodes it where it is installed, to find what is broken."""
    segments = list(_segments(data))
    frame = next((body for marker, body in segments if marker in _FRAMES), b"")
    if len(frame) < 10 or segments[-1][0] != _EOI:
        asset.damaged()
        return None
    height, width, components = struct.unpack(">HHB", frame[5:10])
    if not asset.fits(width, height):
        return None
    from slidegen.images.converting import sound_jpeg, upright_jpeg

    if sound_jpeg(data) is False:
        asset.damaged()
        return None
    notes = (body[10:] for marker, body in segments if marker == 0xE1 and body[4:10] == b"Exif\0\0")
    turned = next((orientation(tiff) for tiff in notes), 1)
    clean = b"\xff\xd8" + b"".join(body for marker, body in segments if _kept(marker, body))
    if turned == 1 and components != 4:  # four are the inks of a printer, which programs show each its own way
        return Image(clean, "jpg", width, height)
    return upright_jpeg(clean, turned, asset)


def _segments(data: bytes) -> Iterator[Segment]:
    """Yield each marker with its bytes up to the next one; coded data belongs to the scan's own segment.

    What follows the end (previews, films of phones) is no part of the picture.
    """
    at = 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _EOI:
            yield marker, data[at : at + 2]
            return
        if at + 4 > len(data):
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _SOS:
            found = _NEXT.search(data, end)
            end = found.start() if found else len(data)
        if end > len(data) or end < at + 4:
            return
        yield marker, data[at:end]
        at = end


def _kept(marker: int, body: bytes) -> bool:
    if marker in _APPLICATION:
        return marker in _SEEN and body[4:].startswith(_SEEN[marker])
    return marker != _COM
