"""What editors are told of charts."""

from slidegen.blocks.chart_file import OF_FILES
from slidegen.blocks.chart_options import CHART, TYPES
from slidegen.schema.scalars import CHOSEN, FLAG, NEEDED, NUMBERS_CHOSEN, TEXT, Schema, one_of, requires

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
    "totals": FLAG,
    "format": {"anyOf": [TEXT, {"type": "object", "additionalProperties": TEXT}]},
    "line": _NAMES,
    "file": NEEDED,
    "sheet": CHOSEN,
    "columns": _NAMES,
    "rows": NUMBERS_CHOSEN,
}
_WRITTEN = ("categories", "series")
_OF_FILES = ("file", *OF_FILES)


def chart_schema() -> Schema:
    """Return the schema of a chart, its keys in every spelling: its numbers stand in it or in a file."""
    return {"anyOf": [_keyed("series", _OF_FILES), _keyed("file", _WRITTEN)]}


def _keyed(needed: str, without: tuple[str, ...]) -> Schema:
    words = {word: name for word, name in CHART.words.items() if name not in without}
    return {
        "type": "object",
        "properties": {word: _TAKES.get(name, TEXT) for word, name in words.items()},
        "additionalProperties": False,
        "allOf": [requires(tuple(w for w, n in words.items() if n == name)) for name in ("type", needed)],
    }
