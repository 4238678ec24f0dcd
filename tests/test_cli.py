"""The command as its user meets it: what it writes, says and returns, for good outlines and for every fault."""

import errno
import gc
import json
import os
import signal
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest
from pptx import Presentation

from slidegen import __version__, cli, resources
from tests.building import good
from tests.proof.parts import Package
from tests.proof.structure import outline_of

OUTLINE = """\
title: 题目
presenter: 办公室
sections:
  - title: 第一件事
    slides:
      - title: 三点
        bullets: [甲, 乙, 丙]
        notes: |
          讲稿
          第二行
"""
SLIDES = "title: 题目\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n"
"""Four lines; more keys of its one slide may follow."""
TOO_LONG = f"{SLIDES}    takeaway: {'汉' * 100}\n"

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and modes")
unprivileged = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")


@dataclass(frozen=True)
class Said:
    """What a run returned and said."""

    code: int
    out: str
    err: str

    def errors(self) -> list[str]:
        """The lines of errors."""
        return [line for line in self.err.splitlines() if "error[" in line]


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Give `run(argument, …)`: the command in this process, in a folder of its own; it never shows a traceback."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(resources, "user_folder", lambda: tmp_path / "no layouts of the user's own")

    def command(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["slidegen", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        assert isinstance(ended.value.code, int)
        return Said(ended.value.code, captured.out, captured.err)

    yield command
    gc.enable()  # a build switches it off


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A good outline."""
    path = tmp_path / "talk.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


def written(tmp_path: Path, text: str | bytes, name: str = "talk.yaml") -> Path:
    """An outline with some content."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def earlier(talk: Path) -> Path:
    """The deck of an earlier build, beside the outline, which has changed since."""
    deck = talk.with_suffix(".pptx")
    deck.write_bytes(good(OUTLINE.replace("三点", "两点")).data())
    return deck


def fail(number: int) -> Callable[..., NoReturn]:
    """A function that fails as the system does."""

    def failing(*arguments: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return failing


# ------------------------------------------------------------ what a build writes


def test_deck_lies_beside_its_outline_under_the_same_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    said = run("build", written(tmp_path / "talks", OUTLINE, "年会.yaml"))
    assert (said.code, said.err) == (0, "")
    assert sorted(p.name for p in (tmp_path / "talks").iterdir()) == ["年会.pptx", "年会.yaml"]
    assert [slide.title for slide in outline_of(tmp_path / "talks/年会.pptx")] == [
        *("题目", "目录", "第一件事", "三点", "谢谢聆听")
    ]


def test_output_option_names_the_file(run: Run, talk: Path, tmp_path: Path) -> None:
    assert run("build", talk, "-o", tmp_path / "meeting.pptx").code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["meeting.pptx", "talk.yaml"]


def test_theme_option_wins_over_the_outline(run: Run, tmp_path: Path) -> None:
    talk = written(tmp_path, "theme: azure\n" + OUTLINE)
    for theme, name in ((None, "蔚蓝商务"), ("dangjian", "党建红金")):
        assert run("build", talk, *(["--theme", theme] if theme else [])).code == 0
        package = Package.read(tmp_path / "talk.pptx")
        assert package.find("ppt/theme/theme1.xml", "string(@name)") == name


def test_layouts_of_an_own_folder_come_before_those_beside_the_outline(run: Run, talk: Path, tmp_path: Path) -> None:
    def names(*options: object) -> set[str]:
        assert run("build", talk, *options).code == 0
        return {slide.layout for slide in outline_of(tmp_path / "talk.pptx")}

    own = "name: bullets\nextends: bullets\nlabel: {{zh: {}}}\ntrigger: bullets\n"
    for folder, label in (("layouts", "近"), ("house", "远")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "points.yaml").write_text(own.format(label), encoding="utf-8")
    assert "近" in names()
    assert "远" in names("--layouts", tmp_path / "house")


def test_all_layouts_option_adds_those_that_no_slide_uses(run: Run, talk: Path, tmp_path: Path) -> None:
    def layouts(*options: str) -> set[str]:
        assert run("build", talk, *options).code == 0
        (master,) = Presentation(str(tmp_path / "talk.pptx")).slide_masters
        return {layout.name for layout in master.slide_layouts}

    few, all_of_them = layouts(), layouts("--all-layouts")
    assert few < all_of_them
    assert {f"卡片 {n}" for n in range(2, 7)} | {"表格", "对比", "引用"} <= all_of_them - few


def test_two_runs_give_the_same_bytes(run: Run, talk: Path, tmp_path: Path) -> None:
    assert run("build", talk, "-o", "one.pptx").code == 0
    other = subprocess.run(
        [sys.executable, "-m", "slidegen", "build", "talk.yaml", "-o", "two.pptx"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"},
        check=False,
    )
    assert other.returncode == 0
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()


def test_several_outlines_are_built_in_one_call_and_a_bad_one_spoils_none(run: Run, tmp_path: Path) -> None:
    names = ("a", "b", "c")
    for name, text in zip(names, (OUTLINE, "titel: x\n" + SLIDES, SLIDES), strict=True):
        written(tmp_path, text, f"{name}.yaml")
    said = run("build", *(f"{name}.yaml" for name in names))
    assert said.code == 3
    assert [line.partition(":")[0] for line in said.out.splitlines()] == ["a.pptx", "c.pptx"]
    assert [line.partition(" ")[0] for line in said.errors()] == ["b.yaml:1:1:"]
    assert [(tmp_path / f"{name}.pptx").exists() for name in names] == [True, False, True]


# ------------------------------------------------------------ what a build says


def test_closing_line_tells_the_facts(run: Run, talk: Path) -> None:
    assert run("build", talk).out == "talk.pptx: 5 slides, 1 section, 0 min of notes, all text at full size\n".replace(
        "talk.pptx", str(talk.with_suffix(".pptx"))
    )


def test_closing_line_counts_minutes_and_smaller_text(run: Run, tmp_path: Path) -> None:
    # 660 Chinese characters at 220 a minute are three minutes; 40 characters do not fit into a takeaway at 20 pt
    talk = written(tmp_path, f"{SLIDES}    takeaway: {'汉' * 40}\n    notes: {'讲' * 660}\n")
    facts = run("build", talk).out.partition(": ")[2]
    assert facts == "3 slides, 0 sections, 3 min of notes, text made smaller on 1 slide\n"


def test_json_lists_findings_and_facts_of_all_outlines(run: Run, tmp_path: Path) -> None:
    written(tmp_path, SLIDES, "good.yaml")
    written(tmp_path, "", "bad.yaml")
    said = run("build", "good.yaml", "bad.yaml", "--format", "json")
    assert (said.code, said.err) == (3, "")
    told = json.loads(said.out)
    assert [(f["severity"], f["code"], f["span"]) for f in told["findings"]] == [("error", "empty", None)]
    assert told["findings"][0]["hint"].startswith("a smallest outline:")
    (built,) = told["built"]
    assert (built["outline"], built["output"], built["slides"], built["draft"]) == ("good.yaml", "good.pptx", 3, False)


def test_json_says_so_where_there_is_nothing_to_say(run: Run, talk: Path) -> None:
    told = json.loads(run("build", talk, "--format", "json").out)
    assert (told["findings"], len(told["built"])) == ([], 1)


def test_version_is_told(run: Run) -> None:
    assert run("--version") == Said(0, f"slidegen {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["new", "--help"]])
def test_help_shows_how_to_begin(run: Run, arguments: list[str]) -> None:
    said = run(*arguments)
    assert said.code == 0
    assert "slidegen new talk.yaml" in said.out or "slidegen build talk.yaml" in said.out


# ------------------------------------------------------------ drafts and kept outputs


def test_text_that_does_not_fit_stops_the_build_and_draft_writes_it_all_the_same(run: Run, tmp_path: Path) -> None:
    talk, deck = written(tmp_path, TOO_LONG), tmp_path / "talk.pptx"
    said = run("build", talk)
    assert (said.code, said.out, deck.exists()) == (3, "", False)
    assert said.errors() == [
        f"{talk}:5:15: error[overflow] this text is 2.0 lines too long for its place at 18 pt, the least size"
    ]
    said = run("build", talk, "--draft")
    assert said.code == 3
    assert said.out.endswith("(draft, see the errors)\n")
    assert [line.partition("] ")[0] for line in said.errors()] == [f"{talk}:5:15: error[overflow"]
    assert "汉" * 100 in dict(outline_of(deck)[1].placeholders).values()


def test_draft_of_a_good_outline_is_no_draft(run: Run, talk: Path) -> None:
    said = run("build", talk, "--draft")
    assert (said.code, said.out.endswith("all text at full size\n")) == (0, True)


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (TOO_LONG, [], 3),
        ("titel: x\n" + SLIDES, [], 3),
        ("title: a: b\n", ["--draft"], 3),
        ("", ["--draft"], 3),
        ("theme: azur\n" + SLIDES, ["--draft"], 3),
        (SLIDES, ["--layouts", "broken"], 4),
        (SLIDES, ["--theme", "nightly"], 3),
    ],
)
def test_failed_build_leaves_the_earlier_deck_as_it_was_and_nothing_else(
    run: Run, tmp_path: Path, earlier: Path, text: str, options: list[str], code: int
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/bullets.yaml").write_text("name: bullets\nextends: nothing\n", encoding="utf-8")
    talk, data = written(tmp_path, text), earlier.read_bytes()
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    said = run("build", talk, *options)
    assert (said.code, said.out, bool(said.errors())) == (code, "", True)
    assert earlier.read_bytes() == data
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


# ------------------------------------------------------------ exit codes 2 and 5


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("tal.yaml", "did you mean {folder}/talk.yaml?"),
        ("talk.yml", "did you mean {folder}/talk.yaml?"),
        ("minutes.yaml", "check the name, or start with `slidegen new FILE`"),
        ("nowhere/talk.yaml", "check the name, or start with `slidegen new FILE`"),
    ],
)
def test_missing_outline_is_a_usage_error_that_names_the_nearest(run: Run, talk: Path, name: str, hint: str) -> None:
    said = run("build", talk.parent / name)
    assert said.code == 2
    assert said.err == (
        f"error[no-file] there is no file {talk.parent / name}\n  hint: {hint.format(folder=talk.parent)}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["build"], "OUTLINE"),
        (["build", "talk.yaml", "--format", "xml"], "text or json"),
        (["build", "talk.yaml", "talk.yaml", "-o", "x.pptx"], "one outline only"),
        (["build", "talk.yaml", "--layouts", "nowhere"], "nowhere"),
        (["build", "talk.yaml", "--colour", "red"], "--colour"),
        (["biuld", "talk.yaml"], "biuld"),
    ],
)
def test_wrong_arguments_are_a_usage_error_and_build_nothing(
    run: Run, talk: Path, arguments: list[str], word: str
) -> None:
    said = run(*arguments)
    assert said.code == 2
    assert word in said.err
    assert [p.name for p in talk.parent.iterdir()] == ["talk.yaml"]


def test_unknown_theme_names_the_nearest(run: Run, talk: Path) -> None:
    assert "did you mean `dangjian`?" in run("build", talk, "--theme", "dangjan").err


def test_missing_folder_is_told_with_a_way_out_and_not_made(run: Run, talk: Path) -> None:
    said = run("build", talk, "-o", "nowhere/talk.pptx")
    assert (said.code, said.out) == (5, "")
    assert said.err == (
        "error[not-saved] the folder of nowhere/talk.pptx does not exist\n"
        "  hint: create it first, or write elsewhere with -o\n"
    )
    assert [p.name for p in talk.parent.iterdir()] == ["talk.yaml"]


@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("fsync", errno.ENOSPC, "no room left on the disk"),
        ("replace", errno.EBUSY, "open in another program"),
        ("replace", errno.EROFS, "may not be written here"),
    ],
)
def test_refusal_of_the_system_keeps_the_earlier_deck(
    run: Run, talk: Path, earlier: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    data = earlier.read_bytes()
    monkeypatch.setattr(os, call, fail(number))
    said = run("build", talk)
    assert (said.code, said.out) == (5, "")
    assert words in said.err
    assert str(earlier) in said.err
    assert earlier.read_bytes() == data
    assert sorted(p.name for p in talk.parent.iterdir()) == ["talk.pptx", "talk.yaml"]


@unprivileged
def test_read_only_folder_is_told(run: Run, talk: Path) -> None:
    talk.parent.chmod(0o500)
    try:
        said = run("build", talk)
    finally:
        talk.parent.chmod(0o700)
    assert said.code == 5
    assert "may not be written here" in said.err


def test_bug_is_owned_up_to_without_a_traceback(run: Run, talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slidegen.pipeline.render", fail_with_bug)
    said = run("build", talk)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("error[bug] slidegen failed in a way it should not: ZeroDivisionError: by nothing")
    assert not talk.with_suffix(".pptx").exists()


def fail_with_bug(*arguments: object) -> NoReturn:
    raise ZeroDivisionError("by nothing")


# ------------------------------------------------------------ signals and neighbours


def command(code: str, *arguments: str, folder: Path) -> subprocess.Popen[str]:
    """Start the command after some code of ours that holds it at one place."""
    program = f"{textwrap.dedent(code)}\nfrom slidegen.cli import main\nmain()"
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@posix
def test_ctrl_c_ends_a_build_cleanly(tmp_path: Path, earlier: Path) -> None:
    data = earlier.read_bytes()
    stall = """
        import signal, time
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores Ctrl-C
        from slidegen.compose.place import Placer
        def place(self, draft):
            print("placing", flush=True)
            time.sleep(60)
        Placer.place = place
    """
    with command(stall, "build", "talk.yaml", folder=tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "placing\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "")
    assert earlier.read_bytes() == data
    assert sorted(p.name for p in tmp_path.iterdir()) == ["talk.pptx", "talk.yaml"]


@posix
def test_killed_build_leaves_the_earlier_deck_and_the_next_one_sweeps(run: Run, tmp_path: Path, earlier: Path) -> None:
    data = earlier.read_bytes()
    stall = """
        import os, time
        def fsync(descriptor):
            print("saving", flush=True)
            time.sleep(60)
        os.fsync = fsync
    """
    with command(stall, "build", "talk.yaml", folder=tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "saving\n"
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
    assert earlier.read_bytes() == data
    assert len(list(tmp_path.iterdir())) == 3
    assert run("build", "talk.yaml").code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["talk.pptx", "talk.yaml"]
    assert earlier.read_bytes() != data


def test_two_builds_to_one_file_at_once_both_succeed_and_it_is_whole(tmp_path: Path, talk: Path) -> None:
    written(tmp_path, SLIDES, "other.yaml")
    runs = [command("", "build", name, "-o", "one.pptx", folder=tmp_path) for name in ("talk.yaml", "other.yaml")]
    assert [process.communicate(timeout=60)[1] for process in runs] == ["", ""]
    assert [process.returncode for process in runs] == [0, 0]
    assert len(outline_of(tmp_path / "one.pptx")) in (3, 5)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.pptx", "other.yaml", "talk.yaml"]


def test_console_without_chinese_characters_does_not_end_the_build(tmp_path: Path) -> None:
    written(tmp_path, "标题：题目\n" + SLIDES.partition("\n")[2], "年会.yaml")
    done = subprocess.run(
        [sys.executable, "-m", "slidegen", "build", "年会.yaml"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"warning[full-width-colon]" in done.stderr
    assert (tmp_path / "年会.pptx").exists()


def test_findings_are_coloured_on_a_terminal_only(run: Run, tmp_path: Path) -> None:
    assert "\x1b" not in run("build", written(tmp_path, "titel: x\n" + SLIDES)).err


# ------------------------------------------------------------ new


@pytest.mark.parametrize("language", ["zh", "en"])
def test_starter_builds_with_nothing_to_find(run: Run, tmp_path: Path, language: str) -> None:
    said = run("new", "talk.yaml", "--language", language)
    assert (said.code, said.err) == (0, "")
    assert "slidegen build talk.yaml" in said.out
    built = run("build", "talk.yaml")
    assert (built.code, built.err) == (0, "")
    slides = outline_of(tmp_path / "talk.pptx")
    assert len(slides) > 6
    assert any("一" <= char <= "鿿" for char in slides[0].title) is (language == "zh")


@pytest.mark.parametrize(
    ("user", "title"), [("zh_CN.UTF-8", "title: 会议"), ("en_GB.UTF-8", "title: "), ("fr_FR", "title: ")]
)
def test_starter_is_in_the_language_of_who_asks(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: str, title: str
) -> None:
    monkeypatch.setenv("SLIDEGEN_LANG", user)
    assert run("new", "talk").code == 0
    written = (tmp_path / "talk.yaml").read_text(encoding="utf-8")
    assert title in written
    assert any("一" <= char <= "鿿" for char in written) is user.startswith("zh")


def test_a_language_without_a_starter_is_told(run: Run, tmp_path: Path) -> None:
    said = run("new", "talk", "--language", "fr")
    assert said.code == 2
    assert "zh, en" in said.err
    assert list(tmp_path.iterdir()) == []


def test_starter_gets_the_usual_ending(run: Run, tmp_path: Path) -> None:
    assert run("new", "talk").code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["slidegen.schema.json", "talk.yaml"]


def test_starter_never_overwrites(run: Run, talk: Path) -> None:
    said = run("new", talk)
    assert said.code == 5
    assert f"{talk} exists already" in said.err
    assert talk.read_text(encoding="utf-8") == OUTLINE


def test_starter_in_a_folder_that_does_not_exist_is_told(run: Run, tmp_path: Path) -> None:
    said = run("new", "nowhere/talk.yaml")
    assert said.code == 5
    assert "nowhere" in said.err
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------ rows 1 to 17 of the table of faults

SLIDE = SLIDES.replace(" [甲, 乙]", "\n      - 甲\n      - {}")
"""A slide whose second point, on line 6 in column 9, is to be filled in."""


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        pytest.param("title: &a 题\nslides: *a\n", (1, 8), "unquoted-start", id="1 anchor"),
        pytest.param("title: 题\nslides: *a\n", (2, 9), "alias", id="1 alias"),
        pytest.param(SLIDES + "    <<: {notes: 讲}\n", (5, 5), "merge-key", id="1 merge key"),
        pytest.param("title: 题\nslides: " + "[" * 60 + "]" * 60, (2, 48), "limit", id="2 nesting"),
        pytest.param("title: 题\nslides: " + "[" * 50_000, (2, 9), "unclosed-bracket", id="2 deep nesting, unclosed"),
        pytest.param("title: 题\n" + SLIDES, (2, 1), "duplicate-key", id="4 duplicate key"),
        pytest.param("titel: 题\n" + SLIDES, (1, 1), "unknown-key", id="5 unknown key"),
        pytest.param(SLIDES + "\tnotes: 讲\n", (5, 1), "tab-indent", id="6 tab"),
        pytest.param("title: 时间: 上午\n" + SLIDES.partition("\n")[2], (1, 8), "unquoted-colon", id="7 colon"),
        pytest.param("摘要：文字\n" + SLIDES, (1, 1), "unknown-key", id="8 full-width colon after an unknown key"),
        pytest.param(SLIDE.format("见 #3 条"), (6, 9), "unquoted-hash", id="8a hash"),
        pytest.param(SLIDE.format("&a 重点"), (6, 9), "unquoted-start", id="8a anchor"),
        pytest.param(SLIDE.format("@某人"), (6, 9), "unquoted-start", id="8a at"),
        pytest.param(SLIDE.format("%50 以上"), (6, 9), "unquoted-start", id="8a percent"),
        pytest.param(SLIDE.format("> 50%"), (6, 9), "unquoted-start", id="8a greater"),
        pytest.param(SLIDE.format("**重点**开头"), (6, 9), "unquoted-start", id="8a strong"),
        pytest.param(SLIDE.format('"四自" 要求'), (6, 9), "text-after-quote", id="8a quoted"),
        pytest.param(SLIDE.format("[见](#a) 后文"), (6, 9), "text-after-bracket", id="8a link"),
        pytest.param(SLIDE.format("!!python/object:os.system 甲"), (6, 9), "tag", id="10 tag"),
        pytest.param(SLIDES + "---\n" + SLIDES, (5, 1), "second-document", id="11 two documents"),
        pytest.param("", None, "empty", id="12 empty"),
        pytest.param("title: 题\n", None, "no-slides", id="12 no slides"),
        pytest.param("标题: 题目文字很长很长\n".encode() + b"\xff\xfe\xff", None, "undecodable", id="14 bytes"),
        pytest.param(SLIDE.format("甲\0乙"), (6, 10), "forbidden-character", id="16 NUL"),
        pytest.param(SLIDE.format("甲\x1b乙"), (6, 10), "forbidden-character", id="16 ESC"),
        pytest.param(SLIDE.format("甲\ufffe乙"), (6, 10), "forbidden-character", id="16 U+FFFE"),
        pytest.param(
            SLIDE.format("甲@").encode().replace(b"@", b"\xed\xa0\x80"),
            (6, 10),
            "forbidden-character",
            id="16 surrogate",
        ),
        pytest.param(SLIDE.format("字" * 70_000), (6, 9), "text-too-long", id="17 long text"),
    ],
)
def test_fault_of_an_outline_is_an_error_in_its_line_with_a_way_out(
    run: Run, tmp_path: Path, text: str | bytes, place: tuple[int, int] | None, code: str
) -> None:
    talk = written(tmp_path, text)
    said = run("build", talk)
    assert (said.code, said.out) == (3, "")
    wanted = f"{talk}:{place[0]}:{place[1]}: error[{code}]" if place else f"error[{code}]"
    assert any(line.startswith(wanted) for line in said.errors()), said.err
    assert "\n  hint: " in said.err
    assert [p.name for p in tmp_path.iterdir()] == ["talk.yaml"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("title: 题\n" + SLIDES, "line 1", id="4 duplicate key"),
        pytest.param("titel: 题\n" + SLIDES, "did you mean `title`?", id="5 unknown key"),
        pytest.param(SLIDES + "\tnotes: 讲\n", "use spaces", id="6 tab"),
        pytest.param("title: 时间: 上午\n", 'title: "时间: 上午"', id="7 colon"),
        pytest.param(SLIDE.format("**重点**开头"), '- "**重点**开头"', id="8a strong"),
        pytest.param(SLIDE.format('"四自" 要求'), "- '\"四自\" 要求'", id="8a quoted"),
        pytest.param("", "bullets: [Listen, Decide]", id="12 empty"),
        pytest.param("标题: 题目文字很长很长\n".encode() + b"\xff\xfe\xff", "byte 33", id="14 bytes"),
        pytest.param(SLIDE.format("甲\x1b乙"), "U+001B", id="16 ESC"),
        pytest.param(SLIDE.format("字" * 70_000), "210 kB long; a text may have 200 kB", id="17 long text"),
    ],
)
def test_message_says_the_fix(run: Run, tmp_path: Path, text: str | bytes, words: str) -> None:
    assert words in run("build", written(tmp_path, text)).err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(lambda: "title: x\n#" + "y" * 5_300_000, "5.3 MB; an outline may have 5 MB", id="3 bytes"),
        pytest.param(lambda: "a:\n" + "- x\n" * 200_000, "more than 200000 YAML nodes", id="3 events"),
        pytest.param(lambda: "slides:\n" + "- title: x\n" * 10_001, "may have 10000 slides", id="17 slides"),
    ],
)
def test_outline_beyond_the_limits_is_refused_with_the_limit(
    run: Run, tmp_path: Path, text: Callable[[], str], words: str
) -> None:
    said = run("build", written(tmp_path, text()))
    assert said.code == 3
    assert words in said.err
    assert "split" in said.err


@pytest.mark.parametrize("text", ["no", "1:30", "012", "1.10", "2026-03-18", "0x1F", "~x", "1e400", ".inf", "True"])
def test_row_9_what_yaml_takes_for_numbers_and_dates_stays_the_text_it_is(run: Run, tmp_path: Path, text: str) -> None:
    said = run("build", written(tmp_path, f"title: {text}\nslides:\n  - title: {text}\n    bullets: [{text}, 乙]\n"))
    assert (said.code, said.err) == (0, "")
    cover, slide, _ = outline_of(tmp_path / "talk.pptx")
    assert (cover.title, slide.title, slide.placeholders[0]) == (text, text, (1, f"{text}\n乙"))


def test_row_8_full_width_colon_after_a_known_key_is_read_as_meant(run: Run, tmp_path: Path) -> None:
    talk = written(tmp_path, SLIDES.replace("title: 题目", "标题：题目") + "    备注：讲稿\n")
    said = run("build", talk)
    assert said.code == 0
    places = [line.partition(" ")[0] for line in said.err.splitlines() if "warning[full-width-colon]" in line]
    assert places == [f"{talk}:1:3:", f"{talk}:5:7:"]
    slides = outline_of(tmp_path / "talk.pptx")
    assert (slides[0].title, slides[1].notes) == ("题目", "讲稿")


def test_row_13_file_in_gb18030_builds_the_same_deck_and_says_so(run: Run, tmp_path: Path) -> None:
    run("build", written(tmp_path, OUTLINE))
    utf8 = (tmp_path / "talk.pptx").read_bytes()
    said = run("build", written(tmp_path, OUTLINE.encode("gb18030")))
    assert said.code == 0
    assert "it was read as GB18030" in said.err
    assert (tmp_path / "talk.pptx").read_bytes() == utf8


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="CR"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
    ],
)
def test_row_15_marks_and_line_ends_of_other_systems_change_nothing(
    run: Run, tmp_path: Path, change: Callable[[str], bytes]
) -> None:
    run("build", written(tmp_path, OUTLINE))
    plain = (tmp_path / "talk.pptx").read_bytes()
    said = run("build", written(tmp_path, change(OUTLINE)))
    assert (said.code, said.err) == (0, "")
    assert (tmp_path / "talk.pptx").read_bytes() == plain


