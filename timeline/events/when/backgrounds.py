"""Dates of what stands behind the news: its reason, the age of it, what it is compared with, what is only wished for.

Each function is a condition of a row in `roles`, where its examples stand. Such dates make no events.
"""

from __future__ import annotations

import re

from timeline.events.language.words import verbs
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind

_GROUND = r"(?![\u4e00-\u9fff]{0,2}[病症癌疾伤祸难案故事公此]于)"  # 因病于4月2日逝世: the day is that of the death
_REASON = re.compile(
    rf"[“ >]{{0,4}}(?:正?是?因为|由于|因为|因(?=[\u4e00-\u9fff]{{1,3}}于){_GROUND}|起因|原因|鉴于"
    r"|虽然|虽说|尽管|即使|即便|除了)"
)


def reason(mention: Mention) -> bool:
    """由于这学期已经过半,…: why, or in spite of what, the rest is so. 因病于4月2日逝世 is told of the death."""
    start, end = mention.clause
    return mention.sentence.at.end > end and _REASON.match(mention.document.text, start) is not None


_AGE = 9 * 365  # days: a decade, a reign, a century


def age(mention: Mention) -> bool:
    """嘉靖年间, 21世纪初期: an age in which something was so, and no day of it."""
    first, last = mention.when.first, mention.when.last
    if mention.kind is ExpressionKind.DEADLINE or mention.grain == "day" or _FROM_TO.search(mention.text):
        return False
    if first and last:
        built = mention.opens and _BUILT.match(mention.after) is not None  # 光绪末年毁于火
        return (last - first).days >= (_LONG_AGE if built else _AGE)
    return re.fullmatch(r"\d{3}X(?:/\.\.)?|\d\dXX(?:/\.\.)?", mention.edtf) is not None


_BUILT = re.compile("[又再复曾]?(?:毁|焚|圮|倾|废|重[修建]|增修|扩建|改建|迁建|始建|创建|建成|兴建|修葺|被毁)")
_LONG_AGE = 15 * 366  # days
_FROM_TO = re.compile(r"[至到~—–-]\D{0,3}[\d一二三四五六七八九]")


def likened(mention: Mention) -> bool:
    """不会像去年那样: that to which something is likened."""
    if _AFTER_OTHERS.search(f"{mention.before}{mention.text}"):
        return True
    if _AS.search(mention.before) is not None and _SO.match(mention.after) is not None:
        return True
    if _WITH.search(mention.before) and _SET_AGAINST.match(mention.after):
        return True
    return _WITH.search(mention.before) is not None and _THE_SAME.match(mention.after) is not None


# 是继2017及2019年后再度举行: the times before it.
_AFTER_OTHERS = re.compile(r"继[\d年及和与、月届在于,]{0,24}之?后$")
# 该旗与共和国在1952年到1990年期间使用的旗子设计相同
_WITH = re.compile(r"(?:与|和|同|跟)[^,。]{0,24}$")
_SET_AGAINST = re.compile("的[^,。;]{1,16}?(?:对比|相比|比较|相较)(?=$|[,。;])")  # 与6月9日的情况对比
_THE_SAME = re.compile(r"[^,。]{0,12}的[^,。]{1,14}?(?:相同|一样|相似|类似|不同|一致|相近|相当|无异)(?=$|[,。])")


_AS = re.compile(r"(?:像|如同?|同|跟|和|与|似)$")
_SO = re.compile(
    r"[^,。]{0,12}?(?:那样|这样|那般|一样|一般|相同|相比|不同|类似|相似|相?连休?|重合|重叠|叠加)"
)  # 与周末连休
_SOME = re.compile(r"(?:许多|不少|一些|有些|那些|这些|几[名位个]|部分|原本?)$")


def of_somebody(mention: Mention) -> bool:
    """许多今天早上还在会场的记者也赶来: a date that says which people are meant."""
    if mention.text.endswith("前") and _LONG_SINCE.match(mention.after):
        return True
    return (
        _SOME.search(mention.before) is not None
        and re.match(r"[^,。]{2,20}?的(?=[^,。]{2})", mention.after) is not None
    )


_LONG_SINCE = re.compile(
    r"(?:就|便|即|早)?(?:已经?|曾经?)[^,。的]{1,12}的(?=[^,。]{4})"
)  # 六年前就已被打倒的某人被押送


