"""Whatever the machine does to a run: a clear line, every file old or new, and nothing lost that the next run needs."""

import errno
import fcntl
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.session import Run, one_line
from tests.reliability.killing import Scene, held, killed, scenes, stepped, steps
from timeline.export import files, ledger

KEPT = Path(__file__).with_name("kept")
ROOT = Path(__file__).parent.parent.parent
EARLIER = "活动通知\n2022年5月12日，县残联举行“春雨”行动启动仪式。\n"
LATER = EARLIER.replace("12日", "13日")


@pytest.fixture
def exported(run: Run) -> dict[str, bytes]:
    """A folder with an earlier export, and documents that have changed since."""
    Path("notice.txt").write_text(EARLIER, encoding="utf-8")
    run("export", "notice.txt", "-o", "out")
    Path("notice.txt").write_text(LATER, encoding="utf-8")
    return held(Path("out"))


# --- killed -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return list(scenes(tmp_path_factory.mktemp("scenes")))[1]


@pytest.mark.parametrize("part", range(8))
def test_a_run_that_is_killed_leaves_every_file_old_or_new(scene: Scene, part: int, tmp_path: Path) -> None:
    number = 1 + part * (steps(scene, tmp_path) - 1) // 7
    found = killed(scene, tmp_path, stepped(scene, tmp_path, number))
    assert found.died
    assert found.faults == ()


def test_what_a_killed_run_left_is_taken_away(run: Run, exported: dict[str, bytes]) -> None:
    Path("out/.timeline.ics.4711.tmp").write_bytes(b"BEGIN:VCAL")
    Path(f"out/.timeline.md.{os.getpid()}.tmp").write_bytes(b"#")
    Path("out/.mine.tmp").write_bytes(b"mine")
    assert run("export", "notice.txt", "-o", "out").exit_code == 0
    assert sorted(held(Path("out"))) == sorted([*exported, ".mine.tmp"])


