"""The nth of something inside a year or month -> its days: 5月第三个星期日, 2021年第一周, 前三季度, 最后五天.

>>> nth_of(Nth(3, Unit.WEEK), 6, Placed(Partial(2022, 5))).edtf()
'2022-05-15'
>>> nth_of(Nth(1, Unit.QUARTER, 3), None, Placed(Partial(2023))).edtf()
'2023-01/2023-09'
>>> nth_of(Nth(-1, Unit.DAY), None, Placed(Partial(2017))).edtf()
'2017-12-31'
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline import edtf
from timeline.model import Nth, Unit
from timeline.resolve.context import Placed, of_day
from timeline.resolve.focus import Partial

_DAY = timedelta(days=1)
_SATURDAY = 5
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3}


def nth_of(nth: Nth, weekday: int | None, whole: Placed) -> Placed:
    """Where the counted piece of a year or month lies; the whole itself where its year is unknown."""
    text = whole.edtf()
    first, last = edtf.bounds(text) if text else (None, None)
    if first is None or last is None:
        return whole
    if weekday is not None:
        return _weekday(nth.number, weekday, first, last) or whole
    if nth.unit in _MONTHS:
        return _months(nth, _MONTHS[nth.unit], first, last)
    if nth.unit is Unit.WEEK:
        return _weeks(nth, first, last)
    if nth.unit is Unit.DAY:
        return _days(nth, first, last)
    return whole


def nth_weekend(nth: Nth, _: int | None, whole: Placed) -> Placed:
    """The two days of a weekend, counted by its Saturday.

    >>> nth_weekend(Nth(3, Unit.WEEK), None, Placed(Partial(2021, 12))).edtf()
    '2021-12-18/2021-12-19'
    """
    saturday = nth_of(nth, _SATURDAY, whole)
    return _stretch(saturday.known, saturday.known + _DAY) if saturday.known is not None else saturday


def _stretch(first: date, last: date) -> Placed:
    return of_day(first) if first == last else Placed(stretch=edtf.interval(first.isoformat(), last.isoformat()))


def _weekday(number: int, weekday: int, first: date, last: date) -> Placed | None:
    if number > 0:
        day = first + ((weekday - first.weekday()) % 7 + 7 * (number - 1)) * _DAY
    else:
        day = last - ((last.weekday() - weekday) % 7 + 7 * (-number - 1)) * _DAY
    return of_day(day) if first <= day <= last else None


def _days(nth: Nth, first: date, last: date) -> Placed:
    start = first + (nth.number - 1) * _DAY if nth.number > 0 else last - (nth.count - 1) * _DAY
    return _stretch(start, start + (nth.count - 1) * _DAY)


def _weeks(nth: Nth, first: date, last: date) -> Placed:
    """Weeks begin on Monday; the first is the one that holds the fourth day, as ISO 8601 counts."""
    anchor = first + 3 * _DAY if nth.number > 0 else last - 3 * _DAY
    monday = anchor - anchor.weekday() * _DAY
    monday += 7 * (nth.number - 1) * _DAY if nth.number > 0 else -7 * (nth.count - 1) * _DAY
    return _stretch(monday, monday + (7 * nth.count - 1) * _DAY)


def _months(nth: Nth, length: int, first: date, last: date) -> Placed:
    begin = first.month - 1 + (nth.number - 1) * length if nth.number > 0 else last.month - nth.count * length
    end = begin + nth.count * length - 1
    year = first.year if nth.number > 0 else last.year
    return (
        Placed(stretch=edtf.interval(_month(year, begin), _month(year, end)))
        if begin != end
        else _one_month(year, begin)
    )


def _one_month(year: int, index: int) -> Placed:
    return Placed(Partial(year + index // 12, index % 12 + 1))


def _month(year: int, index: int) -> str:
    return edtf.month(year + index // 12, index % 12 + 1)
