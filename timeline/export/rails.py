"""Months of events -> a rail beside the days for each event that lasts, so that one sees what runs at the same time.

A rail keeps its lane from the first day to the last; the first lane that is free takes the next event. Left of a row
stands its margin: `┌─┼` where a rail begins and crosses another, `│` where one runs on, `└──` where one ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from timeline.export.grouping import Day, Month, Rank
from timeline.export.wording import Precision, precision
from timeline.model import Event

_MOST = 5  # lanes; what does not fit has its days in words only


class Rails:
    """The lanes of a page, and which of them run in the row that is being written."""

    def __init__(self, months: Sequence[Month] = (), until: date | None = None) -> None:
        self.until = until  # what ends later than was asked for does not end on this page
        self.lanes: dict[str, int] = {}
        self.ends: dict[date, list[Event]] = {}
        self.running: set[int] = set()
        free: list[date] = []  # the last day of each lane
        for event in _lasting(months):
            self._lay(event, free)
        self.width = len(free)

    def _lay(self, event: Event, free: list[date]) -> None:
        first, last = event.when.first, event.when.last
        assert first
        assert last
        lane = next((i for i, taken in enumerate(free) if taken < first), len(free))
        if lane == _MOST:
            return
        free[lane : lane + 1] = [last]
        self.lanes[event.uid] = lane
        if self.until is None or last <= self.until:
            self.ends.setdefault(last, []).append(event)

    def margin(self) -> str:
        """The margin of a row in which nothing begins or ends."""
        return (
            f" {''.join('│' if lane in self.running else ' ' for lane in range(self.width))} " if self.width else "  "
        )

    def begin(self, event: Event) -> str:
        """The margin of the first row of an event, whose rail runs on from there."""
        if (lane := self.lanes.get(event.uid)) is None:
            return self.margin()
        drawn = self._joined(lane, "┌")
        self.running.add(lane)
        return drawn

    def end(self, event: Event) -> str:
        """The margin of the row in which an event ends."""
        lane = self.lanes[event.uid]
        self.running.discard(lane)
        return self._joined(lane, "└")

    def _joined(self, lane: int, corner: str) -> str:
        left = ("│" if each in self.running else " " for each in range(lane))
        right = ("┼" if each in self.running else "─" for each in range(lane + 1, self.width))
        return f" {''.join(left)}{corner}{''.join(right)}─"

    def ended(self, day: Day) -> Iterable[Event]:
        """What ends on a day, the last that began first, so that its line crosses no other."""
        events = self.ends.get(day.day, []) if day.day else []
        return sorted(events, key=lambda event: -self.lanes[event.uid])


def _lasting(months: Iterable[Month]) -> Iterable[Event]:
    """The events that are told on their first day and end on a known later one, in the order of the page."""
    for month in months:
        for day in month.days:
            for event in day.events:
                first, last = event.when.first, event.when.last
                if precision(event) is Precision.RANGE and day.day and first == day.day and last and last > first:
                    yield event


def with_days(months: Sequence[Month], days: Iterable[date]) -> tuple[Month, ...]:
    """The months, with days of their own for those that have no event but end one."""
    added = {(month.year, month.month): month for month in months if month.rank is Rank.DATED}
    for each in days:
        key = each.year, each.month
        month = added.get(key, Month(Rank.DATED, *key, days=()))
        if each not in {day.day for day in month.days}:
            laid = sorted((*month.days, Day(each, ())), key=lambda day: day.day or date.min)
            month = replace(month, days=tuple(laid))
        added[key] = month
    return (*(added[key] for key in sorted(added)), *(month for month in months if month.rank is not Rank.DATED))
