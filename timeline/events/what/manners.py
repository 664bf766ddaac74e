"""A clause that ends before it has told a deed, and the next one -> who, and the deed without its way or place."""

from __future__ import annotations

import re

from timeline.events.language.phrases import HOLE, SHORTEST, Phrase, joined, trim
from timeline.events.language.segment import begins_with_verb, has_verb, lacks_subject, tags
from timeline.events.language.words import verbs
from timeline.events.what.deeds import says
from timeline.model import Document

_LEADS = frozenset("基于 透过 凭 凭借 靠 在 沿 从 由 自 经 途经 行经 根据 按照 依照 依据 依 按 经过 为 为了".split())
_BASIS = re.compile(
    r"(?:根据|按照|依[照据]?|按)(?:[^,]{2,24}?(?:安排|要求|规定|部署|精神|程序|指示|意见|计划)|《[^》]{2,40}》)$|"
    r"作为[^,]{2,30}$|"
    r"为了?(?:响应|庆祝|纪念|迎接|配合|贯彻|落实|支持|声援|推动|促进|加强|进一步|保障|确保|缓解|解决|丰富|弘扬|宣传)[^,]{2,40}$"
)
_MANNER = re.compile(
    r"以[^,]{2,40}为(?:主题|主线|载体|契机|重点|抓手|内容)(?:内容)?|"
    r"(?:通过|采[取用]|利用|借助|依托)[^,]{2,30}(?:形式|方式|平台|渠道|模式|契机|机会|途径|手段)|"
    r"(?:透过|经由|藉由|借由)[^,]{2,30}|(?:结合|综合|参照|立足)[^,]{2,30}"
)
_COMPANY = re.compile(
    r"(?:(?:持续|继续|并|也|特别|将|再度)\0*)?(?:协同|偕同|会同|联合(?!国|会|体|署|报|大学)|携手|携同|连同|偕|邀请|邀集|邀约)(?=([^,了过着以就将“《]{2,30})$)"
)
_NEAR_IT = re.compile(r"对[开出面]$|交[界汇叉]处?$")
_ENDS_ACT = re.compile(r"[了过着]|(?<=.{2})(?:到|至|往|入|出|为|成|给|起来|下来)[^,]{0,12}$")


def _without_deed(head: Phrase) -> int:
    """Where the place, way or ground begins with which a clause ends before it has told anything; -1 for none.

    >>> _without_deed(Phrase("一名男子在车站门口", 0)), _without_deed(Phrase("一名男子在车站门口跌倒", 0))
    (4, -1)
    """
    match = _BASIS.search(head.text) or next(
        (m for m in _MANNER.finditer(head.text) if m.end() == len(head.text)), None
    )
    if match is None and (start := _company(head.text)) >= 0:
        return start
    start = match.start() if match else _last_lead(head.text)
    if start < 0 or verbs(_WHO_DOES.sub("人", head.text[:start])) or len(head.text) - start > 40:
        return -1
    rest = head.text[start:]
    return (
        -1
        if not match and (verbs(rest) or _ENDS_ACT.search(rest[1:]) or has_verb(_NEAR_IT.sub("", rest[2:])))
        else start
    )


# 将旧馆的地址,定为江滨路一号: the deed stands behind what is handled.
_HANDLED = re.compile(r"[将把](?![要会于在来军领官士与和同向被为])([^,得]{2,30})$")
_BECOMES = re.compile(r"[一-鿿]{1,3}(?:为|成|作|给|到|至|入)(?=.{2})")


def _what_becomes(head: Phrase, following: Phrase) -> bool:
    """Whether a clause tells what is done with what the one before it ends with."""
    match = _HANDLED.search(head.text)
    handled = match[1] if match else ""
    return bool(handled) and not verbs(handled) and not has_verb(handled) and _BECOMES.match(following.text) is not None


_HANDLED_FIRST = re.compile(
    r"[\0 ,]*(?P<handled>[将把](?![要会于在来军领官士与和同向被为从对就继再首陆正全持])[^,\0]{2,30})$"
)


def handled(document: Document, clause: Phrase, following: Phrase | None) -> Phrase | None:
    """将捐款名册,交给基金会: what is handled and, some words later, what is done with it; None for others."""
    match = _HANDLED_FIRST.match(clause.text)
    if match is None or following is None or HOLE in following.text:
        return None
    thing, told = clause.cut(match.start("handled") + 1, match.end()), trim(following)
    attribute, _, name = thing.printed.rpartition("的")
    acts = (not attribute and begins_with_verb(name)) or not tags(name)[-1][1].startswith(("n", "j", "i", "l"))
    if match["handled"][0] == "将" and (verbs(name) or acts):
        return None  # 将开放报名
    if not (lacks_subject(told.printed) or (told.text[:1] in ("在", "于", "交") and says(told))):
        return None
    head = clause.cut(match.start("handled"), match.end())
    return joined(document, head, told).without(len(head.text), told.start - head.start)


