"""Morph: which parts of two slides become one another."""

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from slidegen.strip import strip
from tests.building import good
from tests.proof.prove import prove

HEAD = "title: Talk\nlanguage: en\ncover: no\nclosing: no\n"
PAIR = """\
slides:
  - {title: Before, id: a, cards: [{title: A, icon: shield}, B, C], takeaway: First}
  - {title: After, id: b, transition: morph, cards: [{title: A, icon: shield}, B, D], takeaway: Then}
  - {title: Other, id: c, bullets: [One, Two]}
"""


def forced(slide: object) -> list[str]:
    return [item.name for item in slide.items if item.name.startswith("!!")]  # type: ignore[attr-defined]


def test_parts_of_one_slot_path_have_one_name_on_both_slides() -> None:
    done = good(HEAD + PAIR)
    first, second = (
        {item.slot: item.name for item in done.slide(name).items if getattr(item, "slot", "")} for name in "ab"
    )
    assert first == second
    assert set(first) >= {"title", "cards[1]", "cards[2]", "cards[3]", "takeaway"}
    assert {path for path, name in first.items() if not name.startswith("!!")} <= {"footer", "number"}


def test_ornaments_move_with_their_items_and_each_name_stands_once() -> None:
    done = good(HEAD + PAIR)
    for name in "ab":
        names = forced(done.slide(name))
        assert len(names) == len(set(names))
        assert [n for n in names if n.endswith(" cards[1]")], "the badge of the first card"
    assert forced(done.slide("a")) == forced(done.slide("b"))


def test_slides_that_do_not_morph_keep_their_names() -> None:
    assert not forced(good(HEAD + PAIR).slide("c"))
    assert not any(map(forced, good(HEAD + PAIR.replace("morph", "fade")).deck.slides))


def test_slides_of_other_layouts_do_not_pair() -> None:
    text = "slides:\n  - {title: A, cards: [A, B]}\n  - {title: B, transition: morph, bullets: [A, B]}\n"
    done = good(HEAD + text)
    assert not any(map(forced, done.deck.slides))
    assert done.deck.slides[1].transition == "morph"


def test_morph_of_the_deck_pairs_all_slides_shown_one_after_the_other() -> None:
    points = [f"  - {{title: T{n}, id: s{n}, bullets: [A, B]{', hidden: yes' * (n == 2)}}}\n" for n in (1, 2, 3)]
    done = good(f"{HEAD}transition: morph\nslides:\n{''.join(points)}")
    assert [bool(forced(done.slide(f"s{n}"))) for n in (1, 2, 3)] == [True, False, True]


def _names(data: bytes) -> list[list[str]]:
    return [_forced(shape.name for shape in slide.shapes) for slide in Presentation(io.BytesIO(data)).slides]


def _forced(names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith("!!")]


def test_stripped_deck_still_pairs_without_slot_paths() -> None:
    first, second, third = _names(strip(good(HEAD + PAIR).data()))
    assert first == second
    assert len(first) == len(set(first)) > 5
    assert not third
    assert not [name for name in first if "[" in name]


@pytest.mark.parametrize("line", ["", "    build: items\n"])
def test_validators_and_libreoffice_take_morph(line: str, tmp_path: Path) -> None:
    deck = tmp_path / "morph.pptx"
    text = HEAD + "transition: morph\nslides:\n" + f"  - title: T\n    steps: [A, B, C]\n{line}" * 2
    deck.write_bytes(good(text).data())
    slide = Presentation(str(deck)).slides[1]._element
    names = [etree.QName(child).localname for child in slide]
    assert names[:3] == ["cSld", "clrMapOvr", "AlternateContent"]
    prove([deck])
