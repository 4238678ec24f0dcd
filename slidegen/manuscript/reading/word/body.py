"""The paragraphs and tables of a Word file, in order."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.language import mark
from slidegen.manuscript.model import Kind
from slidegen.manuscript.reading.lines import one_line
from slidegen.manuscript.reading.word.inline import Inline
from slidegen.manuscript.reading.word.names import MC, W, number, value
from slidegen.manuscript.reading.word.numbering import BULLET, Numbering
from slidegen.manuscript.reading.word.styles import Styles

if TYPE_CHECKING:
    from lxml import etree

CONTENTS = mark("the table of contents")
INSERTED = mark("files that Word inserts when it opens this one")

_AROUND = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_GONE = ("del", "moveFrom")


class Block(Struct, frozen=True):
    """A paragraph, or a row of a table, with the notes that it refers to."""

    text: str
    kind: Kind = "text"
    level: int = 0
    notes: tuple[tuple[str, str], ...] = ()
    bulleted: bool = False
    """Whether the text begins with a bullet, which is a mark and not a word."""


class Body:
    """Reads what holds paragraphs: the text itself, cells, notes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self.inline = Inline(styles)
        self.left_out = self.inline.left_out
        self._before = ""
        """Text whose end of paragraph was deleted: it reads on in the next one."""

    def read(self, container: "etree._Element") -> Iterator[Block]:
        """Yield all of an element's paragraphs and rows; those without text too, as they may hold notes."""
        yield from self._blocks(container)
        if self._before:
            yield Block(self._before.strip("\n"), notes=tuple(self.inline.take_notes()))
            self._before = ""

    def _blocks(self, container: "etree._Element") -> Iterator[Block]:
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _AROUND:
                if _is_contents(child):
                    self.left_out.add(CONTENTS)
                else:
                    yield from self._blocks(child)
            elif child.tag == f"{MC}AlternateContent":
                for branch in child[:1]:
                    yield from self._blocks(branch)
            elif child.tag == f"{W}altChunk":
                self.left_out.add(INSERTED)
            elif child.tag in {W + name for name in _GONE}:
                self.inline.tracked = True

    def _paragraph(self, element: "etree._Element") -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle")
        if self._styles.is_contents(style):
            self.left_out.add(CONTENTS)
            return
        text = self._before + self.inline.text(element, style)
        self._before = ""
        if self._end_is_deleted(properties):
            self._before = text
            return
        text = text.strip("\n")
        level = self._level(properties, style)
        label = self._label(properties, style)
        notes = tuple(self.inline.take_notes())
        if not text.strip():
            yield Block("", notes=notes)
        elif not label:
            yield Block(text, level=level, notes=notes)
        else:
            yield Block(label + text.lstrip(), "text" if level else "item", level, notes, label.startswith(BULLET))

    def _end_is_deleted(self, properties: "etree._Element | None") -> bool:
        end = None if properties is None else properties.find(f"{W}rPr")
        if end is None:
            return False
        deleted = any(end.find(W + name) is not None for name in _GONE)
        if deleted or any(end.find(W + name) is not None for name in ("ins", "moveTo")):
            self.inline.tracked = True
        return deleted

    def _level(self, properties: "etree._Element | None", style: str | None) -> int:
        own = number(properties, "outlineLvl")
        if own is None:
            return self._styles.heading_level(style)
        return own + 1 if 0 <= own < 9 else 0

    def _label(self, properties: "etree._Element | None", style: str | None) -> str:
        own = number(properties, "numPr/numId")
        ilvl = number(properties, "numPr/ilvl")
        inherited, said_by = self._styles.num_id(style)
        num_id = inherited if own is None else own
        if not num_id:  # 0 takes a number away that a style gives
            return ""
        if ilvl is None and own is None:
            ilvl = self._numbering.level_of_style(num_id, style or said_by)
        if ilvl is None:
            ilvl = self._styles.ilvl(style)
        return self._numbering.next(num_id, ilvl or 0)

    def _table(self, table: "etree._Element") -> Iterator[Block]:
        rows = [list(_parts(row, "tc")) for row in _parts(table, "tr") if not self._is_deleted(row)]
        if all(len(row) <= 1 for row in rows):
            # One column is a frame around text.
            for row in rows:
                for cell in row:
                    yield from self.read(cell)
            return
        for row in rows:
            notes: list[tuple[str, str]] = []
            cells = []
            for cell in row:
                blocks = [] if _goes_on_from_above(cell) else list(self.read(cell))
                notes += [note for block in blocks for note in block.notes]
                cells.append(one_line("\n".join(block.text for block in blocks)))
            yield Block(" | ".join(cells) if any(cells) else "", "table", notes=tuple(notes))

    def _is_deleted(self, row: "etree._Element") -> bool:
        properties = row.find(f"{W}trPr")
        deleted = properties is not None and properties.find(f"{W}del") is not None
        self.inline.tracked = self.inline.tracked or deleted
        return deleted


def _parts(element: "etree._Element", name: str) -> Iterable["etree._Element"]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for child in element:
        if child.tag == W + name:
            yield child
        elif child.tag in _AROUND:
            yield from _parts(child, name)


def _goes_on_from_above(cell: "etree._Element") -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _is_contents(element: "etree._Element") -> bool:
    gallery = value(element, "sdtPr/docPartObj/docPartGallery")
    return gallery is not None and gallery.startswith("Table of Contents")
