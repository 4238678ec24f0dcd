"""Content: what a slide shows, as the keys and values of an outline's slide, and how its form was recognised."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"


class Content(Struct, frozen=True):
    """The keys of one slide with their values, in order; texts are plain, without inline marks."""

    fields: tuple[tuple[str, Value], ...]

    def texts(self) -> tuple[str, ...]:
        """Return all its texts."""
        return tuple(text for _, value in self.fields for text in _texts(value))


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    parts = value.values() if isinstance(value, Mapping) else value
    return tuple(text for part in parts for text in _texts(part))
