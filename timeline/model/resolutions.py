"""What it means: a date and the steps that led there, and what a document says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

from timeline import edtf as _edtf
from timeline.model.documents import Script, Span
from timeline.model.expressions import Expression, Part

T = TypeVar("T")


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
        first, last = _edtf.bounds(self.edtf) if self.edtf else (None, None)
        return first is not None and first == last


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


_LONG_AFTER = timedelta(days=120)  # a year is looked back on until spring


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a document as a whole says of its time; understood once, before the expressions are resolved."""

    year: Claim[int] | None = None  # the year the document is about, as a person would name it
    title_year: Claim[int] | None = None  # the one year in the title; a title with two claims none
    published: Claim[date] | None = None
    met: Claim[date] | None = None  # the day of the meeting whose minutes they are
    lead: Claim[date] | None = None  # the first full day of the opening: stands in for the day of publication
    ordinal_year: Claim[int] | None = None  # 第三十三次全国助残日 -> 2023
    miscounted: frozenset[tuple[str, int]] = frozenset()  # observance and number that a date beside it contradicts
    number_year: Claim[int] | None = None  # 〔2020〕1号 -> 2020
    moon_year: Claim[int] | None = None  # 5月1日(农历四月初一), of the years that are named
    moon_pairs: tuple[Claim[tuple[int, ...]], ...] = ()  # the years that each such pair allows
    anniversary_year: Claim[int] | None = None  # 建校六十周年, 创办于1958年 -> 2018
    report_year: Claim[int] | None = None  # 2019年年报, 2020年第一季度财报 -> 2020
    stamp_year: Claim[int] | None = None  # of the files and pages that it points to: IMG_20180624.jpg
    named: tuple[Naming, ...] = ()  # every year that is named, in order of the text
    games: tuple[Claim[tuple[date, date]], ...] = ()  # the days of the games that it names by their city
    postings: tuple[Posting, ...] = ()  # the articles of a page, where it holds several
    occasion: Claim[str] | None = None  # key of the observance that the document is about
    region: str = "CN"  # CN, TW, HK, MO
    script: Script = Script.HANS
    notice: bool = False  # a notice looks ahead, a report looks back
    given_year: int | None = None  # --year
    reference: date | datetime | None = None  # --date: the day, or the very moment, to count 今天 from

    @property
    def put_up_late(self) -> bool:
        """Whether the page was put up long after the year of its title was over: nobody wrote it on that day."""
        if self.published is None or self.title_year is None or "source" not in self.published.rule:
            return False
        return self.title_year.rule == "year-title" and (
            self.published.value - date(self.title_year.value, 12, 31) > _LONG_AFTER
        )

    @property
    def now(self) -> Claim[date] | None:
        """The day to count 今天 from; never the machine's."""
        if self.put_up_late:
            return None
        if self.published is not None or self.reference is None:
            return self.published or self.met or self.lead
        moment = self.reference
        return Claim(moment.date() if isinstance(moment, datetime) else moment, "reference")


class Posting(NamedTuple):
    """One of several articles of a page, with the day on which it was put there."""

    at: Span
    line: Span  # the one that says the day
    head: Span  # the one that names it
    day: Claim[date]
    closed: bool  # whether the day stands below what it dates


class Naming(NamedTuple):
    """A year that the document names, and how."""

    year: int
    at: Span
    month: int | None = None
    day: int | None = None
    side: str = ""  # bracket, quote, range, deadline, remark, origin, now, plan, horizon, source: a weaker witness
