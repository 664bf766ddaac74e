"""Stories -> a timeline: the same happening told twice becomes one event with all its evidence.

What counts as the same is decided in `timeline.events.tellings.sameness`, in one document and across documents alike;
what a person decided of it, in `timeline.decisions`. The order of the documents changes nothing, nor do copies of them,
and merging again changes nothing. Where documents give one happening different days, both stay and each tells of the
other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from timeline.events.identity import other_uid
from timeline.events.tellings.disputes import disputed
from timeline.events.tellings.headlines import headlines
from timeline.events.tellings.sameness import Apart, Together, merged
from timeline.model import Event, Note, Severity, Story, Timeline


def merge(stories: Iterable[Story]) -> Timeline:
    """The timeline of all stories."""
    told = in_order(stories)
    return timeline_of(told, [event for story in told for event in story.events])


def in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """The stories in the order of their documents, whatever the order in which they were read."""
    return tuple(sorted(stories, key=lambda story: (story.document.name, story.document.raw)))


def timeline_of(
    stories: tuple[Story, ...], tellings: Iterable[Event], together: Together = (), apart: Apart = ()
) -> Timeline:
    """The timeline of tellings, in which a person may have decided what is one and what is not."""
    events = disputed(_distinct(_named(stories, merged(tellings, together, apart, headlines(stories)))))
    return Timeline(
        events=tuple(sorted(events, key=lambda event: event.sort_key)),
        stories=stories,
        notes=(*(note for story in stories for note in story.notes), *_notes(events)),
    )


def beside(timeline: Timeline, stories: Iterable[Story]) -> Timeline:
    """The timeline with stories that are shown as they are, nothing of them merged."""
    more = tuple(stories)
    events = (*timeline.events, *(event for story in more for event in story.events))
    return Timeline(
        events=tuple(sorted(events, key=lambda event: event.sort_key)),
        stories=(*timeline.stories, *more),
        notes=(*timeline.notes, *(note for story in more for note in story.notes)),
    )


# --- names ------------------------------------------------------------------------------------------------------------


def _named(stories: Iterable[Story], events: Iterable[Event]) -> list[Event]:
    """Events with the name that they have in the document that told of them first: a later one changes no UID."""
    published: dict[str, date] = {}
    first: dict[str, date] = {}
    for story in stories:
        claim = story.setting.published
        published[story.document.name] = day = (claim.value if claim else story.document.published) or date.max
        for event in story.events:
            first[event.uid] = min(day, first.get(event.uid, day))
    return [event if (uid := _first_name(event, first)) == event.uid else replace(event, uid=uid) for event in events]


def _first_name(event: Event, first: Mapping[str, date]) -> str:
    told = event.tellings or (event,)
    names = {telling.uid for telling in told if telling.decided} or {telling.uid for telling in told}
    return min(names, key=lambda uid: (uid not in first, first.get(uid, date.max), uid))


def _distinct(events: Iterable[Event]) -> list[Event]:
    """Events with one UID each: two issues of a bulletin may tell of two things by one name."""
    seen: set[str] = set()
    found = []
    for event in sorted(events, key=lambda event: event.sort_key):
        uid, number = event.uid, 0
        while uid in seen:
            uid = other_uid(event.uid, "".join(event.description.split()), str(number))
            number += 1
        seen.add(uid)
        found.append(event if uid == event.uid else replace(event, uid=uid))
    return found


# --- days that disagree -----------------------------------------------------------------------------------------------


def _notes(events: Iterable[Event]) -> Iterable[Note]:
    """A note for each two events that are one happening with two days, told once."""
    known = {event.uid: event for event in events}
    for event in known.values():
        for dispute in event.disputes:
            if known[dispute.uid].sort_key < event.sort_key:
                continue
            seen = event.evidence[0]
            yield Note(
                document=seen.document,
                rule="doubt-day",
                values={
                    "title": event.title,
                    "day": event.when.edtf or "",
                    "other": dispute.when.edtf or "",
                    "document": dispute.document,
                    "at": str(dispute.line),
                },
                severity=Severity.DOUBT,
                span=seen.resolution.expression.span if seen.resolution else seen.span,
                line=seen.line,
            )
