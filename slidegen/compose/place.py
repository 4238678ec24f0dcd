"""Placing: a draft becomes a composed slide on its variant."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable

from msgspec import Struct

from slidegen.blocks.values import TableValue
from slidegen.compose.draft import Draft
from slidegen.compose.fill import fields, fill, icon
from slidegen.compose.fitting import Excess, Filled, fit, height, inner_height, settle, spread
from slidegen.compose.tables import place_table
from slidegen.compose.voice import Voice
from slidegen.composed import FURNITURE, ComposedSlide, Item, Paragraph, Run, Shape, Text
from slidegen.diagnostics import Report
from slidegen.layout.variant import FrameSpec, Ornament, Snug, Variant
from slidegen.units import POINTS_PER_INCH
from slidegen.words import word

HEIGHT_STEP = 0.3
"""Cells that fit their text take heights in steps of this many inches, so that few native layouts arise."""

VariantOf = Callable[[Draft, float | None], Variant]


class Placer(Struct):
    """Places drafts, keeping count of the slides whose text had to be made smaller."""

    voice: Voice
    report: Report
    variant_of: VariantOf
    lowered: int = 0

    def place(self, draft: Draft) -> ComposedSlide:
        """Return the slide with every size and line decided."""
        variant = self.variant_of(draft, None)
        self._room_for_all(draft, variant)
        filled = fill(draft, variant, self.voice)
        steps = self._fit(draft, filled)
        snug = self._snug_height(variant.snug, filled, steps)
        if snug is not None:
            variant = self.variant_of(draft, snug)
            filled = fill(draft, variant, self.voice)
        self.lowered += any(steps.values())
        more = {name: spread(group, steps[name]) for name, group in _groups(filled).items()}
        items: list[Item] = []
        by_frame = {id(one.spec): one for one in filled}
        for position, spec in enumerate(variant.frames):
            items.extend(self._frame(spec, draft, by_frame.get(id(spec)), steps, more))
            items.extend(self._ornaments(variant.ornaments_after.get(position, ()), draft))
        items = self._with_table(items, variant, draft)
        return ComposedSlide(
            id=draft.id,
            layout=variant.key,
            title=draft.title,
            items=tuple(items),
            notes=draft.notes,
            section=draft.section,
            hidden=draft.hidden,
            transition=draft.transition,
            origin=draft.span,
        )

    def _fit(self, draft: Draft, filled: Iterable[Filled]) -> dict[str, int]:
        steps = {}
        for name, group in _groups(filled).items():
            steps[name], excess = fit(group)
            if excess is not None:
                self._overflow(draft, excess)
        return steps

    def _overflow(self, draft: Draft, excess: Excess) -> None:
        self.report.error(
            "overflow",
            excess.filled.span or draft.span,
            "this text is {lines:.1f} lines too long for its place at {size:g} pt, the least size",
            "shorten it by about {characters} characters, or split the slide in two",
            lines=excess.lines,
            size=excess.size,
            characters=excess.characters,
        )

    @staticmethod
    def _snug_height(snug: Snug | None, filled: Iterable[Filled], steps: dict[str, int]) -> float | None:
        """Return the height in inches of cells that follow their text, or None where the layout fixes it."""
        if snug is None:
            return None
        need = 0.0
        for one in filled:
            if one.spec.slot == snug.slot and one.spec.stretches:
                slack = inner_height(one.spec) - height(one, steps[one.spec.group])
                need = max(need, snug.most - slack / POINTS_PER_INCH)
        wanted = max(snug.least, need + snug.extra)
        up = math.ceil((wanted - snug.least) / HEIGHT_STEP - 1e-6)
        return min(snug.most, round(snug.least + HEIGHT_STEP * up, 3))

    def _frame(
        self, spec: FrameSpec, draft: Draft, one: Filled | None, steps: dict[str, int], more: dict[str, float]
    ) -> Iterable[Item]:
        if spec.placeholder.type in FURNITURE:
            yield from self._furniture(spec, draft)
            return
        if one is not None:
            yield _text(spec, settle(one, steps[spec.group], self.voice, more[spec.group]), one)

    def _furniture(self, spec: FrameSpec, draft: Draft) -> Iterable[Item]:
        style = spec.frame.levels[0]
        if spec.placeholder.type == "sldNum":
            run = Run("‹#›", field="slidenum")
        elif spec.placeholder.type == "ftr" and draft.footer:
            run = Run(draft.footer)
        else:
            return
        yield _text(spec, (Paragraph((run,), 1, style.size, style.pitch),), None)

    def _ornaments(self, ornaments: Iterable[Ornament], draft: Draft) -> Iterable[Item]:
        """Yield what stands upon a frame or an item (badges, icons, numbers), where its condition holds."""
        for ornament in ornaments:
            values = fields(draft, ornament.slot, ornament.item)
            if (ornament.when and ornament.when not in values) or (ornament.unless and ornament.unless in values):
                continue
            drawn = self._drawn(ornament, draft)
            if drawn is not None:
                yield drawn

    def _drawn(self, ornament: Ornament, draft: Draft) -> Item | None:
        found = icon(draft, ornament.slot, ornament.item, ornament.icon) if ornament.icon else None
        if found is None or ornament.box is None:
            return ornament.content
        name = f"{word('icon', self.voice.language)} {found.name}"
        return Shape(name, ornament.box, found.path, None, ornament.line)

    def _with_table(self, items: list[Item], variant: Variant, draft: Draft) -> list[Item]:
        value = draft.values.get(variant.table.slot) if variant.table else None
        if variant.table is None or not isinstance(value, TableValue):
            return items
        table = place_table(value, variant.table, self.voice, self.report)
        titles = sum(isinstance(i, Text) and i.placeholder is not None and "itle" in i.placeholder.type for i in items)
        return [*items[:titles], table, *items[titles:]]

    def _room_for_all(self, draft: Draft, variant: Variant) -> None:
        for name in draft.values:
            if name not in variant.slots:
                self.report.error(
                    "no-room",
                    draft.span,
                    "the layout `{layout}` with {count} items leaves no room for `{key}`",
                    "remove `{key}`, or split the slide in two",
                    layout=draft.family.name,
                    count=draft.count,
                    key=name,
                )


def _text(spec: FrameSpec, paragraphs: tuple[Paragraph, ...], filled: Filled | None) -> Text:
    return Text(
        name=spec.name,
        box=spec.box,
        frame=spec.frame,
        paragraphs=paragraphs,
        placeholder=spec.placeholder,
        fill=spec.fill,
        line=spec.line,
        origin=filled.span if filled else None,
        slot=spec.path,
    )


def _groups(filled: Iterable[Filled]) -> dict[str, list[Filled]]:
    groups: dict[str, list[Filled]] = defaultdict(list)
    for one in filled:
        groups[one.spec.group].append(one)
    return groups
