"""Which layout a slide takes, and what is said when its keys do not go together."""

import shutil
from pathlib import Path

import pytest

from slidegen.diagnostics import Diagnostic
from slidegen.resources import bundled
from tests.building import good, made, texts, words

HEAD = "title: 题目\ncover: no\nclosing: no\nslides:\n  - title: 一\n"
"""Five lines; the keys of the one slide follow from line 6."""


def layout_of(keys: str) -> str:
    """The native layout's key of a slide with some keys, without the height of its cells."""
    return good(HEAD + _indented(keys)).deck.slides[0].layout.partition("@")[0]


def only(keys: str) -> Diagnostic:
    """The one finding about a slide with some keys."""
    (finding,) = made(HEAD + _indented(keys)).findings
    return finding


def _indented(keys: str) -> str:
    return "".join(f"    {line}\n" for line in keys.split("\n"))


@pytest.mark.parametrize(
    ("keys", "layout"),
    [
        ("bullets: [甲, 乙]", "bullets"),
        ("cards: [甲, 乙, 丙, 丁]", "cards-4"),
        ("cards: [甲, 乙]\ntakeaway: 丙", "cards-2+takeaway"),
        ("cards: [甲, 乙]\ntakeaway: {text: 丙, strong: yes}", "cards-2+takeaway+takeaway.strong"),
        ("steps: [{title: 甲, icon: target}, {title: 乙, icon: eye}, {title: 丙, icon: flag}]", "process-3+steps.icon"),
        ("table: [[甲, 乙], [丙, 丁]]", "table"),
        ("quote: 甲", "quote+title"),
        ("", "title-only"),
    ],
)
def test_slide_takes_the_layout_of_what_it_holds(keys: str, layout: str) -> None:
    assert layout_of(keys) == layout


@pytest.mark.parametrize(
    "keys",
    [
        "版式: 卡片\n卡片: [甲, 乙, 丙]",
        "layout: Cards\ncards: [甲, 乙, 丙]",
        "layout: cards\n卡片: [甲, 乙, 丙]",
        "卡片: [甲, 乙, 丙]",
    ],
)
def test_layouts_and_slots_go_by_their_names_in_either_language(keys: str) -> None:
    assert layout_of(keys) == "cards-3"


def test_words_of_a_slide_never_decide_its_layout() -> None:
    assert layout_of("bullets: [表格, 卡片, 第一步]") == "bullets"


@pytest.mark.parametrize(("written", "base"), [("cards-4", "cards"), ("卡片4", "卡片"), ("cards 4", "cards")])
def test_layout_named_with_a_count_is_told_to_leave_it_out(written: str, base: str) -> None:
    finding = only(f"layout: {written}\ncards: [甲, 乙, 丙, 丁]")
    assert (finding.code, finding.span and finding.span.line) == ("unknown-layout", 6)
    assert finding.hint == f"write `layout: {base}`: the number of items decides the rest"


def test_layout_that_does_not_exist_names_the_nearest() -> None:
    finding = only("layout: card\ncards: [甲, 乙]")
    assert (finding.code, finding.hint) == ("unknown-layout", "did you mean `cards`?")


def test_two_layouts_at_once_are_refused_by_their_keys() -> None:
    finding = only("cards: [甲, 乙]\ntable: [[甲], [乙]]")
    assert (finding.code, finding.span and finding.span.line) == ("two-layouts", 5)
    assert "`cards` (cards) `table` (table)" in finding.message


def test_two_keys_that_one_layout_has_together_are_no_conflict() -> None:
    assert layout_of("bullets: [甲, 乙]\nkey: 丙") == "bullets-key"


def test_layout_that_has_both_keys_wins_wherever_its_file_lies(tmp_path: Path) -> None:
    shutil.copy(bundled("layouts") / "bullets.yaml", tmp_path)
    done = good(HEAD + "    bullets: [甲, 乙]\n    key: 丙\n", folders=[tmp_path, bundled("layouts")])
    assert [slide.layout for slide in done.deck.slides] == ["bullets-key"]


def test_slot_that_the_layout_needs_is_asked_for() -> None:
    finding = only("key: 丙")
    assert (finding.code, finding.span and finding.span.line) == ("missing-key", 5)
    assert "`bullets`" in finding.message
    assert "bullets-key" in finding.message


