"""Relative days, weeks and hours -> dates: 昨日, 上周五, 下一个工作日, 三天后, 当天, 三小时后."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from timeline import edtf
from timeline.model import Anchor, Certainty, Clock, Occasion, Period, Point, Shift, Unit
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.deeds import of_the_case, of_the_deed
from timeline.resolve.focus import Partial, Said
from timeline.resolve.sections import months_later, of_week
from timeline.resolve.terms import place_in_term
from timeline.resolve.this_year import year_of_today
from timeline.resolve.workdays import next_workday
from timeline.resolve.years import year_of
from timeline.setting import moment_of
from timeline.setting.standing import inside, opens_clause

LENGTHS = {
    Unit.SECOND: "PT{:g}S",
    Unit.MINUTE: "PT{:g}M",
    Unit.HOUR: "PT{:g}H",
    Unit.DAY: "P{:g}D",
    Unit.WEEK: "P{:g}W",
    Unit.MONTH: "P{:g}M",
    Unit.YEAR: "P{:g}Y",
}


def relative_workday(_: Point, shift: Shift, context: Context) -> Placed:
    """下一个工作日: after the day that was told; what is put off to it, on whatever day it falls, has none."""
    sentence = context.scene.sentence(context.expression.at.start)
    if _ON_WHATEVER_DAY.search(context.scene.text, sentence.start, context.expression.at.start):
        context.trail.note("workday-any")
        return Placed()
    base = _anchor_day(shift, context)
    if base is None:
        return context.unknown("event-unknown")
    day = next_workday(base, int(shift.amount), context.scene.setting.region)
    return of_day(day) if day is not None else context.unknown("workday-unknown")


_ON_WHATEVER_DAY = re.compile(r"[如若遇逢凡]|顺延|的话")


def relative_week(point: Point, shift: Shift, context: Context) -> Placed:
    """上周五, 本周日(24日), 两周后: a week from Monday on, its weekday, or the same day so many weeks later."""
    if shift.anchor is Anchor.TERM:
        return place_in_term(point, shift, context)
    base = _anchor_day(shift, context)
    if base is None and point.month is not None and point.day is not None:
        return of_bracket(point, context)  # 本周五(10月27日), and no year
    if base is None:
        return context.unknown("now-unknown")
    if shift.anchor is Anchor.EVENT and point.weekday is None:
        return of_day(base + timedelta(days=round(7 * shift.amount)))
    monday = base + timedelta(days=7 * int(shift.amount) - base.weekday())
    if shift.anchor is Anchor.NOW:
        monday += _glossed(monday, context) if not shift.amount else _called_this(monday, int(shift.amount), context)
    if point.weekday is not None:
        day = monday + timedelta(days=point.weekday)
        if not shift.amount and base.weekday() == _SUNDAY and day < base and _is_to_come(context):
            monday, day = monday + timedelta(days=7), day + timedelta(days=7)
        context.trail.note("week", week=monday.isoformat())
        return of_day(_bracketed(day, point, context) if point.day is not None else day)
    return Placed(stretch=of_week(monday, point.section))


def _glossed(monday: date, context: Context) -> timedelta:
    """本周(11月18日—24日), written on the Sunday before: how far off the week is that the bracket tells."""
    after = context.expression.at.end
    for other in context.scene.between(after, after + _GLOSS)[:1]:
        period = other.value
        if not isinstance(period, Period) or context.scene.text[other.at.start - 1] != "(":
            continue
        for weeks in (0, 1, -1):
            days = [monday + timedelta(days=7 * weeks + day) for day in range(7)]
            if _is_among(period.start, days, None) and _is_among(period.end, days, period.start):
                return timedelta(days=7 * weeks)
    return timedelta()


def _is_among(point: Point | Occasion | None, days: Sequence[date], before: Point | Occasion | None) -> bool:
    """Whether a day of the month is one of a week's; the end of a stretch may leave its month to the start."""
    if not isinstance(point, Point) or point.day is None:
        return False
    month = point.month or (before.month if isinstance(before, Point) else None)
    return any((day.month, day.day) == (month, point.day) for day in days)


