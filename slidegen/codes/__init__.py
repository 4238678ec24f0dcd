"""Every code of a diagnostic: what it says, why it is said, and an example that brings it about.

The reference is made from these tables. Tests hold them against the codes in use and build each example.
"""

from slidegen.codes.code import Code
from slidegen.codes.commands import COMMANDS
from slidegen.codes.layouts import LAYOUTS
from slidegen.codes.manuscripts import MANUSCRIPTS
from slidegen.codes.notes import NOTES
from slidegen.codes.outline import OUTLINE
from slidegen.codes.pictures import PICTURES
from slidegen.codes.slides import SLIDES
from slidegen.codes.text import TEXT
from slidegen.codes.yaml import YAML

__all__ = ["CODES", "Code"]

CODES: dict[str, Code] = {
    **TEXT,
    **YAML,
    **OUTLINE,
    **SLIDES,
    **PICTURES,
    **NOTES,
    **LAYOUTS,
    **MANUSCRIPTS,
    **COMMANDS,
}
