"""A hostile document -> what the whole program made of it: how long it took, and what went wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date

from tests.hostile.documents import document as text_of
from timeline.export import EXPORTERS, encoded
from timeline.export.html import explained
from timeline.export.options import Options
from timeline.model import Document, Timeline
from timeline.pipeline import build
from timeline.read import documents
from timeline.text import document

_ENCODINGS = ("utf-8", "utf-8", "gb18030", "utf-16", "big5hkscs")
_DAYS = (None, date(2022, 5, 1), date(1, 1, 1), date(9999, 12, 31))
_SUFFIXES = (".txt", ".txt", ".md", ".html", ".eml", "")


@dataclass(frozen=True, slots=True)
class Endured:
    """What became of one document."""

    number: int
    characters: int
    seconds: float
    documents: int
    expressions: int
    events: int
    faults: tuple[str, ...]


def _read(number: int, text: str) -> list[Document]:
    """The document itself, or what a reader makes of it as a file in some encoding and under some name."""
    if number % 2:
        return [document("示例", text)]
    data = text.encode(_ENCODINGS[number // 2 % len(_ENCODINGS)], "replace")
    name = f"{number}{_SUFFIXES[number // 2 % len(_SUFFIXES)]}"
    return [item for item in documents(name, data) if isinstance(item, Document)]


def _complaints(timeline: Timeline) -> list[str]:
    """What must be true of any timeline and is not."""
    from icalendar import Calendar

    found = []
    for story in timeline.stories:
        raw = story.document.raw
        for expression in [resolution.expression for resolution in story.resolutions]:
            if expression.span.of(raw) != expression.text:
                found.append(f"offset: {expression.text!r}")
    uids = [event.uid for event in timeline.events]
    if len(set(uids)) != len(uids):
        found.append("two events with one UID")
    for exporter in EXPORTERS:
        made = encoded(exporter, timeline, Options())
        if exporter.NAME != "ics":
            continue
        back = sorted(str(event.uid) for event in Calendar.from_ical(made).events)
        if back != sorted(f"tl-{event.uid}@timeline.invalid" for event in exporter.holds(timeline, Options())):
            found.append("the calendar has other events")
    return found


def endured(number: int) -> Endured:
    """Reads, builds and exports the document of that number."""
    return of_text(number, text_of(number))


def of_text(number: int, text: str) -> Endured:
    """Reads, builds and exports a text; the number says as what and on which day."""
    faults: list[str] = []
    read: list[Document] = []
    timeline = Timeline(events=(), stories=(), notes=())
    started = time.process_time()
    try:
        read = _read(number, text)
        timeline = build(read, today=_DAYS[number % len(_DAYS)])
        faults += _complaints(timeline)
        for story in timeline.stories[:1]:
            explained.render(story, "zh", timeline)
    except Exception as error:
        faults.append(f"{type(error).__name__}: {error}"[:300])
    seconds = time.process_time() - started
    expressions = sum(len(story.resolutions) for story in timeline.stories)
    return Endured(number, len(text), seconds, len(read), expressions, len(timeline.events), tuple(faults))
