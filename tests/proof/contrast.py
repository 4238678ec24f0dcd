"""Can every word of a deck be read? WCAG 2.2, 1.4.3, for each run against what really lies under it.

What lies under a text is found at points spread over its box: the background, then the shapes of master, layout and
slide below it in drawing order whose outline holds the point, then its own fill. A linear gradient counts with all
its stops wherever the point lies, a radial one with its colour there; what is translucent is mixed with what is under
it. Links count with the theme's
colours for new and for followed ones, unless they say that they keep the text's. Text that is itself translucent is
decoration and is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide

from slidegen.drawing import Color
from slidegen.layout.contrast import RGB, contrast, rgb
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH
from tests.proof.boxes import Frame, Placed, placed
from tests.proof.outlines import holds
from tests.proof.parts import NS

LEAST, LEAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 24.0, 14.0
"""Points from which text counts as large, the first more strictly than the 18 of WCAG."""
_MIX = 8
"""In how many steps a gradient is taken apart."""
_WHITE = (255, 255, 255)
_SLIDE = Frame(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT)
_ACROSS, _DOWN = 9, 5
_PLAIN_LINK = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


@dataclass(frozen=True, slots=True)
class Faint:
    """A run that is hard to read: the worst contrast found, and what would be needed."""

    slide: int
    shape: str
    text: str
    ratio: float
    needed: float

    def __str__(self) -> str:
        return f"slide {self.slide}: {self.shape}: {self.text!r} has {self.ratio:.2f}, needs {self.needed}"


@dataclass(frozen=True)
class _Colours:
    """The colours of a deck's theme and what its master maps to them."""

    slots: Mapping[str, str]
    mapped: Mapping[str, str]
    known: dict[tuple[Color, RGB | None], RGB] = field(default_factory=dict)

    def rgb(self, color: Color, under: RGB | None = None) -> RGB:
        key = (color, under)
        if key not in self.known:
            self.known[key] = rgb(color, self.slots, self.mapped, under)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class _Fill:
    """The stops of a fill, one where it is solid and none where there is no paint; of a radial one also its focus."""

    stops: tuple[Color, ...]
    focus: tuple[float, float] | None = None

    def over(self, under: set[RGB], colours: _Colours, frame: Frame, x: float, y: float) -> set[RGB]:
        """Return what is seen at a point of a frame when it is painted over some colours."""
        if not self.stops:
            return under
        mixed = (_gradient([colours.rgb(color, g) for color in self.stops]) for g in under)
        if self.focus is None:
            return {color for seen in mixed for color in seen}
        return {seen[round(self._depth(frame, x, y) * (len(seen) - 1))] for seen in mixed}

    def _depth(self, frame: Frame, x: float, y: float) -> float:
        """Return how far a point is on the way from the focus to the farthest corner, 0 to 1."""
        width, height = frame.right - frame.left, frame.bottom - frame.top
        cx, cy = frame.left + width * self.focus[0], frame.top + height * self.focus[1]  # type: ignore[index]
        far = max(hypot(cx - a, cy - b) for a in (frame.left, frame.right) for b in (frame.top, frame.bottom))
        return hypot(cx - x, cy - y) / far


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run is written: its size in points, whether bold, its colours."""

    size: float
    bold: bool
    colors: tuple[Color, ...]


def faint(deck: Path) -> list[Faint]:
    """Return the runs of a deck's slides that have too little contrast, each once."""
    return [fault for number, slide in enumerate(Presentation(str(deck)).slides, 1) for fault in _on(number, slide)]


def _on(number: int, slide: Slide) -> Iterator[Faint]:
    layout, master = slide.slide_layout, slide.slide_layout.slide_master
    colours = _colours(master)
    below = [*_drawn(master)] if layout._element.get("showMasterSp") != "0" else []
    drawing = [*below, *_drawn(layout), *placed(slide.shapes)]
    ground = next(found for part in (slide, layout, master) if (found := _ground(part)) is not None)
    for at, item in enumerate(drawing):
        bodies = list(_bodies(item))
        if not bodies:
            continue
        under = drawing[: at + 1]
        for name, frame, body, fill in bodies:
            grounds = _grounds(frame, ground, under, fill, colours)
            for text, look in _runs(body, item):
                needed = LEAST_LARGE if look.size >= LARGE or (look.bold and look.size >= LARGE_BOLD) else LEAST
                ratio = min(contrast(colours.rgb(color, g), g) for color in look.colors for g in grounds)
                if ratio < needed:
                    yield Faint(number, name, text, ratio, needed)


def _drawn(part: Any) -> Iterator[Placed]:
    """Yield what a master or a layout itself draws, without its placeholders."""
    return placed(shape for shape in part.shapes if not shape.is_placeholder)


def _colours(master: Any) -> _Colours:
    theme = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
    scheme = etree.fromstring(theme.blob).find(".//a:clrScheme", NS)
    slots = {etree.QName(slot).localname: slot[0].get("lastClr") or slot[0].get("val") for slot in scheme}
    return _Colours(slots, dict(master._element.find(qn("p:clrMap")).attrib))


def _ground(part: Any) -> _Fill | None:
    named = part._element.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgRef')}")
    if named is not None:
        return _Fill((_color(named[0]),))
    return _paint(part._element.find(f"{qn('p:cSld')}/{qn('p:bg')}/{qn('p:bgPr')}"))


def _bodies(item: Placed) -> Iterator[tuple[str, Frame, Any, Any]]:
    """Yield the texts of a shape: where each stands, its body, and what has its fill."""
    element = item.shape._element
    body = element.find(qn("p:txBody"))
    if body is not None and any(t.text for t in body.iter(qn("a:t"))):
        yield item.name, item.frame, body, None
    table = element.find(f".//{qn('a:tbl')}")
    if table is not None:
        yield from _cells(item, table)


