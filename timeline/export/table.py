"""Events -> the rows of a table: one column for each thing that is known, under the names that the JSON has for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from timeline.export.wording import (
    Source,
    clock_words,
    date_words,
    dating,
    disputed,
    kind_name,
    one_line,
    remark,
    sentence,
    sources,
    why,
)
from timeline.messages import say
from timeline.model import Event, Timeline

Cell = str | int | bool | date | None
Row = dict[str, Cell]

# Name -> what it holds, as a table with types wants to know before it sees a value; what people read stands first.
COLUMNS: Mapping[str, type] = {
    "first": date,  # the first day that the date allows, and
    "last": date,  # the last; empty where it is open or not known
    "date": str,  # in words
    "clock": str,  # in words
    "title": str,
    "place": str,
    "category_name": str,  # in words
    "organisers": str,
    "remark": str,  # what a reader must know of the date, disputes included
    "certainty": str,
    "repaired": bool,
    "text": str,  # the sentence that dates it
    "source": str,
    "line": int,
    "also": str,  # where else it is told: notice.txt:7
    "why": str,
    "description": str,
    "weight": str,
    "kind": str,
    "category": str,
    "edtf": str,
    "time": str,
    "part_of_day": str,
    "uid": str,
}


def rows(events: Iterable[Event], timeline: Timeline, language: str) -> Iterator[Row]:
    """A row for each event; no cell holds a line break or a control character."""
    numbered = sources(timeline)
    return (_row(event, numbered, language) for event in events)


def _row(event: Event, numbered: Mapping[str, Source], language: str) -> Row:
    told, when = dating(event), event.when
    source = numbered.get(told.document)
    document = source.story.document if source else None
    notes = filter(None, (remark(event, language), disputed(event, numbered, language)))
    others = (e for e in event.evidence if (e.document, e.line) != (told.document, told.line))
    cells: Row = {
        "uid": event.uid,
        "edtf": when.edtf,
        "first": when.first,
        "last": when.last,
        "time": when.time,
        "part_of_day": str(when.part) if when.part else None,
        "date": date_words(event, language),
        "clock": clock_words(event, language) or None,
        "title": event.title,
        "kind": str(event.kind),
        "category": str(event.category),
        "category_name": kind_name(event, language),
        "place": event.place,
        "organisers": say(language, "list-comma").join(event.organisers) or None,
        "description": event.description or None,
        "weight": str(event.weight),
        "certainty": event.certainty.label,
        "repaired": event.repaired,
        "remark": say(language, "part-of-summary").join(notes) or None,
        "why": why(told.resolution, document, language) or None,
        "source": told.document,
        "line": told.line,
        "text": sentence(event, told),
        "also": " ".join(dict.fromkeys(f"{e.document}:{e.line}" for e in others)) or None,
    }
    return {name: one_line(cell) if isinstance(cell := cells[name], str) else cell for name in COLUMNS}
