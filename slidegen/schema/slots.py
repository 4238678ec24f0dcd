"""Schemas of slots by their kind, as the modules of `blocks` read them."""

from collections.abc import Callable, Mapping

from slidegen.blocks import code
from slidegen.blocks.items import TEXT_KINDS, main_field
from slidegen.blocks.line import FLAG_ALIASES, TEXT_KEYS
from slidegen.blocks.media import KEYS as MEDIA_KEYS
from slidegen.blocks.picture import FITS
from slidegen.blocks.picture import KEYS as PICTURE_KEYS
from slidegen.blocks.table import MAX_COLUMNS
from slidegen.blocks.table_options import ALIGNS, KEYS
from slidegen.layout.family import Slot
from slidegen.schema.charts import chart_schema
from slidegen.schema.scalars import ANYTHING, CHOSEN, FLAG, NEEDED, NUMBERS_CHOSEN, TEXT, Schema, requires
from slidegen.words import pick

POINT: Schema = {
    "anyOf": [
        TEXT,
        {"type": "array", "items": {"$ref": "#/$defs/point"}},
        {
            "type": "object",
            "additionalProperties": {
                "type": ["array", "object"],
                "items": {"$ref": "#/$defs/point"},
                "additionalProperties": {"type": ["array", "object"]},
            },
        },
    ]
}
"""A point of a list: a text, or a text as the key of its sub-points. `point` of the schema's definitions."""


def slot_schema(slot: Slot, language: str) -> Schema:
    """Return what a slot takes. A kind that is not of slidegen's own takes anything."""
    make = _KINDS.get(slot.kind)
    schema = dict(make(slot, language)) if make else dict(ANYTHING)
    label = pick(slot.label, language)
    return {**schema, "description": label} if label else schema


def _text(slot: Slot) -> Schema:
    return NEEDED if slot.required else TEXT


def _line(slot: Slot, language: str) -> Schema:
    if not slot.flags:
        return _text(slot)
    flags = {**dict.fromkeys(slot.flags, FLAG), **{a: FLAG for a, flag in FLAG_ALIASES.items() if flag in slot.flags}}
    flagged = {
        "type": "object",
        "properties": {**dict.fromkeys(TEXT_KEYS, NEEDED), **flags},
        "additionalProperties": False,
        **requires(TEXT_KEYS),
    }
    return {"anyOf": [_text(slot), flagged]}


def _paragraphs(slot: Slot, language: str) -> Schema:
    return {"anyOf": [_text(slot), {"type": "array", "items": TEXT}]}


def _bullets(slot: Slot, language: str) -> Schema:
    points = {"type": "array", "items": {"$ref": "#/$defs/point"}}
    return {"anyOf": [_text(slot), {**points, "minItems": 1} if slot.required else points]}


def _icon(slot: Slot, language: str) -> Schema:
    return {"anyOf": [{"$ref": "#/$defs/icon"}, TEXT]}


def _table(slot: Slot, language: str) -> Schema:
    row = {"type": "array", "items": TEXT, "minItems": 1, "maxItems": MAX_COLUMNS}
    rows = {"type": "array", "items": row, "minItems": 2}
    one_each: Schema = {"type": "array", "minItems": 1, "maxItems": MAX_COLUMNS}
    place: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}]}
    common = {
        "total": FLAG,
        "highlight": {"anyOf": [TEXT, {"type": "array", "items": place}]},
        "align": {**one_each, "items": {"enum": [*ALIGNS]}},
        "widths": {**one_each, "items": {"type": "number", "exclusiveMinimum": 0}},
    }
    of_file = {
        "file": NEEDED,
        "sheet": CHOSEN,
        "columns": {**one_each, "items": TEXT},
        "rows": NUMBERS_CHOSEN,
    }
    return {"anyOf": [rows, _keyed("rows", {**common, "rows": rows}), _keyed("file", {**common, **of_file})]}


def _keyed(needed: str, takes: Mapping[str, Schema]) -> Schema:
    """Return the schema of a table that is written with keys, one of which must be there."""
    return {
        "type": "object",
        "properties": {word: takes[name] for word, name in KEYS.items() if name in takes},
        "additionalProperties": False,
        **requires(tuple(word for word, name in KEYS.items() if name == needed)),
    }


