"""The schema against outlines: what builds is accepted, planted faults are refused."""

import copy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from slidegen.commands.catalog import Catalog, example_of
from slidegen.diagnostics import Report
from slidegen.outline import key_help, keys
from slidegen.outline.reader import read_outline
from slidegen.pipeline import prepare
from slidegen.resources import bundled
from slidegen.schema.outline import outline_schema

ROOT = Path(__file__).parents[2]
OUTLINES = [*sorted((ROOT / "decks").glob("*.yaml")), *sorted((ROOT / "slidegen/starters").glob("*.yaml"))]
CATALOG = Catalog.of(ROOT / "nowhere", Report(), bundled("layouts"))
FAMILIES = list(CATALOG.families())
SCHEMA = outline_schema(FAMILIES, dict(CATALOG.themes()), "en")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class Loader(yaml.SafeLoader):
    """What editors read: the core schema of YAML 1.2 has no dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Loader)


def faults(outline: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(outline)]


def deck(slide: str, head: str = "title: x\n") -> Any:
    """An outline with one slide."""
    return read(f"{head}slides:\n{slide}")


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft7Validator.check_schema({**SCHEMA, "$schema": "http://json-schema.org/draft-07/schema#"})


@pytest.mark.parametrize("path", OUTLINES, ids=lambda p: p.name)
def test_sample_decks_and_starters_are_accepted(path: Path) -> None:
    assert faults(read(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("family", [f for f in FAMILIES if not f.abstract], ids=lambda f: f.name)
def test_example_of_every_layout_is_accepted(family: Any) -> None:
    assert faults(deck(example_of(family))) == []


@pytest.mark.parametrize("value", ["2026", "no", "1.5", "true", "2026-03-18", "1:30", "'012'", "题"])
def test_text_may_look_like_a_number_or_a_boolean(value: str) -> None:
    slide = f"- title: {value}\n  cards:\n    - {{title: {value}, text: {value}}}\n    - {value}\n  notes: {value}\n"
    assert faults(deck(slide, f"title: {value}\ndate: {value}\n")) == []
    assert faults(deck(f"- title: {value}\n  table: [[{value}, {value}], [{value}, {value}]]\n")) == []


@pytest.mark.parametrize(
    ("option", "right"),
    [
        ("total: true", True),
        ("合计: 是", True),
        ("highlight: 甲", True),
        ("突出: [甲, 2, [甲, b]]", True),
        ("highlight: [[甲]]", False),
        ("align: [left, 右]", True),
        ("align: [middle, left]", False),
        ("widths: [2, 1.5]", True),
        ("widths: [0, 1]", False),
        ("totl: true", False),
    ],
)
def test_options_of_a_table_are_known(option: str, right: bool) -> None:
    slide = f"- title: x\n  table:\n    rows: [[a, b], [甲, <], [^, <]]\n    {option}\n"
    assert (faults(deck(slide)) == []) == right


@pytest.mark.parametrize(
    ("table", "right"),
    [
        ("{file: a.csv}", True),
        ("{文件: a.xlsx, 工作表: 2026, 列: [甲, 2], 行: 1-8, 合计: 是}", True),
        ("{file: a.xlsx, rows: [1-3, 5], highlight: 甲}", True),
        ("{file: a.xlsx, rows: [[a, b], [c, d]]}", False),
        ("{sheet: 1, rows: [[a, b], [c, d]]}", False),
        ("{sheet: 1}", False),
    ],
)
def test_table_may_come_from_a_file(table: str, right: bool) -> None:
    assert (faults(deck(f"- title: x\n  table: {table}\n")) == []) == right


@pytest.mark.parametrize(
    "notes",
    [
        "{from: a.txt, paragraphs: 7}",
        "{来自: a.txt, 段落: 7-9, 12-14}",
        "{from: a.txt, 段落: [7-9, 12]}",
        "written out",
    ],
)
def test_notes_may_refer_to_a_manuscript_on_every_level(notes: str) -> None:
    slide = f"{{title: b, cards: [a, b], notes: {notes}}}"
    section = f"{{title: a, notes: {notes}, slides: [{slide}]}}"
    text = f"title: x\nnotes: {notes}\nclosing: {{notes: {notes}}}\nsections: [{section}]\n"
    assert faults(read(text)) == []


@pytest.mark.parametrize(
    "notes", ["{from: a.txt}", "{paragraphs: 7}", "{from: a.txt, paragraphs: x}", "{from: a.txt, lines: 7}", "[a]"]
)
def test_faulty_reference_to_a_manuscript_is_refused(notes: str) -> None:
    assert faults(deck(f"- {{title: y, cards: [a, b], notes: {notes}}}\n")) != []


@pytest.mark.parametrize(
    "text",
    [
        "标题: x\n主题: 党建红金\n章节: [{标题: 一, 页面: [{标题: 二, 卡片: [甲, 乙], 小结: {文字: 完, 强调: 是}}]}]\n",
        "title: x\nslides:\n  - title: y\n    cards: [a, b, c, d, e, f, g, h]\n  - {title: z, split: never}\n",
        "title: x\nslides:\n  - 版式: 卡片\n    title: y\n    cards: [a, b]\n",
        "title: x\nslides:\n  - title: y\n    comparison: {左: {标题: a, 要点: [b]}, 右: {标题: c, 要点: [d]}}\n",
        "title: x\nslides:\n  - title: y\n    bullets:\n      - a\n      - b:\n          - c: [d]\n      - [e, f]\n",
        "title: x\nslides:\n  - title: y\n    columns: [[a, b], {title: t, bullets: c}]\n",
        "title: x\nclosing: false\nagenda: off\nminutes: 20\nslides:\n  - {title: y, hidden: yes}\n",
        "title: x\ncolors: {accent1: 161616, lt2: '#abcdef'}\nslides: [{title: y, minutes: 1.5}]\n",
        "title: x\nclosing: 谢谢\nfooter: '{title}'\nnobreak: [甲, 乙]\nslides:\n  - {title: y, transition: none}\n",
        "title: x\nformat: 1\nslides:\n  - title: y\n    table: {行: [[a], [b]]}\n    takeaway:\n",
    ],
)
def test_what_builds_is_accepted(text: str) -> None:
    report = Report()
    outline = read_outline(text.encode(), "talk.yaml", report)
    assert outline is not None
    prepare(outline, CATALOG.library, report)
    assert not report.failed
    assert faults(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("titel: x\nslides: [{title: y}]\n", id="unknown key of the deck"),
        pytest.param("title: x\nslides: [{title: y, bulets: [a]}]\n", id="unknown key of a slide"),
        pytest.param("title: x\nsections: [{title: y, slids: []}]\n", id="unknown key of a section"),
        pytest.param("title: x\nclosing: {titel: y}\nslides: []\n", id="unknown key of the closing"),
        pytest.param("title: x\nslides: [{title: y, cards: [{title: a, tekst: b}, b]}]\n", id="unknown key of an item"),
        pytest.param("title: x\nslides: [{title: y, takeaway: {text: a, stong: true}}]\n", id="unknown flag"),
        pytest.param("title: [x]\nslides: []\n", id="list for a text"),
        pytest.param("title: x\nslides: {title: y}\n", id="keys for a list"),
        pytest.param("title: x\nslides: [y]\n", id="text for a slide"),
        pytest.param("title: x\nslides: [{title: y, cards: 三张}]\n", id="text for items"),
        pytest.param("title: x\nslides: [{title: y, table: [a, b]}]\n", id="texts for rows"),
        pytest.param("title: x\nslides: [{title: y, table: [[a, b]]}]\n", id="table of a header alone"),
        pytest.param("title: x\nslides: [{title: y, bullets: [{a: b}]}]\n", id="point with an unquoted colon"),
        pytest.param("title: x\nslides: [{title: y, bullets: []}]\n", id="no points"),
        pytest.param("title: x\ntheme: azur\nslides: []\n", id="theme that does not exist"),
        pytest.param("title: x\nslides: [{title: y, layout: card}]\n", id="layout that does not exist"),
        pytest.param("title: x\nslides: [{title: y, layout: cards-4}]\n", id="layout with a count"),
        pytest.param("title: x\nslides: [{title: y, columns: [[a], [b], [c]]}]\n", id="too many items"),
        pytest.param("title: x\nslides: [{title: y, 步骤: [a, b]}]\n", id="too few items"),
        pytest.param("title: x\nslides: [{cards: [a, b]}]\n", id="no title where the layout needs one"),
        pytest.param("title: x\nslides: [{title: '', cards: [a, b]}]\n", id="title that says nothing"),
        pytest.param("title: x\nslides: [{title: y, layout: cards}]\n", id="named layout without its items"),
        pytest.param("title: x\nslides: [{title: y, cards: [a, b], source: c}]\n", id="key of another layout"),
        pytest.param("title: x\nslides: [{title: y, comparison: {left: {title: a, bullets: [b]}}}]\n", id="one side"),
        pytest.param("title: x\nslides: [{title: y, comparison: [a, b]}]\n", id="short form that leaves fields out"),
        pytest.param("title: x\ncolors: {accent7: FFFFFF}\nslides: []\n", id="colour slot that does not exist"),
        pytest.param("title: x\ncolors: {accent1: red}\nslides: []\n", id="colour that is not hex"),
        pytest.param("title: x\nagenda: maybe\nslides: []\n", id="neither true nor false"),
        pytest.param("title: x\nminutes: long\nslides: []\n", id="no number"),
        pytest.param("title: x\ntransition: push\nslides: []\n", id="transition that does not exist"),
        pytest.param("title: x\nformat: 2\nslides: []\n", id="later format"),
        pytest.param("- title: x\n", id="list for an outline"),
    ],
)
def test_planted_fault_is_refused(text: str) -> None:
    assert faults(read(text)) != []


def test_every_spelling_of_a_key_takes_the_same() -> None:
    for level, properties in (
        (keys.DECK, SCHEMA["properties"]),
        (keys.SECTION, SCHEMA["$defs"]["section"]["properties"]),
        (keys.SLIDE, SCHEMA["$defs"]["slide"]["properties"]),
        (keys.CLOSING, SCHEMA["$defs"]["closing"]["properties"]),
        (keys.PASSAGE, SCHEMA["$defs"]["passage"]["properties"]),
    ):
        for name, others in level.spellings.items():
            assert all(properties[word] == properties[name] for word in others), name


def test_every_key_is_described_in_both_languages_and_no_other_is() -> None:
    for level, texts in (
        (keys.DECK, key_help.DECK),
        (keys.SECTION, key_help.SECTION),
        (keys.SLIDE, key_help.SLIDE),
        (keys.CLOSING, key_help.CLOSING),
        (keys.PASSAGE, key_help.PASSAGE),
    ):
        assert list(texts) == list(level.spellings)
        assert all(set(text) == {"zh", "en"} and all(text.values()) for text in texts.values())


def test_schema_uses_no_keyword_that_draft_7_lacks() -> None:
    later = {"prefixItems", "unevaluatedProperties", "unevaluatedItems", "dependentSchemas", "dependentRequired"}
    seen: set[str] = set()

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            seen.update(node)
            for part in node.values():
                walk(part)
        elif isinstance(node, list):
            for part in node:
                walk(part)

    walk(copy.deepcopy(SCHEMA))
    assert not seen & later
