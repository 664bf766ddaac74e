"""A draft whose words are only a date -> the same with the words before its colon: 3.笔试:3月23日上午."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.clauses import Sentence
from timeline.events.language.divisions import is_county, named, path_of
from timeline.events.language.epochs import EPOCH
from timeline.events.language.persons import person_of
from timeline.events.language.segment import has_verb
from timeline.events.language.words import verbs, words
from timeline.events.structure.keys import key_class
from timeline.model import Document, Span

_SAYS = re.compile(r"[\u4e00-\u9fff“”A-Za-z\d.()\[\]、 ·]{2,20}")


def labelled(document: Document, sentence: Sentence, draft: Draft) -> Draft:
    """3.笔试:3月23日上午,地点另行通知: what stands before the colon is told, unless what follows tells more."""
    if (step := _step_of_item(document, draft)) is not None:
        return step
    if (day := _named_by_its_hours(document, sentence, draft)) is not None:
        return day
    if draft.resolution is None or not _OPENS.fullmatch(
        document.text, draft.at.start, max(draft.resolution.expression.at.start, draft.at.start)
    ):
        return draft
    if draft.rule in ("session", "pause"):
        return _hour_below(document, sentence, draft)
    number = bisect_left(sentence.clauses, draft.at.start - 2, key=lambda clause: clause.end)
    label = sentence.clauses[min(number, len(sentence.clauses) - 1)]
    if (
        not 0 < draft.at.start - label.end <= 2
        or document.text[label.end] != ":"
        or not _SAYS.fullmatch(label.of(document.text))
    ):
        return draft
    if _BORN.fullmatch(label.of(document.text)):
        born = Span(label.start, label.start + 2)
        return replace(draft, at=born, clauses=(born,), dates=())
    name = label.of(document.text).lstrip("0123456789.、()[]一二三四五六七八九十 ·")
    if way := _WAY_OF.fullmatch(name):
        what = Span(label.end - len(name), label.end - len(name) + len(way[1]))
        return replace(draft, at=Span(what.start, draft.at.end), clauses=(what,), subject=None)
    if EPOCH.fullmatch(name) and sentence.clauses[number + 1 :]:
        return replace(draft, subject=None)
    rest = document.text[draft.resolution.expression.at.end : min(draft.at.end, draft.at.start + 80)]
    behind = [clause.of(document.text) for clause in sentence.clauses[number + 1 :][:_CLAUSES]]
    tells = any(verbs(clause) or has_verb(clause) for clause in behind)
    if year := _YEAR_OF_LABEL.search(name):
        if tells or _EDITION.fullmatch(name, 0, year.start()):
            # 第三届(2013年):5月4日,…: what stands behind it is told
            return draft if person_of(name[: year.start()]) else replace(draft, subject=None)
        name, label = name[: year.start()], Span(label.start, label.end - len(year[0]))
    if name.endswith(("讯", "电", "消息", "信息", "报道", "导读", "提示", "提要", "解说", "旁白", "编者按")):
        return draft
    if key_class(name) or len(name) < 2 or len(name) > 14 or _SAYING.search(name):
        return draft
    if _reports(name) and tells:
        return draft if _is_body(name) else replace(draft, subject=None)
    first = _MORE_DAYS.sub("", rest).split(",")[0]
    told = re.search(r"[\u4e00-\u9fff]", first) is not None and not (_numbered(document, label) and _at_hour(first))
    told = told and not (_ROOM.fullmatch(first.strip(" ·")) and not has_verb(first))  # 说故事:12/20 儿童室,免报名
    if told and not _stage(name):
        return draft
    return replace(draft, at=Span(label.start, draft.at.end), clauses=(label,), subject=None)


def _named_by_its_hours(document: Document, sentence: Sentence, draft: Draft) -> Draft | None:
    """9月20日家长会:初一9:00,初二10:30: what a day is for stands before the colon, and behind it only the hours."""
    if draft.resolution is None or draft.rule != "dated":
        return None
    end = draft.resolution.expression.at.end
    number = sentence.number_at(end)
    label = None if number is None else sentence.clauses[number]
    if number is None or label is None or document.text[label.end : label.end + 1] != ":" or draft.at.end <= label.end:
        return None
    name = Span(end + (document.text[end] == " "), label.end)
    named = name.of(document.text)
    if not _THING.fullmatch(named) or _reports(named) or not (named.endswith(words("noun")) or not has_verb(named)):
        return None
    behind = sentence.clauses[number + 1 :]
    if len(behind) < _HOURS or not all(_AN_HOUR.search(document.text, *clause) for clause in behind):
        return None
    return replace(draft, at=Span(draft.at.start, label.end), clauses=(name,), subject=None)


def _hour_below(document: Document, sentence: Sentence, draft: Draft) -> Draft:
    """5月9日座谈会:2:00签到,2:30观影: each hour tells of itself, and a bare step of what the label names."""
    label = sentence.clauses[0]
    day = _ITS_DAY.match(document.text, *label)
    if draft.resolution is None or document.text[label.end : label.end + 1] != ":" or draft.at.start < label.end:
        return draft
    end = draft.resolution.expression.at.end
    end -= len("开始") if document.text.endswith("开始", draft.at.start, end) else 0
    number = sentence.number_at(end)
    clause = None if number is None else sentence.clauses[number]
    name = Span(day.end() if day else label.start, label.end)
    if clause is None or not _THING.fullmatch(document.text, *name):
        return draft
    step = Span(end + (document.text[end] == " "), clause.end)
    named, told = name.of(document.text), step.of(document.text)
    bare = len(told) <= _BARE and not _reports(named) and key_class(named) is None
    pieces = [name] if bare and told in named else [name, step] if bare and _A_STEP.fullmatch(told) else [step]
    return replace(draft, title=raw_words(document, pieces), subject=None)


_ITS_DAY = re.compile(
    r"[ *•·-]{0,4}(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}[日号]?(?:\([^()]{1,8}\))?[上下]?午? ?|[今明昨][日天][上下]?午? ?"
)
_A_STEP = re.compile(
    r"(?:正式|活动)?(?:签到|报到|入场|进场|集合|开始|结束|开幕|闭幕|颁奖|合影|合照|散场|退场|散会|检票|开演|开赛|开考)"
)
_BARE = 4  # characters of a step
_THING = re.compile(r"[一-鿿“”A-Za-z]{2,16}")
_AN_HOUR = re.compile(r"\d{1,2}:\d\d|[\d一二三四五六七八九十]{1,2}[点时]")
_HOURS = 2  # clauses that each tell an hour

_ROOM = re.compile(
    r"[\u4e00-\u9fffA-Za-z\d ]{0,10}(?:[厅室馆堂楼场]|教室|广场|大厅|中心)(?:[一二三四五六七八九十\d]{1,3}[楼层])?"
)
_CLAUSES = 12  # behind a place, in which something is told
# 经审理查明:2020年2月3日,…: what was said or found stands behind the colon.
_SAYING = re.compile(
    r"(?:如下|查明|认[定为]|指控|[诉辩自声宣]?称|说|表示|介绍|指出|显示|记载|写道|回忆|回顾|透露|讲述|自述|证实|通报|得知|获悉|提醒|告诉记者|事实|历史上的今天|今日历史)$"
)
_EDITION = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}|首)[届期季次回]")
_YEAR_OF_LABEL = re.compile(r" ?\((?:19|20)\d{2}年?[^()]{0,10}\)$")
_ITEM_NAME = re.compile(
    r" {0,3}(?:\d{1,2}[.、)]|[(]?[一二三四五六七八九十\d]{1,3}[)、]|[-*•·●▪◆])? ?([^:。;,!?\d]{3,14}):(?!\d)"
)
_STEP = re.compile(
    r"(?:(?:[初复预决]|半决|总决)赛|[初复终]评|[初复]审|海选|报名|启动|开幕式?|闭幕式?|颁奖|[面笔初复]试|体检|公示|答辩|布展|撤展|投票|汇演|彩排|展演)"
    r"(?:时间|日期|阶段|环节)?[于在为:]?"
)


def _step_of_item(document: Document, draft: Draft) -> Draft | None:
    """3.诵读比赛:初赛4月17日下午;决赛4月24日: the step of what the item is about."""
    item = _ITEM_NAME.match(document.text, *document.blocks[draft.block].at)
    if item is None or draft.resolution is None or draft.at.start < item.end():
        return None
    at = draft.resolution.expression.at
    step = _STEP.fullmatch(document.text, draft.at.start, max(at.start, draft.at.start))
    name = item[1].strip()
    if step is None or key_class(name) or _reports(name) or _SAYING.search(name) or person_of(name):
        return None
    end = step.start() + len(step[0].rstrip("于在为:"))
    return replace(draft, title=raw_words(document, [Span(*item.span(1)), Span(step.start(), end)]))


_NUMBERED = re.compile(r" {0,3}(?:\d{1,2}[.、)]|[(]?[一二三四五六七八九十\d]{1,3}[)、])")


def _numbered(document: Document, label: Span) -> bool:
    """Whether a label is the name of a numbered item."""
    return _NUMBERED.match(document.text, *label) is not None


def _at_hour(words_: str) -> bool:
    """4月30日|班会课, 4月8日|升旗仪式后: what stands behind a day says no more than when of it.

    >>> _at_hour("班会课"), _at_hour("升旗仪式后"), _at_hour("召开座谈会")
    (True, True, False)
    """
    return len(words_) <= _HOUR and not has_verb(words_.removesuffix("后")) and not verbs(words_)


_HOUR = 8  # characters of such words
_WAY_OF = re.compile(r"([一-鿿]{2,4})(?:方式|办法|途径|手续)")  # 报名方式:即日起至5月3日止: when one may
_BORN = re.compile(r"出生(?:年月日?|日期|时间)?")
_MORE_DAYS = re.compile(r"\([^()]*\)|[、和及](?:\d{1,2}月)?\d{1,2}[日号]")
_OPENS = re.compile(r"(?:兹?定|拟|将|暂定)?[于在自从]?(?:每[天日])?|(?:[自从]?(?:公[告布]|发布|即)之?日起?)?[至到迄]?")


# 临江区:5月16日,区残联走访…: where it is reported from, or whose report it is.
_REPORTS = re.compile(r"(?:[省市区县镇乡村州盟旗]|街道|社区|农场)$")


def _reports(label: str) -> bool:
    """Whether a label names a place or a body: what they tell stands behind it.

    >>> _reports("徐汇"), _reports("东湖街道"), _reports("市残联"), _reports("笔试")
    (True, True, True, False)
    >>> _reports("河北石家庄")
    True
    """
    division = _REPORTS.search(label) or path_of(label) or is_county(label)
    row = sum(span.end - span.start for span, _ in named(label)) == len(label)  # 河北石家庄
    return bool(division) or row or _is_body(label)


def _is_body(label: str) -> bool:
    return label.endswith((*words("body", "ends"), "中学", "小学", "幼儿园"))


def _stage(label: str) -> bool:
    """成绩公布:于12月25日张贴于公示栏: a step with a name of its own."""
    last = verbs(label)[-1:]
    ends = label.endswith(tuple(word for word in words("noun") if len(word) <= _STAGE)) or (
        bool(last) and last[0][0].end == len(label)
    )
    return 3 <= len(label) <= 8 and ends and not label.endswith(("活动", "会议", "工作"))


_STAGE = 4  # characters of the noun of a step
