"""An observance and a year -> its days; an observance and an ordinal -> its year; and back.

Nothing here knows what day it is, or reads a text: keys come from `timeline.catalogue`, years from the resolver.

>>> edtf("quanguo-zhucanri", 2022), year_of("guoji-canjiren-ri", 34)
('2022-05-15', 2025)
>>> edtf("zhongqiu", 2023), yearless("zhongqiu")
('2023-09-29', 'XXXX-09/XXXX-10')
>>> choose("教师节", "CN"), choose("教师节", "TW")
('jiaoshijie', 'tw-jiaoshijie')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MINYEAR, date
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.calendars import rules
from timeline.calendars.rules import Days
from timeline.catalogue import Entry, by_key, by_name
from timeline.edtf import bounds, day, interval, month
from timeline.edtf import year as year_text
from timeline.model import Unit

# Where a rule is asked for what does not depend on the year.
_ALL_YEARS = range(1901, 2100)
_LAST_YEAR = 2100  # an ordinal that leads beyond it is a slip
_BY_TABLE = ("dates", "editions")


@cache
def _editions(key: str) -> Mapping[int, tuple[int, ...]]:
    """Year -> the ordinals that the table of editions has in it."""
    years: dict[int, list[int]] = {}
    for number, text in by_key()[key].editions.items():
        years.setdefault(int(text[:4]), []).append(number)
    return {year: tuple(numbers) for year, numbers in years.items()}


def rule_of(rule: str, year: int) -> str:
    """A rule that starts from another entry (`ganenjie +1`), with that entry's own rule in its place."""
    name, space, rest = rule.partition(" ")
    other = by_key().get(name)
    if other is None:
        return rule
    return f"{_rule(other, year)}{space}{rest}"


def _rule(entry: Entry, year: int) -> str:
    """The rule that held in a year."""
    for change in entry.changes:
        if (change.first or year) <= year <= (change.last or year):
            return rule_of(change.rule, year)
    return rule_of(entry.rule, year)


@lru_cache(maxsize=4096)
def _written(key: str, year: int) -> str | None:
    """What the catalogue says of one year: a rule, or the days themselves; None where it says nothing."""
    entry = by_key()[key]
    if year in entry.dates:
        return entry.dates[year]
    numbers = _editions(key).get(year, ())
    if numbers:
        return entry.editions[numbers[0]] if len(numbers) == 1 and entry.per_year == 1 else None
    rule = _rule(entry, year)
    return None if rule in _BY_TABLE or entry.per_year > 1 else rule


def since(key: str) -> int | None:
    """The first year in which it was held, where that is known."""
    return by_key()[key].since


def held(key: str, year: int) -> bool:
    """Whether it existed in a year: before the first one its rule still gives a day, but nobody kept it."""
    first, last = since(key), by_key()[key].until
    return (first is None or year >= first) and (last is None or year <= last)


def counted(key: str) -> bool:
    """Whether the year of 第N次 is known, by counting or from a table."""
    entry = by_key()[key]
    return entry.first is not None or bool(entry.editions)


@lru_cache(maxsize=8192)
def dates(key: str, year: int) -> Days | None:
    """The first and the last day in a year, by its rule (see `held`); None where it is held twice or is not known."""
    rule = _written(key, year)
    return rules.days(rule, year) if rule else None


def _edtf(rule: str, year: int) -> str | None:
    found = rules.days(rule, year)
    if found is None:
        return None
    first, last = found
    grain = rules.grain(rule)
    if grain is Unit.YEAR:
        return interval(year_text(first.year), year_text(last.year))
    if grain is Unit.MONTH:
        return interval(month(first.year, first.month), month(last.year, last.month))
    return interval(first.isoformat(), last.isoformat())


