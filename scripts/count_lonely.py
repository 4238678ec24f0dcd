"""Count the paragraphs whose last line is lonely, over the sample decks and the dense ones, with and without avoidance.

    python scripts/count_lonely.py

Lonely is a last line of one or two CJK characters, or of one Latin word of up to six letters.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from slidegen.compose import fitting
from slidegen.composed import ComposedDeck, Paragraph, Table, Text
from slidegen.resources import bundled
from tests.building import made
from tests.dense import LANGUAGES, deck

THEMES = sorted(path.stem for path in (bundled("layouts") / "themes").glob("*.yaml"))
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
_MARKS = re.compile(r"[^\w]+")
_SHORT_WORD = 6


def paragraphs(composed: ComposedDeck) -> Iterator[Paragraph]:
    """Yield every paragraph of a deck's slides, those of tables too."""
    for slide in composed.slides:
        for item in slide.items:
            if isinstance(item, Text):
                yield from item.paragraphs
            elif isinstance(item, Table):
                yield from (p for row in item.rows for cell in row for p in cell.paragraphs)


def lonely(paragraph: Paragraph) -> bool:
    """Tell whether the last of several lines is lonely; marks do not count."""
    if len(paragraph.lines) < 2:
        return False
    start, end, _ = paragraph.lines[-1]
    # where a heading was broken, spaces gave way to line feeds one for one or were put in: count from the end
    whole = paragraph.text
    text = whole.rpartition("\n")[2] if "\n" in whole else whole[start:end]
    letters = _MARKS.sub("", text)
    if _WIDE.search(letters):
        return len(letters) <= 2
    return " " not in text.strip() and len(letters) <= _SHORT_WORD


def count(decks: dict[str, Callable[[], ComposedDeck]]) -> dict[str, tuple[int, int]]:
    """Return for each deck the lonely paragraphs, and those of several lines."""
    found = {}
    for name, build in decks.items():
        several = [p for p in paragraphs(build()) if len(p.lines) > 1]
        found[name] = (sum(map(lonely, several)), len(several))
    return found


def main() -> int:
    """Count with the avoidance, then without."""
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(bundled("decks").glob("*.yaml"))}
    decks = {name: lambda text=text: made(text).deck for name, text in texts.items()}
    for language in LANGUAGES:
        for theme in THEMES:
            text = deck(language, theme)
            decks[f"dense {language}, {theme}"] = lambda text=text, theme=theme: made(text, theme).deck
    after = count(decks)
    fitting.tighten = lambda *_: 0.0  # what fitting asks for is none
    fitting._lonely = lambda *_: 0
    fitting.balance = lambda *_: ()
    before = count(decks)
    print(f"{'deck':26} {'before':>7} {'after':>6}   of paragraphs with several lines")
    for name, (number, several) in after.items():
        print(f"{name:26} {before[name][0]:7} {number:6}   {several}")
    print(f"{'all':26} {sum(n for n, _ in before.values()):7} {sum(n for n, _ in after.values()):6}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
