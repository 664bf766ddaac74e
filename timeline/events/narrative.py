"""The sentences of a document, one block after the other -> drafts: what each date of them tells, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.clauses import Sentence
from timeline.events.language.words import branch, verbs, words
from timeline.events.mentions import Mention, grain, mentions_of, only_dates
from timeline.events.structure.lines import Found
from timeline.events.structure.run_in import section_of, told_by_heading
from timeline.events.tellings.terms import of_terms, stretch
from timeline.events.what.labels import labelled
from timeline.events.what.parallels import is_chronicle, parallel
from timeline.events.what.scenery import beyond_scenery
from timeline.events.when.happenings import coordinated, further, happenings, tells
from timeline.events.when.regions import drafts_of
from timeline.events.when.relatives import to_come
from timeline.events.where.location import Section
from timeline.model import (
    Block,
    Document,
    EventKind,
    ExpressionKind,
    Resolution,
    Role,
    Span,
    When,
)


@dataclass(slots=True)
class Reading:
    """What is carried from sentence to sentence."""

    document: Document
    hero: Span | None = None  # whom the text is about
    frame: Draft | None = None  # "X期间 … 各地": holds for sections without a date
    focus: Draft | None = None  # the day that opens the paragraph
    roundup: bool = False  # every section reports from another place
    chronicle: bool = False  # its lines begin with their days
    title_year: str = ""
    told: set[str] = field(default_factory=set)  # days of counted observances that have had their event
    days: set[str] = field(default_factory=set)  # days of which earlier blocks tell


# --- sentences -------------------------------------------------------------------------------------------------------


def narrative(
    reading: Reading, rows: Sequence[Sequence[Resolution]], structures: Found, sections: list[Section]
) -> Iterator[Draft]:
    """The drafts of all blocks that no structure has read, in the order of the text."""
    headings = {section.path for section in sections if section.path}
    reading.chronicle = is_chronicle(reading.document, rows)
    for number, block in enumerate(reading.document.blocks):
        begun = structures.begun.get(number)
        if begun is None and (number in structures.used or _is_structure(reading.document, number)):
            continue
        dated = rows[number]
        if begun is not None:
            block = replace(block, at=Span(begun, block.at.end))
            dated = [one for one in dated if one.expression.at.start >= begun]
        if not dated and (reading.frame is None or not sections[number].path):
            continue  # no date stands in it, and none stands over it: as of most blocks of most texts
        if dated and only_dates(reading.document, block, dated):
            continue  # a day and nothing else, as each line of a list of days
        reading.roundup = len(headings) >= 3 or reading.frame is not None
        drafts = _block(reading, number, block, dated, bool(sections[number].path))
        reading.days.update(draft.when.edtf or "" for draft in drafts if _says(draft))
        yield from drafts


def _is_structure(document: Document, number: int) -> bool:
    """Whether a block is no sentence: 12/1(日)亲子手作坊|3楼|11/20起报名 alone among lines is a row of no table."""
    block = document.blocks[number]
    if block.role is not Role.ROW or document.text.startswith("|", block.at.start):
        return block.role in (Role.ROW, Role.META, Role.TAIL)
    return any(
        other.role is Role.ROW for other in document.blocks[max(number - 1, 0) : number + 2] if other is not block
    )


def _says(draft: Draft) -> bool:
    """Whether a draft tells more than its date: the day of a page is no telling of it."""
    date = draft.resolution.expression.at if draft.resolution else Span(0, 0)
    return (draft.at.end - draft.at.start) - (date.end - date.start) >= _WORDS


_WORDS = 4  # characters beside a date that tell something


def _block(
    reading: Reading, number: int, block: Block, resolutions: Sequence[Resolution], in_section: bool
) -> list[Draft]:
    """What the sentences of a block tell, each on its own day or on the day that opened the block."""
    document = reading.document
    reading.focus = None
    found: list[Draft] = []
    before: Sentence | None = None
    section: Mention | None = None
    sentences = list(mentions_of(document, block, resolutions))
    for (sentence, mentions), following in zip(sentences, [*sentences[1:], None], strict=True):
        section = section_of(document, mentions) or section
        if not mentions and section and (headed := told_by_heading(document, sentence, section, number)):
            found.append(headed)
            continue
        given = reading.focus or (reading.frame if reading.roundup and in_section else None)
        if not mentions and given is None:
            before = sentence  # as most sentences of most texts
            continue
        drafts: list[Draft] = []
        for draft in drafts_of(sentence, mentions, number, reading.hero):
            if draft.rule == "lasts":
                stretch(document, drafts or found, draft)
            elif draft.rule == "year of an object" and reading.focus:
                drafts.append(replace(draft, when=_day(reading.focus)))
            elif (told := beyond_scenery(document, draft, following)) is not None:
                drafts.append(told)
        if drafts and _CREDIT.match(document.text, *sentence.at):
            found = [draft for draft in found if before is None or draft.context != before.at]
            drafts = [_captioned(before, draft) for draft in drafts[:1]] if before else []
        before = sentence
        drafts = of_terms(document, _as_one(document, drafts))
        by_resolution = {id(mention.resolution): mention for mention in mentions}
        for draft in drafts:
            mention = by_resolution[id(draft.resolution)]
            if mention.topic and mention.grain == "day":
                reading.focus = draft
        if number <= 3 and reading.frame is None:
            reading.frame = _frame(mentions, drafts)
        for draft in drafts:
            kept = _kept(reading, draft, by_resolution[id(draft.resolution)])
            if kept is not None and found and _hours_of(document, found[-1], kept):
                found[-1] = replace(found[-1], when=kept.when)
            elif kept is not None:
                kept = labelled(document, sentence, kept)
                found += coordinated(document, kept) or [kept]
                found += further(document, kept)
                found += to_come(document, mentions, kept)
        if not drafts and given is not None and block.role in (Role.PARAGRAPH, Role.ITEM):
            here = given if given.block == number else replace(given, block=number)
            beside = (
                parallel(document, sentence, here)
                if reading.chronicle and not reading.roundup and given.block == number
                else None
            )
            found += [beside] if beside else happenings(document, sentence, here, eager=reading.roundup)
    return found


def _kept(reading: Reading, draft: Draft, mention: Mention) -> Draft | None:
    """The draft, unless the document has told it before or the date only frames the whole text."""
    if mention.ordinal:
        if mention.edtf in reading.told:
            return draft if mention.opens else None
        reading.told.add(mention.edtf)
        return _counted(draft, mention)
    if mention.edtf == reading.title_year and draft.rule == "dated" and not tells(reading.document, draft.at):
        return None
    if _is_called(mention) and not verbs(mention.rest):
        return _counted(draft, mention)
    again = mention.edtf in reading.days and mention.single_day and _RELATIVE.match(mention.after)
    return None if again and verbs(again[0]) else draft


# What stands under a picture: who took it, and when.
_CREDIT = re.compile(r"[(▲△▼ ]{0,3}(?:(?:图片?|照片|影像|资料照片?|摄影)(?:/|:|来源|提供)|资料照)")


def _captioned(told: Sentence, draft: Draft) -> Draft:
    """歌迷彻夜排队。图/资料照(2005年11月11日): the day of the picture is that of what it shows."""
    return replace(draft, at=told.at, clauses=told.clauses, context=told.at, dates=(), subject=None)


_CALLED = re.compile(r"(?:是|为|即|正值|恰逢|适逢|系)(?:我国|我省|我市|世界|全国)?[“]?$")


def _is_called(mention: Mention) -> bool:
    """5月18日是国际博物馆日: the day is told by its own name."""
    return mention.kind is ExpressionKind.OBSERVANCE and _CALLED.search(mention.before) is not None


_WITHIN = re.compile(r"份?(?:期间|内|间|以内)")


def _as_one(document: Document, drafts: list[Draft]) -> list[Draft]:
    """一月及二月份内递交: months in a row are one term, not two."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before and before.at == draft.at and _follows(before.when, draft.when) and _within(document, draft):
            first = (before.when.edtf or "").partition("/")[0]
            found[-1] = replace(before, when=When(edtf=f"{first}/{draft.when.edtf}"), kind=EventKind.PERIOD)
        else:
            found.append(draft)
    return found


