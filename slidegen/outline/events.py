"""Events: YAML's events made into nodes with spans. Nothing is resolved, all scalars stay text."""

from typing import Any

import yaml
from msgspec import Struct

from slidegen.diagnostics import Report, Span
from slidegen.outline.nodes import Entry, Mapping, Node, Scalar, Sequence
from slidegen.outline.scanned import Scanned
from slidegen.outline.source import FORBIDDEN
from slidegen.outline.syntax import explain

# PyYAML may have been built without libyaml.
_EventParser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 40
MAX_EVENTS = 200_000
MAX_TEXT_BYTES = 200_000


class _TooMuch(Exception):
    """A limit was passed; the reason is in the report."""


def parse(scanned: Scanned, report: Report, clean: bool = False) -> Node | None:
    """Return the document's node, or None when there is none or a limit or the syntax ends the reading.

    Depth is counted on the events, before anything recurses: PyYAML's composer overflows the C stack.
    """
    builder = _Builder(scanned, report, clean)
    try:
        return builder.document()
    except _TooMuch:
        return None
    except yaml.YAMLError as fault:
        explain(fault, scanned, report)
        return None


class _Open(Struct):
    """A collection that has begun: its entries or items so far, and the lines of its keys."""

    start: int
    line: int
    column: int
    mapping: bool
    entries: list[Entry] = []
    items: list[Node] = []
    lines: dict[str, int] = {}
    key: Scalar | None = None
    skip: bool = False
    """Whether the value to come belongs to a key that was refused."""


