"""`slidegen layouts`: which layouts there are, what one holds, and a copy of one to change."""

from pathlib import Path
from typing import Annotated

import typer

from slidegen.commands.options import Layouts, To
from slidegen.commands.printing import columns, end
from slidegen.diagnostics import Report, Stop
from slidegen.language import listed, mark, say, user_language

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Show the layouts, and copy one to change it.")

Name = Annotated[str, typer.Argument(help="A layout's name or label, such as cards.", metavar="NAME")]

_COPIED = mark(
    "{path}: change it in a text editor; outlines in {folder} take it from now on. "
    "To keep the original beside it, give it another name and trigger"
)


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
        (f.name, pick(f.label, language), pick(f.use_when, language), catalog.origin(f.file.path))
        for f in families
        if not f.abstract
    ]
    bases = [f.name for f in families if f.abstract]
    lines = columns(rows) if rows else []
    if bases:
        lines += ["", say("Only for others to build on: {names}", names=listed(bases))]
    more = mark("More: slidegen layouts show NAME. To change one: slidegen layouts copy NAME")
    end(report, [*lines, say(more)])


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
        place = say("File: {path} ({origin})", path=path, origin=catalog.origin(path))
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

    report = Report()
    lines: list[str] = []
    try:
        catalog = Catalog.of(to, report, layouts)
        path = copy_file(catalog.library.layout_path(catalog.layout_name(name)), to / "layouts", report)
        lines = [say(_COPIED, path=path, folder=to.resolve())]
    except Stop:
        pass
    end(report, lines)
