"""Bring the catalogues under slidegen/locale up to date with the sentences in the code.

    python scripts/messages.py

Extracts all sentences, updates each slidegen.po (new ones come in empty, those no longer said go) and compiles it
to the slidegen.mo that is shipped. A test says when this has to be run, and names what is not translated.
"""

import ast
import io
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ["SLIDEGEN_LANG"] = "en"  # help is extracted as it is written

from slidegen.cli import app  # noqa: E402 - only after the path is set
from slidegen.commands.wording import commands, texts  # noqa: E402
from slidegen.language import DOMAIN, FOLDER  # noqa: E402

Msgid = str | tuple[str, str]

_FUNCTIONS = {
    "error": {2: "message", 3: "hint"},
    "warning": {2: "message", 3: "hint"},
    "note": {2: "message", 3: "hint"},
    "say": {0: "template"},
    "mark": {0: "template"},
    "did_you_mean": {2: "otherwise"},
    "wrong": {3: "wanted", 4: "hint"},
}
"""Functions whose arguments at these places, or by these names, are sentences."""
_PARAMETERS = ("message", "hint")
"""Parameters and fields of a module's own functions and classes that take sentences."""
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""A date that stays, so that an unchanged catalogue is an unchanged file."""


def main() -> None:
    """Update and compile every catalogue."""
    for path in sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        catalogue = updated(path)
        path.write_bytes(po(catalogue))
        path.with_suffix(".mo").write_bytes(mo(catalogue))
        empty = [message.id for message in catalogue if message.id and not message.string]
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} sentences, {len(empty)} to translate")


def updated(path: Path) -> Catalog:
    """Return the catalogue of a .po file with exactly the sentences that the code says."""
    catalogue = catalogue_of(path)
    template = Catalog()
    for msgid, places in extracted().items():
        template.add(msgid, locations=places)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    return catalogue


def catalogue_of(path: Path) -> Catalog:
    """Return the catalogue of a .po file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain=DOMAIN)


def po(catalogue: Catalog) -> bytes:
    """Return a catalogue as a .po file."""
    catalogue.revision_date = catalogue.creation_date = _EPOCH
    file = io.BytesIO()
    write_po(file, catalogue, width=110, include_lineno=False, sort_by_file=True)
    return file.getvalue()


def mo(catalogue: Catalog) -> bytes:
    """Return a catalogue as a .mo file."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def extracted() -> dict[Msgid, list[tuple[str, int]]]:
    """Return every sentence with the files in which it is said."""
    found: dict[Msgid, dict[str, int]] = {}
    for path in sorted((ROOT / "slidegen").rglob("*.py")):
        for msgid in sentences(ast.parse(path.read_text("utf-8"))):
            found.setdefault(msgid, {})[path.relative_to(ROOT).as_posix()] = 0
    from typer.main import get_command

    for command in commands(get_command(app)):
        for text in texts(command):
            found.setdefault(text, {})["slidegen/cli.py"] = 0
    return {msgid: list(places.items()) for msgid, places in found.items()}


def sentences(tree: ast.Module) -> Iterator[Msgid]:
    """Yield the sentences of a module: literals where one is taken, and either literal of a conditional."""
    takers = {**_own(tree), **_FUNCTIONS}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "say_count":
            one, many = (argument.value for argument in node.args[:2])  # type: ignore[attr-defined]
            yield one, many
            continue
        places = takers.get(name, {})
        for place, argument in enumerate(node.args):
            if place in places:
                yield from _literals(argument)
        for keyword in node.keywords:
            if keyword.arg in places.values():
                yield from _literals(keyword.value)


def _own(tree: ast.Module) -> dict[str, dict[int, str]]:
    """Return the places of sentences in calls of a module's own functions, methods and classes."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            names = names[names[:1] == ["self"] :]
        elif isinstance(node, ast.ClassDef):
            names = [n.target.id for n in node.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)]
        else:
            continue
        places = {place: name for place, name in enumerate(names) if name in _PARAMETERS}
        if places:
            found[node.name] = places
    return found


def _literals(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.IfExp):
        yield from _literals(argument.body)
        yield from _literals(argument.orelse)
    elif isinstance(argument, ast.BoolOp):
        for value in argument.values:
            yield from _literals(value)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        yield argument.value


if __name__ == "__main__":
    main()
