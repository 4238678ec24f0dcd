"""keys.md: the outline's own keys at each level, with their Chinese spellings."""

from scripts.reference.markdown import code, page, table, ticked
from slidegen.outline import key_help, keys

_INTRO = """
An outline is a YAML file. Its keys may be written in English or in Chinese; both spellings of one key are a duplicate.
What a slide holds besides these keys is defined by [the layouts](layouts.md). Every value is text as it is written:
`no`, `1:30` and `2026-03-18` stay what they are. True and false may be written `true`, `yes`, `on`, `是` and
`false`, `no`, `off`, `否`.
"""
_MARKS = """
In the text of slides, `**strong**`, `*emphasis*`, `` `code` ``, `[text](https://…)` and `[text](#id)` are marks; a
backslash makes a mark literal. Notes are plain text and kept as they are.
"""
_EXAMPLE = """
title: Meetings that are short and work
presenter: Office
sections:
  - title: Before
    short: Before
    text: Preparation decides
    slides:
      - title: Three things to do
        cards: ["Topics: three at most", "Papers: one page", "People: those concerned"]
        notes: Only the presenter sees this.
"""
_LEVELS = (
    ("The deck", keys.DECK, key_help.DECK),
    ("A section", keys.SECTION, key_help.SECTION),
    ("A slide", keys.SLIDE, key_help.SLIDE),
    ("The closing slide", keys.CLOSING, key_help.CLOSING),
    ("Notes taken from a manuscript", keys.PASSAGE, key_help.PASSAGE),
)


_PASSAGE = """
In place of notes written out, `notes` may name paragraphs of a manuscript in the outline's folder. The deck is the same
as with the text copied there, so nothing of the speech is lost or changed on the way; `slidegen check --manuscript`
proves that all of it is there.
"""
_PASSAGES = """
    notes: {from: speech.txt, paragraphs: 7-9}
    备注: {来自: 讲稿.txt, 段落: "7-9, 12"}
"""


def keys_page() -> str:
    """Return the page."""
    parts = [_INTRO, code(_EXAMPLE)]
    for title, level, texts in _LEVELS:
        rows = [
            (f"`{name}`", ticked(others), texts[name]["en"] + (" (not built yet)" if name in level.later else ""))
            for name, others in level.spellings.items()
        ]
        parts += [f"## {title}", table(("key", "also", "is"), rows)]
    return page("Keys of an outline", *parts, _PASSAGE, code(_PASSAGES), "## Marks in text", _MARKS)
