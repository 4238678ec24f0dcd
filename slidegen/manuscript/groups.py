"""Groups: the paragraphs under one heading, shared out over slides and shown by what they hold."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from slidegen.manuscript.distil import Weights, distil
from slidegen.manuscript.distil.content import Content
from slidegen.manuscript.distil.points import points
from slidegen.manuscript.distil.weights import likeness
from slidegen.manuscript.model import Paragraph
from slidegen.manuscript.plan import PlannedSlide
from slidegen.manuscript.sentences import bare, sentences, weight
from slidegen.manuscript.titles import derived_title, slide_title

FULL = 420.0
"""What one slide's notes hold of further paragraphs: two minutes of speech."""
_ENOUGH = 150.0
_NAMED = 20.0
_LONE = (6.0, 28.0)
_QUOTED = re.compile(r"[“\"「『].{6,120}[”\"」』][。！？.]?")
_CORE = re.compile(r"关键|根本|核心|归根到底|第一位|才能|决定|必须|key|essential|matters most", re.IGNORECASE)
_WITH_TAKEAWAY = ("cards", "columns", "steps", "mapping")
_LIST_ITEM = 24.0
_LONGEST_SENTENCE = 36.0
"""What a statement holds at its least size: 36 Chinese characters, 21 words."""
_LEAST_LIST = 3
_SAME = 0.8
"""A title this like a text of its slide says it twice."""
_PERSONAL = re.compile(r"(?:I|It|This|That|He|She|They|You|And|But|So)\b|我|这|那|他|她|它|话|但|而")
"""What a sentence begins with that needs the one before it, or tells of the speaker."""
_SUMS_UP = re.compile(r"总之|总的|综上|归结起来|一句话|In short|To sum up|All in all", re.IGNORECASE)


