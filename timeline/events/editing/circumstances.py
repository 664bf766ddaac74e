"""A phrase -> the same without a circumstance of its deed: where, how, why, by what means or right, for or by whom."""

from __future__ import annotations

import re

from timeline.events.language.phrases import LONGEST, SHORTEST, Phrase, paired
from timeline.events.language.segment import begins_with_verb, tags
from timeline.events.language.words import verbs

_AT = re.compile(
    r"(?<=[^,]{4})在[^,“”《》]{2,30}?"
    r"(?=(?:正式|隆重|成功|焕新|同步|顺利)?(?:启用|启动|揭牌|上线|开幕|举行|召开|签约|开馆|落成|爆炸|发生)(?!的))"
    r"|(?<=[^,]{4})在[^,“”《》]{2,30}?[上里内](?=[与和被将同][^,]{4})"
)


def without_place(part: Phrase) -> Phrase:
    """乐团在新落成的音乐厅举行音乐会: what was held, not where."""
    match = _AT.search(part.text)
    return part.without(*match.span()) if match else _without_where(part)


def _without_where(part: Phrase) -> Phrase:
    """班长带领民警正在高速出口疏导交通: who did what, where the place stands before the deed."""
    position, start = 0, -1
    for word, tag in tags(part.text):
        if start < 0 and word in ("在", "正在", "沿", "于") and part.cut(0, position).size >= 4:
            start = position
        elif start >= 0 and tag in ("v", "vd", "vi") and len(word) > 1 and position - start >= _PLACE:
            struck = part.without(start, position)
            return struck if paired(part.text[start:position]) else part
        position += len(word)
    return part


_PLACE = 3  # characters of the shortest place with its preposition: 在北京


_INCIDENT = re.compile(
    r"(?<=发生)(了?[一两数\d]?[起宗场次件]?)(?P<how>[^,“]{6,48}的)(?=[^,的]{2,10}(?:事故|[火洪]灾|地震|爆炸|案件?|冲突|灾害|袭击|事件)$)"
)


# 立即启动预案: how soon and how it was done.
_SOON = re.compile(
    r"(?<=[^,]{3})(?<![未不没])(?:立即|随即|迅速|及时|火速|连夜|积极|认真|隆重|顺利|圆满|陆续)(?=[^,的]{4})"
)


_COMPANY = re.compile(
    r"(?<=[^,]{3})(?:邀请|邀集|会同|协同|偕同|邀同)[^,了过着的“]{4,40}?(?=开会|召开|举[行办]|讨论|研商|协商|会商|共商|办理|会勘)"
)


def without_company(part: Phrase) -> Phrase:
    """财政局邀请甲局、乙局开会讨论授权问题: what is done, not who does it too."""
    match = _COMPANY.search(part.text)
    return part.without(*match.span()) if match else part


_SCORE = re.compile(
    r"(?<=[^,]{3})(?:终场|最终|最后|总分)?(?:以\d{1,3}[比:-]\d{1,3}|\d{1,3}比\d{1,3})(?:的(?:比分|成绩))?(?=[一-鿿]{4})"
)


def without_score(part: Phrase) -> Phrase:
    """甲队以91比79逆转击退乙队: who won, not by how many points."""
    match = _SCORE.search(part.text)
    return part.without(*match.span()) if match else part


def without_manner(part: Phrase) -> Phrase:
    """发生一起因货车碰撞引起的重大事故: what happened, not how."""
    match = _INCIDENT.search(part.text)
    if match:
        return part.without(*match.span("how"))
    soon = _SOON.search(part.text)
    return part.without(*soon.span()) if soon else part


_CAUSE = re.compile(
    r"(?<=[^,]{4})因[^,“《]{3,40}?(?=发生|导致|引发|造成|出现|突发|逝世|去世|病逝|停电|停水|停运|起火|坍塌|爆炸|被)"
)


_BROUGHT_ABOUT = re.compile("(?:导致|引发|造成)(?:了)?(?=[^,了着过人]{2,12}$)")


def without_cause(part: Phrase) -> Phrase:
    """某桥因连日暴雨发生坍塌: what happened, not why; 路口因爆破不当导致地陷 is the 地陷 there."""
    match = _CAUSE.search(part.text)
    if match is None:
        return part
    brought = _BROUGHT_ABOUT.match(part.text, match.end())
    return part.without(match.start(), brought.end() if brought else match.end())


_MEANS = re.compile(r"(?:凭借?|以|靠|藉)(?:《[^《》]{1,20}》|[^,在于的将把被《]){2,24}?(?=[获夺赢荣入当胜打拿])")


def without_means(part: Phrase) -> Phrase:
    """凭剧情片《甲》获得…奖: what somebody won tells more than by what."""
    match = _MEANS.search(part.text)
    return part.without(*match.span()) if match else part


_WAY = re.compile(r"(?:采[取用]|以|通过|利用)[^,“《]{2,36}?(?:方式|形式|渠道)(?:成功|正式)?(?=[^,的]{4})")


def without_way(part: Phrase) -> Phrase:
    """以定价配售方式发行了股票: what was done, not how."""
    match = _WAY.search(part.text)
    return part.without(*match.span()) if match else part


_HANDLED = re.compile(r"(?<=[^,]{6})[把将](?!会|于|在|来|要|军|领|官|士|帅|近|有)(?=[^,]{8,})")

_GROUND = re.compile(r"(?<=[^,]{2})(?:根据|依据|按照|依照)[^,“《]{2,40}")


def without_ground(part: Phrase) -> Phrase:
    """行政长官根据基本法第四十八条签署《条例》: who did what, not by what right."""
    match = _GROUND.search(part.text)
    deed = next((span.start for span, _ in verbs(part.text) if match and match.start() + 4 < span.start), 0)
    return part.without(match.start(), deed) if match and deed and deed <= match.end() else part


def without_agent(part: Phrase) -> Phrase:
    """管理委员会会议议决把各街道命名: what is done with what, where who does it is long."""
    match = _HANDLED.search(part.text)
    rest = part.cut(match.end(), len(part.text)) if match else part
    if match is None or not 8 <= rest.size <= LONGEST:
        return part
    return part if match[0] == "将" and begins_with_verb(rest.printed) else rest


def without_beneficiary(part: Phrase) -> Phrase:
    """教授为全市职工宣讲宪法: for whom, where a deed follows."""
    deeds = [span.start for span, _ in verbs(part.text)]
    position = 0
    for word, _ in tags(part.text):
        deed = next((start for start in deeds if start >= position + 5), None)
        if word in ("为", "向", "面向", "给") and deed and part.cut(0, position).size >= 2:
            return part.without(position, deed) if paired(part.text[position:deed]) else part
        position += len(word)
    return part


_DONE_BY = re.compile(
    r"(?<=[^,]{2})被(?=([^,“《的]{4,24}?)(?:授予|评为|评选|确定|命名|认定|列为|列入|选为|聘为|任命|誉为|纳入|收录|判处|判决))"
)


def without_doer(part: Phrase) -> Phrase:
    """纪某被江岸区文化局命名为传承人: what was done to whom, not by whom."""
    match = _DONE_BY.search(part.text)
    return part.without(*match.span(1)) if match and part.size - len(match[1]) >= SHORTEST else part
