"""GIF (89a): its blocks up to the trailer. It is kept as it is, since it may be a moving picture."""

from slidegen.images.image import Asset, Image

SIGNATURES = (b"GIF87a", b"GIF89a")
_EXTENSION, _FRAME, _TRAILER = 0x21, 0x2C, 0x3B


def read_gif(data: bytes, asset: Asset) -> Image | None:
    """Return the picture; None after an error."""
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if len(data) >= 13 and not asset.fits(width, height):
        return None
    from slidegen.images.converting import sound_gif

    end = _end(data)
    if end is None or sound_gif(data) is False:
        asset.damaged()
        return None
    return Image(data[:end], "gif", width, height)


def _end(data: bytes) -> int | None:
    """Return where the trailer ends; None where the blocks do not lead to it, or hold no frame."""
    frames = 0
    try:
        at = 13 + _table(data[10])
        while data[at] != _TRAILER:
            if data[at] == _EXTENSION:
                at += 2
            elif data[at] == _FRAME:
                frames += 1
                at += 11 + _table(data[at + 9])
            else:
                return None
            while data[at]:
                at += 1 + data[at]
            at += 1
    except IndexError:
        return None
    return at + 1 if frames else None


def _table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0
