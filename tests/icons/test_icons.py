"""Icons: every known word leads to one drawing, an unknown one to near words."""

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.icons.find import GRID, icon_path, search, suggest
from slidegen.icons.keywords import KEYWORDS

ARITY = {"M": 2, "L": 2, "C": 6, "Z": 0}


def drawn(name: str) -> tuple[tuple[str | int, ...], ...]:
    """Return the commands of an icon that must exist."""
    path = icon_path(name)
    assert path is not None, name
    return path.commands


@pytest.mark.parametrize("name", KEYWORDS)
def test_icon_of_the_table_is_lines_inside_the_grid(name: str) -> None:
    path = icon_path(name)
    assert path is not None
    assert (path.w, path.h, path.filled) == (GRID, GRID, False)
    assert path.commands[0][0] == "M"
    assert len(path.commands) > 1
    for letter, *numbers in path.commands:
        assert len(numbers) == ARITY[str(letter)]
        assert all(isinstance(n, int) and 0 <= n <= GRID for n in numbers)


def test_every_icon_of_lucide_can_be_decoded() -> None:
    names = search("")
    assert len(names) > 1800
    assert [name for name in names if not icon_path(name)] == []


def test_keyword_stands_under_one_icon_only() -> None:
    counted = Counter(word for words in KEYWORDS.values() for word in words.split())
    assert [word for word, count in counted.items() if count > 1] == []


def test_every_keyword_draws_its_icon() -> None:
    wrong = [word for name, words in KEYWORDS.items() for word in words.split() if drawn(word) != drawn(name)]
    assert wrong == []


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("监督", "eye"),
        ("盾牌", "shield"),
        ("目标", "target"),
        ("法律", "scale"),
        ("党建", "flag"),
        ("学习", "book-open"),
        ("教育", "graduation-cap"),
        ("警示", "triangle-alert"),
        ("制度", "file-text"),
        ("justice", "scale"),
    ],
)
def test_keyword_leads_to_the_icon_people_expect(word: str, name: str) -> None:
    assert drawn(word) == drawn(name)


@pytest.mark.parametrize(
    ("former", "today"),
    [("alert-triangle", "triangle-alert"), ("check-circle", "circle-check"), ("home", "house"), ("edit", "square-pen")],
)
def test_former_name_draws_what_it_is_called_today(former: str, today: str) -> None:
    assert drawn(former) == drawn(today)


def test_name_may_be_written_with_spaces_and_capitals() -> None:
    assert drawn(" Triangle Alert ") == drawn("triangle-alert")
    assert drawn("file_text") == drawn("file-text")


def test_drawing_is_lucides() -> None:
    assert drawn("check") == (("M", 2000, 600), ("L", 900, 1700), ("L", 400, 1200))
    assert drawn("square") == (
        ("M", 500, 300),
        ("L", 1900, 300),
        ("C", 2010, 300, 2100, 390, 2100, 500),
        ("L", 2100, 1900),
        ("C", 2100, 2010, 2010, 2100, 1900, 2100),
        ("L", 500, 2100),
        ("C", 390, 2100, 300, 2010, 300, 1900),
        ("L", 300, 500),
        ("C", 300, 390, 390, 300, 500, 300),
        ("Z",),
    )


def test_point_is_drawn_as_a_line_long_enough_to_be_seen() -> None:
    assert drawn("triangle-alert")[-2:] == (("M", 1195, 1700), ("L", 1205, 1700))


@pytest.mark.parametrize("word", ["饕餮", "zzzzzz", "", " ", "\t", "a\tb", "\udc80", "x" * 5000])
def test_unknown_word_gives_no_icon_but_something_to_try(word: str) -> None:
    assert icon_path(word) is None
    assert suggest(word)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("监督执纪", "监督"),
        ("公平正义", "公平"),
        ("督导组", "督导"),
        ("党风廉政建设", "廉政"),
        ("shild", "shield"),
        ("triangle-alrt", "triangle-alert"),
        ("warning-sign", "triangle-alert"),
        ("infantry", "shield"),
        ("pie", "chart-pie"),
    ],
)
def test_suggestions_hold_the_word_that_was_meant(word: str, near: str) -> None:
    assert icon_path(word) is None
    assert near in suggest(word)[:3]


@given(st.text(max_size=20), st.integers(min_value=1, max_value=8))
def test_every_suggestion_is_an_icon_of_its_own(word: str, count: int) -> None:
    words = suggest(word, count)
    assert 0 < len(words) <= count
    assert len({drawn(w) for w in words}) == len(words)


def test_search_finds_names_that_start_with_the_word_first() -> None:
    assert search("监督") == ["eye"]
    assert search("shield")[0] == "shield"
    assert search("risk")[0] == "shield-alert"
    assert search("alert-triangle") == ["triangle-alert"]
    assert "scale" in search("JUSTICE")
    assert search("饕餮") == []


def test_import_reads_no_drawings() -> None:
    code = (
        "import sys, slidegen.icons.find as find\n"
        "assert 'slidegen.icons.keywords' not in sys.modules\n"
        "assert find._data.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
