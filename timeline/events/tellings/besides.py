"""A telling -> what its sentence tells besides its title, as titles: another paper may be called after any clause.

>>> besides("11月16日,随着发令枪响,三万名跑者从奥体中心出发,江城马拉松正式开赛", "三万名跑者从奥体中心出发")
('江城马拉松正式开赛',)
>>> besides("5月12日,受台风影响,轮渡停航,市领导出席会议", "轮渡停航")
()
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.events.language.segment import has_verb
from timeline.events.language.words import branch, words
from timeline.text.folding import fold

_BLANK = re.compile(r"\s+")
_DATELINE = re.compile(r"^[^,。]{0,24}(?:[讯电](?:\([^()]{0,20}\))|社[^,。]{0,10}电)")
_DATE = re.compile(
    r"(?:(?:(?:\d{4}|今|去|本)年)?(?:\d{1,2}|本)月(?:\d{1,2}日)?|(?<!\d)\d{1,2}日|(?<!\d)(?:\d{4}|今)年)(?:起|凌晨|清晨|早[上晨]|上午|中午|下午|傍晚|晚上?|深夜|夜间)?(?:\d{1,2}(?:[时点:]\d{0,2}分?)[许左右]*)?"
)
_DAY = re.compile(r"\d{1,2}日|\d月(?!\d{1,2}日)|\d{4}年(?!\d{1,2}月)")
_CLAUSE = re.compile("[^,;:。!?|]+")
# What only leads up to it, what came of it or came later, who was there and what they said.
_NO_DEED = re.compile(
    r"^(?:受|因|为|随着|根据|按照|经|据|在|当|自|从|以|围绕|预计|随后|会后|其后|此后|之后|会上|会前|其间|期间|同时|同日|另外|此外|此前|并|还|其中|该|此次|本次|这是)"
    r"|(?:后|前|时|影响|期间|之际|中|下|以来)$"
    r"|出席|致辞|讲话|主持|参加|参会|到场|观看|表示|强调|指出|介绍|认为|要求|希望|旨在|透露|告诉|谈到|说(?!明)|提醒|预计|展期|为期|免费|欢迎|吸引|总投资|据"
)
_GOING = re.compile("(?:走进|走入|来到|深入|走上|前往|赴|到)[^,]{2,12}$")  # that somebody goes is no deed yet
_SHORTEST, _LONGEST = 6, 40  # characters of a clause that may be a title


@lru_cache(maxsize=4_096)
def besides(description: str, title: str) -> tuple[str, ...]:
    """The clauses of a sentence that could be its title as well; none of one that tells of several days."""
    text = _DATELINE.sub("", _BLANK.sub("", fold(description)))
    if "|" in text or len(_DAY.findall(text)) > 1:
        return ()
    name = _BLANK.sub("", fold(title))
    found = []
    if _GOING.search(name) and (behind := re.search(rf"{re.escape(name)},([^,;:。]{{4,20}})", text)):
        found.append(name + behind[1])  # 医疗队走进社区|为居民义诊
    for match in _CLAUSE.finditer(text):
        clause = _DATE.sub("", match[0], count=1)
        if not _SHORTEST <= len(clause) <= _LONGEST or _NO_DEED.search(clause):
            continue
        if clause in name or name in clause or not (has_verb(clause) or _begun().search(clause)):
            continue
        found.append(clause)
    return tuple(found[:_MOST])


@lru_cache(maxsize=4_096)
def before(description: str, title: str) -> tuple[str, ...]:
    """The first of these clauses, where the sentence begins with it and comes to its title later.

    >>> before("5月6日,江岸灯展正式启幕,三百名游客赏灯", "三百名游客赏灯")
    ('江岸灯展正式启幕',)
    >>> before("5月6日,江岸灯展正式启幕,三百名游客赏灯", "江岸灯展正式启幕")
    ()
    """
    text, name = _BLANK.sub("", fold(description)), _BLANK.sub("", fold(title))
    first = besides(description, title)[:1]
    at = [text.find(words_[-_KNOWN:]) for words_ in (*first, name)]
    return first if first and 0 <= at[0] < at[-1] else ()


_KNOWN = 4  # characters by which a clause is found


@cache
def _begun() -> re.Pattern[str]:
    """A word that says that something begins, ends or is in use: 启幕."""
    return re.compile(
        branch((*words("opening"), *words("unveiling"), *words("closing"), *" ".join(words("deed")).split()))
    )


_MOST = 3  # clauses of a sentence that are asked