def _within(document: Document, draft: Draft) -> bool:
    if draft.resolution is None:
        return False
    at = draft.resolution.expression.at
    return at.of(document.text).endswith(("内", "期间")) or _WITHIN.match(document.text, at.end) is not None


def _follows(one: When, other: When) -> bool:
    """Whether two months, or a run of them and a month, have nothing between them."""
    if grain(one.edtf or "") != "month" or grain(other.edtf or "") != "month" or not (one.last and other.first):
        return False
    return (other.first - one.last).days == 1


_HOURS_KEY = re.compile(r"([\u4e00-\u9fff]{0,6}(?:时间|时段)):$")


def _hours_of(document: Document, told: Draft, draft: Draft) -> bool:
    """Whether a draft only gives the hours of the one before it: 6日检修线路:…。检修时间:6日7:00至18:30."""
    same = (told.when.edtf or "").removesuffix("/..") == (draft.when.edtf or "").removesuffix("/..")
    if told.block != draft.block or not same or told.when.time or draft.resolution is None:
        return False
    start = draft.resolution.expression.at.start
    return _HOURS_KEY.search(document.text, max(start - 10, told.at.start), start) is not None


_RELATIVE = re.compile(r"[^,。“”]{3,40}?的(?=[^,]{2})")


def _day(draft: Draft) -> When:
    """The day of a draft without its time of day."""
    return replace(draft.when, time=None, part=None)


