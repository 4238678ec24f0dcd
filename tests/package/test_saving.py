import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from slidegen.package import saving
from slidegen.package.saving import Reason, SaveError, save

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and modes")
unprivileged = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
NOBODY = 99_999_999
"""A process number beyond every system's range."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A deck saved earlier."""
    path = tmp_path / "汇报.pptx"
    path.write_bytes(b"old")
    return path


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "_WAITS", (0.0, 0.0))


def fail(number: int, winerror: int | None = None) -> Callable[..., NoReturn]:
    """A function that fails as the system does."""

    def failing(*arguments: object) -> NoReturn:
        error = OSError(number, os.strerror(number), *(a for a in arguments if isinstance(a, Path)))
        if len(arguments) == 2:
            error.filename2 = str(arguments[1])
        if winerror is not None:
            error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
        raise error

    return failing


def left(target: Path) -> list[str]:
    """What lies beside the deck."""
    return sorted(p.name for p in target.parent.iterdir() if p != target)


def test_a_new_file_and_an_overwritten_one_hold_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    for data in (b"one", b"two"):
        save(data, path)
        assert path.read_bytes() == data
    assert left(path) == []


@pytest.mark.parametrize(
    ("call", "number", "reason"),
    [
        ("fsync", errno.ENOSPC, Reason.DISK_FULL),
        ("fsync", errno.EIO, Reason.OTHER),
        ("replace", errno.EROFS, Reason.READ_ONLY),
        ("replace", errno.EBUSY, Reason.LOCKED),
        ("replace", errno.EACCES, Reason.LOCKED),
    ],
)
def test_a_failed_save_keeps_the_old_file_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, target: Path, call: str, number: int, reason: Reason
) -> None:
    monkeypatch.setattr(os, call, fail(number))
    with pytest.raises(SaveError) as caught:
        save(b"new", target)
    assert (caught.value.reason, caught.value.path) == (reason, target)
    assert isinstance(caught.value.__cause__, OSError)
    assert target.read_bytes() == b"old"
    assert left(target) == []


def test_a_full_disk_in_mid_write_keeps_the_old_file(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    def half(data: bytes, temporary: Path) -> None:
        temporary.write_bytes(data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(saving, "_write", half)
    with pytest.raises(SaveError, match="disk-full"):
        save(b"new", target)
    assert target.read_bytes() == b"old"
    assert left(target) == []


def test_a_file_that_windows_says_is_in_use_is_locked(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr(os, "replace", fail(errno.EACCES, winerror=32))
    with pytest.raises(SaveError, match="locked"):
        save(b"new", target)


def test_a_file_held_for_a_moment_is_tried_again(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    replace, held = os.replace, iter([True, True, False])

    def busy(source: Path, goal: Path) -> None:
        if next(held):
            raise PermissionError(errno.EACCES, "held", str(source), None, str(goal))
        replace(source, goal)

    monkeypatch.setattr(os, "replace", busy)
    save(b"new", target)
    assert target.read_bytes() == b"new"


def test_ctrl_c_leaves_nothing_and_is_passed_on(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    def interrupted(descriptor: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(b"new", target)
    assert target.read_bytes() == b"old"
    assert left(target) == []


def test_a_missing_folder_is_reported_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="missing-folder"):
        save(b"new", tmp_path / "nowhere" / "deck.pptx")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_as_folder_is_a_missing_folder(target: Path) -> None:
    with pytest.raises(SaveError, match="missing-folder"):
        save(b"new", target / "deck.pptx")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="is-folder"):
        save(b"new", tmp_path)


@unprivileged
def test_a_read_only_folder_is_reported(target: Path) -> None:
    target.parent.chmod(0o500)
    try:
        with pytest.raises(SaveError, match="read-only"):
            save(b"new", target)
    finally:
        target.parent.chmod(0o700)
    assert target.read_bytes() == b"old"


@unprivileged
def test_a_write_protected_file_is_kept(target: Path) -> None:
    target.chmod(0o400)
    with pytest.raises(SaveError, match="read-only"):
        save(b"new", target)
    assert target.read_bytes() == b"old"


def test_the_longest_chinese_name_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("汇" * 83 + ".ppt")
    save(b"new", path)
    assert path.read_bytes() == b"new"
    with pytest.raises(SaveError, match="name-too-long"):
        save(b"new", tmp_path / ("汇" * 90 + ".pptx"))


@posix
def test_a_symbolic_link_keeps_pointing_at_its_file(target: Path) -> None:
    link = target.parent / "link.pptx"
    link.symlink_to(target.name)
    save(b"new", link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
def test_a_run_killed_in_mid_save_leaves_the_old_file_and_the_next_save_sweeps(target: Path) -> None:
    stall = """
        import os, pathlib, sys, time
        from slidegen.package.saving import save
        def fsync(descriptor):
            print("writing", flush=True)
            time.sleep(60)
        os.fsync = fsync
        save(b"half", pathlib.Path(sys.argv[1]))
    """
    command = [sys.executable, "-c", textwrap.dedent(stall), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        save(b"meanwhile", target)
        assert left(target) != [], "the file of a run that is alive must stay"
        process.send_signal(signal.SIGKILL)
    assert target.read_bytes() == b"meanwhile"
    assert [name.partition("-")[0] for name in left(target)] == [".汇报.pptx.slidegen"]
    save(b"new", target)
    assert left(target) == []
    assert target.read_bytes() == b"new"


def test_old_leftovers_go_and_those_of_other_files_stay(target: Path) -> None:
    folder = target.parent
    mine, other = f".{target.name}.slidegen-{os.getpid()}-aa.tmp", f".b.pptx.slidegen-{NOBODY}-aa.tmp"
    fresh = f".{target.name}.slidegen-{os.getpid()}-bb.tmp"
    for name in (mine, other, fresh, "notes.tmp"):
        (folder / name).write_bytes(b"")
    past = time.time() - 2 * 3600
    os.utime(folder / mine, (past, past))
    save(b"new", target)
    assert left(target) == sorted([other, fresh, "notes.tmp"])


def test_concurrent_saves_end_with_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    code = (
        "import pathlib, sys; from slidegen.package.saving import save\n"
        "for n in range(20): save(sys.argv[2].encode() * 300_000, pathlib.Path(sys.argv[1]))"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(path), letter]) for letter in "ab"]
    seen = set()
    while any(run.poll() is None for run in runs):
        if path.exists():
            data = path.read_bytes()
            seen.add((len(data), data[:1] == data[-1:]))
    assert [run.wait() for run in runs] == [0, 0]
    assert seen <= {(300_000, True)}
    assert set(path.read_bytes()) in ({ord("a")}, {ord("b")})
    assert left(path) == []
