"""Merging of layout and theme data: maps merge deeply, lists replace, null removes."""

from collections.abc import Mapping
from typing import Any


def merge(base: Mapping[Any, Any], patch: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return `base` with `patch` laid over it; neither is changed."""
    merged = dict(base)
    for key, value in patch.items():
        below = merged.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(below, Mapping):
            merged[key] = merge(below, value)
        elif isinstance(value, Mapping):
            merged[key] = merge({}, value)
        else:
            merged[key] = value
    return merged
