"""Parts and relationships: a package in memory, written once from front to back.

Nothing is ever searched: parts are appended, ids are handed out in order, so that a deck of 10,000
slides costs a hundred times one of 100.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from slidegen.package.types import DEFAULTS
from slidegen.package.xml import DECLARATION, Xml, join, xml

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006"
PACKAGE_ROOT = "/"


class Relationships:
    """The relationships of one part; the same type and target give the same id."""

    __slots__ = ("_ids", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._ids: dict[tuple[str, str, bool], str] = {}

    def to(self, reltype: str, target_part: str) -> str:
        """Relate to a part by its name (`/ppt/theme/theme1.xml`) and return the relationship id."""
        return self._id(reltype, target_part, external=False)

    def external(self, reltype: str, url: str) -> str:
        """Relate to an address outside the package and return the relationship id."""
        return self._id(reltype, url, external=True)

    def xml(self) -> Xml | None:
        """Return the relationships part, or None when there are none."""
        if not self._ids:
            return None
        rows = (
            xml('<Relationship Id="%s" Type="%s" Target="%s" TargetMode="External"/>', rid, reltype, target)
            if external
            else xml('<Relationship Id="%s" Type="%s" Target="%s"/>', rid, reltype, relative(self._source, target))
            for (reltype, target, external), rid in self._ids.items()
        )
        return xml('%s<Relationships xmlns="%s/relationships">%s</Relationships>', DECLARATION, _NAMESPACE, join(rows))

    def _id(self, reltype: str, target: str, external: bool) -> str:
        return self._ids.setdefault((reltype, target, external), f"rId{len(self._ids) + 1}")


Sums = Mapping[str, tuple[int, int]]
"""CRC-32 and size of members by name."""
LastBody = Callable[[Sums], str]


class Package:
    """An OPC package: named parts in the order they were added, each with its relationships."""

    __slots__ = ("_content_types", "_parts", "_relationships", "last")

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, str | bytes, Relationships | None]] = {}
        self._content_types: dict[str, str] = {}
        self._relationships = Relationships(PACKAGE_ROOT)
        self.last: tuple[str, LastBody] | None = None

    def add_last(self, name: str, content_type: str, body: LastBody) -> None:
        """Add the part that is written after all others and told the CRC-32 and size of each of them."""
        self._content_types[name] = content_type
        self.last = (name[1:], body)

    def add(self, name: str, content_type: str, body: str | bytes, relationships: Relationships | None = None) -> None:
        """Append a part under its absolute name, such as `/ppt/slides/slide1.xml`.

        Raises ValueError for a name that is not absolute, or that a part already has: names that differ
        in case alone are one name.
        """
        key = name.lower()
        if not name.startswith("/") or key in self._parts:
            raise ValueError(f"bad or repeated part name {name!r}")
        self._parts[key] = (name, body, relationships)
        self._content_types[name] = content_type

    def relate(self, reltype: str, target: str) -> str:
        """Relate the package itself to a part and return the relationship id."""
        return self._relationships.to(reltype, target)

    def members(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield names and bodies of the zip's members but the last: content types and package relationships first."""
        yield "[Content_Types].xml", self._content_types_xml()
        yield from _relationships_member(PACKAGE_ROOT, self._relationships)
        for name, body, relationships in self._parts.values():
            yield name[1:], body
            yield from _relationships_member(name, relationships)

    def _content_types_xml(self) -> Xml:
        extensions = {"rels", "xml"}
        overrides = []
        for name, content_type in self._content_types.items():
            extension = name.rpartition(".")[2].lower()
            if DEFAULTS.get(extension) == content_type:
                extensions.add(extension)
            else:
                overrides.append(xml('<Override PartName="%s" ContentType="%s"/>', name, content_type))
        defaults = (
            xml('<Default Extension="%s" ContentType="%s"/>', extension, content_type)
            for extension, content_type in DEFAULTS.items()
            if extension in extensions
        )
        template = '%s<Types xmlns="%s/content-types">%s%s</Types>'
        return xml(template, DECLARATION, _NAMESPACE, join(defaults), join(overrides))


def relative(source: str, target: str) -> str:
    """Return how a relationship of part `source` writes part `target`: `../media/image1.png`."""
    folder, _, name = target.rpartition("/")
    return _way(source.rpartition("/")[0], folder) + name


@lru_cache(maxsize=256)
def _way(source: str, target: str) -> str:
    """Return how to get from one folder to another; of thousands of slides all go the same few ways."""
    here, there = source.split("/")[1:], target.split("/")[1:]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "".join(f"{name}/" for name in there[shared:])


def _relationships_member(source: str, relationships: Relationships | None) -> Iterator[tuple[str, Xml]]:
    body = relationships.xml() if relationships else None
    if body is not None:
        folder, _, name = source[1:].rpartition("/")
        yield f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels", body
