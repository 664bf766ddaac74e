"""Dates of what nobody has seen: what is asked, guessed, hoped, felt, or only called to.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import has_verb
from timeline.events.language.words import branch, verbs, words
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind


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


_I = re.compile(
    r"我(?![们小国市省县区校院馆局司会军方府处所社行队乡镇村部党公厂站中单台团系集店办委署]|的?[祖外]?[祖公婆爷奶父母爸妈姥丈妻儿女哥姐弟妹舅姑姨叔伯]|的?曾祖)|你|您|咱"
)
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
    here = here or _TO_ME.search(text, mention.at.end, min(end, mention.at.end + _REACH)) is not None
    return (
        here
        and not _OWN_LIFE.search(mention.before + mention.after)
        and not _of_a_memoir(mention)
        and not any(kind != "act" for _, kind in verbs(text[start : min(end, start + _REACH)] + mention.after))
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
    deed = has_verb(mention.rest[:_REACH].lstrip(", ")) or bool(verbs(told)) or _GOES.search(told) is not None
    return deed and _FEELING.search(told) is None


_GOES = re.compile("(?:到|去|回|来到|离开|进入?|搬[进到])[^,。]{2}|[一-鿿][上到]?了[一-鿿]{2}")


_REACH = 90  # characters of a clause that are looked at


ROWS = (
    Rule(
        "question", Part.NONE, question, ("⟦一月|2008-01⟧ 谁将主宰足坛?", "⟦宪法日|2018-12-04|observance⟧的意义是什么?")
    ),
    Rule(
        "believed",
        Part.NONE,
        believed,
        (
            "⟦上月|2021-04⟧的高峰应该是暂时的",
            "⟦周一下午|2021-05-24⟧,没有任何官员说明",
            "⟦那天|2018-09-17⟧不停工,是因为估计不足",
            "有投资者感叹,⟦年初的一周|2016-01-04/2016-01-10|period⟧太难熬了",
        ),
    ),
    Rule("personal", Part.NONE, personal, ("我想起廿年前的⟦中秋|1999-09-24|observance⟧,还会疯狂的年纪",)),
    Rule(
        "outlook",
        Part.NONE,
        outlook,
        ("⟦未来五年|2021/2026|period⟧则共有二十六万人", "交警表示,⟦2024年|2024⟧将继续加大查处力度"),
    ),
    Rule(
        "maybe",
        Part.NONE,
        maybe,
        (
            "三期工程有望于⟦2018年|2018⟧基本建成",
            "部长可能于⟦下周|2018-04-23/2018-04-29|period⟧来访",
            "⟦年底|2014-12⟧再次加息的可能性增大",
            "行业环境⟦年底|2014-12⟧有望大幅改善",
        ),
    ),
    Rule(
        "invited",
        Part.MINOR,
        invited,
        ("⟦7月19日|2008-07-19⟧,一起来会场狂欢吧", "欢迎市民⟦即日起|2008-07-19/..|period⟧持券购物"),
    ),
)
