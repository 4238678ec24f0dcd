"""A faulty layout beside the outline: a warning where no slide uses it, an error where one does."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from slidegen import resources
from slidegen.commands.options import Reading
from slidegen.commands.prepared import prepared
from slidegen.diagnostics import Exit, Report, Severity

TALK = """\
title: 题目
slides:
  - title: 甲
    bullets: [一, 二]
"""
OWN = """\
name: own
extends: content
trigger: points
slots:
  points: {kind: bullets, required: true, alias: 几点}
geometry:
  points: {idx: 10, box: [0.75, 1.74, 11.833, 4.08]}
"""
FAULTS = {
    "wrong key": (OWN.replace("idx: 10", "inx: 10"), "unknown-key", 7),
    "wrong value": (OWN.replace("0.75, 1.74", "left, 1.74"), "layout-data", 7),
    "wrong kind": (OWN.replace("kind: bullets", "kind: bulets"), "layout-kind", 5),
    "wrong trigger": (OWN.replace("trigger: points", "trigger: pints"), "layout-data", 3),
    "extends nothing": (OWN.replace("extends: content", "extends: contents"), "layout-extends", 2),
    "unknown colour": (OWN.replace("idx: 10", "idx: 10, color: PURPEL"), "layout-data", 7),
    "unknown style": (OWN.replace("idx: 10", "idx: 10, style: boddy"), "layout-data", 7),
    "no YAML": (OWN + "  : [\n", "unquoted-start", 8),
}
UNREADABLE = ("no YAML",)
"""Faults for which nobody can tell what the layout's trigger is."""

Found = Sequence[tuple[str, Severity, str, int]]


def findings(folder: Path, outline: str, monkeypatch: pytest.MonkeyPatch, **layouts: str) -> tuple[Found, Report, bool]:
    """What is said of an outline beside some layouts (code, how grave, file, line), and whether a deck came of it."""
    monkeypatch.setattr(resources, "user_folder", lambda: folder / "no layouts of the user's own")
    (folder / "layouts").mkdir(exist_ok=True)
    for name, text in layouts.items():
        (folder / f"layouts/{name}.yaml").write_text(textwrap.dedent(text), encoding="utf-8")
    (folder / "talk.yaml").write_text(outline, encoding="utf-8")
    report = Report()
    done = prepared(folder / "talk.yaml", Reading(), report)
    found = [(d.code, d.severity, Path(d.span.file).name, d.span.line) for d in report.findings if d.span]
    assert len(found) == len(report.findings)
    return found, report, done is not None


@pytest.mark.parametrize("name", FAULTS)
def test_unused_one_is_a_warning_with_its_line_and_the_deck_is_built(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, code, line = FAULTS[name]
    found, report, built = findings(tmp_path, TALK, monkeypatch, own=text)
    assert found == [(code, Severity.WARNING, "own.yaml", line)]
    assert (built, report.exit) == (True, Exit.FINE)


@pytest.mark.parametrize("name", FAULTS)
def test_one_that_a_slide_names_is_an_error(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, code, line = FAULTS[name]
    outline = TALK.replace("bullets:", "layout: own\n    points:")
    found, report, _ = findings(tmp_path, outline, monkeypatch, own=text)
    assert found == [(code, Severity.ERROR, "own.yaml", line)]
    assert report.exit is Exit.ASSET


@pytest.mark.parametrize("key", ["points", "几点"])
@pytest.mark.parametrize("name", [name for name in FAULTS if name not in (*UNREADABLE, "wrong trigger")])
def test_one_whose_key_a_slide_has_is_an_error(
    name: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, code, line = FAULTS[name]
    found, report, _ = findings(tmp_path, TALK.replace("bullets", key), monkeypatch, own=text)
    assert found == [(code, Severity.ERROR, "own.yaml", line)]
    assert report.exit is Exit.ASSET


def test_faulty_file_of_a_built_in_layouts_name_hides_it_where_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {"cards": "name: cards\nextends: cards\ngeomety: {}\n"}
    assert findings(tmp_path, TALK, monkeypatch, **own)[0] == [("unknown-key", Severity.WARNING, "cards.yaml", 3)]
    outline = TALK.replace("bullets", "cards")
    assert findings(tmp_path, outline, monkeypatch, **own)[0] == [("unknown-key", Severity.ERROR, "cards.yaml", 3)]


@pytest.mark.parametrize("name", ["content", "master", "cover", "blank"])
def test_one_that_every_deck_builds_on_is_always_in_use(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {name: f"name: {name}\nextends: {name}\ngeomety: {{}}\n"}
    found, report, _ = findings(tmp_path, TALK, monkeypatch, **own)
    assert found == [("unknown-key", Severity.ERROR, f"{name}.yaml", 3)]
    assert report.exit is Exit.ASSET


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = OWN.replace("idx: 10", "inx: 10, bold: yes, sizes: 24").replace("required: true", "required: maybe")
    found, _, built = findings(tmp_path, TALK, monkeypatch, own=text)
    assert [(code, line) for code, _, _, line in found] == [
        *(("layout-data", 5), ("unknown-key", 7), ("layout-data", 7), ("layout-data", 7))
    ]
    assert built
