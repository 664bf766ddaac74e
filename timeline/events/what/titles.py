"""The words that tell an event -> its title: what an editor would write above them.

What a clause names (`rungs`) is its title; else the clause itself is, without what only leads up to it. The document's
own characters are printed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.editing.printing import finish
from timeline.events.language.persons import person_of
from timeline.events.language.phrases import HOLE, LONGEST, SHORTEST, Phrase, joined, phrase, trim
from timeline.events.language.segment import begins_with_verb, first_act, has_verb, is_name, lacks_subject, tags
from timeline.events.language.words import verbs, words
from timeline.events.structure.run_in import headings
from timeline.events.what.bearers import LONG, OFFICIAL, TERM_ALONE, after, named_after
from timeline.events.what.completed import once_done
from timeline.events.what.deeds import another_deed, as_short, end_of, goes_on, ruled, says, tells_alone, with_own_deed
from timeline.events.what.feasts import as_a_feast
from timeline.events.what.lifetimes import lifetime
from timeline.events.what.manners import goes_on_so, handled, is_company, with_deed
from timeline.events.what.preludes import IDLE, PREFACE, telling
from timeline.events.what.rungs import BARE, NEGATED, climbed
from timeline.events.what.standing import stands
from timeline.events.what.statements import statements
from timeline.events.what.umbrellas import by_whom, names_nothing
from timeline.events.who.stand_ins import named, work_of
from timeline.model import Document, Span
from timeline.text.folding import fold

# 年会在江岸举行: the thing, however short, for where it was is told beside it
_BARE_HELD = re.compile(r"[\0 ,]*([^\0,“的在于]{2,3})[在于][^\0,“的]{2,12}(?:举[行办]|召开)[\0 ]*")
_SHORT, _FULL = 12, 26  # a title shorter than the one is filled with the next clause up to the other
_TOLD = 8  # characters of who and a deed
_FEW = 14  # characters of a deed that bears another one beside it

_GOING = re.compile(r"(?:赴|深入|走进|来到|前往|抵达|莅临)[^,的]{2,40}$")
_BARE_NAME = 8  # characters of a name that tells nothing without its deed, however long that is
_ANNOUNCES = re.compile(r"(?<!的)(?:宣布|宣告|决定|预告|公布)$")
_CAUSE = re.compile(r"(?:因|由于)[^,]{2,16}$")


def _only_named(head: Phrase, following: Phrase) -> bool:
    """门票,都将于明日开卖: a thing, and what is told of it beside another date."""
    return not says(head) and re.match("[,\0 ]*[都均皆将也已须应可]", following.text) is not None


def _says_nothing(head: Phrase) -> bool:
    return head.size < 4 and not verbs(head.text) and not has_verb(head.printed)


def _clause(document: Document, clauses: list[Phrase], number: int, who: Phrase | None) -> Phrase:
    """The clause itself: who did what."""
    head, rest = trim(clauses[number]), clauses[number + 1 :]
    if held := _BARE_HELD.fullmatch(clauses[number].text):
        return clauses[number].cut(*held.span(1))
    if (done := handled(document, clauses[number], rest[0] if rest else None)) is not None:
        return named_after(who, done) if who and trim(who).size + done.size <= LONG else done
    if clauses[number].text.endswith("以来") and verbs(head.text):
        rest = []
    if rest and _AGED.match(trim(rest[0]).text):
        rest = []  # 卒于6月7日,享寿九十有八
    if number and head.size < 4 and _CAUSE.match(trim(clauses[number - 1]).text):
        cause = trim(clauses[number - 1])
        head = joined(document, cause, head).without(len(cause.text), head.start - cause.start)
    match = _GOING.search(head.text)
    if rest and match and match.start() >= 2 and head.size > 14 and not verbs(head.text[match.start() + 2 :]):
        visit = trim(rest[0])
        if (begins_with_verb(visit.printed) or visit.text.startswith("实地")) and not visit.text.startswith(_THROUGH):
            end = joined(document, head, visit)
            head, rest = end.without(match.start(), visit.start - head.start), rest[1:]
    if rest and who is None and _says_nothing(head) and (following := trim(rest[0])).size >= 4:
        head, rest = (head, rest) if goes_on(following) else (following, rest[1:])
    head, rest = with_own_deed(document, head, rest)
    if len(rest) > 1 and _ANNOUNCES.search(head.text) and not trim(rest[0]).size:
        rest = rest[1:]  # 医生决定:从17日起,进行治疗
    if rest and _ANNOUNCES.search(head.text) and trim(rest[0]).size >= 4:
        told = trim(rest[0])
        head, rest = joined(document, head, told).without(len(head.text), told.start - head.start), rest[1:]
    head, rest = with_deed(document, head, rest)
    if rest and _deed_of(head, rest[0]):
        return after(head, trim(rest[0]))
    whole = bool(verbs(head.text)) or (head.size >= _TOLD and says(head) and not lacks_subject(head.printed))
    enough = SHORTEST if whole else _SHORT
    over_date = clauses[number].text.endswith(HOLE)
    known = trim(who).size if who and lacks_subject(head.printed) else 0
    if tells_alone(head, known) and not (rest and as_short(head, trim(rest[0]))):
        rest = []
    while rest and head.size + known < enough and (HOLE not in rest[0].text.rstrip(HOLE) or _only_named(head, rest[0])):
        if head.size >= SHORTEST and (_THEN_WILL.match(rest[0].text) or _ONLY_SAYS.search(trim(rest[0]).printed)):
            break
        if another_deed(head, trim(rest[0])):
            break
        if len(rest) > 1 and IDLE.fullmatch(trim(rest[0]).text):
            rest = rest[1:]  # 迎来发展,经上级批准,更名
            continue
        longer = trim(_continued(document, head, rest[0], over_date=over_date))
        if longer.size > _FULL:
            longer = _with_last_verb(document, head, rest[0])
            if longer.size > (_FULL if says(head) else LONG):
                bare = head.size <= _BARE_NAME and not says(head) and "、" not in rest[0].text
                bare = bare and lacks_subject(trim(rest[0]).printed)
                head = trim(_continued(document, head, rest[0], over_date=over_date)) if bare else head
                break
        head, rest = longer, rest[1:]
    head, rest = with_own_deed(document, head, rest)
    if rest and (both := _with_next_deed(document, head, rest[0], known)) is not None:
        head = both
    match = _STANDING_FOR.match(head.text)
    if match and not verbs(head.text[: match.end()]) and not (match[0] == "为" and has_verb(head.printed[-4:])):
        head = trim(head.cut(match.end(), len(head.text)))
    if who and (decided := ruled(document, who, head)):
        return decided
    return after(who, head) if who else head


def _deed_of(name: Phrase, following: Phrase) -> bool:
    """沈从山,1901年生于绍兴: a bare name, and behind a date what is told of it."""
    deed = following.text.lstrip(HOLE + " ,")
    own = HOLE in following.text and HOLE not in deed.rstrip(HOLE) and HOLE not in name.text
    own = own and TERM_ALONE.fullmatch(name.text) is None
    return own and trim(following).size >= 2 and is_name(name.printed) and lacks_subject(deed)


_WHERE_ONE = re.compile("(?:报名|申请|登记|投票|查询|预约)(?=网站|系统|平台|页面|入口|端口|小程序)")  # 登录报名网站
# 为音乐之夜: what it is; 其代表作获奖: of whom is said before.
_STANDING_FOR = re.compile(r"[为是](?=[^,了由何此的]{4,16}$)(?!.*[了着过])|其(?=代表作|作品|新作|著作|主演|执导|旗下)")
_THROUGH = (
    "通过",
    "透过",
    "感受",
    "了解",
    "体验",
    "领略",
    "聆听",
)  # 走进博物馆,通过触摸文物感受历史: the going is told
_AIM = re.compile(
    r"历任|[现曾时]任|先后|其|总|共|每|达|约|逾|平均|累计|连续|以(?!色列)|为|安排|从而|进而|使|让|令|如|即|包括|是|不再|直到|直至"
)


def _with_next_deed(document: Document, head: Phrase, following: Phrase, known: int) -> Phrase | None:
    """考生可登录报名网站,打印准考证: two deeds of one subject, where both are short."""
    deed = trim(following).printed
    if (
        HOLE in following.text
        or head.size + known > _FEW
        or verbs(_WHERE_ONE.sub("", head.text))
        or not has_verb(head.printed)
    ):
        return None
    if (
        _ONLY_SAYS.search(deed)
        or not lacks_subject(deed)
        or _AIM.match(deed)
        or _STILL.match(deed)
        or _THEN_WILL.match(following.text)
    ):
        return None
    whole = trim(joined(document, head, following))
    return whole if whole.size + known <= LONGEST else None


def _continued(document: Document, head: Phrase, following: Phrase, *, over_date: bool) -> Phrase:
    """A clause and the next one; 甄某自1973年起,主演了《甲》 is one clause without the date that parted it."""
    both = joined(document, head, following)
    deeds = (trim(following).printed, following.printed.lstrip(" ,"))  # 将某人抓获, of which trimming takes the 将
    shared = head.text and _SHARED.match(following.text) is not None  # 初赛和决赛,都已开打
    if (
        not (over_date or shared)
        or has_verb(head.printed.rpartition("的")[2])
        or not any(
            lacks_subject(deed) or deed.startswith(("向", "把", "将", "给", "对", "与", "为", "就", "应"))
            for deed in deeds
        )
    ):
        return both
    gap = slice(len(head.text), following.start - head.start)
    return both.without(gap.start, gap.stop) if "," in both.text[gap] else both


_AGED = re.compile("(?:积闰)?(?:享[年寿阳]|得年|终年|存年)")
_ONLY_SAYS = re.compile("(?:表示|指出|认为|强调|批评|形容|透露|直言|坦言)[说称]?$")  # 批评人士表示,…: another tells
# 学生均已返家,并将协助复课: what is still to come; 又指可能考虑其他控罪: what is said besides
_THEN_WILL = re.compile(r"[\0 ,]*(?:[并且](?:将|会|拟)(?=[一-鿿]{2})|[又亦并也](?:指|称|表示|说|强调|透露|认为))")
_SHARED = re.compile(r"[\0 ,]*[都均皆]")


def _with_last_verb(document: Document, head: Phrase, following: Phrase) -> Phrase:
    """《早报》,由甲、乙等于某街成立: the name and the verb that its clause ends with."""
    last = verbs(following.text)[-1:]
    both = joined(document, head, following)
    if verbs(head.text) or not last or last[0][0].end < len(following.text):
        return both
    return both.without(len(head.text), following.start - head.start + last[0][0].start)


# 本次招新时间为3月2日: the 招新.
_TIME_OF = re.compile(
    r"[\0 ]*(?:本次|此次|本届|活动)?([^\0,“ ]{2,12}?)的?(?:时间|日期|期限|期间)"
    r"(?:分别|拟|暂)?(?:为|是|定[为于在]|[自从于在])[\0]"
)


# 入学面谈定于6月28日在体育馆举行: what is held, be it a known kind of thing or not.
_HELD_AT = re.compile(
    r"[\0 ]*((?:(?![将被把由在于已])[^\0,;“” ]){3,24}?)(?:可以?|[需须应])?(?:[拟定订将]{0,2}[于在]|[将定])?\0+,?"
    r"(?:[在于假][^,\0]{2,30}?)?(?:隆重|正式|如期)?(?:举行|进行|登场)[\0 ]*"
)
_TERM_OF = re.compile(
    r"[\0 ]*(委托|委办|受托|租[赁用]|[承出]租|[借聘任]用|借展|代[管理]|管理|经营|营运|服务|授权|合作|保固|聘任)"
    r"(?:期间?|期限|时间)[自从为]?\0"
)


def title(document: Document, draft: Draft) -> str:
    """The title of a draft, in the document's own characters: the first that stands by itself."""
    if draft.subject and headings(document):
        draft = replace(draft, subject=None)  # what opens a sentence of such a page is what it was headed by
    clauses = statements(document, draft)
    if feast := as_a_feast(document, draft):
        return feast
    if (noun := _attributed(document, draft)) is not None:
        return finish(document, noun)
    if (ended := _ended(document, draft, clauses)) is not None:
        return finish(document, ended)
    if clauses and (done := once_done(document, draft, clauses)):
        return done
    name = _first_title(document, draft, clauses)
    told = clauses[0].printed if clauses else ""
    if draft.rule == "stated" and _only_who_says(clauses, name):
        said = next((trim(part) for part in clauses[1:_TRIED] if _by_itself(part)), None)
        return finish(document, said) if said else ""
    if stands(name, told):
        return name
    who = phrase(document, draft.subject, ()) if draft.subject else None
    for clause in clauses[1:_TRIED]:
        part = trim(clause)
        prepares = PREFACE.match(part.text) is not None and not verbs(part.text)
        if not prepares and HOLE not in clause.text.strip(HOLE) and part.size >= SHORTEST and says(part):
            other = finish(document, named(document, after(who, part) if who else part))
            if stands(other, part.printed):
                return other
    return name


