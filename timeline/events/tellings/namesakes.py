"""Events of one day that are called the same -> events that a reader can tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.language.divisions import named
from timeline.events.language.phrases import LONGEST
from timeline.events.language.segment import is_word, tags
from timeline.model import Event, Weight
from timeline.text.folding import fold

_BARE, _SHORT_PLACE = 2, 12
_NUMERALS = "一二三四五六七八九十"


def told_apart(events: Sequence[Event]) -> list[Event]:
    """停水 in one town and 停水 in another: where a name tells too little, the place or its number stands beside it."""
    places: dict[tuple[str | None, str], set[str | None]] = {}
    for event in events:
        places.setdefault((event.when.edtf, event.title), set()).add(event.place)
    placed = [_placed(event, len(places[event.when.edtf, event.title]) > 1) for event in events]
    hours: dict[tuple[str | None, str], list[str]] = {}
    for event in placed:
        hours.setdefault((event.when.edtf, event.title), []).append(event.when.time or "")
    return [_counted(event, sorted(hours[event.when.edtf, event.title])) for event in placed]


def _counted(event: Event, hours: Sequence[str]) -> Event:
    """茶歇(一), 茶歇(二): of things that come again on a day which one it is, in the order of their hours."""
    number = hours.index(event.when.time) if event.when.time and len(hours) > 1 else -1
    if number < 0:
        return event
    which = _NUMERALS[number] if number < len(_NUMERALS) else str(number + 1)
    return replace(event, title=f"{event.title}（{which}）")


def _placed(event: Event, elsewhere: bool) -> Event:
    """The event, its place before its title where that tells it from others of the day or where it is but a verb."""
    core, title_ = event.weight is Weight.CORE, event.title
    if not event.place or not (elsewhere or (core and len(title_) <= _BARE)):
        return event
    place = _nearest(event.place)
    if not 2 <= len(place) <= _SHORT_PLACE or place in title_ or len(place) + len(title_) > LONGEST:
        return event
    words_ = tags(fold(title_))  # 停水; the name of a person is no such word
    deed = len(words_) == 1 and not words_[0][1].startswith("nr") and is_word(fold(title_))
    bare = core and deed and len(title_) <= _BARE and next(named(fold(title_)), None) is None
    return replace(event, title=f"{place}{title_}") if elsewhere or bare else event


def _nearest(place: str) -> str:
    """A place without the divisions above its own.

    >>> _nearest("四川省广安市华蓥市"), _nearest("浙江省杭州市文化宫"), _nearest("文化宫")
    ('华蓥市', '杭州市文化宫', '文化宫')
    """
    start = end = 0
    for span, _ in named(fold(place)):
        if span.start != end:
            break
        start, end = span
    return place[start:]
