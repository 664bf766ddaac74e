"""Document -> expressions. Knows nothing of the calendar or of the year."""

from __future__ import annotations
from timeline.model import Document, Expression


def find(document: Document) -> tuple[Expression, ...]:
    return ()