def edtf(key: str, year: int) -> str | None:
    """The days as EDTF, no finer than the rule is: 2022-05-15, 2022-05-15/2022-05-21, 2023-06, 2021/2025."""
    rule = _written(key, year)
    if rule:
        return _edtf(rule, year)
    entry = by_key()[key]
    counted = entry.rule in _BY_TABLE and entry.first is not None and year >= entry.first
    return year_text(year) if counted and entry.per_year == 1 else None  # held every year, on days not known


def edtf_of_ordinal(key: str, ordinal: int) -> str | None:
    """The days of 第N次, also where two are held in a year.

    >>> edtf_of_ordinal("guangjiaohui", 137), edtf_of_ordinal("aoyunhui", 32)
    ('2025-04-15/2025-05-05', '2021-07-23/2021-08-08')
    """
    entry = by_key()[key]
    year = year_of(key, ordinal)
    if year is None:
        return None
    if ordinal in entry.editions:
        return _edtf(entry.editions[ordinal], year)
    if entry.per_year == 1:
        return edtf(key, year)
    rule = _rule(entry, year)
    return year_text(year) if rule in _BY_TABLE else _edtf(rule.split(" and ")[(ordinal - 1) % entry.per_year], year)


@lru_cache(maxsize=4096)
def year_of(key: str, ordinal: int) -> int | None:
    """The year of 第N次; None where the entry is not counted or has no such number."""
    entry = by_key()[key]
    if ordinal in entry.editions:
        return int(entry.editions[ordinal][:4])
    if entry.first is None or ordinal < 1:
        return None
    year = entry.first + (ordinal - 1) // entry.per_year
    return year if year <= _LAST_YEAR else None


@lru_cache(maxsize=4096)
def ordinal_of(key: str, year: int) -> int | None:
    """The N of a year; None where the entry is not counted, was not held then, or was held twice."""
    entry = by_key()[key]
    numbers = _editions(key).get(year, ())
    if numbers:
        return numbers[0] if len(numbers) == 1 and entry.per_year == 1 else None
    if entry.first is None or entry.per_year > 1 or year < entry.first:
        return None
    number = year - entry.first + 1
    return None if number in entry.editions else number


def yearly(key: str) -> bool:
    """Whether it is held and counted year by year, unlike games, congresses and fairs with gaps.

    >>> yearly("quanguo-zhucanri"), yearly("aoyunhui")
    (True, False)
    """
    return by_key()[key].first is not None


class Occurrence(NamedTuple):
    """An observance as it is held once: which one it is, where they are counted, and its days as EDTF."""

    ordinal: int | None
    edtf: str


