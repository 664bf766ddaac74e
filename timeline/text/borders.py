"""Raw text -> the same text with | between the cells of its tables, where tabs or wide blanks stood."""

from __future__ import annotations

import re
from itertools import groupby

_FEWEST_CELLS, _FEWEST_ROWS = 3, 3


def bordered(raw: str) -> str:
    r"""The same text with | for the tabs, or the wide blanks, between the cells of a table, as long as it was.

    A row has three cells that hold something, or two beside such a row. What sets a whole table in is no empty cell.
    Between blanks every row has as many cells, and a column of dates runs through them.

    >>> bordered("\t周六\t周日\n上午\t讲座\t登山\n晚上\t\t赏月")
    '|周六|周日\n上午|讲座|登山\n晚上||赏月'
    >>> bordered("\t\t时间:周六\t\t地点:礼堂")
    '\t\t时间:周六\t\t地点:礼堂'
    >>> bordered("2018年  甲队  金牌\n2019年  乙队  银牌\n2021年  丙队  铜牌")
    '2018年| 甲队| 金牌\n2019年| 乙队| 银牌\n2021年| 丙队| 铜牌'
    """
    tabbed, spaced = raw.count("\t") >= _FEWEST_CELLS - 1, "  " in raw or "\u3000\u3000" in raw
    if not tabbed and not spaced:
        return raw
    lines = raw.split("\n")
    if tabbed:
        row = ["\t" in line and not line.isspace() for line in lines]
        for rows, run in groupby(range(len(lines)), key=row.__getitem__):
            if rows:
                table = list(run)
                lines[table[0] : table[-1] + 1] = _between_tabs([lines[i] for i in table])
    if spaced:
        cells = [_cells_apart(line) for line in lines]
        for count, run in groupby(range(len(lines)), key=cells.__getitem__):
            table = list(run) if count >= _FEWEST_CELLS else []
            if len(table) >= _FEWEST_ROWS and _dated([lines[i] for i in table]):
                lines[table[0] : table[-1] + 1] = [_GAP.sub(_border, lines[i]) for i in table]
    return "\n".join(lines)


def _between_tabs(table: list[str]) -> list[str]:
    filled = [sum(bool(cell.strip()) for cell in row.split("\t")) for row in table]
    inset = min(len(row) - len(row.lstrip("\t")) for row in table)
    told = [max(filled[max(i - 1, 0) : i + 2]) >= _FEWEST_CELLS and cells > 1 for i, cells in enumerate(filled)]
    return [
        row[:inset] + row[inset:].replace("\t", "|") if is_row else row for row, is_row in zip(table, told, strict=True)
    ]


# Two blanks at least, between words.
_GAP = re.compile(r"(?<=[^ \u3000])(?: [ \u3000]|\u3000[ \u3000])[ \u3000]*(?=[^ \u3000\r])")
_ROW, _CELL = 120, 30  # characters of a row and of a cell
_DAY = re.compile(
    r"[(（]?(?:\d{4}年?(?!\d)|\d{2,4}[-./年]|\d{1,2}[-./月][ ]?\d|民[国國]|[一二三四五六七八九十]{1,2}月)"
)


def _cells_apart(line: str) -> int:
    """How many short cells a line has between wide blanks; none, where it is a sentence or has borders."""
    if len(line) > _ROW or not _APART.search(line, len(line) - len(line.lstrip())) or _NO_ROW.search(line):
        return 0
    cells = _GAP.split(line.strip())
    return len(cells) if max(map(len, cells)) <= _CELL else 0


_APART = re.compile(r" [ \u3000]|\u3000[ \u3000]")
_NO_ROW = re.compile(r"[|。\t]")


def _dated(table: list[str]) -> bool:
    """Whether a column of dates runs through rows of so many cells each, below a head or from the first row on."""
    rows = [_GAP.split(line.strip()) for line in table]
    below = rows if any(map(_DAY.match, rows[0])) else rows[1:]
    return any(all(map(_DAY.match, column)) for column in zip(*below, strict=True))


def _border(gap: re.Match[str]) -> str:
    return "|" + gap[0][1:]
