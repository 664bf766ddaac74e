"""The nouns of the house: documents, what is written in them, what it means, and what happened.

Everything here is immutable, knows no file format, no calendar and no clock, and imports nothing but the standard
library and `timeline.edtf`. Two rules hold throughout:

* A `Span` in a field called `span` counts code points of the text **as it was read** (`Document.raw`); one in a field
  called `at` counts the cleaned text (`Document.text`). Nothing else is ever meant.
* What is *written* (`Expression.value`) and what it *means here* (`Resolution.when`) are different types, made by
  different packages which may not import each other.

>>> Span(3, 8).of("据悉，5月12日，")
'5月12日'
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from timeline import edtf as _edtf

T = TypeVar("T")

# --- places in a text ------------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Offsets:
    """Leads from the cleaned text back to the raw one: a shift that changes at a few positions.

    `starts[i]` is the first position of the cleaned text for which `shifts[i]` holds; `starts[0]` is 0.

    >>> Offsets(starts=(0, 2), shifts=(0, 1)).raw(2)   # one character was dropped before position 2
    3
    """

    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def raw(self, position: int) -> int:
        """Where the character at `position` of the cleaned text stood in the raw one."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def raw_span(self, at: Span) -> Span:
        """The raw stretch from the first to the last character of `at`; it never ends in dropped characters."""
        start = self.raw(at.start)
        return Span(start, self.raw(at.end - 1) + 1 if at.end > at.start else start)


class Role(StrEnum):
    """What a block is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a list item, a label line, a line of a programme
    ROW = "row"  # a row of a table, its cells between | or tabs
    META = "meta"  # publication line, front matter
    TAIL = "tail"  # below the text: links to more, bait


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that a reader sees as one piece. Blocks lie in order and never overlap."""

    at: Span
    role: Role
    level: int = 0  # of a heading: 1 is the highest, 0 where the document does not say


class Script(StrEnum):
    """ISO 15924, in the letters of the evaluation format."""

    HANS = "hans"
    HANT = "hant"


