"""A row of a table -> its cells."""

from __future__ import annotations

from timeline.model import Span


def cells_of(text: str, row: Span) -> list[Span]:
    """The cells of a row between |, the empty ones too; outside a border that both ends have there is none.

    >>> for row in ("| 上午 || 登山 |", "|周六|周日"):
    ...     print([cell.of(row) for cell in cells_of(row, Span(0, len(row)))])
    ['上午', '', '登山']
    ['', '周六', '周日']
    """
    line = row.of(text)
    start, end = (1, len(line) - 1) if len(line) > 1 and line[0] == line[-1] == "|" else (0, len(line))
    cells = []
    for cell in line[start:end].split("|"):
        left = row.start + start + len(cell) - len(cell.lstrip())
        cells.append(Span(left, left + len(cell.strip())))
        start += len(cell) + 1
    return cells
