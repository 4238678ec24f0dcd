"""What a Windows machine in a Chinese office would trip over: calls that it lacks, names it refuses, its code page."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import slidegen
from tests.proof.structure import outline_of

PACKAGE = Path(slidegen.__file__).parent
ROOT = Path(__file__).parents[1]
SOURCES = sorted(PACKAGE.rglob("*.py"))

POSIX_MODULES = set("crypt fcntl grp nis ossaudiodev posix pty pwd readline resource spwd syslog termios tty".split())
SHELLS = {"os.system", "os.popen", "os.startfile", "subprocess.getoutput", "subprocess.getstatusoutput"}
POSIX_CALLS = {
    *("os.fork", "os.forkpty", "os.getuid", "os.geteuid", "os.getgid", "os.getgroups", "os.setuid", "os.chown"),
    *(
        "os.lchown",
        "os.fchown",
        "os.chroot",
        "os.mkfifo",
        "os.mknod",
        "os.killpg",
        "os.setsid",
        "os.getpgid",
        "os.nice",
    ),
    *("os.wait", "os.wait3", "os.wait4", "os.uname", "os.statvfs", "os.getloadavg", "os.sysconf", "os.pathconf"),
    *("os.kill", "os.WNOHANG", "os.O_NOFOLLOW", "os.O_DIRECTORY", "time.tzset", "asyncio.add_signal_handler"),
}
"""`os.kill` too: on Windows any signal ends the process."""
REFUSES_TO_OVERWRITE = {"os.rename", "os.renames"}
SIGNALS = {"SIGINT", "SIGTERM", "SIGABRT", "SIGFPE", "SIGILL", "SIGSEGV", "SIGBREAK"}
TEXT_FILES = {"open", "read_text", "write_text", "fdopen", "NamedTemporaryFile", "TemporaryFile", "TextIOWrapper"}
POSIX_PLACES = ("/tmp", "/dev/", "/etc/", "/usr/", "/var/", "/home/", "/proc/")


def faults(source: str) -> list[str]:
    """What in a source would not do on Windows."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [f"line {getattr(node, 'lineno', 0)}: {said}" for node in _walk(tree) for said in _said(node, docstrings)]


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those of functions that ask first which system they run on."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef) and any(
            ast.unparse(part) in ("os.name", "sys.platform")
            for part in ast.walk(child)
            if isinstance(part, ast.Attribute)
        ):
            continue
        yield child
        yield from _walk(child)


def _said(node: ast.AST, docstrings: set[int]) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        yield from (name for name in names if name.partition(".")[0] in POSIX_MODULES | {"subprocess"})
        if isinstance(node, ast.ImportFrom):
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from full & (SHELLS | POSIX_CALLS | REFUSES_TO_OVERWRITE)
    elif isinstance(node, ast.Attribute):
        name = ast.unparse(node)
        if name in SHELLS | POSIX_CALLS | REFUSES_TO_OVERWRITE:
            yield name
        if name.startswith("signal.SIG") and node.attr not in SIGNALS:
            yield name
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
        if node.value.startswith(POSIX_PLACES):
            yield f"the place {node.value}"
        if "%-d" in node.value or "%-m" in node.value:
            yield f"the date format {node.value}"
    elif isinstance(node, ast.Call):
        yield from _called(node)


