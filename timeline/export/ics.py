"""Timeline -> an iCalendar file that clients show alike: whole days, no invented clock times, the same bytes every run.

How each kind of date is shown was settled by trying eighteen calendar clients; where a line looks odd, one of them
needs it. An event's time stamps are those of its document, never those of the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from timeline.export.dates import words
from timeline.export.ledger import EPOCH, Entry, moment
from timeline.export.options import Options
from timeline.export.slots import Slot, slot
from timeline.export.wording import (
    Precision,
    Source,
    clock_words,
    date_words,
    dating,
    day_of_publication,
    decided,
    disputed,
    held,
    kind_name,
    listed,
    one_line,
    precision,
    sentence,
    shortened,
    sources,
    squeezed,
    title,
    why,
)
from timeline.messages import say
from timeline.model import Certainty, Event, EventKind, Occasion, Timeline

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Component

NAME = "ics"
SUFFIX = ".ics"

_ZONE = "Asia/Shanghai"
_TIMED = f";TZID={_ZONE}:".encode()
_TEXT_LENGTH = 600  # characters of the source sentence; clients cut long notes

_TENTATIVE = frozenset({Precision.WITHIN, Precision.TEN_DAYS, Precision.MONTH})


# --- which events -------------------------------------------------------------------------------


def holds(timeline: Timeline, options: Options) -> tuple[Event, ...]:
    """The events that the calendar can hold."""
    return tuple(event for event in listed(timeline, options) if slot(event))


def tentative(event: Event) -> bool:
    """Whether the day on which a calendar shows an event is not known, or only guessed."""
    return precision(event) in _TENTATIVE or event.certainty is Certainty.GUESSED


# --- what a person reads ----------------------------------------------------------------------------------------------


_DELIMITER = re.compile(r"(BEGIN|END):(?=V)", re.I)


def unmistakable(text: str) -> str:
    """A text in which no client takes a sign for one of the format.

    Two read an escaped backslash before an n as the end of a line, one cuts BEGIN:VEVENT out of the middle of a line.
    """
    return _DELIMITER.sub(r"\1：", text.replace("\\", "＼"))


def summary(event: Event, place: Slot, language: str) -> str:
    """One line: the title, and before it what a reader must not miss about the date."""
    name, known = one_line(event.title) or kind_name(event, language), precision(event)
    if not place.clock and place.first == place.last and (clock := clock_words(event, language)):
        name = say(language, "calendar-at", time=clock, title=name)
    if event.when.edtf and place.starts:
        name = say(language, "calendar-starts", title=name, date=words(event.when.edtf, language))
    elif known is Precision.WITHIN:
        evidence = dating(event)
        written = one_line(evidence.resolution.expression.text) if evidence.resolution else date_words(event, language)
        name = say(language, "calendar-about", title=name, words=written)
    elif known in _TENTATIVE:
        name = say(language, "calendar-vague", title=name, date=date_words(event, language))
    elif event.certainty is Certainty.GUESSED:
        name = say(language, "calendar-guessed", title=name)
    if event.kind is EventKind.DEADLINE:
        name = say(language, "calendar-due", title=name)
    return unmistakable(name)


def description(event: Event, place: Slot, source: Source | None, language: str) -> str:
    """What is written, where, which date it gives and why; a line each."""
    evidence, document = dating(event), source.story.document if source else None
    lines = []
    if place.no_end:
        lines.append(say(language, "calendar-no-end"))
    if event.when.part and not event.when.time:
        part = say(language, "quoted", text=clock_words(event, language))
        lines.append(say(language, "calendar-part-only", part=part))
    elif event.when.time and not place.clock:
        lines.append(say(language, "calendar-time", time=clock_words(event, language)))
    if event.kind is EventKind.DEADLINE:
        lines.append(say(language, "calendar-included"))
    if event.organisers:
        names = say(language, "list-comma").join(map(one_line, event.organisers))
        lines.append(say(language, "calendar-organisers" if held(event) else "calendar-doers", names=names))
    for told in event.evidence:
        lines.append(say(language, "calendar-text", text=shortened(sentence(event, told), _TEXT_LENGTH)))
        lines.append(say(language, "calendar-source", document=one_line(told.document), line=told.line))
    written = one_line(evidence.resolution.expression.text) if evidence.resolution else ""
    date = date_words(event, language)
    row = "calendar-date-words" if written and written != date else "calendar-date"
    lines.append(say(language, row, words=written, date=date))
    if reasons := why(evidence.resolution, document, language):
        lines.append(say(language, "calendar-why", reasons=reasons))
    lines += decided(event, language)
    if other_days := disputed(event, {}, language):
        lines.append(other_days)
    lines.append(say(language, "calendar-certainty", certainty=say(language, f"certainty-{event.certainty.label}")))
    return _DELIMITER.sub(r"\1：", "\n".join(lines))


# --- what a client reads ----------------------------------------------------------------------------------------------


def stamp(place: Slot, source: Source | None, options: Options) -> datetime:
    """When an event was last changed; the machine's clock would make every export look new.

    The stamp of the options if there is one, else the day on which its document was published, else the event's own.
    """
    if options.stamp is not None:
        return options.stamp
    day = (day_of_publication(source.story) if source else None) or place.first
    return max(datetime.combine(day, time(0), UTC), EPOCH)


def _times(place: Slot) -> tuple[date | datetime, date | datetime]:
    """DTSTART and DTEND; the end of whole days is the day after, as the format wants it."""
    if place.clock:
        from zoneinfo import ZoneInfo

        begin, end = place.clock
        return begin.replace(tzinfo=ZoneInfo(_ZONE)), end.replace(tzinfo=ZoneInfo(_ZONE))
    return place.first, place.last + timedelta(days=1)


def _alarms(event: Event, place: Slot, language: str) -> Iterator[Any]:
    """Nine o'clock three days before a deadline and on its day; nothing else rings."""
    from icalendar import Alarm

    if event.kind is not EventKind.DEADLINE or place.first != place.last:
        return
    for row, trigger in (("alarm-days", timedelta(days=-2, hours=-15)), ("alarm-today", timedelta(hours=9))):
        yield Alarm.new_display(say(language, row, title=one_line(event.title)), trigger)


