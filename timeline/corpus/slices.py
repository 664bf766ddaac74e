"""Inputs -> slices: pieces of work, each with a name of its own that the same input always has.

A folder is cut into some files at a time, lines and rows where they end, a Parquet file by its row groups, an archive
by its members. What is compressed cannot be entered in the middle and is one slice a file. Nothing but addresses and
positions is in a slice, so that whoever works at it reads for himself.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import PurePosixPath
from typing import BinaryIO

from timeline.corpus import MANIFEST
from timeline.corpus.addresses import File, listed, opened
from timeline.corpus.lines import lines, rows, separator, wide
from timeline.corpus.manifest import CorpusError, manifest_of
from timeline.model import Note, Severity
from timeline.read.files import Bounds
from timeline.read.formats import format_of

_BYTES = 2_000_000  # of a slice, more or less: some seconds of work, which is all that a death costs
_FILES = 200  # of a slice
_ROWS = 2_000  # of a slice of a Parquet file
_BLOCK = 1 << 20  # bytes that are looked through at a time for the end of a line


class Shape(StrEnum):
    """How an input holds its documents."""

    FILES = "files"  # a document or some in each, of any format that `timeline` reads
    LINES = "jsonl"  # a line is an object is a document
    ROWS = "csv"  # a row is a document
    TABLE = "parquet"
    CRAWL = "warc"  # WARC and WET
    ARCHIVE = "zip"


_SHAPES = {
    ".jsonl": Shape.LINES,
    ".ndjson": Shape.LINES,
    ".csv": Shape.ROWS,
    ".parquet": Shape.TABLE,
    ".warc": Shape.CRAWL,
    ".wet": Shape.CRAWL,
    ".zip": Shape.ARCHIVE,
}


LINES = (Shape.LINES, False)


def shape_of(name: str) -> tuple[Shape, bool] | None:
    """How a file holds its documents and whether it is compressed; None where it is no file of documents."""
    path = PurePosixPath(name.lower())
    packed = path.suffix == ".gz"
    shape = _SHAPES.get(PurePosixPath(path.stem).suffix if packed else path.suffix)
    if packed:
        return (shape, True) if shape in (Shape.LINES, Shape.ROWS, Shape.CRAWL) else None
    return (shape, False) if shape else (Shape.FILES, False) if format_of(name) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A piece of the input: some files, or a stretch of one."""

    shape: Shape
    files: tuple[File, ...]
    packed: bool = False
    part: int = 0  # of a table: the row group
    start: int = 0  # byte, row or member
    stop: int | None = None  # None: to the end

    def name(self, made_with: str) -> str:
        """The name of its shard: the same input, read in the same way, always has the same."""
        said = [self.shape, [list(file) for file in self.files], self.part, self.start, self.stop, made_with]
        text = json.dumps(said, ensure_ascii=True)
        return f"part-{hashlib.sha256(text.encode()).hexdigest()[:20]}.parquet"


def slices(addresses: Iterable[str], bounds: Bounds) -> Iterator[Slice | Note]:
    """The slices of all inputs, in order, and a note for each input that cannot be had."""
    seen: set[str] = set()
    for address in addresses:
        try:
            files = [file for file in _foreign(listed(address)) if bounds.admit(PurePosixPath(file.name))]
        except (OSError, ValueError) as error:
            yield failure(address, error)
            continue
        new = [file for file in files if file.address not in seen]
        seen.update(file.address for file in new)
        alone = len(files) == 1
        yield from _slices(new, bounds, alone=alone)


def _foreign(files: Sequence[File]) -> list[File]:
    """The files but for those of corpora among them: what was made of documents is no document."""
    folders = {_folder(file) for file in files if PurePosixPath(file.name).name.startswith((MANIFEST, "part-"))}
    ours = {folder for folder in folders if _is_corpus(folder)}
    return [file for file in files if _folder(file) not in ours]


def _folder(file: File) -> str:
    return file.address.rpartition("/")[0] or "."


def _is_corpus(folder: str) -> bool:
    try:
        return manifest_of(folder) is not None
    except CorpusError:  # of a later version
        return True


