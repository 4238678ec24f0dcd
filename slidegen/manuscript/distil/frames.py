"""Parallel frames: clauses of one build, three or more (把X转化为Y; 与X结合起来; 做X的表率; X，就是Y)."""

import re

from slidegen.manuscript.distil.content import Content, Value
from slidegen.manuscript.distil.points import points
from slidegen.manuscript.distil.unit import LONGEST
from slidegen.manuscript.distil.units import blocks
from slidegen.manuscript.distil.weights import Weights
from slidegen.manuscript.sentences import clauses, sentences, weight

_LEAST = 3
_MOST_ROWS = 5
_TURN = (
    re.compile(r"把([^，；。]{2,24}?)(?:转化为|变为|变成|转变为)([^，；。]{2,30})"),
    re.compile(r"\bturn (?:your |our |the )?([^,;.]{2,40}?) into ([^,;.]{2,40})", re.IGNORECASE),
)
_WITH = re.compile(r"(与[^，；。]{3,24}?结合起来)")
_MODEL = re.compile(r"(做(?:[^；。]){3,26}?的(?:表率|模范|榜样|先锋|标兵))")
_MEANS = re.compile(r"(?:^|(?<=[。；，]))([^，；。、]{2,8})[，,]就是(?:要)?([^；。]+)")
_OF_KIND = re.compile(r"([^的]{2,8})的[^的]{2,4}")
_LISTS = re.compile(r"(?:^|，)(?:如|例如|比如|包括|主要有|主要是|主要包括)([^，。；：]{12,}?)等?[。；，]")
_JOINS = re.compile(r"把(.{2,12}?)(?:与|同|和)(?:加强|推进|抓好|搞好)?(.{2,12}?)(?:结合|统一)起来")
_ONE_SUBJECT = 6
"""Two names nearer to each other than this are one subject (“一把手”和班子成员)."""
_CARD = 24.4
_TOWARDS = re.compile(r"^对[^，]{2,16}要(?!求)")


def mapping(text: str, title: str, weights: Weights) -> Content | None:
    """Return pairs of what is turned into what."""
    for pattern in _TURN:
        pairs = [(a.strip(), b.strip()) for a, b in pattern.findall(text)]
        if len(pairs) >= _LEAST and all(weight(a) <= LONGEST and weight(b) <= LONGEST + 4 for a, b in pairs):
            return Content((("mapping", tuple({"from": a, "to": b} for a, b in pairs[:5])),))
    return None


def parallels(text: str, title: str, weights: Weights) -> Content | None:
    """Return clauses of one build (与X结合起来, 做X的表率) as points."""
    for pattern in (_WITH, _MODEL):
        found = tuple(dict.fromkeys(pattern.findall(text)))
        if len(found) >= _LEAST and all(weight(clause) <= LONGEST + 4 for clause in found):
            return _rows(found)
    return None


def _rows(found: tuple[str, ...]) -> Content:
    """Return like things as the rows of a summary, as far as it goes, else as points."""
    return Content((("summary" if len(found) <= _MOST_ROWS else "bullets", found[:6]),))


def meanings(text: str, title: str, weights: Weights) -> Content | None:
    """Return what each of several like terms means (严格教育，就是要…) as cards."""
    found = [(term, said) for term, said in _MEANS.findall(text) if weight(term) >= 2]
    like = [pair for pair in found if sum(_alike(pair[0], other) for other, _ in found) >= _LEAST]
    if not _LEAST <= len(like) <= 4:
        return None
    cards = [{"title": term, "text": body} for term, said in like if (body := _said(said, term, weights))]
    return Content((("cards", tuple(cards)),)) if len(cards) == len(like) else None


def _alike(one: str, other: str) -> bool:
    return len(one) == len(other) and (one[:2] == other[:2] or one[-2:] == other[-2:])


def _said(said: str, term: str, weights: Weights) -> str:
    """Return the part of a meaning that fits a card: its first block that does, and what follows as far as it fits."""
    parts = clauses(_TOWARDS.sub("", said))
    body, end = "", -1
    for block in blocks(parts):
        longer = f"{body}，{block.text}" if body else block.text
        if weight(longer) > _CARD or (body and block.first != end + 1):
            if body:
                break
            continue
        body, end = longer, block.last
    return body or next(iter(points(said, term, weights, 1)), "")


def poles(text: str, title: str, weights: Weights) -> Content | None:
    """Return two columns where a title joins two things (把A与B结合起来) and the text has points on each."""
    found = _JOINS.search(title)
    if found is None:
        return None
    names = (_name(found[1]), _name(found[2]))
    halves = _halves(text, _keys(*names))
    sides = [points(half, title, weights, 4, (name,)) for half, name in zip(halves, names, strict=True)]
    if min(len(side) for side in sides) < 2:
        return None
    columns: dict[str, Value] = {
        key: {"title": name, "bullets": side} for key, name, side in zip(("left", "right"), names, sides, strict=True)
    }
    return Content((("columns", columns),))


def _name(pole: str) -> str:
    """Return what a pole is about: the word in quotation marks, or all but the verb before it."""
    quoted = re.search("“[^”]+”", pole)
    return quoted[0] if quoted else re.sub("^(?:加强|推进|抓好|搞好|整个)+", "", pole)


def _halves(text: str, keys: tuple[str, str]) -> tuple[str, str]:
    """Return the sentences on each of two things; one that names neither, or both as one, goes with the last."""
    halves = ["", ""]
    side = 0
    for sentence in sentences(text):
        places = [sentence.find(key) for key in keys]
        one = min(places) >= 0 and max(places) - min(places) < _ONE_SUBJECT
        if max(places) >= 0 and not one:
            side = min((n for n in (0, 1) if places[n] >= 0), key=lambda n: places[n])
        halves[side] += sentence
    return halves[0], halves[1]


def _keys(left: str, right: str) -> tuple[str, str]:
    """Return what tells two names apart: without the head that they share and the general word at their end."""
    shared = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    if min(len(left), len(right)) - shared >= 2:
        left, right = left[shared:], right[shared:]
    return _key(left), _key(right)


def _key(name: str) -> str:
    bare_name = name.strip("“”")
    short = re.sub("(?:建设|工作|管理|制度|发展)$", "", bare_name)
    return short if len(short) >= 2 else bare_name


def kinds(text: str, title: str, weights: Weights) -> Content | None:
    """Return three or more things of a kind that stand in a row (求真务实的思想、真抓实干的作风、…) as points."""
    for clause in clauses(text):
        first, *others = clause.split("、")
        named = [found for part in others if (found := _OF_KIND.fullmatch(part))]
        if len(others) < _LEAST - 1 or len(named) < len(others) or len({len(found[1]) for found in named}) > 1:
            continue
        head = re.search(rf"(.{{{len(named[0][1])}}})的(.{{2,4}})$", first)
        if head:
            return _rows((head[0], *(found[0] for found in named)))
    return None


def listing(text: str, title: str, weights: Weights) -> Content | None:
    """Return the things that a sentence lists (如预防制度、警示制度、…等) as points."""
    for sentence in sentences(text):
        found = _LISTS.search(sentence)
        parts = found[1].split("、") if found else []
        if _LEAST <= len(parts) <= 6 and all(4 <= weight(part) <= LONGEST for part in parts):
            return Content((("bullets", tuple(parts)),))
    return None
