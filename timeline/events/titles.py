"""The words that tell an event -> its title: what an editor would write above them.

What a clause names (`rungs`) is its title; else the clause itself is, without what only leads up to it. The document's
own characters are printed.
"""

from __future__ import annotations

import re

from timeline.events.bearers import LONG, OFFICIAL, TERM_ALONE, after, named_after
from timeline.events.bylines import without_source
from timeline.events.deeds import HAPPENS, end_of, goes_on, ruled, says, with_own_deed
from timeline.events.drafts import Draft, raw_words
from timeline.events.lifetimes import lifetime
from timeline.events.manners import with_deed
from timeline.events.measures import without_measures
from timeline.events.phrases import HOLE, LONGEST, SHORTEST, Phrase, joined, phrase, trim, without_glosses
from timeline.events.places import is_site
from timeline.events.predicates import bearer, only_when, only_where, who_then
from timeline.events.printing import finish
from timeline.events.rungs import BARE, NEGATED, climbed
from timeline.events.segment import begins_with_verb, has_verb, is_name, lacks_subject, tags
from timeline.events.stand_ins import named, work_of
from timeline.events.standing import stands
from timeline.events.structure.lines import key_class
from timeline.events.subordinates import without_subordinates
from timeline.events.words import branch, verbs, words
from timeline.model import Document, Span

_SHORT, _FULL = 12, 26  # a title shorter than the one is filled with the next clause up to the other
_TOLD = 8  # characters of who and a deed
_FEW = 14  # characters of a deed that bears another one beside it

_PREFACE = re.compile(rf"{branch(words('preface'))}(?![下上及来后前止])")
_COPULA = re.compile(r"\0[,]?[为是]")
_GOING = re.compile(r"(?:赴|深入|走进|来到|前往|抵达|莅临)[^,的]{2,40}$")
_CLEFT = re.compile(r"是(?=\0)")  # 股票是1984年发行的
_ADDRESSED = re.compile(r"(?:各位?|尊敬的|亲爱的|广大|全体|致)[^,]{1,20}$")
_SAID = re.compile(
    r"(?:报道|介绍|回忆|分析|解释)?"
    r"(?:报[道导][^,]{0,8}称|披露|说|称|证实|宣称|表示|指出|显示|透露|认为|强调|坦言|"
    r"介绍|写道|报道|回忆|据悉|获悉|得知|"
    r"告诉 ?记者|对[^,]{2,6}说|接[获到报][^,]{0,12}(?:报案|报警|举报|通报|投诉)|值得一提的是)$"
)
# Whose word is what happened.
_SPEAKER = re.compile(r"纪要|会议|公告|判决|声明|法院")
_REMARK = re.compile(r"“?(?:[^,]{0,12}(?<![但还就可])[是为]|希望|相信|感谢|欢迎|[我他她您]们?)")
_AFTER_WORK = re.compile(r"(?:经过?|根据|据|通过)[^,]{2,24}?后?$")
_WHILE = re.compile(r"(?:在|于)[^,]{2,30}?(?:时|中|上|后|间)$")  # 在宣布制裁时称
# 在一则声明中, 在社交媒体上: where somebody only speaks.
_SPOKEN = re.compile(
    r"在?[^,]{0,24}?(?:声明|讲话|发言|采访|专访|受访|访问|公开信|信件|的信|文章|帖文|发文|微博|媒体|直播|节目)(?:中|里|上|时)"
)
_BY = re.compile(r"[\0 ]*由")  # 由甲主办、乙承办的活动 is one thing
_COORDINATED = re.compile(rf"、(?=(?:组织|联合)?{branch(words('hold', 'verbs'))})")


