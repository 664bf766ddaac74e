"""Events of a whole timeline -> the same, those that are one happening with two days told so.

Two documents disagree where they give one title, and the same number or the same place, different days. One document
that gives two days tells of two happenings; and so does whoever tells of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from timeline.events.differences import apart, counts, same_place
from timeline.events.likeness import core
from timeline.model import Dispute, Event, When

_NUMBERED = frozenset("届次期")
_NEAR = 31  # days between two accounts of a thing without a number
_YEAR = 366
_SPECIFIC = 6  # characters of a title that is no common name
_CROWD = 32  # events of one title: so many are a habit, not a contradiction


def disputed(events: Iterable[Event]) -> list[Event]:
    """The events, each with the other days that other documents give it."""
    found = list(events)
    titles: dict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(found):
        if event.when.single_day:
            titles[core(event.title, event.place).replace("\n", "")].append(i)
    others: dict[int, list[Event]] = defaultdict(list)
    for title, rows in titles.items():
        if len(title) < _SPECIFIC or len(rows) > _CROWD:
            continue
        for i, j in combinations(rows, 2):
            if _disagree(found[i], found[j]):
                others[i].append(found[j])
                others[j].append(found[i])
    return [
        replace(event, disputes=_disputes(others[i])) if others[i] or event.disputes else event
        for i, event in enumerate(found)
    ]


def _disputes(others: Iterable[Event]) -> tuple[Dispute, ...]:
    ordered = sorted(others, key=lambda event: event.sort_key)
    return tuple(Dispute(e.uid, e.when, e.evidence[0].document, e.evidence[0].line) for e in ordered)


def _disagree(one: Event, other: Event) -> bool:
    """Whether two events of one title are one happening with two days."""
    first, second = one.when.first, other.when.first
    if first is None or second is None or first == second or one.kind is not other.kind:
        return False
    if {e.document for e in one.evidence} & {e.document for e in other.evidence}:
        return False
    # The hour goes with the day: it says nothing of whether two days are meant.
    if apart(replace(one, when=When()), replace(other, when=When())):
        return False
    left, right = counts(one.title), counts(other.title)
    if any(left[what] == right[what] for what in _NUMBERED & left.keys() & right.keys()):
        return abs((first - second).days) <= _YEAR
    return abs((first - second).days) <= _NEAR and same_place(one, other)
