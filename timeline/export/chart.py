"""A month's events -> a small chart of its days, in which one sees what runs at the same time.

>>> scale(30, 1)
'1   5    10   15   20   25   30'
>>> bar(date(2022, 5, 29), date(2022, 6, 2), (date(2022, 5, 1), date(2022, 5, 31)), 1).lstrip()
'├─▸'
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from timeline.export.grouping import Month, Rank
from timeline.export.wording import Precision, one_line, precision
from timeline.layout import columns, fitted
from timeline.model import Event, EventKind

_INDENT = "  "
_WIDE = 100  # from so many columns on a day has two of them
_ROOM = 16  # columns that a title beside its bar needs
_BUSY = 3  # known days that make a chart worth its lines
_TICKS = (1, 5, 10, 15, 20, 25, 30)

Line = tuple[str, str]  # what it is (scale, days, bar, title) and its text


def scale(days: int, step: int) -> str:
    """The numbers over the days."""
    line = ""
    for day in _TICKS:
        if day <= days:
            line = line.ljust((day - 1) * step) + str(day)
    return line


def bar(first: date, last: date | None, month: tuple[date, date], step: int) -> str:
    """A stretch under the days of a month: ├─┤, with ◂ where it began before and ▸ where it goes on."""
    begin, end = max(first, month[0]), min(last or date.max, month[1])
    width = (end - begin).days * step + 1
    left = "◂" if first < month[0] else "├"
    right = "▸" if last is None or last > month[1] else "┤"
    shown = left + "─" * (width - 2) + right if width > 1 else right if first < month[0] else left
    return " " * ((begin - month[0]).days * step) + shown


def chart(month: Month, events: Iterable[Event], width: int) -> Iterator[Line]:
    """The chart of a month; nothing where there is too little to see."""
    if month.rank is not Rank.DATED or not month.month or not 1 <= month.year <= date.max.year:
        return
    length = monthrange(month.year, month.month)[1]
    ends = date(month.year, month.month, 1), date(month.year, month.month, length)
    running = sorted(_running(events, ends), key=lambda event: event.sort_key)
    if not running and sum(day.day is not None for day in month.days) < _BUSY:
        return
    step = 2 if width >= _WIDE else 1
    yield "scale", _INDENT + scale(length, step)
    yield "days", _INDENT + _days(month, ends, step)
    room = width - len(_INDENT) - length * step - 2
    for event in running:
        assert event.when.first
        drawn, title = bar(event.when.first, event.when.last, ends, step), one_line(event.title)
        yield "bar", _INDENT + drawn
        if room >= _ROOM:
            yield "title", " " * (length * step + 2 - columns(drawn)) + fitted(title, room)
        else:
            yield "note", _INDENT * 2 + fitted(title, width - 2 * len(_INDENT))


def _running(events: Iterable[Event], month: tuple[date, date]) -> Iterator[Event]:
    for event in events:
        first, last = event.when.first, event.when.last
        drawn = event.kind is not EventKind.DEADLINE and precision(event) in (Precision.RANGE, Precision.OPEN)
        # What begins one day and has no end is shown where it begins.
        if drawn and first and first <= month[1] and (last or first) >= month[0]:
            yield event


def _days(month: Month, ends: tuple[date, date], step: int) -> str:
    """How many events each day has: a figure, ○ where they are only about then, · for a weekend without any."""
    exact: Counter[date] = Counter()
    about: Counter[date] = Counter()
    for day in month.days:
        for event in day.events if day.day else ():
            assert day.day
            (about if precision(event) is Precision.WITHIN else exact)[day.day] += 1
    signs = []
    for number in range((ends[1] - ends[0]).days + 1):
        each = ends[0] + timedelta(days=number)
        count = exact[each]
        signs.append(str(count) if 0 < count < 10 else "+" if count else "○" if about[each] else
                     "·" if each.weekday() >= 5 else " ")  # fmt: skip
    return (" " * (step - 1)).join(signs).rstrip()
