"""Every code of a diagnostic: what it says, why it is said, and an example that brings it about.

The reference is made from this table. Tests hold it against the codes in use and build each example.
"""

from msgspec import Struct


class Code(Struct, frozen=True):
    """One code; `of` says what the example is: an outline, a layout's file, or a command."""

    what: str
    why: str
    example: str
    of: str = "outline"


_CHECK = "$ slidegen check talk.yaml --manuscript speech.txt"
_DATA = "$ slidegen build talk.yaml"
_SLIDES = "slides:\n  - title: One\n    bullets: [a, b]\n"


def _head(line: str) -> str:
    return f"{line}\n{_SLIDES}"


def _point(text: str) -> str:
    return f"title: Talk\nslides:\n  - title: One\n    bullets:\n      - First\n      - {text}\n"


def _slide(lines: str) -> str:
    return f"title: Talk\nslides:\n  - title: One\n    {lines}\n"


def _chart(kind: str, categories: str, numbers: str) -> str:
    return _slide(f"chart: {{type: {kind}, categories: {categories}, series: {numbers}}}")


CODES: dict[str, Code] = {
    # ------------------------------------------------------------ the file as text
    "empty": Code("The file holds nothing.", "A deck needs at least one slide.", "# nothing but a comment\n"),
    "file-too-large": Code(
        "The file is larger than an outline may be.",
        "Such a file is nearly always no outline; reading it would take long.",
        "$ slidegen build pictures.zip",
        "command",
    ),
    "undecodable": Code(
        "The bytes are no text in UTF-8 or GB18030.",
        "Guessing further would put wrong characters on slides.",
        "$ slidegen build photo.jpg",
        "command",
    ),
    "unknown-encoding": Code(
        "There is no encoding of the name that was given.",
        "The name is passed on to Python, which knows about a hundred.",
        "$ slidegen build talk.yaml --encoding utf-88",
        "command",
    ),
    "read-as-gb18030": Code(
        "The file is not UTF-8 and was read as GB18030.",
        "Older Chinese editors save so. It is told because a wrong guess would show on the slides.",
        "$ iconv -t GB18030 talk.yaml > old.yaml; slidegen build old.yaml",
        "command",
    ),
    "forbidden-character": Code(
        "A character stands here that XML, and so a presentation, cannot hold.",
        "PowerPoint would call the deck damaged.",
        _head('title: "Talk \\x07"'),
    ),
    "line-separator": Code(
        "An invisible line separator is read as a space.",
        "Text copied from web pages and PDF holds them; editors do not show them.",
        _head("title: First\u2028second"),
    ),
    # ------------------------------------------------------------ the file as YAML
    "alias": Code(
        "`*name` would repeat another part of the file.",
        "A few such lines can grow to gigabytes; mostly a star of emphasis was meant.",
        _slide("bullets: [*a, b]"),
    ),
    "anchor": Code(
        "`&name` names a part of the file to repeat it.",
        "See alias.",
        _slide("bullets: [&a b, c]"),
    ),
    "tag": Code(
        "`!name` would give a value another type.", "All values of an outline are text.", _point("!important First")
    ),
    "merge-key": Code("`<<` would merge other keys in.", "It needs aliases. See alias.", _head("<<: {title: Talk}")),
    "key-not-text": Code("A list or a map stands where a key belongs.", "A key is a word.", "[a]: b\n"),
    "key-expected": Code(
        "This line is not `key: value`.", "At this place an outline has keys only.", f"Talk\n{_SLIDES}"
    ),
    "duplicate-key": Code(
        "A key stands twice, or two spellings of it do.",
        "YAML would keep the last one and drop the first without a word.",
        _head("title: One\ntitle: Two"),
    ),
    "second-document": Code(
        "A line `---` begins a second document.",
        "An outline is one document.",
        f"title: Talk\n{_SLIDES}---\ntitle: x\n",
    ),
    "limit": Code(
        "The outline is larger or deeper than slidegen reads.",
        "The limits are far above any talk; they keep a broken file from using up the machine.",
        _slide("bullets: " + "[" * 60 + "a" + "]" * 60),
    ),
    "text-too-long": Code(
        "One text is longer than 200 kB.",
        "Mostly a closing quotation mark is missing.",
        "$ slidegen build talk.yaml    # with a whole book in one text",
        "command",
    ),
    "too-many": Code(
        "There are more faults than one run names.",
        "Later ones often follow from the first.",
        "title: Talk\n" + "- @x\n" * 200,
    ),
    "yaml-syntax": Code(
        "The YAML parser cannot go on here.",
        "What is wrong is said in plain words.",
        "title: Talk\nslides:\n  - title: One\n  bullets: [a]\n",
    ),
    "unquoted-colon": Code(
        "`: ` inside a text would make it a key.",
        "YAML reads what stands before the colon as a key.",
        _head("title: Time: ten o'clock"),
    ),
    "unquoted-hash": Code(
        "` #` would drop the rest of the line.",
        "YAML takes it for a comment.",
        _point("See #3 of the rules"),
    ),
    "unquoted-start": Code(
        "A text begins with a character that means something to YAML.",
        "`@ % & * > |` and others stand for other things at the start of a text.",
        _point("**Strong** words"),
    ),
    "unclosed-quote": Code(
        "A quotation mark opens and does not close.",
        "All that follows would be part of the text.",
        _head('title: "Talk'),
    ),
    "unclosed-bracket": Code("A bracket opens and does not close.", "See unclosed-quote.", "title: Talk\nslides: [a\n"),
    "text-after-quote": Code(
        "A text goes on after its closing quotation mark.",
        "In YAML the mark ends the value.",
        _point('"Four" rules'),
    ),
    "text-after-bracket": Code(
        "A text goes on after a closing bracket.",
        "A text that begins with a bracket is a list to YAML.",
        _point("[See](#one) there"),
    ),
    "full-width-colon": Code(
        "A full-width colon behind a known key is read as the colon it is meant to be.",
        "Chinese input methods write it; YAML would see no key at all.",
        f"标题：题目\n{_SLIDES}",
    ),
    "colon-without-space": Code(
        "A space is missing behind the colon of a known key.",
        "YAML would see a text in place of key and value.",
        f"title:Talk\n{_SLIDES}",
    ),
    "tab-indent": Code(
        "A tab indents a line.", "YAML forbids it, since tabs have no fixed width.", f"{_SLIDES}\tnotes: x\n"
    ),
    "wide-space-indent": Code(
        "A full-width or no-break space indents a line.",
        "It looks like a space and is none to YAML.",
        f"{_SLIDES}\u3000notes: x\n",
    ),
    "indentation": Code(
        "A line is indented so that it belongs to another part than it seems.",
        "Indentation is what tells YAML which lines belong together.",
        _slide("notes: |\n        first\n      second"),
    ),
    # ------------------------------------------------------------ the outline
    "not-an-outline": Code("The file has no keys.", "An outline begins with keys such as title.", "- a\n- b\n"),
    "unknown-format": Code(
        "The outline is of a format that this slidegen does not read.",
        "A later format may mean other things by the same keys.",
        _head("format: 2"),
    ),
    "no-slides": Code("There are no slides.", "A deck needs at least one.", "title: Talk\n"),
    "sections-and-slides": Code(
        "The outline has sections and slides of its own.",
        "It would not be clear where the slides go.",
        _head("sections: [{title: a, slides: [{title: b}]}]"),
    ),
    "unknown-key": Code(
        "A key is not known at this place.",
        "What it holds would be missing from the deck. The nearest known key is named.",
        _head("titel: Talk"),
    ),
    "missing-key": Code(
        "A key that is needed here is missing.", "The layout has no slide without it.", _slide("key: x")
    ),
    "wrong-type": Code(
        "One of the outline's own keys holds another kind of value than it takes.",
        "A list in place of a text, for instance, cannot be shown there.",
        _head("title: [a, b]"),
    ),
    "wrong-kind": Code(
        "A layout's key holds another kind of value than it takes.", "See wrong-type.", _slide("cards: three of them")
    ),
    "unknown-value": Code("A value is none of those the key takes.", "They are listed.", _head("transition: explode")),
    "language": Code(
        "The language is no language tag.", "Fonts, words and breaks depend on it.", _head("language: Chinese!")
    ),
    "colour": Code(
        "`colors` names no colour of a theme, or gives it no six hex digits.",
        "Only the twelve colours of a theme can be replaced.",
        _head("colors: {accent7: FF0000}"),
    ),
    "id": Code(
        "An id has characters that it cannot have.", "Links and names inside the deck are made of it.", _head("id: a b")
    ),
    "duplicate-id": Code(
        "Two parts have the same id.",
        "A link to it could mean either.",
        "title: Talk\nslides:\n  - {title: One, id: a}\n  - {title: Two, id: a}\n",
    ),
    "link-scheme": Code(
        "A link leads to something that is neither a web address, a mail address nor a slide.",
        "Links that run programs have no place in a deck.",
        _point('"[run](file:///etc/passwd)"'),
    ),
    "unknown-slide": Code(
        "A link leads to no slide.", "The id behind # is that of no slide.", _point('"[there](#nowhere)"')
    ),
    "not-yet": Code(
        "The key belongs to the format, and this version does not act on it yet.",
        "Outlines that use it can be built all the same.",
        _head("check: off"),
    ),
    "background": Code(
        "A slide's background is no colour.",
        "It is a colour of the theme, by its name or its role, or six hex digits.",
        _slide("background: accent9"),
    ),
    "illegible": Code(
        "A text could not be read on the background of its slide.",
        "Neither of the theme's colours for texts has a contrast of 4.5 to 1 there, as WCAG 2.2 asks.",
        _slide('background: "#777777"\n    bullets: [a, b, c, d, e, f, g, h, i, j]'),
    ),
    "furniture-left-out": Code(
        "A slide with a background of its own shows no footer or no number.",
        "They stand across decoration of the theme, where no colour can be read on both.",
        _slide("background: DARK").replace("title: Talk", "title: Talk\ntheme: dangjian"),
    ),
    "nothing-to-build": Code(
        "A slide shall appear by clicks, and there is nothing on it that could.",
        "Titles stand from the start; `items` takes the cards, steps and the like of a layout that has them.",
        _slide("build: items"),
    ),
    # ------------------------------------------------------------ what slides hold
    "two-layouts": Code(
        "A slide asks for several layouts at once.",
        "Its keys decide which layout it takes, and no layout has all of these.",
        _slide("cards: [a, b]\n    table: [[a], [b]]"),
    ),
    "unknown-layout": Code("There is no layout of that name.", "The nearest is named.", _slide("layout: crads")),
    "unknown-theme": Code("There is no theme of that name.", "The nearest is named.", _head("theme: azur")),
    "unknown-icon": Code(
        "There is no icon of that name or keyword.",
        "The nearest are named.",
        _slide("cards: [{title: a, icon: sheild}, b]"),
    ),
    "item-count": Code(
        "There are fewer items than the layout takes, or more where it cannot go on over several slides.",
        "The native layouts are drawn for certain numbers.",
        _slide("cards: [one]"),
    ),
    "no-slot": Code(
        "The layout has no title.",
        "The title would be missing from the slide.",
        _slide("layout: blank"),
    ),
    "no-room": Code(
        "The layout has no room for this key beside so many items.",
        "What does not fit is never left out.",
        _slide("cards: [a, b, c, d, e, f]\n    takeaway: x"),
    ),
    "notes-too-long": Code(
        "The notes of a slide are longer than a page of notes on paper, even in small type with a small picture.",
        "PowerPoint prints one page a slide and cuts off the rest; on a screen nothing is lost.",
        _slide("bullets: [a, b]\n    notes: " + "what there is to say about it, " * 240),
    ),
    "layout-switched": Code(
        "A slide's text does not fit its layout, and fits the one that this layout leads to.",
        "Text never overflows; where you name the layout, it stays, and the slide is split.",
        _slide("key: Done\n    bullets:" + f"\n      - {'a point that says much ' * 3}" * 7),
    ),
    "overflow": Code(
        "The text is too long for its place at the least size.",
        "It could not go on over several slides either. Text never leaves its box and is never too small.",
        _slide(f"bullets: [a, b]\n    takeaway: {'much ' * 40}"),
    ),
    "too-deep": Code(
        "Points go deeper than three levels.",
        "Nobody reads a fourth level from the back of a room.",
        _slide("bullets: [a, [b, [c, [d, [e]]]]]"),
    ),
    "code-lines": Code(
        "`lines` or `highlight` names lines that the code has not.",
        "Lines are known by their numbers, from 1; those of a part of a file keep theirs.",
        _slide("code: {text: a, highlight: 2}"),
    ),
    "no-highlighter": Code(
        "Code is shown in one colour.",
        "Its words are told apart by Pygments, which is not installed.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "formula": Code(
        "A formula cannot be read.",
        "Formulas are a part of LaTeX; what is not of that part is never left out or shown as it is written.",
        _slide("math: x^"),
    ),
    "table-size": Code(
        "The table has too few or too many rows or columns.",
        "It needs a header row, 1 to 300 rows below it and 1 to 8 columns.",
        _slide("table: [[a, b]]"),
    ),
    "data-file": Code(
        "The file is no CSV file and no workbook that can be read.",
        "Data come from .csv, .tsv, .txt and .xlsx files; what a file is, its content says, not its name.",
        _DATA,
        "command",
    ),
    "data-empty": Code("The data file or the sheet holds nothing.", "There is nothing to show.", _DATA, "command"),
    "data-rows": Code(
        "A row of a CSV file has more or fewer cells than the first, a quotation mark has no partner, or `rows` names "
        "rows that the file has not.",
        "It would not be clear which column a cell belongs to.",
        _DATA,
        "command",
    ),
    "data-columns": Code(
        "`columns` names a column that the file has not.", "A column is known by its heading.", _DATA, "command"
    ),
    "data-sheet": Code("The file has no sheet of that name.", "Its sheets are named in the hint.", _DATA, "command"),
    "data-size": Code(
        "A sheet has something beyond its 20,000th row or 500th column.",
        "Nobody reads so much on slides; reading it would take long.",
        _DATA,
        "command",
    ),
    "chart-file": Code(
        "A data file does not hold what its chart needs.",
        "The first row names the series, the first column the categories; scatter and bubble charts take columns for "
        "x, y and size.",
        _DATA,
        "command",
    ),
    "cell-error": Code(
        "A cell of a sheet shows an error such as #REF!.", "It is no value that a slide may show.", _DATA, "command"
    ),
    "formula-value": Code(
        "A formula has no result in the file.",
        "slidegen calculates nothing: it shows the result that Excel or WPS saved. Files written by other programs may "
        "have none.",
        _DATA,
        "command",
    ),
    "number-format": Code(
        "A number has a format that slidegen does not know.",
        "Shown otherwise than in the sheet it might mislead. Fractions, conditions and Chinese numerals are not read.",
        _DATA,
        "command",
    ),
    "hidden-cells": Code(
        "Rows or columns that the sheet hides were left out.",
        "Who hides or filters them does not want them shown.",
        _DATA,
        "command",
    ),
    "uneven-rows": Code(
        "A row has more or fewer cells than the header.",
        "It would not be clear which column a cell belongs to.",
        _slide("table: [[a, b], [c]]"),
    ),
    "no-number": Code(
        "What stands in a chart's series is no number, or not a finite one.",
        "A chart draws numbers only; a missing one is written `-` and leaves a gap.",
        _chart("column", "[a, b]", "[1, 1e400]"),
    ),
    "uneven-series": Code(
        "A series has more or fewer numbers than the chart has categories.",
        "It would not be clear which number belongs to which category.",
        _chart("column", "[a, b, c]", "[1, 2]"),
    ),
    "chart-size": Code(
        "A chart has more series, slices or points than can be told apart, or too few.",
        "Six colours is what a theme has and what people tell apart; a radar needs three axes.",
        _chart("pie", "[a, b, c, d, e, f, g]", "[1, 2, 3, 4, 5, 6, 7]"),
    ),
    "chart-values": Code(
        "The numbers are none that this type of chart can show.",
        "Shares of a whole cannot be negative, and a bubble needs a size.",
        _chart("pie", "[a, b]", "[3, -1]"),
    ),
    "chart-key": Code(
        "A key has no effect in this type of chart.",
        "What is written and does nothing is mostly a mistake.",
        _slide("chart: {type: pie, categories: [a, b], series: [1, 2], x: Years}"),
    ),
    "chart-crowded": Code(
        "The names of a chart's categories, or its values, have no room.",
        "Programs would turn, cut or overlay them.",
        _chart("column", f"[{', '.join(f'Department {n:02}' for n in range(40))}]", f"[{', '.join('1' * 40)}]"),
    ),
    "no-such-category": Code(
        "A chart has no category and no series of that name.",
        "`highlight`, `line` and `format` name categories or series as they are written.",
        _slide("chart: {type: column, categories: [a, b], series: [1, 2], highlight: c}"),
    ),
    "joined-cells": Code(
        "`<` or `^` has no cell to be joined with, or what is joined is no rectangle.",
        "A table's cells can only be joined to rectangles; the header is joined with no other row, as it is repeated.",
        _slide("table: [[<, a], [b, c]]"),
    ),
    "no-such-row": Code(
        "`highlight` names a row or a column that the table has not.",
        "A row is named by its first cell or its number below the header, a column by its heading.",
        _slide("table: {rows: [[a, b], [c, d]], highlight: [e]}"),
    ),
    # ------------------------------------------------------------ pictures
    "file-size": Code(
        "A file that an outline names is larger than slidegen reads.",
        "Decks with such files cannot be sent, and open slowly.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "picture-format": Code(
        "A file that should be a picture is none, or in a format that PowerPoint does not show everywhere.",
        "PNG and JPG show wherever a deck is opened.",
        _slide("image: {file: talk.yaml, alt: A street}\n    bullets: [a, b]"),
    ),
    "damaged-picture": Code(
        "A picture ends too early, or holds what cannot be decoded.",
        "PowerPoint would show a red cross, or half of the picture.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "picture-size": Code(
        "A picture has more pixels than slidegen reads.",
        "Decoding it takes the memory of whoever opens the deck; a slide shows eight megapixels at most.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "unsafe-picture": Code(
        "An SVG drawing holds a script, a link to elsewhere or a document type.",
        "It could act, or fetch something, wherever the deck is opened.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "not-installed": Code(
        "What was asked for needs a package that is not installed.",
        "Few decks need it, so it is no part of a plain installation.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "recording-format": Code(
        "A file that should be a film or a sound is none, or in a format that PowerPoint does not play everywhere.",
        "MP4, MP3, M4A and WAV play on Windows, on a Mac and in a browser.",
        _slide("video: talk.yaml"),
    ),
    "damaged-recording": Code(
        "A film ends before its own description says so.",
        "It would not play.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "no-alt": Code(
        "A picture has no description, and is not said to be decoration.",
        "Who does not see the slide hears the description instead (WCAG 1.1.1).",
        _slide("image: photo.png\n    bullets: [a, b]"),
    ),
    "weak-alt": Code(
        "The description of a picture is the name of a file, says that it is a picture, or is very long.",
        "It is read aloud; what it shows should come first.",
        _slide("image: {file: photo.png, alt: IMG_0815.png}\n    bullets: [a, b]"),
    ),
    "coarse-picture": Code(
        "A picture has less than 150 pixels an inch at the size it is shown at.",
        "It looks blurred on a projector.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    # ------------------------------------------------------------ notes and the manuscript
    "paragraphs": Code(
        "Notes refer to a manuscript, but not to numbers of its paragraphs.",
        "They are written as 7, 7-9 or 7-9, 12.",
        _slide("bullets: [a, b]\n    notes: {from: talk.yaml, paragraphs: the first}"),
    ),
    "no-paragraph": Code(
        "Notes refer to a paragraph that the manuscript does not have.",
        "Blank lines do not count. Mostly the manuscript became shorter.",
        _slide("bullets: [a, b]\n    notes: {from: talk.yaml, paragraphs: 7-99}"),
    ),
    "outside-folder": Code(
        "An outline refers to a file that is not inside its own folder.",
        "An outline from somebody else could otherwise bring any file of yours into a deck.",
        _slide("bullets: [a, b]\n    notes: {from: ../speech.txt, paragraphs: 1}"),
    ),
    "remote-file": Code(
        "What an outline refers to is an address on a network.",
        "A build that fetched it would give another deck, or none, without the network.",
        _slide("bullets: [a, b]\n    notes: {from: 'https://example.org/speech.txt', paragraphs: 1}"),
    ),
    "not-a-file": Code(
        "What an outline refers to is a folder or a device.",
        "Reading it could take for ever.",
        _slide("bullets: [a, b]\n    notes: {from: ., paragraphs: 1}"),
    ),
    "manuscript-missing": Code(
        "A paragraph of the manuscript is in the notes of no slide.",
        "What is not in the notes will not be said.",
        _CHECK,
        "command",
    ),
    "manuscript-doubled": Code(
        "A paragraph of the manuscript stands in the notes more often than in the manuscript.",
        "It would be said twice.",
        _CHECK,
        "command",
    ),
    "manuscript-moved": Code(
        "A paragraph of the manuscript stands in the notes, but not in its place.",
        "The speech would be said in another order.",
        _CHECK,
        "command",
    ),
    "manuscript-changed": Code(
        "A paragraph of the manuscript stands in the notes with other words, spaces or line breaks.",
        "The first difference is shown: a space as ␣, other characters that cannot be seen by their code.",
        _CHECK,
        "command",
    ),
    "manuscript-added": Code(
        "Notes say what the manuscript does not.",
        "It may be meant, so it is a warning only.",
        _CHECK,
        "command",
    ),
    "not-in-notes": Code(
        "A number, a name in quotation marks or a foreign word of a slide is not in what is said to it.",
        "Texts of slides are held against their slide's notes, those of section slides against the section's, all other"
        " texts, and those without notes, against the whole manuscript.",
        _CHECK,
        "command",
    ),
    "redaction-lost": Code(
        "A slide shows words joined that have `**` between them in the manuscript.",
        "There `**` stands for words taken out; on a slide it would make words bold.",
        _CHECK,
        "command",
    ),
    "nothing-known": Code(
        "No paragraph of a manuscript stands in the notes of the outline that shall be brought up to date.",
        "It is mostly the wrong file; all notes would go.",
        "$ slidegen outline speech.txt --update talk.yaml",
        "command",
    ),
    "no-place": Code(
        "A new paragraph belongs between others whose notes only refer to a manuscript.",
        "Such notes are left alone, and no other slide stands where it would have to be said.",
        "$ slidegen outline speech.txt --update talk.yaml",
        "command",
    ),
    "not-updated": Code(
        "An outline was not brought up to date, since its notes would not hold the whole manuscript.",
        "What would break that is named above it; mostly notes refer to paragraphs that stand elsewhere now.",
        "$ slidegen outline speech.txt --update talk.yaml",
        "command",
    ),
    "no-manuscript": Code(
        "A finished deck was named without a manuscript.",
        "Of a deck only the notes can be checked, and only against a manuscript.",
        "$ slidegen check talk.pptx",
        "command",
    ),
    # ------------------------------------------------------------ layouts and themes
    "layout-data": Code(
        "A layout's or a theme's file does not have the form it needs.",
        "The place and what is expected there are named.",
        "name: own\nextends: bullets\ntrigger: points\n",
        "layout",
    ),
    "layout-kind": Code(
        "A slot is of a kind that does not exist.",
        "Nothing knows how to read what an outline says there.",
        "name: own\nextends: content\nslots: {points: {kind: bulets}}\n",
        "layout",
    ),
    "layout-extends": Code(
        "`extends` names no layout.", "There is nothing to build on.", "name: own\nextends: buletts\n", "layout"
    ),
    "unmeasured-face": Code(
        "A face that a theme names has no widths here, so its text was measured as another's.",
        "It may leave its place. A face without a table is measured where it is installed, if fontTools is there.",
        "$ slidegen build talk.yaml    # with a theme that names a face which is not installed",
        "command",
    ),
    "missing-layout": Code(
        "No layout has a role that slidegen needs.",
        "Cover, agenda, section, closing and master are found by `role`.",
        "$ slidegen build talk.yaml    # with a cover.yaml of your own that lacks `role: cover`",
        "command",
    ),
    # ------------------------------------------------------------ manuscripts
    "not-a-manuscript": Code(
        "The file is neither text nor a Word file.",
        "What it is, is told from its bytes.",
        "$ slidegen outline scan.pdf",
        "command",
    ),
    "no-text": Code(
        "The manuscript holds no text.",
        "Mostly its pages are pictures.",
        "$ slidegen outline scanned.docx",
        "command",
    ),
    "damaged-file": Code(
        "The Word file or workbook is damaged or was not copied to its end.",
        "Reading what is left would lose the rest without a word.",
        "$ slidegen outline half.docx",
        "command",
    ),
    "encrypted-file": Code(
        "The Word file or workbook is protected by a password.",
        "slidegen asks for none.",
        "$ slidegen outline secret.docx",
        "command",
    ),
    "unsafe-file": Code(
        "The Word file or workbook is made to fill the memory, or brings definitions along, as no program writes it.",
        "A file from elsewhere must not be able to do harm by being read.",
        "$ slidegen outline bomb.docx",
        "command",
    ),
    "no-converter": Code(
        "Reading this kind of file needs LibreOffice, which is not installed.",
        "Files of older programs are made into .docx by it.",
        "$ slidegen outline speech.wps",
        "command",
    ),
    "not-converted": Code(
        "LibreOffice could not read the file.",
        "It is damaged, has a password, or took longer than two minutes.",
        "$ slidegen outline broken.doc",
        "command",
    ),
    "converted": Code(
        "The file was made into .docx by LibreOffice and read from that.",
        "It is told because numbers and notes are as LibreOffice understood them.",
        "$ slidegen outline speech.doc",
        "command",
    ),
    "tracked-changes": Code(
        "The Word file has tracked changes.",
        "The notes hold the text as it reads once all are accepted.",
        "$ slidegen outline draft.docx",
        "command",
    ),
    "left-out": Code(
        "Something in the manuscript is no part of its text and was left out.",
        "Nothing is lost without a word: comments, text boxes, pictures, headers, hidden text, front matter.",
        "$ slidegen outline commented.docx",
        "command",
    ),
    # ------------------------------------------------------------ files and the command itself
    "no-file": Code(
        "There is no file of that name.",
        "The nearest in the same folder is named.",
        "$ slidegen build tlak.yaml",
        "command",
    ),
    "unreadable": Code(
        "The file may not be read.", "The system's own reason is given.", "$ slidegen build locked.yaml", "command"
    ),
    "kept": Code(
        "A deck at that place was changed since it was built, is not slidegen's, or is open.",
        "What a person has done in PowerPoint is never overwritten unasked.",
        "$ slidegen build talk.yaml -o talk.pptx",
        "command",
    ),
    "no-notes": Code(
        "No slide has notes.",
        "A script is made of them; the file that was written holds the slides' titles only.",
        "$ slidegen script talk.yaml    # of an outline without `notes:`",
        "command",
    ),
    "over-time": Code(
        "The talk takes longer than it may.",
        "By the speech in its notes, at the given pace; the longest slides are named.",
        "$ slidegen time talk.yaml    # with `minutes: 5` and longer notes",
        "command",
    ),
    "not-a-deck": Code(
        "The file is no .pptx file, is damaged, or is protected by a password.",
        "Nothing can be read from it, and so nothing said of it.",
        "$ slidegen strip talk.yaml",
        "command",
    ),
    "locked-deck": Code(
        "The deck has a password, or is of the form before .pptx.",
        "slidegen never asks for passwords.",
        "$ slidegen check secret.pptx --manuscript speech.txt",
        "command",
    ),
    "not-saved": Code(
        "The deck could not be written.",
        "The earlier deck is as it was. Mostly it is open in PowerPoint, which locks it.",
        "$ slidegen build talk.yaml -o nowhere/talk.pptx",
        "command",
    ),
    "unwritable": Code(
        "The file could not be written.",
        "The system's own reason is given.",
        "$ slidegen new nowhere/talk.yaml",
        "command",
    ),
    "file-exists": Code(
        "A file of that name is there already.",
        "It is never overwritten unasked.",
        "$ slidegen new talk.yaml    # twice",
        "command",
    ),
    "bug": Code(
        "slidegen itself failed.",
        "Nothing was written. SLIDEGEN_DEBUG=1 shows where; please report it with the outline.",
        "$ SLIDEGEN_DEBUG=1 slidegen build talk.yaml",
        "command",
    ),
}