_WISHED = re.compile(
    r"(?:(?<![有无没])希望|期待|期望|盼望|期盼|寄望|打算|渴望|力争|争取|力求|有意|愿意?|答应|承诺|许诺|保证|扬言)(?:能够?|会|可以?|将|其|尽快|早日)?(?:[在于到从至]|,)?$"
)


def wished(mention: Mention) -> bool:
    """力争于2027年建成, 答应在第二天答复: what somebody wishes or promises, and nobody has done."""
    return _WISHED.search(mention.before) is not None


_VAGUE = re.compile(
    r"最?近[几数一二两三四五六七八九十\d]{1,3}(?:多)?(?:年|个月|天|日)来?|[一二两三四五\d]{1,2}年多?来|(?:已经)?过去近[一二三两半几数\d]{1,2}(?:年|个月|天|日)|近年来?|近期|近些年来?|这?[一两二三几]年来|日后|往后|多年来?|历年来?|长期以来|一直以来|未来|将来|今后|此后|当前|目前|现在|如今|近来|最近|往年|过去|以往|届时|现如今|现今|时下|眼下|连日来?|这些[年天]来?|曾经|平时|以来|疫情期间|当时|那时|接下来|不久"
)
_FORMER_TIME = re.compile("(?:去年|上年|往年|历年|以往)[^,。]{0,10}(?:时间|日期|日子)?[为是在]$")
_PLAN = re.compile(r"十[一二三四五六七八九]五")


def vague(mention: Mention) -> bool:
    """近年来, 最近两个月, “十四五”: a time without ends, or a plan by its number."""
    if _FORMER_TIME.search(mention.before):
        return True  # 去年开镰时间为5月17日
    if mention.text in ("今天", "今日", "现在") and mention.after.startswith(("的", "所")):
        return True
    return (
        _VAGUE.fullmatch(mention.text.strip("“”").removesuffix("的")) is not None
        or _PLAN.search(mention.text) is not None
    )


_COMPARE = re.compile(
    r"(?:同比|相比|相较|较之|超过|不及|不如|逊于|(?:(?<!登)高|[低多少好优早晚大小])于|胜过)[^,]{0,4}$|"
    r"(?:(?<![评竞对百占])比|较)(?![赛例重武率试拼喻邻量])[^,]{0,4}(?<![在于自从])$"
)


def compared(mention: Mention) -> bool:
    """比去年多: that with which something is compared."""
    return _COMPARE.search(mention.before) is not None or "同期" in mention.text


_REMEMBERED = re.compile(r"(?:回想|回首|回顾|想起|想当年|记得|犹记|忆起|遥想)[^,。;]{0,6}$")
_REMEMBERS = re.compile(r"^(?:[但而]|至今)?(?:记者|笔者|我)(?:至今|还|仍|犹|清楚地?|依稀)*(?:记得|[回遥]想(?:起来?)?)$")
_TURNED = re.compile(
    r"(?:[^,。;]{0,4}?(?:转眼间?|眨眼间?|一晃|不知不觉间?|不觉|时间|时光|岁月))?(?:又|已经?|便|就|正)*(?:来到|进入|步入|到了?|至|是|迎来)了?"
)


def remembered(mention: Mention) -> bool:
    """回想去年,我们还在忙碌; 转眼已是六月。: what a writer looks back on, or how time goes by."""
    text, clauses = mention.document.text, mention.sentence.clauses
    number = clauses.index(mention.clause)
    led = number > 0 and mention.opens and _REMEMBERS.match(clauses[number - 1].of(text)) is not None
    if led or _REMEMBERED.search(mention.before):
        return not any(kind == "hold" for _, kind in verbs(mention.after))
    ends = mention.at.end >= mention.sentence.at.end and mention.grain in ("month", "part") and len(mention.before) > 1
    return ends and _TURNED.fullmatch(mention.before) is not None


_GREETED = re.compile(
    r",?(?:我们?|大家|本人|[在能得以有幸有机会再度次]|也|真的?){0,6}(?:很|非常|十分|特别|格外|真的?|深感|倍感|感到|无比|至为)"
    r"(?:的)?(?:高兴|荣幸|开心|感谢|欣慰|感动|激动|兴奋|欢喜)"
)


