"""The kinds of words in code: what Pygments finds, brought down to a few that a slide can tell apart.

Pygments is an extra (`slidegen[code]`), imported only where a slide shows code of a language.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from slidegen.diagnostics import Report, did_you_mean
from slidegen.language import mark
from slidegen.outline.inline import Inline
from slidegen.outline.nodes import Scalar

if TYPE_CHECKING:
    from pygments.lexer import Lexer

PLAIN = "text"
_KINDS = {
    "Comment.Preproc": "keyword",
    "Comment.PreprocFile": "string",
    "Comment": "comment",
    "Keyword": "keyword",
    "Operator.Word": "keyword",
    "Literal.Number": "number",
    "Literal": "string",
    "Name.Function": "name",
    "Name.Class": "name",
    "Name.Tag": "name",
    "Name.Decorator": "name",
    "Generic.Prompt": "comment",
}
"""By Pygments' names of tokens; the nearest above decides."""


def coloured(text: str, language: Scalar | None, path: Path | None, report: Report) -> list[list[Inline]] | None:
    """Return the lines of a text as stretches that know what they are; None, and an error, for an unknown language.

    Without a language the file's name says which; words are never looked at. Where neither is known, and where Pygments
    is not installed (a warning), all is plain.
    """
    if language is None and path is None:
        return _plain(text)
    try:
        lexer = _lexer(language, path)
    except ModuleNotFoundError:
        report.warning(
            "no-highlighter",
            None,
            "code is shown in one colour, as Pygments is not installed",
            "install it: pip install pygments (or: pipx inject slidegen pygments)",
        )
        return _plain(text)
    if lexer is None:
        if language is None:
            return _plain(text)
        hint = did_you_mean(
            language.text, _languages(), mark("name it as Pygments does: python, java, sql, html, bash")
        )
        report.error(
            "unknown-value", language.span, "there is no language `{value}`", hint, value=language.text.strip()
        )
        return None
    pieces = [(_kind(token), piece) for token, piece in lexer.get_tokens(text)]
    # whatever a lexer does, the code stays as it is
    return _lines(pieces) if "".join(piece for _, piece in pieces) == text else _plain(text)


def _lexer(language: Scalar | None, path: Path | None) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
    from pygments.util import ClassNotFound

    exact = {"stripnl": False, "ensurenl": False}
    try:
        if language is not None:
            return get_lexer_by_name(language.text.strip().lower(), **exact)
        return get_lexer_for_filename(path.name, **exact) if path else None
    except ClassNotFound:
        return None


def _languages() -> list[str]:
    from pygments.lexers import get_all_lexers

    return [alias for _, aliases, _, _ in get_all_lexers() for alias in aliases]


def _kind(token: Any) -> str:
    name = str(token).removeprefix("Token.")
    while name:
        if name in _KINDS:
            return _KINDS[name]
        name = name.rpartition(".")[0]
    return PLAIN


def _lines(pieces: list[tuple[str, str]]) -> list[list[Inline]]:
    """Return pieces of a text line by line, neighbours of one kind joined."""
    lines: list[list[Inline]] = [[]]
    for kind, piece in pieces:
        for n, part in enumerate(piece.split("\n")):
            if n:
                lines.append([])
            if not part:
                continue
            last = lines[-1][-1] if lines[-1] else None
            if last is not None and last.token == kind:
                lines[-1][-1] = Inline(last.text + part, token=kind)
            else:
                lines[-1].append(Inline(part, token=kind))
    return lines


def _plain(text: str) -> list[list[Inline]]:
    return _lines([(PLAIN, text)])
