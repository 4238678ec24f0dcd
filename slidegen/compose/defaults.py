"""Defaults: what a layout says where the outline says nothing, in the deck's language."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from slidegen.blocks.values import ItemsValue, Para, Record, TextValue, Value
from slidegen.layout.family import Slot
from slidegen.outline.inline import Inline
from slidegen.words import pick


def with_defaults(values: Mapping[str, Value], slots: Mapping[str, Slot], language: str) -> dict[str, Value]:
    """Return a slide's values with the defaults of its slots and of its items' fields."""
    filled = dict(values)
    for name, value in values.items():
        fields = slots[name].fields if name in slots else {}
        if isinstance(value, ItemsValue) and any(field.default for field in fields.values()):
            items = (_filled(record, at, fields, language) for at, record in enumerate(value.items))
            filled[name] = replace(value, items=tuple(items))
    filled.update(_missing(values, slots, 0, language))
    return filled


def _filled(record: Record, position: int, fields: Mapping[str, Slot], language: str) -> Record:
    return replace(record, fields={**record.fields, **dict(_missing(record.fields, fields, position, language))})


def _missing(
    values: Mapping[str, Value], slots: Mapping[str, Slot], position: int, language: str
) -> Iterator[tuple[str, Value]]:
    for slot in slots.values():
        words = pick(slot.default_at(position), language)
        if words and slot.name not in values:
            yield slot.name, TextValue((Para((Inline(words),)),))
