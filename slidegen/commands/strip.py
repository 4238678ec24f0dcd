"""`slidegen strip`: a deck without what tells that slidegen built it."""

from pathlib import Path
from typing import Annotated

import typer

from slidegen.commands.printing import end
from slidegen.diagnostics import Exit, Report, reason
from slidegen.language import say


def strip(
    deck: Annotated[Path, typer.Argument(help="The .pptx file.", readable=False)],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write; the file itself if not given.")
    ] = None,
) -> None:
    """Remove from a deck all that slidegen keeps in it to know it again; what shows stays as it is.

    Example: slidegen strip talk.pptx -o talk-to-send.pptx
    """
    from zipfile import BadZipFile

    from slidegen.commands.saving import saved
    from slidegen.strip import strip as stripped

    report = Report()
    target = output or deck
    lines = []
    try:
        if saved(stripped(deck.read_bytes()), target, report):
            lines.append(
                say("{path}: slidegen's marks are removed; it is not known as slidegen's any more", path=target)
            )
    except BadZipFile:
        report.error("not-a-deck", None, "{path} is not a .pptx file", exit=Exit.ASSET, path=deck)
    except OSError as fault:
        report.error(
            "unreadable", None, "{path} cannot be read: {why}", exit=Exit.ENVIRONMENT, path=deck, why=reason(fault)
        )
    end(report, lines)
