"""Composing a deck: collect the drafts, place each on its variant, gather the native layouts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from slidegen import __version__
from slidegen.compose.coarse import tell_coarse
from slidegen.compose.collect import Collector
from slidegen.compose.crowded import tell_crowded
from slidegen.compose.draft import Draft, DraftSection
from slidegen.compose.links import checked
from slidegen.compose.logo import logo_of
from slidegen.compose.natives import master, native_layout, theme_part
from slidegen.compose.place import Placer
from slidegen.compose.unlisted import tell_unlisted
from slidegen.compose.voice import Voice
from slidegen.composed import ComposedDeck, ComposedSection, ComposedSlide, Master, NativeLayout, Picture, Properties
from slidegen.diagnostics import Exit, Report, Span, Stop
from slidegen.layout.build import Builder
from slidegen.layout.family import Family
from slidegen.layout.fault import COMPARE, LayoutFault
from slidegen.layout.library import Library
from slidegen.layout.locate import locate
from slidegen.layout.theme import Theme, script_of
from slidegen.layout.variant import Variant
from slidegen.nearby import Nearby
from slidegen.outline.inline import plain
from slidegen.outline.model import Outline


class Composition(Struct, frozen=True):
    """A composed deck, how many of its slides have text below its first size, and the drafts it was made from."""

    deck: ComposedDeck
    lowered: int
    drafts: tuple[Draft, ...]


_BUILT: dict[tuple[object, ...], Variant] = {}
"""The variants of the last decks, by all that they are made from: a program that builds many decks builds them once."""
_MOST_BUILT = 1000


class Variants(Struct):
    """The variants a deck uses, each built once; what is wrong in the data of one goes to the report."""

    builder: Builder
    report: Report
    made: dict[tuple[str, int | None, frozenset[str], float | None], Variant] = {}

    def get(self, family: Family, count: int | None, used: frozenset[str], height: float | None) -> Variant:
        """Return a family's variant. Raises Stop where its data or the theme's is wrong."""
        key = (family.name, count, used, height)
        if key not in self.made:
            try:
                self.made[key] = self._built(family, count, used, height)
            except (LayoutFault, ValueError) as fault:
                self.refuse(family, fault)
                raise Stop from None
        return self.made[key]

    def _built(self, family: Family, count: int | None, used: frozenset[str], height: float | None) -> Variant:
        theme = self.builder.theme
        sources = (*(file.data for file in theme.sources), *((path, file.data) for path, file in family.sources))
        key = (family.name, count, used, height, self.builder.script, self.builder.language, self.builder.logo, sources)
        variant = _BUILT.get(key)
        if variant is None:
            if len(_BUILT) >= _MOST_BUILT:
                _BUILT.clear()
            variant = _BUILT[key] = self.builder.build(family, count, used, height)
        return variant

    def of(self, draft: Draft, height: float | None) -> Variant:
        """Return a draft's variant."""
        return self.get(draft.family, draft.count, draft.used, height)

    def refuse(self, family: Family, fault: Exception) -> None:
        """Report what is wrong in the data of a family or of the theme, at its place."""
        hint = (fault.hint if isinstance(fault, LayoutFault) else "") or COMPARE
        span = self._place(family, fault) if isinstance(fault, LayoutFault) else None
        self.report.error(
            "layout-data",
            span or family.span,
            "layout `{layout}`, theme `{theme}`: {fault}",
            hint,
            exit=Exit.ASSET,
            layout=family.name,
            theme=self.builder.theme.name,
            fault=fault,
        )

    def _place(self, family: Family, fault: LayoutFault) -> Span | None:
        """Return where a fault is to be mended: in an own file, also the theme that a built-in layout asks of."""
        themes = self.builder.theme.sources
        files = [*family.sources, *(((), file) for file in themes)]
        own = [(keys, file.node) for keys, file in files if not file.shipped]
        found = locate(fault.path, own)
        if found is None and (mine := [((), file.node) for file in themes if not file.shipped]):
            found = locate(fault.asked_of, mine) or mine[0][1].span
        return found or locate(fault.path, [(keys, file.node) for keys, file in files])


def _section(section: DraftSection, parts: Mapping[str, Sequence[ComposedSlide]]) -> ComposedSection:
    return ComposedSection(section.id, section.name, tuple(p.id for draft in section.slides for p in parts[draft]))


def _build(outline: Outline, files: Nearby, theme: Theme, families: Iterable[Family]) -> str:
    """Return the SHA-256 of the outline, the manuscripts and files it names, the layouts in use with their ancestors,
    the theme and slidegen's version.
    """
    digest = sha256(f"{__version__}\0{theme.name}\0".encode() + outline.text.encode())
    for checksum in (*outline.manuscripts, *files.checksums):
        digest.update(checksum.encode())
    data = {file.data for family in families for _, file in family.sources}
    for piece in sorted(data.union(file.data for file in theme.sources)):
        digest.update(piece)
    return digest.hexdigest()


Progress = Callable[[int, int], None]
"""Told after each slide how many are placed, and of how many."""


def silent(done: int, total: int) -> None:
    """Tell nobody about progress."""


