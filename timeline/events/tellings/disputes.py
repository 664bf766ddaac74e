"""Events of a whole timeline -> the same, those that are one happening with two days told so.

Two documents disagree where both tell what befalls somebody or something but once (a birth, an opening, a launch) and
give it different days; and where they give one title, and the same number or the same place, different days. One
document that gives two days tells of two happenings; and so does whoever tells of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import combinations

from timeline.events.language.segment import borders
from timeline.events.language.words import pattern, words
from timeline.events.tellings.cores import core, pairs
from timeline.events.tellings.differences import apart, counts, same_place
from timeline.events.tellings.likeness import unsaid
from timeline.memory import remembered
from timeline.model import Dispute, Event, EventKind, When
from timeline.text.folding import fold

_NUMBERED = frozenset("届次期")
_NEAR = 31  # days between two accounts of a thing without a number
_YEAR = 366
_SPECIFIC = 6  # characters of a title that is no common name
_NAMED = 2  # characters beside a deed that name somebody or something
_DAY = When(edtf="2000-01-01")  # on which two titles are compared
_CROWD = 32  # events of one title: so many are a habit, not a contradiction
_LIVES = ("出生", "逝世", "创办", "创刊")  # two accounts of such a deed may be years apart
_WORKS = ("开馆", "开通", "竣工", "开工", "启用", "合龙", "贯通", "出版", "首映", "公映")  # by their months: a year
_ACCOUNTS = 5  # years


def disputed(events: Iterable[Event]) -> list[Event]:
    """The events, each with the other days that other documents give it."""
    found = list(events)
    others: dict[int, list[Event]] = defaultdict(list)
    for i, j in sorted({*_of_one_title(found), *_of_one_deed(found)}):
        others[i].append(found[j])
        others[j].append(found[i])
    return [
        replace(event, disputes=_disputes(others[i])) if others[i] or event.disputes else event
        for i, event in enumerate(found)
    ]


def _disputes(others: Iterable[Event]) -> tuple[Dispute, ...]:
    ordered = sorted(others, key=lambda event: event.sort_key)
    return tuple(Dispute(e.uid, e.when, e.evidence[0].document, e.evidence[0].line) for e in ordered)


# --- one title --------------------------------------------------------------------------------------------------------


def _of_one_title(events: list[Event]) -> Iterator[tuple[int, int]]:
    titles: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, event in enumerate(events):
        if event.when.first and event.when.last and event.kind is not EventKind.DEADLINE:
            name = core(event.title, event.place).replace("\n", "")
            titles[name, event.when.single_day].append(i)
    for rows in titles.values():
        if len(rows) <= _CROWD:
            yield from (pair for pair in combinations(rows, 2) if _disagree(events[pair[0]], events[pair[1]]))


def _disagree(one: Event, other: Event) -> bool:
    """Whether two events of one title, both of a day or both of a stretch, are one happening with other days."""
    far = _days_between(one.when, other.when)
    if not far or not _comparable(one, other) or not (one.when.single_day or _overlap(one.when, other.when)):
        return False
    left, right = counts(one.title), counts(other.title)
    if any(left[what] == right[what] for what in _NUMBERED & left.keys() & right.keys()):
        return far <= _YEAR
    specific = len(core(one.title, one.place).replace("\n", "")) >= _SPECIFIC
    return specific and far <= _NEAR and same_place(one, other)


def _days_between(one: When, other: When) -> int:
    """By how many days two accounts of a day or of a stretch differ; 0 where they do not, or are of no known days."""
    bounds = ((one.first, other.first), (one.last, other.last))
    return max((abs((a - b).days) for a, b in bounds if a and b and _by_days(one) and _by_days(other)), default=0)


def _by_days(when: When) -> bool:
    """Whether an account is by days, and not by months or years."""
    return all(len(part) == len("2000-01-01") or part == ".." for part in (when.edtf or "").split("/"))


def _overlap(one: When, other: When) -> bool:
    """Whether two accounts have days in common."""
    begins = [when.first for when in (one, other) if when.first]
    ends = [when.last for when in (one, other) if when.last]
    return not begins or not ends or max(begins) <= min(ends)


def _comparable(one: Event, other: Event) -> bool:
    """Whether two events are told by other documents, and nothing but the days sets them apart."""
    if not _documents(one).isdisjoint(_documents(other)):
        return False
    # The hour goes with the day: it says nothing of whether two days are meant.
    return not apart(replace(one, when=_DAY), replace(other, when=_DAY))


def _documents(event: Event) -> set[str]:
    """The documents that give an event its days."""
    told = [telling for telling in event.tellings or (event,) if telling.when.edtf == event.when.edtf]
    return {evidence.document for telling in told or (event,) for evidence in telling.evidence}


# --- one deed ---------------------------------------------------------------------------------------------------------


@cache
def _deeds() -> dict[str, str]:
    return {word: row.split()[0] for row in words("once") for word in row.split()}


@remembered(4_096)
def _deed(title: str) -> str | None:
    """What a title tells to be done that is done but once, by its last word; none in 召开工作会议."""
    folded = fold(title)
    found = max(((folded.rfind(word), len(word), word) for word in _deeds() if word in folded), default=None)
    if found is None or found[0] not in (0, *borders(folded)):
        return None
    return _deeds()[found[2]]


@lru_cache(maxsize=4_096)
def _name(title: str, place: str | None) -> str:
    """What a title names beside deeds, places and what every event is called."""
    said = pattern("closing").sub("", pattern("opening").sub("", pattern("noun").sub("", core(title, place))))
    for word in sorted(_deeds(), key=len, reverse=True):
        said = said.replace(word, "")
    return said.replace(_DUE, "").strip("\n")


def _own_name(event: Event) -> str:
    """What an event names: of 电影《远河》 the work, of 长安镇|敬老院 the house."""
    title = fold(event.title)
    work = title[title.find("《") :] if "》" in title else title
    return _name(work, event.place) or _name(work, None)


def _called_alike(one: Event, other: Event) -> bool:
    """Whether neither event names anything that the other telling does not name somewhere."""
    left, right = (_own_name(event) for event in (one, other))
    if min(len(left), len(right)) < _NAMED:
        return False
    titles = [core(event.title, None).replace(_DUE, "") for event in (one, other)]
    if one.kind is EventKind.DEADLINE and min(map(len, titles)) < _SPECIFIC:
        return False  # 报名截止, of whatever
    return left == right or not (unsaid(left, right, one, other) or unsaid(right, left, other, one))


def _deeds_of(event: Event) -> tuple[str, ...]:
    """The deeds that an event may be a day of: a stretch is that of an opening and of an end."""
    if event.kind is EventKind.DEADLINE:
        return (_DUE,)
    if not event.when.single_day and _by_days(event.when) and event.when.last:
        return (_OPENING, _CLOSING)
    deed = _deed(event.title)
    return (deed,) if deed else ()


_DUE, _OPENING, _CLOSING = "截止", "开幕", "闭幕"


def _of_one_deed(events: list[Event]) -> Iterator[tuple[int, int]]:
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, event in enumerate(events):
        for deed in _deeds_of(event) if event.when.first else ():
            for pair in pairs(_name(event.title, None)):
                rows[deed, pair].append(i)
    for (deed, _), numbers in rows.items():
        if len(numbers) <= _CROWD:
            yield from (p for p in combinations(numbers, 2) if _contradict(events[p[0]], events[p[1]], deed))


def _contradict(one: Event, other: Event, deed: str) -> bool:
    """Whether two events are one deed, that is done once, with two days."""
    if EventKind.DEADLINE in (one.kind, other.kind) and one.kind is not other.kind:
        return False
    return _other_days(one.when, other.when, deed) and _comparable(one, other) and _called_alike(one, other)


def _other_days(one: When, other: When, deed: str) -> bool:
    """Whether two accounts of one deed differ, and by so little that they are of one."""
    if one.single_day is not other.single_day and deed in (_OPENING, _CLOSING):
        borders = (one.first, other.first) if deed == _OPENING else (one.last, other.last)
        return 0 < (abs((borders[0] - borders[1]).days) if borders[0] and borders[1] else 0) <= _WEEK
    if deed in _LIVES:
        return not _overlap(one, other) and _years_between(one, other) <= _ACCOUNTS
    if deed in _WORKS and not (_by_days(one) and _by_days(other)):
        return not _overlap(one, other) and _years_between(one, other) <= 1
    begun = all((when.edtf or "").endswith("/..") for when in (one, other))
    return (begun or (one.single_day and other.single_day)) and 0 < _days_between(one, other) <= _NEAR


_WEEK = 7


def _years_between(one: When, other: When) -> int:
    return abs(one.first.year - other.first.year) if one.first and other.first else 0
