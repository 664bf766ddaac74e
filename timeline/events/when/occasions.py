"""Observances that are only the occasion of something else: named in passing, in a label, as a frame.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline import edtf
from timeline.calendars import statutory
from timeline.events.language.segment import begins_with_verb, has_verb, tags
from timeline.events.language.words import pattern, verbs, words
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind, Occasion
from timeline.resolve.periods import stretch
from timeline.resolve.years import MAKES_FEAST

_OF_THE_YEAR = re.compile("[今本明去]年(?!的?(?:第|元旦|春节|清明|端午|中秋|国庆|除夕))")


def explained(mention: Mention) -> bool:
    """A day that the words behind it name as an observance: 5月15日是全国助残日, 把6月26日定为国际禁毒日."""
    if mention.edtf.startswith("XXXX-") and MAKES_FEAST.match(mention.after):
        return mention.before.endswith(("将", "把", "以"))
    if mention.kind is ExpressionKind.OBSERVANCE and mention.earlier:
        start = max(mention.clause.start, mention.at.start - _NAMED_WITHIN)
        return APPOINTED.search(mention.document.text, start, mention.at.start) is not None
    following = mention.following
    if following is None or mention.kind is ExpressionKind.OBSERVANCE:
        return False
    if _OF_THE_YEAR.match(mention.document.text, following.start):
        return False  # 5月28日为今年校庆日,举办大会: no observance, and what is done is told
    if BORN_THEN.match(mention.document.text, following.end):
        return False  # 9月29日为8月生日的同学举行生日会
    between = mention.document.text[mention.at.end : following.start]
    if re.fullmatch(r"[,]?(?:是|为|即|正值|恰逢|系)(?:我国)?[“]?", between) is None:
        return False
    if _DONE_ON_IT.match(mention.document.text, following.end):
        return False  # 决定在10月16日,即重阳节办敬老活动: what is done on it
    # 10月2日为国庆日翌日假期,中心暂停服务: the feast says why, and the day is that of the deed.
    return _WHY_SO.match(mention.document.text, following.end) is None


# 1939年,联合会规定5月4日为青年节: what was appointed then, and no day of its own
APPOINTED = re.compile(
    r"(?:规定|宣布|确定|决定|通过|将|把|以|命名|选定|改)[^,。“]{0,14}[日号天](?:定|设|规定|确定|命名|设立)?[为是作]“?$"
)
_NAMED_WITHIN = 40  # characters before the name of a feast
BORN_THEN = re.compile(
    r"份?(?:(?:及|和|与|、|至|到|~|-)[\d一二三四五六七八九十]{1,2}月份?)?的?(?:过?生日|寿星|出生|庆生)(?!会(?!员)|宴|派对)"
)
_DONE_ON_IT = re.compile(
    r"”?(?:当[天日]|期间)?(?:[在于][^,。;]{2,16})?(?:办(?!法|公)|举[办行]|召开|开展|启动|组织|举办)"
)
_WHY_SO = re.compile(r"(?:补?假期?|公众假期|放假)?,[^,。;]{0,10}?(?:暂停|停止|休[息馆业诊]|关闭|闭馆|停[课诊工业])")
_LABEL = re.compile(
    r"”?[^,。”]{0,2}(?:筹[备委]|组委会|委员会|领导小组)|"
    r"”?(?:的)?(?:[^,。”]{0,4})(?:活动|主题|系列|宣传|暨|相关|情况|期间的新闻|前后的|之际的)|"
    r"(?:假期|放假|长假)?(?:因素|影响|效应)|(?:文化|民俗|习俗|传统|氛围|气氛|年味|假期|档期|礼物|礼品|祝福|团圆|佳节)"
)
_WELCOMED = re.compile(
    r"(?:设立|设为|定为|设定|确定为|宣布为|命名为|作为|称为|改为|迎接|喜迎|欢庆|庆祝|欢度|共度|共庆|喜庆|恭贺|响应|因应|配合|适应|应对|欢喜过|安心过|开心过|平安过|迎|庆)[“]?$"
)
_ABOUT_IT = re.compile(r"的?(?:主题|宗旨|由来|意义|口号)")


def _next_to(one: Mention, other: Mention) -> bool:
    """Whether two mentions stand side by side: 15日-17日 中秋节放假."""
    return not one.document.text[one.at.end : other.at.start].strip(" ,、:")


_LABELS = re.compile(r"[ ·*-]{0,3}[^,。;:\d]{3,14}:")


def in_a_label(mention: Mention) -> bool:
    """周末电影院:12月20日, 岁末音乐会:12/20: the word belongs to what the line names, and its day stands behind."""
    text, start = mention.document.text, mention.block.at.start
    named = _LABELS.match(text, start, mention.block.at.end) if start + _LABEL_IS >= mention.at.end else None
    if named is None or named.end() <= mention.at.end + 1 or re.search(r"\d", mention.text):
        return False
    following = mention.following
    return following is not None and following.start <= named.end() + 1 and text[mention.at.end] != ":"


_LABEL_IS = 16  # characters of a label


def label(mention: Mention) -> bool:
    """An observance that only names a thing: 开展助残日活动."""
    if mention.kind is not ExpressionKind.OBSERVANCE or mention.text.endswith(
        ("期间", "当天", "当日", "之际", "前后", "前夕")
    ):
        return False
    if _ABOUT_IT.match(mention.after) or _dated_behind(mention):
        return True
    if mention.earlier and _IN_BRACKET.search(mention.before) and _CLOSED.match(mention.after):
        return any(other.grain == "day" for other in mention.earlier)  # 5月31日前上交名单(端午包粽子)
    earlier = [m for m in mention.earlier if m.kind is not ExpressionKind.OBSERVANCE and not explained(m)]
    dated = any(other.single_day or (other.grain == "day" and _next_to(other, mention)) for other in earlier)
    if earlier and earlier[0].opens and _WELCOMED.search(mention.before):
        return True  # 2007年至2009年,为迎接第十一届全运会,体育场改建
    if mention.ordinal:
        return dated and any(other.topic for other in earlier)
    return (
        dated
        or _LABEL.match(mention.after) is not None
        or re.search(r"(?:结合|围绕|参与|把|以|系列|开展线[上下])$", mention.before) is not None
        or (mention.before.endswith("“") and not mention.opens)
        or _WELCOMED.search(mention.before) is not None
        or _of_a_thing(mention)
    )


_IN_BRACKET, _CLOSED = re.compile(r"\([^()\d]{0,6}$"), re.compile(r"[^()\d,。]{0,10}\)")
_NEAR = 6  # characters between a feast and its date


def _dated_behind(mention: Mention) -> bool:
    """第29届运动会于8月8日开幕: the day behind it is told of."""
    if mention.following is None or mention.following.start - mention.at.end > _NEAR + _LONGEST_THING:
        return False
    between = mention.document.text[mention.at.end : mention.following.start]
    held = _HELD_ON.fullmatch(between)
    if held is not None and (between.endswith("于") or (held[1].endswith(words("noun")) and not verbs(held[1]))):
        return True  # 新年烟花汇演将于2月11日举行, 重阳登高于10月20日进行
    if _TIME_OF.fullmatch(between):
        return True  # 国庆节放假时间为10月1日至7日
    if not between and _MONTH.match(mention.document.text, mention.at.end):
        return True  # 国庆节10月1日至7日放假
    return len(between) <= _NEAR and None is not re.fullmatch(
        r"”?(?:活动)?(?:(?:已|将|定|拟|计划|预计)?[在于]|:)", between
    )


_TIME_OF = re.compile(r"[一-鿿]{0,6}(?:时间|日期|假期)(?:[为是]|定[于为在]|:)(?:自|从|在)?")
_MONTH = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_LONGEST_THING = 12  # characters of what is named after a feast
_HELD_ON = re.compile(r"([\u4e00-\u9fff“”]{2,12}?)(?:(?:已|将|定|拟|计划|预计|订){0,2}[在于]|:)")
_STANDS_ALONE = re.compile(
    r"(?:[在于自从到至、,和与及是为逢即,:]|[今本去明前这那每当]年?的?|我们?|他们?|她们?|大家)[“ ]?$"
)
_THING = re.compile(r"”?[\u4e00-\u9fffA-Za-z]")


def _of_a_thing(mention: Mention) -> bool:
    """推介国庆游, 传统中秋玩具: the observance says which; nothing is done on it."""
    if mention.opens or _STANDS_ALONE.search(mention.before) or not _THING.match(mention.after):
        return False
    return not verbs(mention.after[:40]) and not begins_with_verb(mention.after[:8])


_AS_RULED = re.compile(
    r"(?:[、和及][^,。;]{1,24})?(?:放假|假期|休假)?(?:将|均|都|一律)?(?:按照?|依照?|根据|参照)[^,。;]{0,10}(?:安排|规定|通知|办法)"
)


def unheld(mention: Mention) -> bool:
    """中秋节许多人另有安排: a feast on which nothing is held is nobody's event."""
    if mention.kind is not ExpressionKind.OBSERVANCE or mention.grain != "day" or mention.ordinal or not mention.after:
        return False
    if _AS_RULED.match(mention.rest):
        return True  # 元旦、清明节按照国家安排放假
    alone = mention.after.startswith((":", "(", "、", "和", "及")) or _NAMED.search(mention.before) is not None
    if mention.block.at.end - mention.block.at.start <= _CELL:
        return False  # 开学日,新生始业式: a cell or a line names it
    if _of_one_year(mention):
        return False
    words = mention.before + mention.after
    return not alone and not mention.text.endswith("期间") and not verbs(words) and not pattern("noun").search(words)