class Place(NamedTuple):
    """Where a line stands on paper; in points from the upper left corner of its page, where that is known."""

    start: int  # of the line in `Document.raw`
    page: int  # from 1
    left: int | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was read, and the same text made easy to search."""

    name: str  # as the user gave it; shown to people
    raw: str  # exactly what was read, damage included
    text: str  # cleaned: idle white space dropped, wrapped lines joined, characters folded one for one
    offsets: Offsets = field(compare=False)  # from `text` to `raw`, and found by them
    blocks: tuple[Block, ...] = field(compare=False)  # of `text`, and found by it
    script: Script
    title: str | None = None  # in the document's own script
    published: date | None = None  # what the file's format or name says of itself, never a guess from the text
    notes: tuple[Note, ...] = ()  # what its reader has to say of it
    places: tuple[Place, ...] = ()  # of what was set on pages, in order

    def __hash__(self) -> int:
        """By name and raw text alone, whose hashes Python keeps: what is asked of a document can be remembered."""
        return hash((self.name, self.raw))

    def raw_span(self, at: Span) -> Span:
        """The place in `raw` of a stretch of `text`."""
        return self.offsets.raw_span(at)

    def words(self, at: Span) -> str:
        """The raw words of a stretch of `text`."""
        return self.raw_span(at).of(self.raw)

    def line(self, position: int) -> int:
        """The number, from 1, of the line of `raw` that holds `position`."""
        return bisect_left(_line_ends(self.raw), position) + 1

    def place(self, position: int) -> Place | None:
        """Where `position` of `raw` stands on paper; nowhere, where the text has no pages.

        A form feed ends a page in plain text too.
        """
        if self.places:
            return self.places[max(bisect_right(self.places, position, key=lambda place: place.start) - 1, 0)]
        if not (pages := _page_ends(self.raw)):
            return None
        return Place(self.raw.rfind("\n", 0, position) + 1, bisect_right(pages, position) + 1)


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _line_ends(raw: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer("\n", raw))


@lru_cache(maxsize=4)
def _page_ends(raw: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer("\f", raw))


# --- what is written: the values of expressions -----------------------------------------------------------------------


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


# --- what it means: resolutions ---------------------------------------------------------------------------------------


class Certainty(IntEnum):
    """How a date was come by; the weakest rule that took part decides."""

    GUESSED = 0
    DERIVED = 1
    WRITTEN = 2

    @property
    def label(self) -> str:
        """`written`, `derived` or `guessed`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A resolved time.

    `edtf` is EDTF (ISO 8601-2): 2022-05-15, 2020-05, 2020-05-11/2020-05-31, ../2020-05-30, XXXX-05-12.

    >>> When(edtf="2020-05").first, When(edtf="2020-05").last
    (datetime.date(2020, 5, 1), datetime.date(2020, 5, 31))
    """

    edtf: str | None = None  # None for a recurrence and a bare duration
    time: str | None = None  # "15:00", "15:00:30", "15:00/17:30"
    part: Part | None = None
    duration: str | None = None  # ISO 8601
    rrule: str | None = None  # RFC 5545

    @property
    def first(self) -> date | None:
        """The first day, or None where it is open, unknown or before year 1."""
        return _edtf.bounds(self.edtf)[0] if self.edtf else None

    @property
    def last(self) -> date | None:
        """The last day, or None where it is open, unknown or before year 1."""
        return _edtf.bounds(self.edtf)[1] if self.edtf else None

    @property
    def single_day(self) -> bool:
        """Whether it is exactly one known day."""
        return self.first is not None and self.first == self.last


class Step(NamedTuple):
    """One line of a reason. `rule` names a text of `messages`; `values` fill its words in."""

    rule: str
    values: Mapping[str, str] = {}
    because: Span | None = None  # raw: the words that prove it


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """An expression, what it means in its document, and why."""

    expression: Expression
    when: When | None  # None: understood, not datable; the steps say why
    certainty: Certainty
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """A fact about a document, and its proof."""

    value: T
    rule: str  # a text of `messages`
    because: Span | None = None  # raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a document as a whole says of its time; understood once, before the expressions are resolved."""

    year: Claim[int] | None = None  # the year the document is about, as a person would name it
    title_year: Claim[int] | None = None  # the one year in the title; a title with two claims none
    published: Claim[date] | None = None
    lead: Claim[date] | None = None  # the first full day of the opening: stands in for the day of publication
    ordinal_year: Claim[int] | None = None  # 第三十三次全国助残日 -> 2023
    miscounted: frozenset[tuple[str, int]] = frozenset()  # observance and number that a date beside it contradicts
    number_year: Claim[int] | None = None  # 〔2020〕1号 -> 2020
    moon_year: Claim[int] | None = None  # 5月1日(农历四月初一), of the years that are named
    moon_pairs: tuple[Claim[tuple[int, ...]], ...] = ()  # the years that each such pair allows
    anniversary_year: Claim[int] | None = None  # 建校六十周年, 创办于1958年 -> 2018
    stamp_year: Claim[int] | None = None  # of the files and pages that it points to: IMG_20180624.jpg
    named: tuple[Naming, ...] = ()  # every year that is named, in order of the text
    postings: tuple[Posting, ...] = ()  # the articles of a page, where it holds several
    occasion: Claim[str] | None = None  # key of the observance that the document is about
    region: str = "CN"  # CN, TW, HK, MO
    script: Script = Script.HANS
    notice: bool = False  # a notice looks ahead, a report looks back
    given_year: int | None = None  # --year
    reference: date | datetime | None = None  # --date: the day, or the very moment, to count 今天 from

    @property
    def now(self) -> Claim[date] | None:
        """The day to count 今天 from; never the machine's."""
        if self.published is not None or self.reference is None:
            return self.published or self.lead
        moment = self.reference
        return Claim(moment.date() if isinstance(moment, datetime) else moment, "reference")


class Posting(NamedTuple):
    """One of several articles of a page, closed by the day on which it was put there."""

    at: Span
    line: Span  # the last one, which says the day
    head: Span  # the one that names it
    day: Claim[date]


class Naming(NamedTuple):
    """A year that the document names, and how."""

    year: int
    at: Span
    month: int | None = None
    day: int | None = None
    side: str = ""  # bracket, quote, range, deadline, remark, origin, now, plan, source: a weaker witness


