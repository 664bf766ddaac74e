"""Stories -> a timeline: the same event told twice becomes one event with two pieces of evidence."""

from __future__ import annotations
from collections.abc import Iterable
from timeline.model import Story, Timeline


def merge(stories: Iterable[Story]) -> Timeline:
    told = tuple(stories)
    return Timeline(
        events=tuple(e for s in told for e in s.events), stories=told, notes=tuple(n for s in told for n in s.notes)
    )