def mark_as_free_day(made: Component) -> None:
    """What Outlook wants of a whole day on which nobody is busy."""
    made.add("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")
    made.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")


def component(event: Event, place: Slot, source: Source | None, parent: str | None, options: Options) -> Component:
    """The VEVENT of an event; `parent` is the UID of the period or observance during which it was."""
    from icalendar import STATUS, TRANSP
    from icalendar import Event as Component

    language, known = options.language, precision(event)
    begin, end = _times(place)
    changed, busy = stamp(place, source, options), place.clock is not None and not place.part
    made = Component.new(
        summary=summary(event, place, language),
        start=begin,
        end=end,
        uid=uid(event),
        stamp=changed,
        created=changed,
        last_modified=changed,
        sequence=0,
        description=description(event, place, source, language),
        location=unmistakable(one_line(event.place)) if event.place else None,
        categories=[kind_name(event, language)],
        status=STATUS.TENTATIVE if tentative(event) else STATUS.CONFIRMED,
        # A day on which something happens somewhere does not make the reader busy; a clock time may.
        transparency=TRANSP.OPAQUE if busy else TRANSP.TRANSPARENT,
        subcomponents=list(_alarms(event, place, language)) if options.alarms else [],
    )
    if place.clock:
        made.add("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if busy else "FREE")
    else:
        mark_as_free_day(made)
    if parent:
        made.add("RELATED-TO", parent, parameters={"RELTYPE": "PARENT"})
    evidence = dating(event)
    for name, value in (
        ("SOURCE", f"{evidence.document}:{evidence.line}"),
        ("PRECISION", str(known)),
        ("EDTF", event.when.edtf or ""),
        ("CONFIDENCE", event.certainty.label),
    ):
        made.add(f"X-TIMELINE-{name}", unmistakable(one_line(value)))
    return made


def uid(event: Event) -> str:
    """The name that an event has in calendars; no two events of a timeline share one."""
    return f"tl-{event.uid}@timeline.invalid"


def new_calendar(name: str, about: str) -> Calendar:
    """An empty calendar with the properties that clients ask for, and none that trips one of them."""
    from icalendar import Calendar

    # A comma in a calendar's name comes back with a backslash from five readers.
    name = name.replace(",", "，").replace(";", "；").replace("\\", "＼")
    calendar = Calendar.new(
        name=name,
        description=about,
        prodid="-//timeline//timeline//ZH",  # without the version: a new one changes no byte
        calscale="GREGORIAN",
        method="PUBLISH",
    )
    del calendar["UID"]  # random, and one client takes it for the UID of every event
    calendar.add("X-WR-TIMEZONE", _ZONE)
    return calendar


def _zone() -> Any:
    """China's time since 1991: no summer time."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", _ZONE)
    standard.add("DTSTART", datetime(1970, 1, 1))  # noqa: DTZ001  # a wall time by definition
    standard.add("TZOFFSETFROM", timedelta(hours=8))
    standard.add("TZOFFSETTO", timedelta(hours=8))
    standard.add("TZNAME", "CST")
    zone.add_component(standard)
    return zone


def components(timeline: Timeline, options: Options) -> list[Component]:
    """The VEVENTs of a timeline, in its order. Events whose month or year is not known are left out."""
    numbered, events = sources(timeline), holds(timeline, options)
    parents = _parents(events)
    made = []
    for event in events:
        place = slot(event, timed_parts=options.timed_parts)
        assert place is not None  # it holds the event
        made.append(component(event, place, numbered.get(dating(event).document), parents.get(event.uid), options))
    return made


def _parents(events: Iterable[Event]) -> Mapping[str, str]:
    """UID of an event that is dated by 助残日期间 -> the calendar's UID of the event that is the 助残日 itself."""
    days: dict[tuple[str, str | None], str] = {}
    children = []
    for event in events:
        resolution = dating(event).resolution
        if resolution is None or not isinstance(value := resolution.expression.value, Occasion):
            continue
        if precision(event) is Precision.WITHIN:
            children.append((event.uid, (value.key, event.when.edtf)))
        elif squeezed(event.title) in squeezed(resolution.expression.text):
            days.setdefault((value.key, event.when.edtf), uid(event))
    return {child: days[day] for child, day in children if day in days}


def cancelled(entry: Entry, language: str) -> bytes:
    """An event that is gone, as a VEVENT that takes it out of calendars."""
    from icalendar import STATUS, TRANSP
    from icalendar import Event as Component

    start, end = map(_day_or_clock, (entry.start, entry.end))
    changed = moment(entry.changed)
    made = Component.new(
        summary=say(language, "calendar-cancelled", title=entry.said.get("summary", "")),
        start=start,
        end=end,
        uid=entry.uid,
        stamp=changed,
        created=moment(entry.created),
        last_modified=changed,
        sequence=entry.sequence,
        location=entry.said.get("place"),
        categories=[kind] if (kind := entry.said.get("kind")) else [],
        status=STATUS.CANCELLED,
        transparency=TRANSP.TRANSPARENT,
    )
    return bytes(made.to_ical())


def _day_or_clock(text: str) -> date | datetime:
    from zoneinfo import ZoneInfo

    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(_ZONE)) if "T" in text else date.fromisoformat(text)


