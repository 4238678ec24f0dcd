"""`kind: line`: one paragraph; a line break in it is kept. May carry flags: `{text: …, strong: true}`."""

from slidegen.blocks.values import Para, TextValue
from slidegen.diagnostics import Report, did_you_mean
from slidegen.layout.family import Slot
from slidegen.outline.inline import parse_inline
from slidegen.outline.nodes import Mapping, Node, Scalar

TEXT_KEYS = ("text", "文字", "内容")
FLAG_ALIASES = {"强调": "strong"}
TRUE, FALSE = ("true", "yes", "on", "是"), ("false", "no", "off", "否", "")


def parse(node: Node, slot: Slot, report: Report) -> TextValue | None:
    """Return the line, or None (and a finding) when the node is no text."""
    if isinstance(node, Scalar):
        text = node.text.strip("\n")
        return TextValue((Para(parse_inline(text), node.span),), node.span) if text.strip() else None
    if isinstance(node, Mapping) and slot.flags:
        return _flagged(node, slot, report)
    report.error(
        "wrong-kind",
        node.span,
        "`{key}` needs one line of text",
        "write it after the colon: `{key}: …`",
        key=slot.shown,
    )
    return None


def _flagged(node: Mapping, slot: Slot, report: Report) -> TextValue | None:
    text: TextValue | None = None
    flags = set()
    for entry in node.entries:
        key = FLAG_ALIASES.get(entry.key.text, entry.key.text)
        value = entry.value.text.lower() if isinstance(entry.value, Scalar) else ""
        if key in TEXT_KEYS:
            text = parse(entry.value, slot, report)
        elif key not in slot.flags:
            hint = did_you_mean(key, (*TEXT_KEYS, *slot.flags))
            report.error("unknown-key", entry.key.span, "unknown key `{key}`", hint, key=key)
        elif value in TRUE:
            flags.add(key)
        elif value not in FALSE:
            report.error("wrong-kind", entry.value.span, "`{key}` needs true or false", key=key)
    return TextValue(text.paragraphs, text.span, frozenset(flags)) if text else None
