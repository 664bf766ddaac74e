"""Events -> months and days, as the terminal and the page show them.

A month's events whose day is not known stand at its head, those of a year before its months, and events
without a known year last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from timeline.export.dates import Atom, Grain, words
from timeline.export.wording import Precision, main_end, one_line, precision
from timeline.messages import say
from timeline.model import Event, Occasion, Timeline, Window


class Rank(IntEnum):
    """The order of the great divisions."""

    DATED = 0
    NO_YEAR = 1
    UNDATED = 2


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one day, or those of a month or year whose day is not known."""

    day: date | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month, a year without a month, or one of the last two divisions."""

    rank: Rank
    year: int
    month: int  # 0: not known
    days: tuple[Day, ...]

    def heading(self, language: str) -> str:
        """2022年5月, 2022年, 年份不详."""
        if self.rank is Rank.NO_YEAR:
            return say(language, "heading-year-unknown")
        if self.rank is Rank.UNDATED:
            return say(language, "heading-undated")
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        return words(f"{year}-{self.month:02d}" if self.month else year, language)

    def unknown_day(self, language: str) -> str:
        """The heading of the events whose day is not known; empty where the division itself says so."""
        if self.rank is not Rank.DATED:
            return ""
        return say(language, "heading-day-unknown" if self.month else "heading-month-unknown")

    @property
    def events(self) -> tuple[Event, ...]:
        """All events of the month."""
        return tuple(event for day in self.days for event in day.events)


def _place(event: Event) -> tuple[Rank, int, int, date | None]:
    """The division and the day of an event."""
    end, known = main_end(event), precision(event)
    if end is None or known is Precision.NONE:
        return (Rank.UNDATED, 0, 0, None)
    if end.number is None:
        return (Rank.NO_YEAR, 0, 0, None)
    month = end.month if end.grain >= Grain.MONTH else 0
    exact = end.day and known is not Precision.TEN_DAYS
    return (Rank.DATED, end.number, month, _civil(end) if exact else None)


def _civil(end: Atom) -> date | None:
    try:
        return date(end.number or 0, end.month, end.day)
    except ValueError:  # before the year 1, which Python's days do not know
        return None


def months(events: Iterable[Event]) -> tuple[Month, ...]:
    """The events in their divisions, in order; inside a day the order of the timeline stays."""
    found: dict[tuple[Rank, int, int], dict[date | None, list[Event]]] = {}
    for event in events:
        rank, year, month, day = _place(event)
        found.setdefault((rank, year, month), {}).setdefault(day, []).append(event)
    return tuple(
        Month(
            *key,
            days=tuple(Day(day, tuple(found[key][day])) for day in sorted(found[key], key=lambda day: day or date.min)),
        )
        for key in sorted(found)
    )


def observances(timeline: Timeline) -> Mapping[date, str]:
    """The observances that the documents name with their day, in their own words, the fullest for each day."""
    found: dict[date, dict[str, tuple[bool, int, str]]] = {}
    for story in timeline.stories:
        for resolution in story.resolutions:
            value, when = resolution.expression.value, resolution.when
            if not isinstance(value, Occasion) or value.window is not Window.DAY or not when or not when.first:
                continue
            if when.single_day and value.year is None:
                name = one_line(resolution.expression.text)
                best = found.setdefault(when.first, {})
                best[value.key] = max(best.get(value.key, (False, 0, "")), (value.ordinal is not None, len(name), name))
    return {day: " ".join(name for _, _, name in sorted(names.values(), reverse=True)) for day, names in found.items()}
