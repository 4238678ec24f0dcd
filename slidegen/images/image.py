"""What a picture is once it was read, and where findings about its file go."""

from typing import Final

from msgspec import Struct

from slidegen.diagnostics import Exit, Report, Span
from slidegen.language import mark

MEGA: Final = 1_000_000
MOST_PIXELS: Final = 50 * MEGA
MOST_BYTES: Final = 50 * MEGA


class Image(Struct, frozen=True):
    """A picture's bytes, the extension of its format and its size in pixels; `svg` is the drawing they were made of."""

    data: bytes
    extension: str
    width: int
    height: int
    svg: bytes = b""


class Asset(Struct, frozen=True):
    """One file that is being read, and what takes the findings about it."""

    name: str
    span: Span
    report: Report

    def error(self, code: str, message: str, hint: str, **values: object) -> None:
        """Report what is wrong with the file, which `{path}` names."""
        self.report.error(code, self.span, message, hint, exit=Exit.ASSET, path=self.name, **values)

    def damaged(self) -> None:
        """Report that the file ends too early or holds what no picture can hold."""
        self.error(
            "damaged-picture",
            mark("{path} is damaged: the picture cannot be read to its end"),
            mark("open it in a picture program and save it anew, or copy it again from where it came"),
        )

    def lacks(self, package: str) -> None:
        """Report that a package is missing which this kind of picture needs."""
        self.error(
            "not-installed",
            mark("{path} needs {package}, which is not installed"),
            mark("pip install pillow resvg-py (or: pipx inject slidegen pillow resvg-py), or save the picture as PNG"),
            package=package,
        )

    def fits(self, width: int, height: int, most: int = MOST_PIXELS) -> bool:
        """Return whether a picture has pixels, and not more than may be; otherwise report it."""
        if width <= 0 or height <= 0:
            self.damaged()
            return False
        if width * height > most:
            self.error(
                "picture-size",
                mark("{path} has {width} × {height} pixels: {found:.0f} megapixels, more than {most}"),
                mark("make it smaller: 4000 pixels are enough for a whole slide"),
                width=width,
                height=height,
                found=width * height / MEGA,
                most=most // MEGA,
            )
            return False
        return True
