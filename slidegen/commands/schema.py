"""`slidegen schema`: the JSON Schema of outlines, by which editors complete and check."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from slidegen.commands.options import Layouts
from slidegen.commands.printing import as_json, end
from slidegen.commands.saving import unwritable
from slidegen.diagnostics import Exit, Report, Stop
from slidegen.language import mark, say, user_language

FILE = "slidegen.schema.json"
"""The schema's usual name: the first line of a starter points at it."""


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; printed if not given.")
    ] = None,
    layouts: Layouts = None,
) -> None:
    """Write the JSON Schema of outlines, with which an editor completes and checks them.

    It knows the layouts and themes in force: those of --layouts and of the folder layouts/ beside the
    output too. Run it again after changing them.

    Example: slidegen schema -o slidegen.schema.json
    """
    report = Report()
    lines: list[str] = []
    try:
        text = schema_text(output.parent if output else Path.cwd(), report, user_language(), layouts)
        if output is None:
            lines = [as_json(json.loads(text), None)]
        elif _write(output, text, report):
            template = mark("{path}: editors complete outlines that begin with # yaml-language-server: $schema={name}")
            lines = [say(template, path=output, name=output.name)]
    except Stop:
        pass
    end(report, lines)


def schema_text(folder: Path, report: Report, language: str, layouts: Path | None = None) -> str:
    """Return the schema for outlines in a folder as JSON. Raises Stop where no theme can be read."""
    from slidegen.commands.catalog import Catalog
    from slidegen.schema.outline import outline_schema

    catalog = Catalog.of(folder, report, layouts)
    made = outline_schema(list(catalog.families()), dict(catalog.themes()), language)
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def write_beside(outline: Path, report: Report, language: str) -> None:
    """Write the schema beside a new outline, unless one is there."""
    target = outline.with_name(FILE)
    if target.exists():
        return
    with suppress(Stop):
        _write(target, schema_text(outline.parent, report, language), report)


def _write(target: Path, text: str, report: Report) -> bool:
    """Write a schema; whatever else stands under its name is left alone."""
    try:
        if target.exists() and not _is_schema(target):
            report.error(
                "file-exists",
                None,
                "{file} exists already and is no schema of slidegen's",
                "choose another name",
                exit=Exit.ENVIRONMENT,
                file=target,
            )
            return False
        target.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as fault:
        unwritable(target, fault, report)
        return False
    return True


def _is_schema(path: Path) -> bool:
    from slidegen.schema.outline import MARK

    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("title") == MARK
