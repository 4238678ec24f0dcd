"""Splitting: a draft whose text does not fit one slide becomes several, as few as it takes, of like fullness."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec.structs import replace

from slidegen.blocks.pieces import Pieces, pieces_of
from slidegen.blocks.values import ItemsValue, TextValue, Value
from slidegen.compose.draft import Draft
from slidegen.outline.inline import Inline
from slidegen.words import word

Fits = Callable[[Draft], bool]

_REACH = 0.2
"""How far a break may move from an even share, as a part of one page's share, to fall at a better place."""


def paginate(draft: Draft, slot: str, language: str, fits: Fits) -> tuple[Draft, ...] | None:
    """Return the drafts that a draft becomes when its slot `slot` goes on over several slides.

    None when the slot cannot be taken apart, or one piece alone does not fit. Titles are marked （续） or （1/3）;
    optional slots such as the takeaway stand on the last slide; notes stay with the first, the others say so.
    """
    pieces = pieces_of(draft.values[slot], draft.family.slots[slot], word("continued", language))
    if pieces is None or pieces.count < 2:
        return None

    def page(start: int, stop: int) -> Draft:
        made = _page(draft, slot, pieces.take(start, stop), last=stop == pieces.count)
        return replace(made, before=start if isinstance(draft.values[slot], ItemsValue) else 0)

    def holds(start: int, stop: int) -> bool:
        return fits(_longest_title(page(start, stop), language))

    greedy = _greedy(pieces.count, _least(draft, slot), holds)
    if greedy is None:
        return None
    for breaks in (*_candidates(pieces, max(2, len(greedy) - 1), holds), greedy):
        if all(holds(start, stop) for start, stop in pairwise(breaks)):
            return _numbered(draft, [page(start, stop) for start, stop in pairwise(breaks)], language)
    return None


def _candidates(pieces: Pieces, fewest: int, holds: Callable[[int, int], bool]) -> Iterator[list[int]]:
    """Yield breaks to try, the best first: pages of like size, then the same with the last one as full as it can be.

    The last page has less room where it carries a takeaway.
    """
    for count in range(fewest, min(fewest + 2, pieces.count) + 1):
        yield _balanced(pieces, pieces.count, count)
        last = pieces.count - 1
        while last > 1 and holds(last - 1, pieces.count):
            last -= 1
        if last >= count - 1:
            yield [*_balanced(pieces, last, count - 1), pieces.count]


def _least(draft: Draft, slot: str) -> int:
    """Return how many pieces a page must have: the least number of items of a counted slot."""
    counted = draft.family.counted
    return counted.count[0] if counted and counted.count and counted.name == slot and not counted.names else 1


def _greedy(count: int, least: int, fits: Callable[[int, int], bool]) -> list[int] | None:
    """Return the breaks of the fewest pages, each as full as can be; None when a piece alone does not fit.

    The last page may come out with fewer than the least number of pieces.
    """
    breaks = [0]
    while breaks[-1] < count:
        start = breaks[-1]
        if count - start <= least and start:
            breaks.append(count)
            break
        low, high = start + least, count
        if low > count or not fits(start, low):
            return None
        while low < high:
            middle = (low + high + 1) // 2
            if fits(start, middle):
                low = middle
            else:
                high = middle - 1
        breaks.append(low)
    return breaks


def _balanced(pieces: Pieces, stop: int, count: int) -> list[int]:
    """Return the breaks of `count` pages of like size up to piece `stop`, moved where a break falls better."""
    ends = list(accumulate(pieces.sizes[:stop]))
    share = ends[-1] / count
    breaks = [0]
    for number in range(1, count):
        wanted = share * number
        allowed = range(breaks[-1] + 1, stop - (count - number) + 1)
        near = [n for n in allowed if abs(ends[n - 1] - wanted) <= share * _REACH]
        best = min(near or allowed, key=lambda n: (pieces.costs[n] if near else 0.0, abs(ends[n - 1] - wanted)))
        breaks.append(best)
    return [*breaks, stop]


def _page(draft: Draft, slot: str, value: Value, last: bool) -> Draft:
    kept = {n: v for n, v in draft.values.items() if last or n == slot or n not in draft.family.structural}
    return replace(draft, values={**kept, slot: value})


def _longest_title(draft: Draft, language: str) -> Draft:
    """Return a draft with the longest mark its title may get, so that the trial sees the room it takes."""
    return _titled(draft, word("part_of", language).format(part=88, parts=88))


def _numbered(draft: Draft, pages: Sequence[Draft], language: str) -> tuple[Draft, ...]:
    """Return the pages with their titles marked, their ids, and the notes on the first."""
    count = len(pages)
    made = []
    for number, page in enumerate(pages, 1):
        if count == 2:
            mark = word("continued", language) if number == 2 else ""
        else:
            mark = word("part_of", language).format(part=number, parts=count)
        notes = draft.notes if number == 1 else word("continued_notes", language) if draft.notes else ""
        own = draft.id if number == 1 else f"{draft.id}~{number}"
        made.append(replace(_titled(page, mark), id=own, origin=draft.id, notes=notes, part=f"{number}/{count}"))
    return tuple(made)


def _titled(draft: Draft, mark: str) -> Draft:
    title = draft.values.get("title")
    if not mark or not isinstance(title, TextValue) or not title.paragraphs:
        return draft
    *others, last = title.paragraphs
    marked = replace(title, paragraphs=(*others, replace(last, inlines=(*last.inlines, Inline(mark)))))
    return replace(draft, values={**draft.values, "title": marked})
