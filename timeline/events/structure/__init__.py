"""Lines that are no sentences -> drafts: front matter, keys and values, tables, columns, programmes, signatures.

What a structure tells is taken out of the pool: the sentences of these blocks are not read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.structure.days import calendar, date_lines, programme
from timeline.events.structure.fields import announcements, front_matter, keys_and_values
from timeline.events.structure.forms import forms
from timeline.events.structure.ledgers import ledgers
from timeline.events.structure.lines import Found, lines_of
from timeline.events.structure.rows import columns, issued, listing, sessions, spaced, tables
from timeline.model import Document, Resolution

STRUCTURES = (
    front_matter,
    tables,
    ledgers,
    forms,
    spaced,
    announcements,
    issued,
    columns,
    calendar,
    keys_and_values,
    programme,
    sessions,
    date_lines,
    listing,
)

_PARTS = ("programme", "session")


def structured(document: Document, rows: Sequence[Sequence[Resolution]]) -> Found:
    """All that the structures of a document tell. `rows` are the resolutions of each block."""
    lines = lines_of(document, rows)
    found = Found()
    for structure in STRUCTURES:
        structure(document, lines, found)
    if len(set(found.venues)) == 1:  # the only 地点 of a text is that of its programme
        found.drafts = [replace(d, place=d.place or found.venues[0]) if d.rule in _PARTS else d for d in found.drafts]
    return found