def _called_this(monday: date, amount: int, context: Context) -> timedelta:
    """下周 where the page calls a week 本周 that is not the one of its writing: how far off it is."""
    at, scene = context.expression.at.start, context.scene
    for frame in context.focus.weeks:
        said = scene.said_by(frame.monday.because)
        if isinstance(said, Point) and said.shift == Shift(Unit.WEEK, 0, Anchor.NOW) and at < frame.ends:
            return frame.monday.value + timedelta(days=7 * amount) - monday
    return timedelta()


_GLOSS = 12  # characters between 本周 and the bracket with its days
_SUNDAY, _TO_COME = 6, re.compile("(?:将[于在]?|定于|[拟订]于)$")
_INVITES, _IS_OVER = re.compile("(?<![邀申])请|欢迎|敬邀|踊跃|务必|预告"), re.compile("[了过]|已|昨|刚|曾|结束后")


def _is_to_come(context: Context) -> bool:
    """将于本周六, written on a Sunday: who begins weeks with that day means the Saturday to come.

    So does a notice, and who invites: 本周三晚七时祷告会,请踊跃参加.
    """
    scene, start = context.scene, context.expression.at.start
    if _TO_COME.search(scene.before(context.expression, 4)):
        return True
    at = scene.sentence(start)
    ahead = scene.setting.notice or _INVITES.search(scene.text, *at) is not None
    return ahead and _IS_OVER.search(scene.text, *at) is None


def _anchor_day(shift: Shift, context: Context) -> date | None:
    """The whole day that days and weeks count from."""
    if shift.anchor is not Anchor.NOW:
        again = _called_so_before(context) if not shift.amount else None
        if again is not None:
            return again
        opening = context.focus.opening
        if not shift.amount and opening is not None and opening.place.known is not None and of_the_case(context):
            context.trail.note("event", min(opening.sure, Certainty.DERIVED), opening.because, day=opening.place.edtf)
            return opening.place.known
        first = _first_of_stretch(context) if shift.amount == 1 else None
        if first is not None:
            return first
        closed = _in_bracket_before(context) if shift.amount else None
        if closed is not None:
            context.trail.note("event", min(closed.sure, Certainty.DERIVED), closed.because, day=closed.place.edtf)
            return closed.place.known
        named = of_the_deed(context) if not shift.amount else None
        if named is not None:
            context.trail.note("event", min(named.sure, Certainty.DERIVED), named.because, day=named.place.edtf)
            return named.place.known
        event = context.event()
        if event is not None:
            return event.known
        if not shift.amount and context.scene.setting.reference is None:
            return None  # 当天 never means the day of writing
    claim, entry = context.scene.now(context.focus), context.focus.entry
    if entry is not None and shift.anchor is Anchor.NOW and (claim is None or claim.rule == "lead"):
        context.trail.note(entry.rule, Certainty.GUESSED, entry.because)
        return entry.value
    now = context.now()
    if now is not None or shift.anchor is not Anchor.NOW:
        return now
    told = context.focus.event or context.focus.said
    if told is None or context.scene.outlived(told.place.year or 0):
        return None  # 今天 of a history is no day of what it tells
    value = context.scene.said_by(told.because)
    if isinstance(value, Point) and value.shift is not None and value.shift.unit is Unit.YEAR and value.shift.amount:
        return None  # 去年8月10日…。今日: not that day
    context.trail.note("event-said", Certainty.GUESSED, told.because, day=told.place.edtf)
    return told.place.known


def _called_so_before(context: Context) -> date | None:
    """事发当天上午供餐,当天的食物送检: the day that its sentence has called so before, whatever stands between."""
    said, scene = context.focus.said, context.scene
    value = scene.said_by(said.because) if said is not None else None
    if said is None or said.because is None or not isinstance(value, Point) or value.shift is None:
        return None
    told = scene.document.offsets.raw(scene.sentence(context.expression.at.start).start)
    if value.shift != Shift(Unit.DAY, 0, Anchor.EVENT) or value.approximate or said.because.start < told:
        return None
    context.trail.note("event-said", min(said.sure, Certainty.DERIVED), said.because, day=said.place.edtf)
    return said.place.known


