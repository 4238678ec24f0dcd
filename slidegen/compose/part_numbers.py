"""Numbers that people write before a section's title, which the divider and the agenda show by themselves."""

import re

from slidegen.words import ordinal, part_label

_WORDED = re.compile(
    r"\s*(?P<label>第(?P<zh>[0-9]+|[一二三四五六七八九十]+)(?:部分|[章篇讲节编])"
    r"|(?:Part|Chapter|Section|Module|Unit) (?P<en>[0-9]+))"
    r"(?:[\s:：、,，.．—–-]+)(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = re.compile(
    r"\s*(?:(?P<zh>[一二三四五六七八九十]+)、|(?P<en>[0-9]+)(?:、|[.．](?![0-9])\s*))(?P<rest>\S.*)", re.DOTALL
)


def split_number(title: str, number: int, language: str) -> tuple[str, str]:
    """Return a section's label and its title without the number it begins with, where that is the section's own.

    第二章 风险点 becomes 第二章 and 风险点, `2. Risks` becomes the usual label and `Risks`. Another number than the
    section's own stays, for nobody can know what it counts.
    """
    for form in (_WORDED, _PLAIN):
        found = form.fullmatch(title)
        if found and (found["zh"] or found["en"]).lstrip("0") in (str(number), ordinal(number, "zh")):
            return found.groupdict().get("label") or part_label(number, language), found["rest"]
    return part_label(number, language), title
