"""SVG: checked for what acts or reaches out, stripped of a program's notes, and drawn as PNG for others to show."""

import re
from collections.abc import Iterator

from lxml import etree

from slidegen.images.image import Asset, Image
from slidegen.images.png import read_png
from slidegen.language import mark

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ACTING = frozenset(("script", "foreignObject", "handler", "listener", "iframe", "audio", "video"))
_EMBEDDED = re.compile(r"(?i)data:image/(?:png|jpe?g|gif);base64,")
_URL = re.compile(r"(?i)url\(\s*['\"]?\s*(?!#|data:image/(?:png|jpe?g|gif);base64,)[^)\s]|@import")
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(px|pt|pc|in|cm|mm)?\s*")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
_LONGER_SIDE = 2000
"""Pixels of the PNG: 150 in every inch of a slide's width."""
_MOST_DRAWN = 100_000
"""How many elements a drawing may have, those counted again that `use` repeats."""


def read_svg(data: bytes, asset: Asset) -> Image | None:
    """Return the drawing with its PNG; None after an error."""
    root = _root(data, asset)
    if root is None:
        return None
    unsafe = next(_unsafe(root), None)
    if unsafe is not None:
        _refuse(asset, unsafe)
        return None
    size = _size(root)
    if size is None:
        asset.damaged()
        return None
    _strip(root)
    svg: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return _drawn(svg, size, asset)


def _root(data: bytes, asset: Asset) -> "etree._Element | None":
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # before a parser comes to what they define
        _refuse(asset, "DOCTYPE")
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        asset.damaged()
        return None
    if root.tag != f"{{{_SVG}}}svg":
        asset.damaged()
        return None
    if root.getroottree().docinfo.doctype:
        _refuse(asset, "DOCTYPE")
        return None
    return root


def _refuse(asset: Asset, what: str) -> None:
    asset.error(
        "unsafe-picture",
        mark("{path} holds what may act or reach out of it: {what}"),
        mark("save it as plain SVG, without scripts and links, or as PNG"),
        what=what,
    )


def _unsafe(root: "etree._Element") -> Iterator[str]:
    """Yield what a drawing has no need of: scripts, events, what is fetched from elsewhere, what grows without end."""
    for node in root.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction):
            yield f"<?{node.target}"
    for element in root.iter():
        if isinstance(element, (etree._ProcessingInstruction, etree._Entity)):
            yield "<?…?>" if isinstance(element, etree._ProcessingInstruction) else "&…;"
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _ACTING:
            yield f"<{name}>"
        if name == "style" and _URL.search("".join(str(text) for text in element.itertext())):
            yield "url(…)"
        for key, value in element.attrib.items():
            yield from _unsafe_attribute(str(key).rpartition("}")[2], str(value))
    if _too_many(root):
        yield "<use>"


def _unsafe_attribute(name: str, value: str) -> Iterator[str]:
    if name.lower().startswith("on"):
        yield f"{name}=…"
    if name in ("href", "src") and not value.strip().startswith("#") and not _EMBEDDED.match(value.strip()):
        yield f"{name}={value.strip()[:40]}"
    if name == "base" or _URL.search(value):
        yield f"{name}={value.strip()[:40]}"


def _too_many(root: "etree._Element") -> bool:
    """Return whether `use` repeats elements too often, or leads back to itself."""
    by_id = {str(e.get("id")): e for e in root.iter() if isinstance(e.tag, str) and e.get("id")}
    known: dict[str, float] = {}

    def weight(element: "etree._Element") -> float:
        total = 0.0
        for node in element.iter():
            total += 1
            if isinstance(node.tag, str) and etree.QName(node).localname == "use":
                total += of(str(node.get("href") or node.get(f"{{{_XLINK}}}href") or "").strip()[1:])
            if total > _MOST_DRAWN:
                break
        return total

    def of(target: str) -> float:
        if target in by_id and target not in known:
            known[target] = _MOST_DRAWN + 1.0  # until it is known: what leads back here has no end
            known[target] = weight(by_id[target])
        return known.get(target, 0.0)

    try:
        return weight(root) > _MOST_DRAWN
    except RecursionError:
        return True


def _size(root: "etree._Element") -> tuple[float, float] | None:
    """Return width and height, in pixels or in the units of the view box."""
    try:
        box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    except ValueError:
        return None
    sides = [_length(root.get("width", "")), _length(root.get("height", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        width, height = sides
        if width and height:
            return width, height
        return box[2], box[3]
    width, height = sides
    return (width, height) if width and height else None


def _length(text: str) -> float | None:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PIXELS[found[2] or "px"] if found and float(found[1]) > 0 else None


def _strip(root: "etree._Element") -> None:
    """Remove comments and what drawing programs note: names of files, folders and people."""
    for element in list(root.iter()):
        foreign = isinstance(element.tag, str) and etree.QName(element).namespace != _SVG
        noted = foreign or not isinstance(element.tag, str) or etree.QName(element).localname == "metadata"
        parent = element.getparent()
        if noted and parent is not None:
            _remove(element, parent)
            continue
        for key in [str(k) for k in element.attrib]:
            if etree.QName(key).namespace not in (None, _XLINK, _XML):
                del element.attrib[key]
    etree.cleanup_namespaces(root)


def _remove(element: "etree._Element", parent: "etree._Element") -> None:
    """Remove an element but not the text that follows it."""
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _drawn(svg: bytes, size: tuple[float, float], asset: Asset) -> Image | None:
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        asset.lacks("resvg-py")
        return None
    width, height = size
    scale = _LONGER_SIDE / max(width, height)
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    try:
        png = bytes(svg_to_bytes(svg_string=svg.decode("utf-8"), width=across, height=down, dpi=96))
    except ValueError:
        asset.damaged()
        return None
    image = read_png(png, asset)
    return image and Image(image.data, "png", image.width, image.height, svg)