def test_all_faults_of_a_file_are_named_in_one_run(run: Run, tmp_path: Path) -> None:
    talk = written(tmp_path, "titel: 题\n" + TOO_LONG + "  - {title: 二, layout: cards-4}\n  - bulets: [甲]\n")
    said = run("build", talk)
    found = [line.partition(" ")[0].removeprefix(f"{talk}:") for line in said.errors()]
    assert sorted(found) == ["1:1:", "6:15:", "7:24:", "8:5:"]


def test_json_lists_findings_with_their_places_and_the_facts(run: Run, tmp_path: Path) -> None:
    written(tmp_path, "标题：题目\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n", "good.yaml")
    written(tmp_path, "titel: x\n" + SLIDES, "bad.yaml")
    said = run("build", "good.yaml", "bad.yaml", "--format", "json")
    assert (said.code, said.err) == (3, "")
    told = json.loads(said.out)
    places = [
        (f["severity"], f["code"], f["span"]["file"], f["span"]["line"], f["span"]["column"]) for f in told["findings"]
    ]
    assert places == [("warning", "full-width-colon", "good.yaml", 1, 3), ("error", "unknown-key", "bad.yaml", 1, 1)]
    assert told["findings"][1]["hint"] == "did you mean `title`?"
    (built,) = told["built"]
    assert (built["outline"], built["output"], built["slides"], built["draft"]) == ("good.yaml", "good.pptx", 3, False)


