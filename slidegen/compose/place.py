"""Placing: a draft becomes a composed slide on its variant."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.values import ItemsValue, TableValue, Value
from slidegen.compose.builds import Owned, clicks
from slidegen.compose.draft import Draft
from slidegen.compose.fill import fields, fill, icon
from slidegen.compose.fitting import Excess, Filled, drawn_height, fit, inner_height, settle, spread, too_wide
from slidegen.compose.listings import with_listing
from slidegen.compose.morph import renamed
from slidegen.compose.notes import notes_page
from slidegen.compose.objects import drawn_object
from slidegen.compose.paginate import paginate
from slidegen.compose.tables import Fitted, draw_table, fit_table
from slidegen.compose.voice import Voice
from slidegen.composed import FURNITURE, OBJECTS, ComposedSlide, Item, Link, NotesPage, Paragraph, Run, Shape, Text
from slidegen.diagnostics import Report
from slidegen.language import mark, say
from slidegen.layout.family import Family
from slidegen.layout.frames import counted
from slidegen.layout.variant import FrameSpec, Ornament, Snug, Variant
from slidegen.units import POINTS_PER_INCH
from slidegen.words import word

HEIGHT_STEP = 0.3
"""Cells that fit their text take heights in steps of this many inches, so that few native layouts arise."""

VariantOf = Callable[[Draft, float | None], Variant]


class _Page(Struct, frozen=True):
    """A draft on its variant, filled but not yet settled."""

    draft: Draft
    variant: Variant
    filled: tuple[Filled, ...]
    table: Fitted | None


class Placer(Struct):
    """Places drafts, keeping count of the slides whose text had to be made smaller."""

    voice: Voice
    report: Report
    variant_of: VariantOf
    families: Mapping[str, Family]
    lowered: int = 0

    def place(self, draft: Draft) -> tuple[ComposedSlide, ...]:
        """Return the slide with every size and line decided, or the several slides that it takes."""
        pages = [self._page(draft)] if draft.room_for_count else []
        excess, too_high = _excess(pages), _too_high(pages)
        if excess or too_high or not pages:
            switched = self._switched(draft, {e.filled.spec.slot for e in excess} | too_high)
            if switched is not None:
                draft, pages, excess, too_high = switched, [self._page(switched)], [], set()
        if excess or too_high or not pages:
            parts = self._split(draft, {e.filled.spec.slot for e in excess} | too_high)
            if parts:
                whole = draft.values if any(p.table for p in pages) else None
                pages, excess = [self._page(part, whole) for part in parts], []
        for one in excess:
            self._overflow(draft, one)
        if not pages:
            self._too_many(draft)
            pages = [self._page(_cut_to_count(draft))]
        self._tables_too_high(pages)
        steps = {name: fit(group)[0] for name, group in _groups(f for page in pages for f in page.filled).items()}
        least = max((page.table.step for page in pages if page.table), default=0)
        return tuple(self._slide(page, steps, least) for page in pages)

    def _page(self, draft: Draft, whole: Mapping[str, Value] | None = None) -> _Page:
        variant = self.variant_of(draft, None)
        self._room_for_all(draft, variant)
        value = draft.values.get(variant.table.slot) if variant.table else None
        table = None
        if variant.table and isinstance(value, TableValue):
            of = whole.get(variant.table.slot) if whole else None
            table = fit_table(value, variant.table, self.voice, of if isinstance(of, TableValue) else None)
        return _Page(draft, variant, fill(draft, variant, self.voice), table)

    def _switched(self, draft: Draft, slots: set[str]) -> Draft | None:
        """Return a draft in the layout that its overflow leads to, where the outline names none and all fits there."""
        slot = draft.family.slots.get(draft.crowded(slots) or "")
        family = self.families.get(slot.switch) if slot is not None else None
        if slot is None or family is None or family.faults or draft.named or not draft.split:
            return None
        made = draft.switched(slot, family)
        if made is None:
            return None
        page = self._page(made)
        if _excess([page]) or _too_high([page]):
            return None
        self.report.note(
            "layout-switched",
            draft.span,
            "the slide takes the layout `{layout}`, since its text does not fit `{other}`",
            "shorten it, or write `layout: {other}` to have it split",
            layout=family.name,
            other=draft.family.name,
        )
        return made

    def _split(self, draft: Draft, slots: set[str]) -> tuple[Draft, ...] | None:
        """Return the parts of a draft where the one slot that is too full, or has too many items, can be split."""
        slot = draft.splittable(slots)
        if not draft.split or slot is None:
            return None

        def fits(part: Draft) -> bool:
            if not part.room_for_count:
                return False
            page = self._page(part, draft.values)
            return not _excess([page]) and not (page.table and page.table.over)

        return paginate(draft, slot, self.voice.language, fits)

    def _slide(self, page: _Page, steps: dict[str, int], least: int) -> ComposedSlide:
        draft, variant, filled = page.draft, page.variant, page.filled
        snug = self._snug_height(variant.snug, filled, steps)
        if snug is not None:
            variant = self.variant_of(draft, snug)
            filled = fill(draft, variant, self.voice)
        groups = _groups(filled)
        self.lowered += any(steps[name] for name in groups)
        more = {name: spread(group, steps[name]) for name, group in groups.items()}
        owned: list[Owned] = []
        by_frame = {id(one.spec): one for one in filled}
        for position, spec in enumerate(variant.frames):
            ornaments = variant.ornaments_after.get(position, ())
            owned.extend(self._ornaments((o for o in ornaments if o.behind), draft))
            drawn = self._frame(spec, draft, by_frame.get(id(spec)), steps, more)
            owned.extend(Owned(item, spec.slot, spec.item) for item in drawn)
            owned.extend(self._ornaments((o for o in ornaments if not o.behind), draft))
        owned = self._with_table(owned, page.table, least)
        if draft.paired or (draft.part and draft.transition == "morph"):
            owned = list(renamed(owned))
        return ComposedSlide(
            id=draft.id,
            layout=variant.key,
            title=draft.title,
            items=tuple(one.item for one in owned),
            notes=draft.notes,
            page=self._notes_page(draft),
            section=draft.section,
            hidden=draft.hidden,
            transition=draft.transition,
            clicks=clicks(draft, owned, self.report),
            part=draft.part,
            outline_id=draft.origin,
            origin=draft.span,
        )

    def _notes_page(self, draft: Draft) -> NotesPage:
        page, over = notes_page(draft.notes, self.voice)
        if over:
            self.report.warning(
                "notes-too-long",
                draft.span,
                "the notes are {over:.0f} % longer than a printed page of notes holds at {size:g} pt",
                "presenter view shows them all; on paper their end is missing, so give a part of them to another slide",
                over=math.ceil(over * 100),
                size=page.size,
            )
        return page

    def _tables_too_high(self, pages: Iterable[_Page]) -> None:
        for table in (page.table for page in pages if page.table and page.table.over):
            self.report.error(
                "overflow",
                table.value.span,
                "this table is {over:.1f} in too high at {size:g} pt",
                "split it over two slides, or shorten its cells",
                over=table.over / POINTS_PER_INCH,
                size=table.spec.body.sizes[-1],
            )

    def _too_many(self, draft: Draft) -> None:
        counted = draft.family.counted
        low, high = (counted.count if counted else None) or (1, 1)
        self.report.error(
            "item-count",
            draft.span,
            "`{key}` takes {wanted} items, this slide has {found}",
            "split the slide in two, or join items",
            key=counted.name if counted else "",
            wanted=say("{low} to {high}", low=low, high=high),
            found=draft.count,
        )

    def _overflow(self, draft: Draft, excess: Excess) -> None:
        if excess.filled.spec.listing is not None and self._long_lines(excess):
            return
        slot = draft.splittable({excess.filled.spec.slot})
        if slot is not None and not draft.split:
            hint = mark("shorten it by about {characters} characters, or let it be split: remove `split: never`")
        elif draft.family.role or excess.filled.spec.slot == "title":
            hint = mark("shorten it by about {characters} characters")
        else:
            hint = mark("shorten it by about {characters} characters, or split the slide in two")
        self.report.error(
            "overflow",
            excess.filled.span or draft.span,
            "this text is {lines:.1f} lines too long for its place at {size:g} pt, the least size",
            hint,
            lines=excess.lines,
            size=excess.size,
            characters=excess.characters,
        )

    def _long_lines(self, excess: Excess) -> bool:
        """Report the lines of code that are too long, which are never broken; tell whether there are any."""
        long = too_wide(excess.filled, excess.filled.spec.steps - 1)
        for para, characters in long:
            self.report.error(
                "overflow",
                para.span,
                "line {number} of the code is about {characters} characters too long at {size:g} pt, the least size",
                "break it as its language allows, or leave out what the audience need not see",
                number=para.number,
                characters=characters,
                size=excess.size,
            )
        return bool(long)

    @staticmethod
    def _snug_height(snug: Snug | None, filled: Iterable[Filled], steps: dict[str, int]) -> float | None:
        """Return the height in inches of cells that follow their text, or None where the layout fixes it."""
        if snug is None:
            return None
        need = 0.0
        for one in filled:
            if one.spec.slot == snug.slot and one.spec.stretches:
                slack = inner_height(one.spec) - drawn_height(one, steps[one.spec.group])
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
        if spec.placeholder.type in OBJECTS:
            value = fields(draft, spec.slot, spec.item).get(spec.levels[0].source)
            if value is not None:
                yield from drawn_object(value, spec, self.voice)
            return
        if one is not None:
            link = _target(draft, spec.item)
            text = _text(spec, settle(one, steps[spec.group], self.voice, more[spec.group]), one, link)
            yield from with_listing(text, spec, one)

    def _furniture(self, spec: FrameSpec, draft: Draft) -> Iterable[Item]:
        style = spec.frame.levels[0]
        if spec.placeholder.type == "sldNum":
            run = Run("‹#›", field="slidenum")
        elif spec.placeholder.type == "ftr" and draft.footer:
            run = Run(draft.footer)
        else:
            return
        yield _text(spec, (Paragraph((run,), 1, style.size, style.pitch),), None)

    def _ornaments(self, ornaments: Iterable[Ornament], draft: Draft) -> Iterable[Owned]:
        """Yield what stands upon a frame or an item (badges, icons, numbers), where its condition holds."""
        for ornament in ornaments:
            values = fields(draft, ornament.slot, ornament.item)
            if (ornament.when and ornament.when not in values) or any(name in values for name in ornament.unless):
                continue
            drawn = self._drawn(ornament, draft)
            if drawn is not None:
                yield Owned(drawn, ornament.slot, ornament.item)

    def _drawn(self, ornament: Ornament, draft: Draft) -> Item | None:
        found = icon(draft, ornament.slot, ornament.item, ornament.icon) if ornament.icon else None
        if found is None or ornament.box is None:
            if ornament.counting and draft.before and isinstance(ornament.content, Text):
                return _recounted(ornament.content, counted(ornament.counting, ornament.item + draft.before))
            return ornament.content
        name = f"{word('icon', self.voice.language)} {found.name}"
        return Shape(name, ornament.box, found.path, None, ornament.line)

    def _with_table(self, owned: list[Owned], fitted: Fitted | None, least: int) -> list[Owned]:
        if fitted is None:
            return owned
        if fitted.step < least:
            fitted = fit_table(fitted.value, fitted.spec, self.voice, fitted.whole, least)
        texts = (one.item for one in owned)
        titles = sum(isinstance(i, Text) and i.placeholder is not None and "itle" in i.placeholder.type for i in texts)
        return [*owned[:titles], Owned(draw_table(fitted, self.voice), fitted.spec.slot), *owned[titles:]]

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


def _target(draft: Draft, item: int) -> Link | None:
    """Return where a click on an item leads, where it leads anywhere."""
    place = item + draft.before
    target = draft.targets[place - 1] if item > 0 and place <= len(draft.targets) else ""
    return Link(target, slide=True) if target else None


def _text(spec: FrameSpec, paragraphs: tuple[Paragraph, ...], filled: Filled | None, link: Link | None = None) -> Text:
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
        link=link,
    )


def _groups(filled: Iterable[Filled]) -> dict[str, list[Filled]]:
    groups: dict[str, list[Filled]] = defaultdict(list)
    for one in filled:
        groups[one.spec.group].append(one)
    return groups


def _recounted(text: Text, words: str) -> Text:
    (paragraph,) = text.paragraphs
    (run,) = paragraph.runs
    return replace(text, paragraphs=(replace(paragraph, runs=(replace(run, text=words),)),))


def _excess(pages: Iterable[_Page]) -> list[Excess]:
    """Return what does not fit at the least size, over all groups of some pages."""
    found = (fit(group)[1] for page in pages for group in _groups(page.filled).values())
    return [excess for excess in found if excess is not None]


def _too_high(pages: Iterable[_Page]) -> set[str]:
    return {page.table.spec.slot for page in pages if page.table and page.table.over}


def _cut_to_count(draft: Draft) -> Draft:
    """Return a draft with as many items as its layout takes, so that the rest of it can be looked at."""
    counted = draft.family.counted
    value = draft.values.get(counted.name) if counted else None
    if counted is None or counted.count is None or not isinstance(value, ItemsValue):
        return draft
    return replace(draft, values={**draft.values, counted.name: replace(value, items=value.items[: counted.count[1]])})
