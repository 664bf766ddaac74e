"""A resolved expression -> the focus for what comes after it: what moves it, and what must not.

Measured on documents: only a single day on which something happens becomes the event that 当天 and clock times take;
ranges, deadlines and registrations do not. Remarks (a year in the middle of a clause, what stands in brackets or in a
quoted name, statistics 截至 a month, the publication line, 去年 alone) leave the focus where it was.
"""

from __future__ import annotations

import re
from datetime import date

from timeline import edtf
from timeline.calendars import statutory
from timeline.model import (
    Anchor,
    Block,
    Certainty,
    Claim,
    Expression,
    Occasion,
    Period,
    Point,
    Posting,
    Recurrence,
    Role,
    Section,
    Shift,
    Unit,
    Value,
    Window,
)
from timeline.resolve.asides import BRACKET_REACH, is_aside, is_front, is_source
from timeline.resolve.context import Placed
from timeline.resolve.focus import NOWHERE, Feast, Focus, Partial, Said
from timeline.resolve.frames import below_a_year, foreseen, leaving, looked_back, year_said
from timeline.resolve.halves import hours
from timeline.resolve.lunar_days import NEW_YEAR, lunar_told, new_year_told, yearly_told
from timeline.resolve.scene import Scene
from timeline.resolve.terms import termed
from timeline.resolve.weeks import framed
from timeline.resolve.wires import wired

_REGISTERS = re.compile(r"报名|登记|缴费|截止|受理|预约")
_CELL = re.compile(r"[|\n,;。]")
_UNTIL, _ENDS = (
    re.compile(r"[至到]$"),
    re.compile(r"(?:才|方|全部|正式)?(?:结束|为止|闭幕|收官|完成|止)"),
)  # 军训至24日结束
_COMPARES = re.compile(r"同比|环比|[比较](?:上[年月]|去年)(?:同期)?")
_STATISTICS = re.compile(r"(?:截止|截至|止于)$")
# 今日交代当日的安排: the day on which somebody speaks is not the one that is spoken of.
_TELLS = re.compile(
    r"(?:[上下]午|[早晚]上)?(?:对外|向[^,。;\n]{1,6}|在[^,。;\n]{1,8}[上中])?(?:表示|指出|宣布|公布|交代|透露|介绍|强调|回应|披露|提醒|呼吁|重申|称|说(?!明会))"
)
_TERM_UNTIL = re.compile(r"[任聘租展学限效刑]期[限间]?(?:将|为|延)?[至到]$")
_UPDATED = re.compile(r"更新|发布于|发表于")
_UPDATE_LINE = 60  # characters of a line that says when it was updated
_STAMP = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.?\d{1,2}:\d\d")
_WEATHER = 6  # characters that may stand beside the day of an entry
_MOST_OF_A_YEAR = 6  # months
_NEXT_DAY = Shift(Unit.DAY, 1, Anchor.EVENT)


def after(
    expression: Expression, ends: tuple[Placed | None, Placed | None], sure: Certainty, focus: Focus, scene: Scene
) -> Focus:
    """The focus after an expression; `ends` holds where it lies (a point has only the first)."""
    moved = _logged(expression, ends, sure, _moved(expression, ends, sure, leaving(expression, focus), scene), scene)
    moved = termed(expression, ends[0], framed(expression, ends[0], moved, scene), scene)
    return hours(expression, ends[1] or ends[0], moved, scene)


def _logged(
    expression: Expression, ends: tuple[Placed | None, Placed | None], sure: Certainty, focus: Focus, scene: Scene
) -> Focus:
    """8月3日 | 09:12 … | 09:20 …: the lines of a log are all of the day at their head."""
    block = scene.block(expression.at.start)
    if block is None or block.at.start != expression.at.start:
        return focus
    said = _said(ends, expression, sure)
    if said is None or said.place.day is None or said.place.month is None:
        return focus
    if scene.begins_log_line(expression):
        if not scene.follows(focus.log_ends, expression):
            return focus
        past = focus.log is not None and said.place == focus.log.place.later(1)  # 0:40 below 23:50
        return focus._replace(log_ends=block.at.end, log=said if past else focus.log)
    return focus._replace(log=said, log_ends=block.at.end)


