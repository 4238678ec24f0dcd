"""Time a library call against a python-pptx script, both after their imports: python library.py DECK.yaml DECK.json.

Prints the CPU seconds of each, the least of several calls in one process.
"""

import io
import json
import sys
import time
from pathlib import Path

from pptx import Presentation

from slidegen.diagnostics import Report
from slidegen.pipeline import load, prepare, render

ROUNDS = 7


def own(source: Path) -> None:
    """Build the deck with slidegen."""
    report = Report()
    outline, library = load(source, report)
    assert outline is not None
    render(prepare(outline, library, report))


def script(source: Path) -> None:
    """Build the deck with python-pptx."""
    deck = Presentation()
    for title, bullets, notes in json.loads(source.read_text("utf-8")):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text_frame.text = "\n".join(bullets)
        slide.notes_slide.notes_text_frame.text = notes
    deck.save(io.BytesIO())


def timed(build: object, source: Path) -> float:
    """Return the least CPU seconds of several calls; the first one warms up and does not count."""
    assert callable(build)
    build(source)
    least = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        build(source)
        least = min(least, time.process_time() - start)
    return least


if __name__ == "__main__":
    print(timed(own, Path(sys.argv[1])), timed(script, Path(sys.argv[2])))
