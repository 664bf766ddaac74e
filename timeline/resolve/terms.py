"""A day that is said to lie in a numbered week of a school term -> the Monday on which the first week begins.

第1周从2月26日开始, 9月2日(周一)开学,为第一周, 第5周 | 9月30日—10月6日: any of them tells it. Where nobody counts,
the term begins in the week in which school does.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline import edtf
from timeline.find.lines import tells_of_school
from timeline.find.numerals import number
from timeline.model import Anchor, Certainty, Claim, Expression, Period, Point, Role, Shift
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.focus import Focus, Partial
from timeline.resolve.scene import Scene
from timeline.resolve.sections import of_week

_NUMBERED = re.compile(r"第(\d{1,2}|[一二三四五六七八九十]{1,3})(?:教学)?周(?![年岁])")
_REACH = 16  # characters between the day and its week
_BEGINS = re.compile(r"[^,。;\n\d]{0,6}?(?:开学|上课|行课|开课)(?!典礼|仪式|第)")
_SATURDAY, _LATE_IN_THE_WEEK = 5, (3, 4)  # who begins on a Thursday may count from that week or from the next
_BEGUN_ON = re.compile(r"(?:开学|上课|行课|开课)(?:时间|日期|日)?[为是于在:]{0,2}$")


def termed(expression: Expression, placed: Placed | None, focus: Focus, scene: Scene) -> Focus:
    """The focus after a day; any but one that tells of the weeks of a term leaves it as it was."""
    if placed is None or not tells_of_school(scene.text):
        return focus
    text = placed.edtf()
    day = edtf.bounds(text)[0] if text and "X" not in text else None
    if day is None or _of_term(expression):
        return focus
    found = _week(expression, scene)
    if found is not None and day.year > date.min.year:
        return focus._replace(term=Claim(_monday(day) - timedelta(weeks=found - 1), "term-week", expression.span))
    begins = placed.known is not None and (
        _BEGINS.match(scene.text, expression.at.end) is not None
        or _BEGUN_ON.search(scene.before(expression, 8)) is not None
    )
    begins = begins and day.weekday() not in _LATE_IN_THE_WEEK
    if begins and day.year < date.max.year and (focus.term is None or focus.term.rule == "term"):
        first = _monday(day) + timedelta(weeks=day.weekday() >= _SATURDAY)  # who registers on Sunday begins on Monday
        return focus._replace(term=Claim(first, "term", expression.span))
    return focus


def place_in_term(point: Point, shift: Shift, context: Context) -> Placed:
    """第10周周四 of a school term: from its first week, which the document tells; else no more than its term."""
    term = context.focus.term
    if term is None:
        context.trail.note("term-unknown", Certainty.GUESSED)
        return Placed(Partial(point.year), section=point.section) if point.year is not None else Placed()
    sure = Certainty.GUESSED if term.rule == "term" else Certainty.DERIVED
    first = term.value.isoformat()
    context.trail.note("term-week", sure, term.because, number=int(shift.amount) + 1, day=first)
    monday = term.value + timedelta(weeks=int(shift.amount))
    if point.weekday is not None:
        return of_day(monday + timedelta(days=point.weekday))
    return Placed(stretch=of_week(monday, point.section))


def _of_term(expression: Expression) -> bool:
    value = expression.value
    point = value.start or value.end if isinstance(value, Period) else value
    return isinstance(point, Point) and point.shift is not None and point.shift.anchor is Anchor.TERM


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week(expression: Expression, scene: Scene) -> int | None:
    """The number of the week that stands beside a day, in its row or its sentence."""
    at, block = expression.at, scene.block(expression.at.start)
    around = block.at if block is not None and block.role is Role.ROW else scene.sentence(at.start)
    if inside := _NUMBERED.search(scene.text, at.start, at.end):
        return number(inside[1])
    before = [*_NUMBERED.finditer(scene.text, max(around.start, at.start - _REACH), at.start)]
    behind = _NUMBERED.search(scene.text, at.end, min(around.end, at.end + _REACH))
    match = before[-1] if before else behind
    return number(match[1]) if match is not None else None
