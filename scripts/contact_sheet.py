"""Draw all slides of a deck on one picture, as LibreOffice shows them.

    python scripts/contact_sheet.py build/integrity-training.pptx docs/pictures/integrity-training.png

Needs LibreOffice, pdftoppm and Pillow. Fonts are those of tests/fonts.conf, so that every machine draws alike.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.proof.render import to_pngs

GAP = 6
GROUND = "#8A8A8A"


def sheet(slides: list[Path], columns: int) -> Image.Image:
    """Return one picture with the slides' pictures in rows."""
    drawn = [Image.open(slide).convert("RGB") for slide in slides]
    width, height = drawn[0].size
    rows = -(-len(drawn) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for number, picture in enumerate(drawn):
        row, column = divmod(number, columns)
        whole.paste(picture, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return whole


def main() -> None:
    """Read the command line and write the picture, in a palette of 128 colours to keep the file small."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("deck", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--columns", type=int, default=5)
    parser.add_argument("--dpi", type=int, default=24)
    parser.add_argument("--slides", help="numbers of the slides to show, such as 1,2,5; all if not given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        slides = to_pngs(given.deck, Path(folder), given.dpi)
        if given.slides:
            slides = [slides[int(number) - 1] for number in given.slides.split(",")]
        given.picture.parent.mkdir(parents=True, exist_ok=True)
        sheet(slides, given.columns).quantize(128).save(given.picture, optimize=True)


if __name__ == "__main__":
    main()
