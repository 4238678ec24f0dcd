"""Passages: notes that an outline takes from its manuscript, `notes: {from: speech.txt, paragraphs: 7-9}`."""

import re
import unicodedata
from pathlib import Path

from slidegen.diagnostics import Report
from slidegen.language import mark
from slidegen.manuscript.model import Manuscript
from slidegen.nearby import Nearby
from slidegen.outline import keys
from slidegen.outline.nodes import Mapping, Scalar, Sequence
from slidegen.outline.values import Fields, wrong

_RANGE = re.compile(r"(\d{1,9})(?:\s*[-‐–—−~〜至到]\s*(\d{1,9}))?")
"""Any of the strokes that keyboards and editors write between two numbers."""
_SEPARATOR = re.compile(r"\s*[,、;]\s*")
_HOW = mark("write numbers such as 7, 7-9 or 7-9, 12; they count the paragraphs of the manuscript from 1")


class Passages:
    """Finds the passages that one outline's notes refer to; each manuscript is read once."""

    def __init__(self, outline: Path, report: Report) -> None:
        self.files = Nearby(outline.parent)
        self.report = report
        self.read: dict[Path, Manuscript | None] = {}

    @property
    def checksums(self) -> tuple[str, ...]:
        """The SHA-256 of each manuscript that was read, by its name."""
        return self.files.checksums

    def text(self, node: Mapping) -> Scalar | None:
        """Return the text of a passage in place of its reference; None, and an error in the report, without one."""
        fields = Fields(node, keys.PASSAGE, self.report)
        more = _numbers_as_keys(fields)
        fields.refuse_rest(keys.PASSAGE)
        name, wanted = fields.text("from"), [*self._wanted(fields), *more]
        for key in _lacking(fields):
            self.report.error(
                "missing-key",
                node.span,
                "this reference lacks `{key}`",
                "write {{from: speech.txt, paragraphs: 7-9}}",
                key=key,
            )
        manuscript = self._manuscript(name) if name is not None else None
        numbers = [self._numbers(scalar, manuscript) for scalar in wanted]
        if manuscript is None or not numbers or None in numbers:
            return None
        chosen = (manuscript.paragraphs[n - 1].text for found in numbers if found for n in found)
        return Scalar("\n".join(chosen), node.span, "|")

    # ------------------------------------------------------------ paragraphs

    def _wanted(self, fields: Fields) -> list[Scalar]:
        entry = fields.found.get("paragraphs")
        if entry is None or "paragraphs" in _lacking(fields):
            return []
        nodes = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        scalars = [node for node in nodes if isinstance(node, Scalar)]
        if len(scalars) < len(nodes) or not nodes:
            wrong(self.report, entry.value, entry.key.text, mark("numbers of paragraphs"), _HOW)
            return []
        return scalars

    def _numbers(self, scalar: Scalar, manuscript: Manuscript | None) -> list[int] | None:
        """Return the numbers that a text such as `7-9, 12` names; None, and an error, where it cannot."""
        numbers: list[int] = []
        for part in _SEPARATOR.split(unicodedata.normalize("NFKC", scalar.text).strip()):
            found = _RANGE.fullmatch(part)
            first = int(found[1]) if found else 0
            last = int(found[2] or found[1]) if found else 0
            if not 0 < first <= last:
                self.report.error(
                    "paragraphs", scalar.span, "`{part}` names no paragraphs", _HOW, part=part or scalar.text
                )
                return None
            if manuscript is None:
                continue
            count = len(manuscript.paragraphs)
            if last > count:
                self.report.error(
                    "no-paragraph",
                    scalar.span,
                    "there is no paragraph {number}: {path} has {count}",
                    "blank lines do not count; was something taken out of the manuscript?",
                    number=max(first, count + 1),
                    path=manuscript.name,
                    count=count,
                )
                return None
            numbers += range(first, last + 1)
        return numbers

    # ------------------------------------------------------------ files

    def _manuscript(self, name: Scalar) -> Manuscript | None:
        path = self.files.find(name, self.report)
        if path is None:
            return None
        if path not in self.read:
            self.read[path] = self._opened(path, name)
        return self.read[path]

    def _opened(self, path: Path, name: Scalar) -> Manuscript | None:
        from slidegen.manuscript.reading.manuscript import read_manuscript

        found = self.files.read(name, self.report)
        return read_manuscript(path, found[1], self.report) if found is not None else None


def _lacking(fields: Fields) -> list[str]:
    """Return the keys of a reference that are not there, or have no value."""
    values = {key: fields.found[key].value for key in keys.PASSAGE.spellings if key in fields.found}
    empty = {key for key, value in values.items() if isinstance(value, Scalar) and value.empty}
    return [key for key in keys.PASSAGE.spellings if key not in values or key in empty]


def _numbers_as_keys(fields: Fields) -> list[Scalar]:
    """Take the numbers behind a comma from the keys of `{from: speech.txt, paragraphs: 7-9, 12}`, as YAML reads it."""
    numbers = [
        entry.key
        for entry in fields.rest
        if isinstance(entry.value, Scalar) and entry.value.empty and _RANGE.fullmatch(entry.key.text.strip())
    ]
    fields.rest = [entry for entry in fields.rest if entry.key not in numbers]
    return numbers
