"""A section's own number in its title is shown once."""

import pytest

from slidegen.compose.part_numbers import split_number
from tests.building import good, texts, words


@pytest.mark.parametrize(
    ("title", "number", "language", "shown"),
    [
        ("第二部分 风险点", 2, "zh-CN", ("第二部分", "风险点")),
        ("第二章：风险点", 2, "zh-CN", ("第二章", "风险点")),
        ("二、风险点", 2, "zh-CN", ("第二部分", "风险点")),
        ("2. Risks", 2, "en", ("Part 2", "Risks")),
        ("Chapter 2: Risks", 2, "en", ("Chapter 2", "Risks")),
        ("十二、附则", 12, "zh-CN", ("第十二部分", "附则")),
        # another number counts something else
        ("三、风险点", 2, "zh-CN", ("第二部分", "三、风险点")),
        ("2.5 亿元的项目", 2, "zh-CN", ("第二部分", "2.5 亿元的项目")),
        ("第二部分", 2, "zh-CN", ("第二部分", "第二部分")),
        ("一体推进", 1, "zh-CN", ("第一部分", "一体推进")),
    ],
)
def test_a_title_gives_up_its_own_number(title: str, number: int, language: str, shown: tuple[str, str]) -> None:
    assert split_number(title, number, language) == shown


def test_divider_and_agenda_show_the_number_once_and_the_section_keeps_its_name() -> None:
    deck = good(
        "title: 讲稿\nlanguage: zh-CN\nsections:\n"
        "  - title: 第一章 形势\n    slides: [{title: 甲, bullets: [一, 二]}]\n"
        "  - title: 第二章 任务\n    slides: [{title: 乙, bullets: [三, 四]}]\n"
    ).deck
    agenda = next(s for s in deck.slides if s.id == "agenda")
    assert "形势" in "|".join("".join(words(t)) for t in texts(agenda).values())
    assert "第一章" not in "|".join("".join(words(t)) for t in texts(agenda).values())
    dividers = [s for s in deck.slides if s.title in ("形势", "任务")]
    assert [[w for t in texts(s).values() for w in words(t) if w.startswith("第")] for s in dividers] == [
        ["第一章"],
        ["第二章"],
    ]
    assert [s.name for s in deck.sections[1:-1]] == ["第一章 形势", "第二章 任务"]
