"""What is counted in working days, or from a feast -> its days: 节后第一个工作日, 本月最后一个工作日, 清明前一周.

Days off are those that were announced; in a year without an announcement no working day is told.

>>> first, last = date(2024, 5, 1), date(2024, 5, 31)
>>> nth_workday(1, first, last, "CN"), nth_workday(-1, first, last, "CN")
(datetime.date(2024, 5, 6), datetime.date(2024, 5, 31))
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline import edtf
from timeline.calendars import statutory
from timeline.model import Nth, Point, Section, Unit
from timeline.resolve.context import Placed, of_day

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = 400  # days that a count of working days may reach


def nth_workday(number: int, first: date, last: date, region: str) -> date | None:
    """The nth working day of a stretch, from its end where negative; None where it has none, or nobody can know."""
    step = 1 if number > 0 else -1
    start = first if step > 0 else last
    found = _counted(start - step * _DAY, number, region)
    return found if found is not None and first <= found <= last else None


def _counted(day: date, number: int, region: str) -> date | None:
    """So many working days after a day, or before it."""
    step = _DAY if number > 0 else -_DAY
    left = abs(number)
    for _ in range(_LONGEST):
        day += step
        works = statutory.works(day, region)
        if works is None:
            return None
        left -= works
        if not left:
            return day
    return None


def next_workday(day: date, number: int, region: str) -> date | None:
    """So many working days after a day.

    >>> next_workday(date(2024, 4, 30), 1, "CN")
    datetime.date(2024, 5, 6)
    """
    return _counted(day, number, region)


def beside_feast(key: str, feast: tuple[date, date], counted: Point, region: str) -> Placed:
    """What is counted from the days off of a feast, or from its own days where it has none off.

    >>> spring, first = (date(2024, 2, 10), date(2024, 2, 10)), Point(nth=Nth(1, Unit.WORKDAY))
    >>> beside_feast("chunjie", spring, first, "CN").edtf()
    '2024-02-18'
    >>> beside_feast("qingming", (date(2024, 4, 4),) * 2, Point(nth=Nth(-1, Unit.DAY, 7)), "CN").edtf()
    '2024-03-28/2024-04-03'
    """
    try:
        return _beside(key, feast, counted, region)
    except OverflowError:  # before year 1 or after 9999
        return Placed()


def _beside(key: str, feast: tuple[date, date], counted: Point, region: str) -> Placed:
    nth = counted.nth
    if nth is None:
        return Placed()
    off = statutory.holiday(key, feast[0].year, region)
    if nth.unit is Unit.WORKDAY:
        unknown = off is None and statutory.is_day_off(key, region)
        first, last = off or feast
        day = None if unknown else _counted(last if nth.number > 0 else first, nth.number, region)
        return of_day(day) if day is not None else Placed()
    first, last = off or (statutory.usual(key, feast[0].year) if region == "CN" else None) or feast
    if nth.number < 0 and nth.count > 1:
        first = feast[0]  # 春节前三天 counts from the feast, not from the days off around it
    return _in_days(nth, counted, first, last)


def _in_days(nth: Nth, counted: Point, first: date, last: date) -> Placed:
    """Days, weekdays, weekends and weeks before the first or after the last day."""
    after = nth.number > 0
    step, edge = (_DAY, last + _DAY) if after else (-_DAY, first - _DAY)
    away = abs(nth.number) - 1
    if nth.unit is Unit.DAY:
        day = edge + away * step
        return _stretch(day, day + (nth.count - 1) * step)
    weekday = _SATURDAY if counted.section is Section.WEEKEND else counted.weekday
    if weekday is None:  # 节后第一周: from the first working day of it to Sunday
        edge += (7 - edge.weekday()) * _DAY if after and edge.weekday() >= _SATURDAY else 0 * _DAY
        monday = edge - edge.weekday() * _DAY + 7 * away * step
        sunday = monday + 6 * _DAY
        return _stretch(max(monday, edge), sunday) if after else _stretch(monday, min(sunday, edge))
    if counted.section is Section.WEEKEND and not after:
        edge -= _DAY  # a weekend that the feast cuts off is none
    distance = (weekday - edge.weekday()) % 7 if after else (edge.weekday() - weekday) % 7
    day = edge + (distance + 7 * away) * step
    return _stretch(day, day + _DAY) if counted.section is Section.WEEKEND else of_day(day)


def _stretch(first: date, last: date) -> Placed:
    first, last = sorted((first, last))
    return of_day(first) if first == last else Placed(stretch=edtf.interval(first.isoformat(), last.isoformat()))
