"""The drafts of a document -> those that stay: what tells again what the text tells elsewhere goes.

A reader of a timeline sees a happening once; the headline over a text, what somebody says of the same day inside it,
and a sentence on the day that a notice gives as its own (时间:…) are the same news in other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.drafts import Draft
from timeline.events.tellings.cores import core, pairs
from timeline.model import Category, Document, Event, Role
from timeline.text.folding import fold

_HEADED = re.compile(r"[ #]{0,4}(?:标题|题目|主旨)[ :]")
_LINE = 80  # characters of a headline
_FIRST = 3  # blocks among which an unmarked headline stands
_TOLD = 200  # characters of a sentence in which a thing is named
_SPEECH = 300  # characters of a speech before a date in it


def told_once(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those of a headline or a speech whose day the text itself tells of."""
    again = {id(draft) for draft in drafts if _in_headline(document, draft) or _in_speech(document, draft)}
    again |= {id(draft) for draft in _below_the_day_of_the_page(document, drafts)}
    days = {_day(draft) for draft in drafts if id(draft) not in again and not draft.minor and draft.rule != "published"}
    kept = [draft for draft in drafts if id(draft) not in again or _day(draft) not in days]
    whole = {_day(draft): draft.title for draft in kept if draft.rule in _WHOLE and draft.when.single_day}
    return [draft for draft in kept if not _tells_of(document, draft, whole.get(_day(draft)))]


