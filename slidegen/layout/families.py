"""Families: the files of a layout, from the farthest ancestor to its own, become one `Family`."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from slidegen.diagnostics import Diagnostic, Exit, Report, known_are
from slidegen.layout.family import Family, Slot
from slidegen.layout.fault import COMPARE
from slidegen.layout.files import DataFile
from slidegen.layout.locate import locate
from slidegen.layout.theme import Theme, named

Tree = dict[str, Any]

_MERGED = ("slots", "geometry", "decor", "background", "master_decor", "by_count", "with")
_OF_ITEMS = ("items", "table")
"""The kinds that an item cannot hold."""


def make(name: str, chain: Sequence[DataFile], theme: Theme, report: Report) -> Family:
    """Return the family of a chain of checked files, farthest ancestor first, with the theme's patches."""
    layers: list[Tree] = []
    sources: list[tuple[tuple[str, ...], DataFile]] = []
    for position, file in enumerate(chain):
        layers.append({k: v for k, v in file.tree.items() if k in _MERGED})
        sources.append(((), file))
        last_of_name = all(later.name != file.name for later in chain[position + 1 :])
        patch = theme.layouts.get(file.name)
        if patch and last_of_name:
            layers.append(patch)
            sources.extend((("layouts", file.name), source) for source in reversed(theme.sources))
    head = head_of(name, chain)
    trees: Tree = {}
    for file in chain:
        trees.update(file.tree.get("slots") or {})
    slots = {str(k): _slot(str(k), tree, chain[-1], report) for k, tree in trees.items() if tree is not None}
    trigger = None if head.get("trigger") is None else str(head["trigger"])
    if trigger is not None and trigger not in slots:
        _no_slot(chain[-1], "trigger", report, trigger, slots)
    build = named(head.get("build"))
    for slot in build:
        if slot not in slots:
            _no_slot(chain[-1], "build", report, slot, slots)
    return Family(
        name=name,
        label=head.get("label") or {},
        use_when=head.get("use_when") or {},
        slots=slots,
        layers=tuple(layers),
        file=chain[-1],
        trigger=trigger,
        fallback=bool(head.get("fallback")),
        abstract=bool(head.get("abstract")),
        core=bool(head.get("core")),
        role=head.get("role") or "",
        ooxml=head.get("ooxml") or "",
        build=build,
        sources=tuple(reversed(sources)),
    )


def faulty(name: str, files: Sequence[DataFile], faults: Iterable[Diagnostic]) -> Family:
    """Return what can be told of a faulty layout, nearest file first, so that it is known when an outline uses it."""
    head = head_of(name, files[::-1])
    slots = {}
    for file in files[::-1]:
        for key, tree in _pairs(file.tree.get("slots")):
            alias = tree.get("alias") if isinstance(tree, dict) else None
            slots[key] = Slot(key, "line", {}, _aliases(alias))
    trigger = head.get("trigger")
    role = head.get("role")
    return Family(
        name=name,
        label={k: str(v) for k, v in _pairs(head.get("label"))},
        use_when={},
        slots=slots,
        layers=(),
        file=files[0],
        trigger=str(trigger) if str(trigger) in slots else None,
        abstract=head.get("abstract") is True,
        core=head.get("core") is True,
        fallback=head.get("fallback") is True,
        role=role if isinstance(role, str) else "",
        faults=tuple(faults),
    )


def head_of(name: str, chain: Iterable[DataFile]) -> Tree:
    """Return what a layout's files say of it; one that extends its own name keeps what it does not say anew."""
    head: Tree = {}
    for file in chain:
        if file.name == name:
            head.update(file.tree)
    return head


def _pairs(tree: object) -> Iterable[tuple[str, Any]]:
    return ((str(k), v) for k, v in tree.items()) if isinstance(tree, dict) else ()


def _aliases(alias: object) -> tuple[str, ...]:
    return tuple(map(str, alias)) if isinstance(alias, list) else () if alias is None else (str(alias),)


def _slot(name: str, tree: Tree, file: DataFile, report: Report, path: str = "slots") -> Slot:
    path = f"{path}.{name}"
    count = tree.get("count")
    if count and count[0] > count[1]:
        report.error(
            "layout-data",
            locate(f"{path}.count", [((), file.node)]) or file.node.span,
            "`{key}` gives the greater number first",
            "write [{low}, {high}]",
            exit=Exit.ASSET,
            key=f"{path}.count",
            low=count[1],
            high=count[0],
        )
    return Slot(
        name=name,
        kind=str(tree.get("kind") or "line"),
        label=tree.get("label") or {},
        aliases=_aliases(tree.get("alias")),
        required=bool(tree.get("required")),
        count=(count[0], count[1]) if count else None,
        fields={str(k): _field(str(k), v, file, report, path) for k, v in (tree.get("fields") or {}).items() if v},
        names={str(k): str(v) for k, v in (tree.get("names") or {}).items()},
        flags=tuple(map(str, tree.get("flags") or ())),
        **_over(tree.get("over") or "split"),
        alt=str(tree.get("alt") or ""),
        default=_texts(tree.get("default")),
    )


def _over(over: Any) -> Tree:
    if not isinstance(over, dict):
        return {"over": str(over)}
    switched = {str(k): str(v) for k, v in (over.get("as") or {}).items()}
    return {"over": str(over.get("else") or "split"), "switch": str(over.get("switch") or ""), "switched": switched}


def _texts(default: Any) -> tuple[Mapping[str, str], ...]:
    return tuple(default) if isinstance(default, list) else (default,) if default else ()


def _field(name: str, tree: Tree, file: DataFile, report: Report, path: str) -> Slot:
    slot = _slot(name, tree, file, report, f"{path}.fields")
    if slot.kind in _OF_ITEMS:
        report.error(
            "layout-data",
            locate(f"{path}.fields.{name}.kind", [((), file.node)]) or file.node.span,
            "an item cannot hold `{kind}`",
            "give it a slot of its own",
            exit=Exit.ASSET,
            kind=slot.kind,
        )
    return slot


def _no_slot(file: DataFile, key: str, report: Report, name: str, slots: Mapping[str, Slot]) -> None:
    known: Collection[str] = slots
    report.error(
        "layout-data",
        locate(key, [((), file.node)]) or file.node.span,
        "{key} `{name}` is none of its slots",
        known_are(known) if known else COMPARE,
        exit=Exit.ASSET,
        key=key,
        name=name,
    )