def task(event: Component) -> bytes:
    """A deadline as a task that is due on its day."""
    from icalendar import STATUS, Todo

    made = Todo.new(
        summary=event.summary,
        uid=event.uid.replace("@", "-task@"),
        stamp=event.DTSTAMP,
        created=event.created,
        last_modified=event.LAST_MODIFIED,
        sequence=event.sequence,
        description=event.description,
        location=event.location,
        categories=event.categories,
        status=STATUS.NEEDS_ACTION,
    )
    made.add("DUE", event.start)
    return bytes(made.to_ical())


def calendar(head: Calendar, blocks: Sequence[bytes]) -> bytes:
    """A calendar of these components, each as its bytes: an event that stands in several calendars is written once."""
    # A calendar without events still needs a component to be one.
    if not blocks or any(_TIMED in block for block in blocks):
        head.add_component(_zone())
    begin, end, _ = bytes(head.to_ical()).rpartition(b"END:VCALENDAR")
    return b"".join((begin, *blocks, end, b"\r\n"))


def about(timeline: Timeline, language: str) -> str:
    """What a calendar says of itself."""
    documents = say(language, "count-documents", count=len(timeline.stories))
    return say(language, "calendar-description", documents=documents)


def render(timeline: Timeline, options: Options) -> bytes:
    """The calendar as bytes, as its first edition."""
    head = new_calendar(title(timeline, options.language), about(timeline, options.language))
    return calendar(head, [bytes(event.to_ical()) for event in components(timeline, options)])
