"""What the commands about talks share: an outline or a deck is read, and how fast and from when one speaks."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from slidegen.commands.options import Reading
from slidegen.diagnostics import Exit, Report
from slidegen.language import mark, say

if TYPE_CHECKING:
    from slidegen.talk import Talk

_PACKAGES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How zip files begin, and older Office files and encrypted ones."""
_DECKS = (".pptx", ".pptm", ".ppsx", ".ppt")
_TIME = re.compile(r"(\d{1,2})[:：](\d{2})")

TalkFile = Annotated[Path, typer.Argument(help="An outline, or a .pptx file.", metavar="FILE", readable=False)]
CharactersPerMinute = Annotated[
    float,
    typer.Option(min=1, show_default=False, help="Chinese characters spoken in a minute; 220 if not given."),
]
WordsPerMinute = Annotated[
    float, typer.Option(min=1, show_default=False, help="English words spoken in a minute; 140 if not given.")
]
Start = Annotated[
    str | None, typer.Option(help="The time of day at which the talk begins, such as 14:30; 0:00 if not given.")
]


def start_minute(start: str | None) -> int | None:
    """Return a time of day as minutes after midnight; what is none is a usage error."""
    if start is None:
        return None
    found = _TIME.fullmatch(start.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise typer.BadParameter(say("must be a time such as 14:30"), param_hint="--start")
    return int(found[1]) * 60 + int(found[2])


def talk_from(path: Path, reading: Reading, report: Report) -> "Talk | None":
    """Return the talk of an outline or a deck, or None where there is none; the reasons go to the report."""
    from slidegen.commands.prepared import prepared, unreadable
    from slidegen.reader.slides import NotADeck, read_slides
    from slidegen.talk import talk_of_deck, talk_of_outline

    try:
        if _is_deck(path):
            return talk_of_deck(read_slides(path), path.stem)
    except NotADeck:
        hint = mark("save it in PowerPoint or WPS as .pptx, without a password")
        report.error("not-a-deck", None, "{path} is not a .pptx file", hint, exit=Exit.ASSET, path=path)
        return None
    except OSError as fault:
        unreadable(path, fault, report, like=_DECKS)
        return None
    done = prepared(path, reading, report)
    return talk_of_outline(done[0], done[1].deck, path.stem) if done else None


def _is_deck(path: Path) -> bool:
    """Tell a deck, whole or not, from an outline. Raises OSError."""
    if path.suffix.lower() in _DECKS:
        return True
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(4) in _PACKAGES
