"""commands.md: every command with its arguments and options, from typer's own data."""

import click
import typer

from scripts.reference.markdown import code, page, table
from slidegen.cli import app
from slidegen.diagnostics import Exit

_EXITS = {
    Exit.FINE: "all went well; there may be warnings",
    Exit.BUG: "slidegen itself failed; nothing was written",
    Exit.USAGE: "the command was not understood, or names a file, layout, theme or icon that does not exist",
    Exit.CONTENT: "the outline has errors (with `check --strict`: or warnings)",
    Exit.ASSET: "a layout or a theme has errors",
    Exit.ENVIRONMENT: "a file could not be read or written, or exists already",
    Exit.INTERRUPTED: "it was interrupted",
}
_VALUES = {"str": "TEXT", "directory": "FOLDER", "path": "FILE", "float range": "NUMBER"}


def commands_page() -> str:
    """Return the page."""
    root = typer.main.get_command(app)
    parts = [root.help or "", _options(root)]
    parts += [part for name, command in _commands(root, "slidegen") for part in _one(name, command)]
    exits = table(("code", "means"), [(str(int(e)), text) for e, text in _EXITS.items()])
    return page("Commands", *parts, "## Exit codes", exits, "The gravest finding decides.")


def _commands(group: click.Command, prefix: str) -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in getattr(group, "commands", {}).items():
        inner = _commands(command, f"{prefix} {name}")
        found += inner or [(f"{prefix} {name}", command)]
    return found


def _one(name: str, command: click.Command) -> list[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join([name, *("[OPTIONS]" for _ in command.params[len(arguments) :][:1]), *map(_metavar, arguments)])
    about, _, example = (command.help or "").partition("Example: ")
    parts = [f"## {name}", about, code(usage, "sh"), _options(command)]
    return [*parts, f"Example: `{example.strip()}`"] if example else parts


def _options(command: click.Command) -> str:
    rows = []
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            rows.append((f"`{_metavar(parameter)}`", getattr(parameter, "help", None) or ""))
        else:
            flag = getattr(parameter, "is_flag", False)
            names = ", ".join(f"`{name}`" for name in parameter.opts)
            value = "" if flag else f" {_VALUES.get(parameter.type.name, parameter.type.name.upper())}"
            usual = f" Usually {parameter.default}." if isinstance(parameter.default, str) else ""
            rows.append((names + value, (getattr(parameter, "help", None) or "") + usual))
    return table(("argument or option", ""), rows) if rows else ""


def _metavar(parameter: click.Parameter) -> str:
    return parameter.metavar or (parameter.name or "").upper()
