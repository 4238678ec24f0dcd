"""Alignment: which line of one text is which of another, in time that grows with their length.

Patience: what begins and ends both is equal, lines that stand once in each are anchors, the longest run of them that
is in order holds, and the gaps between are treated alike. A gap without such lines pairs the first of a kind with the
first, the second with the second.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise, product
from typing import Final

from msgspec import Struct

Pair = tuple[int, int]
"""A line of the wanted text, and which one of the found text it is."""

_SHINGLE: Final = 4
"""Characters of the pieces by which lines that are no longer equal are known again."""
_COMMON: Final = 16
"""A piece that more lines have than this tells nothing."""
_ALIKE: Final = 0.3
"""Share of pieces that two lines must have in common to be one line, changed."""
_CANDIDATES: Final = 3
"""How many lines, those with the most pieces in common, are compared with one."""
_SHORT: Final = 24
"""Lines up to this long are compared by characters too, since few pieces outlive a change."""
_SHORT_ALIKE: Final = 0.4
"""Share of characters that two short lines of one gap must have in common."""
_MOST_PAIRS: Final = 400
"""Pairs of short lines of one gap that are compared."""


class Left(Struct, frozen=True):
    """A line that has no equal: its place, its text and behind how many pairs of equal lines it stands."""

    place: int
    line: str
    gap: int


def left_over(lines: Sequence[str], paired: Sequence[int]) -> list[Left]:
    """Return the lines that are not among the paired ones, whose places are in order."""
    return [
        Left(n, line, gap)
        for n, line in enumerate(lines)
        if not ((gap := bisect_left(paired, n)) < len(paired) and paired[gap] == n)
    ]


def align(wanted: Sequence[str], found: Sequence[str]) -> list[Pair]:
    """Return the lines that are equal and in order in both."""
    pairs: list[Pair] = []
    gaps = [(0, len(wanted), 0, len(found))]
    while gaps:
        a, a_end, b, b_end = gaps.pop()
        while a < a_end and b < b_end and wanted[a] == found[b]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and wanted[a_end - 1] == found[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            pairs.append((a_end, b_end))
        if a < a_end and b < b_end:
            anchors = _anchors(wanted, range(a, a_end), found, range(b, b_end))
            pairs.extend(anchors)
            ends = [(a - 1, b - 1), *anchors, (a_end, b_end)]
            if anchors:
                gaps.extend((p + 1, q, r + 1, s) for (p, r), (q, s) in pairwise(ends))
    return sorted(pairs)


def _anchors(wanted: Sequence[str], a: range, found: Sequence[str], b: range) -> list[Pair]:
    """Return equal lines of two stretches in order: those that stand once in each, else those of a kind in turn."""
    places, others = _places(wanted, a), _places(found, b)
    both = [(places[line], others[line]) for line in places if line in others]
    once = [(p[0], q[0]) for p, q in both if len(p) == len(q) == 1]
    return in_order(once or sorted(chain.from_iterable(zip(p, q, strict=False) for p, q in both)))


def _places(lines: Sequence[str], stretch: range) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place in stretch:
        found[lines[place]].append(place)
    return found


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the most pairs that are in order on both sides; `pairs` are in order on the first."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[length], ends[length] = place, number
    chosen = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def by_gap(lines: Sequence[Left]) -> Mapping[int, list[Left]]:
    """Return lines left over by the gap they stand in."""
    found: dict[int, list[Left]] = defaultdict(list)
    for one in lines:
        found[one.gap].append(one)
    return found


def out_of_order(wanted: Sequence[Left], found: Sequence[Left]) -> list[Pair]:
    """Return the places of lines left over that are equal, so out of order: the first of a kind is the first."""
    places: dict[str, list[int]] = defaultdict(list)
    for other in reversed(found):
        places[other.line].append(other.place)
    return [(one.place, places[one.line].pop()) for one in wanted if places.get(one.line)]


def alike(wanted: Sequence[Left], found: Sequence[Left]) -> list[Pair]:
    """Return the places of lines left over that are one line, changed; the likest first, each line once."""
    scored = sorted(
        {*_by_pieces(wanted, found), *_in_turn(wanted, found), *_by_characters(wanted, found)},
        key=lambda one: (-one[0], *one[1:]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in scored:
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return sorted(pairs.items())


def _by_pieces(wanted: Sequence[Left], found: Sequence[Left]) -> Iterator[tuple[float, int, int]]:
    pieces = [_pieces(other.line) for other in found]
    having: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(pieces):
        for piece in own:
            having[piece].append(number)
    for one in wanted:
        own = _pieces(one.line)
        votes = Counter(chain.from_iterable(having[p] for p in own if p in having and len(having[p]) <= _COMMON))
        for number, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_CANDIDATES]:
            share = _share(own, pieces[number])
            if share >= _ALIKE:
                # of two lines as like as each other it is the one that stands where it should
                yield share + (one.gap == found[number].gap), one.place, found[number].place


def _in_turn(wanted: Sequence[Left], found: Sequence[Left]) -> Iterator[tuple[float, int, int]]:
    """Compare the lines of gaps that hold as many on both sides; where all pieces are common, nothing else does."""
    here, there = by_gap(wanted), by_gap(found)
    for gap, some in here.items():
        others = there.get(gap, [])
        for one, other in zip(some, others, strict=True) if len(some) == len(others) else ():
            share = _share(_pieces(one.line), _pieces(other.line))
            if share >= _ALIKE:
                yield share + 1, one.place, other.place


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _pieces(line: str) -> frozenset[str]:
    return frozenset(line[at : at + _SHINGLE] for at in range(len(line) - _SHINGLE + 1))


def _by_characters(wanted: Sequence[Left], found: Sequence[Left]) -> Iterator[tuple[float, int, int]]:
    here, there = (by_gap([one for one in lines if len(one.line) <= _SHORT]) for lines in (wanted, found))
    for gap, some in here.items():
        others = there.get(gap, [])
        if len(some) * len(others) <= _MOST_PAIRS:
            for one, other in product(some, others):
                common = (Counter(one.line) & Counter(other.line)).total()
                share = 2 * common / (len(one.line) + len(other.line))
                if share >= _SHORT_ALIKE:
                    yield share, one.place, other.place
