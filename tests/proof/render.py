"""Decks to PDF and PNG by LibreOffice, with fonts that are the same on every machine."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.proof.need import need

FONTS = Path(__file__).parents[1] / "fonts.conf"
_START_SECONDS = 300
_SECONDS_PER_DECK = 600


NOTES_PAGES = (
    'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"},'
    '"ExportOnlyNotesPages":{"type":"boolean","value":"true"}}'
)
"""Prints the notes pages instead of the slides."""


def to_pdfs(decks: Sequence[Path], folder: Path, form: str = "pdf", fonts: Path = FONTS) -> list[Path]:
    """Render decks by one start of LibreOffice; return a PDF for each, in order.

    The PDFs are `folder/1.pdf`, `folder/2.pdf` …, since decks of several folders may share a name.
    Raises AssertionError when LibreOffice does not render a deck.
    """
    if not decks:
        return []
    soffice = need("soffice")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="slidegen-render-") as scratch:
        staged = [Path(scratch) / f"{n}.pptx" for n in range(1, len(decks) + 1)]
        for copy, deck in zip(staged, decks, strict=True):
            copy.write_bytes(deck.read_bytes())
        profile = (Path(scratch) / "profile").as_uri()
        run = subprocess.run(
            [
                *(soffice, f"-env:UserInstallation={profile}", "--headless"),
                *("--convert-to", form, "--outdir", str(folder), *map(str, staged)),
            ],
            env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
            capture_output=True,
            text=True,
            timeout=_START_SECONDS + _SECONDS_PER_DECK * len(decks),
            check=False,
        )
    pdfs = [folder / f"{copy.stem}.pdf" for copy in staged]
    lost = [deck.name for deck, pdf in zip(decks, pdfs, strict=True) if not pdf.exists()]
    assert not lost, f"LibreOffice did not render {', '.join(lost)}:\n{run.stdout}{run.stderr}"
    return pdfs


def to_pdf(deck: Path, folder: Path) -> Path:
    """Render one deck to a PDF of the same name in `folder`."""
    with tempfile.TemporaryDirectory(prefix="slidegen-pdf-") as scratch:
        (made,) = to_pdfs([deck], Path(scratch))
        folder.mkdir(parents=True, exist_ok=True)
        pdf = folder / f"{deck.stem}.pdf"
        pdf.write_bytes(made.read_bytes())
    return pdf


def to_pngs(deck: Path, folder: Path, dpi: int = 60) -> list[Path]:
    """Render one deck to a picture a slide, `NAME-01.png` … in `folder`, in slide order."""
    pdftoppm = need("pdftoppm")
    pdf = to_pdf(deck, folder)
    subprocess.run([pdftoppm, "-png", "-r", str(dpi), str(pdf), str(folder / deck.stem)], check=True)
    return sorted(folder.glob(f"{deck.stem}-*.png"), key=lambda png: int(png.stem.rpartition("-")[2]))
