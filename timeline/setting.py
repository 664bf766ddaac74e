"""Document and expressions -> what the document as a whole says of its time."""

from __future__ import annotations
from collections.abc import Sequence
from datetime import date
from timeline.model import Document, Expression, Setting


def understand(
    document: Document, expressions: Sequence[Expression], *, year: int | None = None, today: date | None = None
) -> Setting:
    return Setting(script=document.script, given_year=year, given_date=today)
