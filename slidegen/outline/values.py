"""Values: the keys of one mapping sorted by a level's table, and read as text, yes or no, number or choice."""

import re
from collections.abc import Mapping as Dict

from slidegen.diagnostics import Report, Span, did_you_mean
from slidegen.language import listed, mark, say
from slidegen.outline import keys
from slidegen.outline.nodes import Entry, Mapping, Node, Scalar, Sequence

TRUE = frozenset({"true", "yes", "on", "是"})
FALSE = frozenset({"false", "no", "off", "否"})
_NUMBER = re.compile(r"\d{1,6}(?:\.\d+)?")
_KINDS = {Scalar: mark("a text"), Mapping: mark("keys of its own"), Sequence: mark("a list")}


def truth(node: Node) -> bool | None:
    """Return what a plain true/false, yes/no, on/off or 是/否 says; None for anything else."""
    word = node.text.strip().lower() if isinstance(node, Scalar) and not node.style else ""
    return True if word in TRUE else False if word in FALSE else None


def wrong(report: Report, node: Node, key: str, wanted: str, hint: str = "") -> None:
    """Report a value of another kind than its key takes; `wanted` and `hint` are templates."""
    report.error(
        "wrong-type",
        node.span,
        "`{key}` takes {wanted}, but here stands {found}",
        hint,
        key=key,
        wanted=say(wanted),
        found=say(_KINDS[type(node)]),
    )


class Fields:
    """The keys of one mapping by canonical name; `rest` are those that are not of the level."""

    __slots__ = ("found", "report", "rest", "span")

    def __init__(self, node: Mapping, level: keys.Level, report: Report) -> None:
        self.found: dict[str, Entry] = {}
        self.report = report
        self.rest: list[Entry] = []
        self.span: Span = node.span
        for entry in node.entries:
            name = level.words.get(entry.key.text)
            if name is None:
                self.rest.append(entry)
            elif name in self.found:
                self._twice(self.found[name].key, entry.key)
            elif name in level.later:
                report.warning(
                    "not-yet",
                    entry.key.span,
                    "`{key}` is not built yet; it is ignored",
                    key=entry.key.text,
                )
            else:
                self.found[name] = entry

    def refuse_rest(self, level: keys.Level) -> None:
        """Report the keys that are not of the level, with the nearest that is."""
        for entry in self.rest:
            word = entry.key.text
            homes = [say(other.name) for other in (keys.DECK, keys.SECTION, keys.SLIDE) if word in other.words]
            if homes:
                home = say(" and of ").join(homes)
                hint: str = say("`{key}` is a key of {home}; check the indentation", key=word, home=home)
            else:
                hint = level.hint(word)
            self.report.error(
                "unknown-key",
                entry.key.span,
                "{level} has no key `{key}`",
                hint,
                level=say(level.name),
                key=word,
            )

    def text(self, name: str) -> Scalar | None:
        """Return a text; None when the key is absent or has no value."""
        entry = self.found.get(name)
        if entry is None:
            return None
        node = entry.value
        if isinstance(node, Scalar):
            return None if node.empty else node
        hint = mark("write it behind the colon, in quotes if it contains `: ` or begins with a bracket")
        wrong(self.report, node, entry.key.text, "a text", hint)
        return None

    def flag(self, name: str, default: bool) -> bool:
        """Return true or false."""
        entry = self.found.get(name)
        if entry is None or _empty(entry.value):
            return default
        value = truth(entry.value)
        if value is None:
            wrong(self.report, entry.value, entry.key.text, "true or false", "write true or false")
            return default
        return value

    def number(self, name: str) -> float | None:
        """Return a number that is not negative."""
        node = self.text(name)
        if node is None:
            return None
        if not _NUMBER.fullmatch(node.text.strip()):
            wrong(self.report, node, self.found[name].key.text, "a number", "write a number such as 3 or 1.5")
            return None
        return float(node.text)

    def choice(self, name: str, words: Dict[str, str]) -> str | None:
        """Return what a word stands for in `words`."""
        node = self.text(name)
        if node is None:
            return None
        value = words.get(node.text.strip().lower())
        if value is None:
            known = dict.fromkeys(words.values())
            self.report.error(
                "unknown-value",
                node.span,
                "`{key}` cannot be `{value}`",
                did_you_mean(node.text.strip().lower(), words, say("write one of: {words}", words=listed(known))),
                key=self.found[name].key.text,
                value=node.text,
            )
        return value

    def mapping(self, name: str) -> Mapping | None:
        """Return a value that has keys of its own."""
        entry = self.found.get(name)
        if entry is None or _empty(entry.value):
            return None
        if isinstance(entry.value, Mapping):
            return entry.value
        wrong(self.report, entry.value, entry.key.text, "keys of its own", "write them below it, indented")
        return None

    def items(self, name: str) -> tuple[Node, ...]:
        """Return the items of a list."""
        entry = self.found.get(name)
        if entry is None or _empty(entry.value):
            return ()
        if isinstance(entry.value, Sequence):
            return entry.value.items
        hint = mark("begin each item with `- ` on a line of its own: - title: …")
        wrong(self.report, entry.value, entry.key.text, "a list", hint)
        return ()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return one text, or a list of texts."""
        entry = self.found.get(name)
        if entry is None or _empty(entry.value):
            return ()
        nodes = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        for node in nodes:
            if not isinstance(node, Scalar):
                wrong(self.report, node, entry.key.text, "a list of texts")
        return tuple(node.text for node in nodes if isinstance(node, Scalar) and not node.empty)

    def _twice(self, first: Scalar, second: Scalar) -> None:
        self.report.error(
            "duplicate-key",
            second.span,
            "`{key}` and `{first}` are the same key, which is already set at line {line}",
            "keep one of the two",
            key=second.text,
            first=first.text,
            line=first.span.line,
        )


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty
