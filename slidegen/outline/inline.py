"""Inline marks in slide text: strong, em, code and links.

Marks: `**strong**`, `*em*`, `` `code` ``, `[text](https://…)`, `[text](#id)`; a backslash makes a mark literal and
unmatched marks stay as they are. CommonMark's flanking rules fail beside CJK punctuation, so `**` opens before and
closes after any character that is not a space; a single `*` opens only after the start, a space or punctuation, and
closes only before the end, a space or punctuation. Everything is one pass, linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from slidegen.diagnostics import Report, Span
from slidegen.math.tree import Formula

LINK_SCHEMES = frozenset({"http", "https", "mailto", "slide"})

_MARK = re.compile(r"[*`\[\]]")
_TOKEN = re.compile(r"(\\+)([*`\[\]]?)|\*+|`|\[|\]")
_TARGET = re.compile(r"\(((?:#|[A-Za-z][A-Za-z0-9+.\-]{0,30}:)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
_BEFORE_MARK = re.compile(r"(\\*)([*`\[\]])")

_MAX_TARGET = 4000
_STRONG, _EM = 2, 1


class Inline(Struct, frozen=True):
    """A stretch of text of one look; `link` is a web address or `#id`."""

    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    link: str | None = None
    token: str = ""
    """In a listing what it is (`keyword`, `text` …); it is then shown to the letter."""
    math: Formula | None = None
    """The formula that it is; `text` then says the same in plain text."""


def parse_inline(text: str) -> tuple[Inline, ...]:
    """Return the stretches of a text; no two neighbours look the same and none is empty."""
    if not _MARK.search(text):
        return (Inline(text),) if text else ()
    return tuple(_merged(_Matcher(text).match()))


def plain(text: str) -> str:
    """Return a text without its marks."""
    return "".join(i.text for i in parse_inline(text)) if _MARK.search(text) else text


def escape_inline(text: str) -> str:
    """Return `text` with its marks made literal, so that `plain(escape_inline(text)) == text`."""
    return _BEFORE_MARK.sub(lambda m: m[1] * 2 + "\\" + m[2], text)


def check_links(text: str, span: Span, report: Report) -> None:
    """Report links whose scheme is none of those that a presentation may carry."""
    if "](" not in text:
        return
    for target in {i.link: None for i in parse_inline(text) if i.link}:
        scheme = target.partition(":")[0].lower()
        if not target.startswith("#") and scheme not in LINK_SCHEMES:
            report.error(
                "link-scheme",
                span,
                "a link may not lead to `{scheme}:`",
                "write an address that begins with https://, http:// or mailto:, or #id for a slide of this outline",
                scheme=scheme,
            )


class _Piece(Struct):
    """A text; a run of stars not yet matched; or a switch (`on` is +1 or -1) of strong, em or a link."""

    text: str
    kind: int = 0
    on: int = 0
    code: bool = False
    link: str | None = None


def _tokens(text: str) -> list[_Piece | re.Match[str]]:
    """Split a text into pieces and runs of stars; brackets are already links or text, code is already code."""
    found: list[_Piece | re.Match[str]] = []
    brackets: list[int] = []
    at, code_ends = 0, True
    while mark := _TOKEN.search(text, at):
        if mark.start() > at:
            found.append(_Piece(text[at : mark.start()]))
        token, at = mark[0], mark.end()
        if token[0] == "\\":
            # Before a mark each pair is one backslash and an odd one makes the mark literal; elsewhere all are text.
            run, odd = mark[1], len(mark[1]) % 2
            if mark[2]:
                run = run[: len(run) // 2] + (mark[2] if odd else "")
                at = mark.end() if odd else mark.end(1)
            found.append(_Piece(run))
        elif token[0] == "*":
            found.append(mark)
        elif token == "`":
            end = text.find("`", at) if code_ends else -1
            code_ends = code_ends and end >= 0
            found.append(_Piece(text[at:end], code=True) if end > at else _Piece("`"))
            at = end + 1 if end > at else at
        elif token == "[":
            brackets.append(len(found))
            found.append(_Piece("["))
        else:
            at = _close_bracket(text, at, found, brackets)
    found.append(_Piece(text[at:]))
    return found


def _close_bracket(text: str, at: int, found: list[_Piece | re.Match[str]], brackets: list[int]) -> int:
    """Close the last `[`: as a link when an address follows, else both brackets are text. Return where to go on."""
    opened = brackets.pop() if brackets else None
    target = _TARGET.match(text, at, at + _MAX_TARGET) if opened is not None else None
    if opened is None or target is None or opened == len(found) - 1:
        found.append(_Piece("]"))
        return at
    found[opened] = _Piece("", on=1, link=target[1])
    found.append(_Piece("", on=-1, link=target[1]))
    # A link holds no link, so the brackets around it are text.
    brackets.clear()
    return target.end()


class _Scope:
    """The marks still open, each with its kind, its place in the pieces and the run of stars it came in."""

    def __init__(self) -> None:
        self.open: list[tuple[int, int, int]] = []
        self.count = [0, 0, 0]


class _Matcher:
    """Matches the runs of stars; marks outside a link and marks within it never close each other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[_Piece] = []
        self.outer = self.scope = _Scope()

    def match(self) -> list[_Piece]:
        for token in _tokens(self.text):
            if isinstance(token, re.Match):
                self._stars(*token.span())
                continue
            if token.on:
                self.scope = _Scope() if token.on > 0 else self.outer
            self.pieces.append(token)
        return self.pieces

    def _stars(self, start: int, end: int) -> None:
        size = left = end - start
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        # Longer runs mask digits and names (138****5678).
        if size <= 3:
            while left and (kind := self._closable(left, before, after)):
                self._close(kind)
                left -= kind
            if left == size and after and not after.isspace() and (size == _STRONG or _loose(before)):
                for kind in (_STRONG, _EM):
                    if size & kind:
                        self.scope.open.append((kind, len(self.pieces), start))
                        self.scope.count[kind] += 1
                        self.pieces.append(_Piece("*" * kind))
                return
        self.pieces.append(_Piece("*" * left))

    def _closable(self, left: int, before: str, after: str) -> int:
        """Return the kind of mark that `left` stars close, the innermost open one if they can; 0 for none."""
        count = self.scope.count
        if not before or before.isspace():
            return 0
        strong = left >= _STRONG and count[_STRONG]
        em = left != _STRONG and count[_EM] and _loose(after)
        if strong and em:
            return self.scope.open[-1][0]
        return _STRONG if strong else _EM if em else 0

    def _close(self, kind: int) -> None:
        """Close the last open mark of a kind; those opened after it stay text, but `***a** b*` swaps its pair."""
        scope = self.scope
        open_kind, piece, run = scope.open.pop()
        while open_kind != kind:
            if scope.open[-1][2] == run:
                _, outer, _ = scope.open.pop()
                self.pieces[outer], self.pieces[piece] = self.pieces[piece], self.pieces[outer]
                scope.open.append((open_kind, outer, run))
                break
            scope.count[open_kind] -= 1
            open_kind, piece, run = scope.open.pop()
        scope.count[kind] -= 1
        self.pieces[piece] = _Piece("", kind, 1)
        self.pieces.append(_Piece("", kind, -1))


def _loose(char: str) -> bool:
    """Tell whether a single `*` may open after, or close before, this neighbour: none, a space or punctuation."""
    return not char or char.isspace() or unicodedata.category(char)[0] in "PS"


def _merged(pieces: list[_Piece]) -> Iterator[Inline]:
    """Yield the pieces' texts, neighbours of one look joined."""
    depth = [0, 0, 0]
    link: str | None = None
    look: tuple[bool, bool, bool, str | None] = (False, False, False, None)
    words: list[str] = []
    for piece in pieces:
        if piece.on:
            if piece.kind:
                depth[piece.kind] += piece.on
            else:
                link = piece.link if piece.on > 0 else None
            continue
        now = (depth[_STRONG] > 0, depth[_EM] > 0, piece.code, link)
        if now != look:
            if words:
                yield Inline("".join(words), *look)
            look, words = now, []
        if piece.text:
            words.append(piece.text)
    if words:
        yield Inline("".join(words), *look)
