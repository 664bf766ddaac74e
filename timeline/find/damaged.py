"""The second table: dates that have lost characters in a scan or on a web page, and every way to read what is left.

It is consulted only where no sound phrase covers the place, and a row is believed only with support from the document:
other sound dates, of the same month or the same year. What is repaired keeps its span and says what was lost; which of
the readings holds is for the resolver to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.find.counts import MEASURES
from timeline.model import Expression, Period, Point, Span, Value

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TO = r"[至到—~-]{1,2}"


class Witnesses(NamedTuple):
    """What the sound expressions of a document know: a repair needs one of them."""

    years: frozenset[int]
    months: frozenset[int]

    @property
    def dates(self) -> bool:
        """Whether the document names any month at all."""
        return bool(self.months)


class Damage(NamedTuple):
    """A row: what it looks like, what was lost, its readings, the likeliest first, and what must support it."""

    name: str
    pattern: str
    lost: str
    read: Callable[[re.Match[str]], tuple[Value, ...]]
    supported: Callable[[Value, Witnesses], bool]
    damaged: str  # a sentence in which it must fire, beside sound dates
    sound: str  # one in which it must not


# --- readings -------------------------------------------------------------------------------------


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]


def _stretch(start: Point, last: str | None) -> Value:
    """`start`, or the stretch from it to the day `last` of the same month."""
    return Period(start=start, end=Point(day=int(last))) if last else start


def _splits(digits: str, pieces: int) -> Iterator[tuple[int, ...]]:
    """All ways to cut digits into so many numbers of one or two digits."""
    if pieces == 1:
        if 1 <= len(digits) <= 2:
            yield (int(digits),)
        return
    for size in (2, 1):
        for rest in _splits(digits[size:], pieces - 1):
            yield (int(digits[:size]), *rest)


def _month_and_day(digits: str) -> Iterator[tuple[int, int]]:
    for month, day in _splits(digits, 2):
        if _is_day(month, day):
            yield month, day


def _lost_digit(match: re.Match[str]) -> tuple[Value, ...]:
    return (_stretch(Point(day=int(match["day"])), match["last"]),)


def _lost_ten(match: re.Match[str]) -> tuple[Value, ...]:
    """6月0日, or 0日 behind 6月9日、: the 10th, the 20th or the 30th."""
    year, month = (int(match[name]) if match[name] else None for name in ("year", "month"))
    last = match["last"]
    return tuple(
        _stretch(Point(year=year, month=month, day=day), last)
        for day in (10, 20, 30)
        if _is_day(month or 1, day) and (not last or day < int(last) <= _LENGTHS[(month or 1) - 1])
    )


def _lost_month_sign(match: re.Match[str]) -> tuple[Value, ...]:
    named = match.groupdict()
    year = int(named["year"]) if named.get("year") else None
    last = named.get("last")
    return tuple(
        Period(start=Point(year=year, month=month, day=day))
        if named.get("since")
        else _stretch(Point(year=year, month=month, day=day), last)
        for month, day in _month_and_day(match["digits"].replace(" ", ""))
        if not last or day < int(last) <= _LENGTHS[month - 1]
    )


def _lost_space(match: re.Match[str]) -> tuple[Value, ...]:
    month, day = int(match["month"]), int(match["day"])
    return (_stretch(Point(month=month, day=day), match["last"]),) if _is_day(month, day) else ()


def _lost_all_signs(match: re.Match[str]) -> tuple[Value, ...]:
    """20231179: the year, then a month and one day or two; the shortest stretch first."""
    year, digits = int(match["year"]), match["digits"]
    stretches = sorted(
        (last - first, month, first, last)
        for month, first, last in _splits(digits, 3)
        if _is_day(month, first) and _is_day(month, last) and first < last
    )
    days = tuple(Point(year=year, month=month, day=day) for month, day in _month_and_day(digits))
    periods = tuple(
        Period(start=Point(year=year, month=month, day=first), end=Point(day=last))
        for _, month, first, last in stretches
    )
    return days + periods


def _lost_year_sign(match: re.Match[str]) -> tuple[Value, ...]:
    month = int(match["month"])
    day = int(match["day"]) if match["day"] else None
    if not 1 <= month <= 12 or (day is not None and not _is_day(month, day)):
        return ()
    return (Point(year=int(match["year"]), month=month, day=day),)


def _lost_to(match: re.Match[str]) -> tuple[Value, ...]:
    first, last = (int(match["month"]), int(match["day"])), (int(match["last_month"]), int(match["last_day"]))
    if not (_is_day(*first) and _is_day(*last) and first < last):
        return ()
    year = int(match["year"]) if match["year"] else None
    return (Period(start=Point(year=year, month=first[0], day=first[1]), end=Point(month=last[0], day=last[1])),)


# --- support --------------------------------------------------------------------------------------


def _first(value: Value) -> Point:
    first = value.start if isinstance(value, Period) else value
    assert isinstance(first, Point)
    return first


def _any_date(_: Value, known: Witnesses) -> bool:
    return known.dates


def _same_month(value: Value, known: Witnesses) -> bool:
    """A stretch proves itself by its second day; a single day needs its month elsewhere."""
    return known.dates if isinstance(value, Period) and value.end else _first(value).month in known.months


def _same_year(value: Value, known: Witnesses) -> bool:
    return _first(value).year in known.years


_LAST = rf"(?:{_TO}(?P<last>\d{{1,2}})日)?"
_BEFORE_COUNT = r"(?![内以后前的之游龄均]|起[算计内,])"
_NO_TERM = "(?<!期,)(?<!限,)(?<!间,)"  # 有效期,120日

DAMAGES = (
    Damage(
        "lost digit of the month",
        rf"(?<![^\n。;,、(“:!?])月(?P<day>0?[1-9]|[12]\d|3[01])日{_LAST}",
        "digit",
        _lost_digit,
        _any_date,
        "5月10日报名。月12日开幕,5月20日闭幕。",
        "本月12日开幕,5月20日闭幕。",
    ),
    Damage(
        "lost digit of the day",
        rf"(?:(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|0?[1-9])月|(?<=[日号]、))0日{_LAST}",
        "digit",
        _lost_ten,
        _any_date,
        "5月0日开幕,5月20日闭幕。",
        "5月10日开幕,5月20日闭幕。",
    ),
    Damage(
        "lost 月, a gap in its place",
        rf"(?P<month>1[0-2]|0?[1-9]) (?P<day>0?[1-9]|[12]\d|3[01]) ?日{_LAST}",
        "月",
        _lost_space,
        _any_date,
        "大会于10 25 日开幕,10月28日闭幕。",
        "大会于10月25日开幕,10月28日闭幕。",
    ),
    Damage(
        "lost 月",
        rf"(?<![^\n。;,、(于在自从至到]){_NO_TERM}(?:(?P<year>(?:19|20)\d\d)年)?(?P<digits>\d{{3,4}})日{_LAST}"
        rf"{_BEFORE_COUNT}(?P<since>起)?",
        "月",
        _lost_month_sign,
        _same_month,
        "510日至12日巡展,5月20日闭幕。",
        "自5月20日起120日内提交,5月21日公告。",
    ),
    Damage(
        "lost 月, before an hour",
        r"(?<![^\n。;,、(于在自从至到])(?:(?P<year>(?:19|20)\d\d)年)?(?P<digits>3[2-9]|[4-9]\d|\d{3,4})日"
        r"(?=[上下]午|[中正]午|凌晨|傍晚|[早晚]上?(?![一-鿿])|[早晚]上?[一二三四五六七八九十]{1,3}[点时]|\([周星]|\d{1,2}[:时点])",
        "月",
        _lost_month_sign,
        _any_date,
        "54日晚七点开幕,6月20日闭幕。",
        "54日内开幕,6月20日闭幕。",
    ),
    Damage(
        "lost 月, alone in its clause",
        rf"(?<=[\n。;,]){_NO_TERM}(?P<digits>\d{{3,4}})日(?=,)",
        "月",
        _lost_month_sign,
        _any_date,
        "为庆祝建馆,429日,画展开幕,6月20日闭幕。",
        "工期,120日,质保两年,6月20日开工。",
    ),
    Damage(
        "日 for 月",
        rf"(?P<digits>(?:1[0-2]|[1-9])日(?:[12]\d|3[01]|0?[1-9]))日{_LAST}",
        "月",
        lambda match: tuple(
            _stretch(Point(month=int(month), day=int(day)), match["last"])
            for month, day in [match["digits"].split("日")]
            if _is_day(int(month), int(day))
        ),
        _same_month,
        "5日12日开幕,5月20日闭幕。",
        "3日、12日开幕,5月20日闭幕。",
    ),
    Damage(
        "lost 年, 月, 日 and 至",
        rf"(?P<year>20[0-3]\d)(?P<digits>\d{{3,6}})(?=[\u4e00-\u9fff(“])"
        rf"(?!(?!公[开布示告])(?:{MEASURES}|[年月日号]))",
        "年月日至",
        _lost_all_signs,
        _same_year,
        "20231179全省现场会召开,2023年工作结束。",
        "共有20231179名会员,2023年工作结束。",
    ),
    Damage(
        "lost 年",
        r"(?P<year>(?:19|20)\d\d)(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>\d{1,2})日)?",
        "年",
        _lost_year_sign,
        _same_year,
        "20179月立项,2017年12月验收。",
        "2017年9月立项,2017年12月验收。",
    ),
    Damage(
        "lost 至",
        r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>\d{1,2})日"
        r"(?P<last_month>1[0-2]|0?[1-9])月(?P<last_day>\d{1,2})日(?=[,。;、)\n]|$)",
        "至",
        _lost_to,
        _any_date,
        "报名时间:3月28日4月4日。考试5月10日。",
        "报名时间:3月28日至4月4日。考试5月10日。",
    ),
)

# Only where one of the rows can begin.
_SCOUT = re.compile(
    r"[月0-9](?=[0-9日月 ])(?<![0-9.A-Za-z#_/-].)(?<![0-9],.)(?<![号码第].)"
    r"(?=(?<=月)\d{1,2}日|(?:\d{3}年\d)?\d?月\d{1,2}日\d{1,2}月|\d? \d{1,2} ?日|\d{2,3}日"
    r"|(?<=[3-9])\d日[上下中正凌傍早晚(0-9]"
    r"|\d?月0日|(?<=、0)日|(?:\d{3}年)\d{1,2}月0日|\d{3}年\d{3,4}日|\d?日\d{1,2}日|\d{6,9}(?!\d)|\d{4,5}月)"
)
_ROWS = tuple((re.compile(damage.pattern), damage) for damage in DAMAGES)


class Found(NamedTuple):
    """A damaged place and its readings."""

    at: Span
    damage: Damage
    readings: tuple[Value, ...]


def _witnesses(sound: Sequence[Expression]) -> Witnesses:
    points = [
        point
        for expression in sound
        for point in (
            (expression.value.start, expression.value.end)
            if isinstance(expression.value, Period)
            else (expression.value,)
        )
        if isinstance(point, Point)
    ]
    return Witnesses(
        years=frozenset(point.year for point in points if point.year and point.era is None and not point.short_year),
        months=frozenset(point.month for point in points if point.month and point.day and not point.lunar),
    )


def repairs(text: str, sound: Sequence[Expression]) -> list[Found]:
    """The damaged places of a text, each with the readings that its `sound` expressions support."""
    found: list[Found] = []
    known: Witnesses | None = None
    for scout in _SCOUT.finditer(text):
        known = known or _witnesses(sound)
        if hit := _read(text, scout.start(), known):
            found.append(hit)
    return [found[0], *(b for a, b in pairwise(found) if b.at.start >= a.at.end)] if found else []


def _read(text: str, start: int, known: Witnesses) -> Found | None:
    """What the longest row that begins here makes of the place."""
    best: Found | None = None
    for pattern, damage in _ROWS:
        match = pattern.match(text, start)
        if match is None or (best and match.end() <= best.at.end):
            continue
        readings = tuple(value for value in damage.read(match) if damage.supported(value, known))
        if readings:
            best = Found(Span(*match.span()), damage, readings)
    return best
