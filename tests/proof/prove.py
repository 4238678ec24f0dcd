"""All proofs of a deck in one call."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.proof.overflow import findings_of
from tests.proof.package_rules import package_faults
from tests.proof.spacing import too_near
from tests.proof.validate import audit_errors, sdk_errors


def prove(decks: Sequence[Path]) -> None:
    """Assert that decks are valid, whole, and that nothing overflows or stands too near.

    Runs the Open XML SDK's validator, openxml-audit, slidegen's package rules, the overflow check on a
    rendering, and the spacing check. Give it many decks at once: LibreOffice takes seconds to start.
    Raises AssertionError that lists every finding under its deck.
    """
    complaints: dict[Path, list[str]] = {deck: [] for deck in decks}
    for deck, said in complaints.items():
        said += _named("package rule", package_faults(deck))
        said += _named("openxml-audit", audit_errors(deck))
        said += _named("spacing", too_near(deck))
    for deck, errors, found in zip(decks, sdk_errors(decks), findings_of(decks), strict=True):
        complaints[deck] += [*_named("Open XML SDK", errors), *_named("rendering", found)]
    failed = {deck: said for deck, said in complaints.items() if said}
    lines = [line for deck, said in failed.items() for line in (str(deck), *(f"  {what}" for what in said))]
    assert not failed, f"{len(failed)} of {len(decks)} decks fail:\n" + "\n".join(lines)


def _named(tool: str, findings: Iterable[object]) -> list[str]:
    return [f"{tool}: {finding}" for finding in findings]