# --- a disk that is full, a folder that may not be written to ---------------------------------------------------------


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
def test_a_write_that_fails_is_said_and_leaves_the_old_file(
    run: Run, exported: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, code: int, step: str
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError(code, os.strerror(code))

    plain: Callable[..., Any] = Path.open

    def opened(path: Path, mode: str = "r", *more: Any, **named: Any) -> Any:
        return fail() if "x" in mode else plain(path, mode, *more, **named)

    with monkeypatch.context() as patch:
        if step == "fsync":
            patch.setattr(os, "fsync", fail)
        else:
            patch.setattr(Path, step, opened if step == "open" else fail)
        result = run("export", "notice.txt", "-o", "out")
    assert result.exit_code == 1
    assert os.strerror(code) in result.stderr
    assert "Traceback" not in result.stderr
    assert held(Path("out")) == exported


def test_a_disk_that_fills_up_leaves_the_old_files(run: Run, exported: dict[str, bytes]) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))

    code = (
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from timeline.cli import main\nmain(['export', 'notice.txt', '-o', 'out', '--lang', 'en'])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, preexec_fn=small, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert held(Path("out")) == exported
    assert run("export", "notice.txt", "-o", "out").exit_code == 0


def test_a_folder_that_cannot_be_made_is_one_line(run: Run, notice: str) -> None:
    Path("file").write_text("x", encoding="utf-8")
    result = run("export", notice, "-o", "file/out")
    assert result.exit_code == 1
    assert one_line(result).startswith("timeline: ")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("export notice.txt -o new | true", []),
        ("export notice.txt -o new >&-", []),
        ("export notice.txt -o new >&- 2>&- <&-", []),
        ("export - -o new <notice.txt >/dev/full", ["timeline: stdout: cannot be written: No space left on device"]),
        ("show notice.txt >&-", []),
        ("show notice.txt >/dev/full", ["timeline: stdout: cannot be written: No space left on device"]),
        ("show - <&-", ["timeline: stdin: is empty"]),
        ("resolve --batch <&-", []),
    ],
)
def test_an_output_that_nobody_takes_costs_no_file(run: Run, notice: str, command: str, said: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8", "LC_ALL": ""}
    line = f"{sys.executable} -m timeline {command}"
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines() == said
    if command.startswith("export"):
        assert len(held(Path("new"))) == 5


@pytest.mark.parametrize("suffix", [".md", ".ics", ".lock.json"])
def test_what_is_no_file_is_neither_waited_for_nor_put_away(run: Run, notice: str, suffix: str) -> None:
    """A pipe that nobody writes to, a link to one, a link that leads to itself."""
    os.mkfifo("pipe")
    for number, make in enumerate(
        (os.mkfifo, lambda place: place.symlink_to("../pipe"), lambda place: place.symlink_to(place.name))
    ):
        folder = Path(f"out{number}")
        folder.mkdir()
        place = folder / f"timeline{suffix}"
        make(place)
        result = run("export", notice, "-o", str(folder))
        assert result.exit_code == 1
        assert any(f"{place}: cannot be written" in line for line in result.stderr.splitlines())
        assert place.is_symlink() or place.is_fifo()
        assert len(list(folder.iterdir())) == (4 if suffix == ".ics" else 5)
    assert Path("pipe").is_fifo()


def test_a_ledger_larger_than_any_is_not_read(
    run: Run, exported: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_LARGEST", len(exported["timeline.lock.json"]) - 1)
    result = run("export", "notice.txt", "-o", "out")
    assert "timeline.lock.json is damaged" in one_line(result)


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything cannot be kept out")
def test_a_folder_without_leave_is_one_line_a_file(run: Run, exported: dict[str, bytes]) -> None:
    Path("out").chmod(0o500)
    result = run("export", "notice.txt", "-o", "out")
    Path("out").chmod(0o700)
    assert result.exit_code == 1
    assert held(Path("out")) == exported


def test_a_file_that_vanishes_is_named_and_withdraws_nothing(run: Run, exported: dict[str, bytes]) -> None:
    Path("gone.txt").symlink_to("nowhere.txt")
    result = run("export", "notice.txt", "gone.txt", "-o", "out")
    assert result.exit_code == 1
    assert "gone.txt" in one_line(result)
    assert b"CANCELLED" not in held(Path("out"))["timeline.ics"]


# --- clocks and others ------------------------------------------------------------------------------------------------


def test_a_clock_set_back_sets_no_stamp_back(run: Run) -> None:
    stamps = []
    for day, clock in ((12, "2000000000"), (13, "1000000000"), (14, "1000000000")):
        Path("notice.txt").write_text(EARLIER.replace("12日", f"{day}日"), encoding="utf-8")
        run("export", "notice.txt", "-o", "out", SOURCE_DATE_EPOCH=clock)
        (entry,) = ledger.decoded(Path("out", ledger.NAME).read_bytes()).entries.values()
        stamps.append((entry.changed, entry.sequence))
    assert stamps == sorted(set(stamps))


def test_two_runs_at_once_wait_for_each_other_or_say_so(
    run: Run, exported: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_TRIES", 2)
    other = os.open("out", os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    result = run("export", "notice.txt", "-o", "out")
    assert result.exit_code == 1
    assert one_line(result) == "timeline: another timeline is writing to out; try again when it is done"
    assert held(Path("out")) == exported
    os.close(other)
    assert run("export", "notice.txt", "-o", "out").exit_code == 0
    assert held(Path("out")) != exported


def test_many_runs_at_once_give_what_one_gives(run: Run, exported: dict[str, bytes]) -> None:
    run("export", "notice.txt", "-o", "alone")
    Path("together").mkdir()
    for name, data in exported.items():
        Path("together", name).write_bytes(data)
        Path("alone", name).write_bytes(data)
    run("export", "notice.txt", "-o", "alone")
    command = [sys.executable, "-m", "timeline", "export", "notice.txt", "-o", "together"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) for _ in range(4)]
    codes = {each.wait() for each in runs}
    assert 0 in codes
    assert codes <= {0, 1}  # where the machine is slow, one says that another is writing
    assert held(Path("together")) == held(Path("alone"))


# --- what is kept between runs ----------------------------------------------------------------------------------------


def test_a_ledger_of_the_first_version_is_gone_on_from(run: Run) -> None:
    """The file was written by version 1 and is never made anew: whatever reads ledgers must read it."""
    data = (KEPT / "ledger-1.json").read_bytes()
    assert json.loads(data)["version"] == 1
    before = ledger.decoded(data)
    assert before.encoded() == data or ledger.VERSION > 1
    Path("out").mkdir()
    Path("out", ledger.NAME).write_bytes(data)
    Path("notice.txt").write_text(LATER, encoding="utf-8")
    assert run("export", "notice.txt", "-o", "out").exit_code == 0
    after = ledger.decoded(Path("out", ledger.NAME).read_bytes())
    assert set(after.entries) >= set(before.entries)
    assert after.edition == before.edition + 1
    (uid,) = before.entries
    assert after.entries[uid].sequence == before.entries[uid].sequence + 1


def test_decisions_of_the_first_version_are_honoured(run: Run) -> None:
    Path("timeline.toml").write_bytes((KEPT / "decisions-1.toml").read_bytes())
    Path("notice.txt").write_text(EARLIER, encoding="utf-8")
    result = run("show", "notice.txt")
    assert "市民开放日" in result.stdout


def test_no_run_writes_to_the_file_of_decisions(run: Run) -> None:
    Path("timeline.toml").write_bytes((KEPT / "decisions-1.toml").read_bytes())
    Path("notice.txt").write_text(EARLIER, encoding="utf-8")
    run("export", "notice.txt", "-o", ".")
    run("check", "notice.txt")
    assert Path("timeline.toml").read_bytes() == (KEPT / "decisions-1.toml").read_bytes()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"version": "x", "events": {}}']
)
def test_a_damaged_ledger_costs_no_uid(run: Run, exported: dict[str, bytes], data: bytes) -> None:
    Path("out", ledger.NAME).write_bytes(data)
    result = run("export", "notice.txt", "-o", "out")
    assert result.exit_code == 0
    assert one_line(result).endswith("what was published is taken from out/timeline.ics")
    uids = {line for line in exported["timeline.ics"].splitlines() if line.startswith(b"UID")}
    assert uids == {line for line in held(Path("out"))["timeline.ics"].splitlines() if line.startswith(b"UID")}
