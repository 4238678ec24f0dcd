"""Distilling: what a slide shows of the paragraphs it stands for, in their own words, chosen by their form."""

from collections.abc import Callable
from typing import Final

from slidegen.manuscript.distil.content import Content
from slidegen.manuscript.distil.enumerations import enumeration
from slidegen.manuscript.distil.frames import kinds, listing, mapping, meanings, parallels, poles
from slidegen.manuscript.distil.points import points, statement
from slidegen.manuscript.distil.weights import Weights

__all__ = ["RULES", "Content", "Weights", "distil", "points"]

Rule = Callable[[str, str, Weights], Content | None]

RULES: Final[tuple[Rule, ...]] = (poles, enumeration, mapping, meanings, parallels, kinds, listing)
"""Asked in this order; each takes a text, its slide's title and the manuscript's weights."""


def distil(text: str, title: str, weights: Weights) -> Content | None:
    """Return what a slide shows of a text: the first form that a rule finds in it, else its points, else one sentence.

    None where it has nothing that can stand alone.
    """
    for rule in RULES:
        content = rule(text, title, weights)
        if content is not None:
            return content
    found = points(text, title, weights)
    if len(found) > 1:
        return Content((("bullets", found),))
    said = found[0] if found else statement(text, title, weights)
    return Content((("statement", said),)) if said else None
