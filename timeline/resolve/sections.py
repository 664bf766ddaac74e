"""A year or month and its named piece -> EDTF: 5月中下旬, 2022年底, 上半年, 90年代初.

>>> text(Partial(2022, 5), Section.SECOND_THIRD_TEN), text(Partial(2018), Section.FIRST_HALF)
('2022-05-11/2022-05-31', '2018-40')
>>> text(Partial(2019), Section.LATE)
'2019-12'
>>> text(Partial(2019), Section.LATE, Side.END), text(Partial(2022, 5), Section.LATE, Side.END)
('2019-12-31', '2022-05-31')
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import Enum

from timeline import edtf
from timeline.model import Section
from timeline.resolve.focus import Partial


class Side(Enum):
    """Where a point stands: alone, or at one end of a stretch."""

    ALONE = "alone"
    START = "start"
    END = "end"


# Of a month: first and last day; 0 is the last day that the month has.
DAYS = {
    Section.EARLY: (1, 10),
    Section.MIDDLE: (11, 20),
    Section.LATE: (21, 0),
    Section.FIRST_TEN: (1, 10),
    Section.SECOND_TEN: (11, 20),
    Section.THIRD_TEN: (21, 0),
    Section.FIRST_SECOND_TEN: (1, 20),
    Section.SECOND_THIRD_TEN: (11, 0),
    Section.FIRST_HALF: (1, 15),
    Section.SECOND_HALF: (16, 0),
}
_MONTHS = {Section.EARLY: 1, Section.MIDDLE: 6, Section.LATE: 12}
# EDTF level 2 has codes for these.
_CODES = {
    Section.SPRING: 21,
    Section.SUMMER: 22,
    Section.AUTUMN: 23,
    Section.WINTER: 24,
    Section.Q1: 33,
    Section.Q2: 34,
    Section.Q3: 35,
    Section.Q4: 36,
    Section.FIRST_HALF: 40,
    Section.SECOND_HALF: 41,
}
# The school year begins in autumn; each end as (years later, month).
_SCHOOL = {
    Section.ACADEMIC: ((0, 8), (1, 7)),
    Section.SUMMER_BREAK: ((0, 7), (0, 8)),
    Section.WINTER_BREAK: ((0, 1), (0, 2)),
    Section.AUTUMN_TERM: ((0, 9), (1, 1)),
    Section.SPRING_TERM: ((0, 2), (0, 7)),
}
# Of ten years and of a hundred: how far in the piece begins and ends.
_OF_DECADE = {Section.EARLY: (0, 3), Section.MIDDLE: (4, 6), Section.LATE: (7, 9)}
_OF_CENTURY = {Section.EARLY: (1, 10), Section.MIDDLE: (41, 60), Section.LATE: (91, 100)}
_HALF_OF_CENTURY = {Section.FIRST_HALF: (1, 50), Section.SECOND_HALF: (51, 100)}


def last_day(year: int | None, month: int) -> int:
    """The last day of a month; of February in an unknown year the 29th."""
    return calendar.monthrange(year if year and 1 <= year <= 9999 else 2000, month)[1]


def text(partial: Partial, section: Section | None, side: Side = Side.ALONE) -> str:
    """The EDTF of a year or month, or of a piece of it; at the end of a stretch 底 is the last day."""
    if section is None or section is Section.WHOLE or partial.day is not None:
        return partial.edtf
    if partial.month is not None:
        return _of_month(partial, section, side)
    if section in _MONTHS:
        if side is Side.END and section is Section.LATE:
            return edtf.day(partial.year, 12, 31)
        return edtf.month(partial.year, _MONTHS[section])
    if section in _SCHOOL and partial.year is not None:
        (turn, first), (end_turn, last) = _SCHOOL[section]
        start, end = edtf.month(partial.year + turn, first), edtf.month(partial.year + end_turn, last)
        return start if side is Side.START else end if side is Side.END else edtf.interval(start, end)
    return edtf.month(partial.year, _CODES[section]) if section in _CODES else partial.edtf


def _of_month(partial: Partial, section: Section, side: Side) -> str:
    if section not in DAYS or partial.month is None:
        return partial.edtf
    first, last = DAYS[section]
    start = edtf.day(partial.year, partial.month, first)
    end = edtf.day(partial.year, partial.month, last or last_day(partial.year, partial.month))
    if side is Side.START:
        return start
    return end if side is Side.END else edtf.interval(start, end)


def decade(first_year: int, section: Section | None) -> str:
    """Ten years, or a piece of them.

    >>> decade(1990, None), decade(1990, Section.LATE)
    ('199X', '1997/1999')
    """
    if section not in _OF_DECADE:
        return f"{first_year // 10}X"
    low, high = _OF_DECADE[section]
    return edtf.interval(edtf.year(first_year + low), edtf.year(first_year + high))


def century(number: int, section: Section | None, *, before_christ: bool = False) -> str:
    """A hundred years, or a piece of them.

    >>> century(21, Section.EARLY), century(20, None), century(11, None, before_christ=True)
    ('2001/2010', '19XX', '-10XX')
    >>> century(3, Section.LATE, before_christ=True)
    '-0209/-0200'
    """
    pieces = {**_OF_CENTURY, **_HALF_OF_CENTURY}
    before = -100 * number if before_christ else (number - 1) * 100
    if section not in pieces:
        return f"{'-' if before_christ else ''}{number - 1:02d}XX"
    low, high = pieces[section]
    return edtf.interval(edtf.year(before + low), edtf.year(before + high))


def months_later(base: Partial, months: int) -> Partial:
    """The same day so many months later, or the last day of a shorter month.

    >>> months_later(Partial(2024, 1, 31), 1).edtf
    '2024-02-29'
    """
    count = (base.month or 1) - 1 + months
    year = base.year + count // 12 if base.year is not None else None
    month = count % 12 + 1
    return Partial(year, month, min(base.day, last_day(year, month)) if base.day is not None else None)


_DAYS_OF_WEEK: dict[Section | None, tuple[int, int]] = {
    Section.WEEKEND: (5, 6),
    Section.FIRST_HALF: (0, 2),
    Section.SECOND_HALF: (3, 6),
    Section.EARLY: (0, 1),
    Section.MIDDLE: (2, 3),
    Section.LATE: (4, 6),
}


def of_week(monday: date, section: Section | None) -> str:
    """A week, or a piece of it.

    >>> of_week(date(2024, 5, 6), Section.WEEKEND)
    '2024-05-11/2024-05-12'
    """
    ends = (monday + timedelta(days=day) for day in _DAYS_OF_WEEK.get(section, (0, 6)))
    return edtf.interval(*(end.isoformat() for end in ends))
