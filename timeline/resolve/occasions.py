"""An observance by name -> its days: the ordinal fixes the year, else the passage or the document does.

The catalogue (`timeline.calendars.observances`) knows the days of a year; here only the year is found.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline import edtf
from timeline.calendars import observances, statutory
from timeline.model import Anchor, Certainty, Occasion, Recurrence, Script, Window
from timeline.resolve.context import Context, Placed
from timeline.resolve.counted import nth_of
from timeline.resolve.focus import Partial
from timeline.resolve.lunar_days import has_lunar_months
from timeline.resolve.this_year import this_year
from timeline.resolve.verdicts import Verdict
from timeline.resolve.workdays import beside_feast
from timeline.resolve.years import compared, of_yearly_moon, year_of
from timeline.setting.written import written_year

_NEAR, _CIVIL = 62, re.compile("[公阳西][历曆]|[陽]")  # days
_YEARLESS_DAY, _COMMON_YEAR = re.compile(r"XXXX(-\d\d-\d\d)"), 2023


def place_occasion(occasion: Occasion, context: Context) -> Placed:
    """Where an observance lies."""
    occasion = _of_region(occasion, context)
    text = _days(occasion, context)
    if text is None:
        return Placed(clock=occasion.clock, part=occasion.part)
    if context.expression.phrase == "day of the days off":
        return _within(occasion, text, context)
    if occasion.counted is not None:
        return _beside(occasion, text, context)
    text = (
        _holiday(occasion.key, text, context) if occasion.window is Window.HOLIDAY else _window(text, occasion.window)
    )
    day, yearless = _single(text), _YEARLESS_DAY.fullmatch(text)
    placed = Placed(Partial.of(day)) if day else Placed(stretch=text)
    if yearless:  # 国庆活动安排, and below it 1日上午升旗
        placed = Placed(Partial(None, int(yearless[1][1:3]), int(yearless[1][4:])))
    return placed._replace(clock=occasion.clock, part=occasion.part)


def _beside(occasion: Occasion, text: str, context: Context) -> Placed:
    """春节后第一个工作日, 清明前一周: nothing, where the year or its days off are not known."""
    first, last = edtf.bounds(text)
    placed = Placed()
    if first is not None and last is not None and occasion.counted is not None:
        placed = beside_feast(occasion.key, (first, last), occasion.counted, region_of(context))
        if placed == Placed():
            context.trail.note("workday-unknown", Certainty.GUESSED)
    return placed._replace(clock=occasion.clock, part=occasion.part)


def _within(occasion: Occasion, text: str, context: Context) -> Placed:
    """国庆假期第三天: of the days off that were announced, or that most years have."""
    first = edtf.bounds(text)[0]
    nth = occasion.counted.nth if occasion.counted is not None else None
    if first is None or nth is None:
        return Placed(clock=occasion.clock, part=occasion.part)
    off = edtf.bounds(_holiday(occasion.key, text, context))
    if off[0] == off[1] and region_of(context) == "CN":
        off = statutory.usual(occasion.key, first.year) or off
    whole = edtf.interval(*(day.isoformat() for day in off if day is not None))
    return nth_of(nth, None, Placed(stretch=whole))._replace(clock=occasion.clock, part=occasion.part)


def region_of(context: Context) -> str:
    """The region of the document; 連假 is said in Taiwan alone."""
    setting, words = context.scene.setting, context.expression.at.of(context.scene.text)
    return "TW" if setting.script is Script.HANT and "连假" in words else setting.region


def _of_region(occasion: Occasion, context: Context) -> Occasion:
    """What a name means where and when it is told: 父亲节 is in August in Taiwan, 元旦 under a reign of the moon."""
    if occasion.key == "chuxi" and context.scene.ends_civil_year:
        context.trail.note("occasion-civil", Certainty.DERIVED)
        return replace(occasion, key="kuanianye")
    era = occasion.year.era if _writes_year(occasion) and occasion.year is not None else context.focus.era
    if occasion.key == "yuandan" and has_lunar_months(era) and _CIVIL.search(context.expression.text) is None:
        context.trail.note("occasion-of-moon", Certainty.DERIVED)
        return replace(occasion, key="chunjie")
    region = "TW" if _writes_year(occasion) and era == "民国" and _count(occasion) > _PARTED else region_of(context)
    if region == "CN" or occasion.ordinal is not None:
        return occasion
    name = observances.named(context.expression.at.of(context.scene.text))
    key = observances.choose(name, region) if name else None
    if key is None or key == occasion.key:
        return occasion
    context.trail.note("occasion-region", region=region)
    return replace(occasion, key=key)


_PARTED = 38  # years of the Republic


def _count(occasion: Occasion) -> int:
    return (occasion.year.year or 0) if occasion.year is not None else 0


def _holiday(key: str, text: str, context: Context) -> str:
    """国庆假期 is the days off that the government announced; before and after its announcements the day itself."""
    first = edtf.bounds(text)[0]
    if first is None:
        return text
    days = statutory.holiday(key, first.year, region_of(context))
    if days is None:
        context.trail.note("holiday-unknown", Certainty.GUESSED, year=first.year)
        return text
    context.trail.note("holiday", first=days[0].isoformat(), last=days[1].isoformat())
    return edtf.interval(days[0].isoformat(), days[1].isoformat())


def _days(occasion: Occasion, context: Context) -> str | None:
    """The days as EDTF, or None where none are known."""
    if occasion.ordinal is not None:
        text = observances.edtf_of_ordinal(occasion.key, occasion.ordinal)
        wrong = (occasion.key, occasion.ordinal) in context.scene.setting.miscounted
        if text is not None and not wrong:
            context.trail.note(
                "occasion-ordinal", Certainty.WRITTEN, context.expression.span, ordinal=occasion.ordinal, day=text
            )
            return text
        if wrong:
            _doubt_number(occasion, occasion.ordinal, context)
        elif not _writes_year(occasion) and observances.counted(occasion.key):
            return None  # a number that it never had
    year = _year(occasion, context)
    if year is None:
        context.trail.note("occasion-yearless", Certainty.GUESSED)
        return observances.yearless(occasion.key)
    text = observances.edtf(occasion.key, year)
    if text is None:
        context.trail.note("doubt-not-held", Certainty.GUESSED, context.expression.span, year=edtf.year(year))
        return edtf.year(year)
    if not observances.held(occasion.key, year):
        since = observances.since(occasion.key)
        row = "doubt-before-first" if since and year < since else "doubt-not-held"
        context.trail.note(row, Certainty.GUESSED, context.expression.span, year=edtf.year(year), since=since)
        return text if _writes_year(occasion) else observances.yearless(occasion.key)  # no witness leads before it
    context.trail.note("occasion-year", year=edtf.year(year), day=text)
    return text


def _writes_year(occasion: Occasion) -> bool:
    return occasion.year is not None and occasion.year.year is not None


def _doubt_number(occasion: Occasion, ordinal: int, context: Context) -> None:
    """A year before the number or in the date beside it says otherwise: the number is miscounted, the year is kept."""
    written = written_year(occasion.year, context.scene.setting.region) if occasion.year is not None else None
    counted = observances.year_of(occasion.key, ordinal)
    if written is not None and counted is not None:
        context.trail.note(
            "doubt-ordinal",
            Certainty.DERIVED,
            context.expression.span,
            year=written,
            ordinal=ordinal,
            counted=counted,
        )
    else:
        context.trail.note("number-miscounted", ordinal=ordinal, counted=counted)


def _year(occasion: Occasion, context: Context) -> int | None:
    """The year: written or 今年 beside it, the document's own ordinal, the passage, the document."""
    if occasion.year is not None:
        point = occasion.year
        if point.year is not None:
            return written_year(point, context.scene.setting.region)
        if point.shift is not None:
            query = context.query(None, None)
            verdict = this_year(query) if point.shift.anchor is Anchor.NOW else year_of(query)
            year = context.take(verdict)
            return year + int(point.shift.amount) if year is not None else None
    plan = observances.yearless(occasion.key)
    if plan is not None and "X" not in plan:
        first = edtf.bounds(plan)[0]
        context.trail.note("occasion-once", Certainty.DERIVED, day=plan)
        return first.year if first else None
    if context.left is not None and context.left.known is not None:
        context.trail.note("range-left")
        return _after(occasion.key, context.left.known)
    if _defines(context):
        context.trail.note("occasion-definition")
        return None
    return _of_passage(occasion, context)


