"""Timeline and a day -> what lies ahead of it, as text: deadlines first, what is under way, then day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from timeline.export.dates import weekday, words
from timeline.export.grouping import Day, Month, months
from timeline.export.options import Options
from timeline.export.terminal import Page
from timeline.export.wording import VAGUE, Precision, precision
from timeline.messages import say
from timeline.model import Event, EventKind, Timeline


def ahead(timeline: Timeline, day: date) -> Timeline:
    """The timeline with what is due, under way or to happen on that day or later; of the past it holds nothing."""
    return replace(timeline, events=tuple(event for event in timeline.events if _ahead(event, day)))


def _ahead(event: Event, day: date) -> bool:
    first, last = event.when.first, event.when.last
    if event.kind is EventKind.DEADLINE:
        return (last or first or date.min) >= day
    if last is None:  # a rule in force since years ago is no news of today
        return first is not None and first >= day
    return last >= day


def render(timeline: Timeline, day: date, options: Options) -> str:
    """What lies ahead as text."""
    return "\n".join(_Agenda(ahead(timeline, day), options, day).lines()) + "\n"


class _Agenda(Page):
    """Writes what lies ahead of a day."""

    def __init__(self, timeline: Timeline, options: Options, today: date) -> None:
        super().__init__(timeline, options)
        self.today = today

    def lines(self) -> Iterator[str]:
        """Deadlines, what is under way, the days to come, the sources of all these."""
        language = self.options.language
        due = [event for event in self.listed if event.kind is EventKind.DEADLINE]
        running = [event for event in self.listed if event not in due and self.is_running(event)]
        coming = [event for event in self.listed if event not in due and event not in running]
        name = say(language, "heading-day", date=words(self.today.isoformat(), language), weekday=self.weekday())
        yield from self.text(self.say("next-from", day=name), style="bold")
        if not self.listed:
            yield from self.text(self.say("next-nothing"))
        for row, events in (("next-due", due), ("next-running", running)):
            if events:
                yield ""
                yield self.rule(self.say(row))
                yield from self.days(events)
        for month in months(coming):
            yield from self.month(month)
        yield from self.foot()

    def weekday(self) -> str:
        """The weekday of the day itself."""
        return weekday(self.today, self.options.language)

    def is_running(self, event: Event) -> bool:
        """Whether it has begun before; a month of which only so much is known may be yet to come."""
        known = precision(event)
        return (
            known not in (*VAGUE, Precision.WITHIN) and event.when.first is not None and event.when.first < self.today
        )

    def days(self, events: Iterable[Event]) -> Iterator[str]:
        """Events under their days, whatever their month."""
        language = self.options.language
        found = [(day, month) for month in months(events) for day in month.days]
        for i, (day, month) in enumerate(found):
            yield from [""] if i else []
            heading = self.day(day, month) if day.day else month.heading(language)
            if day.day and day.day.year != self.today.year:
                heading = f"{month.heading(language)}  {heading}"
            yield from self.text(heading, style="bold")
            for event in day.events:
                yield from self.event(event)

    def day(self, day: Day, month: Month) -> str:
        """The day, and how far away it is."""
        name = super().day(day, month)
        return f"{name}  {self.distance(day.day)}" if day.day and day.day >= self.today else name

    def distance(self, day: date) -> str:
        """今天, 明天, 3 天后."""
        days = (day - self.today).days
        return self.say(("next-today", "next-tomorrow")[days]) if days < 2 else self.say("next-days", count=days)
