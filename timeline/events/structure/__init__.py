"""Lines that are no sentences -> drafts: front matter, keys and values, tables, columns, programmes, signatures.

What a structure tells is taken out of the pool: the sentences of these blocks are not read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from timeline.events.drafts import Draft
from timeline.events.structure.bullets import bulleted
from timeline.events.structure.dates_alone import date_lines
from timeline.events.structure.days import calendar, programme
from timeline.events.structure.enactments import enactments
from timeline.events.structure.fields import announcements, front_matter, keys_and_values
from timeline.events.structure.forms import forms
from timeline.events.structure.grids import grids
from timeline.events.structure.items import items
from timeline.events.structure.ledgers import ledgers
from timeline.events.structure.lines import Found, lines_of
from timeline.events.structure.postings import posted
from timeline.events.structure.rolls import rolls
from timeline.events.structure.rooms import room_of_session
from timeline.events.structure.rows import columns, issued, listing, sessions, spaced
from timeline.events.structure.run_together import run_together
from timeline.events.structure.stacked import stacked
from timeline.events.structure.tables import tables
from timeline.events.structure.weeks import weeks
from timeline.model import Claim, Document, EventKind, Posting, Resolution

STRUCTURES = (
    front_matter,
    enactments,
    grids,
    tables,
    ledgers,
    forms,
    weeks,
    spaced,
    announcements,
    issued,
    columns,
    stacked,
    calendar,
    keys_and_values,
    bulleted,
    programme,
    sessions,
    items,
    date_lines,
    listing,
    rolls,
    run_together,
)

_PARTS = ("programme", "session", "grid")
_KEYED = ("front matter", "keys and values", "labelled date", "date line")
_SECONDS = re.compile(r"(?<![\d:])\d\d:\d\d:\d\d")


def structured(
    document: Document,
    rows: Sequence[Sequence[Resolution]],
    articles: Sequence[Posting] = (),
    written: Claim[date] | None = None,
) -> Found:
    """All that structures tell: `rows` are the resolutions of the blocks, `articles` those of a page of several.

    `written` is the day of publication, and where it stands.
    """
    lines = lines_of(document, rows)
    found = Found(written=written.because if written and written.rule == "published-top" else None)
    posted(document, lines, articles, found)
    for structure in STRUCTURES:
        structure(document, lines, found)
    found.drafts = list(_parts(list(_stamped(found.drafts))))
    if len(set(found.venues)) == 1:  # the only 地点 of a text is that of its programme
        found.drafts = [replace(d, place=_part_of(document, d, found.venues[0])) for d in found.drafts]
    return found


def _part_of(document: Document, draft: Draft, venue: str) -> str:
    """Where a part of a programme is: its own place, the room of its session, else where all of it is."""
    if draft.rule not in _PARTS or draft.place:
        return draft.place
    return room_of_session(document, draft, venue) or venue


def _parts(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What a table of several days tells hour by hour is part of what the text says to last so long."""
    days = [day for draft in drafts if draft.rule == "grid" and (day := draft.when.first) is not None]
    whole = next((draft for draft in drafts if draft.rule != "grid" and days and _lasts(draft, days)), None)
    for draft in drafts:
        part = whole is not None and draft.rule == "grid"
        yield replace(draft, minor=True, place=draft.place or whole.place) if part and whole else draft


def _lasts(draft: Draft, days: Sequence[date]) -> bool:
    first, last = draft.when.first, draft.when.last
    return first is not None and last is not None and first < last and first <= min(days) and max(days) <= last


def _stamped(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A time to the second beside a key is when the text was put on its page, or a remark below it."""
    stamped = False
    for draft in drafts:
        when = draft.resolution.when if draft.resolution else None
        told = draft.resolution.expression.text if draft.resolution else ""
        if draft.rule not in _KEYED or when is None or not _SECONDS.search(f"{when.time or ''} {told}"):
            yield draft
        elif not stamped:
            stamped = True
            yield replace(draft, rule="published", place="", kind=EventKind.PUBLICATION, minor=True)
