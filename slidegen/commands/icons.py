"""`slidegen icons`: which icons a word finds, and by which words each may be asked for."""

import json
import shutil
from collections.abc import Sequence
from typing import Annotated

import typer

from slidegen.commands.options import Format, check_format
from slidegen.commands.printing import as_json, columns, end
from slidegen.diagnostics import Exit, Report, to_json
from slidegen.language import listed, mark, say

_USE = mark("In an outline: `icon:` with a name or one of these words. All names: slidegen icons")
_MORE = mark("{count} icons. What a word finds: slidegen icons WORD")


def icons(
    word: Annotated[
        str | None, typer.Argument(help="A word, Chinese or English, such as 监督 or risk. Without it all names.")
    ] = None,
    format: Format = "text",
) -> None:
    """List the icons that a word finds, with the Chinese words that find each.

    Example: slidegen icons 监督
    """
    from slidegen.icons.find import keywords_of, search, suggest

    check_format(format)
    report = Report()
    wanted = (word or "").strip()
    found = search(wanted)
    if not found:
        report.error(
            "unknown-icon",
            None,
            "no icon is found by `{word}`",
            "near: {near}",
            exit=Exit.USAGE,
            word=wanted,
            near=listed(suggest(wanted)),
        )
    if format == "json":
        told = [{"name": name, "keywords": keywords_of(name)} for name in found]
        typer.echo(as_json({"findings": json.loads(to_json(report.findings)), "icons": told}))
        raise typer.Exit(int(report.exit))
    if not found:
        end(report, [])
    if not wanted:
        width = shutil.get_terminal_size().columns
        end(report, [*beside(sorted(found), width), "", say(_MORE, count=len(found))])
    rows = [(name, listed(k for k in keywords_of(name) if not k.isascii())) for name in found]
    end(report, [*columns(rows), "", say(_USE)])


def beside(words: Sequence[str], width: int) -> list[str]:
    """Return words in as many columns of one breadth as `width` places hold, to be read downwards."""
    breadth = max(map(len, words)) + 2
    height = -(-len(words) // max(1, (width + 2) // breadth))
    return ["".join(word.ljust(breadth) for word in words[row::height]).rstrip() for row in range(height)]