# 签下2022年5月退役的林文: what somebody did then, who stands in another deed.
_DID_THEN = re.compile(
    r"(?:宣布|正式)?(退役|退休|退伍|卸任|离职|辞职|下台|落选|获释|出狱|失业|离婚|结婚|出生|毕业|去世|逝世)的((?:“[^”]{1,12}”)?)(?=[一-鿿])"
)


def _attributed(document: Document, draft: Draft) -> Phrase | None:
    """退役的林文, which is printed as 林文退役, where a deed of somebody else stands before the date."""
    at = draft.resolution.expression.at if draft.resolution else None
    did = _DID_THEN.match(document.text, at.end) if at else None
    if at is None or did is None or document.text[at.start - 1 : at.start] in ("", "\n", *"。;,:!?(在于自从至到"):
        return None
    rest = document.text[did.end() : did.end() + 8]
    name = person_of(rest) or rest[: first_act(rest)]
    if not 2 <= len(name) <= _OF_A_PERSON or not is_name(name):
        return None
    whole = Phrase(document.text[did.start() : did.end() + len(name)], did.start())
    return whole.without(*(place - did.start() for place in did.span(2))) if did[2] else whole


_OF_A_PERSON = 4  # characters of the name of a person
_FROM = re.compile(r"([^,。;“]{4,60})[自从由] ?(?=(?:民国|公元)?[\d〇零一二三四五六七八九十]{1,4}[年月/.])")
_ENDS = re.compile(r"(?:截止|结束)(?:\([^()]*\)?)?$")


