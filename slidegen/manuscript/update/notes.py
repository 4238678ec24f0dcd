"""Notes: patches that give a place of an outline other notes, in the form in which they stand there."""

import re
from collections.abc import Iterator, Sequence

from slidegen.outline import keys
from slidegen.outline.nodes import Entry, Mapping, Scalar
from slidegen.outline.patching import Patch, content_end, line_end, line_start
from slidegen.outline.places import Place
from slidegen.outline.source import Source
from slidegen.outline.writing import block, quoted, scalar

Written = int | str
"""A line of new notes: the number of an old line that stays, or a new one."""

_HEADER = re.compile(r"[|>][0-9+-]*(?P<rest>[^\n]*)")
_COLON = re.compile(r"\s*[:：]")


def notes_patch(source: Source, place: Place, lines: Sequence[Written]) -> Patch:
    """Return the patch that gives a place notes of these lines; without any, the key stays and holds nothing."""
    texts = list(_texts(place, lines))
    if place.notes is None:
        return _added(source, place, texts)
    value = place.notes.value
    assert isinstance(value, Scalar), "notes that refer to a manuscript are left alone"
    if not texts:
        return emptied(source, place.node, place.notes)
    if _in_flow(source, place.node):
        return Patch(value.span.start, value.span.end, quoted("\n".join(texts)))
    if value.empty:
        hole = emptied(source, place.node, place.notes)
        return Patch(hole.start, hole.end, f" {_block(texts, place.notes, hole.text)}")
    if value.style == "|":
        return _literal(source, place.notes, value, lines, texts)
    if value.style != ">" and len(texts) == 1 and "\n" not in source.text[value.span.start : value.span.end]:
        return Patch(value.span.start, value.span.end, _like(value.style, texts[0]))
    return _as_block(source, place.notes, value, texts)


def emptied(source: Source, node: Mapping, entry: Entry) -> Patch:
    """Return the patch that takes a key's value out; the key and its comment stay."""
    span = entry.value.span
    if _in_flow(source, node):
        return Patch(span.start, span.end, '""')
    text = source.text
    colon = _COLON.match(text, entry.key.span.end)
    assert colon is not None, "a key is followed by a colon"
    style = entry.value.style if isinstance(entry.value, Scalar) else ""
    header = _HEADER.match(text, span.start) if style in ("|", ">") else None
    end = content_end(text, max(span.end, colon.end()))
    rest = header["rest"] if header is not None else text[max(span.end, colon.end()) : end]
    return Patch(colon.end(), end, f" {rest.strip()}" if rest.strip() else "")


def _texts(place: Place, lines: Sequence[Written]) -> Iterator[str]:
    old = place.text.split("\n")
    yield from (old[line] if isinstance(line, int) else line for line in lines)


def _in_flow(source: Source, node: Mapping) -> bool:
    return source.text.startswith("{", node.span.start)


def _like(style: str, text: str) -> str:
    """Return a text as a scalar in the quotes that another had, where it can stand in them."""
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return quoted(text) if style == '"' else scalar(text)


def _literal(source: Source, entry: Entry, value: Scalar, lines: Sequence[Written], texts: Sequence[str]) -> Patch:
    """Return the patch of a `|` text: lines that stay keep their very characters, blank ones too."""
    text = source.text
    start, end = value.span.start, content_end(text, value.span.end)
    header = _HEADER.match(text, start)
    assert header is not None, "a literal text begins with |"
    body = text[header.end() + 1 : end].split("\n")
    indent = _indent(body, value.text.split("\n"), entry)
    written = [
        body[line] if isinstance(line, int) and line < len(body) else (indent + new if new else "")
        for line, new in zip(lines, texts, strict=True)
    ]
    head = header[0]
    first = next((line for line in texts if line.strip()), "")
    if first[:1] in (" ", "\t") and not re.match(r"\|[+-]?[1-9]", head):
        deeper = len(indent) - entry.key.span.column + 1
        if deeper > 9:  # YAML has no word for more
            return Patch(start, end, _block(texts, entry, header["rest"].rstrip()))
        head = f"|{deeper}{head[1:]}"
    return Patch(start, end, "\n".join([head, *written]))


def _indent(body: Sequence[str], texts: Sequence[str], entry: Entry) -> str:
    """Return what the lines of a literal text are indented by."""
    for line, text in zip(body, texts, strict=False):
        if text.strip():
            return line[: len(line) - len(text)]
    return " " * (entry.key.span.column + 1)


def _as_block(source: Source, entry: Entry, value: Scalar, texts: Sequence[str]) -> Patch:
    """Return the patch that makes a quoted, plain or folded text a block, its comment kept."""
    text = source.text
    if value.style == ">":
        header = _HEADER.match(text, value.span.start)
        end, rest = content_end(text, value.span.end), header["rest"] if header else ""
    else:
        end = line_end(text, value.span.end)
        rest = text[value.span.end : end]
    return Patch(value.span.start, end, _block(texts, entry, rest.rstrip()))


def _block(texts: Sequence[str], entry: Entry, rest: str) -> str:
    """Return lines as a block behind a key; `rest` is the comment that stands behind it."""
    head, *below = block("", texts, entry.key.span.column - 1)
    return "\n".join([head.partition(": ")[2] + rest, *below])


def _added(source: Source, place: Place, texts: Sequence[str]) -> Patch:
    """Return the patch that adds notes to a place without any: as its last key, on the cover as its second."""
    node = place.node
    key = "notes" if node.entries[0].key.text.isascii() else keys.SLIDE.spellings["notes"][0]
    if _in_flow(source, node):
        at = node.span.end - 1
        return Patch(at, at, f", {key}: {quoted(chr(10).join(texts))}")
    beside = node.entries[0 if place.role == "cover" else -1]
    at = content_end(source.text, max(beside.value.span.end, beside.key.span.end))
    column = node.entries[0].key.span.column - 1
    return Patch(at, at, "\n" + "\n".join(block(key, texts, column)))


def comment_patch(source: Source, place: Place, comment: str) -> Patch:
    """Return the patch that writes a comment on the line above a place."""
    span = place.key.span if place.key is not None else place.node.span
    at = line_start(source.text, span.start)
    line = source.text[at : line_end(source.text, at)]
    indent = line[: len(line) - len(line.lstrip(" "))]
    return Patch(at, at, f"{indent}# {comment}\n")
