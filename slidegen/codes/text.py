"""Codes of what is wrong with a file as text."""

from slidegen.codes.code import Code, head

TEXT: dict[str, Code] = {
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
        head('title: "Talk \\x07"'),
    ),
    "line-separator": Code(
        "An invisible line separator is read as a space.",
        "Text copied from web pages and PDF holds them; editors do not show them.",
        head("title: First\u2028second"),
    ),
}
