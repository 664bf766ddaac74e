"""The files of decisions that belong to some paths -> decisions: `timeline.toml` in a folder, or beside a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline.decisions import FILE, Decisions, DecisionsError, written
from timeline.model import Note, Severity
from timeline.read.content import size_words
from timeline.read.formats import is_address
from timeline.watchdog import TooSlowError, limit

_LARGEST = 1_000_000  # bytes: ten thousand decisions
_PATIENCE = 5.0  # seconds


def decisions_of(paths: Iterable[str], given: str | None = None) -> Decisions:
    """What a person decided of the documents of some paths; of a file that is given, that alone.

    Raises DecisionsError where a file cannot be read: without it the timeline would be one that nobody wants.
    """
    files = {Path(given): True} if given is not None else _beside(paths)
    found = [_read(file, whole=whole) for file, whole in files.items()]
    return Decisions(
        tuple(decision for each in found for decision in each.decisions),
        tuple(note for each in found for note in each.notes),
    )


def _beside(paths: Iterable[str]) -> Mapping[Path, bool]:
    """The files that lie in the folders, or beside the files; True where the whole folder is read."""
    found: dict[Path, bool] = {}
    for path in (Path(path) for path in paths if not is_address(path)):
        file = path / FILE if path.is_dir() else path.parent / FILE
        if file.is_file():
            found[file] = found.get(file, False) or path.is_dir()
    return found


def _read(file: Path, *, whole: bool) -> Decisions:
    name = file.as_posix()
    try:
        with file.open("rb") as opened, limit(_PATIENCE):
            data = opened.read(_LARGEST + 1)
            if len(data) <= _LARGEST:
                return written(name, data.decode("utf-8-sig"), whole=whole)
        reason = f"> {size_words(_LARGEST)}"
    except TooSlowError:  # a.a.a.a… costs the library the square of its length
        reason = f"> {_PATIENCE:g} s"
    except OSError as error:
        reason = error.strerror or type(error).__name__
    except UnicodeDecodeError as error:
        reason = str(error)
    note = Note(document=name, rule="decisions-unread", values={"reason": reason}, severity=Severity.LOSS, line=1)
    raise DecisionsError(note)
