"""The event in the making: which words tell it, on which day, and what is already known of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model import Document, EventKind, Resolution, Span, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a rule says happened. Later rooms give it a title, a place and a kind where it has none yet."""

    when: When
    resolution: Resolution | None
    rule: str  # the row that made it
    at: Span  # the words that tell it
    clauses: tuple[Span, ...]  # of those words
    context: Span  # the sentence, row or group around them
    block: int  # number of the block
    dates: tuple[Span, ...] = ()  # words in `at` that are dates and no names
    subject: Span | None = None  # who, where an earlier clause says it
    title: str = ""
    place: str = ""
    organisers: tuple[str, ...] = ()
    kind: EventKind | None = None
    minor: bool = False
    origin: Span | None = None  # words of the event it belongs to: its place holds where it names none


def raw_words(document: Document, pieces: Iterable[Span]) -> str:
    r"""The document's own characters of some stretches of clean text, without what cleaning dropped.

    >>> from timeline.text import document
    >>> raw_words(document("示例", "舉\n行３ 場"), [Span(0, 1), Span(2, 5)])
    '舉行３場'
    """
    found: list[str] = []
    for piece in pieces:
        whole = document.raw_span(piece)
        if whole.end - whole.start == piece.end - piece.start:  # nothing was dropped inside it
            found.append(whole.of(document.raw))
        else:
            found += [document.raw[document.offsets.raw(position)] for position in range(piece.start, piece.end)]
    words = _BLANK.sub(" ", "".join(found))
    return _ESCAPE.sub("", words) if "\\" in words else words


def inside(spans: Sequence[Span], at: Span) -> tuple[Span, ...]:
    """The parts of spans in order that lie in `at`.

    >>> inside((Span(0, 4), Span(6, 9), Span(12, 14)), Span(2, 12))
    (Span(start=2, end=4), Span(start=6, end=9))
    """
    begin, stop = at
    if len(spans) <= _FEW:
        return tuple([Span(max(start, begin), min(end, stop)) for start, end in spans if end > begin and start < stop])
    first = bisect_right(spans, at.start, key=lambda span: span.end)
    last = bisect_left(spans, at.end, key=lambda span: span.start)
    return tuple(Span(max(span.start, at.start), min(span.end, at.end)) for span in spans[first:last])


_FEW = 8  # spans that are looked through faster than they are searched
_ESCAPE = re.compile(r"\\(?=[|*_#\[\]`~])")  # 招募 \| 团体辅导, as Markdown writes it
_BLANK = re.compile(r"[\n\r\t\u3000\u00a0]")
