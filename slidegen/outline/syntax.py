"""Syntax errors of the YAML parser in plain words."""

import re

import yaml
from msgspec import Struct

from slidegen.diagnostics import Report
from slidegen.language import mark
from slidegen.outline.scanned import Scanned

_QUOTE = mark("put the text in quotes if it contains `: `; else check how far this line is indented")
_PLAIN_QUOTE = mark("put the text in quotes")
_SINGLE = mark("use single quotes, in which a backslash is just a character")
_UNEXPLAINED = mark("this cannot be read as YAML: {problem}")
_ALIGN = mark("keys of one level begin in the same column; a text in quotes ends where its quotes end")


class _Cause(Struct, frozen=True):
    """Part of a message of libyaml or PyYAML, what is wrong in plain words, and how to mend it."""

    pattern: str
    message: str
    hint: str
    at_start: bool = False
    """Whether the place where the construct began says more than the place where reading failed."""


_CAUSES = (
    _Cause(
        "(mapping values|mapping keys|sequence entries) are not allowed",
        "a `:`, `-` or `?` stands where none is expected",
        _QUOTE,
    ),
    _Cause(
        "could not find expected ':'",
        "this line is neither `key: value` nor a list item",
        "write `key: value` with a space after the colon, or indent the line if it goes on with the text above",
        True,
    ),
    _Cause(
        "find expected '-' indicator",
        "this line does not line up with the list above it",
        "list items begin with `- ` in the same column",
    ),
    _Cause(
        "cannot start any token",
        "a text cannot begin with this character",
        "put the text in quotes; indent with spaces, never with tabs",
    ),
    _Cause(
        "unexpected (end of stream|document indicator|document separator)",
        "the quotation mark that opens here is not closed",
        "close it at the end of the text",
        True,
    ),
    _Cause(
        "expected ',' or",
        "the bracket that opens here is not closed",
        "close it; if it is part of a text, put the text in quotes",
        True,
    ),
    _Cause("tab character", "a tab is used for indentation", "use spaces, two for each level"),
    _Cause("unknown escape character", "a backslash in double quotes has a meaning of its own", _SINGLE),
    _Cause("escape (code|sequence)|hexdecimal|hexadecimal", "this escape names no character", _SINGLE),
    _Cause("expected alphabetic or numeric", "a text cannot begin with `*` or `&`", _PLAIN_QUOTE),
    _Cause("a tag$|tag handle", "tags (`!…`) are not allowed", _PLAIN_QUOTE),
    _Cause("comment or (a )?line break", "a text cannot begin with `>` or `|`", _PLAIN_QUOTE),
    _Cause("indentation indicator", "`|` and `>` take no such number", "write `|` alone"),
    _Cause(
        "directive|<?document start",
        "here stands `%`, `---` or `...`, which mean something to YAML",
        "delete it, or put the text in quotes",
    ),
    _Cause("expected key|<block end>", "this line does not fit in here", _ALIGN),
    _Cause("node content", "a text cannot begin with this character", _PLAIN_QUOTE),
)


def explain(fault: yaml.YAMLError, scanned: Scanned, report: Report) -> None:
    """Report the parser's one error, unless the line scan has already named its cause."""
    problem = str(getattr(fault, "problem", None) or fault)
    context = str(getattr(fault, "context", None) or "")
    mark = getattr(fault, "problem_mark", None)
    message, hint = _UNEXPLAINED, _QUOTE
    for cause in _CAUSES:
        if re.search(cause.pattern, problem) or re.search(cause.pattern, context):
            message, hint = cause.message, cause.hint
            if cause.at_start:
                mark = getattr(fault, "context_mark", None) or mark
            break
    index = min(mark.index if mark is not None else 0, len(scanned.text))
    at = scanned.offset(index)
    span = scanned.source.span(at, min(at + 1, len(scanned.source.text)))
    # The parser fails at the first fault or behind it, so a fault found before this place is the same one.
    if not any(line <= span.line for line in scanned.broken):
        report.error("yaml-syntax", span, message, hint, problem=problem)
