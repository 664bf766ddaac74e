"""Clauses that lead up to a deed: when it was, and of whom it is told.

>>> only_when("就在表演刚刚开始的时候"), only_when("方案公布"), only_when("三个小时")
(True, False, False)
>>> "由甲地开往乙地的1043次列车"[bearer("由甲地开往乙地的1043次列车") :], bearer("举办盛大的开业仪式")
('1043次列车', -1)
"""

from __future__ import annotations

import re

from timeline.events.language.persons import person_of
from timeline.events.language.segment import begins_with_verb, has_verb, is_name, is_word, lacks_subject, tags
from timeline.events.language.sites import is_site
from timeline.events.language.words import verbs, words
from timeline.events.structure.keys import key_class

_WHEN = re.compile(
    r"(?:就在|正当|当|正在|适逢)?.{2,40}?(?:的时候|时候|之时|之际|过程中|途中|之后|以后|期间|[后时])[\0 ]*$"
)
_HOLES = re.compile("\0+")
_GOING_ON = re.compile(r"(?:正|还|仍|尚|都|一直|均|已)在[^,在]{2,8}中$")
_ENDS = ("之后", "以后", "之际", "期间", "饭后", "餐后")
_SUBJECT_OF_WHEN = 22  # characters of who is told of in a temporal clause
_BY_LEAD = re.compile(r"(?:由|从|自|在|来自|位于|被|原定|原订|原)")
_BEARER = 18  # characters of the noun behind its attribute
_MEANS = re.compile("经过|通过|随着|由于|根据|按照|凭借|依托|围绕|结合|针对")
_DONE = re.compile(r"[了过着][^的]{0,20}的[^的]{1,18}$")


def only_when(text: str) -> bool:
    """Whether a clause says no more than when: 吃过饭后, 列车运行至某地时."""
    words = _HOLES.sub("\0", text.rstrip("\0 "))
    if not words.endswith(("后", "时", "候", "际", "中", "间")) or _WHEN.fullmatch(words) is None:
        return False
    if words.endswith("中") and _GOING_ON.search(words):
        return False  # 细节还在敲定中: what goes on
    if words.endswith(_NO_WHEN):
        return False  # 案件押后: the deed
    if words.endswith(("时候", "之时", "途中", "过程中")):
        return not any(kind == "hold" for _, kind in verbs(words))
    if _STAGE.fullmatch(words.strip("\0 ")):
        return True
    # A deed that is known by itself is worth telling: 平台正式上线后.
    return not verbs(words) and (words[-2:] in _ENDS or not is_word(words[-2:]))


_NO_WHEN = ("押后", "延后", "推后", "移后", "落后", "善后", "背后", "先后", "前后", "滞后")
# What a life has gone through before it goes on: 2003年毕业后,他进入报社.
_STAGE = re.compile(
    r"(?:从[^,]{2,16})?(?:大学|中学|高中|本科|研究生)?(?:毕业|肄业|退休|离休|退伍|复员|转业|[结离再]?婚|丧偶|[回归]国|返[乡国]|出狱|获释|离[任职]|卸任"
    r"|解放|光复|公私合营|搬迁|战争结束|抗战胜利|[抵到]达|病愈|康复)(?:之|以)?后"
)


def only_where(text: str) -> bool:
    """Whether a clause says no more than where.

    >>> only_where("处于学校附近的一处溃口"), only_where("滨江区一幼儿园"), only_where("甲校并入江岸中学")
    (True, True, False)
    """
    if verbs(text) or any(person_of(text[at.start() :]) == text[at.start() :] for at in _OFFICE.finditer(text)):
        return False  # 市长周大山: no mountain
    return _LIES.fullmatch(text) is not None or (is_site(text) and not (has_verb(text) or _ACTS.search(text)))


_LIES = re.compile(r"(?:位于|处于|地处|坐落|靠近)[^,]{2,24}")
_ACTS = re.compile(r"[将把被与为是从向至到:]|设置|前往|并入")


def who_then(text: str) -> int:
    """Where the name ends with which a temporal clause begins; 0 for none, -1 for one that is not clear.

    >>> who_then("中学的8名女孩吃过饭后"), who_then("吃过饭后"), who_then("一工地部分工人在食用扁豆后")
    (7, 0, 7)
    >>> who_then("有八名孩子睡午觉时")
    5
    """
    if text.startswith("有") and (known := who_then(text[1:])) > 0:
        return known + 1
    if begins_with_verb(text) or text[:1] in "在于从因经" or _STAGE.fullmatch(text.removesuffix("后") + "后"):
        return 0
    end = 0
    before = ""
    for word, tag in tags(text[:40]):
        # Behind 大型 the noun must come: the 卧 of 大型卧铺客车 is no deed.
        awaited = before == "b" and len(word) == 1
        if end >= 2 and tag[:1] in ("v", "p", "d", "t") and tag != "vn" and not awaited:
            break
        end += len(word)
        before = before if awaited else tag or before
    end = _with_name(text, end)
    name = text[:end].strip()
    both = _AND.split(name.rpartition("的")[2])  # 李明和同学王刚
    named = all(is_name(one) or person_of(one) == one for one in both)
    return end if 2 <= len(_HOLES.sub("", name)) <= _SUBJECT_OF_WHEN and named else -1


