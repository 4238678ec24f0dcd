"""Every text of every layout can be read in every theme, plain, stressed and as a link (WCAG 2.2, 1.4.3)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from slidegen.diagnostics import Report, Severity
from slidegen.layout.family import Family, Slot
from slidegen.layout.library import Library
from slidegen.resources import bundled
from tests.building import made
from tests.proof.contrast import faint

LIBRARY = Library([bundled("layouts")], Report())
FAMILIES = LIBRARY.families(LIBRARY.theme("azure"))
WORDS = "A **b** [c](slide:next)"
CROWDED = ("overflow", "no-room")
"""What may be wrong with the slides: a layout with all it may hold can be too full, which is no matter here."""
TABLE = {"rows": [[WORDS] * 3] * 4, "total": True, "highlight": 2}


def slides() -> Iterator[dict[str, Any]]:
    """Each layout at each count of items with all it may hold, with a strong takeaway, and with what it must hold."""
    for family in FAMILIES:
        counted = family.counted
        low, high = counted.count if counted and counted.count else (1, 1)
        for count in range(low, high + 1):
            yield slide(family, count, full=True)
        yield slide(family, high, full=False)
        if "takeaway.strong" in family.structural and "takeaway" in family.slots:
            yield {**slide(family, low, full=True), "takeaway": {"text": WORDS, "strong": True}}


def slide(family: Family, count: int, *, full: bool) -> dict[str, Any]:
    """One slide with the same few words in each slot."""
    slots = {name: slot for name, slot in family.slots.items() if full or slot.required}
    return {"layout": family.name, **{name: value(slot, count, full) for name, slot in slots.items()}}


def value(slot: Slot, count: int, full: bool) -> Any:
    match slot.kind:
        case "items":
            low, high = slot.count or (1, 9)
            fields = {name: field for name, field in slot.fields.items() if full or field.required}
            item = {name: value(field, 1, full) for name, field in fields.items()}
            return [item or WORDS] * min(max(count, low), high)
        case "bullets":
            return [WORDS, [WORDS, [WORDS]]]
        case "table":
            return TABLE
        case "chart":
            return {"type": "column", "categories": ["A", "B"], "series": {"S": [1, 2]}, "highlight": "A"}
        case "code":
            return {"text": 'def f(x): # why\n    return "s" + 1', "language": "python", "highlight": [1]}
        case "math":
            return "x^2"
        case "icon":
            return "star"
        case "flag":
            return True
    return WORDS


@pytest.mark.parametrize("theme", LIBRARY.theme_names())
def test_every_text_stands_out_from_what_lies_under_it(theme: str, tmp_path: Path) -> None:
    head = {"title": WORDS, "language": "en", "subtitle": WORDS, "kicker": WORDS}
    outline = {**head, "sections": [{"title": WORDS, "text": WORDS, "slides": [*slides()]}]}
    done = made(json.dumps(outline), theme)
    wrong = [f for f in done.findings if f.severity is Severity.ERROR and f.code not in CROWDED]
    assert wrong == []
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(done.data())
    assert [str(fault) for fault in faint(deck)] == []
