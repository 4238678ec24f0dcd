"""The text of one paragraph of a Word file, as it reads once every tracked change is accepted."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from slidegen.language import mark
from slidegen.manuscript.reading.word.names import MC, M, W, flag, value
from slidegen.manuscript.reading.word.styles import Styles
from slidegen.manuscript.reading.word.symbols import symbol

if TYPE_CHECKING:
    from lxml import etree

PICTURES = mark("pictures")
TEXT_BOXES = mark("text boxes")
COMMENTS = mark("comments")
HIDDEN = mark("hidden text")
SYMBOLS = mark("signs that only their own font can draw")

_GONE = {W + name for name in ("del", "moveFrom")}
_CAME = {W + name for name in ("ins", "moveTo")}
_AROUND = {
    W + name
    for name in (
        "hyperlink",
        "smartTag",
        "customXml",
        "sdtContent",
        "sdt",
        "fldSimple",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
    )
}
"""What stands around runs and says nothing about their text."""
_LINE_BREAKS = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", "\n"))
_DRAWN = {W + name for name in ("drawing", "pict", "object")}
_PICTURE = tuple(
    "{" + namespace + "}" + name
    for namespace, name in (
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "blip"),
        ("http://schemas.openxmlformats.org/drawingml/2006/chart", "chart"),
        ("http://schemas.openxmlformats.org/drawingml/2006/diagram", "relIds"),
        ("urn:schemas-microsoft-com:vml", "imagedata"),
        ("urn:schemas-microsoft-com:office:office", "OLEObject"),
    )
)


class Inline:
    """Reads paragraphs one after another; `left_out` and `tracked` tell what was met on the way."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []
        """For each field that is open, whether its instruction is being read, which is not its text."""
        self.left_out: set[str] = set()
        self.tracked = False
        self.notes: list[tuple[str, str]] = []
        """The notes referred to since they were last taken: `footnote` or `endnote`, and the id."""

    def text(self, paragraph: "etree._Element", style: str | None) -> str:
        """Return a paragraph's text; line breaks are newlines."""
        hidden = bool(self._styles.is_hidden(style))
        said = "".join(self._children(paragraph, hidden)).translate(_LINE_BREAKS)
        # Where a field is not closed its text goes on, rather than being lost to the end of the file.
        self._fields = [False for _ in self._fields]
        return said

    def take_notes(self) -> list[tuple[str, str]]:
        """Return the notes referred to, and forget them."""
        taken, self.notes = self.notes, []
        return taken

    def _children(self, element: "etree._Element", hidden: bool) -> Iterator[str]:
        for child in element:
            if child.tag == f"{W}r":
                yield from self._run(child, hidden)
            elif child.tag in _GONE:
                self.tracked = True
            elif child.tag in _CAME:
                self.tracked = True
                yield from self._children(child, hidden)
            elif child.tag in _AROUND:
                yield from self._children(child, hidden)
            elif child.tag == f"{MC}AlternateContent":
                yield from self._choice(child, lambda branch: self._children(branch, hidden))
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                yield "".join(text.text or "" for text in child.iter(f"{M}t"))
            elif child.tag == f"{W}commentRangeStart":
                self.left_out.add(COMMENTS)

    def _run(self, run: "etree._Element", hidden: bool) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        own = flag(properties, "vanish")
        style = value(properties, "rStyle")
        by_style = self._styles.is_hidden(style) if style else None
        is_hidden = own if own is not None else by_style if by_style is not None else hidden
        said = "".join(self._content(run))
        if is_hidden and said.strip():
            self.left_out.add(HIDDEN)
        elif said and not any(self._fields):
            yield said

    def _content(self, run: "etree._Element") -> Iterator[str]:
        for child in run:
            make = _SIGNS.get(child.tag)
            if make is not None:
                yield make(child)
            elif child.tag == f"{W}sym":
                yield self._symbol(child)
            elif child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.notes.append((child.tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", "")))
            elif child.tag == f"{W}commentReference":
                self.left_out.add(COMMENTS)
            elif child.tag in _DRAWN:
                self._drawn(child)
            elif child.tag == f"{W}ruby":
                yield from self._children(child, hidden=False)
            elif child.tag == f"{MC}AlternateContent":
                yield from self._choice(child, self._content)

    def _choice(self, element: "etree._Element", read: Callable[["etree._Element"], Iterator[str]]) -> Iterator[str]:
        """Read the first branch that says anything: the newest, else the one for older programs."""
        for branch in element.iterchildren(f"{MC}Choice", f"{MC}Fallback"):
            said = "".join(read(branch))
            if said:
                yield said
                return

    def _field(self, sign: str | None) -> None:
        if sign == "begin":
            self._fields.append(True)
        elif self._fields and sign == "separate":
            self._fields[-1] = False
        elif self._fields and sign == "end":
            self._fields.pop()

    def _symbol(self, element: "etree._Element") -> str:
        found = symbol(element.get(f"{W}font", ""), element.get(f"{W}char", ""))
        if not found:
            self.left_out.add(SYMBOLS)
        return found

    def _drawn(self, element: "etree._Element") -> None:
        if any((text.text or "").strip() for box in element.iter(f"{W}txbxContent") for text in box.iter(f"{W}t")):
            self.left_out.add(TEXT_BOXES)
        if next(element.iter(*_PICTURE), None) is not None:
            self.left_out.add(PICTURES)


_SIGNS: dict[str, Callable[["etree._Element"], str]] = {
    f"{W}t": lambda element: element.text or "",
    f"{W}tab": lambda _: "\t",
    f"{W}ptab": lambda _: "\t",
    f"{W}br": lambda _: "\n",
    f"{W}cr": lambda _: "\n",
    f"{W}noBreakHyphen": lambda _: "\u2011",
}
