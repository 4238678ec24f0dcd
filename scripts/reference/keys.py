"""keys.md: the outline's own keys at each level, with their Chinese spellings."""

from scripts.reference.markdown import code, page, table, ticked
from slidegen.blocks import code as code_kind
from slidegen.blocks.table_options import KEYS
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
_TABLES = """
A table is a list of rows, the first one the header. With `rows` or `file` it may say more.
"""
_OPTIONS = {
    "rows": "The rows; beside `file` which rows below the header are shown, such as `1-8` or `[1-3, 7]`",
    "file": "A .csv or .xlsx file beside the outline, whose first row is the header; in place of written rows",
    "sheet": "Beside `file`: the name or the number of a workbook's sheet; without it the first one",
    "columns": "Beside `file`: the columns that are shown, by their headings or their numbers, in that order",
    "total": "Whether the last row sums up the others: it is bold, below a line of its own, and never alone on a slide",
    "highlight": "What stands out, one or a list: a row by its first cell or by its number below the header, a column "
    "by its heading, one cell as `[row, column]`",
    "align": "For each column `left`, `center`, `right` or `auto` (`左`, `中`, `右`, `自动`)",
    "widths": "For each column how wide it is in relation to the others, such as `[2, 1, 1]`",
}
_MERGES = """
Without `align` and `widths` that goes by what the columns hold; numbers have their points on one line. In a row, `<`
stands for a cell that is joined with the one on its left, `^` for one that is joined with the one above; in quotes they
are text. Joined rows stay together where a table goes on over several slides.
"""
_FILES = """
A file's cells are shown as they are there: `1.10` stays `1.10`, a number of a workbook has its number format, a formula
the result that Excel saved; marks such as `**` are text. A CSV file is in UTF-8 or GB18030, its cells parted by commas,
semicolons or tabs, which slidegen finds out. Of a workbook hidden rows and columns are left out, and joined cells are
joined. Not read: .xls files, formulas without a saved result, number formats with fractions or conditions, colours,
pictures and charts. What is wrong in a file is told with its line or its cell.
"""
_FROM_FILE = """
    table:
      file: figures.xlsx
      sheet: 2026
      columns: [Office, Meetings, Hours]
      rows: 1-8
"""
_TABLE = """
    table:
      rows:
        - [Kind, Office, Meetings, Hours]
        - [Weekly, North, 48, 62.5]
        - [^, South, 45, 70.25]
        - [Sum, <, 93, 132.75]
      total: true
      highlight: [[2, Hours]]
"""

_CODE = """
Code is shown to the letter: marks such as `**` are text, tabs reach to columns of four, blank lines around it go. With
`text` or `file` it may say more. More than 14 lines go on over several slides, whose lines are numbered on; a line that
is too long is an error, as code is never broken. Colours need Pygments: `pip install pygments`.
"""
_CODE_KEYS = {
    "text": "The lines, indented below `text: |`",
    "file": "A file beside the outline, in place of `text`",
    "language": "Python, SQL and so on, as Pygments names it; without it the ending of a file says which",
    "lines": "Which lines are shown, such as `3-9` or `[1-3, 7-]`; they keep their numbers",
    "highlight": "Which lines stand out, by their numbers",
    "caption": "A line above the code; it may also stand beside `code:`",
}
_LISTING = """
    code:
      file: invite.py
      lines: 3-9
      highlight: [4, 6-7]
      caption: The part that sends
"""

_MATH = r"""
Formulas are written in LaTeX, best in single quotes or below `math: |`; blank lines part several. Known are fractions
(`\frac`), roots, scripts, sums and integrals with limits, Greek letters, operators, relations, functions, `\lim`,
matrices (`pmatrix`, `bmatrix`, `vmatrix` …), `cases`, `\left( … \right)`, accents, `\text{…}`, `\mathbb{R}`; anything
else is an error. Where the deck says `math: true`, `$…$` in text is a formula too: `$` opens before what is no space,
and closes behind what is no space and before no digit, so that prices stay prices; `\$` is the sign itself. Titles and
tables hold no formulas.
"""
_FORMULA = r"""
    math: 'C = \frac{n(n-1)}{2}'
    where:
      - "n: how many people sit there"
"""


def _math() -> list[str]:
    return ["## Formulas", _MATH, code(_FORMULA)]


def _code() -> list[str]:
    also = {name: [word for word, of in code_kind.KEYS.items() if of == name and word != name] for name in _CODE_KEYS}
    rows = [(f"`{name}`", ticked(also[name]), text) for name, text in _CODE_KEYS.items()]
    return ["## Code", _CODE, table(("key", "also", "is"), rows), code(_LISTING)]


def _tables() -> list[str]:
    also = {name: [word for word, of in KEYS.items() if of == name and word != name] for name in KEYS.values()}
    rows = [(f"`{name}`", ticked(also[name]), text) for name, text in _OPTIONS.items()]
    return ["## Tables", _TABLES, table(("key", "also", "is"), rows), _MERGES, code(_TABLE), _FILES, code(_FROM_FILE)]


def keys_page() -> str:
    """Return the page."""
    parts = [_INTRO, code(_EXAMPLE)]
    for title, level, texts in _LEVELS:
        rows = [
            (f"`{name}`", ticked(others), texts[name]["en"] + (" (not built yet)" if name in level.later else ""))
            for name, others in level.spellings.items()
        ]
        parts += [f"## {title}", table(("key", "also", "is"), rows)]
    return page(
        "Keys of an outline",
        *parts,
        _PASSAGE,
        code(_PASSAGES),
        *_tables(),
        *_code(),
        *_math(),
        "## Marks in text",
        _MARKS,
    )
