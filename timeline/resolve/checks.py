"""Checks on a date that was placed: calendar, weekday and the numbered observance beside it confirm or doubt it.

>>> weekday_name(3)
'周四'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from timeline import edtf
from timeline.calendars import observances
from timeline.model import Certainty, Document, Occasion, Point, Resolution, Setting, Step
from timeline.resolve.context import Context, Placed
from timeline.resolve.focus import Partial
from timeline.resolve.sections import last_day, months_later
from timeline.resolve.witnesses import NEAR
from timeline.setting.moon import YEARS
from timeline.setting.numbered import IS


def weekday_name(weekday: int) -> str:
    """周一 … 周日."""
    return "周" + "一二三四五六日"[weekday]


def checked(point: Point, placed: Placed, context: Context) -> Placed:
    """The placed point, with what the checks had to say of it on the trail."""
    partial = placed.partial
    if placed.stretch is not None or partial.month is None or partial.day is None:
        return placed
    if not 1 <= partial.day <= last_day(partial.year, partial.month):
        context.trail.note("doubt-impossible", Certainty.GUESSED, context.expression.span, day=partial.edtf)
        return placed._replace(partial=partial._replace(day=None))
    if point.weekday is None or point.shift is not None:
        return placed
    return placed._replace(partial=_by_weekday(point, partial, context)) if point.day is not None else placed


def _by_weekday(point: Point, partial: Partial, context: Context) -> Partial:
    """A weekday in brackets is a witness: it confirms the year, corrects one only guessed, or leaves a doubt."""
    day = partial.known
    if day is None or point.weekday is None:
        return partial
    name = weekday_name(point.weekday)
    if day.weekday() == point.weekday:
        context.trail.note("weekday-confirms", day=partial.edtf, weekday=name)
        return partial
    if point.month is None and not point.lunar and (other := _month_by_weekday(point.weekday, partial, context)):
        context.trail.note("month-weekday", Certainty.GUESSED, weekday=name, month=other.edtf[:-3])
        return other
    open_year = context.trail.sure is Certainty.GUESSED or _is_past(day, context)
    if point.year is None and partial.year is not None:
        beside = (partial.year + 1, partial.year - 1) if open_year else ()
        for year in (*beside, *_years_around(partial, context)):
            other = partial._replace(year=year)
            if other.known is not None and other.known.weekday() == point.weekday:
                context.trail.note("year-weekday", Certainty.GUESSED, weekday=name, year=edtf.year(year))
                return other
    real = weekday_name(day.weekday())
    context.trail.note(
        "doubt-weekday", Certainty.WRITTEN, context.expression.span, day=partial.edtf, written=name, real=real
    )
    return partial


def _month_by_weekday(weekday: int, partial: Partial, context: Context) -> Partial | None:
    """上月…,周六(12日)见记者: a bare day is of the month beside in which it has its weekday, that of writing first."""
    now = context.scene.now(context.focus)
    around = [months_later(partial._replace(day=None), turn) for turn in (1, -1)]
    months = [Partial(now.value.year, now.value.month), *around] if now is not None else around
    days = (month._replace(day=partial.day) for month in months)
    return next((day for day in days if (known := day.known) is not None and known.weekday() == weekday), None)


def _years_around(partial: Partial, context: Context) -> list[int]:
    """The years of whole days of the document that lie close to a month and a day: 12月2日 of 2023.11.18—2024.2.25.

    Behind them the years that it names at all: 4月22日周六 of a letter that tells of 2021 and of 2023.
    """
    found: dict[int, int] = {}
    published = context.scene.setting.published
    days = context.scene.namings.whole_days
    for named in (*days, published.value) if published is not None else days:
        for year in (named.year - 1, named.year, named.year + 1):
            day = partial._replace(year=year).known
            if day is not None and abs((day - named).days) <= NEAR:
                found[year] = abs((day - named).days)
    written = partial.year or 0
    years = {naming.year for naming in context.scene.setting.named if naming.side in ("", "name")}
    others = {year for year in years - {written, *found} if abs(year - written) <= _CALENDAR_COMES_AGAIN}
    if len(years) > _FEW_YEARS:
        others = set()
    return [*sorted(found, key=found.__getitem__), *sorted(others, key=lambda year: abs(year - written))]


_FEW_YEARS = 3  # of which a weekday can tell one
_CALENDAR_COMES_AGAIN = 5  # years: within them only a leap day lets two years share their weekdays


def _is_past(day: date, context: Context) -> bool:
    """Whether a date that is told as one to come lies before the day of publication, if its inherited year is right."""
    published = context.scene.setting.published
    return published is not None and day < published.value and context.scene.looks_ahead(context.expression)


def side_by_side(document: Document, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """The resolutions, with a doubt on a date that is not the day of the numbered observance beside it."""
    doubted: dict[int, Step] = {}
    for index, (left, right) in enumerate(pairwise(resolutions)):
        between = document.text[left.expression.at.end : right.expression.at.start]
        if len(between) > 4 or not IS.fullmatch(between):
            continue
        for number, day, at in ((left, right, index + 1), (right, left, index)):
            if _disagree(number, day):
                values = {
                    "ordinal": str(getattr(number.expression.value, "ordinal", "")),
                    "counted": _counted(number) or "",
                    "day": (day.when.edtf if day.when else "") or "",
                }
                doubted[at] = Step("doubt-ordinal-date", values, number.expression.span)
    if not doubted:
        return tuple(resolutions)
    return tuple(
        replace(resolution, steps=(*resolution.steps, doubted[index])) if index in doubted else resolution
        for index, resolution in enumerate(resolutions)
    )


def years_agree(setting: Setting, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """The resolutions, with a doubt where the title, the number of the observance and that of the document differ."""
    claims = [claim for claim in (setting.title_year, setting.ordinal_year, setting.number_year) if claim is not None]
    if len({claim.value for claim in claims}) < 2:
        return tuple(resolutions)
    first, other = claims[0], next(claim for claim in claims if claim.value != claims[0].value)
    doubt = Step("doubt-years", {"year": str(first.value), "other": str(other.value)}, other.because)
    spots = {claim.because for claim in claims}
    at = next((index for index, found in enumerate(resolutions) if found.expression.span in spots), None)
    return tuple(
        replace(resolution, steps=(*resolution.steps, doubt)) if index == at else resolution
        for index, resolution in enumerate(resolutions)
    )


def _counted(number: Resolution) -> str | None:
    """The days of a numbered observance by its number alone, as EDTF."""
    value = number.expression.value
    if not isinstance(value, Occasion) or value.ordinal is None:
        return None
    return observances.edtf_of_ordinal(value.key, value.ordinal)


def moons_agree(setting: Setting, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """The resolutions; a civil day is confirmed by the lunar day in brackets behind it, or doubted."""
    checked = list(resolutions)
    for claim in setting.moon_pairs:
        for index, found in enumerate(resolutions):
            day, at = found.when.first if found.when else None, claim.because
            if (
                at is None
                or day is None
                or day.year not in YEARS
                or not found.expression.span.start <= at.start < found.expression.span.end
            ):
                continue
            values = {"day": day.isoformat(), "years": "、".join(str(year) for year in _near(claim.value, day.year))}
            rule = "moon-confirms" if day.year in claim.value else "doubt-moon"
            checked[index] = replace(found, steps=(*found.steps, Step(rule, values, at)))
    return tuple(checked)


def _near(years: Sequence[int], year: int) -> list[int]:
    """The three years closest to one."""
    return sorted(sorted(years, key=lambda other: abs(other - year))[:3])


def _disagree(number: Resolution, day: Resolution) -> bool:
    """Whether a single day lies outside a numbered observance."""
    date, counted = day.when.first if day.when and day.when.single_day else None, _counted(number)
    if date is None or counted is None or not isinstance(day.expression.value, Point):
        return False
    first, last = edtf.bounds(counted)
    return first is not None and last is not None and not first <= date <= last