def _below_the_day_of_the_page(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The headline below the day with which a page begins, where a sentence of that day says it as well."""
    lines = [draft for draft in drafts if draft.rule == "date line"]
    if len(lines) != 1 or lines[0].block != 0:
        return []
    words = pairs(core(fold(lines[0].title), None))
    others = (draft for draft in drafts if draft is not lines[0] and _day(draft) == _day(lines[0]))
    told = (pairs(core(document.text[slice(*draft.context)][:_TOLD], None)) for draft in others)
    return lines if any(len(words & sentence) >= _AGAIN * len(words) for sentence in told) else []


_AGAIN = 0.4  # of the words of a headline that a sentence says again
_WHOLE = ("front matter", "keys and values", "labelled date")
_REMARKS = ("dated", "invited", "stated")


def _tells_of(document: Document, draft: Draft, thing: str | None) -> bool:
    """Whether a sentence without an hour, on the day of what the text is about, names that thing or calls to it."""
    if thing is None or draft.rule not in _REMARKS or not draft.when.single_day or draft.when.time:
        return False
    words = core(draft.at.of(document.text)[:_TOLD], None)
    return draft.rule == "invited" or not pairs(words).isdisjoint(pairs(core(thing, None)))


def _day(draft: Draft) -> str:
    return (draft.when.edtf or "").removesuffix("/..")


_NUMBERED = re.compile(r"[#* -]{0,8}(?:\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,2}、)")


def _in_headline(document: Document, draft: Draft) -> bool:
    """Whether a draft is told by a line over the text that is no sentence of it."""
    if draft.rule != "dated" or not 0 <= draft.block < len(document.blocks):
        return False
    block = document.blocks[draft.block]
    if draft.block and _NUMBERED.match(document.text, document.blocks[draft.block - 1].at.start):
        return False  # below 一、路面修复 no headline of the whole stands
    line = document.text[block.at.start : min(block.at.end, block.at.start + _LINE + 1)]
    if len(line) > _LINE or "。" in line or line.endswith((":", ";", ",")) or len(_HOUR.findall(line)) > 1:
        return False
    above = block.role is Role.TITLE or (block.role is Role.HEADING and block.level == 1)
    first = draft.block < _FIRST and not any(
        "。" in document.text[slice(*before.at)] for before in document.blocks[: draft.block]
    )
    return above or (first and not _is_listed(document, draft.block)) or _HEADED.match(line) is not None


_HOUR = re.compile(r"\d{1,2}:\d\d(?![-—~至到])")  # a line of several hours is a programme


def _is_listed(document: Document, number: int) -> bool:
    """Whether a line is one of several that begin with a date: a list, and no headline over the text."""
    near = (document.blocks[i].at.of(document.text) for i in (number - 1, number + 1) if 0 <= i < len(document.blocks))
    here = document.blocks[number].at.of(document.text)
    return _DATED.match(here) is not None and any(len(line) <= _LINE and _DATED.match(line) for line in near)


_DATED = re.compile(r"[ *•·-]{0,4}\d{1,4}[年月/.-]\d")


def _in_speech(document: Document, draft: Draft) -> bool:
    """Whether the date of a draft stands in a speech between quotation marks."""
    if draft.rule != "dated" or draft.resolution is None:
        return False
    text, start = document.text, draft.resolution.expression.at.start
    opening = text.rfind("“", max(start - _SPEECH, 0), start)
    if opening < 0 or "”" in text[opening:start]:
        return False
    closing = text.find("”", start, start + _SPEECH)
    return re.search("[,。!?]", text[opening : closing if closing >= 0 else start]) is not None


_STEP = re.compile(
    r"(?:受理|开放|开始|接受|网[上络]|线上|正式|同日|将|已)*"
    r"(报名|生效|施行|实施|开幕|闭幕|开工|通车|启用|截止|开放|开售|发售|上映|开学|放榜|开赛|上线|公布|发布)"
)
DIED = re.compile(r"去世|逝世|病逝|离世|辞世|过世|与世长辞|身故")
_STEP_OR_DEATH = re.compile(f"{_STEP.pattern}|{DIED.pattern}")


_CROWD = 48  # events of one day among which a fuller one is looked for


def told_in_full(events: Sequence[Event]) -> list[Event]:
    """The events without a bare step, or a death of nobody, of a day of which another event tells it in full."""
    days: dict[str, list[Event]] = {}
    for event in events:
        if _STEP_OR_DEATH.search(fold(event.title)) and len(day := days.setdefault(event.when.edtf or "", [])) < _CROWD:
            day.append(event)
    fuller = [event for event in events if not _said(event, days.get(event.when.edtf or "", ()))]
    return [event for event in fuller if not _told_to_the_day(event, fuller)]


_COARSE = re.compile(r"\d{4}(?:-\d\d)?")
_MORE, _NAMED = 3, 5  # characters that the finer telling may have more, and that both have at least


def _told_to_the_day(event: Event, others: Sequence[Event]) -> bool:
    """In 1487 沈从山封王, where the text tells of a day of that year that 沈从山受封王."""
    edtf, title = event.when.edtf or "", fold(event.title)
    if _COARSE.fullmatch(edtf) is None or len(title) < _NAMED:
        return False
    return any(
        (other.when.edtf or "").startswith(f"{edtf}-")
        and len(title) <= len(finer := fold(other.title)) <= len(title) + _MORE
        and _within(title, finer)
        for other in others[:_AMONG]
    )


_AMONG = 400  # events among which a finer telling is looked for


def _within(short: str, long: str) -> bool:
    """Whether the characters of one title come in another one, in order."""
    rest = iter(long)
    return all(sign in rest for sign in short)


def _said(event: Event, others: Sequence[Event]) -> bool:
    """受理报名 beside 马拉松开放报名, 市医院去世 beside 沈从山在市医院离世."""
    title = fold(event.title)
    if step := _STEP.fullmatch(title):
        return any(
            step[1] in (fuller := fold(other.title)) and not _STEP.fullmatch(fuller) and _one_hour(event, other)
            for other in others
        )
    nobody = (event.place is not None and title.lstrip("在于").startswith(fold(event.place))) or DIED.match(title)
    if event.category is not Category.LIFE or not nobody or not DIED.search(title):
        return False
    return any(
        DIED.search(fuller := fold(other.title)) and len(fuller) > len(title) and _one_hour(event, other)
        for other in others
        if other is not event
    )


def _one_hour(event: Event, other: Event) -> bool:
    return event.when.time is None or other.when.time is None or event.when.time == other.when.time
