"""Any layout and theme of the grammar builds a whole deck, or is refused at a line with a hint; never an exception."""

import io
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from slidegen.composed import ComposedDeck, Shape
from slidegen.diagnostics import Diagnostic, Report, Severity, Stop
from slidegen.drawing import Preset
from slidegen.layout.library import Library
from slidegen.outline.reader import read_outline
from slidegen.pipeline import prepare, render
from slidegen.resources import bundled
from slidegen.units import SLIDE_HEIGHT, SLIDE_WIDTH
from tests.layout.grammars import Case, Tree, cases, dump, load, themes
from tests.proof.package_rules import package_faults

WORD = "zzz"
"""What is no key, no name and no value anywhere."""
ROUNDING = 10_000
"""A hundredth of an inch, EMU."""

CALM = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


def built(
    folder: Path, outline: str, layout: str | None = None, theme: str | None = None
) -> tuple[ComposedDeck | None, bytes, Report]:
    """Build an outline with one layout and one theme of one's own; no deck where something is wrong."""
    (folder / "themes").mkdir(exist_ok=True)
    for path, text in ((folder / "own.yaml", layout), (folder / "themes/mine.yaml", theme)):
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text, encoding="utf-8")
    report = Report()
    read = read_outline(outline.encode(), "talk.yaml", report)
    assert read is not None
    try:
        plan = prepare(read, Library((folder, bundled("layouts")), report), report, "mine" if theme else "azure")
    except Stop:
        assert report.failed
        return None, b"", report
    return (None, b"", report) if report.failed else (plan.deck, render(plan), report)


def said_well(findings: list[Diagnostic]) -> None:
    """Every error names its place and a way out."""
    for finding in findings:
        if finding.severity is Severity.ERROR:
            assert finding.span is not None, finding
            assert finding.span.line >= 1
            assert Path(finding.span.file).name in ("own.yaml", "mine.yaml", "talk.yaml")
            assert finding.hint, finding


def whole(deck: ComposedDeck, data: bytes, texts: tuple[str, ...], folder: Path) -> None:
    """The deck's items lie on the slide, its package is sound, and python-pptx finds every text."""
    for part in (deck.master, *deck.layouts, *deck.slides):
        for item in part.items:
            if isinstance(item, Shape) and (
                item.rotation
                or item.flip_h
                or item.flip_v
                or (isinstance(item.geometry, Preset) and item.geometry.name not in ("rect", "ellipse"))
            ):
                continue  # documented: turned shapes and native ones that are more than a rectangle are not cut
            box = item.box
            assert min(box.x, box.y) >= -ROUNDING, item
            assert box.right <= SLIDE_WIDTH + ROUNDING, item
            assert box.bottom <= SLIDE_HEIGHT + ROUNDING, item
    (folder / "deck.pptx").write_bytes(data)
    assert package_faults(folder / "deck.pptx") == []
    found = [
        text
        for slide in Presentation(io.BytesIO(data)).slides
        for shape in slide.shapes
        for text in (
            [shape.text_frame.text]
            if shape.has_text_frame
            else [c.text for r in shape.table.rows for c in r.cells]
            if shape.has_table
            else []
        )
    ]
    everything = "\n".join(found)
    assert [text for text in texts if text not in everything] == []


