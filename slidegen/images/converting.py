"""What takes decoding a picture: turning it upright, and other formats as PNG. Pillow is imported here alone."""

import io
import warnings
from typing import TYPE_CHECKING, Any

from slidegen.images.image import MEGA, Asset, Image

if TYPE_CHECKING:
    from PIL import Image as Pillow

MOST_TURNED = 13 * MEGA
"""A larger photo that has to be turned is halved: two copies of it are in memory, at four bytes a pixel."""
MOST_CONVERTED = 10 * MEGA
"""Decoding WebP takes sixteen bytes a pixel; a whole slide shows nine megapixels at the most."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, RuntimeError)
"""What Pillow's decoders raise for bytes they cannot make sense of."""
_QUALITY = 92


def _pillow() -> Any:
    try:
        from PIL import Image as Pillow
    except ImportError:
        return None
    Pillow.MAX_IMAGE_PIXELS = None  # sizes are held against our own limit before anything is decoded
    return Pillow


def sound_jpeg(data: bytes) -> bool | None:
    """Return whether a JPEG decodes to its end; None where Pillow is not there to tell.

    All of its data is read, but for an eighth of the size: an even fraction of the memory.
    """
    pillow = _pillow()
    if pillow is None:
        return None
    try:
        with pillow.open(io.BytesIO(data), formats=["JPEG"]) as image:
            image.draft(None, (image.width // 8, image.height // 8))
            image.load()
    except _BROKEN:
        return False
    return True


def upright_jpeg(data: bytes, turned: int, asset: Asset) -> Image | None:
    """Return a JPEG upright and in red, green and blue."""
    pillow = _pillow()
    if pillow is None:
        asset.lacks("Pillow")
        return None
    with pillow.open(io.BytesIO(data), formats=["JPEG"]) as image:
        if image.width * image.height > MOST_TURNED:
            image.draft(None, (image.width // 2, image.height // 2))
        profile = image.info.get("icc_profile") if image.mode == "RGB" else None
        image = image if image.mode in ("RGB", "L") else image.convert("RGB")
        return _saved(_turned(image, turned), "JPEG", quality=_QUALITY, icc_profile=profile)


def turned_png(data: bytes, turned: int, asset: Asset) -> Image | None:
    """Return a PNG turned as its notes said."""
    pillow = _pillow()
    if pillow is None:
        asset.lacks("Pillow")
        return None
    with pillow.open(io.BytesIO(data), formats=["PNG"]) as image:
        return _saved(_turned(image, turned), "PNG")


def as_png(data: bytes, name: str, asset: Asset) -> Image | None:
    """Return the first frame of a picture in Pillow's format `name` as PNG, upright."""
    pillow = _pillow()
    if pillow is None:
        asset.lacks("Pillow")
        return None
    try:
        with pillow.open(io.BytesIO(data), formats=[name]) as image:
            if not asset.fits(image.width, image.height, MOST_CONVERTED):
                return None
            turned = image.getexif().get(0x0112, 1)
            image.load()
            plain = image if image.mode in ("RGB", "RGBA", "L", "LA") else image.convert("RGBA")
            return _saved(_turned(plain, turned), "PNG", icc_profile=image.info.get("icc_profile"))
    except _BROKEN:
        asset.damaged()
        return None


def sound_gif(data: bytes) -> bool | None:
    """Return whether the first frame of a GIF can be decoded; None where Pillow is not there to tell."""
    pillow = _pillow()
    if pillow is None:
        return None
    try:
        with warnings.catch_warnings(), pillow.open(io.BytesIO(data), formats=["GIF"]) as image:
            warnings.simplefilter("ignore")
            image.load()
    except _BROKEN:
        return False
    return True


def _turned(image: "Pillow.Image", turned: int) -> "Pillow.Image":
    """Return a picture as Exif 2.32, table 6, says that its rows and columns are meant."""
    pillow = _pillow()
    ways = pillow.Transpose
    how = {
        2: ways.FLIP_LEFT_RIGHT,
        3: ways.ROTATE_180,
        4: ways.FLIP_TOP_BOTTOM,
        5: ways.TRANSPOSE,
        6: ways.ROTATE_270,
        7: ways.TRANSVERSE,
        8: ways.ROTATE_90,
    }.get(turned)
    return image if how is None else image.transpose(how)


def _saved(image: "Pillow.Image", name: str, **options: Any) -> Image:
    image.info.clear()  # else notes come along
    target = io.BytesIO()
    image.save(target, name, **{key: value for key, value in options.items() if value})
    return Image(target.getvalue(), "jpg" if name == "JPEG" else "png", image.width, image.height)
