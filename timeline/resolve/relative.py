"""Relative words -> dates: 今年3月, 上周五, 昨日, 当天, 三天后, 去年同期.

What a word counts from is its anchor: the time of writing, what was said last, or the last day that was an event.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from timeline import edtf
from timeline.model import Anchor, Certainty, Expression, Period, Point, Section, Shift, Unit
from timeline.resolve import sections
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.deeds import DAYS_OF_MONTH, later_than_its_deed, of_a_habit
from timeline.resolve.focus import Partial, Said
from timeline.resolve.frames import begun_before
from timeline.resolve.lunar_days import goes_on_in_annals
from timeline.resolve.relative_days import (
    LENGTHS,
    in_its_year,
    of_bracket,
    relative_clock,
    relative_day,
    relative_week,
    relative_workday,
    told_moment,
)
from timeline.resolve.sections import months_later
from timeline.resolve.this_year import this_year
from timeline.resolve.verdicts import Verdict
from timeline.resolve.witnesses import title
from timeline.resolve.years import year_of
from timeline.setting import moment_of
from timeline.setting.written import points_of

_SCHOOL_BEGINS = 8  # the month
_TERMS_BEGIN, _NEW_TERM = (2, 3, 8, 9), re.compile("新学期")


def place_relative(point: Point, context: Context) -> Placed:
    """Where a point with a relative word lies."""
    shift = point.shift
    if shift is None:
        return Placed()
    if context.left is not None and shift.anchor is Anchor.EVENT and shift.unit is Unit.DAY:
        left = context.left.known
        if left is not None:
            return of_day(left + timedelta(days=int(shift.amount)))
        if context.left.partial.month is not None and context.left.partial.day is not None:
            return Placed(context.left.partial.later(int(shift.amount)))  # 3月15日22时至次日6时
    if point.section is Section.WHOLE and shift.unit is Unit.DAY and context.focus.stretch and context.touches_beside():
        return Placed(stretch=context.focus.stretch)  # 2/16~2/18 | 全天
    amounts = shift.anchor is Anchor.EVENT and shift.amount and shift.unit in LENGTHS
    if amounts and _APART.search(context.scene.before(context.expression, 2)):
        return Placed(duration=LENGTHS[shift.unit].format(abs(shift.amount)))  # 时隔3年后再次举行
    if amounts and not _has_anchor(shift, context) and point.month is not None and point.day is not None:
        return of_bracket(point, context)  # 翌日(9月5日), and nothing before it
    if amounts and not _has_anchor(shift, context):
        context.trail.note("clock-unknown" if shift.unit in _OF_CLOCK else "event-unknown", Certainty.GUESSED)
        if shift == _NEXT_DAY and not _COUNTS.match(context.expression.at.of(context.scene.text)):
            return Placed()  # 次日02:20 of a timetable
        return Placed(duration=LENGTHS[shift.unit].format(abs(shift.amount)))
    if context.expression.phrase == "later than a deed":
        length = Placed(duration=LENGTHS[shift.unit].format(abs(shift.amount))) if shift.unit in LENGTHS else Placed()
        return later_than_its_deed(shift, context) or length
    if of_a_habit(shift, context):
        context.trail.note("clock-habit")
        return Placed()
    placed = _BY_UNIT[shift.unit](point, shift, context)
    # 届满30日前, where no day is known: so long before it.
    return (
        placed._replace(duration=LENGTHS[shift.unit].format(abs(shift.amount)))
        if amounts and placed == Placed()
        else placed
    )


_NEXT_DAY, _COUNTS = Shift(Unit.DAY, 1, Anchor.EVENT), re.compile("[一1]")
_APART = re.compile("[时事相]隔$")
_OF_CLOCK = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


def _has_anchor(shift: Shift, context: Context) -> bool:
    """Whether there is anything that 三天后, or 三小时后, could count from."""
    if shift.unit in _OF_CLOCK:
        return told_moment(context) is not None or moment_of(context.scene.setting) is not None
    now = context.scene.now(context.focus)
    return context.focus.said is not None or context.focus.event is not None or (now is not None and now.rule != "lead")


# --- years, decades, centuries ---------------------------------------------------------------------------------------


def _year(point: Point, shift: Shift, context: Context) -> Placed:
    if shift.amount % 1:
        return _month(point, Shift(Unit.MONTH, shift.amount * 12, shift.anchor), context)
    year = _anchor_year(point, shift, context)
    if year is not None:
        year += int(shift.amount)
        if point.section is Section.ACADEMIC and shift.anchor is Anchor.NOW:
            now = context.now()
            year -= now is not None and now.month < _SCHOOL_BEGINS
    month, day = point.month, point.day
    if point.same_period and day is None and (stretch := _same_stretch(year, context)):
        return Placed(stretch=stretch)
    if point.same_period and day is None and (section := _section_told(context)) is not None:
        context.trail.note("same-period", Certainty.DERIVED)
        return Placed(Partial(year), section=section)
    if point.same_period:
        said = context.focus.said
        if (told := _month_told(context)) is not None:
            month = told
            context.trail.note("same-period", Certainty.DERIVED)
        elif said is not None and point.day is None:
            month, day = said.place.month, said.place.day
            context.trail.note("same-period", min(said.sure, Certainty.DERIVED), said.because)
        elif (now := context.now()) is not None:
            month = now.month
    return Placed(Partial(year, month, day))


def _month_told(context: Context) -> int | None:
    """截至8月底,用户百万,较去年同期增长60%: the month that the sentence has told last, where it says no day."""
    at = context.expression.at
    told = [
        point
        for other in context.scene.between(context.scene.sentence(at.start).start, at.start)
        for point in points_of(other)
        if point.month is not None
    ]
    return told[-1].month if told and told[-1].day is None and context.focus.said is not None else None


def _section_told(context: Context) -> Section | None:
    """上半年营收1亿元,较去年同期增长两成: the half or quarter that the sentence has told last."""
    at = context.expression.at
    told = [
        point
        for other in context.scene.between(context.scene.sentence(at.start).start, at.start)
        for point in points_of(other)
        if point.month is not None or point.section is not None
    ]
    section = told[-1].section if told and told[-1].month is None else None
    return section if section in _PIECES else None


_PIECES = frozenset((Section.FIRST_HALF, Section.SECOND_HALF, Section.Q1, Section.Q2, Section.Q3, Section.Q4))


def _same_stretch(year: int | None, context: Context) -> str | None:
    """7月1日至9月30日(去年同期…): the same days of the other year, where the sentence has just told a stretch."""
    focus = context.focus
    if (
        focus.stretch is None
        or year is None
        or focus.beside_ends <= context.scene.sentence(context.expression.at.start).start
    ):
        return None
    first, last = edtf.bounds(focus.stretch)  # of 12日至12日 a single day
    if first is None or last is None:
        return None
    try:
        ends = (first.replace(year=year), last.replace(year=year + last.year - first.year))
    except ValueError:  # the 29th of February
        return None
    context.trail.note("same-period", Certainty.DERIVED, focus.beside.because if focus.beside else None)
    return edtf.interval(*(end.isoformat() for end in ends))


def _anchor_year(point: Point, shift: Shift, context: Context) -> int | None:
    query = context.query(None, None)
    if shift.anchor is not Anchor.NOW and context.left is not None and context.left.partial.year is not None:
        return context.left.partial.year  # 1949年9月至翌年6月
    annals = goes_on_in_annals(shift, context.focus, context.scene)
    if shift.anchor is Anchor.NOW and not _of_the_passage(context) and not annals:
        return context.take(this_year(query))
    if point.section is Section.WHOLE and (verdict := title(query)):
        return context.take(verdict)
    if shift.anchor is Anchor.EVENT and shift.amount <= -_OF_OLD:
        now = context.now()
        return now.year if now is not None else None
    if shift.anchor is Anchor.EVENT and _is_answered(shift, context) and (now := context.now()) is not None:
        return now.year - int(shift.amount)
    event = None if _told_since(context) else _event_before(shift, context)
    if shift.anchor is Anchor.EVENT and event is not None and event.place.year is not None:
        context.trail.note("event", min(event.sure, Certainty.DERIVED), event.because, day=event.place.edtf)
        return event.place.year
    if shift.anchor is Anchor.FOCUS and (begun := begun_before(context.expression, context.scene)):
        return context.take(Verdict(begun.value, begun.rule, Certainty.DERIVED, begun.because))
    told = _year_right_before(context) or context.focus.at(context.expression.at.start)
    if told is not None and told.place.year is not None and _says_which(context):
        context.trail.note("year-clause", min(told.sure, Certainty.DERIVED), told.because, year=told.place.edtf)
        return told.place.year - int(shift.amount)
    if (annals or shift.anchor is Anchor.FOCUS) and told is not None and told.place.year is not None:
        return context.take(Verdict(told.place.year, "year-focus", min(told.sure, Certainty.DERIVED), told.because))
    return context.take(year_of(query))


def _says_which(context: Context) -> bool:
    """1982年,分田到户的第二年: which year that is, and not the one behind it."""
    text, at = context.scene.text, context.expression.at
    before = context.scene.neighbours(at.start, 1)[0]
    year = isinstance(before.value, Point) and before.value.year is not None and before.value.month is None
    return year and _WHICH.fullmatch(text, before.at.end, at.start) is not None


_WHICH = re.compile(r",(?:也就是|也即|即|正是|正值|是)?[^,。;:\n\d]{2,14}的")


def _event_before(shift: Shift, context: Context) -> Said | None:
    """The event that years count from; 1973年恢复工作,五年后: the year that the sentence told right before.

    其后人于2002年捐给图书馆。五年后: that which the sentence before told in passing, where it is later.
    """
    event, start = context.focus.event, context.expression.at.start
    before = context.scene.neighbours(start, 1)[0]
    year = next((said for said in (context.focus.remark, context.focus.said) if _is_year_of(said, before)), None)
    if shift.amount <= 0 or year is None:
        return event
    if before.at.start >= context.scene.sentence(start).start or event is None:
        return year
    return year if (year.place.year or 0) > (event.place.year or 0) else event


def _is_year_of(said: Said | None, expression: Expression) -> bool:
    """Whether what was said is a year alone, as the expression writes it."""
    if said is None or said.because != expression.span or said.place.month is not None:
        return False
    return isinstance(expression.value, Point) and expression.value.year is not None


_OF_OLD = 100  # 一百多年前: so many years are counted from today, whatever the text tells of


def _is_answered(shift: Shift, context: Context) -> bool:
    """十年前,他来到这里。十年后,他离开了: as many years later as were counted back from the day of writing."""
    if shift.unit is not Unit.YEAR or shift.amount <= 0:
        return False
    back = replace(shift, amount=-shift.amount)
    for other in reversed(context.scene.neighbours(context.expression.at.start, _PAIRED)[:_PAIRED]):
        points = points_of(other) if other.at.start < context.expression.at.start else ()
        if any(point.shift == back for point in points):
            return True
        if any(point.year is not None for point in points):
            return False
    return False


_PAIRED = 4  # expressions among which the other of the pair stands


def _year_right_before(context: Context) -> Said | None:
    """创修于万历十七年。是年…: a year in passing ends with its sentence, but for what points back at it."""
    remark, before = context.focus.remark, context.scene.neighbours(context.expression.at.start, 1)[0]
    return remark if remark is not None and remark.because == before.span else None


def _told_since(context: Context) -> bool:
    """Whether a month or a year was told after the last day of an event: 1929年9月被捕 … 两个月后出狱."""
    said, event = context.focus.said, context.focus.event
    if said is None or event is None or said.because is None or event.because is None:
        return False
    later = (said.place.year or 0, said.place.month or 0) > (event.place.year or 0, event.place.month or 0)
    return said.place.day is None and later and said.because.start > event.because.start


def _of_the_passage(context: Context) -> bool:
    """年底 without 今年 is of the year that is told of, unless something to come is due then."""
    value, said = context.expression.value, context.focus.at(context.expression.at.start)
    if said is None or said.place.year is None or not context.scene.text.startswith("年", context.expression.at.start):
        return False
    due = isinstance(value, Period) and value.deadline
    return not due and not context.scene.looks_ahead(context.expression)


def _decade(point: Point, shift: Shift, context: Context) -> Placed:
    year = context.take(this_year(context.query(None, None)))
    return (
        Placed()
        if year is None
        else Placed(stretch=sections.decade(year // 10 * 10 + 10 * int(shift.amount), point.section))
    )


def _century(point: Point, shift: Shift, context: Context) -> Placed:
    """上世纪90年代."""
    verdict = this_year(context.query(None, None))
    year = context.take(verdict)
    # A text that does not say when it was written is of our own century, whatever it tells of.
    number = (year - 1) // 100 + 1 if year and verdict.sure is not Certainty.GUESSED else 21
    number += int(shift.amount)
    if point.decade is not None:
        return Placed(stretch=sections.decade((number - 1) * 100 + point.decade % 100, point.section))
    return Placed(stretch=sections.century(number, point.section))


# --- terms, quarters, months -----------------------------------------------------------------------------------------

_QUARTERS = (Section.Q1, Section.Q2, Section.Q3, Section.Q4)
_EDGES = (Section.EARLY, Section.MIDDLE, Section.LATE)


def _quarter(point: Point, shift: Shift, context: Context) -> Placed:
    base = _anchor_month(shift, context)
    if base is None or base.month is None:
        return context.unknown("now-unknown")
    moved = months_later(base._replace(day=None), 3 * int(shift.amount))
    if point.section in _EDGES:  # 上季度末 is its last month
        month = ((moved.month or 1) - 1) // 3 * 3 + 1 + _EDGES.index(point.section)
        return Placed(stretch=Partial(moved.year, month).edtf)
    return Placed(Partial(moved.year), section=_QUARTERS[((moved.month or 1) - 1) // 3])


def _term(_: Point, shift: Shift, context: Context) -> Placed:
    """这学期, 下学期: from September, or from February."""
    now = context.now()
    if now is None:
        return context.unknown("now-unknown")
    # The term that the day of writing lies in, counted in halves of school years.
    half = 2 * now.year + (now.month >= _SCHOOL_BEGINS) - (now.month == 1) + int(shift.amount)
    if _NEW_TERM.match(context.scene.text, context.expression.at.start) and now.month in _TERMS_BEGIN:
        half -= 1  # the new term has just begun, or is about to
    year, autumn = divmod(half, 2)
    context.trail.note("term", Certainty.GUESSED)
    return Placed(Partial(year), section=Section.AUTUMN_TERM if autumn else Section.SPRING_TERM)


_ENDS_STRETCH = re.compile("[至到迄] (?:为?止|结束)")


def _anchor_month(shift: Shift, context: Context) -> Partial | None:
    """The date that months count from."""
    event = context.focus.event
    if shift.anchor is Anchor.EVENT and event is not None and event.place.month and not _told_since(context):
        return context.event()
    said = context.focus.said
    if said is not None and shift.anchor is Anchor.FOCUS and _ENDS_STRETCH.search(context.scene.told_on(said)):
        days = (day for day in context.focus.days if not _ENDS_STRETCH.search(context.scene.told_on(day)))
        said = next(days, said)  # 十二月一日开审,至次年一月十三日止。是月: of the month in which it began
    if said is not None and said.place.month is None:
        said = None
    now = context.now() if said is None or shift.anchor is Anchor.NOW else None
    if now is not None:
        return Partial.of(now)
    today = context.scene.yearless_now if shift.anchor is Anchor.NOW else None
    if today is not None and today.place.month is not None:  # 今日(9月19日)…, and far below 下月3日
        context.trail.note("event", Certainty.GUESSED, today.because, day=today.place.edtf)
        return in_its_year(today, context)
    if said is None:
        return None
    sure = Certainty.GUESSED if shift.anchor is Anchor.NOW else min(said.sure, Certainty.DERIVED)
    context.trail.note("month-focus", sure, said.because, month=said.place.edtf)
    return said.place


def _month(point: Point, shift: Shift, context: Context) -> Placed:
    base = _anchor_month(shift, context)
    if base is None:
        return context.unknown("now-unknown")
    whole = int(shift.amount)
    moved = months_later(base, whole)
    if shift.amount % 1 and moved.known is not None:  # half a month is 15 days
        moved = Partial.of(moved.known + timedelta(days=round((shift.amount - whole) * DAYS_OF_MONTH)))
    if shift.anchor is Anchor.EVENT and point.day is None and moved.day is not None:
        return Placed(moved)
    return Placed(Partial(moved.year, moved.month, point.day))


_BY_UNIT: dict[Unit, Callable[[Point, Shift, Context], Placed]] = {
    Unit.SECOND: relative_clock,
    Unit.MINUTE: relative_clock,
    Unit.HOUR: relative_clock,
    Unit.DAY: relative_day,
    Unit.WORKDAY: relative_workday,
    Unit.WEEK: relative_week,
    Unit.MONTH: _month,
    Unit.QUARTER: _quarter,
    Unit.TERM: _term,
    Unit.YEAR: _year,
    Unit.DECADE: _decade,
    Unit.CENTURY: _century,
}
