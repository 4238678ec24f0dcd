"""Slides that have little to show: what they say stands once, as a statement or under a title of its own."""

from pathlib import Path

from slidegen.diagnostics import Report
from slidegen.manuscript.plan import PlannedSlide
from slidegen.manuscript.planning import plan_of
from slidegen.manuscript.reading.manuscript import read_manuscript


def slides_of(text: str) -> list[PlannedSlide]:
    """Return the slides planned of a manuscript."""
    plan = plan_of(read_manuscript(Path("talk.txt"), text.encode(), Report()))
    return [slide for section in plan.sections for slide in section.slides]


def test_a_paragraph_with_one_thing_to_say_says_it_once() -> None:
    filler = "我记得那年冬天，在泵房里守了三天。" * 6
    first = f"一、看清形势\n\n{filler}\n\n要把责任压实到每个岗位。{filler}"
    text = f"{first}\n\n二、狠抓落实\n\n要严格考核问责。\n\n{filler}\n"
    for slide in slides_of(text):
        shown = slide.content.texts() if slide.content else ()
        assert slide.title not in shown
        assert len(set(shown)) == len(shown)


def test_a_title_made_of_a_list_is_none_of_its_items() -> None:
    text = (
        "I. What we will do\n\nNone of this comes free.\n\n"
        "First, we will hire 24 technicians. Second, we will open a third store. "
        "Third, we will replace the old software.\n\n"
        "II. What I ask of you\n\nSpeak early. Bad news does not improve with keeping.\n"
    )
    lists = [slide for slide in slides_of(text) if slide.content and slide.content.fields[0][0] in ("bullets", "cards")]
    assert lists
    assert all(slide.title not in slide.content.texts() for slide in lists if slide.content)
    assert "Hire 24 technicians" in [text for slide in lists if slide.content for text in slide.content.texts()]
