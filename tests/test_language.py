"""The user's language: every sentence is translated, in the right one, and what is printed is all of it."""

import gettext
import re
import string
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.messages import catalogue_of, extracted
from slidegen import cli, language, resources
from slidegen.blocks.kinds import names
from slidegen.codes import CODES
from slidegen.commands.describe import _KIND
from slidegen.commands.options import Reading
from slidegen.commands.prepared import prepared
from slidegen.commands.printing import width_of, wrapped
from slidegen.commands.wording import translation
from slidegen.diagnostics import Diagnostic, Report, reason
from slidegen.language import FOLDER, listed, say, say_count, translated, user_language

PO = FOLDER / "zh_CN/LC_MESSAGES/slidegen.po"
LANGUAGE_VARIABLES = ("SLIDEGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(scope="module")
def chinese() -> dict[object, list[str]]:
    """The translations of the catalogue, by sentence."""
    return {m.id: list(m.string) if isinstance(m.string, tuple) else [m.string] for m in catalogue_of(PO) if m.id}


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def fields(template: str) -> list[tuple[str, str, str]]:
    """What a template's values are called and how each is formatted, in no order."""
    parts = string.Formatter().parse(template)
    return sorted((name, spec or "", conversion or "") for _, name, spec, conversion in parts if name is not None)


# ------------------------------------------------------------ the catalogue


def test_every_sentence_is_translated(chinese: dict[object, list[str]]) -> None:
    assert [m for m in extracted() if not all(chinese.get(m, [""]))] == [], "run `make messages`, then translate"


def test_no_translation_is_left_of_a_sentence_that_nobody_says(chinese: dict[object, list[str]]) -> None:
    assert set(chinese) - set(extracted()) == set(), "run: make messages"


def test_a_translation_has_the_values_of_its_sentence(chinese: dict[object, list[str]]) -> None:
    for msgid, said in chinese.items():
        for original in msgid if isinstance(msgid, tuple) else [msgid]:
            assert fields(said[0]) == fields(str(original))


def test_what_stands_in_backquotes_stays(chinese: dict[object, list[str]]) -> None:
    # words of the outline and of the command; what stands for the user's own words may be put into Chinese
    for msgid, said in chinese.items():
        words = {w for w in str(msgid).split("`")[1::2] if w and "key" not in w and w != "layout: {name}"}
        assert words - set(said[0].replace("文件名", "FILE").split("`")) <= {", "}, msgid


def test_translations_are_punctuated_as_chinese_is(chinese: dict[object, list[str]]) -> None:
    for said, *_ in chinese.values():
        prose = re.sub(r"`[^`]*`|\[.*?\]|“.*?”|\n.*", "", said, flags=re.DOTALL)
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.(?!\.)|[\u4e00-\u9fff] ?\(", prose), said


def test_compiled_catalogue_is_that_of_the_translations(chinese: dict[object, list[str]]) -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for msgid, said in chinese.items():
        found = compiled.ngettext(*msgid, 2) if isinstance(msgid, tuple) else compiled.gettext(str(msgid))
        assert found == said[0], "run: make messages"


# ------------------------------------------------------------ which language


@pytest.mark.parametrize(
    ("set_to", "tag", "has_catalogue"),
    [
        ({"SLIDEGEN_LANG": "zh"}, "zh", True),
        ({"SLIDEGEN_LANG": "zh_CN"}, "zh-CN", True),
        ({"SLIDEGEN_LANG": "zh_CN.UTF-8"}, "zh-CN", True),
        ({"SLIDEGEN_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en", False),
        ({"SLIDEGEN_LANG": "klingon", "LC_ALL": "zh_CN.UTF-8"}, "klingon", False),
        ({"SLIDEGEN_LANG": "", "LANG": "zh_CN.UTF-8"}, "zh-CN", True),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh-CN", True),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_US.UTF-8"}, "zh-CN", True),
        ({"LANG": "zh_TW.UTF-8"}, "zh-TW", True),
        ({"LANG": "C.UTF-8"}, "en", False),
        ({"LC_ALL": "POSIX", "LANG": "zh_CN"}, "en", False),
        ({"LANG": "fr_FR.UTF-8"}, "fr-FR", False),
    ],
)
def test_language_is_the_users(
    set_to: dict[str, str], tag: str, has_catalogue: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert (user_language(), translated()) == (tag, has_catalogue)
    assert say("a list") == ("列表" if has_catalogue else "a list")


def test_language_is_english_where_nothing_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(language.sys, "platform", "linux")
    assert user_language() == "en"


@pytest.fixture
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLIDEGEN_LANG", "zh")


# ------------------------------------------------------------ what is said


def test_numbers_take_their_form() -> None:
    assert [say_count("{count} slide", "{count} slides", n) for n in (0, 1, 2)] == ["0 slides", "1 slide", "2 slides"]


def test_lists_and_numbers_are_chinese_in_chinese(in_chinese: None) -> None:
    assert listed(["甲", "乙"]) == "甲、乙"
    assert [say_count("{count} slide", "{count} slides", n) for n in (1, 2)] == ["1 页", "2 页"]


@given(st.text())
def test_values_of_a_sentence_are_said_as_they_are(word: str) -> None:
    report = Report()
    report.error("x", None, say("write {mended}", mended=word), say("near: {near}", near=word))
    report.error("y", None, "write {mended}", mended=word)
    assert [(f.message, f.hint) for f in report.findings] == [(f"write {word}", f"near: {word}"), (f"write {word}", "")]


def test_reasons_of_the_system_are_said_in_chinese(in_chinese: None) -> None:
    import errno

    assert reason(PermissionError(errno.EACCES, "Permission denied")) == "没有权限"
    assert reason(OSError(errno.ELOOP, "Too many levels")) == "Too many levels"


def test_every_kind_of_slot_has_a_name() -> None:
    assert set(_KIND) == set(names())


@pytest.mark.parametrize("code", [name for name, code in CODES.items() if code.of != "command"])
def test_findings_are_chinese_in_chinese(
    code: str, in_chinese: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "user_folder", lambda: tmp_path / "own")
    example = CODES[code]
    outline = tmp_path / "talk.yaml"
    if example.of == "layout":
        (tmp_path / "layouts").mkdir()
        (tmp_path / "layouts/own.yaml").write_text(example.example, encoding="utf-8")
        outline.write_text("title: Talk\nslides:\n  - {title: One, layout: own}\n", encoding="utf-8")
    else:
        outline.write_text(example.example, encoding="utf-8")
    report = Report()
    prepared(outline, Reading(), report)
    for finding in report.findings:
        assert has_chinese(finding.message), finding
        assert has_chinese(finding.hint) or not finding.hint, finding


# ------------------------------------------------------------ the command

FAULTY = """\
title: 题目
slides:
  - title: 一
    card: [甲, 乙]
  - title：二
    bullets: [甲, 乙]
    hidden: 也许
"""


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], in_chinese: None
) -> Callable[..., tuple[int, str, str]]:
    """Give `run(argument, …)`: the command's exit code and what it says to a Chinese user."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(resources, "user_folder", lambda: tmp_path / "own")

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["slidegen", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return (int(ended.value.code or 0), *capsys.readouterr())

    return command


def test_faults_are_told_in_chinese_with_their_places(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("talk.yaml").write_text(FAULTY, encoding="utf-8")
    code, out, err = run("build", "talk.yaml")
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        "talk.yaml:5:10: 警告[full-width-colon] `title` 后面的冒号是全角的，已当作 `title: `",
        "  办法：写成 title: 二",
        "talk.yaml:7:13: 错误[wrong-type] `hidden` 要写是或否，这里写的是文字",
        "  办法：写“是”或“否”，也可以写 true 或 false",
        "talk.yaml:4:5: 错误[unknown-key] 没有 `card` 这个键",
        "  办法：是不是 `cards`？",
    ]


def test_json_keeps_codes_and_speaks_chinese(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("talk.yaml").write_text(FAULTY, encoding="utf-8")
    out = run("check", "talk.yaml", "--format", "json")[1]
    assert '"code": "unknown-key"' in out
    assert '"severity": "error"' in out
    assert '"message": "没有 `card` 这个键"' in out


def test_closing_line_is_chinese(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("talk.yaml").write_text("title: 题目\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n", encoding="utf-8")
    assert run("build", "talk.yaml")[1] == "talk.pptx：3 页、0 章、备注约讲 0 分钟、字号都没有缩小\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build",), "错误：缺少参数 'OUTLINE...'"),
        (("build", "talk.yaml", "--nonsense"), "错误：没有选项 --nonsense"),
        (("build", "talk.yaml", "-o"), "错误：选项 '-o' 后面要写内容"),
        (("build", "talk.yaml", "--draft=1"), "错误：选项 '--draft' 后面不写内容"),
        (("buidl",), "错误：没有命令 'buidl'，是不是 'build'？"),
        (("schema", "more"), "错误：多写了参数：more"),
        (("check", "talk.yaml", "--layouts", "none"), "错误：'--layouts' 写得不对：文件夹 'none' 不存在"),
        (("check", "talk.yaml", "--format", "xml"), "错误：--format 写得不对：只能是 text 或 json"),
    ],
)
def test_usage_errors_are_chinese(
    arguments: tuple[str, ...], said: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    code, out, err = run(*arguments)
    lines = err.splitlines()
    assert (code, out) == (2, "")
    assert said in lines
    # typer does not tell where it was when it read an option that was wrongly used
    assert len(lines) == 1 or (lines[0].startswith("用法：slidegen ") and lines[2].startswith("  办法："))


def help_of(*commands: str) -> list[tuple[str, ...]]:
    return [(*command.split(), "--help") for command in commands]


@pytest.mark.parametrize(
    "arguments",
    help_of("", "build", "check", "new", "schema", "strip", "layouts", "layouts list", "layouts show", "layouts copy")
    + help_of("themes", "themes list", "themes show", "themes copy"),
    ids=" ".join,
)
def test_help_is_chinese(arguments: tuple[str, ...], run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = run(*arguments)
    lines = [line for line in out.splitlines() if line.strip()]
    assert (code, err) == (0, "")
    assert lines[0].startswith("用法：")
    english = [line for line in lines[1:] if not has_chinese(line) and " " in line.strip()]
    assert [line for line in english if not line.strip().endswith("talk.yaml`。")] == []
    assert all(width_of(line) <= 80 for line in lines)


def test_help_is_english_in_english() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "slidegen", "build", "--help"], capture_output=True, encoding="utf-8", check=True
    )
    assert "Usage: slidegen build [OPTIONS]" in done.stdout
    assert "Show this message and exit." in done.stdout
    assert not has_chinese(done.stdout)


def test_a_sentence_of_no_known_form_stays() -> None:
    assert translation("Something else happened.") == "Something else happened."


# ------------------------------------------------------------ lines on a terminal


@given(st.text(alphabet="汉字，。（）《》ab c"), st.integers(12, 40))
def test_wrapping_keeps_the_text(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    # a run of letters has no place to break, nor has a character with the marks that belong to it
    long = max(map(width_of, re.sub("(?<=[汉字，。）》])(?![，。）》])", " ", text).split()), default=0)
    assert all(width_of(line) <= max(width, long) for line in lines)


def test_wrapping_never_begins_a_line_with_a_full_stop() -> None:
    assert wrapped("汉字汉字。汉字", 8) == ["汉字汉", "字。汉字"]


def test_diagnostics_show_their_label_in_the_users_language(in_chinese: None) -> None:
    report = Report()
    report.note("read-as-gb18030", None, "{name} is not UTF-8; it was read as GB18030", name="a.yaml")
    finding: Diagnostic = report.findings[0]
    assert str(finding) == "提示[read-as-gb18030] a.yaml 不是 UTF-8，已按 GB18030 读取"