def occurrences(key: str, year: int) -> tuple[Occurrence, ...]:
    """What begins in a year, or lies in it as a year of a plan; where two are held in a year, both.

    >>> occurrences("guangjiaohui", 2025)
    (Occurrence(ordinal=137, edtf='2025-04-15/2025-05-05'), Occurrence(ordinal=138, edtf='2025-10-15/2025-11-04'))
    """
    if not held(key, year):
        return ()
    entry = by_key()[key]
    numbers = set(_editions(key).get(year, ()))
    if entry.per_year > 1 and entry.first is not None:
        start = (year - entry.first) * entry.per_year + 1
        numbers |= {n for n in range(start, start + entry.per_year) if year_of(key, n) == year}
    if numbers:
        counted = ((number, edtf_of_ordinal(key, number)) for number in sorted(numbers))
        return tuple(Occurrence(number, text) for number, text in counted if text)
    text = edtf(key, year)
    first, last = bounds(text) if text else (None, None)
    if text is None or first is None or last is None or not first.year <= year <= last.year:
        return ()
    second = rules.again(_rule(entry, year), year)
    more = (Occurrence(None, second[0].isoformat()),) if second else ()
    return (Occurrence(ordinal_of(key, year), text), *more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An entry, one of its occurrences, and the first and last day of that."""

    entry: Entry
    ordinal: int | None
    edtf: str
    first: date
    last: date


def between(entries: Iterable[Entry], first: date, last: date) -> tuple[Held, ...]:
    """Every occurrence of the entries that has a day from `first` to `last`, in order; longer ones first on a day.

    >>> [held.ordinal for held in between([by_key()["quanguo-zhucanri"]], date(2022, 5, 15), date(2024, 5, 15))]
    [32, 33]
    """
    found: dict[tuple[str, str], Held] = {}
    for entry in entries:
        for year in range(max(first.year - 1, MINYEAR), last.year + 1):  # what began the year before may reach in
            for ordinal, text in occurrences(entry.key, year):
                start, end = bounds(text)
                if start and end and start <= last and end >= first:
                    held = Held(entry=entry, ordinal=ordinal, edtf=text, first=start, last=end)
                    found.setdefault((entry.key, text), held)
    return tuple(sorted(found.values(), key=lambda held: (held.first, -(held.last - held.first).days)))


def rrule(key: str, year: int) -> str | None:
    """The rule from a year on as an RFC 5545 rule; None where it is no such rule, or was or will be another one."""
    entry = by_key()[key]
    changed = any(change.last is None or change.last >= year for change in entry.changes)
    changed = changed or entry.until is not None
    announced = entry.rule in _BY_TABLE or entry.editions or any(known >= year for known in entry.dates)
    if changed or announced or entry.per_year > 1 or entry.rule.partition(" ")[0] in by_key():
        return None
    return rules.rrule(entry.rule)


@cache
def moon(key: str) -> int | None:
    """The month of the Chinese calendar in which it is held, where its rule is a day of that calendar.

    >>> moon("mazudan"), moon("guoqing")
    (3, None)
    """
    return rules.moon(by_key()[key].rule)


@cache  # two hundred years are looked at
def yearless(key: str) -> str | None:
    """The days where no year is known: XXXX-12-03; of a movable one the month, or the two months, it can fall in."""
    entry = by_key()[key]
    if entry.rule in _BY_TABLE:
        return _months({span for year in entry.dates if (span := dates(key, year))})
    if entry.per_year > 1:
        return None
    found = {span for year in _ALL_YEARS if (span := rules.days(rule_of(entry.rule, year), year))}
    if len(found) == 1:
        return _edtf(entry.rule, next(iter(found))[0].year)
    firsts = sorted({(first.month, first.day) for first, _ in found})
    lasts = sorted({(last.month, last.day) for _, last in found})
    if rules.grain(rule_of(entry.rule, 2000)) is Unit.MONTH or not firsts:
        return _months(found)
    if len(firsts) == 1 and len(lasts) == 1:
        return interval(day(None, *firsts[0]), day(None, *lasts[0]))
    if firsts == lasts and firsts[0][0] == firsts[-1][0] and firsts[-1][1] - firsts[0][1] <= 3:
        return interval(day(None, *firsts[0]), day(None, *firsts[-1]))
    return _months(found)


def _months(found: set[Days]) -> str | None:
    """The one month, or the two that follow each other, which all the stretches lie in."""
    months = sorted({day.month for span in found for day in span})
    if months == [1, 12]:
        months = [12, 1]
    if not months or len(months) > 2 or (len(months) == 2 and (months[1] - months[0]) % 12 != 1):
        return None
    return interval(month(None, months[0]), month(None, months[-1]))


def named(words: str) -> str | None:
    """The longest name of the catalogue that stands in (folded) words.

    >>> named("第三十三次全国助残日")
    '全国助残日'
    """
    return max((name for name in by_name() if name in words), key=len, default=None)


def choose(name: str, region: str) -> str | None:
    """The key of the entry that a (folded) name means in a region: its own, else one of the world, else the first."""
    bearers = by_name().get(name, ())
    for wanted in ({region}, {"UN", "world"}):
        for entry in bearers:
            if wanted.intersection(place.partition("-")[0] for place in entry.region):
                return entry.key
    return bearers[0].key if bearers else None
