"""Reading a picture: which format its bytes are in, whatever its name says."""

from slidegen.images import gif, jpeg, png
from slidegen.images.image import Asset, Image
from slidegen.language import mark

_HEAD = 1024


def read_image(data: bytes, asset: Asset) -> Image | None:
    """Return a picture that any PowerPoint shows; None, and an error, for what is damaged, too large or no picture."""
    if data.startswith(png.SIGNATURE):
        return png.read_png(data, asset)
    if data.startswith(jpeg.SIGNATURE):
        return jpeg.read_jpeg(data, asset)
    if data.startswith(gif.SIGNATURES):
        return gif.read_gif(data, asset)
    other = _converted(data)
    if other:
        from slidegen.images.converting import as_png

        return as_png(data, other, asset)
    if b"<svg" in data[:_HEAD] or (
        data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and asset.name.endswith(".svg")
    ):
        from slidegen.images.svg import read_svg

        return read_svg(data, asset)
    asset.error(
        "picture-format",
        mark("{path} is no picture in a format that slidegen knows"),
        mark("save it as PNG or JPG; WebP, AVIF, GIF and SVG are read, too"),
    )
    return None


def _converted(data: bytes) -> str:
    """Return Pillow's name of a format that becomes PNG; empty where the bytes are in none."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return "AVIF" if data[4:12] in (b"ftypavif", b"ftypavis") else ""
