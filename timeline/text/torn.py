"""Raw text -> the same text with each row of a table on one line again, where line ends within its cells tore it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise

_FEWEST_ROWS, _FEWEST_CELLS, _MOST_CELLS = 3, 2, 6
_LONGEST = 200  # characters of a line that is a cell
_DAY = re.compile(
    r"[ \u3000(（]*(?:\d{4}[年/.-]|\d{1,2}[月/.-]\d|民[国國]|(?:农|農)[历曆]"
    r"|[一二三四五六七八九十正]{1,2}月[一二三四五六七八九十廿初])"
)


def whole_rows(raw: str) -> str:
    r"""The same text with a blank for the line ends within the rows of a table, as long as it was.

    Each line of such a table ends with the border of a cell. A row has as many cells as the fullest one, or begins with
    the cell of its day.

    >>> whole_rows("序 | 日期 | 活动 |\n1 | 3月1日 | 开会 |\n2 | 3月2日 |\n上午 祭祖 |\n3 | 3月4日 | 迎神 |")
    '序 | 日期 | 活动 |\n1 | 3月1日 | 开会 |\n2 | 3月2日 | 上午 祭祖 |\n3 | 3月4日 | 迎神 |'
    >>> whole_rows("3月1日 |\n接神 |\n备果 |\n3月4日 |\n收兵 |\n备酒 |\n3月9日 |\n送神 |\n备花 |").split("\n")
    ['3月1日 | 接神 | 备果 |', '3月4日 | 收兵 | 备酒 |', '3月9日 | 送神 | 备花 |']
    """
    if raw.count("|\n") < _FEWEST_ROWS:
        return raw
    lines = raw.split("\n")
    counts = [_borders(line) for line in lines]
    told = [count > 0 or _goes_on(lines, counts, number) for number, count in enumerate(counts)]
    ends: list[str] = ["\n"] * (len(lines) - 1)
    for is_table, run in groupby(range(len(lines)), key=told.__getitem__):
        table = list(run)
        if is_table and len(table) >= _FEWEST_ROWS:
            for number in _torn([lines[i] for i in table], [counts[i] for i in table]):
                ends[table[number]] = " "
    return "".join(part for pair in zip(lines, [*ends, ""], strict=True) for part in pair)


def _goes_on(lines: list[str], counts: list[int], number: int) -> bool:
    """Whether a line without a border stands between two cells: the second one begins with it."""
    between = 0 < number < len(lines) - 1 and bool(counts[number - 1] and counts[number + 1])
    return between and 0 < len(lines[number].strip()) <= _LONGEST and "|" not in lines[number]


def _borders(line: str) -> int:
    """How many borders a line has that ends with one and opens with none."""
    bare = line.strip()
    return bare.count("|") if bare.endswith("|") and not bare.startswith("|") and len(line) <= _LONGEST else 0


def _torn(table: list[str], counts: list[int]) -> list[int]:
    """The lines of a table that go on in the next one."""
    full, rows = Counter(counts).most_common(1)[0]
    if full > _FEWEST_CELLS:
        return _by_count(counts, full) if rows >= _FEWEST_ROWS else []
    return _by_day(table, counts) if max(counts) == 1 else []


def _by_count(counts: list[int], full: int) -> list[int]:
    """Lines with too few cells that make one row together."""
    found: list[int] = []
    number = 0
    while number < len(counts):
        last, cells = number, counts[number]
        while cells < full and last + 1 < len(counts) and counts[last + 1] < full:
            last += 1
            cells += counts[last]
        if cells == full:
            found += range(number, last)
        number = last + 1
    return found


def _by_day(table: list[str], counts: list[int]) -> list[int]:
    """Lines of one cell: a row begins with its day, and all rows have as many cells."""
    closed = [number for number, count in enumerate(counts) if count]
    opened = [0, *(number + 1 for number in closed[:-1])]
    days = [number for number, line in enumerate(opened) if _DAY.match(table[line])]
    sizes = {b - a for a, b in pairwise(days)}
    if len(days) < _FEWEST_ROWS or len(sizes) != 1:
        return []
    size = sizes.pop()
    if not _FEWEST_CELLS <= size <= _MOST_CELLS or days[0] not in (0, size) or days[-1] + size > len(closed):
        return []
    last = {closed[number] for number in range(days[-1] + size) if (number - days[0]) % size == size - 1}
    return [number for number in range(closed[days[-1] + size - 1]) if number not in last]
