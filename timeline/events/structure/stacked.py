"""Tables with a cell a line -> drafts: 日期, 部门, 地点 on three lines, and below them row after row of three lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.structure.keys import is_detail, key_class
from timeline.events.structure.lines import Found, Line, is_clock
from timeline.events.structure.rows import NAMING, topic_above
from timeline.events.structure.tables import Cell, told_in_row
from timeline.model import Document, Role, Span

_MOST, _FEWEST = 6, 2  # columns of such a table, and rows that make one
_LONGEST = 8  # characters of the name of a column
_COLUMNS = frozenset(
    "序号 编号 场次 场序 轮次 组别 部门 班级 年级 学校 单位 城市 科目 课程 项目 内容 节目 剧目 片名 讲题 主讲 负责人"
    " 对阵 主队 客队 姓名 车次 路线 备注".split()
)


def stacked(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Rows of lines below a head of lines, the day of each at the place of 日期 in the head."""
    until = 0
    for t, line in enumerate(lines):
        if t < until or line.number in found.used or line.resolutions or key_class(line.text.strip()) != "time":
            continue
        first = next((i for i in range(t + 2, min(t + _MOST + 1, len(lines))) if _is_day(lines[i])), None)
        if first is None:
            continue
        width = first - t
        for column in range(width - 1, -1, -1):
            head = lines[max(t - column, 0) : t - column + width]
            if len(head) == width and all(map(_names_column, head)):
                rows = list(_rows(lines, t - column + width, width, column))
                if len(rows) >= _FEWEST:
                    until = t - column + width * (1 + len(rows))
                    _told(document, head, rows, topic_above(document, lines, t - column), found)
                    break


def _is_day(line: Line) -> bool:
    return line.bare and line.dated() is not None


def _names_column(line: Line) -> bool:
    name = line.text.strip("* :")
    known = key_class(name) is not None or is_detail(name) or name in _COLUMNS or name.endswith(NAMING)
    return known and not line.resolutions and len(name) <= _LONGEST and line.role is not Role.TITLE


def _rows(lines: Sequence[Line], begin: int, width: int, column: int) -> Iterator[Sequence[Line]]:
    """The rows one below the other, as long as the day of each stands in its place and nowhere else."""
    for i in range(begin, len(lines) - width + 1, width):
        row = lines[i : i + width]
        days = [number for number, line in enumerate(row) if _is_day(line)]
        if days != [column] or any(len(line.text) > _CELL for line in row):
            return
        yield row


_CELL = 40  # characters of a cell


def _told(document: Document, head: Sequence[Line], rows: Sequence[Sequence[Line]], above: str, found: Found) -> None:
    for row in rows:
        at = Span(row[0].at.start, row[-1].at.end)
        whole = Line(row[0].number, at, at.of(document.text), Role.ROW, [r for line in row for r in line.resolutions])
        cells = [_cell(name, line) for name, line in zip(head, row, strict=True)]
        told_in_row(document, whole, cells, above, found)
        found.used.update(line.number for line in row)
    found.used.update(line.number for line in head)


def _cell(name: Line, line: Line) -> Cell:
    days = tuple(r for r in line.resolutions if r.when and r.when.edtf and not is_clock(r)) if line.bare else ()
    return Cell(_STARS.sub("", name.text), line.at, line.text, days, name.at)


_STARS = re.compile(r"[* :]+")
