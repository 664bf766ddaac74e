"""A line that names a thing, and bullets below it with its days and its place -> one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.sites import is_site
from timeline.events.structure.keys import BULLETS
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.model import Document, EventKind, Resolution, Role, Span, When

_BULLET = re.compile(rf"[-*+·>{BULLETS}] {{0,2}}(?=\S)")
_BEFORE_DAYS = re.compile(
    r"(?:展期|会期|档期|展览|演出|活动|原定|现|已|将|由|自|从|即日起)*(?:延长|延续|延期|顺延|展延|持续|展出|开放)*[至到于在]?"
)
_BEHIND_DAYS = re.compile(r"(?:为止|止|结束|举[行办]|展出|开放|上演)?[;,。]?")
_HELD = re.compile(r"(?:于|在)?([^,。;:]{3,40}?)(?:举[行办]|展出|上演|放映)[;,。]?")
_OWN_NAME = re.compile(r"[“《]")
_UNTIL = ("至", "到")
_LONGEST, _FEWEST = 60, 2  # characters of a line that names a thing; things of one make that are a list


def bulleted(document: Document, lines: Sequence[Line], found: Found) -> None:
    """某馆:“纸的旅行”, and below it · 延长至9月7日; · 某馆三楼举行: what it is, until when, and where."""
    told = [draft for group in _groups(lines, found) if (draft := _told(document, *group)) is not None]
    if len(told) < _FEWEST and not any(draft.place for draft in told):
        return
    found.drafts += told
    for draft in told:
        found.used.update(line.number for line in lines if draft.context.start <= line.at.start < draft.context.end)


def _groups(lines: Sequence[Line], found: Found) -> Iterator[tuple[Line, list[Line]]]:
    """Every line that names a thing, with the bullets right below it."""
    head: Line | None = None
    below: list[Line] = []
    for line in lines:
        if _BULLET.match(line.text) and line.number not in found.used:
            below.append(line)
            continue
        if head is not None and below:
            yield head, below
        head, below = (line if _names(line) and line.number not in found.used else None), []
    if head is not None and below:
        yield head, below


def _names(line: Line) -> bool:
    """Whether a line is short, no sentence and on no day: the year of a name is none."""
    days = any(r.when and r.when.single_day for r in line.resolutions)
    named = line.role in (Role.ITEM, Role.HEADING, Role.PARAGRAPH) and len(line.text) <= _LONGEST
    return named and not days and "。" not in line.text and not line.text.endswith((":", ";", ","))


def _told(document: Document, head: Line, below: Sequence[Line]) -> Draft | None:
    """The event of a line and its bullets, where one of them is nothing but its days."""
    days = next(((line, r) for line in below if (r := _days(line)) is not None), None)
    if days is None:
        return None
    line, resolution = days
    start = next((head.at.start + m.start() for m in _OWN_NAME.finditer(head.text)), head.bare_text.start)
    draft = draft_of(
        line,
        resolution,
        "bulleted",
        title=raw_words(document, [Span(start, head.bare_text.end)]),
        place=_place(document, head, below),
        context=Span(head.at.start, below[-1].at.end),
    )
    before = line.text[: resolution.expression.at.start - line.at.start]
    if before.endswith(_UNTIL) and resolution.when and resolution.when.single_day:
        return replace(draft, when=When(edtf=f"../{resolution.when.edtf}"), kind=EventKind.PERIOD)
    return draft


def _place(document: Document, head: Line, below: Sequence[Line]) -> str:
    """Where it is: the bullet that says so, else the house before the colon of the line that names the thing."""
    house = head.text.partition(":")[0] if ":" in head.text else ""
    for line in below:
        held = _HELD.fullmatch(line.text, _begin(line))
        if held and (is_site(held[1]) or (house and held[1].startswith(house))):
            return raw_words(document, [Span(line.at.start + held.start(1), line.at.start + held.end(1))])
    return raw_words(document, [Span(head.at.start, head.at.start + len(house))]) if is_site(house) else ""


def _begin(line: Line) -> int:
    match = _BULLET.match(line.text)
    return match.end() if match else 0


def _days(line: Line) -> Resolution | None:
    """The date of a bullet that says nothing else: 延长至9月7日; 7月1日至9月7日。"""
    dated = [r for r in line.resolutions if r.when and r.when.edtf and not is_clock(r)]
    if len(dated) != 1:
        return None
    start, end = (position - line.at.start for position in dated[0].expression.at)
    before = _BEFORE_DAYS.fullmatch(line.text, _begin(line), start)
    return dated[0] if before and _BEHIND_DAYS.fullmatch(line.text, end) else None
