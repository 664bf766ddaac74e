"""Stretches: both ends of a range, deadlines, 起 and 以来, and lengths of time counted from a day.

>>> stretch("P1M", end=date(2022, 6, 10)), stretch("P3D", start=date(2022, 5, 30))
('2022-05-10/2022-06-10', '2022-05-30/2022-06-01')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from timeline import edtf
from timeline.model import Certainty, Direction, Duration, Occasion, Period, Point, Unit, When
from timeline.resolve.context import Context, Placed, clock_text
from timeline.resolve.focus import Partial
from timeline.resolve.halves import carried
from timeline.resolve.lengths import OF_CLOCK, beside, shifted, smallest
from timeline.resolve.occasions import place_occasion
from timeline.resolve.points import place
from timeline.resolve.sections import Side
from timeline.resolve.this_year import this_year


def moved(day: date, iso: str, direction: int) -> date | None:
    """A day, so much later or (-1) earlier; months keep their day where it exists. None beyond the calendar."""
    if smallest(iso) in OF_CLOCK:
        return None
    found = shifted(datetime.combine(day, time()), iso, direction)
    return found.date() if found is not None else None


def stretch(iso: str, *, start: date | None = None, end: date | None = None) -> str | None:
    """The stretch of a length (ISO 8601) that begins or ends on a known day: 为期一个月,到6月10日截止.

    Days and weeks count the known day itself: what lasts three days from the 30th ends on the 1st.
    """
    known, unit = start or end, smallest(iso)
    if known is None or unit is None:
        return None
    direction = 1 if start else -1
    other = moved(known, iso, direction)
    if other is None:
        return None
    if unit in (Unit.DAY, Unit.WEEK):
        other -= timedelta(direction)
    first, last = sorted((known, other))
    return edtf.interval(first.isoformat(), last.isoformat())


# --- ends ------------------------------------------------------------------------------------------------------------


def _end(value: Point | Occasion, context: Context) -> Placed:
    return place(value, context) if isinstance(value, Point) else place_occasion(value, context)


def _from_right(start: Point, end: Point | Occasion | None) -> Point:
    """The left end with what only the right end writes: 20到25日, 11月17日-2018年1月3日 takes its year from there."""
    if not isinstance(end, Point) or start.shift is not None:
        return start
    if start.month is None and start.day is not None and end.month is not None and end.day is not None:
        before = start.day > end.day
        month = (end.month - 2) % 12 + 1 if before else end.month
        start = replace(start, month=month)
    if start.year is None and start.month is not None and end.year is not None and end.month is not None:
        turned = start.month > end.month
        start = replace(start, year=end.year - turned, era=end.era, short_year=end.short_year)
    return start


def _from_left(start: Point | Occasion | None, end: Point | Occasion | None) -> Point | Occasion | None:
    """The right end with the era of the left: 民国十八年至二十六年."""
    if not isinstance(start, Point) or not isinstance(end, Point) or start.era is None or end.era is not None:
        return end
    return replace(end, era=start.era, short_year=False) if end.year is not None and end.year < 1000 else end


def _told_before(value: Period, context: Context) -> Period | None:
    """假期(9月29日至10月6日)…。假日里(29日—6日)每日两场: the days that the text has told with their months."""
    start, end = value.start, value.end
    if not (isinstance(start, Point) and isinstance(end, Point) and start == Point(day=start.day)):
        return None
    if start.day is None or end.day is None or end != Point(day=end.day) or start.day <= end.day:
        return None
    for other in reversed(context.scene.neighbours(context.expression.at.start, _TOLD_BEFORE)[:_TOLD_BEFORE]):
        said = other.value
        if not isinstance(said, Period) or not (isinstance(said.start, Point) and isinstance(said.end, Point)):
            continue
        if (said.start.day, said.end.day) == (start.day, end.day) and said.start.month and said.end.month:
            return said
    return None


_TOLD_BEFORE = 24  # expressions among which it was told


def resolve_period(value: Period, context: Context) -> tuple[When | None, Placed | None, Placed | None]:
    """What a stretch means, and its two ends."""
    value = _told_before(value, context) or value
    left = _from_right(value.start, value.end) if isinstance(value.start, Point) else value.start
    if left is not None and value.end is not None and _from_issue(context):
        context.trail.note("issue-unknown", Certainty.DERIVED)
        left = None
    elif left is not value.start:
        context.trail.note("range-right")
    start = _end(left, context) if left is not None else None
    right = _from_left(left, value.end)
    if start is not None and isinstance(right, Point):
        right = carried(start, right, context)
    end = _end(right, context._replace(left=start)) if right is not None else None
    first = start.edtf(Side.START) if start else None
    last = end.edtf(Side.END) if end else None
    if start is not None and end is not None and last is None:
        last = first
    time = _times(start, end)
    if first is None and last is None:
        return (When(time=time) if time else None), start, end
    part = next((side.part for side in (start, end) if side is not None and side.part is not None), None)
    text = _checked(edtf.interval(first, last), context) if start and end else edtf.interval(first, last)
    return When(edtf=text, time=time, part=part), start, end


def _from_issue(context: Context) -> bool:
    """即日起至…, of a notice that does not say when it was issued: only the end is known."""
    now = context.scene.now(context.focus)
    return context.scene.text.startswith("即日", context.expression.at.start) and (now is None or now.rule == "lead")


def _checked(text: str, context: Context) -> str:
    """The stretch; one that ends before it begins is kept as written, with a doubt."""
    first, last = edtf.bounds(text)
    if first is not None and last is not None and last < first:
        context.trail.note("doubt-backwards", because=context.expression.span, stretch=text)
    return text


def _times(start: Placed | None, end: Placed | None) -> str | None:
    """Both clock times, or the one there is."""
    left, right = clock_text(start.clock if start else None), clock_text(end.clock if end else None)
    return f"{left}/{right}" if left and right else left or right


# --- lengths of time -------------------------------------------------------------------------------------------------


# 新中国成立后近50年: so long from then on
_AFTER_IT = re.compile(r"(?:之?后|以来)的?$")
# 期末前两周, 节前三天: 前 belongs to what stands before it; 在前两周, 这前三年 to the length.
_BEFORE_IT = re.compile(r"[\u4e00-\u9fff](?<![在于这此了过从自的是对与和及为以由比])")


def resolve_duration(value: Duration, context: Context) -> When:
    """A length; 近半年 and 未来三年 also as the stretch to or from the time of writing, in whole months or years."""
    bare = When(duration=value.iso or None)
    if value.direction is None or (
        value.direction is Direction.PREVIOUS and _BEFORE_IT.search(context.scene.before(context.expression, 1))
    ):
        return bare
    if value.direction is Direction.LAST and (
        _lasted(context) or _AFTER_IT.search(context.scene.before(context.expression, 4))
    ):
        return bare
    if value.direction is Direction.WITHIN or smallest(value.iso) in OF_CLOCK:
        if context.scene.setting.reference is not None and context.focus.said is None and context.now() is not None:
            context.trail.note("length-now", Certainty.GUESSED)
        return bare
    back = value.direction in (Direction.LAST, Direction.PREVIOUS)
    unit = smallest(value.iso)
    if unit is Unit.YEAR and (count := float(value.iso[1:-1])) % 1 == 0:
        return When(edtf=_years(int(count), value.direction, context), duration=value.iso)
    now = context.now()
    if now is None:
        return bare
    if value.direction in (Direction.PREVIOUS, Direction.FOLLOWING):
        whole = beside(datetime.combine(now, time()), value.iso, -1 if back else 1)
        if whole is not None:
            context.trail.note("length-now", Certainty.GUESSED)
            ends = [Partial.of(day) for day in (whole[0].date(), whole[1].date() - timedelta(days=1))]
            return When(edtf=_interval(ends, unit), duration=value.iso)
    other = moved(now, value.iso, -1 if back else 1)
    if other is None:
        return bare
    context.trail.note("length-now", Certainty.GUESSED)
    return When(edtf=_interval(sorted((Partial.of(now), Partial.of(other))), unit), duration=value.iso)


def _lasted(context: Context) -> bool:
    """Whether 近两天 closes its clause behind a word: 机场曾关闭近两天 is nearly so long, 近两天,气温下降 is lately."""
    text, at = context.scene.text, context.expression.at
    nearly = context.expression.text[:1] == "近" and _ENDS_CLAUSE.match(text, at.end) is not None
    return nearly and _BEHIND_A_WORD.search(context.scene.before(context.expression, 1)) is not None


_ENDS_CLAUSE = re.compile(r"[,。;)!\n]|之久|$")
_BEHIND_A_WORD = re.compile(r"[\u4e00-\u9fff](?<![在于从自的最对与和及为以由比,])")


def _interval(ends: Sequence[Partial], unit: Unit | None) -> str:
    """Both ends as far as the unit counts: months lose their days."""
    first, last = (end._replace(day=None) if unit in (Unit.YEAR, Unit.MONTH) else end for end in ends)
    return edtf.interval(first.edtf, last.edtf)


def _looked_back_on(context: Context) -> int | None:
    """The year of a heading that looks back: 过去的一年 below 一、2022年工作回顾 is that year."""
    above = context.focus.heading
    if above is None or above.because is None or not context.scene.text.startswith("过去", context.expression.at.start):
        return None
    line = context.scene.document.raw[above.because.end :].partition("\n")[0]
    return above.place.year if _REVIEW.search(line) else None


_REVIEW = re.compile("回顾|回顧|总结|總結|完成情况|主要成绩|工作情况|主要工作")


def _years(count: int, direction: Direction | None, context: Context) -> str | None:
    """前两年 and 过去两年 end with the year before, 近三年 with this one; 后三年 begins with the year after."""
    year = context.take(this_year(context.query(None, None)))
    if year is None or year + count > edtf.LAST_YEAR:
        return None
    if count == 1 and (above := _looked_back_on(context)) is not None:
        return edtf.year(above)
    context.trail.note("length-now", Certainty.GUESSED)
    if direction in (Direction.NEXT, Direction.FOLLOWING):
        first = year + (direction is Direction.FOLLOWING)
        return edtf.interval(edtf.year(first), edtf.year(year + count))
    before = direction is Direction.PREVIOUS or context.scene.text.startswith("过去", context.expression.at.start)
    return edtf.interval(edtf.year(year - count), edtf.year(year - before))
