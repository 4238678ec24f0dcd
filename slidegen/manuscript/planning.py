"""Planning: from the tree of headings to sections and slides."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from slidegen.manuscript.distil import Weights
from slidegen.manuscript.distil.content import Content
from slidegen.manuscript.distil.points import points
from slidegen.manuscript.groups import Grouper, lists_in
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.plan import Plan, PlannedSection, PlannedSlide
from slidegen.manuscript.segment import Structure, structure_of
from slidegen.manuscript.sentences import bare, clauses, is_chinese, weight
from slidegen.manuscript.titles import deck_title, heading_parts, lead_in_title, slide_title
from slidegen.manuscript.tree import Node, tree_of
from slidegen.words import word

_COVER = 280.0
"""An opening of this weight at most is spoken while the cover is shown."""
_INTRO = 90.0
"""A paragraph of this weight at most below a section's heading is spoken while its divider is shown."""
_FEW_SLIDES = 1.5
"""Sections with fewer slides than this on average become slides."""
_LEAD_IN = re.compile(
    r"[：:]$|(?:以下|如下|下面|这)[^。]{0,6}(?:个|点|项|条|件)|(?:following|these) \w+", re.IGNORECASE
)


def plan_of(manuscript: Manuscript) -> Plan:
    """Return the plan of a deck in which every paragraph has its place."""
    structure = structure_of(manuscript)
    name = PurePath(manuscript.name).stem
    weights = Weights(paragraph.shown for paragraph in manuscript.paragraphs)
    grouper = Grouper(manuscript.paragraphs, weights, lists_in(manuscript.paragraphs))
    return _Planner(manuscript.paragraphs, structure, weights, grouper, name).plan()