def _called(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if name == "rename" and isinstance(call.func, ast.Attribute):
        yield "Path.rename, which refuses to overwrite: use replace"
    if "shell" in keywords:
        yield "a shell"
    modes = [arg.value for arg in (*call.args[:2], keywords.get("mode")) if isinstance(arg, ast.Constant)]
    binary = any(isinstance(mode, str) and len(mode) <= 3 and "b" in mode for mode in modes)
    encoded = "encoding" in keywords or (name == "read_text" and call.args)
    in_memory = any(ast.unparse(arg).startswith("io.BytesIO(") for arg in call.args[:1])
    if name in TEXT_FILES and not (binary or encoded or in_memory):
        yield f"{name} without an encoding: Windows takes its code page"


@pytest.mark.parametrize(
    "source",
    [
        "import fcntl",
        "from pwd import getpwuid",
        "import subprocess",
        "import os\nos.system('ls')",
        "import os\nos.fork()",
        "from os import rename",
        "import os\nos.rename(a, b)",
        "path.rename(other)",
        "import signal\nsignal.signal(signal.SIGHUP, f)",
        "x = '/tmp/slides'",
        "open('a.txt')",
        "open('a.txt', 'w')",
        "path.open()",
        "path.read_text()",
        "path.write_text(text)",
        "f'{date:%-d}'",
        "run(command, shell=True)",
        "import os\ndef gone(pid):\n    os.kill(pid, 0)",
    ],
)
def test_every_such_call_is_seen(source: str) -> None:
    assert faults(source)


@pytest.mark.parametrize(
    "source",
    [
        "open('a.bin', 'rb')",
        "path.open('xb')",
        "pillow.open(io.BytesIO(data))",
        "path.read_text('utf-8')",
        "path.write_text(text, encoding='utf-8')",
        "import os\nos.replace(a, b)",
        "import signal\nsignal.SIGINT",
        "import os\ndef gone(pid):\n    if os.name == 'nt':\n        return False\n    os.kill(pid, 0)",
        "def f():\n    '''/tmp in a docstring'''",
    ],
)
def test_what_windows_has_is_not_refused(source: str) -> None:
    assert faults(source) == []


def test_no_module_uses_a_shell_or_what_windows_lacks() -> None:
    assert len(SOURCES) > 80
    found = {path.relative_to(PACKAGE).as_posix(): faults(path.read_text(encoding="utf-8")) for path in SOURCES}
    # LibreOffice, which converts .doc and .wps, is the one program that slidegen starts, and without a shell
    assert found.pop("manuscript/reading/office.py") == ["line 6: subprocess"]
    assert {path: said for path, said in found.items() if said} == {}


def test_every_file_can_be_checked_out_on_windows() -> None:
    paths = [p for folder in ("slidegen", "layouts", "decks", "docs", "tests") for p in (ROOT / folder).rglob("*")]
    reserved = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
    refused = [p for p in paths if p.name.partition(".")[0].lower() in reserved or set(p.name) & set('<>:"|?*\\')]
    assert refused == []
    assert [p for p in paths if p.name.endswith((".", " "))] == []
    assert len({str(p).lower() for p in paths}) == len(paths)
    assert max(len(p.relative_to(ROOT).as_posix()) for p in paths if "__pycache__" not in p.parts) < 150


# ------------------------------------------------------------ consoles

FAULTY = "title: 题目 ✓ 🎉\nslides:\n  - title: 一\n    bulets🎉: [甲, 乙]\n  - title: 😀\n    icon✓: x\n"
GOOD = "title: 题目 ✓ 🎉\nslides:\n  - title: 一\n    bullets: [甲, 乙]\n"

Command = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(params=["cp936", "gbk:strict", "ascii", "cp437:strict"])
def console(request: pytest.FixtureRequest, tmp_path: Path) -> Command:
    """Give `console(argument, …)`: the command in a process of its own whose streams have some code page."""

    def command(*arguments: str, language: str = "zh") -> subprocess.CompletedProcess[bytes]:
        paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        streams = {"PYTHONIOENCODING": request.param, "PYTHONUTF8": "0", "SLIDEGEN_LANG": language, "PYTHONPATH": paths}
        run = [sys.executable, "-m", "slidegen", *arguments]
        done = subprocess.run(run, cwd=tmp_path, env=os.environ | streams, capture_output=True, check=False)
        assert b"Traceback" not in done.stdout + done.stderr
        assert b"[bug]" not in done.stderr
        return done

    return command


def test_findings_about_characters_that_the_console_lacks_are_still_said(console: Command, tmp_path: Path) -> None:
    (tmp_path / "年会 🎉.yaml").write_text(FAULTY, encoding="utf-8")
    done = console("build", "年会 🎉.yaml")
    assert done.returncode == 3
    assert done.stderr.count(b"[unknown-key]") == 2
    assert b":4:5:" in done.stderr
    assert b":6:5:" in done.stderr
    assert not (tmp_path / "年会 🎉.pptx").exists()


def test_json_for_programs_is_whole_whatever_the_console_can_show(console: Command, tmp_path: Path) -> None:
    (tmp_path / "年会 🎉.yaml").write_text(FAULTY, encoding="utf-8")
    for command in ("build", "check"):
        told = json.loads(console(command, "年会 🎉.yaml", "--format", "json").stdout.decode("ascii"))
        assert {finding["span"]["file"] for finding in told["findings"]} == {"年会 🎉.yaml"}
        assert any("bulets🎉" in finding["message"] for finding in told["findings"])


def test_deck_is_built_and_the_closing_line_said(console: Command, tmp_path: Path) -> None:
    (tmp_path / "年会 🎉.yaml").write_text(GOOD, encoding="utf-8")
    done = console("build", "年会 🎉.yaml")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout
    assert outline_of(tmp_path / "年会 🎉.pptx")[0].title == "题目 ✓ 🎉"


def test_printed_schema_is_whole(console: Command) -> None:
    schema = json.loads(console("schema").stdout.decode("ascii"))
    assert "标题" in json.dumps(schema, ensure_ascii=False)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["layouts", "list"], ["themes", "show", "党建红金"], ["new", "✓.yaml"]]
)
def test_every_command_speaks_on_it(console: Command, arguments: list[str]) -> None:
    assert console(*arguments).returncode == 0