def _of_passage(occasion: Occasion, context: Context) -> int | None:
    setting = context.scene.setting
    about = setting.occasion is not None and setting.occasion.value == occasion.key
    if about and setting.ordinal_year is not None:
        claim = setting.ordinal_year
        context.trail.note(claim.rule, Certainty.DERIVED, claim.because, year=claim.value)
        return claim.value
    moon = observances.moon(occasion.key)
    if moon is not None and (every := of_yearly_moon(moon, context.query(None, None))) is not None:
        return context.take(every)
    said = context.focus.at(context.expression.at.start)
    if said is not None and said.place.known is not None:
        year = _to_come(occasion.key, _next_to(occasion.key, said.place.known), context)
        year = max(year, _listed(occasion.key, context))
        verdict = Verdict(year, "year-focus", min(said.sure, Certainty.DERIVED), said.because)
        return context.take(compared(verdict, context.query(None, None)))
    now = context.scene.now(context.focus)
    if said is None and now is not None and now.rule == "reference":
        context.trail.note("year-reference", Certainty.GUESSED, year=now.value.year)
        return now.value.year
    verdict = year_of(context.query(None, None))
    if verdict.rule == "year-published" and now is not None:  # 春节 in December is the one to come
        verdict = verdict._replace(year=_to_come(occasion.key, _next_to(occasion.key, now.value), context))
    return context.take(verdict)


