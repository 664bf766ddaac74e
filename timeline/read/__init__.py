"""A file, a folder or standard input -> documents; one module a format.

What cannot be read is a `Note` among the documents, so that one bad file never costs the others.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = Path(folder, "2022-05-16-notice.txt").write_bytes("昨日举行".encode())
...     [(document.name, str(document.published)) for document in read_all([folder])]
[('2022-05-16-notice.txt', '2022-05-16')]
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath, PurePosixPath
from types import ModuleType
from typing import BinaryIO

from timeline.decisions import FILE as DECISIONS
from timeline.messages import say
from timeline.model import Document, Note, Severity
from timeline.read.plain import SUFFIXES, decode
from timeline.text import document as make

STANDARD_INPUT = "-"
_STDIN_NAME = "stdin"
_SHOWN = 5  # names of skipped files that one line tells

_DATED_NAME = re.compile(r"(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)|(\d{4})年(\d{1,2})月(\d{1,2})日")


class ReadError(ValueError):
    """A file that could not be read; `note` says what, where and what to do."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.document, note.rule)
        self.note = note

    def __str__(self) -> str:
        return f"{self.note.document}: {say('en', self.note.rule, **self.note.values)}"


@dataclass(frozen=True, slots=True)
class _Source:
    """A file to read: where it lies, and the steps that lead to it from the argument that named it."""

    path: Path
    within: PurePosixPath

    def name(self, parts: int) -> str:
        """The last `parts` steps of the path; never an absolute one."""
        return _shown(PurePosixPath(*self.path.absolute().parts[1:][-parts:]))


def _shown(path: PurePath) -> str:
    """A path as text that every output can hold: bytes of a file's name that are no UTF-8 are replaced."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def published(name: str) -> date | None:
    """The day at the head of a file's name: how a page was called where it was published.

    >>> published("2020-05-26-助残日.txt"), published("20200526.txt"), published("2020_13_26.txt"), published("000.txt")
    (datetime.date(2020, 5, 26), datetime.date(2020, 5, 26), None, None)
    """
    match = _DATED_NAME.match(name)
    if not match:
        return None
    year, month, day = (int(match[i] or match[j]) for i, j in ((1, 5), (3, 6), (4, 7)))
    try:
        return date(year, month, day) if 1900 <= year < 2100 else None
    except ValueError:
        return None


def _note(name: str, rule: str, severity: Severity = Severity.LOSS, **values: object) -> Note:
    return Note(document=name, rule=rule, values={key: str(value) for key, value in values.items()}, severity=severity)


def parse(name: str, data: bytes) -> Document:
    """A document out of the bytes of a file. Raises ReadError where they are no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReadError(_note(name, "read-utf16"))
    if (nul := data.find(b"\0")) >= 0:
        raise ReadError(_note(name, "read-binary", offset=nul))
    try:
        raw = decode(data)
    except UnicodeDecodeError as error:
        # The BOM is taken off before decoding, so it is counted again here.
        offset = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        raise ReadError(_note(name, "read-undecodable", offset=offset, byte=f"0x{data[offset]:02X}")) from None
    if not raw.strip():
        raise ReadError(_note(name, "read-empty"))
    return make(name, raw, published=published(PurePosixPath(name).name))


def _load(path: Path, name: str) -> Document:
    try:
        return parse(name, path.read_bytes())
    except OSError as error:
        raise ReadError(_failure(path, error)) from error
    except ReadError as error:  # who reads of an error wants the path that leads to the file
        raise ReadError(replace(error.note, document=_shown(path))) from None


def _failure(path: Path, error: OSError) -> Note:
    rule = {FileNotFoundError: "read-missing", PermissionError: "read-forbidden"}.get(type(error), "read-failed")
    return _note(_shown(path), rule, reason=error.strerror or type(error).__name__)


def read(path: str | os.PathLike[str]) -> Document:
    """The document in one file. Raises ReadError, which says what is wrong and where."""
    place = Path(path)
    if place.is_dir():
        raise ReadError(_note(_shown(place), "read-folder"))
    return _load(place, _shown(PurePath(place.name)))


def read_all(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Document | Note]:
    """The documents in files and folders, in order, and a note for each file that is none; `-` is standard input.

    A folder gives every text in it and below it, sorted by path. A document is named by its path from the folder that
    was given, with as many folders before it as it takes to tell it from the others; a file named twice is read once.
    """
    found: list[_Source | Note | None] = []
    seen: set[Path] = set()
    for path in paths:
        if os.fspath(path) == STANDARD_INPUT:
            found += [None] if None not in found else []
            continue
        for part in _walk(Path(path)):
            if isinstance(part, _Source):
                if (real := part.path.resolve()) in seen:
                    continue
                seen.add(real)
            found.append(part)
    names = iter(_names([item for item in found if isinstance(item, _Source)]))
    for item in found:
        try:
            if item is None:
                yield parse(_STDIN_NAME, (stdin or sys.stdin.buffer).read())
            elif isinstance(item, Note):
                yield item
            else:
                yield _load(item.path, next(names))
        except ReadError as error:
            yield error.note


def _walk(path: Path) -> Iterator[_Source | Note]:
    """The files of one argument, and what is to be said of those that are left."""
    if not path.is_dir():
        yield _Source(path, PurePosixPath(path.name))
        return
    notes: list[Note] = []
    sources: list[_Source] = []
    skipped: list[str] = []

    def failed(error: OSError) -> None:
        notes.append(_failure(Path(error.filename or path), error))

    for folder, folders, files in os.walk(path, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            file = Path(folder, name)
            if file == path / DECISIONS:
                continue
            if name.startswith(".") or file.suffix.lower() not in SUFFIXES or not (file.is_file() or file.is_symlink()):
                skipped.append(_shown(file.relative_to(path)))
            else:
                sources.append(_Source(file, PurePosixPath(file.relative_to(path).as_posix())))
    yield from sorted(sources, key=lambda source: source.within.parts)
    yield from sorted(notes, key=lambda note: note.document)
    if skipped:
        shown = ", ".join(sorted(skipped)[:_SHOWN]) + (", …" if len(skipped) > _SHOWN else "")
        yield _note(_shown(path), "read-skipped", Severity.INFO, count=len(skipped), files=shown)
    if not sources and not notes:
        yield _note(_shown(path), "read-nothing")


def _names(sources: Sequence[_Source]) -> list[str]:
    """A name for each source, no two alike: the path from its argument, longer only where two would be the same."""
    names = [_shown(source.within) for source in sources]
    parts = [len(source.within.parts) for source in sources]
    while doubles := {name for name, count in Counter(names).items() if count > 1}:
        for i, source in enumerate(sources):
            if names[i] in doubles:
                parts[i] += 1
                names[i] = source.name(parts[i])
    return names


class _CallablePackage(ModuleType):
    """`timeline.read` is this package and, as the library's first verb, the function in it, whichever came first."""

    def __call__(self, path: str | os.PathLike[str]) -> Document:
        return read(path)


sys.modules[__name__].__class__ = _CallablePackage
