"""A day of a story that was interrupted -> its year: what is told again after a look back, or a story of long ago."""

from __future__ import annotations

from datetime import date

from timeline.model import Certainty, Point
from timeline.resolve.focus import Said
from timeline.resolve.verdicts import Query, Verdict

_STORY_STEP = 2  # months
_SAME_STORY, _SINCE = 31, 92  # days


def goes_on(query: Query, said: Said, published: date) -> bool:
    """1989年4月…。5月中…。6月2日…, put up on 4 June 2020: the next of the days of a story of long ago."""
    value, place = query.scene.said_by(said.because), said.place
    if not isinstance(value, Point) or value.year is not None or place.month is None or place.year is None:
        return False
    return place.year + 1 < published.year and 0 <= (query.month or 0) - place.month <= _STORY_STEP


def resumed(query: Query) -> Verdict | None:
    """12月24日送检。(该公司2017年7月上市。) | 12月27日出结果: back to the day that was told before the look back."""
    said, event = query.focus.said, query.focus.event
    if said is None or event is None or said is not query.focus.at(query.expression.at.start):
        return None
    told, place = event.place.known, said.place
    if told is None or place.day is not None or place.year is None or place.year >= told.year:
        return None
    value = query.scene.said_by(said.because)
    if not isinstance(value, Point) or value.year is None or event.sure is Certainty.GUESSED:
        return None
    if said.because is None or event.because is None or said.because.start < event.because.start:
        return None
    if query.day is None or not query.scene.above(query.expression, said.because):
        return None
    day = _in_year(told.year, query)
    if day is None or abs((day - told).days) > _SAME_STORY or query.scene.heads_entry(said.because):
        return None
    return Verdict(told.year, "year-focus", min(event.sure, Certainty.DERIVED), event.because)


def has_just_been(query: Query, year: int) -> bool:
    """1月28日 behind days of December, in a page of February: weeks ago, and no year before."""
    claim = query.scene.setting.published
    day = _in_year(year, query)
    return claim is not None and day is not None and 0 <= (claim.value - day).days <= _SINCE


def _in_year(year: int, query: Query) -> date | None:
    try:
        return date(year, query.month or 0, query.day or 1)
    except ValueError:
        return None
