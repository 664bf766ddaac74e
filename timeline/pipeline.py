"""The sentence that explains the program, in code.

A **document** is read; its **expressions** are found; its **setting** is understood; each expression is **resolved** in
that setting; the **events** that stand on them are extracted; all documents' events are **merged** into a timeline.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline import limits
from timeline.decisions import Decision, decide
from timeline.events import extract
from timeline.find import find, look
from timeline.model import Document, Note, Resolution, Severity, Story, Timeline
from timeline.resolve import doubts, resolve
from timeline.setting import spoken, understand
from timeline.text import document as clean_document
from timeline.text import until


def tell(document: Document, *, year: int | None = None, today: date | None = None) -> Story:
    """One document, understood.

    `year` and `today` are what the document does not say of itself; both are optional, are used after every witness in
    the text, and are never taken from the machine's clock.
    """
    expressions, left_alone, cut = look(document)
    if cut:
        document = until(document, expressions[-1].at.end)
    setting = understand(document, expressions, year=year, today=today)
    resolutions = resolve(document, expressions, setting)
    events = extract(document, setting, resolutions)
    if len(events) > limits.EVENTS:
        line = events[limits.EVENTS].evidence[0].line
        cut = (*cut, Note(document=document.name, rule="cut-events", values={}, severity=Severity.LOSS, line=line))
    return Story(
        document=document,
        setting=setting,
        resolutions=resolutions,
        events=events[: limits.EVENTS],
        notes=(*document.notes, *cut, *doubts(document, resolutions)),
        left_alone=left_alone,
    )


def build(
    documents: Iterable[Document],
    *,
    year: int | None = None,
    today: date | None = None,
    decisions: Iterable[Decision] = (),
) -> Timeline:
    """The timeline of all documents, as a person decided; their order changes nothing."""
    return decide((tell(document, year=year, today=today) for document in documents), decisions)


def interpret(text: str, reference: date | None = None, *, year: int | None = None) -> tuple[Resolution, ...]:
    """The time expressions of one line, as if it were said on the day, or at the moment, `reference`.

    >>> [resolution.when.edtf for resolution in interpret("5月15日开会", date(2022, 5, 14))]
    ['2022-05-15']
    >>> [resolution.when.edtf for resolution in interpret("5月15日开会")]
    ['XXXX-05-15']
    """
    line = clean_document("", text)
    expressions = find(line)
    return resolve(line, expressions, spoken(understand(line, expressions, year=year), reference))
