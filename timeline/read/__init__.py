"""A file, a folder or standard input -> documents; one module a format.

What cannot be read is a `Note` among the documents, so that one bad file never costs the others.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = Path(folder, "2022-05-16-notice.txt").write_bytes("昨日举行".encode())
...     [(document.name, str(document.published)) for document in read_all([folder])]
[('2022-05-16-notice.txt', '2022-05-16')]
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatch
from pathlib import Path, PurePath, PurePosixPath
from types import ModuleType
from typing import BinaryIO

from timeline.decisions import FILE as DECISIONS
from timeline.messages import say
from timeline.model import Document, Note, Severity
from timeline.read.content import Budget, Content, Remark, UnreadableError, Wish, size_words
from timeline.read.formats import FORMATS, Format, format_of, held, sniffed
from timeline.text import document as make

STANDARD_INPUT = "-"
_STDIN_NAME = "stdin"
_SHOWN = 5  # names of skipped files that one line tells
_DEEPEST = 4  # files within each other: a mail of a mailbox in an archive in an archive
_NESTS = ("zip", "mbox", "mail", "warc")
_KNOWN_BY_BYTES = ("pdf", "docx", "xlsx", "epub", "zip", "warc")
_ZIPPED = ("docx", "xlsx", "epub")  # what a ZIP archive may be by its name
_OURS = (".ics", ".json")  # what lies beside a page that `timeline export` wrote

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What is read of a folder, and how large a file may be."""

    include: tuple[str, ...] = ()  # globs of names or of paths below the folder; none: every file
    exclude: tuple[str, ...] = ()
    size: int = 20_000_000  # bytes
    date_column: str | None = None  # of tables

    def admit(self, path: PurePosixPath) -> bool:
        """Whether a file is wanted."""

        def matches(globs: tuple[str, ...]) -> bool:
            return any(fnmatch(name, glob) for glob in globs for name in (path.as_posix(), path.name))

        return not matches(self.exclude) and (not self.include or matches(self.include))

    def wish(self) -> Wish:
        """What is asked of the reader of a file; no two share a budget."""
        return Wish(Budget(self.size), date_column=self.date_column)


BOUNDS = Bounds()


def documents(name: str, data: bytes, bounds: Bounds = BOUNDS) -> Iterator[Document | Note]:
    """The documents in the bytes of a file, and a note for each part of it that is none."""
    yield from _documents(name, data, bounds.wish(), 1, _format(name, data))


def _documents(name: str, data: bytes | BinaryIO, wish: Wish, depth: int, format: Format) -> Iterator[Document | Note]:
    """What lies in a file, and in the files in it; of a format that streams, `data` is the open file."""
    within: Counter[str] = Counter()

    def called(part: str) -> str:
        within[part] += 1
        return f"{name}/{part} ({within[part]})" if within[part] > 1 else f"{name}/{part}"

    try:
        for item in held(format, data, wish):
            if isinstance(item, Remark):
                yield _remark(f"{name}/{item.part}" if item.part else name, item)
            elif isinstance(item, Content):
                yield _document(called(item.part) if item.part else name, item)
            elif depth >= _DEEPEST - 1 and format.name in _NESTS and _format(item.name, item.data).name in _NESTS:
                yield _note(f"{name}/{item.name}", "read-deep", count=_DEEPEST - 1)
            else:
                kind = _format(item.name, item.data)
                yield from _documents(called(item.name), item.data, wish, depth + 1, kind)
    except UnreadableError as error:
        yield _remark(name, error.remark)


def _format(name: str, data: bytes) -> Format:
    """The format of a file: by its first bytes where they leave no doubt, else as its name says."""
    named, seen = format_of(name), sniffed(data)
    if named is None or (seen.name in _KNOWN_BY_BYTES and not (seen.name == "zip" and named.name in _ZIPPED)):
        return seen
    return named


def _remark(name: str, remark: Remark) -> Note:
    return _note(name, remark.rule, remark.severity, **remark.values)


def _document(name: str, content: Content) -> Document:
    if not content.text.strip("\0\ufeff \t\r\n\f\u3000"):
        raise UnreadableError("read-empty")
    day = content.published or published(PurePosixPath(name).name)
    document = make(name, content.text, published=day, title=content.title)
    return replace(document, notes=(*(_remark(name, remark) for remark in content.remarks), *document.notes))


def records(path: str | os.PathLike[str], bounds: Bounds = BOUNDS) -> Iterator[Document | Note]:
    """The documents in one file of any size, one after the other: the pages of a crawl, a mail, a text."""
    yield from _load(Path(path), _shown(PurePath(Path(path).name)), bounds)