_AND = re.compile(r"[和与及](?=[一-鿿]{2})(?<=[一-鿿]{2}.)")


def who_meanwhile(clause: str, deed: str) -> int:
    """Where the name ends of whom a clause says only when, before the date of a deed; 0 for any other clause.

    >>> who_meanwhile("林文在担任馆长期间", "创办江岸书院"), who_meanwhile("事故发生后", "成立指挥部")
    (2, 0)
    """
    if not _MEANWHILE.search(clause) or not (lacks_subject(deed) or deed.startswith(_HANDLES)):
        return 0
    name = clause[: max(who_then(clause), 0)] or person_of(clause)
    return len(name) if name and (person_of(name) == name or name.endswith(_BODIES)) else 0


_MEANWHILE = re.compile(r"(?:[后时]|期间|之际|同时|途中|过程中)$")
_BODIES = (*words("body", "ends"), *words("agent", "ends"), "警方", "检方", "校方", "法院")
_HANDLES = ("向", "把", "将", "对", "给", "与", "在")
# 趁对手换人,后卫松懈之际,前锋攻入一球: whoever seizes the moment, and what comes of it.
_SEIZES = re.compile(r"(?<=.{2})(?:趁[着著]?|乘(?=.{2,40}(?:之[际机时]|时机|机会)))(?![势机兴车船坐])")
_MOMENT = re.compile(r"(?:之[际机时]|时机|机会|空档|时候|期间|当[口儿])$")


def who_seizes(head: str, following: str) -> int:
    """Where the name ends of whom a clause says only what moment was seized; 0 for any other clause.

    >>> who_seizes("江岸队趁对手换人", "攻入一球"), who_seizes("江岸队攻入一球", "取得领先")
    (3, 0)
    """
    match = _SEIZES.search(head)
    if match is None or not 2 <= match.start() <= _SUBJECT_OF_WHEN or verbs(head[: match.start()]):
        return 0
    goes_on = lacks_subject(following) or following[:1] in "在于将把向对" or _MOMENT.search(following)
    return match.start() if goes_on else 0


_OF_A_CAUSE = re.compile(r"(?:终于?|最终|不幸)?(?:因|由于)[^,]*$")
# What a cause has led to is told with it: 因病去世, 因涉嫌受贿被调查.
_LED_TO = re.compile(
    r"而|被|遭|获|[去逝离辞过]世|病[逝故]|身亡|死亡|遇难|牺牲|住院|入院|送医|辞职|停[业工课办刊航运]|取消|延期|推迟|中[断止]|关闭|解散|倒闭"
)


def for_a_cause(head: str, following: str) -> int:
    """Where the name ends of whom a clause says only why: 甲终因癌细胞扩散导致衰竭,于医院病逝; 0 for any other clause.

    >>> for_a_cause("陈芳终因癌细胞扩散导致衰竭", "于仁济医院病逝"), for_a_cause("陈芳因病去世", "享年八十岁")
    (2, 0)
    """
    match = _OF_A_CAUSE.search(head)
    if match is None or not 2 <= match.start() <= _SUBJECT_OF_WHEN or _LED_TO.search(match[0]):
        return 0
    goes_on = following[:1] in "于在被" or (begins_with_verb(following) and verbs(following))
    return match.start() if goes_on and is_name(head[: match.start()].rpartition("的")[2]) else 0


_END_OF = (
    "进入|进一步|丰富|推[进动广行]|促进|加[强快大]|提[高升]|保[障护证]|确保|满足|解决|完善|配合|庆祝|纪念|迎接|方便|扩大|弘扬|宣传|贯彻"
    "|落实|响应|答谢|支[持援]|帮助|救|争取|获[取得]|[牟谋]取|[逃躲]避|避免|防[止范]|缓解|改[善变]|实现|适应|寻找|筹|购买|偿还|表[彰达]"
    "|缅怀|悼念|深入|切实|更好|全面|有效|尽快|不断|达到|[做抓搞]好|打造|培[养育]|展[示现]|繁荣|活跃|增[强进]|充实|强化|深化|规范|妥善|备战"
)
_BY_MEANS = re.compile(
    r"(?:以[^,]{2,30}(?:名义|身份|方式|形式|为名|为由|为契机|为载体|为抓手|为目标|为基础|为依托|为纽带|为平台|为突破口)"
    r"|(?:通过|借助|依托|凭借|利用|采[取用]|运用|依靠)[^,《]{2,30}?"
    r"(?:方式|形式|渠道|途径|手段|平台|机制|措施|努力|优势|划拨|募捐|捐[助款赠]|众筹|集资|招标|[拍竞]拍?卖|协商|谈判|合作|投票|网络|微信|电话|直播)"
    rf"|为了?(?:{_END_OF})[^,]{{2,40}}"
    r"|应[^,]{2,24}(?:邀请|之邀|聘请|要求|委托|请求|号召)|受[^,]{2,20}(?:委托|邀请|之邀|指派|启发|感召)|(?:根据|按照|依据|遵照)[^,]{2,30}"
    r"|以[^,]{2,16}为(?:主体|核心|班底|蓝本|原型|依据)"
    r"|在[^,在]{2,40}(?:期间|过程中|的同时|之余|[^,]基础上))$"
)


