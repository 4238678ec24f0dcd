"""How large formulas come out, in em, as Cambria Math sets them; rather too large than too small."""

from msgspec import Struct

from slidegen.math.tree import Accent, Big, Fenced, Fraction, Limit, Matrix, Piece, Root, Row, Script, Sign

SCRIPT = 0.72
"""The size of sub- and superscripts."""
_UP, _DOWN = 0.78, 0.25
_AXIS = 0.25
"""How high above the baseline the bars of fractions lie."""


class Size(Struct, frozen=True):
    """Width, and how far up and down from the baseline."""

    width: float
    up: float = _UP
    down: float = _DOWN

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.up + self.down


def size_of(piece: Piece, display: bool = False) -> Size:
    """Return the size of a formula; fractions within a line are set smaller than those on lines of their own."""
    match piece:
        case Sign():
            return Size(sum(map(_advance, piece.text)) + 2 * piece.gap)
        case Row(pieces):
            return _beside([size_of(one, display) for one in pieces])
        case Fraction(above, below):
            part = 1.0 if display else SCRIPT
            top, bottom = size_of(above), size_of(below)
            gap = 0.15 if display else 0.08
            width = max(top.width, bottom.width) * part + 0.2
            return Size(width, _AXIS + gap + top.height * part, bottom.height * part + gap - _AXIS)
        case Root(body, degree):
            inner = size_of(body, display)
            return Size(inner.width + 0.75 + size_of(degree).width * 0.4, inner.up + 0.2, inner.down)
        case Script(base, below, above):
            inner = size_of(base, display)
            under, over = (size_of(row) if row else Size(0, 0, 0) for row in (below, above))
            width = inner.width + max(under.width, over.width) * SCRIPT + 0.05
            up = max(inner.up, inner.up - 0.35 + over.height * SCRIPT) if above else inner.up
            return Size(width, up, max(inner.down, inner.down - 0.1 + under.height * SCRIPT) if below else inner.down)
        case Big():
            return _big(piece, display)
        case Limit(name, below):
            inner = size_of(below)
            width = max(sum(map(_advance, name)), inner.width * SCRIPT)
            return Size(width + 0.3, _UP, _DOWN + inner.height * SCRIPT)
        case Fenced(opening, closing, body):
            inner = size_of(body, display)
            return Size(inner.width + 0.4 * (bool(opening) + bool(closing)), inner.up + 0.05, inner.down + 0.05)
        case Matrix(rows):
            cells = [[size_of(cell) for cell in row] for row in rows]
            width = sum(max(row[c].width for row in cells) + 0.7 for c in range(len(cells[0])))
            height = sum(max(cell.height for cell in row) + 0.15 for row in cells)
            return Size(width, height / 2 + _AXIS, height / 2 - _AXIS)
        case Accent(_, body):
            inner = size_of(body, display)
            return Size(inner.width, inner.up + 0.2, inner.down)


def _beside(sizes: list[Size]) -> Size:
    return Size(
        sum(size.width for size in sizes),
        max((size.up for size in sizes), default=_UP),
        max((size.down for size in sizes), default=_DOWN),
    )


def _big(piece: Big, display: bool) -> Size:
    body = size_of(piece.body, display)
    under, over = (size_of(row) if row else Size(0, 0, 0) for row in (piece.below, piece.above))
    sign = Size(1.15 if display else 0.85, 1.1 if display else 0.9, 0.6 if display else 0.35)
    if piece.stacked and display:
        sign = Size(
            max(sign.width, under.width * SCRIPT, over.width * SCRIPT) + 0.2,
            sign.up + over.height * SCRIPT,
            sign.down + under.height * SCRIPT,
        )
    else:
        beside = max(under.width, over.width) * SCRIPT
        sign = Size(
            sign.width + beside + 0.15, sign.up + (0.3 if piece.above else 0), sign.down + (0.3 if piece.below else 0)
        )
    return _beside([sign, body])


def _advance(char: str) -> float:
    if "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef":
        return 1.0
    if char in "mwMW∑∏⟹⟺":
        return 0.95
    if char in "iljt.,;:'|!()[]′ \u2009\u2005\u2004":
        return 0.35
    return 0.75 if char.isupper() or not char.isascii() else 0.58
