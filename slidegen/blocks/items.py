"""`kind: items`: a list of records with the same fields; a text is the short form of one."""

from collections.abc import Iterable

from msgspec.structs import replace

from slidegen.blocks.picture import is_picture, settle
from slidegen.blocks.values import ItemsValue, Record, Value
from slidegen.diagnostics import Report, Span, did_you_mean, known_are
from slidegen.language import listed, mark, say
from slidegen.layout.family import Slot
from slidegen.nearby import Nearby
from slidegen.outline.nodes import Entry, Mapping, Node, Scalar, Sequence

TEXT_KINDS = ("line", "paragraphs")


def parse(node: Node, slot: Slot, report: Report, files: Nearby) -> ItemsValue | None:
    """Return the records; how many there may be is the slot's `count`."""
    nodes = _nodes(node, slot, report)
    if nodes is None:
        return None
    named = isinstance(node, Mapping)
    items = tuple(record for n in nodes if (record := _record(n, slot, report, files, named)) is not None)
    low, high = slot.count or (1, len(items) or 1)
    if len(nodes) < low or (len(nodes) > high and slot.over != "split"):
        wanted = low if low == high else say("{low} to {high}", low=low, high=high)
        report.error(
            "item-count",
            node.span,
            "`{key}` takes {wanted} items, this slide has {found}",
            "split the slide in two, or join items" if len(nodes) > high else "add items, or use another layout",
            key=slot.shown,
            wanted=wanted,
            found=len(nodes),
        )
        return None
    return ItemsValue(items, node.span) if len(items) == len(nodes) else None


def _nodes(node: Node, slot: Slot, report: Report) -> list[Node] | None:
    if isinstance(node, Sequence):
        return list(node.items)
    if isinstance(node, Mapping) and slot.names:
        return _named(node, slot, report)
    report.error(
        "wrong-kind", node.span, "`{key}` needs a list", "write one item a line, each behind `- `", key=slot.shown
    )
    return None


def _named(node: Mapping, slot: Slot, report: Report) -> list[Node] | None:
    """Items under names such as left and right, in the order of the slot's names."""
    places = {spelling: name for name, alias in slot.names.items() for spelling in (name, alias)}
    found: dict[str, Node] = {}
    for entry in node.entries:
        if entry.key.text in places:
            found[places[entry.key.text]] = entry.value
        else:
            hint = did_you_mean(entry.key.text, places, known_are(_places(slot)))
            report.error("unknown-key", entry.key.span, "unknown key `{key}`", hint, key=entry.key.text)
    low = slot.count[0] if slot.count else len(slot.names)
    shown = [*zip(slot.names, _places(slot), strict=True)]
    used = max((at for at, name in enumerate(slot.names, 1) if name in found), default=0)
    missing = [place for name, place in shown[: max(low, used)] if name not in found]
    if missing:
        report.error(
            "missing-key", node.span, "`{key}` lacks `{missing}`", key=slot.shown, missing=say("`, `").join(missing)
        )
        return None
    return [found[name] for name in slot.names if name in found]


def _record(node: Node, slot: Slot, report: Report, files: Nearby, named: bool) -> Record | None:
    from slidegen.blocks.kinds import value_of  # here, since that table lists this module too

    entries = _entries(node, slot, named)
    if entries is None:
        hint = _colon_hint(node) if isinstance(node, Mapping) else ""
        report.error("wrong-kind", node.span, "this is not an item of `{key}`", hint or _form(slot), key=slot.shown)
        return None
    values: dict[str, Value] = {}
    spellings = {key: f for f in slot.fields.values() for key in f.spellings()}
    for entry in entries:
        field = spellings.get(entry.key.text)
        if field is None:
            hint = did_you_mean(entry.key.text, spellings, _colon_hint(node) or _form(slot))
            report.error("unknown-key", entry.key.span, "unknown key `{key}`", hint, key=entry.key.text)
        elif field.name in values:
            report.error("duplicate-key", entry.key.span, "`{key}` stands twice", key=entry.key.text)
        else:
            value = value_of(entry.value, replace(field, written=entry.key.text), report, files)
            if value is not None:
                values[field.name] = value
    settle(values, slot.fields, report)
    return _complete(values, node.span, slot, report)


def _complete(values: dict[str, Value], span: Span, slot: Slot, report: Report) -> Record:
    for field in slot.fields.values():
        if field.required and field.name not in values:
            report.error(
                "missing-key",
                span,
                "this item lacks `{key}`",
                "an item of `{slot}` needs it",
                key=field.spelt(slot.shown),
                slot=slot.shown,
            )
    return Record(values, span)


def _entries(node: Node, slot: Slot, named: bool) -> list[Entry] | None:
    """Return an item's fields as keys and values, its short forms written out.

    A picture's own keys are those of the required picture. A text under a name, or without a colon, is the first field
    that has no default.
    """
    pictured = next((f for f in slot.fields.values() if f.kind == "picture" and f.required), None)
    if pictured is not None and is_picture(node):
        return [Entry(Scalar(pictured.name, node.span), node)]
    if isinstance(node, Mapping):
        return list(node.entries)
    if isinstance(node, Sequence):
        listed = next((f for f in slot.fields.values() if f.kind == "bullets"), None)
        return [Entry(Scalar(listed.name, node.span), node)] if listed else None
    whole = main_field(slot)
    if whole is None or not node.text.strip():
        return None
    texts = [f.name for f in slot.fields.values() if f.kind in TEXT_KINDS]
    first, second = _halves(node) if len(texts) > 1 and not named else (node, None)
    if second is None:
        return [Entry(Scalar(whole.name, node.span), first)]
    return [Entry(Scalar(name, node.span), half) for name, half in zip(texts, (first, second), strict=False)]


def main_field(slot: Slot) -> Slot | None:
    """Return the field that a text in place of an item fills, if there is one."""
    return next((f for f in slot.fields.values() if f.kind in (*TEXT_KINDS, "bullets") and not f.default), None)


def _halves(node: Scalar) -> tuple[Scalar, Scalar | None]:
    """Return the parts before and after the first colon (： or `: `) of a short form."""
    wide, narrow = node.text.find("："), node.text.find(": ")
    cuts = [(at, length) for at, length in ((wide, 1), (narrow, 2)) if at > 0]
    if not cuts:
        return node, None
    at, length = min(cuts)
    head, tail = node.text[:at].rstrip(), node.text[at + length :].lstrip()
    return Scalar(head, node.span, node.style), Scalar(tail, node.span, node.style) if tail else None


def _colon_hint(node: Node) -> str:
    if isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(node.entries[0].value, Scalar):
        key, value = node.entries[0].key.text, node.entries[0].value.text
        template = mark(
            'for title and text write `{key}：{value}` with the full-width colon, or quote "{key}: {value}"'
        )
        return say(template, key=key, value=value[:20])
    return ""


def _places(slot: Slot) -> Iterable[str]:
    """Return the names of a slot's items, in the script of its key."""
    return slot.names if slot.shown.isascii() else slot.names.values()


def _form(slot: Slot) -> str:
    return say("an item has: {fields}", fields=listed(field.spelt(slot.shown) for field in slot.fields.values()))
