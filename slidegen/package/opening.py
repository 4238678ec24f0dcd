"""An Office file from elsewhere as a package: only the parts that are needed, none of them trusted.

Other readers take every member of the zip file at once, whatever it unpacks to; here each part is asked for by
name, weighed before it is unpacked, and refused when it brings definitions of its own.
"""

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct

from slidegen.diagnostics import Exit, Report, Span, Stop
from slidegen.language import say

if TYPE_CHECKING:
    from lxml import etree

_MOST_BYTES = 40_000_000
"""Of one part, unpacked: a book of a million characters with much formatting."""
_MOST_RATIO = 250
"""Unpacked to packed: text of Word reaches 30, large empty tables 100, nothing but a bomb 1,000."""
_SMALL = 1_000_000
_MOST_MEMBERS = 20_000
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""Names of the strict form (ISO 29500-1) by those that everything else uses."""


class Program(Struct, frozen=True):
    """The program whose files are read: its name, and where they have their main part if they do not say."""

    name: str
    main: str


WORD = Program("Word", "word/document.xml")
EXCEL = Program("Excel", "xl/workbook.xml")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of Office before 2007 begin, and those with a password."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream of an OLE file that is a package with a password ([MS-OFFCRYPTO] 1.3.2)."""


class PackageReader:
    """The parts of an Office file. Every method raises Stop, with an error in the report, where a part is unfit.

    `span` is where an outline names the file, if one does.
    """

    def __init__(self, data: bytes, name: str, report: Report, program: Program, span: Span | None = None) -> None:
        self._name, self._report, self._program, self._span = name, report, program, span
        if data.count(b"PK\x01\x02") > _MOST_MEMBERS:
            self._unsafe("it is made of more than {count} parts", count=_MOST_MEMBERS)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            self._damaged("its list of parts is missing")
        names = [info.filename for info in self._archive.infolist()]
        if len({name.casefold() for name in names}) < len(names):
            self._unsafe("it holds a part of the same name twice")
        self._names = set(names)

    @property
    def main(self) -> str:
        """The part that all others belong to."""
        for kind, target in self._related(""):
            if kind == "officeDocument":
                return target
        return self._program.main

    def related(self, kind: str) -> list[str]:
        """Return the parts to which the main part relates in some way, such as `footnotes`."""
        return [target for found, target in self._related(self.main) if found == kind]

    def targets(self) -> dict[str, str]:
        """Return the parts to which the main part relates, by the ids it calls them."""
        return {row.get("Id", ""): target for row, target in self._rows(self.main)}

    def root(self, part: str) -> "etree._Element | None":
        """Return a part's root element; None where there is no such part."""
        if part not in self._names:
            return None
        from lxml import etree

        data = self._read(part)
        if b"<!DOCTYPE" in data.replace(b"\0", b""):  # as it looks in UTF-16 too
            self._unsafe("its part {part} brings definitions (DOCTYPE), which {program} never writes", part=part)
        if _STRICT in data:
            for strict, usual in _TRANSITIONAL.items():
                data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            self._damaged("its part {part} is not as {program} writes it", part=part)

    def _related(self, part: str) -> list[tuple[str, str]]:
        return [(row.get("Type", "").rpartition("/")[2], target) for row, target in self._rows(part)]

    def _rows(self, part: str) -> "list[tuple[etree._Element, str]]":
        folder, _, file = part.rpartition("/")
        root = self.root(posixpath.join(folder, f"_rels/{file}.rels"))
        rows = [] if root is None else [row for row in root if row.get("TargetMode") != "External"]
        return [
            (row, posixpath.normpath(posixpath.join("/", folder, row.get("Target", "")))[1:])
            for row in rows
            if isinstance(row.tag, str)
        ]

    def _read(self, part: str) -> bytes:
        info = self._archive.getinfo(part)
        size = info.file_size
        if size > _MOST_BYTES or (size > _SMALL and size > _MOST_RATIO * info.compress_size):
            self._unsafe(
                "its part {part} unpacks to {size:.0f} MB from {packed:.1f} MB",
                part=part,
                size=size / 1e6,
                packed=info.compress_size / 1e6,
            )
        if info.flag_bits & 1:
            encrypted(self._name, self._report, self._program, self._span)
            raise Stop
        try:
            return self._archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            self._damaged("its part {part} cannot be unpacked", part=part)

    def _damaged(self, message: str, **values: object) -> NoReturn:
        self._report.error(
            "damaged-file",
            self._span,
            "{name} is damaged or not complete: {why}",
            "open it in {program} or WPS, save it anew and try again",
            exit=Exit.ASSET,
            name=self._name,
            program=self._program.name,
            why=say(message, program=self._program.name, **values),
        )
        raise Stop

    def _unsafe(self, message: str, **values: object) -> NoReturn:
        self._report.error(
            "unsafe-file",
            self._span,
            "{name} is not opened, as it may be made to do harm: {why}",
            "ask where it comes from; where you trust it, save it anew in {program} or WPS",
            exit=Exit.ASSET,
            name=self._name,
            program=self._program.name,
            why=say(message, program=self._program.name, **values),
        )
        raise Stop


def encrypted(name: str, report: Report, program: Program, span: Span | None = None) -> None:
    """Add the error that a file is protected by a password."""
    report.error(
        "encrypted-file",
        span,
        "{name} is protected by a password",
        "open it in {program} or WPS, take the password away (File, Info, Protect) and save it",
        exit=Exit.ASSET,
        name=name,
        program=program.name,
    )
