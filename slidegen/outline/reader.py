"""Reader: an outline file made into the model. Every fault found is reported, and reading goes on."""

import re
from collections.abc import Callable, Collection
from collections.abc import Mapping as Dict
from pathlib import PurePath

from msgspec.structs import replace

from slidegen.diagnostics import Report, Span
from slidegen.language import mark, say
from slidegen.outline import keys
from slidegen.outline.events import parse
from slidegen.outline.ids import Ids, slug, valid
from slidegen.outline.inline import check_links, plain
from slidegen.outline.model import Closing, Outline, Section, Slide
from slidegen.outline.nodes import Mapping, Node, Scalar, Sequence
from slidegen.outline.source import Source, decode
from slidegen.outline.traps import scan
from slidegen.outline.values import Fields, truth, wrong

FORMAT = "1"
MAX_SLIDES = 10_000

_EXAMPLE = mark(
    "a smallest outline:\ntitle: Our plan\nslides:\n  - title: What we do first\n    bullets: [Listen, Decide]"
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|\d{3}))?((?:-[A-Za-z0-9]{4,8})*)")
TRANSITIONS = {
    "fade": "fade", "淡入": "fade", "淡出": "fade", "淡入/淡出": "fade",
    "morph": "morph", "平滑": "morph", "变体": "morph", "平滑切换": "morph",
    "none": "none", "no": "none", "off": "none", "false": "none", "无": "none",
}  # fmt: skip


BUILDS = {
    "paragraphs": "paragraphs", "逐段": "paragraphs", "段落": "paragraphs",
    "items": "items", "逐项": "items", "逐条": "items",
    "none": "none", "no": "none", "off": "none", "false": "none", "无": "none", "否": "none",
}  # fmt: skip


SPLITS = {
    "auto": "auto", "true": "auto", "yes": "auto", "是": "auto", "自动": "auto",
    "never": "never", "no": "never", "false": "never", "off": "never", "否": "never", "不拆分": "never",
}  # fmt: skip


Passage = Callable[[Mapping], Scalar | None]


def read_outline(
    data: bytes,
    name: str,
    report: Report,
    *,
    encoding: str | None = None,
    clean: bool = False,
    slots: Callable[[], Collection[str]] = tuple,
    passage: Passage | None = None,
) -> Outline | None:
    """Read an outline, format 1.

    `clean` drops characters that no presentation can hold; `slots` gives the keys that layouts define, by which colons
    mistyped behind them are told; `passage` finds the text of notes that refer to a manuscript, which are refused
    without it. Returns None when nothing can be made of the file; otherwise what could be read, even when the report
    has errors, so that later stages can add theirs.
    """
    source = decode(data, name, report, encoding, clean)
    if source is None:
        return None
    root = parse(scan(source, report, slots), report, clean)
    if isinstance(root, Mapping):
        return _Reader(source, report, passage).outline(root)
    if root is not None and not (isinstance(root, Scalar) and root.empty):
        report.error("not-an-outline", root.span, "an outline is made of keys such as `title:`", _EXAMPLE)
    elif not report.failed:
        report.error("empty", None, "{name} is empty", _EXAMPLE, name=name)
    return None


