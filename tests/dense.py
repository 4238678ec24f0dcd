"""Outlines that fill their slides to the brim: in Chinese, English and both, with lists and tables of many slides."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle, islice
from typing import Any

from slidegen.diagnostics import Report
from slidegen.layout.library import Library
from slidegen.outline.reader import read_outline
from slidegen.pipeline import prepare
from slidegen.resources import bundled
from tests.proof.breaking import ADDRESSES, CHINESE, ENGLISH, MIXED, QUOTES, UNITS

Slide = dict[str, Any]

LANGUAGES = {"zh": "zh-CN", "en": "en", "mixed": "zh-CN"}
SENTENCES = {
    "zh": [*CHINESE, *QUOTES],
    "en": ENGLISH,
    "mixed": [*MIXED, *UNITS, *ADDRESSES],
}
_LIBRARY = Library((bundled("layouts"),), Report())
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 9
LIST_ROWS, TABLE_ROWS, DEPTH = 60, 200, 3


def outline(language: str, slides: list[Slide]) -> str:
    """An outline of these slides alone; JSON is YAML."""
    head = {"title": "Dense", "language": LANGUAGES[language], "cover": False, "closing": False, "id": "dense"}
    return json.dumps({**head, "slides": slides}, ensure_ascii=False)


@cache
def slides(language: str, theme: str) -> dict[str, Slide]:
    """Return slides by name: those that go on over several, and those that hold exactly what they can."""
    return dict(_slides(language, theme))


def _slides(language: str, theme: str) -> Iterator[tuple[str, Slide]]:
    lines = cycle(SENTENCES[language])
    yield "list", {"bullets": list(islice(lines, LIST_ROWS))}
    yield "depths", {"bullets": _nested(lines, DEPTH)}
    rows = [[str(n), next(lines)[:30].strip(), next(lines)[: n % 60 + 1].strip()] for n in range(1, TABLE_ROWS + 1)]
    yield "table", {"table": [["No.", "A", "B"], *rows]}
    yield "long word", {"bullets": [f"{LONG_WORD} {next(lines)}", next(lines)]}
    yield "long word in a cell", {"table": [["A", "B"], [LONG_WORD, next(lines)], ["1", "2"]]}
    yield "notes", {"bullets": [next(lines), "b"], "notes": "\n\n".join(islice(lines, 9))}
    for name, make in _full().items():
        yield name, _brim(make, language, theme)


def _nested(lines: Iterator[str], depth: int) -> list[Any]:
    parts: list[Any] = []
    for _ in range(4):
        parts.append(next(lines))
        if depth > 1:
            parts.append(_nested(lines, depth - 1))
    return parts


def _full() -> dict[str, Callable[[str], Slide]]:
    """Slides of one text that cannot be split, by name."""
    found: dict[str, Callable[[str], Slide]] = {
        "title": lambda text: {"title": text, "bullets": ["a", "b"]},
        "points": lambda text: {"bullets": [text], "split": "never"},
        "takeaway": lambda text: {"bullets": ["a", "b"], "takeaway": text},
        "key": lambda text: {"bullets": ["a", "b"], "key": text},
        "quote": lambda text: {"quote": text, "source": "S."},
        "statement": lambda text: {"statement": text},
        "columns": lambda text: {
            "columns": {"left": {"title": "L", "bullets": [text]}, "right": {"title": "R", "bullets": ["a", "b"]}},
            "split": "never",
        },
        "comparison": lambda text: {
            "comparison": {"left": {"title": "L", "bullets": ["a"]}, "right": {"title": "R", "bullets": [text]}},
            "split": "never",
        },
    }
    for key, numbers in (("cards", range(2, 7)), ("steps", range(3, 6)), ("summary", range(3, 6))):
        for number in numbers:
            found[f"{key} {number}"] = _items(key, number)
    return found


def _items(key: str, number: int) -> Callable[[str], Slide]:
    return lambda text: {key: [{"title": f"T{n}", "text": text} for n in range(number)], "split": "never"}


def _brim(make: Callable[[str], Slide], language: str, theme: str) -> Slide:
    """Return a slide with the longest text of the language that it takes, in its own layout and without an error."""
    text = " ".join(islice(cycle(SENTENCES[language]), 20))
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(outline(language, [_titled(make(text[:middle].strip()), 1)]), theme):
            low = middle
        else:
            high = middle - 1
    return make(text[:low].strip())


def _fits(text: str, theme: str) -> bool:
    report = Report()
    read = read_outline(text.encode(), "dense.yaml", report)
    assert read is not None
    assert not report.failed, report.findings
    prepare(read, _LIBRARY, report, theme)
    return not report.findings


def deck(language: str, theme: str) -> str:
    """The outline of all dense slides of a language, whose texts are as long as a theme takes."""
    return outline(language, [_titled(slide, n) for n, slide in enumerate(slides(language, theme).values(), 1)])


def _titled(slide: Slide, number: int) -> Slide:
    own = {} if "statement" in slide or "quote" in slide else {"title": f"Slide {number}"}
    return {"id": f"s{number}", **own, **slide}
