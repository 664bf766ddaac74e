"""The sentence that explains the program, in code.

A **document** is read; its **expressions** are found; its **setting** is understood; each expression is **resolved** in
that setting; the **events** that stand on them are extracted; all documents' events are **merged** into a timeline.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.decisions import Decision, decide
from timeline.events import extract
from timeline.find import find, look
from timeline.model import Document, Resolution, Story, Timeline
from timeline.resolve import doubts, resolve
from timeline.setting import spoken, understand
from timeline.text import document as clean_document


def tell(document: Document, *, year: int | None = None, today: date | None = None) -> Story:
    """One document, understood.

    `year` and `today` are what the document does not say of itself; both are optional, are used after every witness in
    the text, and are never taken from the machine's clock.
    """
    expressions, left_alone = look(document)
    setting = understand(document, expressions, year=year, today=today)
    resolutions = resolve(document, expressions, setting)
    return Story(
        document=document,
        setting=setting,
        resolutions=resolutions,
        events=extract(document, setting, resolutions),
        notes=(*document.notes, *doubts(document, resolutions)),
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
