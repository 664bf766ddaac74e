"""A name in one clause and its deed in another -> both; the wrong deed beside a name would tell what did not happen."""

from __future__ import annotations

import re

from timeline.events.drafts import Draft
from timeline.events.language.phrases import HOLE, Phrase, joined, trim
from timeline.events.language.segment import begins_with_verb, has_verb, is_name, lacks_subject, tags
from timeline.events.language.words import pattern, verbs
from timeline.model import Document

_INSIDE = pattern("inside")
_TOLD = 8  # characters of who and a deed
_RULED = 26  # characters of what comes into force


def says(clause: Phrase) -> bool:
    """Whether a clause has a verb, known to the tables or to the dictionary."""
    return bool(verbs(clause.text)) or has_verb(_INSIDE.sub("", trim(clause).printed))


def goes_on(following: Phrase) -> bool:
    """Whether a clause has its subject before it."""
    return _LED.match(following.text) is not None or begins_with_verb(following.printed)


# 与李四前往, 为新馆揭幕, 应邀到访: with whom, for what or at whose call is done what stands behind it.
_LED = re.compile(
    "[在被由将把从向对因于自]|与(?![会论])|为(?![期首数时止了]|纪念|庆祝|迎接|响应|配合|贯彻|落实|推动|促进|加强|丰富|弘扬|进一步|提高|确保|更好|帮助|保障)|应(?![届用急变])|受(?![灾害伤访刑])|以(?!色列|[军来及后前下上至])"
)


_ROLE = re.compile(
    r"(?:家|者|员|师|人|星|将|授|手|商|长|学生|先生|女士|老师|院士|烈士|夫人|爷|奶奶|[一-鿿]{2}(?:主席|总理|总统))$"
)
_DONE_TO = re.compile("[被将把了着过]|(?<![方走朝流风])向")
_OF_LIFE = re.compile(
    r"[,\0 ]*(?:不幸|安详|溘然|突然)?(?:[在于因][^,]{2,16}?|突发[^,]{2,8})?"
    r"(?:逝世|去世|病逝|辞世|离世|病故|仙逝|过世|身亡|殉职|牺牲|出生|诞生|落网|被捕)"
)


_SPOT = re.compile("(?:处|段|境内|附近|路口|[海水]域|工地|现场|小区|[厂矿店楼省市县镇村区乡])$")
HAPPENS = re.compile("(?:突然|先后|相继|连续)?(?:发生|爆发|出现|突发|燃起|传出)")


def with_own_deed(document: Document, head: Phrase, rest: list[Phrase]) -> tuple[Phrase, list[Phrase]]:
    """著名作家沈从山,因病在家中逝世: a name and its deed; 著名作家、诗人,沈从山逝世: the one whom it calls so."""
    if not rest or HOLE in rest[0].text.strip(HOLE) or verbs(head.text) or _DONE_TO.search(head.text):
        return head, rest
    following = trim(rest[0])
    if _OF_LIFE.match(following.text) and not tags(head.printed)[-1][1].startswith("v"):
        both = joined(document, head, following)
        return both.without(len(head.text), following.start - head.start), rest[1:]
    if HAPPENS.match(following.text) and (_SPOT.search(head.text) or not has_verb(head.printed)):
        place = head.cut(head.text.rfind(",") + 1, len(head.text))
        both = joined(document, place, following)
        return both.without(len(place.text), following.start - place.start), rest[1:]
    if (
        "、" in head.text
        and _ROLE.search(head.text)
        and is_name(head.printed)
        and following.size >= _TOLD
        and says(following)
    ):
        return (following, rest[1:]) if not goes_on(following) else (head, rest)
    return head, rest


_COMES_INTO_FORCE = re.compile("(?:将|即|正式|开始|同日){0,2}(?:生效|起效|施行|实施|执行)")


_LAW = re.compile("[《“][^《》“”]{2,40}[》”]")


