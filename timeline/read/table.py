r"""A table (CSV, TSV, the sheets of a workbook) -> its rows; a column of dates says of each row when it was.

A table of events is one document, a row a line, its dates in front, so that a date that a title mentions is not taken
for them. A table of texts (one of its columns holds sentences) is a document a row, published on the day of its date.
A formula is not run: what was last shown for it is read.

>>> [part.text for part in tabled([["活动", "Date"], ["读书会", "2022-05-12"]])]
['| 日期 | 活动 |\n| 2022-05-12 | 读书会 |\n']
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import NamedTuple

from timeline.read.content import UNTOLD, Content, Remark, UnreadableError, Wish, row
from timeline.read.plain import text_of
from timeline.text.folding import fold

WIDEST = 500  # cells of a row
MOST = 1_000_000  # cells and rows of a table: what nobody has typed
SIGNS = 20_000_000  # characters of a table: a workbook may name one text in every cell

_SEPARATORS = ",\t;|"
_LOOKED_AT = 20  # rows that tell the separator, and where the head is
_LONG = 60  # characters of a cell on average that make a column one of texts
_DATED = 0.6  # of the cells of a column that are dates, where its name promises dates
_DAY = re.compile(r"\D{0,9}(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)")
_DATE = re.compile(r"\d{1,4} ?[-/.年月] ?\d|\d月|\d年|[一二三四五六七八九十〇]{1,4}[年月日]|^\d{8}$")
_TIME_HEAD = re.compile(
    r"日期|时间|年月日|^(?:日|时)$|^(?:date|day|time|when)$|(?:date|_at|day)$|^(?:start|published)", re.I
)
_TITLE_HEAD = re.compile(r"标题|题名|题目|名称|主题|活动|^(?:title|subject|name|headline|event)$", re.I)
# Names of columns as calendars and data bases write them, in the words that tables are read by.
_HEADS = (
    (re.compile(r"start(?:s|ing)?[ _]?(?:date|day|on)?", re.I), "开始日期"),
    (re.compile(r"(?:end(?:s|ing)?|finish)[ _]?(?:date|day|on)?", re.I), "结束日期"),
    (re.compile(r"(?:.*[ _])?(?:date|day|datetime)|when", re.I), "日期"),
    (re.compile(r"title|subject|name|headline|event|summary", re.I), "名称"),
    (re.compile(r"place|location|venue|where", re.I), "地点"),
)


class Room(NamedTuple):
    """How much of a table is read."""

    cells: int = MOST
    signs: int = SIGNS


ROOM = Room()


class Kept(NamedTuple):
    """The rows of a table as far as they are read, and what is to be said of the others."""

    rows: list[Sequence[str]]
    left: Room  # what more might have been read
    remarks: tuple[Remark, ...]


def kept(rows: Iterable[Sequence[str]], room: Room = ROOM) -> Kept:
    """The rows as far as a table is read; empty ones behind that cost nobody anything."""
    found: list[Sequence[str]] = []
    (left, signs), wide, long = room, False, False
    for cells in rows:
        left = max(left - 1 - min(len(cells), WIDEST), 0)
        signs = max(signs - sum(map(len, cells[:WIDEST])), 0)
        long = (left == 0 or signs == 0) and any(cells)
        wide = wide or any(islice(cells, WIDEST, None))
        if long:
            break
        if left:
            found.append(cells[:WIDEST])
    behind = (Remark("read-long-table", {"row": len(found) + 1}),) if long else ()
    return Kept(found, Room(left, signs), (*behind, *((Remark("read-wide-table", {"count": WIDEST}),) if wide else ())))


class _Table(NamedTuple):
    """A table, taken apart."""

    above: Sequence[Sequence[str]]  # rows over the head: what the table is called
    head: Sequence[str]
    body: Sequence[Sequence[str]]
    dates: int | None  # the column that dates the rows
    texts: int | None  # the column of texts

    def column(self, number: int) -> list[str]:
        """What is written in a column."""
        return [cells[number] for cells in self.body if number < len(cells) and cells[number]]


def _rows(text: str) -> Iterator[list[str]]:
    """The rows of a CSV, between whatever sign parts their cells."""
    lines = [line for line in islice(_lines(text), _LOOKED_AT) if line.strip()]
    most = max(_SEPARATORS, key=lambda sign: (min((line.count(sign) for line in lines), default=0), -ord(sign)))
    separator = most if any(most in line for line in lines) else max(_SEPARATORS, key=text[:9999].count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # one for the process: it only grows
    return csv.reader(_lines(text), delimiter=separator)


_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def _lines(text: str) -> Iterator[str]:
    """The lines one after the other: there may be millions, and nothing in them."""
    return (match[0] for match in _LINE.finditer(text))


def _head(rows: Sequence[Sequence[str]]) -> int:
    """The number of the row that names the columns: the first with two names at least, and no date; else -1."""
    for number, cells in enumerate(rows[:_LOOKED_AT]):
        filled = [cell for cell in cells if cell]
        if len(filled) > 1:
            return -1 if any(_DATE.search(fold(cell)) or len(cell) > _LONG for cell in filled) else number
    return -1


def _date_column(table: _Table, asked: str | None) -> int | None:
    """The column that was asked for, else one whose name and whose cells are those of dates."""
    names = [fold(name).strip().casefold() for name in table.head]
    if asked is not None:
        if (name := fold(asked).strip().casefold()) in names:
            return names.index(name)
        raise UnreadableError("read-no-column", column=asked, columns=", ".join(filter(None, table.head)))
    for number, name in enumerate(names):
        cells = table.column(number)
        if (
            _TIME_HEAD.search(name)
            and sum(_DATE.search(fold(cell)) is not None for cell in cells) > len(cells) * _DATED
        ):
            return number
    return None


def _text_column(table: _Table) -> int | None:
    """The column of the longest cells, where they are sentences."""

    def length(number: int) -> float:
        cells = table.column(number)
        return sum(map(len, cells)) / len(cells) if cells else 0.0

    longest = max(range(len(table.head)), key=length, default=0)
    return longest if length(longest) > _LONG and any("。" in cell for cell in table.column(longest)) else None


def day(cell: str) -> date | None:
    """The day that a cell gives as a whole.

    >>> day("2022/5/12 09:30"), day("20220512"), day("5月12日"), day("2022-13-01")
    (datetime.date(2022, 5, 12), datetime.date(2022, 5, 12), None, None)
    """
    match = _DAY.match(fold(cell).strip())
    if match is None:
        return None
    try:
        return date(*(int(match[i] or match[i + 3]) for i in (1, 2, 3)))
    except ValueError:
        return None


def _named(name: str) -> str:
    """The name of a column in Chinese."""
    return next((chinese for pattern, chinese in _HEADS if pattern.fullmatch(name.strip())), name)


def _listed(table: _Table, part: str) -> Content:
    """A table of events as one document; its lines are the rows as they are counted in the file."""
    order = list(range(len(table.head)))
    head = [_named(name) for name in table.head]
    if table.dates is not None:
        order.insert(0, order.pop(table.dates))
        if not fold(head[table.dates]).endswith(("日期", "时间")):
            head[table.dates] = "日期"
    rows = [*table.above, head, *table.body]
    first = len(table.above)
    lines = [
        row(_at(cells, i) for i in (order if number >= first else range(len(cells))))
        for number, cells in enumerate(rows)
    ]
    return Content("\n".join(lines) + "\n", part=part)


def _at(cells: Sequence[str], number: int) -> str:
    return cells[number] if number < len(cells) else ""


def _told(table: _Table, part: str, texts: int) -> Iterator[Content]:
    """A table of texts: a document a row, what else the row says of it between its title and its text."""
    title = next((i for i, name in enumerate(table.head) if i != texts and _TITLE_HEAD.search(fold(name))), None)
    first = len(table.above) + 2
    for number, cells in enumerate(table.body, start=first):
        if not any(cells):
            continue
        name = _at(cells, title) if title is not None else ""
        said = [
            f"{_named(head)}：{_at(cells, i)}"
            for i, head in enumerate(table.head)
            if i not in (title, texts) and head and _at(cells, i)
        ]
        published = day(_at(cells, table.dates)) if table.dates is not None else None
        text = "\n\n".join(filter(None, [name, *said, _at(cells, texts)]))
        yield Content(f"{text}\n", name or None, published, part=f"{part}/{number}" if part else str(number))


def tabled(rows: Iterable[Sequence[str]], asked: str | None = None, part: str = "") -> Iterator[Content]:
    """The documents of a table. Raises UnreadableError where the column that was asked for is not there."""
    cells = [[" ".join(cell.split()) if "。" not in cell else cell.strip() for cell in each] for each in rows]
    while cells and not any(cells[-1]):
        cells.pop()
    number = _head(cells)
    if number < 0:
        if asked is not None:
            raise UnreadableError("read-no-column", column=asked, columns="")
        yield Content("\n".join(map(row, cells)) + "\n", part=part)
        return
    table = _Table(cells[:number], cells[number], cells[number + 1 :], None, None)
    table = table._replace(dates=_date_column(table, asked), texts=_text_column(table))
    if table.texts is None:
        yield _listed(table, part)
    else:
        yield from _told(table, part, table.texts)


def written(value: object) -> str:
    """A cell of a workbook as people write it: a day without its midnight.

    >>> from datetime import datetime
    >>> written(datetime(2022, 5, 12)), written(datetime(2022, 5, 12, 9, 30)), written(3.0), written(None)
    ('2022-05-12', '2022-05-12 09:30', '3', '')
    """
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def contents(data: bytes, wish: Wish = UNTOLD) -> Iterator[Content | Remark]:
    """The documents of a CSV."""
    text, remarks = text_of(data, wish.declared)
    try:
        table = kept(_rows(text.replace("\0", "")))
    except csv.Error as error:
        raise UnreadableError("read-broken", reason=str(error)) from None
    yield from table.remarks
    for number, content in enumerate(tabled(table.rows, wish.date_column)):
        yield content._replace(remarks=remarks if number == 0 else ())
