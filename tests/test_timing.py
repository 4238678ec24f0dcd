"""The clock, by figures worked out by hand: 220 characters or 140 words take a minute."""

import io

import pytest

from slidegen.reader.slides import ReadDeck, ReadSlide, read_slides
from slidegen.speaking import Pace, Speech
from slidegen.talk import Talk, TalkSlide, talk_of_deck, talk_of_outline
from slidegen.timing import by_section, clock, longest, span, timed, total
from tests.building import good

TALK = Talk(
    "题",
    "zh-CN",
    (
        TalkSlide(1, "封面", "开场", "好" * 110),  # half a minute
        TalkSlide(2, "备用", "会前", "汉" * 2200, hidden=True),
        TalkSlide(3, "讨论", "会前", "汉" * 22, minutes=10),
        TalkSlide(4, "Words", "会前", "word " * 35),  # a quarter
        TalkSlide(5, "无稿", "会后"),
        TalkSlide(6, "三分", "会后", "汉" * 660),  # three
    ),
    10,
)


def test_every_slide_begins_when_those_before_it_are_done() -> None:
    rows = timed(TALK, Pace())
    assert [row.minutes for row in rows] == [0.5, 10, 10, 0.25, 0, 3]
    assert [row.begins for row in rows] == [0, 0.5, 0.5, 10.5, 10.75, 10.75]
    assert [row.own for row in rows] == [False, False, True, False, False, False]


def test_hidden_slides_count_nothing() -> None:
    rows = timed(TALK, Pace())
    whole = total(rows)
    assert (whole.slides, whole.minutes, whole.speech) == (5, 13.75, Speech(110 + 22 + 660, 35))
    assert [(s.name, s.slides, s.minutes) for s in by_section(rows)] == [
        ("开场", 1, 0.5),
        ("会前", 2, 10.25),
        ("会后", 2, 3),
    ]


def test_longest_slides_are_those_shown_that_take_any_time() -> None:
    rows = timed(TALK, Pace())
    assert [row.slide.number for row in longest(rows, 3)] == [3, 6, 1]
    assert [row.slide.number for row in longest(rows, 9)] == [3, 6, 1, 4]


def test_another_pace_changes_all_but_given_minutes() -> None:
    rows = timed(TALK, Pace(440, 35))
    assert [row.minutes for row in rows] == [0.25, 5, 10, 1, 0, 1.5]


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "0:00"),
        (0.5, "0:30"),
        (9.999, "10:00"),
        (59.5, "59:30"),
        (60, "1:00:00"),
        (125 / 60, "2:05"),
        (61.25, "1:01:15"),
    ],
)
def test_stretches_are_minutes_and_seconds(minutes: float, shown: str) -> None:
    assert span(minutes) == clock(minutes) == shown


@pytest.mark.parametrize(
    ("minutes", "start", "shown"),
    [(0, 870, "14:30:00"), (0.5, 870, "14:30:30"), (45, 9 * 60, "09:45:00"), (20, 23 * 60 + 50, "00:10:00")],
)
def test_clock_tells_the_time_of_day(minutes: float, start: int, shown: str) -> None:
    assert clock(minutes, start) == shown


OUTLINE = """\
title: 会议怎样开得短而有效
minutes: 12
sections:
  - title: 会前
    slides:
      - title: 三件事，一件一件讲清楚，讲完就散会，不再另外安排时间
        minutes: 1.5
        bullets: [定议题, 发材料]
        notes: 讲稿
      - {title: 备用, hidden: true, bullets: [甲]}
      - {statement: 没有准备好的议题不上会}
      - title: Two words more than one line of a slide can hold in any size of type there is
        bullets: [a, b]
"""


def test_outline_and_its_deck_are_one_talk() -> None:
    made = good(OUTLINE)
    ours = talk_of_outline(made.outline, made.deck, "talk")
    read = talk_of_deck(read_slides(io.BytesIO(made.data())), "talk")
    assert (ours.minutes, [s.minutes for s in ours.slides if s.minutes]) == (12, [1.5])
    assert [s.title for s in ours.slides] == [s.title for s in read.slides]
    assert "没有准备好的议题不上会" in [s.title for s in ours.slides]
    assert [(s.section, s.notes, s.hidden) for s in ours.slides] == [
        (s.section, s.notes, s.hidden) for s in read.slides
    ]
    assert (ours.title, ours.language) == (read.title, read.language)


@pytest.mark.parametrize(
    ("properties", "first", "title"),
    [("年会", "封面", "年会"), ("PowerPoint 演示文稿", "封面", "封面"), ("", "封面", "封面"), ("", "", "deck")],
)
def test_deck_without_a_title_of_its_own_takes_its_first_slide_s(properties: str, first: str, title: str) -> None:
    deck = ReadDeck(properties, "", (ReadSlide(1, first, "", "", False),))
    assert talk_of_deck(deck, "deck").title == title


@pytest.mark.parametrize(("notes", "language"), [("大家好", "zh-CN"), ("Good morning, 各位", "en-US"), ("", "en-US")])
def test_language_is_that_of_the_words(notes: str, language: str) -> None:
    deck = ReadDeck("", "", (ReadSlide(1, "", "", notes, False),))
    assert talk_of_deck(deck, "").language == language
