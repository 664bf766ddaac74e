"""Paths -> what lies below them now, to be compared with what lay there before."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

State = frozenset[tuple[Path, int, int]]


def state(paths: Sequence[str]) -> State:
    """The files below some paths, with their times and sizes."""
    found = set()
    for path in map(Path, paths):
        for file in [path] if path.is_file() else path.rglob("*"):
            with contextlib.suppress(OSError):  # gone since
                known = file.stat()
                found.add((file, known.st_mtime_ns, known.st_size))
    return frozenset(found)
