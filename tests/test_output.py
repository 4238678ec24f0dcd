from pathlib import Path

import pytest
from pptx import Presentation
from typer.testing import CliRunner, Result

from slidegen.cli import app
from slidegen.diagnostics import Exit
from tests.test_identity import OUTLINE, retitle


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(OUTLINE, "utf-8")
    return path


def build(talk: Path, *more: str) -> Result:
    return CliRunner().invoke(app, ["build", str(talk), *more])


def decks(talk: Path) -> list[str]:
    return sorted(p.name for p in talk.parent.glob("*.pptx"))


def test_untouched_deck_is_built_again_in_its_place(talk: Path) -> None:
    assert build(talk).exit_code == 0
    talk.write_text(OUTLINE.replace("三件事", "四件事"), "utf-8")
    assert build(talk).exit_code == 0
    assert decks(talk) == ["talk.pptx"]
    assert Presentation(str(talk.with_suffix(".pptx"))).slides[1].shapes.title.text == "四件事"


def test_edited_deck_is_kept_and_the_new_one_stands_beside_it(talk: Path) -> None:
    build(talk)
    edited = talk.with_suffix(".pptx")
    retitle(edited)
    before = edited.read_bytes()
    said = build(talk)
    assert said.exit_code == 0
    assert "talk (2).pptx" in said.output
    assert edited.read_bytes() == before
    assert decks(talk) == ["talk (2).pptx", "talk.pptx"]
    build(talk)
    assert decks(talk) == ["talk (2).pptx", "talk.pptx"], "the second one is slidegen's own and is built again"
    retitle(talk.with_name("talk (2).pptx"))
    build(talk)
    assert decks(talk) == ["talk (2).pptx", "talk (3).pptx", "talk.pptx"]


def test_edited_deck_at_an_explicit_place_is_kept_and_ends_with_5(talk: Path) -> None:
    target = talk.with_name("out.pptx")
    assert build(talk, "-o", str(target)).exit_code == 0
    retitle(target)
    before = target.read_bytes()
    said = build(talk, "-o", str(target))
    assert said.exit_code == Exit.ENVIRONMENT
    assert "--overwrite" in said.output
    assert target.read_bytes() == before
    assert decks(talk) == ["out.pptx"]
    assert build(talk, "-o", str(target), "--overwrite").exit_code == 0
    assert target.read_bytes() != before


def test_file_that_is_not_slidegens_is_kept(talk: Path) -> None:
    foreign = talk.with_suffix(".pptx")
    Presentation().save(str(foreign))
    before = foreign.read_bytes()
    assert build(talk).exit_code == 0
    assert foreign.read_bytes() == before
    assert decks(talk) == ["talk (2).pptx", "talk.pptx"]


@pytest.mark.parametrize("mark", ["~$talk.pptx", ".~lock.talk.pptx#"])
def test_deck_that_is_open_is_kept(talk: Path, mark: str) -> None:
    build(talk)
    before = talk.with_suffix(".pptx").read_bytes()
    talk.with_name(mark).write_bytes(b"")
    talk.write_text(OUTLINE.replace("三件事", "四件事"), "utf-8")
    assert build(talk).exit_code == 0
    assert talk.with_suffix(".pptx").read_bytes() == before
    assert "talk (2).pptx" in decks(talk)
    assert build(talk, "-o", str(talk.with_suffix(".pptx"))).exit_code == Exit.ENVIRONMENT


def test_strip_command_makes_a_deck_that_is_never_overwritten(talk: Path) -> None:
    build(talk)
    deck = talk.with_suffix(".pptx")
    assert CliRunner().invoke(app, ["strip", str(deck)]).exit_code == 0
    before = deck.read_bytes()
    build(talk)
    assert deck.read_bytes() == before


def test_strip_refuses_what_is_no_deck(talk: Path) -> None:
    said = CliRunner().invoke(app, ["strip", str(talk)])
    assert said.exit_code == Exit.ASSET
    assert talk.read_text("utf-8") == OUTLINE
