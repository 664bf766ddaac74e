"""A day or an hour that is only pointed to (当天, 与此同时, 上午9时) -> whether something is told of it."""

from __future__ import annotations

import re

from timeline.events.language.segment import begins_with_verb, has_verb, is_word
from timeline.events.language.words import branch, verbs, words
from timeline.events.mentions import Mention, at_noon
from timeline.events.structure.keys import key_class
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind

_ASKED = re.compile(r"(?:请|须|需|应|务必)[^,]{0,4}[于在][^,]{2,6}$")
_MEANWHILE = re.compile(r"与此同时|同时|此时|这时|此刻|随后|之后|此前|日前|近日|近期|不久前|目前")


_SPEAKS = re.compile(
    rf" ?([小老阿]{branch(words('surname'))}|{branch(words('surname'))}[一-鿿]{{1,2}})(?:经理|主任|老师|医生)? ?:(?=.)"
)


def bare_day_word(mention: Mention) -> bool:
    """当天, 同日 without anything held."""
    if not re.fullmatch(r"(?:活动)?(?:当天|当日|同日|当晚|那一?天|这一?天|当年|同年|当月|同月)", mention.text):
        return False
    clause = mention.before + mention.after
    if mention.after.startswith(("向前", "往前", "前推", "起算")):
        return True  # 截止日当月向前六个月
    if _ASKED.search(mention.before) and begins_with_verb(mention.after[:8]):
        return False  # 请于开学当天上交
    return mention.after.startswith(("的", "活动")) or not (verbs(mention.after[:80]) or "还" in clause)


def meanwhile(mention: Mention) -> bool:
    """与此同时 where nothing is held, started or published."""
    return _MEANWHILE.fullmatch(mention.text) is not None and not verbs(mention.after[:60])


def clock_only(mention: Mention) -> bool:
    """A time of day: a detail of what its sentence tells, unless something is held then, or it tells the day too."""
    if mention.kind is not ExpressionKind.TIME:
        return False
    if any(step.rule == "now" for step in mention.resolution.steps):
        return False  # 事发凌晨1时, of a report that says no other day
    return not verbs(mention.after[:40]) or bool(mention.earlier and not mention.opens)


def session(mention: Mention) -> bool:
    """9:00开幕式,10:30主旨演讲,14:00分论坛: each hour of a programme that is told in running text.

    Of three hours and more each tells what is done then, be it a thing or not: 8:00集合,12:00午餐,17:00返程.
    """
    hour = mention.kind is ExpressionKind.TIME or mention.text.endswith("开始")
    timed = hour and mention.when.time is not None and mention.when.edtf is not None
    told = "开始" if mention.text.endswith("开始") and mention.at.end >= mention.clause.end else mention.after
    if not timed or not mention.opens or not 2 <= len(told.strip()) <= _LONGEST:
        return False
    if _one_more(mention, told):
        return True
    start, end = mention.block.at
    near = mention.document.text[max(start, mention.at.start - _NEAR) : min(end, mention.at.end + _NEAR)]
    things = _HOURS.findall(near)
    named = [thing for thing in things if _SESSION.fullmatch(thing) and not verbs(thing)]
    if told in named:
        return len(things) >= _FEWEST
    return len(things) > _FEWEST and told in things


def _one_more(mention: Mention, told: str) -> bool:
    """6月22日9:00太极班;14:00书法班: an hour and a name, behind another hour and a name."""
    text, (start, end) = mention.document.text, mention.sentence.at
    whole = mention.at.start == start and mention.at.end + len(told) == end and not re.search("[,、]", told)
    return whole and _ONE_BEFORE.search(text, max(mention.block.at.start, start - _NEAR), start) is not None


_ONE_BEFORE = re.compile(r"\d{1,2}:\d\d(?:[-—~至到]\d{1,2}:\d\d)? ?[^,;。\d:]{2,24}; ?$")


def pause(mention: Mention) -> bool:
    """7:30签到, 16:00合影, 21:00散场: an hour of a programme that tells of no part of it."""
    return session(mention) and _PAUSE.fullmatch(mention.after.strip()) is not None


