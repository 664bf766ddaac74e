"""A public holiday and a year -> the days off as they were announced, and the days worked in exchange.

The days come from the package `holidays`, which follows the notices of the State Council's General Office, and the laws
and calendars of Taiwan, Hong Kong and Macao. A year that has no notice yet gets None: only the holiday itself is known
then, not the days off around it.

>>> holiday("guoqing", 2023), holiday("laodongjie", 2020)
((datetime.date(2023, 9, 29), datetime.date(2023, 10, 6)), (datetime.date(2020, 5, 1), datetime.date(2020, 5, 5)))
>>> working_days("laodongjie", 2020)
(datetime.date(2020, 4, 26), datetime.date(2020, 5, 9))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.calendars import observances
from timeline.calendars.rules import Days

# The present list of the mainland's holidays is that of the order of December 2007. Hong Kong and Macao have theirs by
# law, Taiwan by law and by the calendar of its government offices.
FIRST_YEAR = 2008
_SINCE = {"CN": FIRST_YEAR, "TW": 2001, "HK": 1998, "MO": 2000}
KEYS = ("yuandan", "chunjie", "qingming", "laodongjie", "duanwu", "zhongqiu", "guoqing")
_SOUTHERN = (
    "yuandan chunjie hk-chuer hk-chusan qingming hk-shounanjie hk-shounan-yiri fuhuojie foudan laodongjie duanwu"
    " zhongqiu hk-zhongqiu-yiri guoqing chongyang shengdan"
)
_TAIWAN = (
    "tw-kaiguo chuxi chunjie tw-ererba tw-ertongjie qingming laodongjie duanwu zhongqiu tw-jiaoshijie tw-guoqingri"
    " tw-guangfujie tw-xingxian yuandan"
)
_HOLIDAYS = {
    "CN": frozenset(KEYS),
    "TW": frozenset(_TAIWAN.split()),
    "HK": frozenset(f"{_SOUTHERN} hk-fuhuo-xingqiyi xianggang-huigui hk-jieliri".split()),
    "MO": frozenset(f"{_SOUTHERN} mo-zhuisijie mo-wuyuanzui aomen-huigui dongzhijie pinganye".split()),
}
_DAY = timedelta(days=1)
_SATURDAY = 5
_EXCHANGED = re.compile(r"\d{4}-\d\d-\d\d")


class _Calendar(NamedTuple):
    """The days off of a year and its neighbours, and the weekend days worked."""

    off: Mapping[date, str]
    worked: frozenset[date]


def announced(year: int, region: str = "CN") -> bool:
    """Whether the days off of a year have been announced."""
    from holidays.countries.china import ChinaStaticHolidays
    from holidays.countries.taiwan import TaiwanStaticHolidays

    # Hong Kong and Macao announce a year in the spring before: when Taiwan and the mainland have theirs, they have.
    known = TaiwanStaticHolidays if region == "TW" else ChinaStaticHolidays
    return _SINCE[region] <= year <= max(known.special_public_holidays)


_CATEGORIES = {"CN": ("public",), "TW": ("public",), "HK": ("public", "optional"), "MO": ("public", "optional")}


@lru_cache(maxsize=512)
def _calendar(year: int, region: str = "CN") -> _Calendar:
    from holidays import country_holidays

    years = (year - 1, year, year + 1)
    days = country_holidays(region, years=years, language=f"zh_{region}", categories=_CATEGORIES[region])
    return _Calendar(off=dict(days.items()), worked=frozenset(days.weekend_workdays))


@lru_cache(maxsize=4096)
def holiday(key: str, year: int, region: str = "CN") -> Days | None:
    """The first and the last day off; None for what is no such holiday, and for years not announced.

    >>> holiday("chunjie", 2024, "TW"), holiday("fuhuojie", 2024, "HK")
    ((datetime.date(2024, 2, 8), datetime.date(2024, 2, 14)), (datetime.date(2024, 3, 29), datetime.date(2024, 4, 1)))
    """
    found = observances.dates(key, year)
    if found is None or key not in _HOLIDAYS.get(region, ()) or not announced(year, region):
        return None
    calendar = _calendar(year, region)
    # In Hong Kong and Macao the day off may be the one after: 中秋節翌日, the Monday of Easter.
    day = next((day for day in (found[0], found[0] + _DAY) if day in calendar.off), None)
    if day is None:
        return None

    def off(day: date) -> bool:
        return day in calendar.off or (day.weekday() >= _SATURDAY and day not in calendar.worked)

    first = last = day
    while off(first - _DAY):
        first -= _DAY
    while off(last + _DAY):
        last += _DAY
    return first, last


def is_day_off(key: str, region: str = "CN") -> bool:
    """Whether a feast has days off there."""
    return key in _HOLIDAYS.get(region, ())


# Days off in most years, as offsets from the first day of the festival.
_USUAL = {"chunjie": (-1, 6), "guoqing": (0, 6), "laodongjie": (0, 4)}


def usual(key: str, year: int) -> Days | None:
    """The days off; those of most years where the year's own are not announced."""
    found = observances.dates(key, year)
    known = holiday(key, year)
    if known is not None or found is None or key not in _USUAL:
        return known
    first, last = _USUAL[key]
    return found[0] + first * _DAY, found[0] + last * _DAY


@lru_cache(maxsize=4096)
def works(day: date, region: str = "CN") -> bool | None:
    """Whether people work on a day; None in a year whose days off have not been announced.

    >>> works(date(2024, 2, 18)), works(date(2024, 2, 16)), works(date(2024, 2, 20))
    (True, False, True)
    """
    if not announced(day.year, region):
        return None
    calendar = _calendar(day.year, region)
    return day in calendar.worked or (day.weekday() < _SATURDAY and day not in calendar.off)


def working_days(key: str, year: int, region: str = "CN") -> tuple[date, ...]:
    """The weekend days worked for the days off of a holiday (调休)."""
    found = holiday(key, year, region)
    if found is None:
        return ()
    first, last = found
    names = (name for day, name in _calendar(year, region).off.items() if first <= day <= last)
    return tuple(sorted(date.fromisoformat(match[0]) for name in names if (match := _EXCHANGED.search(name))))
