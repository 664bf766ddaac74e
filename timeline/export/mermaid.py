"""Events -> a picture in Mermaid's own words, in which no title is taken for one of them.

>>> label("title: 开幕式; <b>#1</b> %%{init}%%"), label("“星光”演出（第二场）")
('title 开幕式 b 1 b init', '“星光”演出（第二场）')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from timeline.export.dates import words
from timeline.export.grouping import months
from timeline.export.options import Diagram
from timeline.export.wording import Precision, one_line, precision, shortened
from timeline.model import Event, EventKind

_UNFIT = re.compile(r"[^\w“”‘’《》〈〉（）、·]+")
_LENGTH = 40  # characters of a title
_EXACT = (Precision.MINUTE, Precision.PART, Precision.DAY, Precision.RANGE)
_FIRST_YEAR = 1000  # Mermaid reads no year of fewer figures


def label(text: str) -> str:
    """Words that Mermaid shows as they are."""
    return shortened(_UNFIT.sub(" ", one_line(text)).strip(), _LENGTH) or "·"


def _task_name(event: Event) -> str:
    """The beginning of a line: letters stand behind a dot, since some words there would command Mermaid."""
    name = label(event.title)
    return f"· {name}" if name[0].isascii() and name[0].isalpha() else name


def diagram(kind: Diagram, groups: Iterable[tuple[str, Iterable[Event]]], language: str) -> Iterator[str]:
    """The picture of events in their groups, as a block of Markdown; none where nothing can be drawn."""
    draw = _gantt if kind is Diagram.GANTT else _timeline
    lines = [line for name, events in groups for line in draw(name, tuple(events), language)]
    if not lines:
        return
    yield "```mermaid"
    yield str(kind)
    if kind is Diagram.GANTT:
        yield from ("  dateFormat YYYY-MM-DD", "  axisFormat %Y-%m-%d")
    yield from lines
    yield "```"
    yield ""


def _timeline(name: str, events: Iterable[Event], language: str) -> Iterator[str]:
    yield f"  section {label(name)}"
    for month in months(events):
        for day in month.days:
            unknown = month.unknown_day(language) or month.heading(language)
            date = words(day.day.isoformat(), language) if day.day else unknown
            lead = f"    {label(date)}"
            for event in day.events:
                yield f"{lead} : {label(event.title)}"
                lead = " " * len(lead)


def _gantt(name: str, events: Iterable[Event], language: str) -> Iterator[str]:  # noqa: ARG001
    tasks = [task for event in events for task in _task(event)]
    if tasks:
        yield f"  section {label(name)}"
        yield from tasks


def _task(event: Event) -> Iterator[str]:
    first, last = event.when.first, event.when.last
    if event.kind is EventKind.DEADLINE:
        due = last or first
        if due and due.year >= _FIRST_YEAR:
            yield f"    {_task_name(event)} :milestone, {due}, 0d"
    elif precision(event) in _EXACT and first and last and first.year >= _FIRST_YEAR and last < date.max:
        yield f"    {_task_name(event)} :{first}, {last + timedelta(days=1)}"  # the end is the day after