def _first_of_stretch(context: Context) -> date | None:
    """5月1日至5日…。首日开幕,次日环湖: the day after the first of the days told last."""
    focus, start = context.focus, context.expression.at.start
    if focus.stretch is None or not 0 < start - focus.beside_ends <= _SHORTLY:
        return None
    if not _FIRST_DAY.search(context.scene.text, focus.beside_ends, start):
        return None
    context.trail.note("event", Certainty.DERIVED, focus.beside.because if focus.beside else None, day=focus.stretch)
    return edtf.bounds(focus.stretch)[0]


_SHORTLY, _FIRST_DAY = 60, re.compile("首日|首天|第一天|头天")


def _in_bracket_before(context: Context) -> Said | None:
    """投票日(12月10日)前一日: the day in the bracket that has just closed, or in this one: (6月10日开放,次日休馆)."""
    focus, at, text = context.focus, context.expression.at, context.scene.text
    beside = focus.beside
    closed = focus.beside_ends == at.start - 1 and text[at.start - 1] == ")"
    within = inside(text, at, "(", ")") and text.rfind("(", 0, at.start) < focus.beside_ends
    return beside if (closed or within) and beside is not None and beside.place.known is not None else None


def relative_day(point: Point, shift: Shift, context: Context) -> Placed:
    """昨日, 当天, 三天后, 今天(5日): so many days from the day that they count from."""
    amount = int(shift.amount)
    if (
        point.approximate
        and shift.anchor is Anchor.EVENT
        and _THEN.match(context.scene.text, context.expression.at.start)
    ):
        return _then(point, shift, context)
    if point.approximate and not amount and shift.anchor is Anchor.NOW and moment_of(context.scene.setting) is not None:
        return relative_clock(point, shift, context)  # 现在 is the moment, where it is known
    event = context.focus.event
    if shift.anchor is not Anchor.NOW and event is not None and event.place.year is None:
        context.trail.note("event", Certainty.GUESSED, event.because, day=event.place.edtf)
        return Placed(event.place.later(amount))
    said = None
    if shift.anchor is Anchor.NOW and not _dated(context):
        said = context.scene.yearless_now or context.scene.feast_now
    if said is not None and said.place.month is not None and said.because != context.expression.span:
        context.trail.note("event", said.sure, said.because, day=said.place.edtf)
        return Placed(in_its_year(said, context).later(amount))
    base = _anchor_day(shift, context)
    other = _year_of_the_same_day(context) if not amount else None
    today = Partial.of(base) if base is not None else event.place if event is not None else Partial()
    if other is not None and today.month is not None:
        context.trail.note("year-clause", min(other.sure, Certainty.DERIVED), other.because, year=other.place.edtf)
        return Placed(today._replace(year=other.place.year))
    if base is None and point.month is not None and point.day is not None:
        return of_bracket(point, context)  # 昨天(6月10日), and no year
    if base is None:
        context.trail.note("now-unknown" if shift.anchor is Anchor.NOW else "event-unknown", Certainty.GUESSED)
        told = said or context.scene.numbered_now if shift.anchor is Anchor.NOW else None
        if told is not None and (told.place.month is not None or point.day is None):
            return Placed(told.place.later(amount))
        return Placed(Partial(None, None, point.day))  # 今天(5日), of a month that nobody says
    day = base + timedelta(days=amount)
    return of_day(_bracketed(day, point, context) if point.day is not None else day)


def in_its_year(said: Said, context: Context) -> Partial:
    """昨日(十二月三十一日), by which 今早 below it is known: with its year, where the bracket was given one."""
    told = next((day.place for day in context.focus.days if day.because == said.because), None)
    value = context.scene.said_by(said.because)
    if told is None or told.known is None or not isinstance(value, Point):
        return said.place
    return told.later(-int(value.shift.amount) if value.shift is not None else 0)


_THEN = re.compile("当时|那时|此时|与此同时")


