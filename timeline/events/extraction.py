"""One document's drafts, told by its structures and its sentences -> its events, titled, placed and named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from timeline.events.categories import category
from timeline.events.description import described
from timeline.events.drafts import Draft, raw_words
from timeline.events.editing.printing import finish
from timeline.events.identity import key_of, uid, uids_of_tellings
from timeline.events.kinds import kind
from timeline.events.language.clauses import Sentence
from timeline.events.language.divisions import Path
from timeline.events.language.phrases import phrase
from timeline.events.language.sites import house_beside
from timeline.events.language.words import branch, verbs, words
from timeline.events.mentions import Mention, by_block, grain, mentions_of, only_dates
from timeline.events.structure import structured
from timeline.events.structure.lines import Found
from timeline.events.structure.run_in import section_of, told_by_heading
from timeline.events.tellings.namesakes import told_apart
from timeline.events.tellings.repetitions import told_before
from timeline.events.tellings.retellings import told_in_full, told_once
from timeline.events.tellings.sameness import merged
from timeline.events.tellings.terms import of_terms, stretch
from timeline.events.what.ceremonies import of_the_thing
from timeline.events.what.labels import labelled
from timeline.events.what.parallels import is_chronicle, parallel
from timeline.events.what.scenery import beyond_scenery
from timeline.events.what.titles import title
from timeline.events.when.happenings import coordinated, further, happenings, summed, tells, umbrella
from timeline.events.when.regions import drafts_of
from timeline.events.when.relatives import to_come
from timeline.events.where.home import of_document
from timeline.events.where.location import Section, place_of, sections_of
from timeline.events.where.venues import Venue, at_the_hosts, venue_of
from timeline.events.who.heroes import hero_of
from timeline.events.who.people import organisers
from timeline.events.who.pointers import pointed_out
from timeline.events.wholes import (
    of_the_edition,
    of_the_feast,
    of_the_heading,
    of_the_house,
    of_the_item,
    of_the_law,
    of_the_whole,
    of_the_works,
    of_topic,
    without_key,
    without_outline,
)
from timeline.model import (
    Block,
    Certainty,
    Document,
    Event,
    EventKind,
    Evidence,
    ExpressionKind,
    Resolution,
    Role,
    Setting,
    Span,
    Weight,
    When,
)
from timeline.text.folding import fold

_WHITE = re.compile(r" {2,}")


@dataclass(slots=True)
class _Reading:
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


def events_of(document: Document, setting: Setting, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
    """The events of a document, sorted."""
    if not resolutions:
        return ()
    home = of_document(document)
    rows = by_block(document, resolutions)
    found = structured(document, rows, setting.postings)
    sections = sections_of(document, home)
    reading = _Reading(
        document, hero_of(document), title_year=str(setting.title_year.value) if setting.title_year else ""
    )
    drafts = told_once(document, found.drafts + list(_narrative(reading, rows, found, sections)))
    venue = venue_of(document, drafts)
    told: list[tuple[Draft, Event]] = []
    for draft in drafts:
        if (event := _event(document, draft, sections, home, venue)) is not None:
            told.append((draft, event))
            venue = venue._replace(
                before=event.place or venue.before, block=draft.block if event.place else venue.block
            )
    return _named(document, told_apart(told_in_full(merged(told_before(document, told)))))


# --- sentences -------------------------------------------------------------------------------------------------------


def _narrative(
    reading: _Reading, rows: Sequence[Sequence[Resolution]], structures: Found, sections: list[Section]
) -> Iterator[Draft]:
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
    reading: _Reading, number: int, block: Block, resolutions: Sequence[Resolution], in_section: bool
) -> list[Draft]:
    """What the sentences of a block tell, each on its own day or on the day that opened the block."""
    document = reading.document
    reading.focus = None
    found: list[Draft] = []
    before: Sentence | None = None
    section: Mention | None = None
    told = list(mentions_of(document, block, resolutions))
    for (sentence, mentions), following in zip(told, [*told[1:], None], strict=True):
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
            else:
                drafts.append(beyond_scenery(document, draft, following))
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


def _kept(reading: _Reading, draft: Draft, mention: Mention) -> Draft | None:
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


# --- from draft to event ---------------------------------------------------------------------------------------------


_OWN_SIGNS = re.compile(r"[^“]{0,12}“[^”]{4,}”.{2,}$")


def _event(document: Document, draft: Draft, sections: list[Section], home: Path, venue: Venue) -> Event | None:
    words = document.text[draft.at.start : min(draft.at.end, draft.at.start + 300)]
    name = without_outline(document, _cut_title(document, draft))
    if not draft.title or draft.rule in ("date line", "item"):
        name = of_the_law(document, draft, without_key(document, of_the_heading(document, draft, name)))
        name = of_the_thing(document, draft, name)
        name = of_the_feast(document, of_the_whole(document, of_the_item(document, draft, name)))
        name = of_the_edition(document, draft, of_the_house(document, of_the_works(document, draft, name)))
    name = pointed_out(document, draft, name, home)
    house, name = ("", name) if draft.title or draft.place else house_beside(name)
    if not draft.when.edtf or not _NAMES.search(name) or _NOTHING.fullmatch(fold(name)):
        return None
    # A sentence without a date tells of something with a name of its own, or of what a line need not be given to.
    minor = draft.minor and not (draft.rule == "inherited" and _OWN_SIGNS.match(fold(name)))
    minor = minor or draft.when.edtf.startswith("XXXX-XX")  # 今天(12日) of a text that names no month: on no calendar
    minor = minor or (not draft.title and (umbrella(words[:120]) or summed(draft.when, words[:120])))
    evidence = _evidence(document, draft)
    resolution = draft.resolution
    expression = resolution.expression if resolution else None
    which = kind(draft, words)
    occasion = expression is not None and expression.kind is ExpressionKind.OBSERVANCE
    what = category(fold(name), words, which, observance=occasion)
    hosts = draft.organisers or organisers(document, draft, what)
    place = house or place_of(document, draft, sections[draft.block], home, venue, what)
    return Event(
        uid="",
        when=draft.when,
        title=name,
        description=described(document, draft.context, name),
        place=place or at_the_hosts(document, draft, hosts, what),
        organisers=hosts,
        kind=which,
        category=what,
        weight=Weight.MINOR if minor else Weight.CORE,
        certainty=resolution.certainty if resolution else Certainty.DERIVED,
        repaired=bool(expression and expression.repair),
        evidence=(evidence,),
    )


_FOOTNOTE = re.compile(r"\[\^\d{1,3}\]")


def _cut_title(document: Document, draft: Draft) -> str:
    if draft.title:
        draft = replace(draft, title=_FOOTNOTE.sub("", draft.title))
        lonely = next((pair for pair in _MARKS if draft.title.count(pair[0]) != draft.title.count(pair[1])), "")
        if lonely:
            draft = replace(draft, title=re.sub(f"[{lonely}]", "", draft.title))
        return of_topic(document, draft, _WHITE.sub(" ", draft.title).lstrip("-·•* ").strip(" ,，、。；;：:\"'"))
    if draft.rule == "labelled date":
        return finish(document, phrase(document, draft.at, ()))
    return title(document, draft)


_MARKS = ("“”", "「」", "《》", "『』")
_NOTHING = re.compile(
    r"(?:确定|决定|暂定|预定|拟定?|[订约]定)(?:[在于]|[上下]午|当[天日]|[一-鿿]{1,2}节|举[行办]|召开|进行|办理)*|"
    r"(?:[在于]|[上下]午|当[天日])*(?:举[行办]|召开|进行|办理)+|(?:时间|日期|日子|地点)(?:就|正|便|都|也)?[是为在]?|\([^()]*\)|.{0,5}[曾已将就也都亦]|[至到于在].{1,2}|\d{1,4}-\d{0,4}[A-Za-z][^一-鿿]*"
)  # 律政司曾, the pages of a paper


_NAMES = re.compile(r"[\u3400-\u9fff]{2}|[A-Za-z]{3}|《.")


def _evidence(document: Document, draft: Draft) -> Evidence:
    left = (
        min(draft.at.start, draft.context.start) if draft.rule in ("date line", "keys and values") else draft.at.start
    )
    right = max(draft.at.end, draft.context.end) if draft.rule in ("date line", "keys and values") else draft.at.end
    span = document.raw_span(Span(left, right))
    return Evidence(
        document=document.name,
        span=span,
        text=span.of(document.raw),
        line=document.line(span.start),
        resolution=draft.resolution,
    )


def _named(document: Document, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with their UIDs, each by what it was called first; of one name and kind they are counted in order."""
    key = key_of(document)
    seen: Counter[str] = Counter()
    found = []
    for event in sorted(events, key=lambda event: (event.evidence[0].span, event.title, event.when.edtf or "")):
        told = sorted(event.tellings or (event,), key=lambda telling: (telling.evidence[0].span, telling.title))
        first = told[0]
        same = own = uid(key, first.title, first.kind, 0)
        if seen[same]:
            own = uid(key, first.title, first.kind, seen[same])
        seen[same] += 1
        names = dict(zip(map(id, told), uids_of_tellings(own, [telling.title for telling in told]), strict=True))
        tellings = tuple(replace(telling, uid=names[id(telling)]) for telling in event.tellings)
        found.append(replace(event, uid=own, tellings=tellings))
    return tuple(sorted(found, key=lambda event: event.sort_key))
