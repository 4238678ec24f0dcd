"""What counts as speech."""

import pytest

from slidegen.speaking import Pace, Speech, counted, speech
from slidegen.words import word


@pytest.mark.parametrize(
    ("text", "characters", "words"),
    [
        ("", 0, 0),
        ("同志们：大家好！", 6, 0),
        ("二〇二四年，人人々々", 9, 0),
        ("𠮷野家", 3, 0),
        ("Good morning, everyone.", 0, 3),
        ("Don’t stop: well-known, 1,200 of 3.5", 0, 6),
        ("今年用 AI 写了 30 份稿子", 8, 2),
        ("PPT很好", 2, 1),
        ("——……“”（）", 0, 0),
        ("**系统__", 2, 0),
        ("こんにちは 안녕", 7, 0),
    ],
)
def test_characters_and_words_are_counted(text: str, characters: int, words: int) -> None:
    assert counted(text) == Speech(characters, words)


def test_minutes_follow_from_the_pace() -> None:
    assert Speech(220, 140).minutes(Pace()) == 2
    assert Speech(220, 140).minutes(Pace(110, 70)) == 4


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
def test_notes_that_only_point_elsewhere_are_no_speech(language: str) -> None:
    stub = word("continued_notes", language)
    assert speech(stub) == speech(f"{stub}\n") == ""
    assert speech(f"{stub}另外") == f"{stub}另外"
