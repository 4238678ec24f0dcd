"""The library: layout families and themes by name, the nearest file of a name first."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from slidegen.blocks.kinds import KINDS
from slidegen.blocks.line import FLAG_ALIASES, TEXT_KEYS
from slidegen.blocks.table import ROW_KEYS
from slidegen.diagnostics import Exit, Report, Span, Stop, did_you_mean, known_are
from slidegen.language import listed, say
from slidegen.layout.family import Family, Slot
from slidegen.layout.files import DataFile, read
from slidegen.layout.theme import COLOR_SLOTS, MAPPED_SLOTS, FontChoice, Theme
from slidegen.outline.nodes import Mapping as MappingNode
from slidegen.resources import yaml_files

Tree = dict[str, Any]

_FAMILY_KEYS = (
    *(
        "name",
        "extends",
        "label",
        "use_when",
        "trigger",
        "fallback",
        "abstract",
        "core",
        "role",
        "ooxml",
        "slots",
        "geometry",
    ),
    *("decor", "background", "master_decor", "by_count", "with", "example"),
)
_MERGED = ("slots", "geometry", "decor", "background", "master_decor", "by_count", "with")
_SLOT_KEYS = ("kind", "label", "alias", "required", "count", "fields", "names", "flags", "over", "short", "default")
_THEME_KEYS = (
    *("name", "label", "colors", "map", "palette", "fonts", "styles", "bullet", "strong", "roles", "surfaces"),
    *("decor", "master", "layouts"),
)
_MALFORMED = (ValueError, TypeError, KeyError, AttributeError)
"""What reading a tree of the wrong shape raises."""
_DEFAULT_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


class Library(Struct, dict=True):
    """Layouts and themes along a search path of folders, read when they are asked for."""

    folders: Sequence[Path]
    report: Report
    _families: dict[tuple[str, str], Family] = {}
    _themes: dict[str, Theme] = {}

    @cached_property
    def _files(self) -> Mapping[str, list[DataFile]]:
        """Layout files by the name they give, nearest folder first."""
        found: dict[str, list[DataFile]] = {}
        for folder in self.folders:
            for path in yaml_files(folder):
                file = self._read(path, _FAMILY_KEYS)
                if file is not None:
                    found.setdefault(str(file.tree.get("name", path.stem)), []).append(file)
        return found

    @cached_property
    def _theme_files(self) -> Mapping[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in yaml_files(folder / "themes"):
                found.setdefault(path.stem, path)
        return found

    def layout_names(self) -> tuple[str, ...]:
        """Return the names of all layouts in force, abstract ones included."""
        return tuple(self._files)

    def theme_names(self) -> tuple[str, ...]:
        """Return the names of all themes in force."""
        return tuple(self._theme_files)

    def keys(self) -> frozenset[str]:
        """Return every key that a slot, a field, a named item or a part of a value goes by in some layout."""
        trees = [file.tree.get("slots") for files in self._files.values() for file in files]
        return frozenset(word for tree in trees for word in _keys(tree)).union(TEXT_KEYS, FLAG_ALIASES, ROW_KEYS)

    def layout_path(self, name: str) -> Path:
        """Return the file of a layout in force; it must exist."""
        return self._files[name][0].path

    def theme_path(self, name: str) -> Path:
        """Return the file of a theme in force; it must exist."""
        return self._theme_files[name]

    def theme(self, name: str, span: Span | None = None) -> Theme:
        """Return a theme by its name or its label; an unknown one is an error that names the nearest. Raises Stop."""
        if name not in self._themes:
            path = self._theme_files.get(name) or self._labelled(name)
            if path is None:
                hint = did_you_mean(name, self._theme_files, known_are(self._theme_files))
                self.report.error("unknown-theme", span, "there is no theme `{name}`", hint, name=name)
                raise Stop
            file = self._read(path, _THEME_KEYS)
            if file is None:
                raise Stop
            try:
                self._themes[name] = _theme(file)
            except _MALFORMED as fault:
                self._malformed(file, fault)
                raise Stop from None
        return self._themes[name]

    def _labelled(self, label: str) -> Path | None:
        """Return the theme file that has a label; only asked for words that are no theme's name."""
        for path in self._theme_files.values():
            file = read(path, Report())
            labels = file.tree.get("label") if file is not None else None
            if isinstance(labels, dict) and label in labels.values():
                return path
        return None

    def by_role(self, role: str, theme: Theme) -> Family | None:
        """Return the family of a role, abstract ones included."""
        return next((self.family(name, theme) for name in self._files if self._head(name).get("role") == role), None)

    def families(self, theme: Theme) -> tuple[Family, ...]:
        """Return every layout family that can be built, with the theme's patches."""
        return tuple(f for name in self._files if not (f := self.family(name, theme)).abstract)

    def family(self, name: str, theme: Theme) -> Family:
        """Return one family with the theme's patches; it must exist. Raises Stop where it extends nothing."""
        key = (name, theme.name)
        if key not in self._families:
            try:
                self._families[key] = self._family(name, theme)
            except _MALFORMED as fault:
                self._malformed(self._files[name][0], fault)
                raise Stop from None
        return self._families[key]

    def _family(self, name: str, theme: Theme) -> Family:
        chain = self._chain(name)
        own = chain[-1]
        layers: list[Tree] = []
        sources: list[tuple[tuple[str, ...], DataFile]] = []
        for position, file in enumerate(chain):
            layers.append({k: v for k, v in file.tree.items() if k in _MERGED})
            sources.append(((), file))
            last_of_name = all(f.tree.get("name") != file.tree.get("name") for f in chain[position + 1 :])
            patch = theme.layouts.get(str(file.tree.get("name", file.path.stem)))
            if patch and last_of_name:
                layers.append(patch)
                if theme.source is not None:
                    sources.append((("layouts", str(file.tree.get("name", file.path.stem))), theme.source))
        slots: Tree = {}
        for file in chain:
            for key in ("slots", "geometry", "by_count", "with"):
                if not isinstance(file.tree.get(key) or {}, dict):
                    raise ValueError(say("`{key}` needs keys of its own, not {value!r}", key=key, value=file.tree[key]))
            slots.update(file.tree.get("slots") or {})
        slots = {k: v for k, v in slots.items() if v is not None}
        head = self._head(name)
        trigger = head.get("trigger")
        if trigger is not None and trigger not in slots:
            raise ValueError(say("trigger `{trigger}` is none of its slots", trigger=trigger))
        return Family(
            name=name,
            label=head.get("label") or {},
            use_when=head.get("use_when") or {},
            slots={k: self._slot(str(k), v, own) for k, v in slots.items()},
            layers=tuple(layers),
            file=own,
            trigger=trigger,
            fallback=bool(head.get("fallback")),
            abstract=bool(head.get("abstract")),
            core=bool(head.get("core")),
            role=head.get("role") or "",
            ooxml=head.get("ooxml") or "",
            sources=tuple(reversed(sources)),
        )

    def _head(self, name: str) -> Tree:
        """Return what a layout's file says of itself; one that extends its own name keeps what it does not say anew."""
        head: Tree = {}
        for file in self._chain(name):
            if str(file.tree.get("name", file.path.stem)) == name:
                head.update(file.tree)
        return head

    def _chain(self, name: str) -> list[DataFile]:
        """Return a family's files, farthest ancestor first; its own name extends the next farther file."""
        chain: list[DataFile] = []
        depth: dict[str, int] = {}
        current: str | None = name
        while current:
            candidates = self._files.get(current, [])
            at = depth.get(current, 0)
            if at >= len(candidates):
                span = chain[-1].node.span if chain else None
                hint = did_you_mean(current, [known for known in self._files if known != current])
                self.report.error(
                    "layout-extends", span, "`extends: {name}` names no layout", hint, exit=Exit.ASSET, name=current
                )
                raise Stop
            depth[current] = at + 1
            chain.append(candidates[at])
            current = candidates[at].tree.get("extends")
        return chain[::-1]

    def _slot(self, name: str, tree: Tree, file: DataFile) -> Slot:
        for key in tree:
            if key not in _SLOT_KEYS:
                self._unknown(file, str(key), _SLOT_KEYS, f"slots.{name}")
        if str(tree.get("kind", "line")) not in KINDS:
            self.report.error(
                "layout-kind",
                _key_span(file.node, "slots") or file.node.span,
                "the slot `{slot}` is of no kind that there is: `{kind}`",
                known_are(KINDS),
                exit=Exit.ASSET,
                slot=name,
                kind=tree.get("kind"),
            )
            raise Stop
        alias = tree.get("alias") or []
        count = tree.get("count")
        default = tree.get("default") or []
        return Slot(
            name=name,
            kind=str(tree.get("kind", "line")),
            label=tree.get("label") or {},
            aliases=(alias,) if isinstance(alias, str) else tuple(alias),
            required=bool(tree.get("required")),
            count=(int(count[0]), int(count[1])) if count else None,
            fields={k: self._slot(str(k), v, file) for k, v in (tree.get("fields") or {}).items()},
            names=tree.get("names") or {},
            flags=tuple(tree.get("flags") or ()),
            over=str(tree.get("over", "split")),
            default=tuple(default) if isinstance(default, list) else (default,),
        )

    def _read(self, path: Path, known: Sequence[str]) -> DataFile | None:
        file = read(path, self.report)
        if file is not None:
            for key in file.tree:
                if key not in known:
                    self._unknown(file, str(key), known, "")
        return file

    def _malformed(self, file: DataFile, fault: Exception) -> None:
        """Report data whose shape is not that of a layout or theme at all, such as a text where a map must be."""
        self.report.error(
            "layout-data",
            file.node.span,
            "this file does not have the form it needs: {fault}",
            "compare it with a built-in one: `slidegen` keeps them in its layouts folder",
            exit=Exit.ASSET,
            fault=fault,
        )

    def _unknown(self, file: DataFile, key: str, known: Sequence[str], path: str) -> None:
        span = _key_span(file.node, key) or file.node.span
        where = f"{path}.{key}" if path else key
        self.report.error(
            "unknown-key", span, "unknown key `{key}`", did_you_mean(key, known), exit=Exit.ASSET, key=where
        )


