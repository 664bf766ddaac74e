"""Story or timeline -> JSON: what was found, what it means and why, for programs.

The keys of `story_object` are those of the evaluation's format; `timeline export --format json` writes the same event
objects.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from timeline.export.options import Options
from timeline.export.wording import (
    dating,
    day_of_publication,
    decided,
    note_words,
    reasons,
    sources,
    year_reason,
)
from timeline.messages import say
from timeline.model import Document, Event, LeftAlone, Note, Resolution, Span, Story, Timeline, When

NAME = "json"
SUFFIX = ".json"

_FOUND = ("text", "start", "end", "kind", "duration", "rrule")  # what a line of the suites says besides the intervals

Object = dict[str, Any]  # a JSON object


def when_object(when: When | None) -> Object:
    """A resolved time: each of its parts, null where it has none."""
    when = when or When()
    return {
        "edtf": when.edtf,
        "time": when.time,
        "part_of_day": str(when.part) if when.part else None,
        "duration": when.duration,
        "rrule": when.rrule,
    }


def expression_object(resolution: Resolution, document: Document | None, language: str) -> Object:
    """An expression, its value and the reasons."""
    expression = resolution.expression
    return {
        "text": expression.text,
        "start": expression.span.start,
        "end": expression.span.end,
        "kind": str(expression.kind),
        **when_object(resolution.when),
        "certainty": resolution.certainty.label,
        "repaired": expression.repair is not None,
        "why": list(reasons(resolution.steps, document, language)),
    }


def left_alone_object(left: LeftAlone, language: str) -> Object:
    """Words that look like a time, and what they are."""
    return {"text": left.text, "start": left.span.start, "end": left.span.end, "why": say(language, left.rule)}


def place_object(document: Document | None, span: Span) -> Object:
    """The page on which a stretch begins and, in points from its upper left corner, where its line does."""
    place = document.place(span.start) if document else None
    if place is None:
        return {}
    return {"page": place.page} | ({} if place.top is None else {"left": place.left, "top": place.top})


def event_object(event: Event, documents: dict[str, Document], language: str) -> Object:
    """An event and its evidence."""
    evidence = dating(event)
    resolution = evidence.resolution
    steps = resolution.steps if resolution else ()
    return {
        "uid": event.uid,
        **when_object(event.when),
        "title": event.title,
        "description": event.description,
        "place": event.place,
        "organisers": list(event.organisers),
        "kind": str(event.kind),
        "category": str(event.category),
        "weight": str(event.weight),
        "certainty": event.certainty.label,
        "repaired": event.repaired,
        "why": list(reasons(steps, documents.get(evidence.document), language)),
        "decided": [
            {"rule": step.rule, **step.values, "text": text}
            for step, text in zip(event.decided, decided(event, language), strict=True)
        ],
        "disputes": [
            {"uid": other.uid, "edtf": other.when.edtf, "source": other.document, "line": other.line}
            for other in event.disputes
        ],
        "evidence": [
            {
                "source": e.document,
                "start": e.span.start,
                "end": e.span.end,
                "line": e.line,
                **place_object(documents.get(e.document), e.span),
                "text": e.text,
            }
            for e in event.evidence
        ],
        "tellings": [
            {"uid": told.uid, "edtf": told.when.edtf, "title": told.title, "source": e.document, "line": e.line}
            for told in event.tellings
            for e in told.evidence
        ],
    }


def note_object(note: Note, documents: dict[str, Document], language: str) -> Object:
    """A doubt in plain words, and where it arose."""
    return {
        "source": note.document,
        "line": note.line,
        "start": note.span.start if note.span else None,
        "end": note.span.end if note.span else None,
        "severity": note.severity.name.lower(),
        "rule": note.rule,
        "text": note_words(note, documents.get(note.document), language),
    }


def document_object(story: Story) -> Object:
    """A document as a source."""
    day = day_of_publication(story)
    document = story.document
    return {
        "source": document.name,
        "title": document.title,
        "published": day.isoformat() if day else None,
        "script": str(document.script),
    }


def context_object(story: Story, language: str) -> Object:
    """What a document as a whole says of its time."""
    year, why = year_reason(story, language)
    return {"year": year, "why": why, "region": story.setting.region}


def story_object(story: Story, language: str, timeline: Timeline | None = None) -> Object:
    """One document: itself, its setting, its expressions, its events, its doubts; with its timeline, as decided."""
    told = timeline or story
    documents = {story.document.name: story.document}
    return {
        "document": document_object(story),
        "context": context_object(story, language),
        "expressions": [expression_object(r, story.document, language) for r in story.resolutions],
        "left_alone": [left_alone_object(left, language) for left in story.left_alone],
        "events": [event_object(event, documents, language) for event in told.events],
        "notes": [note_object(note, documents, language) for note in told.notes],
    }


def timeline_object(timeline: Timeline, language: str) -> Object:
    """The whole timeline: its sources, its events whatever their weight, its doubts."""
    numbered = sources(timeline)
    documents = {name: source.story.document for name, source in numbered.items()}
    return {
        "sources": [
            {
                "number": source.number,
                **document_object(source.story),
                "context": context_object(source.story, language),
            }
            for source in numbered.values()
        ],
        "events": [event_object(event, documents, language) for event in timeline.events],
        "notes": [note_object(note, documents, language) for note in timeline.notes],
        "beside": {"sources": timeline.stories_beside, "notes": timeline.notes_beside},
    }


def text(value: Object) -> str:
    """JSON that people can read and diff."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def holds(timeline: Timeline, options: Options) -> tuple[Event, ...]:  # noqa: ARG001
    """Every event, minor ones as well: each bears its weight."""
    return timeline.events


def render(timeline: Timeline, options: Options) -> str:
    """The timeline as one JSON object."""
    return text(timeline_object(timeline, options.language))


# --- suites of sentences --------------------------------------------------------------------------------------------


def found_object(resolution: Resolution, intervals: Iterable[tuple[datetime | None, datetime | None]]) -> Object:
    """An expression of a single sentence, with the moments from which and until which it lasts."""
    expression = expression_object(resolution, None, "en")
    return {
        **{key: expression[key] for key in _FOUND},
        "intervals": [[edge.isoformat() if edge else None for edge in interval] for interval in intervals],
    }


def line_of(value: Object) -> str:
    """JSON in one line."""
    return json.dumps(value, ensure_ascii=False) + "\n"
