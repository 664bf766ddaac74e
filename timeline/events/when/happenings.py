"""Sentences without a date -> drafts that inherit one: the day that opens the paragraph, or the frame of the text.

Something counts as having happened only where a verb of holding meets a noun of events, or a verb of visiting,
publishing or signing has its object; duties, wishes and remarks on the event before are passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.events.drafts import Draft
from timeline.events.language.clauses import Sentence
from timeline.events.language.phrases import HOLE
from timeline.events.language.words import branch, pattern, verbs, words
from timeline.model import Document, Span, When

_NOUN = re.compile(branch(words("noun")))
_AGAIN = re.compile(rf"[“—]?{branch(words('again'))}")
_DUTY = re.compile(
    r"(?:要|应|应当|须|必须|可|不得|需|将继续|进一步|持续|不断|加强|推进|做好|完善|力争|着力|大力|扎实|认真)"
)
_NUMBERS = re.compile(r"\d+(?:余|多)?(?:人次|场次|场|件|条|户|家|次|万)")
_ALSO = re.compile(r"(?:还|同步|同时|现场|当场|同期)")
_GO = re.compile(r"走访慰问|看望慰问|走访了?|慰问|调研")
_DO = re.compile(r"(?:启动|揭牌|上线|签订|签署|签约|刊发|开启|印发|推出|制作|联合下发|成立)了?")
_ANYBODY = re.compile(r"(?:相关|有关|各相关|许多|不少|多家|部分)")
_SITE_OF_ACT = re.compile(r"《|“|活动|行动|计划|协议|项目|仪式|专版|宣传片|场景|平台|直播")


def tells(document: Document, clause: Span) -> bool:
    """Whether a clause says by itself that something happened."""
    text = document.text[clause.start : min(clause.end, clause.start + 160)]
    for span, kind in verbs(text):
        behind, before = text[span.end :], text[: span.start]
        if _DUTY.search(before[-12:]):
            continue
        if kind == "hold" and (_NOUN.search(behind) or _NOUN.search(before[-24:])):
            return True
        if kind == "visit" and _GO.match(text, span.start) and len(behind) >= 4:
            return True
        if kind in ("act", "publish") and _DO.match(text, span.start):
            named = _SITE_OF_ACT.search(behind) or (len(behind) <= 4 and _SITE_OF_ACT.search(before))
            if named:
                return True
    return False


def _own_subject(document: Document, clause: Span) -> bool:
    """Whether a clause begins with somebody else than the clause before it."""
    text = document.text[clause.start : clause.start + 40]
    first = next((span.start for span, _ in verbs(text)), 0)
    return first >= 2 and not re.match(r"(?:并|还|且|同时|共同|联合|为|以|对|将|把|从|向|在|通过|由)", text)


def happenings(document: Document, sentence: Sentence, given: Draft, *, eager: bool) -> list[Draft]:
    """What an undated sentence tells, on the day of `given`.

    `eager` is for round-ups, where every sentence reports something; elsewhere the sentence itself must say that it
    goes on with the day (还, 同步, 现场).
    """
    text = document.text
    head = text[sentence.at.start : sentence.at.start + 8]
    if _AGAIN.match(head) or text[sentence.at.start : sentence.at.end].endswith("?"):
        return []
    if not eager and not _ALSO.search(text[sentence.at.start : min(sentence.at.end, sentence.at.start + 80)]):
        return []
    found: list[Draft] = []
    for number, clause in enumerate(sentence.clauses):
        if not tells(document, clause) or (found and not _own_subject(document, clause)):
            continue
        words_ = clause.of(text)
        if umbrella(words_) or _ANYBODY.match(words_):
            continue
        if _NUMBERS.search(words_) and not re.search(r"[“《]", words_):
            continue
        start = clause.start
        draft = replace(
            given,
            rule="inherited",
            at=Span(start, clause.end),
            clauses=(clause, *sentence.clauses[number + 1 : number + 2]),
            context=sentence.at,
            subject=None,
            kind=None,
            minor=True,
            origin=None if eager else given.at,
            title="",
            place="",
            when=replace(given.when, time=None, part=None),
        )
        found += coordinated(document, draft) or [draft]
    return found


def further(document: Document, draft: Draft) -> list[Draft]:
    """What later clauses of the words of a draft tell besides: 现场还举行了揭牌仪式."""
    found = []
    for clause in draft.clauses[1:]:
        words_ = document.text[clause.start : min(clause.end, clause.start + 60)]
        if _NUMBERS.search(words_) and not re.search(r"[“《]", words_):
            continue
        if _ALSO.search(words_[:12]) and tells(document, clause):
            found.append(
                replace(draft, rule="further", at=clause, clauses=(clause,), subject=None, minor=True, origin=draft.at)
            )
    return found


def coordinated(document: Document, draft: Draft) -> list[Draft]:
    """举办了A、B、C等活动: one draft for each object, where every object is long enough to be a thing of its own."""
    for clause in draft.clauses:
        words_ = document.text[clause.start : min(clause.end, clause.start + _CLAUSE)]
        for span, kind in verbs(words_) if "、" in words_ else ():
            if kind != "hold":
                continue
            after = _PARTICLE.match(words_, span.end)
            start = after.end() if after else span.end
            items = _items(_REST.sub(lambda rest: HOLE * len(rest[0]), words_[start:]))
            things = [Span(clause.start + start + a, clause.start + start + b) for a, b in items]
            if len(things) >= 2 and all(b - a >= 8 and _NOUN.search(words_, start + a, start + b) for a, b in items):
                return [replace(draft, rule="coordinated", at=thing, clauses=(thing,)) for thing in things]
    return []


_PARTICLE = re.compile(r"[了过好]{0,2}")
_REST = re.compile(r"等[^、]{0,16}$")
_CLAUSE = 400  # characters of a clause that are looked at


def _items(words_: str) -> list[tuple[int, int]]:
    """The parts between 、 outside quotation marks and brackets."""
    found, start, depth = [], 0, 0
    for position, sign in enumerate(words_):
        if sign in "“《(":
            depth += 1
        elif sign in "”》)":
            depth = max(depth - 1, 0)
        elif sign == "、" and depth == 0:
            found.append((start, position))
            start = position + 1
        elif sign == HOLE:
            found.append((start, position))
            return [(a, b) for a, b in found if b > a]
    found.append((start, len(words_)))
    return [(a, b) for a, b in found if b > a]


def summed(when: When, text: str) -> bool:
    """Whether a text says how often something was done in a year: 2022年,全区举办招聘活动12场次."""
    counts = _TIMES.search(text) or (_NUMBERS.search(text) and not _ONE_DEED.search(text))
    return len(when.edtf or "") == len("2022") and bool(counts)


_TIMES = re.compile(r"\d+(?:余|多)?(?:人次|场次|场|次)")
# 将所藏书画77件捐赠给博物馆, 举办个展,展出作品120件: one deed, and of how many things
_ONE_DEED = re.compile(
    r"(?:[捐献]赠?|捐献|赠送|购[入进买]|收购|出售|移交|获赠|征集)[^。;]{0,24}\d+(?:余|多)?[件户家条]|\d+(?:余|多)?[件户家条][^,。;]{0,6}(?:[捐献]|移交|出售)"
    r"|(?:个展|画展|书画展|展览|特展|联展)[^。;]{0,6}[,]?(?:共)?展出[^,。;]{0,10}\d"
)


def umbrella(words_: str) -> bool:
    """Whether the words are an overview that names nothing."""
    return pattern("umbrella").search(words_) is not None
