"""The words that tell an event -> its title: what an editor would write above them.

A ladder: the first rung that holds cuts the title out of the clean text; the document's own characters are printed.
Every rung is a row with examples, and the examples are run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.events.drafts import Draft, raw_words
from timeline.events.phrases import HOLE, SHORTEST, Phrase, balanced, joined, phrase, shorten, trim, without_glosses
from timeline.events.segment import begins_with_verb, has_verb
from timeline.events.structure.lines import key_class
from timeline.events.words import branch, pattern, verbs, words
from timeline.model import Document, Span

_SHORT, _FULL = 12, 26  # a title shorter than the one is filled with the next clause up to the other

# --- rungs -----------------------------------------------------------------------------------------------------------

_NOUNS = branch(words("noun"))
_ENDS_IN_NOUN = (*words("noun"), "”", "》", "站", "场", "期", "届", "会")
_PUBLISHED = re.compile(
    rf"{branch(words('publish', 'verbs'))}(了|的)?《[^》]{{2,60}}》(?:[^,。《》]{{0,4}}(?:通知|公告|意见|办法))?"
)
_MADE = re.compile(
    r"(?:订立|签订|签署|制定|核定|通过|审议|直播|播出|首发|上映|实施|作出|发出|推出|获|夺得|荣获|改为|更名为)(?:了)?《[^》]{2,60}》"
)
_IN_FORCE = re.compile(
    r"《[^》]{2,60}》(?:[^,。《》]{0,6}(?:施行|修正|修订|生效|实施|发布|公布|出版|上映|首演|公演|问世|成立|创刊))"
)


def _subject_before(clause: Phrase, start: int) -> Phrase:
    """Who stands before a verb, with the verb: nothing where it is long or no mere name."""
    head = trim(clause.cut(0, start))
    if 2 <= head.size <= 12 and not re.search("[,“]", head.text) and not verbs(head.text):
        return clause.cut(head.start - clause.start, start)
    return clause.cut(start, start)


def _document_named(clause: Phrase) -> Phrase | None:
    """印发《X》, 《X》施行: the verb and the document, with who does it."""
    match = _PUBLISHED.search(clause.text) or _MADE.search(clause.text)
    if match:
        if match.re is _PUBLISHED and match[1]:
            clause = clause.without(*match.span(1))
        subject = _subject_before(clause, match.start())
        if subject.size + match.end() - match.start() <= 30:
            return Phrase(clause.text[subject.start - clause.start : match.end()], subject.start)
    match = match or _IN_FORCE.search(clause.text)
    return clause.cut(*match.span()) if match else None


_AFTER_VERB = re.compile(r"(?:了|过|好|完)?(?:一场|一次|一批|首次|以下|多场次的|多场|各类|包括)?")
_NEGATED = re.compile(r"(?:不宜|不得|不再|不予|停止|取消|暂停|推迟|禁止|未能?|尚未|拒绝|不|没有?)$")
_THEME = re.compile(r"以(“[^”]{2,30}”)为主题(?:内容)?的?(.{4,30})$")
_ATTRIBUTE = re.compile(r"^以[^,]{2,90}?为(?:主要)?(?:内容|形式|重点|载体|契机|主题)的")
_BARE = re.compile(
    r"(?:(?:本次|此次|这次|该|一场|一次|非正式之?|相关|有关|上述|\d次)?"
    r"(?:活动|会议|通知|仪式|培训|工作|文件|决定|公告|讨论会议|大会|研究|讲话|考试|比赛|专版))$"
)
_LIST_OF = re.compile(r"等(?:多场次的?|系列|多项|多种|一系列|丰富多彩的)?([^、,]{2,14})$")
_ENOUGH = re.compile(r"等(?:多场次的?|系列|多项|多种|一系列|丰富多彩的|活动|主题)?[^,“]{0,3}$")


_CALLED = re.compile(r"“([^”]{4,30})”(?=会议?[纪记]录|[^,“]{0,4}(?:纪要|决议|结论|精神))")


def _object(clause: Phrase) -> Phrase | None:
    """举办X: the X, with who holds it where X alone says too little."""
    for span, kind in verbs(clause.text):
        if (
            kind != "hold"
            or clause.text[span.end : span.end + 1] in ("的", "、")
            or _NEGATED.search(clause.text[: span.start])
        ):
            continue
        start = _AFTER_VERB.match(clause.text, span.end).end()  # type: ignore[union-attr]
        held = clause.cut(start, len(clause.text))
        if match := _THEME.match(held.text):
            held = held.without(0, match.start(1)).without(match.end(1), match.start(2))
        elif match := _ATTRIBUTE.match(held.text):
            held = held.cut(match.end(), len(held.text))
        listed = _LIST_OF.search(held.text)
        if not (listed and listed[1].endswith(words("noun"))) and (match := _ENOUGH.search(held.text)):
            held = held.cut(0, match.start())
        held = trim(held)
        if (match := _CALLED.match(held.text)) and match[1].endswith(words("noun")):
            held = held.cut(*match.span(1))
        if held.size < 4:
            continue
        if _BARE.fullmatch(held.printed) or (held.size < SHORTEST and not held.text.endswith(words("noun"))):
            return None
        ends = [match.end() for match in re.finditer(_NOUNS, held.text)]
        if ends and ends[-1] < len(held.text) and verbs(held.text[ends[-1] :]):
            held = held.cut(0, ends[-1])
        subject = _subject_before(clause, span.start)
        end = held.start - clause.start + len(held.text)
        whole = Phrase(clause.text[subject.start - clause.start : end], subject.start)
        return whole if subject.size and held.size <= 10 and whole.size <= _FULL else held
    return None


_ADVERBS = "(?:将|已|也|还|正式|成功|同步|同时|如期|顺利|隆重|联合|现场|即将|拟|曾|首次|再次|陆续|集中|焕新|拉开帷幕)"
_HELD_END = re.compile(rf"{_ADVERBS}{{0,3}}(?:在|于)(?=[^在于“”]*$)|{_ADVERBS}{{1,3}}$")
_HOST = re.compile(r"^由?[^,“]{2,80}(?:主办|承办|举办|协办|组织)的")
_APPOSED = re.compile(r"^“[^”]{2,40}”——(?=.{4})")
_BODIES = re.compile(rf"^[^“,]{{1,40}}?{branch(words('body', 'ends'))}(?=“)")


def _held(clause: Phrase) -> Phrase | None:
    """X在P举行: the X."""
    for span, kind in verbs(clause.text):
        if kind == "visit" or span.start < 5 or len(clause.text) - span.end > 8:
            continue
        name = trim(clause.cut(0, span.start))
        for unwanted in (_APPOSED, _HOST):
            if match := unwanted.match(name.text):
                name = trim(name.cut(match.end(), len(name.text)))
        if match := _HELD_END.search(name.text):
            name = trim(name.cut(0, match.start()))
        if kind == "hold" and name.size >= 4 and name.text.endswith(_ENDS_IN_NOUN):
            match = _BODIES.match(name.text)
            if match and len(name.text) - match.end() >= 8:
                name = name.cut(match.end(), len(name.text))
            return name
        if kind == "act" and "“" in name.text and name.size >= 4 and len(clause.text) - span.end <= 1:
            start = name.start - clause.start
            return trim(clause.cut(start, span.end))
    return None


_QUOTED = re.compile(
    rf"(?:第[一二三四五六七八九十百\d]{{1,4}}[届次期])?“[^“”]{{2,30}}”(?:[^“”,。;:\0的]{{0,16}}?{_NOUNS}){{1,3}}(?![组团者])"
)


def _quoted_name(clause: Phrase) -> Phrase | None:
    """“X”的活动 in a clause without a verb of holding."""
    for match in _QUOTED.finditer(clause.text):
        before, after = clause.text[: match.start()], clause.text[match.end() : match.end() + 3]
        if not before.endswith(("以", "围绕")) and not after.startswith(("为主题", "方式", "模式")):
            return clause.cut(*match.span())
    return None


class Rung(NamedTuple):
    """A way to a title, and clauses with the titles it gives."""

    name: str
    climb: Callable[[Phrase], Phrase | None]
    examples: dict[str, str]


RUNGS: tuple[Rung, ...] = (
    Rung(
        "document",
        _document_named,
        {
            "市残联办公室印发《关于开展宣传日活动的通知》": "市残联办公室印发《关于开展宣传日活动的通知》",
            "《助残条例》正式施行": "《助残条例》正式施行",
        },
    ),
    Rung(
        "object",
        _object,
        {
            "指导室举办了残疾人大学生就业专场沙龙": "残疾人大学生就业专场沙龙",
            "徐州市举办读书活动等": "徐州市举办读书活动",
            "省残联开展以“促进就业”为主题的残疾人帮扶活动": "“促进就业”残疾人帮扶活动",
            "今年不宜开展大规模聚集活动": "",
        },
    ),
    Rung(
        "held",
        _held,
        {
            "“夏季送凉爽”活动启动仪式在水上公园举行": "“夏季送凉爽”活动启动仪式",
            "由甲会、乙会共同主办的“助残兴农”公益活动在展销中心举行": "“助残兴农”公益活动",
            "“融合共进”——残健融合公益市集在步行街举行": "残健融合公益市集",
        },
    ),
    Rung("quoted name", _quoted_name, {"大家来到“嘉法之约”主题游园会": "“嘉法之约”主题游园会"}),
)

# --- the clause ------------------------------------------------------------------------------------------------------

_PREFACE = re.compile(rf"{branch(words('preface'))}(?![下上及来后前止])")
_COPULA = re.compile(r"\0[,]?[为是]")
_GOING = re.compile(r"(?:赴|深入|走进|来到|前往|抵达|莅临)[^,]{2,40}$")
_SOURCE = re.compile(
    r"^【[^】]{1,10}】|^[^,“]{0,24}?(?:讯|消息|电)(?:\([^()]{0,20}\))?[ :,\0]+|^[^,“]{0,16}?[电讯]\([^()]{0,30}\)|"
    r"^[^“\0]{0,80}讯 ?(?=\0)"
)
_BYLINE = re.compile(
    r"[□■◎●]? ?(?:本报|本刊|本台|本社)?(?:首席|实习|见习|特约|全媒体)?(?:记者|通讯员)[ :]?[一-鿿·]{2,4}"
    r"(?:/[文摄图])?(?: [一-鿿·]{2,4}/[文摄图])*(?:/?(?:即时)?报[道导])?(?= |\0|$)"
)
_SAID = re.compile(
    r"(?:报道|介绍|回忆|分析|解释)?(?:说|称|表示|指出|显示|透露|认为|强调|坦言|介绍|写道|报道|回忆|据悉|获悉|得知|值得一提的是)$"
)
_BY = re.compile(r"[\0 ]*由")  # 由甲主办、乙承办的活动 is one thing
_COORDINATED = re.compile(rf"、(?=(?:组织|联合)?{branch(words('hold', 'verbs'))})")


def _clauses(document: Document, draft: Draft) -> list[Phrase]:
    found: list[Phrase] = []
    for span in draft.clauses[:6]:
        if found and _is_detail(document, span):
            break
        part = without_glosses(phrase(document, span, draft.dates))
        if match := _SOURCE.match(part.text):
            part = part.cut(match.end(), len(part.text))
        if match := _BYLINE.search(part.text):
            part = part.without(*match.span())
        if match := _UNDER.search(part.text):
            part = part.without(*match.span())
        match = None if _BY.match(part.text) else _COORDINATED.search(part.text)
        if match:
            found += [part.cut(0, match.start()), part.cut(match.end(), len(part.text))]
        else:
            found.append(part)
    return [part for part in found if trim(part).size >= 2]


def _is_detail(document: Document, clause: Span) -> bool:
    """Whether a clause is the key of a value beside the thing: 年会,地点:会议中心."""
    key = clause.of(document.text).strip() if document.text[clause.end : clause.end + 1] == ":" else ""
    return len(key) <= 8 and key_class(key) in ("place", "host", "other", "plain")


_INSIDE = pattern("inside")
_UNDER = re.compile(r"在[^,]{2,24}(?:指导|领导|支持|帮助|推动|努力|配合|协助|见证|陪同)下$")


def _says(clause: Phrase) -> bool:
    """Whether a clause has a verb, known to the tables or to the dictionary."""
    return bool(verbs(clause.text)) or has_verb(_INSIDE.sub("", trim(clause).printed))


_AROUND = re.compile(r"(?:围绕|聚焦|紧扣|立足)[^,]{2,40}$")
_NAME_ENDS = (*words("body", "ends"), "代表", "负责人", "成员", "领导", "同志")


def _passed_over(clause: Phrase) -> bool:
    """Whether a clause only prepares the next one: a preface without a verb, a body or a place and nothing else."""
    head = trim(clause)
    if verbs(head.text) or _COPULA.search(clause.text):
        return False
    return bool(_PREFACE.match(head.text) or _AROUND.search(head.text) or _names_body(head))


def _only_says(clauses: list[Phrase]) -> bool:
    """Whether a clause says that something was said, and the next one tells what; a quotation is no telling."""
    said, told = clauses
    match = _SAID.search(said.text.rstrip(HOLE + " "))
    return match is not None and not verbs(said.text[: match.start()]) and not told.text.startswith("“")


def _names_body(head: Phrase) -> bool:
    told = re.search("[的了从由向把被在将]|决定|批准|同意|核准|升格", head.text)
    return head.size >= 3 and head.text.endswith(_NAME_ENDS) and told is None


def _told(clauses: list[Phrase]) -> tuple[int, Phrase | None]:
    """The number of the clause that tells what happened, and who does it, where a clause before it only says that."""
    number, who = 0, None
    while number + 1 < len(clauses) and (_passed_over(clauses[number]) or _only_says(clauses[number : number + 2])):
        head = trim(clauses[number])
        if _names_body(head) or (_AROUND.search(head.text) and not _PREFACE.match(head.text)):
            who = head.cut(0, match.start()) if (match := _AROUND.search(head.text)) else head
        number += 1
    return number, who


_NO_ACT = re.compile(r"^.{0,6}(?:时间|日期|期间|地点)$")


def _after(who: Phrase, head: Phrase) -> Phrase:
    """Who, and what is told of them some words later."""
    name = trim(who)
    if (
        name.size < 2
        or _NO_ACT.search(head.text)
        or name.size + head.size > 28
        or name.start >= head.start
        or not begins_with_verb(head.printed)
    ):
        return head
    return Phrase(name.text + HOLE * (head.start - name.start - len(name.text)) + head.text, name.start)


def _says_nothing(head: Phrase) -> bool:
    return head.size < 4 and not verbs(head.text) and not has_verb(head.printed)


def _goes_on(following: Phrase) -> bool:
    """Whether a clause has its subject before it."""
    return re.match("[在被由将把从向对因于自]", following.text) is not None or begins_with_verb(following.printed)


def _clause(document: Document, clauses: list[Phrase], number: int, who: Phrase | None) -> Phrase:
    """The clause itself: who did what."""
    head, rest = trim(clauses[number]), clauses[number + 1 :]
    match = _GOING.search(head.text)
    if rest and match and match.start() >= 2 and head.size > 14 and not verbs(head.text[match.start() + 2 :]):
        visit = trim(rest[0])
        if any(span.start == 0 for span, _ in verbs(visit.text)):
            end = joined(document, head, visit)
            head, rest = end.without(match.start(), visit.start - head.start), rest[1:]
    if rest and who is None and _says_nothing(head) and (following := trim(rest[0])).size >= 4:
        head, rest = (head, rest) if _goes_on(following) else (following, rest[1:])
    enough = SHORTEST if verbs(head.text) else _SHORT
    while rest and head.size < enough and HOLE not in rest[0].text:
        longer = trim(joined(document, head, rest[0]))
        if longer.size > _FULL:
            longer = _with_last_verb(document, head, rest[0])
            if longer.size > _FULL:
                break
        head, rest = longer, rest[1:]
    return _after(who, head) if who and head.size < 24 else head


def _with_last_verb(document: Document, head: Phrase, following: Phrase) -> Phrase:
    """《早报》,由甲、乙等于某街成立: the name and the verb that its clause ends with."""
    last = verbs(following.text)[-1:]
    both = joined(document, head, following)
    if verbs(head.text) or not last or last[0][0].end < len(following.text):
        return both
    return both.without(len(head.text), following.start - head.start + last[0][0].start)


def title(document: Document, draft: Draft) -> str:
    """The title of a draft, in the document's own characters."""
    clauses = _clauses(document, draft)
    if not clauses:
        return ""
    if draft.rule == "coordinated":
        return finish(document, clauses[0])
    number, who = _told(clauses)
    who = who or (phrase(document, draft.subject, ()) if draft.subject else None)
    for part in clauses[number : number + 5]:
        found = _climbed(part)
        if found is not None:
            bare = who is not None and trim(found).size < SHORTEST and trim(who).size <= 12
            return finish(document, _named_after(who, found) if who and bare else found)
        negated = any(_NEGATED.search(part.text[: span.start]) for span, _ in verbs(part.text))
        head = trim(part)
        prepares = _PREFACE.match(head.text) is not None and not verbs(head.text)
        if not (negated or prepares or _BARE.search(head.printed)) and head.size >= SHORTEST and _says(part):
            break
    return finish(document, _clause(document, clauses, number, who))


