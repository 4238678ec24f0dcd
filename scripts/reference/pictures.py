"""The reference's pictures: the example of each layout under each theme, as LibreOffice draws it."""

import tempfile
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from scripts.reference.layouts import built_in
from slidegen.commands.catalog import example_of
from slidegen.diagnostics import Report
from slidegen.outline.reader import read_outline
from slidegen.pipeline import prepare, render
from slidegen.resources import bundled
from tests.proof.render import to_pngs

DPI = 42
GAP = 4
GROUND = "#8A8A8A"
_HEAD = "title: Examples\nlanguage: en-GB\ncover: false\nagenda: false\nclosing: false\nslides:\n"


def draw(pictures: Path) -> None:
    """Write `layouts/NAME.png`, all themes side by side, and `themes/NAME.png`, all layouts of one theme."""
    catalog = built_in()
    names = [family.name for family in catalog.families() if not family.abstract]
    drawn = {theme: _slides(theme) for theme in sorted(catalog.library.theme_names())}
    for place, name in enumerate(names):
        _save([slides[place] for slides in drawn.values()], len(drawn), pictures / "layouts" / f"{name}.png")
    for theme, slides in drawn.items():
        small = [slide.resize((slide.width // 2, slide.height // 2), Image.LANCZOS) for slide in slides]
        _save(small, 4, pictures / "themes" / f"{theme}.png")


def _slides(theme: str) -> list[Image.Image]:
    """Return the pictures of all layouts' examples under a theme."""
    catalog = built_in()
    examples = [example_of(family) for family in catalog.families() if not family.abstract]
    report = Report()
    outline = read_outline((_HEAD + "\n".join(examples)).encode(), "examples.yaml", report)
    assert outline is not None, report.findings
    deck = render(prepare(replace(outline, folder=bundled("decks")), catalog.library, report, theme))
    assert not report.failed, report.findings
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "examples.pptx"
        path.write_bytes(deck)
        return [Image.open(png).convert("RGB") for png in to_pngs(path, Path(folder), DPI)]


def _save(slides: list[Image.Image], columns: int, path: Path) -> None:
    """Write slides in rows on one picture, in a palette that keeps the file small."""
    width, height = slides[0].size
    rows = -(-len(slides) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for number, slide in enumerate(slides):
        row, column = divmod(number, columns)
        whole.paste(slide, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.quantize(128).save(path, optimize=True)