def who_by_means(head: str, following: str) -> int:
    """Where the name ends of whom a clause says only how, to what end or meanwhile; 0 for any other clause.

    >>> who_by_means("江岸红十字会以备灾仓库名义", "取得一块土地"), who_by_means("李明在担任校长期间", "收受贿赂")
    (6, 2)
    >>> who_by_means("江岸学校为丰富课余生活", "新建了一座书屋"), who_by_means("江岸学校通过验收", "投入使用")
    (4, 0)
    """
    head = head.strip("\0 ,")
    if following.startswith(("任", "历任")):
        return 0  # an office is told with whoever gave it
    for match in _BY_MEANS_AT.finditer(head):
        start = match.start()
        if (2 <= start <= _SUBJECT_OF_WHEN or head[:start] in ("他", "她")) and _BY_MEANS.match(head, start):
            name = head[:start]
            sound = name in ("他", "她") or person_of(name) == name or is_name(name.rpartition("的")[2])
            sound = sound and not (verbs(name) or name.endswith(("认", "作", "成")))
            return start if sound and lacks_subject(following) else 0
    return 0


_BY_MEANS_AT = re.compile("[以通借依凭利采运为在应受根按依遵]")


def only_means(head: str, following: str) -> bool:
    """Whether a clause says only how or to what end the next one was done: 通过国家划拨, 为丰富课余生活."""
    return _BY_MEANS.match(head) is not None and lacks_subject(following)


def only_why(text: str) -> bool:
    """Whether a clause says only why the next one came about.

    >>> only_why("因调整行政区划"), only_why("因自然老化病逝于医院"), only_why("因病")
    (True, False, False)
    """
    return _WHY.fullmatch(text) is not None and _LED_TO.search(text) is None


_WHY = re.compile(r"(?:因(?!此|应)为?|由于|鉴于)[^,]{4,}")
_FOUNDED_BY = re.compile(
    r"[,\0 ]*由[^,]{2,40}?(?:共同|联合|合作|独立|全额|牵头|倡议)?"
    r"(?:(?:投资|出资|合资|集资|捐资|筹资|斥资|发起|倡议|捐款|筹款)(?:人民币[^,]{2,10})?|(?:投票|表决|审议|讨论|一致)通过)"
)


def only_by_whom(head: str, following: str) -> bool:
    """Whether a clause says only by whose means the next one came about.

    >>> only_by_whom("由某商城等企业共同投资", "足球俱乐部正式成立"), only_by_whom("由某商城投资", "占地百亩")
    (True, False)
    """
    if _FOUNDED_BY.fullmatch(head) is None or begins_with_verb(following):
        return False
    return any(span.start >= 2 for span, _ in verbs(following))


_OFFICE = re.compile(r"(?<=[员家士长授任师者人记席手星官帝])[一-鿿]{2,3}")


def _with_name(text: str, end: int) -> int:
    """主席江启臣胜选后: the name to its end, where the dictionary takes half of it for a verb."""
    for office in _OFFICE.finditer(text, 0, end + 2):
        person = person_of(text[office.start() :])
        if person and office.start() < end < office.start() + len(person):
            return office.start() + len(person)
    return end


def only_somebody(text: str) -> bool:
    """Whether words only say who, with the offices.

    >>> only_somebody("党组成员、副主席谭文辉"), only_somebody("陈载华"), only_somebody("市长、局长出席典礼")
    (True, True, False)
    """
    if verbs(text):
        return False
    return person_of(text) == text or any(
        person_of(text[at.start() :]) == text[at.start() :] for at in _OFFICE.finditer(text)
    )


def bearer(text: str) -> int:
    """Where the noun begins of a clause that is a noun with its attribute and nothing else; -1 where it says more."""
    position = text.rfind("的")
    tail = text[position + 1 :].rstrip("\0 ")
    if (
        _MEANS.match(text)
        or position < 4
        or not 2 <= len(tail) <= _BEARER
        or key_class(tail)
        or verbs(tail)
        or has_verb(tail)
        or _DONE.search(text)
    ):
        return -1
    head = text[:position]
    if any(kind in ("hold", "publish") for _, kind in verbs(head)):
        return -1
    return position + 1 if _BY_LEAD.match(head) or (begins_with_verb(head) and not verbs(head[:4])) else -1
