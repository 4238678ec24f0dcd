"""Parallel frames: clauses of one build, three or more (把X转化为Y; 与X结合起来; 做X的表率; X，就是Y)."""

import re

from slidegen.manuscript.distil.bonds import governs, stands_alone
from slidegen.manuscript.distil.content import Content
from slidegen.manuscript.distil.points import points
from slidegen.manuscript.distil.units import LONGEST, trimmed
from slidegen.manuscript.distil.weights import Weights
from slidegen.manuscript.sentences import clauses, sentences, weight

_LEAST = 3
_TURN = (
    re.compile(r"把([^，；。]{2,24}?)(?:转化为|变为|变成|转变为)([^，；。]{2,30})"),
    re.compile(r"\bturn (?:your |our |the )?([^,;.]{2,40}?) into ([^,;.]{2,40})", re.IGNORECASE),
)
_WITH = re.compile(r"(与[^，；。]{3,24}?结合起来)")
_MODEL = re.compile(r"(做(?:[^；。]){3,26}?的(?:表率|模范|榜样|先锋|标兵))")
_MEANS = re.compile(r"(?:^|(?<=[。；，]))([^，；。、]{2,8})[，,]就是(?:要)?([^；。]+)")
_OF_KIND = re.compile(r"([^的]{2,8})的[^的]{2,4}")
_LISTS = re.compile(r"(?:^|，)(?:如|例如|比如|包括|主要有|主要是|主要包括)([^，。；：]{12,}?)等?[。；，]")
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
            return Content((("bullets", found[:6]),))
    return None


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
    """Return the part of a meaning that fits a card: the first clauses that do, or its best point."""
    parts = [_TOWARDS.sub("", clause) for clause in clauses(said)]
    for at, start in enumerate(parts):
        if governs(start) or (at and not stands_alone(start)):
            continue
        body = ""
        for clause in parts[at:]:
            longer = f"{body}，{clause}" if body else trimmed(clause)
            if weight(longer) > LONGEST + 4:
                break
            body = longer
        if body:
            return body
    return next(iter(points(said, term, weights, 1)), "")


def poles(text: str, title: str, weights: Weights) -> Content | None:
    """Return two columns where a title joins two things (把A与B结合起来) and the text has points on each."""
    found = re.search(r"把(.{2,12}?)(?:与|同|和)(?:加强|推进|抓好|搞好)?(.{2,12}?)(?:结合|统一)起来", title)
    if found is None:
        return None
    left, right = found[1], found[2]
    keys = _keys(left, right)
    pieces = sentences(text)
    turn = next((n for n, piece in enumerate(pieces) if keys[1] in piece and keys[0] not in piece), None)
    if not turn:
        return None
    halves = ("".join(pieces[:turn]), "".join(pieces[turn:]))
    sides = [points(half, own, weights, 4, (left, right)) for half, own in zip(halves, (left, right), strict=True)]
    if min(len(side) for side in sides) < 2:
        return None
    columns = {"left": {"title": left, "bullets": sides[0]}, "right": {"title": right, "bullets": sides[1]}}
    return Content((("columns", columns),))


def _keys(left: str, right: str) -> tuple[str, str]:
    """Return what tells two names apart: without the head that they share, where enough is left."""
    shared = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return (left[shared:], right[shared:]) if min(len(left), len(right)) - shared >= 2 else (left, right)


def kinds(text: str, title: str, weights: Weights) -> Content | None:
    """Return three or more things of a kind that stand in a row (求真务实的思想、真抓实干的作风、…) as points."""
    for clause in clauses(text):
        first, *others = clause.split("、")
        named = [found for part in others if (found := _OF_KIND.fullmatch(part))]
        if len(others) < _LEAST - 1 or len(named) < len(others) or len({len(found[1]) for found in named}) > 1:
            continue
        head = re.search(rf"(.{{{len(named[0][1])}}})的(.{{2,4}})$", first)
        if head:
            return Content((("bullets", (head[0], *(found[0] for found in named))),))
    return None


def listing(text: str, title: str, weights: Weights) -> Content | None:
    """Return the things that a sentence lists (如预防制度、警示制度、…等) as points."""
    for sentence in sentences(text):
        found = _LISTS.search(sentence)
        parts = found[1].split("、") if found else []
        if _LEAST <= len(parts) <= 6 and all(4 <= weight(part) <= LONGEST for part in parts):
            return Content((("bullets", tuple(parts)),))
    return None
