"""Stories -> a timeline: the same event told twice becomes one event with all its evidence.

What counts as the same is decided in `timeline.events.sameness`, in one document and across documents alike. The order
of the documents changes nothing, and merging again changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from timeline.events.sameness import merged
from timeline.model import Event, Story, Timeline


def merge(stories: Iterable[Story]) -> Timeline:
    """The timeline of all stories."""
    told = tuple(sorted(stories, key=lambda story: (story.document.name, story.document.raw)))
    events = _distinct(merged(event for story in told for event in story.events))
    return Timeline(
        events=tuple(sorted(events, key=lambda event: event.sort_key)),
        stories=told,
        notes=tuple(note for story in told for note in story.notes),
    )


def _distinct(events: Iterable[Event]) -> list[Event]:
    """Events with one UID each: two copies of a document that date one event differently keep both."""
    seen: set[str] = set()
    found = []
    for event in sorted(events, key=lambda event: event.sort_key):
        uid, number = event.uid, 0
        while uid in seen:
            number += 1
            uid = hashlib.sha256(f"{event.uid} {number}".encode()).hexdigest()[:32]
        seen.add(uid)
        found.append(event if uid == event.uid else replace(event, uid=uid))
    return found
