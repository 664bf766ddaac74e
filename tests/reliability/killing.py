"""Exports that are killed, and what they leave: every file is old or new, and the next export is whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.reliability import exporting

ROOT = Path(__file__).parent.parent.parent
_FIRST = "活动通知\n2022年5月12日，县残联举行“春雨”行动启动仪式。\n2022年6月1日，市残联举行文化节开幕式。\n"
_SECOND = "活动通知\n2022年5月13日，县残联举行“春雨”行动启动仪式。\n2022年7月2日，区图书馆举办读书会。\n"


class Scene(NamedTuple):
    """Documents, the folder as it is before their export, and as it is after it."""

    name: str
    documents: Path
    before: Path
    after: Path


def _export(documents: Path, folder: Path, *, check: bool = True) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "timeline", "export", str(documents), "-o", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=check)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}


def scenes(room: Path) -> Iterator[Scene]:
    """A first export, and one over another in which an event is redated, one gone and one new."""
    for number, text in enumerate((_FIRST, _SECOND)):
        (room / f"documents-{number}").mkdir()
        (room / f"documents-{number}" / "notice.txt").write_text(text, encoding="utf-8")
    (room / "nothing").mkdir()
    _export(room / "documents-0", room / "first")
    shutil.copytree(room / "first", room / "second")
    _export(room / "documents-1", room / "second")
    yield Scene("first", room / "documents-0", room / "nothing", room / "first")
    yield Scene("second", room / "documents-1", room / "first", room / "second")


def held(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}


class Killed(NamedTuple):
    """What a killed export left, and what is wrong with it."""

    died: bool
    faults: tuple[str, ...]


def killed(scene: Scene, room: Path, command: list[str]) -> Killed:
    """Runs a command that dies, looks at what it left, and exports once more."""
    folder = room / "out"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(scene.before, folder)
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, check=False)
    before, after = held(scene.before), held(scene.after)
    faults = [
        f"half a file: {name}"
        for name, data in held(folder).items()
        if not name.startswith(".") and data not in (before.get(name), after.get(name))
    ]
    faults += [f"a file is gone: {name}" for name in before if name not in held(folder)]
    again = _export(scene.documents, folder, check=False)
    if again.returncode or held(folder) != after:
        faults.append(f"the next export differs: {again.stderr.strip()}")
    return Killed(done.returncode in (-9, 137), tuple(faults))


def stepped(scene: Scene, room: Path, number: int) -> list[str]:
    """An export that dies before a step of its own on the folder."""
    return [sys.executable, exporting.__file__, str(number), str(scene.documents), "-o", str(room / "out")]


def steps(scene: Scene, room: Path) -> int:
    """How many steps an export takes on the folder."""
    folder = room / "out"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(scene.before, folder)
    done = subprocess.run(
        stepped(scene, room, 0), cwd=ROOT, env=_environment(), capture_output=True, text=True, check=True
    )
    return int(done.stderr.rpartition("steps: ")[2])


def traced(scene: Scene, room: Path) -> list[tuple[str, int]]:
    """The system calls of an export from where it enters the folder: the name of each, and its number."""
    folder, log = room / "out", room / "trace"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(scene.before, folder)
    plain = [sys.executable, "-m", "timeline", "export", str(scene.documents), "-o", str(folder)]
    subprocess.run(["strace", "-o", str(log), *plain], cwd=ROOT, env=_environment(), capture_output=True, check=True)
    counts: Counter[str] = Counter()
    found = []
    begun = False
    for line in log.read_text(errors="replace").splitlines():
        if match := re.match(r"(\w+)\(", line):
            counts[match[1]] += 1
            begun = begun or (str(folder) in line and match[1] in ("mkdir", "openat"))
            if begun and not match[1].startswith("exit"):
                found.append((match[1], counts[match[1]]))
    return found


def injected(scene: Scene, room: Path, name: str, number: int) -> list[str]:
    """An export that is killed when it makes a system call for the so-manieth time."""
    plain = [sys.executable, "-m", "timeline", "export", str(scene.documents), "-o", str(room / "out")]
    return ["strace", "-o", os.devnull, "-e", f"inject={name}:signal=KILL:when={number}", *plain]