def _moved(
    expression: Expression, ends: tuple[Placed | None, Placed | None], sure: Certainty, focus: Focus, scene: Scene
) -> Focus:
    value = expression.value
    if isinstance(value, Recurrence):
        focus = yearly_told(expression, focus, scene)
        return focus._replace(habit_start=expression.at.start, habit_ends=scene.sentence(expression.at.end - 1).end)
    if _is_vague(value):
        return focus
    focus = lunar_told(ends, expression, sure, focus, scene)
    said = _said(ends, expression, sure)
    if said is None:
        of_new_year = isinstance(value, Occasion) and value.key in NEW_YEAR
        return focus._replace(lunar=Partial(None, 1), lunar_sure=Certainty.GUESSED) if of_new_year else focus
    if said.place.known is not None:
        focus = focus._replace(beside=said, beside_ends=expression.at.end, stretch=_stretch(ends))
    focus = wired(expression, said, focus, scene)
    if is_front(expression, scene):
        guess = said._replace(sure=Certainty.GUESSED)
        return focus._replace(event=guess, opening=focus.opening or guess)
    focus = _entered(expression, said, _updated(expression, said, focus, scene), scene)
    focus = _heading(expression, said, focus, scene)
    if is_source(expression, scene):
        return focus
    if is_aside(expression, focus, scene):
        closes = scene.text.find(")", expression.at.end, expression.at.end + BRACKET_REACH)
        listed = scene.text[expression.at.end : expression.at.end + 1] in ("、", "和", "及", "与")
        if listed and closes >= 0 and said.place.year is not None:
            return focus._replace(remark=said, remark_ends=closes)  # (1961年5月12日、7月19日,两次访台)
        return focus
    if isinstance(value, Point) and _is_anniversary(value, said, focus, scene):
        block = scene.block(expression.at.start)
        return focus._replace(event=said, remark=said, remark_ends=block.at.end if block else expression.at.end)
    if isinstance(value, Occasion):
        if value.year is not None and value.year.era is not None:
            focus = focus._replace(era=value.year.era)  # 民国元年元旦
        focus = _feast(value, ends[0], said, new_year_told(value, said, focus), scene)
        known = (
            focus.said is not None and focus.said.place.month is not None and not _heads_entry(value, expression, scene)
        )
        return focus if known or said.place.day is None else focus.moved(said, event=True)
    if isinstance(value, Period) and not one_day(value):
        if expression.repair is not None:
            return focus
        return _after_period(value, ends, said, focus)
    point = value.start if isinstance(value, Period) else value
    return _after_point(point, said, expression, focus, scene) if isinstance(point, Point) else focus


def _is_anniversary(point: Point, said: Said, focus: Focus, scene: Scene) -> bool:
    """100年前的今天: the day of another year, of which its paragraph tells and what stands below it does not."""
    now, shift = scene.now(focus), point.shift
    if now is None or shift is None or not _only_relative(point) or point.approximate:
        return False
    today = (shift.unit, shift.anchor, shift.amount) == (Unit.DAY, Anchor.NOW, 0)
    return today and said.place.year not in (None, now.value.year)


def _heads_entry(occasion: Occasion, expression: Expression, scene: Scene) -> bool:
    """民国五十年冬至 宗祠落成,翌年…: a feast with its year at the head of a line is the day that is told of."""
    block = scene.block(expression.at.start)
    first = block is not None and not scene.text[block.at.start : expression.at.start].strip(" *·•-")
    return first and occasion.year is not None and occasion.year.year is not None


_WHOLE = (Window.DAY, Window.DURING, Window.AROUND, Window.HOLIDAY)


def _feast(occasion: Occasion, placed: Placed | None, said: Said, focus: Focus, scene: Scene) -> Focus:
    """A feast with days off, from which 节后第一个工作日 counts."""
    text = placed.edtf() if placed is not None else None
    first, last = edtf.bounds(text) if text else (None, None)
    whole = occasion.window in _WHOLE and occasion.counted is None
    if first is None or last is None or not whole or not statutory.is_day_off(occasion.key, scene.setting.region):
        return focus
    return focus._replace(feast=Feast(occasion.key, (first, last), said.sure, said.because))


def _said(ends: tuple[Placed | None, Placed | None], expression: Expression, sure: Certainty) -> Said | None:
    placed = ends[0] or ends[1]
    if placed is None:
        return None
    if placed.partial == NOWHERE:
        point = expression.value
        reigned = isinstance(point, Point) and point.era is not None and point.year is not None
        first = edtf.bounds(placed.stretch)[0] if placed.stretch and reigned else None
        # 宣统元年六月 is a stretch of the civil calendar, and says its year.
        return Said(Partial(first.year), sure, expression.span) if first is not None else None
    school = placed.section in (Section.ACADEMIC, Section.AUTUMN_TERM)
    return Said(placed.partial, sure, expression.span, school)


def _is_vague(value: Value) -> bool:
    """目前, 近日, 近年来, 未来: a view from where the story stands, no new place in it."""
    parts = (value.start, value.end) if isinstance(value, Period) else (value,)
    return all(part is None or (isinstance(part, Point) and _only_relative(part)) for part in parts) and (
        isinstance(value, Period | Point) and value.approximate
    )