def paths(tree: object, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value within a tree."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [way for key, value in pairs for way in ((*above, key), *paths(value, (*above, key)))]


def at(tree: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        tree = tree[key]
    return tree


WRONG = st.sampled_from(
    [WORD, "", "none", "w/0", -1, 0, 10**9, 1e-9, 3.7, True, False, None, [], {}, [WORD], {WORD: 1}, [1, 2], [[]]]
)


@st.composite
def mutated(draw: st.DrawFn, tree: Tree) -> Tree:
    """A tree with a key that is not known, or a value that may be wrong."""
    tree = deepcopy(tree)
    path = draw(st.sampled_from(paths(tree)))
    holder = at(tree, path[:-1])
    if isinstance(holder, dict) and draw(st.booleans()):
        holder[WORD] = holder.pop(path[-1])
    else:
        holder[path[-1]] = draw(WRONG)
    return tree


def refused_or_whole(folder: Path, case: Case, layout: str | None, theme: str | None) -> bytes:
    """Build a case, look at what came of it and return the file."""
    deck, data, report = built(folder, dump(case.outline), layout, theme)
    if deck is None:
        event("refused")
        said_well(report.findings)
        return b""
    event("built")
    whole(deck, data, case.texts, folder)
    return data


PLAIN = Case(
    {}, {"title": "字1号", "slides": [{"title": "字2号", "bullets": ["字3号", "字4号"]}]}, ("字1号", "字2号", "字3号")
)


@settings(CALM, max_examples=35)
@given(cases())
def test_any_layout_builds_a_whole_deck_or_says_what_is_wrong(tmp_path: Path, case: Case) -> None:
    layout = dump(case.layout)
    data = refused_or_whole(tmp_path, case, layout, None)
    assert built(tmp_path, dump(case.outline), layout)[1] == data, "a second build gives the same bytes"


@settings(CALM, max_examples=15)
@given(themes(), cases())
def test_any_theme_builds_a_whole_deck_or_says_what_is_wrong(tmp_path: Path, theme: Tree, case: Case) -> None:
    files = dump(case.layout), dump(theme)
    data = refused_or_whole(tmp_path, case, *files)
    assert built(tmp_path, dump(case.outline), *files)[1] == data, "a second build gives the same bytes"


@settings(CALM, max_examples=40)
@given(st.data())
def test_layout_with_a_wrong_key_or_value_is_refused_at_its_line_or_builds(tmp_path: Path, data: st.DataObject) -> None:
    case = data.draw(cases())
    layout = data.draw(mutated(case.layout))
    refused_or_whole(tmp_path, case, dump(layout), None)


@settings(CALM, max_examples=40)
@given(st.data())
def test_theme_with_a_wrong_key_or_value_is_refused_at_its_line_or_builds(tmp_path: Path, data: st.DataObject) -> None:
    theme = data.draw(mutated(load("themes/azure.yaml")))
    refused_or_whole(tmp_path, PLAIN, None, dump(theme))


@pytest.mark.parametrize("name", ["cards.yaml", "table.yaml", "process.yaml", "themes/azure.yaml"])
@settings(CALM, max_examples=15)
@given(st.data())
def test_unknown_key_is_refused_at_its_own_line(tmp_path: Path, name: str, data: st.DataObject) -> None:
    tree = deepcopy(load(name))
    tree.pop("example", None)
    free = {
        *(
            "label",
            "use_when",
            "slots",
            "fields",
            "geometry",
            "decor",
            "frames",
            "levels",
            "by_item",
            "with",
            "names",
            "box",
        ),
        *("palette", "fonts", "styles", "roles", "layouts", "text"),
    }
    path = data.draw(
        st.sampled_from(
            [p for p in paths(tree) if isinstance(at(tree, p[:-1]), dict) and (p[:-1] or ("",))[-1] not in free]
        )
    )
    holder = at(tree, path[:-1])
    holder[WORD] = holder.pop(path[-1])
    text = dump(tree)
    line = next(n for n, said in enumerate(text.split("\n"), 1) if said.lstrip(" -").startswith(WORD + ":"))
    theme = name.startswith("themes/")
    outline = dump({"title": "题", "slides": [{"title": "页", "layout": "own" if not theme else "blank"}]})
    tree["name"] = "own"
    text = text if theme else text.replace(f"name: {name.partition('.')[0]}\n", "name: own\n", 1)
    _, _, report = built(tmp_path, outline, *((None, text) if theme else (text, None)))
    errors = [(d.code, d.span.line) for d in report.findings if d.severity is Severity.ERROR and d.span]
    assert errors[0][0] in ("unknown-key", "layout-data"), errors
    assert line in [at for _, at in errors]