def _ended(document: Document, draft: Draft, clauses: list[Phrase]) -> Phrase | None:
    """公开甄选自2月19日起受理报名至23日截止(以邮戳为凭): whose end it is, the head of its sentence says."""
    at = draft.resolution.expression.at if draft.resolution else None
    step = _ENDS.search(trim(clauses[0]).text if clauses else at.of(document.text) if at else "")
    if at is None or step is None or (clauses and step.start()):
        return None
    named = _FROM.match(document.text, draft.context.start, at.start)
    if named is None or named.end() >= draft.at.start:
        return None
    start = trim(clauses[0]).start if clauses else at.start + step.start()
    return named_after(Phrase(named[1], named.start(1)), Phrase(step[0][:2], start))


def _only_who_says(clauses: list[Phrase], name: str) -> bool:
    """Whether a title is but who says what another date of the sentence tells: 官员说,客车14日相撞."""
    folded = fold(name)
    speaker = next((part for part in clauses if folded in part.printed), None)
    if speaker is None or verbs(folded):
        return False
    rest = speaker.printed.partition(folded)[2]
    return _SAYS.fullmatch(rest) is not None and (is_name(folded) or _AFTER_WORK.search(folded) is not None)


_SAYS = re.compile("[后时 ]{0,2}(?:[说称]|认为|表 ?示|指出|透露|报[道导]说?|介绍|证实|强调) ?")
_SAYS_AT_END = re.compile(f"(?:{_SAYS.pattern})$")
_AFTER_WORK = re.compile("(?:经过?|根据|通过)[^,]{2,16}(?:调查|分析|研究|核实|勘查|统计)$")


