"""Holding decks against a manuscript: the file is read once, each deck's notes and texts are compared with it."""

from pathlib import Path

from msgspec import Struct

from slidegen.commands.prepared import unreadable
from slidegen.diagnostics import Exit, Report
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.told import ToldSlide


class Proof(Struct, frozen=True):
    """How many paragraphs a manuscript has, and how many stand in the notes as they should."""

    paragraphs: int
    kept: int


def opened(path: Path, report: Report, encoding: str | None = None, clean: bool = False) -> Manuscript | None:
    """Return the manuscript in a file or at standard input (`-`); None, and an error, where it cannot be read."""
    from slidegen.manuscript.reading.files import read_bytes
    from slidegen.manuscript.reading.manuscript import read_manuscript

    data = read_bytes(path, report)
    found = None if data is None else read_manuscript(path, data, report, encoding, clean)
    return None if report.failed else found


def held_against(manuscript: Manuscript, talk: tuple[ToldSlide, ...], report: Report) -> Proof:
    """Report all in which a talk departs from its manuscript."""
    from slidegen.manuscript.claims import check_claims
    from slidegen.manuscript.contract import prove

    kept = prove(manuscript, talk, report)
    check_claims(talk, manuscript, report)
    return Proof(len(manuscript.paragraphs), kept)


def finished(path: Path, report: Report) -> tuple[ToldSlide, ...] | None:
    """Return the talk of a .pptx file; None, and an error in the report, where it cannot be read."""
    from slidegen.reader.slides import NotADeck
    from slidegen.reader.told import read_talk

    data = b""
    try:
        data = path.read_bytes()
        return read_talk(data)
    except NotADeck:
        _no_deck(path, data, report)
    except OSError as fault:
        unreadable(path, fault, report, (path.suffix,))
    return None


_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
"""How a compound file begins ([MS-CFB], 2.2), in which Office keeps what has a password, and its older formats."""


def _no_deck(path: Path, data: bytes, report: Report) -> None:
    if data.startswith(_COMPOUND):
        report.error(
            "locked-deck",
            None,
            "{path} is protected by a password, or is an old .ppt file",
            "open it in PowerPoint or WPS and save it as .pptx without a password",
            exit=Exit.ASSET,
            path=path,
        )
    else:
        report.error(
            "not-a-deck",
            None,
            "{path} is no .pptx file, or is damaged",
            "open it in PowerPoint or WPS, and if that works save it as .pptx under another name",
            exit=Exit.ASSET,
            path=path,
        )
