"""Stripping: a deck without anything that tells slidegen built it, or from which parts of an outline.

Custom properties, tags, creation ids and slot paths in shapes' names go; all that shows stays. Properties and tags of
other programs stay too.
"""

import io
import posixpath
import re
import zipfile

from lxml import etree

from slidegen.record import PREFIX

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A16_ID = "{http://schemas.microsoft.com/office/drawing/2014/main}creationId"
_P14_ID = "{http://schemas.microsoft.com/office/powerpoint/2010/main}creationId"
_CUSTOM = "docProps/custom.xml"
_TYPES = "[Content_Types].xml"
_TAG = "SLIDEGEN_"
_OWN_GUID = re.compile(r"\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[0-9A-F]{4}-[0-9A-F]{12}\}")
"""Derived from names (RFC 9562, 5.5); Office makes random ones."""
_PATH = re.compile(r" [a-z][\w-]*(?:\[\d+\])?(?:\.[\w-]+)?$")
_FORCED = "!!"
"""How the names begin by which two slides' shapes morph into each other."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def strip(data: bytes) -> bytes:
    """Return a .pptx without slidegen's marks. Raises zipfile.BadZipFile where `data` is no package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        parts = {info.filename: archive.read(info) for info in infos}
    gone = _strip_custom(parts) | _strip_tags(parts)
    pairs: dict[str, str] = {}
    for name in [n for n in parts if n.startswith(("ppt/slides/", "ppt/slideLayouts/")) and n.endswith(".xml")]:
        parts[name] = _strip_slide(parts[name], _relationships(parts, name), gone, pairs)
    for name in gone:
        del parts[name]
    for name in [n for n in parts if n.endswith(".rels") or n == _TYPES]:
        parts[name] = _without_references(name, parts[name], gone)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in infos:
            if info.filename in parts:
                archive.writestr(info, parts[info.filename], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _strip_custom(parts: dict[str, bytes]) -> set[str]:
    """Remove slidegen's custom properties; return the part's name when nothing is left in it."""
    if _CUSTOM not in parts:
        return set()
    root = etree.fromstring(parts[_CUSTOM], _PARSER)
    for entry in [e for e in root if e.get("name", "").startswith(PREFIX)]:
        root.remove(entry)
    parts[_CUSTOM] = _bytes(root)
    return set() if len(root) else {_CUSTOM}


def _strip_tags(parts: dict[str, bytes]) -> set[str]:
    """Remove slidegen's tags; return the names of the parts in which nothing is left."""
    empty = set()
    for name in [n for n in parts if n.startswith("ppt/tags/") and n.endswith(".xml")]:
        root = etree.fromstring(parts[name], _PARSER)
        own = [tag for tag in root if tag.get("name", "").startswith(_TAG)]
        for tag in own:
            root.remove(tag)
        if own and not len(root):
            empty.add(name)
        elif own:
            parts[name] = _bytes(root)
    return empty


def _strip_slide(data: bytes, related: dict[str, str], gone: set[str], pairs: dict[str, str]) -> bytes:
    root = etree.fromstring(data, _PARSER)
    named = []
    for tags in [t for t in root.iter(f"{_P}tags") if related.get(t.get(f"{_R}id")) in gone]:
        _remove(tags)
        for number in list(root.iter(_P14_ID)):
            _remove(number)
        if root.tag == f"{_P}sldLayout":
            named += list(root.iter(f"{_P}cNvPr"))
    for own in [e for e in root.iter(_A16_ID) if _OWN_GUID.fullmatch(e.get("id", ""))]:
        named += list(own.iterancestors(f"{_P}cNvPr"))
        _remove(own)
    for shape in named:
        shape.set("name", _without_path(shape.get("name", ""), pairs))
    return _bytes(root)


def _without_path(name: str, pairs: dict[str, str]) -> str:
    """Return a name without slot path; names of a pair stay the same and unlike all others, as they get numbers."""
    bare = _PATH.sub("", name)
    if bare == name or not name.startswith(_FORCED):
        return bare
    return pairs.setdefault(name, f"{bare} {len(pairs) + 1}")


def _remove(element: "etree._Element") -> None:
    """Remove an element and what it leaves empty around it: its extension, the list, the custom data."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if not len(parent) and etree.QName(parent).localname in ("ext", "extLst", "custDataLst"):
        _remove(parent)


def _relationships(parts: dict[str, bytes], name: str) -> dict[str, str]:
    """Return the parts that a part relates to, by relationship id."""
    folder, _, file = name.rpartition("/")
    rels = parts.get(f"{folder}/_rels/{file}.rels")
    if rels is None:
        return {}
    return {
        row.get("Id", ""): posixpath.normpath(posixpath.join(folder, row.get("Target", "")))
        for row in etree.fromstring(rels, _PARSER)
    }


def _without_references(name: str, data: bytes, gone: set[str]) -> bytes:
    """Drop the content types and relationships of parts that are gone."""
    root = etree.fromstring(data, _PARSER)
    folder = posixpath.dirname(posixpath.dirname(name))
    dropped = [
        row
        for row in root
        if posixpath.normpath(row.get("PartName") or posixpath.join("/", folder, row.get("Target", "")))[1:] in gone
    ]
    for row in dropped:
        root.remove(row)
    return _bytes(root) if dropped else data


def _bytes(root: "etree._Element") -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