class _Reader:
    def __init__(self, source: Source, report: Report, passage: Passage | None) -> None:
        self.source = source
        self.report = report
        self.passage = passage
        self.links = "](" in source.text
        self.ids = Ids(())
        self.explicit: dict[str, Scalar] = {}
        self.slides = 0

    # ------------------------------------------------------------ levels

    def outline(self, root: Mapping) -> Outline:
        """Read the deck's own keys and all below them."""
        deck = Fields(root, keys.DECK, self.report)
        deck.refuse_rest(keys.DECK)
        self._check_format(deck)
        self.ids = Ids(self._explicit_ids(deck))
        title, language = deck.text("title"), self._language(deck)
        for name in ("title", "subtitle", "kicker", "presenter", "organisation", "meta"):
            self._check_links(deck.text(name))
        return Outline(
            file=self.source.name,
            text=self.source.text,
            span=root.span,
            id=self._deck_id(deck, title),
            language=language,
            title=title,
            subtitle=deck.text("subtitle"),
            kicker=deck.text("kicker"),
            presenter=deck.text("presenter"),
            organisation=deck.text("organisation"),
            date=deck.text("date"),
            meta=deck.text("meta"),
            theme=deck.text("theme"),
            colors=deck.mapping("colors"),
            logo=deck.found["logo"].value if "logo" in deck.found else None,
            footer=deck.text("footer"),
            agenda=deck.flag("agenda", True),
            cover=deck.flag("cover", True),
            math=deck.flag("math", False),
            closing=self._closing(deck),
            notes=self._notes(deck),
            transition=deck.choice("transition", TRANSITIONS),
            minutes=deck.number("minutes"),
            nobreak=deck.texts("nobreak"),
            sections=self._sections(deck),
        )

    def _sections(self, deck: Fields) -> tuple[Section, ...]:
        sections, slides = deck.found.get("sections"), deck.found.get("slides")
        if sections and slides:
            self.report.error(
                "sections-and-slides",
                slides.key.span,
                "an outline has either `{sections}` or `{slides}`, not both",
                "move these slides into a section",
                sections=sections.key.text,
                slides=slides.key.text,
            )
        found = [self._section(node) for node in deck.items("sections")]
        if slides:
            found.append(Section(id="", span=slides.value.span, slides=self._slides(deck)))
        if not self.slides:
            entry = sections or slides
            self.report.error("no-slides", entry.key.span if entry else None, "this outline has no slides", _EXAMPLE)
        return tuple(section for section in found if section is not None)

    def _section(self, node: Node) -> Section | None:
        if not isinstance(node, Mapping):
            self._no_mapping(node, keys.SECTION)
            return None
        fields = Fields(node, keys.SECTION, self.report)
        fields.refuse_rest(keys.SECTION)
        title, short, text = fields.text("title"), fields.text("short"), fields.text("text")
        entry = fields.found.get("title")
        if title is None and (entry is None or isinstance(entry.value, Scalar)):
            self.report.error(
                "missing-key", node.span, "this section has no title", "add a line `title: …` as its first key"
            )
        for scalar in (title, short, text):
            self._check_links(scalar)
        return Section(
            id=self._id(fields, title, "section"),
            span=node.span,
            title=title,
            short=short,
            text=text,
            notes=self._notes(fields),
            number=fields.flag("number", True),
            divider=fields.flag("divider", True),
            in_agenda=fields.flag("in_agenda", True),
            slides=self._slides(fields),
        )

    def _slides(self, fields: Fields) -> tuple[Slide, ...]:
        slides = [self._slide(node) for node in fields.items("slides")]
        return tuple(slide for slide in slides if slide is not None)

    def _slide(self, node: Node) -> Slide | None:
        self.slides += 1
        if self.slides > MAX_SLIDES:
            if self.slides == MAX_SLIDES + 1:
                self.report.error(
                    "limit",
                    node.span,
                    "an outline may have {limit} slides, and this is one more",
                    "split it into several outlines",
                    limit=MAX_SLIDES,
                )
            return None
        if not isinstance(node, Mapping):
            self._no_mapping(node, keys.SLIDE)
            return None
        fields = Fields(node, keys.SLIDE, self.report)
        title = fields.text("title")
        if self.links:
            self._check_links(title)
            for entry in fields.rest:
                self._check_links(entry.value)
        return Slide(
            id=self._id(fields, title, "slide"),
            span=node.span,
            title=title,
            layout=fields.text("layout"),
            notes=self._notes(fields),
            build=self._chosen(fields, "build", BUILDS),
            transition=fields.choice("transition", TRANSITIONS),
            minutes=fields.number("minutes"),
            hidden=fields.flag("hidden", False),
            background=fields.text("background"),
            split=fields.choice("split", SPLITS) != "never",
            fields=tuple(fields.rest),
        )

    def _closing(self, deck: Fields) -> Closing | None:
        entry = deck.found.get("closing")
        if entry is None:
            return Closing(deck.span)
        node = entry.value
        if isinstance(node, Mapping):
            fields = Fields(node, keys.CLOSING, self.report)
            fields.refuse_rest(keys.CLOSING)
            title, text = fields.text("title"), fields.text("text")
            self._check_links(title)
            self._check_links(text)
            return Closing(node.span, title, text, self._notes(fields))
        if isinstance(node, Sequence):
            hint = mark("write closing: false, or title, text and notes below it")
            wrong(self.report, node, entry.key.text, "keys of its own, a title or false", hint)
            return None
        said = truth(node)
        if said is False:
            return None
        self._check_links(node)
        return Closing(node.span, None if said or node.empty else node)

    # ------------------------------------------------------------ single keys

    @staticmethod
    def _chosen(fields: Fields, name: str, words: Dict[str, str]) -> Scalar | None:
        """Return what a word stands for, with its place in the file."""
        node, value = fields.text(name), fields.choice(name, words)
        return replace(node, text=value) if node is not None and value is not None else None

    def _notes(self, fields: Fields) -> Scalar | None:
        entry = fields.found.get("notes")
        if entry is not None and isinstance(entry.value, Mapping) and self.passage is not None:
            return self.passage(entry.value)
        return fields.text("notes")

    def _check_format(self, deck: Fields) -> None:
        node = deck.text("format")
        if node is not None and node.text.strip() != FORMAT:
            self.report.error(
                "unknown-format",
                node.span,
                "this is an outline of format {found}; this slidegen reads format {known}",
                "update slidegen, or write format: {known}",
                found=node.text,
                known=FORMAT,
            )

    def _language(self, deck: Fields) -> str:
        node = deck.text("language")
        if node is None:
            return "zh-CN"
        found = _LANGUAGE.fullmatch(node.text.strip())
        if found is None:
            self.report.error(
                "language",
                node.span,
                "`{found}` is not a language tag",
                "write one such as zh-CN, zh-TW, en-US or ja-JP",
                found=node.text,
            )
            return "zh-CN"
        return found[1].lower() + (found[2] or "").title() + (found[3] or "").upper() + found[4]

    def _deck_id(self, deck: Fields, title: Scalar | None) -> str:
        node = deck.text("id")
        if node is not None and self._valid_id(node):
            return node.text
        return slug(plain(title.text) if title else "", slug(PurePath(self.source.name).stem, "deck"))

    def _id(self, fields: Fields, title: Scalar | None, otherwise: str) -> str:
        node = fields.text("id")
        if node is not None and self.explicit.get(node.text) is node:
            return node.text
        return self.ids.new(plain(title.text) if title else "", otherwise)

    def _explicit_ids(self, deck: Fields) -> dict[str, Scalar]:
        """Collect the ids written on sections and slides before any is derived, so that those win."""
        parts = [n for n in (*deck.items("sections"), *deck.items("slides")) if isinstance(n, Mapping)]
        for part in parts:
            self._explicit_id(part)
            for entry in part.entries:
                if keys.SECTION.canonical(entry.key.text) == "slides" and isinstance(entry.value, Sequence):
                    for slide in entry.value:
                        if isinstance(slide, Mapping):
                            self._explicit_id(slide)
        return self.explicit

    def _explicit_id(self, node: Mapping) -> None:
        for entry in node.entries:
            written = entry.value
            if keys.SLIDE.canonical(entry.key.text) != "id" or not isinstance(written, Scalar) or written.empty:
                continue
            if not self._valid_id(written):
                continue
            first = self.explicit.setdefault(written.text, written)
            if first is not written:
                self.report.error(
                    "duplicate-id",
                    written.span,
                    "the id `{id}` is already used at line {line}",
                    "give each section and slide an id of its own, or none",
                    id=written.text,
                    line=first.span.line,
                )

    def _valid_id(self, node: Scalar) -> bool:
        if valid(node.text):
            return True
        self.report.error(
            "id",
            node.span,
            "`{id}` cannot be an id",
            "use letters, digits, `-`, `_` and `.` only, without spaces",
            id=node.text,
        )
        return False

    # ------------------------------------------------------------ findings

    def _check_links(self, node: Node | None) -> None:
        if not self.links or node is None:
            return
        if isinstance(node, Scalar):
            check_links(node.text, node.span, self.report)
        elif isinstance(node, Sequence):
            for item in node:
                self._check_links(item)
        else:
            for entry in node.entries:
                self._check_links(entry.value)

    def _no_mapping(self, node: Node, level: keys.Level) -> None:
        span: Span = node.span
        text = node.text if isinstance(node, Scalar) and not node.empty else "…"
        self.report.error(
            "wrong-type",
            span,
            "{what} needs keys of its own",
            "write - title: {text}",
            what=say(level.name),
            text=text if len(text) < 40 else "…",
        )
