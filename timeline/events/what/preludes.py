"""The statements of a draft -> the one that tells what happened, past those that only lead up to it."""

from __future__ import annotations

import re

from timeline.events.language.phrases import HOLE, Phrase, trim
from timeline.events.language.segment import begins_with_verb, has_verb, lacks_subject
from timeline.events.language.sites import is_site
from timeline.events.language.words import branch, verbs, words
from timeline.events.what.deeds import HAPPENS, says
from timeline.events.who.predicates import (
    bearer,
    for_a_cause,
    only_by_whom,
    only_means,
    only_somebody,
    only_when,
    only_where,
    only_why,
    who_by_means,
    who_seizes,
    who_then,
)

PREFACE = re.compile(rf"{branch(words('preface'))}(?![下上及来后前止])")
_COPULA = re.compile(r"\0[,]?[为是]")
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

_AROUND = re.compile(r"(?:围绕|聚焦|紧扣|立足)[^,]{2,40}$")
_INVITED = re.compile(r"(?:应|受)[^,]{2,24}(?:邀请|之邀|委托|指派)$")
_BESIDES = re.compile(r"(?:^|[局处部会府院馆校司社队署所]|中心)[\0 ]*除(?!夕|非|名|湿|尘)[^,]{3,60}外$")
_MATTER = re.compile(
    r"“?(?:就|对于?|针对|关于|有关)[^,]{4,60}(?:一事|一案|问题|事宜|事件|言行|情况|报道|报导|说法|传闻|质疑|提问)$|至于[^,]{2,60}$"
)
# D3, 出发, 江岸～白湖(车程半小时): of a journey how one went on, not what was done.
ON_THE_WAY = (
    r"(?:D|Day ?|DAY ?)\d{1,2}:?|[早晚午]?(?:准时)?(?:集合)?出发|"
    r"[^,~～—]{1,10}[~～—]{1,2}[^,~～—\d]{1,10}(?:\([^()]{0,16}\))?"
)
IDLE = re.compile(
    r"[^,]{0,16}(?:如下|如次|如后)|(?:还|仍|依然|犹)?记得|提出|承诺|力争|争取|"
    rf"{ON_THE_WAY}|向 ?各[^,了]{{2,24}}|"
    r"导读|核心提示|内?容?提要|编者按|解说|旁白|(?:如此|这样)一来|依(?:法|程序|规定)|总之|届时|(?:经|报)过?[^,]{0,24}(?:研究|讨论|协商|批准|批复|核准|审议通过)(?:同意)?"
)
# 根据主题教育的工作安排与部署: by whose order, with whatever verbs.
_BY_ORDER = re.compile(
    r"(?:根据|依据|按照|依照|遵照|[按依])[^,]{2,40}?(?:[的之]|工作)(?:安排|要求|规定|部署|精神|指示|意见|计划|通知)(?:[与和及](?:安排|要求|部署))?"
)
# 该工程总投资2600万元,预计6月竣工: what it is that is told, not what it costs
_COSTS = re.compile(r"(?:总?(?:投资|造价|预算|经费)|投资总?额)(?:[约达为共超]{0,2})\d[\d.,]*[余多]?[万亿]?美?元$")
_STILL_ON = re.compile(r"[^,]{2,14}(?:还|仍|尚)在[^,在]{2,8}中")  # 细节还在敲定中
_CUT_OFF = re.compile(r"^对.{2,30}(?:停[水电气暖]|断[水电网]|封[路闭]|限[行流电]|管制|消[毒杀])$")
_DONE_THERE = re.compile(
    r"^在.{2,20}?(?:[发出]现|发掘|出土|购[得入置]|拍[到得摄]|找到|结识|[遇见]到|[写作绘画]成|写[下出]|完成).{2,}"
    r"(?<![时中上下后前里内间际])$"
)
_NAME_ENDS = (*words("body", "ends"), "代表", "负责人", "成员", "领导", "同志")


_BUT = re.compile("[可但而却](?=在|当|到|从|自)")  # 可在截止日期的前一天,他们就动了手


_IN_THAT_CASE = re.compile(r"[^,在]{2,30}的(?:情况|前提|条件|背景|形势)下")  # 在坚持维权,走合法程序的情况下


def _passed_over(clause: Phrase) -> bool:
    """Whether a clause only prepares the next one: a preface without a verb, a body or a place and nothing else."""
    head = trim(clause)
    if turn := _BUT.match(head.text):
        head = head.cut(turn.end(), len(head.text))
    if _SPOKEN.fullmatch(head.text) or _IN_THAT_CASE.fullmatch(head.text):
        return True
    if IDLE.fullmatch(head.text) or _MATTER.match(head.text) or _INVITED.match(head.text):
        return True
    if _BESIDES.search(clause.text.rstrip(HOLE)) or _is_ground(clause):
        return True
    if verbs(head.text) or _COPULA.search(clause.text):
        return False
    if head.text.startswith("对") and _CUT_OFF.search(head.text):
        return False  # 对城东片区停水,请提前储水
    if head.text.startswith("在") and _DONE_THERE.search(head.text) and has_verb(head.printed):
        return False  # 在城北发现古寺大殿
    return bool(PREFACE.match(head.text) or _AROUND.search(head.text) or _names_body(head))


