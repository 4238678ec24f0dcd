"""PNG (ISO/IEC 15948): read to its end without decoding it into memory, and stripped of all but the picture."""

import struct
import zlib
from collections.abc import Iterator

from slidegen.images.exif import orientation
from slidegen.images.image import Asset, Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"IDAT", b"IEND"))
"""What the picture looks like; times, texts, places and previews are left out."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Adam7: the first column and row of each pass, and its steps."""
_PIECE = 1 << 20

Chunk = tuple[bytes, memoryview]


def read_png(data: bytes, asset: Asset) -> Image | None:
    """Return the picture; one that is turned by its notes is turned for good. None after an error."""
    chunks = list(_chunks(data))
    if len(chunks) < 3 or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or chunks[-1][0] != b"IEND":
        asset.damaged()
        return None
    width, height, depth, kind, _, _, interlace = struct.unpack(">IIBBBBB", chunks[0][1])
    if not asset.fits(width, height):
        return None
    bits = depth * _SAMPLES.get(kind, 0)
    if not bits or not _whole(chunks, _raw_size(width, height, bits, interlace)):
        asset.damaged()
        return None
    turned = next((orientation(bytes(body)) for name, body in chunks if name == b"eXIf"), 1)
    kept = [chunk for chunk in chunks if chunk[0] in _KEPT]
    clean = b"".join([SIGNATURE, *(piece for name, body in kept for piece in _pieces(name, body))])
    if turned == 1:
        return Image(clean, "png", width, height)
    from slidegen.images.converting import turned_png

    return turned_png(clean, turned, asset)


def _pieces(name: bytes, body: memoryview) -> tuple[bytes, bytes, memoryview, bytes]:
    """Return a chunk with its length and checksum."""
    return struct.pack(">I", len(body)), name, body, struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))


def _chunks(data: bytes) -> Iterator[Chunk]:
    """Yield the chunks up to the end, or to the first that is cut off or has another checksum than it says."""
    view, at = memoryview(data), len(SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], view[at + 8 : at + 8 + length]
        end = at + 8 + length
        if len(body) < length or data[end : end + 4] != struct.pack(">I", zlib.crc32(body, zlib.crc32(name))):
            return
        yield name, body
        if name == b"IEND":
            return
        at = end + 4


def _raw_size(width: int, height: int, bits: int, interlace: int) -> int:
    """Return how many bytes the rows have, each with its filter's byte."""
    if not interlace:
        return height * (1 + (width * bits + 7) // 8)
    size = 0
    for left, top, across, down in _PASSES:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        size += max(0, rows) * (1 + (columns * bits + 7) // 8) if columns > 0 else 0
    return size


def _whole(chunks: list[Chunk], wanted: int) -> bool:
    """Return whether the packed rows are there to the last byte; a piece is unpacked at a time."""
    unpacking, size = zlib.decompressobj(), 0
    try:
        for name, body in chunks:
            rest: bytes | memoryview = body if name == b"IDAT" else b""
            while rest and size <= wanted:
                size += len(unpacking.decompress(rest, _PIECE))
                rest = unpacking.unconsumed_tail
        while size < wanted and not unpacking.eof and (more := unpacking.decompress(b"", _PIECE)):
            size += len(more)
    except zlib.error:
        return False
    return size >= wanted
