"""A day that opens with its weather -> what the next sentence tells of it.

School and company news open so: 3月5日,春光明媚,惠风和畅。全校师生在操场举行植树活动。 Two or more clauses of four
characters are no news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import Draft
from timeline.events.language.clauses import Sentence
from timeline.events.language.segment import has_verb
from timeline.events.language.words import verbs
from timeline.events.mentions import Mention
from timeline.model import Document, Span

_FOUR = re.compile(r"[一-鿿]{4}")
_LEAST = 2  # clauses that paint a picture
_DATED = re.compile(r"[\d年月日号()周星期一二三四五六日天 上下午早晚晨农历正腊初廿元,]*")


# 会堂里座无虚席, 校园内彩旗飘扬: how it looked where something was held.
_PICTURE = re.compile(
    r"[^,“《]{0,18}?(?:阳光(?:普照|明媚|灿烂)|春光明媚|秋高气爽|风和日丽|天高云淡|晴空万里|春暖花开|丹桂飘香|瑞雪纷飞|寒风(?:凛冽|刺骨)"
    r"|细雨(?:绵绵|[蒙濛]{2})|庄严肃穆|哀乐低[回徊]|热闹非凡|人头攒动|人潮涌动|人山人海|座无虚席|高朋满座|彩旗(?:飘[扬飘舞]|招展)"
    r"|红旗(?:招展|飘扬)|锣鼓(?:喧天|齐鸣)|鼓乐齐鸣|歌声(?:嘹亮|飞扬)|掌声(?:雷动|阵阵)|欢声笑语|其乐融融|张灯结彩|灯火(?:辉煌|通明)"
    r"|喜气洋洋|书声琅琅|花团锦簇|热火朝天|暖意融融|气氛(?:热烈|庄重|温馨|融洽|浓厚|祥和))"
)
_EPITHET = re.compile(r"[一-鿿]{0,4}的?")  # 火红的 of 火红的五月


def beyond_scenery(
    document: Document, draft: Draft, following: tuple[Sentence, Sequence[Mention]] | None
) -> Draft | None:
    """The draft itself without what it only paints, or what the sentence behind it tells where it paints all.

    Nothing, where a day was fine and nothing is told of it.
    """
    if draft.title:
        return draft
    if (rest := _past_picture(document, draft)) != draft.clauses:
        if rest:
            return replace(draft, clauses=rest)
    elif not _is_scenery(document, draft):
        return draft
    sentence, mentions = following or (None, ())
    if sentence is None or any((mention.single_day or mention.topic) and not mention.ordinal for mention in mentions):
        return draft if rest else None
    dates = tuple(mention.at for mention in mentions)
    return replace(draft, at=sentence.at, clauses=sentence.clauses, context=sentence.at, dates=dates, subject=None)


def _past_picture(document: Document, draft: Draft) -> tuple[Span, ...]:
    """The clauses of a draft from the first that does not only say how it looked; all where none does."""
    painted = False
    for number, clause in enumerate(draft.clauses):
        told = _undated(document, draft, clause)
        paints = _PICTURE.fullmatch(told) is not None and not verbs(told)
        painted = painted or paints
        paints = paints or (_FOUR.fullmatch(told) is not None and not (verbs(told) or has_verb(told)))
        if not (paints or _DATED.fullmatch(told) or (number == 0 and _EPITHET.fullmatch(told))):
            return draft.clauses[number:] if painted else draft.clauses
    return () if painted else draft.clauses


def _undated(document: Document, draft: Draft, clause: Span) -> str:
    """A clause without its date: nothing of 道光三年."""
    at = draft.resolution.expression.at if draft.resolution else None
    if at is None or not clause.start <= at.start < at.end <= clause.end:
        return clause.of(document.text).strip()
    return (document.text[clause.start : at.start] + document.text[at.end : clause.end]).strip(" ,")


def _is_scenery(document: Document, draft: Draft) -> bool:
    """Whether beside its date a draft has but clauses of four characters that tell no deed."""
    told = [words for clause in draft.clauses if not _DATED.fullmatch(words := _undated(document, draft, clause))]
    idle = [words for words in told if _FOUR.fullmatch(words) and not (verbs(words) or has_verb(words))]
    return len(told) >= _LEAST and len(idle) == len(told)
