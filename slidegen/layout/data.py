"""Plain data from YAML nodes: numbers, true, false and null are read, everything else stays text."""

import re
from typing import Any

from slidegen.outline.nodes import Mapping, Node, Scalar

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]+)?|[-+]?\.[0-9]+")
_COUNT = re.compile(r"[0-9]{1,9}")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


def plain(node: Node, *, numbers: bool = True) -> Any:
    """Return a node as dicts, lists and scalars; without `numbers` every scalar stays text.

    YAML 1.1's other spellings of booleans are text here, since `ON` and `on` are names of colours.
    """
    if isinstance(node, Mapping):
        return {_key(entry.key): plain(entry.value, numbers=numbers) for entry in node.entries}
    if isinstance(node, Scalar):
        return _scalar(node) if numbers else node.text
    return [plain(part, numbers=numbers) for part in node.items]


def _key(key: Scalar) -> str | int:
    return int(key.text) if _COUNT.fullmatch(key.text) else key.text


def _scalar(node: Scalar) -> Any:
    if node.style:
        return node.text
    if node.text in _WORDS:
        return _WORDS[node.text]
    if _NUMBER.fullmatch(node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return node.text
