"""Claims: what slides say that can be held against the notes: numbers, names in quotation marks, foreign words.

Shortening may drop words of the manuscript; what is left must be the manuscript's own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from slidegen.diagnostics import Report
from slidegen.language import listed, say
from slidegen.manuscript.excerpts import excerpt, slide_name
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.told import Shown, ToldSlide

_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3})")
_CHINESE_NUMBER: Final = re.compile("[零〇一二两三四五六七八九十百千万亿]{2,}")
"""One character alone is mostly a count of what the slide lists, such as 三件事."""
_QUOTED: Final = re.compile("《([^《》]+)》|“([^“”]+)”|「([^「」]+)」")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-'’.&][A-Za-z0-9]+)*")
_SHORT_NAME: Final = re.compile(r".*[A-Z].*[A-Z0-9]")
_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_REDACTED: Final = re.compile(r"\*\*+")
_CONTEXT: Final = 2


class _Said(Struct, frozen=True):
    """What a stretch of notes says, made ready for looking up."""

    text: str
    """Without spaces."""
    numbers: frozenset[str]
    words: frozenset[str]
    gaps: tuple[tuple[str, str], ...]
    """What stands before and behind each redaction."""


def check_claims(slides: Sequence[ToldSlide], manuscript: Manuscript, report: Report) -> None:
    """Warn of numbers, names, foreign words and redaction marks on slides that their notes do not have."""
    whole = "\n".join(paragraph.text for paragraph in manuscript.paragraphs)
    foreign = len(_EAST_ASIAN.findall(whole)) > len(_WORD.findall(whole))
    everything = _said(whole)
    titles = {slide.title for slide in slides}
    for slide in slides:
        if slide.texts:
            said = everything if slide.scope == "manuscript" else _said(slide.said)
            for shown in slide.texts:
                # an overview repeats the titles of the slides it leads to, which are held against their own notes
                if shown.text == slide.title or shown.text not in titles:
                    _check_words(shown, slide, said, foreign, report)
                _check_redactions(shown, slide, everything, report)


def _check_words(shown: Shown, slide: ToldSlide, said: _Said, foreign: bool, report: Report) -> None:
    missing = list(dict.fromkeys(_missing(shown.text, said, foreign)))
    if missing:
        report.warning(
            "not-in-notes",
            shown.span or slide.span,
            "{slide} says {found} in “{text}”, but not {where}",
            "write it as the notes do, or give the slide the paragraph that says it",
            slide=slide_name(slide),
            found=listed(f"“{one}”" for one in missing),
            text=excerpt(shown.text),
            where=_where(slide),
        )


def _check_redactions(shown: Shown, slide: ToldSlide, said: _Said, report: Report) -> None:
    text = _squeezed(shown.text)
    for before, after in said.gaps:
        if before + after in text and before + after not in said.text:
            report.warning(
                "redaction-lost",
                shown.span or slide.span,
                "{slide} shows “{found}”, which is “{wanted}” in the manuscript",
                "write the text in quotes, with a backslash before each star: {written}",
                slide=slide_name(slide),
                found=before + after,
                wanted=f"{before}**{after}",
                written=f"'{before}\\*\\*{after}'",
            )


def _where(slide: ToldSlide) -> str:
    if slide.scope == "slide":
        return say("in its notes")
    return say("in the notes of its section") if slide.scope == "section" else say("in the manuscript")


def _missing(text: str, said: _Said, foreign: bool) -> Iterator[str]:
    yield from (number for number in _numbers(text) if number not in said.numbers)
    for found in _QUOTED.finditer(text):
        name = found[1] or found[2] or found[3]
        if _squeezed(name) not in said.text:
            yield name
    for word in _WORD.findall(text):
        if (foreign or _SHORT_NAME.match(word)) and word.lower() not in said.words:
            yield word
    if _REDACTED.search(text) and "**" not in said.text:
        yield "**"


def _said(text: str) -> _Said:
    squeezed = _squeezed(text)
    return _Said(
        text=squeezed,
        numbers=frozenset(_numbers(text)),
        words=frozenset(word.lower() for word in _WORD.findall(text)),
        gaps=tuple(_gaps(squeezed)) if "**" in squeezed else (),
    )


def _numbers(text: str) -> Iterator[str]:
    yield from _NUMBER.findall(_THOUSANDS.sub("", unicodedata.normalize("NFKC", text)))
    yield from _CHINESE_NUMBER.findall(text)


def _gaps(text: str) -> Iterator[tuple[str, str]]:
    for found in _REDACTED.finditer(text):
        before = text[max(0, found.start() - _CONTEXT) : found.start()].rpartition("*")[2]
        after = text[found.end() : found.end() + _CONTEXT].partition("*")[0]
        if before and after:
            yield before, after


def _squeezed(text: str) -> str:
    return "".join(text.split())
