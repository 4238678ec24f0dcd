"""Merging of layout and theme data: maps merge deeply, lists replace, null removes."""

from typing import Any


def merge(base: dict[Any, Any], patch: dict[Any, Any]) -> dict[Any, Any]:
    """Return `base` with `patch` laid over it; neither is changed."""
    merged = dict(base)
    for key, value in patch.items():
        below = merged.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict) and isinstance(below, dict):
            merged[key] = merge(below, value)
        elif isinstance(value, dict):
            merged[key] = merge({}, value)
        else:
            merged[key] = value
    return merged


def overlay(base: dict[Any, Any], patch: dict[Any, Any]) -> dict[Any, Any]:
    """Return a patch as it is after a further patch: `null` stays, to remove something when it is merged itself."""
    laid = dict(base)
    for key, value in patch.items():
        below = laid.get(key)
        laid[key] = overlay(below, value) if isinstance(value, dict) and isinstance(below, dict) else value
    return laid
