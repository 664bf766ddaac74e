"""Dates of lines that only head what is below them: titles, headings, the line above a list.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.language.segment import begins_with_verb
from timeline.events.mentions import Mention
from timeline.events.structure.run_in import over_its_section
from timeline.events.structure.topics import is_generic
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind, Role

_UPDATE = re.compile(r"[ ]?(?:更新|修订|发布|改版|编辑)")
_HEADED = 40  # characters of a line that names what is below it: 某馆春节期间开放时间


def introduces(mention: Mention) -> bool:
    """本周完成:, 下周重点工作: the line above a list, whose items are what is told."""
    if _AS_BELOW.fullmatch(mention.clause.of(mention.document.text)):
        return True
    line = mention.block.at.of(mention.document.text)
    feast = mention.kind is ExpressionKind.OBSERVANCE and not mention.opens
    lasts = feast or (not mention.single_day and mention.kind is not ExpressionKind.DEADLINE)
    if lasts and (_BELOW_ARE.match(mention.document.text, mention.clause.start) or _HEADS_A_LIST.match(mention.rest)):
        return True
    if lasts and mention.topic and _BELOW_IN_FULL.search(mention.rest):
        return True
    follows = not mention.single_day or (line.endswith("如下:") and _OF_THE_LIST.match(mention.after) is not None)
    return follows and "," not in line and len(line) <= _HEADED // 2 and line.endswith(":")


# 现将2024年国庆节放假安排通知如下
_AS_BELOW = re.compile(r"(?:现|兹|特)?[将就把].{2,60}?(?:通知|通告|公告|说明|公布|安排|总结|汇报|通报)?如下")
_BELOW_ARE = re.compile("以下(?:是|为)")
# 2014年选拔赛的工作安排如下(…):
_HEADS_A_LIST = re.compile(
    r"(?![^。;]{0,60}(?:举[办行]|召开|印发|发[布行售]|推出|启用|施行|实[施行]))[^。;]{1,60}(?:如下表?|见下表|附后)(?:\([^()]{0,60}\))?:?$"
)
# 国庆期间正常开放,组织开展多种活动,具体安排如下: the days themselves stand below.
_BELOW_IN_FULL = re.compile(r",[^,。;]{0,8}(?:安排|时间|日程|事项|详情|名单|细节)(?:安排|详情|表)?如下:?$")
_OF_THE_LIST = re.compile(r"[^,的]{1,6}的")  # 今天公布的四宗个案如下:


# 晚间新闻 2026-06-30: what a paper or a broadcast is called, and its day.
_ISSUE = re.compile(
    r"#? ?[一-鿿A-Za-z]{0,8}(?:联播|消息|新闻|[周日早晚晨月]报|快讯|简报|周刊|通讯|播报|资讯"
    r"|动态|日志|要闻|快报|速递|早读|晨读|头条)[ :(|-]{0,3}"
)
# 一、上周工作回顾, 二、下半年展望: what the lines below are called.
_ROUND_UP = re.compile(
    r"[#*> ]{0,6}(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])?"
    r"[^,。:|]{0,8}\|[一-鿿]{0,10}"
    r"(?:回顾|展望|总结|小结|计划|打算|安排|要闻|重点|动态|情况|概况|大事记?|看点|预告|进展|一览|摘要|速览|盘点"
    r"|工作|活动|日程|事项|聚会|事奉|消息|简讯|赛程|菜单|食谱|值班表?|课表)[:*]{0,3}"
)
_ABOUT = re.compile(r"关于.{2,50}的(?:通知|公告|通告|通报|函|公示|说明|提示|倡议书?)")


def in_heading(mention: Mention) -> bool:
    """A year in the title, a coarse date in a heading: it frames what stands below."""
    if mention.block.role in (Role.TITLE, Role.META):
        return True
    if mention.clause == mention.sentence.clauses[0] and _ABOUT.fullmatch(mention.clause.of(mention.document.text)):
        return True  # 关于端午节放假的通知:6月22日至24日放假
    if mention.following is not None and mention.grain != "day" and _labels(mention):
        return True
    line = mention.block.at.of(mention.document.text)
    if mention.block.role is Role.HEADING and mention.block.level == 1 and _ISSUE.fullmatch(mention.before):
        return mention.at.end >= mention.block.at.end
    coarse = mention.kind is ExpressionKind.OBSERVANCE or mention.grain == "year"
    if coarse and len(line) <= _HEADED and is_generic(line) and not re.search("[。,:]", line):
        return True
    lasts = not mention.single_day and mention.kind is not ExpressionKind.DEADLINE and len(line) <= _HEADED
    before = line[: mention.at.start - mention.block.at.start]
    if lasts and mention.block.role is not Role.PARAGRAPH and _ROUND_UP.fullmatch(f"{before}|{mention.after}"):
        return True
    heading = mention.block.role is Role.HEADING and "。" not in mention.document.text[slice(*mention.block.at)]
    if heading and mention.opens and mention.after.startswith(" ") and begins_with_verb(mention.after[1:]):
        return False  # 五十年代末 成为重点中学
    return heading and (_UPDATE.match(mention.after) is not None or mention.grain == "year")


def _labels(mention: Mention) -> bool:
    """起步阶段(2008年):3月5日,合作社成立: the year of a label, behind which the line says its own day."""
    text, line = mention.document.text, mention.block.at
    return _LABEL.fullmatch(text, line.start, mention.at.start) is not None and text.startswith("):", mention.at.end)


_LABEL = re.compile(r"[^()\d,。;:!?]{1,14}\(")


def parted(mention: Mention) -> bool:
    """考试时间:11月17-18日,17日开考四级,18日开考六级: a stretch whose days the same sentence tells one by one."""
    if (
        mention.single_day
        or mention.grain != "day"
        or mention.clause.end != mention.at.end
        or mention.following is None
    ):
        return False
    text = mention.document.text
    if _WHEN_KEY.fullmatch(mention.before) is None or mention.following.start != mention.at.end + 1:
        return False
    days = _BARE_DAY.findall(text, mention.at.end, mention.sentence.at.end)
    return text[mention.at.end] == "," and len(days) >= _PARTS and _BARE_DAY.match(text, mention.at.end) is not None


_WHEN_KEY = re.compile(r"[一-鿿]{0,8}(?:时间|日期)?(?:为|是|定于|在)?")
_BARE_DAY = re.compile(r"[,;、](?:其中)?\d{1,2}[日号](?!至|到|-)(?=[^,。;]{3})")
_PARTS = 2  # days that are told one by one


ROWS = (
    Rule(
        "list",
        Part.NONE,
        introduces,
        (
            "⟦2014年|2014⟧选拔赛的工作安排如下(时间将调整):",
            "⟦下周|2026-11-16/2026-11-22|period⟧计划:",
            "⟦11月|2026-11⟧重点工作:",
            "公司重新调整⟦春节|2015-02-19|observance⟧休假时间如下:",
            "⟦昨日|2026-11-11⟧通过的五项议案如下:",
            "⟦国庆期间|2020-10-01/2020-10-08|period⟧正常开放,组织开展多种活动,具体安排如下",
        ),
    ),
    Rule(
        "heading",
        Part.NONE,
        in_heading,
        (
            "# 关于⟦2019年|2019⟧工作的通知",
            "## 大学(⟦2019/11/14|2019-11-14⟧更新)",
            "关于⟦端午节|2023-06-22|observance⟧放假的通知:按规定放假三天",
            "起步阶段(⟦2008年|2008⟧):⟦3月5日|2008-03-05⟧,合作社成立",
        ),
    ),
    Rule(
        "parted",
        Part.NONE,
        parted,
        ("考试时间:⟦11月17-18日|2018-11-17/2018-11-18|period⟧,⟦17日|2018-11-17⟧开考四级,⟦18日|2018-11-18⟧开考六级",),
    ),
    Rule(
        "over its section",
        Part.NONE,
        over_its_section,
        (
            "植树活动各街道植树活动开始。读书节报名读书节组委会接受报名。马拉松报名马拉松组委会接受报名。"
            "⟦2023年4月|2023-04⟧书画展览部分街道书画展览⟦4月5日|2023-04-05⟧开幕。",
        ),
    ),
)
