"""What typer prints by itself (help, usage errors), put into the user's language.

Typer knows English only. Its commands are translated before they run, the words of its own in what it prints are
known by their form. In English nothing is touched.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import typer

from slidegen.commands.printing import width_of, wrapped
from slidegen.language import mark, say, translated

_FORMS = (
    mark("Missing argument {name}."),
    mark("Missing option {name}."),
    mark("Missing command."),
    mark("No such option: {name} (Possible options: {near})"),
    mark("No such option: {name} Did you mean {near}?"),
    mark("No such option: {name}"),
    mark("No such command {name}. Did you mean {near}?"),
    mark("No such command {name}."),
    mark("Got unexpected extra argument(s) ({names})"),
    mark("Option {name} requires an argument."),
    mark("Option {name} does not take a value."),
    mark("Invalid value for {name}: {why}"),
    mark("Directory {path} does not exist."),
    mark("Directory {path} is a file."),
    mark("Show this message and exit."),
    mark("{help}  [default: {value}]"),
    mark("{help}  [required]"),
    mark("Usage: "),
    mark("Arguments"),
    mark("Options"),
    mark("Commands"),
    mark("[OPTIONS]"),
    mark("COMMAND [ARGS]..."),
)
"""What typer says that a user of slidegen can come to read; where two forms fit, the first one is meant."""


_Plain: Any = typer.Context.formatter_class
"""Of whichever click typer is built on."""


class _Formatter(_Plain):  # type: ignore[misc]
    """Writes help in the user's language; a wide character takes two places."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for words in ("[OPTIONS]", "COMMAND [ARGS]..."):
            args = args.replace(words, say(words))
        super().write_usage(prog, args, say("Usage: "))

    def write_heading(self, heading: str) -> None:
        self.write(say("{heading}:", heading=say(heading)) + "\n")

    def write_text(self, text: str) -> None:
        for line in wrapped(text, self.width - self.current_indent):
            self.write(f"{' ' * self.current_indent}{line}\n" if line else "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = [(first, translation(second)) for first, second in rows]
        left = min(max(width_of(first) for first, _ in rows), col_max) + col_spacing
        for first, second in rows:
            beside = width_of(first) + col_spacing <= left
            start = " " * self.current_indent + first
            lines = wrapped(second, max(self.width - self.current_indent - left, 10))
            gap = " " * (left - width_of(first)) if beside else "\n" + " " * (self.current_indent + left)
            self.write(start + gap + ("\n" + " " * (self.current_indent + left)).join(lines) + "\n")


class _Context(typer.Context):
    formatter_class = _Formatter


def command_in_words(app: typer.Typer) -> Any:
    """Return the command of an app, with its help in the user's language."""
    root = typer.main.get_command(app)
    if translated():
        for command in commands(root):
            _translate(command)
    return root


def commands(command: Any) -> Iterator[Any]:
    """Yield a command and all below it."""
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from commands(inner)


def texts(command: Any) -> Iterator[str]:
    """Yield the help texts of one command, as they are looked up in the catalogue."""
    yield from (text for text in (command.help, command.epilog) if text)
    yield from (parameter.help for parameter in command.params if getattr(parameter, "help", None))


def translation(text: str) -> str:
    """Return what typer says in the user's language; a text of no known form as it is."""
    for form in _FORMS:
        found = _pattern(form).fullmatch(text)
        if found:
            return say(form, **{name: translation(part) for name, part in found.groupdict().items()})
    return text


def show_usage_error(fault: Any) -> None:
    """Print a usage error; one that holds a whole help text has been put into words already."""
    context = getattr(fault, "ctx", None)
    message = fault.format_message()
    if not translated() or "\n" in message:
        fault.show()
        return
    if context is not None:
        typer.echo(context.get_usage(), err=True)
    typer.echo(say("Error: {message}", message=translation(message)), err=True)
    if context is not None:
        hint = say("`{command} --help` tells more", command=context.command_path)
        typer.echo(f"  {say('hint: {hint}', hint=hint)}", err=True)


def _translate(command: Any) -> None:
    command.context_class = _Context
    for thing in (command, *command.params):
        if getattr(thing, "help", None):
            thing.help = say(thing.help)
    if command.epilog:
        command.epilog = say(command.epilog)
    if command.help:
        # typer would cut a text without spaces after its first word
        command.short_help = command.help.partition("\n")[0]


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return what matches the texts of a form."""
    parts = re.split(r"\{(\w+)\}", form)
    return re.compile("".join(f"(?P<{p}>.+)" if i % 2 else re.escape(p) for i, p in enumerate(parts)), re.DOTALL)