def _clauses(document: Document, draft: Draft) -> list[Phrase]:
    found: list[Phrase] = []
    for number, span in enumerate(draft.clauses[:6]):
        span = span if number else _behind_heading(document, span, draft.block)
        if found and _is_detail(document, span):
            break
        if found and _is_place(document, span, draft) and any(trim(part).size >= 2 for part in found):
            continue
        if document.text[span.end : span.end + 1] == ":" and _ADDRESSED.match(span.of(document.text)):
            continue
        part = _listed(without_source(without_glosses(phrase(document, span, draft.dates))))
        if not part.text:
            continue
        if part.text.endswith("的") and (match := _CLEFT.search(part.text)):
            part = part.without(*match.span())
        if part.text.rstrip(HOLE + " ").endswith("后") and (match := _ONCE.match(part.text)):
            part = part.cut(match.end(), len(part.text)).without(*_last(part.text, match.end()))
        for unsaid in (_COME_TO, _SO_FAR, _DECREE, _UNDER, _DANGLING, _MOVED, _POSTPONED, _SITUATED, _ORIGINALLY):
            if match := unsaid.search(part.text):
                part = part.without(*match.span())
        if found and _WITH.search(part.text) and (place := found[-1].text.rfind("在")) >= 0:
            found[-1] = found[-1].cut(0, place)  # 在甲,以及乙的陪同下,前往视察
            continue
        match = None if _BY.match(part.text) else _COORDINATED.search(part.text)
        if match and not re.search("[有相]关的", part.text[match.end() :]):
            found += [part.cut(0, match.start()), part.cut(match.end(), len(part.text))]
        else:
            found.append(part)
    return without_subordinates(without_measures([part for part in found if trim(part).size >= 2]))


_RUN_IN = re.compile(r"[一-鿿]{2,8}( {1,2})(?=[^ ]{4})")


def _behind_heading(document: Document, span: Span, block: int) -> Span:
    """元宵灯会　本年元宵,…: the heading that a wide blank parts from its first sentence is no word of it."""
    at = document.blocks[block].at
    match = _RUN_IN.match(document.text, *span) if span.start == at.start and at.end - at.start > _LINE else None
    blank = document.raw_span(Span(*match.span(1))).of(document.raw) if match else ""
    return Span(match.end(), span.end) if match and ("\u3000" in blank or len(blank) > 1) else span


_LINE = 30  # characters of a line that is a heading, or cells
_INCLUDES = re.compile(r"[^,“《]{0,12}(?:包括|包含|计有|设有)了?(?=\0)")


def _listed(part: Phrase) -> Phrase:
    """节目包括3月5日的音乐会及次日的木偶剧: each thing is told by itself."""
    match = _INCLUDES.match(part.text)
    if match is None:
        return part
    part = part.cut(match.end(), len(part.text))
    following = re.search(r"[及和与、以]{1,2}(?:\0|$)", part.text)
    return part.cut(0, following.start()) if following else part


def _is_detail(document: Document, clause: Span) -> bool:
    """Whether a clause is the key of a value beside the thing: 年会,地点:会议中心."""
    key = clause.of(document.text).strip() if document.text[clause.end : clause.end + 1] == ":" else ""
    return len(key) <= 8 and key_class(key) in ("place", "host", "other", "plain")


def _is_place(document: Document, clause: Span, draft: Draft) -> bool:
    """Whether a clause is the place beside the thing: 开幕式,文化广场."""
    part = phrase(document, clause, draft.dates)
    return HOLE not in part.text and is_site(part.text) and not has_verb(part.printed)


_ONCE = re.compile(r"[\0 ,]*当(?![前时年天日地中局初选代作晚下场夜事])")  # 当甲将乙赠予丙后 tells of a gift


def _last(text: str, shift: int) -> tuple[int, int]:
    """Where the last 后 of a clause stands that is cut on the left."""
    position = text.rfind("后") - shift
    return position, position + 1


