"""A manuscript as it was read: its paragraphs, word for word, with what the file itself says of them."""

from typing import Literal

from msgspec import Struct

Kind = Literal["text", "item", "table", "code", "quote", "footnote"]


class Paragraph(Struct, frozen=True):
    """One paragraph.

    `text` is verbatim and goes into notes: where a file breaks a paragraph over lines, its newlines are kept.
    """

    line: int
    """Where it begins, from 1; in a Word file the number of the paragraph as one counts them on paper."""
    text: str
    level: int = 0
    """The level of the heading that the file says it is (`##`, a heading style); 0 where the file says nothing."""
    kind: Kind = "text"
    plain: str = ""
    """How it reads without the file's own marks (`##`, `- `, `**bold**` of Markdown), on one line."""

    @property
    def shown(self) -> str:
        """What slides may show of it."""
        return self.plain or " ".join(self.text.split("\n"))


class Manuscript(Struct, frozen=True):
    """A whole manuscript in order; blank lines are no paragraphs."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    encoding: str = "utf-8"
    """What its text was decoded by; the form of a file that is no text, such as `docx`."""
