"""Which keys a slide may have: those of every layout, and those of the layout that it takes."""

from collections.abc import Mapping, Sequence

from slidegen.layout.family import Family
from slidegen.outline import keys
from slidegen.schema.scalars import Schema, requires
from slidegen.schema.slots import required_keys, slot_schema
from slidegen.words import pick

LAYOUT = ("layout", *keys.SLIDE.spellings["layout"])
TITLE = ("title", *keys.SLIDE.spellings["title"])


def slot_definitions(families: Sequence[Family], language: str) -> dict[str, Schema]:
    """Return a definition for each key of a layout's slots; a key of several layouts takes what any of them takes."""
    found: dict[str, list[Schema]] = {}
    for family in families:
        for slot in family.slots.values():
            schema = slot_schema(slot, language)
            if slot.name == family.trigger:
                schema["description"] = f"{schema.get('description', slot.name)}: {pick(family.use_when, language)}"
            for word in slot.spellings():
                if schema not in found.setdefault(word, []):
                    found[word].append(schema)
    return {word: ways[0] if len(ways) == 1 else {"anyOf": ways} for word, ways in found.items()}


def layout_definition(family: Family, definitions: Mapping[str, Schema], language: str) -> Schema:
    """Return what a slide of one layout must and may have besides the slide's own keys.

    A key that takes something else in other layouts, by their common `definitions`, is told again.
    """
    own = [word for word in keys.SLIDE.words if word not in TITLE]
    slots = [word for slot in family.slots.values() for word in slot.spellings()]
    definition: Schema = {
        "title": pick(family.label, language),
        "description": pick(family.use_when, language),
        "propertyNames": {"enum": [*own, *slots]},
    }
    differing = {
        word: slot_schema(slot, language)
        for slot in family.slots.values()
        for word in slot.spellings()
        if "anyOf" in definitions[word]
    }
    if differing:
        definition["properties"] = differing
    if conditions := required_keys(family.slots):
        definition["allOf"] = conditions
    return definition


def taken(family: Family, families: Sequence[Family]) -> Schema:
    """Return the condition under which a slide takes a layout, as `compose.choose` decides it.

    It names the layout, or it has the layout's trigger and no trigger of another that the layout has no slot for.
    """
    values = [family.name, *family.label.values()]
    ways: list[Schema] = [{"properties": {word: {"enum": values}}, "required": [word]} for word in LAYOUT]
    if family.trigger:
        foreign = [f for f in families if f.trigger and f.trigger not in family.slots]
        others = [word for f in foreign if f.trigger for word in f.slots[f.trigger].spellings()]
        absent = [{"required": [word]} for word in (*LAYOUT, *others)]
        ways.append({**requires(family.slots[family.trigger].spellings()), "not": {"anyOf": absent}})
    return {"anyOf": ways}
