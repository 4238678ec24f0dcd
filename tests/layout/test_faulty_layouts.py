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


ITEMS = """\
name: own
extends: content
trigger: things
slots:
  things:
    kind: items
    count: [2, 4]
    fields:
      title: {kind: line}
      text: {kind: paragraphs}
geometry:
  things:
    arrange: {kind: row, box: [0.75, 1.7, 11.833, 4.2]}
    frame: {idx: 10, levels: {title: {}, text: {}}}
by_count:
  3: {background: bg2}
  4: {same_as: 3}
"""
THINGS = TALK.replace("bullets: [一, 二]", "things: [一：二, 三：四, 五：六, 七：八]")


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param(
            changed(ITEMS, ", text: {}}}", "}}"), 12, "no frame of item 1 shows `text`", id="field nobody sees"
        ),
        pytest.param(changed(ITEMS, "title: {}, text", "titel: {}, text"), 12, "shows `title`", id="misspelt level"),
        pytest.param(
            changed(ITEMS, "same_as: 3", "same_as: 5"), 17, "`same_as: 5` leads to no count", id="same as none"
        ),
        pytest.param(changed(ITEMS, "{background: bg2}", "{same_as: 4}"), 16, "`same_as: 4` leads to no", id="circle"),
        pytest.param(changed(ITEMS, "[2, 4]", "[4, 2]"), 7, "the greater number first", id="count the wrong way"),
        pytest.param(
            changed(ITEMS, "kind: paragraphs", "kind: table"), 10, "an item cannot hold `table`", id="table in it"
        ),
        pytest.param(
            changed(ITEMS, "[0.75, 1.7, 11.833, 4.2]", "[0.75, 1.7, 13, 4.2]"), 13, "leaves the slide", id="too wide"
        ),
        pytest.param(
            changed(ITEMS, "4.2]}", "4.2], gap: 5}"), 13, "its width or height is nothing", id="gaps too wide"
        ),
        pytest.param(
            changed(ITEMS, "levels:", "sizes: [1500], levels:"), 14, "points from 1 to 1218", id="lines too far apart"
        ),
        pytest.param(changed(ITEMS, "idx: 10", "idx: 90"), 12, "placeholder number, 91", id="number of another"),
    ],
)
def test_layout_that_would_lose_or_spoil_text_is_refused_at_its_line(
    text: str, line: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert findings(tmp_path, THINGS, monkeypatch, own=ITEMS)[0] == []
    found, report, _ = findings(tmp_path, THINGS, monkeypatch, own=text)
    assert [(severity, name, at) for _, severity, name, at in found] == [(Severity.ERROR, "own.yaml", line)]
    assert words in report.findings[0].message
    assert report.findings[0].hint


def test_slot_that_no_frame_shows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = changed(OWN, "  points: {kind", "  more: {kind: line}\n  points: {kind")
    found, report, _ = findings(tmp_path, TALK.replace("bullets", "points"), monkeypatch, own=text)
    assert found == [("layout-data", Severity.ERROR, "own.yaml", 5)]
    assert report.findings[0].message.endswith("nothing in `geometry` shows `more`")
