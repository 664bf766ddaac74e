"""Event -> where it lies in a calendar: whole days, or a clock time where the document gives one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from timeline.edtf import bounds
from timeline.export.wording import Precision, has_calendar_day, precision
from timeline.model import Event, EventKind, Part

LONGEST_BAR = 31  # days; a longer stretch would cover the calendar, so only its start is shown
_SUMMER_TIME_ENDED = date(1991, 9, 15)  # clients disagree on clock times before it
_PARTS = {  # from which hour to which
    Part.DAWN: (0, 6),
    Part.MORNING: (8, 12),
    Part.NOON: (12, 14),
    Part.AFTERNOON: (14, 18),
    Part.EVENING: (18, 22),
    Part.NIGHT: (22, 24),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an event lies in the calendar: whole days, the last one included, or a clock time."""

    first: date
    last: date
    clock: tuple[datetime, datetime] | None = None  # begin and end, in the wall time of the zone
    no_end: bool = False  # the end is not written: one hour is shown
    starts: bool = False  # a stretch of which only the start is shown
    part: bool = False  # the hours stand for a part of the day


def slot(event: Event, *, timed_parts: bool = False) -> Slot | None:
    """The place of an event in the calendar; None where its month or year is not known.

    With `timed_parts` a part of the day (上午) is shown as the hours that it usually means.
    """
    if event.when.edtf is None or not has_calendar_day(event):
        return None
    left, _, right = event.when.edtf.partition("/")
    if event.kind is EventKind.DEADLINE:
        left = right = right if right not in ("", "..") else left
    elif left == "..":
        left = right
    begin, (first, last) = bounds(left), bounds(f"{left}/{right or left}")
    if first is None or begin[1] is None:
        return None
    if last is None or (last - first).days >= LONGEST_BAR:
        return Slot(first, begin[1], starts=True)
    if clock := _clock(event, first, last) or (timed_parts and _hours(event, first, last)):
        return clock
    return Slot(first, max(first, last))


def _clock(event: Event, first: date, last: date) -> Slot | None:
    """The clock time of an event of one day."""
    if precision(event) is not Precision.MINUTE or first != last or first <= _SUMMER_TIME_ENDED or not event.when.time:
        return None
    start, _, end = event.when.time.partition("/")
    begin = _moment(first, start)
    finish = _moment(first, end) if end else begin + timedelta(hours=1)
    if finish <= begin:  # 22:00/02:00
        finish += timedelta(days=1)
    return Slot(first, last, clock=(begin, finish), no_end=not end)


def _hours(event: Event, first: date, last: date) -> Slot | None:
    """The hours of a part of one day."""
    if precision(event) is not Precision.PART or first != last or first <= _SUMMER_TIME_ENDED or not event.when.part:
        return None
    begin, end = (datetime.combine(first, time(0)) + timedelta(hours=hour) for hour in _PARTS[event.when.part])
    return Slot(first, last, clock=(begin, end), part=True)


def _moment(day: date, clock: str) -> datetime:
    hour, minute, second = (*map(int, clock.split(":")), 0, 0)[:3]
    return datetime.combine(day, time(0)) + timedelta(hours=hour, minutes=minute, seconds=second)  # 24:00 is tomorrow