def ruled(document: Document, who: Phrase, head: Phrase) -> Phrase | None:
    """四家公司获批加价,7日生效: what somebody does comes into force, and nobody."""
    if _COMES_INTO_FORCE.fullmatch(head.text) is None:
        return None
    end = document.text.find(",", who.start, head.start)
    whole = Phrase(document.text[who.start : end], who.start) if end > who.start + len(who.text) else None
    if whole is not None and (law := _LAW.match(whole.text)):
        name = whole.cut(0, law.end())  # 《条例》经人大审议通过,自1月1日起施行
        return Phrase(name.text + HOLE * (head.start - name.start - len(name.text)) + head.text, name.start)
    if whole is None or whole.size > _RULED or "\n" in whole.text or not says(whole):
        return None
    return Phrase(whole.text + HOLE * (head.start - end) + head.text, who.start)


def end_of(draft: Draft, clauses: list[Phrase]) -> tuple[Phrase, Phrase] | None:
    """Of 赛季自3日开始,5日结束 what ends on the second day, and that it does: not the beginning once more."""
    if draft.resolution is None or HOLE not in clauses[0].text:
        return None
    at = draft.resolution.expression.at
    name = trim(clauses[0].cut(0, clauses[0].text.index(HOLE)))
    for clause in clauses[1:]:
        if clause.start <= at.start < clause.start + len(clause.text):
            step = _REMARK.sub("", trim(clause).printed)
            ends = _ENDS_IT.fullmatch(step) and name.size >= 2 and not has_verb(name.printed)
            return (name, clause) if ends else None
    return None


_REMARK = re.compile(r"\([^()]*\)?$")  # 截止(以邮戳为凭)
_ENDS_IT = re.compile("(?:正式|圆满|顺利|宣告)?(?:结束|截止|闭幕|落幕|完成|完工|竣工|收官|终止|停止|关闭|谢幕|告终)")


def tells_alone(head: Phrase, known: int) -> bool:
    """协会解散, 早报创刊: somebody, and a deed that asks for nothing more."""
    match = _ALONE.search(head.text)
    return match is not None and (match.start() >= _NAME or (not match.start() and known >= _NAME))


def as_short(head: Phrase, following: Phrase) -> bool:
    """东馆开幕,西馆恢复开放: of two things as short as these both are told."""
    both = head.size + following.size <= _BOTH and following.text[:1] not in "每由以在于为因取可"
    return both and following.size >= _LEAST and says(following) and not lacks_subject(following.printed)


_BOTH = 13  # characters of two deeds in one line
_NAME = 2  # characters of who does it
_ALONE = re.compile(
    r"(?:(?<![所以])(?:去世|逝世|病逝|离世|辞世|出生|诞生|成立|创[办立刊建]|解散|撤[销消]|停[办刊业课工]|复[刊课工校]|落成|竣工|完工|建成|通车|通航"
    r"|开[业学幕馆工播盘]|闭[幕馆]|上映|首[映演播]|合并|爆发|沦陷|陷落|光复|投降|结婚|毕业|退[役休]|生效|施行|废[止除]|修[订正]|完善|停战|获释|问世|投入使用|投用|启用"
    r"|揭[幕牌]|奠基|动工|封顶|投产|退市|摘牌))[\0 ]*$"
)
_LEAST = 4  # characters of the second of them


def another_deed(head: Phrase, following: Phrase) -> bool:
    """江岸普降大雨,三名村民看到水位上涨: somebody and his deed, and then somebody else and his."""
    whole = head.size >= _OF_ONE and not head.printed.endswith(_SAYS) and has_verb(head.printed)
    whole = whole and not (lacks_subject(head.printed) or _BREAKS_OUT.search(following.text))
    return whole and has_verb(following.printed) and not lacks_subject(following.printed)


_BREAKS_OUT = re.compile("(?:爆发|发生|成立|解放|开幕)$")  # 炮轰县城,事变爆发: the greater one is told with it
_OF_ONE = 6  # characters of somebody and what he did
_SAYS = (
    "说",
    "称",
    "认为",
    "表示",
    "指出",
    "透露",
    "报道",
    "介绍",
    "证实",
    "强调",
    "宣布",
    "决定",
    "承认",
    "否认",
    "承诺",
    "呼吁",
    "要求",
    "希望",
    "预计",
    "获悉",
    "发现",
    "看到",
)
