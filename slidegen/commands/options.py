"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Outlines = Annotated[list[Path], typer.Argument(help="One or more outline files.", metavar="OUTLINE...")]
ThemeName = Annotated[str | None, typer.Option("--theme", help="A theme's name, in place of the one in the outline.")]
Layouts = Annotated[
    Path | None,
    typer.Option(
        "--layouts", exists=True, file_okay=False, help="A folder with layouts and themes that come before all others."
    ),
]
Format = Annotated[str, typer.Option("--format", help="How findings are printed: text or json.")]
To = Annotated[
    Path, typer.Option("--to", exists=True, file_okay=False, help="The folder of the outlines that shall use the copy.")
]


def check_format(format: str) -> None:
    """Refuse a form of output that does not exist."""
    if format not in ("text", "json"):
        raise typer.BadParameter("must be text or json", param_hint="--format")
