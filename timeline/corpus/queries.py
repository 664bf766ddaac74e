"""What is asked of a folder of shards -> rows and counts, by DuckDB, which reads no more of them than it needs.

A happening is asked for by any of its tellings and then told by all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from glob import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.corpus.addresses import joined, remote, system
from timeline.corpus.manifest import CorpusError
from timeline.corpus.rows import COLUMNS, Row
from timeline.export.selection import Stretch, Wish, sought
from timeline.text.folding import unfolded

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MANY = 2_000  # rows that are fetched at a time
_TOLD = ("title", "description", "place", "array_to_string(organisers, chr(10))", "text")

Values = list[Any]


def connected(*folders: str) -> DuckDBPyConnection:
    """DuckDB with the view `tellings`, all rows of some folders of shards.

    Raises ImportError where DuckDB is not installed, and where fsspec lacks what the address takes.
    """
    import duckdb

    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false")
    patterns = []
    for folder in folders:
        place = folder
        if remote(folder):
            files, path = system(folder)
            connection.register_filesystem(files)
            place = files.unstrip_protocol(path)
        patterns.append(joined(escape(place), "part-*.parquet").replace("'", "''"))
    listed = ", ".join(f"'{pattern}'" for pattern in patterns)
    _done(connection, f"create view tellings as from read_parquet([{listed}])")
    return connection


def _done(connection: DuckDBPyConnection, sql: str, values: Values | None = None) -> DuckDBPyConnection:
    """A question, asked. Raises CorpusError where shards are damaged or gone."""
    import duckdb

    try:
        return connection.execute(sql, values)
    except duckdb.Error as error:
        raise CorpusError("corpus-broken", reason=str(error).partition("\n")[0]) from error


# --- wishes -----------------------------------------------------------------------------------------------------------


def condition(wish: Wish) -> tuple[str, Values]:
    """A wish as a condition on tellings. It lets through all that is wished for, and little else."""
    parts: list[str] = []
    values: Values = []
    for stretch in ((wish.start, wish.end), wish.during):
        _add(parts, values, *_within(stretch))
    if wish.strict:
        parts.append("certainty <> 'guessed'")
    if wish.kinds:
        parts.append(f"category in ({', '.join('?' * len(wish.kinds))})")
        values += map(str, wish.kinds)
    if wish.places:
        either = [_holds("place", sought(place)) for place in wish.places]
        parts.append(f"({' or '.join(text for text, _ in either)})")
        values += [value for _, more in either for value in more]
    for word in wish.words:
        _add(parts, values, *_holds(f"concat_ws(chr(10), {', '.join(_TOLD)})", word))
    return " and ".join(parts) or "true", values


def _add(parts: list[str], values: Values, text: str, more: Values) -> None:
    if text:
        parts.append(text)
        values += more


def _within(stretch: Stretch) -> tuple[str, Values]:
    """The days of a stretch: whatever lies in it at least partly, a deadline by its day alone."""
    start, end = stretch
    if start is None and end is None:
        return "", []
    first = """(case when kind = 'deadline' then coalesce("last", "first") else "first" end)"""
    text = f"""({first} is not null or "last" is not null)"""
    values: Values = []
    if end is not None:
        text += f" and ({first} is null or {first} <= ?)"
        values.append(end)
    if start is not None:
        text += """ and ("last" is null or "last" >= ?)"""
        values.append(start)
    return text, values


def _holds(column: str, word: str) -> tuple[str, Values]:
    """Whether a text has a word, in either script, width and case, and over the ends of lines."""
    plain = "".join(word.split())
    written, meant = unfolded(plain)
    text = rf"contains(lower(translate(regexp_replace({column}, '\s+', '', 'g'), ?, ?)), ?)"
    return text, [written, meant, plain]


def rows(connection: DuckDBPyConnection, wish: Wish) -> Iterator[Row]:
    """The tellings of all happenings of which one is wished for, document by document."""
    text, values = condition(wish)
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    found = _done(
        connection,
        f"""select {names} from tellings
        where happening in (select happening from tellings where {text})
        order by input, record, source, event, "start", uid""",
        values,
    )
    while many := found.fetchmany(_MANY):
        for values_of_row in many:
            yield dict(zip(COLUMNS, values_of_row, strict=True))


# --- counts -----------------------------------------------------------------------------------------------------------


class Count(NamedTuple):
    """How many happenings there are of something, and how often they are told."""

    name: str | None  # None: it is not known
    happenings: int
    tellings: int


class Totals(NamedTuple):
    """What a corpus holds in all."""

    happenings: int
    tellings: int
    documents: int  # of them
    first: date | None
    last: date | None


_GROUPS = {
    "year": """strftime("first", '%Y')""",
    "place": "place",
    "kind": "category",
    "certainty": "certainty",
    "source": r"coalesce(nullif(regexp_extract(source, '^[a-z]+://(?:www\.)?([^/:]+)', 1), ''), input)",
}
GROUPS = tuple(_GROUPS)


def totals(connection: DuckDBPyConnection, wish: Wish) -> Totals:
    """The sums of what is wished for."""
    text, values = condition(wish)
    found = _done(
        connection,
        f"""select count(distinct happening), count(*), count(distinct (input, record)), min("first"), max("last")
        from tellings where {text}""",
        values,
    ).fetchone()
    return Totals(*found) if found else Totals(0, 0, 0, None, None)


def counted(connection: DuckDBPyConnection, group: str, wish: Wish, most: int) -> Sequence[Count]:
    """The most frequent of a group, of years all in order; the same order always."""
    text, values = condition(wish)
    order, limit = ("1 nulls last", "") if group == "year" else ("2 desc, 3 desc, 1", f"limit {int(most)}")
    found = _done(
        connection,
        f"""select {_GROUPS[group]}, count(distinct happening), count(*)
        from tellings where {text} group by 1 order by {order} {limit}""",
        values,
    )
    return [Count(*row) for row in found.fetchall()]
