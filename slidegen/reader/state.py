"""Whose a deck is, and whether anybody changed it since slidegen built it.

Answered from the zip directory and one small part, so that it costs the same for ten slides and ten thousand.
"""

import base64
import binascii
import zipfile
import zlib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

from slidegen.record import PREFIX, Record, decode

CUSTOM = "docProps/custom.xml"
_MOST = 20_000_000
"""Bytes of custom properties that are read; a deck of 10,000 slides has 3,000,000."""


class State(StrEnum):
    """What stands at a deck's place."""

    ABSENT = "absent"
    BUILT = "built"
    """As slidegen built it."""
    EDITED = "edited"
    """Built by slidegen, changed since."""
    FOREIGN = "foreign"
    """Not built by slidegen, or stripped of what tells so."""
    OPEN = "open"
    """Open in a program that may save over it."""


def state_of(path: Path) -> State:
    """Return what stands at `path`. Raises OSError when a file there cannot be read."""
    if not path.exists():
        return State.ABSENT
    try:
        with zipfile.ZipFile(path) as archive:
            found = properties_of(archive)
            parts = {i.filename: (i.CRC, i.file_size) for i in archive.infolist() if i.filename != CUSTOM}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ElementTree.ParseError):
        return State.FOREIGN
    if f"{PREFIX}deck" not in found:
        return State.FOREIGN
    record = record_in(found)
    return State.BUILT if record is not None and record.parts == parts else State.EDITED


def properties_of(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """Return a package's custom properties by name; none when the part is missing or unreasonably large."""
    if CUSTOM not in archive.namelist() or archive.getinfo(CUSTOM).file_size > _MOST:
        return {}
    data = archive.read(CUSTOM)
    if b"<!DOCTYPE" in data:
        return {}
    root = ElementTree.fromstring(data)
    return {entry.get("name", ""): "".join(entry.itertext()) for entry in root}


def record_in(properties: Mapping[str, str]) -> Record | None:
    """Return the record that custom properties hold, or None when there is none or it is damaged."""
    pieces: list[str] = []
    while (piece := properties.get(f"{PREFIX}record.{len(pieces) + 1}")) is not None:
        pieces.append(piece)
    try:
        return decode(zlib.decompress(base64.b64decode("".join(pieces), validate=True)))
    except (binascii.Error, ValueError, zlib.error):
        return None
