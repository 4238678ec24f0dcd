"""From manuscript to outline: nothing lost, nothing invented, whatever the text; and what comes out builds as it is."""

import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.diagnostics import Report, Severity
from slidegen.layout.library import Library
from slidegen.manuscript.claims import check_claims
from slidegen.manuscript.contract import prove
from slidegen.manuscript.model import Manuscript
from slidegen.manuscript.outline import outline_text
from slidegen.manuscript.planning import plan_of
from slidegen.manuscript.reading.manuscript import read_manuscript
from slidegen.manuscript.told import talk_of
from slidegen.outline.reader import read_outline
from slidegen.pipeline import Plan, prepare
from slidegen.resources import bundled
from tests.building import made

SAMPLES = sorted((Path(__file__).parents[1] / "manuscripts").glob("*.txt"))
SHARED = Path(__file__).parents[4] / "shared" / "seeds"
SPEECHES = [*SAMPLES, *sorted(SHARED.glob("*.txt"))]
"""Those of the project, and real ones where they lie beside it."""


def read(text: str | bytes, name: str = "讲稿.txt") -> Manuscript | None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    report = Report()
    found = read_manuscript(name, data, report)
    return None if report.failed else found


def written(manuscript: Manuscript) -> tuple[str, Plan, Report]:
    """Write the outline of a manuscript and compose it again."""
    text = outline_text(manuscript, plan_of(manuscript))
    report = Report()
    outline = read_outline(text.encode(), "talk.yaml", report)
    assert outline is not None, [*report.findings, text]
    library = Library((bundled("layouts"),), report)
    return text, prepare(outline, library, report, with_drafts=True), report


TYPICAL = """
一、要抓好落实
（一）责任要扛起来。各单位要把任务分解到人，每周检查一次，每月通报一次。
第一、把自律与他律结合起来。
同志们：
下面，我讲三点意见：
1.流程要再减一道。凡是能查到的证明，一律不得再让群众提交。
总之，要坚持到底。
一是领导要靠前。二是协同要顺畅。三是督查要较真。
把经验转化为制度，把教训转化为措施，把热情转化为干劲。
“纸上得来终觉浅，绝知此事要躬行。”
全市**系统要做表率，**等人的教训要吸取。
严格教育，就是要学；严格管理，就是要管；严格监督，就是要督。
谢谢大家！
## Heading
- item
First, write it down. Buy a notebook. Second, ask early.
标题：内容
# 注释
a: b
'引'号"
> 50%
@x
&a
*b
{{x}}
是
no
1:30
　　缩进的段落。
""".strip("\n").split("\n")
LINES = st.lists(st.sampled_from([*TYPICAL, "- ", "  ", "\t"]) | st.text(max_size=80), max_size=25)


@settings(max_examples=120, deadline=None)
@given(LINES)
def test_any_text_becomes_an_outline_that_builds_and_holds_every_paragraph_once(lines: list[str]) -> None:
    manuscript = read("\n".join(lines))
    if manuscript is None:
        return
    text, plan, report = written(manuscript)
    assert not [f for f in report.findings if f.severity is Severity.ERROR], text
    proof = Report()
    kept = prove(manuscript, talk_of(plan.deck, plan.drafts), proof)
    assert kept == len(manuscript.paragraphs), [*proof.findings, text]
    assert not proof.findings, text


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_every_paragraph_has_its_place_in_the_plan_in_order(lines: list[str]) -> None:
    manuscript = read("\n".join(lines))
    if manuscript is not None:
        assert plan_of(manuscript).order() == tuple(range(len(manuscript.paragraphs)))


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_a_whole_speech_needs_no_change_to_be_shown(speech: Path) -> None:
    manuscript = read(speech.read_bytes())
    assert manuscript is not None
    _text, plan, report = written(manuscript)
    assert not report.findings, "\n".join(map(str, report.findings))
    talk = talk_of(plan.deck, plan.drafts)
    proof = Report()
    assert prove(manuscript, talk, proof) == len(manuscript.paragraphs)
    check_claims(talk, manuscript, proof)
    assert not proof.findings, "\n".join(map(str, proof.findings))


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda path: path.stem)
def test_slides_that_go_on_under_one_title_are_told_apart(speech: Path) -> None:
    manuscript = read(speech.read_bytes(), speech.name)
    assert manuscript is not None
    for section in plan_of(manuscript).sections:
        titles = [slide.title for slide in section.slides if slide.title]
        assert not [one for one, after in pairwise(titles) if one == after]


def test_notes_stand_last_and_guesses_are_marked() -> None:
    manuscript = read("同志们：\n下面，我围绕抓好落实讲几点意见：\n" + "一、看形势\n形势很好，任务很重。\n" * 3)
    assert manuscript is not None
    text, _, _ = written(manuscript)
    assert text.startswith("# yaml-language-server: $schema=slidegen.schema.json\n")
    assert "title: 抓好落实   # " in text
    for slide in text.split("      - id: ")[1:]:
        keys = [line.strip().partition(":")[0] for line in slide.split("\n") if re.match(" {8}[a-z]", line)]
        assert keys[-1] == "notes", slide
        assert keys.count("notes") == 1


def test_order_and_ids_are_the_same_at_every_run() -> None:
    manuscript = read(SAMPLES[0].read_bytes())
    assert manuscript is not None
    assert outline_text(manuscript, plan_of(manuscript)) == outline_text(manuscript, plan_of(manuscript))


def test_outline_of_a_speech_has_cover_sections_and_closing() -> None:
    manuscript = read(SAMPLES[0].read_bytes())
    assert manuscript is not None
    text = outline_text(manuscript, plan_of(manuscript))
    done = made(text)
    assert [s.title for s in done.deck.slides if s.id in ("s1", "s2", "s3")] == [
        "看清形势，切实增强抓落实的紧迫感",
        "突出重点，全力打好四季度收官战",
        "压实责任，确保各项部署落地见效",
    ]
    assert done.deck.slides[0].notes.startswith("同志们：\n")
    assert done.deck.slides[-1].notes.endswith("谢谢大家！")


def test_cost_grows_with_the_length() -> None:
    """No time is asserted: the steps of ten times the text are counted by their calls, which noise cannot move."""
    small, large = (_calls(read((SAMPLES[0].read_text("utf-8") + "\n") * count)) for count in (4, 40))
    assert large <= 12 * small


def _calls(manuscript: Manuscript | None) -> int:
    assert manuscript is not None
    count = 0

    def tally(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        outline_text(manuscript, plan_of(manuscript))
    finally:
        sys.setprofile(None)
    return count