class _Planner(Struct):
    paragraphs: Sequence[Paragraph]
    structure: Structure
    weights: Weights
    grouper: Grouper
    name: str

    def plan(self) -> Plan:
        frame, count = self.structure.frame, len(self.paragraphs)
        nodes = tree_of(self.structure.headings, frame.closing)
        first = nodes[0].heading.at if nodes else frame.closing
        opening = range(frame.opening, first)
        title, subtitle, guessed = self._title(opening, [node.heading.text for node in nodes])
        spoken = weight(self._shown(opening)) <= _COVER and bool(nodes)
        cover, closing = range(first if spoken else frame.opening), range(frame.closing, count)
        sections = [] if spoken else self._untitled(opening, title)
        sections += self._sections(nodes)
        if not sections:
            # a deck needs a slide, be it of a salutation alone
            cover = range(len(cover) if len(cover) < count else 0)
            sections, closing = self._untitled(range(len(cover), count), title), range(count, count)
        last_title, last_text = self._closing(closing)
        language = "zh-CN" if is_chinese(self._shown(range(count))) else "en"
        return Plan(
            title=title,
            subtitle=subtitle,
            date=self.paragraphs[frame.date].shown.strip("（）() \u3000") if frame.date is not None else "",
            language=language,
            cover=tuple(cover),
            sections=tuple(
                replace(section, slides=tuple(_told_apart(section.slides, language))) for section in sections
            ),
            closing_title=last_title,
            closing_text=last_text,
            closing=tuple(closing),
            title_guessed=guessed,
        )

    def _untitled(self, numbers: Sequence[int], title: str) -> list[PlannedSection]:
        """Return the section of paragraphs that stand under no heading; none where there are none."""
        slides = tuple(self.grouper.slides("", None, numbers, title))
        return [PlannedSection("", "", (), slides)] if slides else []

    def _shown(self, numbers: Sequence[int]) -> str:
        return " ".join(self.paragraphs[n].shown for n in numbers)

    def _title(self, opening: Sequence[int], parts: Sequence[str]) -> tuple[str, str, bool]:
        lines = [bare(self.paragraphs[n].shown) for n in self.structure.frame.title]
        if lines:
            return lines[0], " ".join(lines[1:]), False
        title, subtitle = deck_title([self.paragraphs[n].shown for n in opening], parts, self.name)
        return title, subtitle, True

    def _closing(self, closing: Sequence[int]) -> tuple[str, str]:
        """Return what the closing slide says: an appeal in the speaker's words, where there is a short one."""
        text = re.sub(r"^(?:同志们|朋友们|各位[^，,]{0,6})[，,！!：]", "", self._shown(closing).strip())
        found = points(text, "", self.weights, 3)
        if not found:
            return "", ""
        title = min(found[:2], key=weight)
        rest = [point for point in found if point != title]
        return title, rest[0] if rest else ""

    # ------------------------------------------------------------ sections

    def _sections(self, nodes: Sequence[Node]) -> list[PlannedSection]:
        made = [self._section(node) for node in nodes]
        if not made:
            return []
        if sum(len(section.slides) for section in made) / len(made) < _FEW_SLIDES or len(made) == 1:
            slides = tuple(slide for node in nodes for slide in self._slides(node))
            return [PlannedSection("", "", (), slides)]
        return made

    def _section(self, node: Node) -> PlannedSection:
        title, text = heading_parts(node.heading.text)
        if node.heading.kind == "runin":
            return PlannedSection(title, text, (), tuple(self._slides(node)))
        own, body = [node.heading.at], list(node.body)
        leads_over = len(body) == 1 and self._overview(node, body[0]) is not None
        if body and self._short(body[0]) and (node.children or len(body) > 1) and not leads_over:
            own.append(body.pop(0))
        slides = [*self._before_children(node, body, title), *(s for c in node.children for s in self._slides(c))]
        return PlannedSection(title, text, tuple(own), tuple(slides))

    def _before_children(self, node: Node, body: list[int], above: str) -> Iterator[PlannedSlide]:
        """Yield the slides of a heading's own paragraphs; one that leads over to its children shows them."""
        overview = self._overview(node, body[-1]) if body else None
        yield from self.grouper.slides("", None, body[:-1] if overview else body, above)
        if overview:
            yield overview

    def _slides(self, node: Node) -> Iterator[PlannedSlide]:
        heading = node.heading
        if not node.children:
            yield from self.grouper.slides(heading.text, heading.at, node.body)
            return
        if heading.kind == "runin":
            yield from self.grouper.slides(heading.text, heading.at, node.body)
        else:
            own = [heading.at, *node.body[:1]] if node.body and self._short(node.body[0]) else [heading.at]
            yield PlannedSlide(slide_title(heading.text), None, tuple(own), divider=True)
            body = [n for n in node.body if n not in own]
            yield from self._before_children(node, body, slide_title(heading.text))
        for child in node.children:
            yield from self._slides(child)

    def _short(self, number: int) -> bool:
        return weight(self.paragraphs[number].shown) <= _INTRO

    def _overview(self, node: Node, number: int) -> PlannedSlide | None:
        """Return the slide of a paragraph that leads over to three to five headings: it shows them."""
        text = self.paragraphs[number].shown.strip()
        heads = [bare(child.heading.text) for child in node.children]
        named = sum(clauses(head)[0] in text for head in heads if clauses(head))
        if not 3 <= len(heads) <= 5 or weight(text) > 2 * _INTRO:
            return None
        if not (_LEAD_IN.search(text) or named >= 3):
            return None
        pairs = [_halves(head) for head in heads]
        title = lead_in_title(text) if _LEAD_IN.search(text) else ""
        title = title or next(iter(points(text, "", self.weights, 1, heads)), "")
        title = title or slide_title(node.heading.text)
        if all(second for _, second in pairs) and len(pairs) <= 4:
            cards = tuple({"title": first, "text": second} for first, second in pairs)
            return PlannedSlide(title, Content((("cards", cards),)), (number,))
        return PlannedSlide(title, Content((("summary", tuple(slide_title(head) for head in heads)),)), (number,))


def _told_apart(slides: Sequence[PlannedSlide], language: str) -> Iterator[PlannedSlide]:
    """Yield a section's slides; those that go on under one title are marked as slides that were split are."""
    runs = iter([len(list(alike)) for _, alike in groupby(slide.title for slide in slides if slide.title)])
    part, parts = 0, 0
    for slide in slides:
        if not slide.title:
            yield slide
            continue
        if part == parts:
            part, parts = 0, next(runs)
        part += 1
        yield replace(slide, title=slide.title + _part_mark(part, parts, language))


def _part_mark(part: int, parts: int, language: str) -> str:
    if parts > 2:
        return word("part_of", language).format(part=part, parts=parts)
    return word("continued", language) if part == 2 else ""


def _halves(head: str) -> tuple[str, str]:
    """Return a heading's clauses in two: 自重要慎微，着力提高自身素质."""
    first, *others = clauses(head) or (head,)
    return first, "，".join(others)
