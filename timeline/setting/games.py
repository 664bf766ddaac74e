"""Games and fairs that a document names by their city -> the days on which they are held.

杭州亚运会 is counted by no year, and it is spoken of for years; but a day without a year that lies in its fortnight, in
a text that names it, is of its year.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from timeline.calendars import observances
from timeline.catalogue import by_key
from timeline.edtf import bounds
from timeline.model import Claim, Document, Span

_AROUND = timedelta(days=3)  # the first matches are played before the opening
_LONGEST = timedelta(days=200)  # a fair of the world; a year without days says nothing


@cache
def _named() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    """The names that say which edition it is, and what they are."""
    names = {name: (entry.key, number) for entry in by_key().values() for name, number in entry.called.items()}
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True))), names


def under_way(document: Document) -> tuple[Claim[tuple[date, date]], ...]:
    """The first and last day of each edition that is named, with where it is named first."""
    pattern, names = _named()
    found: dict[tuple[str, int], Span] = {}
    for match in pattern.finditer(document.text):
        found.setdefault(names[match[0]], Span(*match.span()))
    held: list[Claim[tuple[date, date]]] = []
    for (key, number), at in found.items():
        days = bounds(observances.edtf_of_ordinal(key, number) or "")
        if days and days[0] and days[1] and days[1] - days[0] <= _LONGEST:
            held.append(Claim((days[0] - _AROUND, days[1] + _AROUND), "year-games", document.raw_span(at)))
    return tuple(held)
