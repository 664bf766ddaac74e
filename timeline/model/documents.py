"""A document and its places: spans, the way back to the raw text, blocks, and what its reader has to say of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Offsets:
    """Leads from the cleaned text back to the raw one: a shift that changes at a few positions.

    `starts[i]` is the first position of the cleaned text for which `shifts[i]` holds; `starts[0]` is 0.

    >>> Offsets(starts=(0, 2), shifts=(0, 1)).raw(2)   # one character was dropped before position 2
    3
    """

    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def raw(self, position: int) -> int:
        """Where the character at `position` of the cleaned text stood in the raw one."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def raw_span(self, at: Span) -> Span:
        """The raw stretch from the first to the last character of `at`; it never ends in dropped characters."""
        start = self.raw(at.start)
        return Span(start, self.raw(at.end - 1) + 1 if at.end > at.start else start)


class Role(StrEnum):
    """What a block is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a list item, a label line, a line of a programme
    ROW = "row"  # a row of a table, its cells between | or tabs
    META = "meta"  # publication line, front matter
    TAIL = "tail"  # below the text: links to more, bait


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that a reader sees as one piece. Blocks lie in order and never overlap."""

    at: Span
    role: Role
    level: int = 0  # of a heading: 1 is the highest, 0 where the document does not say


class Script(StrEnum):
    """ISO 15924, in the letters of the evaluation format."""

    HANS = "hans"
    HANT = "hant"


class Place(NamedTuple):
    """Where a line stands on paper; in points from the upper left corner of its page, where that is known."""

    start: int  # of the line in `Document.raw`
    page: int  # from 1
    left: int | None = None
    top: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was read, and the same text made easy to search."""

    name: str  # as the user gave it; shown to people
    raw: str  # exactly what was read, damage included
    text: str  # cleaned: idle white space dropped, wrapped lines joined, characters folded one for one
    offsets: Offsets = field(compare=False)  # from `text` to `raw`, and found by them
    blocks: tuple[Block, ...] = field(compare=False)  # of `text`, and found by it
    script: Script
    title: str | None = None  # in the document's own script
    published: date | None = None  # what the file's format or name says of itself, never a guess from the text
    notes: tuple[Note, ...] = ()  # what its reader has to say of it
    places: tuple[Place, ...] = ()  # of what was set on pages, in order

    def __hash__(self) -> int:
        """By name and raw text alone, whose hashes Python keeps: what is asked of a document can be remembered."""
        return hash((self.name, self.raw))

    def raw_span(self, at: Span) -> Span:
        """The place in `raw` of a stretch of `text`."""
        return self.offsets.raw_span(at)

    def words(self, at: Span) -> str:
        """The raw words of a stretch of `text`."""
        return self.raw_span(at).of(self.raw)

    def line(self, position: int) -> int:
        """The number, from 1, of the line of `raw` that holds `position`."""
        return bisect_left(_line_ends(self.raw), position) + 1

    def place(self, position: int) -> Place | None:
        """Where `position` of `raw` stands on paper; nowhere, where the text has no pages.

        A form feed ends a page in plain text too.
        """
        if self.places:
            return self.places[max(bisect_right(self.places, position, key=lambda place: place.start) - 1, 0)]
        if not (pages := _page_ends(self.raw)):
            return None
        return Place(self.raw.rfind("\n", 0, position) + 1, bisect_right(pages, position) + 1)


@lru_cache(maxsize=4)  # asked of one document for each of its events
def _line_ends(raw: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer("\n", raw))


@lru_cache(maxsize=4)
def _page_ends(raw: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer("\f", raw))


class Severity(IntEnum):
    """How much a note matters."""

    INFO = 0  # something was left out or taken as a trap
    DOUBT = 1  # two readings, a conflict, a repair
    LOSS = 2  # something could not be dated or read


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A doubt, kept and shown, never raised. `rule` names a text of `messages`."""

    document: str
    rule: str
    values: Mapping[str, str]
    severity: Severity
    span: Span | None = None  # raw
    line: int | None = None
