"""Two titles -> whether they tell of one match, or of one work on one stage, each from its own side.

Who wins and who loses are told by two papers the other way round, and so is their score; of a concert one tells who
plays, and another what kind of music it is.

>>> one_match("红星队3:0大胜蓝鲸队", "蓝鲸队客场0:3负于红星队"), one_match("红星队2:0胜蓝鲸队", "红星队2:0胜白鹤队")
(True, False)
"""

from __future__ import annotations

import re

from timeline.events.language.words import pattern
from timeline.events.tellings.differences import same_place, scores
from timeline.events.tellings.parts import HELD_IN
from timeline.memory import remembered
from timeline.model import Event
from timeline.text.folding import fold

_TEAM = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,8}?(?:[男女][篮足排]|[篮足排棒]球队|俱乐部|代表队|联队|校队|中学队|学院队|大学队|公司队|一队|二队|队)(?![员长伍友医])"
)
_FOUGHT = re.compile("[战胜负平败克]|不敌|输|取胜|逼平|迎战|对阵|较量|交锋|淘汰|横扫|逆转|[:比]")
_LED_BY = re.compile(
    "^(?:主场|客场|坐镇|做客|作战|的|以|对|由|被|和|与|同|在|让|给|于|胜|败|平|战|负|克|敌|不|大|完|险|力|惜|告|输|淘汰|横扫|逆转|迎|阵|取|轻|小|狂|连|逼|[\\d:])+"
)


def one_match(one: str, other: str) -> bool:
    """Whether two titles name the same two teams that met, and no two scores."""
    left, right = _teams(one), _teams(other)
    if left != right or len(left) != _TEAMS:
        return False
    results = scores(one), scores(other)
    return all(results) and bool(results[0] & results[1])


_TEAMS = 2


@remembered(4_096)
def _teams(title: str) -> frozenset[str]:
    text = fold(title)
    if _FOUGHT.search(text) is None:
        return frozenset()
    return frozenset(name for match in _TEAM.finditer(text) if len(name := _LED_BY.sub("", match[0])) > 1)


_WORK = re.compile("《([^《》]{2,30})》|“([^“”]{3,30})”")
_PAPER = re.compile(
    "(?:条例|办法|[刑民商]?法|规定|决定|方案|意见|规划|通知|公告|协议|合同|白皮书|章程|纲要|标准|报告)$"
)


def one_stage(one: Event, other: Event) -> bool:
    """Whether two tellings of one place name one work, and not two kinds of happening."""
    works = _works(one.title) & _works(other.title)
    if not works or not same_place(one, other) or any(fold(e.place or "").endswith(_WIDE) for e in (one, other)):
        return False
    if len({HELD_IN.search(fold(event.title)) is None for event in (one, other)}) > 1:
        return False  # a play, and the talk about it
    kinds = [set(pattern("noun").findall(_WORK.sub("", fold(event.title)))) for event in (one, other)]
    kinds = [{"演出" if kind in _PLAYED else kind for kind in each} for each in kinds]
    return not (kinds[0] and kinds[1]) or bool(kinds[0] & kinds[1])


_PLAYED = frozenset("话剧 音乐剧 演出 首演 巡演 音乐会 专场演出 展演 演唱会".split())


_WIDE = tuple("省市区县州旗国")  # where many things go on at once


@remembered(4_096)
def _works(title: str) -> frozenset[str]:
    named = (match[1] or match[2] for match in _WORK.finditer(fold(title)))
    return frozenset(name for name in named if _PAPER.search(name) is None)
