"""Timeline -> an iCalendar file that clients show alike: whole days, no invented clock times, the same bytes every run.

How each kind of date is shown was settled by trying eighteen calendar clients; where a line looks odd, one of them
needs it. An event's time stamps are those of its document, never those of the run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from timeline.edtf import bounds
from timeline.export.dates import words
from timeline.export.options import Options
from timeline.export.wording import (
    Precision,
    Source,
    clock_words,
    date_words,
    dating,
    day_of_publication,
    has_calendar_day,
    listed,
    one_line,
    precision,
    sentence,
    shortened,
    sources,
    title,
    why,
)
from timeline.messages import say
from timeline.model import Certainty, Event, EventKind, Timeline

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Component

NAME = "ics"
SUFFIX = ".ics"

_ZONE = "Asia/Shanghai"
LONGEST_BAR = 31  # days; a longer stretch would cover the calendar, so only its start is shown
_SUMMER_TIME_ENDED = date(1991, 9, 15)  # clients disagree on clock times before it
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TEXT_LENGTH = 600  # characters of the source sentence; clients cut long notes

_TENTATIVE = frozenset({Precision.WITHIN, Precision.TEN_DAYS, Precision.MONTH})


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an event lies in the calendar: whole days, the last one included, or a clock time."""

    first: date
    last: date
    clock: tuple[datetime, datetime] | None = None  # begin and end, in the wall time of the zone
    no_end: bool = False  # the end is not written: one hour is shown
    starts: bool = False  # a stretch of which only the start is shown


# --- which events, and where they lie -------------------------------------------------------------------------------


def holds(timeline: Timeline, options: Options) -> tuple[Event, ...]:
    """The events that the calendar can hold."""
    return tuple(event for event in listed(timeline, options) if slot(event))


def slot(event: Event) -> Slot | None:
    """The place of an event in the calendar; None where its month or year is not known."""
    if event.when.edtf is None or not has_calendar_day(event):
        return None
    left, _, right = event.when.edtf.partition("/")
    if event.kind is EventKind.DEADLINE:
        left = right = right if right not in ("", "..") else left
    elif left == "..":
        left = right
    begin, (first, last) = bounds(left), bounds(f"{left}/{right or left}")
    if first is None or begin[1] is None:
        return None
    if last is None or (last - first).days >= LONGEST_BAR:
        return Slot(first, begin[1], starts=True)
    if clock := _clock(event, first, last):
        return clock
    return Slot(first, max(first, last))


def _clock(event: Event, first: date, last: date) -> Slot | None:
    """The clock time of an event of one day."""
    if precision(event) is not Precision.MINUTE or first != last or first <= _SUMMER_TIME_ENDED or not event.when.time:
        return None
    start, _, end = event.when.time.partition("/")
    begin = _moment(first, start)
    finish = _moment(first, end) if end else begin + timedelta(hours=1)
    if finish <= begin:  # 22:00/02:00
        finish += timedelta(days=1)
    return Slot(first, last, clock=(begin, finish), no_end=not end)


def _moment(day: date, clock: str) -> datetime:
    hour, minute, second = (*map(int, clock.split(":")), 0, 0)[:3]
    return datetime.combine(day, time(0)) + timedelta(hours=hour, minutes=minute, seconds=second)  # 24:00 is tomorrow


# --- what a person reads ----------------------------------------------------------------------------------------------


def summary(event: Event, place: Slot, language: str) -> str:
    """One line: the title, and before it what a reader must not miss about the date."""
    name, known = one_line(event.title) or say(language, f"kind-{event.kind}"), precision(event)
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
    # Two clients read an escaped backslash before an n as the end of a line.
    return name.replace("\\", "＼")


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
        lines.append(say(language, "calendar-organisers", names=names))
    for told in event.evidence:
        lines.append(say(language, "calendar-text", text=shortened(sentence(event, told), _TEXT_LENGTH)))
        lines.append(say(language, "calendar-source", document=one_line(told.document), line=told.line))
    written = one_line(evidence.resolution.expression.text) if evidence.resolution else ""
    date = date_words(event, language)
    row = "calendar-date-words" if written and written != date else "calendar-date"
    lines.append(say(language, row, words=written, date=date))
    if reasons := why(evidence.resolution, document, language):
        lines.append(say(language, "calendar-why", reasons=reasons))
    lines.append(say(language, "calendar-certainty", certainty=say(language, f"certainty-{event.certainty.label}")))
    return "\n".join(lines)


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


def component(event: Event, place: Slot, uid: str, source: Source | None, options: Options) -> Component:
    """The VEVENT of an event."""
    from icalendar import STATUS, TRANSP
    from icalendar import Event as Component

    language, known = options.language, precision(event)
    begin, end = _times(place)
    changed = stamp(place, source, options)
    doubtful = known in _TENTATIVE or event.certainty is Certainty.GUESSED
    made = Component.new(
        summary=summary(event, place, language),
        start=begin,
        end=end,
        uid=uid,
        stamp=changed,
        created=changed,
        last_modified=changed,
        sequence=0,
        description=description(event, place, source, language),
        location=one_line(event.place).replace("\\", "＼") if event.place else None,
        categories=[say(language, f"kind-{event.kind}")],
        status=STATUS.TENTATIVE if doubtful else STATUS.CONFIRMED,
        # A day on which something happens somewhere does not make the reader busy; a clock time may.
        transparency=TRANSP.OPAQUE if place.clock else TRANSP.TRANSPARENT,
        subcomponents=list(_alarms(event, place, language)),
    )
    if place.clock:
        made.add("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY")
    else:
        mark_as_free_day(made)
    evidence = dating(event)
    for name, value in (
        ("SOURCE", f"{evidence.document}:{evidence.line}"),
        ("PRECISION", str(known)),
        ("EDTF", event.when.edtf or ""),
        ("CONFIDENCE", event.certainty.label),
    ):
        made.add(f"X-TIMELINE-{name}", one_line(value))
    return made


def _uids(events: Iterable[Event]) -> Iterator[str]:
    """A name for each event, no two alike: half the clients silently keep one of two events that share it."""
    seen: Counter[str] = Counter()
    for event in events:
        seen[event.uid] += 1
        again = f"{event.uid} {seen[event.uid]}".encode()
        token = event.uid if seen[event.uid] == 1 else sha256(again).hexdigest()[:32]
        yield f"tl-{token}@timeline.invalid"


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


def render(timeline: Timeline, options: Options) -> bytes:
    """The calendar as bytes. Events whose month or year is not known are left out."""
    numbered, language = sources(timeline), options.language
    placed = [(event, place) for event in listed(timeline, options) if (place := slot(event))]
    documents = say(language, "count-documents", count=len(timeline.stories))
    calendar = new_calendar(title(timeline, language), say(language, "calendar-description", documents=documents))
    # A calendar without events still needs a component to be one.
    if not placed or any(place.clock for _, place in placed):
        calendar.add_component(_zone())
    for (event, place), uid in zip(placed, _uids(event for event, _ in placed), strict=True):
        calendar.add_component(component(event, place, uid, numbered.get(dating(event).document), options))
    return bytes(calendar.to_ical())
