"""The slides of any deck in showing order: title, section, notes, hidden or not.

Read from the zip directory and XML rather than by python-pptx: quicker, and decks in Strict form
(ISO/IEC 29500, other namespaces) are read too, hence the `{*}` in front of names.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from lxml import etree
from msgspec import Struct

_MOST = 50_000_000
"""Bytes of a part that is read; the largest real slide has a tenth of that."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("hdr", "ftr", "sldNum", "dt", "sldImg")
_Read = TypeVar("_Read")
_BREAK = "\v"
"""A line break inside a paragraph, as python-pptx and slidegen's own writer have it."""


class NotADeck(Exception):
    """A file that is no presentation, or too damaged to be read as one."""


class ReadSlide(Struct, frozen=True):
    """One slide, numbered from 1 in showing order; hidden ones count.

    `title` is on one line, empty where the slide has none; `section` is empty outside sections. `notes` are verbatim:
    paragraphs joined by newlines, a line break inside one is a vertical tab.
    """

    number: int
    title: str
    section: str
    notes: str
    hidden: bool


class ReadDeck(Struct, frozen=True):
    """A deck's slides, and the title and language of its properties; these are empty where it does not say."""

    title: str
    language: str
    slides: tuple[ReadSlide, ...]


class SlideTexts(Struct, frozen=True):
    """The type of a slide's layout (`title`, `secHead`, …) and the texts that stand on it, each on one line.

    Headers, footers, numbers, dates and decoration are left out.
    """

    layout: str
    texts: tuple[str, ...]


def read_slides(deck: Path | BinaryIO) -> ReadDeck:
    """Return the slides of a .pptx file. Raises NotADeck, and OSError where the file cannot be read."""
    return _read(deck, lambda reader: reader.deck())


def read_texts(deck: Path | BinaryIO) -> tuple[SlideTexts, ...]:
    """Return what stands on each slide, in showing order. Raises as `read_slides`."""
    return _read(deck, lambda reader: tuple(reader.texts()))


def _read(deck: Path | BinaryIO, what: "Callable[[_Reader], _Read]") -> _Read:
    try:
        with zipfile.ZipFile(deck) as archive:
            return what(_Reader(archive))
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        struct.error,
        etree.XMLSyntaxError,
        LookupError,
        ValueError,
    ) as fault:
        raise NotADeck from fault


def one_line(text: str) -> str:
    """Return a text without its line breaks, with a space only where two words would run together."""
    whole = ""
    for line in text.replace(_BREAK, "\n").split("\n"):
        piece = line.strip()
        if whole and piece and whole[-1] < "\u2e80" and piece[0] < "\u2e80":
            whole += " "
        whole += piece
    return whole


class _Reader:
    """Reads one package."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._sizes = {info.filename: info.file_size for info in archive.infolist()}

    def deck(self) -> ReadDeck:
        main = self._related("", "officeDocument")[0]
        presentation = self._part(main)
        targets = self._relationships(main)
        sections = {
            entry.get("id", ""): section.get("name", "")
            for section in presentation.iter("{*}section")
            for entry in section.iter("{*}sldId")
        }
        entries = next(presentation.iter("{*}sldIdLst"), ())
        slides = (
            self._slide(number, targets[_relationship(entry)][1], sections.get(entry.get("id", ""), ""))
            for number, entry in enumerate(entries, 1)
        )
        title, language = self._properties()
        return ReadDeck(title, language, tuple(slides))

    def texts(self) -> Iterator[SlideTexts]:
        """Yield what stands on each slide."""
        main = self._related("", "officeDocument")[0]
        targets = self._relationships(main)
        types: dict[str, str] = {}
        for entry in next(self._part(main).iter("{*}sldIdLst"), ()):
            name = targets[_relationship(entry)][1]
            layout = next(iter(self._related(name, "slideLayout")), "")
            if layout not in types:
                types[layout] = self._part(layout).get("type", "cust") if layout else ""
            yield SlideTexts(types[layout], tuple(_shown(self._part(name))))

    def _slide(self, number: int, name: str, section: str) -> ReadSlide:
        root = self._part(name)
        notes = next((self._notes(page) for page in self._related(name, "notesSlide")), "")
        title = next(_placeholders(root, *_TITLES), "")
        return ReadSlide(number, one_line(title), section, notes, root.get("show") in ("0", "false"))

    def _notes(self, name: str) -> str:
        return next(_placeholders(self._part(name), "body"), "")

    def _properties(self) -> tuple[str, str]:
        for name in self._related("", "core-properties"):
            root = self._part(name)
            return root.findtext("{*}title") or "", root.findtext("{*}language") or ""
        return "", ""

    def _related(self, source: str, kind: str) -> list[str]:
        """Return the parts there are to which a part has relationships of a kind: the last word of their type."""
        return [name for own, name in self._relationships(source).values() if own == kind and name in self._sizes]

    def _relationships(self, source: str) -> dict[str, tuple[str, str]]:
        """Return a part's relationships by id, each the last word of its type and the part it leads to."""
        folder, _, file = source.rpartition("/")
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self._sizes:
            return {}
        return {
            row.get("Id", ""): (
                row.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, row.get("Target", "")))[1:],
            )
            for row in self._part(name).iter("{*}Relationship")
            if row.get("TargetMode") != "External"
        }

    def _part(self, name: str) -> "etree._Element":
        if self._sizes[name] > _MOST:
            raise ValueError(name)
        return etree.fromstring(self._archive.read(name), _PARSER)


def _relationship(entry: "etree._Element") -> str:
    """Return the `r:id` of an entry, which has an `id` too."""
    return next(str(value) for name, value in entry.attrib.items() if str(name).endswith("}id"))


def _placeholders(root: "etree._Element", *types: str) -> Iterator[str]:
    """Yield the texts of a slide's placeholders of some types."""
    for shape in root.iter("{*}sp"):
        kind = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
        if kind is not None and kind.get("type") in types:
            yield "\n".join("".join(_texts(paragraph)) for paragraph in shape.iterfind("{*}txBody/{*}p"))


def _shown(root: "etree._Element") -> Iterator[str]:
    """Yield the paragraphs that stand on a slide, without furniture and decoration."""
    for shape in root.iter("{*}sp", "{*}tc"):
        kind = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
        decoration = shape.find("{*}nvSpPr/{*}cNvPr/{*}extLst/{*}ext/{*}decorative")
        if decoration is None and (kind is None or kind.get("type") not in _FURNITURE):
            paragraphs = (one_line("".join(_texts(paragraph))) for paragraph in shape.iterfind("{*}txBody/{*}p"))
            yield from (text for text in paragraphs if text)


def _texts(paragraph: "etree._Element") -> Iterator[str]:
    """Yield the texts of a paragraph's runs and fields, and its line breaks."""
    for element in paragraph.iter("{*}t", "{*}br"):
        yield _BREAK if element.tag.endswith("}br") else element.text or ""
