"""A resolution -> half-open intervals of time, likeliest first: what `timeline resolve` prints.

Where the year or month was not written and only a reference moment supplied it, the second interval is the other
reading: the one before the reference where the first lies after it, and the other way round. What is counted from the
reference has its own second readings: 近三个月 rolls or keeps to whole months, 十年后 is that year or that very day,
5月30日前 begins nowhere or now.

>>> from timeline.model import Certainty, Step, Expression, ExpressionKind, Point, Resolution, Span, When
>>> at, value, steps = Span(0, 5), Point(month=5, day=12), (Step("year-reference"),)
>>> day = Expression(span=at, at=at, text="5月12日", kind=ExpressionKind.DATE, phrase="point", value=value)
>>> found = Resolution(expression=day, when=When(edtf="2022-05-12"), certainty=Certainty.GUESSED, steps=steps)
>>> [(start.date().isoformat(), end.date().isoformat()) for start, end in intervals(found, datetime(2022, 6, 1))]
[('2022-05-12', '2022-05-13'), ('2023-05-12', '2023-05-13')]
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from timeline import edtf
from timeline.calendars import lunar, observances, statutory
from timeline.model import Anchor, Duration, Occasion, Part, Period, Point, Resolution, Unit, When
from timeline.resolve import lengths
from timeline.resolve.lunar_days import days_of
from timeline.resolve.sections import last_day

Interval = tuple[datetime | None, datetime | None]

_DAY = timedelta(days=1)
_LONGEST_LEAP = 60  # years from one leap month to the next of the same name, and more
# Hours of a part of day without a clock time.
_HOURS = {
    Part.DAWN: (0, 6),
    Part.MORNING: (6, 12),
    Part.NOON: (11, 13),
    Part.AFTERNOON: (13, 18),
    Part.EVENING: (18, 24),
    Part.NIGHT: (22, 26),  # 深夜 runs into the next day
}


def intervals(resolution: Resolution, reference: date | None) -> tuple[Interval, ...]:
    """The stretch of time that was resolved, and its other reading where there is one."""
    when, value = resolution.when, resolution.expression.value
    rules = {step.rule for step in resolution.steps}
    moment = _moment(reference)
    if when is None or when.rrule is not None:
        return ()
    if isinstance(value, Duration) and moment is not None and "length-now" in rules:
        return lengths.readings(value, moment)
    if when.edtf is None and when.time is None and when.part is None:
        return ()
    today = moment.date() if moment else None
    first, last = edtf.bounds(when.edtf) if when.edtf else (today, today)
    if first is None and last is None:
        return ()
    found = _interval(when, first, last)
    other = _turned_interval(resolution, rules, today) if today is not None else None
    if other is None and moment is not None:
        other = _other(resolution, rules, found, moment)
    return (found,) if other is None or other == found else (found, other)


def _moment(reference: date | None) -> datetime | None:
    """The moment to count from; of a day alone its beginning."""
    if reference is None or isinstance(reference, datetime):
        return reference
    return datetime.combine(reference, time())


def _interval(when: When, first: date | None, last: date | None) -> Interval:
    """The days, narrowed by clock times or a part of day."""
    start = datetime.combine(first, time()) if first else None
    end = datetime.combine(last + _DAY, time()) if last and last < date.max else None
    if when.time is None:
        if when.part is None or start is None or end is None or first != last:
            return start, end
        low, high = _HOURS[when.part]
        return start + timedelta(hours=low), start + timedelta(hours=high)
    left, slash, right = when.time.partition("/")
    if slash and start is not None and last is not None:
        begins, ends = start + _clock(left), datetime.combine(last, time()) + _clock(right)
        return begins, ends if ends > begins else ends + _DAY
    if start is None:
        return start, datetime.combine(last, time()) + _clock(left) if last else None
    if first != last:
        return start + _clock(left), end
    begins = start + _clock(left)
    return begins, begins + _grain(left)


def _clock(text: str) -> timedelta:
    hour, minute, *second = (int(part) for part in text.split(":"))
    return timedelta(hours=hour, minutes=minute, seconds=second[0] if second else 0)


def _grain(text: str) -> timedelta:
    """A written second, a minute, or the hour of a full hour."""
    if text.count(":") == 2:
        return timedelta(seconds=1)
    return timedelta(hours=1) if text.endswith(":00") else timedelta(minutes=1)


# --- the same words in another year or month ------------------------------------------------------------------------


def _turned_interval(resolution: Resolution, rules: set[str], today: date) -> Interval | None:
    """What a date without its year or month means beyond the reference."""
    when, value = resolution.when, resolution.expression.value
    months = _repeats_after(resolution, rules)
    first, last = edtf.bounds(when.edtf) if when and when.edtf else (None, None)
    if not months or when is None or first is None or last is None:
        return None
    turn = -months if first > today else months
    if isinstance(value, Occasion):
        other = statutory.usual(value.key, first.year) or _other_year(value, first, turn // 12)
    elif isinstance(value, Point) and value.lunar:
        other = _other_lunar(value, first, turn // 12)
    else:
        other = (_turned(first, turn), _turned(last, turn))
    return _interval(when, *other) if None not in other else None


def _repeats_after(resolution: Resolution, rules: set[str]) -> int:
    """After how many months the same words hold again; 0 where the year is certain."""
    value = resolution.expression.value
    point = (value.start or value.end) if isinstance(value, Period) else value
    if isinstance(point, Point) and point.shift is not None:
        return 0
    if isinstance(point, Point) and point.month is None and point.day is not None and point.year is None:
        return 1
    return 12 if "year-reference" in rules else 0


def _turned(day: date, months: int) -> date | None:
    """The same day so many months away; 29 February goes to the next leap year that way."""
    count = day.month - 1 + months
    year, month = day.year + count // 12, count % 12 + 1
    step = 1 if months > 0 else -1
    for _ in range(8):
        if not 1 <= year <= 9999:
            return None
        if day.day <= last_day(year, month):
            return date(year, month, day.day)
        if abs(months) == 1:
            month += step
            year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        else:
            year += step
    return None


def _other_lunar(value: Point, day: date, turn: int) -> tuple[date | None, date | None]:
    """The same day or month of the Chinese calendar in another of its years; of a leap month the next that has it."""
    known = lunar.lunar(day)
    for away in range(1, _LONGEST_LEAP if value.leap else 2):
        found = days_of(value, known.year + turn * away) if known else None
        if found is not None:
            return found
    return None, None


def _other_year(value: Occasion, day: date, turn: int) -> tuple[date | None, date | None]:
    """The observance in the year before or after."""
    return observances.dates(value.key, day.year + turn) or (None, None)


# --- other readings of what is counted from the reference ------------------------------------------------------------


def _other(resolution: Resolution, rules: set[str], found: Interval, moment: datetime) -> Interval | None:
    """The second reading of a stretch with one end, or of 十年后 and 三周前."""
    value = resolution.expression.value
    if isinstance(value, Period):
        return _other_end(value, found, resolution, moment) if not value.approximate else None
    if isinstance(value, Occasion):
        return _other_days(value, found)
    if not isinstance(value, Point) or _ELSEWHERE & rules:
        return None
    if value.weekday is not None and value == Point(weekday=value.weekday):
        return _other_week(found, moment)
    if value.clock is not None and value.part is None and _SPOKEN.search(resolution.expression.text):
        return _other_half(value.clock.hour, found)
    if value.nth is not None and value.nth.unit is Unit.WEEK and found[0] is not None:
        return _nth_monday(value, found[0])
    shift = value.shift
    if shift is None or shift.anchor is not Anchor.EVENT or value != Point(shift=shift, approximate=value.approximate):
        return None
    if not shift.amount or shift.unit not in _COUNTED:
        return None
    iso = lengths.length_of(shift.unit, abs(shift.amount))
    exact = lengths.shifted(moment, iso, 1 if shift.amount > 0 else -1)
    return _other_grain(shift.unit, shift.amount > 0, resolution.expression.text, found, exact) if exact else None


_ELSEWHERE = frozenset(("event", "event-said", "year-focus", "month-focus"))  # counted from what the text told
_COUNTED = (Unit.YEAR, Unit.QUARTER, Unit.MONTH, Unit.WEEK, Unit.DAY, *lengths.OF_CLOCK)
_COARSER = {Unit.YEAR: Unit.DAY, Unit.QUARTER: Unit.MONTH, Unit.MONTH: Unit.MONTH, Unit.WEEK: Unit.WEEK}
_PASSING = ("过", "過", "再过", "再過")
_OPEN = ("以后", "以後", "以前")
_OPEN_OF_DAYS = ("之后", "之後", "之前")


def _other_grain(unit: Unit, ahead: bool, text: str, found: Interval, exact: datetime) -> Interval | None:
    """十年后: that very day; 四周之后: that week; 半小时以后: from then on."""
    if text.startswith(_PASSING) or text.endswith(_OPEN) or (unit not in _COARSER and text.endswith(_OPEN_OF_DAYS)):
        if ahead:
            return found[0], None
        return None, found[0] if unit in lengths.OF_CLOCK else found[1]
    if unit not in _COARSER:
        return None
    start = lengths.beginning(exact, _COARSER[unit])
    return start, lengths.shifted(start, lengths.length_of(_COARSER[unit], 1), 1)


_SPOKEN = re.compile("[点點]")


def _other_half(hour: int, found: Interval) -> Interval | None:
    """三点 without a part of day may be of the afternoon."""
    start, end = found
    if not 0 < hour < 12 or start is None or end is None:
        return None
    return start + timedelta(hours=12), end + timedelta(hours=12)


def _other_week(found: Interval, moment: datetime) -> Interval | None:
    """周四 alone: the last one, where the first reading is the one to come; on a Thursday the next one."""
    start, end = found
    if start is None or end is None:
        return None
    turn = timedelta(weeks=-1 if start > moment else 1)
    return start + turn, end + turn


def _nth_monday(value: Point, start: datetime) -> Interval | None:
    """5月第三周 is counted from the week that holds most of the month's first days, or from its first Monday."""
    if value.nth is None or value.nth.number < 1 or value.weekday is not None or value.nth.count != 1:
        return None
    month = value.month or (start + timedelta(days=3)).month
    first = date((start + timedelta(days=3)).year, month, 1)
    if (value.month is None) == (value.shift is None or value.shift.unit is not Unit.MONTH):
        return None
    monday = first + timedelta(days=-first.weekday() % 7 + 7 * (value.nth.number - 1))
    return datetime.combine(monday, time()), datetime.combine(monday + timedelta(days=7), time())


