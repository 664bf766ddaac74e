"""The minutes of a meeting -> the year of what they tell: things are said there months before or behind that day."""

from __future__ import annotations

from datetime import date

from timeline.model import Certainty
from timeline.resolve.sections import last_day
from timeline.resolve.verdicts import Query, Verdict
from timeline.setting.written import points_of


def of_minutes(query: Query) -> Verdict | None:
    """12月财报, 1/7 of minutes of 14 January, whatever years (113年度计划) stand between: the one closest to that day.

    A sentence that has told a month with its year goes on from there.
    """
    claim, start = query.scene.setting.met, query.expression.at.start
    if claim is None or query.month is None or claim.because is None:
        return None
    sentence = query.scene.sentence(start).start
    told = query.scene.between(sentence, start)
    if any(point.year is not None and point.month is not None for other in told for point in points_of(other)):
        return None
    ahead = query.scene.says_ahead(start)
    turns = (claim.value.year + turn for turn in (0, -1, 1))
    year = min(turns, key=lambda year: _away(query, year, claim.value, ahead=ahead))
    return Verdict(year, "year-met", Certainty.DERIVED, claim.because)


def _away(query: Query, year: int, held: date, *, ahead: bool) -> int:
    """How far off a day is; one still to come is as far as one twice as long past, where nothing looks ahead."""
    month = query.month or 1
    days = (date(year, month, min(query.day or 15, last_day(year, month))) - held).days
    return days * (1 if ahead else 2) if days > 0 else -days


def of_the_meeting(query: Query) -> Verdict | None:
    """今年 of minutes is the year of the meeting."""
    claim = query.scene.setting.met
    return Verdict(claim.value.year, "year-met", Certainty.DERIVED, claim.because) if claim else None
