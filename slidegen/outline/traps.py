"""Traps: lines that YAML would refuse in its own words, misread, or silently cut short.

A scan by lines before parsing, so that all of them are found at once and each with the line as it should
be. It understands as much of YAML's block structure as it takes never to alarm on good YAML; what it lets
pass wrongly the parser still reports. Colons typed full-width or without their space after a key are mended in
the text to be parsed.
"""

import re
from collections.abc import Callable, Collection

from slidegen.diagnostics import Exit, Report
from slidegen.language import mark, say
from slidegen.outline import keys
from slidegen.outline.colons import COLON, Colons
from slidegen.outline.quoting import quoted, quoted_line
from slidegen.outline.scanned import Cursor, Level, Scanned
from slidegen.outline.source import Source

_MAX_FINDINGS = 200
_DROPPED = mark("what follows ` #` would be dropped as a comment")

_HASH = re.compile(r"[ \t]#(\S?)")
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?([1-9])?|([1-9])[+-])(?:[ \t]+#.*)?[ \t]*$")
_DOUBLE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_SINGLE = re.compile(r"'[^']*(?:''[^']*)*'")
_IN_FLOW = re.compile(
    r"[\[{\]}]|(?<=\n)[ \t]*#[^\n]*|(?<=[ \t])#(?:(?P<text>(?=\S))|[^\n]*)|(?<=[\[{,:\s])(?:"
    r'"[^"\\]*(?:\\.[^"\\]*)*"|' + r"'[^']*(?:''[^']*)*')",
    re.DOTALL,
)
_BAD_START = re.compile(r"[@%`,\]}]|&|\*(?![\w-]+\s*$)|!(?![!<A-Za-z])|[-?:](?:[ \t]|$)|[|>]")
_LOOKS_LIKE_KEY = re.compile(r"(?:- +)*[^\s#\"'\[{][^：:\n]*(?::(?:[ \t]|$)|：)|- ")


def scan(source: Source, report: Report, slots: Callable[[], Collection[str]] = tuple) -> Scanned:
    """Find the traps of a source and return the text to be parsed.

    `slots` gives the keys that layouts define; it is asked where a colon may be mistyped.
    """
    return _Scan(source, report, slots).run()


class _Full(Exception):
    """Enough is said."""


class _Scan(Cursor):
    def __init__(self, source: Source, report: Report, slots: Callable[[], Collection[str]]) -> None:
        super().__init__(source)
        self.report = report
        self.colons = Colons(self, report, slots)
        self.broken: list[int] = []
        self.flow_lost = False
        """Whether a bracket was never closed; each later one is then looked for on its own line only."""
        self.found = 0
        self.reported: set[int] = set()

    def run(self) -> Scanned:
        lines = self.lines
        try:
            while self.at < len(lines):
                line = lines[self.at]
                body = line.lstrip(" ")
                if body:
                    indent = len(line) - len(body)
                    if self.plain is not None and indent > self.plain:
                        self._continuation(line, body, indent)
                    else:
                        self._begin(line, body, indent)
                self.at += 1
        except _Full:
            pass
        text, inserts = self.colons.mended()
        return Scanned(self.source, text, inserts, tuple(self.broken), frozenset(self.reported))

    # ------------------------------------------------------------ structure

    def _begin(self, line: str, body: str, indent: int) -> None:
        """Read a line that begins a key, a list item or a value."""
        self.plain = None
        if body[0] == "#" or line.startswith(("%YAML", "%TAG")):
            return
        if line[:4].rstrip() in ("---", "..."):
            if self.levels:
                # Another document; the parser says so, and reads no further.
                raise _Full
            return
        if body[0] in "\t\u3000\xa0":
            self._bad_indent(line, indent)
            return
        while self.levels and self.levels[-1].column > indent:
            self.levels.pop()
        parent = self.levels[-1].column if self.levels else -1
        column, dashes = indent, 0
        while body[:2] in ("- ", "-\t", "-"):
            parent = column
            rest = body[1:].lstrip(" \t")
            column += len(body) - len(rest)
            body = rest
            dashes += 1
        if body:
            self._content(line, column, dashes, parent)

    def _content(self, line: str, column: int, dashes: int, parent: int) -> None:
        """Read what stands at `column`: a key with its value, or a value by itself."""
        body = line[column:]
        colon: int | None = None
        if body[0] in "\"'":
            closed = (_DOUBLE if body[0] == '"' else _SINGLE).match(body)
            after = body[closed.end() :].lstrip() if closed else ""
            if closed and COLON.match(after):
                colon = len(body) - len(after)
        elif not _BAD_START.match(body) and body[0] not in "[{!*#":
            found = COLON.search(body)
            if found and not _HASH.search(body, 0, found.start()):
                colon = found.start()
            else:
                colon = self.colons.mend(line, column, dashes)
        if colon is None:
            if parent < 0 and not dashes and body[0] not in "\"'[{|>":
                self._no_key(column, line)
            else:
                self._value(line, column, parent)
            return
        if self.levels and self.levels[-1].column == column:
            self.levels[-1].key = body[:colon].strip().strip("\"'")
        else:
            self.levels.append(Level(column, body[:colon].strip().strip("\"'")))
        value = body[colon + 1 :].lstrip(" \t\u3000\xa0" if body[colon] == "：" else " \t")
        if value:
            self._value(line, len(line) - len(value), column)

    def _continuation(self, line: str, body: str, indent: int) -> None:
        """Read a further line of an unquoted text."""
        if body[0] == "#":
            self.plain = None
            return
        self._check_plain(line, indent, continued=True)

    # ------------------------------------------------------------ values

    def _value(self, line: str, at: int, parent: int) -> None:
        body = line[at:]
        first = body[0]
        if first == "#":
            if body[1:2].strip() and not self.has_children(line, parent):
                self._unquoted(line, at, "unquoted-hash", _DROPPED, breaks=False)
        elif first in "|>" and (header := _BLOCK_HEADER.match(body)):
            self._skip_block(parent, int(header[1] or header[2] or 0))
        elif first in "\"'":
            self._quoted(line, at, parent)
        elif first in "[{":
            self._flow(line, at, parent)
        elif _BAD_START.match(body):
            # With a colon in it, it may be a key: what stands below it is then not a part of it.
            self.plain = None if COLON.search(body) else parent
            message = say("a text that begins with `{start}` means something else to YAML", start=first)
            self._unquoted(line, at, "unquoted-start", message, breaks=first != "&")
        elif first not in "*!":
            self.plain = parent
            self._check_plain(line, at)

    def _check_plain(self, line: str, at: int, continued: bool = False) -> None:
        """Find `: ` and ` #` in the part of an unquoted text that begins at `at`."""
        end = len(line)
        comment = _HASH.search(line, at)
        if comment:
            end = comment.start()
            if not comment[1]:
                self.plain = None
        colon = COLON.search(line, at, end) if end == len(line) else COLON.search(line[:end].rstrip(), at)
        if colon:
            self._colon_in_text(line, at, colon.start(), continued)
        elif comment and comment[1]:
            self._unquoted(line, at, "unquoted-hash", _DROPPED, continued, breaks=self.goes_on(), comment=True)

    def _colon_in_text(self, line: str, at: int, colon: int, continued: bool) -> None:
        word = line[at:colon].strip()
        if continued and word in keys.ALL_WORDS:
            self._error(
                "indentation",
                at,
                colon,
                "`{word}` is indented so far that it belongs to the text above it",
                "begin it in the same column as the other keys of its level",
                word=word,
            )
        else:
            self._unquoted(line, at, "unquoted-colon", "`: ` in a text would make it a key", continued=continued)

    def _skip_block(self, parent: int, explicit: int) -> None:
        """Pass over the lines of a `|` or `>` text, finding tabs and lines that fall out of it."""
        content = max(parent, 0) + explicit if explicit else 0
        pad = " " * content
        while self.at + 1 < len(self.lines):
            line = self.lines[self.at + 1]
            if not (content and line.startswith(pad)) and (body := line.lstrip(" ")):
                indent = len(line) - len(body)
                if body[0] == "\t" and indent < (content or parent + 1):
                    self.at += 1
                    self._bad_indent(line, indent)
                    continue
                if not content:
                    content = max(indent, parent + 1, 1)
                    pad = " " * content
                if indent < content:
                    if indent <= parent or body[0] == "#":
                        return
                    self._falls_out(self.at + 1, indent, content)
            self.at += 1

    def _quoted(self, line: str, at: int, parent: int) -> None:
        start = self.source.starts[self.at] + at
        closed = (_DOUBLE if line[at] == '"' else _SINGLE).match(self.source.text, start)
        if closed is None or self._swallows(start, closed.end(), parent):
            self._error(
                "unclosed-quote",
                at,
                len(line),
                "the quotation mark that opens here is not closed",
                "close it at the end of the text; a text with quotation marks in it: {line}",
                line=quoted_line(line, at),
            )
            return
        self._after(line, at, closed.end(), "text-after-quote", "the text goes on after its closing quotation mark")

    def _flow(self, line: str, at: int, parent: int) -> None:
        """Pass over brackets, which may span lines."""
        if line.startswith("{{", at):
            self._unquoted(line, at, "unquoted-start", "a text that begins with `{{{{` needs quotes")
            return
        start = self.source.starts[self.at] + at
        end = self._flow_end(start, start + len(line) - at if self.flow_lost else len(self.source.text))
        if end is None:
            self.flow_lost = True
            self._error(
                "unclosed-bracket",
                at,
                at + 1,
                "the bracket that opens here is not closed",
                "close it; if it is part of a text, put the text in quotes: {line}",
                line=quoted_line(line, at),
            )
            return
        self._after(line, at, end, "text-after-bracket", "the text goes on after a closing bracket")

    def _flow_end(self, start: int, limit: int) -> int | None:
        depth = 0
        for token in _IN_FLOW.finditer(self.source.text, start, limit):
            char = token[0][0]
            if char in "[{":
                depth += 1
            elif char in "]}":
                depth -= 1
                if depth == 0:
                    return token.end()
            elif token["text"] is not None:
                self._hash_in_flow(token.start())
        return None

    def _after(self, line: str, at: int, end: int, code: str, message: str) -> None:
        """Check that nothing follows a closing mark at `end` but a comment, or the colon of a key."""
        last = self.source.span(end, end).line - 1
        rest = self.source.text[end : self.source.starts[last] + len(self.lines[last])]
        if rest.strip() and not (rest[0] in " \t" and rest.lstrip()[0] == "#") and not COLON.match(rest.lstrip()):
            if last == self.at:
                self._unquoted(line, at, code, message)
            else:
                self._error(code, at, len(line), message, "put all of it in one pair of quotes")
        self.at = last

    # ------------------------------------------------------------ findings

    def _unquoted(
        self,
        line: str,
        at: int,
        code: str,
        message: str,
        continued: bool = False,
        breaks: bool = True,
        comment: bool = False,
    ) -> None:
        if continued or self.goes_on():
            hint = say("put the whole text in quotes, or write it below `key: |`")
        else:
            hint = say("put it in quotes: {line}", line=quoted_line(line, at))
        if comment:
            hint = say("{hint}; a comment needs a space after its #", hint=hint)
        self._error(code, at, max(at, len(line.rstrip())), message, hint, breaks)

    def _hash_in_flow(self, offset: int) -> None:
        span = self.source.span(offset, offset + 1)
        line = self.source.line(span.line)
        word = re.split(r"[,\]}\s]", line[span.column - 1 :], maxsplit=1)[0]
        self._error_at(
            "unquoted-hash",
            offset,
            offset + len(word),
            _DROPPED,
            "put it in quotes: {word}; a comment needs a space after its #",
            word=quoted(word),
        )

    def _bad_indent(self, line: str, indent: int) -> None:
        body = line.lstrip()
        tab = "\t" in line[: len(line) - len(body)]
        self._error(
            "tab-indent" if tab else "wide-space-indent",
            indent,
            len(line) - len(body),
            "a tab is used for indentation" if tab else "a full-width or no-break space is used for indentation",
            "use spaces, two for each level",
        )

    def _no_key(self, at: int, line: str) -> None:
        self._error(
            "key-expected",
            at,
            len(line.rstrip()),
            "this line is not `key: value`, as an outline's must be",
            "write, for example, title: {text}",
            text=quoted(line[at:].strip()),
        )
        raise _Full

    def _swallows(self, start: int, end: int, parent: int) -> bool:
        """Tell whether a quoted text that spans lines has run over keys or items of the outline."""
        if "\n" not in self.source.text[start:end] or parent < 0:
            return False
        last = self.source.span(end, end).line
        for line in self.lines[self.at + 1 : last]:
            body = line.lstrip(" ")
            if body and len(line) - len(body) <= parent and _LOOKS_LIKE_KEY.match(body):
                return True
        return False

    def _falls_out(self, index: int, indent: int, content: int) -> None:
        start = self.source.starts[index] + indent
        self._error_at(
            "indentation",
            start,
            start + 1,
            "this line is indented less than the text it belongs to",
            "indent it by {count} spaces, like the lines above",
            count=content,
        )

    def _error(
        self, code: str, at: int, end: int, message: str, hint: str, breaks: bool = True, **values: object
    ) -> None:
        start = self.source.starts[self.at]
        self._error_at(code, start + at, start + end, message, hint, breaks, **values)

    def _error_at(
        self, code: str, start: int, end: int, message: str, hint: str, breaks: bool = True, **values: object
    ) -> None:
        span = self.source.span(start, end)
        self.report.error(code, span, message, hint, Exit.CONTENT, **values)
        self.reported.add(span.line)
        if breaks:
            self.broken.append(span.line)
        self.found += 1
        if self.found == _MAX_FINDINGS:
            self.report.error("too-many", span, "there are too many faults to name them all", "mend these first")
            raise _Full
