"""Markdown: headings, items, tables and quotes as its marks say, every line kept as it stands.

Its words are CommonMark's, with tables. Blocks are ranges of lines, so that nothing between two marks can be lost.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Kind, Manuscript, Paragraph
from slidegen.manuscript.reading.lines import one_line
from slidegen.outline.source import decode

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_REDACTION = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]\*\*|\*\*[\u2e80-\u9fff]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:\s*")
_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")
_QUOTE_MARKS = re.compile(r"[\s>]*>[\s>]*")
_FRONT = re.compile(r"---[ \t]*\n((?:(?:[\w-]+:(?:[ \t].*)?|[ \t]+.*|- .*|#.*|)\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
"""Lines of `key: value` between two rules at the very start; anything else there is text."""


class _Block(Struct, frozen=True):
    """The lines [start, end) and what they are."""

    start: int
    end: int
    kind: Kind
    plain: str
    level: int = 0


def read_markdown(
    data: bytes, name: str, report: Report, encoding: str | None = None, clean: bool = False
) -> Manuscript | None:
    """Read Markdown; None, and an error in the report, where it cannot be decoded.

    Front matter is left out, and said so: nobody reads it to an audience.
    """
    source = decode(data, name, report, encoding, clean)
    if source is None:
        return None
    text = source.text
    front = _FRONT.match(text)
    if front and front[1].strip():
        report.note(
            "left-out",
            source.span(0, front.end()),
            "the entries between the two lines `---` are no part of the speech and were left out",
            "delete the lines `---` if they are",
        )
        text = "\n" * front[0].count("\n") + text[front.end() :]
    return Manuscript(name, tuple(_paragraphs(text)), source.encoding)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    lines = text.split("\n")
    for block in _without_gaps(lines, _blocks(_tokens(text))):
        text = "\n".join(lines[block.start : block.end])
        if text.strip():  # to CommonMark an ideographic space is no blank
            yield Paragraph(block.start + 1, text, block.level, block.kind if block.plain else "code", block.plain)


def _tokens(text: str) -> "list[Token]":
    """Return the tokens of a text.

    Where a `**` beside ideographs is left without its pair, the manuscript strikes out names by it (全市**系统),
    and then no `**` is emphasis: a pair of them may enclose half a paragraph.
    """
    from markdown_it import MarkdownIt

    # Four spaces before a paragraph are an indent of people who write Chinese, not a program.
    parser = MarkdownIt("commonmark").enable("table").disable("code")
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph"]})
    tokens = parser.parse(text)
    if any(_redacts(token) for token in tokens):
        tokens = parser.disable("emphasis").parse(text)
    return tokens


def _footnote(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read the text of a footnote (`[^1]: …`), up to a blank line or the next one; a rule of markdown-it."""
    first = _line(state, start)
    mark = _FOOTNOTE.match(first)
    if mark is None or silent:
        return mark is not None
    state.line = start + 1
    while state.line < end and not state.isEmpty(state.line) and not _FOOTNOTE.match(_line(state, state.line)):
        state.line += 1
    state.push("footnote_open", "", 1).map = [start, state.line]
    words = state.push("inline", "", 0)
    words.content = "\n".join([first[mark.end() :], *(_line(state, n) for n in range(start + 1, state.line))])
    words.map, words.children = [start, state.line], []
    state.push("footnote_close", "", -1)
    return True


def _line(state: "StateBlock", number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _redacts(token: "Token") -> bool:
    if "\\*" in token.content:
        return False
    return any(child.type == "text" and _REDACTION.search(child.content) for child in token.children or ())


def _blocks(tokens: "list[Token]") -> Iterator[_Block]:
    around: list[str] = []
    item: Token | None = None
    for n, token in enumerate(tokens):
        kind, _, side = token.type.rpartition("_")
        if side == "open":
            around.append(kind)
            item = token if kind == "list_item" else item
        elif side == "close":
            around.pop()
        if token.type == "inline" and around[-1] in ("heading", "paragraph", "footnote"):
            yield _block(tokens[n - 1], token, around, item)
            item = None
        elif token.type == "tr_open" and token.map:
            # The header takes the line of dashes below it along.
            yield _Block(token.map[0], token.map[1] + (around[-2] == "thead"), "table", _row(tokens, n))
        elif token.type in ("fence", "html_block", "hr") and token.map:
            yield _Block(token.map[0], token.map[1], "code", one_line(token.content))
            item = None


def _block(opening: "Token", words: "Token", around: list[str], item: "Token | None") -> _Block:
    """Return a heading, a paragraph or a footnote; `item` is the item of a list whose first words it has."""
    # Only the opening token of a heading knows of its underline.
    start, end = opening.map or (0, 0)
    plain = _plain(words)
    if around[-1] == "heading":
        return _Block(start, end, "text", plain, int(opening.tag[1]))
    if around[-1] == "footnote":
        return _Block(start, end, "footnote", plain)
    container = next((kind for kind in reversed(around) if kind in ("list_item", "blockquote")), "")
    if container == "list_item" and item is not None and item.map:
        number = f"{item.info}{item.markup} " if item.info and plain else ""
        return _Block(item.map[0], end, "item", number + plain)
    return _Block(start, end, "quote" if container == "blockquote" else "text", plain)


def _row(tokens: "list[Token]", n: int) -> str:
    cells = []
    for token in tokens[n:]:
        if token.type == "tr_close":
            break
        if token.type == "inline":
            cells.append(_plain(token))
    return " | ".join(cells).strip() if any(cells) else ""


def _plain(token: "Token") -> str:
    return one_line(_REFERENCE.sub("", "".join(_words(token.children or ()))))


def _words(tokens: "Iterable[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak") or token.content.lower().startswith("<br"):
            yield "\n"
        elif token.type == "image":
            yield from _words(token.children or ())


def _without_gaps(lines: list[str], blocks: Iterable[_Block]) -> Iterator[_Block]:
    """Yield the blocks with a block for every stretch of lines between them that holds anything.

    Such lines are definitions of links, and marks alone: those of a quote go with what stands above.
    """
    last: _Block | None = None
    for block in [*blocks, _Block(len(lines), len(lines), "code", "")]:
        for start, end in _stretches(lines, last.end if last else 0, block.start):
            if last and last.end == start and all(_QUOTE_MARKS.fullmatch(line) for line in lines[start:end]):
                last = _Block(last.start, end, last.kind, last.plain, last.level)
                continue
            if last:
                yield last
            last = _Block(start, end, "code", one_line("\n".join(lines[start:end])))
        if last:
            yield last
        last = block


def _stretches(lines: list[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    begun = None
    for n in range(start, end):
        if lines[n].strip() and begun is None:
            begun = n
        elif not lines[n].strip() and begun is not None:
            yield begun, n
            begun = None
    if begun is not None:
        yield begun, end