_WITH = re.compile(r"^(?!.*在).{2,24}(?:指导|领导|带领|陪同|见证|配合|协助|支持)下$")
_MOVED = re.compile(r"(?<=\0)(?:改期?|移|延期?|延后|推迟|提前|顺延|平移|挪|展延|调整)(?:至|到|于|在|为)(?=\0)")
# 因疫情延至10月3日在甲地举行: the thing, for its day is told.
_POSTPONED = re.compile(
    r"(?<=[^,]{4})(?:因[^,\0]{1,12}?)?(?:延期?|改期?|推迟|顺延|延后|提前|提早|移|调整|展延)[至到于在为]{0,2}"
    r"(?=\0+ ?(?:在[^,]{2,24})?(?:举[行办]|召开|进行|开幕|开赛))"
)
# 特展延至9月26日; 图书馆定三月五日开幕.
_DANGLING = re.compile(
    r"(?<=[^,]{4})[延移改挪](?=\0+[, ]*$)"
    r"|(?<=[^,\0]{3})(?<![规决预原签法制约固确认商协暂初特指拟一稳肯测])[定订]于?(?=\0+[^,])"
)
_SITUATED = re.compile(r"(?:坐落|地处|位)(?:于|在)[^,的“《]{2,18}的(?=[^,]{4})")  # 位于新区的图书馆
_ORIGINALLY = re.compile(r"原[定订计][^,]{0,24}?(?:举办|举行|召开|进行|开展)的(?=[^,]{3})")  # 原定于4月中旬举办的花市
_UNDER = re.compile(r"在[^,]{2,24}(?:指导|领导|支持|帮助|推动|努力|配合|协助|见证|陪同)下$")


# 到了1913年,…于是正名为书院至今: what was done; 它于1869年建校: of what, the subject says.
_COME_TO = re.compile(
    r"^[ ,]*[但而]?(?:到了?|直?[到至]|迨至?|及至)(?=\0)"
    r"|^[ ,]*它(?!们)(?:是(?=[^,]{6}))?(?=[^,]{4})|^[ ,]*于是(?=[^,]{4})"
)
_SO_FAR = re.compile(r"(?<=[^,]{6})[至迄]今$")
# 四月二日内政部台内地字第779587号令修正发布第6条: what was done, not under which number.
_DECREE = re.compile(
    r"(?<=\0)(?:[^,“\0、]{2,40}?字第[\dA-Z]{3,14}号(?:令|公告|函)?(?:[、及]|会[同衔])*){1,4}(?=[^,]{2})"
)

_AROUND = re.compile(r"(?:围绕|聚焦|紧扣|立足)[^,]{2,40}$")
_INVITED = re.compile(r"(?:应|受)[^,]{2,24}(?:邀请|之邀|委托|指派)$")
_BESIDES = re.compile(r"(?:^|[局处部会府院馆校司社队署所]|中心)[\0 ]*除(?!夕|非|名|湿|尘)[^,]{3,60}外$")
_MATTER = re.compile(
    r"“?(?:就|对于?|针对|关于|有关)[^,]{4,60}(?:一事|一案|问题|事宜|事件|言行|情况|报道|报导|说法|传闻|质疑|提问)$"
)
_IDLE = re.compile(
    r"导读|核心提示|内?容?提要|编者按|解说|旁白|(?:如此|这样)一来|依(?:法|程序|规定)|总之|届时|(?:经|报)过?[^,]{0,24}(?:研究|讨论|协商|批准|批复|核准|审议通过)(?:同意)?"
)
_CUT_OFF = re.compile(r"^对.{2,30}(?:停[水电气暖]|断[水电网]|封[路闭]|限[行流电]|管制|消[毒杀])$")
_DONE_THERE = re.compile(
    r"^在.{2,20}?(?:[发出]现|发掘|出土|购[得入置]|拍[到得摄]|找到|结识|[遇见]到|[写作绘画]成|写[下出]|完成).{2,}"
    r"(?<![时中上下后前里内间际])$"
)
_NAME_ENDS = (*words("body", "ends"), "代表", "负责人", "成员", "领导", "同志")


def _passed_over(clause: Phrase) -> bool:
    """Whether a clause only prepares the next one: a preface without a verb, a body or a place and nothing else."""
    head = trim(clause)
    if _SPOKEN.fullmatch(head.text):
        return True
    if _IDLE.fullmatch(head.text) or _MATTER.match(head.text) or _INVITED.match(head.text):
        return True
    if _BESIDES.search(clause.text.rstrip(HOLE)):
        return True
    if verbs(head.text) or _COPULA.search(clause.text):
        return False
    if head.text.startswith("对") and _CUT_OFF.search(head.text):
        return False  # 对城东片区停水,请提前储水
    if head.text.startswith("在") and _DONE_THERE.search(head.text) and has_verb(head.printed):
        return False  # 在城北发现古寺大殿
    return bool(_PREFACE.match(head.text) or _AROUND.search(head.text) or _names_body(head))


