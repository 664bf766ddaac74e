"""The title and the words of an event -> what kind of thing it is, by closed classes of nouns and verbs.

>>> category("“夏季送凉爽”活动启动仪式"), category("周某毕业于戏曲学校"), category("省残联印发《通知》")
(<Category.CEREMONY: 'ceremony'>, <Category.LIFE: 'life'>, <Category.PUBLICATION: 'publication'>)
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from timeline.events.language.index import Index
from timeline.events.language.words import words
from timeline.model import Category, EventKind

# 实施封闭管制: what is put into effect is told by its noun, unless it is a text.
_DOES = re.compile(r"实施|执行")
_TEXT = re.compile(r"[《法案例令]|办法|规定|规则|细则|条例|标准|制度|政策|规划|计划|方案|章程|决定|意见")
_QUOTED = re.compile(r"“[^”]{0,60}”|《[^》]{0,60}》|〈[^〉]{0,60}〉")
# What these do is said by the verb, whatever noun their object ends in: 调研培训, 印发办法.
_LEADING = frozenset({Category.PUBLICATION, Category.VISIT, Category.COURT})
# Nouns that say little; one that stands right before them says more: 讲座活动.
_GENERIC = ("系列活动", "主题活动", "活动", "项目", "服务", "工作", "计划", "事宜", "环节", "时间", "安排")
_REST = re.compile(
    r"(?:在[^在]{2,12})?"
    r"(?:\([^()]{0,20}\)|第[一二三四五六七八九十\d]{1,3}[场期讲站届]|累计|圆满|正式|顺利|[\d:~\-/—至、.场(等 ])*$"
)
_OF_A_NAME = re.compile(r"[、等]|[\u4e00-\u9fff]{0,4}(?:活动|行动|项目|仪式|大会|会议)$")
_HEADLINE = re.compile(r"[^,;。 ]{6,}(?=[,;。 ].{4})")  # 恢复供水工程,依据条例: the first half says what
_PARTS = re.compile(r"[,;:、 ]")
_NO_NOUN = re.compile(
    r"(?:[开发进扩拓施]展|[学社机协商联]会|[整每当同今明昨半后]日|[季环情细礼关]节|.社会|机会|体会|将会|还会|都会)$"
)
_CLAUSE = 100  # characters of the words that are asked where the title does not say


class _Classes(NamedTuple):
    """The words of a kind, ready to be looked for, and their categories."""

    look: Index[Category | None]
    of: dict[str, Category]


@cache
def _classes() -> tuple[_Classes, _Classes]:
    """Nouns, then verbs; words inside other nouns are found and mean nothing."""
    text = resources.files("timeline").joinpath("data/categories.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    nouns = {noun: Category(name) for name, row in rows.items() for noun in row["nouns"]}
    verbs = {verb: Category(name) for name, row in rows.items() for verb in row["verbs"]}
    inside = dict.fromkeys((*words("inside"), *(noun for noun in nouns if len(noun) > 2)))
    return _Classes(Index(nouns), nouns), _Classes(Index({**inside, **verbs}), verbs)


def category(title: str, clause: str = "", kind: EventKind = EventKind.EVENT, *, observance: bool = False) -> Category:
    """The category of an event with this title; both texts are folded. With `observance` its date is one by name."""
    if kind is EventKind.DEADLINE:
        return Category.DEADLINE
    if kind is EventKind.PUBLICATION:
        return Category.PUBLICATION
    if observance and title.rstrip("”）)").endswith(("日", "节", "周", "月")):
        return Category.OBSERVANCE
    first = _HEADLINE.match(_QUOTED.sub(lambda match: "“" * len(match[0]), title))
    found = (_named(title[: first.end()]) if first else None) or _named(title)
    found = found or _told(clause[:_CLAUSE].partition("。")[0])
    return found or (Category.PERIOD if kind is EventKind.PERIOD else Category.OTHER)


def _told(clause: str) -> Category | None:
    """What the words behind an idle title say: a noun at the end of a part of them, else the first verb."""
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), clause)
    verbs = _classes()[1]
    ends = (found for part in _PARTS.split(plain) if len(part) > 3 and (found := _at_end(part.rstrip(), 2)))
    told = (found for _, found in verbs.look.found(plain) if found)
    return next(ends, None) or next(told, None)


def _named(text: str) -> Category | None:
    """What the words say: a leading verb, else the noun at their end, else a verb, else the last noun."""
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    if not plain.strip():
        plain = text
    nouns, verbs = _classes()
    matches = [(span, found) for span, found in verbs.look.found(plain) if found and not _listed(plain, span.end)]
    told = [found for _, found in matches]
    if told and told[0] in _LEADING and not (_DOES.match(plain, matches[0][0].start) and not _TEXT.search(plain)):
        return told[0]
    if told and matches[-1][0].end == len(plain) and matches[-1][0].end - matches[-1][0].start > 2:
        return told[-1]
    at_end = _at_end(plain.rstrip()) or _at_end(_REST.sub("", plain.rstrip())) or _at_end(text.rstrip("”》〉"))
    if at_end:
        return at_end
    if told:
        return told[0]
    found = [found for _, found in nouns.look.found(plain)]
    return found[-1] if found else None


def _listed(text: str, end: int) -> bool:
    """Whether a verb is part of a name or one of a list: 走访拓岗活动; 入户慰问、无障碍体验等活动."""
    return end < len(text) and _OF_A_NAME.match(text, end) is not None


def _at_end(text: str, shortest: int = 1) -> Category | None:
    """The category of the noun that ends a text, seen through a generic one behind it."""
    nouns = _classes()[0].of
    generic = next((noun for noun in _GENERIC if text.endswith(noun)), "")
    if generic:
        before = _at_end(text[: -len(generic)].rstrip(), 2) if len(text) > len(generic) + 1 else None
        if before not in (None, Category.OBSERVANCE):  # 助残周主题活动 is no day
            return before
    if text.endswith(words("body", "ends")) and not text.endswith(("大会", "年会", "晚会")):
        return None
    if _NO_NOUN.search(text):
        return None
    for length in range(min(len(text), 8), shortest - 1, -1):
        if text[-length:] in nouns:
            return nouns[text[-length:]]
    return None
