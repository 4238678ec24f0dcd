"""Codes of what is wrong with the keys and values of an outline."""

from slidegen.codes.code import Code, head, point, slide

OUTLINE: dict[str, Code] = {
    "not-an-outline": Code("The file has no keys.", "An outline begins with keys such as title.", "- a\n- b\n"),
    "unknown-format": Code(
        "The outline is of a format that this slidegen does not read.",
        "A later format may mean other things by the same keys.",
        head("format: 2"),
    ),
    "no-slides": Code("There are no slides.", "A deck needs at least one.", "title: Talk\n"),
    "sections-and-slides": Code(
        "The outline has sections and slides of its own.",
        "It would not be clear where the slides go.",
        head("sections: [{title: a, slides: [{title: b}]}]"),
    ),
    "unknown-key": Code(
        "A key is not known at this place.",
        "What it holds would be missing from the deck. The nearest known key is named.",
        head("titel: Talk"),
    ),
    "missing-key": Code(
        "A key that is needed here is missing.", "The layout has no slide without it.", slide("key: x")
    ),
    "wrong-type": Code(
        "One of the outline's own keys holds another kind of value than it takes.",
        "A list in place of a text, for instance, cannot be shown there.",
        head("title: [a, b]"),
    ),
    "wrong-kind": Code(
        "A layout's key holds another kind of value than it takes.", "See wrong-type.", slide("cards: three of them")
    ),
    "unknown-value": Code("A value is none of those the key takes.", "They are listed.", head("transition: explode")),
    "language": Code(
        "The language is no language tag.", "Fonts, words and breaks depend on it.", head("language: Chinese!")
    ),
    "colour": Code(
        "`colors` names no colour of a theme, or gives it no six hex digits.",
        "Only the twelve colours of a theme can be replaced.",
        head("colors: {accent7: FF0000}"),
    ),
    "id": Code(
        "An id has characters that it cannot have.", "Links and names inside the deck are made of it.", head("id: a b")
    ),
    "duplicate-id": Code(
        "Two parts have the same id.",
        "A link to it could mean either.",
        "title: Talk\nslides:\n  - {title: One, id: a}\n  - {title: Two, id: a}\n",
    ),
    "link-scheme": Code(
        "A link leads to something that is neither a web address, a mail address nor a slide.",
        "Links that run programs have no place in a deck.",
        point('"[run](file:///etc/passwd)"'),
    ),
    "unknown-slide": Code(
        "A link leads to no slide.", "The id behind # is that of no slide.", point('"[there](#nowhere)"')
    ),
    "not-yet": Code(
        "The key belongs to the format, and this version does not act on it yet.",
        "Outlines that use it can be built all the same.",
        head("check: off"),
    ),
    "background": Code(
        "A slide's background is no colour.",
        "It is a colour of the theme, by its name or its role, or six hex digits.",
        slide("background: accent9"),
    ),
    "illegible": Code(
        "A text could not be read on the background of its slide.",
        "Neither of the theme's colours for texts has a contrast of 4.5 to 1 there, as WCAG 2.2 asks.",
        slide('background: "#777777"\n    bullets: [First, [below it, [and below that]]]'),
    ),
    "furniture-left-out": Code(
        "A slide with a background of its own shows no footer or no number.",
        "They stand across decoration of the theme, where no colour can be read on both.",
        slide("background: DARK").replace("title: Talk", "title: Talk\ntheme: dangjian"),
    ),
    "nothing-to-build": Code(
        "A slide shall appear by clicks, and there is nothing on it that could.",
        "Titles stand from the start; `items` takes the cards, steps and the like of a layout that has them.",
        slide("build: items"),
    ),
}