def _by_itself(part: Phrase) -> bool:
    """Whether a statement tells by itself what somebody says that he does."""
    told = trim(part)
    whole = SHORTEST + 2 <= told.size <= LONGEST and says(told) and stands(told.printed, told.printed)
    whole = whole and _SAYS_AT_END.search(told.printed) is None
    return whole and not lacks_subject(told.printed) and HOLE not in part.text.strip(HOLE)


_STEP = 2  # characters of a step that is told with what it is of: 截止
_TRIED = 6  # clauses among which one is looked for that stands by itself


def _first_title(document: Document, draft: Draft, clauses: list[Phrase]) -> str:
    """What the first clause that tells something gives."""
    if name := lifetime(document, draft):
        return raw_words(document, name.pieces())
    if not clauses:
        return _label(document, draft)
    if draft.rule == "coordinated":
        return finish(document, clauses[0])
    if ended := end_of(draft, clauses):
        return finish(document, named_after(*ended))
    number, who = telling(clauses)
    who = who or (phrase(document, draft.subject, ()) if draft.subject else None)
    if who and _ONLY_HELD.fullmatch(clauses[number].text) and trim(who).text.endswith(words("noun")):
        return finish(document, who)  # 交接典礼,将于25日在会堂举行
    if HOLE in clauses[number].text and (match := _HELD_AT.fullmatch(clauses[number].text)):
        return finish(document, clauses[number].cut(*match.span(1)))
    if (match := _IS_THE.fullmatch(clauses[number].text)) and is_name(match[1]) and match[1].endswith(_DAYS):
        return finish(document, clauses[number].cut(*match.span(1)))
    if match := _MEETS.match(clauses[number].text):
        return finish(document, clauses[number].cut(*match.span(1)))
    if work := work_of(document, clauses[number]):
        return finish(document, named_after(work, clauses[number]))
    if (match := _TERM_OF.match(clauses[number].text)) and (
        told := _told_before(document, draft, clauses[number].cut(*match.span(1)))
    ):
        return finish(document, told)
    if match := _TIME_OF.match(clauses[number].text):
        step = clauses[number].cut(*match.span(1))
        return finish(document, named_after(who, step) if who and step.size <= _STEP else step)
    for part, following in zip(clauses[number : number + 5], [*clauses[number + 1 :], None], strict=False):
        if part is not clauses[number] and _STILL.match(part.text):
            break
        found = climbed(part)
        if found is not None and part is not clauses[number] and _ANNOUNCES.search(clauses[number].text.rstrip(HOLE)):
            head, told = trim(clauses[number]), trim(found)
            if head.size >= SHORTEST - 1 and head.size + told.size <= LONGEST:
                return finish(document, named_after(head, told))
        if found is not None:
            who = who or _holder(clauses, number, part, trim(found))
            bare = who is not None and trim(found).size < SHORTEST and trim(who).size <= 12 and not _placed(found)
            bare = bare and who is not None and OFFICIAL.search(who.text) is None
            if bare and who is not None and _of_a_body(found.text) and not trim(who).text.endswith(_ANY_BODY):
                bare, found = False, _with_its_verb(part, found)  # 网友林文 holds no 协作会议
            if names_nothing(trim(found)) and (whole := by_whom(part, trim(found), who)):
                return finish(document, whole)
            found = named(document, trim(found))
            bare = bare or found.text.startswith(_BECOMES)  # 改为《晚报》: what it was, the clause before says
            return finish(document, named_after(who, found) if who and bare else found)
        negated = any(NEGATED.search(part.text[: span.start]) for span, _ in verbs(part.text))
        head = trim(part)
        prepares = PREFACE.match(head.text) is not None and not verbs(head.text)
        prepares = prepares or (is_company(head) and following is not None and goes_on_so(following))
        announces = part is clauses[number] and _ANNOUNCES.search(part.text.rstrip(HOLE)) is not None
        if not (announces or negated or prepares or BARE.search(head.printed)) and head.size >= SHORTEST and says(part):
            break
    return finish(document, named(document, trim(_clause(document, clauses, number, who))))


