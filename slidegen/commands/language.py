"""The language of whoever runs the command."""

import locale
import os
import sys


def user_language() -> str:
    """Return the user's language as a tag such as zh-CN; `en` where the system names none.

    POSIX: LC_ALL, LC_MESSAGES, LANG, the first that is set. Windows: the language of its own windows.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").partition(".")[0]
        if value:
            return "en" if value in ("C", "POSIX") else value.replace("_", "-")
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "en").replace("_", "-")
    return "en"
