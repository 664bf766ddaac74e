"""A slice -> the documents in it, one after the other; what is not in Chinese is passed over at once."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any, BinaryIO, NamedTuple, cast

from timeline import __version__
from timeline.corpus import SCHEMA_VERSION
from timeline.corpus.addresses import File, opened
from timeline.corpus.lines import lines, rows, separator
from timeline.corpus.slices import LINES, Shape, Slice, failure, members, shape_of
from timeline.edtf import bounds as days
from timeline.model import Document, Note, Severity
from timeline.read import documents, published
from timeline.read.content import Content, Part, UnreadableError
from timeline.read.encoding import EncodingError, decode
from timeline.read.files import BOUNDS, Bounds
from timeline.read.formats import format_of, held
from timeline.read.plain import text_of
from timeline.read.warc import chinese
from timeline.text import document as make

ROLES = ("text", "title", "published", "name")  # what a column can be to a document
_KNOWN = {  # what such columns are called where nobody says it
    "text": ("text", "content", "body", "raw_content", "article", "正文", "内容", "文本"),
    "title": ("title", "headline", "标题", "題目", "标题名"),
    "published": ("published", "publish_date", "pubdate", "published_at", "date", "发布日期", "发布时间", "日期"),
    "name": ("url", "link", "source", "id", "name", "网址", "链接"),
}
_NO_DAY = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_LONE = re.compile(r"[\ud800-\udfff]")  # half a character, which JSON can hold and no file of text
_NOTHING = "\0\ufeff \t\r\n\f\u3000"
_PLAIN = ("text", "markdown")
_SAMPLE = 200_000  # bytes that tell the encoding of a table
_BUFFER = 1 << 20  # bytes of a column of a Parquet file that are fetched at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How documents are read and understood; all that a shard depends on beside its input."""

    year: int | None = None
    today: date | None = None
    columns: tuple[tuple[str, str], ...] = ()  # role -> the name of its column
    size: int = BOUNDS.size  # bytes of the largest document
    seconds: float = BOUNDS.patience  # that it may take to read or understand one
    anyway: bool = False  # other languages too
    language: str = "zh"  # of the reasons

    def options(self) -> dict[str, Any]:
        """What the manifest says of it."""
        said = asdict(self)
        said["columns"] = dict(self.columns)
        said["today"] = self.today.isoformat() if self.today else None
        return said

    def bounds(self) -> Bounds:
        """What is too large or too slow, as the reader of a file takes it."""
        return Bounds(size=self.size, seconds=self.seconds)

    def digest(self) -> str:
        """The same for two readings that give the same rows."""
        said = json.dumps([__version__, SCHEMA_VERSION, self.options()], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


class Record(NamedTuple):
    """What stands at a place of the input: a document, a note that it is none, or nothing in Chinese."""

    input: str  # the file
    number: int  # its first byte in lines and rows, the row in a table, else which document of the file it is
    found: Document | Note | None


def records(slice: Slice, reading: Reading) -> Iterator[Record]:
    """The documents of a slice. A file that fails in the middle costs what is left of it, and a note."""
    number = 0
    file = slice.files[0]
    try:
        for record in _SOURCES[slice.shape](slice, reading):
            number = record.number
            yield record
    except UnreadableError as error:
        yield Record(file.address, number, _note(file.name, error.remark.rule, **error.remark.values))
    except Exception as error:  # of a library; whatever it is, the next slice is another
        yield Record(file.address, number, failure(file.name, error, "read-broken"))


def _note(name: str, rule: str, **values: object) -> Note:
    said = {key: str(value) for key, value in values.items()}
    return Note(document=name, rule=rule, values=said, severity=Severity.LOSS)


# --- files of any format, alone or in an archive ----------------------------------------------------------------------


def _of_files(slice: Slice, reading: Reading) -> Iterator[Record]:
    for file in slice.files:
        try:
            with opened(file.address) as source:
                data = source.read(reading.size + 1)
        except OSError as error:
            yield Record(file.address, 0, failure(file.name, error))
            continue
        yield from _of_bytes(file.address, file.name, data, reading)


def _of_archive(slice: Slice, reading: Reading) -> Iterator[Record]:
    file = slice.files[0]
    with opened(file.address) as source, zipfile.ZipFile(source) as archive:
        for info in members(archive)[slice.start : slice.stop]:
            name = f"{file.name}/{info.filename}"
            if shape_of(info.filename) == LINES:
                inner = File(f"{file.address}/{info.filename}", name, info.file_size)
                with archive.open(info) as member:
                    yield from _objects(inner, lines(cast("BinaryIO", member), longest=_longest(reading) + 1), reading)
                continue
            try:
                with archive.open(info) as member:
                    data = member.read(reading.size + 1)
            except Exception as error:  # encrypted, damaged, packed in a way of its own
                yield Record(file.address, info.header_offset, failure(name, error, "read-broken"))
                continue
            yield from _of_bytes(file.address, name, data, reading, info.header_offset)


def _of_bytes(input: str, name: str, data: bytes, reading: Reading, number: int = 0) -> Iterator[Record]:
    """The documents in the bytes of one file."""
    if len(data) > reading.size:
        yield Record(input, number, _note(name, "read-too-large", size=_size(reading)))
        return
    format = format_of(name)
    if format is not None and format.name in _PLAIN and not reading.anyway:
        try:
            text, _ = text_of(data)
            if text.strip(_NOTHING) and not chinese(text):
                yield Record(input, number, None)
                return
        except UnreadableError:
            pass  # what is wrong with it is said below
    for place, item in enumerate(documents(name, data, reading.bounds())):
        if isinstance(item, Note) and item.severity is not Severity.LOSS:
            continue
        foreign = isinstance(item, Document) and not reading.anyway and not chinese(item.raw)
        yield Record(input, number + place, None if foreign else item)


def _size(reading: Reading) -> str:
    from timeline.read.content import size_words

    return size_words(reading.size)


# --- crawls -----------------------------------------------------------------------------------------------------------


def _of_crawl(slice: Slice, reading: Reading) -> Iterator[Record]:
    """The pages of a WARC or WET; its reader passes over what is not in Chinese."""
    file, format = slice.files[0], format_of(slice.files[0].name)
    if format is None:
        raise UnreadableError("read-no-records")
    with opened(file.address) as source:
        for number, item in enumerate(held(format, source, reading.bounds().wish())):
            if isinstance(item, Content):
                day = item.published or published(PurePosixPath(item.part).name)
                yield Record(file.address, number, _made(item.part, item.text, reading, title=item.title, day=day))
            elif isinstance(item, Part):
                yield from _of_bytes(file.address, item.name, item.data, reading, number)
            elif item.severity is Severity.LOSS:
                yield Record(file.address, number, _note(item.part or file.name, item.rule, **item.values))
            else:
                for _ in range(int(str(item.values.get("skipped", 0)))):
                    yield Record(file.address, number, None)


# --- lines, rows, tables ----------------------------------------------------------------------------------------------


class Columns(NamedTuple):
    """The columns of a table that make a document."""

    text: str
    title: str | None
    published: str | None
    name: str | None


def columns_of(given: Iterable[str], reading: Reading) -> Columns | None:
    """Which column is what; None where none is the text."""
    there = {name.strip().casefold(): name for name in reversed(list(given))}
    asked = dict(reading.columns)
    found = {}
    for role in ROLES:
        names = (asked[role],) if role in asked else _KNOWN[role]
        found[role] = next((there[name.casefold()] for name in names if name.casefold() in there), None)
    text = found.pop("text")
    return Columns(text, **found) if text else None


def document_of(row: Mapping[str, Any], columns: Columns | None, at: str, reading: Reading) -> Document | Note | None:
    """The document of a row, a note that it is none, or nothing in Chinese."""
    if columns is None:
        wanted = dict(reading.columns).get("text") or ", ".join(_KNOWN["text"])
        return _note(at, "corpus-no-text", names=wanted)
    text = row.get(columns.text)
    if not isinstance(text, str):
        return _note(at, "read-empty")
    name = str(row.get(columns.name or "") or at)
    title = row.get(columns.title or "")
    own = title.strip() if isinstance(title, str) else ""
    return _made(name, text, reading, title=own or None, day=_day(row.get(columns.published or "")))


def _of_row(file: File, number: int, row: Mapping[str, Any], columns: Columns | None, reading: Reading) -> Record:
    return Record(file.address, number, document_of(row, columns, f"{file.name}:{number}", reading))


def _day(value: object) -> date | None:
    """The day of publication that a column gives: a date, or a text that begins with one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _NO_DAY.sub(r"\1年\2月\3日", str(value or "").strip())
    return published(text) or (days(text[:10])[0] if len(text) >= 10 else None)


def _made(name: str, text: str, reading: Reading, *, title: str | None, day: date | None) -> Document | Note | None:
    name, text = _LONE.sub("\ufffd", name), _LONE.sub("\ufffd", text)
    if len(text) > reading.size:
        return _note(name, "read-too-large", size=_size(reading))
    if not text.strip(_NOTHING):
        return _note(name, "read-empty")
    if not reading.anyway and not chinese(text):
        return None
    return make(name, text, title=_LONE.sub("\ufffd", title) if title else None, published=day)


@contextmanager
def _open(slice: Slice) -> Iterator[BinaryIO]:
    """The first file of a slice, unpacked."""
    with opened(slice.files[0].address) as raw:
        yield cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if slice.packed else raw


def _longest(reading: Reading) -> int:
    """Bytes of the longest line or cell that is tried: a document as large as may be, each sign of it four bytes."""
    return reading.size * 4


def _of_lines(slice: Slice, reading: Reading) -> Iterator[Record]:
    with _open(slice) as source:
        yield from _objects(slice.files[0], lines(source, slice.start, slice.stop, _longest(reading) + 1), reading)


def _objects(file: File, found: Iterable[tuple[int, bytes]], reading: Reading) -> Iterator[Record]:
    """A document for each line with an object."""
    for number, line in found:
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = f"{type(error).__name__}: {error}"[:200]
            yield Record(file.address, number, _note(f"{file.name}:{number}", "corpus-no-json", reason=reason))
            continue
        if isinstance(row, dict):
            yield _of_row(file, number, row, columns_of(row, reading), reading)
        else:
            note = _note(f"{file.name}:{number}", "corpus-no-json", reason=type(row).__name__)
            yield Record(file.address, number, note)


def _of_rows(slice: Slice, reading: Reading) -> Iterator[Record]:
    file, longest = slice.files[0], _longest(reading)
    with _open(slice) as source:
        head, encoding = _head(source, longest)
        names = next(csv.reader([head], delimiter=separator(head)), [])
        columns = columns_of(names, reading)
        if columns is None:
            wanted = dict(reading.columns).get("text") or ", ".join(_KNOWN["text"])
            raise UnreadableError("corpus-no-text", names=wanted)
        found = lines(source, slice.start, slice.stop, longest + 1)
        for row in rows(found, encoding, separator(head), longest):
            if row.fault:
                note = _note(f"{file.name}:{row.start}", "read-broken", reason=row.fault)
                yield Record(file.address, row.start, note)
            elif row.start and row.cells:
                yield _of_row(file, row.start, dict(zip(names, row.cells, strict=False)), columns, reading)


def _head(source: BinaryIO, longest: int) -> tuple[str, str]:
    """The first line of a table, and its encoding, as far as the beginning of it tells."""
    sample = b""
    for _, line in lines(source, longest=longest + 1):
        sample += line
        if len(sample) >= _SAMPLE:
            break
    try:
        encoding = decode(sample).encoding
    except EncodingError as error:
        raise UnreadableError("read-binary", offset=error.offset) from None
    return sample.decode(encoding, "replace").lstrip("\ufeff").partition("\n")[0], encoding


def _table(source: BinaryIO) -> Any:
    """A Parquet file, of whose groups, which may be of any size, no more is held than a buffer of each column."""
    from pyarrow.parquet import ParquetFile

    return ParquetFile(source, buffer_size=_BUFFER, pre_buffer=False)


def _of_table(slice: Slice, reading: Reading) -> Iterator[Record]:
    file = slice.files[0]
    with opened(file.address) as source, _table(source) as table:
        columns = columns_of(table.schema_arrow.names, reading)
        if columns is None:
            wanted = dict(reading.columns).get("text") or ", ".join(_KNOWN["text"])
            raise UnreadableError("corpus-no-text", names=wanted)
        before = sum(table.metadata.row_group(i).num_rows for i in range(slice.part))
        stop, end = slice.stop or table.metadata.row_group(slice.part).num_rows, 0
        names = [name for name in columns if name]
        for batch in table.iter_batches(500, row_groups=[slice.part], columns=names, use_threads=False):
            first, end = end, end + batch.num_rows
            if first >= stop:
                return
            if end > slice.start:
                for place, row in enumerate(batch.to_pylist(), first):
                    if slice.start <= place < stop:
                        yield _of_row(file, before + place, row, columns, reading)


_SOURCES: Mapping[Shape, Callable[[Slice, Reading], Iterator[Record]]] = {
    Shape.FILES: _of_files,
    Shape.LINES: _of_lines,
    Shape.ROWS: _of_rows,
    Shape.TABLE: _of_table,
    Shape.CRAWL: _of_crawl,
    Shape.ARCHIVE: _of_archive,
}