def _holder(clauses: list[Phrase], number: int, part: Phrase, held: Phrase) -> Phrase | None:
    """校友会订于7日上午,假礼堂召开会员大会: who, in a clause of the day, holds what has no name of its own."""
    if part is clauses[number] or part is not clauses[number + 1] or HOLE not in clauses[number].text:
        return None
    body = trim(clauses[number])
    named_so = body.text.endswith(_ANY_BODY) and not verbs(body.text) and HOLE not in body.text
    return body if named_so and "“" not in held.text else None


_BECOMES = ("改为", "更名为", "易名为", "改称", "改名为")
_IS_THE, _DAYS = (
    re.compile(r"\0+ ?[为是]([^\0,“的]{2,16})(?:[\0 ]*|,.*)"),
    (*words("noun"), "日", "周", "期"),
)  # 28日至29日为运动会
_MEETS = re.compile(r"\0+ ?(?:准时|按时|如期)?开([^\0,“的]{1,12}会)(?=[,\0 ]|$)")  # 下午2点半开家长会
_BODY_ENDS = (*words("body", "ends"), *words("agent", "ends"))
_ANY_BODY = (*_BODY_ENDS, "会", "社", "馆", "院", "校", "厂")
_MEETINGS = ("会议", "座谈会", "说明会", "协调会", "研讨会", "讨论会", "培训", "活动", "例会", "听证会", "公听会")


