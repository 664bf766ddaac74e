"""Dates of how things stood: what somebody was for years, what season, what weather, what is only said of a day.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked. No
editor lists a state; where the same sentence tells a deed behind it, the deed is told and the date stands.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import tags
from timeline.events.language.words import verbs
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind


def lasts(mention: Mention) -> bool:
    """Whether a date is a month, a year or a stretch, in which something may stand or grow."""
    if mention.kind is ExpressionKind.OBSERVANCE and mention.text.endswith(("假期", "期间", "长假", "假日")):
        return True  # 五一假期,接待游客120万人次
    return mention.kind is not ExpressionKind.DEADLINE and _ONE_DAY.fullmatch(mention.edtf) is None


_ONE_DAY = re.compile(r"[^/]{4}-\d\d-\d\d[~?%]?")
_UNTIL = re.compile("(?:^|[^,。])(?:直到|直至|一直到)$")
_STAYED = re.compile(",?[^,。;]{0,16}?(?:始终|一直|仍然?|依然|依旧|都)[^,。;]{2}")  # 直到1990年,该厂一直是最大的企业
_WAS = re.compile(r"(?:曾经?|一直|仍|还|都)是(?![在于从自])[^,。]{0,6}$")


def being(mention: Mention) -> bool:
    """曾是1980至1990年代的当家小生之一: what somebody was for years."""
    if _UNTIL.search(mention.before) and _STAYED.match(mention.after):
        return True
    if not lasts(mention) or _WAS.search(mention.before) is None:
        return False
    return bool(mention.after) and not mention.after.startswith(",") and not verbs(mention.after)


_SEASON = re.compile(
    r",?(?:的)?(?:金秋|[初仲深暮]秋|秋高|秋风|[初盛仲炎]夏|骄阳|流火|[初隆寒严暖]冬|飞雪|阳春|[早初仲暮]春|春风|春暖|草长|芳菲|鲜花)"
)


def season(mention: Mention) -> bool:
    """十月金秋,丹桂飘香: the season in which a text begins."""
    if mention.grain != "month" or _SEASON.match(mention.after) is None:
        return False
    return not verbs(own(mention))


def own(mention: Mention) -> str:
    """The words behind it up to the next date of the sentence."""
    return mention.rest[: mention.following.start - mention.at.end] if mention.following else mention.rest


_VERY = re.compile("(?:较|很|非常|十分|颇|相当|异常|依然|仍然|普遍|偏)(?=[一-鿿]{1,4}(?:$|[,。;]))")
_ADJECTIVES = ("a", "ad", "an", "z")


def adjectival(mention: Mention) -> bool:
    """六十年代末期,两国关系紧张: a clause of years whose predicate is an adjective, where nothing else is done."""
    month = mention.grain == "month" and _VERY.search(mention.after) is not None
    if (
        not lasts(mention)
        or not (month or mention.grain in ("year", "part"))
        or not mention.opens
        or verbs(own(mention))
    ):
        return False
    told = mention.after.lstrip(", ").partition(",")[0]
    if not 4 <= len(told) <= _STATE_OF or any(sign in told for sign in "的了过“《"):
        return False
    known = tags(told)
    return known[-1][1] in _ADJECTIVES and not any(tag == "v" and len(word) > 1 for word, tag in known)


_STATE_OF = 16  # characters of such a clause
_WE = re.compile(
    r"[,: ]{0,2}(?:我们|咱们)(?:[^,。;了过]{1,30}(?=[,。;]|$)"
    r"|(?:一起|共同|成功|已经)?(?:克服|战胜|经历|面对|走过|迎来|坚持|见证|度过|取得|实现|创造|收获)了?(?![^,。;]{0,20}[《“]))"
)


def boast(mention: Mention) -> bool:
    """这一年,我们深化改革、提质增效: what a speaker says of the year of all who hear."""
    if not lasts(mention) or verbs(own(mention)):
        return False
    return _WE.match(mention.after) is not None or _SHOWS_US.match(mention.rest) is not None


_SHOWS_US = re.compile(
    r",?[^。,]{0,30},?(?:不[只仅但光])?[让使](?:我们|大家|人们|世界|外界|世人|各界)(?:看到|看见|见证|感受|体会|了解|认识|深切|明白)"
)
_IS_ONE = re.compile(
    r"[^,。]{0,10}(?:是|(?<![评选列定升改命称誉任推转设])为)[^,。]{0,40}(?:之一|之年|年份?)$"
    r"|[^,。]{0,8}最[^,。]{1,10}的[^,。]{1,10}(?:是|为)"
)
# 午饭的内容为米饭, 考试的科目是四门: what a part of a thing is.
_DESCRIBED = re.compile(
    r"([^,。;:“《]{2,24}?)的[^,。;的了]{1,8}(?<![作成认定改称])(?:均|都|也)?(?:是(?!否)|为(?![了期何]))[^,。]"
)
_WEATHER = re.compile(
    r"[^,。;]{0,14}?(?:[东南西北]风|海面|天气|气温|水温|风浪|湿度|云量|水汽|能见度)(?:将|会|都|也|仍)*"
    r"(?:逐[渐步]|渐|比较|较|偏|略|相当|稳定|晴|炎热|寒冷|闷热|凉爽|回[升暖落]|转[坏差好晴阴凉冷热暖]|好转)"
    r"|(?:稍[后早]|逐渐|渐趋|将)?(?:天气)?(?:转[坏差晴阴凉冷热暖]|渐趋(?:好转|晴朗|稳定))"
)


def _only_names(words_: str) -> bool:
    """Whether nobody does anything in some words: 午饭, and not 台南市率先订定每年."""
    return not any(tag in ("v", "vi", "vd", "d", "r", "p") for _, tag in tags(words_))


def state(mention: Mention) -> bool:
    """A date of which only something is said: 2020年是收官之年, 昨日午饭的内容为米饭, 今日海面比较大浪."""
    if mention.opens and not mention.edtf.startswith("../"):
        after = mention.after.lstrip(", ")
        described = _DESCRIBED.match(after)
        if (described and not verbs(described[0]) and _only_names(described[1])) or _WEATHER.match(after):
            return True
        if _AGED.match(mention.rest.lstrip(", ")):
            return True
    if _ON_ITS_DAY.match(mention.after) or _IS_THE_TIME.match(mention.after) or _FORECAST.match(mention.after):
        return True
    if mention.following is not None and mention.following.end < mention.sentence.at.end - _GOES_ON:
        named = mention.document.text[mention.at.end : min(mention.following.start, mention.at.end + _NAMED)]
        if _IS_FEAST.fullmatch(named) and mention.following.start <= mention.clause.end:
            return True
    if mention.edtf.startswith("../") and _BEFORE_THAT.match(mention.after):
        return True
    if _OF_THE_PAGE.fullmatch(mention.before) and _COUNTS_FROM.match(mention.after):
        return True
    return mention.grain != "day" and _IS_ONE.match(mention.after) is not None


# 那年,他才二十岁: how old somebody was, and nothing else
_AGED = re.compile(
    r"(?:我|[他她]|[一-鿿]{2,4})?(?:才|刚|只有|仅|已|不过|还|正好)?(?:刚?满|年满|年仅|年方)?[\d一二三四五六七八九十零〇]{1,4}(?:周?岁(?:多|零)?了?)(?=$|[。;!?])"
)
# 停摆今天已进入第42天; 4月1日是市民返程的时间: how far something has come, what a day is good for
_ON_ITS_DAY = re.compile(
    r"(?:\([^()]{1,12}\))?(?:已经?|正式?)?(?:进入|迈入|来到)第?[\d一二三四五六七八九十百]{1,4}个?[天日周月年]"
)
_IS_THE_TIME = re.compile(
    r"(?:[、和及][^,。]{1,6})?[是为](?!否)[^,。;“《]{2,20}的(?:时间|日子|时候|时段|高峰期?|旺季|淡季|节点|窗口期)(?=$|[,。;])"
)
# 1月25日是农历大年初一,图书馆开放: told on the second
_IS_FEAST = re.compile(
    r"(?:\([^()]{1,10}\))?,?(?:正好?|恰好?|也|就)?(?:[是系](?:农历|阴历|旧历|传统|中国传统)?|[为即](?:农历|阴历|旧历))“?"
)
_NAMED, _GOES_ON = 16, 4  # characters between two names of a day, of what is told on it
# 我国中东部将有大范围雨雪, 各地还会受到冷空气影响
_FORECAST = re.compile(
    r",?[^,。;“《]{0,24}?(?:将|还会|仍会|会|预计)(?:再次|继续|仍|普遍|逐渐|陆续|先后|再度)?(?:有|迎来|受到?|出现|持续|维持|遭遇|现)"
    r"[^,。;“《]{0,14}?(?:冷空气|寒潮|降温|降[水雨雪]|雨雪|雨夹雪|[小中阵]雨|大风|沙尘|雾霾|高温|多云|阴天|冰冻|升温|回暖)"
    r"(?!车|慰问|活动|防|应急|演练|预警)"
)
_BEFORE_THAT = re.compile("[则就也都均]?(?:只|还|仅)?是(?!否)")  # 2000年前则是1967年的那一场
# 以下纪录由2000年开始计算: of what the page itself counts
_OF_THE_PAGE = re.compile(r"(?:以下|下列|下[表图文]|上[表图述]|本[表图页文])[^,。]{0,10}[由自从]")
_COUNTS_FROM = re.compile("(?:开始|起)?(?:计算|统计|计|算|编号|收录|记录|整理)")


ROWS = (
    Rule(
        "state",
        Part.NONE,
        state,
        (
            "⟦2020年|2020⟧是全面收官之年",
            "码头停工⟦今天|2025-11-11⟧已进入第42天",
            "⟦4月1日|2025-04-01⟧是旅客集中返程的时间",
            "⟦2021年|2021⟧最受欢迎的图书是小说",
            "而⟦2000年前|../2000|deadline⟧则是另一场台风",
            "以下纪录由⟦2000年|2000⟧开始计算。",
            "⟦那年|1998⟧,他才二十岁。",
            "⟦1月26日|2024-01-26⟧,中东部还会受到冷空气影响",
            "⟦1月25日|2020-01-25⟧是农历⟦大年初一|2020-01-25|observance⟧,图书馆开始借书",
        ),
    ),
    Rule(
        "being",
        Part.NONE,
        being,
        (
            "她曾是⟦1980至1990年代|1980/1999|period⟧的当家花旦之一",
            "直到⟦1990年|1990⟧,这家茶馆始终是镇上最热闹的去处",
        ),
    ),
    Rule("season", Part.NONE, season, ("⟦十月|2019-10⟧金秋到来,喜庆祖国华诞",)),
    Rule(
        "adjectival",
        Part.NONE,
        adjectival,
        ("⟦1960年代末期|1967/1969|period⟧,两国关系紧张", "⟦1937年|1937⟧,华北局势紧张"),
    ),
    Rule("boast", Part.NONE, boast, ("⟦这一年|2015⟧,我们深化改革、提质增效",)),
)
