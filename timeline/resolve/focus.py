"""What was said last -> what a yearless month, a bare day or a clock time goes on from.

A `Focus` is carried through the document by the fold in `timeline.resolve`; it never changes, `moves.after` makes the
next one. It keeps two days apart: `said`, the last date said, which months and days go on from, and `event`, the last
single day on which something happened, which 当天 and clock times take. Distance is no rule, being an event is.

>>> Partial(2022, 5, 12).edtf, Partial(None, 5, 12).edtf, Partial(None, None, 12).edtf, Partial(2022).edtf
('2022-05-12', 'XXXX-05-12', 'XXXX-XX-12', '2022')
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from timeline import edtf
from timeline.model import Certainty, Claim, Clock, Span

_LEAP_YEAR, _SHORTEST_MONTH = 2000, 28


class Partial(NamedTuple):
    """A date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The date as EDTF; an unknown year is XXXX, an unknown month XX."""
        if self.month is None:
            return edtf.year(self.year) if self.day is None else f"{edtf.year(self.year)}-XX-{self.day:02d}"
        if self.day is None:
            return edtf.month(self.year, self.month)
        return edtf.day(self.year, self.month, self.day)

    @property
    def known(self) -> date | None:
        """The day, where it is whole and exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def later(self, days: int) -> Partial:
        """So many days later; of a day without a year in a year that has all of them."""
        if self.month is None and self.day is not None:
            day = self.day + days
            return self._replace(day=day) if 1 <= day <= _SHORTEST_MONTH else NOWHERE
        try:
            found = date(self.year or _LEAP_YEAR, self.month or 0, self.day or 0) + timedelta(days)
        except (ValueError, OverflowError):
            return self
        return Partial(found.year if self.year is not None else None, found.month, found.day)

    @classmethod
    def of(cls, day: date) -> Partial:
        """The same day."""
        return cls(day.year, day.month, day.day)


NOWHERE = Partial()
SCHOOL_ENDS = 7  # the month
_REMEMBERED = 12


class Said(NamedTuple):
    """A date that was said, how sure it is, and where it stands."""

    place: Partial
    sure: Certainty
    because: Span | None = None  # raw
    school: bool = False  # a school year, or its first term: from January on its months are of the next year

    def year(self, month: int | None) -> int | None:
        """The year in which a month of it lies."""
        year = self.place.year
        turned = self.school and self.place.month is None and month is not None and month <= SCHOOL_ENDS
        return year + 1 if year is not None and turned else year


class Frame(NamedTuple):
    """The Monday of a week that was said, and how far it holds."""

    monday: Claim[date]
    ends: int  # at


class Feast(NamedTuple):
    """A feast with days off, and its days, as 节后 counts from them."""

    key: str
    days: tuple[date, date]
    sure: Certainty
    because: Span | None = None  # raw


class Focus(NamedTuple):
    """What the reader of a text has in mind at one place of it."""

    said: Said | None = None  # the last date said: a bare month or day goes on from it
    event: Said | None = None  # the last single day on which something happened
    home: Said | None = None  # what was said before 明年1月2日 or 去年3月1日, which is `said` now
    days: tuple[Said, ...] = ()  # the last single days said, the latest first: 开学当天 is the one of 2月22日开学
    opening: Said | None = None  # the first such day: a meeting closes on the day on which it opened
    beside: Said | None = None  # the whole day that ended just here: the clock time beside it belongs to it
    beside_ends: int = -1  # at
    stretch: str | None = None  # EDTF: the days from one to another that ended just there
    remark: Said | None = None  # a year in passing (成立于2005年): holds to the end of its sentence
    remark_ends: int = -1  # at
    clause: Said | None = None  # 去年 before it in the same clause
    clause_ends: int = -1  # at
    piece: Said | None = None  # 明年第一季度: a month of it in the same sentence is of that year
    piece_months: tuple[int, int] = (0, 0)
    piece_ends: int = -1  # at
    heading: Said | None = None  # what the heading above says
    heading_level: int = -1
    part: Said | None = None  # the last month that stood alone at the head of a part: 十月 above 十二月
    era: str | None = None  # 民国 of 民国二十六年 … 三十五年
    now: Claim[date] | None = None  # a section that says when it was written: 2019/11/15 更新
    wire_ends: int = -1  # at: to here `now` is the day of a dateline
    log: Said | None = None  # the day at the head of lines that begin with the hour, one after another
    log_ends: int = -1  # at
    entry: Claim[date] | None = None  # the day at the head of an entry of a diary
    trip: Partial = NOWHERE  # the first day of a trip, of which 第四天 (11月18日) was said
    month: Partial = NOWHERE  # the last month or day said that has its year
    latest: tuple[int, int] = (0, 0)  # the latest year and month said so far
    falls: int = 0  # how often in a row dates went back: a list newest-first
    lunar: Partial = NOWHERE  # the last day of the Chinese calendar, in its own count
    lunar_sure: Certainty = Certainty.DERIVED
    lunar_ends: int = -1  # at: to here days in Chinese numerals are lunar, as the one before them was
    weeks: tuple[Frame, ...] = ()  # the weeks that frame what is told, the innermost last: 本周完成, 下周计划
    weekday: Partial = NOWHERE  # the last day that was said with its weekday: a programme goes on from it
    weekday_ends: int = -1  # at
    hour: int = -1  # of the last clock time of the event: 凌晨 after an evening is of the next day
    clock: Clock | None = None  # the last clock time of the event: 一小时后 counts from it
    clock_ends: int = -1  # at
    line_hour: int = -1  # of the last line of a programme: 1:00 below 11:00 is of the afternoon
    line_part: bool = False  # whether that line was a part of day: 下午, and below it the hours
    half_ends: int = -1  # at: to here 5点 is of the same half of the day as 下午2点 before it
    twelve_ends: int = -1  # at: to here 4:30 is too, since 下午2:30 before it counts to twelve
    feast: Feast | None = None  # the feast named last: 节后第一个工作日 counts from it
    term: Claim[date] | None = None  # the Monday of the first week of the school term
    habit_start: int = -1  # at: where they begin
    habit_ends: int = -1  # at: to here clock times belong to 每天, 每周三

    def at(self, position: int) -> Said | None:
        """What a date at `position` of the clean text goes on from."""
        if self.remark is not None and position < self.remark_ends:
            return self.remark
        return self.said

    def moved(self, said: Said, *, event: bool) -> Focus:
        """The focus after a date was said."""
        falls, month = self.falls, said.place
        latest = max(self.latest, (month.year or 0, month.month or 0))
        if month.year is None or month.month is None:
            month = self.month
        elif self.month.year is not None:
            change = _months(month) - _months(self.month)
            falls = falls + 1 if change < 0 else 0 if change > 0 else falls
        days = (said, *self.days[: _REMEMBERED - 1]) if said.place.day is not None else self.days
        return self._replace(
            said=said,
            event=said if event else self.event,
            home=None,
            days=days,
            opening=self.opening or (said if event else None),
            remark=None,
            month=month,
            latest=latest,
            falls=falls,
            hour=-1 if event else self.hour,
            clock=None if event else self.clock,
            line_hour=-1,
            line_part=False,
        )


def _months(place: Partial) -> int:
    return (place.year or 0) * 12 + (place.month or 0)
