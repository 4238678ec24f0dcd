"""What a script says: for each slide its number, its title, when it begins, and its notes verbatim."""

from msgspec import Struct

from slidegen.speaking import Pace, speech
from slidegen.talk import Talk
from slidegen.timing import clock, span, timed, total
from slidegen.words import word


class Entry(Struct, frozen=True):
    """One slide. `section` is given where one begins; `notes` are empty where there are none."""

    number: int
    title: str
    when: str
    """The clock, or that the slide is hidden."""
    notes: str
    aside: str = ""
    """What stands in place of speech, and is not to be read out; where the notes are no speech it is they."""
    section: str = ""

    @property
    def heading(self) -> str:
        """Its number and title."""
        return f"{self.number}  {self.title}"


class Script(Struct, frozen=True):
    """A whole script; `about` says how many slides there are and how long they take."""

    title: str
    language: str
    about: str
    entries: tuple[Entry, ...]


def script_of(talk: Talk, pace: Pace, start: int | None = None) -> Script:
    """Return the script of a talk that begins at minute `start` of the day, or at 0:00."""
    language = talk.language
    rows = timed(talk, pace)
    entries = []
    section = ""
    for row in rows:
        slide = row.slide
        said = speech(slide.notes) if slide.notes.strip() else ""
        entries.append(
            Entry(
                slide.number,
                slide.title or word("untitled", language),
                word("hidden", language) if slide.hidden else clock(row.begins, start),
                said,
                "" if said else slide.notes.strip() or word("no_notes", language),
                slide.section if slide.section != section else "",
            )
        )
        section = slide.section
    whole = total(rows)
    about = word("about_script", language).format(slides=whole.slides, time=span(whole.minutes))
    return Script(talk.title, language, about, tuple(entries))
