"""Fixtures for every test; the tools behind them are in tests/proof."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from tests.proof.need import need as need_command
from tests.proof.prove import prove

os.environ["SLIDEGEN_LANG"] = "en"  # what tests compare is English, in processes that they start too

settings.register_profile("slidegen", deadline=None)  # how long a test takes says nothing on a busy machine
settings.load_profile("slidegen")


@pytest.fixture(scope="session")
def need() -> Callable[[str], str]:
    """Give `need(command)`: its path, or the test is skipped (under CI: fails) naming what is missing."""
    return need_command


@pytest.fixture(scope="session")
def proof() -> Callable[[Sequence[Path]], None]:
    """Give `proof(decks)`: assert that decks are valid, whole and free of overflow."""
    return prove