class _Builder:
    def __init__(self, scanned: Scanned, report: Report, clean: bool) -> None:
        self.scanned = scanned
        self.report = report
        self.clean = clean
        self.name = scanned.source.name
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def document(self) -> Node | None:
        """Read the events of the one document, checking the limits as they come."""
        get = _EventParser(self.scanned.text).get_event
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        count = 0
        while True:
            event = get()
            kind = type(event)
            count += 1
            if count > MAX_EVENTS:
                self._limit(event, "this outline has more than {limit} YAML nodes", MAX_EVENTS)
            handler = handlers.get(kind)
            if handler is not None:
                handler(event)
            elif kind is yaml.StreamEndEvent:
                return self.root

    # ------------------------------------------------------------ events

    def _scalar(self, event: Any) -> None:
        mark, text = event.start_mark, event.value
        style = event.style or ""
        span = self._span(mark, event.end_mark.index)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, span)
        if len(text) > MAX_TEXT_BYTES // 4 and len(text.encode("utf-8", "replace")) > MAX_TEXT_BYTES:
            self._text_too_long(text, span)
        if style == '"' and FORBIDDEN.search(text):
            text = self._without_forbidden(text, span)
        node = Scalar(text, span, style)
        top = self.stack[-1] if self.stack else None
        if top is not None and top.mapping and top.key is None:
            self._key(top, node)
        else:
            self._add(node)

    def _begin(self, event: Any) -> None:
        mark = event.start_mark
        if len(self.stack) == MAX_DEPTH:
            self._limit(event, "this is nested more than {limit} levels deep", MAX_DEPTH)
        span = self._span(mark, event.end_mark.index)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, span)
        if self.stack and self.stack[-1].mapping and self.stack[-1].key is None:
            self.report.error(
                "key-not-text",
                span,
                "a key must be a text",
                'if these brackets are part of a text, put the text in quotes: "[…]"',
            )
        opened = _Open(span.start, span.line, span.column, type(event) is yaml.MappingStartEvent)
        self.stack.append(opened)

    def _end(self, event: Any) -> None:
        done = self.stack.pop()
        nodes = [entry.value for entry in done.entries] if done.mapping else done.items
        # A block collection's end mark is where the next thing begins, behind blank lines and comments.
        flow = event.end_mark.index > event.start_mark.index
        end = self._offset(event.end_mark.index) if flow else max((n.span.end for n in nodes[-1:]), default=done.start)
        span = Span(self.name, done.start, end, done.line, done.column)
        self._add(Mapping(tuple(done.entries), span) if done.mapping else Sequence(tuple(done.items), span))

    def _alias(self, event: Any) -> None:
        span = self._span(event.start_mark, event.end_mark.index)
        if span.line not in self.scanned.reported:
            self.report.error(
                "alias",
                span,
                "`*{name}` would repeat another part of the file, which an outline may not do",
                'copy the text here; if it is a text that begins with a star, put it in quotes: "*{name}…"',
                name=event.anchor,
            )
        self._scalar_in_place_of(span)

    def _document(self, event: Any) -> None:
        if self.root is not None:
            self.report.error(
                "second-document",
                self._span(event.start_mark, event.end_mark.index),
                "a second document begins here; an outline file holds one",
                "delete this `---` line, or move what follows to a file of its own",
            )
            raise _TooMuch

    # ------------------------------------------------------------ nodes

    def _key(self, top: _Open, key: Scalar) -> None:
        top.key = key
        if key.style == "" and key.text == "<<":
            self.report.error(
                "merge-key", key.span, "`<<` (merging other keys in) is not allowed", "copy the keys here"
            )
            top.skip = True
        elif key.text in top.lines:
            self.report.error(
                "duplicate-key",
                key.span,
                "`{key}` is here a second time; it is already set at line {line}",
                "keep one of the two",
                key=key.text,
                line=top.lines[key.text],
            )
            top.skip = True
        else:
            top.lines[key.text] = key.span.line

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.mapping:
            top.items.append(node)
        elif top.key is None:
            # A collection as a key, already reported.
            top.key, top.skip = Scalar("", node.span), True
        else:
            if not top.skip:
                top.entries.append(Entry(top.key, node))
            top.key, top.skip = None, False

    def _scalar_in_place_of(self, span: Span) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and top.mapping and top.key is None:
            top.key, top.skip = Scalar("", span), True
        else:
            self._add(Scalar("", span))

    # ------------------------------------------------------------ places and findings

    def _offset(self, index: int) -> int:
        return self.scanned.offset(index) if self.scanned.inserts else index

    def _span(self, mark: Any, end: int) -> Span:
        if self.scanned.inserts:
            return self.scanned.source.span(self._offset(mark.index), self._offset(end))
        return Span(self.name, mark.index, end, mark.line + 1, mark.column + 1)

    def _limit(self, event: Any, message: str, limit: int) -> None:
        span = self._span(event.start_mark, event.end_mark.index)
        self.report.error("limit", span, message, "split the outline, or make it flatter", limit=limit)
        raise _TooMuch

    def _text_too_long(self, text: str, span: Span) -> None:
        self.report.error(
            "text-too-long",
            span,
            "this text is {size} kB long; a text may have {limit} kB",
            "split it over several slides; is a quotation mark or an indentation missing?",
            size=-(-len(text.encode("utf-8", "replace")) // 1000),
            limit=MAX_TEXT_BYTES // 1000,
        )

    def _without_forbidden(self, text: str, span: Span) -> str:
        """Drop what a backslash escape can bring in although the file's own characters are clean."""
        for found in {} if self.clean else dict.fromkeys(FORBIDDEN.findall(text)):
            self.report.error(
                "forbidden-character",
                span,
                "the character U+{point:04X} cannot stand in a presentation",
                "delete its escape (the backslash and what follows), or let --clean-text drop it",
                point=ord(found),
            )
        return FORBIDDEN.sub("", text)

    def _refuse_properties(self, event: Any, span: Span) -> None:
        if span.line in self.scanned.reported:
            return
        if event.anchor is not None:
            self.report.error(
                "anchor",
                span,
                "`&{name}` names a part of the file, which an outline may not do",
                'delete it; if it is a text that begins with &, put it in quotes: "&{name} …"',
                name=event.anchor,
            )
        if event.tag is not None:
            self.report.error(
                "tag",
                span,
                "tags such as `{tag}` are not allowed",
                'delete it; if it is a text that begins with !, put it in quotes: "!…"',
                tag=event.tag.replace("tag:yaml.org,2002:", "!!"),
            )
