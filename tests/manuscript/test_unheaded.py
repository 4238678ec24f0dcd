"""Manuscripts without headings, and openings that belong to no part, become outlines that build."""

from slidegen.diagnostics import Report
from slidegen.manuscript.model import Manuscript, Paragraph
from slidegen.manuscript.outline import outline_text
from slidegen.manuscript.plan import Plan, PlannedSection, PlannedSlide
from slidegen.manuscript.planning import plan_of
from slidegen.outline.reader import read_outline


def manuscript(*lines: str) -> Manuscript:
    return Manuscript("speech.txt", tuple(Paragraph(n, line) for n, line in enumerate(lines, 1)))


def test_manuscript_without_headings_becomes_slides_without_sections() -> None:
    speech = manuscript("同志们：", "学习要一步一步来，把基础打牢。", "吃饭要细嚼慢咽，这样对身体好。", "谢谢大家。")
    report = Report()
    outline = read_outline(outline_text(speech, plan_of(speech)).encode(), "talk.yaml", report)
    assert report.findings == []
    assert outline is not None
    (section,) = outline.sections
    assert section.title is None
    said = "".join(slide.notes.text for slide in section.slides if slide.notes)
    assert said == "学习要一步一步来，把基础打牢。\n吃饭要细嚼慢咽，这样对身体好。\n"


def test_opening_of_several_slides_is_a_section_that_is_not_counted() -> None:
    speech = manuscript("先说几句。", "一、第一部分", "内容。")
    slides = [PlannedSlide("几句", None, (0,)), PlannedSlide("内容", None, (2,))]
    parts = (PlannedSection("", "", (), (slides[0],)), PlannedSection("第一部分", "", (1,), (slides[1],)))
    plan = Plan("题", "", "", "zh-CN", (), parts, "", "", (), False)
    report = Report()
    outline = read_outline(outline_text(speech, plan).encode(), "talk.yaml", report)
    assert report.findings == []
    assert outline is not None
    opening, first = outline.sections
    assert (opening.number, opening.divider, opening.in_agenda) == (False, False, False)
    assert (first.number, first.divider, first.in_agenda) == (True, True, True)
