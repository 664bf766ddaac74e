"""Dates that belong to a thing: to a former law, a report of last month, the list of attachments.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import has_verb
from timeline.events.language.words import pattern, verbs
from timeline.events.mentions import OTHER_WORDS, Mention
from timeline.events.when.names import PREPOSITION, verb_soon
from timeline.events.when.occasions import BORN_THEN
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind

_FORMER = re.compile(
    r"起?(?:施行|实施|实行|生效|执行|印发|发布|公布|颁布|签订|签署|制定|修订|成立|建成|出版)的(?:原|旧|老)[^,。]{2,24}"
)
# (补2/28和平纪念日), 执行第4周星期二课程: the day for which another one stands in
_MADE_UP = re.compile(r"(?:补[休假上班课]?|执行|对应)[“]?$")
# 为8月及9月生日的同学举行生日会, 替六月份寿星庆生: whose feast it is.
_FOR_THOSE = re.compile("(?:^|[为替帮给祝及和与、至到~-])$")
_MEASURE = re.compile(r"[^,。;]{0,2}为[^,。;]{0,4}(?:基准日?|截止日?|期限|界|起点|起算)")


def made_up(mention: Mention) -> bool:
    """执行第4周星期二课程: the day is part of what another day is told of."""
    return mention.single_day and _MADE_UP.search(mention.before) is not None


def of_an_object(mention: Mention) -> bool:
    """补充了今年上半年的审计报告, 调研春节前安全生产工作: the date of a thing that something is done to."""
    observed = mention.kind is ExpressionKind.OBSERVANCE
    if mention.grain == "month" and _FOR_THOSE.search(mention.before) and BORN_THEN.match(mention.after):
        return bool(mention.earlier)
    if made_up(mention) or (mention.before.endswith("以") and _MEASURE.match(mention.after)):
        return True
    if not observed and _FRAMED.search(mention.text) and _WORK.match(mention.after) and has_verb(mention.before[-2:]):
        return True
    if not (observed or mention.grain == "day") and _REVIEWED.search(mention.before) and _REPORT.match(mention.after):
        return True
    if not mention.after.startswith(("的", "之")) or observed:
        return False
    if _FOR_IT.search(mention.before) and not pattern("noun").search(mention.after):
        return True
    if mention.opens:
        return False
    return not PREPOSITION.search(mention.before) and bool(
        verbs(mention.before) or re.search("[了过]$", mention.before)
    )


# 调研春节前安全生产工作, 部署国庆期间值班安排: which work it is.
_FRAMED = re.compile("(?:前|前后|前夕|期间)$")
_WORK = re.compile("的?[^,。;]{2,14}?(?:工作|任务|事宜|问题|情况|安排|准备|秩序|供应|保障|值班)(?![^,。;])")
# 通报1月份医疗质量检查情况: of which month they are.
_REVIEWED = re.compile(r"(?:通报|总结|回顾|分析|汇报|审议|听取|研究|部署|检查|讲评|点评|发布|公布|披露|印发|公开)了?$")
_REPORT = re.compile(
    r"[^,。;]{2,24}?(?:情况|工作|报告|数据|成绩|总结|计划|安排|名单|结果|形势|任务|指数|年报|季报|榜单?|白皮书|要点)(?![^,。;])"
)
_FOR_IT = re.compile(
    r"(?:^|[,将已])(?:为|对|给|针对|围绕|关于|有关)$"
)  # 为明年的预算做准备; a meeting that one prepares for is told


def former(mention: Mention) -> bool:
    """1991年5月15日起施行的原条例同时废止: the day of the thing, and not that of what happens to it."""
    return _FORMER.match(mention.after) is not None and not PREPOSITION.search(mention.before[-2:])


_BOTH = re.compile(r"的[^,的]{2,30}(?:以及|[及和与、暨])")
_WIDE = 60  # characters of a bracket on each side of its date


def _in_bracket(mention: Mention) -> bool:
    """1月3日起,新指数(其中2010年1月为100)取代旧指数: of the thing before the bracket, not of the deed behind it."""
    text, (start, end) = mention.document.text, mention.at
    opening = text.rfind("(", max(start - _WIDE, mention.sentence.at.start), start)
    closing = text.find(")", end, min(end + _WIDE, mention.sentence.at.end - 1))
    if opening < 0 or closing < 0 or ")" in text[opening:start] or "(" in text[end:closing]:
        return False
    dated = any(other.edtf and other.at.end < opening for other in mention.earlier)
    words = text[opening + 1 : start] + text[end:closing]
    return dated and text[closing + 1] not in ",;、(" and OTHER_WORDS.search(words) is not None and not verbs(words)


def attribute(mention: Mention) -> bool:
    """The second date of a noun phrase: 11月5日公布的棋院2018年10月31日排行榜."""
    if _in_bracket(mention):
        return True
    if not mention.earlier or mention.earlier[-1].clause != mention.clause:
        return False
    between = mention.document.text[mention.earlier[-1].at.end : mention.at.start]
    if _BOTH.fullmatch(between) and mention.after.startswith("的"):
        return False  # 周五的音乐会及次日的木偶剧
    return "的" in between[-30:] and not PREPOSITION.search(between) and not verb_soon(mention.after)


def gloss(mention: Mention) -> bool:
    """In brackets right behind another date: 全国助残日(5月17日); or the same day by the moon: 2月11日大年初二."""
    beside = mention.earlier[-1] if mention.earlier else None
    if beside is not None and beside.at.end == mention.at.start and beside.edtf == mention.edtf:
        return mention.grain == "day"
    text, start = mention.document.text, mention.at.start
    opening = text.rfind("(", max(start - _BRACKET, 0), start)
    return (
        opening >= 0
        and ")" not in text[opening:start]
        and (start - opening <= _NEAR or OTHER_WORDS.search(text[opening + 1 : start]) is None)
        and any(
            (other.edtf or other.kind is ExpressionKind.SET) and 0 <= opening - other.at.end <= 1
            for other in mention.earlier
        )
    )


_NEAR = 8  # characters of a bracket before its date: 北京时间
_BRACKET = 16  # characters of dates in a bracket before another one


def attachment(mention: Mention) -> bool:
    """A line of the list of attachments."""
    line = mention.block.at.of(mention.document.text)[:80]
    return _ATTACHED.match(line) is not None


_ATTACHED = re.compile(
    r"[? ]{0,20}(?:附件|附表|附录|附)[:\d]|[? ]{0,20}\d{1,2}[.、][^,。]{2,60}(?:方案|安排|表|名单|办法|细则)$"
)


ROWS = (
    Rule(
        "of an object",
        Part.NONE,
        of_an_object,
        (
            "公司补充了⟦今年上半年|2018-01/2018-06|period⟧的审计报告",
            "县领导到镇里调研⟦春节前|../2023-01-22|deadline⟧安全生产工作",
            "⟦9月27日|2025-09-27⟧执行⟦9月23日|2025-09-23⟧课程安排",
            "以⟦10月31日|2015-10-31⟧为基准日,公司整体变更",
        ),
    ),
    Rule("former", Part.NONE, former, ("⟦1991年5月15日|1991-05-15⟧起施行的原条例同时废止",)),
    Rule("attachment", Part.NONE, attachment, ("附件:1.⟦第三十次全国助残日|2020-05-17|observance⟧活动方案",)),
    Rule(
        "gloss",
        Part.NONE,
        gloss,
        (
            "⟦5月17日|2020-05-17⟧(⟦农历四月廿五|2020-05-17⟧)举行活动",
            "灯会于⟦2月11日|2024-02-11⟧⟦大年初二|2024-02-11⟧开幕",
        ),
    ),
    Rule(
        "attribute",
        Part.NONE,
        attribute,
        (
            "⟦11月5日|2018-11-05⟧公布的棋院⟦2018年10月31日|2018-10-31⟧排行榜中",
            "由⟦2012年1月3日起|2012-01-03/..|period⟧,新指数(以⟦2010年1月4日|2010-01-04⟧为100)取代旧指数",
        ),
    ),
)
