"""A deck as the raw parts of its zip, read with no help that would mend or hide a fault."""

import posixpath
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
CONTENT_TYPES = "[Content_Types].xml"
R_ID = f"{{{NS['r']}}}id"


@dataclass(frozen=True, slots=True)
class Link:
    """An internal relationship: its id, the last word of its type, and the part it leads to."""

    id: str
    type: str
    target: str


@dataclass(frozen=True)
class Package:
    """The members of a deck's zip by name, without a leading slash."""

    members: dict[str, bytes]
    _trees: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, deck: Path) -> "Package":
        """Read every member of a deck."""
        with zipfile.ZipFile(deck) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def tree(self, part: str) -> Any:
        """Return the root element of a part."""
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.members[part])
        return self._trees[part]

    def find(self, part: str, xpath: str) -> list[Any]:
        """Return what an XPath finds in a part."""
        found: list[Any] = self.tree(part).xpath(xpath, namespaces=NS)
        return found

    def links(self, part: str, type: str = "") -> list[Link]:
        """Return the internal relationships of a part (of the package for ""), or those of one type."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.members:
            return []
        links = [
            Link(
                rel.get("Id"),
                rel.get("Type").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, rel.get("Target"))).lstrip("/"),
            )
            for rel in self.find(rels, "rel:Relationship[not(@TargetMode='External')]")
        ]
        return [link for link in links if not type or link.type == type]

    @cached_property
    def parts(self) -> list[str]:
        """The members that are parts: neither relationships nor content types nor folders."""
        return [name for name in self.members if name != CONTENT_TYPES and not name.endswith(("/", ".rels"))]

    @cached_property
    def main(self) -> str:
        """The presentation part, usually ppt/presentation.xml."""
        (link,) = self.links("", "officeDocument")
        return link.target

    @cached_property
    def slides(self) -> list[str]:
        """The slide parts in the order of the presentation's relationships."""
        return self._of(self.main, "slide")

    @cached_property
    def masters(self) -> list[str]:
        """The slide master parts."""
        return self._of(self.main, "slideMaster")

    @cached_property
    def layouts(self) -> list[str]:
        """The slide layout parts of all masters."""
        return [layout for master in self.masters for layout in self._of(master, "slideLayout")]

    @cached_property
    def notes(self) -> list[str]:
        """The notes parts of all slides, each once."""
        return list(dict.fromkeys(notes for slide in self.slides for notes in self._of(slide, "notesSlide")))

    def _of(self, part: str, type: str) -> list[str]:
        return [link.target for link in self.links(part, type) if link.target in self.members]
