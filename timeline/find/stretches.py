"""Two ends, or one, and the words between them -> a `Period`. Each end keeps what is written at its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from timeline.calendars import eras
from timeline.find.morpheme import Morpheme
from timeline.find.numerals import fits
from timeline.find.occasions import NAMED, SIDES, counted, occasion
from timeline.find.points import AFTERNOON, Tokens, part_of_unit, point, trimmed
from timeline.model import Occasion, Part, Period, Point, Shift, Unit


def side(tokens: Tokens) -> Point | Occasion:
    """One end of a stretch."""
    kept = trimmed(tokens)
    if any(token.kind in SIDES for token in kept):
        end = counted(kept)
        return Point() if isinstance(end, Period) else end
    if any(token.kind in NAMED for token in kept):
        return occasion(kept)
    return part_of_unit(kept)


def _split(tokens: Tokens, kinds: Sequence[str]) -> tuple[list[Morpheme], list[Morpheme]]:
    """What stands before and behind the first morpheme of one of the kinds."""
    at = next(i for i, token in enumerate(tokens) if token.kind in kinds and i > 0)
    return list(tokens[:at]), list(tokens[at + 1 :])


_ORDER = ("year", "month", "day", "hour")
_UNIT_OF = {
    **dict.fromkeys(("year", "two_digit_year", "three_digit_year", "short_year", "bare_year"), "year"),
    **dict.fromkeys(("month", "stamp_month"), "month"),
    **dict.fromkeys(("day", "few_days", "number_day", "lunar_day"), "day"),
    **dict.fromkeys(("hour", "loose_hour", "clock"), "hour"),
    **dict.fromkeys(("weekday", "relative_weekday"), "weekday"),
}


def _lend_unit(left: list[Morpheme], right: list[Morpheme]) -> list[Morpheme]:
    """20到25日: the numeral without a unit on the left takes the unit on the right."""
    left = trimmed(left)
    if not left or left[-1].kind not in ("lead_number", "big_number"):
        return left
    units = [_UNIT_OF[token.kind] for token in right if token.kind in _UNIT_OF]
    written = {_UNIT_OF[token.kind] for token in left if token.kind in _UNIT_OF}
    for unit in _ORDER:
        number = left[-1].value["number"]
        if unit in units and unit not in written and fits(number, unit):
            value: dict[str, Any] = {unit: number}
            if unit == "year" and number < 100:
                value["short_year"] = True
            return [*left[:-1], left[-1]._replace(kind=unit, value=value)]
    return left


def _borrow_unit(left: list[Morpheme], right: list[Morpheme]) -> list[Morpheme]:
    """5月10日至12: a numeral alone on the right is of the unit that ends the left."""
    kept = trimmed(right)
    if len(kept) == 1 and kept[0].kind == "number":
        units = [_UNIT_OF[token.kind] for token in left if token.kind in _UNIT_OF]
        if units and fits(kept[0].value["number"], units[-1]):
            number = kept[0].value["number"] - (units[-1] == "weekday")  # Monday is 0
            return [kept[0]._replace(kind=units[-1], value={units[-1]: number})]
    return right


_TWELVE = 12


def _same_half_of_day(start: Point | Occasion, end: Point | Occasion) -> Point | Occasion:
    """下午4时至5时: the second clock time stands in the same part of day."""
    if isinstance(start, Occasion) or isinstance(end, Occasion) or start.clock is None or end.clock is None:
        return end
    if end.clock.hour == _TWELVE and start.part in (Part.EVENING, Part.NIGHT) and end.part is None:
        return replace(end, clock=replace(end.clock, hour=24))
    bare = end.part is None and end.day is None and end.shift is None and end.weekday is None
    later = end.clock.hour + 12
    if bare and start.part in AFTERNOON and end.clock.hour < 12 and start.clock.hour <= later <= 24:
        return replace(end, clock=replace(end.clock, hour=later))
    return end


def period(tokens: Tokens) -> Period:
    """5月10日至12日, 自2020年起至2023年底, 9:00-11:30."""
    left, right = _split(tokens, ("to", "list"))
    start = side(_lend_unit(left, right))
    end = _same_half_of_day(start, side(_borrow_unit(left, right)))
    start = _half_of_the_end(_month_of_the_end(start, end, right), end, right)
    return Period(start=start, end=_of_the_moon_too(start, end, right))


def _half_of_the_end(start: Point | Occasion, end: Point | Occasion, right: Tokens) -> Point | Occasion:
    """7:30-9:30pm, 8-11pm: the first clock time stands in the half of the day that the second one names."""
    if isinstance(start, Occasion) or isinstance(end, Occasion) or start.clock is None or end.clock is None:
        return start
    named = any(  # a clock without minutes is one that is written with its half: 11pm
        token.value["word"] == "pm" if token.kind == "meridiem" else token.value["clock"].minute is None
        for token in right
        if token.kind in ("meridiem", "clock")
    )
    later = start.clock.hour + _TWELVE
    if not named or start.part is not None or not 0 < start.clock.hour < _TWELVE or later > end.clock.hour:
        return start
    return replace(start, clock=replace(start.clock, hour=later))


def _month_of_the_end(start: Point | Occasion, end: Point | Occasion, right: Tokens) -> Point | Occasion:
    """14-18.9.2016: who writes the day first says its month behind the last one."""
    if not isinstance(start, Point) or not isinstance(end, Point) or not any(token.kind == "stamp" for token in right):
        return start
    if start.day is None or start.month is not None or end.day is None or end.month is None or start.day > end.day:
        return start
    return replace(start, year=end.year, short_year=end.short_year, month=end.month)


def _of_the_moon_too(start: Point | Occasion, end: Point | Occasion, right: Tokens) -> Point | Occasion:
    """三月廿一至廿三日, 农历八月廿八至九月十五: the second day is of the calendar of the first."""
    if not isinstance(start, Point) or not start.lunar or not isinstance(end, Point) or end.day is None:
        return end
    chinese = all(token.value.get("chinese") for token in right if token.kind == "month")
    return replace(end, lunar=True) if chinese and end.year is None and end.shift is None else end


def period_with_hours(tokens: Tokens) -> Period:
    """5月10日至12日9:00-17:00: the same hours on each day."""
    days, hours = _split(tokens, ("to",))
    at = next(i for i, token in enumerate(hours) if token.kind in _CLOCKS)
    times = period(hours[at:])
    whole = period([*days, next(token for token in tokens if token.kind == "to"), *hours[:at]])
    return Period(start=_with_time(whole.start, times.start), end=_with_time(whole.end, times.end))


_OF_THE_MOON = frozenset(("lunar", "lunar_month", "lunar_day", "big_year"))


def told_twice(tokens: Tokens) -> Period:
    """正月初一至初五(2月10日至14日): the Gregorian days are the surer ones."""
    days = _in_brackets(tokens)
    if len(days) > 1:  # 除夕(16日)至初三(19日)
        return Period(start=point(days[0]), end=point(days[1]))
    left, right = _split(tokens, ("open",))
    civil = right[:-1] if any(token.kind in _OF_THE_MOON for token in left) else left
    return period(civil)


def _in_brackets(tokens: Tokens) -> list[list[Morpheme]]:
    """What stands between each pair of brackets."""
    found: list[list[Morpheme]] = []
    inside = False
    for token in tokens:
        if token.kind == "open":
            found.append([])
        elif inside and token.kind != "close":
            found[-1].append(token)
        inside = token.kind == "open" or (inside and token.kind != "close")
    return found


def pair(tokens: Tokens) -> Period:
    """今明两天."""
    first, last = tokens[0].value["pair"]
    return Period(start=Point(shift=first), end=Point(shift=last))


def decades(tokens: Tokens) -> Period:
    """20世纪五六十年代."""
    pair = next(token for token in tokens if token.kind == "decade_pair")
    before = [token for token in tokens if token is not pair]
    ends = [
        point([*before, pair._replace(kind="decade", value={"decade": decade, "short_year": True})])
        for decade in (pair.value["decade"], pair.value["last"])
    ]
    return Period(start=ends[0], end=ends[1])


def turn(tokens: Tokens) -> Period:
    """3月底4月初, 80年代末90年代初, 岁末年初: from the end of one unit into the beginning of the next."""
    tokens = trimmed(tokens)
    at = next(i for i, token in enumerate(tokens, 1) if token.kind in _EDGED)
    first, last = part_of_unit(tokens[:at]), part_of_unit(tokens[at:])
    if first.decade is not None and last.decade is not None and not first.short_year and last.short_year:
        last = replace(last, decade=first.decade // 100 * 100 + last.decade % 100, short_year=False)
    if first.shift is not None and first.shift == last.shift and first.shift.unit is Unit.YEAR:
        last = replace(last, shift=Shift(Unit.YEAR, first.shift.amount + 1, first.shift.anchor))
    return Period(start=first, end=last)


_EDGED = frozenset(("edge", "year_section", "month_section"))


def days(tokens: Tokens) -> Period:
    """May 15-17, 2022."""
    return Period(start=point(tokens), end=Point(day=tokens[0].value["last"]))


def season_years(tokens: Tokens) -> Period:
    """1996-97赛季, 2003-04年度."""
    value = tokens[0].value
    return Period(start=Point(year=value["year"]), end=Point(year=value["last"]))


_CLOCKS = frozenset(("part", "one_part", "hour", "loose_hour", "clock", "zero_hour", "zone"))


def _with_time(day: Point | Occasion | None, time: Point | Occasion | None) -> Point | Occasion | None:
    if day is None or time is None:
        return day
    return replace(day, part=time.part, clock=time.clock)


def weeks_of_a_term(tokens: Tokens) -> Period:
    """第17—18周, 本学期第3至第5周."""
    left, right = _split(tokens, ("to",))
    return Period(start=point(left), end=point(right))


def since_epoch(tokens: Tokens) -> Period:
    """改革开放以来."""
    return Period(start=point(tokens[:1]), approximate=True)


def since_reign(tokens: Tokens) -> Period:
    """二战以来, 文革后: from the last year of it on."""
    years = eras.stretch(tokens[0].value["era"])
    return Period(start=Point(year=years[1] if years else None), approximate=True)


def before_epoch(tokens: Tokens) -> Period:
    """建国前: up to the day before."""
    first = point(tokens[:1])
    year, month, day = first.year or 1, first.month or 1, first.day or 1
    eve = date(year, month, day) - timedelta(days=1)
    return Period(end=Point(year=eve.year, month=eve.month, day=eve.day))


def since(tokens: Tokens) -> Period:
    """5月15日起, 今年以来, 2015年后."""
    return Period(start=side(tokens))


def deadline(tokens: Tokens) -> Period:
    """5月30日前."""
    return Period(end=side(tokens), deadline=True)


def bounded(tokens: Tokens) -> Period:
    """2010年之后2018年之前."""
    left, right = _split(tokens, ("later", "since"))
    return Period(start=side(left), end=side(right))


def within(tokens: Tokens) -> Point | Occasion:
    """10月里, 年内, 21日内: the stretch itself."""
    return side(tokens)
