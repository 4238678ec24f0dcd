"""Layout and theme files: their data at once, their nodes, which know their places, only when a fault needs them."""

import zlib
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from slidegen.diagnostics import Exit, Report, Severity, Span, reason
from slidegen.layout.data import plain
from slidegen.outline.events import parse
from slidegen.outline.nodes import Mapping, Scalar
from slidegen.outline.source import decode
from slidegen.outline.traps import scan

Tree = dict[str, Any]

_TEXTS = ("colors", "palette", "roles")
"""Keys of a theme whose values stay text: 161616 is a colour, not a number."""


class DataFile(Struct, frozen=True, dict=True):
    """One YAML file of a layout or a theme."""

    path: Path
    data: bytes
    tree: Tree
    shipped: bool = False
    """Whether it is a built-in file as it was compiled: nothing in it needs to be checked."""

    @property
    def name(self) -> str:
        """The name it gives itself, or else that of the file."""
        name = self.tree.get("name")
        named = "" if name is None or isinstance(name, dict | list) else str(name).strip()
        return named or self.path.stem

    @cached_property
    def node(self) -> Mapping:
        """The file's nodes."""
        return _nodes(self.path, self.data, Report()) or Mapping((), Span(str(self.path), 0, 0, 1, 1))


def read(path: Path, report: Report) -> DataFile | None:
    """Return a file's data; one that cannot be read or is no mapping is None, its faults in the report.

    The built-in files come from `compiled.py`, which holds their trees by checksum: parsing all of them
    would take longer than building a deck.
    """
    try:
        data = path.read_bytes()
    except OSError as fault:
        report.error("unreadable", None, "{path} cannot be read: {why}", exit=Exit.ASSET, path=path, why=reason(fault))
        return None
    tree = _compiled(path.name, data)
    if tree is not None:
        return DataFile(path, data, tree, shipped=True)
    own = Report()
    node = _nodes(path, data, own)
    report.take(replace(f, exit=Exit.ASSET) if f.severity is Severity.ERROR else f for f in own.findings)
    return None if node is None else DataFile(path, data, tree_of(node))


def checksum(name: str, data: bytes) -> str:
    """Return what a compiled file is known by."""
    return f"{name} {len(data)} {zlib.crc32(data):08x}"


def tree_of(node: Mapping) -> Tree:
    """Return a file's plain data."""
    tree: Tree = plain(node)
    for key in _TEXTS:
        texts = node.get(key)
        if isinstance(texts, Mapping):
            removed = {e.key.text: None for e in texts.entries if isinstance(e.value, Scalar) and e.value.empty}
            tree[key] = {**plain(texts, numbers=False), **removed}
    return tree


def _nodes(path: Path, data: bytes, report: Report) -> Mapping | None:
    source = decode(data, str(path), report)
    node = parse(scan(source, report), report) if source else None
    return node if isinstance(node, Mapping) else None


def _compiled(name: str, data: bytes) -> Tree | None:
    from slidegen.layout.compiled import TREES

    return TREES.get(checksum(name, data))
