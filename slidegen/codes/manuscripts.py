"""Codes of what is read from manuscripts."""

from slidegen.codes.code import Code

MANUSCRIPTS: dict[str, Code] = {
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
}