def _named_after(who: Phrase, thing: Phrase) -> Phrase:
    """李某 … 告别仪式: a bare thing takes the name that its sentence begins with."""
    name, held = trim(who), trim(thing)
    if name.start >= held.start:
        return held
    return Phrase(name.text + HOLE * (held.start - name.start - len(name.text)) + held.text, name.start)


def _climbed(part: Phrase) -> Phrase | None:
    """What the first rung that holds gives."""
    for rung in RUNGS:
        found = rung.climb(part)
        if found is not None and trim(found).size >= 4:
            return found
    return None


# 开展的考试 is the 考试; 公布的名单 is 公布 and the 名单.
_DONE = re.compile(rf"(?:({branch(words('hold', 'verbs'))})|{branch(words('publish', 'verbs'))})(的)(?=.{{4}})")
_YEAR = re.compile(r"(?:\d{4}|[一二〇零九]{4})年(?:度)?(?=[^年届期第]{6})")


def finish(document: Document, found: Phrase) -> str:
    """A cut phrase as it is printed: short enough, marks in pairs, nothing left hanging."""
    part = trim(balanced(trim(found)))
    if match := _YEAR.match(part.text):
        part = trim(part.cut(match.end(), len(part.text)))
    if match := _DONE.match(part.text):
        part = trim(part.cut(match.end(), len(part.text)) if match[1] else part.without(*match.span(2)))
    part = trim(balanced(trim(shorten(part))))
    if (match := _DONE.match(part.text)) and match[1]:
        part = trim(part.cut(match.end(), len(part.text)))
    return re.sub(r" {2,}", " ", raw_words(document, part.pieces())).strip(" ,，、。；;：:—-·")