def _frame(mentions: Sequence[Mention], drafts: Sequence[Draft]) -> Draft | None:
    """X期间 … 各地: a time that holds for the sections below."""
    for mention in mentions:
        if mention.kind.value in ("observance", "period") and mention.text.endswith("期间") and "各" in mention.rest:
            return next((d for d in drafts if d.resolution is mention.resolution), None)
    return None


_EVE = "(?:即将)?(?:到来|来临|到来之际|来临之际|之际)"
_OWN_NAME = re.compile(rf"”?(?:期间|当天|当日|{_EVE})?(?:[,。(和、]|$)")
_AT_HAND = re.compile(f"[日节周月]”?{_EVE}")
_PASSING = re.compile(rf"(?:{branch(words('passing'))})(?:好|着|了)?[“‘]?$")


def _counted(draft: Draft, mention: Mention) -> Draft:
    """A counted observance is an event of its own, named by itself, the first time that it is told of.

    It is a minor one where it is named in passing, as the occasion of something else.
    """
    if not (_CALLED.search(mention.before) or _OWN_NAME.match(mention.after)) or _held_on(draft, mention):
        return draft
    name = re.sub(rf"(?:期间|当天|当日|{_EVE})$", "", mention.text)
    at = Span(mention.at.start, mention.at.start + len(name))
    minor = _PASSING.search(mention.before) is not None or _AT_HAND.search(mention.text + mention.after[:8]) is not None
    return replace(draft, title=raw_words(mention.document, [at]), minor=minor)


def _held_on(draft: Draft, mention: Mention) -> bool:
    """第三十次助残日,书画展在文化馆举行: the feast opens a sentence of one deed, and that is told."""
    if mention.earlier or not mention.topic or not mention.after.startswith(",") or len(draft.clauses) > _FEW:
        return False
    found = verbs(mention.after)
    return bool(found) and found[-1][1] == "hold" and len(mention.after) - found[-1][0].end <= 1


_FEW = 2  # clauses of a sentence of one deed
