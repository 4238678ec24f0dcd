"""Codes of pictures and recordings."""

from slidegen.codes.code import Code, slide

PICTURES: dict[str, Code] = {
    "file-size": Code(
        "A file that an outline names is larger than slidegen reads.",
        "Decks with such files cannot be sent, and open slowly.",
        "$ slidegen build talk.yaml",
        "command",
    ),
    "picture-format": Code(
        "A file that should be a picture is none, or in a format that PowerPoint does not show everywhere.",
        "PNG and JPG show wherever a deck is opened.",
        slide("image: {file: talk.yaml, alt: A street}\n    bullets: [a, b]"),
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
        slide("video: talk.yaml"),
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
        slide("image: photo.png\n    bullets: [a, b]"),
    ),
    "weak-alt": Code(
        "The description of a picture is the name of a file, says that it is a picture, or is very long.",
        "It is read aloud; what it shows should come first.",
        slide("image: {file: photo.png, alt: IMG_0815.png}\n    bullets: [a, b]"),
    ),
    "coarse-picture": Code(
        "A picture has less than 150 pixels an inch at the size it is shown at.",
        "It looks blurred on a projector.",
        "$ slidegen build talk.yaml",
        "command",
    ),
}
