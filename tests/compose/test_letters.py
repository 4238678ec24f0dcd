"""Options are lettered, and a text that counts goes on counting over a split."""

from slidegen.composed import Text
from tests.building import good

HEAD = "title: T\nlanguage: en\ncover: no\nclosing: no\nslides:\n  - title: A\n"


def drawn(outline: str) -> list[list[str]]:
    """What is drawn beside the text frames of each slide."""
    slides = good(HEAD + outline).deck.slides
    return [[i.paragraphs[0].text for i in s.items if isinstance(i, Text) and i.decorative] for s in slides]


def test_options_have_letters() -> None:
    assert drawn("    quiz: q\n    options: [u, v, w]\n") == [["A", "B", "C"]]


def test_sources_are_numbered_on_over_their_slides() -> None:
    pages = drawn(f"    references: [{', '.join('abcdefghijklmn')}]\n")
    assert len(pages) > 1
    assert [number for page in pages for number in page] == [str(n) for n in range(1, 15)]