def _company(text: str) -> int:
    """Where those begin with whom something is done that the clause does not tell; -1 for none.

    >>> _company("江岸诊所邀请戒烟者及其亲友"), _company("协会邀请专家讲课"), _company("协同开放基金会和社群成员")
    (4, -1, 0)
    """
    match = next((m for m in _COMPANY.finditer(text) if _only_people(m[0], m[1])), None)
    return match.start() if match and not verbs(text[: match.start()]) else -1


def goes_on_so(following: Phrase) -> bool:
    """Whether a clause tells what those do who were named before it: 共同发起…, 于江岸会堂举办…."""
    words = trim(following).printed
    return lacks_subject(words) or words[:1] in ("在", "于")


_EVERYBODY = re.compile(r"(?:民众|大家|[乡市居县国]民|游客|旅客|读者|网友|各界|各位|大众|球迷|粉丝|观众)(?:们|朋友)?$")


def _only_people(words: str, people: str) -> bool:
    """Whether words only name people or bodies, whatever they are named for: 戒烟者, 开放基金会和社群成员."""
    if words.startswith("邀") and _EVERYBODY.search(people):
        return False  # 邀请市民,品尝美食: what these shall do
    if _SO_OFTEN.search(people):
        return False  # 村民协同捐修一次
    if all(map(_PEOPLE.search, re.split("[、和与及]", people))):
        return True  # 资讯局、地政局和都发局, whatever they are for
    plain = _WHO_DOES.sub("人", people)
    acts = bool(verbs(plain)) or has_verb(plain)
    return not acts or (not words.startswith("邀") and _PEOPLE.search(people) is not None)


_SO_OFTEN = re.compile(r"[一二两三四五六七八九十数几多\d][次回遍]$")
_WHO_DOES = re.compile(r"[一-鿿]{2}(?:者|代表|人员)")
_PEOPLE = re.compile(r"(?:成员|代表|师生|员工|志愿者|单位|机构|部门|团队|企业|[会局处署司社校院馆委])$")


def is_company(head: Phrase) -> bool:
    """Whether a clause ends before its deed, with those who do it too."""
    return _company(head.text) >= 0


def _last_lead(text: str) -> int:
    """Where the last preposition of place or way stands, as a word of its own."""
    position, found, before = 0, -1, ""
    for word, tag in tags(text):
        held = text[position + len(word) : position + len(word) + 1] == "的"  # 值得信靠的朋友
        if (
            word in _LEADS
            and not held
            and not (word == "为" and (before.startswith("v") or _BECOME.search(text, 0, position)))
        ):
            found = position
        position += len(word)
        before = tag
    return found


_BECOME = re.compile(
    r"(?:改[制组编建称名]|更[改名]|升格|降格|转型|重组|整编|合并|命名|定名|[易取]名|[称译任聘选评列定分视])$"
)


def with_deed(document: Document, head: Phrase, rest: list[Phrase]) -> tuple[Phrase, list[Phrase]]:
    """请教授以“甲”为主题,通过网络,为职工讲课: who, and the deed without its way."""
    if rest and HOLE not in rest[0].text and _HANDLED.search(head.text) and _what_becomes(head, trim(rest[0])):
        told = trim(rest[0])
        return joined(document, head, told).without(len(head.text), told.start - head.start), rest[1:]
    for _ in range(3):
        if not rest or HOLE in rest[0].text or (end := _without_deed(head)) < 0:
            break
        told = trim(rest[0])
        if is_company(head) and not goes_on_so(told):
            break
        if not _MANNER.fullmatch(told.text):
            if end >= 2 and told.text.startswith(head.text[:end].strip(HOLE + " ")):
                return told, rest[1:]  # 某僧自东来,某僧以为…: he is named again
            if end >= 2 and (lacks_subject(told.printed) or told.text[:1] in "在于从向由与和为对"):
                return joined(document, head, told).without(end, told.start - head.start), rest[1:]
            return (told, rest[1:]) if end < 2 and told.size >= SHORTEST else (head, rest)
        rest = rest[1:]
    return head, rest
