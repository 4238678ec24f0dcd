"""Theme files by name along the search path, and what a theme and those it extends say together."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from slidegen.diagnostics import Exit, Report, Stop, did_you_mean, known_are
from slidegen.layout.files import DataFile, read
from slidegen.layout.locate import locate
from slidegen.layout.merge import merge, overlay
from slidegen.resources import yaml_files

Tree = dict[str, Any]

_OWN = ("name", "label", "extends")
"""What a theme does not take over from another one."""


class ThemeFiles(Struct, frozen=True, dict=True):
    """The themes of a search path of folders."""

    folders: Sequence[Path]

    @cached_property
    def paths(self) -> Mapping[str, Sequence[Path]]:
        """The files of each name, nearest folder first."""
        found: dict[str, list[Path]] = {}
        for folder in self.folders:
            for path in yaml_files(folder / "themes"):
                found.setdefault(path.stem, []).append(path)
        return found

    def labelled(self, label: str) -> str | None:
        """Return the theme that has a label; only asked for words that are no theme's name."""
        for name, (path, *_) in self.paths.items():
            file = read(path, Report())
            labels = file.tree.get("label") if file is not None else None
            if isinstance(labels, dict) and label in labels.values():
                return name
        return None

    def chain(self, name: str, report: Report) -> list[DataFile]:
        """Return a theme's file and those it extends, its own first; its own name extends the next farther file.

        Raises Stop where one cannot be read or is not there.
        """
        chain: list[DataFile] = []
        used: dict[str, int] = {}
        wanted: str | None = name
        while wanted is not None:
            at = used.get(wanted, 0)
            if at >= len(self.paths.get(wanted, ())):
                self._lacking(wanted, chain[-1], report)
            used[wanted] = at + 1
            file = read(self.paths[wanted][at], report)
            if file is None or report.failed:
                raise Stop
            _check(file, report)
            chain.append(file)
            base = file.tree.get("extends")
            wanted = None if base is None or isinstance(base, dict | list) else str(base)
        return chain

    def _lacking(self, name: str, file: DataFile, report: Report) -> None:
        others = [known for known in self.paths if known not in (name, file.path.stem)]
        report.error(
            "layout-extends",
            locate("extends", [((), file.node)]) or file.node.span,
            "`extends: {name}` names no theme",
            did_you_mean(name, others, known_are(others)),
            exit=Exit.ASSET,
            name=name,
        )
        raise Stop


def _check(file: DataFile, report: Report) -> None:
    if not file.shipped:
        from slidegen.layout.grammar import check_theme  # built-in files need no checking

        check_theme(file, report)
        report.stop_if_failed()


def merged(chain: Sequence[DataFile]) -> Tree:
    """Return what the files of a chain say together, the nearest first.

    `null` removes what a farther file says; under `layouts` it stays, to remove what the layout itself says, too.
    """
    near, *far = chain
    if not far:
        return near.tree
    below = merged(far)
    same = near.path.stem == far[0].path.stem
    head = {key: below[key] for key in _OWN if same and key in below}
    rest = {key: value for key, value in below.items() if key not in _OWN}
    tree = merge({**head, **rest}, near.tree)
    patches = overlay(below.get("layouts") or {}, near.tree.get("layouts") or {})
    return {**tree, "layouts": patches} if patches else tree
