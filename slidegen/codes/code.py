"""What is said of one code, and outlines that bring codes about."""

from msgspec import Struct


class Code(Struct, frozen=True):
    """One code; `of` says what the example is: an outline, a layout's file, or a command."""

    what: str
    why: str
    example: str
    of: str = "outline"


CHECK = "$ slidegen check talk.yaml --manuscript speech.txt"
DATA = "$ slidegen build talk.yaml"
SLIDES = "slides:\n  - title: One\n    bullets: [a, b]\n"


def head(line: str) -> str:
    """Return an outline that begins with a line."""
    return f"{line}\n{SLIDES}"


def point(text: str) -> str:
    """Return an outline with a text among its points."""
    return f"title: Talk\nslides:\n  - title: One\n    bullets:\n      - First\n      - {text}\n"


def slide(lines: str) -> str:
    """Return an outline of one slide with these lines."""
    return f"title: Talk\nslides:\n  - title: One\n    {lines}\n"


def chart(kind: str, categories: str, numbers: str) -> str:
    """Return an outline with a chart."""
    return slide(f"chart: {{type: {kind}, categories: {categories}, series: {numbers}}}")
