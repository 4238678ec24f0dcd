"""`slidegen time`: how long a talk takes, slide by slide."""

import gc
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from slidegen.commands.options import CleanText, Encoding, Format, Layouts, Reading, ThemeName, check_format
from slidegen.commands.printing import columns, end
from slidegen.commands.talks import CharactersPerMinute, Start, TalkFile, WordsPerMinute, start_minute, talk_from
from slidegen.diagnostics import Report, to_json
from slidegen.language import listed, mark, say, say_count

if TYPE_CHECKING:
    from slidegen.timing import Timed, Total

_LONGEST = 3
"""How many slides are named where a talk takes too long."""
_OWN = "*"
_HEADS = (
    mark("No."),
    mark("Begins"),
    mark("Takes"),
    mark("Characters"),
    mark("Words"),
    mark("Section"),
    mark("Title"),
)
_SECTION_HEADS = (mark("Section"), mark("Slides"), mark("Takes"), mark("Characters"), mark("Words"))


class Timetable(Struct, frozen=True):
    """A talk with its times; `planned` are the minutes it shall take, `start` the minute of the day it begins."""

    title: str
    rows: "tuple[Timed, ...]"
    sections: "tuple[Total, ...]"
    whole: "Total"
    planned: float | None
    start: int | None

    @property
    def over(self) -> float:
        """How many minutes the talk takes more than planned; 0 where it does not."""
        from slidegen.timing import seconds

        late = self.planned is not None and seconds(self.whole.minutes) > seconds(self.planned)
        return self.whole.minutes - self.planned if late and self.planned is not None else 0.0


def time(
    talk: TalkFile,
    minutes: Annotated[
        float | None, typer.Option(min=0, help="Minutes the talk may take, in place of the outline's `minutes`.")
    ] = None,
    start: Start = None,
    characters_per_minute: CharactersPerMinute = 220,
    words_per_minute: WordsPerMinute = 140,
    theme: ThemeName = None,
    layouts: Layouts = None,
    encoding: Encoding = None,
    clean_text: CleanText = False,
    format: Format = "text",
) -> None:
    """Tell how long a talk takes, slide by slide, by what its notes hold.

    A slide whose outline gives it `minutes:` of its own takes those. Hidden slides are listed and not
    counted. A talk that takes longer than its `minutes:` is told so, with its longest slides.

    Example: slidegen time talk.yaml --start 14:30
    """
    from slidegen.speaking import Pace
    from slidegen.timing import by_section, timed, total

    check_format(format)
    began = start_minute(start)
    gc.disable()  # as in a build
    report = Report()
    found = talk_from(talk, Reading(theme, layouts, encoding, clean_text), report)
    table = None
    if found is not None:
        rows = timed(found, Pace(characters_per_minute, words_per_minute))
        planned = found.minutes if minutes is None else minutes
        table = Timetable(found.title, rows, by_section(rows), total(rows), planned, began)
        _judge(table, report)
    if format == "json":
        told = {"findings": json.loads(to_json(report.findings)), "talk": _as_json(table) if table else None}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        raise typer.Exit(int(report.exit))
    end(report, _lines(table) if table else [])


def _judge(table: Timetable, report: Report) -> None:
    from slidegen.timing import longest, span

    if table.over:
        report.warning(
            "over-time",
            None,
            "the talk takes {time}, {over} more than the {planned} planned",
            "shorten the longest slides first: {slides}",
            time=span(table.whole.minutes),
            over=span(table.over),
            planned=span(table.planned or 0),
            slides=listed(
                f"{row.slide.number} {row.slide.title} ({span(row.minutes)})" for row in longest(table.rows, _LONGEST)
            ),
        )


def _lines(table: Timetable) -> list[str]:
    """Return the timetable: the slides, the sections where there are any, and what all comes to."""
    lines = columns([[*map(say, _HEADS)], *(_cells(row, table.start) for row in table.rows)], right=range(5))
    if any(section.name for section in table.sections):
        lines += ["", *columns([[*map(say, _SECTION_HEADS)], *map(_sums, table.sections)], right=range(1, 5))]
    if any(row.own for row in table.rows):
        lines += ["", say("* these minutes are given in the outline")]
    if any(row.slide.hidden for row in table.rows):
        lines += ["", say("(…) hidden: not shown and not counted")]
    return [*lines, "", _closing(table)]


def _cells(row: "Timed", start: int | None) -> list[str]:
    from slidegen.timing import clock, span

    takes = span(row.minutes) + (_OWN if row.own else "")
    hidden = row.slide.hidden
    return [
        str(row.slide.number),
        "" if hidden else clock(row.begins, start),
        f"({takes})" if hidden else takes,
        str(row.speech.characters),
        str(row.speech.words),
        row.slide.section,
        row.slide.title or say("(no title)"),
    ]


def _sums(section: "Total") -> list[str]:
    from slidegen.timing import span

    speech = section.speech
    return [
        section.name or say("(no section)"),
        str(section.slides),
        span(section.minutes),
        str(speech.characters),
        str(speech.words),
    ]


def _closing(table: Timetable) -> str:
    """Return the closing line: slides, speech, time, and what is left of the time planned."""
    from slidegen.timing import clock, span

    whole = table.whole
    facts: list[str] = [
        say_count("{count} slide", "{count} slides", whole.slides),
        say_count("{count} character", "{count} characters", whole.speech.characters),
        say_count("{count} word", "{count} words", whole.speech.words),
        say("{time} in all", time=span(whole.minutes)),
    ]
    if table.start is not None:
        facts.append(say("ends at {time}", time=clock(whole.minutes, table.start)))
    if table.over:
        facts.append(say("{time} over the {planned} planned", time=span(table.over), planned=span(table.planned or 0)))
    elif table.planned is not None:
        left = table.planned - whole.minutes
        facts.append(say("{time} left of the {planned} planned", time=span(left), planned=span(table.planned)))
    return say("{path}: {facts}", path=table.title, facts=listed(facts))


def _as_json(table: Timetable) -> dict[str, Any]:
    return {
        "title": table.title,
        "planned": table.planned,
        **_sum_json(table.whole),
        "over": round(table.over, 2),
        "slides": [_row_json(row, table.start) for row in table.rows],
        "sections": _named(table.sections),
    }


def _named(sections: "Sequence[Total]") -> list[dict[str, Any]]:
    return [{"section": section.name, **_sum_json(section)} for section in sections if section.name]


def _sum_json(some: "Total") -> dict[str, Any]:
    return {
        "slides_shown": some.slides,
        "characters": some.speech.characters,
        "words": some.speech.words,
        "minutes": round(some.minutes, 2),
    }


def _row_json(row: "Timed", start: int | None) -> dict[str, Any]:
    from slidegen.timing import clock

    return {
        "number": row.slide.number,
        "section": row.slide.section,
        "title": row.slide.title,
        "characters": row.speech.characters,
        "words": row.speech.words,
        "minutes": round(row.minutes, 2),
        "given": row.own,
        "begins": None if row.slide.hidden else clock(row.begins, start),
        "hidden": row.slide.hidden,
    }