def _of_one_year(mention: Mention) -> bool:
    """重阳节当日设宴款待会员, 翌年元宵节前夕送抵灾区: this one feast, and a deed right behind it."""
    value, after = mention.resolution.expression.value, mention.after
    words = after[: 3 * _SOON] if after.startswith(",") else after[:_SOON]  # 1950年中秋,两人重逢
    one = isinstance(value, Occasion) and value.year is not None
    if not one and not mention.text.endswith(("当日", "当天", "当晚")):
        return False
    if one and mention.after.startswith(",") and _does(mention.rest[1:_TELLS]):
        return True  # 2010年春节,全家最后一次团圆
    return begins_with_verb(words) or has_verb(words)


def _does(words_: str) -> bool:
    """Whether somebody does something in some words: 我们在老家拍了全家福, and not 许多人有安排."""
    told = words_.partition("。")[0]
    deed = any(tag == "v" and word not in _NO_DEED for word, tag in tags(told))
    return deed or _MEETS.search(told) is not None


_NO_DEED = ("有", "是", "为", "要", "会", "能", "可以", "没有", "没")
_MEETS = re.compile("团圆|团聚|相聚|重逢|聚会|聚餐")
_SOON, _TELLS = 8, 24  # characters
_CELL = 16  # characters of a cell or of a line of a list
_NAMED = re.compile(r"(?:是|为|即|正值|恰逢|适逢|系)[^,]{0,6}[“]?$")


