"""The rule of an observance, in words, and a year -> its first and last day in that year.

Each form of a rule is a row of `RULES`, with an example that is run; `data/observances.toml` is written in these words.

>>> days("third sunday of may", 2022)
(datetime.date(2022, 5, 15), datetime.date(2022, 5, 15))
>>> days("third sunday of may -6..+0", 2023)
(datetime.date(2023, 5, 15), datetime.date(2023, 5, 21))
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.calendars import lunar, terms
from timeline.edtf import bounds
from timeline.model import Unit

Days = tuple[date, date]
Find = Callable[["re.Match[str]", int], Days | None]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_DAY = timedelta(days=1)
_NTH_WORD, _WEEKDAY, _MONTH = "|".join(_NTH), "|".join(_WEEKDAYS), "|".join(_MONTHS)


def _one(day: date | None) -> Days | None:
    return (day, day) if day else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth weekday of a month, the last one for -1; None where there is no fifth."""
    length = monthrange(year, month)[1]
    first = 1 + (weekday - date(year, month, 1).weekday()) % 7
    day = first + 7 * (nth - 1) if nth > 0 else first + 7 * ((length - first) // 7)
    return date(year, month, day) if day <= length else None


def _fixed(match: re.Match[str], year: int) -> Days | None:
    month, day = int(match[1]), int(match[2])
    return _one(date(year, month, day)) if day <= monthrange(year, month)[1] else None


def _range(match: re.Match[str], year: int) -> Days | None:
    first = date(year, int(match[1]), int(match[2]))
    last = date(year, int(match[3]), int(match[4]))
    return first, last if last >= first else last.replace(year=year + 1)


def _months(match: re.Match[str], year: int) -> Days | None:
    first, last = int(match[1]), int(match[2] or match[1])
    end = year if last >= first else year + 1
    return date(year, first, 1), date(end, last, monthrange(end, last)[1])


def _last_day(match: re.Match[str], year: int) -> Days | None:
    month = _MONTHS.index(match[1]) + 1
    return _one(date(year, month, monthrange(year, month)[1]))


def _weekday(match: re.Match[str], year: int) -> Days | None:
    return _one(_nth_weekday(year, _MONTHS.index(match[3]) + 1, _WEEKDAYS.index(match[2]), _NTH[match[1]]))


def _week(match: re.Match[str], year: int) -> Days | None:
    """A whole week, Monday to Sunday: the first one that begins in the month, the last one that also ends in it."""
    month, nth = _MONTHS.index(match[3]) + 1, _NTH[match[1]]
    weekday = 6 if nth < 0 else 0
    found = _nth_weekday(year, month, weekday, nth)
    if found is None:
        return None
    first = found - found.weekday() * _DAY
    if not match[2] and nth > 0 and date(year, month, 1).weekday():
        first -= 7 * _DAY  # not "full": the days before the first Monday are the first week
    return first, first + 6 * _DAY


def _week_of(match: re.Match[str], year: int) -> Days | None:
    """The week that holds a day, from Monday on, or from Sunday on where the rule says so."""
    day = date(year, int(match[2]), int(match[3]))
    first = day - (day.isoweekday() % 7 if match[1] else day.weekday()) * _DAY
    return first, first + 6 * _DAY


def _lunar(match: re.Match[str], year: int) -> Days | None:
    month, day = int(match[1]), int(match[2])
    # The days of the last two lunar months may fall before the civil year's own New Year's Day or after it.
    for lunar_year in (year - 1, year) if month >= 11 else (year,):
        found = lunar.civil(lunar_year, month, day)
        if found and found.year == year:
            return found, found
    return None


def _eve(_: re.Match[str], year: int) -> Days | None:
    return _one(lunar.eve(year))


def _term(match: re.Match[str], year: int) -> Days | None:
    return _one(terms.day(year - bool(match[1]), match[2]))


def _easter(_: re.Match[str], year: int) -> Days | None:
    """The Gregorian rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return _one(date(year, month, day + 1))


def _heat(match: re.Match[str], year: int) -> Days | None:
    """初伏 begins on the third 庚 day from 夏至, 中伏 ten days later, 末伏 on the first 庚 day from 立秋."""
    solstice, autumn = terms.day(year, "夏至"), terms.day(year, "立秋")
    if solstice is None or autumn is None:
        return None
    first = _stem_seven(solstice) + 20 * _DAY
    third = _stem_seven(autumn)
    starts = (first, first + 10 * _DAY, third, third + 10 * _DAY)
    return starts[int(match[1]) - 1], starts[int(match[2] or match[1])] - _DAY


def _stem_seven(day: date) -> date:
    """The first 庚 day from `day` on: the days run in tens, and 2000-01-07 was 甲子."""
    return day + (date(2000, 1, 13).toordinal() - day.toordinal()) % 10 * _DAY


def _years(match: re.Match[str], _: int) -> Days | None:
    return date(int(match[1]), 1, 1), date(int(match[2]), 12, 31)


def _written(match: re.Match[str], _: int) -> Days | None:
    first, last = bounds(match[0].replace("..", "/"))
    return (first, last) if first and last else None


class Rule(NamedTuple):
    """A form in which a rule is written, and how its days are found."""

    name: str
    form: str
    parts: tuple[str, ...]  # what the groups of the form are
    find: Find
    grain: Unit  # what the days stand for: a whole month is written as a month
    example: tuple[str, int, str]  # rule, year, its days as EDTF


RULES: tuple[Rule, ...] = (
    Rule("day", r"(\d\d)-(\d\d)", ("month", "day"), _fixed, Unit.DAY, ("12-03", 2022, "2022-12-03")),
    Rule(
        "days",
        r"(\d\d)-(\d\d)\.\.(\d\d)-(\d\d)",
        ("month", "day", "last_month", "last_day"),
        _range,
        Unit.DAY,
        ("12-28..01-02", 2022, "2022-12-28/2023-01-02"),
    ),
    Rule("month", r"month (\d\d)()", ("month",), _months, Unit.MONTH, ("month 06", 2023, "2023-06")),
    Rule(
        "months",
        r"months (\d\d)\.\.(\d\d)",
        ("month", "last_month"),
        _months,
        Unit.MONTH,
        ("months 09..01", 2019, "2019-09/2020-01"),
    ),
    Rule(
        "last-day",
        rf"last day of ({_MONTH})",
        ("month",),
        _last_day,
        Unit.DAY,
        ("last day of february", 2024, "2024-02-29"),
    ),
    Rule(
        "weekday",
        rf"({_NTH_WORD}) ({_WEEKDAY}) of ({_MONTH})",
        ("nth", "weekday", "month"),
        _weekday,
        Unit.DAY,
        ("last friday of november", 2024, "2024-11-29"),
    ),
    Rule(
        "week",
        rf"({_NTH_WORD}) (full )?week of ({_MONTH})",
        ("nth", "full", "month"),
        _week,
        Unit.DAY,
        ("last full week of september", 2023, "2023-09-18/2023-09-24"),
    ),
    Rule(
        "week-of",
        r"(sunday )?week of (\d\d)-(\d\d)",
        ("sunday", "month", "day"),
        _week_of,
        Unit.DAY,
        ("week of 05-15", 2024, "2024-05-13/2024-05-19"),
    ),
    Rule("lunar", r"lunar (\d\d)-(\d\d)", ("month", "day"), _lunar, Unit.DAY, ("lunar 08-15", 2023, "2023-09-29")),
    Rule("eve", r"lunar eve", (), _eve, Unit.DAY, ("lunar eve", 2025, "2025-01-28")),
    Rule("term", r"(previous )?term (\w\w)", ("before", "term"), _term, Unit.DAY, ("term 冬至", 2022, "2022-12-22")),
    Rule("easter", r"easter", (), _easter, Unit.DAY, ("easter", 2024, "2024-03-31")),
    Rule(
        "heat",
        r"heat ([123])(?:\.\.([123]))?",
        ("number", "last"),
        _heat,
        Unit.DAY,
        ("heat 1..3", 2024, "2024-07-15/2024-08-23"),
    ),
    Rule(
        "years",
        r"years (\d{4})\.\.(\d{4})",
        ("year", "last_year"),
        _years,
        Unit.YEAR,
        ("years 2021..2025", 2023, "2021/2025"),
    ),
    Rule("once", r"(\d{4})", ("date",), _written, Unit.YEAR, ("1990", 1990, "1990")),
    Rule("once", r"(\d{4}-\d\d)", ("date",), _written, Unit.MONTH, ("2026-09", 2026, "2026-09")),
    Rule(
        "once",
        r"(\d{4}-\d\d-\d\d(?:\.\.\d{4}-\d\d-\d\d)?)",
        ("date",),
        _written,
        Unit.DAY,
        ("2024-07-26..2024-08-11", 2024, "2024-07-26/2024-08-11"),
    ),
)
_FORMS = tuple((re.compile(rule.form), rule) for rule in RULES)
_LUNAR = next(form for form, row in _FORMS if row.name == "lunar")
_MOVED = re.compile(r"(.+?) ([+-]\d{1,3})(?:\.\.([+-]\d{1,3}))?")


class UnknownRuleError(ValueError):
    """A rule that no row of the table can read."""


@lru_cache(maxsize=2048)
def _row(rule: str) -> tuple[re.Match[str], Rule]:
    for form, row in _FORMS:
        if match := form.fullmatch(rule):
            return match, row
    raise UnknownRuleError(rule)


def grain(rule: str) -> Unit:
    """Whether a rule gives days, whole months or whole years."""
    return Unit.DAY if _MOVED.fullmatch(rule) else _row(rule)[1].grain


@lru_cache(maxsize=8192)
def days(rule: str, year: int) -> Days | None:
    """The first and the last day of a rule in a year; None where it has none, or none that is known."""
    if not MINYEAR < year < MAXYEAR:  # a rule may reach into the years beside it
        return None
    if moved := _MOVED.fullmatch(rule):
        base = days(moved[1], year)
        if base is None:
            return None
        first = base[0] + int(moved[2]) * _DAY
        return first, base[0] + int(moved[3]) * _DAY if moved[3] else first
    match, row = _row(rule)
    return row.find(match, year)


def moon(rule: str) -> int | None:
    """The month of the Chinese calendar that a rule names."""
    row = _LUNAR.fullmatch(rule)
    return int(row[1]) if row else None


def again(rule: str, year: int) -> Days | None:
    """The second time that a day of the last lunar months falls into a civil year: 腊八 was twice in 2022.

    >>> again("lunar 12-08", 2022), again("lunar 12-08", 2024)
    ((datetime.date(2022, 12, 30), datetime.date(2022, 12, 30)), None)
    """
    row = _LUNAR.fullmatch(rule)
    first = days(rule, year) if row else None
    found = lunar.civil(year, int(row[1]), int(row[2])) if row else None
    return _one(found) if first and found and found.year == year and found != first[0] else None


# --- the same rule for others ---------------------------------------------------------------------------------------


class Parts(NamedTuple):
    """A rule taken apart, for those who say it in words: its form, what stands in it, and how far it is moved."""

    name: str
    values: Mapping[str, int | str]  # numbers where there are numbers; the weekday from 0, the last of a month as -1
    moved: tuple[int, int] | None = None


_NUMBERS = {**_NTH, **{name: i for i, name in enumerate(_WEEKDAYS)}, **{name: i for i, name in enumerate(_MONTHS, 1)}}


def parts(rule: str) -> Parts:
    """What a rule is made of.

    >>> parts("third sunday of may -6..+0")
    Parts(name='weekday', values={'nth': 3, 'weekday': 6, 'month': 5}, moved=(-6, 0))
    """
    if moved := _MOVED.fullmatch(rule):
        return parts(moved[1])._replace(moved=(int(moved[2]), int(moved[3] or moved[2])))
    match, row = _row(rule)
    found = {part: match[i] or "" for i, part in enumerate(row.parts, 1)}
    return Parts(row.name, {part: int(t) if t.isdecimal() else _NUMBERS.get(t, t) for part, t in found.items()})


def rrule(rule: str) -> str | None:
    """The rule as an RFC 5545 rule from one of its days on; None where it is no fixed day and no weekday of a month.

    >>> rrule("12-03"), rrule("last friday of november"), rrule("lunar 08-15")
    ('FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR', None)
    """
    name, values, moved = parts(rule)
    if moved or (values.get("month"), values.get("day")) == (2, 29):
        return None
    if name == "weekday":
        weekday = _WEEKDAYS[int(values["weekday"])][:2].upper()
        return f"FREQ=YEARLY;BYMONTH={values['month']};BYDAY={values['nth']}{weekday}"
    return "FREQ=YEARLY" if name == "day" else None
