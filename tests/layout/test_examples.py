"""Every layout's example, at every count of items and in every theme, is a sound slide on that layout."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from slidegen.diagnostics import Report
from slidegen.layout.data import plain
from slidegen.layout.family import Family
from slidegen.layout.library import Library
from slidegen.resources import bundled
from tests.building import good
from tests.proof.parts import Package
from tests.proof.structure import Slide, outline_of

HEAD: dict[str, Any] = {"title": "Examples", "language": "en", "cover": False, "agenda": False, "closing": False}
LIBRARY = Library([bundled("layouts")], Report())
FAMILIES = LIBRARY.families(LIBRARY.theme("azure"))


@dataclass(frozen=True)
class Case:
    """One slide of the deck of examples."""

    family: Family
    count: int | None
    slide: dict[str, Any]

    @property
    def name(self) -> str:
        """The name its native layout must have, without the height of cells that follow their text."""
        name = self.family.label["en"]
        if self.count is not None:
            name += f" {self.count}"
        for key in sorted(self.slide.keys() & self.family.structural):
            name += f" + {self.family.slots[key].label['en']}"
        counted = self.family.counted
        items = self.slide[counted.name] if counted else []
        for key in sorted({key for item in items if isinstance(item, dict) for key in item}):
            if counted and f"{counted.name}.{key}" in self.family.structural:
                name += f" + {counted.fields[key].label['en']}"
        return name

    @property
    def title(self) -> str:
        """What PowerPoint must take for the slide's title."""
        text: str = self.slide.get("title") or self.slide.get(self.family.trigger or "", "")
        return text


def cases() -> Iterator[Case]:
    """The examples as they are written, then at all other counts with fewer words and nothing optional."""
    for family in FAMILIES:
        written: dict[str, Any] = plain(family.example, numbers=False)
        slot = family.counted
        items = written.get(slot.name) if slot else None
        if slot is None or slot.count is None or slot.count[0] == slot.count[1]:
            yield Case(family, None, written)
            continue
        assert items is not None
        yield Case(family, len(items), written)
        needed = {key: value for key, value in written.items() if key == "layout" or family.slots[key].required}
        for count in range(slot.count[0], slot.count[1] + 1):
            if count != len(items):
                yield Case(family, count, {**needed, slot.name: list(islice(cycle(map(brief, items)), count))})


def brief(item: Any) -> Any:
    """The first words of an item, as a reader who lists ten things would write it."""
    return " ".join(item.split()[:4]) if isinstance(item, str) else {key: brief(text) for key, text in item.items()}


CASES = [*cases()]
THEMES = LIBRARY.theme_names()


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The examples of all layouts in one deck a theme."""
    outline = json.dumps({**HEAD, "slides": [case.slide for case in CASES]}, indent=1)  # JSON is YAML, too
    folder = tmp_path_factory.mktemp("examples")
    made = {}
    for theme in THEMES:
        made[theme] = folder / f"{theme}.pptx"
        made[theme].write_bytes(good(outline, theme).data())
    return made


@pytest.fixture(scope="module")
def slides(decks: dict[str, Path]) -> dict[str, list[Slide]]:
    """What those decks say, by theme."""
    return {theme: outline_of(deck) for theme, deck in decks.items()}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "number", range(len(CASES)), ids=[f"{c.family.name}-{c.count or ''}".rstrip("-") for c in CASES]
)
def test_example_becomes_a_slide_on_its_own_layout(slides: dict[str, list[Slide]], number: int, theme: str) -> None:
    case, slide = CASES[number], slides[theme][number]
    assert re.sub(r" · \d+\.\d cm high$", "", slide.layout) == case.name
    assert " ".join(slide.title.split()) == case.title


def test_every_layout_has_an_example_and_says_when_to_use_it() -> None:
    assert {f.name for f in FAMILIES} >= {"cover", "agenda", "section", "bullets", "cards", "table", "quote", "closing"}
    assert [
        f.name for f in FAMILIES if f.example is None or not {"zh", "en"} <= f.use_when.keys() & f.label.keys()
    ] == []


def test_examples_pass_every_proof_in_every_theme_with_a_geometry_of_its_own(
    decks: dict[str, Path], proof: Callable[[Sequence[Path]], None]
) -> None:
    own = [theme for theme in THEMES if len(LIBRARY.theme(theme).sources) == 1]  # the others move no text
    proof([decks[theme] for theme in own])


def test_renamed_copy_of_a_layout_builds_the_same_slides(tmp_path: Path) -> None:
    outline = "title: 题目\nslides:\n" + "".join(
        f"  - title: 第{n}页\n    cards: [{', '.join(f'卡片{i}：说明文字' for i in range(n))}]\n" for n in (2, 3, 4, 6)
    )
    rest = tmp_path / "rest"
    shutil.copytree(bundled("layouts"), rest)
    written = (rest / "cards.yaml").read_text(encoding="utf-8")
    (rest / "cards.yaml").unlink()
    (tmp_path / "layouts").mkdir()
    copy = written.replace("name: cards", "name: tiles", 1).replace("label: {zh: 卡片,", "label: {zh: 瓷砖,", 1)
    (tmp_path / "layouts/house-style.yaml").write_text(copy, encoding="utf-8")
    one = _package(tmp_path / "one.pptx", good(outline).data())
    two = _package(tmp_path / "two.pptx", good(outline, folders=[tmp_path / "layouts", rest]).data())

    assert len(one.slides) == len(two.slides) == 6
    assert [one.members[part] for part in one.slides] == [two.members[part] for part in two.slides]
    for part in one.slides:
        (mine,), (other,) = one.links(part, "slideLayout"), two.links(part, "slideLayout")
        renamed = two.members[other.target].replace('<p:cSld name="瓷砖 '.encode(), '<p:cSld name="卡片 '.encode())
        assert one.members[mine.target] == renamed
    assert sum('name="瓷砖 '.encode() in two.members[part] for part in two.layouts) == 4


def _package(path: Path, data: bytes) -> Package:
    path.write_bytes(data)
    return Package.read(path)
