"""docs/extending.md does what it says: its own snippets, put where it puts them, build slides."""

import importlib.util
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide

from slidegen.blocks.kinds import KINDS
from slidegen.diagnostics import Report
from slidegen.layout.data import plain
from slidegen.layout.library import Library
from slidegen.resources import bundled
from tests.building import Made, good, made
from tests.layout.test_contrast import BODY, Look

ROOT = Path(__file__).parents[1]
SNIPPET = re.compile(r"^```(?:yaml|python) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def snippets() -> dict[str, list[str]]:
    """The document's snippets by the file they belong to, in order."""
    found = defaultdict(list)
    for path, text in SNIPPET.findall((ROOT / "docs/extending.md").read_text(encoding="utf-8")):
        found[path].append(text)
    return found


DOCUMENT = snippets()
TALK = "".join(DOCUMENT["talk.yaml"])
WORKSHOP = "".join(DOCUMENT["workshop.yaml"])
FOREST = yaml.load("".join(DOCUMENT["layouts/themes/forest.yaml"]), yaml.BaseLoader)


def put(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def built(folder: Path, outline: str, theme: str | None = None) -> Made:
    """An outline about which there is nothing to say, with the layouts in a folder before the built-in ones."""
    return good(outline, theme, (folder / "layouts", bundled("layouts")))


def texts(slide: Slide) -> dict[int, list[str]]:
    """The paragraphs of a slide's placeholders by idx."""
    return {s.placeholder_format.idx: [p.text for p in s.text_frame.paragraphs] for s in slide.placeholders}


def ground(slide: Slide, idx: int) -> str:
    """The theme colour that fills a placeholder of a slide's native layout."""
    found = slide.slide_layout.element.xpath(
        f"string(.//p:sp[p:nvSpPr/p:nvPr/p:ph/@idx='{idx}']/p:spPr/a:solidFill/a:schemeClr/@val)"
    )
    return str(found)


def titled(deck: Presentation, title: str) -> Slide:
    """The slide of a title."""
    slide: Slide
    for slide in deck.slides:
        if slide.shapes.title is not None and slide.shapes.title.text_frame.text == title:
            return slide
    raise AssertionError(f"no slide has the title {title}")


def by_keys(text: str) -> dict[str, str]:
    """The lines of a YAML file by the top-level key they stand under."""
    parts = re.split(r"^(?=[a-z]\w*:)", text, flags=re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts if re.match(r"[a-z]\w*:", part)}


def test_every_file_of_the_document_is_tested_here() -> None:
    assert {*DOCUMENT} == {
        *("talk.yaml", "workshop.yaml"),
        *("layouts/faq.yaml", "layouts/summary.yaml", "layouts/group-work.yaml"),
        *("layouts/themes/forest.yaml", "layouts/themes/dusk.yaml"),
        *("slidegen/blocks/duration.py", "slidegen/blocks/kinds.py"),
    }


# ---------------------------------------------------------------------------------------------- a layout


def test_new_layout_takes_the_slide_that_has_its_trigger(tmp_path: Path) -> None:
    put(tmp_path, "layouts/faq.yaml", "".join(DOCUMENT["layouts/faq.yaml"]))
    deck = built(tmp_path, TALK).pptx()
    slide = titled(deck, "Three questions come up every week")

    assert slide.slide_layout.name == "Questions 3 + Takeaway"
    found = texts(slide)
    assert found[11] == ["Are you open on Saturdays?", "From nine to one, except in August"]
    assert found[12] == ["Can I come without an appointment?", "Yes, until ten in the morning"]
    assert found[13] == ["Who answers letters?", "The desk, within three working days"]
    assert found[30] == ["The answers hang at the door"]
    assert slide.has_notes_slide
    drawn = [s.text_frame.text for s in slide.slide_layout.shapes if isinstance(s, Shape) and not s.is_placeholder]
    assert drawn.count("?") == 3


def test_new_layout_builds_as_soon_as_it_has_its_geometry_and_after_every_later_step(tmp_path: Path) -> None:
    steps = DOCUMENT["layouts/faq.yaml"]
    first = next(n for n, step in enumerate(steps, 1) if step.startswith("geometry:"))
    assert 1 < first < len(steps)
    for upto in range(first, len(steps) + 1):
        put(tmp_path, "layouts/faq.yaml", "".join(steps[:upto]))
        slide = titled(built(tmp_path, TALK).pptx(), "Three questions come up every week")
        assert texts(slide)[13][0] == "Who answers letters?"


def test_new_layout_has_cells_that_make_room_for_the_takeaway(tmp_path: Path) -> None:
    put(tmp_path, "layouts/faq.yaml", "".join(DOCUMENT["layouts/faq.yaml"]))
    slide = titled(built(tmp_path, TALK).pptx(), "Three questions come up every week")
    boxes = {s.placeholder_format.idx: s for s in slide.placeholders}
    assert boxes[13].top + boxes[13].height < boxes[30].top


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("theme", ["azure", "dangjian"])
def test_new_layout_holds_every_count_in_every_theme(tmp_path: Path, theme: str, count: int) -> None:
    put(tmp_path, "layouts/faq.yaml", "".join(DOCUMENT["layouts/faq.yaml"]))
    items = [{"question": f"Question {n}?", "answer": f"Answer {n}"} for n in range(1, count + 1)]
    outline = json.dumps({"title": "T", "language": "en", "slides": [{"title": "Asked", "faq": items}]})
    slide = titled(built(tmp_path, outline, theme).pptx(), "Asked")
    assert slide.slide_layout.name == f"Questions {count}"
    assert [texts(slide)[10 + n] for n in range(1, count + 1)] == [[*item.values()] for item in items]


def test_example_of_the_new_layout_builds(tmp_path: Path) -> None:
    put(tmp_path, "layouts/faq.yaml", "".join(DOCUMENT["layouts/faq.yaml"]))
    library = Library((tmp_path / "layouts", bundled("layouts")), Report())
    example = library.family("faq", library.theme("azure")).example
    assert example is not None
    shown = plain(example, numbers=False)
    outline = json.dumps({"title": "T", "language": "en", "slides": [shown]})
    assert titled(built(tmp_path, outline).pptx(), shown["title"]).slide_layout.name == "Questions 2"


def test_layout_that_extends_its_own_name_changes_only_what_it_says(tmp_path: Path) -> None:
    outline = "title: T\nlanguage: en\nslides:\n  - title: Three\n    summary: ['One: a', 'Two: b', 'Three: c']\n"
    plainly = titled(good(outline).pptx(), "Three")
    put(tmp_path, "layouts/summary.yaml", "".join(DOCUMENT["layouts/summary.yaml"]))
    changed = titled(built(tmp_path, outline).pptx(), "Three")

    assert changed.slide_layout.name == plainly.slide_layout.name
    assert texts(changed) == texts(plainly)
    assert (ground(plainly, 11), ground(changed, 11)) == ("bg2", "bg1")


# ---------------------------------------------------------------------------------------------- a theme


@pytest.fixture
def forest(tmp_path: Path) -> Path:
    """A folder with the new theme: a copy of azure with the document's keys in place of its own."""
    azure = (bundled("layouts") / "themes/azure.yaml").read_text(encoding="utf-8")
    changes = {key: part for text in DOCUMENT["layouts/themes/forest.yaml"] for key, part in by_keys(text).items()}
    keys = by_keys(azure)
    assert changes.keys() <= keys.keys()
    put(tmp_path, "layouts/themes/forest.yaml", "".join({**keys, **changes}.values()))
    put(tmp_path, "layouts/faq.yaml", "".join(DOCUMENT["layouts/faq.yaml"]))
    return tmp_path


def test_new_theme_is_the_native_theme_with_its_colours_and_fonts(forest: Path) -> None:
    deck = built(forest, TALK.replace("language: en", "language: en\ntheme: forest")).pptx()
    theme = etree.fromstring(deck.slide_master.part.part_related_by(RT.THEME).blob)
    colors = {etree.QName(c).localname: c[0].get("val") for c in theme.xpath("//a:clrScheme/*", namespaces=A)}

    assert colors == FOREST["colors"]
    for native, role in (("majorFont", "heading"), ("minorFont", "body")):
        latin = theme.xpath(f"string(//a:{native}/a:latin/@typeface)", namespaces=A)
        others = theme.xpath(f"//a:{native}/a:font", namespaces=A)
        assert {"latin": latin, **{f.get("script"): f.get("typeface") for f in others}} == FOREST["fonts"][role]


def test_new_theme_draws_its_own_decoration(forest: Path) -> None:
    deck = built(forest, TALK, "forest").pptx()
    assert [s.name for s in deck.slide_master.shapes if not s.is_placeholder] == ["edge", "foot line"]
    drawn = [s.name for s in deck.slides[0].slide_layout.shapes if not s.is_placeholder]
    assert drawn == ["panes", "bar"]


def test_theme_that_extends_another_says_only_what_differs(tmp_path: Path) -> None:
    put(tmp_path, "layouts/themes/dusk.yaml", "".join(DOCUMENT["layouts/themes/dusk.yaml"]))
    put(tmp_path, "layouts/faq.yaml", "".join(DOCUMENT["layouts/faq.yaml"]))
    library = Library([tmp_path / "layouts", bundled("layouts")], Report())
    dusk, azure = library.theme("dusk"), library.theme("azure")
    assert {slot for slot in azure.colors if dusk.colors[slot] != azure.colors[slot]} == {"accent1", "accent2"}
    assert (dusk.fonts, dusk.styles, dusk.roles) == (azure.fonts, azure.styles, azure.roles)

    deck = built(tmp_path, TALK, "dusk").pptx()
    cover, content = deck.slides[0], titled(deck, "Three questions come up every week")
    assert [s.name for s in cover.slide_layout.shapes if not s.is_placeholder] == ["bar"]
    assert not deck.slides[0].element.xpath("//p:transition")
    assert [s.name for s in content.slide_layout.slide_master.shapes if not s.is_placeholder] == ["tab", "foot line"]


def test_text_in_the_new_theme_can_be_read(forest: Path) -> None:
    look = Look(Library([forest / "layouts", bundled("layouts")], Report()).theme("forest"))
    for surface in look.theme.surfaces["light"]:
        assert min(look.worst(surface, text) for text in ("tx1", "tx2", "MUTED", "TITLE", "HEAD")) >= BODY, surface
    for surface in look.theme.surfaces["dark"]:
        assert min(look.worst(surface, text) for text in ("ON", "ICON", "bg1")) >= BODY, surface
    assert min(look.worst("NIGHT", text) for text in ("bg1", "pale", "mint")) >= BODY


# ---------------------------------------------------------------------------------------------- a kind of block


@pytest.fixture
def duration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the layout that uses the new kind, which stands in the table as the document puts it there."""
    put(tmp_path, "duration.py", "".join(DOCUMENT["slidegen/blocks/duration.py"]))
    spec = importlib.util.spec_from_file_location("duration", tmp_path / "duration.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (line,) = DOCUMENT["slidegen/blocks/kinds.py"]
    for name, parse in eval("{" + line + "}", {"duration": module}).items():
        monkeypatch.setitem(KINDS, name, parse)
    put(tmp_path, "layouts/group-work.yaml", "".join(DOCUMENT["layouts/group-work.yaml"]))
    return tmp_path


def test_new_kind_of_block_is_read_onto_a_slide(duration: Path) -> None:
    slide = titled(built(duration, WORKSHOP).pptx(), "Write the answers with your neighbour")
    assert slide.slide_layout.name == "Group work"
    assert texts(slide)[10] == ["Take the three questions and find one sentence for each"]
    assert texts(slide)[11] == ["1 h 30 min"]


@pytest.mark.parametrize(("written", "shown"), [("45", "45 min"), ("120", "2 h"), ("0", "0 min"), ("61", "1 h 1 min")])
def test_new_kind_tells_hours_and_minutes(duration: Path, written: str, shown: str) -> None:
    deck = built(duration, WORKSHOP.replace("time: 90", f"time: {written}")).pptx()
    assert texts(titled(deck, "Write the answers with your neighbour"))[11] == [shown]


@pytest.mark.parametrize("written", ["soon", "-5", "1:30", "[90]", "99999", "９０"])
def test_new_kind_says_in_which_line_it_was_given_what_it_cannot_read(duration: Path, written: str) -> None:
    outline = WORKSHOP.replace("time: 90", f"time: {written}")
    line = outline[: outline.index("time:")].count("\n") + 1
    deck = made(outline, folders=(duration / "layouts", bundled("layouts")))
    assert ("wrong-kind", line) in deck.errors


def test_kind_is_unknown_until_it_stands_in_the_table(tmp_path: Path) -> None:
    put(tmp_path, "layouts/group-work.yaml", "".join(DOCUMENT["layouts/group-work.yaml"]))
    assert "duration" not in KINDS
    deck = made(WORKSHOP, folders=(tmp_path / "layouts", bundled("layouts")))
    line = "".join(DOCUMENT["layouts/group-work.yaml"]).partition("kind: duration")[0].count("\n") + 1
    assert deck.errors == [("layout-kind", line)]