# ------------------------------------------------------------ names


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "slidegen", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize(
    "title", ["CON", "什么是“四自”？", "A: B", 'what? <yes> | "no" * \\ / done.', "结束...", "nul.pptx"]
)
def test_name_of_the_deck_comes_from_the_file_and_never_from_the_title(tmp_path: Path, title: str) -> None:
    (tmp_path / "talk.yaml").write_text(
        f"title: {json.dumps(title)}\nslides: [{{title: 一, bullets: [甲]}}]\n", "utf-8"
    )
    assert run(tmp_path, "build", "talk.yaml").returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["talk.pptx", "talk.yaml"]
    assert outline_of(tmp_path / "talk.pptx")[0].title.replace("\v", " ") == title


@pytest.mark.parametrize("place", ["我的 文档/2026 年会（终稿）", "a'b & c", "%TEMP%", "#1 [x] {y}", "很长" * 30])
def test_folders_and_files_with_spaces_and_chinese_are_no_trouble(tmp_path: Path, place: str) -> None:
    folder = tmp_path / place
    (folder / "layouts").mkdir(parents=True)
    (folder / "layouts/own 版式.yaml").write_text(
        "name: 自己的\nextends: bullets\ntrigger: bullets\n", encoding="utf-8"
    )
    outline = f"{place}/讲 稿.yaml"
    (tmp_path / outline).write_text(
        "title: 题\nslides: [{title: 一, layout: 自己的, bullets: [甲]}]\n", encoding="utf-8"
    )
    done = run(tmp_path, "build", outline)
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "讲 稿.pptx").is_file()
    assert run(tmp_path, "check", outline).returncode == 0
    assert run(tmp_path, "layouts", "copy", "quote", "--to", place).returncode == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "big5", "shift_jis"])
def test_other_encodings_are_read_or_refused_with_a_way_out(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "talk.yaml").write_bytes("title: 三月三日\nslides: [{title: 一, bullets: [甲]}]\n".encode(encoding))
    done = run(tmp_path, "build", "talk.yaml")
    told = run(tmp_path, "build", "talk.yaml", "--encoding", encoding, "-o", "told.pptx")
    assert told.returncode == 0, told.stderr
    assert outline_of(tmp_path / "told.pptx")[0].title == "三月三日"
    if done.returncode:
        assert "--encoding" in done.stderr
        assert len(done.stderr) < 1500
