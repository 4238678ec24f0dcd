"""`slidegen layouts`: which layouts there are, what one holds, and a copy of one to change."""

from pathlib import Path
from typing import Annotated

import typer

from slidegen.commands.language import user_language
from slidegen.commands.options import Layouts, To
from slidegen.commands.printing import columns, end
from slidegen.commands.words import say
from slidegen.diagnostics import Report, Stop

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the layouts, and copy one to change it.")

Name = Annotated[str, typer.Argument(help="A layout's name or label, such as cards.", metavar="NAME")]


@app.command("list")
def list_layouts(layouts: Layouts = None) -> None:
    """List the layouts that outlines in this folder may use.

    Example: slidegen layouts list
    """
    from slidegen.commands.catalog import Catalog
    from slidegen.words import pick

    report, language = Report(), user_language()
    catalog = Catalog.of(Path.cwd(), report, layouts)
    try:
        families = list(catalog.families())
    except Stop:
        families = []
    rows = [
        (f.name, pick(f.label, language), pick(f.use_when, language), say(catalog.origin(f.file.path), language))
        for f in families
        if not f.abstract
    ]
    bases = [f.name for f in families if f.abstract]
    lines = columns(rows) if rows else []
    if bases:
        lines += ["", say("bases", language, names=", ".join(bases))]
    end(report, [*lines, say("more", language, kind="layouts")])


@app.command("show")
def show_layout(
    name: Name,
    layouts: Layouts = None,
    theme: Annotated[str | None, typer.Option("--theme", help="The theme whose sizes the limits follow from.")] = None,
) -> None:
    """Show one layout: its keys, how much text they hold, and an example.

    Example: slidegen layouts show cards
    """
    from slidegen.commands.catalog import Catalog, example_of
    from slidegen.commands.describe import describe_layout
    from slidegen.pipeline import DEFAULT_THEME

    report, language = Report(), user_language()
    catalog = Catalog.of(Path.cwd(), report, layouts)
    lines: list[str] = []
    try:
        chosen = catalog.library.theme(catalog.theme_name(theme or DEFAULT_THEME))
        family = catalog.library.family(catalog.layout_name(name), chosen)
        path = family.file.path
        place = say("file", language, path=path, origin=say(catalog.origin(path), language))
        rooms = catalog.rooms(family, chosen, "zh-CN")
        lines = describe_layout(family, rooms, example_of(family), place, language)
    except Stop:
        pass
    end(report, lines)


@app.command("copy")
def copy_layout(name: Name, to: To = Path(), layouts: Layouts = None) -> None:
    """Copy a layout into the folder layouts/ beside your outlines, to change it there.

    Example: slidegen layouts copy cards
    """
    from slidegen.commands.catalog import Catalog
    from slidegen.commands.copying import copy_file

    report, language = Report(), user_language()
    lines: list[str] = []
    try:
        catalog = Catalog.of(to, report, layouts)
        path = copy_file(catalog.library.layout_path(catalog.layout_name(name)), to / "layouts", report)
        lines = [say("copied-layouts", language, path=path, folder=to.resolve())]
    except Stop:
        pass
    end(report, lines)
