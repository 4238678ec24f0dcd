"""Sharing: the notes of which slide each paragraph of the new manuscript goes into, and which want new slides."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from slidegen.manuscript.update.matching import Matching
from slidegen.outline.places import Place


class Span(Struct, frozen=True):
    """Paragraphs [start, stop) that are to have slides of their own, behind place `after`."""

    start: int
    stop: int
    after: int
    before: int | None
    """The place of the paragraph that follows them; None at the end."""


class Shares(Struct, frozen=True):
    """The place of each paragraph, or None where it stands in a span, and the spans; `stuck` found no place."""

    homes: Sequence[int | None]
    spans: Sequence[Span]
    stuck: Sequence[int]


class Sharer(Struct, dict=True):
    """Shares one manuscript's paragraphs out over places, in order."""

    matching: Matching
    places: Sequence[Place]
    count: int
    headings: frozenset[int]
    end: int
    """The paragraph at which the closing words begin: none from there on has a slide of its own."""
    anchors: Sequence[int | None] = ()
    homes: list[int | None] = []
    spans: list[Span] = []
    stuck: list[int] = []

    def shares(self, insertable: frozenset[int]) -> Shares:
        """Return the shares; slides may be inserted behind the places `insertable` only."""
        self.anchors = self._anchors()
        self.homes = list(self.anchors)
        at = 0
        while at < self.count:
            stop = at
            while stop < self.count and self.anchors[stop] is None:
                stop += 1
            if stop > at:
                at = self._run(at, stop, insertable)
            else:
                at += 1
        return Shares(self.homes, self.spans, self.stuck)

    def _anchors(self) -> list[int | None]:
        """Return for each paragraph the place where its first line that stays stands."""
        found: list[int | None] = [None] * self.count
        for number, other in sorted(self.matching.in_place.items(), reverse=True):
            found[self.matching.new[number].owner] = self.matching.old[other].owner
        return found

    def _run(self, start: int, stop: int, insertable: frozenset[int]) -> int:
        """Share out paragraphs [start, stop), which have no place yet; return where to go on."""
        before = self.anchors[start - 1] if start else None
        after = self.anchors[stop] if stop < self.count else None
        tail = stop
        if after is not None and after != before:
            tail = self._heads_next(start, stop, after)
        fresh = next((n for n in range(start, min(tail, self.end)) if self._fresh_heading(n)), None)
        span = None
        if fresh is not None and before in insertable:
            span = self._span(fresh, tail, before, after)
        for number in range(start, span.start if span else tail):
            self._settle(number, before, after)
        for number in range(tail, stop):
            self.homes[number] = after
        if span is None:
            return stop
        self.spans.append(span)
        for number in range(span.start, span.stop):
            self.homes[number] = None
        for number in range(span.stop, tail):
            self._settle(number, after, after)
        return max(stop, span.stop)

    def _fresh_heading(self, number: int) -> bool:
        return number in self.headings and number not in self._moved

    @cached_property
    def _moved(self) -> frozenset[int]:
        return frozenset(self.matching.new[number].owner for number in self.matching.moved)

    @cached_property
    def _headless(self) -> frozenset[int]:
        """The places whose first line is gone."""
        staying = {*self.matching.in_place.values()}
        first: dict[int, int] = {}
        for number, line in enumerate(self.matching.old):
            first.setdefault(line.owner, number)
        return frozenset(owner for owner, number in first.items() if number not in staying)

    def _heads_next(self, start: int, stop: int, after: int) -> int:
        """Return from where on a run belongs to the place behind it, whose own heading it takes the place of."""
        if self.places[after].referring:
            return stop
        last = next((n for n in range(stop - 1, start - 1, -1) if n in self.headings), None)
        if last is None:
            return stop
        alone = last == stop - 1 and stop not in self.headings
        return last if alone or after in self._headless else stop

    def _span(self, fresh: int, tail: int, before: int | None, after: int | None) -> Span | None:
        """Return the paragraphs from a new heading on that get slides; None where they may not."""
        assert before is not None
        if after != before:
            closable = after is not None and not self.places[after].referring
            return Span(fresh, min(tail, self.end) if closable else tail, before, after)
        stop = tail
        while stop < self.count and self.anchors[stop] in (None, before):
            stop += 1
        taken = range(tail, stop)
        # a slide whose notes hold several headings was put together by somebody
        if stop > self.end or self.places[before].referring or any(n in self.headings for n in taken):
            return None
        following = self.anchors[stop] if stop < self.count else None
        return Span(fresh, stop, before, following)

    def _settle(self, number: int, before: int | None, after: int | None) -> None:
        for place in self._possible(before, after):
            if not self.places[place].referring and self.places[place].shown:
                self.homes[number] = place
                return
        self.stuck.append(number)

    def _possible(self, before: int | None, after: int | None) -> Iterator[int]:
        """Yield the places where what stands between two places may go, the likest first."""
        if before is not None:
            yield before
        if after is not None and after != before:
            yield after
        first = 0 if before is None else before + 1
        last = len(self.places) if after is None else after
        yield from range(first, last)


def by_place(shares: Shares) -> Mapping[int, list[int]]:
    """Return the numbers of the paragraphs of each place that has any."""
    found: dict[int, list[int]] = {}
    for number, home in enumerate(shares.homes):
        if home is not None:
            found.setdefault(home, []).append(number)
    return found
