"""A missing command skips a test for a developer and fails it under CI."""

import pytest

from tests.proof.need import need


def test_command_is_found_on_the_path() -> None:
    assert need("sh").endswith("/sh")


def test_missing_command_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-command is missing"):
        need("no-such-command")


def test_missing_command_fails_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-command is missing"):
        need("no-such-command")


def test_validator_is_taken_from_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLIDEGEN_VALIDATOR", "/opt/validator")
    assert need("ooxml-validator") == "/opt/validator"
