"""Stories -> the headline under which a document tells its one event: another name of what happened.

Below 王建平与新加坡外长会谈 the sentence says 双方在宾馆会谈, which another paper tells by the names. A headline names
an event where the document tells of nothing else, and only to another telling that says nothing beyond the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from timeline.events.tellings.cores import core
from timeline.events.tellings.differences import apart
from timeline.events.tellings.likeness import likeness, names_more
from timeline.model import Event, EventKind, Story, Weight
from timeline.text.folding import fold

_SHORTEST, _LONGEST = 6, 40  # characters of a headline
_SURE = 0.3  # less than any title and any clause


def headlines(stories: Iterable[Story]) -> Mapping[str, str]:
    """The headline of each document that tells of one event."""
    found = {}
    for story in stories:
        title = (story.document.title or "").strip()
        main = [e for e in story.events if e.weight is Weight.CORE and e.kind is not EventKind.PUBLICATION]
        if len(main) == 1 and _SHORTEST <= len(title) <= _LONGEST and fold(title) != fold(main[0].title):
            found[story.document.name] = title
    return found


def headed(event: Event, headline: Mapping[str, str]) -> Event | None:
    """An event by the name that its document's headline gives it."""
    if event.weight is not Weight.CORE or event.kind is EventKind.PUBLICATION:
        return None
    title = next((headline[e.document] for e in event.evidence if e.document in headline), None)
    return replace(event, title=title, description=f"{title},{event.description}") if title else None


def likeness_by_headline(one: Event, headed_one: Event, other: Event) -> float:
    """How surely two tellings are one happening by the headline of the one, which may tell less than the other."""
    if apart(one, other) or not likeness(headed_one, other):
        return 0.0
    said = "\n".join(core(title, headed_one.place) for title in (headed_one.title, headed_one.description))
    return 0.0 if names_more(core(other.title, other.place), said, other, headed_one) else _SURE