def _only_relative(point: Point) -> bool:
    """Whether a point writes nothing besides its relative word."""
    written = (point.year, point.month, point.day, point.weekday, point.part, point.clock)
    return point.shift is not None and not any(field is not None for field in written)


def _stretch(ends: tuple[Placed | None, Placed | None]) -> str | None:
    """The days that a stretch runs over, where both ends are known and no clock time is said with them."""
    first, last = ends
    if first is None or last is None or first.clock or last.clock or not first.known or not last.known:
        return None
    return edtf.interval(first.known.isoformat(), last.known.isoformat())


def one_day(period: Period) -> bool:
    """2013/03/09 09:00-21:00 is one day with two clock times."""
    start, end = period.start, period.end
    return (
        isinstance(start, Point) and isinstance(end, Point) and (end.month, end.day, end.year, end.shift) == (None,) * 4
    )


def _updated(expression: Expression, said: Said, focus: Focus, scene: Scene) -> Focus:
    """2019/11/15 更新 above a section says when the section was written."""
    day = said.place.known
    block = scene.block(expression.at.start)
    if day is None or block is None or block.at.end - block.at.start > _UPDATE_LINE:
        return focus
    return (
        focus._replace(now=Claim(day, "published-update", expression.span))
        if _UPDATED.search(block.at.of(scene.text))
        else focus
    )


def _entered(expression: Expression, said: Said, focus: Focus, scene: Scene) -> Focus:
    """2009年7月14日 晴, 2026-06-03 09:15 张工:…: at the head of an entry, and 明天 counts from there."""
    day, block, value = said.place.known, scene.block(expression.at.start), expression.value
    if day is None or block is None or not isinstance(value, Point) or block.at.start != expression.at.start:
        return focus
    stamped = value.clock is not None and _STAMP.match(expression.at.of(scene.text)) is not None
    if block.at.end - expression.at.end > _WEATHER and not stamped:
        return focus
    return focus._replace(entry=Claim(day, "entry", expression.span))


def _heading(expression: Expression, said: Said, focus: Focus, scene: Scene) -> Focus:
    """The focus below a heading that says a year, or a month at the head of a part."""
    if said.place.year is None:
        return focus
    if scene.heads_part(expression):
        return focus._replace(part=said)
    block = scene.block(expression.at.start)
    if _writes_year(expression.value) and block and block.at.start == expression.at.start:
        focus = focus._replace(part=None)  # 2026年 between 十二月 and 一月
    heading = scene.heading_at(expression)
    return focus if heading is None else focus._replace(heading=said, heading_level=heading.level)


def _writes_year(value: Value) -> bool:
    return isinstance(value, Point) and value.year is not None


def below(block: Block, focus: Focus) -> Focus:
    """The focus when a heading without a date begins: what an equal or lower heading said ends there."""
    if focus.heading is None or block.role is not Role.HEADING or block.level > focus.heading_level:
        return focus
    return focus._replace(heading=None, heading_level=-1)


def into(article: Posting) -> Focus:
    """The focus where an article of a page begins: it was written on the day that closes it."""
    day = article.day
    return Focus(now=day, said=Said(Partial.of(day.value), Certainty.DERIVED, day.because))


def beside(row: Focus, focus: Focus) -> Focus:
    """The focus where a row of a table begins: its first day goes on from the first of the row above."""
    return focus._replace(said=row.said, remark=None, month=row.month, falls=row.falls, latest=row.latest)


# --- what it says ----------------------------------------------------------------------------------------------------


