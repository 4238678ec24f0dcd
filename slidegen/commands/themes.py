"""`slidegen themes`: which themes there are, what one consists of, and a copy of one to change."""

from pathlib import Path
from typing import Annotated

import typer

from slidegen.commands.options import Layouts, To
from slidegen.commands.printing import columns, end
from slidegen.diagnostics import Report, Stop
from slidegen.language import mark, say, user_language

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the themes, and copy one to change it.")

Name = Annotated[str, typer.Argument(help="A theme's name or label, such as azure.", metavar="NAME")]

_COPIED = mark(
    "{path}: change it in a text editor; outlines in {folder} with theme: {name} take it from now on. "
    "To keep the original beside it, change the file's name and `name`"
)


@app.command("list")
def list_themes(layouts: Layouts = None) -> None:
    """List the themes that outlines in this folder may use.

    Example: slidegen themes list
    """
    from slidegen.commands.catalog import Catalog
    from slidegen.words import pick

    report, language = Report(), user_language()
    catalog = Catalog.of(Path.cwd(), report, layouts)
    rows = [
        (name, pick(theme.label, language), catalog.origin(catalog.library.theme_path(name)))
        for name, theme in catalog.themes()
    ]
    more = mark("More: slidegen themes show NAME. To change one: slidegen themes copy NAME")
    end(report, [*(columns(rows) if rows else []), say(more)])


@app.command("show")
def show_theme(name: Name, layouts: Layouts = None) -> None:
    """Show one theme: its colours, its fonts, and what each colour is for.

    Example: slidegen themes show azure
    """
    from slidegen.commands.catalog import Catalog
    from slidegen.commands.describe import describe_theme

    report, language = Report(), user_language()
    catalog = Catalog.of(Path.cwd(), report, layouts)
    lines: list[str] = []
    try:
        name = catalog.theme_name(name)
        path = catalog.library.theme_path(name)
        place = say("File: {path} ({origin})", path=path, origin=catalog.origin(path))
        lines = describe_theme(catalog.library.theme(name), place, language)
    except Stop:
        pass
    end(report, lines)


@app.command("copy")
def copy_theme(name: Name, to: To = Path(), layouts: Layouts = None) -> None:
    """Copy a theme into the folder layouts/themes/ beside your outlines, to change it there.

    Example: slidegen themes copy azure
    """
    from slidegen.commands.catalog import Catalog
    from slidegen.commands.copying import copy_file

    report = Report()
    lines: list[str] = []
    try:
        catalog = Catalog.of(to, report, layouts)
        path = copy_file(catalog.library.theme_path(catalog.theme_name(name)), to / "layouts" / "themes", report)
        lines = [say(_COPIED, path=path, folder=to.resolve(), name=path.stem)]
    except Stop:
        pass
    end(report, lines)
