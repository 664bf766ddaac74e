"""Event -> what the page must know of it to place, to mark and to filter it."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timeline.export.dates import Grain, ends
from timeline.export.provinces import called, region
from timeline.export.wording import VAGUE, Precision, Source, dating, main_end, one_line, precision
from timeline.model import Category, Certainty, Event, EventKind, Point
from timeline.text.folding import fold


class Extent(StrEnum):
    """How much of a calendar an event takes: what the script of the page goes by."""

    DAY = "day"
    RANGE = "range"  # two known days
    MONTH = "month"  # also ten days of it
    YEAR = "year"
    NONE = "none"  # without a year, or before the calendar of computers


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event and its place on the page."""

    event: Event
    extent: Extent
    first: date | None
    last: date | None
    near: bool  # the day is one of several: 助残日期间
    region: str  # the province, or the place itself; empty where none is known
    kind: str  # its category, else its kind
    flags: tuple[str, ...]  # what the filter of certainty knows it by
    sources: tuple[int, ...]

    @property
    def anchor(self) -> str:
        """What a link to it says: the same whatever else the page holds."""
        return f"e-{self.event.uid}"

    @property
    def is_region(self) -> bool:
        """Whether its place is no more than the province."""
        place = fold(one_line(self.event.place or ""))
        return place.startswith(self.region) and called(place) == self.region

    @property
    def quietly_derived(self) -> bool:
        """Whether only the year had to be found: month and day stand in the text."""
        resolution = dating(self.event).resolution
        value = resolution.expression.value if resolution else None
        written = not isinstance(value, Point) or (value.month is not None and value.shift is None)
        return self.event.certainty is Certainty.DERIVED and written


def _extent(event: Event) -> tuple[Extent, date | None, date | None]:
    """How much of a calendar an event takes, from which day to which."""
    known, end = precision(event), main_end(event)
    if end is None or end.number is None or not 1 <= end.number <= 9999 or known is Precision.NONE:
        return Extent.NONE, None, None
    if end.grain < Grain.MONTH:
        return Extent.YEAR, date(end.number, 1, 1), date(end.number, 12, 31)
    if end.grain is Grain.MONTH or known is Precision.TEN_DAYS:
        last = calendar.monthrange(end.number, end.month)[1]
        return Extent.MONTH, date(end.number, end.month, 1), date(end.number, end.month, last)
    day = date(end.number, end.month, end.day)
    right = ends(event.when.edtf or "")[1]
    if known is Precision.RANGE and right and right.grain is Grain.DAY and event.when.last and event.when.last > day:
        return Extent.RANGE, day, event.when.last
    return Extent.DAY, day, day


def _flags(event: Event) -> tuple[str, ...]:
    known = precision(event)
    said = [event.certainty.label]
    said += ["within"] if known is Precision.WITHIN else []
    said += ["repaired"] if event.repaired else []
    said += ["loose"] if known in VAGUE or known in (Precision.NO_YEAR, Precision.NONE) else []
    return tuple(said)


def entry(event: Event, numbered: Mapping[str, Source]) -> Entry:
    """The event, placed."""
    extent, first, last = _extent(event)
    seen = {numbered[each.document].number for each in event.evidence if each.document in numbered}
    return Entry(
        event=event,
        extent=extent,
        first=first,
        last=last,
        near=precision(event) is Precision.WITHIN,
        region=called(region(event.place)),
        kind=str(event.kind if event.category is Category.OTHER else event.category),
        flags=_flags(event),
        sources=tuple(sorted(seen)),
    )


LANES = 4  # lines that may run side by side


def lanes(entries: Iterable[Entry]) -> Mapping[str, int]:
    """UID of each range -> the first line that is free on all its days; a range that finds none has no line."""
    busy: list[date] = [date.min] * LANES
    found = {}
    for each in sorted(entries, key=lambda each: (each.first or date.min, each.last or date.min)):
        if each.extent is not Extent.RANGE or each.first is None or each.last is None:
            continue
        lane = next((n for n, until in enumerate(busy) if until < each.first), None)
        if lane is not None:
            busy[lane], found[each.event.uid] = each.last, lane
    return found


def due(event: Event) -> bool:
    """Whether it is a last day."""
    return event.kind is EventKind.DEADLINE


def observed(event: Event) -> bool:
    """Whether it is an observance."""
    return event.category is Category.OBSERVANCE
