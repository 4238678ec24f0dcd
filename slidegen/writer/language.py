"""Language tags of runs: the text's own and the one for characters of the other script."""

from slidegen.text.setting import is_east_asian


def alternative(language: str) -> str:
    """Return the `altLang` that goes with a `lang`: it decides the face of “”, … and — in PowerPoint."""
    return "en-US" if is_east_asian(language) else "zh-CN"
