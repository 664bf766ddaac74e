"""What only one of two titles says -> whether it names a part of what the other tells of, which is another happening.

A festival is opened, and its exhibition is; a university holds a ceremony, and its college does; a road is closed, and
another one is. Elsewhere one title may say more than another of one thing.

>>> is_part(Run("摄影展", False, "青山文化节", "开幕"))
True
>>> is_part(Run("医学院", False, "江南大学", "毕业")), is_part(Run("知识", False, "防溺水", "讲座"))
(True, False)
"""

from __future__ import annotations

import re
from functools import cache

from timeline.events.language.segment import tags
from timeline.events.language.words import branch, pattern, words
from timeline.events.tellings.paraphrases import Run, in_words
from timeline.model import Event
from timeline.text.folding import fold

# 摄影展|分享会: what is held in the course of something.
_WHOLE = re.compile("(?:展览?|[^春佳]节|博览会|大赛|锦标赛|联赛|论坛|[周月])$")
HELD_IN = re.compile(
    "(?:分享会|讲座|研讨会|工作坊|沙龙|座谈会|对接会|推介会|音乐会|签售会?|交流会|培训会?|招待会|酒会|晚会|见面会|发布会|签约|导览)$"
)
_TEAM = re.compile("青年|少年|青少年|女子|预备|[二三]线|[Uu]\\d{2}")  # 江岸|青年|队 is another team
_UNIT = re.compile(
    r"(?:[\u4e00-\u9fff]{1,8}(?:学院|系|专业|研究所)|附[属中小幼][\u4e00-\u9fff]{0,4}"
    r"|[\u4e00-\u9fff]{2,6}(?:分校|校区|院区|分[院馆会店行局]|总[馆院部行店]|支行|分公司|子公司|公司|[大支中]队|车间))$"
)
_BODY = re.compile("(?:大学|学院|[中小]学|学校|公司|集团|银行|医院|图书馆|博物馆|总队|支队|局|协会|学会)$")


def is_part(run: Run) -> bool:
    """Whether a run that only one title says names a unit of the body, or a part of the event, that both name."""
    before = run.told.rpartition("\n")[2]
    if _BODY.search(before) and _UNIT.search(run.words):
        return True
    if _TEAM.fullmatch(run.words) and run.ahead.startswith("队"):
        return True
    if run.last and HELD_IN.search(run.words) and _WHOLE.search(in_words(run).told):
        return True
    if run.last or not _only_begun().fullmatch(run.ahead.replace("\n", "")):
        return False
    return _event().search(before) is not None and (
        _event().search(run.words) is not None or tags(run.words)[-1][1] in ("n", "vn")
    )


def of_a_unit(one: Event, other: Event) -> bool:
    """Whether a unit of the body that held the one held the other: 江南大学, 江南大学医学院."""
    return any(
        len(long) > len(short)
        and long.startswith(short)
        and _BODY.search(short)
        and _UNIT.fullmatch(long[len(short) :])
        for a in map(fold, one.organisers)
        for b in map(fold, other.organisers)
        for short, long in ((a, b), (b, a))
    )


@cache
def _event() -> re.Pattern[str]:
    """A noun of events at the end."""
    return re.compile(rf"(?:{branch(words('noun'))}|[节会赛展周月季])$")


@cache
def _only_begun() -> re.Pattern[str]:
    """Nothing but that it begins or ends."""
    return re.compile(rf"(?:{branch((*words('opening'), *words('closing'), *words('unveiling')))})+")


_SITE = ("高速", "国道", "省道", "铁路", "公路", "线", "段")


def is_site(words_: str) -> bool:
    """Whether a run is the name of a site: of two titles that begin with two sites, each tells of its own."""
    return (
        len(words_) > 1 and words_.endswith((*words("site", "ends"), *_SITE)) and pattern("noun").search(words_) is None
    )