def _cells(item: Placed, table: Any) -> Iterator[tuple[str, Frame, Any, Any]]:
    top = item.frame.top
    widths = [int(column.get("w")) for column in table.iter(qn("a:gridCol"))]
    for r, row in enumerate(table.iter(qn("a:tr")), 1):
        left, bottom = item.frame.left, top + int(row.get("h"))
        for c, (cell, width) in enumerate(zip(row.iter(qn("a:tc")), widths, strict=True), 1):
            frame = Frame(left, top, left + width, bottom)
            yield f"{item.name}[r{r}c{c}]", frame, cell.find(qn("a:txBody")), cell.find(qn("a:tcPr"))
            left += width
        top = bottom


def _grounds(frame: Frame, ground: _Fill, under: Sequence[Placed], fill: Any, colours: _Colours) -> set[RGB]:
    """Return every colour that may lie under a text; the last of `under` is the shape it stands in."""
    found: set[RGB] = set()
    shapes = [(item, _fill_of(item)) for item in under if item.frame.overlaps(frame)]
    for x, y in _points(frame):
        here = ground.over({_WHITE}, colours, _SLIDE, x, y)
        for item, paint in shapes:
            if paint and holds(item, frame, x, y):
                here = paint.over(here, colours, item.frame, x, y)
        own = _paint(fill)
        found |= own.over(here, colours, frame, x, y) if own else here
    return found


def _points(frame: Frame) -> Iterator[tuple[float, float]]:
    width, height = frame.right - frame.left, frame.bottom - frame.top
    for i in range(_ACROSS):
        for j in range(_DOWN):
            yield frame.left + width * (i + 0.5) / _ACROSS, frame.top + height * (j + 0.5) / _DOWN


def _gradient(stops: list[RGB]) -> list[RGB]:
    """Return the colours of a gradient in order, those between its stops among them."""
    mixed = stops[:1]
    for a, b in pairwise(stops):
        for step in range(1, _MIX + 1):
            red, green, blue = (round(p + (q - p) * step / _MIX) for p, q in zip(a, b, strict=True))
            mixed.append((red, green, blue))
    return mixed


def _fill_of(item: Placed) -> _Fill | None:
    """Return a shape's fill, a placeholder's own or the one it inherits from its layout."""
    shape: Any = item.shape
    properties = shape._element.find(qn("p:spPr"))
    own = None if properties is None else _paint(properties)
    if own is None and shape.is_placeholder:
        base = shape._base_placeholder
        return None if base is None else _paint(base._element.find(qn("p:spPr")))
    return own


def _paint(holder: Any) -> _Fill | None:
    """Return the fill that an element states; None where it says nothing."""
    if holder is None:
        return None
    if holder.find(qn("a:noFill")) is not None:
        return _Fill(())
    solid, gradient = holder.find(qn("a:solidFill")), holder.find(qn("a:gradFill"))
    if solid is not None:
        return _Fill((_color(solid[0]),))
    if gradient is None:
        return None
    to = gradient.find(f"{qn('a:path')}/{qn('a:fillToRect')}")
    focus = None if to is None else (int(to.get("l", 0)) / 100_000, int(to.get("t", 0)) / 100_000)
    return _Fill(tuple(_color(stop[0]) for stop in gradient.iter(qn("a:gs"))), focus)


def _color(element: Any) -> Color:
    mods = tuple((mod.tag.rpartition("}")[2], int(mod.get("val"))) for mod in element)
    return Color(element.get("val"), mods)


def _runs(body: Any, item: Placed) -> Iterator[tuple[str, _Look]]:
    """Yield the runs and fields of a text with their looks."""
    bases = _bases(item.shape) if item.shape.is_placeholder else ()
    bodies = [body, *(base._element.find(qn("p:txBody")) for base in bases)]
    for paragraph in body.iter(qn("a:p")):
        properties = paragraph.find(qn("a:pPr"))
        level = int(properties.get("lvl", 0)) if properties is not None else 0
        base = _level(bodies, level + 1)
        for run in paragraph:
            text = run.find(qn("a:t"))
            if text is None or not (text.text or "").strip():
                continue
            look = _look(run.find(qn("a:rPr")), base)
            if not any(name == "alpha" for color in look.colors for name, _ in color.mods):
                yield text.text, look


def _level(bodies: Iterable[Any], number: int) -> list[Any]:
    """Return the run properties of a level, the nearest first."""
    path = f"{qn('a:lstStyle')}/{qn(f'a:lvl{number}pPr')}/{qn('a:defRPr')}"
    return [found for one in bodies if one is not None and (found := one.find(path)) is not None]


def _bases(shape: Any) -> Iterable[Any]:
    base = shape._base_placeholder
    while base is not None:
        yield base
        base = getattr(base, "_base_placeholder", None)


def _look(own: Any, inherited: list[Any]) -> _Look:
    chain = [look for look in (own, *inherited) if look is not None]
    size = next((int(look.get("sz")) for look in chain if look.get("sz")), 1800) / 100
    bold = next((look.get("b") == "1" for look in chain if look.get("b")), False)
    color = next((paint.stops[0] for look in chain if (paint := _paint(look)) and paint.stops), Color("tx1"))
    link = own.find(qn("a:hlinkClick")) if own is not None else None
    if link is not None and link.find(f".//{_PLAIN_LINK}") is None:
        return _Look(size, bold, (Color("hlink"), Color("folHlink")))
    return _Look(size, bold, (color,))
