"""Document -> expressions: every time expression with what its letters say, and nothing of the calendar or the year.

Text becomes morphemes, morphemes that touch become islands, and in an island the longest phrase of the table wins.

>>> from timeline.text import document
>>> [(found.text, found.phrase) for found in find(document("示例", "据悉，5月10日至12日下午举行，为期三天。"))]
[('5月10日至12日下午', 'period'), ('三天', 'length')]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from timeline import limits
from timeline.find.automaton import Automaton
from timeline.find.damaged import Found, repairs
from timeline.find.morphemes import islands
from timeline.find.numbering import without_numbers
from timeline.find.numerals import with_figures, with_round_zeros
from timeline.find.phrase import Phrase
from timeline.find.phrases import PHRASES
from timeline.find.surroundings import (
    addresses,
    held_elsewhere,
    is_grade,
    is_score,
    named_elsewhere,
    numbers_a_person,
    numbers_a_series,
    sound_length,
)
from timeline.find.traps import trap
from timeline.model import (
    Document,
    Duration,
    Expression,
    ExpressionKind,
    LeftAlone,
    Note,
    Occasion,
    Period,
    Point,
    Recurrence,
    Repair,
    Script,
    Severity,
    Span,
    Value,
)


def phrases() -> tuple[Phrase, ...]:
    """The table of what can be read, with its examples."""
    return PHRASES


@cache
def _rows() -> Automaton:
    return Automaton([phrase.shape for phrase in PHRASES])


@lru_cache(maxsize=16_384)
def divide(kinds: tuple[str, ...]) -> tuple[tuple[int, int, Phrase], ...]:
    """How an island divides into phrases, the longest at each place from left to right: its kinds alone decide."""
    rows = _rows()
    cuts = []
    at = 0
    while at < len(kinds):
        if longest := rows.longest(kinds, at):
            end, row = longest
            cuts.append((at, end, PHRASES[row]))
            at = end
        else:
            at += 1
    return tuple(cuts)


def kind_of(value: Value) -> ExpressionKind:
    """The kind that the evaluation format gives a value."""
    if isinstance(value, Point):
        if _only_time(value):
            return ExpressionKind.TIME
        return ExpressionKind.DATE if value.section is None else ExpressionKind.PERIOD
    if isinstance(value, Period):
        if value.deadline:
            return ExpressionKind.DEADLINE
        return ExpressionKind.TIME if _only_time(value.start) and _only_time(value.end) else ExpressionKind.PERIOD
    return _KINDS[type(value)]


_KINDS: Mapping[type, ExpressionKind] = {
    Recurrence: ExpressionKind.SET,
    Duration: ExpressionKind.DURATION,
    Occasion: ExpressionKind.OBSERVANCE,
}


def _only_time(point: Point | Occasion | None) -> bool:
    """Whether it has a clock time or part of day and no date."""
    if not isinstance(point, Point) or (point.clock is None and point.part is None):
        return False
    return _but_time(point) == _NO_DATE


_but_time = attrgetter(*(field.name for field in fields(Point) if field.name not in ("part", "clock", "approximate")))
_NO_DATE = _but_time(Point())

_WORDS_BEFORE = frozenset(("from", "lasting", "deed_later"))
_WORDS_BEHIND = frozenset(("deadline", "closing", "shut"))


class Findings(NamedTuple):
    """What a document holds of time, in the order of its text, and what only looks like it."""

    expressions: tuple[Expression, ...]
    left_alone: tuple[LeftAlone, ...]
    notes: tuple[Note, ...] = ()  # that there are too many to read them all


def find(document: Document) -> tuple[Expression, ...]:
    """Every time expression of a document, in the order of its text."""
    return look(document).expressions


def look(document: Document) -> Findings:
    """Every time expression, and the words that a trap or a web address took away.

    >>> from timeline.text import document
    >>> [(left.text, left.rule) for left in look(document("示例", "乘6号线前往，活动在6号晚上。")).left_alone]
    [('6号', 'trap-number of a thing')]
    """
    sound, left_alone = _sound(document)
    damaged = repairs(document.text, sound)
    expressions = _merged(document, sound, damaged) if damaged else tuple(sound)
    most = next((last for last in range(len(expressions)) if _too_many(document.text, expressions, last)), None)
    most = _said_enough(document.text, expressions[:most], most)
    if most is None:
        return Findings(expressions, tuple(left_alone))
    line = document.line(expressions[most].span.start)
    note = Note(document=document.name, rule="cut-times", values={}, severity=Severity.LOSS, line=line)
    return Findings(expressions[:most], tuple(left_alone[: limits.TIMES]), (note,))


def _too_many(text: str, found: Sequence[Expression], last: int) -> bool:
    """Whether the time of that number is one too many, of the text or of its line."""
    first = last - limits.LINE_TIMES
    return last >= limits.TIMES or (first >= 0 and text.find("\n", found[first].at.start, found[last].at.start) < 0)


def _said_enough(text: str, found: Sequence[Expression], most: int | None) -> int | None:
    """The first time in a line that came too often before, or `most`, where there is none."""
    if len(found) <= limits.ALIKE:
        return most
    lines: Counter[str] = Counter()
    end = -1
    for number, expression in enumerate(found):
        if expression.at.start > end:
            start, end = text.rfind("\n", 0, expression.at.start) + 1, text.find("\n", expression.at.start)
            end = len(text) if end < 0 else end
            lines[text[start:end]] += 1
            if lines[text[start:end]] > limits.ALIKE:
                return number
    return most


def _merged(document: Document, sound: list[Expression], damaged: list[Found]) -> tuple[Expression, ...]:
    """The sound expressions and the repaired ones; a repaired one takes the place of what was read of its remains."""
    merged: list[Expression] = []
    rest = iter(sound)
    one = next(rest, None)
    for place in damaged:
        while one and one.at.end <= place.at.start:
            merged.append(one)
            one = next(rest, None)
        remains = []
        while one and one.at.start < place.at.end:
            remains.append(one)
            one = next(rest, None)
        whole = Span(
            min((it.at.start for it in remains), default=place.at.start), max((it.at.end for it in remains), default=0)
        )
        if len(remains) == 1 and (held := _with_hour(place, remains[0])):
            merged.append(_expression(document, *held))
            continue
        if (
            whole.start < place.at.start
            or whole.end > place.at.end
            or any(it.at == place.at and it.phrase != "length" for it in remains)
        ):
            merged += remains  # a sound phrase reaches beyond it: that is the better reading
            continue
        at, readings = place.at, place.readings
        if merged and (ended := _as_end(document.text, merged[-1], place)):
            merged[-1] = _expression(document, *ended)
            continue
        if one and one.at.start == at.end and (timed := _at_that_time(readings, one.value)):
            at, readings = Span(at.start, one.at.end), timed
            one = next(rest, None)
        merged.append(_expression(document, at, place.damage.name, readings[0], Repair(place.damage.lost, readings)))
    return (*merged, *([one] if one else []), *rest)


_Repaired = tuple[Span, str, Value, Repair]


def _with_hour(place: Found, sound: Expression) -> _Repaired | None:
    """月25日|晚7:00, of which 25日晚7:00 was read as a day of its own: the hour belongs to what is repaired."""
    day, whole = sound.value, place.readings[0]
    if not (isinstance(day, Point) and isinstance(whole, Point)) or _but_time(day) != _but_time(whole):
        return None
    if sound.at.start < place.at.start or sound.at.end <= place.at.end:
        return None
    readings = _at_that_time(place.readings, Point(part=day.part, clock=day.clock))
    if not readings:  # none is open to the hour
        return None
    at = Span(place.at.start, sound.at.end)
    return at, place.damage.name, readings[0], Repair(place.damage.lost, readings)


_TO = re.compile(r" ?[至到—~-] ?")


def _as_end(text: str, before: Expression, place: Found) -> _Repaired | None:
    """10月1日|至|108日: a damaged day behind 至 is the end of a stretch."""
    first, last = before.value, place.readings[0]
    if not (isinstance(first, Point) and isinstance(last, Point)) or first.day is None or last.day is None:
        return None
    if before.repair or not _TO.fullmatch(text, before.at.end, place.at.start):
        return None
    begins: Point = first
    readings = tuple(Period(start=begins, end=reading) for reading in place.readings if isinstance(reading, Point))
    at = Span(before.at.start, place.at.end)
    return at, place.damage.name, readings[0], Repair(place.damage.lost, readings)


def _at_that_time(readings: Sequence[Value], time: Value) -> tuple[Value, ...]:
    """The readings of a damaged day with the clock time or part of day right behind it: 109日|晚上6时."""
    if not isinstance(time, Point) or not _only_time(time) or not all(isinstance(day, Point) for day in readings):
        return ()
    return tuple(replace(day, part=time.part, clock=time.clock) for day in readings if isinstance(day, Point))


def _expression(document: Document, at: Span, phrase: str, value: Value, repair: Repair | None = None) -> Expression:
    span = document.raw_span(at)
    return Expression(
        span=span, at=at, text=span.of(document.raw), kind=kind_of(value), phrase=phrase, value=value, repair=repair
    )


def _looks_only_like_it(text: str, phrase: str, at: Span, *, addressed: bool) -> str | None:
    """The name of the trap that a finding is, or None where it is a time."""
    if addressed:
        return "address"
    if phrase == "point" and (numbers_a_person(text, at.start, at.end) or numbers_a_series(text, at.start, at.end)):
        return "number of a thing"
    if is_score(text, at.start, at.end):
        return "score"
    if is_grade(text, at.start, at.end):
        return "name of a class"
    if named_elsewhere(text, at.start, at.end):
        return "name of a thing"
    if phrase == "occasion" and held_elsewhere(text, at.start):
        return "feast of another nation"
    return trap(text, phrase, at.start, at.end)


_BEGINNING = 200_000  # characters of a long text within which there may be too many times already


def _sound(document: Document) -> tuple[list[Expression], list[LeftAlone]]:
    """What the table of phrases reads, apart from the traps."""
    text = without_numbers(with_figures(with_round_zeros(document.text)))
    if len(text) > 2 * _BEGINNING:
        found, left_alone, enough = _read(document, text[:_BEGINNING])
        if enough:
            return found, left_alone
    return _read(document, text)[:2]


def _read(document: Document, text: str) -> tuple[list[Expression], list[LeftAlone], bool]:
    """What a text says of time, what only looks like it, and whether there is more of the first than is read."""
    found: list[Expression] = []
    left_alone: list[LeftAlone] = []
    limit = sound_length(document)
    inside = list(reversed(addresses(text)))
    spare = limits.LINE_TIMES // 10  # what damage may take away again, without a word of a cut
    for island in islands(text, hant=document.script is Script.HANT):
        if len(found) > spare and _too_many(text, found, len(found) - 1 - spare):
            return found, left_alone, True
        for first, last, phrase in divide(tuple([morpheme.kind for morpheme in island])):
            tokens = island[first:last]
            value = phrase.build(tokens)
            if tokens[0].kind in _WORDS_BEFORE:
                tokens = tokens[1:]
            if tokens[-1].kind in _WORDS_BEHIND:
                tokens = tokens[:-1]
            at = Span(tokens[0].start, tokens[-1].end)
            while inside and inside[-1].end <= at.start:
                inside.pop()
            if at.start >= limit:
                continue
            addressed = inside and inside[-1].start <= at.start
            if rule := _looks_only_like_it(text, phrase.name, at, addressed=bool(addressed)):
                span = document.raw_span(at)
                left_alone.append(LeftAlone(span=span, text=span.of(document.raw), rule=f"trap-{rule}"))
            else:
                found.append(_expression(document, at, phrase.name, value))
    return found, left_alone, False