def _only_says(clauses: list[Phrase]) -> bool:
    """Whether a clause says that something was said, and the next one tells what; a quotation is no telling."""
    said = clauses[0].text.rstrip(HOLE + " ")
    match = _SAID.search(said)
    if match is None:
        return False
    who = _WHILE.sub("", _AFTER_WORK.sub("", said[: match.start()]))
    return not (verbs(who) or _SPEAKER.search(who) or _REMARK.match(clauses[1].text))


def _names_body(head: Phrase) -> bool:
    told = re.search("[的了从由向把被在将]|决定|批准|同意|核准|升格", head.text[head.text.startswith("由") :])
    return head.size >= 3 and head.text.endswith(_NAME_ENDS) and told is None


def _told(clauses: list[Phrase]) -> tuple[int, Phrase | None]:
    """The number of the clause that tells what happened, and who does it, where a clause before it only says that."""
    number, who = 0, None
    while number + 1 < len(clauses):
        head, following = trim(clauses[number]), trim(clauses[number + 1])
        if _happens_there(head, following):
            break
        if _passed_over(clauses[number]) or _only_says(clauses[number : number + 2]):
            if _names_body(head) or (_AROUND.search(head.text) and not _PREFACE.match(head.text)):
                who = head.cut(0, match.start()) if (match := _AROUND.search(head.text)) else head
                who = who.cut(1, len(who.text)) if who.text.startswith("由") else who
            elif match := _BESIDES.search(clauses[number].text.rstrip(HOLE)):
                body = clauses[number].cut(0, clauses[number].text.index("除", match.start()))
                who = trim(body) if trim(body).size >= 2 else who
        elif only_when(clauses[number].text) and (
            says(following) or lacks_subject(following.printed) or only_when(clauses[number + 1].text)
        ):
            end = 0 if who else who_then(head.text)
            who = head.cut(0, max(end, 0)) if end else who  # an empty name where it is not clear who it was
        elif _leads_to(clauses[number], following):
            pass
        elif _earlier(clauses, number) and following.size >= 4 and verbs(following.text):
            end = 0 if who else who_then(head.text)
            who = head.cut(0, max(end, 0)) if end else who
        elif lacks_subject(following.printed) and (start := bearer(head.text)) >= 0:
            who = head.cut(start, len(head.text))
        else:
            break
        number += 1
    return number, who


def _leads_to(clause: Phrase, following: Phrase) -> bool:
    """Whether a clause only says where the deed of the next one is done."""
    return not verbs(clause.text) and only_where(trim(clause).text) and following.size >= 4 and says(following)


def _happens_there(head: Phrase, following: Phrase) -> bool:
    """在某路口,发生车祸: where something happens is told with it."""
    where = head.text[:1] in ("在", "于") and is_site(head.text[1:])
    return where and not says(head) and HAPPENS.match(following.text) is not None


def _earlier(clauses: list[Phrase], number: int) -> bool:
    """Whether a clause without a date tells what was before: 受到冲击,1972年恢复工作."""
    head, following = clauses[number], clauses[number + 1]
    return not number and HOLE not in head.text and following.text.lstrip(" ,").startswith(HOLE) and says(head)


_BARE_NAME = 8  # characters of a name that tells nothing without its deed, however long that is
_ANNOUNCES = re.compile(r"(?:宣布|宣告|决定|预告|公布)$")
_CAUSE = re.compile(r"(?:因|由于)[^,]{2,16}$")


def _only_named(head: Phrase, following: Phrase) -> bool:
    """门票,都将于明日开卖: a thing, and what is told of it beside another date."""
    return not says(head) and re.match("[,\0 ]*[都均皆将也已须应可]", following.text) is not None


def _says_nothing(head: Phrase) -> bool:
    return head.size < 4 and not verbs(head.text) and not has_verb(head.printed)