def _after_point(point: Point, said: Said, expression: Expression, focus: Focus, scene: Scene) -> Focus:
    shift = point.shift
    if point.same_period:
        return focus  # 去年同期 is a comparison
    if point.year is not None and _TERM_UNTIL.search(scene.before(expression, 6)):
        return focus  # 当选会长,任期至2027年5月
    if shift is not None and shift.anchor is Anchor.EVENT and shift.amount and point.clock is None:
        # 次日 goes on with the story; what else is counted from an event (七年前) is a view from there, to the end of
        # its sentence.
        if shift == _NEXT_DAY:
            return focus.moved(said, event=True)
        ends = scene.sentence(expression.at.start).end
        return focus._replace(remark=said, remark_ends=ends) if shift.unit is Unit.YEAR and said.place.year else focus
    if point.weekday is not None and said.place.known is not None:
        focus = focus._replace(weekday=said.place, weekday_ends=expression.at.end)
    era = point.era if point.era is not None else focus.era if point.year is None or point.year < 100 else None
    if era != focus.era:
        focus = focus._replace(era=era)
    if point.decade is not None or point.century is not None:
        return focus
    dated = point.day is not None or point.month is not None
    if not dated and point == Point(clock=point.clock, part=point.part, approximate=point.approximate):
        return focus._replace(event=said) if _next_day(said, focus) else focus
    if said.place.month is None and said.place.day is not None:
        return focus._replace(event=said, opening=focus.opening or said)  # 今天(5日), of a month that is not said
    if said.place.month is None:
        return year_said(point, said, expression, focus, scene)
    if (ahead := foreseen(point, said, expression, focus, scene)) is not None:
        return ahead
    if looked_back(point, expression, focus, scene):
        return focus._replace(remark=said, remark_ends=scene.sentence(expression.at.start).end)
    if said.place.day is None:
        if _STATISTICS.search(scene.before(expression, 3)):
            return focus
        if focus.event is not None and _COMPARES.search(
            scene.text, expression.at.end, scene.sentence(expression.at.start).end
        ):
            return focus  # 今年1月份,客流同比增长12.1%
        told = focus.moved(said, event=False)
        if shift is None:
            return told
        return told._replace(
            month=focus.month,
            falls=focus.falls,
            home=_home(shift, expression, focus, scene) if shift.amount > 0 else None,
        )
    if shift is not None and shift.anchor is Anchor.EVENT and not shift.amount:
        return focus._replace(said=said)
    of_year = shift is not None and shift.unit is Unit.YEAR
    # 去年12月 looks back from now; 次年11月13日 goes on with the story.
    of_this_year = shift is not None and of_year and shift.anchor is Anchor.NOW and focus.event is not None
    if expression.repair is not None:
        # A repaired day may be an event, but what comes after does not lean on it.
        return focus._replace(event=said)
    registers = _REGISTERS.search(_CELL.split(scene.before(expression, 10))[-1]) or scene.after(expression, 2) in (
        "截止",
        "止",
        "前",
    )
    if shift is not None and focus.event is not None and _TELLS.match(scene.text, expression.at.end):
        return focus
    closes = _UNTIL.search(scene.before(expression, 3)) and _ENDS.match(scene.text, expression.at.end)
    told = focus.moved(said, event=not (of_this_year or registers or closes))
    if point.nth is not None and point.nth.unit is Unit.DAY:
        told = told._replace(trip=said.place.later(1 - point.nth.number))
    if not of_year:
        return told
    # 去年12月 is a look back, no step of a list newest-first; and 明年1月2日 may be left again for the year before it.
    return told._replace(
        month=focus.month, falls=focus.falls, home=_home(shift, expression, focus, scene) if shift is not None else None
    )


def _home(shift: Shift, expression: Expression, focus: Focus, scene: Scene) -> Said | None:
    """Where the telling may go back to: from 明年1月2日; from 翌年二月 a story goes on, no list below its years."""
    goes_on = shift.anchor is Anchor.FOCUS and not below_a_year(expression, scene)
    away = shift.unit is Unit.YEAR and shift.amount and not goes_on
    return focus.home or focus.said if away else None


def _next_day(said: Said, focus: Focus) -> bool:
    """Whether a clock time has taken the telling into the day after the event: 晚上10点 … 凌晨1点."""
    event, day = focus.event.place if focus.event else None, said.place
    return event is not None and event.month is not None and event.day is not None and day == event.later(1)


def _after_period(period: Period, ends: tuple[Placed | None, Placed | None], said: Said, focus: Focus) -> Focus:
    start, end = ends
    if period.deadline or end is None or start is None:
        placed = start or end
        begins = start is not None and start.clock is not None
        return focus.moved(said, event=begins) if placed and placed.partial.month is not None else focus
    first, last = start.partial, end.partial
    if first.month is None or last.month is None or (last.year or 0) - (first.year or 0) > 1:
        return focus
    # Over the turn of a year the next yearless month goes on from the beginning, else from the end; what runs over
    # most of a year is no month at all.
    # 去年6月4日至今年7月22日 has come to its end.
    ended = isinstance(period.end, Point) and period.end.shift is not None and period.end.shift.anchor is Anchor.NOW
    place = last if first.year == last.year or ended else first
    if first.year == last.year and (last.month or 0) - first.month >= _MOST_OF_A_YEAR:
        place = Partial(first.year)
    return focus.moved(Said(place, said.sure, said.because), event=False)


def lead_of(day: date, expression: Expression) -> Claim[date]:
    """The first whole day of the opening as the day of writing."""
    return Claim(day, "lead", expression.span)
