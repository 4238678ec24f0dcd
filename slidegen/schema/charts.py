"""What editors are told of charts."""

from slidegen.blocks.chart_options import CHART, TYPES
from slidegen.schema.scalars import FLAG, TEXT, Schema, one_of, requires

_NUMBER: Schema = {"type": ["number", "string", "null"]}
_NUMBERS: Schema = {
    "type": "array",
    "minItems": 1,
    "items": {"anyOf": [_NUMBER, {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 3}]},
}
_NAMES: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
_TAKES: dict[str, Schema] = {
    "type": one_of([*TYPES]),
    "categories": {"type": "array", "items": TEXT},
    "series": {"anyOf": [_NUMBERS, {"type": "object", "additionalProperties": _NUMBERS, "minProperties": 1}]},
    "highlight": _NAMES,
    "labels": FLAG,
    "format": {"anyOf": [TEXT, {"type": "object", "additionalProperties": TEXT}]},
    "line": _NAMES,
}
UNREAD = ("file", "columns")
"""Keys that a later version reads."""


def chart_schema() -> Schema:
    """Return the schema of a chart: its keys in every spelling."""
    words = {word: name for word, name in CHART.words.items() if name not in UNREAD}
    needed = [requires(tuple(w for w, n in words.items() if n == name)) for name in ("type", "series")]
    return {
        "type": "object",
        "properties": {word: _TAKES.get(name, TEXT) for word, name in words.items()},
        "additionalProperties": False,
        "allOf": needed,
    }
