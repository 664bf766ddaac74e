"""A judgment -> what it tells twice: as a party alleges it (诉称, 指控), and as the court finds it (查明).

Both are told in sentences of their own words, and of the parties by other names; that it is one deed is known by
the day, and by the words that are left when the parties are struck out. What the court finds is told, with the
evidence of both.

>>> alleged, found = "被告向原告借款5万元,并出具借条", "被告李某向原告王某借款50000元,出具借条一张"
>>> one_deed(alleged, found), one_deed(alleged, "被告李某向原告王某还款50000元")
(True, False)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from timeline.events.language.segment import tags
from timeline.model import Document

_MARK = re.compile(
    r"(?P<alleged>诉称|起诉称|指控|[答抗]?辩称|上诉称|申诉称|再审称|申请人(?:称|请求)|主张)(?=[,:]|[^,。]{0,12}[,:])"
    r"|(?P<found>查明|经查|认定(?:如下|以下)?事实|事实(?:认定)?如下|确认(?:如下|以下)事实)(?=[,:;]|事实|如下|以下|[^,。]{0,6}[,:])"
)
_PARTY = re.compile(
    r"公诉机关|检察院|检察机关|(?:上诉|被上诉|申请|被申请|再审申请|被执行|申请执行|案外)人|(?:原、?)?(?:原告|被告)人?|第三人|本院|[\u4e00-\u9fff]某(?:某|[甲乙丙丁])?"
)
_MONEY = re.compile(r"(\d[\d,.]{0,15})(万|亿)?元")
_WORTH = {"万": 10_000, "亿": 100_000_000}
_COMMON = frozenset("发生 进行 双方 约定 该案 上述 事实 审理 要求 请求 其中 同日 当日".split())
_SHARED, _PART = 2, 0.4  # words in common, and how many of those of the shorter telling


@lru_cache(maxsize=4)
def _marks(document: Document) -> tuple[Sequence[int], Sequence[str]]:
    found = [(match.start(), match.lastgroup or "") for match in _MARK.finditer(document.text)]
    return [at for at, _ in found], [kind for _, kind in found]


def told_by(document: Document, position: int) -> str:
    """Who speaks at a place of a judgment: "alleged", "found", or nobody where it is none."""
    starts, kinds = _marks(document)
    if len(set(kinds)) < len(("alleged", "found")):
        return ""
    before = bisect_right(starts, position)
    return kinds[before - 1] if before else ""


def one_deed(one: str, other: str) -> bool:
    """Whether two tellings have their words in common, the parties struck out, and no two sums of money."""
    sums = [_sums(text) for text in (one, other)]
    if all(sums) and sums[0].isdisjoint(sums[1]):
        return False
    left, right = _words(one), _words(other)
    return len(left & right) >= max(_SHARED, _PART * min(len(left), len(right)))


def _sums(text: str) -> frozenset[float]:
    return frozenset(
        float(match[1].replace(",", "").strip(".")) * _WORTH.get(match[2], 1)
        for match in _MONEY.finditer(text)
        if match[1].replace(",", "").strip(".").count(".") <= 1
    )


def _words(text: str) -> frozenset[str]:
    plain = _MONEY.sub(",", _PARTY.sub(",", text))
    return frozenset(word for word, _ in tags(plain) if len(word) > 1 and word not in _COMMON and not word[0].isdigit())
