"""Tables whose columns are days -> which cell stands under which day: a programme of several days side by side.

The head holds a day in each cell but its first or last; the cell at the head of each row below says an hour, a part of
the day or what the row tells (主题, 地点).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.model import Document, Expression, ExpressionKind, Point, Span
from timeline.text.rows import cells_of

_BESIDE_A_DAY = re.compile(
    r"[\s()~.,/:、-]*(?:第[一二三四五六七八九十\d]{1,2}[天日]|D(?:ay|AY)? ?\d)?[\s()~.,/:、-]*"
    r"(?:[周星期礼拜]{0,2}[一二三四五六日天][\s)]*)?"
)
_RULE = re.compile(r"[-:| +—]+")  # the line that Markdown draws below a head
_FEWEST = 2  # days of a head
_LONGEST_LABEL = 16  # characters


class Row(NamedTuple):
    """A row below the days: its label, and the cell of each day."""

    block: int  # its number
    label: Span
    cells: tuple[Span, ...]


class Grid(NamedTuple):
    """The days of a head, and the rows below it."""

    block: int  # number of the head
    days: tuple[Expression, ...]
    rows: tuple[Row, ...]

    def day(self, position: int) -> Expression | None:
        """The day above a position of the clean text."""
        row = self._row(position)
        cells = zip(self.days, row.cells, strict=True) if row else ()
        return next((day for day, cell in cells if cell.start <= position < cell.end), None)

    def labels(self, position: int) -> bool:
        """Whether a position is at the head of a row."""
        row = self._row(position)
        return row is not None and position < row.label.end

    def _row(self, position: int) -> Row | None:
        """The last row that begins at a position or before it."""
        number = bisect_right(self.rows, position, key=lambda row: row.label.start) - 1
        return self.rows[number] if number >= 0 else None


def grids(document: Document, expressions: Sequence[Expression]) -> tuple[Grid, ...]:
    r"""The tables of a document whose columns are days.

    >>> from timeline.find import find
    >>> from timeline.text import document
    >>> camp = document("示例", "|周六5/1|周日5/2\n上午|讲座|登山\n晚上||赏月")
    >>> (camp_grid,) = grids(camp, find(camp))
    >>> [(row.label.of(camp.text), [cell.of(camp.text) for cell in row.cells]) for row in camp_grid.rows]
    [('上午', ['讲座', '登山']), ('晚上', ['', '赏月'])]
    """
    return tuple(_grids(document, expressions)) if "|" in document.text else ()


def _grids(document: Document, expressions: Sequence[Expression]) -> Iterator[Grid]:
    heads = dict(_heads(document, expressions))
    below = -1
    for number, head in heads.items():
        if number < below:
            continue
        rows = tuple(_rows(document, number, heads))
        below = rows[-1].block + 1 if rows else -1
        if rows:
            yield Grid(number, tuple(head.days.values()), rows)


class Head(NamedTuple):
    """A row that holds days: its cells, and its days by their columns."""

    cells: Sequence[Span]
    days: dict[int, Expression]


def _heads(document: Document, expressions: Sequence[Expression]) -> Iterator[tuple[int, Head]]:
    starts = [expression.at.start for expression in expressions]
    for number, block in enumerate(document.blocks):
        if document.text.count("|", *block.at) < _FEWEST:
            continue
        first, last = bisect_right(starts, block.at.start - 1), bisect_right(starts, block.at.end - 1)
        cells = cells_of(document.text, block.at)
        if days := _days(document, cells, expressions[first:last]):
            yield number, Head(cells, days)


def _days(document: Document, head: Sequence[Span], said: Sequence[Expression]) -> dict[int, Expression] | None:
    """The days of a head by their columns; none where another cell than the first or the last holds anything else."""
    days: dict[int, Expression] = {}
    for column, cell in enumerate(head):
        inside = [one for one in said if cell.start <= one.at.start and one.at.end <= cell.end]
        rest = "".join(
            Span(left, right).of(document.text)
            for left, right in zip(
                (cell.start, *(one.at.end for one in inside)),
                (*(one.at.start for one in inside), cell.end),
                strict=True,
            )
        )
        day = next((one for one in inside if _is_day(one)), None)
        if day is not None and _BESIDE_A_DAY.fullmatch(rest):
            days[column] = day
        elif column not in (0, len(head) - 1) or inside:
            return None
    return days if len(days) >= _FEWEST else None


def _is_day(expression: Expression) -> bool:
    point = expression.value
    if expression.kind is not ExpressionKind.DATE or not isinstance(point, Point):
        return False
    return point.day is not None or point.weekday is not None or point.shift is not None or point.nth is not None


def _rows(document: Document, head: int, heads: Mapping[int, Head]) -> Iterator[Row]:
    """The rows right below a head that have a label, and as many cells as it has, or one more where it has no label.

    Further days below the same label (第一周, 第二周) are the head of the next table.
    """
    cells_above, days = heads[head]
    for number in range(head + 1, len(document.blocks)):
        block = document.blocks[number]
        further = heads.get(number)
        if further and _label(document, further) == _label(document, heads[head]):
            return
        text = block.at.of(document.text)
        if _RULE.fullmatch(text):
            continue
        cells = cells_of(document.text, block.at)
        shift = 1 if 0 in days and len(cells) == len(cells_above) + 1 else 0
        labelled = (0 not in days or shift) and 0 < cells[0].end - cells[0].start <= _LONGEST_LABEL
        if "|" not in text or not labelled or len(cells) > len(cells_above) + 1 or len(cells) <= min(days) + shift:
            return
        empty = Span(block.at.end, block.at.end)
        row = [cells[column + shift] if column + shift < len(cells) else empty for column in days]
        yield Row(number, cells[0], tuple(row))


def _label(document: Document, head: Head) -> str:
    """What a head says at its left, whatever it counts; nothing where a day stands there."""
    return "" if 0 in head.days else _COUNT.sub("", head.cells[0].of(document.text))


_COUNT = re.compile(r"[一二三四五六七八九十\d]+")
