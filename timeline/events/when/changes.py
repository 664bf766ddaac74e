"""The old day and the new one of what is moved or put off.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule

_MOVED = re.compile(
    r"(?:改期?|移|延期|延后|推迟|提前|顺延|平移|挪|展延|调整|(?:缩短|延长)(?:[展会假工]期)?)(?:至|到|于|在|为)$|(?:改期|延期|平移|顺延)$"
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
_PUT_OFF = re.compile(r"[^。;]{0,60}?(?:延期|延后|推迟|暂缓|顺延|改期|另行通知|择日|时间待定)")
_PLANNED_END = re.compile(r"(?:才|正式)?(?:结束|闭幕|落幕|截止|闭展|收官)(?:的|[,，])")
_CUT_SHORT = re.compile(r"[^。;]{0,80}?(?:提[前早]|缩短|延长|暂停|取消|中止|延期|推迟|顺延)")


def put_off(mention: Mention) -> bool:
    """原定于4月2日开幕的画展,因疫情防控需要延期: the day on which a thing is not held, where no new one is told."""
    return mention.following is None and bool(_ORIGINAL_DAY.search(mention.before) and _PUT_OFF.match(mention.rest))


def planned_end(mention: Mention) -> bool:
    """原定于3月8日结束的展览提前结束: the day on which it did not end."""
    text = mention.document.text
    original = _ORIGINAL_DAY.search(text, max(mention.at.start - 8, mention.block.at.start), mention.at.start)
    if original is None or _PLANNED_END.match(text, mention.at.end) is None:
        return False
    return _CUT_SHORT.match(text, mention.at.end, mention.sentence.at.end) is not None


_ORIGINAL_DAY = re.compile(r"原(?:定|[订本拟]|计划)于?$")
_FAR = 40  # characters between the old day of a thing and its new one


def moved_to(mention: Mention) -> bool:
    """由5月13日延至9月9日: the new day."""
    return bool(mention.earlier) and moved(mention.earlier[-1])


_IF_IT_RAINS = re.compile(
    r"(?:雨天|遇[大暴]?雨|逢雨|因雨|下雨|[如若]遇[^,]{1,12}|遇[^,]{0,6}天气?|[如若]因[^,]{1,16}),?(?:则|将)?(?:活动|比赛)?"
    r"(?:顺延|改期?|延期?|推迟)[至到于在]{0,2}$"
)


def if_it_rains(mention: Mention) -> bool:
    """雨天顺延至次日: a new day of which nobody knows whether it will be."""
    return _IF_IT_RAINS.search(mention.before) is not None


_LESSONS_OF = re.compile(r"(?:[补上调按]|执行|安排)$")


def lessons_of(mention: Mention) -> bool:
    """9月26日上10月6日的课: of which day the lessons are."""
    return _LESSONS_OF.search(mention.before) is not None and mention.after.startswith(("的课", "课", "的班"))


ROWS = (
    Rule(
        "lessons of",
        Part.NONE,
        lessons_of,
        ("⟦9月26日|2021-09-26⟧上⟦10月6日(星期三)|2021-10-06⟧的课,⟦10月9日|2021-10-09⟧补⟦10月7日|2021-10-07⟧的课",),
    ),
    Rule(
        "planned end",
        Part.NONE,
        planned_end,
        (
            "展览“春光”原定于⟦6月14日|2020-06-14⟧结束,因闭馆于⟦2月29日起|2020-02-29/..|period⟧暂停开放",
            "原定于⟦3月8日|2020-03-08⟧结束的画展因故提前结束",
        ),
    ),
    Rule("moved", Part.NONE, moved, ("原定⟦5月13日|2022-05-13⟧的演唱会改至⟦9月9日|2022-09-09⟧举行",)),
    Rule("moved to", Part.EVENT, moved_to, ("演唱会由⟦5月13日|2022-05-13⟧延至⟦9月9日|2022-09-09⟧举行",)),
    Rule(
        "if it rains",
        Part.NONE,
        if_it_rains,
        ("⟦4月23日|2024-04-23⟧12:30在广场,雨天顺延至⟦次日|2024-04-24⟧。",),
    ),
    Rule("put off", Part.MINOR, put_off, ("原定于⟦4月2日|2022-04-02⟧开幕的画展,因疫情防控需要延期",)),
)
