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
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath, PurePosixPath
from types import ModuleType
from typing import BinaryIO, NamedTuple

from timeline.messages import say
from timeline.model import Document, Note, Severity
from timeline.read.content import Content, Remark, UnreadableError, Wish, size_words
from timeline.read.files import BOUNDS, Bounds, Source, distinct_names, failure, note_of, shown_name, true_path, walk
from timeline.read.formats import Format, format_of, format_of_type, held, is_address, sniffed
from timeline.read.unread import unread
from timeline.text import document as make

VISIT = 20.0  # seconds that a visit of an address may take, unless something else is asked for

STANDARD_INPUT = "-"
_STDIN_NAME = "stdin"
_DEEPEST = 4  # files within each other: a mail of a mailbox in an archive in an archive
_NESTS = ("zip", "mbox", "mail", "warc")
_KNOWN_BY_BYTES = ("pdf", "docx", "xlsx", "epub", "zip", "warc")
_ZIPPED = ("docx", "xlsx", "epub")  # what a ZIP archive may be by its name
_UNTYPED = ("", "application/octet-stream", "binary/octet-stream", "application/x-download")

_DATED_NAME = re.compile(r"(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)|(\d{4})年(\d{1,2})月(\d{1,2})日")


class ReadError(ValueError):
    """A file that could not be read; `note` says what, where and what to do."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.document, note.rule)
        self.note = note

    def __str__(self) -> str:
        return f"{self.note.document}: {say('en', self.note.rule, **self.note.values)}"


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
        if isinstance(data, bytes) and not format.streams and (rule := unread(name, data)):
            raise UnreadableError(rule)
        for item in held(format, data, wish):
            if isinstance(item, Remark):
                yield _remark(f"{name}/{item.part}" if item.part else name, item)
            elif isinstance(item, Content):
                yield _document(called(item.part) if item.part else name, item)
            elif depth >= _DEEPEST - 1 and format.name in _NESTS and _format(item.name, item.data).name in _NESTS:
                yield note_of(f"{name}/{item.name}", "read-deep", count=_DEEPEST - 1)
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
    return note_of(name, remark.rule, remark.severity, **remark.values)


def _document(name: str, content: Content) -> Document:
    if not content.text.strip("\0\ufeff \t\r\n\f\u3000"):
        raise UnreadableError("read-empty")
    day = content.published or published(PurePosixPath(name).name)
    document = make(name, content.text, published=day, title=content.title)
    notes = (*(_remark(name, remark) for remark in content.remarks), *document.notes)
    return replace(document, places=content.places, notes=notes)


def records(path: str | os.PathLike[str], bounds: Bounds = BOUNDS) -> Iterator[Document | Note]:
    """The documents in one file of any size, one after the other: the pages of a crawl, a mail, a text."""
    yield from _load(Path(path), shown_name(PurePath(Path(path).name)), bounds)


def _load(path: Path, name: str, bounds: Bounds) -> Iterator[Document | Note]:
    format = format_of(name)
    try:
        with path.open("rb") as file:
            if format is not None and format.streams:
                yield from _under(path, name, _documents(name, file, bounds.wish(), 1, format))
                return
            data = file.read(bounds.size + 1)
    except OSError as error:
        yield failure(path, error)
        return
    if len(data) > bounds.size:
        yield note_of(shown_name(path), "read-too-large", size=size_words(bounds.size))
        return
    yield from _under(path, name, documents(name, data, bounds))


def _under(path: Path, name: str, items: Iterable[Document | Note]) -> Iterator[Document | Note]:
    """Who reads of an error wants the path that leads to the file."""
    for item in items:
        yield (
            replace(item, document=shown_name(path) + item.document.removeprefix(name))
            if isinstance(item, Note)
            else item
        )


def read(path: str | os.PathLike[str]) -> Document:
    """The document in one file, or at one address. Raises ReadError, which says what is wrong and where."""
    place = Path(path)
    if place.is_dir():
        raise ReadError(note_of(shown_name(place), "read-folder"))
    if is_address(os.fspath(path)):
        found = list(read_all([path]))
    else:
        found = list(_load(place, shown_name(PurePath(place.name)), BOUNDS))
    texts = [item for item in found if isinstance(item, Document)]
    if len(texts) == 1:
        return texts[0]
    notes = [item for item in found if isinstance(item, Note) and item.severity is Severity.LOSS]
    raise ReadError(notes[0] if notes and not texts else note_of(shown_name(place), "read-several", count=len(texts)))


def read_all(
    paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None, bounds: Bounds = BOUNDS
) -> Iterator[Document | Note]:
    """The documents in files and folders and at addresses, in order; of each that is none a note. `-` is stdin.

    A folder gives every file in it and below it that can be read, sorted by path. A document is named by its path from
    the folder that was given, with as many folders before it as it takes to tell it from the others; a file named twice
    is read once.
    """
    found = gathered(paths, bounds)
    visits = _visits([item for item in found if isinstance(item, str) and item != STANDARD_INPUT], bounds)
    for item in found:
        if isinstance(item, Note):
            yield item
        elif isinstance(item, File):
            yield from item.documents(bounds)
        elif item != STANDARD_INPUT:
            yield from next(visits)
        else:
            data = (stdin or sys.stdin.buffer).read(bounds.size + 1)
            if len(data) > bounds.size:
                yield note_of(_STDIN_NAME, "read-too-large", size=size_words(bounds.size))
            else:
                yield from documents(_STDIN_NAME, data, bounds)


class File(NamedTuple):
    """A file that is to be read, and the name that its document will have."""

    path: Path
    name: str

    def documents(self, bounds: Bounds) -> Iterator[Document | Note]:
        """The documents in it, and a note for each part of it that is none."""
        return _load(self.path, self.name, bounds)


def gathered(paths: Iterable[str | os.PathLike[str]], bounds: Bounds) -> list[File | Note | str]:
    """What is to be read, in order: files with their names, notes on what cannot be, addresses and `-` as they are."""
    found: list[Source | Note | str] = []
    seen: set[Path] = set()
    for path in (os.fspath(path) for path in paths):
        if path == STANDARD_INPUT or is_address(path):
            found += [path] if path not in found else []
            continue
        for part in walk(Path(path), bounds):
            if isinstance(part, Source):
                if (real := true_path(part.path)) in seen:
                    continue
                seen.add(real)
            found.append(part)
    called = iter(distinct_names([item for item in found if isinstance(item, Source)]))
    return [File(item.path, next(called)) if isinstance(item, Source) else item for item in found]


def _visits(addresses: Sequence[str], bounds: Bounds) -> Iterator[Iterator[Document | Note]]:
    """What lies at each address; a site is asked only once what may be read."""
    if not addresses:
        return
    from timeline.read.web import Visitor

    visitor = Visitor(bounds.size, bounds.seconds or VISIT)
    for address in addresses:
        try:
            data, kind, charset = visitor.visit(address)
            format = _format_there(address, kind, data)
            yield _documents(address, data, bounds.wish()._replace(declared=charset), 1, format)
        except UnreadableError as error:
            yield iter((_remark(address, error.remark),))


def _format_there(address: str, kind: str, data: bytes) -> Format:
    """The format of what a server sent: what it says, unless the bytes leave no doubt. Raises UnreadableError."""
    name = address.partition("?")[0].partition("#")[0]
    format, told = _format(name, data), format_of_type(kind)
    if format.name in _KNOWN_BY_BYTES or kind in _UNTYPED:
        return format
    if told is None:
        raise UnreadableError("read-type", type=kind)
    return told


class _CallablePackage(ModuleType):
    """`timeline.read` is this package and, as the library's first verb, the function in it, whichever came first."""

    def __call__(self, path: str | os.PathLike[str]) -> Document:
        return read(path)


sys.modules[__name__].__class__ = _CallablePackage