def _clause(document: Document, clauses: list[Phrase], number: int, who: Phrase | None) -> Phrase:
    """The clause itself: who did what."""
    head, rest = trim(clauses[number]), clauses[number + 1 :]
    if clauses[number].text.endswith("以来") and verbs(head.text):
        rest = []
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
    while rest and head.size + known < enough and (HOLE not in rest[0].text.rstrip(HOLE) or _only_named(head, rest[0])):
        if len(rest) > 1 and _IDLE.fullmatch(trim(rest[0]).text):
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
    if HOLE in following.text or head.size + known > _FEW or verbs(head.text) or not has_verb(head.printed):
        return None
    if not lacks_subject(deed) or _AIM.match(deed) or _STILL.match(deed):
        return None
    whole = trim(joined(document, head, following))
    return whole if whole.size + known <= LONGEST else None


def _continued(document: Document, head: Phrase, following: Phrase, *, over_date: bool) -> Phrase:
    """A clause and the next one; 甄某自1973年起,主演了《甲》 is one clause without the date that parted it."""
    both = joined(document, head, following)
    deeds = (trim(following).printed, following.printed.lstrip(" ,"))  # 将某人抓获, of which trimming takes the 将
    if not over_date or has_verb(head.printed.rpartition("的")[2]) or not any(map(lacks_subject, deeds)):
        return both
    gap = slice(len(head.text), following.start - head.start)
    return both.without(gap.start, gap.stop) if "," in both.text[gap] else both


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


def title(document: Document, draft: Draft) -> str:
    """The title of a draft, in the document's own characters: the first that stands by itself."""
    clauses = _clauses(document, draft)
    name = _first_title(document, draft, clauses)
    told = clauses[0].printed if clauses else ""
    if stands(name, told):
        return name
    who = phrase(document, draft.subject, ()) if draft.subject else None
    for clause in clauses[1:_TRIED]:
        part = trim(clause)
        if HOLE not in clause.text.strip(HOLE) and part.size >= SHORTEST and says(part):
            other = finish(document, named(document, after(who, part) if who else part))
            if stands(other, part.printed):
                return other
    return name


_STEP = 2  # characters of a step that is told with what it is of: 截止
_TRIED = 4  # clauses among which one is looked for that stands by itself


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
    number, who = _told(clauses)
    who = who or (phrase(document, draft.subject, ()) if draft.subject else None)
    if work := work_of(document, clauses[number]):
        return finish(document, named_after(work, clauses[number]))
    if match := _TIME_OF.match(clauses[number].text):
        step = clauses[number].cut(*match.span(1))
        return finish(document, named_after(who, step) if who and step.size <= _STEP else step)
    for part in clauses[number : number + 5]:
        if part is not clauses[number] and _STILL.match(part.text):
            break
        found = climbed(part)
        if found is not None and part is not clauses[number] and _ANNOUNCES.search(clauses[number].text.rstrip(HOLE)):
            head, told = trim(clauses[number]), trim(found)
            if head.size >= SHORTEST - 1 and head.size + told.size <= LONGEST:
                return finish(document, named_after(head, told))
        if found is not None:
            bare = who is not None and trim(found).size < SHORTEST and trim(who).size <= 12 and not _placed(found)
            bare = bare and who is not None and OFFICIAL.search(who.text) is None
            found = named(document, trim(found))
            return finish(document, named_after(who, found) if who and bare else found)
        negated = any(NEGATED.search(part.text[: span.start]) for span, _ in verbs(part.text))
        head = trim(part)
        prepares = _PREFACE.match(head.text) is not None and not verbs(head.text)
        announces = part is clauses[number] and _ANNOUNCES.search(part.text.rstrip(HOLE)) is not None
        if not (announces or negated or prepares or BARE.search(head.printed)) and head.size >= SHORTEST and says(part):
            break
    return finish(document, named(document, trim(_clause(document, clauses, number, who))))


def _placed(found: Phrase) -> bool:
    """上海世博会: a thing that bears the name of its place is named."""
    return any(tag == "ns" for _, tag in tags(trim(found).printed)[:1])


def _label(document: Document, draft: Draft) -> str:
    """书法班:每周三下午,9月12日起: what the line is about, where it says nothing but times."""
    subject = draft.subject
    named_so = subject is not None and document.text[subject.end : subject.end + 1] == ":"
    return finish(document, phrase(document, subject, ())) if subject and named_so else ""


_STILL = re.compile(r"[,\0 ]*(?:并|且)?(?:持续|继续|今后|未来|从而|进而|以便|俾)")  # what goes on from then
