"""The decks that slidegen comes with look well by every measure in every theme, and the measures can fail."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from slidegen.compose.draft import Draft
from slidegen.composed import ComposedDeck, ComposedSlide, Paragraph, Text
from slidegen.diagnostics import Report
from slidegen.drawing import Box, Color, Solid
from slidegen.pipeline import load, prepare
from slidegen.resources import bundled
from slidegen.units import inches
from tests.building import good, texts
from tests.proof.looks import Blemish, blemishes, following, text_height

DECKS = ("gallery", "integrity-training")
THEMES = sorted(path.stem for path in (bundled("layouts") / "themes").glob("*.yaml"))
CARDS = """
title: 一
language: zh
cover: no
closing: no
slides:
  - title: 三件事都要记住
    cards:
      - 第一件：早上先看通知
      - 第二件：中午核对名单
      - 第三件：下午交出材料
    takeaway: 记住了就不慌
"""


def composed(deck: str, theme: str) -> tuple[ComposedDeck, tuple[Draft, ...]]:
    report = Report()
    outline, library = load(Path(__file__).parents[2] / "decks" / f"{deck}.yaml", report)
    assert outline is not None
    plan = prepare(outline, library, report, theme, with_drafts=True)
    assert not report.findings
    return plan.deck, plan.drafts


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deck", DECKS)
def test_deck_looks_well_by_every_measure(deck: str, theme: str) -> None:
    made, drafts = composed(deck, theme)
    assert [str(blemish) for blemish in blemishes(made, following(drafts))] == []


# ---------------------------------------------------------------- a made-up slide, spoilt in one way each


def spoilt(**frames: Text) -> list[Blemish]:
    """What the measures find on the slide of cards with some frames put in the place of its own."""
    deck = good(CARDS).deck
    (slide,) = deck.slides
    own = texts(slide)
    known = {name: text for name, text in frames.items() if name in own}
    items = [known.get(item.slot, item) if isinstance(item, Text) else item for item in slide.items]
    return measured(deck, replace(slide, items=tuple(items)))


def measured(deck: ComposedDeck, slide: ComposedSlide) -> list[Blemish]:
    return blemishes(replace(deck, slides=(slide,)), {slide.id: frozenset({"cards[]"})})


def card(number: int) -> Text:
    return texts(good(CARDS).deck.slides[0])[f"cards[{number}]"]


def moved(text: Text, right: float = 0.0, down: float = 0.0, higher: float = 0.0) -> Text:
    box = text.box
    return replace(text, box=Box(box.x + inches(right), box.y + inches(down), box.w, box.h + inches(higher)))


def sized(text: Text, *sizes: float) -> Text:
    (first, *_) = text.paragraphs
    return replace(text, paragraphs=tuple(replace(first, size=size, pitch=size * 1.2) for size in sizes))


def names(found: list[Blemish]) -> set[str]:
    return {blemish.measure for blemish in found}


def test_slide_of_even_cards_has_no_blemish() -> None:
    assert spoilt() == []


def test_text_height_counts_lines_spaces_and_insets() -> None:
    text = replace(
        card(1),
        frame=replace(card(1).frame, insets=(0, inches(0.5), 0, inches(0.25))),
        paragraphs=(
            Paragraph((), size=20, pitch=24, lines=((0, 9, 9.0), (9, 12, 3.0))),
            Paragraph((), size=20, pitch=26, before=8, lines=((0, 5, 5.0),)),
        ),
    )
    assert text_height(text) == 36 + 48 + 8 + 26 + 18


def test_empty_cards_are_found() -> None:
    high = {f"cards[{n}]": moved(card(n), down=-1.2, higher=1.2) for n in (1, 2, 3)}
    (blemish,) = spoilt(**high)
    assert blemish.measure == "fill"
    assert blemish.what.startswith("cards[] takes 0.")


def test_card_out_of_line_is_found() -> None:
    assert names(spoilt(**{"cards[2]": moved(card(2), down=0.2, higher=-0.1)})) == {"edges"}


def test_edges_that_nearly_agree_are_found() -> None:
    row = {f"cards[{n}]": moved(card(n), right=0.06) for n in (1, 2, 3)}
    assert [blemish.what for blemish in spoilt(**row)] == ["frames begin at 0.750 and at 0.810 in"]


def test_boxes_too_near_are_found_and_touching_ones_are_not() -> None:
    cards = {n: card(n) for n in (1, 2, 3)}
    gap = (cards[2].box.x - cards[1].box.right) / 914_400
    near = spoilt(**{"cards[1]": moved(cards[1], right=gap - 0.05), "cards[3]": moved(cards[3], right=0.05 - gap)})
    assert [b.what for b in near if b.measure == "distance"] == [
        "cards[1] and cards[2] are 0.050 in apart",
        "cards[2] and cards[3] are 0.050 in apart",
    ]
    joined = spoilt(**{"cards[1]": moved(cards[1], right=gap), "cards[3]": moved(cards[3], right=-gap)})
    assert "distance" not in names(joined)


def test_fifth_size_is_found() -> None:
    found = spoilt(**{"cards[1]": sized(card(1), 21, 23, 27)})
    assert "sizes" in names(found)


def test_fifth_hue_is_found_and_greys_are_none() -> None:
    def painted(*colors: str) -> set[str]:
        paints = {f"cards[{n}]": replace(card(n), fill=Solid(Color(color))) for n, color in enumerate(colors, 1)}
        return names(spoilt(**paints))

    assert painted("C01010", "C0C010", "C010C0") == {"hues"}  # red, yellow and pink beside azure's blue and teal
    assert painted("C01010", "808080", "C0C0C4") == set()


def test_lonely_character_is_found() -> None:
    (first, second) = card(1).paragraphs
    text = second.text
    end = len(text)
    lines = ((0, end - 1, 9.0), (end - 1, end, 1.0))
    lone = replace(card(1), paragraphs=(first, replace(second, lines=lines)))
    assert [b.what for b in spoilt(**{"cards[1]": lone}) if b.measure == "lonely"] == [
        f"cards[1]: a line holds “{text[-1]}” alone"
    ]
