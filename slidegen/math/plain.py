"""Formulas as one line of plain text, for programs that show no formulas, for searching and for screen readers."""

from collections.abc import Sequence

from slidegen.math.tree import Accent, Big, Fenced, Fraction, Limit, Matrix, Piece, Root, Row, Script, Sign

_ABOVE = dict(
    zip("0123456789+−=()niabcdefghjklmoprstuvwxyz′∗", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ′*", strict=True)
)
_BELOW = dict(zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))


def plain_math(piece: Piece) -> str:
    """Return a formula on one line: x², (a+b)/2, √(x), ∑ᵢ₌₁ⁿ xᵢ, [1, 0; 0, 1]."""
    match piece:
        case Sign():
            spaced = piece.gap > 0.2
            return f" {piece.text} " if spaced else f"{piece.text} " if piece.gap else piece.text
        case Row():
            return "".join(map(plain_math, piece.pieces)).strip()
        case Fraction(above, below, bar):
            return f"{_whole(above)}{'/' if bar else ' '}{_whole(below)}"
        case Root(body, degree):
            return f"{_script(degree, _ABOVE, '') if degree.pieces else ''}√{_whole(body)}"
        case Script(base, below, above):
            return f"{plain_math(base)}{_script(below, _BELOW, '_')}{_script(above, _ABOVE, '^')}"
        case Big(sign, below, above, body):
            return f" {sign}{_script(below, _BELOW, '_')}{_script(above, _ABOVE, '^')} {plain_math(body)}"
        case Limit(name, below):
            return f"{name} {_whole(below)} " if below.pieces else name
        case Fenced(opening, closing, body):
            return f"{opening}{plain_math(body)}{closing}"
        case Matrix(rows):
            return "; ".join(", ".join(map(plain_math, row)) for row in rows)
        case Accent(mark, body):
            return "".join(char + mark if char.isalnum() else char for char in plain_math(body))


def _whole(row: Row) -> str:
    """Return a row as one thing: in parentheses where it is made of several."""
    text = plain_math(row)
    return text if _single(row.pieces) else f"({text})"


def _single(pieces: Sequence[Piece]) -> bool:
    if len(pieces) != 1:  # a Chinese word is one thing, 2a is two
        return all(isinstance(piece, Sign) and "\u2e80" <= piece.text[:1] <= "\u9fff" for piece in pieces)
    (piece,) = pieces
    if isinstance(piece, Row):
        return _single(piece.pieces)
    return isinstance(piece, (Sign, Script, Root, Fenced, Accent))


def _script(row: Row | None, signs: dict[str, str], otherwise: str) -> str:
    if row is None:
        return ""
    text = plain_math(row)
    tight = text.replace(" ", "")
    if tight and all(char in signs for char in tight):
        return "".join(signs[char] for char in tight)
    return f"{otherwise}{_whole(row)}"
