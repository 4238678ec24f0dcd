"""Language tags of runs: the text's own and the one for characters of the other script."""

_EAST_ASIAN = ("zh", "ja", "ko")


def is_east_asian(language: str) -> bool:
    """Whether text of this language is set in the East Asian face."""
    return language.split("-")[0] in _EAST_ASIAN


def alternative(language: str) -> str:
    """Return the `altLang` that goes with a `lang`: it decides the face of “”, … and — in PowerPoint."""
    return "en-US" if is_east_asian(language) else "zh-CN"
