"""A timeline and what a person asked for -> the part of it that is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from timeline.model import Certainty, Event, EventKind, Timeline
from timeline.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an event must be to be shown; what is not given asks nothing."""

    start: date | None = None
    end: date | None = None
    places: tuple[str, ...] = ()
    strict: bool = False  # nothing whose date is only guessed; `guessed` says what that leaves out

    def grants(self, event: Event) -> bool:
        """Whether an event is one of those asked for: one of its days lies in the time, its place has the name."""
        if self.strict and event.certainty is Certainty.GUESSED:
            return False
        if self.places:
            place = fold(event.place or "").casefold()
            if not any(fold(wanted).casefold() in place for wanted in self.places):
                return False
        if self.start is None and self.end is None:
            return True
        first, last = event.when.first, event.when.last
        if event.kind is EventKind.DEADLINE:
            first = last = last or first
        if first is None and last is None:
            return False
        starts_in_time = self.end is None or first is None or first <= self.end
        return starts_in_time and (self.start is None or last is None or last >= self.start)


def narrowed(timeline: Timeline, wish: Wish) -> Timeline:
    """The timeline with only the events that were asked for; its documents and doubts stay."""
    return replace(timeline, events=tuple(_granted(timeline.events, wish)))


def _granted(events: Iterable[Event], wish: Wish) -> Iterable[Event]:
    return (event for event in events if wish.grants(event))


def guessed(timeline: Timeline, wish: Wish) -> tuple[Event, ...]:
    """The events that the wish leaves out for nothing but their guessed date."""
    if not wish.strict:
        return ()
    granted = _granted(timeline.events, replace(wish, strict=False))
    return tuple(event for event in granted if event.certainty is Certainty.GUESSED)
