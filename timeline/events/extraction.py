"""One document's drafts, told by its structures and its sentences -> its events, titled, placed and named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.categories import category
from timeline.events.description import described
from timeline.events.drafts import Draft
from timeline.events.editing.printing import finish
from timeline.events.identity import key_of, uid, uids_of_tellings
from timeline.events.kinds import kind
from timeline.events.language.divisions import Path
from timeline.events.language.phrases import phrase
from timeline.events.language.sites import house_beside
from timeline.events.mentions import by_block
from timeline.events.narrative import Reading, narrative
from timeline.events.structure import structured
from timeline.events.tellings.namesakes import told_apart
from timeline.events.tellings.repetitions import told_before
from timeline.events.tellings.retellings import told_in_full, told_once
from timeline.events.tellings.sameness import merged
from timeline.events.what.ceremonies import of_the_thing
from timeline.events.what.titles import title
from timeline.events.when.happenings import summed, umbrella
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
    Certainty,
    Document,
    Event,
    Evidence,
    ExpressionKind,
    Resolution,
    Setting,
    Span,
    Weight,
)
from timeline.text.folding import fold

_WHITE = re.compile(r" {2,}")


def events_of(document: Document, setting: Setting, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
    """The events of a document, sorted."""
    if not resolutions:
        return ()
    home = of_document(document)
    rows = by_block(document, resolutions)
    found = structured(document, rows, setting.postings, setting.published)
    sections = sections_of(document, home)
    reading = Reading(
        document, hero_of(document), title_year=str(setting.title_year.value) if setting.title_year else ""
    )
    drafts = told_once(document, found.drafts + list(narrative(reading, rows, found, sections)))
    venue = venue_of(document, drafts)
    told: list[tuple[Draft, Event]] = []
    for draft in drafts:
        if (event := _event(document, draft, sections, home, venue)) is not None:
            told.append((draft, event))
            venue = venue._replace(
                before=event.place or venue.before, block=draft.block if event.place else venue.block
            )
    return _named(document, told_apart(told_in_full(merged(told_before(document, told)))))


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
    place = house or place_of(document, draft, name, sections[draft.block], home, venue, what)
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


_FOOTNOTE = re.compile(r"\[\^\d{1,3}\]|\s*(?:\.{2,6}|…{1,2})\s*$")  # and what a list has cut off


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
    r"(?:阅读|查看|了解|浏览|点击|更多)?(?:更多|全文|原文|详情|内容)>*|"  # what a page asks for
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
