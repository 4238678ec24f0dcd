"""The library: layout families and themes by name, the nearest file of a name first.

What is wrong in a layout's file is kept until the layout is used: an outline that does not use it is built all the
same, with a warning.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from slidegen.blocks.line import FLAG_ALIASES, TEXT_KEYS
from slidegen.blocks.table_options import KEYS as TABLE_KEYS
from slidegen.diagnostics import Diagnostic, Exit, Report, Severity, Span, Stop, did_you_mean, known_are
from slidegen.layout.families import faulty, head_of, make
from slidegen.layout.family import Family
from slidegen.layout.files import DataFile, read
from slidegen.layout.locate import locate
from slidegen.layout.theme import Theme, theme_of
from slidegen.layout.theme_files import ThemeFiles, merged
from slidegen.resources import yaml_files

_SHIPPED: dict[tuple[object, ...], Family] = {}
"""Families made of built-in files alone, by these: a program that builds many decks makes them once."""


class Library(Struct, dict=True):
    """Layouts and themes along a search path of folders, read when they are asked for."""

    folders: Sequence[Path]
    report: Report
    _families: dict[tuple[str, str], Family] = {}
    _themes: dict[str, Theme] = {}
    _faults: dict[Path, Sequence[Diagnostic]] = {}

    @cached_property
    def _files(self) -> Mapping[str, list[DataFile]]:
        """Layout files by the name they give, nearest folder first; faulty ones too."""
        found: dict[str, list[DataFile]] = {}
        for folder in self.folders:
            for path in yaml_files(folder):
                file = self._layout_file(path)
                found.setdefault(file.name, []).append(file)
        return found

    @cached_property
    def _theme_files(self) -> ThemeFiles:
        return ThemeFiles(self.folders)

    def layout_names(self) -> tuple[str, ...]:
        """Return the names of all layouts in force, abstract and faulty ones included."""
        return tuple(self._files)

    def theme_names(self) -> tuple[str, ...]:
        """Return the names of all themes in force."""
        return tuple(self._theme_files.paths)

    def keys(self) -> frozenset[str]:
        """Return every key that a slot, a field, a named item or a part of a value goes by in some layout."""
        trees = [file.tree.get("slots") for files in self._files.values() for file in files]
        return frozenset(word for tree in trees for word in _keys(tree)).union(TEXT_KEYS, FLAG_ALIASES, TABLE_KEYS)

    def layout_path(self, name: str) -> Path:
        """Return the file of a layout in force; it must exist."""
        return self._files[name][0].path

    def theme_path(self, name: str) -> Path:
        """Return the file of a theme in force; it must exist."""
        return self._theme_files.paths[name][0]

    def theme(self, name: str, span: Span | None = None) -> Theme:
        """Return a theme by its name or its label; an unknown one is an error that names the nearest. Raises Stop."""
        if name not in self._themes:
            known = self._theme_files
            found = name if name in known.paths else known.labelled(name)
            if found is None:
                hint = did_you_mean(name, known.paths, known_are(known.paths))
                self.report.error("unknown-theme", span, "there is no theme `{name}`", hint, name=name)
                raise Stop
            self._themes[name] = self._theme(found)
        return self._themes[name]

    def _theme(self, name: str) -> Theme:
        report = Report()
        try:
            chain = self._theme_files.chain(name, report)
            theme = theme_of(chain, merged(chain))
            if not all(file.shipped for file in chain):
                from slidegen.layout.theme_check import check_meaning

                check_meaning(theme, report)
        finally:
            self.report.take(report.findings)
        report.stop_if_failed()
        return theme

    def by_role(self, role: str, theme: Theme) -> Family | None:
        """Return the family of a role, abstract ones included. Raises Stop where it is faulty."""
        named = (name for name, files in self._files.items() if head_of(name, files[::-1]).get("role") == role)
        name = next(named, None)
        return None if name is None else self.family(name, theme)

    def families(self, theme: Theme) -> tuple[Family, ...]:
        """Return every layout family that slides may take, with the theme's patches; faulty ones with their faults."""
        return tuple(f for name in self._files if not (f := self._family(name, theme)).abstract)

    def family(self, name: str, theme: Theme) -> Family:
        """Return one family with the theme's patches; it must exist. Raises Stop where it is faulty."""
        family = self._family(name, theme)
        if family.faults:
            self.report.take(family.faults)
            raise Stop
        return family

    def warn_of_unused(self, theme: Theme) -> None:
        """Say as warnings what is wrong in layouts and was not said so far: nothing in use has to do with it."""
        for name in self._files:
            self.report.take(self._family(name, theme).faults, as_warnings=True)

    def _family(self, name: str, theme: Theme) -> Family:
        key = (name, theme.name)
        if key not in self._families:
            report = Report()
            try:
                chain = self._chain(name, report)
                report.take(fault for file in chain for fault in self._faults.get(file.path, ()))
                report.stop_if_failed()
                made = _made(name, chain, theme, report)
                self._check_switches(made, report)
                report.stop_if_failed()
            except Stop:
                made = faulty(name, self._files[name], report.findings)
            self._families[key] = made
        return self._families[key]

    def _check_switches(self, family: Family, report: Report) -> None:
        for slot in family.slots.values():
            if slot.switch and slot.switch not in self._files:
                place = locate(f"slots.{slot.name}.over.switch", [((), family.file.node)])
                report.error(
                    "layout-data",
                    place or family.span,
                    "`switch: {name}` names no layout",
                    did_you_mean(slot.switch, self._files, known_are(self._files)),
                    exit=Exit.ASSET,
                    name=slot.switch,
                )

    def _chain(self, name: str, report: Report) -> list[DataFile]:
        """Return a family's files, farthest ancestor first; its own name extends the next farther file."""
        chain: list[DataFile] = []
        depth: dict[str, int] = {}
        current: str | None = name
        while current:
            candidates = self._files.get(current, [])
            at = depth.get(current, 0)
            if at >= len(candidates):
                file = chain[-1]
                others = [known for known in self._files if known != current]
                hint = did_you_mean(current, others, known_are(others))
                span = locate("extends", [((), file.node)]) or file.node.span
                report.error(
                    "layout-extends", span, "`extends: {name}` names no layout", hint, exit=Exit.ASSET, name=current
                )
                raise Stop
            depth[current] = at + 1
            chain.append(candidates[at])
            base = candidates[at].tree.get("extends")
            current = None if base is None or isinstance(base, dict | list) else str(base)
        return chain[::-1]

    def _layout_file(self, path: Path) -> DataFile:
        """Return a layout's file, an empty one where it cannot be read; what is wrong in it waits for its use."""
        report = Report()
        file = read(path, report)
        if file is not None and not file.shipped:
            from slidegen.layout.grammar import check_layout  # built-in files need no checking

            check_layout(file, report)
        errors = [found for found in report.findings if found.severity is Severity.ERROR]
        self.report.take(found for found in report.findings if found.severity is not Severity.ERROR)
        if errors:
            self._faults[path] = errors
        return file or DataFile(path, b"", {})


def _made(name: str, chain: Sequence[DataFile], theme: Theme, report: Report) -> Family:
    files = (*chain, *theme.sources)
    if not all(file.shipped for file in files):
        return make(name, chain, theme, report)
    key = (name, len(chain), *((file.path, file.data) for file in files))
    family = _SHIPPED.get(key)
    if family is None:
        family = _SHIPPED[key] = make(name, chain, theme, report)
    return family


def _keys(slots: object) -> Iterator[str]:
    """Yield the spellings of slots and of all within them; a tree of the wrong shape is reported when it is used."""
    for name, slot in slots.items() if isinstance(slots, dict) else ():
        if isinstance(slot, dict):
            alias, names = slot.get("alias") or (), slot.get("names")
            yield from (str(name), *(map(str, alias) if isinstance(alias, list) else [str(alias)] if alias else ()))
            yield from (str(word) for pair in names.items() for word in pair) if isinstance(names, dict) else ()
            yield from _keys(slot.get("fields"))
