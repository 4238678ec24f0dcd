"""English points: whole sentences, demands as imperatives, parts of a sentence only where they mean the same alone."""

import pytest

from slidegen.manuscript.distil import Weights, distil


def shown(text: str, title: str = "") -> tuple[str, ...]:
    """Return what a slide shows of a paragraph that is a manuscript of its own."""
    content = distil(text, title, Weights([text]))
    return content.texts() if content else ()


def test_what_we_must_do_becomes_an_imperative() -> None:
    text = "We will answer every letter within two days. You must wear a helmet in the yard."
    assert shown(text) == ("Answer every letter within two days", "Wear a helmet in the yard")


@pytest.mark.parametrize(
    "text",
    [
        "We should not confuse speed with haste.",
        "We will not launch another model this year.",
        "You will be tempted to hurry with the seals.",
        "We won't hire anyone who cannot explain the fault.",
    ],
)
def test_a_denial_or_a_forecast_is_no_imperative(text: str) -> None:
    assert set(shown(text)) <= {text.rstrip(".")}


@pytest.mark.parametrize(
    ("text", "part", "word"),
    [
        ("If the seal is worn, stop the pump, and the alarm will ring at once.", "stop the pump", "If"),
        ("Unless two people sign, no payment leaves the house.", "no payment", "Unless"),
        ("Sales rose by 12 percent, although margins fell by a third.", "Sales rose", "although"),
        (
            "Release nothing from the store to anyone at all, except when two people have signed for it.",
            "Release",
            "except",
        ),
        ("Only staff with a badge may enter the laboratory.", "may enter", "Only"),
    ],
)
def test_a_condition_stays_with_its_sentence(text: str, part: str, word: str) -> None:
    assert all(word in found for found in shown(text) if part in found)


def test_a_long_sentence_gives_its_main_clauses() -> None:
    text = (
        "Whatever is stopped will be stopped openly, and whatever is kept will be given people enough to reach the end."
    )
    assert shown(text) == (
        "Whatever is stopped will be stopped openly",
        "Whatever is kept will be given people enough to reach the end",
    )


def test_a_clause_that_only_adds_may_go() -> None:
    text = (
        "We will open a third parts store in the south, which brings nine out of ten customers within reach of a spare."
    )
    assert shown(text) == ("Open a third parts store in the south",)


@pytest.mark.parametrize(
    "text",
    [
        "That is how long a customer waits on average.",
        "It is the weekend gone for a kitchen.",
        "The second decides whether we get another order.",
        "We must never do that again.",
        "A word to the instructors.",
    ],
)
def test_what_means_something_only_where_it_stands_is_not_shown(text: str) -> None:
    assert shown(text) == ()


def test_a_paragraph_without_points_gives_one_whole_sentence() -> None:
    text = "I was nineteen then. Whoever comes after you should find things a little better than you did."
    assert shown(text) == ("Whoever comes after you should find things a little better than you did",)


def test_a_story_gives_way_to_its_message() -> None:
    text = "My grandmother kept bees. One summer she walked from farm to farm. Plant something that blooms in August."
    assert shown(text) == ("Plant something that blooms in August",)
