"""Ids and keys: slugs of titles, made unique in order; keys in two languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.outline import keys
from slidegen.outline.ids import Ids, slug, valid


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("必须坚持“四个严格”", "必须坚持-四个严格"),
        ("Why It Matters (2026)", "why-it-matters-2026"),
        ("ＡＢＣ　１２", "abc-12"),
        ("——", "slide"),
        ("", "slide"),
    ],
)
def test_slug_keeps_chinese_letters_and_digits(title: str, expected: str) -> None:
    assert slug(title, "slide") == expected


def test_equal_titles_are_numbered_in_order() -> None:
    ids = Ids(())
    assert [ids.new("小结", "slide") for _ in range(3)] == ["小结", "小结-2", "小结-3"]


def test_derived_id_never_takes_an_explicit_one() -> None:
    ids = Ids({"a", "a-2"})
    assert [ids.new("A", "slide"), ids.new("A", "slide")] == ["a-3", "a-4"]


@given(st.lists(st.sampled_from(["a", "a 2", "a-2", "", "slide", "小结"]) | st.text(), max_size=30))
def test_ids_are_unique_and_can_stand_in_a_link(titles: list[str]) -> None:
    ids = Ids({"a-3"})
    found = [ids.new(title, "slide") for title in titles]
    assert len({*found, "a-3"}) == len(found) + 1
    assert all(valid(made) for made in found)


def test_many_equal_titles_cost_linear_time() -> None:
    ids = Ids(())
    assert len({ids.new("same", "slide") for _ in range(10_000)}) == 10_000


@pytest.mark.parametrize("level", keys.LEVELS)
def test_every_spelling_means_one_key(level: keys.Level) -> None:
    spellings = [word for name, others in level.spellings.items() for word in (name, *others)]
    assert len(spellings) == len(set(spellings))
    assert all(level.canonical(word) in level.spellings for word in spellings)
    assert all(any(not word.isascii() for word in others) for others in level.spellings.values())


def test_a_chinese_word_means_the_same_key_on_every_level_that_has_it() -> None:
    meanings: dict[str, set[str]] = {}
    for level in keys.LEVELS:
        for word, name in level.words.items():
            meanings.setdefault(word, set()).add(name)
    assert all(len(names) == 1 for names in meanings.values())


def test_hint_for_an_unknown_key_names_the_nearest() -> None:
    assert keys.DECK.hint("titel") == "did you mean `title`?"
    assert keys.DECK.hint("副标") == "did you mean `副标题`?"
    assert "章节" in keys.DECK.hint("蓬莱")
