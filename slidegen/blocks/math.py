"""`kind: math`: formulas on lines of their own, written as LaTeX; blank lines part them."""

import re

from slidegen.blocks.values import Para, TextValue
from slidegen.diagnostics import Report, Span
from slidegen.language import mark
from slidegen.layout.family import Slot
from slidegen.math.parse import MathFault, parse_math
from slidegen.math.plain import plain_math
from slidegen.math.tree import Formula
from slidegen.outline.inline import Inline
from slidegen.outline.nodes import Node, Scalar, Sequence

_NO_BREAK_SPACE = "\u00a0"
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_SIGNS = re.compile(r"\$\$?(.*?)\$\$?|\\\[(.*?)\\\]|\\\((.*?)\\\)", re.DOTALL)


def parse(node: Node, slot: Slot, report: Report) -> TextValue | None:
    """Return the formulas, a paragraph each; what is unknown in one is an error."""
    scalars = [part for part in (node.items if isinstance(node, Sequence) else (node,)) if isinstance(part, Scalar)]
    if not scalars:
        report.error(
            "wrong-kind",
            node.span,
            "`{key}` needs a formula",
            mark("write it in LaTeX, in single quotes: '\\frac{{a}}{{b}}'"),
            key=slot.shown,
        )
        return None
    paragraphs = []
    for scalar in scalars:
        for source in _BLANK_LINES.split(scalar.text):
            if source.strip():
                formula = formula_of(_bare(source.strip()), scalar.span, report, display=True)
                if formula is None:
                    return None
                paragraphs.append(Para((formula,), scalar.span))
    return TextValue(tuple(paragraphs), node.span) if paragraphs else None


def formula_of(source: str, span: Span | None, report: Report, display: bool = False) -> Inline | None:
    """Return a formula in LaTeX as a stretch of text; None, and an error, where something in it is not known."""
    try:
        row = parse_math(source)
    except MathFault as fault:
        report.error(
            "formula", span, "the formula {source} cannot be read: {why}", fault.hint, source=source, why=fault.message
        )
        return None
    text = plain_math(row).replace(" ", _NO_BREAK_SPACE)
    return Inline(text or _NO_BREAK_SPACE, math=Formula(row, source, display))


def _bare(source: str) -> str:
    """Return a formula without the signs that LaTeX puts around it."""
    found = _SIGNS.fullmatch(source)
    return next((part for part in found.groups() if part is not None), source) if found else source
