"""`kind: code`: lines of a program, shown to the letter; with keys also from a file, coloured, some standing out."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from slidegen.blocks.colouring import coloured
from slidegen.blocks.keyed import keyed
from slidegen.blocks.values import Para, TextValue
from slidegen.data.ranges import span_of
from slidegen.data.text import text_in
from slidegen.diagnostics import Report, Span
from slidegen.language import mark
from slidegen.layout.family import Slot
from slidegen.nearby import Nearby
from slidegen.outline import nodes
from slidegen.outline.inline import Inline, parse_inline
from slidegen.outline.nodes import Entry, Node, Scalar

KEYS = {
    **dict.fromkeys(("text", "文字", "内容"), "text"),
    **dict.fromkeys(("file", "文件"), "file"),
    **dict.fromkeys(("language", "语言"), "language"),
    **dict.fromkeys(("lines", "行"), "lines"),
    **dict.fromkeys(("highlight", "突出"), "highlight"),
    **dict.fromkeys(("caption", "说明"), "caption"),
}
"""Keys of code that is written with keys, by every spelling."""
MOST_BYTES = 1_000_000
TAB = 4
"""Where tabs reach to: columns that are multiples of it."""
_HOW = mark("write numbers of lines: 3, 1-8, 5- (to the end), or a list of such")


def parse(node: Node, slot: Slot, report: Report, files: Nearby) -> TextValue | None:
    """Return the lines of the code, tabs expanded, blank lines around it left out."""
    if isinstance(node, Scalar):
        return _value(node.text, node, {}, None, report)
    options = keyed(node, KEYS, report) if isinstance(node, nodes.Mapping) else {}
    texts = {name: entry.value for name, entry in options.items() if isinstance(entry.value, Scalar)}
    lists = ("lines", "highlight")
    bad = next((entry for name, entry in options.items() if name not in texts and name not in lists), None)
    source = texts.get("text") or texts.get("file")
    if bad is not None or source is None or ("text" in texts and "file" in texts):
        report.error(
            "wrong-kind",
            bad.value.span if bad else node.span,
            "`{key}` needs the lines of a program",
            "write them indented below `{key}: |`, or `{key}: {{language: python, file: name.py}}`",
            key=slot.shown,
        )
        return None
    if "text" in texts:
        return _value(source.text, source, options, None, report)
    found = _read(source, report, files)
    return _value(found[1], source, options, found[0], report) if found else None


def _read(name: Scalar, report: Report, files: Nearby) -> tuple[Path, str] | None:
    found = files.read(name, report, MOST_BYTES)
    text = text_in(*found, name, report) if found else None
    return (found[0], text) if found and text is not None else None


def _value(
    text: str, source: Scalar, options: Mapping[str, Entry], path: Path | None, report: Report
) -> TextValue | None:
    expanded = "\n".join(line.expandtabs(TAB) for line in text.split("\n"))
    language = options["language"].value if "language" in options else None
    lines = coloured(expanded, language if isinstance(language, Scalar) else None, path, report)
    if lines is None:
        return None
    shown = _shown(lines, options.get("lines"), report)
    if not shown:
        if shown is not None and options:
            report.error("wrong-kind", source.span, "there is no code to show", "name other lines")
        return None
    marked = _numbers(options.get("highlight"), shown[0], shown[-1], report)
    if marked is None:
        return None
    paragraphs = (Para(tuple(lines[n - 1]), _span(source, n), number=n, marked=n in marked) for n in shown)
    return TextValue(tuple(paragraphs), source.span, beside=_captions(options))


def _shown(lines: Sequence[Sequence[Inline]], entry: Entry | None, report: Report) -> list[int] | None:
    """Return the numbers of the lines that are shown, without blank ones around them; None, and an error, as below."""
    shown = _numbers(entry, 1, len(lines), report) if entry else list(range(1, len(lines) + 1))
    while shown and not _says(lines[shown[-1] - 1]):
        shown.pop()
    while shown and not _says(lines[shown[0] - 1]):
        shown.pop(0)
    return shown


def _says(line: Sequence[Inline]) -> bool:
    return any(piece.text.strip() for piece in line)


def _captions(options: Mapping[str, Entry]) -> Mapping[str, TextValue]:
    caption = options["caption"].value if "caption" in options else None
    if not isinstance(caption, Scalar) or not caption.text.strip():
        return {}
    return {"caption": TextValue((Para(parse_inline(caption.text.strip("\n")), caption.span),), caption.span)}


def _numbers(entry: Entry | None, first: int, last: int, report: Report) -> list[int] | None:
    """Return the numbers that an entry names, none without one; None, and an error, where there is no such line."""
    found: list[int] = []
    for node in _listed(entry):
        span = span_of(node, first, last)
        if span is None:
            report.error(
                "code-lines",
                node.span,
                "`{value}` names no lines of the code, which are {first} to {last}",
                _HOW,
                value=node.text if isinstance(node, Scalar) else "",
                first=first,
                last=last,
            )
            return None
        found.extend(span)
    return sorted(set(found))


def _listed(entry: Entry | None) -> Iterator[Node]:
    if entry is not None:
        yield from entry.value.items if isinstance(entry.value, nodes.Sequence) else (entry.value,)


def _span(source: Scalar, number: int) -> Span:
    """Return where a line stands in the outline: its own line in a literal block, else where the code is named."""
    span = source.span
    return Span(span.file, span.start, span.end, span.line + number, 1) if source.style == "|" else span
