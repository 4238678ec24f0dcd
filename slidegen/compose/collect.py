"""Collecting: the outline's metadata, sections and slides become drafts in showing order."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.blocks.kinds import value_of
from slidegen.blocks.picture import settle
from slidegen.blocks.values import ItemsValue, Para, Record, TextValue, Value
from slidegen.compose.choose import COMMON, choose
from slidegen.compose.defaults import with_defaults
from slidegen.compose.draft import Draft, DraftSection
from slidegen.compose.morph import paired
from slidegen.compose.part_numbers import split_number
from slidegen.compose.sources import with_sources
from slidegen.diagnostics import Report, Span, Stop, did_you_mean, known_are
from slidegen.language import listed, say
from slidegen.layout.family import Family
from slidegen.nearby import Nearby
from slidegen.outline.inline import Inline, parse_inline
from slidegen.outline.model import Outline, Section, Slide
from slidegen.outline.nodes import Scalar
from slidegen.words import word

Values = dict[str, Value]


class Collector(Struct):
    """Collects one outline's drafts."""

    outline: Outline
    families: Sequence[Family]
    report: Report
    files: Nearby
    transition: str = "fade"
    """How slides come in that do not say it themselves."""
    drafts: list[Draft] = []
    sections: list[DraftSection] = []

    def collect(self) -> tuple[tuple[Draft, ...], tuple[DraftSection, ...]]:
        """Return all drafts and the native sections they stand in."""
        self._opening()
        for section, number in self._numbers():
            self._section(section, number)
        self._ending()
        self._lead_to_sections()
        self.drafts = paired(self.drafts)
        named = [s for s in self.outline.sections if s.title is not None]
        return tuple(self.drafts), tuple(self.sections) if named else ()

    def _opening(self) -> None:
        made: list[Draft] = []
        if self.outline.cover and self.outline.title is not None:
            made.append(self._generated("cover", "cover", self._cover_values(), self.outline.notes, self.outline.span))
        listed = [(s, number) for s, number in self._numbers() if s.in_agenda and s.title is not None]
        if self.outline.agenda and listed:
            made.append(self._generated("agenda", "agenda", self._agenda_values(listed), None, self.outline.span))
        self._add(self._free_section("opening"), word("opening", self.outline.language), made)

    def _numbers(self) -> Iterator[tuple[Section, int]]:
        """Yield the sections, each with its number: 0 where it has none."""
        number = 0
        for section in self.outline.sections:
            counts = section.title is not None and section.number
            number += counts
            yield section, number if counts else 0

    def _section(self, section: Section, number: int) -> None:
        made: list[Draft] = []
        footer = self._footer(section)
        if section.title is not None and section.divider:
            values = self._section_values(section, number)
            made.append(self._generated("section", section.id, values, section.notes, section.span, section.id))
        for slide in section.slides:
            draft = self._slide(slide, section, footer)
            if draft is not None:
                made.append(draft)
        name = (section.short or section.title).text if section.title is not None else ""
        self._add(section.id, _unmarked(name), made)

    def _ending(self) -> None:
        closing = self.outline.closing
        if closing is None:
            return
        values = self._texts(title=closing.title, text=closing.text)
        if "title" not in values:
            values["title"] = _plain(word("closing", self.outline.language), closing.span)
        made = [self._generated("closing", "closing", values, closing.notes, closing.span)]
        self._add(self._free_section("closing"), word("ending", self.outline.language), made)

    def _lead_to_sections(self) -> None:
        """Let the agenda's rows lead to their sections, now that the ids of all slides are known."""
        first: dict[str, str] = {}
        for draft in self.drafts:
            first.setdefault(draft.section, draft.id)
        listed = [section for section in self.outline.sections if section.in_agenda and section.title is not None]
        targets = tuple(first.get(section.id, "") for section in listed)
        self.drafts = [
            replace(draft, targets=targets) if draft.family.role == "agenda" and not draft.section else draft
            for draft in self.drafts
        ]

    def _add(self, section: str, name: str, drafts: Sequence[Draft]) -> None:
        self.drafts.extend(drafts)
        if drafts:
            self.sections.append(DraftSection(section, name, tuple(d.id for d in drafts)))

    # ------------------------------------------------------------ values of generated slides

    def _cover_values(self) -> Values:
        o = self.outline
        values = self._texts(title=o.title, subtitle=o.subtitle, kicker=o.kicker, meta=o.meta)
        parts = [s.text for s in (o.organisation, o.presenter, o.date) if s is not None and s.text.strip()]
        if o.meta is None and parts:
            values["meta"] = _plain(" ｜ ".join(parts) if o.language.startswith("zh") else " | ".join(parts), o.span)
        return values

    def _agenda_values(self, sections: Sequence[tuple[Section, int]]) -> Values:
        rows = []
        for section, number in sections:
            _, unnumbered = self._title(section, number)
            rows.append(Record(self._texts(title=unnumbered, text=section.text), section.span))
        title = _plain(word("agenda", self.outline.language), self.outline.span)
        return {"title": title, "agenda": ItemsValue(tuple(rows), self.outline.span)}

    def _section_values(self, section: Section, number: int) -> Values:
        label, title = self._title(section, number)
        values = self._texts(title=title, text=section.text)
        if number:
            values["number"] = _plain(f"{number:02}", section.span)
            values["label"] = _plain(label, section.span)
        return values

    def _title(self, section: Section, number: int) -> tuple[str, Scalar | None]:
        """Return a section's label and its title, without the number that would be shown twice."""
        if section.title is None or not number:
            return "", section.title
        label, text = split_number(section.title.text, number, self.outline.language)
        return label, section.title if text == section.title.text else replace(section.title, text=text)

    @staticmethod
    def _texts(**texts: Scalar | None) -> Values:
        values: Values = {}
        for name, scalar in texts.items():
            if scalar is not None and scalar.text.strip():
                values[name] = TextValue((Para(parse_inline(scalar.text.strip("\n")), scalar.span),), scalar.span)
        return values

    def _generated(
        self, role: str, name: str, values: Values, notes: Scalar | None, span: Span, section: str = ""
    ) -> Draft:
        family = next((f for f in self.families if f.role == role), None)
        if family is None:
            self.report.error("missing-layout", span, "no layout has the role `{role}`", role=role)
            raise Stop
        if family.faults:
            self.report.take(family.faults)
            raise Stop
        self._required(family, values, span)
        return Draft(self._free(name), family, values, span, _notes(notes), section, "", False, self.transition)

    # ------------------------------------------------------------ slides that the presenter wrote

    def _slide(self, slide: Slide, section: Section, footer: str) -> Draft | None:
        family = choose(slide, self.families, self.report)
        if family is None or family.faults:
            self.report.take(family.faults if family else ())
            return None
        values, present = self._values(slide, family)
        self._required(family, present, slide.span, _script(slide))
        return Draft(
            id=slide.id,
            family=family,
            values=values,
            span=slide.span,
            notes=_notes(slide.notes),
            section=section.id,
            footer=footer,
            hidden=slide.hidden,
            transition=slide.transition or self.transition,
            build=slide.build,
            background=slide.background,
            split=slide.split,
            named=slide.layout is not None,
        )

    def _values(self, slide: Slide, family: Family) -> tuple[Values, set[str]]:
        """Return the values that could be read, and the names of all slots about which nothing more need be said."""
        values: Values = {}
        refused: set[str] = set()
        if slide.title is not None and "title" in family.slots:
            title = value_of(slide.title, family.slots["title"], self.report, self.files)
            if title is not None:
                values["title"] = title
        elif slide.title is not None:
            self.report.error(
                "no-slot",
                slide.title.span,
                "the layout `{layout}` has no title",
                "remove the title, or choose another layout",
                layout=family.name,
            )
        spellings = {key: slot for slot in family.slots.values() for key in slot.spellings()}
        first: dict[str, Span] = {}
        for entry in slide.fields:
            slot = spellings.get(entry.key.text)
            if slot is None:
                self._foreign_key(entry.key, family, spellings)
            elif slot.name in first:
                self.report.error(
                    "duplicate-key",
                    entry.key.span,
                    "`{key}` stands twice on this slide, first in line {line}",
                    "keep one of them",
                    key=entry.key.text,
                    line=first[slot.name].line,
                )
            else:
                first[slot.name] = entry.key.span
                said = len(self.report.findings)
                value = value_of(entry.value, replace(slot, written=entry.key.text), self.report, self.files)
                if value is not None:
                    values[slot.name] = self._with_formulas(value) if self.outline.math else value
                    if isinstance(value, TextValue):
                        self._beside(value, entry.key, family, values)
                elif len(self.report.findings) > said:
                    refused.add(slot.name)
        values = with_sources(values, family, self.report)
        settle(values, family.slots, self.report)
        return with_defaults(values, family.slots, self.outline.language), refused | set(values)

    def _with_formulas(self, value: Value) -> Value:
        from slidegen.compose.formulas import with_formulas

        return with_formulas(value, self.report)

    def _beside(self, value: TextValue, key: Scalar, family: Family, values: Values) -> None:
        """Add what was written within one key for other slots of the slide."""
        for name, text in value.beside.items():
            if name not in family.slots:
                self.report.error(
                    "unknown-key",
                    text.span or key.span,
                    "the layout `{layout}` has no `{key}`",
                    key=name,
                    layout=family.name,
                )
            else:
                values.setdefault(name, text)

    def _foreign_key(self, key: Scalar, family: Family, spellings: Mapping[str, object]) -> None:
        owners = [f.name for f in self.families for s in f.slots.values() if key.text in s.spellings()]
        if owners:
            hint: str = say("`{key}` belongs to: {layouts}", key=key.text, layouts=listed(dict.fromkeys(owners)))
        else:
            hint = did_you_mean(
                key.text, {*spellings, *COMMON}, known_are(slot.spelt(key.text) for slot in family.slots.values())
            )
        self.report.error(
            "unknown-key", key.span, "the layout `{layout}` has no `{key}`", hint, key=key.text, layout=family.name
        )

    def _required(self, family: Family, values: Collection[str], span: Span, like: str = "") -> None:
        for slot in family.slots.values():
            if slot.required and slot.name not in values:
                self.report.error(
                    "missing-key",
                    span,
                    "this slide lacks `{key}`, which the layout `{layout}` needs",
                    "add a line `{key}: …`",
                    key=slot.spelt(like),
                    layout=family.name,
                )

    def _footer(self, section: Section) -> str:
        wanted = self.outline.footer.text if self.outline.footer is not None else "section"
        if wanted in ("none", "false", "无"):
            return ""
        name = (section.short or section.title).text if section.title is not None else ""
        if wanted in ("section", "章节"):
            return _unmarked(name)
        title = self.outline.title.text if self.outline.title else ""
        date = self.outline.date.text if self.outline.date else ""
        filled = wanted.replace("{title}", title).replace("{section}", name).replace("{date}", date)
        return _unmarked(filled)

    def _free(self, wanted: str) -> str:
        taken = {d.id for d in self.drafts} | {s.id for section in self.outline.sections for s in section.slides}
        return _numbered(wanted, taken)

    def _free_section(self, wanted: str) -> str:
        return _numbered(wanted, {s.id for s in self.outline.sections})


def _numbered(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted`, numbered from 2 where it is taken."""
    name, n = wanted, 2
    while name in taken:
        name, n = f"{wanted}-{n}", n + 1
    return name


def _script(slide: Slide) -> str:
    """Return a word that shows in which script a slide's keys are written."""
    words = [entry.key.text for entry in slide.fields] + ([slide.layout.text] if slide.layout else [])
    return words[0] if words else ""


def _plain(text: str, span: Span | None) -> TextValue:
    return TextValue((Para((Inline(text, False, False, False, None),), span),), span)


def _unmarked(text: str) -> str:
    return " ".join("".join(i.text for i in parse_inline(text)).split())


def _notes(notes: Scalar | None) -> str:
    return notes.text.rstrip("\n") if notes is not None else ""