def _is_ground(clause: Phrase) -> bool:
    """Whether a clause only says what still goes on, or by whose order the next one is done."""
    words_ = clause.text.strip(HOLE + " ,")
    return _STILL_ON.fullmatch(words_) is not None or _BY_ORDER.fullmatch(words_.replace(HOLE, "")) is not None


def _only_says(clauses: list[Phrase]) -> bool:
    """Whether a clause says that something was said, and the next one tells what; a quotation is no telling."""
    said = clauses[0].text.rstrip(HOLE + " ")
    match = _SAID.search(said)
    if match is None:
        return False
    who = _WHILE.sub("", _AFTER_WORK.sub("", said[: match.start()]))
    return not (verbs(who) or _SPEAKER.search(who) or _REMARK.match(clauses[1].text))


def _names_body(head: Phrase) -> bool:
    told = re.search(
        "[的了从由向把被在将为获]|决定|批准|同意|核准|升格|[担出委聘就]任|当选", head.text[head.text.startswith("由") :]
    )
    acts = begins_with_verb(head.printed) and not head.text.startswith(_TOGETHER)  # 参与筹建研究所
    acts = acts or head.text.endswith(_SIGNED)  # 居民发起连署
    return head.size >= 3 and head.text.endswith(_NAME_ENDS) and told is None and not acts


_SIGNED = ("连署", "签署", "部署")
_TOGETHER = ("组织", "联合", "会同", "邀请", "协同", "携手")  # with these bodies somebody does what follows


def telling(clauses: list[Phrase]) -> tuple[int, Phrase | None]:
    """The number of the clause that tells what happened, and who does it, where a clause before it only says that."""
    number, who, meant = 0, None, False
    while number + 1 < len(clauses):
        head, following = trim(clauses[number]), trim(clauses[number + 1])
        if _happens_there(head, following):
            break
        if _passed_over(clauses[number]) or _only_says(clauses[number : number + 2]):
            if _names_body(head) or (_AROUND.search(head.text) and not PREFACE.match(head.text)):
                who = head.cut(0, match.start()) if (match := _AROUND.search(head.text)) else head
                who = who.cut(1, len(who.text)) if who.text.startswith("由") else who
            elif match := _BESIDES.search(clauses[number].text.rstrip(HOLE)):
                body = clauses[number].cut(0, clauses[number].text.index("除", match.start()))
                who = trim(body) if trim(body).size >= 2 else who
        elif HOLE not in clauses[number + 1].text and (end := who_seizes(head.text, following.text)):
            who = head.cut(0, end)
        elif HOLE not in clauses[number + 1].text and (end := who_by_means(clauses[number].text, following.text)):
            who, meant = head.cut(0, end), True
        elif only_when(clauses[number].text) and (
            says(following) or lacks_subject(following.printed) or only_when(clauses[number + 1].text)
        ):
            end = 0 if who else who_then(head.text)
            who = head.cut(0, max(end, 0)) if end else who  # an empty name where it is not clear who it was
        elif (cost := _COSTS.search(head.text)) and cost.start() >= 2 and lacks_subject(following.printed):
            who = head.cut(0, cost.start())
        elif _leads_to(clauses[number], following) or _only_prepares(head, following) or _among_others(clauses, number):
            pass
        elif HOLE not in clauses[number + 1].text.rstrip(HOLE) and (end := for_a_cause(head.text, following.text)):
            who = head.cut(0, end)
        elif _earlier(clauses, number) and following.size >= 4 and verbs(following.text):
            end = 0 if who else who_then(head.text)
            who = head.cut(0, max(end, 0)) if end else who
        elif not meant and lacks_subject(following.printed) and (start := bearer(head.text)) >= 0:
            who = head.cut(start, len(head.text))
        else:
            break
        number += 1
    return number, who


def _among_others(clauses: list[Phrase], number: int) -> bool:
    """甲,乙,秘书长丙分别慰问某人: whether a clause only says who, and a later one more people and what they did."""
    if not only_somebody(trim(clauses[number]).printed):
        return False
    for clause in clauses[number + 1 : number + _PEOPLE]:
        words_ = trim(clause)
        if HOLE in clause.text:
            return False
        if not only_somebody(words_.printed):
            named = not lacks_subject(words_.printed) and _EACH_OF_THEM.search(words_.text) is not None
            return named and says(words_)
    return False


_PEOPLE, _EACH_OF_THEM = 4, re.compile("分别|一同|一起|共同|一行|先后|出席|参加|陪同")


def _only_prepares(head: Phrase, following: Phrase) -> bool:
    """Whether a clause says only by whose means or why the next one came about."""
    if only_by_whom(head.text, following.text) or only_means(head.text, following.text):
        return True
    return only_why(head.text) and following.size >= _TOLD and says(following)


_TOLD = 4  # characters of what came of it


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
