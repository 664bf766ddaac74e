"""Dates of which nothing is told: on the furniture of a page, in a question, of what nobody knows or is called to.

Each function is a condition of a row in `roles`, where its examples stand.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import borders, has_verb, is_word
from timeline.events.language.words import branch, pattern, verbs, words
from timeline.events.mentions import Mention
from timeline.model import ExpressionKind
from timeline.setting.publication import closes_clipping

_PAGE_DATE = re.compile(r"\d{4}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_LINE = 90  # characters of a line of furniture
_PARTY = re.compile(r"(?:原告|被告|上诉|申请|被害|嫌疑|辩护|罪犯|第三)人?")


def furniture(mention: Mention) -> bool:
    """A line of the page, not of the text: who put it there and when, what to read next."""
    start, end = mention.block.at
    line = mention.document.text[start : min(end, start + _LINE + 1)]
    if _ISSUED.search(mention.before):
        return True
    if _TAKEN.search(mention.before) and mention.at.end >= mention.sentence.at.end - 1:
        return True
    text, at = mention.document.text, mention.at
    if closes_clipping(text[max(start, at.start - _LINE) : at.start], text[at.end : min(end, at.end + _LINE)]):
        return True
    if _SIGNED.search(mention.before) and mention.at.end >= mention.sentence.at.end - 1:
        return True
    if len(line) > _LINE or "。" in line:
        return False
    if pattern("page").search(line) or _PAGE_PART.fullmatch(line.replace(mention.text, "", 1).strip(" :|#*-")):
        return True
    if start < _HEAD and _SECONDS.search(mention.text) and _PAGE_DATE.match(mention.text):
        return True
    if re.search("[!?]", line) and not _STAMPED.search(line):
        return False
    if _STAMP.fullmatch(line.replace(mention.text, "", 1)):
        return True
    if start < _HEAD and _PAGE_DATE.match(mention.text) and _TAGS.fullmatch(line.replace(mention.text, "", 1).strip()):
        return True
    rest = _ADDRESS.sub("", line.replace(mention.text, "", 1)).strip(" :|-")
    listed = line.startswith(("-", "*", "+", "·", "●"))
    full = start < _HEAD and not listed and _PAGE_DATE.match(mention.text) is not None
    if full and len(rest) <= _OUTLET and _HOUR.search(mention.text) and not has_verb(rest):
        return not rest.endswith(words("noun"))  # 2024-10-24 13:17 某某时光
    return full and len(rest) <= 16 and _MEDIUM.search(rest) is not None and not verbs(rest)


_SIGNED = re.compile(r"^[一-鿿]{2,8}(?:[谨敬拜]?启|[谨敬][白识具上])[ ,]{0,2}$")  # 某某谨启 二月廿二日
_TAKEN = re.compile(r"(?:记者|摄影|通讯员)[一-鿿· ]{2,10}(?:摄|传真|拍摄|翻拍|提供)[ )]{0,2}$")  # below a picture
_ISSUED = re.compile(r"(?:发言|公告|发布|发文|发稿|刊登|更新|上传)(?:日期|时间)[ :]{0,2}$")
_STAMP = re.compile(  # date_gmt: "2011-05-11 01:20:26 +0800"
    r"[- ]{0,4}[\"']?[A-Za-z][A-Za-z_-]{1,24}[\"']? ?[:=] ?[\"']?[ T]?[\d:.]{0,15} ?"
    r"(?:Z|[+-]\d{2}:?\d{2})?[\"']?,?"
)
_MEDIUM = re.compile(r"(?:网|报|社|台|圈|频道|论坛|在线|传媒|公众号|客户端|编辑|记者[一-鿿·]{2,4})$")
_STAMPED = re.compile(r"(?:网|报|社|台|周刊|传媒)\d{4}[-/.]\d{1,2}[-/.]\d{1,2} \d{1,2}:\d\d(?::\d\d)?$")
# 今日导读, 当前报章2020年7月9日: what a part of the page is called.
_PAGE_PART = re.compile(
    r"(?:当前|本期|本版|最新)?(?:报章|导读|要闻|头条|头版|新闻|快讯|日报|电子报|版面|看点|焦点|推荐|热点|热门|活动表|行事历|天气|首页|目录)(?:速览|推荐|一览|列表)?"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{1,200}")
_HOUR = re.compile(r"\d:\d\d(?::\d\d)?$")
_SECONDS = re.compile(r"\d:\d\d:\d\d(?: ?[+-]\d{4})?$")  # nobody tells of an event to the second at the head of a page
_OUTLET = 10  # characters of who published at an hour
_TAGS = re.compile(r"(?:[^ ,。;:()“”《》\d-]{2,4} ){2,6}[^ ,。;:()“”《》]{2,12}")  # 江岸 车祸 交通 江岸直播
_HEAD = 400  # characters within which a page says when it was put there


def question(mention: Mention) -> bool:
    """A question tells nothing of a month or a year; a day that it names stands."""
    end = mention.sentence.at.end
    asked = mention.document.text[end : end + 1] == "?"
    named = mention.kind is ExpressionKind.OBSERVANCE and "/" not in mention.edtf
    if (asked and (named or _WHY.search(mention.before))) or _ASKS.search(mention.before):
        return True  # 论述甲队为何在1949年落败
    return (asked and mention.grain != "day") or _WHETHER.search(_TITLE.sub("", mention.after)[:30]) is not None


_OUGHT = re.compile("[^,。;]{0,2}就应[该当]")  # 五月初就应该发帖
_WHY = re.compile("为(?:什么|何|啥)|怎么|何以|难道|凭什么")  # 为什么活动会是在5月3日呢?
_ASKS = re.compile(r"(?:为什么|为何|如何|怎样|究竟)(?:会|能|要)?[在于从]$")
_TITLE = re.compile(r"《[^《》]{1,60}》")
_WHETHER = re.compile(
    r"(?<![决商研讨论\])])(?:是否|为何|为什么|究竟|怎么(?!样)|怎样|多少钱)|^,?谁|^[^,]{0,12}谁(?=[会能将是在先])"
)
_BELIEVED = re.compile(
    r",?[^,趁因]{0,10}?(?:应该(?:是|会|已|在)|估计|(?:我们?|大家|笔者|不少人)相信|似乎|好像|也许|大概|恐怕|愿意|应[该当]?可以|只能|不得不|仍然|依然|依旧|仍(?:有|是|为|属)|(?:没有|仍未|尚未|并未|未有|未曾)(?![^,。;]{1,10}的[\u4e00-\u9fff]{2})|无人(?![机驾区船车艇岛店飞潜舰])|迄今已)"
)
_GUESSED = re.compile(r"(?:^|[他她它们局署部会院社家者])(?:则|也|更|曾)?(?:估计|预测|预料|推算|评估)[^,]{0,20}$")
_BECAUSE = re.compile(r"[^。]{0,40}?,?(?:正|就|也|都)?是(?:因为|由于|为了)")


_NOT_YET = re.compile(r",?[^,。;]{0,8}?(?:还未|还没有?)(?![^,。;]{0,8}[就便])")  # 下午2时,活动还未开始


_FELT = re.compile(r"(?:感叹|感慨|觉得|认为|看来|坦言|直言)(?:道|说)?[,:]$")


def believed(mention: Mention) -> bool:
    """What is guessed, wished, still so, or did not happen."""
    if _GUESSED.search(mention.before) and not verbs(mention.before):
        return True
    if mention.after.startswith(("迄今", "至今", "般", "似的")) or (mention.opens and _NOT_YET.match(mention.after)):
        return True
    if not mention.single_day and mention.kind is not ExpressionKind.DEADLINE and _OUGHT.match(mention.after):
        return True
    if not mention.single_day and _FELT.search(mention.document.text, mention.sentence.at.start, mention.at.start):
        return not verbs(mention.before + mention.after)
    return _BELIEVED.match(mention.after) is not None or _BECAUSE.match(mention.rest) is not None


_SPAN = re.compile(
    r"在?(?:未来|过去|今后|往后|此前|之前)的?[^年月天日周]{1,4}(?:年|个月|周|天|日)(?:多|来|内|里|间|以来|之内)?的?"
)


_MEANS = re.compile(r",?[^,。]{0,16}?(?:将|要|会)(?:继续|持续|进一步|加[大快强]|不断|着力|全面|深入|全力|大力)")
_GOES_ON = re.compile(r",?[^,。]{0,16}?(?:将|要|会)(?:继续|持续(?![至到])|进一步|加[大快强]|不断|着力)")


def outlook(mention: Mention) -> bool:
    """未来五年, 过去两年来, 2024年将继续加大力度: how things stand or shall go on, not what happened."""
    goes_on = _GOES_ON if mention.grain != "year" else _MEANS
    if not mention.single_day and mention.kind is not ExpressionKind.DEADLINE and goes_on.match(mention.after):
        return not any(kind != "act" for _, kind in verbs(mention.after[:40]))
    if _SPAN.fullmatch(mention.text) is None:
        return False
    return not any(kind == "hold" for _, kind in verbs(mention.after[:40]))


def within_a_word(mention: Mention) -> bool:
    """建|立春|节, 然|后一天|内: what was read as a day is the half of two words."""
    if mention.text.endswith("月") and mention.after.startswith("龄"):
        return True  # 6月龄以上的婴儿
    if _IN_SIGNS.fullmatch(mention.text) and _runs_on(mention):
        return True
    if not (mention.kind is ExpressionKind.OBSERVANCE or mention.text.startswith(("是日", "后"))):
        return False
    head = mention.document.text[max(mention.at.start - 3, mention.block.at.start) : mention.at.start]
    words_ = head + mention.text[:4]
    return bool(head) and is_word(head[-1] + mention.text[0]) and len(head) not in borders(words_)


_IN_SIGNS = re.compile(r"一日|当年初|去年初|上月初|年初|年底|月底")
_BEHIND = 3  # characters behind a date that may be of its word


def _runs_on(mention: Mention) -> bool:
    """一|日照|中心, 当年|初恋|时: the last sign of a date is the first of another word."""
    end = mention.at.end
    words_ = mention.document.text[mention.at.start : min(end + _BEHIND, mention.sentence.at.end)]
    size = len(mention.text)
    return len(words_) > size and is_word(words_[size - 1 : size + 1]) and size not in borders(words_)


def party(mention: Mention) -> bool:
    """The day of birth by which a court tells one person from another."""
    if not re.match(r"(?:出生|生)(?:于[^,。;]{2,14})?(?=[,。;)]|$)", mention.after + "。"):
        return False
    head = mention.document.text[mention.sentence.at.start : mention.at.start]
    return re.search(r"[男女]", head) is not None and _PARTY.search(head) is not None


def before_a_date(mention: Mention) -> bool:
    """七年前的9月23日: it only leads to the date behind it."""
    if mention.following is None or not mention.text.endswith(("前", "后")):
        return False
    between = mention.document.text[mention.at.end : mention.following.start]
    if between in ("于", "在", ",") and mention.edtf.endswith("/.."):
        return True  # 二次大战之后于民国三十六年担任理事
    return re.fullmatch(r"的(?:美国时间|当地时间|北京时间)?", between) is not None


_EXAMPLE = re.compile(r"以[^。;]{2,60}?为例|\((?:例[如:]|如[^()。,]{0,10}(?:时间|日期|日)[为是])")


def example(mention: Mention) -> bool:
    """以40号线为例,现时车资为五元,4月4日将加至六元: what a rule comes to in one case."""
    text, start = mention.document.text, mention.at.start
    return (
        _EXAMPLE.search(text, max(text.rfind("。", 0, start) + 1, mention.block.at.start, start - _CASE), start)
        is not None
    )


_CASE = 200  # characters over which an example goes on
_REFERRED = re.compile(
    r"(?:追溯[到至]|距离?|距今|相距|时隔|相隔|有别于|不同于|区别于|来自于?|相当于|早于|晚于|不早于|不晚于)$"
)


def referred(mention: Mention) -> bool:
    """事件要追溯到上个月: a day from which something is counted, or to which it is likened."""
    return (
        _REFERRED.search(mention.before) is not None or _SINCE.search(mention.before + "|" + mention.after) is not None
    )


_SINCE = re.compile(r"自从?\|[^,。]{4,40}(?:以来|至今)(?=最|首|第|的|$)")  # 自1991年有直选以来最低的一次


_OF_NOTE = re.compile(r"[^。]{0,30}?(?:是|为|成为)[^,。]{0,20}?(?:日子|时刻|(?<!第)一[天年]|节点|契机)$")


def of_note(mention: Mention) -> bool:
    """A day of which it is only said that it matters."""
    that = _THAT_DAY_IS.match(mention.after)
    if mention.text in ("这一天", "那一天") and _MADE.search(mention.before):
        return True
    that_day = that is not None or _THAT_DAY.fullmatch(mention.text) is not None
    named = that_day and _NAMED.match(mention.after, that.end() if that else 0) is not None
    return named or _OF_NOTE.match(mention.after) is not None


_MADE = re.compile("[使让把将令]$")
_THAT_DAY = re.compile("[这那]一?天|当天|当日")
_THAT_DAY_IS = re.compile(r",[这那]一?天(?=[正恰也又刚是逢值])")
_NAMED = re.compile(r"[正恰也又刚]?[好巧]?(?:是|逢|值)[^,。]{0,20}(?:节|日|周末|星期[一二三四五六天])”?(?:[,。]|$)")


_ELIGIBLE = re.compile(
    r"[^,。]{0,12}?(?:[以之]?[前后])?(?:\(含\))?(?:期间)?(?:出生|[以之]?后?入学[^,。]{0,10}?|毕业[^,。]{0,6}?)"
    r"(?:者|的(?:人|公民|儿童|考生|学生|同学|毕业生|男|女)|,?方可?)"
)


_BORN = re.compile(r"(?:\(含\))?出生(?!入|地)")  # 1989年1月1日以后出生,本科以上学历


def eligible(mention: Mention) -> bool:
    """限2006年以前出生者: who may take part."""
    if mention.text.endswith(("前", "后")) and _BORN.match(mention.after):
        return True
    if _BARRED.match(mention.after) and _YEARS_BEFORE.fullmatch(mention.before):
        return True
    return (
        _ELIGIBLE.match(mention.after) is not None or _OF_AGE.search(mention.before + "|" + mention.after) is not None
    )


# 2022年、2023年已获奖的项目不得重复申报: the year is that of a prize, and the rule is of no day.
_BARRED = re.compile(
    r"(?:[、,和及至](?:\d{4}|\d{2})年度?)*[^,。;、]{1,20}的[^,。;的]{1,10}?"
    r"(?:不得|不再(?:重复|参|受理|申|推荐|安排)|不予|不能|不可|无需|无须|可不|方可|均?可(?:直接|免|不)|须重新|应重新)"
)


_YEARS_BEFORE = re.compile(r"[^一-鿿]{0,5}[在于凡]?(?:\d{2,4}年度?[、,和及至])*")
_OF_AGE = re.compile(
    r"[周\d]岁[^|]{0,16}\|(?:[之以]?[前后]|期间|间)?(?:\([^()]{0,8}\))?出生|"
    r"(?:须|应当?|需|必须|限)[为是]?(?:[在于自])?\|(?:[之以]?[前后])?(?:\([^()]{0,10}\))?(?:期间)?(?:出生|毕业)(?:$|[,。;])|"
    r"\|(?:[之以]?[前后]|时|,|当[日天])?(?:已|须|应|尚)?(?:年?满|未满|不满)[^,。;]{0,3}\d{1,2}[周岁]|(?:出生|生日)[^,。;|]{0,4}(?:须|应|需|限)[^,。;|]{0,4}\|"
)


_MAYBE = re.compile(
    r"(?:有望|或将|可能|或许|或会|恐将?|(?<![材资原饮物燃颜肥饲布面染史照])料将?|很可能|大概率)(?:会|将)?"
    r"(?:[在于到至从]|推迟[到至]|延[期后]?[到至]|提前[到至])?$"
)


# 入汛可能等到4月初, 本月开学的大学可能会遭遇: what is thought likely, and done by nobody
_MAYBE_SO = re.compile(
    r"[^就或尽不]可能(?:会|要|将)?(?:等|迟|早|晚|遭|面临|出现|持续|达|超|受|有)|"
    r"的(?:可能性?|概率|几率|机会|风险|压力)(?:正|也|都|已|将|会|仍|并|在)*(?:[加增变]大|上升|提高|增加|较[大高]|很[大高小]|不[大高]|不能排除)"
)


_DEPENDS = re.compile(r"^[^,。;]{0,16}?(?:将|再|需)?(?:视|看)[^,。;]{2,20}?(?:决定|而定)")  # 行车情况将视风雨决定


_HOPEFUL = re.compile(",?(?:就|便)?(?:有望|或将|恐将)(?:会)?[一-鿿]")  # 竞争环境年底有望优化


def maybe(mention: Mention) -> bool:
    """有望于2028年实现: nobody has said that it will be."""
    if _DEPENDS.search(mention.after):
        return True
    if mention.grain != "year" and _MAYBE_SO.search(mention.before + mention.after):
        return True
    if _HOPEFUL.match(mention.after):
        return True
    return _MAYBE.search(mention.before) is not None or (
        mention.opens and re.match(r",?[^,]{0,8}?(?:有望|或将|很可能|恐将)", mention.after) is not None
    )


_MOVED = re.compile(
    r"(?:改期?|移|延期|延后|推迟|提前|顺延|平移|挪|展延|调整)(?:至|到|于|在|为)$|(?:改期|延期|平移|顺延)$"
    r"|[移改调挪][至到在为][^,。]{2,20},[举办行活动]{0,2}时间(?:改|调整)?[为是]$"
)
_LATER = re.compile(r"延至$")
_ORIGINAL = re.compile(r"(?:原|原定于?|原[订本]于?|原计划于?|由|从|自)$")


_ONLY_HOUR = re.compile("[年月日号周旬季底初末]|星期|礼拜|[今昨明当次翌后]天|[/.-]|节")


def moved(mention: Mention) -> bool:
    """原定5月13日的演唱会改至9月9日: the day on which a thing is no more."""
    if mention.following is None or _ONLY_HOUR.search(mention.following.of(mention.document.text)) is None:
        return False  # 自5月1日起改为9时至17时: the day is the same
    between = mention.document.text[mention.at.end : mention.following.start]
    if len(between) > _FAR or not (_MOVED.search(between) or _LATER.search(between)) or re.search("[。;]", between):
        return False
    original = _ORIGINAL.search(mention.before) is not None
    if not original and mention.single_day and _AN_HOUR.match(mention.document.text, mention.following.start):
        return False  # 12月8日末班车提前至23时发车: another hour of the same day
    return original if _LATER.search(between) or len(between) > 6 else True


_AN_HOUR = re.compile("(?:上午|下午|晚上?|凌晨|中午|早上?)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?::\\d\\d|[时点])")
_PUT_OFF = re.compile(r"[^。;]{0,60}?(?:延期|延后|推迟|暂缓|顺延|改期|另行通知|择日)")


def put_off(mention: Mention) -> bool:
    """原定于4月2日开幕的画展,因疫情防控需要延期: the day on which a thing is not held, where no new one is told."""
    return mention.following is None and bool(_ORIGINAL_DAY.search(mention.before) and _PUT_OFF.match(mention.rest))


_ORIGINAL_DAY = re.compile(r"原(?:定|[订本拟]|计划)于?$")

_INVITED = re.compile(
    r"[^,。]{0,10}?(?:一起来|一同来|快来|来吧|邀请[您你]|邀[您你]|请大家|请各位|敬请|欢迎(?:大家|各位|您|你))"
)


_WELCOME = re.compile(r"^(?:[|, ]|竭诚|诚挚|热烈|热诚|也|更|十分|非常)*欢迎")


def invited(mention: Mention) -> bool:
    """7月19日,一起来会场狂欢吧: a call to come to what is told elsewhere."""
    if not mention.single_day and _WELCOME.search(mention.before + "|" + mention.after):
        return True
    end = mention.sentence.at.end
    calls = mention.document.text[end - 1 : end] == "吧" or mention.document.text[end : end + 1] == "!"
    start = mention.clause.start
    near = mention.document.text[start : mention.at.start] + "," + mention.after.lstrip(",")
    return calls and any(_INVITED.match(words) for words in (near, mention.after.lstrip(", ")))


_FAR = 40  # characters between the old day of a thing and its new one


def moved_to(mention: Mention) -> bool:
    """由5月13日延至9月9日: the new day."""
    return bool(mention.earlier) and moved(mention.earlier[-1])


_RULED = 80  # characters of a clause that says of whom a rule speaks
_THOSE = re.compile(
    r"(?:所有|任何|凡是?|对于?|符合|如有|若有|持有?|凭)[^,]{4,}(?:者|人士|人员|居民|旅客|市民|考生|学生|单位|企业|观众|观众朋友|歌迷|民众|家长|客户|的)$"
)


def those(mention: Mention) -> bool:
    """所有在入境前14天内曾到过该省的人士: of whom a rule speaks."""
    text, (start, end) = mention.document.text, mention.clause
    return end - start <= _RULED and _THOSE.fullmatch(text, start, end) is not None


_I = re.compile(r"我(?![们小国市省县区校院馆局司会军方府处所社行队乡镇村部党公厂站中单台团系集店办委署])|你|您|咱")


# What a life is told by, one's own as well: 我是1986年5月出生的.
_OWN_LIFE = re.compile(
    r"出生(?!入|地|时)|[生卒]于|毕业于|参加工作|[入参退]伍|参军|退休|结婚|考[上入取]|[走生]的$|^我生$|"
    + branch(words("parted"))
)
_TO_ME = re.compile(
    r"(?:[向对给跟让]|告诉)了?我(?![们国市省县区校院馆局司会军方府处所社行队乡镇村部党公厂站中单台团系集店办委署])"
)


_YOUR_THING = re.compile("^[您你](?:们)?[^,。]{0,24}的[^,。]{2,16}?(?:将|已|应|须|需)?[于在]$")


def personal(mention: Mention) -> bool:
    """我想起廿年前的中秋: what somebody feels is nobody's event, unless something is held."""
    text, (start, end) = mention.document.text, mention.clause
    here = _I.match(text, start) is not None or _I.match(mention.after.lstrip(", ")) is not None
    here = here and _YOUR_THING.search(mention.before) is None  # 您的积分将于3月31日清零
    here = here or _TO_ME.search(text, mention.at.end, min(end, mention.at.end + _LINE)) is not None
    return (
        here
        and not _OWN_LIFE.search(mention.before + mention.after)
        and not _of_a_memoir(mention)
        and not any(kind != "act" for _, kind in verbs(text[start : min(end, start + _LINE)] + mention.after))
    )


_WITH_ITS_YEAR = re.compile(r"\d{4}年|^\d\d年|[一二][九〇零O][一二三四五六七八九〇零O]{2}年")
_FEELING = re.compile(
    r"[你您]|想|觉|感[到受]|记[得忆]|喜欢|以为|希望|认为|知道|看[到见]|听[到见说]|害怕|[哭笑梦]|流泪|相信|愿|心|好像|似乎|难忘|怀念|思念|渴望|是(?=[^,。]{0,12}[的了]?$)"
)


def _of_a_memoir(mention: Mention) -> bool:
    """一九七三年秋,我回津上学: a deed with its year is one of a life, in whoever's words; what is felt is none."""
    if not mention.opens or not _WITH_ITS_YEAR.search(mention.text) or mention.text.endswith(("以来", "年后", "年前")):
        return False
    told = mention.after.lstrip(", ")
    deed = has_verb(mention.rest[:_LINE].lstrip(", ")) or bool(verbs(told)) or _GOES.search(told) is not None
    return deed and _FEELING.search(told) is None


_GOES = re.compile("(?:到|去|回|来到|离开|进入?|搬[进到])[^,。]{2}|[一-鿿][上到]?了[一-鿿]{2}")