def only_frame(mention: Mention) -> bool:
    """X期间 without anything held or visited in its sentence."""
    if mention.kind is not ExpressionKind.OBSERVANCE or not mention.text.endswith(("期间", "之际", "前后", "前夕")):
        return False
    if mention.ordinal and not mention.after.startswith(("的", "”的")):
        return False
    if _of_one_year(mention):
        return False
    return not verbs(mention.rest) or (mention.after.startswith(("的", "”的")) and not mention.opens)


_COMES = re.compile(
    r"”?(?:节|日|佳节)?(?:的脚步)?(?:即将|快要|就要|又将|已)?(?:到来|来临|将至|将近|将届|临近|近了|脚步近)"
)


def at_hand(mention: Mention) -> bool:
    """春节将至: the occasion of what is told."""
    if _ON_THE_EVE.match(mention.after) or (mention.grain != "day" and _NEARING.search(mention.before)):
        return True
    if mention.earlier and not mention.single_day and _AT_THE_TIME.search(mention.before):
        return True  # 12月29日下午,时值岁末年初,
    return mention.kind is ExpressionKind.OBSERVANCE and _COMES.match(mention.after) is not None


_ON_THE_EVE = re.compile(r"[”“]?[^,。]{0,8}?(?:即将|快要|就要)?(?:到来|来临|临近)之际")
_AT_THE_TIME = re.compile("(?:时值|正值|适值|适逢|恰逢|正逢|值此)$")
_NEARING = re.compile(r"(?:临近|接近|快到|将近|逼近|步入)[^,。]{0,3}$")