# --- what happened: events --------------------------------------------------------------------------------------------


class EventKind(StrEnum):
    """The kinds of the evaluation format."""

    EVENT = "event"
    DEADLINE = "deadline"
    PERIOD = "period"
    PUBLICATION = "publication"


class Category(StrEnum):
    """What kind of thing an event is; its names stand in the messages, its words in `data/categories.toml`."""

    CEREMONY = "ceremony"  # 启动仪式, 揭牌, 签约, 颁奖
    FAIR = "fair"  # 招聘会, 市集, 庙会, 博览会
    CONTEST = "contest"
    PERFORMANCE = "performance"
    EXHIBITION = "exhibition"
    LECTURE = "lecture"  # 讲座, 沙龙, 论坛
    MEETING = "meeting"
    VISIT = "visit"  # 走访, 调研, 出访
    TRAINING = "training"
    CAMPAIGN = "campaign"  # 主题活动, 宣传周
    SERVICE = "service"  # 义诊, 捐赠, 志愿服务
    PUBLICATION = "publication"  # 印发, 发布, 施行
    DEADLINE = "deadline"
    APPLICATION = "application"  # 报名, 征集, 填报
    EXAMINATION = "examination"
    OBSERVANCE = "observance"
    RITE = "rite"  # 遶境, 法会, 祭典
    WORKS = "works"  # 开工, 通车, 启用, 上线
    CLOSURE = "closure"  # 停水, 封路, 闭馆, 放假
    FOUNDING = "founding"  # 成立, 合并, 上市
    LIFE = "life"  # 出生, 毕业, 任职, 获奖, 逝世
    INCIDENT = "incident"  # 事故, 灾害, 战事
    COURT = "court"
    JOURNEY = "journey"
    PERIOD = "period"  # nothing is said but how long
    OTHER = "other"


class Weight(StrEnum):
    """Whether an editor would give the event a line of its own."""

    CORE = "core"
    MINOR = "minor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a document tells of an event."""

    document: str  # Document.name
    span: Span  # raw
    text: str  # raw[span]
    line: int  # of `raw`, from 1
    resolution: Resolution | None = None  # the expression that dates it; None where only the title names it


class Dispute(NamedTuple):
    """Another day that another document gives a happening."""

    uid: str  # of the event of that day
    when: When
    document: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, happens or is due."""

    uid: str  # 32 hex digits: the same on every run and machine, whatever the date or the file's path
    when: When
    title: str
    description: str
    place: str | None
    organisers: tuple[str, ...]
    kind: EventKind
    category: Category = Category.OTHER
    weight: Weight
    certainty: Certainty
    repaired: bool = False
    evidence: tuple[Evidence, ...]
    tellings: tuple[Event, ...] = ()  # what it was merged of, each with one evidence; empty where it was told once
    disputes: tuple[Dispute, ...] = ()
    decided: tuple[Step, ...] = ()  # what a person decided of it, and where that stands

    @property
    def sort_key(self) -> tuple[bool, date, int, str, str, str]:
        """Total order: first day, then longer stretches first, then clock and title; without a known day last."""
        first, last = self.when.first, self.when.last
        day = first or last
        length = (last - first).days if first and last else 0
        return (day is None, day or date.max, -length, self.when.time or "", self.title, self.uid)


class Severity(IntEnum):
    """How much a note matters."""

    INFO = 0  # something was left out or taken as a trap
    DOUBT = 1  # two readings, a conflict, a repair
    LOSS = 2  # something could not be dated or read


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A doubt, kept and shown, never raised. `rule` names a text of `messages`."""

    document: str
    rule: str
    values: Mapping[str, str]
    severity: Severity
    span: Span | None = None  # raw
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One document, understood."""

    document: Document
    setting: Setting
    resolutions: tuple[Resolution, ...]
    events: tuple[Event, ...]
    notes: tuple[Note, ...]
    left_alone: tuple[LeftAlone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The events of all documents, sorted, and every doubt."""

    events: tuple[Event, ...]
    stories: tuple[Story, ...]
    notes: tuple[Note, ...]
    stories_beside: int = 0  # of how many more documents nothing is shown
    notes_beside: int = 0  # how many more doubts belong to nothing that is shown
