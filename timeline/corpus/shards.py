"""A slice -> its shard: a Parquet file of rows that bears its own account of what was read, whole or not there at all.

What was counted stands in the file beside the rows, so that no crash can keep one without the other, and nothing that
is there need be done or counted again.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from timeline.corpus import SCHEMA_VERSION
from timeline.corpus.addresses import joined, opened, write
from timeline.corpus.records import Reading, Record, columns_of, document_of, records
from timeline.corpus.rows import COLUMNS, Row, brief, rows_of
from timeline.corpus.slices import Slice
from timeline.limits import CUT
from timeline.model import Document, Note
from timeline.pipeline import tell
from timeline.watchdog import TooSlowError, limit

_ACCOUNT = b"timeline"
_LISTED = 1_000  # bad records that one shard lists; all are counted
_GROUP = 20_000  # rows

Problem = dict[str, Any]  # where, rule, values: what is said of it is made of these in the reader's language


@dataclass(slots=True)
class Account:
    """What was read for a shard, and what became of it."""

    count: Counter[str] = field(default_factory=Counter)  # documents, foreign, bad, characters, events, rows
    problems: list[Problem] = field(default_factory=list)

    def bad(self, where: str, rule: str, values: Mapping[str, object]) -> None:
        """One more that could not be read or understood."""
        self.count["bad"] += 1
        self._list(where, rule, values)

    def cut(self, notes: Iterable[Note]) -> None:
        """One more of which not all was read, if its notes say so."""
        found = [note for note in notes if note.rule.startswith(CUT)]
        self.count["cut"] += bool(found)
        for note in found:
            self._list(f"{note.document}:{note.line}", note.rule, note.values)

    def _list(self, where: str, rule: str, values: Mapping[str, object]) -> None:
        if len(self.problems) < _LISTED:
            said = {key: brief(str(value)) for key, value in values.items()}
            self.problems.append({"where": brief(where), "rule": rule, "values": said})

    def encoded(self) -> bytes:
        """As it stands in the shard."""
        count = {name: self.count[name] for name in sorted(self.count)}
        said = {"version": SCHEMA_VERSION, "count": count, "problems": self.problems}
        return json.dumps(said, ensure_ascii=False).encode()


def schema() -> Any:
    """The columns of a shard, as Arrow knows them."""
    import pyarrow

    kinds = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        bool: pyarrow.bool_(),
        date: pyarrow.date32(),
        list: pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])


def mapped(pages: Any, reading: Reading | None = None) -> Any:
    """A table, or a batch, of pages -> the table of what they tell: the pure map, for whatever engine there is.

    >>> import pyarrow
    >>> page = {"url": "a", "text": "2022年5月15日，省残联在文化宫举行开幕式，各界人士参加。"}
    >>> mapped(pyarrow.Table.from_pylist([page])).column("edtf").to_pylist()
    ['2022-05-15']
    """
    import pyarrow

    reading = reading or Reading()
    columns = columns_of(pages.schema.names, reading)
    documents = (document_of(row, columns, str(place), reading) for place, row in enumerate(pages.to_pylist()))
    found = (Record(getattr(each, "name", ""), 0, each) for each in documents)
    return pyarrow.Table.from_pylist(list(told(found, reading, Account())), schema=schema())


def told(found: Iterable[Record], reading: Reading, account: Account) -> Iterator[Row]:
    """The rows of some records; what is not understood is counted, and stops nothing."""
    for record in found:
        account.count["records"] += 1
        if record.found is None:
            account.count["foreign"] += 1
        elif isinstance(record.found, Note):
            account.bad(record.found.document, record.found.rule, record.found.values)
        else:
            yield from _of_document(record.found, record, reading, account)


def _of_document(document: Document, record: Record, reading: Reading, account: Account) -> list[Row]:
    try:
        with limit(reading.seconds):
            story = tell(document, year=reading.year, today=reading.today)
            rows = list(rows_of(story, reading, record.input, record.number))
    except TooSlowError:
        account.bad(document.name, "document-slow", {"count": f"{reading.seconds:g}"})
        return []
    except Exception as error:  # a fault of the program in one document must not cost the others
        account.bad(document.name, "document-failed", {"error": f"{type(error).__name__}: {error}"})
        return []
    account.cut(story.notes)
    account.count.update(
        documents=1, characters=len(document.raw), rows=len(rows), events=len({row["event"] for row in rows})
    )
    return rows


def made(slice: Slice, reading: Reading) -> tuple[bytes, Account]:
    """The shard of a slice, and its account: a pure function of what the slice holds."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    account, columns, file = Account(), schema(), io.BytesIO()
    with ParquetWriter(file, columns, compression="zstd") as writer:
        waiting: list[Row] = []
        for row in told(records(slice, reading), reading, account):
            waiting.append(row)
            if len(waiting) == _GROUP:
                writer.write_table(pyarrow.Table.from_pylist(waiting, schema=columns))
                waiting.clear()
        writer.write_table(pyarrow.Table.from_pylist(waiting, schema=columns))
        writer.add_key_value_metadata({_ACCOUNT: account.encoded()})
    return file.getvalue(), account


def work(slice: Slice, reading: Reading, folder: str) -> Account:
    """Writes the shard of a slice and says what was read for it."""
    data, account = made(slice, reading)
    write(joined(folder, slice.name(reading.digest())), data)
    return account


def account_of(address: str) -> Account:
    """What a shard says of itself."""
    from pyarrow.parquet import ParquetFile

    with opened(address) as source, ParquetFile(source) as table:
        said = json.loads(table.metadata.metadata[_ACCOUNT])
    return Account(Counter(said["count"]), said["problems"])
