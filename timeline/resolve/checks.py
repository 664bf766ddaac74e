"""Checks on a date that was placed: the calendar itself and the weekday written beside it confirm, or leave a doubt.

>>> weekday_name(3)
'周四'
"""

from __future__ import annotations

from timeline import edtf
from timeline.model import Certainty, Point
from timeline.resolve.context import Context, Placed
from timeline.resolve.focus import Partial
from timeline.resolve.sections import last_day


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
    """A weekday in brackets is a witness: it confirms the year, corrects one that was only guessed, or leaves a doubt."""
    day = partial.known
    if day is None or point.weekday is None:
        return partial
    name = weekday_name(point.weekday)
    if day.weekday() == point.weekday:
        context.trail.note("weekday-confirms", day=partial.edtf, weekday=name)
        return partial
    if point.year is None and context.trail.sure is Certainty.GUESSED and partial.year is not None:
        for year in (partial.year + 1, partial.year - 1):
            other = partial._replace(year=year)
            if other.known is not None and other.known.weekday() == point.weekday:
                context.trail.note("year-weekday", Certainty.GUESSED, weekday=name, year=edtf.year(year))
                return other
    real = weekday_name(day.weekday())
    context.trail.note(
        "doubt-weekday", Certainty.WRITTEN, context.expression.span, day=partial.edtf, written=name, real=real
    )
    return partial
