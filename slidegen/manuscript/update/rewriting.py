"""Rewriting: the lines of one place's notes as they should be now, what stays of them told by its number."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.update.matching import Line, Matching, is_remark
from slidegen.manuscript.update.notes import Written


def rewritten(
    number: int, text: str, paragraphs: Sequence[int], found: Matching, manuscript: Manuscript
) -> list[Written] | None:
    """Return the lines of the notes `text` of place `number` that hold these paragraphs; None where they do already.

    Blank lines between lines that stay do so too, and the presenter's own remarks.
    """
    partners = {a: found.old[b] for a, b in found.in_place.items() if found.old[b].owner == number}
    by_paragraph: dict[int, list[int]] = {}
    for place, line in enumerate(found.new):
        by_paragraph.setdefault(line.owner, []).append(place)
    notes = _Notes(text.rstrip().split("\n"), found, partners)
    for paragraph in paragraphs:
        numbers = by_paragraph.get(paragraph, [])
        if any(n in partners for n in numbers):
            for n in numbers:
                notes.write(n)
        else:
            notes.insert(manuscript.paragraphs[paragraph].text)
    lines = notes.finished()
    return None if lines == list(range(len(notes.old))) else lines


class _Notes(Struct):
    old: list[str]
    found: Matching
    partners: Mapping[int, Line]
    out: list[Written] = []
    at: int = 0
    """The old line up to which all is written or dropped."""

    def write(self, number: int) -> None:
        """Write a new line: as the old one where that is equal."""
        text, old = self.found.new[number].text, self.partners.get(number)
        if old is None:
            self.out.append(text)
            return
        self._pass(old.at)
        self.out.append(old.at if old.text == text else text)
        self.at = old.at + 1

    def insert(self, text: str) -> None:
        """Write a paragraph that is new here."""
        apart = any(not line.strip() for line in self.old[1:-1])
        if apart and self.out and self._shown(self.out[-1]).strip():
            self.out.append("")
        self.out += text.split("\n")

    def finished(self) -> list[Written]:
        """Return all lines, without blank ones at the end."""
        self._pass(len(self.old))
        while self.out and not self._shown(self.out[-1]).strip():
            self.out.pop()
        return self.out

    def _pass(self, stop: int) -> None:
        """Go on to an old line: blank ones and remarks stay, others are gone, with the blank one behind them."""
        gone = False
        for at in range(self.at, stop):
            if not self.old[at].strip():
                if not gone or (self.out and self._shown(self.out[-1]).strip()):
                    self.out.append(at)
            elif is_remark(self.old[at]):
                self.out.append(at)
                gone = False
            else:
                gone = True
        self.at = stop

    def _shown(self, line: Written) -> str:
        return self.old[line] if isinstance(line, int) else line
