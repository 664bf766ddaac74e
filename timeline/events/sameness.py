"""Events of the same days -> which of them are one happening, and that happening as one event with all its evidence.

Titles are compared; whatever sets two happenings apart (other numbers, opening and closing, other places, other
organisers, another hour) forbids it. The order of the events changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from timeline.events.divisions import path_of
from timeline.events.words import verbs
from timeline.model import Event, EventKind, Weight
from timeline.text import fold

_SIGNS = re.compile(r"[^\w\u3400-\u9fff]+")
_NUMBERS = re.compile(r"\d+|第?[一二三四五六七八九十百]+(?=[届次个期场批名号级站])|[一二三四五六七八九十]级")
_OPPOSED = (
    (("开幕",), ("闭幕",)),
    (("开始", "启动", "开放"), ("截止", "结束")),
    (("出生",), ("逝世", "去世", "病逝")),
    (("通过",), ("公布", "施行", "实行")),
    (("公布",), ("施行", "实行")),
    (("初赛",), ("决赛", "复赛")),
    (("复赛",), ("决赛",)),
)


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return _SIGNS.sub("", fold(text))


@lru_cache(maxsize=8192)
def _numbers(title: str) -> frozenset[str]:
    return frozenset(match.removeprefix("第") for match in _NUMBERS.findall(fold(title)))


def _opposed(one: str, other: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one title has a word of the first kind and the other instead one of the second."""
    return any(w in one and w not in other for w in first) and any(w in other and w not in one for w in second)


def _vetoed(one: Event, other: Event) -> bool:
    """Whether something sets two events of the same days apart."""
    if one.when.time and other.when.time and one.when.time != other.when.time:
        return True
    if {one.kind, other.kind} == {EventKind.DEADLINE, EventKind.EVENT}:
        return True
    left, right = _plain(one.title), _plain(other.title)
    numbers = _numbers(one.title), _numbers(other.title)
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return True
    if any(_opposed(left, right, *pair) or _opposed(right, left, *pair) for pair in _OPPOSED):
        return True
    if _parallel(left, right):
        return True
    if _elsewhere(one.place, other.place):
        return True
    return bool(
        one.organisers and other.organisers and not any(_share(a, b) for a in one.organisers for b in other.organisers)
    )


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _parallel(one: str, other: str) -> bool:
    """Whether two titles say the same of two things: 检修东门线, 检修南塘线."""
    if one == other or len(one) != len(other):
        return False
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    first, second = one[head : len(one) - tail], other[head : len(other) - tail]
    if len(first) > 6 or head + tail < 4 or set(first) & set(second):
        return False
    return len(first) >= 2 and not verbs(first) and not verbs(second)


@lru_cache(maxsize=8192)
def _is_division(place: str) -> bool:
    return path_of(fold(place)) is not None


def _elsewhere(one: str | None, other: str | None) -> bool:
    """Whether two places exclude each other; a hall may well lie in the city that the other telling names."""
    if not one or not other or _share(one, other):
        return False
    return _is_division(one) == _is_division(other)


def _share(one: str, other: str) -> bool:
    """Whether two names have two characters in a row in common."""
    left, right = _plain(one), _plain(other)
    return left == right or any(left[i : i + 2] in right for i in range(len(left) - 1))


def alike(one: Event, other: Event) -> bool:
    """Whether two events of the same days are one happening."""
    from rapidfuzz import fuzz

    left, right = _plain(one.title), _plain(other.title)
    if left != right:
        shorter = min(len(left), len(right))
        if shorter < 4:
            return False
        if fuzz.ratio(left, right) < 68 and (shorter < 6 or fuzz.partial_ratio(left, right) < 88):
            return False
    return not _vetoed(one, other)


def _richer(event: Event) -> tuple[object, ...]:
    """Total order of tellings: the fullest first."""
    return (
        event.when.time is None,
        event.weight is Weight.MINOR,
        -event.certainty,
        -len(event.evidence),
        event.place is None,
        -len(event.organisers),
        -min(len(event.title), 30),
        event.title,
        event.evidence[0].document if event.evidence else "",
        event.evidence[0].span if event.evidence else (0, 0),
        event.when.time or "",
        event.place or "",
        event.organisers,
        event.kind,
        event.uid,
    )


def _one(best: Event, other: Event) -> Event:
    """Two tellings as one event: the words of the first, the evidence of both."""
    evidence = {(e.document, e.span): e for e in (*other.evidence, *best.evidence)}
    return replace(
        best,
        place=best.place or other.place,
        organisers=best.organisers or other.organisers,
        weight=Weight.CORE if Weight.CORE in (best.weight, other.weight) else Weight.MINOR,
        certainty=max(best.certainty, other.certainty),
        repaired=best.repaired and other.repaired,
        evidence=tuple(evidence[key] for key in sorted(evidence)),
    )


def merged(events: Iterable[Event]) -> list[Event]:
    """Events with the same happening told once.

    The fullest telling comes first and keeps its words; each further one joins the first happening it is like. What a
    happening gains by that can only forbid more, so merging again changes nothing.
    """
    by_days: dict[str, list[Event]] = {}
    for event in sorted(events, key=_richer):
        told = by_days.setdefault(event.when.edtf or "", [])
        for number, known in enumerate(told):
            if alike(known, event):
                told[number] = _one(known, event)
                break
        else:
            told.append(event)
    return sorted(
        (event for told in by_days.values() for event in told), key=lambda event: (event.sort_key, _richer(event))
    )
