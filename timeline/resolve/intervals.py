"""A resolution -> half-open intervals of time, likeliest first: what `timeline resolve` prints.

Where the year or month was not written and only a reference moment supplied it, the second interval is the other
reading: the one before the reference where the first lies after it, and the other way round.

>>> from timeline.model import Certainty, Step, Expression, ExpressionKind, Point, Resolution, Span, When
>>> at, value, steps = Span(0, 5), Point(month=5, day=12), (Step("year-reference"),)
>>> day = Expression(span=at, at=at, text="5月12日", kind=ExpressionKind.DATE, phrase="point", value=value)
>>> found = Resolution(expression=day, when=When(edtf="2022-05-12"), certainty=Certainty.GUESSED, steps=steps)
>>> [(start.date().isoformat(), end.date().isoformat()) for start, end in intervals(found, datetime(2022, 6, 1))]
[('2022-05-12', '2022-05-13'), ('2023-05-12', '2023-05-13')]
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from timeline import edtf
from timeline.calendars import observances
from timeline.model import Occasion, Part, Period, Point, Resolution, When
from timeline.resolve.sections import last_day

Interval = tuple[datetime | None, datetime | None]

_DAY = timedelta(days=1)
# Hours of a part of day without a clock time.
_HOURS = {
    Part.DAWN: (0, 6),
    Part.MORNING: (6, 12),
    Part.NOON: (11, 13),
    Part.AFTERNOON: (13, 18),
    Part.EVENING: (18, 24),
    Part.NIGHT: (18, 24),
}


def intervals(resolution: Resolution, reference: date | None) -> tuple[Interval, ...]:
    """The stretch of time that was resolved, and its other reading where there is one."""
    when, today = resolution.when, reference.date() if isinstance(reference, datetime) else reference
    if when is None or when.rrule is not None or (when.edtf is None and when.time is None and when.part is None):
        return ()
    first, last = edtf.bounds(when.edtf) if when.edtf else (today, today)
    if first is None and last is None:
        return ()
    found = [_interval(when, first, last)]
    rules = {step.rule for step in resolution.steps}
    months = _repeats_after(resolution, rules)
    if months and today is not None and first is not None and last is not None:
        turn = -months if first > today else months
        other = (_turned(first, turn), _turned(last, turn))
        if resolution.expression and isinstance(resolution.expression.value, Occasion):
            other = _other_year(resolution.expression.value, first, turn // 12)
        if other[0] is not None and other[1] is not None:
            found.append(_interval(when, other[0], other[1]))
    return tuple(found)


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


# --- the other reading -----------------------------------------------------------------------------------------------


def _repeats_after(resolution: Resolution, rules: set[str]) -> int:
    """After how many months the same words hold again; 0 where the year is certain."""
    value = resolution.expression.value
    point = (value.start or value.end) if isinstance(value, Period) else value
    if (
        isinstance(point, Point)
        and point.month is None
        and point.day is not None
        and point.shift is None
        and point.year is None
    ):
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


def _other_year(value: Occasion, day: date, turn: int) -> tuple[date | None, date | None]:
    """The observance in the year before or after."""
    return observances.dates(value.key, day.year + turn) or (None, None)
