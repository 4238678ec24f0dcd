"""Notes are printed whole: on the master's page, with a smaller picture, in smaller type, or it is said."""

from hypothesis import given
from hypothesis import strategies as st

from slidegen.compose.notes import PAGES, notes_page
from slidegen.compose.voice import Voice
from slidegen.composed import MASTER_PAGE, NotesPage
from slidegen.diagnostics import Report
from slidegen.layout.library import Library
from slidegen.resources import bundled
from tests.building import good, made

VOICE = Voice(Library((bundled("layouts"),), Report()).theme("dangjian"), "Hans", "zh-CN")
SENTENCE = "各支部要把学习教育同中心工作结合起来，既抓思想，又抓行动，务求实效。"


def outline(notes: str) -> str:
    lines = "".join(f"      {line}\n" for line in notes.split("\n"))
    return f"title: 题\ncover: no\nclosing: no\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n    notes: |\n{lines}"


def page_of(notes: str) -> NotesPage:
    return good(outline(notes)).deck.slides[0].page


def test_usual_notes_stay_on_the_page_of_the_master() -> None:
    assert page_of(SENTENCE * 15) == MASTER_PAGE


def test_long_notes_take_a_smaller_picture_before_smaller_type() -> None:
    page = page_of(SENTENCE * 24)
    assert page.size == 12
    assert page.image.h < MASTER_PAGE.image.h
    assert page.body.h > MASTER_PAGE.body.h
    assert 8 <= page_of(SENTENCE * 40).size < 12


def test_notes_longer_than_any_page_are_told_and_kept() -> None:
    done = made(outline(SENTENCE * 100))
    (finding,) = done.findings
    assert (finding.code, finding.span and finding.span.line) == ("notes-too-long", 5)
    assert "8 pt" in finding.message
    assert done.deck.slides[0].notes == SENTENCE * 100


def test_picture_and_text_of_every_page_stand_apart_and_on_the_paper() -> None:
    for page in PAGES:
        assert page.image.y + page.image.h <= page.body.y
        assert page.body.y + page.body.h <= 8_686_800  # where footer and number begin
        assert abs(page.image.w / page.image.h - 16 / 9) < 0.001


@given(st.lists(st.text(st.sampled_from("汉字 abcdefW.，\v🙂"), max_size=200), max_size=30), st.integers(1, 29))
def test_less_text_never_needs_a_smaller_page(lines: list[str], kept: int) -> None:
    whole, _ = notes_page("\n".join(lines), VOICE)
    part, _ = notes_page("\n".join(lines[:kept]), VOICE)
    assert PAGES.index(part) <= PAGES.index(whole)
