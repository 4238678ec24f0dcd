"""The schema of a whole outline: the deck's own keys, sections, slides and the slots of the layouts."""

from collections.abc import Mapping, Sequence

from slidegen.compose.logo import LOGO
from slidegen.icons.find import keywords, search
from slidegen.layout.family import Family
from slidegen.layout.theme import COLOR_SLOTS, Theme
from slidegen.outline import key_help, keys
from slidegen.outline.reader import BUILDS, FORMAT, SPLITS, TRANSITIONS
from slidegen.schema.layouts import layout_definition, slot_definitions, taken
from slidegen.schema.scalars import ANYTHING, COLOR, FLAG, LANGUAGE, NEEDED, NUMBER, TEXT, Schema, one_of, requires
from slidegen.schema.slots import POINT, picture_schema
from slidegen.words import pick

MARK = "slidegen outline"
"""The title of every schema that slidegen writes, by which it knows its own."""

_NOT_YET = {"zh": "（尚未实现，写了不起作用）", "en": " (not built yet: it is ignored)"}
_NOTES: Schema = {"anyOf": [TEXT, {"$ref": "#/$defs/passage"}]}
_PARAGRAPHS: Schema = {"type": ["integer", "string"], "pattern": r"^\s*[0-9０-９]"}
_TEXTS = {"type": "array", "items": TEXT}


def outline_schema(families: Sequence[Family], themes: Mapping[str, Theme], language: str) -> Schema:
    """Return the JSON Schema (2020-12) of outlines that may use these layouts and themes.

    Only keywords that draft 7 has as well, since some editors read no later one; `language` is that of
    the descriptions.
    """
    families = [family for family in families if not family.abstract]
    slots = slot_definitions(families, language)
    deck = _level(keys.DECK, key_help.DECK, _deck_values(themes, language), language)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": MARK,
        "type": "object",
        **deck,
        "$defs": {
            "section": {"type": "object", **_level(keys.SECTION, key_help.SECTION, _section_values(), language)},
            "closing": {"type": "object", **_level(keys.CLOSING, key_help.CLOSING, {"notes": _NOTES}, language)},
            "passage": _passage(language),
            "slide": _slide(families, language),
            "point": POINT,
            "icon": one_of(list(dict.fromkeys([*keywords(), *search("")]))),
            **{f"slot {word}": schema for word, schema in slots.items()},
            **{f"layout {family.name}": layout_definition(family, slots, language) for family in families},
        },
    }


def _level(
    level: keys.Level, texts: Mapping[str, Mapping[str, str]], values: Mapping[str, Schema], language: str
) -> Schema:
    """Return the keys of one level with all their spellings; a key without a value of its own takes text."""
    properties: dict[str, Schema] = {}
    for name, others in level.spellings.items():
        later = name in level.later
        about = pick(texts[name], language) + (pick(_NOT_YET, language) if later else "")
        value = ANYTHING if later else values.get(name, TEXT)
        for word in (name, *others):
            properties[word] = {**value, "description": about}
    return {"properties": properties, "additionalProperties": False}


def _deck_values(themes: Mapping[str, Theme], language: str) -> dict[str, Schema]:
    named = [(word, theme) for name, theme in themes.items() for word in (name, *theme.label.values())]
    labels = {word: pick(theme.label, language) for word, theme in named}
    return {
        **_shared(),
        "format": one_of([int(FORMAT), FORMAT]),  # type: ignore[list-item]  # a number in YAML, a text to slidegen
        "language": LANGUAGE,
        "theme": one_of([*labels], enumDescriptions=[*labels.values()]),
        "colors": {
            "type": ["object", "null"],
            "properties": dict.fromkeys(COLOR_SLOTS, COLOR),
            "additionalProperties": False,
        },
        "logo": picture_schema(LOGO),
        "footer": {"anyOf": [one_of(["section", "none", "章节", "无"]), TEXT]},
        "agenda": FLAG,
        "cover": FLAG,
        "math": FLAG,
        "closing": {"anyOf": [{"$ref": "#/$defs/closing"}, TEXT]},
        "nobreak": {"anyOf": [TEXT, _TEXTS]},
        "sections": {"type": ["array", "null"], "items": {"$ref": "#/$defs/section"}},
    }


def _section_values() -> dict[str, Schema]:
    return {**_shared(), "number": FLAG, "divider": FLAG, "in_agenda": FLAG}


def _shared() -> dict[str, Schema]:
    return {
        "notes": _NOTES,
        "transition": one_of([*TRANSITIONS, None, False]),  # type: ignore[list-item]  # `false` is the word for none
        "build": one_of([*BUILDS, None, False]),  # type: ignore[list-item]
        "minutes": NUMBER,
        "split": one_of([*SPLITS, None, True, False]),  # type: ignore[list-item]  # booleans are words for both
        "hidden": FLAG,
        "slides": {"type": ["array", "null"], "items": {"$ref": "#/$defs/slide"}},
    }


def _passage(language: str) -> Schema:
    """Return what notes that refer to a manuscript hold; `paragraphs: 7-9, 12` in braces makes a key of the 12."""
    numbers = {"anyOf": [_PARAGRAPHS, {"type": "array", "items": _PARAGRAPHS, "minItems": 1}]}
    return {
        "type": "object",
        **_level(keys.PASSAGE, key_help.PASSAGE, {"from": NEEDED, "paragraphs": numbers}, language),
        "patternProperties": {r"^\d+(\s*-\s*\d+)?$": {"type": "null"}},
        "allOf": [requires((name, *others)) for name, others in keys.PASSAGE.spellings.items()],
    }


def _slide(families: Sequence[Family], language: str) -> Schema:
    names = {word: pick(f.use_when, language) for f in families for word in (f.name, *f.label.values())}
    values = {**_shared(), "layout": one_of([*names], enumDescriptions=[*names.values()])}
    level = _level(keys.SLIDE, key_help.SLIDE, values, language)
    slots = {
        word: {"$ref": f"#/$defs/slot {word}"}
        for family in families
        for slot in family.slots.values()
        for word in slot.spellings()
    }
    return {
        "type": "object",
        "properties": {**slots, **level["properties"]},
        "additionalProperties": False,
        "allOf": [
            {"if": taken(family, families), "then": {"$ref": f"#/$defs/layout {family.name}"}} for family in families
        ],
    }
