"""The text below a day that stands alone behind a label -> whether it reports of that day.

School and company news is headed so: 学校: 江岸小学, 日期: 2017年11月16日, and below it what happened the day before. A
notice is not: 日期 is there the day of what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from timeline.model import Document, Expression, Point


class _Page(Protocol):
    @property
    def document(self) -> Document: ...
    @property
    def expressions(self) -> Sequence[Expression]: ...


_HEADED_BLOCKS, _MONTH = 16, 31  # blocks of a page above its text, days over which a report looks back
_LATELY = re.compile(r"近日|日前(?!往)|近期")
_REPORT, _INVITES = 80, re.compile(r"欢迎|敬请|请(?!来)|报名|将[于在]|截止|届时|定于")  # characters of a paragraph


def over_report(page: _Page, index: int, day: date) -> bool:
    """Whether the block behind one reports of a day, or of one up to a month before."""
    blocks, text = page.document.blocks, page.document.text
    if index >= _HEADED_BLOCKS or index + 1 >= len(blocks):
        return False
    below = blocks[index + 1].at
    if "。" not in below.of(text):
        return False
    told = [other for other in page.expressions if below.start <= other.at.start < below.end]
    if not told and below.end - below.start >= _REPORT and not _INVITES.search(text, below.start, below.end):
        return True
    lately = _LATELY.search(text, below.start, below.end) is not None
    return lately or any(_shortly_before(other, day) for other in told[:2])


def _shortly_before(expression: Expression, day: date) -> bool:
    """Whether an expression writes the month and the day of a day, or of one up to a month before."""
    point = expression.value
    if not isinstance(point, Point) or point.month is None or point.day is None or point.year not in (None, day.year):
        return False
    return any((day - timedelta(days=late)).timetuple()[1:3] == (point.month, point.day) for late in range(_MONTH))
