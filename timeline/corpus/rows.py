"""A document, understood -> the rows of what it tells: the pure map, of which a shard, a cluster and a query all speak.

>>> from timeline.pipeline import tell
>>> from timeline.text import document
>>> found = list(rows_of(tell(document("notice.txt", "2022年5月15日，省残联在文化宫举行开幕式。")), Reading()))
>>> [(row["edtf"], row["place"], row["title"], row["start"], row["certainty"]) for row in found]
[('2022-05-15', '文化宫', '省残联在文化宫举行开幕式', 0, 'written')]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from timeline.corpus.records import Reading
from timeline.events.language.segment import borders
from timeline.export.wording import day_of_publication, one_line, why
from timeline.model import Claim, Document, Event, Occasion, Point, Span, Step, Story
from timeline.text.folding import fold

Row = dict[str, Any]

# Name -> what it holds; `list` is one of texts. docs/corpus.md says the same to people, and a test holds both together.
COLUMNS: Mapping[str, type] = {
    "uid": str,  # of this telling
    "event": str,  # the UID of what its document tells by it, one for several tellings
    "happening": str,  # what the same day, place and title have in common, wherever it is told
    "first": date,  # the first day that the date allows, and
    "last": date,  # the last; empty where it is open or not known
    "edtf": str,
    "time": str,
    "part_of_day": str,
    "rrule": str,
    "title": str,
    "place": str,
    "organisers": list,
    "description": str,
    "kind": str,
    "category": str,
    "weight": str,
    "certainty": str,
    "repaired": bool,
    "text": str,  # the words that tell it, and where they stand:
    "line": int,
    "start": int,  # in code points of the document
    "end": int,
    "date_text": str,  # the words that date it, and where they stand:
    "date_start": int,
    "date_end": int,
    "date_edtf": str,
    "date_kind": str,
    "date_phrase": str,  # the row of the table of phrases that read them
    "date_loose": str,  # third-ten, during, about: what they leave open
    "why": str,  # why they mean that, in words
    "reasons": str,  # the same for programs, as JSON
    "source": str,  # the document: its path, its address on the web, its name in a table
    "source_title": str,
    "published": date,
    "script": str,
    "region": str,  # CN, TW, HK, MO
    "about": str,  # the year that the document is about and why, as JSON
    "input": str,  # the file in which it stands, and where there:
    "record": int,  # its first byte in lines and rows, its row in a table, else its number
}


def rows_of(story: Story, reading: Reading, input: str = "", record: int = 0) -> Iterator[Row]:
    """A row for each telling of a document, in an order of its own. The same document always gives the same rows."""
    document = story.document
    facts = {
        "source": document.name,
        "source_title": document.title,
        "published": day_of_publication(story),
        "script": str(document.script),
        "region": story.setting.region,
        "about": _about(story),
        "input": input,
        "record": record,
    }
    for event in story.events:
        for telling in event.tellings or (event,):
            yield {**_row(event.uid, telling, document, reading), **facts}


def happening(event: Event) -> str:
    """32 hex digits: the same for all that tell of the same days, the same place and the same words of a title."""
    title = fold(event.title)
    ends = borders(title)
    words = {title[a:b] for a, b in zip((0, *ends), ends, strict=False)}
    said = sorted(word for word in words if any(map(str.isalnum, word)))
    when = event.when
    days = when.edtf or when.rrule or ""
    key = "\n".join((days, when.time or "", event.kind, fold(event.place or ""), *said))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32]


def _row(uid: str, event: Event, document: Document, reading: Reading) -> Row:
    (seen,) = event.evidence
    when, resolution = event.when, seen.resolution
    row: Row = {
        "uid": event.uid,
        "event": uid,
        "happening": happening(event),
        "first": when.first,
        "last": when.last,
        "edtf": when.edtf,
        "time": when.time,
        "part_of_day": str(when.part) if when.part else None,
        "rrule": when.rrule,
        "title": event.title,
        "place": event.place,
        "organisers": list(event.organisers),
        "description": event.description,
        "kind": str(event.kind),
        "category": str(event.category),
        "weight": str(event.weight),
        "certainty": event.certainty.label,
        "repaired": event.repaired,
        "text": seen.text,
        "line": seen.line,
        "start": seen.span.start,
        "end": seen.span.end,
        **dict.fromkeys(name for name in COLUMNS if name.startswith("date_")),
        "why": why(resolution, document, reading.language) or None,
        "reasons": _json([_reason(step, document) for step in resolution.steps]) if resolution else None,
    }
    if resolution:
        expression = resolution.expression
        row |= {
            "date_text": expression.text,
            "date_start": expression.span.start,
            "date_end": expression.span.end,
            "date_edtf": resolution.when.edtf if resolution.when else None,
            "date_kind": str(expression.kind),
            "date_phrase": expression.phrase,
            "date_loose": loose(expression.value),
        }
    return row


def loose(value: object) -> str | None:
    """What a date leaves open: some days of a month, the time around a feast, about."""
    if getattr(value, "approximate", False):
        return "about"
    if isinstance(value, Point) and value.section and not value.day:
        return str(value.section)
    return str(value.window) if isinstance(value, Occasion) else None


def _reason(step: Step, document: Document) -> dict[str, object]:
    said: dict[str, object] = {"rule": step.rule}
    if step.values:
        said["values"] = dict(step.values)
    return said | _proof(step.because, document)


def _proof(span: Span | None, document: Document) -> dict[str, object]:
    """The words that prove something, and where they stand."""
    if span is None:
        return {}
    return {"words": span.of(document.raw), "start": span.start, "line": document.line(span.start)}


def _about(story: Story) -> str | None:
    claim: Claim[int] | None = story.setting.year
    if claim is None:
        return None
    return _json({"year": claim.value, "rule": claim.rule} | _proof(claim.because, story.document))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def brief(text: str) -> str:
    """A text of a document as a report quotes it."""
    return one_line(text)[:200]
