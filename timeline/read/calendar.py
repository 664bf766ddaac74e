r"""An .ics of any maker -> the story of its events, so that a person can check what a calendar holds.

Nothing is merged, dated or judged here: what the file says is shown.

>>> ics = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20220512\nSUMMARY:a\nEND:VEVENT\nEND:VCALENDAR\n"
>>> [(event.when.edtf, event.title) for event in story("a.ics", ics).events]
[('2022-05-12', 'a')]
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from timeline import edtf
from timeline.model import (
    Certainty,
    Event,
    EventKind,
    Evidence,
    Note,
    Setting,
    Severity,
    Span,
    Story,
    Weight,
    When,
)
from timeline.text import document

if TYPE_CHECKING:
    from icalendar import Calendar

SUFFIX = ".ics"

_ZONE = "Asia/Shanghai"  # of times in UTC, where the calendar names no zone of its own
_BEGIN = re.compile(r"^BEGIN:(\w+)", re.M)


class CalendarError(ValueError):
    """The bytes are no calendar."""


def story(name: str, data: bytes) -> Story:
    """The events and tasks of a calendar, in its order.

    Raises `CalendarError`.
    """
    from icalendar import Calendar, Event, Todo

    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, AttributeError, TypeError) as error:  # DTEND;VALUE=DATE,TIME is a list where one is asked
        raise CalendarError(str(error)) from error
    if not calendars or not all(isinstance(whole, Calendar) for whole in calendars):
        raise CalendarError(name)
    read = replace(document(name, data.decode("utf-8", "replace")), title=_title(calendars[0]))
    begins = [m.start() for m in _BEGIN.finditer(read.raw) if m[1].upper() in (Event.name, Todo.name)]
    told = [(part, _zone(whole)) for whole in calendars for part in whole.walk() if isinstance(part, Event | Todo)]
    events, notes = [], []
    line, counted = 1, 0
    for (component, zone), begin in zip(told, begins, strict=False):
        line, counted = line + read.raw.count("\n", counted, begin), begin
        when = _when(component, zone)
        if when is None:
            notes.append(Note(document=name, rule="calendar-undated", values={}, severity=Severity.LOSS, line=line))
            continue
        kind = EventKind.DEADLINE if isinstance(component, Todo) else EventKind.EVENT
        events.append(
            _event(component, when, kind, Evidence(document=name, span=Span(begin, begin), text="", line=line))
        )
    return Story(document=read, setting=Setting(), resolutions=(), events=tuple(events), notes=tuple(notes))


def _title(calendar: Calendar) -> str | None:
    return str(calendar.get("X-WR-CALNAME") or calendar.get("NAME") or "") or None


def _zone(calendar: Calendar) -> tzinfo:
    """The zone in which the calendar's times are told."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(str(calendar.get("X-WR-TIMEZONE", _ZONE)))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the last of a name that no file could have
        return ZoneInfo(_ZONE)


def _when(component: Any, zone: tzinfo) -> When | None:
    """The days and the clock time; the end of whole days is the day after, as the format has it."""
    start, end = (_moment(component.get(name)) for name in ("DTSTART", "DTEND"))
    if start is None:
        start = _moment(component.get("DUE"))
    if start is None:
        return None
    if not isinstance(start, datetime):
        last = end - timedelta(days=1) if end and not isinstance(end, datetime) and end > start else start
        return When(edtf=edtf.interval(start.isoformat(), last.isoformat()), rrule=_rule(component))
    end = end if isinstance(end, datetime) else start  # a bare day is no end of an hour
    begin, finish = (_local(value, zone) for value in (start, end))
    days = edtf.interval(begin.date().isoformat(), finish.date().isoformat())
    clock = f"{begin:%H:%M}" + (f"/{finish:%H:%M}" if finish != begin else "")
    return When(edtf=days, time=clock, rrule=_rule(component))


def _local(value: datetime, zone: tzinfo) -> datetime:
    """A moment in UTC on the wall of the zone; in the first and last hours of all time as it stands."""
    if str(value.tzinfo) != "UTC":
        return value
    try:
        return value.astimezone(zone)
    except OverflowError:
        return value


def _moment(value: Any) -> Any:
    """A date or a date and time; None where there is none, or several."""
    try:
        found = getattr(value, "dt", None)
    except ValueError:  # what stands there is no date
        return None
    return found if isinstance(found, date) else None


def _rule(component: Any) -> str | None:
    rule = component.get("RRULE")
    return rule.to_ical().decode() if hasattr(rule, "to_ical") else None


def _event(component: Any, when: When, kind: EventKind, evidence: Evidence) -> Event:
    """An event as the file has it; where it repeats, its rule stands behind its title."""
    title = str(component.get("SUMMARY") or "").strip()
    name = f"{component.get('UID', '')} {evidence.line}"
    sure = str(component.get("X-TIMELINE-CONFIDENCE", Certainty.WRITTEN.label))
    return Event(
        uid=sha256(name.encode()).hexdigest()[:32],
        when=when,
        title=f"{title} ↻ {when.rrule}" if when.rrule else title,
        description=str(component.get("DESCRIPTION") or ""),
        place=str(component.get("LOCATION") or "") or None,
        organisers=(),
        kind=kind,
        weight=Weight.CORE,
        certainty=next((level for level in Certainty if level.label == sure), Certainty.WRITTEN),
        evidence=(evidence,),
    )
