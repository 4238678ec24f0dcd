"""Source: the bytes of an outline made into clean text that knows its lines."""

import codecs
import re
from bisect import bisect_right

from msgspec import Struct

from slidegen.diagnostics import Exit, Report, Span
from slidegen.language import mark, say

MAX_BYTES = 5_000_000

# What XML 1.0 (2.2 Char) cannot hold or YAML refuses raw: C0 but tab and newline, DEL, C1, lone surrogates, U+FFFE/F.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# YAML 1.1 takes these for line breaks, which nobody sees in an editor.
_LINE_SEPARATORS = re.compile("[\x85\u2028\u2029]")

_BLANK_WITH_TAB = re.compile(r"^[ \t]*\t[ \t]*$", re.MULTILINE)

_MAX_NAMED = 20
"""How many forbidden characters are named one by one; a binary file would have thousands."""


class Source(Struct, frozen=True):
    """A file's text: LF newlines, no byte order mark. Spans are offsets into `text`."""

    name: str
    text: str
    encoding: str
    starts: tuple[int, ...]
    """The offset at which each line starts."""

    @classmethod
    def of(cls, name: str, text: str, encoding: str = "utf-8") -> "Source":
        """Return the source of a clean text."""
        return cls(name, text, encoding, (0, *(m.end() for m in re.finditer("\n", text))))

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters [start, end)."""
        line = bisect_right(self.starts, start)
        return Span(self.name, start, end, line, start - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line by its 1-based number, without its newline."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[start:end]


def decode(data: bytes, name: str, report: Report, encoding: str | None = None, clean: bool = False) -> Source | None:
    """Decode a file: the encoding given, else a byte order mark's, else UTF-8, else GB18030.

    Returns None when there is no text to go on with. Forbidden characters are errors, or dropped when
    `clean` is true; either way the returned text has none, so that later stages can go on.
    """
    if len(data) > MAX_BYTES:
        report.error(
            "file-too-large",
            None,
            "{name} is {size:.1f} MB; an outline may have {limit} MB",
            "split it into several outlines",
            name=name,
            size=len(data) / 1e6,
            limit=MAX_BYTES // 1_000_000,
        )
        return None
    found = text_of(data, name, report, encoding)
    if found is None:
        return None
    text, used = found
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = _BLANK_WITH_TAB.sub(lambda m: " " * len(m[0]), text)
    if FORBIDDEN.search(text):
        if not clean:
            _name_forbidden(Source.of(name, text), report)
        text = FORBIDDEN.sub("" if clean else "?", text)
    source = Source.of(name, text, used)
    if not text.isascii() and _LINE_SEPARATORS.search(text):
        source = _without_line_separators(source, report)
    return source


def text_of(
    data: bytes, name: str, report: Report, encoding: str | None = None, span: Span | None = None
) -> tuple[str, str] | None:
    """Return a file's text, its byte order mark included, and its encoding; None, and an error, where it is none.

    `span` is where an outline names the file, if one does.
    """
    if encoding is not None:
        return _as_told(data, name, report, encoding, span)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):  # the first begins as UTF-16's does
        return _as_told(data, name, report, "utf-32", span)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as_told(data, name, report, "utf-16", span)
    if _is_wide(data):
        _undecodable(name, report, say("UTF-8 or GB18030"), data.index(0), span)
        return None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        offset = fault.start
    try:
        # Surrogates encoded one by one are still UTF-8 in shape; naming the character says more than a byte offset.
        return data.decode("utf-8", "surrogatepass"), "utf-8"
    except UnicodeDecodeError:
        pass
    if not _broken_utf8(data):
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            report.note("read-as-gb18030", span, "{name} is not UTF-8; it was read as GB18030", name=name)
            return text, "gb18030"
    _undecodable(name, report, say("UTF-8 or GB18030"), offset, span)
    return None


def _as_told(data: bytes, name: str, report: Report, encoding: str, span: Span | None) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), codecs.lookup(encoding).name
    except LookupError:
        report.error(
            "unknown-encoding",
            None,
            "there is no encoding called {encoding}",
            "try --encoding gb18030 or --encoding utf-8",
            exit=Exit.USAGE,
            encoding=encoding,
        )
    except UnicodeError as fault:
        _undecodable(name, report, encoding, fault.start if isinstance(fault, UnicodeDecodeError) else 0, span)
    return None


def _undecodable(name: str, report: Report, encoding: str, offset: int, span: Span | None) -> None:
    report.error(
        "undecodable",
        span,
        "{name} cannot be read as {encoding}: byte {offset} does not fit",
        mark("save the file as UTF-8")
        if span
        else mark("name the encoding with --encoding, or save the file as UTF-8 in your editor"),
        exit=Exit.ASSET if span else Exit.CONTENT,
        name=name,
        encoding=encoding,
        offset=offset,
    )


def _is_wide(data: bytes) -> bool:
    """Tell UTF-16 and UTF-32 without a byte order mark, and files that are no text, by how many bytes are zero."""
    zeros = data.count(0)
    return zeros > 3 and zeros * 8 > len(data)


def _broken_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes from another encoding: GB18030 accepts nearly any bytes as some text."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))
    return good > 9 * bad


def _name_forbidden(source: Source, report: Report) -> None:
    hint = mark("delete it, or let --clean-text drop such characters")
    for count, found in enumerate(FORBIDDEN.finditer(source.text)):
        if count == _MAX_NAMED:
            report.error(
                "forbidden-character",
                source.span(*found.span()),
                "there are more characters that no presentation can hold from here on",
                "--clean-text drops them all; is this really a text file?",
            )
            return
        report.error(
            "forbidden-character",
            source.span(*found.span()),
            "the character U+{point:04X} cannot stand in a presentation",
            hint,
            point=ord(found[0]),
        )


def _without_line_separators(source: Source, report: Report) -> Source:
    first = next(_LINE_SEPARATORS.finditer(source.text))
    report.warning(
        "line-separator",
        source.span(*first.span()),
        "an invisible line separator (U+{point:04X}) stands here; it and any others are read as spaces",
        "delete it, or start a new line in its place",
        point=ord(first[0]),
    )
    return Source.of(source.name, _LINE_SEPARATORS.sub(" ", source.text), source.encoding)
