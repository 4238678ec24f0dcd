"""Faces installed on this machine, measured with fontTools where that is there.

Only a face for which no table ships is looked for. The names in all font files are read once and kept, by path,
time and size, in the user's cache; a file that changes is read anew.
"""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_KINDS: Final = (".ttf", ".otf", ".ttc", ".otc")
_FAMILY_NAMES: Final = (1, 16)
"""Identifiers of family names, plain and typographic (OpenType, `name`)."""
_REGULAR, _BOLD = 400, 700
_FIRST_WIDE: Final = 0x2E80
_SAMPLE: Final = "国"
"""A character whose width is that of all, in a face that has it."""


class FontFace(Struct, frozen=True):
    """One face of a font file: its number there, its family in every language, its weight (400 is regular)."""

    number: int
    families: tuple[str, ...]
    weight: int
    italic: bool


class _File(Struct, frozen=True):
    """What a font file holds, as of one time and size."""

    stamp: tuple[int, int]
    faces: tuple[FontFace, ...]


class Widths(Struct, frozen=True):
    """Advance widths in em: of each narrow character, and of a CJK character."""

    latin: dict[str, float]
    east: float


def can_measure() -> bool:
    """Tell whether fontTools is there."""
    return find_spec("fontTools") is not None


def folders() -> tuple[Path, ...]:
    """Return the folders in which the system and its user keep fonts; they need not exist."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local")
        return Path(os.environ.get("WINDIR") or "C:/Windows") / "Fonts", local / "Microsoft/Windows/Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), data / "fonts", home / ".fonts"


@lru_cache(maxsize=32)
def measured(name: str, bold: bool = False) -> Widths | None:
    """Return the widths of an installed family, of its boldest fitting face; None where it cannot be measured."""
    if not can_measure():
        return None
    wanted = " ".join(name.split()).casefold()
    fitting = [
        (face.italic, abs(face.weight - (_BOLD if bold else _REGULAR)), path, face.number)
        for path, file in _index().items()
        for face in file.faces
        if wanted in face.families
    ]
    for _, _, path, number in sorted(fitting):
        widths = _widths(Path(path), number)
        if widths is not None:
            return widths
    return None


def _widths(path: Path, number: int) -> Widths | None:
    from fontTools.ttLib import TTFont

    try:
        with path.open("rb") as stream, TTFont(stream, fontNumber=number, lazy=True) as font:
            advances, em = font["hmtx"], font["head"].unitsPerEm
            glyphs = font.getBestCmap() or {}
            latin = {chr(code): advances[glyph][0] / em for code, glyph in glyphs.items() if code < _FIRST_WIDE}
            sample = glyphs.get(ord(_SAMPLE))
            return Widths(latin, advances[sample][0] / em if sample else 1.0)
    except Exception:
        return None  # a damaged font, whatever fontTools stumbles over: other programs will not show it either


@lru_cache(maxsize=1)
def _index() -> dict[str, _File]:
    """Return what every installed font file holds, by path."""
    earlier = _kept()
    found: dict[str, _File] = {}
    for path in _files():
        try:
            status = path.stat()
        except OSError:
            continue
        stamp = (status.st_mtime_ns, status.st_size)
        before = earlier.get(str(path))
        found[str(path)] = before if before and before.stamp == stamp else _File(stamp, tuple(_faces(path)))
    if found != earlier:
        _keep(found)
    return found


def _files() -> Iterator[Path]:
    for folder in folders():
        for parent, _, names in os.walk(folder, followlinks=True):
            yield from (Path(parent, name) for name in sorted(names) if name.lower().endswith(_KINDS))


def _faces(path: Path) -> Iterator[FontFace]:
    """Yield the faces of a font file; none where it is damaged."""
    from fontTools.ttLib import TTCollection, TTFont

    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in (".ttc", ".otc"):
                fonts = list(TTCollection(stream, lazy=True).fonts)
            else:
                fonts = [TTFont(stream, lazy=True)]
            yield from [_face(number, font) for number, font in enumerate(fonts)]
    except Exception:
        return  # a damaged font, as above


def _face(number: int, font: "TTFont") -> FontFace:
    names = {record.toUnicode(errors="replace") for record in font["name"].names if record.nameID in _FAMILY_NAMES}
    look = font["OS/2"]
    families = tuple(sorted(" ".join(name.split()).casefold() for name in names))
    return FontFace(number, families, look.usWeightClass, bool(look.fsSelection & 1))


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("slidegen") / "fonts.json"


def _kept() -> dict[str, _File]:
    try:
        return msgspec.json.decode(_cache().read_bytes(), type=dict[str, _File])
    except (OSError, msgspec.MsgspecError):
        return {}


def _keep(found: dict[str, _File]) -> None:
    try:
        _cache().parent.mkdir(parents=True, exist_ok=True)
        _cache().write_bytes(msgspec.json.encode(found))
    except OSError:
        pass  # the names are read again the next time
