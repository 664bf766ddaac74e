"""Sentences with their dates marked, so that events are tested without finding and resolving.

`⟦5月12日|2022-05-12⟧` is an expression and its value; after a further bar stand its kind, a clock time or a duration.
"""

from __future__ import annotations

import re

from timeline.events import extract
from timeline.model import (
    Certainty,
    Document,
    Duration,
    Event,
    Expression,
    ExpressionKind,
    Occasion,
    Period,
    Point,
    Recurrence,
    Resolution,
    Setting,
    Span,
    Value,
    When,
)
from timeline.text import document

_MARK = re.compile(r"⟦([^|⟧]*)\|([^|⟧]*)(?:\|([^|⟧]*))?(?:\|([^|⟧]*))?⟧")
_LENGTH = re.compile(r"P\d")


def _value(kind: ExpressionKind, words: str) -> Value:
    match kind:
        case ExpressionKind.OBSERVANCE:
            return Occasion(key="any", ordinal=1 if re.match("[“]?第", words) else None)
        case ExpressionKind.PERIOD:
            return Period()
        case ExpressionKind.DEADLINE:
            return Period(deadline=True)
        case ExpressionKind.DURATION:
            return Duration(iso="P1D")
        case ExpressionKind.SET:
            return Recurrence(rrule="FREQ=DAILY")
        case _:
            return Point()


def marked(text: str, name: str = "示例") -> tuple[Document, tuple[Resolution, ...]]:
    """The document without its marks, and the resolutions that they stand for."""
    plain, spots, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        spots.append((Span(len(plain), len(plain) + len(match[1])), match))
        plain += match[1]
        position = match.end()
    doc = document(name, plain + text[position:])
    clean = {doc.offsets.raw(position): position for position in range(len(doc.text))}
    found = []
    for span, match in spots:
        kind = ExpressionKind(match[3] or "date")
        inside = [clean[position] for position in range(*span) if position in clean]
        at = Span(inside[0], inside[-1] + 1)
        length = match[2] if _LENGTH.match(match[2]) else None
        expression = Expression(
            span=span, at=at, text=match[1], kind=kind, phrase="marked", value=_value(kind, at.of(doc.text))
        )
        when = When(edtf=None if length or match[2] == "null" else match[2], time=match[4], duration=length)
        found.append(Resolution(expression=expression, when=when, certainty=Certainty.WRITTEN, steps=()))
    return doc, tuple(found)


def events(text: str, name: str = "示例") -> tuple[Event, ...]:
    """The events of a marked text."""
    doc, resolutions = marked(text, name)
    return extract(doc, Setting(script=doc.script), resolutions)


def told(text: str) -> list[tuple[str | None, str]]:
    """Day and title of each event of a marked text."""
    return [(event.when.edtf, event.title) for event in events(text)]
