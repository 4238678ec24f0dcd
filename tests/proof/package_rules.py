"""Twelve faults that PowerPoint repairs or refuses and that the Open XML SDK's validator passes over."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.proof.parts import CONTENT_TYPES, NS, R_ID, Package

_XSI_TYPE = f"{{{NS['xsi']}}}type"


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule, the part that breaks it and how."""

    rule: str
    part: str
    detail: str

    def __str__(self) -> str:
        return f"{self.part}: {self.rule}: {self.detail}"


_Rule = Callable[[Package], Iterator[tuple[str, str]]]


def package_faults(deck: Path) -> list[Fault]:
    """Return every broken rule of a deck."""
    package = Package.read(deck)
    return [Fault(rule.__name__.replace("_", "-"), part, detail) for rule in RULES for part, detail in rule(package)]


def duplicate_shape_ids(package: Package) -> Iterator[tuple[str, str]]:
    """Check that `cNvPr/@id` is unique within a part (ECMA-376-1, 19.3.1.12).

    A fallback (ECMA-376-3, 10.2.1) is the same shape once more.
    """
    for part in (*package.slides, *package.layouts, *package.masters, *package.notes):
        for id_, times in Counter(
            package.find(part, "//p:cNvPr[not(ancestor::*[local-name()='Fallback'])]/@id")
        ).items():
            if times > 1:
                yield part, f"id {id_} stands on {times} shapes"


def slide_without_layout(package: Package) -> Iterator[tuple[str, str]]:
    """Check that a slide has one layout and a layout one master, each present."""
    for parts, kind in ((package.slides, "slideLayout"), (package.layouts, "slideMaster")):
        for part in parts:
            targets = [link.target for link in package.links(part, kind)]
            if len(targets) != 1:
                yield part, f"{len(targets)} relationships to a {kind}, not 1"
            elif targets[0] not in package.members:
                yield part, f"its {kind} {targets[0]} is missing"


def layout_id_equals_master_id(package: Package) -> Iterator[tuple[str, str]]:
    """Check that ids of masters and layouts are unique together."""
    ids = package.find(package.main, "p:sldMasterIdLst/p:sldMasterId/@id")
    for master in package.masters:
        ids += package.find(master, "p:sldLayoutIdLst/p:sldLayoutId/@id")
    for id_, times in Counter(ids).items():
        if times > 1:
            yield package.main, f"id {id_} stands on {times} masters or layouts"


def notes_without_master(package: Package) -> Iterator[tuple[str, str]]:
    """Check that every notes part leads to a notes master that is present."""
    for part in package.notes:
        if not any(link.target in package.members for link in package.links(part, "notesMaster")):
            yield part, "leads to no notes master"


def shared_notes(package: Package) -> Iterator[tuple[str, str]]:
    """Check that a notes part belongs to one slide, which it names."""
    for notes in package.notes:
        owners = [s for s in package.slides if notes in {link.target for link in package.links(s, "notesSlide")}]
        if len(owners) > 1:
            yield notes, f"belongs to {', '.join(owners)}"
        named = [link.target for link in package.links(notes, "slide")]
        if len(named) != 1 or named[0] not in owners:
            yield notes, f"belongs to {owners[0]} but names {', '.join(named) or 'no slide'}"


def section_lists_missing_slide(package: Package) -> Iterator[tuple[str, str]]:
    """Check that sections list only slides of the deck, each once."""
    known = set(package.find(package.main, "p:sldIdLst/p:sldId/@id"))
    listed = Counter(package.find(package.main, "//p14:section/p14:sldIdLst/p14:sldId/@id"))
    for id_, times in listed.items():
        if id_ not in known:
            yield package.main, f"a section lists slide id {id_}, which the deck does not have"
        elif times > 1:
            yield package.main, f"sections list slide id {id_} {times} times"


def orphan_part(package: Package) -> Iterator[tuple[str, str]]:
    """Check that relationships reach every part, and every relationship a part."""
    seen, waiting = {""}, [""]
    while waiting:
        part = waiting.pop()
        for link in package.links(part):
            if link.target not in package.members:
                yield part or "(package)", f"{link.id} leads to {link.target}, which is missing"
            elif link.target not in seen:
                seen.add(link.target)
                waiting.append(link.target)
    for part in package.parts:
        if part not in seen:
            yield part, "no relationship leads to it"


def content_type_for_missing_part(package: Package) -> Iterator[tuple[str, str]]:
    """Check that overrides name present parts, and that every part has a content type."""
    overrides = [name.lstrip("/") for name in package.find(CONTENT_TYPES, "ct:Override/@PartName")]
    defaults = {extension.lower() for extension in package.find(CONTENT_TYPES, "ct:Default/@Extension")}
    for name in overrides:
        if name not in package.members:
            yield CONTENT_TYPES, f"names {name}, which is missing"
    for part in package.parts:
        if part not in overrides and part.rpartition(".")[2].lower() not in defaults:
            yield part, "has no content type"


def bad_core_date(package: Package) -> Iterator[tuple[str, str]]:
    """Check that core dates are W3CDTF, whole and in UTC as PowerPoint writes them, and say so."""
    for link in package.links("", "core-properties"):
        for date in package.find(link.target, "dcterms:created | dcterms:modified"):
            if date.get(_XSI_TYPE) != "dcterms:W3CDTF":
                yield link.target, f"{date.text!r} lacks xsi:type dcterms:W3CDTF"
            if not _is_date(date.text or ""):
                yield link.target, f"{date.text!r} is not a date such as 2024-05-31T08:00:00Z"


def _is_date(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    return True


def table_rows_against_grid(package: Package) -> Iterator[tuple[str, str]]:
    """Check that each row has a cell for each grid column, and that spans end within the table."""
    for part in (*package.slides, *package.layouts):
        for table in package.find(part, "//a:tbl"):
            columns = len(table.findall("a:tblGrid/a:gridCol", NS))
            for number, row in enumerate(table.findall("a:tr", NS), 1):
                cells = row.findall("a:tc", NS)
                if len(cells) != columns:
                    yield part, f"row {number} has {len(cells)} cells for {columns} columns"
                if any(place + int(cell.get("gridSpan", 1)) > columns for place, cell in enumerate(cells)):
                    yield part, f"row {number} has a cell that spans past the last column"


def cell_without_text_body(package: Package) -> Iterator[tuple[str, str]]:
    """Check that every cell has a text body; PowerPoint repairs one that has none."""
    for part in (*package.slides, *package.layouts):
        for _ in package.find(part, "//a:tc[not(a:txBody/a:p)]"):
            yield part, "a table cell has no text body"


def missing_notes_master_list(package: Package) -> Iterator[tuple[str, str]]:
    """Check that the presentation lists the notes master that it leads to."""
    listed = {id_.get(R_ID) for id_ in package.find(package.main, "p:notesMasterIdLst/p:notesMasterId")}
    masters = {link.id for link in package.links(package.main, "notesMaster")}
    if masters - listed:
        yield package.main, "does not list its notes master"
    elif package.notes and not masters:
        yield package.main, "has notes but no notes master"


RULES: tuple[_Rule, ...] = (
    duplicate_shape_ids,
    slide_without_layout,
    layout_id_equals_master_id,
    notes_without_master,
    shared_notes,
    section_lists_missing_slide,
    orphan_part,
    content_type_for_missing_part,
    bad_core_date,
    table_rows_against_grid,
    cell_without_text_body,
    missing_notes_master_list,
)
