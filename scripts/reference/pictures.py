"""The reference's pictures: layouts' examples and the gallery deck under each theme, as LibreOffice draws them."""

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
    """Write `layouts/NAME.png`, the themes side by side, `themes/NAME.png`, all layouts of one theme, and
    `gallery/NAME.png`, the gallery deck in one theme.

    Themes that build on another stand among `themes/` only: they move nothing.
    """
    catalog = built_in()
    names = [family.name for family in catalog.families() if not family.abstract]
    examples = _HEAD + "\n".join(example_of(family) for family in catalog.families() if not family.abstract)
    gallery = (bundled("decks") / "gallery.yaml").read_text("utf-8")
    themes = sorted(catalog.library.theme_names())
    drawn = {theme: _slides(examples, theme) for theme in themes}
    own = [theme for theme in themes if len(catalog.library.theme(theme).sources) == 1]
    for place, name in enumerate(names):
        _save([drawn[theme][place] for theme in own], 3, pictures / "layouts" / f"{name}.png")
    for theme, slides in drawn.items():
        _save([_half(slide) for slide in slides], 4, pictures / "themes" / f"{theme}.png", _RARE)
    for theme in own:
        slides = [_half(slide) for slide in _slides(gallery, theme)]
        _save(slides, 6, pictures / "gallery" / f"{theme}.png", _RARE)


def _half(slide: Image.Image) -> Image.Image:
    return slide.resize((slide.width // 2, slide.height // 2), Image.LANCZOS)


def _slides(text: str, theme: str) -> list[Image.Image]:
    """Return the pictures of an outline's slides under a theme, hidden ones left out."""
    report = Report()
    outline = read_outline(text.encode(), "talk.yaml", report)
    assert outline is not None, report.findings
    deck = render(prepare(replace(outline, folder=bundled("decks")), built_in().library, report, theme))
    assert not report.failed, report.findings
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talk.pptx"
        path.write_bytes(deck)
        return [Image.open(png).convert("RGB") for png in to_pngs(path, Path(folder), DPI)]


_USUAL, _RARE = Image.Quantize.MEDIANCUT, Image.Quantize.FASTOCTREE
"""Ways to a palette: over many slides the median cut loses rare colours, such as gold beside red."""


def _save(slides: list[Image.Image], columns: int, path: Path, method: Image.Quantize = _USUAL) -> None:
    """Write slides in rows on one picture, in a palette that keeps the file small."""
    width, height = slides[0].size
    rows = -(-len(slides) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for number, slide in enumerate(slides):
        row, column = divmod(number, columns)
        whole.paste(slide, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.quantize(256 if method == _RARE else 128, method=method).save(path, optimize=True)