def _key_span(node: MappingNode, key: str) -> Span | None:
    return next((e.key.span for e in node.entries if e.key.text == key), None)


def _keys(slots: object) -> Iterator[str]:
    """Yield the spellings of slots and of all within them; a tree of the wrong shape is reported when it is used."""
    for name, slot in slots.items() if isinstance(slots, dict) else ():
        if isinstance(slot, dict):
            alias, names = slot.get("alias") or (), slot.get("names")
            yield from (str(name), *([alias] if isinstance(alias, str) else map(str, alias)))
            yield from (str(word) for pair in names.items() for word in pair) if isinstance(names, dict) else ()
            yield from _keys(slot.get("fields"))


def _theme(file: DataFile) -> Theme:
    tree = file.tree
    colors = {slot: str(value).upper() for slot, value in (tree.get("colors") or {}).items()}
    missing = [slot for slot in COLOR_SLOTS if slot not in colors]
    if missing:
        raise ValueError(say("colors lacks {missing}", missing=listed(missing)))
    return Theme(
        name=str(tree.get("name", file.path.stem)),
        label=tree.get("label") or {},
        colors={slot: colors[slot] for slot in COLOR_SLOTS},
        color_map={slot: (tree.get("map") or _DEFAULT_MAP)[slot] for slot in MAPPED_SLOTS},
        palette={k: str(v).upper() for k, v in (tree.get("palette") or {}).items()},
        fonts={role: _font(spec) for role, spec in (tree.get("fonts") or {}).items()},
        styles=tree.get("styles") or {},
        bullet=tree.get("bullet") or {},
        strong=tree.get("strong") or {},
        roles={k: str(v) for k, v in (tree.get("roles") or {}).items()},
        surfaces=tree.get("surfaces") or {},
        decor=tree.get("decor") or {},
        master=tree.get("master") or {},
        layouts=tree.get("layouts") or {},
        source=file,
    )


def _font(spec: Tree) -> FontChoice:
    scripts = {k: v for k, v in spec.items() if k not in ("latin", "bold")}
    return FontChoice(spec.get("latin", "Arial"), scripts, spec.get("bold"))
