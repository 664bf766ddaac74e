"""处理2月28日发生的斗殴事件: a date in the relative clause of an object tells of the object, and not of the deed.

Where the sentence opens with a day of its own, that is the day of what is told; an object that is to come
(部署3月5日开始的整治行动) is told besides, on its own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.drafts import Draft
from timeline.events.language.segment import begins_with_verb
from timeline.events.language.words import words
from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import Document, Span

_LEADS = re.compile(r"(?:[于在自从由至到以及和与、,(“:]|[将拟][于在]?|原?[定订]于?|截至|截止|直到|持续|延[长期]?)$")
_RELATIVE = re.compile(r"(?P<deed>[\u4e00-\u9fff]{2,8}?)的(?=[\u4e00-\u9fff“《]{2})")
# What is to come is told by itself.
_HELD = tuple("开始 举行 召开 举办 启动 开幕 进行 实施 施行 开展".split())


def of_relative_clause(mention: Mention) -> bool:
    """Whether a date stands in the relative clause of an object, and its sentence has the day of the deed before it."""
    if mention.opens or not mention.before.strip() or _LEADS.search(mention.before):
        return False
    relative = _RELATIVE.match(mention.after)
    if relative is None or not begins_with_verb(relative["deed"]):
        return False
    return any(mention.edtf != day for day in _days_before(mention))


# 活跃在19世纪末的画家, 源于1999年开始的改革: of whom or of what it is
_LIVED = re.compile(r"(?:活跃|活动|生活|流行|盛行|风靡|成名|来自|源自|源|得益|归功|不同|有别|类似)[在于自]{0,2}$")


def lived_then(mention: Mention) -> bool:
    """活跃在19世纪末的画家, 扩招源于1999年开始的改革: a time by which one knows of whom or of what is told."""
    return _LIVED.search(mention.before) is not None and _RELATED.match(mention.after) is not None


_RELATED = re.compile(r"[^,。;“”]{0,8}?的(?=[^,。;])")


def to_come(document: Document, mentions: Sequence[Mention], told: Draft) -> Iterator[Draft]:
    """The objects of a deed that have a later day of their own, in the clauses that tell it."""
    for mention in mentions:
        if not told.at.start < mention.at.start < told.at.end or not of_relative_clause(mention):
            continue
        relative, text = _RELATIVE.match(mention.after), document.text
        if relative is None or not relative["deed"].startswith(_HELD) or mention.edtf < max(_days_before(mention)):
            continue
        start = mention.at.end + relative.end()
        thing = _THING.match(text, start, mention.clause.end)
        if thing is not None and thing[0].endswith((*words("noun"), "行动")):
            at = Span(start, thing.end())
            there = replace(told, when=mention.when, resolution=mention.resolution, rule="to come", minor=False)
            yield replace(there, at=at, clauses=(at,), dates=(), subject=None, kind=None)


_THING = re.compile(r"[^,。;、]{4,30}")


def _days_before(mention: Mention) -> list[str]:
    """The days that clauses of the sentence before a mention open with."""
    return [
        other.edtf[:10]
        for other in mention.earlier
        if other.grain == "day" and other.opens and not other.text.endswith(("前", "后"))
    ]


ROWS = (
    Rule(
        "of those of a time",
        Part.NONE,
        lived_then,
        ("活跃在⟦19世纪末|1890/1900⟧的画家作品展在美术馆开幕", "大学扩招来自于⟦1999年|1999⟧开始的改革"),
    ),
    Rule(
        "of a relative clause",
        Part.NONE,
        of_relative_clause,
        (
            "⟦2021年3月2日|2021-03-02⟧,公安局通报处理⟦2月28日|2021-02-28⟧发生的斗殴事件",
            "⟦5月17日|1980-05-17⟧,总统宣布戒严、派兵镇压⟦5月18日|1980-05-18⟧爆发的民主运动",
        ),
    ),
)
