"""A date without a name beside it -> the thing that the words before it name.

What a meeting decides on one day takes effect on another: 10月18日议定的方案,将于12月1日施行 tells of the 方案 twice.
"""

from __future__ import annotations

import re

from timeline.events.drafts import raw_words
from timeline.events.language.segment import is_name
from timeline.events.language.words import branch, verbs, words
from timeline.events.mentions import Mention
from timeline.events.when.names import told_of_its_year
from timeline.model import Span

ON = re.compile(r"(?:将|已|定)?[于在自从由]")  # 锦标赛,于10月25日在球场开打
_NEAR = 50  # characters between two dates of one thing


_WHO_ANNOUNCES = re.compile(r"[^,。“]{1,24}?(?:宣布|公布|宣告|预告)(?=[^,。]{2,}(?:将|拟|定|计划)[于在]?$)")


def announced_from(text: str, mention: Mention) -> int:
    """Where the words of a date begin in its clause: 校长宣布|新校区将于9月1日启用."""
    match = _WHO_ANNOUNCES.match(text, mention.clause.start, mention.at.start)
    return match.end() if match else mention.clause.start


_OF_BOTH = re.compile(
    r"[^,。的]{2,}的(?P<thing>[\u4e00-\u9fff]{2,12}?)(?:,?(?:[将已拟也]|定|计划|预计)?(?:统一|集中|陆续|全部|[均都])?[于自从在]?)$"
)


def thing_of_both(text: str, before: Mention, mention: Mention) -> Span | None:
    """What two dates tell of: the 方案 of 10月18日议定的方案,将于12月1日施行."""
    nameless = ON.fullmatch(mention.before) or (not mention.before and mention.after.startswith("起"))
    here = mention.clause.start <= before.at.start
    if not (here or nameless) or mention.at.start - before.at.end > _NEAR:
        return None
    match = _OF_BOTH.match(text, before.at.end, mention.at.start)
    if match is None or (not here and text[mention.clause.start - 1] != ","):
        return None
    return Span(*match.span("thing"))


_HELD_THEN = re.compile(
    rf"(?:^|[ ,。:;日])(?:[上本此这]次|上周)?(?P<thing>[^ ,。:;日()“”\d]{{0,16}}(?:{branch(words('noun'))}|..会))\($"
)
_DONE_THERE = re.compile(r"\)[上中]?[\u4e00-\u9fff]{2,8}的[\u4e00-\u9fff]{2}")


def held_then(mention: Mention) -> str:
    """上次业主大会(10月18日)议定的方案: what the day in the bracket is the day of; empty where it is none of that.

    修路是2003年的事: what is said to have been then.
    """
    text, start = mention.document.text, max(mention.at.start - _NAME, mention.clause.start)
    if told := told_of_its_year(mention):
        return raw_words(mention.document, [told])
    held = _HELD_THEN.search(text[start : mention.at.start])
    if held is None or _DONE_THERE.match(text, mention.at.end) is None:
        return ""
    return raw_words(mention.document, [Span(start + held.start("thing"), start + held.end("thing"))])


_NAME = 24  # characters of a name and the bracket behind it


# 原定于5月13日的演唱会,因天气改至6月9日: what was to be, before the reason why it is not.
_TO_BE = re.compile(
    r"[的之]?(?P<thing>(?:[^,。;“”《》]|“[^“”]{1,30}”|《[^《》]{1,30}》){2,30}?)(?:[举召][行办开])?(?:因|由于|,)"
)


_PLANNED = re.compile(
    r"(?:^|(?<=[,。;:\n]))(?P<thing>[^,。;:\n]{2,24}?)(?:原[定拟]|原计划)[于在]?$"
)  # 演唱会原定5月3日举行,因台风…
_FOR_WHY = re.compile(r",(?:现)?(?:因|由于)[^。;\n]{2,24}$")


def moved_thing(mention: Mention) -> str:
    """What is told of its new day, where a comma parts that from what stands beside its old one."""
    before = mention.earlier[-1]
    text, thing = mention.document.text, _TO_BE.match(mention.document.text, before.at.end)
    planned = _PLANNED.search(text, max(before.clause.start, before.at.start - _NAME), before.at.start)
    if planned is not None and _FOR_WHY.search(text, before.at.end, mention.at.start) is not None:
        return raw_words(mention.document, [Span(*planned.span("thing"))])
    if thing is None or thing.end() > mention.at.start:
        return ""
    if "," not in text[thing.end("thing") : mention.at.start] and thing[0].endswith(","):
        return ""
    name = thing["thing"]
    named = thing[0][0] in "的之" or (is_name(name) and not verbs(name))  # 本周五的秋游 is a thing, whatever it is
    return raw_words(mention.document, [Span(*thing.span("thing"))]) if named else ""
