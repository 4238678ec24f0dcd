"""Slides filled to the brim, in both themes: LibreOffice draws every text whole and within the insets of its box."""

from collections.abc import Iterator
from itertools import cycle

import pytest

from slidegen.composed import ComposedSlide, Table, Text
from slidegen.resources import bundled
from tests.building import Made, good, texts, words
from tests.dense import LANGUAGES, LIST_ROWS, LONG_WORD, TABLE_ROWS, deck, slides
from tests.proof.boxes import Frame
from tests.proof.overflow import Finding, Insides, findings_of

THEMES = sorted(path.stem for path in (bundled("layouts") / "themes").glob("*.yaml"))
CASES = list(zip(LANGUAGES, cycle(THEMES), strict=False))


@pytest.fixture(scope="module")
def built() -> dict[tuple[str, str], Made]:
    """Every dense deck, composed without a finding."""
    return {(language, theme): good(deck(language, theme), theme) for language, theme in CASES}


@pytest.fixture(scope="module")
def drawn(
    built: dict[tuple[str, str], Made], tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], list[Finding]]:
    """What is wrong in the rendering of each deck; LibreOffice starts once."""
    folder = tmp_path_factory.mktemp("dense")
    paths = []
    for (language, theme), made in built.items():
        paths.append(folder / f"{language}-{theme}.pptx")
        paths[-1].write_bytes(made.data())
    return dict(zip(built, findings_of(paths, [insides(made) for made in built.values()]), strict=True))


def insides(made: Made) -> Insides:
    """What the insets of each text box leave."""
    found = {}
    for number, slide in enumerate(made.deck.slides, 1):
        for item in slide.items:
            if isinstance(item, Text) and item.slot not in ("", "number"):  # numbers of items are named so too
                left, top, right, bottom = item.frame.insets
                box = item.box
                found[number, item.name] = Frame(box.x + left, box.y + top, box.right - right, box.bottom - bottom)
    return found


def parts(made: Made, case: tuple[str, str], name: str) -> list[ComposedSlide]:
    """The slides that a dense slide became."""
    number = list(slides(*case)).index(name) + 1
    return [slide for slide in made.deck.slides if (slide.outline_id or slide.id) == f"s{number}"]


def rows(slide: ComposedSlide) -> Iterator[list[str]]:
    for item in slide.items:
        if isinstance(item, Table):
            yield from (["".join(p.text for p in cell.paragraphs) for cell in row] for row in item.rows)


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_no_text_leaves_the_insets_of_its_box_or_is_lost(
    drawn: dict[tuple[str, str], list[Finding]], case: tuple[str, str]
) -> None:
    assert [str(finding) for finding in drawn[case]] == []


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_continued_slides_hold_the_whole_text_once(built: dict[tuple[str, str], Made], case: tuple[str, str]) -> None:
    made, dense = built[case], slides(*case)
    points = [p for slide in parts(made, case, "list") for p in words(texts(slide)["bullets"])]
    assert points == dense["list"]["bullets"]
    assert len(points) == LIST_ROWS
    table = dense["table"]["table"]
    pages = [list(rows(slide)) for slide in parts(made, case, "table")]
    assert all(page[0] == table[0] for page in pages)
    assert [row for page in pages for row in page[1:]] == table[1:]
    assert len(table) == TABLE_ROWS + 1


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_long_word_and_long_notes_are_whole(built: dict[tuple[str, str], Made], case: tuple[str, str]) -> None:
    made = built[case]
    (slide,) = parts(made, case, "long word")
    assert len(LONG_WORD) > 300
    assert words(texts(slide)["bullets"])[0].startswith(LONG_WORD)
    (slide,) = parts(made, case, "notes")
    assert slide.notes == slides(*case)["notes"]["notes"]
