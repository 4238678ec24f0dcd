"""The decks that come with slidegen: sound, varied, with notes to speak, and in the file what the outline says."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from scripts.count_lonely import lonely, paragraphs
from slidegen.composed import ComposedSlide, Table, Text
from slidegen.outline.inline import plain
from slidegen.outline.model import Slide
from slidegen.resources import bundled
from tests.building import Made, good, reads_back
from tests.proof.parts import Package
from tests.proof.structure import outline_of

DECKS = sorted(bundled("decks").glob("*.yaml"))
TRAINING = "integrity-training"
BULLETS = {"bullets", "bullets-key"}
OWN_SECTIONS = {"zh": ("开场", "结束"), "en": ("Opening", "Closing")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Made, Path]]:
    """Every deck, composed without a finding, and its file."""
    folder = tmp_path_factory.mktemp("decks")
    found = {}
    for outline in DECKS:
        deck = good(outline.read_text(encoding="utf-8"))
        path = folder / f"{outline.stem}.pptx"
        path.write_bytes(deck.data())
        found[outline.stem] = deck, path
    return found


def written(made: Made) -> Iterator[tuple[Slide, ComposedSlide]]:
    """The slides that the presenter wrote, as outlined and as composed."""
    for section in made.outline.sections:
        for slide in section.slides:
            yield slide, made.slide(slide.id)


def family(slide: ComposedSlide) -> str:
    """The layout family of a slide: `cards` for `cards-4+takeaway@2.9`."""
    return re.sub(r"-\d+$", "", re.split(r"[+@]", slide.layout)[0])


def length(text: str) -> int:
    """The characters of a text that are spoken or read: spaces and line breaks do not count."""
    return len("".join(text.split()))


def test_sample_deck_is_there() -> None:
    assert TRAINING in [path.stem for path in DECKS]


def test_decks_pass_every_proof(built: dict[str, tuple[Made, Path]], proof: Callable[[Sequence[Path]], None]) -> None:
    proof([path for _, path in built.values()])


def test_sample_deck_has_a_length_for_one_session_and_many_layouts(built: dict[str, tuple[Made, Path]]) -> None:
    slides = built[TRAINING][0].deck.slides
    assert 24 <= len(slides) <= 30
    assert len({family(slide) for slide in slides}) >= 10


@pytest.mark.parametrize("deck", [path.stem for path in DECKS])
def test_deck_never_has_three_slides_of_bullets_in_a_row(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    slides = built[deck][0].deck.slides
    assert len(slides) > 3
    rows = zip(slides, slides[1:], slides[2:], strict=False)
    assert [[s.title for s in row] for row in rows if all(family(slide) in BULLETS for slide in row)] == []


@pytest.mark.parametrize("deck", [path.stem for path in DECKS])
def test_no_paragraph_ends_in_a_lonely_line(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    assert [p.text for p in paragraphs(built[deck][0].deck) if lonely(p)] == []


@pytest.mark.parametrize("deck", [path.stem for path in DECKS])
def test_every_content_slide_has_notes_of_some_length(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    lengths = {slide.id: length(slide.notes) for _, slide in written(built[deck][0])}
    assert len(lengths) >= 10
    assert {slide: found for slide, found in lengths.items() if found < 60} == {}


@pytest.mark.parametrize("deck", [path.stem for path in DECKS])
def test_titles_and_notes_read_back_as_the_outline_has_them(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    made, path = built[deck]
    found = {slide.id: read for slide, read in zip(made.deck.slides, outline_of(path), strict=True)}
    count = 0
    for outlined, composed in written(made):
        fields = {entry.key.text: entry.value for entry in outlined.fields}
        title = outlined.title or next(
            (fields[key] for key in ("statement", "金句", "quote", "引用") if key in fields), None
        )
        if title is None:
            continue  # a blank slide has no title
        first, *_ = found[composed.id].title.split("\n")  # below a quotation stands where it is from
        assert reads_back(plain(title.text), first), title.text
        assert outlined.notes is not None
        assert found[composed.id].notes == outlined.notes.text.rstrip("\n")
        count += 1
    assert count >= 10


@pytest.mark.parametrize("deck", [path.stem for path in DECKS])
def test_notes_of_cover_sections_and_closing_read_back_too(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    made, path = built[deck]
    outline = made.outline
    wanted = [outline.notes, *(s.notes for s in outline.sections), outline.closing.notes if outline.closing else None]
    notes = [slide.notes for slide in outline_of(path)]
    texts = [text.text.rstrip("\n") for text in wanted if text is not None]
    assert texts
    assert [text for text in texts if text not in notes] == []


@pytest.mark.parametrize("deck", [path.stem for path in DECKS])
def test_core_properties_are_those_of_the_outline(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    made, _ = built[deck]
    outline, properties = made.outline, made.pptx().core_properties
    assert outline.title is not None
    author = outline.presenter or outline.organisation
    assert (properties.title, properties.subject, properties.author, properties.language) == (
        outline.title.text,
        outline.subtitle.text if outline.subtitle else "",
        author.text if author else "",
        outline.language,
    )


@pytest.mark.parametrize("deck", [path.stem for path in DECKS])
def test_native_sections_are_those_of_the_outline(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    made, path = built[deck]
    package = Package.read(path)
    numbers = package.find(package.main, "p:sldIdLst/p:sldId/@id")
    ids = dict(zip(numbers, [slide.id for slide in made.deck.slides], strict=True))
    native = {
        section.get("name"): [ids[number] for number in section.xpath("*/*/@id")]
        for section in package.find(package.main, "//p14:section")
    }
    outlined = {(s.short or s.title).text: [slide.id for slide in s.slides] for s in made.outline.sections if s.title}
    opening, ending = OWN_SECTIONS[made.outline.language[:2]]
    assert [*native] == [opening, *outlined, ending]
    for name, slides in outlined.items():
        assert native[name][1:] == slides  # after the section's own slide
    assert (native[opening], native[ending]) == (["cover", "agenda"], ["closing"])


def shown(slide: ComposedSlide) -> str:
    kept = [i for i in slide.items if isinstance(i, Text) and i.slot not in ("", "footer", "number")]
    found = [p for item in kept for p in item.paragraphs]
    found += [p for i in slide.items if isinstance(i, Table) for row in i.rows for cell in row for p in cell.paragraphs]
    return "".join(p.text for p in found)


@pytest.mark.parametrize("deck", [path.stem for path in DECKS if path.stem != "gallery"])
def test_notes_say_more_than_the_slide_shows(built: dict[str, tuple[Made, Path]], deck: str) -> None:
    pairs = [(s.title, length(s.notes), length(shown(s))) for _, s in written(built[deck][0])]
    assert [pair for pair in pairs if pair[1] <= pair[2]] == []