class Grouper(Struct, frozen=True):
    """Shares paragraphs out over slides."""

    paragraphs: Sequence[Paragraph]
    weights: Weights
    in_lists: frozenset[int]
    """The paragraphs that are one of three or more short ones in a row."""

    def slides(self, heading: str, own: int | None, body: Sequence[int], above: str = "") -> Iterator[PlannedSlide]:
        """Yield the slides of one heading; `own` is its paragraph, whose first sentence it is where it runs in.

        The first slide takes the heading as its title, the others a title from what they hold, unlike `above`.
        """
        title = slide_title(heading)
        taken = [text for text in (title, above) if text]
        rest = list(body)
        if own is not None:
            group, rest = self._first(own, rest)
            slide = self._slide(group, title, self._text(own, heading, group), given=True)
            taken.append(slide.title)
            yield slide
        for group in self._groups(rest):
            text = " ".join(self.paragraphs[n].shown.strip() for n in group)
            slide = self._slide(group, derived_title(text, self.weights, taken, title or above), text, given=False)
            if slide.content is None and slide.title in text:
                # all that it says became its title
                slide = PlannedSlide("", Content((("statement", slide.title),)), slide.paragraphs)
            shown = slide.content.texts() if slide.content and slide.title else ()
            if any(likeness(slide.title, other) > _SAME for other in shown):
                slide = replace(slide, title=derived_title(text, self.weights, [*taken, *shown], title or above))
            named = _named(slide.content)
            if named:
                slide = replace(slide, title=named)
            taken.append(slide.title)
            yield slide

    def _first(self, own: int, rest: list[int]) -> tuple[tuple[int, ...], list[int]]:
        """Return the paragraphs that go with a heading's own, and those left."""
        if not rest or _SUMS_UP.match(self.paragraphs[rest[0]].shown.strip()):
            return (own,), rest
        (first, *_) = self._groups(rest)
        room = weight(self.paragraphs[own].shown) + sum(weight(self.paragraphs[n].shown) for n in first)
        plain = self._form(first[0]) == "text" or weight(self.paragraphs[own].shown) < _ENOUGH / 3
        if room <= FULL and plain:
            return (own, *first), rest[len(first) :]
        # a line heading alone would leave its slide with nothing to show
        if len(sentences(self.paragraphs[own].shown)) == 1 and self._form(first[0]) == "text":
            return (own, *first), rest[len(first) :]
        return (own,), rest

    def _text(self, own: int, heading: str, group: Sequence[int]) -> str:
        """Return what a heading's slide is distilled from: all but the heading itself."""
        pieces = sentences(self.paragraphs[own].shown.strip())
        inside = "".join(pieces[1:])
        return " ".join([inside, *(self.paragraphs[n].shown.strip() for n in group[1:])]).strip()

    def _groups(self, numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield the paragraphs in groups: a form of its own apart, texts together as far as a slide's time goes."""
        group: list[int] = []
        form, size = "", 0.0
        for number in numbers:
            own_form = self._form(number)
            own_size = weight(self.paragraphs[number].shown)
            full = size + own_size > FULL and size >= _ENOUGH
            sums_up = _SUMS_UP.match(self.paragraphs[number].shown.strip()) is not None
            if group and (own_form != form or full or sums_up or own_form in ("quote", "lone")):
                yield tuple(group)
                group, size = [], 0.0
            group.append(number)
            form, size = own_form, size + own_size
        if group:
            yield tuple(group)

    def _form(self, number: int) -> str:
        """Return what kind of slide a paragraph asks for by its look: text, quote, lone, table, list."""
        paragraph = self.paragraphs[number]
        text = paragraph.shown.strip()
        if paragraph.kind == "table":
            return "table"
        if _QUOTED.fullmatch(text):
            return "quote"
        if paragraph.kind == "item" or number in self.in_lists:
            return "list"
        alone = len(sentences(text)) == 1 and text[-1] in "。！.!" and not _PERSONAL.match(text)
        if alone and _LONE[0] <= weight(text) <= _LONE[1]:
            return "lone"
        return "text"

    def _slide(self, group: Sequence[int], title: str, text: str, given: bool) -> PlannedSlide:
        form = self._form(group[-1]) if len(group) == 1 and not given else "text"
        if form in ("quote", "lone"):
            key = "quote" if form == "quote" else "statement"
            return PlannedSlide(
                "", Content(((key, text.strip('“”"「」『』。 ') if key == "quote" else bare(text)),)), tuple(group)
            )
        if all(self._form(n) == "list" for n in group[given:]) and len(group) - given > 1:
            items = tuple(bare(self.paragraphs[n].shown) for n in group[given:])
            return PlannedSlide(title, Content((("bullets", items),)), tuple(group))
        if all(self._form(n) == "table" for n in group[given:]) and len(group) - given > 1:
            rows = tuple(tuple(cell.strip() for cell in self.paragraphs[n].shown.split(" | ")) for n in group[given:])
            return PlannedSlide(title, Content((("table", rows),)), tuple(group))
        return PlannedSlide(title, self._content(text, title), tuple(group))

    def _content(self, text: str, title: str) -> Content | None:
        content = distil(text, title, self.weights)
        if content is None:
            whole = _whole_sentence(text, title)
            return Content((("statement", whole),)) if whole else None
        key = content.fields[0][0]
        core = self._core(text, title, content)
        if core and key in _WITH_TAKEAWAY:
            return Content((*content.fields, ("takeaway", core)))
        if core and key == "bullets" and len(content.texts()) in (3, 4) and weight(core) <= 16:
            return Content((*content.fields, ("key", core)))
        return content

    def _core(self, text: str, title: str, content: Content) -> str:
        """Return the sentence that a slide comes down to, where one says so."""
        found = points(text, title, self.weights, 8, content.texts())
        return next((point for point in reversed(found) if _CORE.search(point)), "")


def lists_in(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the numbers of paragraphs that stand in a row of three or more short ones."""
    found: set[int] = set()
    row: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        if weight(paragraph.shown) > _LIST_ITEM:
            row = []
            continue
        row.append(number)
        if len(row) >= _LEAST_LIST:
            found.update(row[-_LEAST_LIST:])
    return frozenset(found)


def _whole_sentence(text: str, title: str) -> str:
    """Return the first sentence that a slide can hold, for where nothing shorter stands alone."""
    for sentence in sentences(text):
        said = bare(sentence)
        if _LONE[0] <= weight(said) <= _LONGEST_SENTENCE and said != title and sentence.rstrip()[-1] not in "：:？?":
            return said
    return ""


def _named(content: Content | None) -> str:
    """Return a title made of the heads of cards, where they are few and short."""
    if content is None or content.fields[0][0] != "cards":
        return ""
    cards = content.fields[0][1]
    heads = [card["title"] for card in cards if isinstance(card, Mapping)] if isinstance(cards, tuple) else []
    joined = "、".join(str(head) for head in heads)
    return joined if len(heads) > 2 and len({len(str(h)) for h in heads}) == 1 and weight(joined) <= _NAMED else ""
