"""Number formats of sheets as charts show numbers: what an outline's `format` can say too."""

from slidegen.blocks.numbers import NumberFormat
from slidegen.data.format_tokens import Unshown, sections

_TEXTS = ("literal", "percent")


def format_of_sheet(code: str, decimals: int) -> NumberFormat | None:
    """Return what a sheet's number format asks for; None for one that charts cannot show as the sheet does.

    The section for positive numbers decides. `decimals` is how many the sheet shows: `#` shows them only where needed.
    """
    try:
        section = sections(code)[0]
    except Unshown:
        return None
    places = [n for n, token in enumerate(section) if token.kind not in _TEXTS]
    if not places:
        return None
    first, last = places[0], places[-1]
    before, core, after = section[:first], section[first : last + 1], section[last + 1 :]
    kinds = tuple(token.kind for token in core)
    percents = sum(token.kind == "percent" for token in section)
    if kinds not in (("digits",), ("digits", "dot", "digits"), ("digits", "dot"), ("general",)) or percents > 1:
        return None
    if any(token.text.endswith(",") for token in core) or any(token.kind == "percent" for token in before):
        return None  # shown in thousands; a sign of percent that stands before its number
    return NumberFormat(
        decimals=decimals,
        grouped="," in core[0].text,
        percent=percents > 0,
        before="".join(token.text for token in before).lstrip(),
        after="".join(token.text for token in after if token.kind == "literal").rstrip(),
    )