def _other_days(value: Occasion, found: Interval) -> Interval | None:
    """今年国庆 is the day, or its days off; 去年除夕 the eve in that year, or the one that ends its Chinese year."""
    start = found[0]
    if start is None or value.part is not None or value.clock is not None or value.year is None:
        return None
    if value.key == "chuxi":
        first, last = _other_year(value, start.date(), 1)
    else:
        first, last = statutory.usual(value.key, start.year) or (None, None)
    return (datetime.combine(first, time()), datetime.combine(last + _DAY, time())) if first and last else None


def _other_end(value: Period, found: Interval, resolution: Resolution, moment: datetime) -> Interval | None:
    """明年6月之前 begins now, 2015年前 may leave the year out; 去年9月起 runs up to now, 下午3点后 through the day."""
    start, end = found
    when = resolution.when
    timed = when is not None and when.time is not None
    if resolution.expression.phrase == "bounded" and start is not None and when is not None and not timed:
        first = edtf.bounds((when.edtf or "").partition("/")[2])[0]
        return (start, datetime.combine(first, time())) if first else None
    if value.start is None and end is not None:
        if end > moment:
            return moment, end
        first = edtf.bounds(when.edtf.removeprefix("../"))[0] if when and when.edtf and not timed else None
        return (None, datetime.combine(first, time())) if first else None
    if value.end is None and start is not None:
        if start < moment:
            return start, moment
        return (start, lengths.beginning(start, Unit.DAY) + _DAY) if timed else None
    return None