def _then(point: Point, shift: Shift, context: Context) -> Placed:
    """1984年毕业,当时…: the time told last, be it no more than a year; never the day of writing."""
    focus, start = context.focus, context.expression.at.start
    before = context.scene.neighbours(start, 1)[0]
    told = next((said for said in (focus.remark, focus.said) if said is not None and said.because == before.span), None)
    told = told or focus.at(start)
    if told is None and context.scene.text.startswith("此时", start):
        return relative_day(point, replace(shift, anchor=Anchor.NOW), context)
    if told is None:
        return context.unknown("event-unknown")
    event = focus.event
    if told.place.month is None and event is not None and event.place.year == told.place.year:
        told = event  # 4日开幕。2025年已办十场,与此同时
    context.trail.note("event-said", Certainty.GUESSED, told.because, day=told.place.edtf)
    return Placed(told.place)


def _year_of_the_same_day(context: Context) -> Said | None:
    """70年前的今天, 去年的今天: the year that stands right before."""
    focus, at = context.focus, context.expression.at.start
    beside = context.scene.neighbours(at, 1)[0]
    if beside.at.end != at - 1 or context.scene.text[at - 1] != "的":
        return None
    told = (said for said in (focus.clause, focus.remark, focus.said) if said is not None)
    return next((said for said in told if said.because == beside.span and said.place.month is None), None)


def _dated(context: Context) -> bool:
    """Whether a day of writing is known that is no guess of the opening."""
    claim = context.scene.now(context.focus)
    return claim is not None and claim.rule != "lead"


def of_bracket(point: Point, context: Context) -> Placed:
    """The month and the day in the bracket, where nobody says from which day one counts.

    The year of 今天(7月6日) is that of the writing, whatever years the text tells of.
    """
    context.trail.note("day-bracket", Certainty.DERIVED, day=point.day)
    query = context.query(point.month, point.day)
    from_now = point.shift is not None and point.shift.anchor is Anchor.NOW
    verdict = year_of_today(query) if from_now else None
    if verdict is None or verdict.year is None:
        verdict = year_of(query)
    return Placed(Partial(context.take(verdict), point.month, point.day))


def _bracketed(day: date, point: Point, context: Context) -> date:
    """昨(14)日, 本周日(24日), 今日(十月三日): the day in brackets wins, in the month that is said or the nearest."""
    if point.day == day.day and point.month in (None, day.month):
        return day
    context.trail.note("day-bracket", day=point.day or day.day)
    turns = (0, -1, 1)
    months = [months_later(Partial(day.year, day.month), turn) for turn in turns]
    if point.month is not None:
        months = [Partial(day.year + turn, point.month) for turn in turns]
    days = [found for month in months if (found := month._replace(day=point.day).known) is not None]
    return min(days, key=lambda found: abs((found - day).days), default=day)


def relative_clock(_: Point, shift: Shift, context: Context) -> Placed:
    """三小时后, 现在: where the clock of the writing is known, or one was told just before."""
    told = told_moment(context) if shift.anchor is Anchor.EVENT else None
    moment = told or moment_of(context.scene.setting)
    if moment is None:
        return context.unknown("clock-unknown")
    step = {Unit.HOUR: 3600, Unit.MINUTE: 60}.get(shift.unit, 1)
    rule = "clock-told" if told else "reference"
    sure = Certainty.GUESSED if told else Certainty.DERIVED
    context.trail.note(rule, sure, day=moment.isoformat(sep=" ", timespec="minutes"))
    moment += timedelta(seconds=shift.amount * step)
    placed = of_day(moment.date())._replace(clock=_clock_of(moment))
    return placed._replace(duration=LENGTHS[shift.unit].format(abs(shift.amount))) if told else placed


def told_moment(context: Context) -> datetime | None:
    """The clock time that the same paragraph told last, where 一小时后 opens a clause: 14时20分起火,一小时后扑灭."""
    focus, at = context.focus, context.expression.at
    day = focus.event.place.known if focus.event else None
    if focus.clock is None or day is None or focus.clock.hour > 23 or not opens_clause(context.scene.text, at.start):
        return None
    if "\n" in context.scene.text[focus.clock_ends : at.start]:
        return None
    return datetime.combine(day, time(focus.clock.hour, focus.clock.minute or 0))


def _clock_of(moment: datetime) -> Clock:
    return Clock(moment.hour, moment.minute, moment.second or None)
