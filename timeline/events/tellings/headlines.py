"""Stories -> the headline under which a document tells its one event: another name of what happened.

Below 王建平与新加坡外长会谈 the sentence says 双方在宾馆会谈, which another paper tells by the names. A headline names
an event where the document tells of nothing else, and only to another telling that says nothing beyond the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from timeline.events.tellings.cores import core, own_words, pairs
from timeline.events.tellings.differences import apart
from timeline.events.tellings.likeness import likeness, names_more
from timeline.model import Event, EventKind, Story, Weight
from timeline.text.folding import fold

_SHORTEST, _LONGEST = 6, 40  # characters of a headline


def headlines(stories: Iterable[Story]) -> Mapping[str, str]:
    """The headline of each document that tells of one event."""
    found = {}
    for story in stories:
        title = (story.document.title or "").strip()
        main = [e for e in story.events if e.weight is Weight.CORE and e.kind is not EventKind.PUBLICATION]
        if len(main) == 1 and _SHORTEST <= len(title) <= _LONGEST and fold(title) != fold(main[0].title):
            found[story.document.name] = title
    return found


class Headed(NamedTuple):
    """An event by the name that its document's headline gives it."""

    event: Event
    said: str  # by the headline and the sentence
    words: frozenset[str]  # of both
    named: frozenset[str]  # words of the headline that few others have


def headed(event: Event, headline: Mapping[str, str]) -> Headed | None:
    """An event by the name that its document's headline gives it."""
    if event.weight is not Weight.CORE or event.kind is EventKind.PUBLICATION:
        return None
    title = next((headline[e.document] for e in event.evidence if e.document in headline), None)
    if not title:
        return None
    told = replace(event, title=title, description=f"{title},{event.description}")
    said = "\n".join(core(text, told.place) for text in (title, told.description))
    return Headed(told, said, pairs(said), own_words(core(title, None)))


def one_by_headline(one: Event, by: Headed, other: Event) -> bool:
    """Whether two tellings are one happening by the headline of the one, beyond which the other says nothing."""
    text = core(other.title, other.place)
    told = pairs(text)
    words = own_words(core(other.title, None))
    if len(by.named & words) < _WORDS or len(told & by.words) * _PART < len(told):
        return False  # what costs little is asked first
    if len(words & own_words(core(one.title, None))) > _WORDS:
        return False  # the titles were compared, and tell of two things
    return not (apart(one, other) or names_more(text, by.said, other, by.event)) and likeness(by.event, other) > 0


_WORDS = 2  # pairs of characters that a headline shares with the title of another document
_PART = 3  # of the words of that title, one is said by headline and sentence, at least
