"""Does any text leave its box? Answered by rendering, not by estimating.

Every text of a copy gets a colour of its own; the characters of the rendered PDF are given back to
their shapes by colour, and the ink of each is held against its frame.
"""

import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pdfplumber

from slidegen.units import to_points
from tests.proof.boxes import Frame
from tests.proof.paint import Target, paint
from tests.proof.render import to_pdfs

# The body of a glyph above and below its baseline, in em: fonts state far larger ascents than they draw.
_ABOVE, _BELOW = 0.80, 0.14
_LEAST_TOLERANCE, _TOLERANCE_EM = 2.0, 0.12


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a rendered deck; slide 0 is the whole deck.

    Kinds: page-count, missing-text, off-slide, overflow, cell-overflow, table-grows.
    """

    slide: int
    shape: str
    kind: str
    detail: str
    text: str = ""

    def __str__(self) -> str:
        said = f" | {self.text}" if self.text else ""
        return f"slide {self.slide}: {self.kind} {self.shape}: {self.detail}{said}"


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A drawn character, in points from the slide's top left corner."""

    text: str
    box: Frame
    size: float


def findings(deck: Path) -> list[Finding]:
    """Return the faults of one deck."""
    (found,) = findings_of([deck])
    return found


Insides = Mapping[tuple[int, str], Frame]
"""Where text may stand, by slide and name of the shape, in EMU."""


def findings_of(decks: Sequence[Path], insides: Sequence[Insides] = ()) -> list[list[Finding]]:
    """Return the faults of each deck, in order; LibreOffice starts once for all.

    `insides`, one a deck, narrow the frames of shapes, such as to what their insets leave.
    """
    with tempfile.TemporaryDirectory(prefix="slidegen-overflow-") as scratch:
        folder = Path(scratch)
        copies = [folder / f"painted-{n}.pptx" for n in range(len(decks))]
        painted = [paint(deck, copy) for deck, copy in zip(decks, copies, strict=True)]
        pdfs = to_pdfs(copies, folder)
        return [
            _judge(
                pdf,
                _narrowed(targets, inside),
                to_points(deck.slide_width or 0),
                to_points(deck.slide_height or 0),
                len(deck.slides),
            )
            for pdf, (deck, targets), inside in zip(pdfs, painted, insides or [{}] * len(decks), strict=True)
        ]


def _narrowed(targets: dict[int, Target], insides: Insides) -> dict[int, Target]:
    return {
        colour: replace(target, frame=insides.get((target.slide, target.shape), target.frame))
        for colour, target in targets.items()
    }


def _judge(pdf: Path, targets: dict[int, Target], width: float, height: float, slides: int) -> list[Finding]:
    pages, drawn = _glyphs(pdf, targets, width)
    found = [] if pages == slides else [Finding(0, "", "page-count", f"{pages} pages for {slides} slides")]
    overrun: dict[tuple[int, str], float] = {}
    for colour, target in targets.items():
        glyphs = drawn.get(colour, [])
        found += _missing(target, glyphs)
        ink = [glyph for glyph in glyphs if glyph.text.strip()]
        if not ink:
            continue
        found += _strayed(target, ink, Frame(0, 0, width, height))
        if target.table:
            below = _ink(ink).bottom - to_points(target.frame.bottom)
            if below > _tolerance(ink):
                table = target.slide, target.table
                overrun[table] = max(below, overrun.get(table, 0.0))
    found += [Finding(slide, table, "table-grows", f"a row by {by:.0f}pt") for (slide, table), by in overrun.items()]
    return sorted(found, key=lambda finding: (finding.slide, finding.shape))


def _glyphs(pdf: Path, targets: dict[int, Target], width: float) -> tuple[int, dict[int, list[_Glyph]]]:
    """Return the number of pages, and the characters drawn in each target's colour on its slide."""
    drawn: dict[int, list[_Glyph]] = {}
    with pdfplumber.open(pdf) as document:
        for number, page in enumerate(document.pages, 1):
            scale = width / float(page.width)
            for char in page.chars:
                colour = _rgb(char)
                if colour in targets and targets[colour].slide == number:
                    drawn.setdefault(colour, []).append(_glyph(char, scale, float(page.height)))
            page.close()
        return len(document.pages), drawn


def _rgb(char: dict[str, Any]) -> int:
    """Return a character's colour as 0xRRGGBB, or -1 when it is neither grey nor RGB."""
    parts = char.get("non_stroking_color") or ()
    if len(parts) not in {1, 3}:
        return -1
    red, green, blue = (round(float(part) * 255) for part in (parts if len(parts) == 3 else parts * 3))
    return red << 16 | green << 8 | blue


def _glyph(char: dict[str, Any], scale: float, height: float) -> _Glyph:
    size = char["size"] * scale
    top, bottom = char["top"] * scale, char["bottom"] * scale
    if char["upright"]:
        baseline = (height - char["matrix"][5]) * scale
        top, bottom = baseline - _ABOVE * size, baseline + _BELOW * size
    return _Glyph(char["text"], Frame(char["x0"] * scale, top, char["x1"] * scale, bottom), size)


def _ink(glyphs: list[_Glyph]) -> Frame:
    return Frame(
        min(g.box.left for g in glyphs),
        min(g.box.top for g in glyphs),
        max(g.box.right for g in glyphs),
        max(g.box.bottom for g in glyphs),
    )


def _tolerance(glyphs: list[_Glyph]) -> float:
    return max(_LEAST_TOLERANCE, _TOLERANCE_EM * max(g.size for g in glyphs))


def _missing(target: Target, glyphs: list[_Glyph]) -> Iterator[Finding]:
    wanted = Counter(_plain(target.text))
    lost = wanted - Counter(_plain("".join(g.text for g in glyphs)))
    if lost:
        sample = "".join(list(lost.elements())[:12])
        detail = f"{lost.total()} of {wanted.total()} characters are not drawn: {sample!r}"
        yield Finding(target.slide, target.shape, "missing-text", detail, target.text[:24])


def _plain(text: str) -> Iterator[str]:
    """Yield what must be drawn of a text, alike for ligatures, small capitals and full-width forms."""
    for char in unicodedata.normalize("NFKC", text).casefold():
        if not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cn"}:
            yield char


def _strayed(target: Target, glyphs: list[_Glyph], slide: Frame) -> Iterator[Finding]:
    ink, tolerance = _ink(glyphs), _tolerance(glyphs)
    frame = Frame(*map(to_points, (target.frame.left, target.frame.top, target.frame.right, target.frame.bottom)))
    beyond = _beyond(ink, frame, tolerance)
    if target.table:
        # Rows grow with their text and push the next ones down: of height the table as a whole tells.
        beyond = {side: by for side, by in beyond.items() if side in {"left", "right"}}
    for kind, sides in (
        ("off-slide", _beyond(ink, slide, tolerance)),
        ("cell-overflow" if target.table else "overflow", beyond),
    ):
        if sides:
            detail = " ".join(f"{side}+{by:.0f}pt" for side, by in sides.items())
            yield Finding(target.slide, target.shape, kind, detail, target.text[:24])


def _beyond(ink: Frame, frame: Frame, tolerance: float) -> dict[str, float]:
    """Return by how much ink passes each side of a frame, where it is more than the tolerance."""
    sides = {
        "left": frame.left - ink.left,
        "top": frame.top - ink.top,
        "right": ink.right - frame.right,
        "bottom": ink.bottom - frame.bottom,
    }
    return {side: by for side, by in sides.items() if by > tolerance}