def _load(path: Path, name: str, bounds: Bounds) -> Iterator[Document | Note]:
    format = format_of(name)
    try:
        with path.open("rb") as file:
            if format is not None and format.streams:
                yield from _under(path, name, _documents(name, file, bounds.wish(), 1, format))
                return
            data = file.read(bounds.size + 1)
    except OSError as error:
        yield _failure(path, error)
        return
    if len(data) > bounds.size:
        yield _note(_shown(path), "read-too-large", size=size_words(bounds.size))
        return
    yield from _under(path, name, documents(name, data, bounds))


def _under(path: Path, name: str, items: Iterable[Document | Note]) -> Iterator[Document | Note]:
    """Who reads of an error wants the path that leads to the file."""
    for item in items:
        yield (
            replace(item, document=_shown(path) + item.document.removeprefix(name)) if isinstance(item, Note) else item
        )


def _failure(path: Path, error: OSError) -> Note:
    rule = {FileNotFoundError: "read-missing", PermissionError: "read-forbidden"}.get(type(error), "read-failed")
    return _note(_shown(path), rule, reason=error.strerror or type(error).__name__)


def read(path: str | os.PathLike[str]) -> Document:
    """The document in one file. Raises ReadError, which says what is wrong and where."""
    place = Path(path)
    if place.is_dir():
        raise ReadError(_note(_shown(place), "read-folder"))
    found = list(_load(place, _shown(PurePath(place.name)), BOUNDS))
    texts = [item for item in found if isinstance(item, Document)]
    if len(texts) == 1:
        return texts[0]
    notes = [item for item in found if isinstance(item, Note) and item.severity is Severity.LOSS]
    raise ReadError(notes[0] if notes and not texts else _note(_shown(place), "read-several", count=len(texts)))


def read_all(
    paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None, bounds: Bounds = BOUNDS
) -> Iterator[Document | Note]:
    """The documents in files and folders, in order, and a note for each file that is none; `-` is standard input.

    A folder gives every file in it and below it that can be read, sorted by path. A document is named by its path from
    the folder that was given, with as many folders before it as it takes to tell it from the others; a file named twice
    is read once.
    """
    found: list[_Source | Note | None] = []
    seen: set[Path] = set()
    for path in paths:
        if os.fspath(path) == STANDARD_INPUT:
            found += [None] if None not in found else []
            continue
        for part in _walk(Path(path), bounds):
            if isinstance(part, _Source):
                if (real := _real(part.path)) in seen:
                    continue
                seen.add(real)
            found.append(part)
    names = iter(_names([item for item in found if isinstance(item, _Source)]))
    for item in found:
        if item is None:
            data = (stdin or sys.stdin.buffer).read(bounds.size + 1)
            if len(data) > bounds.size:
                yield _note(_STDIN_NAME, "read-too-large", size=size_words(bounds.size))
            else:
                yield from documents(_STDIN_NAME, data, bounds)
        elif isinstance(item, Note):
            yield item
        else:
            yield from _load(item.path, next(names), bounds)


def _real(path: Path) -> Path:
    """The file itself; of a link that leads to itself, the link."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _walk(path: Path, bounds: Bounds) -> Iterator[_Source | Note]:
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
            within = PurePosixPath(file.relative_to(path).as_posix())
            if file == path / DECISIONS or not bounds.admit(within):
                continue
            if name.startswith(".") or not _readable(file, asked=bool(bounds.include)):
                skipped.append(_shown(within))
            else:
                sources.append(_Source(file, within))
    yield from sorted(sources, key=lambda source: source.within.parts)
    yield from sorted(notes, key=lambda note: note.document)
    if skipped:
        shown = ", ".join(sorted(skipped)[:_SHOWN]) + (", …" if len(skipped) > _SHOWN else "")
        yield _note(_shown(path), "read-skipped", Severity.INFO, count=len(skipped), files=shown)
    if not sources and not notes:
        yield _note(
            _shown(path),
            "read-nothing",
            suffixes=", ".join(s for each in FORMATS if not each.asked for s in each.suffixes),
        )


def _readable(file: Path, *, asked: bool) -> bool:
    """Whether a file in a folder is to be read: its name promises a format, and it is no page that we wrote."""
    format = format_of(file.name)
    if format is None or (format.asked and not asked) or not (file.is_file() or file.is_symlink()):
        return False
    return format.name != "markdown" or not any(file.with_suffix(suffix).exists() for suffix in _OURS)


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