def _to_come(key: str, year: int, context: Context) -> int:
    """The year, or the one after where a notice tells of a feast that was long over when it was published."""
    published, found = context.scene.setting.published, observances.dates(key, year)
    said = context.focus.said
    if published is None or found is None:
        return year
    told = said.place.known if said is not None else None
    ahead = context.scene.looks_ahead(context.expression) or (told is not None and told > published.value)
    if not ahead:
        return year
    return year + 1 if (published.value - found[1]).days > _NEAR else year


def _listed(key: str, context: Context) -> int:
    """The earliest year of a feast that a list names behind another, 圣诞前夕及除夕: it is not long before that."""
    focus, at = context.focus, context.expression.at.start
    before = context.scene.neighbours(at, 1)[0]
    around = context.scene.between(at - _NEXT_CLAUSE, at)
    eve = any(isinstance(other.value, Occasion) and other.value.key == "chuxi" for other in around)
    if eve and key == "chunjie" and focus.lunar.day is None:
        return focus.lunar.year or 0  # 除夕提早闭馆;年初一休馆
    joined = focus.beside_ends == before.at.end and _JOINS.fullmatch(context.scene.text, before.at.end, at)
    day = focus.beside.place.known if focus.beside is not None else None
    found = observances.dates(key, day.year) if day is not None else None
    if day is None or found is None or not joined or not isinstance(before.value, Occasion):
        return 0
    return day.year + ((day - found[1]).days > _NEAR)


_NEXT_CLAUSE = 24  # characters from 除夕 to 年初一
_JOINS = re.compile("(?:[、和与及暨,]|以及)(?:[农旧]历年?)?")


def _next_to(key: str, day: date) -> int:
    """The year of the observance that lies next to a day, 元旦 after 12月28日; its own year where none is near."""
    for year in (day.year, day.year - 1, day.year + 1):
        found = observances.dates(key, year)
        if found is not None and min(abs((end - day).days) for end in found) <= _NEAR:
            return year
    return day.year


def _after(key: str, day: date) -> int:
    """The year in which the observance comes next after a day."""
    found = observances.dates(key, day.year)
    return day.year if found is None or found[1] >= day else day.year + 1


def _defines(context: Context) -> bool:
    """每年5月第三个星期日为全国助残日: what is said of every year."""
    sentence = context.scene.sentence(context.expression.at.start)
    return any(
        isinstance(other.value, Recurrence) and "YEARLY" in other.value.rrule
        for other in context.scene.between(sentence.start, context.expression.at.start)
    )


def _window(text: str, window: Window) -> str:
    """春节前夕 is the day before the first, 元旦次日 the day after the last."""
    if match := _YEARLESS_DAY.fullmatch(text):  # a day is said as in a common year
        return "XXXX" + _window(f"{_COMMON_YEAR}{match[1]}", window)[4:]
    first, last = edtf.bounds(text)
    if first is None or last is None:
        return text
    if window is Window.EVE and first > date.min:
        return (first - timedelta(days=1)).isoformat()
    if window is Window.NEXT_DAY and last < date.max:
        return (last + timedelta(days=1)).isoformat()
    return text


def _single(text: str) -> date | None:
    first, last = edtf.bounds(text)
    return first if first is not None and first == last else None
