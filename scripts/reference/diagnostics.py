"""diagnostics.md: every code with what it says, why, and an example."""

from scripts.reference.markdown import code, page, table
from slidegen.codes import CODES

_INTRO = """
Every finding says where, what and how to mend it, and carries a code in brackets that stays the same over versions and
languages:

```
talk.yaml:9:9: error[unknown-key] unknown key `card`
  hint: did you mean `cards`?
```

An error stops the build, a warning does not, a note only tells. `--format json` gives the same as data,
`slidegen check` finds all of it without building.
"""
_OF = {"outline": "An outline", "layout": "A layout's file", "command": "A command"}


def diagnostics_page() -> str:
    """Return the page."""
    index = table(("code", "says"), [(f"[{name}](#{name})", c.what) for name, c in sorted(CODES.items())])
    parts = [_INTRO, index]
    for name, c in sorted(CODES.items()):
        example = c.example if len(c.example) < 200 else c.example[:160].rstrip() + " …"
        # what cannot be seen is written as its escape
        shown = "".join(char if char.isprintable() or char == "\n" else f"\\u{ord(char):04x}" for char in example)
        language = "sh" if c.of == "command" else "yaml"
        parts += [f"## {name}", f"{c.what} {c.why}", f"{_OF[c.of]} that brings it about:", code(shown, language)]
    return page("Diagnostics", *parts)
