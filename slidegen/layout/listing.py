"""Listings: how a frame that shows code colours its words, numbers its lines and lays a ground under some of them."""

from collections.abc import Mapping
from typing import Any

from slidegen.layout.fault import check_keys, within
from slidegen.layout.paint import Palette
from slidegen.layout.variant import Listing, Token
from slidegen.units import inches

TOKENS = ("text", "keyword", "string", "comment", "number", "name")
"""The kinds of words: `name` is that of a function, a class or a tag where it is defined or begins."""

Tree = Mapping[str, Any]


def listing(spec: Tree, paints: Palette, path: str) -> Listing:
    """Return a listing with its paints. Raises LayoutFault."""
    check_keys(spec, ("most", "tokens", "marked", "numbers", "band"), path)
    numbers, band = spec.get("numbers") or {}, spec.get("band") or {}
    tokens = spec.get("tokens") or {}
    with within(path):
        return Listing(
            tokens=_tokens(tokens, paints),
            marked=_tokens({**tokens, **(spec.get("marked") or {})}, paints),
            most=int(spec.get("most", 14)),
            number_width=inches(float(numbers.get("width", 0))),
            number_gap=inches(float(numbers.get("gap", 0))),
            number_color=paints.color(str(numbers.get("color", "tx1"))),
            band_left=inches(float(band.get("left", 0))),
            band=paints.paint(band.get("fill")),
            bar=paints.paint(band.get("bar")),
        )


def _tokens(spec: Tree, paints: Palette) -> Mapping[str, Token]:
    return {
        kind: Token(paints.color(str(look["color"])) if look.get("color") else None, bool(look.get("bold")))
        for kind, look in spec.items()
        if look
    }
