"""Break headings and quotations at phrases, into lines of like length."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from slidegen.text.kinsoku import NO_END
from slidegen.text.measure import Measured

if TYPE_CHECKING:
    from budoux.parser import Parser

LEAST_LAST: Final = 4.0
"""The last line has at least this many em."""
LEAST_SHARE: Final = 0.5
"""Every other line has at least this share of the mean line."""
QUOTED_WHOLE: Final = 8.0
"""What stands in quotes or brackets is kept on one line up to this many em."""

_QUOTED: Final = re.compile(
    r"“[^“”]*”|‘[^‘’]*’|《[^《》]*》|〈[^〈〉]*〉|（[^（）]*）|「[^「」]*」|『[^『』]*』|【[^【】]*】|\([^()]*\)"
)
_QUANTITY: Final = re.compile(
    r"第?[0-9][0-9.,:/%-]*[ \u00a0]?"
    r"(?:[十百千万亿兆]*(?:季度|小时|分钟|公里|公斤|平方米|个百分点|百分点|周年|[年月日时天周号个项名人元倍次家届条点期度位台套件亩吨米页类级批章节])"
    r"|[十百千万亿兆]+|[%‰℃]|[A-Za-z]+)"
)
_AFTER_PUNCTUATION: Final = frozenset("，；：、。！？,;:!?—…|｜")
_LEANING: Final = re.compile(
    r"(?<![\w’'-])(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|our|your|my|its|their) +", re.IGNORECASE
)
"""English words that lean on the next one, with the spaces between."""
_DANGLING_START: Final = frozenset("的了着过地得之等们化性者")
_DANGLING_END: Final = frozenset("的与和及或在对把将为以从向被")

_UNEVEN: Final = 0.45
"""Weight of the squared deviation from the mean line: two lines 20 % off cost 0.036, less than a break inside a
clause, so that a comma near the middle wins."""

_PHRASE: Final = 0.03
_GRADES: Final = ((0, 0.12), (800, 0.06), (1600, _PHRASE))
"""Scores of the phrase model from which a boundary costs so much: the surer, the cheaper."""
_SCRIPT: Final = 0.06
"""Between a Latin word and a Chinese one."""
_LONE: Final = 0.06
"""Beside a phrase of one character: often half of a word the model does not know."""
_OPENING: Final = 0.05
_DANGLING: Final = 0.1
_AFTER_LEANING: Final = 0.15
"""One of two lines may be half as long as the other to avoid that."""
_IN_TITLE: Final = 0.4
"""Inside a quotation too long to be kept whole."""

_MODELS: Final = {
    "zh-hans": "load_default_simplified_chinese_parser",
    "zh-hant": "load_default_traditional_chinese_parser",
    "ja": "load_default_japanese_parser",
    "th": "load_default_thai_parser",
}


def balance(text: str, measured: Measured, width: float, lines: int, language: str = "zh-CN") -> tuple[int, ...]:
    """Return where to break a heading of `lines` lines: the offsets at which its further lines start.

    `text` is what was measured, `width` is em. Newlines of the author are breaks always. The other breaks fall
    after punctuation, at spaces or between phrases, never inside a short quotation, a word or a number with its
    unit. () when no such breaks give lines that fit: then `Measured.wrap` decides.
    """
    segments = measured.segments
    starts = [start for start, _ in segments]
    counts = _share(measured, width, lines)
    if not counts:
        return ()
    breaks: list[int] = []
    candidates = _candidates(text, measured, language) if lines > len(segments) else {}
    for (start, end), count in zip(segments, counts, strict=True):
        found = _split(text, measured, width, (start, end), count, candidates)
        if found is None:
            return ()
        breaks.extend(found)
    return tuple(sorted([*starts[1:], *breaks]))


def _share(measured: Measured, width: float, lines: int) -> list[int]:
    """Return how many lines each forced line gets; none when `lines` are too few for the text."""
    counts = [0] * len(measured.segments)
    index = 0
    for line in measured.wrap(width):
        while line.start > measured.segments[index][1]:
            index += 1
        counts[index] += 1
    if sum(counts) > lines:
        return []
    if len(counts) == 1:
        return [lines]
    return counts


def _candidates(text: str, measured: Measured, language: str) -> dict[int, float]:
    """Return the offsets where a line may start, with what starting it there costs."""
    phrases = _phrases(text, language) if measured.cjk else {}
    closed = set(_kept_whole(text, measured))
    found = {}
    for offset in range(1, len(text)):
        if offset in closed or not measured.breakable(offset):
            continue
        before = text[offset - 1]
        if before.isspace() or before in _AFTER_PUNCTUATION:
            cost = 0.0
        elif text[offset] in NO_END or text[offset] == "—" or before in "”》）」』】":
            cost = _PHRASE
        elif _ends_latin_word(before, text[offset]):
            cost = min(_SCRIPT, phrases.get(offset, _SCRIPT))
        elif offset in phrases:
            cost = phrases[offset]
            if min(phrases.get(offset - 1, 1.0), phrases.get(offset + 1, 1.0)) <= cost:
                cost += _LONE
        else:
            continue
        found[offset] = cost + _dangling(text, offset)
    for match in _LEANING.finditer(text):
        if match.end() in found:
            found[match.end()] += _AFTER_LEANING
    for match in _QUOTED.finditer(text):
        for offset in range(match.start() + 1, match.end()):
            if offset in found:
                found[offset] += _IN_TITLE
    return found


def _ends_latin_word(before: str, after: str) -> bool:
    return before.isascii() != after.isascii() and (before if before.isascii() else after).isalpha()


def _dangling(text: str, offset: int) -> float:
    cost = 0.0
    if text[offset] in _DANGLING_START:
        cost += _DANGLING
    if text[offset - 1] in _DANGLING_END:
        cost += _DANGLING
    if text[offset] in NO_END:
        cost += _OPENING
    return cost


def _kept_whole(text: str, measured: Measured) -> Iterator[int]:
    for match in _QUOTED.finditer(text):
        if measured.span(*match.span()) <= QUOTED_WHOLE + 1e-6:
            yield from range(match.start() + 1, match.end())
    for match in _QUANTITY.finditer(text):
        yield from range(match.start() + 1, match.end())


def _split(
    text: str, measured: Measured, width: float, segment: tuple[int, int], count: int, candidates: dict[int, float]
) -> list[int] | None:
    """Return the cheapest breaks of one forced line into `count` lines, or None."""
    start, end = segment
    if count == 1:
        return [] if measured.span(start, end) <= width + 1e-6 else None
    mean = measured.span(start, end) / count
    offsets = [start, *(offset for offset in sorted(candidates) if start < offset < end), end]
    best: dict[int, tuple[float, list[int]]] = {start: (0.0, [])}
    for number in range(1, count + 1):
        following: dict[int, tuple[float, list[int]]] = {}
        for origin, (cost, breaks) in best.items():
            for offset in offsets:
                if offset <= origin or (offset == end) != (number == count):
                    continue
                room = measured.span(origin, origin + len(text[origin:offset].rstrip()))
                if room > width + 1e-6 or room < (LEAST_LAST if number == count else LEAST_SHARE * mean):
                    continue
                total = cost + _UNEVEN * (room / mean - 1.0) ** 2 + candidates.get(offset, 0.0)
                if offset not in following or total < following[offset][0]:
                    following[offset] = (total, [*breaks, offset])
        best = following
    return best[end][1][:-1] if end in best else None


def _phrases(text: str, language: str) -> dict[int, float]:
    """Return the boundaries of phrases and what a break there costs."""
    found = {}
    for parser, cost in _parsers(_model(language)):
        offset = 0
        for phrase in parser.parse(text):
            offset += len(phrase)
            found[offset] = cost
    return found


def _model(language: str) -> str:
    tag = language.lower()
    if tag.startswith("zh"):
        return "zh-hant" if any(part in tag for part in ("hant", "tw", "hk", "mo")) else "zh-hans"
    return tag.split("-")[0]


@lru_cache(maxsize=4)
def _parsers(model: str) -> "tuple[tuple[Parser, float], ...]":
    """Return one parser a grade, the least strict first; none for a language without a model."""
    if model not in _MODELS:
        return ()
    import budoux  # takes longer to import than a deck without long headings takes to build

    weights = getattr(budoux, _MODELS[model])().model
    # A parser breaks where the weights found add up to more than half of all: one that is never found is a threshold.
    return tuple((budoux.Parser({**weights, "threshold": {"": 2 * score}}), cost) for score, cost in _GRADES)
