"""Bytes -> a file, and the line that says what became of it."""

from __future__ import annotations

from pathlib import Path

from timeline.console import say, tell, warn
from timeline.export.files import write


def written(path: Path, data: bytes, events: int) -> bool:
    """Whether the file could be written; either way a line says so."""
    if not saved(path, data):
        return False
    tell(say("wrote", path=path, events=say("count-events", count=events), count=len(data)))
    return True


def saved(path: Path, data: bytes) -> bool:
    """Whether the file could be written; a line says so only where it could not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, data)
    except OSError as error:
        warn(say("write-failed", path=path, reason=error.strerror or error))
        return False
    return True
