"""Dates of what is so now and then, every year or as a rule, and so of no one day.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind

_ROW_OF_DAYS = 12  # days that one 每年 governs
_EACH = re.compile(r"每逢[^,。]{0,12}$")
_IS = ("", "的", "是", "为", "(")
_JOINTS = ("、", "及", "和", "与", ",", "或")


def recurs(mention: Mention) -> bool:
    """每年1月15日、4月15日: what comes every year is no day of this one."""
    if _USUALLY.search(mention.before) and _THIS_TIME.search(mention.rest):
        return True  # 固定于农历八月举行,今年定于10月9日
    if _EACH.search(mention.before):
        return True  # 每逢虎年、蛇年
    text, after = mention.document.text, mention
    for before in reversed(mention.earlier[-_ROW_OF_DAYS:]):
        between = text[before.at.end : after.at.start]
        named = after.kind is ExpressionKind.OBSERVANCE and between in _IS  # 每年农历3月23日妈祖生
        if not named and between not in _JOINTS:
            break
        if before.text.startswith(("每年", "每月", "每逢")):
            return True
        after = before
    return _of_the_hours(mention)


def _of_the_hours(mention: Mention) -> bool:
    """周一休馆,除夕及初一亦不开放: the rule of a house goes on, and tells nothing of this year."""
    text, clause = mention.document.text, mention.clause
    if (
        mention.kind is not ExpressionKind.OBSERVANCE
        and "月" in mention.text + text[mention.at.end : mention.at.end + 1]
    ):
        return False
    weekly = any(one.kind is ExpressionKind.SET or one.when.rrule for one in mention.earlier)
    before = text[mention.sentence.at.start : clause.start]
    return weekly and _SHUT.search(before) is not None and _SHUT.search(text, *clause) is not None


_SHUT = re.compile(r"休[馆园业息市诊]|闭[馆园店]|(?:不|照常|正常)(?:对外)?(?:开放|营业|开馆)|公休")


def hour_of_habit(mention: Mention) -> bool:
    """1938年,学校白天迁往山上上课,傍晚返城: an hour of every day of a year or a month."""
    if mention.kind is ExpressionKind.TIME and _OPEN_HOURS.search(mention.before):
        return True
    if mention.kind is not ExpressionKind.TIME and not (mention.when.part and not _DAY.search(mention.text)):
        return False
    grains = [other.grain for other in mention.earlier if other.edtf]
    return bool(grains) and "day" not in grains


_OPEN_HOURS = re.compile(r"(?:营业|开放|服务|工作|办公|上班|接待|值班|门诊|开馆|供应|参观|客服|咨询)时间(?:为|是|:)?$")
_DAY = re.compile(r"[\d日号今昨明前当翌次]")
_HABIT = re.compile(
    r"[,]?(?:开始|起)?(?:就|都|也|便|他|她|我|我们)?(?:多次|经常|常常|时常|一直|始终|不断|长期|每一[个天年月周次]|每逢|逐渐|逐步|越来越|专责|(?<!开始)(?<!起)从事|致力)"
)
# 在周末、暑期等高峰时段每日开行9对
_DAILY = re.compile(r"[^,。;]{0,24}(?:时段|时期|期间|假日|假期)每[日天周]")
_WHILE = re.compile(r"(?:的时候|之时)$")  # 手机刚诞生的时候; 在2007年的时候 is the year itself
_IS_SO = re.compile(
    r"的[^,。的]{1,8}?(?:很|非常|十分|最为?|较为?|比较|更加?|相当|极其?)(?!大[奖会]|佳|高[人法院])[^,。]{1,20}$"
)
_IS_SEASON = re.compile(
    r"(?:[、,及和至][一二三四五六七八九十\d]{1,2}月)?则?[为是][^,。]{0,16}?(?:月份|[旱雨干湿淡旺花产]季|季节|时节|时期)$"
)
_SEASON_IS = re.compile(r"(?:[旱雨干湿淡旺花产鱼渔]季|季节|[花果产]期)(?:大?约|主要|通常)?(?:[为是在于从自])$")


_DAYS_TO_DAYS = re.compile(r"[\dX]{4}-\d\d-\d\d/[\dX]{4}-\d\d-\d\d")
_EACH_HELD = re.compile(r",?(?:逢|每逢?)[^,。;]{1,40}?(?:举[行办]|上演|开放|开讲|开课|放映|演出|设有)")
_EVERY_TIME = re.compile(r"[^。;]{0,24}?每(?:年|月|周|[天日]|逢[^,。]{1,6})(?:都|均|要|定期|例行)")


def habit(mention: Mention) -> bool:
    """What goes on for months or years, or the time while something was so: 2004年开始,他就多次住院."""
    if mention.grain == "day" and "/" not in mention.edtf:
        return False
    if _IS_SO.match(mention.after):
        return True  # 伦敦4月的天气很不好
    if _DAYS_TO_DAYS.fullmatch(mention.edtf) and _EACH_HELD.match(mention.after):
        return False  # 6月1日至30日期间,每逢周六举办导赏团
    if mention.grain != "year" and (_IS_SEASON.match(mention.after) or _SEASON_IS.search(mention.before)):
        return True  # 八月至十月为台风最多的月份; 干季为12月至隔年6月
    if mention.text.endswith("以来"):
        return True  # 2003年以来重点工作
    if mention.text.endswith("后") and mention.edtf.endswith("/..") and _EVERY_TIME.match(mention.rest):
        return True  # 1960年后,每年都要整顿民兵组织
    start, end = mention.clause
    clause = mention.document.text[max(start, end - 8) : end]
    while_so = _WHILE.search(clause) is not None and _WHILE.fullmatch(mention.after) is None
    if mention.when.time and mention.edtf.count("-") == _DAY_OF_IT:
        return while_so  # 5月23日6:00起逐步恢复供水: it begins at that hour
    if mention.text.endswith("起") and mention.after.startswith("从事"):
        return while_so  # 1981年起从事律师工作
    return _HABIT.match(mention.after) is not None or _DAILY.match(mention.after) is not None or while_so


_DAY_OF_IT = 2  # hyphens of a day


_GENERAL = re.compile(
    r"(?:并非|并不是|有的|有些|有时|往往|通常|一般(?:来说|而言)?|大多|多数|或许|也许|就?让我们|邀您|总体上|总体来看|相信|希望|期待|祝愿|愿|据说|如果|若|倘若|假如|一旦|相传|传说|除非|要是|每当|只要(?=恰?逢|遇|碰))"
)


def general(mention: Mention) -> bool:
    """What is so now and then, or believed, or hoped: 有的在初五就会提前收摊."""
    if mention.kind is ExpressionKind.OBSERVANCE and not mention.ordinal and (kept := _CUSTOM.match(mention.after)):
        sure = kept["will"] is None or mention.edtf.startswith("XXXX")
        return sure and not _THIS_TIME.search(mention.document.text, *mention.sentence.at)
    clauses = (mention.clause, mention.sentence.clauses[0])
    return any(_GENERAL.match(mention.document.text, clause.start) for clause in clauses)


_SEASONS = re.compile(r"(?<![今明去当本这那年同])([春夏秋冬])(?:天|季|日里?)")
_CYCLE = 3  # seasons that are named one after the other


# 端午这天,家家户户包粽子: how a feast is kept, whenever it comes.
_CUSTOM = re.compile(
    r"(?:这一?[天日]|当[天日]|时|期间|前[夕后]?|到来时?)?,?[^,。;]{0,6}?"
    r"(?:一般|通常|往往|家家户?户?|民间|人们|古人|先民|按照?习俗|依照?习俗|传统上|习俗[上是]|各家|老一辈|(?P<will>(?:总|都|常|便|就)[会要须得](?![议场])))"
)


def of_every_year(mention: Mention) -> bool:
    """春天可看花,夏天可戏水,秋天…: three seasons of no year and more, as they come every year."""
    if not _SEASONS.fullmatch(mention.text):
        return False
    near = max(0, mention.at.start - _NEAR), mention.at.end + _NEAR
    return len({match[1] for match in _SEASONS.finditer(mention.document.text, *near)}) >= _CYCLE


_NEAR = 300  # characters on both sides in which the other seasons are named
_THIS_TIME = re.compile(r"[今本](?:年|届|次|学年|季)")
_USUALLY = re.compile(
    r"(?:固定|一般|通常|往往|历来|往年|以往|过往|惯例|平时|照例|每年都?)(?:都|会|是|将|只)?(?:[在于到从至])?$"
)


def of_no_year(mention: Mention) -> bool:
    """中元普度法会从开坛到圆满,都有程序: a feast by the moon of which no year is known is of no day."""
    return mention.kind is ExpressionKind.OBSERVANCE and _OF_NO_YEAR.fullmatch(mention.edtf) is not None


_OF_NO_YEAR = re.compile(r"XXXX-\d\d/XXXX-\d\d")


def usual(mention: Mention) -> bool:
    """往年于10月举行: how it is done as a rule."""
    return _USUALLY.search(mention.before) is not None


ROWS = (
    Rule(
        "general",
        Part.NONE,
        general,
        (
            "并非所有庙会都是到初七,有的在⟦初五|2024-02-14⟧就会提前收摊。",
            "在⟦端午节这天|XXXX-05/XXXX-06|observance⟧,家家户户包粽子、挂艾草",
        ),
    ),
    Rule(
        "habit",
        Part.NONE,
        habit,
        (
            "他从⟦2004年|2004⟧,就多次到医院治疗",
            "⟦2018年5月至11月|2018-05/2018-11|period⟧,他不断追赶榜首",
            "⟦2008年|2008⟧手机刚刚诞生的时候,没有人想到",
        ),
    ),
    Rule(
        "every year",
        Part.NONE,
        of_every_year,
        ("⟦春天|2024-21⟧可看花,⟦夏天|2024-22⟧可戏水,⟦秋天|2024-23⟧可登山",),
    ),
    Rule(
        "hour of habit",
        Part.NONE,
        hour_of_habit,
        ("⟦1938年|1938⟧,学校白天迁南门外上课,⟦傍晚|1928-05-11|time⟧返城食宿",),
    ),
    Rule(
        "recurs",
        Part.NONE,
        recurs,
        ("业者须于⟦每年1月15日|null|set⟧、⟦4月15日|2026-04-15⟧前提出申请",),
    ),
    Rule(
        "of no year",
        Part.MINOR,
        of_no_year,
        ("⟦中元普度|XXXX-08/XXXX-09|observance⟧法会从开坛到圆满,须经过一定的程序",),
    ),
    Rule("usual", Part.MINOR, usual, ("赛事以往一般于⟦10月|2021-10⟧举行",)),
)
