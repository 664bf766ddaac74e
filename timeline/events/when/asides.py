"""Dates of which nothing is told: on the furniture of a page, in an example, half of two words.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import borders, has_verb, is_word
from timeline.events.language.words import pattern, verbs, words
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
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
    if _ADDRESSED.match(line):
        return True
    if _CUT_IN_STONE.fullmatch(line.replace(mention.text, "@", 1)) or _QUOTED_FROM.fullmatch(
        line.replace(mention.text, "@", 1)
    ):
        return True
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
_ISSUED = re.compile(r"(?:发言|公告|发布|发文|发稿|刊登|更新|上传|落款|成文|签发|印发)(?:日期|时间)[ :为是]{0,2}$")
# 民国七十二年孟冬|吉旦立, 信士某某|五月|敬献: the foot of a tablet, whoever set it up.
_CUT_IN_STONE = re.compile(
    r"[^@,。;:]{0,24}@(?:岁次[一-鿿]{2,4}|[孟仲季暮][春夏秋冬]|[一-鿿]{1,2}月)?"
    r"(?:(?:谷|榖|穀|吉)旦|吉[日时]|良[辰时]|佳日)?(?:敬?立石?|勒石|泐石|(?:敬|谨|恭|拜)[立撰书题献识志志述刊启])?(?<!@)"
)
# — 某某 (@handle) 2017年3月3日, — Ada Lovelace 3 May 1843: who said it, and when
_QUOTED_FROM = re.compile(
    r"(?:> ?){1,3}(?:—{1,2}|–|--) ?[^@。;:]{2,30}(?:\(@[^()]{2,30}\))?,? ?@"
    r"|(?:—{1,2}|–|--) ?(?:[^@。;:]{2,30}\(@[^()]{2,30}\)|[A-Za-z][A-Za-z .’'-]{2,30}),? ?@"
)
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
_ADDRESSED = re.compile(  # slug: 2019-07-30-opening
    r"[- ]{0,4}[\"']?(?:[Ss]lug|[Pp]ermalink|[Aa]lias(?:es)?|[Uu]rl|URL|[Pp]ath|[Gg]uid|[Ff]ile(?:name)?|[Ii]mage)"
    r"[\"']? ?[:=]"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{1,200}")
_HOUR = re.compile(r"\d:\d\d(?::\d\d)?$")
_SECONDS = re.compile(r"\d:\d\d:\d\d(?: ?[+-]\d{4})?$")  # nobody tells of an event to the second at the head of a page
_OUTLET = 10  # characters of who published at an hour
_TAGS = re.compile(r"(?:[^ ,。;:()“”《》\d-]{2,4} ){2,6}[^ ,。;:()“”《》]{2,12}")  # 江岸 车祸 交通 江岸直播
_HEAD = 400  # characters within which a page says when it was put there


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


def remark(mention: Mention) -> bool:
    """这是今年以来的第三起: a remark on what was told."""
    return (
        re.match(
            r"(?:这|此|那)(?:也|正|已|就)?(?:是|为)",
            mention.document.text[mention.clause.start : mention.clause.start + 5],
        )
        is not None
    )


ROWS = (
    Rule(
        "within a word",
        Part.NONE,
        within_a_word,
        ("市里除建⟦立春|2026-02-04|observance⟧节值班制度外,派员巡查", "追忆⟦当年初|2011-01⟧恋时的苦涩"),
    ),
    Rule(
        "example",
        Part.NONE,
        example,
        (
            "以40号线为例,现时车资五元,⟦4月4日|2021-04-04⟧将加至六元",
            "连续六个月缴纳保险(例:开标为某月,则⟦2020年7-12月|2020-07/2020-12|period⟧均须缴纳)",
        ),
    ),
    Rule("remark", Part.NONE, remark, ("这是⟦年初以来|2014-01/2014-04|period⟧发生的第三起事故",)),
    Rule(
        "referred",
        Part.MINOR,
        referred,
        ("整件事要追溯到⟦上个月|2018-04⟧", "得票是自⟦1991年|1991⟧有分区直选以来最低的"),
    ),
    Rule("day of note", Part.NONE, of_note, ("⟦这两天|2015-09-23/2015-09-25|period⟧对公司来说是个非常重要的日子",)),
    Rule("party", Part.NONE, party, ("原审被告人李某,男,⟦1992年4月6日|1992-04-06⟧出生。",)),
    Rule(
        "before a date",
        Part.NONE,
        before_a_date,
        ("⟦七年前|2008|period⟧的美国时间⟦9月23日|2008-09-23⟧公司公布了手机",),
    ),
    Rule(
        "page",
        Part.NONE,
        furniture,
        (
            "上一篇:⟦2009年5月|2009-05⟧全市残疾人就业工作会议召开",
            "⟦2014-03-04|2014-03-04⟧ 考研圈",
            "记者王立新摄⟦2019年5月6日|2019-05-06⟧",
        ),
    ),
)
