"""Where it happened: the place that the words of an event name.

Every pattern is a row of `whereabouts`; `settling` says what of its match is a place, `kernels` cuts the name out of
that.
"""

from __future__ import annotations

from timeline.events.drafts import inside
from timeline.events.language.divisions import Path, without_journeys
from timeline.events.where.kernels import kernel
from timeline.events.where.settling import settled
from timeline.events.where.whereabouts import PATTERNS
from timeline.model import Document, Span
from timeline.text.folding import fold

_PREMISES = (
    "ended at", "at a site", "off a road", "arrived at", "behind its date", "behind its name", "road works",
    "closed road", "taken", "at a post", "at a coast", "its place",
)  # fmt: skip
_ROWS = tuple((row, frozenset(row.needs)) for row in PATTERNS)
_PREMISED = tuple((row, needed) for row, needed in _ROWS if row.name in _PREMISES)


def masked(document: Document, at: Span, dates: tuple[Span, ...]) -> str:
    """The words with a hole for every sign of their dates."""
    text = document.text[at.start : min(at.end, at.start + 200)]
    for left, right in inside(dates, Span(at.start, at.start + len(text))):
        left, right = left - at.start, right - at.start
        text = text[:left] + "\0" * (right - left) + text[right:]
    return text


def in_clause(
    document: Document, at: Span, dates: tuple[Span, ...], within: Path, *, premises: bool = False
) -> tuple[Span, ...]:
    """The place that the words of an event name, as stretches of clean text; empty where they name none.

    With `premises` only what is plainly done at some premises counts: it holds for a whole sentence.
    """
    text = without_journeys(masked(document, at, dates))
    signs = frozenset(text)
    for row, needed in _PREMISED if premises else _ROWS:
        if needed and needed.isdisjoint(signs):
            continue  # five rows of six: asking is twenty times as fast as searching
        for match in row.search.finditer(text):
            found = settled(row, text, match, within)
            name = kernel(found.of(text)) if found else None
            if found and name:
                start = at.start + found.start
                return (Span(start + name.start, start + name.end),)
    return ()


_OF_ITSELF = tuple((row, needed) for row, needed in _ROWS if row.name in ("done to it", "its own garden"))


def in_title(title: str, within: Path) -> Span | None:
    """The house that a title tells of by its name, where the clause that it was made of has but the deed.

    >>> in_title("西区视觉文化博物馆正式对外开放", ()).of("西区视觉文化博物馆正式对外开放")
    '西区视觉文化博物馆'
    >>> in_title("博物馆小组任满后解散", ())
    """
    text = fold(title)
    for row, needed in _OF_ITSELF:
        if needed.isdisjoint(text):
            continue
        for match in row.search.finditer(text):
            found = settled(row, text, match, within)
            name = kernel(found.of(text)) if found else None
            house = name.of(found.of(text)) if found and name else ""
            if found and name and len(house) >= _NAME_OF_HOUSE and house.endswith(_OPEN_TO_ALL):
                return Span(found.start + name.start, found.start + name.end)
    return None


_NAME_OF_HOUSE = 4  # characters: 图书馆 is no name
_OPEN_TO_ALL = tuple("馆院宫寺庙园店场堂祠")  # and no bridge, which is what is built itself