def _code(slot: Slot, language: str) -> Schema:
    takes = {
        "text": NEEDED,
        "file": NEEDED,
        "language": NEEDED,
        "lines": NUMBERS_CHOSEN,
        "highlight": NUMBERS_CHOSEN,
        "caption": TEXT,
    }
    keyed = {
        "type": "object",
        "properties": {word: takes[name] for word, name in code.KEYS.items()},
        "additionalProperties": False,
        "oneOf": [requires(tuple(w for w, n in code.KEYS.items() if n == name)) for name in ("text", "file")],
    }
    return {"anyOf": [_text(slot), keyed]}


def picture_schema(slot: Slot, language: str = "") -> Schema:
    """Return what a picture takes: its file alone where something else describes it."""
    takes: dict[str, Schema] = {
        "file": NEEDED,
        "alt": TEXT,
        "fit": {"enum": [*FITS]},
        "focus": {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1, "maxItems": 2}]},
        "caption": TEXT,
        "credit": TEXT,
        "decorative": FLAG,
    }
    keyed = {
        "type": "object",
        "properties": {word: takes[name] for word, name in PICTURE_KEYS.items()},
        "additionalProperties": False,
        **requires(tuple(word for word, name in PICTURE_KEYS.items() if name == "file")),
    }
    return {"anyOf": [keyed, _text(slot)]} if slot.alt else keyed


def _media(slot: Slot, language: str) -> Schema:
    keyed = {
        "type": "object",
        "properties": dict.fromkeys(MEDIA_KEYS, TEXT),
        "additionalProperties": False,
        **requires(tuple(word for word, name in MEDIA_KEYS.items() if name == "file")),
    }
    return {"anyOf": [_text(slot), keyed]}


def _items(slot: Slot, language: str) -> Schema:
    item = _item(slot, language)
    listed: Schema = {"type": "array", "items": item}
    if slot.count:
        listed["minItems"] = slot.count[0]
        if slot.over != "split" or slot.names:
            listed["maxItems"] = slot.count[1]
    if not slot.names:
        return listed
    places = {word: item for name, also in slot.names.items() for word in (name, also)}
    named = {
        "type": "object",
        "properties": places,
        "additionalProperties": False,
        "allOf": [requires(place) for place in [*slot.names.items()][: slot.count[0] if slot.count else None]],
    }
    return {"anyOf": [listed, named]}


def _item(slot: Slot, language: str) -> Schema:
    """Return what one item may be: its fields, and the short forms that leave no required field out."""
    fields = {word: slot_schema(f, language) for f in slot.fields.values() for word in f.spellings()}
    record: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    if conditions := required_keys(slot.fields):
        record["allOf"] = conditions
    forms = [record]
    needed = {f.name for f in slot.fields.values() if f.required}
    texts = [f.name for f in slot.fields.values() if f.kind in TEXT_KINDS]
    whole = main_field(slot)
    if whole and (needed <= {whole.name} or needed <= set(texts[:2])):
        forms.append(NEEDED)
    pictured = next((f for f in slot.fields.values() if f.kind == "picture" and f.required), None)
    if pictured and needed <= {pictured.name}:
        forms.append(picture_schema(pictured))
    bullets = next((f for f in slot.fields.values() if f.kind == "bullets"), None)
    if bullets and needed <= {bullets.name}:
        forms.append({"type": "array", "items": {"$ref": "#/$defs/point"}})
    return {"anyOf": forms} if len(forms) > 1 else record


def required_keys(slots: Mapping[str, Slot]) -> list[Schema]:
    """Return a condition for each required slot: that one of its spellings is there."""
    return [requires(slot.spellings()) for slot in slots.values() if slot.required]


_KINDS: dict[str, Callable[[Slot, str], Schema]] = {
    "line": _line,
    "paragraphs": _paragraphs,
    "bullets": _bullets,
    "items": _items,
    "table": _table,
    "chart": lambda slot, language: chart_schema(),
    "code": _code,
    "math": _paragraphs,
    "icon": _icon,
    "media": _media,
    "picture": picture_schema,
    "flag": lambda slot, language: FLAG,
}
