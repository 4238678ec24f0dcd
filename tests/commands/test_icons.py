import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slidegen.commands.icons import beside
from slidegen.icons.find import icon_path, search

Run = Callable[..., "object"]


def test_word_finds_icons_with_their_chinese_words(run: Run) -> None:
    said = run("icons", "risk")
    assert (said.code, said.err) == (0, "")
    first, *_ = said.out.splitlines()
    name, words = first.split(maxsplit=1)
    assert name == "shield-alert"
    assert words.split(", ") == ["风险", "风险防控", "隐患"]


def test_word_that_finds_an_icon_is_one_an_outline_may_use(run: Run, tmp_path: Path) -> None:
    name = run("icons", "监督").out.split()[0]
    talk = "title: a\nslides:\n  - title: b\n    cards: [{title: c, icon: NAME}, d]\n"
    (tmp_path / "talk.yaml").write_text(talk.replace("NAME", name), encoding="utf-8")
    assert run("check", "talk.yaml").code == 0


def test_without_a_word_every_name_is_listed_in_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    said = run("icons")
    *rows, _, last = said.out.splitlines()
    assert sorted(name for row in rows for name in row.split()) == sorted(search(""))
    assert max(map(len, rows)) <= 120
    assert last.startswith(f"{len(search(''))} icons")


@given(st.lists(st.text("ab-", min_size=1, max_size=12), min_size=1, max_size=40), st.integers(1, 100))
def test_columns_are_read_downwards_and_lose_no_name(words: list[str], width: int) -> None:
    rows = [row.split() for row in beside(words, width)]
    down = [row[column] for column in range(len(rows[0])) for row in rows if column < len(row)]
    assert down == words
    assert all(len(row) <= max(width, max(map(len, words))) for row in beside(words, width))


def test_unknown_word_is_a_usage_error_with_the_nearest(run: Run) -> None:
    said = run("icons", "shild")
    assert (said.code, said.out) == (2, "")
    assert "error[unknown-icon]" in said.err
    assert "near: shield" in said.err


def test_chinese_user_reads_chinese(run: Run) -> None:
    said = run("icons", "监督", language="zh")
    assert "观察、关注" in said.out
    assert "slidegen icons" in said.out.splitlines()[-1]
    assert "outline" not in said.out
    assert "列出" in run("icons", "--help", language="zh").out


def test_json_tells_names_and_all_words(run: Run) -> None:
    told = json.loads(run("icons", "监督", "--format", "json").out)
    assert told["findings"] == []
    assert [icon["name"] for icon in told["icons"]] == ["eye"]
    assert {"监督", "supervision"} <= set(told["icons"][0]["keywords"])


def test_json_of_an_unknown_word_holds_the_finding(run: Run) -> None:
    said = run("icons", "shild", "--format", "json")
    told = json.loads(said.out)
    assert (said.code, said.err, told["icons"]) == (2, "", [])
    assert told["findings"][0]["code"] == "unknown-icon"


def test_every_listed_word_draws_the_icon_it_is_listed_for(run: Run) -> None:
    for icon in json.loads(run("icons", "安全", "--format", "json").out)["icons"]:
        assert all(icon_path(word) == icon_path(icon["name"]) for word in icon["keywords"])
