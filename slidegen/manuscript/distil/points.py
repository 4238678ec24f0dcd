"""Points: the units of a text that say most, as bullets in the order of the text."""

import re
from collections.abc import Sequence

from slidegen.manuscript.distil.units import Unit, units
from slidegen.manuscript.distil.weights import Weights, likeness

MOST = 5
_ALIKE = 0.55
_PER_SENTENCE = 2
_CUE = re.compile(
    r"坚持|加强|健全|完善|落实|防止|建立|提高|增强|强化|发挥|做到|确保|推进|推动|严格|把|抓|树立|牢记|不能|不得|严禁|反对|克服|解决|"
    r"改进|规范|明确|从|用|以|做|讲|带头|保持|压实|盯住|突出|"
    r"(?:Keep|Make|Build|Measure|Write|Ask|Use|Start|Stop|Never|Always|Do|Don't|Repair|Finish|Share|Listen|Speak)\b"
)
_CORE = re.compile(r"关键|根本|核心|基础|重点|首要|第一位|前提|保证|key|core|most important|essential", re.IGNORECASE)
_POINTS_AWAY = re.compile(
    r"我|咱|刚才|[这那](?:个|些|把|种|样|一)|其|此(?!外)|该(?!.*应)|了$|\b(?:I|me|my|this|that|these|it|he|she|they)\b"
)
"""Words that mean something only where they stand."""
_FIGURE = re.compile(
    r"\d[\d,.]*\s*[%％万亿元个项次人年月日天件起]|\d[\d,.]*\s*(?:percent|million|euros|hours|days|minutes)?"
)


def points(text: str, title: str, weights: Weights, most: int = MOST, taken: Sequence[str] = ()) -> tuple[str, ...]:
    """Return at most `most` points of a text, none like its title, another one or those in `taken`."""
    candidates = list(units(text))
    scored = sorted(enumerate(candidates), key=lambda pair: (-_score(pair[1], weights), pair[0]))
    chosen: list[int] = []
    for place, unit in scored:
        if len(chosen) == most:
            break
        others = [title, *taken, *(candidates[n].text for n in chosen)]
        if any(likeness(unit.text, other) > _ALIKE for other in others if other):
            continue
        if sum(candidates[n].sentence == unit.sentence for n in chosen) >= _PER_SENTENCE:
            continue
        chosen.append(place)
    return tuple(candidates[place].text for place in sorted(chosen))


def _score(unit: Unit, weights: Weights) -> float:
    score = weights.of(unit.text)
    score += 0.25 * unit.asks
    score += 0.25 * bool(_CUE.match(unit.text))
    score += 0.2 * bool(_CORE.search(unit.text))
    score += 0.25 * bool(_FIGURE.search(unit.text))
    score -= 0.4 * bool(_POINTS_AWAY.search(unit.text))
    score -= 0.3 * unit.text.startswith("**")
    return score + min(len(unit.text), 12) / 60
