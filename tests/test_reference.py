"""docs/reference against the code: no page is stale, every layout and theme has a picture, the grammar is whole."""

import re
from pathlib import Path

import pytest

from scripts.make_reference import PAGES
from scripts.reference.layouts import built_in
from slidegen.layout import arrange, build, decor, frames, grammar, paint, styles

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
MOST_BYTES = 3_500_000
MOST_OF_A_SHEET = 400_000


@pytest.mark.parametrize("name", PAGES)
def test_page_is_what_the_code_says(name: str) -> None:
    assert (ROOT / "docs/reference" / name).read_text("utf-8") == PAGES[name](), "run: make reference"


def test_every_layout_and_theme_has_its_picture_and_none_is_left_over() -> None:
    catalog = built_in()
    layouts = {family.name for family in catalog.families() if not family.abstract}
    assert {path.stem for path in (PICTURES / "layouts").glob("*.png")} == layouts
    themes = set(catalog.library.theme_names())
    assert {path.stem for path in (PICTURES / "themes").glob("*.png")} == themes
    own = {theme for theme in themes if len(catalog.library.theme(theme).sources) == 1}
    assert {path.stem for path in (PICTURES / "gallery").glob("*.png")} == own


def test_pictures_of_the_reference_are_small() -> None:
    pictures = [*(PICTURES / "layouts").glob("*.png"), *(PICTURES / "themes").glob("*.png")]
    assert sum(path.stat().st_size for path in pictures) < MOST_BYTES
    assert all(path.stat().st_size <= MOST_OF_A_SHEET for path in (PICTURES / "gallery").glob("*.png"))


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name)
def test_links_of_the_documents_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)]+)\)", text)]
    missing = [t for t in targets if t and "://" not in t and not (page.parent / t).exists()]
    assert missing == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(grammar._LAYOUT, id="layout"),
        pytest.param(grammar._SLOT, id="slot"),
        pytest.param(grammar._THEME, id="theme"),
        pytest.param(frames.FRAME_KEYS, id="frame"),
        pytest.param(frames.TEXT_KEYS, id="text"),
        pytest.param(styles.STYLE_KEYS, id="style"),
        pytest.param(arrange._KEYS, id="arrange"),
        pytest.param([key for key in build._ITEM_KEYS if key != "idx"], id="items"),
        pytest.param(build._CELL_KEYS, id="cell"),
        pytest.param(build._TABLE_KEYS, id="table"),
        pytest.param([*decor.KINDS, *decor._LOOK, *decor._COMPOSERS, "at", "adjust"], id="decor"),
        pytest.param([*paint._STROKE_KEYS, *paint._PAINT_KEYS], id="paint"),
    ],
)
def test_grammar_page_names_every_key(words: list[str]) -> None:
    # keys stand in code spans and in the block that defines paints
    text = (ROOT / "docs/reference/grammar.md").read_text("utf-8")
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    spans = " ".join([*blocks, *re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))])
    assert [word for word in words if not re.search(rf"(?<![\w]){re.escape(word)}(?![\w])", spans)] == []
