"""A document, its setting and its expressions -> the days, months and years that it names."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from timeline.memory import once
from timeline.model import (
    Anchor,
    Claim,
    Document,
    Expression,
    Naming,
    Setting,
    Span,
    Unit,
)
from timeline.setting.written import points_of

_FEWEST_STEPS = 2


class Namings:
    """What the document names, ready to be asked by year, month or day."""

    def __init__(self, document: Document, expressions: Sequence[Expression], setting: Setting) -> None:
        self._document, self._expressions, self._setting = document, expressions, setting
        self._days: dict[date, Span] = {}

    @once
    def whole_days(self) -> tuple[date, ...]:
        """Every whole day that the document names, sorted."""
        for naming in self._setting.named:
            if naming.month and naming.day and naming.side != "record":
                try:
                    self._days.setdefault(
                        date(naming.year, naming.month, naming.day), self._document.raw_span(naming.at)
                    )
                except ValueError:
                    continue
        return tuple(sorted(self._days))

    def span_of_day(self, year: int, month: int, day: int | None) -> Span | None:
        """The raw words of the whole day closest to a date."""
        try:
            wanted = date(year, month, day or 15)
        except ValueError:
            return None
        days = self.whole_days
        at = bisect_right(days, wanted)
        closest = min(days[max(at - 1, 0) : at + 1], key=lambda known: abs((known - wanted).days), default=None)
        return self._days.get(closest) if closest else None

    @once
    def months(self) -> dict[int, tuple[Naming, ...]]:
        """The namings of each month that come with a year."""
        found: dict[int, list[Naming]] = {}
        for naming in self._setting.named:
            if naming.month and naming.side not in ("source", "bracket", "record"):
                found.setdefault(naming.month, []).append(naming)
        return {month: tuple(namings) for month, namings in found.items()}

    @once
    def months_of_day(self) -> dict[int, frozenset[int]]:
        """With which months each day of a month is said, in what is not damaged."""
        found: dict[int, set[int]] = {}
        for expression in self._expressions:
            for point in points_of(expression) if expression.repair is None else ():
                if point.month and point.day and not point.lunar:
                    found.setdefault(point.day, set()).add(point.month)
        return {day: frozenset(months) for day, months in found.items()}

    @once
    def day_months(self) -> Counter[int]:
        """How often each month is said together with a day, in what is not damaged."""
        return Counter(
            point.month
            for expression in self._expressions
            if expression.repair is None
            for point in points_of(expression)
            if point.month and point.day and not point.lunar
        )

    @once
    def told_this_year(self) -> Claim[int] | None:
        """The year in which 去年6月 is the June of a whole day that the document names: 2024/6/7场次 … 去年6月停办."""
        for expression in self._expressions:
            for point in points_of(expression):
                shift = point.shift
                if shift is None or (shift.unit, shift.anchor) != (Unit.YEAR, Anchor.NOW):
                    continue
                if not shift.amount or point.month is None:
                    continue  # 今年5月12日 may be the tenth since the one that is named
                years = {naming.year for naming in self.months.get(point.month, ()) if naming.day and not naming.side}
                if len(years) == 1:
                    return Claim(years.pop() - int(shift.amount), "year-said", expression.span)
        return None

    @once
    def records(self) -> frozenset[Span]:
        """Where the years of records stand: 最早纪录出现在1983年."""
        return frozenset(naming.at for naming in self._setting.named if naming.side == "record")

    @once
    def newest_first(self) -> bool:
        """Whether the years go back from one to the next all through the document: 2020年 … 2019年 … 2018年."""
        years = [naming.year for naming in self._setting.named if not naming.side]
        steps = [after - before for before, after in pairwise(years) if after != before]
        return len(steps) >= _FEWEST_STEPS and all(step < 0 for step in steps)

    @once
    def oldest_first(self) -> bool:
        """Whether the years go on from one to the next all through the document, as those of a chronicle do."""
        years = [naming.year for naming in self._setting.named if not naming.side]
        steps = [after - before for before, after in pairwise(years) if after != before]
        return len(steps) >= _FEWEST_STEPS and all(step > 0 for step in steps)