def greeted(mention: Mention) -> bool:
    """今天非常高兴与大家相聚: how a speaker begins; 10日早高峰请注意安全: what a writer asks of all who read."""
    if not mention.single_day:
        return False
    begun = mention.topic or not mention.after.startswith(",")  # and not 上线日期是8月4日,请留意
    asked = begun and mention.kind is not ExpressionKind.DEADLINE and _TAKE_CARE.match(mention.after) is not None
    said = _GREETED.match(mention.after) or _WISHES.match(mention.rest)
    return asked or said is not None or _in_talk(mention)


_TAKE_CARE = re.compile(
    r",?[^,。;]{0,12}?(?:敬?请|务必|记得)(?:大家|市民|各位|广大[一-鿿]{2,4})?(?:注意|留意|小心|谨慎|当心|合理安排|关注)"
)
# 向大家说声“新年快乐,万事如意”
_WISHES = re.compile(
    r",?[^。,;]{0,16}?(?:(?:向|给|对)[^,。;]{1,12}(?:[说道送]一?[上声句]|拜年|拜个|问好|问声|致以)|(?:恭|敬|谨|预|遥)?祝(?:福|愿)?(?=您|你|大家|各位|全体|广大))"
)
_TODAY = ("今天", "今日", "今晚", "今早")
_TALK = 80  # characters of what somebody says before a day in it


def _in_talk(mention: Mention) -> bool:
    """“上赛季我们输过,今天拿回了三分。”: a day of which one who did it speaks."""
    text, start = mention.document.text, mention.at.start
    if mention.text in _TODAY and text[max(start - len("历史上的"), 0) : start] == "历史上的":
        return True
    opening = text.rfind("“", max(start - _TALK, mention.block.at.start), start)
    closed = "”" in text[opening:start] or text[opening - 1] not in ":,"
    return (
        mention.text in _TODAY
        and opening > 0
        and not closed
        and re.search("我们?|咱们", text[opening:start]) is not None
    )


_SPEAKS = re.compile(r"(?:表示|指出|强调|介绍|认为|坦言|提到|提出|透露|回忆|谈到|说|称)[道说]?$")


def recalled(mention: Mention) -> bool:
    """厂长强调,2019年我们有过教训: of a year or years, in the words of somebody who speaks of something else."""
    coarse = mention.grain in ("year", "part") and mention.kind is not ExpressionKind.DEADLINE
    if not coarse or mention.edtf.count("-") >= _OF_A_DAY or mention.kind is ExpressionKind.OBSERVANCE:
        return False
    text = mention.document.text
    near = text[max(mention.block.at.start, mention.sentence.at.start - _SPEECH) : mention.sentence.at.start]
    if mention.opens and _GOES_ON.search(near) and not _SPEAKS_NOT.search(near):
        return True
    said = (clause for clause in mention.sentence.clauses if clause.end < mention.at.start)
    return any(
        _SPEAKS.search(text, max(start, end - _VERB), end) and not text.startswith("据", start) for start, end in said
    )


_SPEECH = 200  # characters of a speech before a year in it
_GOES_ON = re.compile(r"[一-鿿](?:表示|指出|强调)[,:](?!“)")  # 市长表示,…。去年,双方签约。
_SPEAKS_NOT = re.compile(r"据|生于|毕业于|\d{4}年")
_OF_A_DAY = 2  # hyphens of a day that is only about right
_VERB = 4  # characters of a verb of speaking
_LONG_AGO = re.compile(r"(?:[十几数]{1,2}|[一二三四五六七八九]?十)[多余几]?年(?:以|之)?前|多年(?:以|之)?前|早年")


def long_ago(mention: Mention) -> bool:
    """十多年前: so long ago that nobody says when."""
    return _LONG_AGO.fullmatch(mention.text) is not None and not mention.single_day


_APPOSED = re.compile(
    r"[^,。;]{0,24}?(?:的|一个)(?:一个|第[一二三四五六\d]{1,2}个)?(?:周|星期|礼拜)[一二三四五六日天]|"
    r"[^,。;]{2,24}的(?:日子|一天|那天|早晨|清晨|上午|中午|午后|下午|傍晚|晚上|夜晚|第[一二三四五\d]{1,2}天)"
)


