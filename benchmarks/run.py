"""Time the same deck by slidegen, python-pptx, pandoc and PptxGenJS, in turn, in one run.

    python benchmarks/run.py [--sizes 20,100,1000] [--alone 100,1000,10000] [--rounds 5]

Prints CPU seconds (user and system, the least of the rounds) and peak memory of each whole process, and the ratios to
slidegen. Machines are noisy: only ratios within one run mean something. A peer that is not installed is named and
left out; `make bench` fetches PptxGenJS, pandoc comes from your system's packages.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent
MODULES = ROOT / ".cache/bench/node_modules"

sys.path.insert(0, str(ROOT))
from benchmarks.sample import markdown, outline, slides  # noqa: E402 - only after the path is set


class Cost(NamedTuple):
    """What a process took: CPU seconds and peak megabytes."""

    seconds: float
    megabytes: float


Command = Callable[[Path, int], list[str]]


def _slidegen(folder: Path, count: int) -> list[str]:
    return _build(folder, f"deck-{count}.yaml", outline(count))


def _alone(folder: Path, count: int) -> list[str]:
    """Build with two bullets and short notes a slide: 10,000 full ones pass the limits of an outline."""
    return _build(folder, f"short-{count}.yaml", outline(count, bullets=2, notes=50))


def _build(folder: Path, name: str, text: str) -> list[str]:
    source = folder / name
    source.write_text(text, "utf-8")
    return [str(Path(sys.executable).with_name("slidegen")), "build", str(source), "-o", str(folder / "slidegen.pptx")]


def _library(folder: Path, count: int) -> list[str]:
    _slidegen(folder, count)
    return [sys.executable, str(HERE / "library.py"), str(folder / f"deck-{count}.yaml")]


def _json(folder: Path, count: int) -> str:
    source = folder / f"deck-{count}.json"
    if not source.exists():
        source.write_text(json.dumps(list(slides(count)), ensure_ascii=False), "utf-8")
    return str(source)


def _python_pptx(folder: Path, count: int) -> list[str]:
    return [sys.executable, str(HERE / "peers/python_pptx.py"), _json(folder, count), str(folder / "python_pptx.pptx")]


def _pandoc(folder: Path, count: int) -> list[str]:
    source = folder / f"deck-{count}.md"
    if not source.exists():
        source.write_text(markdown(count), "utf-8")
    return ["pandoc", "--slide-level=1", str(source), "-o", str(folder / "pandoc.pptx")]


def _pptxgenjs(folder: Path, count: int) -> list[str]:
    return ["node", str(HERE / "peers/pptxgenjs.cjs"), _json(folder, count), str(folder / "pptxgenjs.pptx")]


TOOLS: dict[str, Command] = {
    "slidegen": _slidegen,
    "python-pptx": _python_pptx,
    "pandoc": _pandoc,
    "PptxGenJS": _pptxgenjs,
}


def run(command: list[str]) -> Cost:
    """Run a command once and return what the whole process took. Raises SystemExit when it fails."""
    environment = os.environ | {"NODE_PATH": str(MODULES)}
    # pip compiles what it installs; a checkout's own modules are compiled at their first run, which warms up
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    assert process.stderr is not None
    said = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def least(costs: list[Cost]) -> Cost:
    """Return the least seconds and the most memory of several runs."""
    return Cost(min(c.seconds for c in costs), max(c.megabytes for c in costs))


def compare(folder: Path, tools: dict[str, Command], count: int, rounds: int) -> None:
    """Print a table of all tools at one size; they run in turn, so that noise meets all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in tools}
    run(tools["slidegen"](folder, count))
    for _ in range(rounds):
        for name, command in tools.items():
            costs[name].append(run(command(folder, count)))
    own = least(costs["slidegen"])
    print(f"\n{count} slides{'':14}CPU s   peak MB   slidegen takes")
    for name, runs in costs.items():
        cost = least(runs)
        time, memory = own.seconds / cost.seconds, own.megabytes / cost.megabytes
        ratio = "" if name == "slidegen" else f"{time:.2f} x its time, {memory:.2f} x its memory"
        print(f"  {name:18}{cost.seconds:8.3f}{cost.megabytes:10.0f}   {ratio}")


def growth(folder: Path, sizes: list[int], rounds: int) -> None:
    """Print slidegen alone at growing sizes, with how much longer each takes than the one before."""
    print("\nslidegen alone          CPU s   peak MB   times the size before")
    before: tuple[int, Cost] | None = None
    for count in sizes:
        cost = least([run(_alone(folder, count)) for _ in range(rounds)])
        grown = f"{cost.seconds / before[1].seconds:.1f} for {count // before[0]} times the slides" if before else ""
        print(f"  {count:<18}{cost.seconds:8.3f}{cost.megabytes:10.0f}   {grown}")
        before = (count, cost)


def library(folder: Path, rounds: int) -> None:
    """Print a library call in a process that already runs against the python-pptx script after its imports."""
    command = [*_library(folder, 20), _json(folder, 20)]
    told = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(rounds)]
    pairs = [tuple(map(float, line.split())) for line in told]
    own, script = min(p[0] for p in pairs), min(p[1] for p in pairs)
    print(f"\na library call on 20 slides: {own * 1000:.1f} ms, {own / script:.2f} x the script after its imports")


def main() -> None:
    """Read the command line and print all comparisons."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="20,100,1000")
    parser.add_argument("--alone", default="100,1000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    tools = dict(TOOLS)
    for name, present in (("pandoc", shutil.which("pandoc")), ("PptxGenJS", (MODULES / "pptxgenjs").exists())):
        if not present:
            print(f"{name} is not installed and left out")
            del tools[name]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for count in [int(n) for n in given.sizes.split(",") if n]:
            compare(folder, tools, count, given.rounds if count < 1000 else min(given.rounds, 2))
        library(folder, given.rounds)
        growth(folder, [int(n) for n in given.alone.split(",") if n], min(given.rounds, 2))


if __name__ == "__main__":
    main()
