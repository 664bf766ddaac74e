"""A day or month of the Chinese calendar -> its civil days, and the day that 初五 goes on from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline import catalogue, edtf
from timeline.calendars import eras, lunar
from timeline.model import Anchor, Certainty, Expression, Occasion, Period, Point, Shift, Unit
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.focus import Focus, Partial, Said
from timeline.resolve.scene import Scene
from timeline.resolve.sections import DAYS
from timeline.resolve.years import of_yearly_moon, year_of

_SAMPLE = range(1950, 2050)
# Reigns whose months are those of the Gregorian calendar.
_SOLAR_REIGNS = ("明治", "大正", "昭和", "平成", "令和", "大同", "康德")
_LONGEST_MONTH = 30  # days
_LAST_MONTH, _TURN, _HALF_A_YEAR = 12, 15, 6
_JOINED = re.compile(r"[日\d][、和及与]$")
_DAY_OF_MOON = re.compile("初[一二三四五六七八九十]|廿")
_IN_CHINESE = re.compile("闰?[一二三四五六七八九十]{1,2}月")
NEW_YEAR = frozenset(("chuxi", "chunjie"))
_SOLAR = re.compile("[国公阳新西]历")
_THIS_MONTH = Shift(Unit.MONTH, 0, Anchor.NOW)
_IN_STORY = re.compile("[同是次翌该]年")
_LONGEST_LEAP = 60  # years from one leap month to the next of the same name, and more


_OF_REIGN = 100  # years; a greater number is a year of another count


def is_lunar(point: Point, expression: Expression, focus: Focus, scene: Scene) -> bool:
    """Whether a month or a day is one of the Chinese calendar: 正月十五, 光绪二十四年四月, and what goes on from it.

    农历正月初九…，七月十五日: in the same sentence, or in years of a reign, days in Chinese numerals are lunar too.
    """
    if point.lunar:
        return True
    if point.year is not None or (point.era is not None and point.sexagenary is not None):
        goes_on = point.era is None and point.year is not None and point.year < _OF_REIGN
        in_figures = any("0" <= sign <= "9" for sign in expression.at.of(scene.text))
        era = focus.era if goes_on and not in_figures else point.era  # 光绪十一年…。二十一年四月
        civil = _CIVIL_THEN_FIGURES.search(expression.at.of(scene.text)) is not None
        return (
            point.month is not None and has_lunar_months(era) and not civil and not _is_told_in_both(expression, scene)
        )
    whole = point.month is not None and point.day is not None and point.shift is None
    if whole and scene.is_of_moon_list(expression.at.start) and not _SOLAR.search(expression.at.of(scene.text)):
        return True
    in_figures = any("0" <= sign <= "9" for sign in expression.at.of(scene.text))
    if point.shift == _THIS_MONTH and point.day is not None and focus.lunar.month is not None and not in_figures:
        days = scene.namings.whole_days  # 十月十二日…。本月十三日 of a paper before the Republic
        return bool(days) and days[-1].year < _REPUBLIC
    if whole and _is_of_old_paper(point, expression, scene):
        return True
    in_reign = has_lunar_months(focus.era)
    if (
        in_reign
        and point.shift is not None
        and point.month is not None
        and _IN_STORY.match(expression.at.of(scene.text))
    ):
        return _IN_CHINESE.search(expression.at.of(scene.text)) is not None  # 康熙十七年称帝。同年八月病故
    if point.shift is not None or not (in_reign or expression.at.start < focus.lunar_ends):
        return _heads_moon(point, expression, focus, scene)
    if point.day is None and not (in_reign and point.month is not None):
        return _heads_moon(point, expression, focus, scene)
    if _JOINED.search(scene.before(expression, 2)):  # 农历8月23、24日
        return True
    return not any("0" <= sign <= "9" for sign in expression.at.of(scene.text))


def _is_of_old_paper(point: Point, expression: Expression, scene: Scene) -> bool:
    """十月十四日 of a paper of 24 November 1882: before the Republic the days of the moon were those of everybody."""
    days, words = scene.namings.whole_days, expression.at.of(scene.text)
    if not days or days[-1].year >= _REPUBLIC or _SOLAR.search(words) or any("0" <= sign <= "9" for sign in words):
        return False
    found = days_of(point, days[0].year)
    if found is None or found[0].year < lunar.GREGORIAN.year:
        return False
    civil = Partial(days[0].year, point.month, point.day).known
    of_moon, of_sun = (min(abs((one - day).days) for day in days) if one else _FAR for one in (found[0], civil))
    return of_moon < min(of_sun, _SAME_WEEKS)


_REPUBLIC, _SAME_WEEKS, _FAR = 1912, 40, 366  # year, days, days


def _heads_moon(point: Point, expression: Expression, focus: Focus, scene: Scene) -> bool:
    """【二月】 alone in its line, below 【正月】 or above 初一: the list is one of the months of the moon."""
    if point.month is None or point.day is not None:
        return False
    block = scene.block(expression.at.start)
    alone = block is not None and block.at.of(scene.text).strip("【】[]()# :") == expression.at.of(scene.text)
    if block is None or not alone or _IN_CHINESE.fullmatch(expression.at.of(scene.text)) is None:
        return False
    return focus.lunar.month is not None or any(
        _DAY_OF_MOON.match(scene.text, below.at.start) for below in scene.below(block, 1)
    )


def has_lunar_months(era: str | None) -> bool:
    """Whether an era is a reign of the empire."""
    if era is None or era.endswith(_SOLAR_REIGNS):
        return False
    return eras.reign_years(era) is not None or era in catalogue.eras().reigns


# 永历15年(1661)4月30日(阴历4月初2): the day before the bracket is the civil one.
_MOON_IN_BRACKET = re.compile(r"[日号]\((?:阴|农|旧|夏)历[^()]{0,4}(?:[正冬腊]|[\d一二三四五六七八九十]{1,2})月")


# 宣统三年(1911)11月17日: figures behind the civil year are its own; GB/T 15835 writes days of the moon in words.
_CIVIL_THEN_FIGURES = re.compile(r"\((?:公元|西元)?\d{3,4}年?\) ?\d{1,2}月")


def _is_told_in_both(expression: Expression, scene: Scene) -> bool:
    """Whether a bracket gives the day of the moon that a date of a reign is."""
    return _MOON_IN_BRACKET.search(expression.at.of(scene.text)) is not None


_NEXT_YEAR = Shift(Unit.YEAR, 1, Anchor.NOW)


def goes_on_in_annals(shift: Shift, focus: Focus, scene: Scene) -> bool:
    """乾隆五年,大旱。明年,复旱: in the years of a reign 明年 is the one after that which is told."""
    return shift == _NEXT_YEAR and scene.setting.published is None and has_lunar_months(focus.era)


def place_lunar(point: Point, year: int | None, context: Context) -> Placed:
    """Where a lunar month or day lies; `year` is the lunar year where it is written."""
    if point.month is None and point.cycle_day is not None:
        return _next_of_cycle(point.cycle_day, context)
    if point.month is None:
        return _this_month(point, context) if point.day is not None else Placed(Partial(year))
    if year is None and context.left is not None and context.left.partial.year is not None:
        year = _lunar_year(point, context.left.partial)
    if year is None:
        year = _asked(point, context)
    if year is None:
        return Placed(stretch=without_year(point.month, point.day))
    if point.cycle_day is not None:
        return _of_cycle(point, point.cycle_day, year, context)
    if point.day is not None:
        context.trail.note("lunar", year=year, month=point.month, day=point.day)
    else:
        context.trail.note("lunar-month", year=year, month=point.month)
    found = days_of(point, year)
    if found is None:
        return _beyond(year, context)
    first, last = found
    if first < lunar.GREGORIAN:
        context.trail.note("lunar-julian")
    return (
        of_day(first) if point.day is not None else Placed(stretch=edtf.interval(first.isoformat(), last.isoformat()))
    )


def days_of(point: Point, year: int) -> tuple[date, date] | None:
    """The first and the last civil day of a lunar day, of a month, or of its beginning or end, in a lunar year."""
    if point.month is None:
        return None
    if point.day is not None:
        day = lunar.civil(year, point.month, point.day, point.leap)
        return (day, day) if day else None
    whole = lunar.month(year, point.month, point.leap)
    if whole is None or point.section not in DAYS:
        return whole
    first, last = DAYS[point.section]
    return whole[0] + timedelta(days=first - 1), whole[0] + timedelta(days=last - 1) if last else whole[1]


def _of_cycle(point: Point, name: str, year: int, context: Context) -> Placed:
    """六月癸卯: the day of the month that has this name; where it has none, the month is all that can be said."""
    day = lunar.day_named(year, point.month or 0, name, point.leap)
    if day is None:
        context.trail.note("doubt-cycle-day", Certainty.GUESSED, context.expression.span, name=name)
        return place_lunar(replace(point, cycle_day=None), year, context)
    context.trail.note("cycle-day", name=name, year=year, month=point.month or 0)
    if day < lunar.GREGORIAN:
        context.trail.note("lunar-julian")
    return of_day(day)


def _next_of_cycle(name: str, context: Context) -> Placed:
    """丁未 after 六月癸卯: the next day of this name, for annals go on from day to day."""
    said, told = context.focus.lunar, context.focus.said
    if said.day is None and said.year is not None and said.month is not None:
        return _of_cycle(Point(month=said.month, lunar=True), name, said.year, context)
    last = told.place.known if told is not None else None
    day = lunar.next_named(last, name) if last is not None else None
    if day is None or told is None:
        context.trail.note("event-unknown", Certainty.GUESSED)
        return Placed()
    context.trail.note(
        "cycle-day-next", min(told.sure, Certainty.DERIVED), told.because, name=name, day=told.place.edtf
    )
    if day < lunar.GREGORIAN:
        context.trail.note("lunar-julian")
    return of_day(day)


def _this_month(point: Point, context: Context) -> Placed:
    """初一 alone: of the Chinese month that was said last, else of that in which the day of writing lies."""
    left, said = context.left.known if context.left else None, context.focus.lunar
    if left is not None:  # 除夕至初三: the first such day from the left end on
        days = (left + timedelta(days=away) for away in range(2 * _LONGEST_MONTH))
        for day in days:
            known = lunar.lunar(day)
            if known is not None and known.day == point.day:
                context.trail.note("lunar", Certainty.WRITTEN, year=known.year, month=known.month, day=known.day)
                return of_day(day)
        return Placed()
    if said.month == _LAST_MONTH and point.day is not None and said.day is not None and said.day - point.day > _TURN:
        said = Partial(said.year + 1 if said.year is not None else None, 1)  # 腊月廿八 … 初二
    if said.month is not None:
        context.trail.note("lunar-focus", context.focus.lunar_sure, month=said.month)
        return place_lunar(replace(point, month=said.month), said.year, context)
    base = context.now() or (context.focus.said.place.known if context.focus.said else None)
    month = lunar.lunar(base) if base else None
    if month is None or point.day is None:
        return Placed()
    found = lunar.civil(month.year, month.month, point.day, month.leap)
    context.trail.note("lunar", Certainty.GUESSED, year=month.year, month=month.month, day=point.day)
    return of_day(found) if found else Placed()


def of_told_month(point: Point, context: Context) -> Placed | None:
    """是月, 次月初十 in annals: the Chinese month that was said last, or one counted from it; None where none was."""
    said, shift = context.focus.lunar, point.shift
    if said.month is None or shift is None or not _counts_months(shift):
        return None
    in_figures = any("0" <= sign <= "9" for sign in context.expression.at.of(context.scene.text))
    if not point.lunar and (in_figures or not has_lunar_months(context.focus.era)):
        return None
    month = said.month - 1 + int(shift.amount)
    year = said.year + month // _LAST_MONTH if said.year is not None else None
    context.trail.note("lunar-focus", context.focus.lunar_sure, month=said.month)
    return place_lunar(replace(point, month=month % _LAST_MONTH + 1, shift=None, lunar=True), year, context)


def _counts_months(shift: Shift) -> bool:
    return shift.unit is Unit.MONTH and shift.anchor is Anchor.FOCUS


def _lunar_year(point: Point, left: Partial) -> int | None:
    """The lunar year in which a right end comes next after the left one."""
    start = left.known
    if start is None:
        return left.year
    for year in (start.year - 1, start.year, start.year + 1):
        day = lunar.civil(year, point.month or 1, point.day or 1, point.leap)
        if day is not None and day >= start:
            return year
    return left.year


def _asked(point: Point, context: Context) -> int | None:
    """The lunar year that the passage speaks of, or that the given moment lies in."""
    now = context.scene.now(context.focus)
    if now is not None and now.rule == "reference":
        year = lunar.sexagenary_year(now.value) or now.value.year
        if point.leap and days_of(point, year) is None:  # not every year has this month: the one that lies nearest
            turns = (away for away in range(_LONGEST_LEAP) for away in (away, -away))
            year += next((turn for turn in turns if days_of(point, year + turn)), 0)
        context.trail.note("year-reference", Certainty.GUESSED, year=year)
        return year
    if context.focus.era is not None and context.focus.lunar.year is not None:
        return _year_of_annals(point, context)
    if (opened := _of_feast_before(point, context)) is not None:
        return opened
    query, said = context.query(None, None), context.focus.said
    verdict = of_yearly_moon(point.month, query) or year_of(query)
    told = said.place.known if said is not None else None
    base = {"year-published": now.value if now is not None else None, "year-focus": told}.get(verdict.rule)
    ahead = verdict.rule == "year-published" and context.scene.looks_ahead(context.expression)
    if base is not None and (near := _near(point, base, ahead=ahead)) is not None:
        context.take(verdict._replace(year=near[1].year))
        return near[0]
    civil_year = context.take(verdict)
    if context.focus.era is not None and said is not None and said.place == Partial(civil_year):
        return civil_year  # 民国三十二年 … 腊月二十三: that year is one of the moon
    if civil_year is None:
        return None
    # The last days of a lunar year fall into the next civil year: 腊月 told of 2023 began in the lunar year 2022.
    first, before = (lunar.civil(year, point.month or 1, point.day or 1) for year in (civil_year, civil_year - 1))
    told_of = before is not None and before.year == civil_year and (first is None or first.year != civil_year)
    return civil_year - 1 if told_of else civil_year


def _of_feast_before(point: Point, context: Context) -> int | None:
    """农历年除夕及年初一: the new year that its sentence has just named."""
    focus, at = context.focus, context.expression.at.start
    before = context.scene.between(context.scene.sentence(at).start, at)
    named = any(isinstance(other.value, Occasion) and other.value.key in NEW_YEAR for other in before)
    if not named or (focus.lunar.month, focus.lunar.day, point.month) != (1, None, 1) or focus.lunar.year is None:
        return None
    context.trail.note("lunar-focus", focus.lunar_sure, month=1)
    return focus.lunar.year


def _near(point: Point, base: date, *, ahead: bool) -> tuple[int, date] | None:
    """The lunar year in which a month or day lies next to the day told or published, and its first civil day.

    腊月廿五 in December is the one to come; in a notice whatever is long over comes next year: 正月十五 in December.
    """
    found = [(year, days) for away in (-1, 0, 1) if (days := days_of(point, year := base.year + away))]
    for year, (first, last) in found:
        if (last - base).days >= -_NEAR and ((first - base).days <= _NEAR or ahead):
            return year, first
    return None


_NEAR = 60  # days


def _year_of_annals(point: Point, context: Context) -> int | None:
    """光绪二十四年八月初六 … 十二月初三: annals go on from the last day of the moon."""
    last, said = context.focus.lunar, context.focus.said
    year = last.year
    if year is None or said is None:
        return year
    if said.place.month is None and said.place.year is not None and said.place.year > year:
        year = said.place.year  # and then 二十五年
    elif (last.month or 0) - (point.month or 0) > _HALF_A_YEAR:
        year += 1
    context.trail.note("year-focus", min(said.sure, Certainty.DERIVED), said.because, year=edtf.year(year))
    return year


def _beyond(year: int, context: Context) -> Placed:
    """A lunar day that no table knows: its year is all that can be said."""
    context.trail.note("doubt-lunar", Certainty.GUESSED, year=edtf.year(year))
    return Placed(Partial(year))


def without_year(month: int, day: int | None) -> str | None:
    """The civil month or the two months in which a lunar day can fall.

    >>> without_year(8, 15), without_year(1, 1)
    ('XXXX-09/XXXX-10', 'XXXX-01/XXXX-02')
    """
    found: set[date] = {known for year in _SAMPLE if (known := lunar.civil(year, month, day or 15)) is not None}
    months = sorted({known.month for known in found})
    if months == [1, 12]:
        months = [12, 1]
    if not months or len(months) > 2:
        return None
    return edtf.interval(edtf.month(None, months[0]), edtf.month(None, months[-1]))


# --- the focus -------------------------------------------------------------------------------------------------------


def lunar_told(
    ends: tuple[Placed | None, Placed | None], expression: Expression, sure: Certainty, focus: Focus, scene: Scene
) -> Focus:
    """The day of the Chinese calendar that 初五 or 二十九日 goes on from."""
    value = expression.value
    points = (value.start, value.end) if isinstance(value, Period) else (value,)
    for point, placed in zip(points, ends, strict=False):
        if not isinstance(point, Point):
            continue
        if point.day is None and point.cycle_day is None:
            focus = _lunar_month(point, placed, expression, focus, scene)
            continue
        counted = point.shift is not None and _counts_months(point.shift) and has_lunar_months(focus.era)
        if not counted and not is_lunar(point, expression, focus, scene):
            continue
        known = lunar.lunar(placed.known) if placed and placed.known else None
        month = point.month or focus.lunar.month
        said = Partial(known.year, known.month, known.day) if known else Partial(None, month, point.day)
        focus = focus._replace(
            lunar=said, lunar_sure=min(sure, Certainty.DERIVED), lunar_ends=scene.sentence(expression.at.end - 1).end
        )
    return focus


def yearly_told(expression: Expression, focus: Focus, scene: Scene) -> Focus:
    """每年农历三月廿三遶境,三月二十日先请火: what goes on from a day of every year is of the moon too."""
    months = scene.moons_of_every_year(expression)
    if not months:
        return focus
    ends = scene.sentence(expression.at.end - 1).end
    return focus._replace(lunar=Partial(None, max(months)), lunar_sure=Certainty.DERIVED, lunar_ends=ends)


def new_year_told(occasion: Occasion, said: Said, focus: Focus) -> Focus:
    """除夕, 春节, 元旦 of old: the 初二 told after them is of the month that they open."""
    known = lunar.lunar(said.place.known) if said.place.known else None
    first = known is not None and (known.month, known.day) == (1, 1)  # 元旦 under a reign
    if known is None or not (occasion.key in NEW_YEAR or (first and occasion.key == "yuandan")):
        return focus
    year = known.year + (known.month > 1)
    return focus._replace(lunar=Partial(year, 1), lunar_sure=min(said.sure, Certainty.DERIVED))


def _lunar_month(point: Point, placed: Placed | None, expression: Expression, focus: Focus, scene: Scene) -> Focus:
    """【正月】 above days without their month, and 【二月】 after it."""
    words = expression.text
    told = focus.lunar.month is not None and _IN_CHINESE.fullmatch(words)
    if point.shift is not None and _counts_months(point.shift) and focus.lunar.month is not None:
        first = edtf.bounds(placed.stretch)[0] if placed and placed.stretch else None
        known = lunar.lunar(first) if first is not None else None
        return focus._replace(lunar=Partial(known.year, known.month)) if known is not None else focus
    if point.month is None or not (point.lunar or told or is_lunar(point, expression, focus, scene)):
        return focus
    first = edtf.bounds(placed.stretch)[0] if placed and placed.stretch else None
    known = lunar.lunar(first) if first is not None else None
    return focus._replace(lunar=Partial(known.year if known else focus.lunar.year, point.month, None))
