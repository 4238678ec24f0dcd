"""Schemas of single values. YAML's numbers and booleans are texts where slidegen expects text, so text takes them."""

from typing import Any

from slidegen.outline.values import FALSE, TRUE

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""A text that may be left empty: an editor reads `2026` as a number, `no` may be a boolean, nothing is null."""
NEEDED: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A text that must say something."""
ANYTHING: Schema = {}
FLAG: Schema = {
    "enum": [
        *(True, False, None),
        *sorted(form for word in TRUE | FALSE for form in {word, word.title(), word.upper()} - {"true", "false"}),
    ]
}
NUMBER: Schema = {
    "type": ["number", "string", "null"],
    "minimum": 0,
    "pattern": r"^\s*\d{1,6}(\.\d+)?\s*$",
}
CHOSEN: Schema = {"type": ["string", "integer"]}
NUMBERS_CHOSEN: Schema = {"anyOf": [CHOSEN, {"type": "array", "items": CHOSEN, "minItems": 1}]}
"""Numbers of rows or lines: 3, `1-8`, or a list of such."""
COLOR: Schema = {"type": ["string", "integer"], "pattern": "^#?[0-9A-Fa-f]{6}$"}
LANGUAGE: Schema = {"type": ["string", "null"], "pattern": r"^\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\s*$"}


def one_of(words: list[str], **more: Any) -> Schema:
    """Return the schema of a value that is one of some words."""
    return {"enum": words, **more}


def requires(spellings: tuple[str, ...]) -> Schema:
    """Return a condition that one of a key's spellings is there."""
    present = [{"required": [word]} for word in spellings]
    return present[0] if len(present) == 1 else {"anyOf": present}
