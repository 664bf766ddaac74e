"""A point as it is written, setting and focus -> the date and the clock time that it means.

Each shape of a point has one function; what it adds to the written fields it notes on the trail.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline import edtf
from timeline.calendars import eras
from timeline.model import Anchor, Certainty, Nth, Part, Point, Script, Section, Shift, Unit
from timeline.resolve import sections
from timeline.resolve.bare_days import of_bare_day
from timeline.resolve.checks import checked
from timeline.resolve.clocks import of_clock
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.counted import nth_of, nth_weekend
from timeline.resolve.focus import Partial
from timeline.resolve.halves import half_of_day
from timeline.resolve.lunar_days import is_lunar, of_told_month, place_lunar
from timeline.resolve.occasions import region_of
from timeline.resolve.relative import place_relative
from timeline.resolve.weeks import weekday, weekend
from timeline.resolve.workdays import beside_feast, nth_workday
from timeline.resolve.years import year_of
from timeline.setting.written import ROC, ROC_YEARS, written_year

# 05/06/2016 may be of May or of June.
_EITHER_ORDER = re.compile(r"(0?[1-9]|1[0-2])[./-](0?[1-9]|1[0-2])[./-](?:\d\d){1,2}")
_LAST_OF_REPUBLIC = 38  # 五八年 of who was born in 民国十三年 and lived on the mainland is 1958
_LONGEST_REIGN, _FIRST_OF_OURS = 200, 1000
_OF_SCHOOL = (Section.ACADEMIC, Section.AUTUMN_TERM, Section.SPRING_TERM)
_BARE = re.compile(r"\d{4}(?:\D\d{4})?")


def place(point: Point, context: Context) -> Placed:
    """Where a point lies in time, with its clock, part of day and section."""
    point = half_of_day(point, context)
    counts = point.nth is not None and point.day is None and not _is_of_trip(point)
    try:
        placed = _place(point, context)
        if point.nth is not None and counts:
            placed = _counted(point, point.nth, placed, context)
    except OverflowError:  # before year 1 or after 9999 no day can be counted
        context.trail.note("beyond-calendar", Certainty.GUESSED)
        placed = Placed()
    of_reign = (
        point.era is not None and (point.year, point.sexagenary) == (None, None) and placed.partial.year is not None
    )
    if counts or of_reign:  # 年末最后一天 is a day and no part of a year, 光绪初年 a year
        point = replace(point, section=None, approximate=point.approximate or of_reign)
    placed = _school(point, placed, context)
    placed = placed._replace(
        section=placed.section or point.section,
        clock=placed.clock or point.clock,
        part=_part(point),
        approximate=point.approximate,
    )
    return checked(point, _past_midnight(placed, context), context)


def _counted(point: Point, nth: Nth, placed: Placed, context: Context) -> Placed:
    """The nth of something: inside the year or month that was placed, or beside the feast that was named last."""
    if point.shift is not None and point.shift.anchor is Anchor.FEAST:
        feast = context.focus.feast
        if feast is None:
            context.trail.note("feast-unknown", Certainty.GUESSED)
            return Placed()
        first = feast.days[0].isoformat()
        context.trail.note("feast-said", min(feast.sure, Certainty.DERIVED), feast.because, day=first)
        return beside_feast(feast.key, feast.days, point, region_of(context))
    if nth.unit is not Unit.WORKDAY:
        count = nth_weekend if point.section is Section.WEEKEND else nth_of
        return count(nth, point.weekday, placed)
    text = placed.edtf()
    start, end = edtf.bounds(text) if text else (None, None)
    if start is None or end is None:
        return placed
    day = nth_workday(nth.number, start, end, region_of(context))
    if day is None:
        context.trail.note("workday-unknown", Certainty.GUESSED)
    return of_day(day) if day is not None else Placed()


def _past_midnight(placed: Placed, context: Context) -> Placed:
    """晚上12点半 is half an hour into the next day; 31日22时至1日午夜12时半 has said that day."""
    clock, day = placed.clock, placed.known
    if clock is None or clock.hour != 24 or not clock.minute:
        return placed
    placed = placed._replace(clock=replace(clock, hour=0))
    left = context.left.known if context.left is not None else None
    if day is None or (left is not None and left < day):
        return placed
    return placed._replace(partial=Partial.of(day + timedelta(days=1)))


def _school(point: Point, placed: Placed, context: Context) -> Placed:
    """The terms of a school year: the second lies in the year after, and in Taiwan they begin a month earlier."""
    year = placed.partial.year
    if point.section in _OF_SCHOOL and year is not None:
        context.trail.note("school-year", Certainty.DERIVED)
    if point.section not in (Section.AUTUMN_TERM, Section.SPRING_TERM) or year is None:
        return placed
    if point.section is Section.SPRING_TERM:
        words = context.expression.at.of(context.scene.text)
        of_school_year = point.year is not None and ("学年" in words or words.endswith("-2学期"))  # 112-2学期
        return placed._replace(partial=Partial(year + of_school_year))
    if context.scene.setting.region != "TW":
        return placed
    return Placed(stretch=edtf.interval(edtf.month(year, 8), edtf.month(year + 1, 1)))


def _reign(point: Point, context: Context) -> Placed:
    """光绪年间, 光绪中, 北宋末年: all years of a reign or a dynasty, or the first, middle or last third of them."""
    years = eras.stretch(point.era) if point.era is not None and point.year is None else None
    if years is None:
        return Placed()
    first, last = years
    third = (last - first + 1) // 3
    if point.section is Section.EARLY and context.expression.at.of(context.scene.text).endswith("年"):
        return Placed(Partial(first))  # 光绪初年: its first years, and hardly more
    if point.section is Section.EARLY:
        last = first + third
    elif point.section is Section.LATE:
        first = last - third
    elif point.section is Section.MIDDLE and not context.expression.at.of(context.scene.text).endswith("中"):
        first, last = first + third, last - third
    context.trail.note("reign", era=point.era or "", years=f"{edtf.year(years[0])}–{edtf.year(years[1])}")
    return Placed(stretch=edtf.interval(edtf.year(first), edtf.year(last)))


def _place(point: Point, context: Context) -> Placed:
    if point.era is not None and (point.year, point.century, point.sexagenary) == (None, None, None):
        return _reign(point, context)
    if (of_moon := of_told_month(point, context)) is not None:
        return of_moon
    if is_lunar(point, context.expression, context.focus, context.scene):
        gloss = context.scene.gloss(context.expression)
        if gloss is not None:
            context.trail.note("gloss", because=gloss.because, day=gloss.value.isoformat())
            return of_day(gloss.value)
        year = (
            written(point, context)
            if point.shift is None
            else place_relative(relative_year(point), context).partial.year
        )
        return place_lunar(point, year, context)
    if _is_of_trip(point):
        return _of_trip(point.nth.number if point.nth else 1, context)
    left = context.left.partial if context.left else None
    if left is not None and left.month is not None and point in _tens(point):
        return Placed(left._replace(day=None))
    if point.shift is not None:
        return place_relative(point, context) if point.shift.anchor is not Anchor.FEAST else Placed()
    if point.section is Section.WEEKEND and point.nth is None:
        framed = weekend(context)
        if framed is not None:
            return framed
        return place_relative(replace(point, shift=Shift(Unit.WEEK, 0, Anchor.NOW)), context)
    if point.decade is not None or point.century is not None:
        return _long(point, context)
    if point.year is not None or point.sexagenary is not None:
        return Placed(Partial(written(point, context), point.month, point.day))
    if point.month is not None:
        return _of_month(point.month, point.day, context)
    if point.day is not None:
        return of_bare_day(point.day, context)
    if point.weekday is not None:
        return weekday(point.weekday, context)
    if point.section is not None or point.nth is not None:
        return Placed(Partial(context.take(year_of(context.query(None, None)))))
    return of_clock(point, context)


def _is_of_trip(point: Point) -> bool:
    """第三天 at the head of a line, and nothing of the calendar with it."""
    if point.nth is None or point.nth.unit is not Unit.DAY:
        return False
    return point == Point(nth=point.nth, clock=point.clock, part=point.part, approximate=point.approximate)


def _of_trip(number: int, context: Context) -> Placed:
    """Day by day from the first: told beside its line, of another day, or the day on which all began."""
    at = context.expression.at
    for other in context.scene.between(at.end, at.end + 3):
        if isinstance(other.value, Point) and other.value.day is not None:
            return place(other.value, context)._replace(clock=None, part=None)
    first, focus = context.focus.trip, context.focus
    if first.day is None and focus.opening is not None:
        first = focus.opening.place
        context.trail.note("event", Certainty.GUESSED, focus.opening.because, day=first.edtf)
    elif first.day is None and focus.stretch is not None:
        first = Partial.of(date.fromisoformat(focus.stretch.partition("/")[0]))
    if first.day is None:
        context.trail.note("event-unknown", Certainty.GUESSED)
        return Placed()
    context.trail.note("trip-day", Certainty.GUESSED, number=number, day=first.edtf)
    return Placed(first.later(number - 1))


def _tens(point: Point) -> tuple[Point, ...]:
    """上旬 or 月底 without its month, as the right end of a stretch has it: of the month of the left."""
    if point.section not in sections.DAYS:
        return ()
    return Point(section=point.section), Point(section=point.section, shift=Shift(Unit.MONTH, 0, Anchor.FOCUS))


def relative_year(point: Point) -> Point:
    """The relative year alone: 去年 of 去年腊月廿三."""
    return Point(shift=point.shift)


def _part(point: Point) -> Part | None:
    """The part of day; 下午9时半 is in the evening."""
    if point.part is Part.AFTERNOON and point.clock is not None and point.clock.hour >= 19:
        return Part.EVENING
    return point.part


# --- years -----------------------------------------------------------------------------------------------------------


def written(point: Point, context: Context) -> int | None:
    """The civil year that the point writes, in whatever way; None where it writes none."""
    setting, focus = context.scene.setting, context.focus
    near = setting.year.value if setting.year else None
    if point.sexagenary is not None and point.year is None:
        return _sexagenary(point, point.sexagenary, near, context)
    if point.year is None:
        return None
    if (meant := _lost_a_figure(point, context)) is not None:
        return meant
    taiwanese = setting.region == "TW" and point.year in ROC_YEARS
    if point.era is None and focus.era is not None and point.year < 100 and not taiwanese:
        year = eras.civil_year(focus.era, point.year)
        over = focus.era == "民国" and setting.script is Script.HANS and point.year > _LAST_OF_REPUBLIC
        over = over and point.section is None and "十" not in context.expression.text  # 八十七年 counts, 五八年 is 1958
        if year is not None and not over:
            context.trail.note("year-era-goes-on", Certainty.DERIVED, era=focus.era, year=year)
            return year
    year = written_year(point, setting.region, near)
    if year is None and point.era is not None and point.year > _LONGEST_REIGN:
        year = point.year  # 道光(1824年): the civil year stands where the count of the reign is lost
    if point.era is not None and year is not None:
        context.trail.note("year-era", era=point.era, count=point.year, year=edtf.year(year))
    elif year != point.year and point.short_year and year != point.year + ROC:
        context.trail.note("year-short", Certainty.DERIVED, year=edtf.year(year))
    elif year != point.year:
        sure = Certainty.DERIVED if setting.region == "TW" else Certainty.GUESSED
        context.trail.note("year-roc", sure, year=edtf.year(year))
    elif (either := _EITHER_ORDER.fullmatch(context.expression.at.of(context.scene.text))) and either[1] != either[2]:
        context.trail.note("doubt-day-or-month", Certainty.DERIVED, month=point.month, day=point.day)
    elif _BARE.fullmatch(context.expression.text):
        context.trail.note("year-bare", Certainty.DERIVED, year=edtf.year(year))
    return year


_THREE_FIGURES = re.compile(r"(?<!\d)(?:19\d|20[0-3])年\d{1,2}月")


def _lost_a_figure(point: Point, context: Context) -> int | None:
    """201年3月 in a text of 2015 and 2017: a scan lost the last figure of a year that the text tells."""
    text, at = context.scene.text, context.expression.at
    if point.era is not None or point.month is None or _THREE_FIGURES.match(text, at.start) is None:
        return None
    told = [naming for naming in context.scene.setting.named if naming.year // 10 == point.year]
    if not told or any(naming.year < _FIRST_OF_OURS for naming in context.scene.setting.named if naming.at != at):
        return None
    nearest = min(told, key=lambda naming: abs(naming.at.start - at.start))
    context.trail.note("repair", Certainty.GUESSED, context.expression.span, lost="digit", readings=10)
    return nearest.year


def _sexagenary(point: Point, name: str, near: int | None, context: Context) -> int | None:
    """癸卯年, 龙年: the one of the reign (康熙丁未), else the one next to what the passage speaks of."""
    said = context.focus.said
    reign = eras.stretch(point.era) if point.era is not None else None
    now = context.now() if near is None and reign is None else None
    anchor = reign[0] if reign else said.place.year if said and said.place.year else now.year if now else near
    if anchor is None:
        context.trail.note("year-unknown", Certainty.GUESSED)
        return None
    year = eras.sexagenary_year(name, anchor) if len(name) == 2 else eras.zodiac_year(name, anchor)
    if reign is not None and year is not None and year < reign[0]:
        year += eras.CYCLE
    sure = Certainty.WRITTEN if reign is not None else Certainty.DERIVED
    context.trail.note("year-sexagenary", sure, name=name, year=edtf.year(year))
    return year


def _long(point: Point, context: Context) -> Placed:
    """Ten years or a hundred: 20世纪90年代, 21世纪初."""
    if point.decade is None:
        before_christ = point.era is not None and point.era.endswith("前")
        return Placed(stretch=sections.century(point.century or 1, point.section, before_christ=before_christ))
    first = point.decade
    if point.century is not None:
        first = (point.century - 1) * 100 + first % 100
    elif point.short_year:
        near = context.scene.setting.year
        first += 1900 if first >= 30 or (near is not None and near.value < 2000) else 2000
        context.trail.note("year-short", Certainty.DERIVED, year=edtf.year(first))
    return Placed(stretch=sections.decade(first, point.section))


# --- months and days -------------------------------------------------------------------------------------------------


def _of_month(month: int, day: int | None, context: Context) -> Placed:
    """A month, perhaps with its day, without a year."""
    left = context.left.partial if context.left else None
    if left is not None and left.month is not None:
        context.trail.note("range-left")
        before = month < left.month  # 5月20日至5月10日 is no stretch of a year: it is kept, and doubted
        return Placed(Partial(left.year + before if left.year is not None else None, month, day))
    if left is not None and left.year is not None:
        return Placed(Partial(left.year, month, day))
    return Placed(Partial(context.take(year_of(context.query(month, day))), month, day))