_PAUSE = re.compile(
    r"(?:[一-鿿]{0,4}(?:签到|报到|入场|进场|集合|合影|合照|留影|拍照|午餐|晚餐|早餐|用餐|午休|休息|茶歇|茶叙|散场|退场|离场|返程|返回|解散|散会|候场|检票))+"
)
_FEWEST, _LONGEST, _NEAR = 2, 24, 120  # hours that make a programme; characters of what is on, and of its programme
_HOURS = re.compile(r"(?<!\d)\d{1,2}(?::\d\d|[点时](?!间))(?:[-—~至到]\d{1,2}:\d\d)?([^,;、。\d:]{2,24})(?=[,;、。]|$)")
_SESSION = re.compile(
    rf" ?[^,;、。\d:]{{0,16}}?(?:{branch((*words('noun'), '演讲', '致辞', '茶歇', '午餐', '晚宴'))}|[”》]"
    r"|[一-鿿]{2,8} ?(?:vs|VS) ?[一-鿿]{2,8})"
)


def deed_of_an_hour(mention: Mention) -> bool:
    """1632时,该机落地: an hour at the head of its sentence, or right before its verb, tells what was done then."""
    point = mention.kind is ExpressionKind.TIME and "/" not in (mention.when.time or "/")
    if not point or mention.text.endswith(("前", "后")):
        return False
    if mention.topic and not mention.before.endswith(("到", "至")) and has_verb(mention.after[:40].lstrip(",")):
        return not verbs(mention.after[:40])
    right_before = mention.before.endswith(("在", "于")) and begins_with_verb(mention.after[:8])
    return right_before and not mention.opens and bool(mention.earlier or not verbs(mention.after[:40]))


def in_a_chat(mention: Mention) -> bool:
    """2026-06-03 09:15 张工:…: when somebody said a thing, and what is told is in the words."""
    if mention.at.start != mention.block.at.start or not mention.when.time:
        return False
    speaks = _SPEAKS.match(mention.document.text, mention.at.end)
    return speaks is not None and not is_word(speaks[1]) and key_class(speaks[1]) is None


def one_more_hour(mention: Mention) -> bool:
    """4月24日上午11时及下午3时举行导赏团: held once more on the day that was told right before."""
    before = mention.earlier[-1] if mention.earlier else None
    if mention.kind is not ExpressionKind.TIME or before is None or not (before.when.time and before.single_day):
        return False
    if at_noon(before.when.time, mention.when.time):
        return False
    between = mention.document.text[before.at.end : mention.at.start]
    behind = mention.document.text[before.clause.start : mention.at.start] + mention.rest[:_HELD_NEAR]
    return _AND_AT.fullmatch(between) is not None and any(kind == "hold" for _, kind in verbs(behind))


_AND_AT, _HELD_NEAR = re.compile("以?[及和与]|、"), 40
ROWS = (
    Rule("day word", Part.NONE, bare_day_word, ("⟦当天|2019-08-16⟧的感受很好", "⟦那天|2019-08-16⟧阳光很好")),
    Rule("said", Part.NONE, in_a_chat, ("⟦2026-06-03 09:15|2026-06-03|date|09:15⟧ 王工:今天对接口。",)),
    Rule("meanwhile", Part.NONE, meanwhile, ("⟦与此同时|2025-12-05|period⟧,扎实的服务覆盖了各地",)),
    Rule(
        "pause",
        Part.MINOR,
        pause,
        ("⟦9:00|2024-05-04|time|09:00⟧签到,⟦9:30|2024-05-04|time|09:30⟧开幕式,⟦10:30|2024-05-04|time|10:30⟧专题讲座",),
    ),
    Rule(
        "session",
        Part.EVENT,
        session,
        (
            "⟦5月4日9:00|2024-05-04|date|09:00⟧开幕式,⟦10:30|2024-05-04|time|10:30⟧专题讲座,⟦14:00|2024-05-04|time|14:00⟧分论坛",
            "⟦6月22日9:00|2024-06-22|date|09:00⟧太极班;⟦14:00|2024-06-22|time|14:00⟧书法班",
        ),
    ),
    Rule(
        "deed of an hour",
        Part.MINOR,
        deed_of_an_hour,
        (
            "⟦晨4时|1931-09-19|time|04:00⟧,驻扎当地的军队发动了进攻",
            "城中的售票处则于⟦下午三时|2013-02-09|time|15:00⟧停止服务",
        ),
    ),
    Rule(
        "one more hour",
        Part.EVENT,
        one_more_hour,
        ("⟦4月24日上午11时|2022-04-24|date|11:00⟧及⟦下午3时|2022-04-24|time|15:00⟧举行导赏团",),
    ),
    Rule("clock", Part.NONE, clock_only, ("⟦上午9时|2019-08-16|time⟧左右人很多",)),
)
