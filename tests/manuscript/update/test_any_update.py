"""Whatever becomes of a manuscript, an update holds all of it in the notes and leaves all else in the outline."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slidegen.diagnostics import Report
from slidegen.manuscript.update.update import update
from slidegen.outline.patching import Patch, patched
from tests.manuscript.update.updating import brought, faults, outline_of, read, speech_of, without_notes

SPEECHES = sorted((Path(__file__).parents[2] / "manuscripts").glob("*.txt"))
NEW = (
    "这一段是新写进来的，说的是另外一件事情，请大家留意。",
    "四、新加的一个部分",
    "（三）新加的一个要点",
    "5.新加的小点。凡是新加的内容，都要有人负责，也要有人检查，不能写了就算。",
    "谢谢大家！",
    "Now a new paragraph, which says something that was not said before.",
    "VI. A New Part",
)


@st.composite
def rewritten(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """A speech's lines after a few edits: taken out, put in, changed, moved, swapped, doubled."""
    now = list(lines)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(now) - 1))
        stop = min(len(now), at + draw(st.integers(1, 6)))
        kind = draw(st.sampled_from(["out", "in", "change", "move", "double", "split", "numbers"]))
        if kind == "out" and len(now) > stop - at + 3:
            del now[at:stop]
        elif kind == "in":
            now[at:at] = draw(st.lists(st.sampled_from(NEW), min_size=1, max_size=4))
        elif kind == "change":
            cut = draw(st.integers(0, len(now[at]) - 1))
            now[at] = (now[at][:cut] + draw(st.sampled_from(["改了", " x", "", "，"])) + now[at][cut + 2 :]) or "空"
        elif kind == "move":
            taken = now[at:stop]
            del now[at:stop]
            to = draw(st.integers(0, len(now)))
            now[to:to] = taken
        elif kind == "double":
            now.insert(draw(st.integers(0, len(now))), now[at])
        elif kind == "split" and len(now[at]) > 8:
            now[at : at + 1] = [now[at][:6], now[at][6:]]
    return [line for line in now if line.strip()] or ["空"]


@pytest.mark.parametrize("path", SPEECHES, ids=lambda path: path.stem)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_any_rewritten_speech_is_whole_in_the_notes_and_all_else_stays(path: Path, data: st.DataObject) -> None:
    text = path.read_text("utf-8")
    now = "\n".join(data.draw(rewritten([line for line in text.split("\n") if line.strip()]))) + "\n"
    outline = outline_of(text)
    report = Report()
    done = update(outline.encode(), read, speech_of(now), report)
    if done is None:
        assert [finding.code for finding in report.findings] == ["nothing-known"]
        return
    assert faults(done.data, now) == []
    lost = Counter(without_notes(outline)) - Counter(without_notes(done.data.decode()))
    assert lost == Counter()
    again = brought(done.data, now)
    assert again.data == done.data


STYLES = ("as it is", "quoted", "apart", "deeper", "comment", "kept", "remark", "chinese")


def dressed(outline: str, styles: list[str]) -> str:
    """An outline whose notes are written in other ways, one for each place in turn."""
    source = read(outline.encode()).source
    patches = []
    for number, place in enumerate(read(outline.encode()).places):
        if place.notes is None:
            continue
        style, value = styles[number % len(styles)], place.notes.value
        start, column = place.notes.key.span.start, place.notes.key.span.column - 1
        lines, end = place.text.rstrip("\n").split("\n"), len(source.text[: value.span.end].rstrip())
        space = " " * (column + 2)
        written = {
            "as it is": source.text[start:end],
            "quoted": "notes: " + json.dumps(place.text.rstrip("\n"), ensure_ascii=False) + "   # 引号",
            "apart": f"notes: |\n{space}" + f"\n\n{space}".join(lines),
            "deeper": f"notes: |4-\n{space}  " + f"\n{space}  ".join(lines),
            "comment": f"notes: |   # 备注\n{space}" + f"\n{space}".join(lines),
            "kept": f"notes: |+\n{space}" + f"\n{space}".join(lines) + "\n\n",
            "remark": f"notes: |\n{space}" + f"\n{space}（停顿）\n{space}".join(lines),
            "chinese": f"备注：|\n{space}" + f"\n{space}".join(lines),
        }[style]
        patches.append(Patch(start, end, written))
    return patched(outline.encode(), source, patches).decode()


@given(data=st.data(), styles=st.lists(st.sampled_from(STYLES), min_size=1, max_size=7))
@settings(max_examples=60, deadline=None)
def test_notes_may_be_written_in_any_way(data: st.DataObject, styles: list[str]) -> None:
    text = data.draw(st.sampled_from(SPEECHES)).read_text("utf-8")
    lines = [line for line in text.split("\n") if line.strip()]
    now = "\n".join(data.draw(rewritten(lines))) + "\n"
    outline = dressed(outline_of(text), styles)
    assert brought(outline.encode(), text).data.decode() == outline
    report = Report()
    done = update(outline.encode(), read, speech_of(now), report)
    if done is None:
        assert [finding.code for finding in report.findings] == ["nothing-known"]
        return
    assert faults(done.data, now) == []
    remarks = Counter(re.findall("（停顿）", outline))
    assert Counter(re.findall("（停顿）", done.data.decode())) == remarks


@given(data=st.data(), newline=st.sampled_from(["\n", "\r\n"]), encoding=st.sampled_from(["utf-8-sig", "gb18030"]))
@settings(max_examples=20, deadline=None)
def test_line_ends_and_encoding_stay(data: st.DataObject, newline: str, encoding: str) -> None:
    text = SPEECHES[0].read_text("utf-8")
    lines = [line for line in text.split("\n") if line.strip()]
    now = "\n".join(data.draw(rewritten(lines))) + "\n"
    plain = outline_of(text)
    done = brought(plain.replace("\n", newline).encode(encoding), now)
    assert done.data == brought(plain.encode(), now).data.decode().replace("\n", newline).encode(encoding)
