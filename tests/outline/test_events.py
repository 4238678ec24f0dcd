"""Events: nodes keep their text and their places; limits and forbidden features are findings, never exceptions."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from slidegen.diagnostics import Diagnostic, Report
from slidegen.outline import events
from slidegen.outline.events import MAX_DEPTH, MAX_EVENTS, parse
from slidegen.outline.nodes import Mapping, Node, Scalar, Sequence
from slidegen.outline.source import Source
from slidegen.outline.traps import scan


def read(text: str, clean: bool = False) -> tuple[Node | None, list[Diagnostic]]:
    report = Report()
    return parse(scan(Source.of("a.yaml", text), report), report, clean), report.findings


def good(text: str) -> Node:
    node, findings = read(text)
    assert not findings
    assert node is not None
    return node


def places(text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in read(text)[1] if d.span]


def data(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data(item) for item in node]
    return {entry.key.text: data(entry.value) for entry in node.entries}


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [s for item in node for s in scalars(item)]
    return [s for e in node.entries for s in (e.key, *scalars(e.value))]


@pytest.mark.parametrize("text", ["no", "1:30", "2026-03-18", "012", "1.10", "0x1F", "~", "null", "1e3", "Yes"])
def test_scalars_stay_text(text: str) -> None:
    assert data(good(f"a: {text}\n")) == {"a": text}


def test_spans_point_at_the_text_as_it_was_written() -> None:
    text = 'title: 坚持“四自”\ncards:\n  - "甲: 乙"\n  - {a: b}\n\n# end\n'
    node = good(text)
    assert isinstance(node, Mapping)
    first = node.entries[0].value.span
    assert (text[first.start : first.end], first.line, first.column) == ("坚持“四自”", 1, 8)
    cards = node.get("cards")
    assert isinstance(cards, Sequence)
    assert [text[i.span.start : i.span.end] for i in cards] == ['"甲: 乙"', "{a: b}"]
    assert text[node.span.start : node.span.end] == text[: text.index("\n\n")]


def test_spans_are_those_of_the_source_where_a_colon_was_mended() -> None:
    text = "标题：文字\n日期：今天\nsubtitle: x\n"
    node, findings = read(text)
    assert len(findings) == 2
    assert isinstance(node, Mapping)
    assert [(e.value.span.line, e.value.span.column) for e in node.entries] == [(1, 4), (2, 4), (3, 11)]
    assert [text[e.value.span.start : e.value.span.end] for e in node.entries] == ["文字", "今天", "x"]


def test_duplicate_key_names_first_line() -> None:
    node, findings = read("title: a\nx: b\ntitle: c\n")
    assert [d.code for d in findings] == ["duplicate-key"]
    assert "line 1" in findings[0].message
    assert findings[0].span is not None
    assert findings[0].span.line == 3
    assert node is not None
    assert data(node) == {"title": "a", "x": "b"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &x b\n", "unquoted-start", 1),
        ("a: [&x b]\n", "anchor", 1),
        ("a: b\nc: *x\n", "alias", 2),
        ("a: b\nc:\n  <<: {d: e}\n", "merge-key", 3),
        ("a: !!python/object:os.system x\n", "tag", 1),
        ("a: !x\n  b: c\n", "tag", 1),
        ("a: b\n---\nc: d\n", "second-document", 2),
        ("{a: b}: c\n", "key-not-text", 1),
    ],
)
def test_what_an_outline_may_not_use_is_one_error_with_its_line(text: str, code: str, line: int) -> None:
    assert [(c, at) for c, at, _ in places(text)] == [(code, line)]


def test_alias_bomb_costs_nothing() -> None:
    text = "a: [x]\n" + "".join(f"b{i}: [&a{i} y, *a{i}, *a{i}]\n" for i in range(30))
    assert {d.code for d in read(text)[1]} == {"anchor", "alias"}


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "- [", "? "])
def test_deep_nesting_is_an_error(unit: str) -> None:
    text = "a:\n  " + unit * 50_000
    node, findings = read(text)
    assert node is None
    assert findings


def test_depth_limit_is_exact() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []
    over = read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1]
    assert [d.code for d in over] == ["limit"]
    assert str(MAX_DEPTH) in over[0].message


def test_depth_by_indentation_is_an_error_with_its_line() -> None:
    text = "".join(f"{' ' * i}k:\n" for i in range(60))
    assert places(text) == [("limit", MAX_DEPTH + 1, MAX_DEPTH + 1)]


def test_too_many_nodes_is_an_error() -> None:
    findings = read("a: [" + "x," * MAX_EVENTS + "]")[1]
    assert [d.code for d in findings] == ["limit"]
    assert "200000" in findings[0].message


def test_long_text_is_an_error_with_its_size() -> None:
    assert read("a: |\n  " + "字" * 66_000)[1] == []
    findings = read("x: y\na: |\n  " + "字" * 70_000)[1]
    assert [(d.code, d.span and d.span.line) for d in findings] == [("text-too-long", 2)]
    assert "210 kB" in findings[0].message


def test_escape_cannot_bring_in_a_forbidden_character() -> None:
    node, findings = read('a: "x\\0y\\uFFFE"\n')
    assert [d.code for d in findings] == ["forbidden-character"] * 2
    assert node is not None
    assert data(node) == {"a": "xy"}
    assert read('a: "x\\0y"\n', clean=True)[1] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc\nd: e\n", 2),
        ("a:\n  - b\n c: d\n", 3),
        ("a: b\n- c\n", 2),
        ("- a\nb: c\n", 2),
        ('a: "\\q"\n', 1),
        ('a: "\\ud800"\n', 1),
        ("a: [b\n", 1),
        ("a: ]b\n", 1),
        ("a: b: c\n", 1),
        ('a: "b" c\n', 1),
        ("a: b\n...\nc\n", 3),
        ("%foo\na: b\n", 1),
        ("a: !x!y z\n", 1),
    ],
)
@pytest.mark.parametrize("library", ["CSafeLoader", "SafeLoader"])
def test_syntax_error_is_one_finding_in_plain_words(
    text: str, line: int, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(yaml, library):
        pytest.skip("PyYAML without libyaml")
    monkeypatch.setattr(events, "_EventParser", getattr(yaml, library))
    _, findings = read(text)
    assert [d.span and d.span.line for d in findings] == [line]
    assert findings[0].hint
    assert "cannot be read as YAML" not in findings[0].message


def test_syntax_error_far_from_the_line_scans_findings_is_said_too() -> None:
    assert [(c, at) for c, at, _ in places("a:\n  - b\n c: d\ne: f\ng: @x\n")] == [
        ("unquoted-start", 5),
        ("yaml-syntax", 3),
    ]


def test_nodes_are_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: 一\nlist: [a, 'b']\nnotes: |\n  x\n  y\nm:\n  - k: \"v\"\n"
    expected = good(text)
    monkeypatch.setattr(events, "_EventParser", yaml.SafeLoader)
    assert data(good(text)) == data(expected)
    assert [(s.span, s.style) for s in scalars(good(text)) if s.style != "|"] == [
        (s.span, s.style) for s in scalars(expected) if s.style != "|"
    ]


TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\u2028\u2029")
)
KEYS = TEXTS.filter(lambda key: key != "<<" and key[:1] not in ("\u3000", "\xa0"))
"""A key that begins with such a space looks indented, and is refused."""
VALUES = st.recursive(
    TEXTS | st.text(alphabet="ab 中：:#-\"'\\[{\n\t"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["title", "备注", "c"]), VALUES, min_size=1), st.booleans())
def test_what_yaml_writes_reads_back_equal(value: dict[str, Any], unicode: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=unicode, sort_keys=False)
    if "? " in text or "<<" in text:
        return
    assert data(good(text)) == value


FRAGMENTS = [
    "title: ",
    "标题：",
    "- ",
    "  ",
    "\n",
    "\n  ",
    "\n- ",
    "a",
    "文字",
    ": ",
    "#",
    " # ",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
]
FRAGMENTS += [
    "|\n",
    ">",
    "&a",
    "*b",
    "\t",
    "!",
    "@",
    "notes: |\n    ",
    "slides:\n  - ",
    "---",
    "\u3000",
    "? ",
    "<<: ",
    "\\",
    "%",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=15).map("".join))
def test_anything_gives_nodes_or_a_reason(text: str) -> None:
    node, findings = read(text)
    source = Source.of("a.yaml", text)
    assert node is not None or findings or not list(yaml.parse(text, Loader=yaml.SafeLoader))[2:-1]
    for span in [d.span for d in findings if d.span] + [s.span for s in (scalars(node) if node else [])]:
        assert 0 <= span.start <= span.end <= len(text)
        # libyaml counts one more line at the end of a file without a last newline.
        assert source.span(span.start, span.end) == span or span.start == len(text)
