"""Codes of files and of the command itself."""

from slidegen.codes.code import Code

COMMANDS: dict[str, Code] = {
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
