"""What is written: an expression of time and the values that its letters say, whatever they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.model.documents import Span


class Unit(StrEnum):
    """Units of calendar and clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"  # 工作日: only ever counted, a length of working days is one of days
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"  # 学期, half of a school year
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Part(StrEnum):
    """Parts of a day, as the evaluation format names them."""

    DAWN = "dawn"  # 凌晨
    MORNING = "morning"  # 上午, 早上, 清晨
    NOON = "noon"  # 中午
    AFTERNOON = "afternoon"  # 下午
    EVENING = "evening"  # 晚上, 傍晚
    NIGHT = "night"  # 夜间, 深夜, 午夜


class Section(StrEnum):
    """A named piece of the smallest unit that a `Point` has written (of 5月 in 5月中下旬, of 2022年 in 2022年底)."""

    EARLY = "early"  # 初: month 1-10, year January, decade its first years
    MIDDLE = "middle"  # 中: month 11-20, year June
    LATE = "late"  # 底, 末: month 21-last, year December; the last day where it ends a stretch
    FIRST_TEN = "first-ten"  # 上旬
    SECOND_TEN = "second-ten"  # 中旬
    THIRD_TEN = "third-ten"  # 下旬
    FIRST_SECOND_TEN = "first-second-ten"  # 上中旬
    SECOND_THIRD_TEN = "second-third-ten"  # 中下旬
    FIRST_HALF = "first-half"  # 上半年, 上半月
    SECOND_HALF = "second-half"  # 下半年, 下半月
    Q1 = "q1"
    Q2 = "q2"
    Q3 = "q3"
    Q4 = "q4"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    WEEKEND = "weekend"
    WHOLE = "whole"  # 全年, 全天, 整个5月
    SUMMER_BREAK = "summer-break"  # 暑假
    WINTER_BREAK = "winter-break"  # 寒假
    ACADEMIC = "academic"  # 学年, 学年度: the school year that begins in the year
    AUTUMN_TERM = "autumn-term"  # 秋季学期, 第一学期
    SPRING_TERM = "spring-term"  # 春季学期, 第二学期


class Anchor(StrEnum):
    """What a relative word counts from."""

    NOW = "now"  # 今年, 昨日, 下周: the moment of writing
    FOCUS = "focus"  # 同年, 翌年, 当月: what was said before
    EVENT = "event"  # 当天, 次日, 三天后: the last day on which something happened
    FEAST = "feast"  # 节后第一个工作日: the feast that was named last
    TERM = "term"  # 第10周周四: the first week of the school term


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units after the anchor (before it, where `amount` is negative): 去年 is Shift(YEAR, -1, NOW)."""

    unit: Unit
    amount: float  # 半年前 is Shift(YEAR, -0.5, NOW)
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Nth:
    """One or more units counted within the longer unit that a `Point` has written.

    2021年第一周 is Nth(1, WEEK); 最后五天 is Nth(-1, DAY, 5); 前三季度 is Nth(1, QUARTER, 3).
    With a `weekday` it counts that weekday: 5月第三个星期日 is Nth(3, WEEK) and weekday 6.
    Beside an observance a negative number counts back from it: 春节前最后一个工作日 is Nth(-1, WORKDAY).
    """

    number: int  # from 1; -1 is the last
    unit: Unit
    count: int = 1


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written; `hour` 0-24, already moved by a part of day (下午3点 is 15)."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None  # as written: 北京时间, GMT+8


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point in time as far as it is written. A field that is not written is None, whatever the context would say."""

    era: str | None = None  # 民国, 光绪, 公元前 (folded); then `year` counts in that era
    year: int | None = None
    short_year: bool = False  # 22年, 90年代: `year` or `decade` has only its last two digits
    century: int | None = None  # 20世纪 is 20
    decade: int | None = None  # 1990年代 is 1990; 90年代 is 90 with `short_year`
    sexagenary: str | None = None  # 癸卯, 龙: names the lunar year
    month: int | None = None
    day: int | None = None
    cycle_day: str | None = None  # 癸卯 of 六月癸卯: the day by its name in the cycle of sixty
    lunar: bool = False  # month and day are of the Chinese calendar
    leap: bool = False  # a leap month of it
    section: Section | None = None
    weekday: int | None = None  # Monday is 0
    nth: Nth | None = None
    shift: Shift | None = None  # a relative word; written fields below its unit narrow it: 今年3月, 上周五
    same_period: bool = False  # 去年同期: the month or day of the focus, in the shifted year
    part: Part | None = None
    clock: Clock | None = None
    approximate: bool = False  # 左右, 前后, 约, 许


class Window(StrEnum):
    """Which time around an observance is meant."""

    DAY = "day"  # 助残日, 助残日当天
    DURING = "during"  # 期间
    EVE = "eve"  # 前夕, 前一天
    AROUND = "around"  # 前后, 到来之际
    HOLIDAY = "holiday"  # 假期, 长假, 黄金周
    NEXT_DAY = "next-day"  # 元旦次日


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An observance by name: 第三十三次全国助残日, 今年春节期间, “十四五”期间."""

    key: str  # id of the entry of the catalogue
    ordinal: int | None = None
    year: Point | None = None  # 2022年, 今年: a point with only a year or a shift of years
    window: Window = Window.DAY
    part: Part | None = None
    clock: Clock | None = None
    counted: Point | None = None  # 春节后第一个工作日: what is counted from its days, a point with an `nth`


class Direction(StrEnum):
    """How a duration lies to its anchor."""

    LAST = "last"  # 近三年, 过去两年: ends at the anchor
    NEXT = "next"  # 未来三年: begins at the anchor
    PREVIOUS = "previous"  # 前两年, 上两周: the whole units before the present one
    FOLLOWING = "following"  # 后三个月, 下三年: the whole units after the present one
    WITHIN = "within"  # 5日内


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time: ISO 8601 text, P1M, PT48H, P2M15D; empty where the number is not written, as in 数日."""

    iso: str
    direction: Direction | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch from `start` to `end`, each None where it is open. Ends keep only what is written at their side."""

    start: Point | Occasion | None = None
    end: Point | Occasion | None = None
    deadline: bool = False  # X前, X截止: the event's day is X itself
    approximate: bool = False


BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")  # RFC 5545, Monday first as in date.weekday()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A repeated time as an RFC 5545 rule: 每周三 is FREQ=WEEKLY;BYDAY=WE."""

    rrule: str
    start: Point | None = None  # 96年起每年7月
    part: Part | None = None
    clock: Clock | None = None
    until: Clock | None = None  # 每天9时至17时


Value = Point | Period | Occasion | Duration | Recurrence


class ExpressionKind(StrEnum):
    """The kinds of the evaluation format."""

    DATE = "date"
    TIME = "time"  # a clock time or part of day without a date
    PERIOD = "period"
    DEADLINE = "deadline"
    DURATION = "duration"
    SET = "set"
    OBSERVANCE = "observance"


@dataclass(frozen=True, slots=True)
class Repair:
    """What a damaged expression has lost. A resolver needs support from the document to believe it."""

    lost: str  # 月, 年月日至, or "digit" for the month digit before 月
    readings: tuple[Value, ...] = ()  # all valid readings, the likeliest first; `Expression.value` is the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression where it stands, and what its letters say."""

    span: Span
    at: Span
    text: str  # raw[span]
    kind: ExpressionKind
    phrase: str  # the row of the table that read it
    value: Value
    repair: Repair | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAlone:
    """Words that look like a time and are none."""

    span: Span
    text: str  # raw[span]
    rule: str  # a row of the messages: trap-NAME
