"""Damaged expressions -> the reading that the document supports: 月12日 takes the month that most of its days have."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from timeline.model import Certainty, Expression, Period, Point, Value
from timeline.resolve.focus import Focus
from timeline.resolve.scene import Scene
from timeline.resolve.trail import Trail
from timeline.setting.written import points_of

# The digits of the month at the end of the line before: a page was torn there.
_TORN = re.compile(r"(?<!\d)(1[0-2]|[1-9])\s{1,4}$")
_NEIGHBOURS = 8  # expressions on each side whose months count again


def repaired(expression: Expression, focus: Focus, scene: Scene, trail: Trail) -> Value:
    """The value of an expression; of a damaged one the likeliest reading, with what it lost on the trail."""
    repair = expression.repair
    if repair is None:
        return expression.value
    value = expression.value
    if isinstance(value, Point) and value.month is None and value.day is not None:
        return _month_lost(value, expression, focus, scene, trail)
    readings = repair.readings or (value,)
    months = _months_around(expression, scene)
    # A stretch that was torn is short; of two readings the one whose months the neighbours share.
    best = max(readings, key=lambda reading: (_support(reading, months), -_length(reading), _goes_on(reading, focus)))
    rule = "repair" if len(readings) > 1 else "repair-only"
    trail.note(rule, Certainty.GUESSED, expression.span, lost=repair.lost, readings=len(readings))
    return best


def _goes_on(value: Value, focus: Focus) -> bool:
    """Whether a reading lies behind the day of its month that was said last."""
    said, point = focus.said, _ends(value)[0]
    if said is None or said.place.month != point.month:
        return True
    return (point.day or 0) > (said.place.day or 0)


def _month_lost(point: Point, expression: Expression, focus: Focus, scene: Scene, trail: Trail) -> Value:
    lost = expression.repair.lost if expression.repair else ""
    if torn := _TORN.search(scene.before(expression, 6)):
        trail.note("repair-torn", Certainty.DERIVED, expression.span, lost=lost, month=torn[1])
        return replace(point, month=int(torn[1]))
    months = _months_around(expression, scene)
    if months:
        month = max(months, key=lambda number: (months[number], -number))
        trail.note("repair-month", Certainty.GUESSED, expression.span, lost=lost, month=month, count=months[month])
        return replace(point, month=month)
    said = focus.said
    if said is not None and said.place.month is not None:
        trail.note("repair-said", Certainty.GUESSED, expression.span, lost=lost, month=said.place.month)
    else:
        trail.note("doubt-repair", Certainty.GUESSED, expression.span, lost=lost)
    return point


def _months_around(expression: Expression, scene: Scene) -> Counter[int]:
    """How often each month is said with a day, in the whole document and again in the neighbourhood."""
    months = Counter(scene.namings.day_months)
    at = expression.at
    near = scene.neighbours(at.start, _NEIGHBOURS)
    months.update(month for other in near if other is not expression and not other.repair for month in _months(other))
    return months


def _months(expression: Expression) -> list[int]:
    return [point.month for point in points_of(expression) if point.month and point.day and not point.lunar]


def _ends(value: Value) -> list[Point]:
    parts = (value.start, value.end) if isinstance(value, Period) else (value,)
    return [part for part in parts if isinstance(part, Point)]


def _support(value: Value, months: Counter[int]) -> int:
    return min((months[point.month] for point in _ends(value) if point.month), default=0)


def _length(value: Value) -> int:
    """Days from the first end to the last."""
    ends = _ends(value)
    if len(ends) < 2:
        return 0
    first, last = ends[0], ends[-1]
    try:
        start = date(first.year or 2000, first.month or 1, first.day or 1)
        end = date(last.year or first.year or 2000, last.month or first.month or 1, last.day or 1)
    except ValueError:
        return 10_000
    return abs((end - start).days)
