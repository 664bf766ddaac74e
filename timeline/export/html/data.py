"""Entries -> what the script of the page reads: days, kinds, the exporter's own calendar entries, and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from timeline.export import ics
from timeline.export.dates import weekday, weekday_initials, words
from timeline.export.html.article import when
from timeline.export.html.entries import Entry, Extent, due, observed
from timeline.export.html.markup import abridged
from timeline.export.ledger import stamped
from timeline.export.options import Options
from timeline.export.wording import (
    Precision,
    clock_words,
    kind_name,
    one_line,
    precision,
    shortened,
    title,
)
from timeline.messages import say
from timeline.model import Category, Certainty, Timeline, Weight

Object = dict[str, Any]

# What the script says: page-script-NAME of the messages.
_WORDS = (
    "all comma copied count earlier elsewhere everything found guessed hidden kind lanes later loose month more near "
    "next nothing press previous refused region rows running saved uncalendared undated year zoom"
).split()
_TEMPLATES = ("date-day", "date-day-of-year", "date-month", "date-year", "date-decade", "heading-day")
_ANNOUNCED = frozenset({Precision.DAY, Precision.PART, Precision.MINUTE, Precision.RANGE})
_NOT_HELD = frozenset({Category.PUBLICATION, Category.DEADLINE, Category.OBSERVANCE, Category.LIFE, Category.INCIDENT})


def _calendar(timeline: Timeline, options: Options) -> tuple[Object, Mapping[str, str]]:
    """The frame of a calendar file, and each event as the exporter writes it."""
    every = replace(options, everything=True)
    held = ics.holds(timeline, every)
    blocks = [block.decode() for block in stamped(options.ledger, ics.components(timeline, every))]
    head = ics.new_calendar(title(timeline, options.language), ics.about(timeline, options.language))
    begin, end, _ = bytes(head.to_ical()).decode().rpartition("END:VCALENDAR")
    framed = ics.calendar(head, []).decode()
    frame = {"begin": begin, "zone": framed[len(begin) : framed.rindex(end)], "end": f"{end}\r\n"}
    return frame, {event.uid: block for event, block in zip(held, blocks, strict=True)}


def _label(each: Entry, language: str) -> str:
    """What a day of the month has room for."""
    if not each.region:
        return abridged(each.event.title, 7)
    return f"{shortened(each.region, 8)} {kind_name(each.event, language)}"


def _object(each: Entry, block: str, language: str) -> Object:
    event = each.event
    first, last = each.first, each.last
    return {
        "id": each.anchor,
        "extent": str(each.extent),
        "start": first.isoformat() if first else "",
        "end": last.isoformat() if last else "",
        "near": each.near,
        "guessed": event.certainty is Certainty.GUESSED,
        "region": shortened(each.region, 12),
        "kind": kind_name(event, language),
        "label": _label(each, language),
        "due": due(event),
        "observed": observed(event),
        "title": one_line(event.title),
        "when": when(each, language) if each.extent is Extent.DAY else "",
        "clock": clock_words(event, language),
        "ics": block,
    }


def data(timeline: Timeline, entries: Sequence[Entry], named: Mapping[date, str], options: Options) -> Object:
    """All that the script reads."""
    language = options.language
    frame, blocks = _calendar(timeline, options)
    week = [date(2001, 1, n) for n in range(1, 8)]
    return {
        "events": [_object(each, blocks.get(each.event.uid, ""), language) for each in entries],
        "observances": {day.isoformat(): name for day, name in sorted(named.items())},
        "calendar": frame,
        "minor": options.everything,
        "weekdays": [weekday(day, language) for day in week],
        "initials": [weekday_initials(day, language) for day in week],
        "months": [words(f"2001-{n:02d}", language, year=False) for n in range(1, 13)],
        "words": {
            **{name: say(language, f"page-script-{name}") for name in _WORDS},
            **{name: say(language, name) for name in _TEMPLATES},
        },
    }


def linked_data(entries: Sequence[Entry]) -> Object | None:
    """The events as schema.org knows them: only those whose days and place are certain, for it cannot say otherwise."""
    graph = [_event(each) for each in entries if _certain(each)]
    return {"@context": "https://schema.org", "@graph": graph} if graph else None


def _certain(each: Entry) -> bool:
    event = each.event
    return (
        event.weight is Weight.CORE
        and event.certainty is not Certainty.GUESSED
        and precision(event) in _ANNOUNCED
        and each.extent in (Extent.DAY, Extent.RANGE)
        and not due(event)
        and not event.disputes
        and event.category not in _NOT_HELD
        and bool(event.place)
    )


def _event(each: Entry) -> Object:
    assert each.first is not None
    assert each.last is not None
    event = each.event
    place = one_line(event.place or "")
    made: Object = {
        "@type": "Event",
        "name": one_line(event.title),
        "startDate": each.first.isoformat(),
        "location": {"@type": "Place", "name": place, "address": place},
    }
    if each.last > each.first:
        made["endDate"] = each.last.isoformat()
    if event.organisers:
        made["organizer"] = [{"@type": "Organization", "name": one_line(name)} for name in event.organisers]
    return made
