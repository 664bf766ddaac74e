"""Mentions -> the words of a sentence that are dates and no names: a title does without those.

第三十二次“全国助残日”暨… keeps its feast, 12月5日“国际志愿者日” does not: that is another name of the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.mentions import OTHER_WORDS, Mention
from timeline.events.when.attributes import made_up
from timeline.events.when.names import begins_or_ends, month_name
from timeline.events.when.occasions import APPOINTED
from timeline.model import ExpressionKind, Point, Span

HELD = re.compile(r"(?:举办|举行|召开|开展|参加|组织|实施|印发|制定|编制|完成|公布|发布)(?:了|好)?[^,]{0,12}$")
UP_TO = re.compile(r"(?:截[至止]到?|延[长续]?至|[持延]续到)$")


def _in_name(mention: Mention, dates: bool) -> bool:
    """Whether the words of a mention belong to a name and stay in a title: 第三十二次“全国助残日”暨…活动."""
    if _labels(mention) or month_name(mention):
        return True
    text, named = mention.document.text, mention.following
    if mention.earlier and named and APPOINTED.search(text, mention.clause.start, named.start):
        return True  # 1939年规定5月4日为青年节: what was appointed
    if mention.kind is not ExpressionKind.OBSERVANCE and (dates or mention.grain != "year"):
        return dates and mention.grain == "year" and HELD.search(mention.before) is not None
    if (
        mention.text.endswith(("期间", "当天", "当日", "之际", "前后", "前夕", "年", "间"))
        and mention.kind is ExpressionKind.OBSERVANCE
    ):
        return False
    if mention.kind is ExpressionKind.OBSERVANCE and _RITE.search(mention.text):
        return True  # 农历七月十五 中元普渡
    off = mention.kind is ExpressionKind.OBSERVANCE and _OFF.search(mention.text)
    if off and mention.earlier and _between(mention.earlier[-1], mention) in ("", ","):
        return True  # 4—6日,清明节放假
    if mention.kind is ExpressionKind.OBSERVANCE and _GATHERING.match(mention.after):
        return True  # 9月28日,中秋诗会在后海举行
    if mention.earlier and mention.earlier[-1].topic and _ENTRY.fullmatch(_between(mention.earlier[-1], mention)):
        return True  # 4月2日:清明节假期补课
    alone = mention.clause == mention.at and mention.clause != mention.sentence.clauses[-1]
    if mention.earlier and (alone or not mention.ordinal) and 0 <= mention.at.start - mention.earlier[-1].at.end <= 1:
        return False  # 12月5日“国际志愿者日”: another name of the day
    if UP_TO.search(mention.before):
        return False  # 报名截至元旦
    day = mention.following
    if day is not None and day.start == mention.at.end and _DAYS_OFF.match(mention.document.text, day.end):
        return True  # 国庆节10月1日至7日放假: that feast's days off
    held = day is not None and _HELD_ON.fullmatch(mention.document.text, mention.at.end, day.start) is not None
    if day is not None and held and _IS_HELD.match(mention.document.text, day.end):
        return True  # 全国科技活动周定于5月25日至6月1日举行
    if day is not None and _TIME_OFF.fullmatch(mention.document.text, mention.at.end, day.start):
        return True  # 国庆节放假时间为10月1日至7日
    return not mention.opens or mention.ordinal


_RITE = re.compile("(?:普[渡度]|法会|[祭庆]典|绕境|[遶]境)$")
_OFF = re.compile("(?:放假|休假|调休|补假|假期)$")


def _labels(mention: Mention) -> bool:
    """端午包粽子:6/7(五), 岁末联欢:12/28: a line that opens with what is done, and then says on which day."""
    day = mention.following
    if day is None or not mention.opens or _OTHER_DAY.search(mention.text) or not _AT_LINE.match(_line(mention)):
        return False
    return _THEN_DAY.fullmatch(mention.document.text, mention.at.end, day.start) is not None


def _line(mention: Mention) -> str:
    return mention.document.text[mention.block.at.start : mention.at.end]


_AT_LINE = re.compile(r"[^\w(《“]{0,4}[一-鿿]{2,6}$")
_OTHER_DAY = re.compile(r"期间|[当前后次翌]|之际|前夕|[上下中]旬|起|以来|\d|[年月日号间]$|^[今昨明本上下每近]")
_THEN_DAY = re.compile(r"(?![当之至到和与及、,前后]|放假|假期|[补调]|期间)[一-鿿]{2,10}(?:[:] ?| )\(?")


# What is held on a feast and named after it.
_GATHERING = re.compile(
    r"(?:[诗书茶音歌舞灯游花联文美画龙徒步][\u4e00-\u9fff]{0,3}|[晚庙年])?(?:会|(?<!大)赛|集市|市集|演出|雅集)(?![\u4e00-\u9fff]{0,2}[议长场所])"
)
_HELD_ON = re.compile(r"(?:活动)?(?:已|将|定|拟|计划|预计|预定|暂定){0,2}[于在]")
_IS_HELD = re.compile(r"(?:[在于][^,。;]{2,20}?)?(?:正式|隆重|如期|同步)?(?:举[行办]|召开|开[幕展启]|启动|进行|拉开)")
_TIME_OFF = re.compile(
    r"(?:放假|休假|调休|休[市业馆课园]|闭[馆园]|停课)(?:安排|调休)?(?:时间|日期)?(?:[为是]|定[于为在]|:|自|从){1,2}"
)
_DAYS_OFF = re.compile(r",?(?:[照正]常|统一|共)?(?:放假|休假|休息|调休|[补连]休|休[市业馆课园]|停课|补假)")


def _between(one: Mention, other: Mention) -> str:
    return one.document.text[one.at.end : other.at.start]


_ENTRY = re.compile(r"(?:\([^()]{1,6}\))? ?: ?")


def date_words(mentions: Sequence[Mention], live: set[int]) -> tuple[Span, ...]:
    """The words that are dates and no names: a title does without them."""
    return tuple(
        mention.at
        for mention in mentions
        if (
            id(mention) in live
            or _fills(mention)
            or _glosses(mention)
            or _is_word(mention)
            or _hour_of(mention)
            or (mention.edtf and (mention.opens or _names_day(mention)))
        )
        and not _in_name(mention, id(mention) in live)
        and not begins_or_ends(mention)
        and not _completes(mention)
        and not made_up(mention)
        and not new_hour(mention)
    )


_CHANGED = re.compile(r"(?:[改移]|改订|调整|变更|延长|缩短|提[前早]|推迟|延后|顺延)(?:为|于|在|到|至)$")
_OF_A_DAY = re.compile("[年月日号周]|星期|礼拜|[今昨明当次翌]天")


def new_hour(mention: Mention) -> bool:
    """自5月1日起改为9时至17时: the hours are what is new, and no day of their own."""
    return _CHANGED.search(mention.before) is not None and _OF_A_DAY.search(mention.text) is None


ON_ITS_DAY = re.compile(r"(?<![学考师新医先女男民卫招门众])[生卒殁葬始创建毁]于$")


_OF_TWO = re.compile(r"[创始兴修重筹营改扩新初出诞开肇][生始创建]于$")  # 天后宫创建于1738年 is 天后宫创建


def _completes(mention: Mention) -> bool:
    """外婆生于1931年冬天: a deed of one sign is cut without its day, and nothing but the day stands behind it."""
    one = ON_ITS_DAY.search(mention.before) is not None and _OF_TWO.search(mention.before) is None
    return one and mention.clause.end <= mention.at.end


def _fills(mention: Mention) -> bool:
    """每日上午7时至下午5时 at the head of a clause."""
    alone = mention.at == mention.clause or (mention.opens and mention.when.time is not None)
    return mention.kind is ExpressionKind.SET and alone


def _hour_of(mention: Mention) -> bool:
    """25号()|上午9时: the hour of the day before it, behind a bracket that has lost its weekday."""
    before = mention.earlier[-1].at.end if mention.earlier else mention.at.start
    between = mention.document.text[before : mention.at.start]
    if mention.kind is ExpressionKind.TIME and mention.earlier and mention.earlier[-1].when.time:
        return _AND_AT.fullmatch(between) is not None  # 上午9时至10时及下午2时至4时开放
    return mention.kind is ExpressionKind.TIME and _LOST_DAY.fullmatch(between) is not None


_LOST_DAY, _AND_AT = re.compile(r" ?\( ?\) ?"), re.compile("以?[及和与]|、")


def _is_word(mention: Mention) -> bool:
    """今年9月, 上个月: a word that counts from somewhere else is part of no name."""
    value = mention.resolution.expression.value
    return isinstance(value, Point) and value.shift is not None and not mention.after.startswith(("的", "之", "度"))


def _glosses(mention: Mention) -> bool:
    """(农历年廿九) behind a date."""
    text, (start, end) = mention.document.text, mention.at
    if not mention.earlier or mention.clause.end <= end:
        return False
    opening = text.rfind("(", max(start - _GLOSS, mention.clause.start), start)
    closing = text.find(")", end, min(end + _GLOSS, mention.clause.end))
    if opening < 0 or closing < 0 or opening < mention.earlier[-1].at.end - _GLOSS:
        return False
    return OTHER_WORDS.search(text[opening + 1 : start] + text[end:closing]) is None


_GLOSS = 14  # characters of a bracket before and behind a date in it


def _names_day(mention: Mention) -> bool:
    return mention.single_day and mention.kind is ExpressionKind.DATE
