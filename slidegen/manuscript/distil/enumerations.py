"""Enumerations inside a paragraph (一是…二是…, First, … Second, …): cards, steps, columns or points."""

import re
from collections.abc import Sequence

from slidegen.manuscript.distil import bonds
from slidegen.manuscript.distil.content import Content, Value
from slidegen.manuscript.distil.english import says
from slidegen.manuscript.distil.points import points
from slidegen.manuscript.distil.trimming import trimmed
from slidegen.manuscript.distil.unit import LONGEST
from slidegen.manuscript.distil.units import blocks
from slidegen.manuscript.distil.weights import Weights
from slidegen.manuscript.distil.words import BAD, FORBIDS_LIST
from slidegen.manuscript.markers import Marker, marker_of
from slidegen.manuscript.sentences import clauses, is_chinese, sentences, weight

_HEAD = 14.0
"""A card's heading's weight at most."""
_TEXT = 26.0
_MOST_CARDS = 4
_MOST = 6
_FORBIDS = re.compile(
    r"防止|反对|克服|严禁|禁止|不得|不准|不许|不能|不要|避免|杜绝|警惕|力戒|破除|纠正|消除|(?:三|四|五|几|六|八)[不戒忌]|"
    r"never|do not|don't|avoid|danger|risk",
    re.IGNORECASE,
)
_ANSWERS = re.compile("就|才|却|但|而|否则|也|都|便|则|不然|反而")
_BLAMES = re.compile(r"问题|不足|倾向|误区|现象|差距|薄弱|毛病|教训|表现|mistake|fail|wrong|problem", re.IGNORECASE)
_ORDER = re.compile(
    r"步骤|流程|环节|阶段|程序|顺序|先.{1,20}再|然后|steps?\b|procedure|process|path|order", re.IGNORECASE
)


def enumeration(text: str, title: str, weights: Weights) -> Content | None:
    """Return what an enumeration of two to six items becomes."""
    items = items_of(text)
    if not 2 <= len(items) <= _MOST:
        return None
    if _turned(text[: text.find(items[0])], title, items):
        return None
    pairs = [pair for item in items if (pair := _pair(item)) is not None]
    if len(items) == 2 and len(pairs) == 2:
        return _columns(items, pairs, title, weights)
    if len(pairs) < len(items) or not all(second for _, second in pairs) or len(items) > _MOST_CARDS:
        return _listed(items, pairs)
    key = "steps" if len(items) >= 3 and _ORDER.search(title + text[: text.find(items[0])]) else "cards"
    return Content(((key, tuple({"title": head, "text": body} for head, body in pairs)),))


def _turned(before: str, title: str, items: Sequence[str]) -> bool:
    """Tell whether items would be read as advice that the words before them forbid or blame (要防止三种倾向：…)."""
    lead = (sentences(before.rstrip("一二三四五六七八九十是")) or ("",))[-1]
    announced = lead.rstrip().endswith(("：", ":"))
    if FORBIDS_LIST.search(lead) or (announced and _FORBIDS.search(lead)):
        return not _FORBIDS.search(title)
    if not _BLAMES.search(lead) or _BLAMES.search(title):
        return False
    return not all(BAD.search(item.partition("，")[0]) for item in items)


def items_of(text: str) -> tuple[str, ...]:
    """Return the items of the first enumeration in a text, each without its marker; () where there is none."""
    starts: list[tuple[Marker, int]] = []
    at = 0
    for piece in _pieces(text):
        marker = marker_of(piece)
        if marker is not None and marker.form != "dash":
            wanted = starts[-1][0].number + 1 if starts else 1
            same = not starts or starts[-1][0].form == marker.form
            if same and marker.number in (wanted, 99) and (starts or marker.number == 1):
                starts.append((marker, at + len(piece) - len(marker.rest)))
        at += len(piece)
    if not starts:
        return ()
    ends = [start - len(marker.written) for marker, start in starts[1:]] + [len(text)]
    return tuple(text[start:end].strip(" 　") for (_, start), end in zip(starts, ends, strict=True))


def _pieces(text: str) -> list[str]:
    """Return sentences cut at semicolons and colons too, for an item begins after any of them."""
    return [piece for sentence in sentences(text) for piece in re.split(r"(?<=[；;：:])", sentence) if piece]


def _pair(item: str) -> tuple[str, str] | None:
    """Return an item's heading and what it says of it; None where its head does not stand alone."""
    first, *rest = sentences(item) or ("",)
    parts = clauses(first)
    if not parts:
        return None
    head = trimmed(parts[0])
    topic = head.endswith("的") and len(parts) > 1
    if not 2 <= weight(head) <= _HEAD or (bonds.governs(parts[0]) and not topic) or not _sentence(head):
        return None
    if not is_chinese(item):
        return head, ""
    if len(parts) > 1 and _ANSWERS.match(parts[1]):
        return None
    following = parts[1:] or (clauses(rest[0]) if rest and not bonds.opens_on(rest[0]) else ())
    return head, _body(following)


def _sentence(head: str) -> bool:
    """Tell whether a head is more than a noun with what belongs to it; a Chinese one may be a noun."""
    return is_chinese(head) or says(head)


def _body(parts: Sequence[str]) -> str:
    """Return what fits under a head: the clauses from the first on that hold together."""
    body, end = "", -1
    for block in blocks(parts, headed=True):
        longer = f"{body}，{block.text}" if body else block.text
        if block.first != end + 1 or weight(longer) > _TEXT:
            break
        body, end = longer, block.last
    return body


def _columns(items: Sequence[str], pairs: Sequence[tuple[str, str]], title: str, weights: Weights) -> Content | None:
    """Return two columns where each of two items has points of its own, else None."""
    sides: list[Value] = []
    for item, (head, _) in zip(items, pairs, strict=True):
        found = points(item, head, weights, 4, (title,))
        if len(found) < 2:
            return None
        sides.append({"title": head, "bullets": found})
    return Content((("columns", {"left": sides[0], "right": sides[1]}),))


def _listed(items: Sequence[str], pairs: Sequence[tuple[str, str]]) -> Content | None:
    """Return the items as points, where each has a head that stands alone."""
    if len(pairs) == len(items) and len(items) > 2:
        return Content((("bullets", tuple(_joined(head, body) for head, body in pairs)),))
    short = tuple(trimmed(item.rstrip("。；;.")) for item in items)
    return Content((("bullets", short),)) if len(short) > 2 and all(weight(s) <= LONGEST for s in short) else None


def _joined(head: str, body: str) -> str:
    colon = "：" if not head.isascii() else ": "
    return f"{head}{colon}{body}" if body and weight(head) + weight(body) <= LONGEST else head
