"""Dates of telling: when somebody wrote, heard, said or published what the rest of the sentence tells.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from timeline.events.language.words import verbs
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import Span
from timeline.resolve.years import LAW_OF_MACAU

_DATELINE = re.compile(
    r" ?(?:专?电|讯|信息|消息)(?:[\s(:,)】]|$)|"
    r" ?[〔(【\[][^〕)】\]]{0,8}(?:记者|编译|特派|通讯员|综合报[道导])[^〕)】\]]{0,24}[〕)】\]]"
)
_WIRE = re.compile(r"专?[电讯](?![影视话脑台器力动信子池梯网商缆源磁波])")
_WIRED = 16  # characters of an agency and its city


def dateline(mention: Mention) -> bool:
    """某社武汉2月5日电: when and from where the text was sent."""
    if _DATELINE.match(mention.after):
        return True
    head = mention.document.text[mention.block.at.start : mention.at.start]
    return len(head) <= _WIRED and _WIRE.match(mention.after) is not None and not verbs(head)


_REPORTED = re.compile(r" ?据[^,]{2,50}(?:消息|报道|报导|称|透露|援引|介绍|了解)")
_HEARD = ("获悉", "了解到", "得知", "获知", "探悉", "采访到")
_LEARNED = re.compile(rf",?[^,。]{{0,50}}(?:{'|'.join(_HEARD)})$")
_WHO_LEARNS = re.compile(r"记者|本[报刊网台社]|获悉|探悉")


def _source(mention: Mention) -> int | None:
    """Where the words end that say from whom something was heard on a day; None where nothing is so said."""
    text, clauses = mention.document.text, mention.sentence.clauses
    number = bisect_left(clauses, mention.clause)
    for start, end in clauses[number : number + (2 if mention.at.end >= mention.clause.end else 1)]:
        if not text.endswith(_HEARD, start, end):
            continue
        if _LEARNED.match(text[max(mention.at.end, start) : end]) and _WHO_LEARNS.search(text[start:end]):
            return end
    start, end = mention.clause
    return end if _REPORTED.fullmatch(text[start:end]) else None


def learned(mention: Mention) -> bool:
    """记者9日从…获悉: the day on which somebody heard of what another date of the sentence tells."""
    end = _source(mention)
    if end is None or mention.following is None or mention.following.start < end:
        return False
    return _LATELY.match(mention.document.text, *mention.following) is None


_LATELY = re.compile(r"近[日期来年几]|日前|最近|[目当]前|现在")


def heard(mention: Mention) -> bool:
    """昨日,记者从…获悉,…: where the rest says how things stand, nothing is told of the day."""
    end = _source(mention)
    return end is not None and not verbs(mention.document.text[end : min(mention.sentence.at.end, end + _TOLD)])


_TOLD = 120  # characters behind a source that say what was heard


_REPORTER = re.compile(
    r"(?:[^,]{0,8}?(?<![对向跟令让]))?记者(?:们|一行)?(?:(?:跟着|跟随|随同?|随着)[^,]{2,20}?(?=来到|走进|赶到|前往)|[^,]{0,6}?)"
    r"(?:从?[^,]{0,16}?(?:了解到|获悉|得知|证实了?|确认了?)(?:该|这一?|此|上述)(?:消息|情况|信息|事)|来到|赶到|赶往|赶赴|抵达|走进|走访|看到|见到|注意到|联系|致电|拨打|拨通|探访|随机|实地|在现场|从现场|又从)"
)


# 昨天下午,停车场里,工作人员正在核对编号: the scene that a reporter found
_SCENE = re.compile(
    r",?[^。;]{0,40}?(?:工作人员|民警|消防员|居民|工人|村民|店员|顾客|游客|乘客|商户|孩子|学生|老人|市民|员工|医护人员|志愿者)们?[^,。;]{0,8}正(?:在|忙着|排着)"
)
_HELD = re.compile("举[办行]|召开|开展|参加|接受|进行")


def reporter(mention: Mention) -> bool:
    """昨日下午,记者来到该店: what a reporter does to tell of something is not what happened."""
    if mention.opens and mention.single_day and _SCENE.match(mention.rest) and not _HELD.search(mention.rest):
        return True
    if mention.opens:
        return _REPORTER.match(mention.after.lstrip(", ")) is not None
    return mention.before.endswith("记者") and _REPORTER.match(f"记者{mention.after}") is not None


_ACCORDING = re.compile(
    r"(?:根据|据|按照?|参考)[^,]{0,40}"
    r"(?:公布|发[布表]|统计|数据|报道|报导|消息|资料|显示|披露|通报)(?:的[^,]{0,16})?$"
)
# 于2003年、2005年进行的调查均显示: when a study was made that is only quoted.
_STUDIED = re.compile(
    r"[、及和与\d年]{0,24}(?:所?进行|开展|所?做|所?作|实施)的[^,。;]{0,12}?(?:研究|调查|民调|统计|普查|测算|评估)(?:均|都|也|结果|报告)?"
    r"(?:显示|表明|发现|指出|认为)"
    r"|(?:的|经审计的?)?(?:年报|财报|年度报告|财务报告|业绩报告)(?:显示|披露|表明|指出)"  # 2019年年报显示
)
_SOURCE = 80  # characters of a clause that names a source


def according(mention: Mention) -> bool:
    """据首相府上周五公布,…: when a source was published, or a study was made, from which the text draws."""
    if mention.grain == "year" and _STUDIED.match(mention.after):
        return True
    text, (start, end) = mention.document.text, mention.clause
    named = end - start <= _SOURCE and _ACCORDING.fullmatch(text, start, end) is not None
    return named and mention.sentence.at.end > end


# Verbs of saying: those of the first line are said of nothing else, the others only before what is said.
_SAID = re.compile(
    r",?(?P<way>[^,。“]{0,60}?)(?:表示|指出|透露|强调|认为|坦言|直言|声称|宣称|重申|承认|证实|否认|呼吁|回应|援引|引述|"
    r"(?:说|称|指|介绍|解释|补充|谈到|提到|写道|告诉[^,“]{2,10}|报[道导]|通报|通告|回复|发文|质疑)[道说称]?(?=[,:“]|$))"
)
# 2001年,某人在书中写道,“…”: of a year as well, where nothing but saying is told
_SPOKE = re.compile(
    r",?(?P<way>[^,。“”《]{0,24}?)(?:(?<![传演小评劝据听])说|写道|坦言|直言|感叹道?|感慨道?|回忆道?|说道)(?=[,:“]|$)"
)
_WENT_ON = re.compile(r",(?:随后|然后|于是|接着|之后)")
_CALLED_FOR = re.compile(r"接到?报|接到|报警|举报|投诉")
_DECIDES = re.compile(r"会议|纪要|大会|全会|法院|公报|通知|文件|意见|决定")  # what a body says, it does
_MET = re.compile(r"接受|采访|专访|受访|会见|记者|报[道导]|媒体|网站|微博|社交|公开|日报|电视|发言人|发布")


def stated(mention: Mention) -> bool:
    """发言人22日表示,…: somebody speaks, and nothing else is done."""
    if (mention.grain != "day" or "/" in mention.edtf) and mention.text not in ("日前", "近日", "不久前"):
        spoke = _SPOKE.match(mention.after.replace(" ", "")) if mention.opens else None
        return spoke is not None and not (verbs(spoke["way"]) or _WENT_ON.search(mention.rest))
    said = _SAID.match(mention.after.replace(" ", ""))
    if said is None:
        return False
    if _CALLED_FOR.search(said["way"]) or _DECIDES.search(mention.before + said["way"]):
        return False
    deeds = [word.of(said["way"]) for word, _ in verbs(said["way"])]
    return all(_MET.search(deed) for deed in deeds)


_VISITED = re.compile(r"(?:访问|检索|查阅|存取|浏览|引用|下载)(?:日期|时间|于)?[: ]{0,3}$")
_ADDRESS = re.compile(r"https?:|www\.|最后|上次|日期|时间")
_SOURCES = re.compile(
    r"(?:^|\n)[#>*\d一二三四五六七八九十.、 ]{0,8}"
    r"(?:参考(?:文献|资料|材料|书目|来源|链接)|引用(?:文献|来源)|[Rr]eferences?)[: *]{0,3}\n"
)
_LISTED = re.compile(r"[\d\[(*•《A-Za-z-]")


_PAPER = re.compile(
    r"(?:^|[^一-鿿])(?:另?据|引述|援引)?[一-鿿]{0,10}(?:社|媒体|外媒|日报|晚报|早报|时报|电视台|电台|广播公司|网|《[^《》]{2,16}》|周刊|杂志)(?:于|在)?$"
)
_PRINTED = re.compile("(?:报[道导]|消息|刊文|刊登|载文|援引|引述)(?:称|说|指出?)?(?=[,:]|$)")


def cited(mention: Mention) -> bool:
    """最后访问:2022年5月11日, 某出版社,2019年 below 参考文献: when a source was looked up or printed.

    So is the day of a law of Macau that is quoted by its number: 十一月二十九日第88/99/M号法令.
    """
    if LAW_OF_MACAU.match(mention.document.text, mention.at.end):
        return True
    if _PAPER.search(mention.before) and _PRINTED.match(mention.after):
        return True  # 据《晨报》7月10日报道, 路透社22日报道
    text, start = mention.document.text, mention.block.at.start
    near = text[max(start, mention.at.start - _BEFORE) : mention.at.start]
    if _VISITED.search(near) and _ADDRESS.search(near):
        return True
    lists = _lists_of_sources(text)
    number = bisect_right(lists, start, key=lambda span: span.start) - 1
    return number >= 0 and start < lists[number].end and _LISTED.match(text, start) is not None


_BEFORE = 30  # characters before a date that say that it is one of a visit


@lru_cache(maxsize=1)  # asked again and again of one text
def _lists_of_sources(text: str) -> tuple[Span, ...]:
    """The lists of sources of a text: from their heading to the next one."""
    found = []
    for heading in _SOURCES.finditer(text):
        end = text.find("\n#", heading.end())
        found.append(Span(heading.end(), len(text) if end < 0 else end))
    return tuple(found)


_ANNOUNCES = re.compile(
    r",?(?P<way>[^,。“]{0,40}?)(?:宣布|公布|宣告|预告|通报|透露|证实|表示|告知|通知)[:,]?"
    r"[^。;“]{0,60}?(?:将|拟|定|计划|预计|预定|安排)[于在自从]?$"
)


def announced(mention: Mention) -> bool:
    """5月30日,公司宣布,新线将于6月28日开通: the day on which another one was made known, and nothing else was done."""
    if mention.grain != "day" or mention.following is None:
        return False
    between = mention.document.text[mention.at.end : min(mention.following.start, mention.at.end + _TOLD)]
    made = _ANNOUNCES.match(between) if mention.following.start - mention.at.end <= _TOLD else None
    return made is not None and not verbs(made["way"])


ROWS = (
    Rule(
        "dateline",
        Part.NONE,
        dateline,
        ("本社⟦4月15日|2014-04-15⟧电(记者某某)官员说", "某社武汉⟦2月5日|2009-02-05⟧电武汉一市场发生大火"),
    ),
    Rule(
        "learned",
        Part.NONE,
        learned,
        (
            "记者⟦9日|2011-11-09⟧从交警部门获悉,⟦10月1日|2011-10-01⟧发生一起事故",
            "⟦昨日|2011-11-08⟧,记者从市体育局获悉,联赛⟦5月6日|2012-05-06⟧开赛",
        ),
    ),
    Rule("heard", Part.MINOR, heard, ("⟦昨日|2014-03-25⟧,记者从气象局获悉,市内各处都很干燥",)),
    Rule(
        "cited",
        Part.NONE,
        cited,
        (
            "3. http://a.example/17.html,最后访问:⟦2022-06-10|2022-06-10⟧",
            "根据⟦十月三日|1994-10-03⟧第47/94/M号法令的规定,核准该规章",
        ),
    ),
    Rule("according", Part.NONE, according, ("据首相府⟦上周五|2021-04-09⟧公布,已有二万人申请",)),
    Rule(
        "reporter",
        Part.NONE,
        reporter,
        (
            "⟦昨日下午|2008-06-10⟧,记者来到该快餐店",
            "⟦昨天下午|2008-06-10⟧,仓库里,工作人员正在清点货物",
        ),
    ),
    Rule(
        "stated",
        Part.MINOR,
        stated,
        (
            "卫生局局长⟦9日|2008-04-09⟧对媒体说,病人状况稳定",
            "发言人⟦22日|2017-04-22⟧回应表示,将派代表团磋商",
            "⟦2001年|2001⟧,林文在书中写道,“媒体有自己的规律”",
        ),
    ),
    Rule(
        "announced",
        Part.MINOR,
        announced,
        (
            "⟦5月30日|2023-05-30⟧,地铁公司宣布,新线将于⟦6月28日|2023-06-28⟧开通",
            "市文旅局⟦5月30日|2023-05-30⟧公布第五届艺术节定于⟦6月28日|2023-06-28⟧开幕",
        ),
    ),
)
