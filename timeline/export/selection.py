"""A timeline and what a person asked for -> the part of it that is shown.

>>> searched("殘疾人書法展覽 OPEN")
('残疾人', '书法', '展览', 'open')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from timeline.events.language.segment import borders
from timeline.export.wording import one_line
from timeline.model import Category, Certainty, Event, EventKind, Note, Span, Timeline
from timeline.text.folding import fold

Stretch = tuple[date | None, date | None]  # first and last day, each None where it is open


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an event must be to be shown; what is not given asks nothing."""

    start: date | None = None
    end: date | None = None
    during: Stretch = (None, None)  # as --from and --to, given by the name of the time: 助残日期间
    words: tuple[str, ...] = ()  # of `searched`; an event must tell of all
    places: tuple[str, ...] = ()
    kinds: tuple[Category, ...] = ()
    strict: bool = False  # nothing whose date is only guessed; `guessed` says what that leaves out

    @property
    def last_day(self) -> date | None:
        """The last day that is asked for."""
        return min(filter(None, (self.end, self.during[1])), default=None)

    def grants(self, event: Event) -> bool:
        """Whether an event is one of those asked for, by its days, the name of its place and its kind."""
        if self.strict and event.certainty is Certainty.GUESSED:
            return False
        if self.kinds and event.category not in self.kinds:
            return False
        if self.places:
            place = sought(event.place or "")
            if not any(sought(wanted) in place for wanted in self.places):
                return False
        if self.words and not _tells(event, self.words):
            return False
        return _meets(event, (self.start, self.end)) and _meets(event, self.during)


def sought(text: str) -> str:
    """A text as it is compared: in one script, one width and one case."""
    return fold(text).casefold()


def searched(text: str) -> tuple[str, ...]:
    """The words of what a person looks for, as jieba cuts them; single characters beside each other stay together."""
    found: list[str] = []
    for phrase in sought(text).split():
        ends = borders(phrase)
        single = False
        for word in (phrase[a:b] for a, b in zip((0, *ends), ends, strict=False)):
            if not any(map(str.isalnum, word)):
                single = False
            elif len(word) == 1 and single:
                found[-1] += word
            else:
                found.append(word)
                single = len(word) == 1
    return tuple(dict.fromkeys(found))


def _tells(event: Event, words: Iterable[str]) -> bool:
    """Whether an event tells of all these words, in its own words or in those of its documents."""
    told = (event.title, event.description, event.place or "", *event.organisers, *(e.text for e in event.evidence))
    text = "\n".join(sought(one_line(part)) for part in told)
    return all(word in text for word in words)


def _meets(event: Event, stretch: Stretch) -> bool:
    """Whether an event lies in a stretch at least partly; a deadline does by its day alone."""
    start, end = stretch
    if start is None and end is None:
        return True
    first, last = event.when.first, event.when.last
    if event.kind is EventKind.DEADLINE:
        first = last = last or first
    if first is None and last is None:
        return False
    starts_in_time = end is None or first is None or first <= end
    return starts_in_time and (start is None or last is None or last >= start)


def narrowed(timeline: Timeline, wish: Wish) -> Timeline:
    """The timeline with the events that were asked for, and the documents and doubts that belong to them."""
    events = tuple(_granted(timeline.events, wish))
    if wish == Wish(strict=wish.strict):
        return replace(timeline, events=events)
    evidence = [evidence for event in events for evidence in event.evidence]
    named = {each.document for each in evidence}
    stories = tuple(story for story in timeline.stories if story.document.name in named)
    spans: dict[str, list[Span]] = {}
    for each in evidence:
        dated = [each.resolution.expression.span] if each.resolution else []
        spans.setdefault(each.document, []).extend((each.span, *dated))
    notes = tuple(note for note in timeline.notes if _belongs(note, spans))
    return replace(
        timeline,
        events=events,
        stories=stories,
        notes=notes,
        stories_beside=len(timeline.stories) - len(stories),
        notes_beside=len(timeline.notes) - len(notes),
    )


def _belongs(note: Note, spans: Mapping[str, Iterable[Span]]) -> bool:
    """Whether a doubt is one on what is shown: on its words, or on the whole of its document."""
    if note.document not in spans:
        return False
    told = note.span
    return told is None or any(told.start < span.end and span.start < told.end for span in spans[note.document])


def _granted(events: Iterable[Event], wish: Wish) -> Iterable[Event]:
    return (event for event in events if wish.grants(event))


def guessed(timeline: Timeline, wish: Wish) -> tuple[Event, ...]:
    """The events that the wish leaves out for nothing but their guessed date."""
    if not wish.strict:
        return ()
    granted = _granted(timeline.events, replace(wish, strict=False))
    return tuple(event for event in granted if event.certainty is Certainty.GUESSED)
