"""A throw-away copy of a deck in which every text has a colour of its own, to be found again in a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame

from tests.proof.boxes import Frame, Placed, placed

_RUNS = tuple(map(qn, ("a:r", "a:fld", "a:br")))
_AUTOFITS = tuple(map(qn, ("a:noAutofit", "a:normAutofit", "a:spAutoFit")))
_FILLS = tuple(map(qn, ("a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")))
_EFFECTS = tuple(map(qn, ("a:effectLst", "a:effectDag", "a:highlight", "a:hlinkClick", "a:hlinkMouseOver")))
# An odd factor runs through all 24-bit colours once, far from the few that a theme would use.
_SCATTER = 0x9E3779


@dataclass(frozen=True, slots=True)
class Target:
    """A text that was painted: where it stands, what it says; of a cell, also its table."""

    slide: int
    shape: str
    frame: Frame
    text: str
    table: str = ""


def paint(deck: Path, copy: Path) -> tuple[Deck, dict[int, Target]]:
    """Write a painted copy of a deck; return it and what each colour (0xRRGGBB) stands for.

    Hidden slides are shown and animation is dropped, so that each slide becomes one whole page.
    """
    presentation = Presentation(str(deck))
    targets: dict[int, Target] = {}
    number = count(1)
    for page, slide in enumerate(presentation.slides, 1):
        element = slide._element
        element.attrib.pop("show", None)
        for timing in element.findall(qn("p:timing")):
            element.remove(timing)
        for item in placed(slide.shapes):
            for body, target in _texts(page, item):
                colour = next(number) * _SCATTER % 0x1000000
                _colour(body, colour)
                targets[colour] = target
    presentation.save(str(copy))
    return presentation, targets


def _texts(page: int, item: Placed) -> Iterator[tuple[Any, Target]]:
    shape = item.shape
    if isinstance(shape, GraphicFrame):
        if shape.has_table:
            yield from _cells(page, item, shape)
        return
    body = _text_body(shape)
    if body is not None and (text := _text(body)).strip():
        _keep_size(body)
        yield body, Target(page, item.name, item.frame, text)


def _text_body(shape: BaseShape) -> Any:
    return shape._element.find(qn("p:txBody"))


def _cells(page: int, item: Placed, frame: GraphicFrame) -> Iterator[tuple[Any, Target]]:
    table = frame.table
    lefts = _edges(item.frame.left, [table.columns[c].width for c in range(len(table.columns))])
    tops = _edges(item.frame.top, [table.rows[r].height for r in range(len(table.rows))])
    for r in range(len(table.rows)):
        for c in range(len(table.columns)):
            cell = table.cell(r, c)
            body = cell._tc.find(qn("a:txBody"))
            if cell.is_spanned or body is None or not (text := _text(body)).strip():
                continue
            right = lefts[min(c + cell.span_width, len(lefts) - 1)] if cell.is_merge_origin else lefts[c + 1]
            bottom = tops[min(r + cell.span_height, len(tops) - 1)] if cell.is_merge_origin else tops[r + 1]
            box = Frame(lefts[c], tops[r], right, bottom)
            yield body, Target(page, f"{item.name}[r{r + 1}c{c + 1}]", box, text, item.name)


def _edges(start: float, sizes: list[int]) -> list[float]:
    edges = [start]
    for size in sizes:
        edges.append(edges[-1] + size)
    return edges


def _text(body: Any) -> str:
    """Return what the runs say; fields are left out, since a renderer fills them anew."""
    return "".join(t.text or "" for t in body.iterfind(f"{qn('a:p')}/{qn('a:r')}/{qn('a:t')}"))


def _colour(body: Any, colour: int) -> None:
    for run in body.iter(*_RUNS):
        look = run.find(qn("a:rPr"))
        if look is None:
            look = etree.Element(qn("a:rPr"))
            run.insert(0, look)
        for child in [child for child in look if child.tag in _FILLS + _EFFECTS]:
            look.remove(child)
        fill = etree.Element(qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr"), val=f"{colour:06X}")
        look.insert(1 if look.find(qn("a:ln")) is not None else 0, fill)


def _keep_size(body: Any) -> None:
    """Hold a text at its stored size, as PowerPoint does until somebody edits it.

    LibreOffice would shrink the text or grow the box at once. A stored fontScale stays.
    """
    look = body.find(qn("a:bodyPr"))
    fits = [child for child in look if child.tag in _AUTOFITS]
    if any(fit.get("fontScale") for fit in fits):
        return
    for fit in fits:
        look.remove(fit)
    look.insert(1 if look.find(qn("a:prstTxWarp")) is not None else 0, etree.Element(qn("a:noAutofit")))
