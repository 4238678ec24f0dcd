"""A script as Markdown and as plain text; notes stand in it as they are, whatever marks they hold."""

from slidegen.script.model import Entry, Script


def markdown(script: Script) -> str:
    """Return a script as Markdown: sections and slides are headings."""
    slides = "###" if any(entry.section for entry in script.entries) else "##"
    blocks = [f"# {script.title}", script.about]
    for entry in script.entries:
        if entry.section:
            blocks.append(f"## {entry.section}")
        blocks += [f"{slides} {entry.heading} · {entry.when}", _notes(entry)]
    return "\n\n".join(blocks) + "\n"


def plain(script: Script) -> str:
    """Return a script as plain text: a line of its own tells where a section and a slide begin."""
    blocks = [script.title, script.about]
    for entry in script.entries:
        if entry.section:
            blocks.append(f"==== {entry.section} ====")
        blocks += [f"---- {entry.heading}  {entry.when} ----", _notes(entry)]
    return "\n\n".join(blocks) + "\n"


def _notes(entry: Entry) -> str:
    """Return the notes; a line break inside a paragraph is one between lines here."""
    return (entry.notes or entry.aside).replace("\v", "\n")
