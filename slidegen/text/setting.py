"""How Latin text is set where a style was made for Chinese: its line pitch and the space between its letters."""

from typing import Final

from slidegen.text.kinsoku import CJK, classes_of

LATIN_SPACING: Final = 1.2
"""A line pitch, as a multiple of the size, that is wide enough for letters with ascenders and descenders."""
_WIDER: Final = 0.2
"""The share that stays of what a style wants beyond it: a quotation's 1.45 becomes 1.25."""
CAPITALS_TRACKING: Final = 0.08
"""The most em between Latin capitals; small letters are never spaced out, since that takes words apart."""

_EAST_ASIAN: Final = ("zh", "ja", "ko")


def is_east_asian(language: str) -> bool:
    """Tell whether text of this language is set in the East Asian face."""
    return language.split("-")[0].lower() in _EAST_ASIAN


def has_cjk(text: str) -> bool:
    """Tell whether the text holds CJK characters."""
    return CJK in classes_of(text)


def spacing_of(spacing: float, east: bool) -> float:
    """Return the line pitch of East Asian or other text, as a multiple of the size, where a style says `spacing`."""
    return spacing if east or spacing <= LATIN_SPACING else LATIN_SPACING + (spacing - LATIN_SPACING) * _WIDER


def tracking_of(tracking: float, text: str, size: float, east: bool) -> float:
    """Return the points between a text's characters, where a style says `tracking` and the text has `size` points."""
    if east or tracking <= 0:
        return tracking
    return min(tracking, CAPITALS_TRACKING * size) if text.isupper() else 0.0
