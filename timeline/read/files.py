"""The arguments of a run -> the files to read, each with a name of its own, and a note for each that is left.

A folder gives what lies in it and below it, a pattern that no shell has filled in what it matches.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path, PurePath, PurePosixPath

from timeline.decisions import FILE as DECISIONS
from timeline.model import Note, Severity
from timeline.read.content import PATIENCE, Budget, Wish
from timeline.read.formats import FORMATS, format_of
from timeline.read.unread import PICTURE, unread_by_name
from timeline.text import printable

_SHOWN = 5  # names of skipped files that one line tells
_WRITTEN = ("markdown", "html")  # formats that are read and written
_OURS = (".ics", ".json")  # what lies beside a page that `timeline export` wrote


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: where it lies, and the steps that lead to it from the argument that named it."""

    path: Path
    within: PurePosixPath

    def name(self, parts: int) -> str:
        """The last `parts` steps of the path; never an absolute one."""
        return shown_name(PurePosixPath(*self.path.absolute().parts[1:][-parts:]))


def shown_name(path: PurePath) -> str:
    """A path as text that every output can hold: bytes of a file's name that are no UTF-8 are replaced."""
    return printable(os.fsencode(path.as_posix()).decode("utf-8", "replace"))


def note_of(name: str, rule: str, severity: Severity = Severity.LOSS, **values: object) -> Note:
    """What is to be said of a file."""
    said = {key: str(value) for key, value in values.items()}
    return Note(document=printable(name), rule=rule, values=said, severity=severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What is read of a folder, and how large a file may be."""

    include: tuple[str, ...] = ()  # globs of names or of paths below the folder; none: every file
    exclude: tuple[str, ...] = ()
    size: int = 20_000_000  # bytes
    seconds: float | None = None  # that one document, or a visit of an address, may take; None: what is usual
    date_column: str | None = None  # of tables

    def admit(self, path: PurePosixPath) -> bool:
        """Whether a file is wanted."""

        def matches(globs: tuple[str, ...]) -> bool:
            return any(fnmatch(name, glob) for glob in globs for name in (path.as_posix(), path.name))

        return not matches(self.exclude) and (not self.include or matches(self.include))

    def wish(self) -> Wish:
        """What is asked of the reader of a file; no two share a budget."""
        return Wish(Budget(self.size), date_column=self.date_column, seconds=self.patience)

    @property
    def patience(self) -> float:
        """How many seconds it may take to read a file, or to understand a document."""
        return self.seconds or PATIENCE


BOUNDS = Bounds()


def failure(path: Path, error: OSError) -> Note:
    """That a file cannot be opened."""
    rule = {FileNotFoundError: "read-missing", PermissionError: "read-forbidden"}.get(type(error), "read-failed")
    return note_of(shown_name(path), rule, reason=error.strerror or type(error).__name__)


def true_path(path: Path) -> Path:
    """The file itself; of a link that leads to itself, the link."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _matched(path: Path) -> list[Path]:
    """The files that a pattern means which no shell has filled in; none where it is no pattern."""
    if not has_magic(str(path)) or path.exists():
        return []
    return sorted(Path(found) for found in glob(str(path), recursive=True))  # noqa: PTH207  # may be absolute


def walk(path: Path, bounds: Bounds) -> Iterator[Source | Note]:
    """The files of one argument, and what is to be said of those that are left."""
    if not path.is_dir():
        for each in _matched(path) or [path]:
            if not each.is_dir():
                yield Source(each, PurePosixPath(each.name))
        return
    notes: list[Note] = []
    sources: list[Source] = []
    skipped: list[str] = []

    def failed(error: OSError) -> None:
        notes.append(failure(Path(error.filename or path), error))

    for folder, folders, files in os.walk(path, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            file = Path(folder, name)
            within = PurePosixPath(file.relative_to(path).as_posix())
            if file == path / DECISIONS or not bounds.admit(within):
                continue
            if name.startswith(".") or not _readable(file, asked=bool(bounds.include)):
                skipped.append(shown_name(within))
            else:
                sources.append(Source(file, within))
    yield from sorted(sources, key=lambda source: source.within.parts)
    yield from sorted(notes, key=lambda note: note.document)
    yield from _left(path, sorted(skipped))
    if not sources and not notes:
        yield note_of(
            shown_name(path),
            "read-nothing",
            suffixes=", ".join(s for each in FORMATS if not each.asked for s in each.suffixes),
        )


def _left(path: Path, names: Sequence[str]) -> Iterator[Note]:
    """What is to be said of files that are not read: of documents in other formats, what to save them as."""
    kinds = {name: unread_by_name(name) for name in names if not PurePosixPath(name).name.startswith(".")}
    for rule in dict.fromkeys(rule for rule in kinds.values() if rule and rule != PICTURE):
        those = [shown_name(path / name) for name in names if kinds.get(name) == rule]
        yield note_of(_listing(those), rule, Severity.INFO)
    if others := [name for name in names if kinds.get(name) in (None, PICTURE)]:
        values = {"count": len(others), "files": _listing(others)}
        yield note_of(shown_name(path), "read-skipped", Severity.INFO, **values)


def _listing(names: Sequence[str]) -> str:
    """Names for one line."""
    return ", ".join(names[:_SHOWN]) + (f", … ({len(names)})" if len(names) > _SHOWN else "")


def _readable(file: Path, *, asked: bool) -> bool:
    """Whether a file in a folder is to be read: its name promises a format, and it is no page that we wrote."""
    format = format_of(file.name)
    missing = file.is_symlink() and not file.exists()  # is said; what is there and no file would never end
    if format is None or (format.asked and not asked) or not (file.is_file() or missing):
        return False
    return format.name not in _WRITTEN or not any(file.with_suffix(suffix).exists() for suffix in _OURS)


def distinct_names(sources: Sequence[Source]) -> list[str]:
    """A name for each source, no two alike: the path from its argument, longer only where two would be the same."""
    names = [shown_name(source.within) for source in sources]
    parts = [len(source.within.parts) for source in sources]
    while doubles := {name for name, count in Counter(names).items() if count > 1}:
        for i, source in enumerate(sources):
            if names[i] in doubles:
                parts[i] += 1
                names[i] = source.name(parts[i])
    return names
