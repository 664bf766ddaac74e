"""Where it happened: the place that the words of an event name.

Every pattern is a row of `whereabouts`; `settling` says what of its match is a place, `kernels` cuts the name out of
that.
"""

from __future__ import annotations

import re

from timeline.events.drafts import Draft, inside
from timeline.events.language.divisions import Path, without_journeys
from timeline.events.language.segment import begins_with_verb
from timeline.events.language.sites import is_site
from timeline.events.language.words import branch, words
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


# 民主村社区是一个老小区,2022年启动改造: what a sentence begins with is where its deeds without a doer are done.
_TOLD_OF = re.compile(
    rf"([^,。;:、“”()\0的]{{2,24}}?(?:{branch(words('premises'))}|社区|村|公园|寺|庙|宫)(?<!桥))(?:\([^()]{{0,30}}\))?"
    r"(?=是|为一|系|位于|坐落|地处|始建|建于|占地|原[名为])"
)


def told_of_before(document: Document, draft: Draft) -> tuple[Span, ...]:
    """The house or village that the sentence of a draft begins with, where the draft says not who did it."""
    if not draft.clauses or not draft.context.start < draft.at.start:
        return ()
    match = _TOLD_OF.match(document.text, draft.context.start, draft.at.start)
    told = masked(document, draft.at, draft.dates).strip("\0 ,")
    if match is None or not begins_with_verb(told) or not is_site(match[1]):
        return ()
    return (Span(*match.span(1)),)