@pytest.mark.parametrize(("output", "words"), [("folder", "is a folder"), ("汉" * 90, "is too long")])
def test_place_that_cannot_be_written_is_told_with_a_way_out(run: Run, talk: Path, output: str, words: str) -> None:
    (talk.parent / "folder").mkdir()
    said = run("build", talk, "-o", output)
    assert (said.code, said.out) == (5, "")
    assert said.err.startswith("error[not-saved]")
    assert output in said.err
    assert words in said.err
    assert "-o" in said.err


@unprivileged
def test_outline_that_may_not_be_read_is_told(run: Run, talk: Path) -> None:
    talk.chmod(0)
    said = run("build", talk)
    assert said.code == 5
    assert "cannot be read" in said.err


def test_draft_leaves_out_links_that_lead_nowhere_or_may_not_be_followed(run: Run, tmp_path: Path) -> None:
    written(
        tmp_path,
        'title: x\nslides:\n  - title: y\n    bullets: ["[a](#nowhere)", "[b](javascript:x)", "[c](slide:next)"]\n',
    )
    said = run("build", "talk.yaml", "--draft")
    assert said.code == 3
    with zipfile.ZipFile(tmp_path / "talk.pptx") as archive:
        slide = archive.read("ppt/slides/slide2.xml").decode()
        rels = archive.read("ppt/slides/_rels/slide2.xml.rels").decode()
    assert "External" not in rels
    assert slide.count("<a:hlinkClick") == 1
    assert "ppaction://hlinkshowjump?jump=nextslide" in slide


@pytest.mark.parametrize(
    "layout",
    ["trigger: foo", "slots: {x: {kind: nokind}}", "with: 3", "geometry: {x: {sizes: [0]}}", "extends: own"],
)
def test_faulty_layout_of_the_user_is_told_by_its_file(run: Run, talk: Path, layout: str) -> None:
    folder = talk.parent / "layouts"
    folder.mkdir()
    text = f"name: own\nlabel: {{zh: 自己}}\n{'' if 'extends' in layout else 'extends: content'}\n{layout}\n"
    (folder / "own.yaml").write_text(text, "utf-8")
    talk.write_text("title: x\nslides:\n  - title: y\n    layout: own\n", "utf-8")
    said = run("build", talk)
    assert said.code == 4, said.err
    assert "own.yaml" in said.err
    assert "did you mean `own`" not in said.err
