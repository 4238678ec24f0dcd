"""A part of LaTeX's language of mathematics read as a tree. What is not known is a fault, never left out."""

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from slidegen.diagnostics import did_you_mean
from slidegen.language import mark, say
from slidegen.math import symbols as s
from slidegen.math.tree import Accent, Big, Fenced, Fraction, Limit, Matrix, Piece, Root, Row, Script, Sign, Style

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_MOST_DEPTH = 30
_NUMBER = re.compile(r"[0-9]")
_WHAT = mark("see the reference for what formulas may hold")


class MathFault(Exception):
    """What is wrong in a formula, and how to mend it, both said already."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def parse_math(source: str) -> Row:
    """Return the tree of a formula without its dollar signs. Raises MathFault."""
    parser = _Parser(source)
    row = parser.row(())
    if parser.peek:
        raise MathFault(say("`{token}` closes nothing", token=parser.peek), say("remove it, or open it before"))
    if not row.pieces:
        raise MathFault(say("the formula is empty"), say("write it between the signs"))
    return row


class _Parser:
    def __init__(self, source: str) -> None:
        self.tokens = [token for token in _TOKEN.findall(source) if not token.isspace()]
        self.raw = _TOKEN.findall(source)
        self.at = 0
        self.depth = 0

    @property
    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        token = self.peek
        self.at += 1
        return token

    def row(self, ends: tuple[str, ...]) -> Row:
        """Read pieces up to one of `ends`, which stays; or to the end."""
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise MathFault(
                say("the formula goes more than {most} levels deep", most=_MOST_DEPTH), say("part it in two")
            )
        pieces: list[Piece] = []
        while self.peek and self.peek not in ends and self.peek not in ("}", "\\right", "\\end", "&", "\\\\"):
            pieces.append(self.scripted(ends))
        self.depth -= 1
        return Row(tuple(_with_signs(pieces)))

    def scripted(self, ends: tuple[str, ...]) -> Piece:
        """Read one piece with its scripts, limits or primes."""
        name = self.peek[1:] if self.peek.startswith("\\") else ""
        if name in s.SUMS or name in s.INTEGRALS:
            return self.big(ends)
        if self.peek in ("^", "_"):
            raise MathFault(
                say("`{token}` has nothing before it", token=self.peek), say("write what it belongs to, or {{}}")
            )
        base = self.piece()
        below, above = self.scripts()
        if isinstance(base, Limit):
            base = Limit(base.name, below or Row())
            return Script(base, None, above) if above else base if below else Sign(base.name, "p", 0.1)
        return Script(base, below, above) if below or above else base

    def scripts(self) -> tuple[Row | None, Row | None]:
        below: Row | None = None
        above: Row | None = None
        primes = 0
        while self.peek in ("^", "_", "'"):
            token = self.next()
            if token == "'":
                primes += 1
                continue
            if (above if token == "^" else below) is not None:
                raise MathFault(
                    say("two `{token}` belong to one thing", token=token), say("put the first part in {{ }}")
                )
            if token == "^":
                above = self.argument(token)
            else:
                below = self.argument(token)
        if primes:
            above = Row((Sign("′" * primes), *(above.pieces if above else ())))
        return below, above

    def big(self, ends: tuple[str, ...]) -> Piece:
        name = self.next()[1:]
        stacked = name in s.SUMS
        if self.peek in ("\\limits", "\\nolimits"):
            stacked = self.next() == "\\limits"
        below, above = self.scripts()
        body: list[Piece] = []
        while self.peek and self.peek not in ends and self.peek not in ("}", "\\right", "\\end", "&", "\\\\"):
            if body and self._relates():
                break
            body.append(self.scripted(ends))
        return Big(s.SUMS.get(name) or s.INTEGRALS[name], below, above, Row(tuple(body)), stacked)

    def _relates(self) -> bool:
        return self.peek in s.RELATION_SIGNS or (self.peek.startswith("\\") and self.peek[1:] in s.RELATIONS)

    def argument(self, of: str) -> Row:
        """Read what stands in braces, or one piece."""
        if not self.peek or self.peek in ("}", "^", "_", "&"):
            raise MathFault(
                say("`{token}` lacks what it applies to", token=of), say("write it in braces: {token}{{…}}", token=of)
            )
        if self.peek == "{":
            return self.braced()
        return Row((self.piece(),))

    def braced(self) -> Row:
        self.next()
        row = self.row(())
        if self.next() != "}":
            raise MathFault(say("a brace `{{` is not closed"), say("write the missing `}}`"))
        return row

    def piece(self) -> Piece:
        token = self.peek
        if token == "{":
            return self.braced()
        self.next()
        if token.startswith("\\") and len(token) > 1:
            return self.command(token)
        if token in s.OPERATION_SIGNS:
            return Sign(s.OPERATION_SIGNS[token], "p", 0.22)
        if token in s.RELATION_SIGNS:
            return Sign(token, "p", 0.28, relation=True)
        if _NUMBER.match(token):
            return Sign(self.number(token))
        if token == "~":
            return Sign(" ")
        if token in ("#", "%", "$"):
            raise MathFault(
                say("`{token}` cannot stand in a formula", token=token), say("write \\{token}", token=token)
            )
        return Sign(token, "i" if token.isalpha() and token.isascii() else "p", 0.17 if token == "," else 0.0)

    def number(self, first: str) -> str:
        digits = first
        while _NUMBER.match(self.peek) or (
            self.peek == "." and self.at + 1 < len(self.tokens) and _NUMBER.match(self.tokens[self.at + 1])
        ):
            digits += self.next()
        return digits

    def command(self, token: str) -> Piece:
        name = token[1:]
        if name in s.GREEK:
            return Sign(s.GREEK[name], "i")
        if name in s.RELATIONS:
            return Sign(s.RELATIONS[name], "p", 0.28, relation=True)
        if name in s.OPERATIONS:
            return Sign(s.OPERATIONS[name], "p", 0.22)
        for table in (s.UPRIGHT, s.FENCES, s.SPACES):
            if name in table:
                return Sign(table[name])
        if name in s.FUNCTIONS:
            return Sign(name, "p", 0.1)
        if name in s.LIMITS:
            return Limit(name, Row())
        if name in s.ACCENTS or name in s.BARS:
            return Accent(s.ACCENTS.get(name, "\u0305"), self.argument(token), name in s.BARS)
        if name in s.STYLES:
            return self.styled(token, s.STYLES[name])
        if name in s.TEXTS:
            return Sign(self.words(token))
        if name in _BUILT:
            return _BUILT[name](self, token)
        if name in ("displaystyle", "textstyle", "limits", "nolimits", "nonumber"):
            return Row()
        near = did_you_mean(name, s.known(), say(_WHAT))
        raise MathFault(say("formulas know no `{command}`", command=token), near)

    def styled(self, token: str, style: str) -> Piece:
        words = "".join(_letters(self.argument(token)))
        chosen: Style = "b" if style == "b" else "i" if style == "i" else "p"
        return Sign(words, chosen, 0.1 if token == "\\operatorname" else 0.0)

    def words(self, token: str) -> str:
        """Read words in braces with their spaces."""
        if self.next() != "{":
            raise MathFault(
                say("`{token}` lacks what it applies to", token=token),
                say("write it in braces: {token}{{…}}", token=token),
            )
        solid = [place for place, raw in enumerate(self.raw) if not raw.isspace()]
        found: list[str] = []
        depth = 1
        for raw in self.raw[solid[self.at - 1] + 1 :]:
            self.at += not raw.isspace()
            depth += (raw == "{") - (raw == "}")
            if not depth:
                return "".join(found)
            found.append(raw[1:] if raw in ("\\{", "\\}", "\\%", "\\$", "\\&", "\\#", "\\_") else raw)
        raise MathFault(say("a brace `{{` is not closed"), say("write the missing `}}`"))

    def fence(self, token: str) -> str:
        sign = self.next()
        if sign.startswith("\\") and sign[1:] in s.FENCES:
            return s.FENCES[sign[1:]]
        if sign in ("(", ")", "[", "]", "|", "/"):
            return sign
        if sign in ("<", ">"):
            return "⟨" if sign == "<" else "⟩"
        if sign == ".":
            return ""
        raise MathFault(
            say("`{token}` needs a parenthesis", token=token),
            say("write one behind it: {token}( or {token}.", token=token),
        )

    def fenced(self, token: str) -> Piece:
        opening = self.fence(token)
        body = self.row(())
        if self.next() != "\\right":
            raise MathFault(say("`\\left` has no `\\right`"), say("close it: \\right) or \\right."))
        return Fenced(opening, self.fence("\\right"), body)

    def fraction(self, token: str) -> Piece:
        above = self.argument(token)
        return Fraction(above, self.argument(token))

    def binomial(self, token: str) -> Piece:
        above = self.argument(token)
        return Fenced("(", ")", Row((Fraction(above, self.argument(token), bar=False),)))

    def root(self, token: str) -> Piece:
        degree = Row()
        if self.peek == "[":
            self.next()
            degree = self.row(("]",))
            if self.next() != "]":
                raise MathFault(say("a bracket `[` is not closed"), say("write the missing `]`"))
        return Root(self.argument(token), degree)

    def double(self, token: str) -> Piece:
        letters = "".join(_letters(self.argument(token)))
        if any(letter not in s.DOUBLE for letter in letters):
            raise MathFault(
                say("formulas know no `{command}`", command=f"{token}{{{letters}}}"), say("write one of: C H N P Q R Z")
            )
        return Sign("".join(s.DOUBLE[letter] for letter in letters))

    def environment(self, token: str) -> Piece:
        name = self.words(token)
        if name not in s.MATRICES and name not in ("cases", "aligned", "array"):
            raise MathFault(
                say("formulas know no `{command}`", command=f"\\begin{{{name}}}"),
                say("known: {words}", words=", ".join((*s.MATRICES, "cases"))),
            )
        rows: list[list[Row]] = [[]]
        while True:
            rows[-1].append(self.row(()))
            end = self.next()
            if end == "\\\\":
                rows.append([])
            elif end != "&":
                break
        if end != "\\end" or self.words(end) != name:
            raise MathFault(
                say("`{token}` is not closed", token=f"\\begin{{{name}}}"),
                say("close it: {token}", token=f"\\end{{{name}}}"),
            )
        if len(rows) > 1 and len(rows[-1]) == 1 and not rows[-1][0].pieces:
            rows.pop()
        width = max(map(len, rows))
        matrix = Matrix(tuple((*row, *[Row()] * (width - len(row))) for row in rows), name in ("cases", "aligned"))
        if name == "cases":
            return Fenced("{", "", Row((matrix,)))
        fences = s.MATRICES.get(name, "")
        return Fenced(fences[0], fences[1], Row((matrix,))) if fences else matrix


def _with_signs(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield pieces, a plus or minus that stands before a number rather than between two without its gaps."""
    between = False
    for piece in pieces:
        operation = isinstance(piece, Sign) and piece.gap > 0.2 and not piece.relation
        yield replace(piece, gap=0.0) if isinstance(piece, Sign) and operation and not between else piece
        between = not (isinstance(piece, Sign) and piece.gap > 0.2)


_BUILT: dict[str, Callable[[_Parser, str], Piece]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac"), _Parser.fraction),
    "binom": _Parser.binomial,
    "sqrt": _Parser.root,
    "left": _Parser.fenced,
    "begin": _Parser.environment,
    "mathbb": _Parser.double,
}


def _letters(row: Row) -> list[str]:
    found: list[str] = []
    for piece in row.pieces:
        if isinstance(piece, Row):
            found += _letters(piece)
        elif isinstance(piece, Sign):
            found.append(piece.text)
        else:
            raise MathFault(
                say("only letters and signs can change their style"), say("move the rest out of the braces")
            )
    return found
