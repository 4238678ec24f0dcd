"""Weights: which words carry a manuscript, by how often they come in it and in few of its parts."""

import math
import re
from collections import Counter
from collections.abc import Iterable

from slidegen.manuscript.sentences import CHINESE

_PAIRS = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
_WORDS = re.compile(r"[A-Za-z][a-z'’]{3,}")
_EMPTY = frozenset("的了是在和与及对等就也都而又为有这那其之于以把被让使得着过们个些么")


class Weights:
    """How much each pair of Chinese characters, or each word, counts in one manuscript."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for text in texts:
            self._counts.update(grams(text))
        self._most = max(self._counts.values(), default=1)

    def of(self, text: str) -> float:
        """Return the mean weight of a text's words, from 0 to about 1."""
        found = grams(text)
        if not found:
            return 0.0
        return sum(math.log1p(self._counts[gram]) for gram in found) / len(found) / math.log1p(self._most)


def grams(text: str) -> list[str]:
    """Return the pairs of characters, or the longer words, that say something."""
    if CHINESE.search(text):
        return [pair for pair in _PAIRS.findall(text) if not _EMPTY.intersection(pair)]
    return [word.lower() for word in _WORDS.findall(text)]


def likeness(one: str, other: str) -> float:
    """Return how much of the shorter text's words the two share, from 0 to 1."""
    a, b = set(grams(one)), set(grams(other))
    return len(a & b) / min(len(a), len(b)) if a and b else float(one == other)