def compose(
    outline: Outline,
    library: Library,
    theme: Theme,
    report: Report,
    all_layouts: bool = False,
    progress: Progress = silent,
) -> Composition:
    """Return the deck with everything decided; findings go to the report. Raises Stop."""
    script = script_of(outline.language)
    families = library.families(theme)
    files = Nearby(outline.folder)
    transition = outline.transition or theme.transition or "fade"
    logo = logo_of(outline, theme, files, report)
    builder = Builder(theme, script, outline.language, logo.box if logo else None)
    drafts, sections = Collector(outline, families, report, files, transition).collect()
    variants = Variants(builder, report)
    base = _base(library, theme, report)
    for family in families:
        if family.core or all_layouts:
            report.take(family.faults)
    placer = Placer(
        Voice(theme, script, outline.language, outline.nobreak), report, variants.of, {f.name: f for f in families}
    )
    parts: dict[str, tuple[ComposedSlide, ...]] = {}
    for number, draft in enumerate(drafts, 1):
        parts[draft.id] = placer.place(draft)
        progress(number, len(drafts))
    slides = [slide for placed in parts.values() for slide in placed]
    tell_unlisted(slides, theme, script, report)
    tell_crowded(slides, report)
    tell_coarse(slides, report)
    sound = [family for family in families if not family.faults]
    layouts = _layouts(slides, sound, variants, all_layouts)
    native_master = _master(theme, base, variants, logo)
    library.warn_of_unused(theme)
    _try_unused(sound, variants)
    slides = _on_backgrounds(slides, drafts, layouts, native_master, theme, report)
    deck = ComposedDeck(
        properties=_properties(outline),
        language=outline.language,
        theme=theme_part(theme, script, outline.language),
        master=native_master,
        layouts=layouts,
        slides=checked(slides, report),
        sections=tuple(_section(section, parts) for section in sections),
        id=outline.id,
        build=_build(outline, files, theme, [f for f in families if f.name in {d.family.name for d in drafts}]),
    )
    return Composition(deck, placer.lowered, drafts)


def _base(library: Library, theme: Theme, report: Report) -> Family:
    """Return the family of the master's placeholders. Raises Stop where there is none."""
    base = library.by_role("master", theme)
    if base is None:
        report.error("missing-layout", None, "no layout has the role `master`", exit=Exit.ASSET)
        raise Stop
    return base


def _on_backgrounds(
    slides: list[ComposedSlide],
    drafts: Iterable[Draft],
    layouts: Iterable[NativeLayout],
    native_master: Master,
    theme: Theme,
    report: Report,
) -> list[ComposedSlide]:
    """Return the slides, those that have backgrounds of their own upon these."""
    named = {draft.id: draft.background for draft in drafts if draft.background is not None}
    if not named:
        return slides
    from slidegen.compose.background import Backdrop, background_of

    known = {layout.key: layout for layout in layouts}
    behind = {
        id_: Backdrop(paint, theme, report) for id_, n in named.items() if (paint := background_of(n, theme, report))
    }
    return [
        backdrop.behind(slide, known[slide.layout], native_master)
        if (backdrop := behind.get(slide.outline_id or slide.id))
        else slide
        for slide in slides
    ]


def _master(theme: Theme, base: Family, variants: Variants, logo: Picture | None) -> Master:
    try:
        return master(theme, base, variants.builder, logo)
    except (LayoutFault, ValueError) as fault:
        variants.refuse(base, fault)
        raise Stop from None


def _try_unused(families: Iterable[Family], variants: Variants) -> None:
    """Build once what somebody wrote and no slide uses: what is wrong in it is a warning."""
    in_use = {variant.family for variant in variants.made.values()}
    for family in families:
        if family.name in in_use or all(file.shipped for _, file in family.sources):
            continue
        trial = Variants(variants.builder, Report())
        low, _ = (family.counted.count if family.counted else None) or (None, None)
        with suppress(Stop):
            trial.get(family, low, frozenset(), None)
        variants.report.take(trial.report.findings, as_warnings=True)


def _layouts(
    slides: Sequence[ComposedSlide], families: Sequence[Family], variants: Variants, all_layouts: bool
) -> tuple[NativeLayout, ...]:
    """Return the native layouts: the core set, those in use, or all of them; in the families' order."""
    wanted: dict[str, Variant] = {}
    in_use = {slide.layout for slide in slides}
    for family in families:
        if family.core or all_layouts:
            low, high = family.counted.count if family.counted and family.counted.count else (0, 0)
            for count in range(low, high + 1) if all_layouts else (low,):
                variant = variants.get(family, count or None, frozenset(), None)
                wanted[variant.key] = variant
        for variant in variants.made.values():
            if variant.family == family.name and variant.key in in_use:
                wanted[variant.key] = variant
    return tuple(_unambiguous([native_layout(v) for v in wanted.values()]))


def _unambiguous(layouts: list[NativeLayout]) -> list[NativeLayout]:
    """Layouts with OOXML types told apart: two of one type confuse pasting, so the first keeps it."""
    seen: set[str] = set()
    unique = []
    for layout in layouts:
        unique.append(replace(layout, type="") if layout.type in seen else layout)
        seen.add(layout.type)
    return unique


def _properties(outline: Outline) -> Properties:
    def text(value: object) -> str:
        return " ".join(plain(str(getattr(value, "text", "") or "")).split())

    return Properties(
        title=text(outline.title),
        subject=text(outline.subtitle),
        creator=text(outline.presenter) or text(outline.organisation),
        company=text(outline.organisation),
        language=outline.language,
        date=text(outline.date),
    )