_OFF = re.compile(r"(?:期间|假期)?,?[^,。;\n\d一二三四五六七八九十]{0,8}(?:放假|休假|连休|补假|停课|休市)(?:共计?|了)?")
_REGIONS = ("CN", "TW", "HK", "MO")
_FROM_ITS_DAY = ("guoqing",)  # who has so many days off for it has them from the day itself on


def days_off(feast: Mention, length: Mention) -> str | None:
    """2024年中秋节放假三天: the days off that were announced, where they are as many; of 国庆节 from its day on."""
    value, first, count = feast.resolution.expression.value, feast.when.first, length.when.duration or ""
    if not isinstance(value, Occasion) or first is None or _DAYS.fullmatch(count) is None:
        return None
    if feast.edtf != first.isoformat() or not _OFF.fullmatch(feast.document.text, feast.at.end, length.at.start):
        return None
    days = int(count[1:-1])
    for region in _REGIONS:
        known = statutory.holiday(value.key, first.year, region)
        if known is not None and (known[1] - known[0]).days + 1 == days:
            return edtf.interval(known[0].isoformat(), known[1].isoformat())
    return stretch(count, start=first) if value.key in _FROM_ITS_DAY else None


_DAYS = re.compile(r"P(?:[2-9]|1[0-5])D")


ROWS = (
    Rule(
        "explained",
        Part.NONE,
        explained,
        (
            "⟦5月15日|2022-05-15⟧是⟦第三十二次全国助残日|2022-05-15|observance⟧。",
            "大会决议将⟦1月14日|XXXX-01-14⟧订定为城市日",
            "⟦1939年|1939⟧,联合会规定⟦5月4日|1939-05-04⟧为⟦青年节|1939-05-04|observance⟧",
        ),
    ),
    Rule(
        "at hand",
        Part.NONE,
        at_hand,
        (
            "⟦春节|2022-02-01|observance⟧将至,市长感谢各界",
            "⟦12月29日|2018-12-29⟧,时值⟦岁末年初|2018-12/2019-01|period⟧,公司组织拔河比赛",
        ),
    ),
    Rule(
        "label",
        Part.NONE,
        label,
        (
            "为迎接⟦中秋|2020-10-01|observance⟧佳节,馆里推出新书",
            "市残联开展“⟦助残日|2022-05-15|observance⟧”活动",
            "镭射笔的光代替了传统⟦中秋|2019-09-13|observance⟧玩具",
            "江岸⟦国庆|2019-10-01|observance⟧筹委会举行发布会",
            "⟦9月20日前|../2024-09-20|deadline⟧报节目(⟦重阳|2024-10-11|observance⟧敬老晚会)",
        ),
    ),
    Rule(
        "in a label",
        Part.NONE,
        in_a_label,
        ("⟦周末|2025-12-20/2025-12-21|period⟧电影院:⟦12月27日|2025-12-27⟧14:00,视听室",),
    ),
    Rule("only a frame", Part.FRAME, only_frame, ("共同做好⟦助残日期间|2020-05-17|observance⟧的新闻宣传工作",)),
    Rule(
        "unheld",
        Part.NONE,
        unheld,
        (
            "⟦中秋节|2016-09-15|observance⟧许多同学有其它安排,时间冲突",
            "⟦清明节|2016-04-04|observance⟧、劳动节按照国家安排放假调休",
        ),
    ),
)