_ONLY_HELD = re.compile(
    r"[\0 ,将也]*(?:[在于假][^\0“。]{2,80}?)?(?:隆重|正式|盛大|如期)?(?:举[行办]|召开|登场|揭幕|办理)[\0 ]*"
)


def _of_a_body(thing: str) -> bool:
    """Whether what is held is held by a body, and told as that of nobody else: 市残联座谈会."""
    return thing.endswith(_MEETINGS)


def _with_its_verb(part: Phrase, found: Phrase) -> Phrase:
    """召开协作会议: what is held with the verb before it."""
    start = found.start - part.start
    before = [span for span, kind in verbs(part.text[:start]) if kind == "hold"]
    return part.cut(before[-1].start, start + len(found.text)) if before else found


def _told_before(document: Document, draft: Draft, step: Phrase) -> Phrase | None:
    """委托甲中心办理,委托期间自…: what lasts so long, where the clause before has told it."""
    start = max(draft.context.start, step.start - _NEAR)
    before = document.text[start : step.start].rstrip(", ")
    clause = before.rpartition(",")[2]
    at = clause.find(step.text) if step.size <= _STEP else -1
    if at < 0 or not _TOLD <= len(clause) - at <= LONGEST:
        return None
    begin = start + len(before) - len(clause) + at
    return Phrase(document.text[begin : start + len(before)], begin)


_NEAR = 80  # characters before the term of something in which it is told


def _placed(found: Phrase) -> bool:
    """上海世博会: a thing that bears the name of its place is named."""
    return any(tag == "ns" for _, tag in tags(trim(found).printed)[:1])


def _label(document: Document, draft: Draft) -> str:
    """书法班:每周三下午,9月12日起: what the line is about, where it says nothing but times; or who died: 光绪十年卒."""
    subject = draft.subject
    if subject is not None and (sign := _DIED.search(document.text, draft.at.start, draft.at.end)):
        died = phrase(document, Span(sign.start(1), sign.end(1)), ())
        return finish(document, named_after(phrase(document, subject, ()), died))
    named_so = subject is not None and document.text[subject.end : subject.end + 1] == ":"
    return finish(document, phrase(document, subject, ())) if subject and named_so else ""


_DIED = re.compile(r"[年月日春夏秋冬)]([卒殁薨生]),?$")
_STILL = re.compile(r"[,\0 ]*(?:并|且)?(?:持续|继续|今后|未来|从而|进而|以便|俾)")  # what goes on from then
