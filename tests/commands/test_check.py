import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "object"]
GOOD = "title: 题\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n"
WARNED = "标题：题\n" + GOOD.partition("\n")[2]
BAD = "titel: 题\n" + GOOD
TOO_LONG = f"{GOOD}    takeaway: {'汉' * 100}\n"


def written(folder: Path, text: str, name: str = "talk.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (GOOD, [], 0),
        (GOOD, ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 3),
        (BAD, [], 3),
        (TOO_LONG, [], 3),
        (GOOD, ["--theme", "azur"], 3),
        (GOOD, ["--layouts", "broken"], 4),
        (GOOD, ["--layouts", "broken", "--strict"], 4),
    ],
)
def test_exit_code_is_that_of_the_gravest_finding(
    run: Run, tmp_path: Path, text: str, options: list[str], code: int
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/bullets.yaml").write_text("name: bullets\ngeometry: 3\ntrigger: bullets\n", encoding="utf-8")
    assert run("check", written(tmp_path, text), *options).code == code


@pytest.mark.parametrize("text", [GOOD, WARNED, BAD, TOO_LONG, "", "title: a: b\n"])
def test_check_finds_what_a_build_finds_and_writes_nothing(run: Run, tmp_path: Path, text: str) -> None:
    talk = written(tmp_path, text)
    checked = run("check", talk)
    assert [p.name for p in tmp_path.iterdir()] == ["talk.yaml"]
    built = run("build", talk)
    assert (checked.code, checked.err) == (built.code, built.err)


def test_closing_line_counts_what_was_found(run: Run, tmp_path: Path) -> None:
    assert run("check", written(tmp_path, GOOD)).out == f"{tmp_path / 'talk.yaml'}: 3 slides, nothing to mend\n"
    assert run("check", written(tmp_path, WARNED)).out.endswith(": 3 slides, 1 warning\n")
    assert run("check", written(tmp_path, BAD)).out.endswith(": 3 slides, 1 error\n")


def test_several_outlines_are_checked_in_one_call(run: Run, tmp_path: Path) -> None:
    for name, text in (("a", GOOD), ("b", BAD), ("c", WARNED)):
        written(tmp_path, text, f"{name}.yaml")
    said = run("check", "a.yaml", "b.yaml", "c.yaml")
    assert said.code == 3
    assert [line.partition(":")[0] for line in said.out.splitlines()] == ["a.yaml", "b.yaml", "c.yaml"]


def test_json_lists_findings_and_counts(run: Run, tmp_path: Path) -> None:
    said = run("check", written(tmp_path, BAD), "--format", "json")
    told = json.loads(said.out)
    assert (said.code, said.err) == (3, "")
    assert [(f["code"], f["span"]["line"]) for f in told["findings"]] == [("unknown-key", 1)]
    assert [(c["errors"], c["warnings"]) for c in told["checked"]] == [(1, 0)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "OUTLINE"),
        (["check", "nowhere.yaml"], "nowhere.yaml"),
        (["check", "x", "--format", "xml"], "text or json"),
    ],
)
def test_wrong_arguments_are_a_usage_error(run: Run, arguments: list[str], words: str) -> None:
    said = run(*arguments)
    assert said.code == 2
    assert words in said.err
