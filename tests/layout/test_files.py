from pathlib import Path

import pytest

from slidegen.diagnostics import Report
from slidegen.layout.compiled import TREES
from slidegen.layout.files import checksum, read, tree_of
from slidegen.layout.grammar import check_layout, check_theme
from slidegen.layout.library import Library
from slidegen.layout.theme_check import check_meaning
from slidegen.resources import bundled

FILES = sorted(bundled("layouts").rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_built_in_file_is_compiled_as_it_stands(path: Path) -> None:
    compiled = TREES.get(checksum(path.name, path.read_bytes()))
    assert compiled is not None, "run: python scripts/compile_layouts.py"
    report = Report()
    file = read(path, report)
    assert file is not None
    assert tree_of(file.node) == compiled
    assert not report.findings


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_built_in_file_is_of_the_grammar_that_those_of_users_are_held_to(path: Path) -> None:
    report = Report()
    file = read(path, report)
    assert file is not None
    if path.parent.name == "themes":
        check_theme(file, report)
        check_meaning(Library([bundled("layouts")], report).theme(path.stem), report)
    else:
        check_layout(file, report)
    assert not report.findings


def test_no_file_is_compiled_that_no_longer_stands() -> None:
    assert set(TREES) == {checksum(path.name, path.read_bytes()) for path in FILES}


def test_changed_copy_of_a_built_in_file_is_parsed(tmp_path: Path) -> None:
    original = bundled("layouts") / "cards.yaml"
    copy = tmp_path / original.name
    copy.write_text(
        original.read_text("utf-8").replace("label: {zh: 卡片, en: Cards}", "label: {zh: 方块, en: Cards}"), "utf-8"
    )
    file = read(copy, Report())
    assert file is not None
    assert file.tree["label"]["zh"] == "方块"


def test_colours_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("colors: {dk1: 161616, lt1: 012345}\n", "utf-8")
    file = read(path, Report())
    assert file is not None
    assert file.tree["colors"] == {"dk1": "161616", "lt1": "012345"}
