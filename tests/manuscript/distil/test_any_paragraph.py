"""What holds of the points of any paragraph: its own words in order, short, with the words that govern them."""

import re
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.manuscript.distil import Weights, distil, points
from slidegen.manuscript.distil.units import units
from slidegen.manuscript.sentences import weight

_LONGEST = 20.4
_CLAUSES = (
    "加强队伍建设 把责任压实到岗位 **系统要带头落实 “一把手”负总责 完成投资3.5亿元 开展《条例》学习 要守住底线 "
    "有的单位走过场 群众意见很大 并及时报告情况 但效果不明显 这是一项硬任务 他们不愿担当 会后抓紧整改 "
    "关键在领导 不折不扣执行 坚持问题导向 一是提高认识 在工作中 我记得那年冬天 提高办事效率 越往后越严"
).split()
_GOVERNING = ("如果", "只有", "除非", "即使", "一旦", "凡是", "只要", "哪怕")
_DENYING = ("不能", "不要", "不得", "严禁", "决不")
_SENTENCES = (
    "Keep the notes short", "We must not hurry", "If it rains, close the roof", "Sales rose by 12 percent",
    "Never sign alone", "We will hire 24 people, which costs money", "The store closed, and the staff left",
    "They said nothing",
)  # fmt: skip


@st.composite
def _paragraphs(draw: st.DrawFn) -> str:
    sentences = draw(st.lists(st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=5), min_size=1, max_size=5))
    marks = draw(st.lists(st.sampled_from("，，，；：、"), min_size=25, max_size=25))
    used = iter(marks * 2)
    written = "".join("".join(c + next(used) for c in s)[:-1] + draw(st.sampled_from("。！？")) for s in sentences)
    english = draw(st.lists(st.sampled_from(_SENTENCES), max_size=3))
    return written + "".join(f" {sentence}." for sentence in english)


def _in_order(point: str, text: str) -> bool:
    """Tell whether all letters of a point, commas and spaces apart, stand in the text in their order."""
    letters = iter(text.casefold())
    return all(letter in letters for letter in re.sub("[，, ：:]", "", point).casefold())


@given(_paragraphs())
def test_points_are_the_texts_own_words_in_order(text: str) -> None:
    for unit in units(text):
        assert _in_order(unit.text, text)
    content = distil(text, "", Weights([text]))
    for shown in content.texts() if content else ():
        assert _in_order(shown, text)


@given(_paragraphs())
def test_points_are_short_and_keep_numbers_names_and_redactions_whole(text: str) -> None:
    for point in points(text, "", Weights([text])):
        assert weight(point) <= _LONGEST
        assert "3.5亿元" in point or "3.5" not in point
        assert point.count("*") % 2 == 0
        assert point.count("“") == point.count("”")
        assert point.count("《") == point.count("》")


@given(st.sampled_from(_GOVERNING), st.lists(st.sampled_from(_CLAUSES[:6]), min_size=2, max_size=4, unique=True))
def test_what_a_condition_governs_is_shown_with_it(word: str, found: list[str]) -> None:
    text = f"{word}{found[0]}，{'，'.join(found[1:])}，就能见到成效。"
    assert all(word in unit.text for unit in units(text))


@given(
    st.sampled_from(_DENYING),
    st.lists(st.sampled_from(("走过场", "搞形式", "图省事", "乱收费", "摆架子")), min_size=2, unique=True),
)
def test_what_a_denial_governs_is_shown_with_it(word: str, found: list[str]) -> None:
    text = f"{word}{'，'.join(found)}。"
    assert all(word in unit.text for unit in units(text))


@given(st.text(max_size=300))
def test_any_text_is_distilled(text: str) -> None:
    content = distil(text, "", Weights([text]))
    assert content is None or all(content.texts())


@settings(deadline=None, max_examples=10)
@given(st.sampled_from(_CLAUSES), st.sampled_from("，；。"))
def test_the_time_grows_as_the_text_does(clause: str, mark: str) -> None:
    def seconds(count: int) -> float:
        text = (clause + mark) * count
        start = perf_counter()
        list(units(text))
        return perf_counter() - start

    seconds(100)
    assert min(seconds(3200) for _ in range(2)) < 25 * max(min(seconds(400) for _ in range(2)), 0.002)
