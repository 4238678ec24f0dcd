"""Update: an outline's notes made those of a changed manuscript, by patches of its file."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from slidegen.diagnostics import Report
from slidegen.language import say
from slidegen.manuscript.excerpts import excerpt
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.planning import plan_of
from slidegen.manuscript.segment import Structure, structure_of
from slidegen.manuscript.update.changes import Change, Key, Kind, Update, key_of
from slidegen.manuscript.update.insertion import Inserter
from slidegen.manuscript.update.lists import Ids
from slidegen.manuscript.update.matching import Matching, matching
from slidegen.manuscript.update.moving import Move, section_moves, slide_moves
from slidegen.manuscript.update.notes import comment_patch, notes_patch
from slidegen.manuscript.update.rewriting import rewritten
from slidegen.manuscript.update.sharing import Sharer, Shares, by_place
from slidegen.outline.patching import Patch, patched
from slidegen.outline.places import Places

Read = Callable[[bytes], Places]
"""Reads an outline that is known to have no errors."""


def update(
    data: bytes, read: Read, manuscript: Manuscript, report: Report, spelling: Mapping[str, str] | None = None
) -> Update | None:
    """Bring a manuscript into an outline's notes; None, and errors in the report, where that cannot be.

    `spelling` gives the outline's own words for keys of new slides, where it uses others than slidegen.
    """
    moved: list[Change] = []
    for moves_of in (section_moves, slide_moves):
        places = read(data)
        moves = moves_of(manuscript, places)
        moved += _told(moves, places)
        data = patched(data, places.source, [patch for move in moves for patch in move.patches])
    writer = _Writer(manuscript, read(data), report, spelling or {})
    patches = writer.patches()
    if report.failed:
        return None
    data = patched(data, writer.places.source, patches)
    return Update(data, (*moved, *writer.changes), frozenset(writer.touched))


def _told(moves: Sequence[Move], places: Places) -> Iterator[Change]:
    roles = {place.id: place.role for place in places.places}
    yield from (Change("slide-moved", (roles[move.id], move.id), move.title) for move in moves)


class _Writer(Struct):
    manuscript: Manuscript
    places: Places
    report: Report
    spelling: Mapping[str, str]
    changes: list[Change] = []
    touched: list[Key] = []

    def patches(self) -> list[Patch]:
        """Return all patches of notes and new slides; errors go to the report."""
        structure, plan = structure_of(self.manuscript), plan_of(self.manuscript)
        headings = frozenset(heading.at for heading in structure.headings)
        found = matching(self.manuscript, self.places.places, headings)
        if not found.kept and not found.moved:
            self._nothing_known()
            return []
        levels = self._section_levels(found, structure)
        taken = Ids(set(self.places.ids))
        inserter = Inserter(self.manuscript, plan, structure, self.places, taken, self.spelling, levels)
        count = len(self.manuscript.paragraphs)
        sharer = Sharer(found, self.places.places, count, headings, count - len(plan.closing))
        shares = sharer.shares(inserter.insertable())
        for number in shares.stuck:
            self._no_place(number)
        if shares.stuck:
            return []
        patches = list(self._rewritten(found, shares))
        for span in shares.spans:
            patches += inserter.patches(span)
        self._tell(found, shares, inserter)
        return patches

    def _section_levels(self, found: Matching, structure: Structure) -> frozenset[int]:
        """Return the levels of the headings that the outline's sections have in their notes."""
        roles = {found.new[a].owner: self.places.places[found.old[b].owner].role for a, b in found.in_place.items()}
        return frozenset(heading.level for heading in structure.headings if roles.get(heading.at) == "section")

    def _rewritten(self, found: Matching, shares: Shares) -> Iterator[Patch]:
        source = self.places.source
        homes = by_place(shares)
        had = {line.owner for line in found.old}
        for number, place in enumerate(self.places.places):
            paragraphs = homes.get(number, [])
            if place.referring or not place.shown or not (paragraphs or number in had):
                continue
            lines = rewritten(number, place.text, paragraphs, found, self.manuscript)
            if lines is None:
                continue
            self.touched.append(key_of(place))
            yield notes_patch(source, place, lines)
            if not paragraphs:
                self.changes.append(Change("emptied", key_of(place), place.title))
                yield comment_patch(source, place, say("the paragraphs in these notes are gone from the manuscript"))

    # ------------------------------------------------------------ telling

    def _tell(self, found: Matching, shares: Shares, inserter: Inserter) -> None:
        """Note what happened to each paragraph, in the manuscript's order, then what is gone and what was left."""
        by_paragraph: dict[int, int] = {}
        moved = {found.new[number].owner for number in found.moved}
        changed = {found.new[number].owner for number in found.changed}
        for number, other in found.in_place.items():
            by_paragraph.setdefault(found.new[number].owner, found.old[other].owner)
        for number, paragraph in enumerate(self.manuscript.paragraphs):
            home = shares.homes[number]
            stays = number in by_paragraph and by_paragraph[number] == home
            if stays and number not in changed:
                continue
            known = number in moved or number in by_paragraph
            kind: Kind = "changed" if stays else "moved" if known else "new"
            place = key_of(self.places.places[home]) if home is not None else inserter.homes[number]
            self.changes.append(Change(kind, place, paragraph.text, paragraph.line))
        for line in found.gone():
            owner = self.places.places[line.owner]
            if not owner.referring:
                self.changes.append(Change("gone", key_of(owner), line.text))
        self.changes += [Change("slide-new", key, title) for key, title in inserter.made]
        self.changes += [Change("reference", key_of(p), p.title) for p in self.places.places if p.referring]

    def _nothing_known(self) -> None:
        self.report.error(
            "nothing-known",
            None,
            "no paragraph of {manuscript} stands in the notes of {outline}",
            "is it the right manuscript? slidegen outline {manuscript} -o NEW.yaml makes a new outline of it",
            manuscript=self.manuscript.name,
            outline=self.places.source.name,
        )

    def _no_place(self, number: int) -> None:
        paragraph = self.manuscript.paragraphs[number]
        self.report.error(
            "no-place",
            self.places.root.span,
            "there is no slide whose notes could take line {line} of the manuscript: “{text}”",
            "notes that refer to a manuscript are left alone; write their text out, then update again",
            line=paragraph.line,
            text=excerpt(paragraph.text),
        )
