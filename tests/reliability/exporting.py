"""A run of `timeline export` in a process of its own, which dies where it is told to.

    python exporting.py NUMBER PATH... -o FOLDER

Just before its NUMBERth step on the output folder (to open, write, flush, rename or remove a file, to make or list a
folder) the process kills itself as `kill -9` would; with 0 it lives, and says how many steps there were.
"""

from __future__ import annotations

import builtins
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Steps:
    """Counts, and kills at the number that it was given."""

    def __init__(self, last: int) -> None:
        self.last, self.count = last, 0

    def step(self) -> None:
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


class File(io.FileIO):
    """A file whose every write is two: one of a half, one of the rest, with a step before each."""

    steps: Steps

    def write(self, data: Any) -> int:
        view = memoryview(data)
        half = len(view) // 2
        self.steps.step()
        done = super().write(view[:half]) if half else 0
        if half:
            self.steps.step()
        return done + super().write(view[half:])


def watch(folder: Path, steps: Steps) -> None:
    """Puts a step before all that the program may do to the folder."""
    inside = str(folder.resolve())

    def concerns(arguments: tuple[Any, ...]) -> bool:
        return any(
            isinstance(each, (int, str, os.PathLike))
            and (isinstance(each, int) or str(Path(each).absolute()).startswith(inside))
            for each in arguments[:2]
        )

    for name in ("open", "rename", "replace", "unlink", "mkdir", "fsync", "listdir", "scandir", "stat", "close"):
        original: Callable[..., Any] = getattr(os, name)

        def stepped(*arguments: Any, _original: Callable[..., Any] = original, **more: Any) -> Any:
            if concerns(arguments):
                steps.step()
            return _original(*arguments, **more)

        setattr(os, name, stepped)

    plain = io.open

    def opened(file: Any, mode: str = "r", *arguments: Any, **more: Any) -> Any:
        if not isinstance(file, int) and concerns((file,)):
            steps.step()
            if "x" in mode or "w" in mode:
                made = File(file, mode.replace("b", ""))
                made.steps = steps
                return io.BufferedWriter(made, 1 << 30)
        return plain(file, mode, *arguments, **more)

    io.open = builtins.open = opened


def main() -> None:
    from timeline import cli

    number, *arguments = sys.argv[1:]
    steps = Steps(int(number))
    watch(Path(arguments[arguments.index("-o") + 1]), steps)
    try:
        cli.main(["export", *arguments])
    finally:
        sys.stderr.write(f"\nsteps: {steps.count}\n")


if __name__ == "__main__":
    main()
