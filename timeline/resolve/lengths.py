"""A length and a moment -> the stretches that it may mean: 近三个月, 前两天, 未来48小时, 60日内.

What is 近, 过去 or 未来 runs from or up to the moment; 前, 上, 后, 下 count whole units beside the present one.

>>> noon = datetime(2022, 6, 14, 12)
>>> shifted(noon, "P2.5M", -1), shifted(noon, "PT90M", 1)
(datetime.datetime(2022, 3, 30, 12, 0), datetime.datetime(2022, 6, 14, 13, 30))
>>> beside(noon, "P2M", -1)
(datetime.datetime(2022, 4, 1, 0, 0), datetime.datetime(2022, 6, 1, 0, 0))
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from timeline.model import Direction, Duration, Unit

Stretch = tuple[datetime, datetime]

_LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_UNITS = (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY, Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_ISO = {
    Unit.YEAR: "P{}Y", Unit.QUARTER: "P{}M", Unit.MONTH: "P{}M", Unit.WEEK: "P{}W", Unit.DAY: "P{}D",
    Unit.HOUR: "PT{}H", Unit.MINUTE: "PT{}M", Unit.SECOND: "PT{}S",
}  # fmt: skip
OF_CLOCK = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_DAYS_OF_MONTH = 30
_DAY = timedelta(days=1)


def _numbers(iso: str) -> tuple[float, ...]:
    """Years, months, weeks, days, hours, minutes, seconds; none where no number is written (PXD)."""
    match = _LENGTH.fullmatch(iso)
    return tuple(float(number or 0) for number in match.groups()) if match and any(match.groups()) else ()


def smallest(iso: str) -> Unit | None:
    """The smallest unit that a length writes."""
    written = [unit for unit, number in zip(_UNITS, _numbers(iso), strict=False) if number]
    return written[-1] if written else None


def length_of(unit: Unit, amount: float) -> str:
    """So many units as ISO 8601 text."""
    return _ISO[unit].format(f"{amount * (3 if unit is Unit.QUARTER else 1):g}")


def shifted(moment: datetime, iso: str, direction: int) -> datetime | None:
    """A moment, so much later or (-1) earlier; half a month is 15 days. None beyond the calendar."""
    import arrow

    numbers = _numbers(iso)
    if not numbers:
        return None
    years, months, weeks, days, hours, minutes, seconds = numbers
    whole, part = divmod(years * 12 + months, 1)
    rest = timedelta(weeks * 7 + days + part * _DAYS_OF_MONTH, hours=hours, minutes=minutes, seconds=seconds)
    try:
        return arrow.get(moment).shift(months=direction * int(whole)).naive + direction * rest
    except (ValueError, OverflowError):
        return None


def beginning(moment: datetime, unit: Unit) -> datetime:
    """Where the unit that holds a moment begins; weeks begin on Monday.

    >>> beginning(datetime(2022, 6, 16, 12, 30), Unit.WEEK), beginning(datetime(2022, 6, 16, 12, 30), Unit.HOUR)
    (datetime.datetime(2022, 6, 13, 0, 0), datetime.datetime(2022, 6, 16, 12, 0))
    """
    if unit in OF_CLOCK:
        minute = 0 if unit is Unit.HOUR else moment.minute
        return moment.replace(minute=minute, second=moment.second if unit is Unit.SECOND else 0, microsecond=0)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit is Unit.WEEK:
        return day - day.weekday() * _DAY
    return day if unit is Unit.DAY else day.replace(day=1) if unit is Unit.MONTH else day.replace(month=1, day=1)


def beside(moment: datetime, iso: str, direction: int) -> Stretch | None:
    """The whole units before (-1) or after the present one; None for a length with a fraction."""
    unit = smallest(iso)
    if unit is None or any(number % 1 for number in _numbers(iso)):
        return None
    present = beginning(moment, unit)
    edge = present if direction < 0 else shifted(present, length_of(unit, 1), 1)
    other = shifted(edge, iso, direction) if edge is not None else None
    if edge is None or other is None:
        return None
    return (other, edge) if direction < 0 else (edge, other)


def readings(value: Duration, moment: datetime) -> tuple[Stretch, ...]:
    """The stretches that a length with a direction means at a moment, the likeliest first."""
    back = value.direction in (Direction.LAST, Direction.PREVIOUS)
    other = shifted(moment, value.iso, -1 if back else 1)
    if value.direction is None or other is None:
        return ()
    rolling = (other, moment) if back else (moment, other)
    if value.direction is Direction.WITHIN:
        last = other if smallest(value.iso) in OF_CLOCK else beginning(other, Unit.DAY) + _DAY
        earlier = shifted(moment, value.iso, -1)
        return ((moment, last), (earlier, moment)) if earlier is not None else ((moment, last),)
    whole = beside(moment, value.iso, -1 if back else 1)
    if whole is None or whole == rolling:
        return (rolling,)
    return (rolling, whole) if value.direction in (Direction.LAST, Direction.NEXT) else (whole, rolling)
