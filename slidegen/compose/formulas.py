"""Formulas within the text of slides: `$…$`, where the deck says `math: true`.

As pandoc has it: the first `$` stands before a character that is no space, the last behind one and before no digit; a
backslash makes `$` the sign itself. Titles, tables and code keep theirs: what finds a title must find its words.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from slidegen.blocks.math import formula_of
from slidegen.blocks.values import ItemsValue, Para, TextValue, Value
from slidegen.diagnostics import Report
from slidegen.outline.inline import Inline

_FORMULA = re.compile(r"(?<!\\)\$(?=[^\s$])((?:\\.|[^$\\])*?)(?<=[^\s\\])\$(?!\d)", re.DOTALL)


def with_formulas(value: Value, report: Report) -> Value:
    """Return a value whose texts have their formulas; what cannot be read in one is an error."""
    if isinstance(value, TextValue):
        return replace(value, paragraphs=tuple(_para(para, report) for para in value.paragraphs))
    if isinstance(value, ItemsValue):
        items = (
            replace(item, fields={name: with_formulas(field, report) for name, field in item.fields.items()})
            for item in value.items
        )
        return replace(value, items=tuple(items))
    return value


def _para(para: Para, report: Report) -> Para:
    if para.number or "$" not in para.text:
        return para
    return replace(para, inlines=tuple(piece for inline in para.inlines for piece in _parted(inline, para, report)))


def _parted(inline: Inline, para: Para, report: Report) -> Iterator[Inline]:
    if inline.code or inline.math is not None:
        yield inline
        return
    at = 0
    for match in _FORMULA.finditer(inline.text):
        formula = formula_of(match[1], para.span, report)
        if formula is None:
            continue
        if match.start() > at:
            yield replace(inline, text=inline.text[at : match.start()].replace("\\$", "$"))
        yield formula
        at = match.end()
    if inline.text[at:]:
        yield replace(inline, text=inline.text[at:].replace("\\$", "$"))
