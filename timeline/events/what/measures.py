"""Clauses that only measure, how much, how long, how old, more than last year: beside a deed they tell no event."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.events.language.phrases import HOLE, Phrase, trim
from timeline.events.language.segment import tags
from timeline.events.who.lives import is_attribute

_NUMBER = r"(?:\d[\d.,]{0,12}|[一二三四五六七八九十百千两半零〇数几]{1,6})"
_UNITS = (
    r"[余多]?[万亿]?[余多]?(?:人次|人|名|位|户|家|岁|天|日|周|个?月|年|小时|分钟?|秒|场次?|件|条|项|套|辆|架|艘|座|所|种|"
    r"册|卷|页|字|元|美元|港元|公里|千米|平方米|平方公里|米|公顷|亩|吨|千克|公斤|克|度|级|届|次|个|％|%|倍|成|票|分|集|篇|幅)"
)
_AMOUNT = rf"{_NUMBER}{_UNITS}(?:以上|左右|之多|有余)?"
_ADVERB = r"(?:也|均|都|将|约|大约|近|达|共|逾|超过?|至少|至多|最多|不到|不足|累计|预计|平均|仅){0,3}"


class Measure(NamedTuple):
    """A shape of clauses that only measure, and clauses of that shape."""

    name: str
    shape: re.Pattern[str]
    examples: tuple[str, ...]


MEASURES: tuple[Measure, ...] = (
    Measure(
        "compared",
        re.compile(
            rf"(?:同比|环比|(?:比|较|相比)(?!赛|分|武|量|试|拼|邻)[^,“《]{{1,14}}?)(?:{_ADVERB}(?:推迟|提前|提早|延后|延长|缩短|增|减|"
            rf"多|少|高|低|早|晚|长|短|下降|上升|上涨|回落|扩大)[了出加长至到]{{0,2}}[^,]{{0,4}}{_AMOUNT}|{_NUMBER}个?百分点)"
        ),
        ("比上一届提前两天", "较去年增加200人", "同比增长12%"),
    ),
    Measure(
        "age", re.compile(rf"(?:享年|终年|卒年|得年|存年|享寿|时年|年仅|年){_NUMBER}岁?"), ("享年八十一岁", "终年60")
    ),
    Measure(
        "length",
        re.compile(
            rf"(?:前后|总共|全部|共)?(?:历时|为期|耗时|历经|持续|为时|时长|全程|全长|总长|工期)[为达]?{_ADVERB}{_AMOUNT}(?:之久)?|"
            rf"(?:前后|总共|共|长|历时)?达{_ADVERB}{_AMOUNT}之久|{_ADVERB}{_NUMBER}(?:个?(?:月|星期|礼拜)|年|天|周|小时)的?(?:时间|期间|光景)[里内中]?"
        ),
        ("历时两个月", "全长21公里", "为期5天", "共历时13年之久", "前后达13年之久", "大约六个星期时间"),
    ),
    Measure(
        "reach",
        re.compile(rf"(?:共?涉及|影响|覆盖|惠及|波及|受益){_ADVERB}[^,“《]{{0,8}}?{_AMOUNT}[^,“《\d]{{0,4}}"),
        ("影响约900户", "惠及群众三万余人"),
    ),
    Measure(
        "sum",
        re.compile(
            rf"(?:《[^《》]{{1,24}}》|全[书文法篇剧片])?(?:共计?|总共|总计|合计|累计|总数|一共){_ADVERB}{_AMOUNT}"
        ),
        ("共计48场", "总计三百余人", "全文共三十条"),
    ),
    Measure(
        "terms",
        re.compile(
            r"(?:席[次位]|名额|座位|数量|机会|场地|票量)有限|额满(?:为止|即止)|[送售派]完(?:为止|即止)|先到先得|欲购从速|"
            r"逾期不予?(?:受理|候)|(?:敬请|欢迎|诚邀|邀请)[^,“《]{0,14}(?:期待|留意|参[加观与]|光临|莅临|垂询|前往|观赏|欣赏|体验|"
            r"共襄盛举|报名|加入|捧场)[^,“《]{0,6}|一[起同]来?(?:参[与加]|见证|加入|享受|感受|共度)[^,“《]{0,8}|费用全免|免费(?:入场|参加)|风雨无阻"
        ),
        ("名额有限", "先到先得", "逾期不予受理", "欢迎民众踊跃参加", "敬请期待"),
    ),
    Measure(
        "request",
        re.compile(
            r"(?:届时)?敬?请(?:各位|大家|您|同学们?|家长们?|准时|提前|按时|届时|自[带备行]|携?带|相互|互相|务必|做好|妥善|勿)[^,“《]{0,16}"
            r"|敬?请[^,“《]{0,10}(?:配合|周知|知悉|知照|遵照|执行|查收|支持|谅解|参加|出席|留意|注意|转告|准备)[^,“《]{0,4}"
            r"|(?:大家|各位)?(?:别|不要|切勿|请勿)[^,“《]{2,10}|[过逾]期不候|不见不散|务必[^,“《]{2,12}"
        ),
        ("请各位业主参加", "请准时到二班教室", "大家别迟到", "过期不候", "请带笔记本", "请各村配合"),
    ),
)
_MEASURED = re.compile("|".join(measure.shape.pattern for measure in MEASURES))
_COUNTED = re.compile(rf"([^,“《\0]{{2,12}}?)(?:人数)?[达约共为有逾超近]{{0,2}}过?{_AMOUNT}")  # 参加者达三百余人
_PEOPLE = re.compile(r"者$|[人户票件]数$|名额$|面积$|总[数量额分]$|累计")


def only_measures(clause: Phrase) -> bool:
    """Whether a clause has no date and says nothing but an amount.

    >>> only_measures(Phrase("参加者达三百余人", 0)), only_measures(Phrase("造成三人受伤", 0))
    (True, False)
    """
    words = trim(clause).printed
    if HOLE in clause.text.strip(HOLE) or len(words) > _LONGEST:
        return False
    if _MEASURED.fullmatch(words):
        return True
    counted = _COUNTED.fullmatch(words)
    return counted is not None and (
        _PEOPLE.search(counted[1]) is not None or not any(tag.startswith("v") for _, tag in tags(counted[1]))
    )


_LONGEST = 30  # characters of a clause that only measures


_CLOCK = re.compile(
    r"(?:(?:每|逢)(?:逢|个|隔)?(?:工作|[周星天日月年]|双|单)(?:期|休)?[一二三四五六日天、至到]{0,9})?"
    r"(?:[上下]午|早上?|中午|晚上?|傍晚|凌晨)?"
    r"[\d一二三四五六七八九十:点时分半整至到~—\- 、;]{0,24}(?:\([^()]{0,12}\))?"
)


def only_time(clause: Phrase) -> bool:
    """Whether a clause says no more than how often or at what hour.

    >>> only_time(Phrase("每周二、四16:30—17:30", 0)), only_time(Phrase("每周三例会", 0))
    (True, False)
    """
    words = trim(clause).printed
    return bool(words) and len(words) <= _LONGEST and _CLOCK.fullmatch(words) is not None


def _only_calls(clause: Phrase) -> bool:
    """字子山, 浙江绍兴人: what somebody is called, and from where."""
    return HOLE not in clause.text and is_attribute(trim(clause).text)


def without_measures(clauses: list[Phrase]) -> list[Phrase]:
    """The clauses that tell something, where one of them does."""
    telling = [clause for clause in clauses if not (only_measures(clause) or only_time(clause) or _only_calls(clause))]
    return telling or clauses
