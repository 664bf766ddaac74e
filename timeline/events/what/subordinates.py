"""Clauses that say why, on what condition or against what: beside the one that they lead up to they tell no event."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.events.language.phrases import HOLE, Phrase, trim
from timeline.events.language.segment import begins_with_verb, has_verb, lacks_subject
from timeline.events.language.words import verbs


class Subordinate(NamedTuple):
    """How a sort of such clauses begins, and clauses of that sort."""

    name: str
    opening: re.Pattern[str]
    examples: tuple[str, ...]


SUBORDINATES: tuple[Subordinate, ...] = (
    Subordinate(
        "cause",
        re.compile(r"(?:因为|由于|鉴于|有鉴于|考虑到|眼看|因(?![病故公伤])(?=[^,]{7})|受(?=[^,]{2,24}影响$))"),
        ("受强对流天气影响", "因为违反了出口规定", "由于暴雨来袭", "因电力公司进行线路检修"),
    ),
    Subordinate(
        "condition",
        re.compile(
            r"(?:如果|假如|假若|倘若|倘|只要|除非|一旦|即使|即便|哪怕|如有|若有|如遇|若遇|若(?=[^干望是虚有羌]))"
        ),
        ("如果天气好转", "只要报名人数足够", "如遇雨天"),
    ),
    Subordinate(
        "purpose",
        re.compile(r"(?:以[待便期免防]|俾|从而|借以|藉以|旨在|意在)(?=[^,]{2})"),
        ("以待深入调查", "以便旅客出行", "以免拥挤"),
    ),
    Subordinate(
        "concession",
        re.compile(r"(?:虽然?(?!败|荣)|尽管|纵然|纵使|未等|没等|不等|随[着著]|趁[着著]?(?!势|机)|不顾|不论|无论|不管)"),
        ("虽然票价上涨", "未等余震平息", "随着气温下降"),
    ),
)
# 因出现疫情而暂停, 因老化病逝: the deed itself
_AND_SO = re.compile(
    "(?<=.{4})(?<![从进])而(?!且|是|言|已)|"
    "逝|去世|离世|辞世|过世|病故|[死身]亡|被[捕判抓拘诉罚]|入[院狱]|住院|停[工产课刊运业办]|延[期后]|取消|推迟|中断|顺延|"
    "辞职|下台|退休|退役|离职|落选|[关倒]闭|[更改]名|改[期至]"
)
_AIM = re.compile(r"为了?(?=[^,是此期]{4})")


def leads_up(clause: Phrase) -> bool:
    """Whether a clause only leads up to another one.

    >>> leads_up(Phrase("为加强手机业务的拓展", 0)), leads_up(Phrase("为灾区捐款十万元", 0))
    (True, False)
    """
    words = trim(clause).printed
    if any(kind.opening.match(words) for kind in SUBORDINATES):
        return _AND_SO.search(words) is None
    aim = _AIM.match(words)
    if aim is None or _AND_SO.search(words):
        return False
    return aim[0] == "为了" or begins_with_verb(words[aim.end() :])


def without_subordinates(clauses: list[Phrase]) -> list[Phrase]:
    """The clauses without those that only lead up to the next one; a clause that a date stands in is kept.

    >>> parts = [Phrase("未等余震平息", 0), Phrase("邻县又发生爆炸", 7)]
    >>> [part.text for part in without_subordinates(parts)]
    ['邻县又发生爆炸']
    """
    found: list[Phrase] = []
    aims = False
    for number, clause in enumerate(clauses):
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        dated = HOLE in clause.text.lstrip(HOLE + " ,")
        if aims and not dated and lacks_subject(trim(clause).printed) and any(map(_has_own, clauses[number + 1 :])):
            continue  # 为响应号召,鼓励实践,培养人才,某人捐资: what for, and what for besides
        aims = False
        if following is None or dated or not _tells(following) or not leads_up(clause):
            found.append(clause)
        else:
            aims = _AIM.match(trim(clause).printed) is not None
    return found


def _has_own(clause: Phrase) -> bool:
    """Whether a clause tells something of somebody whom it names."""
    words = trim(clause).printed
    return _tells(clause) and not lacks_subject(words) and not _NO_NAME.match(words)


_NO_NAME = re.compile("[在于从由以对向把被将使让给就]")


def _tells(clause: Phrase) -> bool:
    words = trim(clause)
    return words.size >= _TOLD and bool(verbs(words.text) or has_verb(words.printed)) and not _GOES_ON.match(words.text)


_TOLD = 6  # characters of a clause that tells something by itself
_GOES_ON = re.compile(r"(?:以及|及|和|与|或|并且|而且|甚至|[也还且])")
