"""Filling: which paragraphs of a draft go into which frame of its variant."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec.structs import replace

from slidegen.blocks.values import IconValue, ItemsValue, Para, TextValue, Value
from slidegen.compose.draft import Draft
from slidegen.compose.fitting import Entry, Filled
from slidegen.compose.voice import Voice
from slidegen.composed import Run
from slidegen.layout.variant import FrameSpec, Level, Variant
from slidegen.text.setting import spacing_of

AIR = 1.1
"""How much more than its own height the line of a formula takes."""
_CLAUSE_SPACE = re.compile(r"(?<=[\u2e80-\u9fff”》）])[ \u3000](?=[\u2e80-\u9fff“《（])")


def fill(draft: Draft, variant: Variant, voice: Voice) -> tuple[Filled, ...]:
    """Return the variant's frames with the draft's paragraphs; frames without text are left out.

    Siblings have one line pitch a level: that of Chinese where one of them holds any.
    """
    frames = [Filled(spec, tuple(_entries(spec, draft, voice))) for spec in variant.frames]
    east = {(f.spec.group, e.level.number) for f in frames for e in f.entries if e.measured.cjk}
    return tuple(replace(f, entries=tuple(_spaced(f.spec.group, f.entries, east))) for f in frames if f.entries)


def _spaced(group: str, entries: Iterable[Entry], east: Collection[tuple[str, int]]) -> Iterator[Entry]:
    for entry in entries:
        spacing = max(entry.least, spacing_of(entry.level.spacing, (group, entry.level.number) in east))
        yield entry if spacing == entry.spacing else replace(entry, spacing=spacing)


def fields(draft: Draft, slot: str, item: int) -> Mapping[str, Value]:
    """Return the values a frame or an ornament draws on: an item's fields, or the slide's slots."""
    value = draft.values.get(slot)
    if item and isinstance(value, ItemsValue):
        return value.items[item - 1].fields if item <= len(value.items) else {}
    return draft.values


def icon(draft: Draft, slot: str, item: int, field: str) -> IconValue | None:
    """Return the icon that a field holds, if it holds one."""
    value = fields(draft, slot, item).get(field)
    return value if isinstance(value, IconValue) else None


def _entries(spec: FrameSpec, draft: Draft, voice: Voice) -> Iterator[Entry]:
    values = fields(draft, spec.slot, spec.item)
    for source, levels in spec.sources.items():
        value = values.get(source)
        if isinstance(value, TextValue):
            for para in value.paragraphs:
                # what is deeper than the frame's levels takes the deepest
                level = levels[min(para.depth, len(levels)) - 1]
                para = _in_clauses(para, level)
                runs = _runs(para, level, spec, voice)
                yield Entry(para, level, runs, voice.measured(runs, level.style), level.style.spacing, _high(runs))


def _runs(para: Para, level: Level, spec: FrameSpec, voice: Voice) -> tuple[Run, ...]:
    if para.number and spec.listing is not None:
        return voice.listed(para, spec.listing.marked if para.marked else spec.listing.tokens)
    return voice.runs(para, level.style, spec.dark)


def _high(runs: Iterable[Run]) -> float:
    """Return the line pitch that the formulas of a paragraph need, as a multiple of its size; 0 without one."""
    formulas = [run.math for run in runs if run.math is not None]
    if not formulas:
        return 0.0
    from slidegen.math.size import size_of

    return max(size_of(formula.row, formula.display).height * AIR for formula in formulas)


def _in_clauses(para: Para, level: Level) -> Para:
    """Break a paragraph at the space nearest its middle, where the level asks for that."""
    if not level.split_from:
        return para
    text = para.text
    spaces = [m.start() for m in _CLAUSE_SPACE.finditer(text)]
    if len(text) < level.split_from or "\n" in text or not spaces:
        return para
    at = min(spaces, key=lambda offset: abs(2 * offset - len(text)))
    inlines, start = [], 0
    for inline in para.inlines:
        inside = at - start
        if 0 <= inside < len(inline.text):
            inline = replace(inline, text=f"{inline.text[:inside]}\n{inline.text[inside + 1 :]}")
        inlines.append(inline)
        start += len(inline.text)
    return replace(para, inlines=tuple(inlines))