def failure(address: str, error: Exception, rule: str = "read-failed") -> Note:
    """What is to be said of an input that cannot be read."""
    if isinstance(error, FileNotFoundError):
        return Note(document=address, rule="read-missing", values={}, severity=Severity.LOSS)
    reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"[:200]
    return Note(document=address, rule=rule, values={"reason": reason}, severity=Severity.LOSS)


def _slices(files: Sequence[File], bounds: Bounds, *, alone: bool) -> Iterator[Slice | Note]:
    batch: list[File] = []
    for file in files:
        shape = shape_of(file.name) or ((Shape.FILES, False) if alone else None)
        if shape is None:
            continue
        if shape[0] is Shape.FILES:
            batch.append(file)
            if len(batch) >= _FILES or sum(each.size for each in batch) >= _BYTES:
                yield Slice(shape=Shape.FILES, files=tuple(batch))
                batch = []
            continue
        try:
            yield from _of_file(file, *shape, bounds)
        except Exception as error:  # of a library: this file, and not the others
            yield failure(file.address, error, "read-broken")
    if batch:
        yield Slice(shape=Shape.FILES, files=tuple(batch))


def _of_file(file: File, shape: Shape, packed: bool, bounds: Bounds) -> Iterator[Slice]:
    if packed or shape is Shape.CRAWL:
        yield Slice(shape=shape, files=(file,), packed=packed)
    elif shape is Shape.TABLE:
        yield from _of_table(file)
    elif shape is Shape.ARCHIVE:
        yield from _of_archive(file)
    else:
        with opened(file.address) as source:
            found = _row_cuts(source, bounds) if shape is Shape.ROWS else _line_cuts(source, file.size)
            cuts: list[int | None] = [0, *found, None]
        for start, stop in pairwise(cuts):
            yield Slice(shape=shape, files=(file,), start=start or 0, stop=stop)


def _line_cuts(source: BinaryIO, size: int) -> Iterator[int]:
    """Where lines are cut; nothing but the places of the cuts is looked at."""
    start = 0
    if wide(source.read(2)):
        return
    while start + _BYTES < size:
        source.seek(start + _BYTES)
        while (piece := source.readline(_BLOCK)) and not piece.endswith(b"\n"):
            pass
        start = source.tell()
        if start < size:
            yield start


def _row_cuts(source: BinaryIO, bounds: Bounds) -> Iterator[int]:
    """Where the rows of a CSV are cut. Only who reads all of it knows which line ends are within a cell.

    No encoding of Chinese has the signs of a CSV within a character, so that any that knows bytes will do.
    """
    head = source.readline(_BLOCK)
    if wide(head):
        return
    start, longest = 0, bounds.size * 4
    for row in rows(lines(source, longest=longest + 1), "latin-1", separator(head.decode("latin-1")), longest):
        if row.start >= start + _BYTES:
            yield row.start
            start = row.start


def _of_table(file: File) -> Iterator[Slice]:
    from pyarrow.parquet import ParquetFile

    with opened(file.address) as source, ParquetFile(source) as table:
        counts = [table.metadata.row_group(i).num_rows for i in range(table.metadata.num_row_groups)]
    for part, count in enumerate(counts):
        for start in range(0, count, _ROWS):
            stop = min(start + _ROWS, count)
            yield Slice(shape=Shape.TABLE, files=(file,), part=part, start=start, stop=stop)


def members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of an archive that can be read, in the order of their names."""
    found = (info for info in archive.infolist() if format_of(info.filename) or shape_of(info.filename) == LINES)
    return sorted(found, key=lambda info: (info.filename, info.header_offset))


def _of_archive(file: File) -> Iterator[Slice]:
    with opened(file.address) as source, zipfile.ZipFile(source) as archive:
        sizes = [info.file_size for info in members(archive)]
    start = size = 0
    for number, each in enumerate(sizes, 1):
        size += each
        if size >= _BYTES or number - start >= _FILES or number == len(sizes):
            yield Slice(shape=Shape.ARCHIVE, files=(file,), start=start, stop=number)
            start, size = number, 0