def apposed(mention: Mention) -> bool:
    """3月15日,开学后不久的一个周六,协会主办…: other words for the day before them."""
    clauses = mention.sentence.clauses
    number = clauses.index(mention.clause)
    before = next((one for one in mention.earlier if one.single_day and one.at.end == clauses[number - 1].end), None)
    if not number or before is None or not before.opens:
        return False
    return number + 1 < len(clauses) and _APPOSED.fullmatch(mention.document.text, *mention.clause) is not None


_HAVING = re.compile(r"[^,。;的]{2,12}的[^,。;的]{2,16}?(?:已经?|均|都|仍|至今|现已|目前|尚)[^,。;]{1,12}$")


def of_what_there_is(mention: Mention) -> bool:
    """2009年购进的两台冲床已超年限: the year says which thing is meant."""
    coarse = (
        mention.grain in ("year", "month") and "/" not in mention.edtf and mention.kind is not ExpressionKind.DEADLINE
    )
    return coarse and mention.opens and _HAVING.match(mention.after) is not None


ROWS = (
    Rule(
        "apposed",
        Part.NONE,
        apposed,
        ("⟦2014年3月15日|2014-03-15⟧,开学后不久的一个⟦周六|2014-03-15⟧,协会举办沙龙",),
    ),
    Rule(
        "vague",
        Part.NONE,
        vague,
        (
            "去年开镰时间为⟦5月17日|2024-05-17⟧",
            "⟦近年来|../2023|period⟧,区残联推进工作",
            "“⟦十四五|2021/2025|period⟧”规划印发",
        ),
    ),
    Rule(
        "greeted",
        Part.NONE,
        greeted,
        (
            "校长致辞时表示,⟦今天|2022-08-24⟧非常高兴与大家参加这场盛会",
            "⟦今晚|2019-05-02⟧,很荣幸能与各位相聚",
            "⟦10日|2024-07-10⟧早高峰请注意出行安全",
            "⟦新年第一天|2024-01-01⟧,向大家说声新年快乐",
            "教练说:“上赛季我们在这里输过,⟦今天|2024-05-12⟧拿回了三分。”",
        ),
    ),
    Rule(
        "remembered",
        Part.NONE,
        remembered,
        ("回想⟦去年|2023⟧,大家还在为搬迁忙碌", "春去夏来,转眼已是⟦六月|2024-06⟧。", "猪年过去,又到了⟦九月|2019-09⟧。"),
    ),
    Rule(
        "compared",
        Part.NONE,
        compared,
        ("人数比⟦去年|2019⟧多",),
    ),
    Rule(
        "likened",
        Part.NONE,
        likened,
        (
            "肯定不会像⟦去年|2007⟧那样被动",
            "元旦放假,与⟦周末|2023-12-30/2023-12-31|period⟧连休,共3天",
            "但与⟦6月9日|2019-06-09⟧的游行情况对比,人数更多",
            "展会是继⟦2019年后|2019/..|period⟧再度举行",
            "该旗与共和国在⟦1952年到1990年期间|1952/1990|period⟧使用的旗子设计相同",
        ),
    ),
    Rule(
        "of somebody",
        Part.NONE,
        of_somebody,
        ("许多⟦今天早上|2014-03-10⟧还在会场的记者也赶来", "⟦六年前|1961⟧就已经被撤职的校长被带回学校"),
    ),
    Rule(
        "wished",
        Part.MINOR,
        wished,
        (
            "公司力争于⟦2027年|2027⟧建成一批站点",
            "学校希望在⟦5月|2014-05⟧恢复上课",
            "官员答应在⟦第二天|2019-07-08⟧给家长答复",
        ),
    ),
    Rule("reason", Part.NONE, reason, ("由于⟦这学期|2019-09/2020-01|period⟧已经进行到一半,欢迎学生先来旁听",)),
    Rule("age", Part.NONE, age, ("这座古都曾经在⟦北宋年间|0960/1127|period⟧繁华盖世",)),
    Rule(
        "recalled",
        Part.MINOR,
        recalled,
        ("厂长强调,⟦2019年|2019⟧我们有过教训", "理事长指出,⟦2012年|2012⟧双方签订备忘录"),
    ),
    Rule("what there is", Part.MINOR, of_what_there_is, ("⟦2009年|2009⟧购进的两台冲床已超年限,建议更换",)),
    Rule("long ago", Part.MINOR, long_ago, ("居民反映,⟦十多年前|2012~|period⟧有人在此掩埋废弃物",)),
)
