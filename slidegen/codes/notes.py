"""Codes of notes, and of decks held against their manuscript."""

from slidegen.codes.code import CHECK, Code, slide

NOTES: dict[str, Code] = {
    "paragraphs": Code(
        "Notes refer to a manuscript, but not to numbers of its paragraphs.",
        "They are written as 7, 7-9 or 7-9, 12.",
        slide("bullets: [a, b]\n    notes: {from: talk.yaml, paragraphs: the first}"),
    ),
    "no-paragraph": Code(
        "Notes refer to a paragraph that the manuscript does not have.",
        "Blank lines do not count. Mostly the manuscript became shorter.",
        slide("bullets: [a, b]\n    notes: {from: talk.yaml, paragraphs: 7-99}"),
    ),
    "outside-folder": Code(
        "An outline refers to a file that is not inside its own folder.",
        "An outline from somebody else could otherwise bring any file of yours into a deck.",
        slide("bullets: [a, b]\n    notes: {from: ../speech.txt, paragraphs: 1}"),
    ),
    "remote-file": Code(
        "What an outline refers to is an address on a network.",
        "A build that fetched it would give another deck, or none, without the network.",
        slide("bullets: [a, b]\n    notes: {from: 'https://example.org/speech.txt', paragraphs: 1}"),
    ),
    "not-a-file": Code(
        "What an outline refers to is a folder or a device.",
        "Reading it could take for ever.",
        slide("bullets: [a, b]\n    notes: {from: ., paragraphs: 1}"),
    ),
    "manuscript-missing": Code(
        "A paragraph of the manuscript is in the notes of no slide.",
        "What is not in the notes will not be said.",
        CHECK,
        "command",
    ),
    "manuscript-doubled": Code(
        "A paragraph of the manuscript stands in the notes more often than in the manuscript.",
        "It would be said twice.",
        CHECK,
        "command",
    ),
    "manuscript-moved": Code(
        "A paragraph of the manuscript stands in the notes, but not in its place.",
        "The speech would be said in another order.",
        CHECK,
        "command",
    ),
    "manuscript-changed": Code(
        "A paragraph of the manuscript stands in the notes with other words, spaces or line breaks.",
        "The first difference is shown: a space as ␣, other characters that cannot be seen by their code.",
        CHECK,
        "command",
    ),
    "manuscript-added": Code(
        "Notes say what the manuscript does not.",
        "It may be meant, so it is a warning only.",
        CHECK,
        "command",
    ),
    "not-in-notes": Code(
        "A number, a name in quotation marks or a foreign word of a slide is not in what is said to it.",
        "Texts of slides are held against their slide's notes, those of section slides against the section's, all other"
        " texts, and those without notes, against the whole manuscript.",
        CHECK,
        "command",
    ),
    "redaction-lost": Code(
        "A slide shows words joined that have `**` between them in the manuscript.",
        "There `**` stands for words taken out; on a slide it would make words bold.",
        CHECK,
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
}
