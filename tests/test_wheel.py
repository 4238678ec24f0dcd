"""The wheel holds all that a build needs, and what is installed from it works without the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from slidegen import __version__
from tests.building import good
from tests.proof.need import ROOT

LIST = """\
import json
from slidegen.diagnostics import Report
from slidegen.layout.library import Library
from slidegen.resources import bundled
library = Library([bundled("layouts")], Report())
print(json.dumps([str(bundled("layouts")), library.layout_names(), library.theme_names()]))
"""


@dataclass(frozen=True)
class Installed:
    """A wheel, and an environment that has slidegen from it and only its dependencies from that of the tests."""

    wheel: Path
    folder: Path

    def run(self, command: str, *arguments: str, cwd: Path) -> str:
        """Run a command of the environment; return what it says."""
        scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        alone = {"XDG_CONFIG_HOME": str(cwd), "PYTHONPATH": "", "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [str(scripts / command), *arguments],
            cwd=cwd,
            env=os.environ | alone,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    built = _pip("wheel", "--no-deps", "--retries", "1", "--wheel-dir", str(folder), str(ROOT))
    if built.returncode:
        said = f"the wheel could not be built:\n{built.stdout}{built.stderr}"
        if "No matching distribution found for hatchling" in said and os.environ.get("CI", "") not in {"1", "true"}:
            pytest.skip("hatchling, which builds the wheel, is missing and cannot be fetched without a network")
        pytest.fail(said)
    (wheel,) = folder.glob("*.whl")
    venv = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    done = _pip("--python", str(venv), "install", "--no-deps", "--no-index", str(wheel))
    assert done.returncode == 0, done.stderr
    (site,) = {path.parent for path in venv.rglob("slidegen") if path.parent.name == "site-packages"}
    # A path in a .pth file is searched, but the .pth files there (that of the editable install) are not read.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return Installed(wheel, venv)


def _pip(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_wheel_holds_every_layout_theme_and_deck_inside_the_package(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    found = (p for kind in ("layouts", "decks") for p in (ROOT / kind).rglob("*"))
    data = {p.relative_to(ROOT).as_posix() for p in found if p.suffix in (".yaml", ".csv")}
    assert {"layouts/cards.yaml", "layouts/themes/azure.yaml", "decks/quarterly-review.csv"} <= data
    assert {f"slidegen/_bundled/{name}" for name in data} <= names
    assert {name.partition("/")[0] for name in names} == {"slidegen"}
    assert "slidegen/locale/zh_CN/LC_MESSAGES/slidegen.mo" in names
    assert {"slidegen/icons/data.z", "slidegen/starters/zh.yaml", "slidegen/py.typed"} <= names


def test_installed_command_tells_its_version(installed: Installed, tmp_path: Path) -> None:
    assert installed.run("slidegen", "--version", cwd=tmp_path) == f"slidegen {__version__}\n"


def test_installed_package_finds_its_own_layouts_and_themes(installed: Installed, tmp_path: Path) -> None:
    folder, layouts, themes = json.loads(installed.run("python", "-c", LIST, cwd=tmp_path))
    assert Path(folder).is_relative_to(installed.folder)
    assert set(layouts) == {path.stem for path in (ROOT / "layouts").glob("*.yaml")}
    assert set(themes) == {path.stem for path in (ROOT / "layouts/themes").glob("*.yaml")}


def test_installed_command_builds_the_deck_that_the_checkout_builds(installed: Installed, tmp_path: Path) -> None:
    outline = (ROOT / "decks/integrity-training.yaml").read_text(encoding="utf-8")
    (tmp_path / "talk.yaml").write_text(outline, encoding="utf-8")
    assert installed.run("slidegen", "build", "talk.yaml", cwd=tmp_path).startswith("talk.pptx: ")
    assert (tmp_path / "talk.pptx").read_bytes() == good(outline).data()


def test_installed_command_writes_a_starter(installed: Installed, tmp_path: Path) -> None:
    installed.run("slidegen", "new", "talk.yaml", cwd=tmp_path)
    assert "slides:" in (tmp_path / "talk.yaml").read_text(encoding="utf-8")
