"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct

from slidegen.language import say

Outlines = Annotated[
    list[Path], typer.Argument(help="One or more outline files.", metavar="OUTLINE...", readable=False)
]
ThemeName = Annotated[str | None, typer.Option("--theme", help="A theme's name, in place of the one in the outline.")]
Layouts = Annotated[
    Path | None,
    typer.Option(
        "--layouts", exists=True, file_okay=False, help="A folder with layouts and themes that come before all others."
    ),
]
Encoding = Annotated[
    str | None, typer.Option(help="The outline's encoding, such as gb18030, where it is not found by itself.")
]
CleanText = Annotated[
    bool, typer.Option("--clean-text", help="Drop characters that no presentation can hold, instead of refusing them.")
]
Format = Annotated[str, typer.Option("--format", help="How findings are printed: text or json.")]
To = Annotated[
    Path, typer.Option("--to", exists=True, file_okay=False, help="The folder of the outlines that shall use the copy.")
]


class Reading(Struct, frozen=True):
    """How an outline is read: the theme in place of its own, layouts before all others, encoding, cleaning."""

    theme: str | None = None
    layouts: Path | None = None
    encoding: str | None = None
    clean: bool = False


def check_format(format: str) -> None:
    """Refuse a form of output that does not exist."""
    if format not in ("text", "json"):
        raise typer.BadParameter(say("must be text or json"), param_hint="--format")
