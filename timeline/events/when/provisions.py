"""Dates that a provision speaks of: what holds if or before something, what a word of a law means.

The function is the condition of a row in `roles`, where its examples stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind

_OF_RULE = re.compile(r"(?:此外|另外|同时|其中|惟|但|而|且|并|,){0,3}凡|[这此][里处]所|如果|若|倘|但凡")
_IF_THEN = re.compile(r"(?:[之以]?[前后]|起)?,?(?:若|倘|如(?=[有因果需欲未遇]))")
_BODY_OF_RULE = re.compile(r"(?:所称|所说的?|是指|系指)[^,]{0,6}$")
# 对2006年1月1日至2008年6月30日发生还贷困难的农户
_FOR = re.compile(r"(?:^|[,且并也])(?:对于?|凡是?|针对)(?:在|于)?$")
_WHOM = re.compile(r"[^,。;]{2,40}的[^,。;]{0,12}(?:者|户|人员?|单位|企业|学生|家庭|职工|患者|项目|居民)(?=$|[,。])")
_NOT_LONG_AGO = re.compile("日前|[不没]久前|此前|前不久")
_AT_THAT = re.compile("时曾?$")  # 日前在接受采访时


_IF = re.compile(
    r"(?:如(?=[有因果需欲未遇当逢天下出]|\0|\d)|若(?!干|尔)|倘|遇(?=[雨雪台风恶]))(?![何此今同意东皋约是期愿])"
)
_CHANGES = re.compile(r"改[期至到于在为]|[顺推]延|延[期至到后]|取消|停[止办]|提前|另行")


def _on_condition(mention: Mention) -> bool:
    """如当日下午三时悬挂八号风球,活动改于9月18日举行: what nobody knows of yet."""
    clauses = mention.sentence.clauses
    text = mention.document.text
    behind = bisect_right(clauses, mention.at.start, key=lambda clause: clause.start)
    before = range(max(behind - _CLAUSES, 0), behind)
    number = next((i for i in before if _IF.match(text, *clauses[i])), None)
    return number is not None and any(_CHANGES.search(text, *clause) for clause in clauses[number : number + 3])


_CLAUSES = 20  # of a sentence, before a date, among which its condition stands


# 应于使用日3日前取消, 活动三天前申请: so many days ahead of whatever day that is
_DAYS_AHEAD = re.compile("(?:[一二三四五六七八九十]{1,2}|\\d{1,2})个?(?:工作)?[日天]之?前")
_AHEAD_OF = re.compile("(?:[期会日店校职课赛产租约]|活动|开[会庭课展]|考试|出发)前(?:至少)?$")  # 须在预产期前30日提交
_SO_MANY = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})[日天]")
_OF_ITS_DAY = re.compile(
    "(?:使用|借用|租用|活动|会议|开会|出发|入住|演出|举办|举行|开课|开展|到期|期满|期限届满|预定|原定|预约|离[校职店]|生效|考试|比赛|开庭)(?:当?日期?|之?日|前)?的?$"
)
_EXCEPTED = re.compile(r"[^,。;]{0,20}(?:的|者|人员)(?:均|都|也)?(?:不在此[列限]|除外|不受此限|不在其内|不包括在内)")


def of_a_rule(mention: Mention) -> bool:
    """7月1日之前开展的考试, 5月前如有变动: a case that a rule foresees, and no day of a deed."""
    if _LAID_DOWN.match(mention.after):
        return True  # 2018年1月1日起施行的《条例》第五条要求
    if _AHEAD_OF.search(mention.before) and _SO_MANY.fullmatch(mention.text):
        return True
    if (
        mention.kind is ExpressionKind.DEADLINE
        and _DAYS_AHEAD.fullmatch(mention.text)
        and _OF_ITS_DAY.search(mention.before)
    ):
        return True
    if _EXCEPTED.match(mention.after):
        return True  # 2024年1月1日以后成立的除外
    if _IF_THEN.match(mention.after) or _on_condition(mention):
        return True
    head = mention.document.text[mention.sentence.at.start : mention.sentence.at.start + 8]
    if _OF_RULE.match(head) or (_BODY_OF_RULE.search(mention.before) and not mention.single_day):
        return True
    if _FOR.search(mention.before) and not mention.single_day and _WHOM.match(mention.after):
        return True
    opened = mention.edtf.startswith("../")
    if mention.kind is ExpressionKind.DEADLINE:
        if opened and mention.after.startswith("的") and mention.before.endswith(("在", "于")):
            return True  # 防止敌人在10月前的入侵
        void = _VOID.match(mention.after) is not None  # 3月1日之前的申请一律无效
        return opened and (void or mention.after.startswith(("已", "经过", "尚")))
    of_it = opened and ("的" in mention.after or _OF_THEM.match(mention.after)) and not mention.after.startswith(",")
    if _NOT_LONG_AGO.fullmatch(mention.text):
        return of_it or _AT_THAT.search(mention.after) is not None
    return of_it or (opened and mention.text.endswith("前"))


_OF_THEM = re.compile("之(?![前后际时间内])[一-鿿]")
_VOID = re.compile("[的之][^,。;]{1,12}?(?:一律|均|概|恕|将|皆)?(?:无效|不予|不再|不作|不受理)")
_LAID_DOWN = re.compile(
    r"(?:正式|修[订正]|起)?(?:施行|实施|生效|修[订正])的(?:新版?|最新)?[一-鿿]{0,8}《[^《》]{2,60}》"
    r"(?:\([^()]{1,20}\))?(?:第|[^,。;]{0,6}?(?:规定|明确|指出|提出|显示|所称|载明|界定|将))"
)
_ARTICLE = re.compile(r"[*# ]{0,6}第[一二三四五六七八九十百零\d]{1,5}条(?![一-鿿]{0,2}[、和及至到,])")
_ENACTED = re.compile(r"施行|实施|生效|废止|通过|修[订正]|发布|公布|颁布|执行|成立|印发|批准|签[订署]")
_WITH_ITS_YEAR = re.compile(r"\d{3,4}[年./-]|[〇零一二三四五六七八九]{4}年")


def of_an_article(mention: Mention) -> bool:
    """第三条 6月30日前未退宿的,按日收费: what an article lays down for every year, and no day of its own enactment."""
    text, block = mention.document.text, mention.block.at
    if _WITH_ITS_YEAR.search(mention.text) or _ARTICLE.match(text, *block) is None:
        return False
    return _ENACTED.search(text, *mention.sentence.at) is None


ROWS = (
    Rule(
        "article",
        Part.NONE,
        of_an_article,
        (
            "第三条 ⟦6月30日前|../2018-06-30|deadline⟧未退宿的,按日收费",
            "第二条 宿舍每日⟦23:00以后|2018-01-01|time|23:00⟧不开门",
        ),
    ),
    Rule(
        "of a rule",
        Part.NONE,
        of_a_rule,
        (
            "⟦2021年7月1日之前|../2021-07-01|period⟧开展的考试",
            "自⟦2018年1月1日起|2018-01-01/..|period⟧施行的《条例》第五条要求持证上岗",
            "⟦3月1日之前|../2021-03-01|deadline⟧的申请一律无效",
            "⟦12月20日以前|../2021-12-20|deadline⟧之申请资料不予审核",
            "对⟦2006年至2008年|2006/2008|period⟧发生还贷困难的农户,给予贴息",
            "提供财务报告,⟦2024年1月1日以后|2024-01-01/..|period⟧成立的除外",
            "申请须在预产期前⟦30日|2024-04-30⟧提交",
            "因故不能前来者须于活动⟦3日前|../2024-12-03|deadline⟧告知",
        ),
    ),
)
