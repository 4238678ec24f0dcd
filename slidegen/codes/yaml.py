"""Codes of what is wrong with a file as YAML."""

from slidegen.codes.code import SLIDES, Code, head, point, slide

YAML: dict[str, Code] = {
    "alias": Code(
        "`*name` would repeat another part of the file.",
        "A few such lines can grow to gigabytes; mostly a star of emphasis was meant.",
        slide("bullets: [*a, b]"),
    ),
    "anchor": Code(
        "`&name` names a part of the file to repeat it.",
        "See alias.",
        slide("bullets: [&a b, c]"),
    ),
    "tag": Code(
        "`!name` would give a value another type.", "All values of an outline are text.", point("!important First")
    ),
    "merge-key": Code("`<<` would merge other keys in.", "It needs aliases. See alias.", head("<<: {title: Talk}")),
    "key-not-text": Code("A list or a map stands where a key belongs.", "A key is a word.", "[a]: b\n"),
    "key-expected": Code(
        "This line is not `key: value`.", "At this place an outline has keys only.", f"Talk\n{SLIDES}"
    ),
    "duplicate-key": Code(
        "A key stands twice, or two spellings of it do.",
        "YAML would keep the last one and drop the first without a word.",
        head("title: One\ntitle: Two"),
    ),
    "second-document": Code(
        "A line `---` begins a second document.",
        "An outline is one document.",
        f"title: Talk\n{SLIDES}---\ntitle: x\n",
    ),
    "limit": Code(
        "The outline is larger or deeper than slidegen reads.",
        "The limits are far above any talk; they keep a broken file from using up the machine.",
        slide("bullets: " + "[" * 60 + "a" + "]" * 60),
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
        head("title: Time: ten o'clock"),
    ),
    "unquoted-hash": Code(
        "` #` would drop the rest of the line.",
        "YAML takes it for a comment.",
        point("See #3 of the rules"),
    ),
    "unquoted-start": Code(
        "A text begins with a character that means something to YAML.",
        "`@ % & * > |` and others stand for other things at the start of a text.",
        point("**Strong** words"),
    ),
    "unclosed-quote": Code(
        "A quotation mark opens and does not close.",
        "All that follows would be part of the text.",
        head('title: "Talk'),
    ),
    "unclosed-bracket": Code("A bracket opens and does not close.", "See unclosed-quote.", "title: Talk\nslides: [a\n"),
    "text-after-quote": Code(
        "A text goes on after its closing quotation mark.",
        "In YAML the mark ends the value.",
        point('"Four" rules'),
    ),
    "text-after-bracket": Code(
        "A text goes on after a closing bracket.",
        "A text that begins with a bracket is a list to YAML.",
        point("[See](#one) there"),
    ),
    "full-width-colon": Code(
        "A full-width colon behind a known key is read as the colon it is meant to be.",
        "Chinese input methods write it; YAML would see no key at all.",
        f"标题：题目\n{SLIDES}",
    ),
    "colon-without-space": Code(
        "A space is missing behind the colon of a known key.",
        "YAML would see a text in place of key and value.",
        f"title:Talk\n{SLIDES}",
    ),
    "tab-indent": Code(
        "A tab indents a line.", "YAML forbids it, since tabs have no fixed width.", f"{SLIDES}\tnotes: x\n"
    ),
    "wide-space-indent": Code(
        "A full-width or no-break space indents a line.",
        "It looks like a space and is none to YAML.",
        f"{SLIDES}\u3000notes: x\n",
    ),
    "indentation": Code(
        "A line is indented so that it belongs to another part than it seems.",
        "Indentation is what tells YAML which lines belong together.",
        slide("notes: |\n        first\n      second"),
    ),
}
