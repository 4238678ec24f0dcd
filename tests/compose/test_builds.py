"""Builds: which items and paragraphs of a slide appear at which click."""

from pathlib import Path

import pytest

from slidegen.composed import Click, ComposedSlide, Shape, Table, Text
from slidegen.diagnostics import Report, Severity
from slidegen.layout.library import Library
from slidegen.resources import bundled
from tests.building import good, made

HEAD = "title: Talk\nlanguage: en\ncover: no\nclosing: no\nslides:\n"
CARDS = HEAD + "  - title: T\n    id: s\n    cards: [{title: A, text: a}, {title: B, text: b}, {title: C, text: c}]\n"
POINTS = HEAD + "  - title: T\n    id: s\n    bullets: [One, [Below one, Below too], Two, Three]\n    takeaway: End\n"
QUIZ = HEAD + "  - title: T\n    id: s\n    quiz: Which?\n    options: [This, That]\n    answer: This\n"
TABLE = HEAD + "  - title: T\n    id: s\n    table: [[a, b], ['1', '2']]\n"


def shown(slide: ComposedSlide) -> list[list[str]]:
    """What each click brings: slot paths of texts and tables, names of ornaments, paragraphs by their words."""
    return [list(_of(click, slide)) for click in slide.clicks]


def _of(click: Click, slide: ComposedSlide) -> list[str]:
    found = []
    for target in click.targets:
        item = slide.items[target.item]
        if isinstance(item, Text) and target.paragraphs:
            first, last = target.paragraphs
            found.append(" / ".join(p.text for p in item.paragraphs[first : last + 1]))
        elif isinstance(item, Text | Table) and item.slot:
            found.append(item.slot)
        else:
            found.append(f"({item.name})")
    return found


def slide(text: str) -> ComposedSlide:
    return good(text).slide("s")


@pytest.mark.parametrize("text", [CARDS, POINTS, TABLE, CARDS + "    build: none\n", QUIZ + "    build: no\n"])
def test_nothing_is_built_unless_the_slide_or_its_layout_says_so(text: str) -> None:
    assert slide(text).clicks == ()


@pytest.mark.parametrize("line", ["build: items", "动画: 逐项", "build: 逐条"])
def test_items_come_one_a_click_with_their_ornaments(line: str) -> None:
    found = shown(slide(f"{CARDS}    {line}\n"))
    assert len(found) == 3
    for number, click in enumerate(found, 1):
        assert [name for name in click if not name.startswith("(")] == [f"cards[{number}]"]
        assert any(name.startswith("(") for name in click), "the badge comes with its card"


@pytest.mark.parametrize("line", ["build: paragraphs", "动画: 逐段"])
def test_paragraphs_come_with_those_below_them_and_the_takeaway_last(line: str) -> None:
    found = shown(slide(f"{POINTS}    {line}\n"))
    assert found[:3] == [["One / Below one / Below too"], ["Two"], ["Three"]]
    assert "takeaway" in found[3]
    assert len(found) == 4


def test_titles_and_furniture_are_seen_from_the_start() -> None:
    done = slide(POINTS + "    build: paragraphs\n")
    built = {target.item for click in done.clicks for target in click.targets}
    standing = [item.slot or item.name for n, item in enumerate(done.items) if n not in built]
    assert standing[0] == "title"
    assert not [item for n, item in enumerate(done.items) if n not in built and isinstance(item, Shape)]


def test_card_by_paragraphs_comes_whole_as_its_text_is_below_its_heading() -> None:
    assert shown(slide(CARDS + "    build: paragraphs\n")) == shown(slide(CARDS + "    build: items\n"))


def test_table_comes_as_one() -> None:
    assert shown(slide(TABLE + "    build: paragraphs\n")) == [["table"]]


def test_answer_of_a_quiz_comes_with_its_icon_at_one_click() -> None:
    found = shown(slide(QUIZ))
    assert len(found) == 1
    assert sorted(found[0]) == ["(check)", "answer"]


def test_options_of_a_quiz_may_come_before_the_answer() -> None:
    found = shown(slide(QUIZ + "    build: items\n"))
    assert [next(name for name in click if name[0] != "(") for click in found] == ["options[1]", "options[2]", "answer"]


def test_quiz_without_an_answer_has_nothing_to_show() -> None:
    assert slide(QUIZ.replace("    answer: This\n", "")).clicks == ()


@pytest.mark.parametrize(
    "text",
    [POINTS + "    build: items\n", HEAD + "  - title: T\n    id: s\n    layout: title-only\n    build: items\n"],
)
def test_nothing_to_build_is_a_warning_at_the_word(text: str) -> None:
    done = made(text)
    (finding,) = done.findings
    assert (finding.code, finding.severity) == ("nothing-to-build", Severity.WARNING)
    assert finding.span is not None
    assert finding.span.line == text.count("\n")
    assert done.slide("s").clicks == ()


def test_unknown_build_names_the_nearest() -> None:
    (finding,) = made(CARDS + "    build: paragraph\n").findings
    assert (finding.code, finding.hint) == ("unknown-value", "did you mean `paragraphs`?")


def test_each_part_of_a_split_slide_has_its_own_clicks() -> None:
    rows = "".join(
        f"      - Point {n} of a list that goes on for a good while and fills line after line\n" for n in range(30)
    )
    done = made(f"{HEAD}  - title: T\n    id: s\n    build: paragraphs\n    bullets:\n{rows}")
    counts = [len(part.clicks) for part in done.deck.slides]
    assert len(counts) > 1
    assert sum(counts) == 30
    assert all(counts)


def test_layout_that_builds_a_slot_it_lacks_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("name: own\nextends: quiz\nlabel: {en: Own}\ntrigger: quiz\nbuild: anser\n")
    report = Report()
    library = Library((tmp_path, bundled("layouts")), report)
    (fault,) = library._family("own", library.theme("azure")).faults
    assert (fault.code, fault.message) == ("layout-data", "build `anser` is none of its slots")
    assert fault.span is not None
    assert fault.span.line == 5


def test_layout_of_ones_own_may_build_several_slots(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("name: quiz\nextends: quiz\nbuild: [options, answer]\n")
    done = good(QUIZ, None, (tmp_path, bundled("layouts")))
    names = [[name for name in click if name[0] != "("] for click in shown(done.slide("s"))]
    assert names == [["options[1]"], ["options[2]"], ["answer"]]
