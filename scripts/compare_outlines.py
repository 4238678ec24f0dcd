"""Compare the outline made of a manuscript with one that a person made of it, slide by slide.

    python scripts/compare_outlines.py MANUSCRIPT IDEAL

IDEAL is YAML: sections with slides, each with its `layout`, its texts under any keys, and `src`, the numbers from 0
of the paragraphs that it stands for. A slide is held against those of ours that stand for any of its paragraphs.
Recall is how many pairs of neighbouring characters of the ideal's texts ours have, precision the other way round.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))
from slidegen.diagnostics import Report
from slidegen.manuscript.plan import Plan, PlannedSlide
from slidegen.manuscript.planning import plan_of
from slidegen.manuscript.reading.manuscript import read_manuscript

_APART = frozenset({"layout", "src", "notes", "title", "n", "number", "id"})
"""Keys of an ideal slide that hold no text of its content; titles follow from headings."""
_OF_FRAME = frozenset({"title", "agenda", "section", "subsection", "closing"})
_LIKE = {
    "two-column": "columns",
    "process": "steps",
    "numbered": "cards",
    "summary": "cards",
}
"""Names of one form: ours and the ideal's are both looked up here."""
_LETTER = re.compile(r"\w")


def texts_of(value: Any) -> Iterator[str]:
    """Yield the texts of an ideal slide's content; the titles of cards and columns are some."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for key, part in value.items() if key != "n" for text in texts_of(part))
    elif isinstance(value, Sequence):
        yield from (text for part in value for text in texts_of(part))


def pairs(texts: Sequence[str]) -> Counter[str]:
    """Return the pairs of neighbouring letters inside each text."""
    found: Counter[str] = Counter()
    for text in texts:
        letters = "".join(_LETTER.findall(text.lower()))
        found.update(a + b for a, b in pairwise(letters))
    return found


def form(layout: str) -> str:
    """Return the form of a layout: cards-3 and cards-4 are one, two-column and columns too."""
    name = re.sub(r"-\d$", "", layout)
    return _LIKE.get(name, name)


def ours_for(plan: Plan, paragraphs: set[int]) -> list[PlannedSlide]:
    """Return the slides of a plan that stand for any of the paragraphs."""
    return [s for section in plan.sections for s in section.slides if paragraphs & set(s.paragraphs)]


def scores(wanted: Counter[str], found: Counter[str]) -> tuple[float, float, float]:
    """Return precision, recall and F; 0 where there is nothing to divide by."""
    shared = (wanted & found).total()
    precision = shared / found.total() if found else 0.0
    recall = shared / wanted.total() if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def compare(plan: Plan, ideal: Mapping[str, Any]) -> None:
    """Print the scores of each slide of content in the ideal outline, then of all."""
    all_wanted: Counter[str] = Counter()
    all_found: Counter[str] = Counter()
    shared, agreed, count, means = 0, 0, 0, 0.0
    for slide in (slide for section in ideal["sections"] for slide in section["slides"]):
        ours = ours_for(plan, set(slide["src"]))
        if slide["layout"] in _OF_FRAME or not ours:
            continue
        wanted = pairs([text for key, value in slide.items() if key not in _APART for text in texts_of(value)])
        found = pairs([text for own in ours if own.content for text in own.content.texts()])
        forms = {form(own.content.fields[0][0]) for own in ours if own.content}
        precision, recall, mean = scores(wanted, found)
        same = form(slide["layout"]) in forms
        layouts = (
            form(slide["layout"]) if same else f"{form(slide['layout'])}, ours {'+'.join(sorted(forms)) or 'none'}"
        )
        numbers = ",".join(map(str, slide["src"]))
        print(f"{numbers:>4}  P {precision:.2f}  R {recall:.2f}  F {mean:.2f}  {slide['title']} ({layouts})")
        all_wanted += wanted
        all_found += found
        shared += (wanted & found).total()
        agreed, count, means = agreed + same, count + 1, means + mean
    precision, recall = shared / max(1, all_found.total()), shared / max(1, all_wanted.total())
    total = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"all   P {precision:.2f}  R {recall:.2f}  F {total:.2f}  mean F {means / max(1, count):.2f}  "
        f"layouts {agreed}/{count}"
    )


def main() -> int:
    """Compare two outlines that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("manuscript", type=Path)
    parser.add_argument("ideal", type=Path)
    given = parser.parse_args()
    manuscript = read_manuscript(given.manuscript, given.manuscript.read_bytes(), Report())
    compare(plan_of(manuscript), yaml.safe_load(given.ideal.read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
