"""The language of whoever runs slidegen, and what slidegen says in it.

Sentences are written in English where they are said, as templates for `str.format`; `locale/` holds their
translations as gettext catalogues. What stands on slides goes by the deck's language instead: see `words.py`.
"""

import gettext
import locale
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DOMAIN = "slidegen"
FOLDER = Path(__file__).parent / "locale"

_CATALOGUES = {"zh": "zh_CN"}
"""The catalogue of a language; one without reads English."""


class Said(str):
    """A sentence in the user's language with its values filled in; it is no template any more."""

    __slots__ = ()


def user_language() -> str:
    """Return the user's language as a tag such as zh-CN; `en` where nothing names one.

    SLIDEGEN_LANG, else the system's. POSIX: LC_ALL, LC_MESSAGES, LANG, the first that is set. Windows: the language of
    its own windows.
    """
    for name in ("SLIDEGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").partition(".")[0]
        if value:
            return "en" if value in ("C", "POSIX") else value.replace("_", "-")
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "en").replace("_", "-")
    return "en"


def translated() -> bool:
    """Tell whether there is a catalogue for the user's language."""
    return _catalogue_name(user_language()) is not None


def mark(template: str) -> str:
    """Return a template as it is. Marks for extraction what is written in one place and said in another."""
    return template


def say(template: str, /, **values: object) -> Said:
    """Return a sentence in the user's language, filled with values."""
    return Said(_catalogue(_catalogue_name(user_language())).gettext(template).format(**values))


def say_count(one: str, many: str, count: float) -> Said:
    """Return a sentence about `{count}` things in the user's language, in the form that goes with the number."""
    said = _catalogue(_catalogue_name(user_language())).ngettext(one, many, 1 if count == 1 else 2)
    return Said(said.format(count=count))


def listed(words: Iterable[str]) -> str:
    """Return words as a list in the user's language: a, b, c."""
    return say(", ").join(words)


def _catalogue_name(language: str) -> str | None:
    return _CATALOGUES.get(language.partition("-")[0].lower())


@cache
def _catalogue(name: str | None) -> gettext.NullTranslations:
    if name is None:
        return gettext.NullTranslations()
    with (FOLDER / name / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
