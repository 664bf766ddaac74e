"""A day of the Chinese calendar -> its civil day, and back.

The months of 1900 to 2100 are those of borax, a table; they agree with two other libraries (lunar_python, sxtwl) in
every month but three, which begin within a minute of midnight and where the almanac of the day will decide: the 9th of
2057, the 8th of 2089, the 7th of 2097. Earlier months are those of lunar_python, which knows where the almanacs of the
dynasties differ from the sky. Days before 15 October 1582 are Julian, as historians write them. Outside the years 1 to
2100 every function says None.

>>> civil(2023, 8, 15), civil(2023, 2, 1, leap=True)
(datetime.date(2023, 9, 29), datetime.date(2023, 3, 22))
>>> lunar(date(2024, 2, 9)), eve(2024)
(LunarDay(year=2023, month=12, day=30, leap=False), datetime.date(2024, 2, 9))
>>> civil(1898, 4, 23), civil(626, 6, 4), civil(2101, 1, 1)  # 百日维新, 玄武门之变
(datetime.date(1898, 6, 11), datetime.date(626, 7, 2), None)
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.calendars import eras

FIRST_YEAR, LAST_YEAR = 1, 2100
_TABLE = 1900  # the first lunar year of borax
_FIRST_DAY, _LAST_DAY = date(1900, 1, 31), date(2101, 1, 28)
GREGORIAN = date(1582, 10, 15)  # the first day of that calendar
_DAY = timedelta(days=1)


class LunarDay(NamedTuple):
    """A day of the Chinese calendar; `year` is the civil year in which its year began."""

    year: int
    month: int
    day: int
    leap: bool = False


@lru_cache(maxsize=4096)
def civil(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The civil day of a lunar day, or None where that day does not exist or is not known."""
    if year < _TABLE:
        return _early(year, -month if leap else month, day)
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

    try:
        solar: date = LunarDate(year, month, day, int(leap)).to_solar_date()
    except InvalidLunarDateError:
        return None
    return solar


def _early(year: int, month: int, day: int) -> date | None:
    """The civil day of a lunar day before 1900; a leap month has a negative number."""
    from lunar_python import Lunar

    try:
        solar = Lunar.fromYmd(year, month, day).getSolar()
        return date(solar.getYear(), solar.getMonth(), solar.getDay())
    except Exception:  # it raises no other for a month or a day that does not exist
        return None


@lru_cache(maxsize=4096)
def lunar(day: date) -> LunarDay | None:
    """The lunar day of a civil day."""
    if day < _FIRST_DAY:
        return _early_lunar(day)
    if day > _LAST_DAY:
        return None
    from borax.calendars.lunardate import LunarDate

    found = LunarDate.from_solar(day)
    return LunarDay(found.year, found.month, found.day, bool(found.leap))


def _early_lunar(day: date) -> LunarDay | None:
    from lunar_python import Solar

    try:
        found = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    except Exception:  # the ten days of October 1582 that never were
        return None
    return LunarDay(found.getYear(), abs(found.getMonth()), found.getDay(), found.getMonth() < 0)


@lru_cache(maxsize=1024)
def month(year: int, number: int, leap: bool = False) -> tuple[date, date] | None:
    """The first and the last day of a lunar month, which has 29 days or 30."""
    first = civil(year, number, 1, leap)
    if first is None:
        return None
    return first, civil(year, number, 30, leap) or civil(year, number, 29, leap) or first + 28 * _DAY


def day_named(year: int, number: int, name: str, leap: bool = False) -> date | None:
    """The civil day of that name, in the cycle of sixty, of a lunar month; None where the month has no such day.

    >>> day_named(626, 6, "庚申"), day_named(1898, 8, "丁亥"), day_named(1898, 8, "丁巳")
    (datetime.date(626, 7, 2), datetime.date(1898, 9, 21), None)
    """
    first = civil(year, number, 1, leap)
    place = eras.place_in_cycle(name)
    if first is None or place is None:
        return None
    return civil(year, number, 1 + (place - _place_of(first)) % eras.CYCLE, leap)


def next_named(day: date, name: str) -> date | None:
    """The first civil day of that name from a day on.

    >>> next_named(date(626, 7, 2), "癸亥")
    datetime.date(626, 7, 5)
    """
    from lunar_python import Solar

    place = eras.place_in_cycle(name)
    if place is None:
        return None
    found = Solar.fromYmd(day.year, day.month, day.day).next((place - _place_of(day)) % eras.CYCLE)
    try:
        return date(found.getYear(), found.getMonth(), found.getDay())
    except ValueError:  # 29 February of a century, which only the Julian calendar has
        return None


def _place_of(day: date) -> int:
    """The place of a civil day in the cycle of sixty."""
    from lunar_python import Solar

    name: str = Solar.fromYmd(day.year, day.month, day.day).getLunar().getDayInGanZhi()
    return eras.place_in_cycle(name) or 0


def eve(year: int) -> date | None:
    """除夕 before the Spring Festival of a year: the 29th or the 30th of the twelfth month."""
    new_year = civil(year, 1, 1)
    return new_year - _DAY if new_year else None


def sexagenary_year(day: date) -> int | None:
    """The lunar year that holds a civil day: 甲辰年 begins on 2024-02-10, not on the first of January.

    >>> sexagenary_year(date(2024, 2, 9)), sexagenary_year(date(2024, 2, 10))
    (2023, 2024)
    """
    found = lunar(day)
    return found.year if found else None
