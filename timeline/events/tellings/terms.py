"""Drafts -> the same, where one only says how long the thing of another before it lasts."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.events.drafts import Draft
from timeline.events.language.words import verbs
from timeline.events.tellings.cores import core, pairs
from timeline.model import Document, EventKind, Span, When

_TERM_UNTIL = re.compile(r"(?:展览?|展出|会|假|活动)期(?:间|限)?(?:将|也)?(?:[至到]|延[至到]|持续[至到]|为期?至)$")
_ONLY_TERM = re.compile(r"[自从由]?\0+(?:止|为止|期间)?")


def of_terms(document: Document, drafts: list[Draft]) -> list[Draft]:
    """展览昨日揭幕,展期至22日 lasts from that day; 联办灯会,自13日至17日止 is that same thing."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        first, last = before.when.first if before else None, draft.when.last
        at = draft.resolution.expression.at if draft.resolution else draft.at
        if before is not None and first and last and draft.when.single_day and first < last and before.when.single_day:
            if _TERM_UNTIL.search(document.text, draft.at.start, at.start):
                draft = replace(
                    draft,
                    when=When(edtf=f"{first.isoformat()}/{last.isoformat()}"),
                    kind=EventKind.PERIOD,
                    origin=before.at,
                )
        elif before is not None and "/" in (draft.when.edtf or "") and _only_term(document, draft, at):
            draft = replace(draft, clauses=before.clauses, dates=(*before.dates, *draft.dates), subject=before.subject)
        found.append(draft)
    return found


def _only_term(document: Document, draft: Draft, at: Span) -> bool:
    """Whether a clause is but a stretch, and nothing behind it tells what is done in it."""
    if not draft.clauses:
        return False
    start, end = draft.clauses[0]
    words_ = document.text[start : max(at.start, start)] + "\0" + document.text[min(at.end, end) : end]
    rest = [clause.of(document.text) for clause in draft.clauses[1:]]
    return _ONLY_TERM.fullmatch(words_) is not None and words_ != "\0" and not any(verbs(clause) for clause in rest)


def stretch(document: Document, drafts: list[Draft], end: Draft) -> None:
    """The last of the drafts that names the same thing, or the last, lasts to the day of another: 持续至5月22日."""
    if drafts:
        told = pairs(core(end.at.of(document.text)[:_THING], None))
        named = (i for i in range(len(drafts) - 1, -1, -1) if told & pairs(_thing_of(document, drafts[i])))
        number = next(named, len(drafts) - 1)
        drafts[number] = _stretched(drafts[number], end)


def _thing_of(document: Document, draft: Draft) -> str:
    return core(draft.at.of(document.text)[:_THING], None)


_THING = 60  # characters of a draft that say what it is


def _stretched(draft: Draft, end: Draft) -> Draft:
    """A draft that lasts to the day of another."""
    first, last = draft.when.first, end.when.last
    if first is None or last is None or last <= first:
        return draft
    return replace(
        draft, when=When(edtf=f"{first.isoformat()}/{last.isoformat()}", time=draft.when.time, part=draft.when.part)
    )
