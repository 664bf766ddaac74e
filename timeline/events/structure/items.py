"""Lines such as “讲座:4月27日、5月4日下午2:30,报告厅” -> one event for each day, with what and where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import raw_words
from timeline.events.sites import is_site
from timeline.events.structure.lines import Found, Line, draft_of
from timeline.events.words import verbs
from timeline.model import Document, Role, Span, When

_HEAD = re.compile(r"(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳]|[-*+·●○◎※]) ?([^:,。;!?|]{2,24}):")
_JOINT = re.compile(r"[、,和及与 ]{0,2}")
_PLACE = re.compile(r"[,; ]?(?:地[点址](?:[设定安][排]?[在于]|[为是:])?|在|于)?([^,。;:!?、|\d]{2,30})[。;.]?")


def items(document: Document, lines: Sequence[Line], found: Found) -> None:
    """The items of a programme: a name, its days, and nothing more than the house."""
    for line in lines:
        head = _HEAD.match(line.text)
        dated = [r for r in line.resolutions if r.when and r.when.edtf]
        if head is None or not dated or line.number in found.used or line.role is Role.META:
            continue
        name = Span(line.at.start + head.start(1), line.at.start + head.end(1))
        place = _place_behind(document, line, line.at.start + head.end())
        if place is None or verbs(head[1]):
            continue
        title = raw_words(document, [name])
        clock = dated[-1].when
        for resolution in dated:
            draft = draft_of(line, resolution, "item", title=title, place=raw_words(document, [place]))
            if clock and clock.time and not draft.when.time:  # 4月27日、5月4日下午2:30
                draft = replace(draft, when=When(edtf=draft.when.edtf, time=clock.time, part=clock.part))
            found.drafts.append(draft)
        found.used.add(line.number)


def _place_behind(document: Document, line: Line, start: int) -> Span | None:
    """The house that closes the line, where between the name and it there are only dates."""
    position = start
    for resolution in line.resolutions:
        begins, ends = resolution.expression.at
        if not _JOINT.fullmatch(document.text[position:begins]):
            return None
        position = ends
    match = _PLACE.fullmatch(document.text, position, line.at.end)
    return Span(*match.span(1)) if match and is_site(match[1]) else None