def test_item_that_lacks_its_title_is_named_in_its_line() -> None:
    finding = only("cards:\n  - title: 甲\n  - text: 乙")
    assert (finding.code, finding.span and finding.span.line) == ("missing-key", 8)
    assert "`title`" in finding.message


@pytest.mark.parametrize(
    ("keys", "line", "hint"),
    [
        ("bulets: [甲, 乙]", 6, "did you mean `bullets`?"),
        ("bullets: [甲, 乙]\ntakeawy: 丙", 7, "did you mean `takeaway`?"),
        ("cards:\n  - 甲\n  - {titel: 乙, title: 丙}", 8, "did you mean `title`?"),
        ("comparison:\n  left: [甲]\n  rigth: [乙]\n  right: [乙]", 8, "did you mean `right`?"),
        ("bullets: [甲, 乙]\ntakeaway: {text: 丙, stron: yes}", 7, "did you mean `strong`?"),
        ("cards: [甲, 乙]\nreading: 丙", 7, "`reading` belongs to: definition"),
    ],
)
def test_unknown_key_is_named_with_the_nearest_or_with_its_own_layouts(keys: str, line: int, hint: str) -> None:
    findings = [d for d in made(HEAD + _indented(keys)).findings if d.code == "unknown-key"]
    assert [(d.span and d.span.line, d.hint) for d in findings] == [(line, hint)]


def test_both_spellings_of_a_slot_are_a_duplicate() -> None:
    finding = only("cards: [甲, 乙]\n卡片: [丙, 丁]")
    assert (finding.code, finding.span and finding.span.line) == ("duplicate-key", 7)
    assert "line 6" in finding.message


@pytest.mark.parametrize(("items", "wanted"), [(1, "2 to 6"), (7, "2 to 6")])
def test_number_of_items_that_no_layout_has_is_an_error_with_both_numbers(items: int, wanted: str) -> None:
    findings = made(HEAD + _indented(f"split: never\ncards: [{', '.join('甲乙丙丁戊己庚'[:items])}]")).findings
    assert findings[0].code == "item-count"
    assert f"takes {wanted} items, this slide has {items}" in findings[0].message


def test_slot_without_room_at_this_count_is_an_error() -> None:
    finding = only("cards: [甲, 乙, 丙, 丁, 戊]\ntakeaway: 己")
    assert finding.code == "no-room"
    assert "`cards` with 5 items leaves no room for `takeaway`" in finding.message


def test_all_slides_with_faults_are_named_at_once() -> None:
    text = (
        HEAD + "    key: 甲\n  - bulets: [乙]\n  - {title: 二, layout: cards-4}\n  - {title: 三, bullets: [丙, 丁]}\n"
    )
    done = made(text)
    assert done.errors == [("missing-key", 5), ("unknown-key", 7), ("unknown-layout", 8)]


def test_short_form_and_keys_say_the_same() -> None:
    short = good(HEAD + _indented("cards: ['甲：说明：更多', '乙: 说明', 丙]"))
    long = good(
        HEAD + _indented("cards:\n  - {title: 甲, text: 说明：更多}\n  - {标题: 乙, 说明: 说明}\n  - title: 丙")
    )
    said = [{slot: words(text) for slot, text in texts(done.deck.slides[0]).items()} for done in (short, long)]
    assert said[0] == said[1]
    assert said[0]["cards[1]"] == ["甲", "说明：更多"]


def test_sub_points_may_be_nested_in_either_way() -> None:
    forms = (
        "bullets:\n  - 甲:\n      - 乙\n      - 丙:\n          - 丁",
        "bullets:\n  - 甲\n  - - 乙\n    - 丙\n    - - 丁",
    )
    for form in forms:
        (slide,) = good(HEAD + _indented(form)).deck.slides
        assert [(p.text, p.level) for p in texts(slide)["bullets"].paragraphs] == [
            ("甲", 1),
            ("乙", 2),
            ("丙", 2),
            ("丁", 3),
        ]


def test_points_four_levels_deep_are_refused() -> None:
    finding = only("bullets:\n  - 甲:\n      - 乙:\n          - 丙:\n              - 丁")
    assert (finding.code, finding.span and finding.span.line) == ("too-deep", 10)
