"""Points: the units of a text that say most, as bullets in the order of the text."""

import re
from collections.abc import Sequence

from slidegen.manuscript.distil.unit import Unit
from slidegen.manuscript.distil.units import units, whole_sentences
from slidegen.manuscript.distil.weights import Weights, likeness
from slidegen.manuscript.sentences import is_chinese

MOST = 5
_ALIKE = 0.55
_PER_STRETCH = 2
_LEAST_SCORE = 0.3
_LEAST_REMARK = 0.45
"""What asks for nothing has to say more."""
_ENOUGH = 3
"""With so many points that ask or say, those that blame are left out: side by side they read as one."""
_CUE = re.compile(
    r"坚持|加强|健全|完善|落实|防止|建立|提高|增强|强化|发挥|做到|确保|推进|推动|严格|把|抓|树立|牢记|不能|不得|严禁|反对|克服|解决|"
    r"改进|规范|明确|用|以|做|讲|带头|保持|压实|盯住|突出|"
    r"(?:Never|Always|Don't|Do not|Every|Nobody|No one)\b"
)
_CORE = re.compile(r"关键|根本|核心|基础|重点|首要|第一位|前提|保证|key|core|most important|essential", re.IGNORECASE)
_WHOLE = re.compile(
    r"不是.+是|越.+越|既.+[又也更]|只有.+才|不仅.+|要.+，不|谁.+谁|不能.+要|恰恰是|才是|正是|与其.+不如|，不|"
    r"not .+ but |, not "
)
"""A thought with both its halves."""
_POINTS_AWAY = re.compile(
    r"我|咱|刚才|这|其(?!他|中)|此(?!外)|该(?!.*应)|了$|\b(?:I|me|my|this|that|these|it|he|she|they|them)\b"
)
"""Words that mean more where they stand."""
_DEFINES = re.compile(r"[^，]{2,4}，就是")
_FIGURE = re.compile(r"\d")
_EVENT = re.compile(r"\b(?:was|were|had|went|came|said|did|sat|told|asked)\b")


def points(text: str, title: str, weights: Weights, most: int = MOST, taken: Sequence[str] = ()) -> tuple[str, ...]:
    """Return at most `most` points of a text, none like its title, another one or those in `taken`."""
    candidates = [unit for unit in units(text, title) if score(unit, weights) >= _least(unit)]
    others = [unit for unit in candidates if unit.mood != "blames"]
    if len(others) >= _ENOUGH:
        candidates = others
    per_stretch = _PER_STRETCH + (len({unit.place for unit in candidates}) < _ENOUGH) * _PER_STRETCH
    scored = sorted(enumerate(candidates), key=lambda pair: (-score(pair[1], weights), pair[0]))
    chosen: list[int] = []
    for place, unit in scored:
        if len(chosen) == most:
            break
        shown = [title, *taken, *(candidates[n].text for n in chosen)]
        if any(likeness(unit.text, other) > _ALIKE for other in shown if other):
            continue
        if sum(candidates[n].place == unit.place for n in chosen) >= per_stretch:
            continue
        chosen.append(place)
    return tuple(candidates[place].text for place in sorted(chosen))


def _least(unit: Unit) -> float:
    """Return what a unit must say at least: a Chinese remark more, for English ones are whole sentences."""
    return _LEAST_REMARK if unit.mood in ("says", "tells") and is_chinese(unit.text) else _LEAST_SCORE


def statement(text: str, title: str, weights: Weights) -> str:
    """Return the whole sentence that says most of a text that has no points; "" where none stands alone."""
    found = [s for s in whole_sentences(text) if likeness(s, title) <= _ALIKE or not title]
    return max(found, key=lambda s: weights.of(s) - 0.2 * bool(_EVENT.search(s) or _POINTS_AWAY.search(s)), default="")


def score(unit: Unit, weights: Weights) -> float:
    """Return how much a unit says: about 0.3 for a remark, above 1 for a demand in the manuscript's main words."""
    found = weights.of(unit.text)
    found += 0.25 * unit.asks
    found += 0.25 * bool(_CUE.match(unit.text))
    found += 0.2 * bool(_CORE.search(unit.text))
    found += 0.25 * bool(_FIGURE.search(unit.text))
    found += 0.15 * bool(_WHOLE.search(unit.text))
    found += 0.1 * unit.joined
    found -= 0.25 * bool(_DEFINES.match(unit.text))
    found -= 0.3 * bool(_POINTS_AWAY.search(unit.text))
    found -= 0.3 * unit.text.startswith("**")
    found -= 0.15 * unit.text.startswith(("有", "从"))
    found -= 0.4 * (unit.mood == "tells")
    found -= 0.2 * bool(_EVENT.search(unit.text))
    return found + min(len(unit.text), 12) / 60
