"""LibreOffice draws as many lines as slidegen predicts: a small sample of what scripts/check_breaking.py compares."""

from collections import Counter

from tests.proof.breaking import ORDINARY, drawn, predicted, samples

ODD = ("units", "addresses", "marks")
FACES = ("Arial", "Calibri", "Times New Roman", "Courier New", "Microsoft YaHei")
"""Those whose widths the fonts of the tests have, wherever they run."""


def test_lines_are_as_many_as_libreoffice_draws() -> None:
    ordinary, odd = samples(60, 1, FACES, ORDINARY), samples(12, 1, FACES, ODD)
    lines = drawn([*ordinary, *odd])
    differences = [len(predicted(box)) - len(found) for box, found in zip([*ordinary, *odd], lines, strict=True)]
    assert Counter(differences[: len(ordinary)])[0] >= 0.97 * len(ordinary)
    assert min(differences) >= -1, "two lines fewer would leave the box"
