"""Themes that build on others: what they take over, what they change, what is wrong with them."""

from pathlib import Path

import pytest

from slidegen.diagnostics import Report, Stop
from slidegen.layout.library import Library
from slidegen.layout.merge import merge, overlay
from slidegen.layout.theme import Theme
from slidegen.resources import bundled
from tests.building import good

TEXT = "title: 题\npresenter: 办公室\nslides:\n  - title: 甲\n    cards: [乙：一, 丙：二]\n"


def library(folder: Path, **themes: str) -> tuple[Library, Report]:
    (folder / "themes").mkdir(exist_ok=True)
    for name, text in themes.items():
        (folder / f"themes/{name}.yaml").write_text(f"name: {name}\n{text}\n", "utf-8")
    report = Report()
    return Library((folder, bundled("layouts")), report), report


def theme(folder: Path, text: str, name: str = "mine") -> Theme:
    shelf, report = library(folder, **{name: text})
    found = shelf.theme(name)
    assert not report.findings
    return found


def faults(folder: Path, **themes: str) -> list[tuple[str, str, int]]:
    """What is said when the first of some themes is asked for: code, file and line."""
    shelf, report = library(folder, **themes)
    with pytest.raises(Stop):
        shelf.theme(next(iter(themes)))
    return [(d.code, Path(d.span.file).stem, d.span.line) for d in report.findings if d.span]


def test_maps_merge_lists_replace_and_null_removes(tmp_path: Path) -> None:
    azure = library(tmp_path)[0].theme("azure")
    text = "extends: azure\ncolors: {accent1: 101010}\nstyles: {cover: {sizes: [30]}}\npalette: {rose: FFC0C0}"
    mine = theme(tmp_path, f"{text}\nmaster: {{decor: {{corner: null}}}}")
    assert mine.colors == {**azure.colors, "accent1": "101010"}
    assert mine.styles["cover"] == {**azure.styles["cover"], "sizes": [30]}
    assert mine.palette == {**azure.palette, "rose": "FFC0C0"}
    assert azure.master["decor"].keys() - mine.master["decor"].keys() == {"corner"}
    assert mine.decor == azure.decor


def test_what_a_base_or_a_layout_draws_can_be_taken_away(tmp_path: Path) -> None:
    bare = "{cover: {decor: {panes: null}}, cards: {geometry: {cards: {decor: {bar: null}}}}}"
    library(tmp_path, mine=f"extends: azure\nlayouts: {bare}")
    drawn = []
    for name in ("azure", "mine"):
        slides = good(TEXT, name, (tmp_path, bundled("layouts"))).pptx().slides
        drawn.append([{s.name for s in slide.slide_layout.shapes if not s.is_placeholder} for slide in slides])
    cover, cards = [before - after for before, after in zip(*drawn, strict=True)][:2]
    assert cover == {name for name in drawn[0][0] if name.startswith("panes")} != set()
    assert cards == {"bar"}


def test_name_and_label_are_not_taken_over(tmp_path: Path) -> None:
    mine = theme(tmp_path, "extends: azure")
    assert (mine.name, dict(mine.label)) == ("mine", {})


def test_own_name_extends_the_built_in_theme_and_keeps_its_label(tmp_path: Path) -> None:
    mine = theme(tmp_path, "extends: azure\ncolors: {accent1: 101010}", "azure")
    assert (mine.label["en"], mine.colors["accent1"], mine.colors["dk1"]) == ("Azure", "101010", "1B2733")


def test_themes_can_be_built_on_one_another(tmp_path: Path) -> None:
    library(tmp_path, base="extends: ink\ntransition: none\ncolors: {accent1: 101010}")
    mine = theme(tmp_path, "extends: base\ncolors: {accent2: 202020}")
    assert (mine.colors["accent1"], mine.colors["accent2"], mine.transition) == ("101010", "202020", "none")


@pytest.mark.parametrize(
    ("themes", "said"),
    [
        pytest.param({"a": "extends: azur"}, ("layout-extends", "a", 2), id="no such theme"),
        pytest.param({"a": "extends: b", "b": "extends: a"}, ("layout-extends", "b", 2), id="in a circle"),
        pytest.param({"a": "extends: azure\ncolours: {}"}, ("unknown-key", "a", 3), id="unknown key"),
        pytest.param(
            {"a": "extends: b", "b": "extends: azure\nroles: {HEAD: nope}"}, ("layout-data", "b", 3), id="base"
        ),
        pytest.param({"a": "extends: azure\ncolors: {dk1: null}"}, ("layout-data", "a", 3), id="lacks a colour"),
        pytest.param({"a": "extends: azure\ntransition: spin"}, ("layout-data", "a", 3), id="transition"),
        pytest.param({"a": "extends: [azure]"}, ("layout-data", "a", 2), id="a list"),
    ],
)
def test_fault_is_told_at_its_line(tmp_path: Path, themes: dict[str, str], said: tuple[str, str, int]) -> None:
    assert faults(tmp_path, **themes) == [said]


def test_outline_wins_over_the_transition_of_its_theme(tmp_path: Path) -> None:
    library(tmp_path, still="extends: azure\ntransition: none")
    folders = (tmp_path, bundled("layouts"))
    for head, name, seen in (("", "still", "none"), ("transition: fade\n", "still", "fade"), ("", "azure", "fade")):
        assert {slide.transition for slide in good(head + TEXT, name, folders).deck.slides} == {seen}


def test_two_patches_one_after_another_are_one_patch() -> None:
    tree = {"a": 1, "b": {"c": 2, "d": 3}}
    first, second = {"b": {"c": None}, "e": {"f": 4}}, {"a": None, "b": {"d": 5}, "e": None}
    assert merge(tree, overlay(first, second)) == merge(merge(tree, first), second)
