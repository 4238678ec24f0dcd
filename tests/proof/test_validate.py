"""The validators accept a good deck and name the fault of a bad one."""

from pathlib import Path

import pytest

from tests.proof.samples import edited, good_deck
from tests.proof.validate import audit_errors, sdk_errors

SLIDE = "ppt/slides/slide1.xml"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return good_deck(tmp_path / "good.pptx")


@pytest.fixture
def bad(good: Path, tmp_path: Path) -> Path:
    return edited(good, tmp_path / "bad.pptx", SLIDE, "<a:bodyPr/>", '<a:bodyPr wrap="never"/>')


def test_sdk_answers_for_each_deck_in_order(good: Path, bad: Path) -> None:
    errors = sdk_errors([bad, good])
    assert "'never'" in errors[0][0]
    assert SLIDE in errors[0][0]
    assert errors[1] == []


def test_audit_tells_good_from_bad(good: Path, bad: Path) -> None:
    assert audit_errors(good) == []
    assert SLIDE in audit_errors(bad)[0]
