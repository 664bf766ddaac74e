"""A road by its number -> by the name that the other paper has for it.

>>> by_name("G15高速常熟段追尾"), by_name("沈海高速公路常熟段追尾")
('沈海高速常熟段追尾', '沈海高速常熟段追尾')
>>> by_name("国道G345线塌方"), by_name("G345国道塌方"), by_name("345国道塌方")
('345国道塌方', '345国道塌方', '345国道塌方')
>>> by_name("国三南投段追撞"), by_name("国三学生毕业")
('国道3号南投段追撞', '国三学生毕业')
"""

from __future__ import annotations

import re
from functools import cache

from timeline.events.language.words import branch, words
from timeline.memory import remembered

_HIGHWAY = re.compile(
    r"(?P<kind>[国省县])道[GSX]?(?P<number>\d{3})(?:线|(?![\d号]))"
    r"|(?<![A-Za-z])(?P<letter>[GSX])(?P<numbered>\d{3})(?:[国省县]道|线|(?=[路段]))"
)
_KINDS = {"G": "国", "S": "省", "X": "县"}
# 国道三号 and 国三 of Taiwan; 国三 is a year of pupils too.
_FREEWAY = re.compile("国道([一三五])号|国([一三五])(?=.{0,4}(?:段|追撞|匝道|车祸|塞车)|[北南](?:上|下|向))")
_DIGITS = {"一": "1", "三": "3", "五": "5"}


@cache
def _expressways() -> tuple[re.Pattern[str], dict[str, str]]:
    """The expressways of the mainland by number, name or both, and the name of each number."""
    names = dict(row.split() for row in words("expressway"))
    number, name = "|".join(sorted(names, key=len, reverse=True)), branch(names.values())
    return re.compile(rf"(?<![A-Za-z])(?:({number})(?:{name})?|({name}))高速(?:公路|(?!铁))"), names


@remembered(4_096)
def by_name(text: str) -> str:
    """A folded text, its roads called in one way."""
    if "高速" in text:
        search, names = _expressways()
        text = search.sub(lambda match: f"{names[match[1]] if match[1] else match[2]}高速", text)
    if "国" in text:
        text = _FREEWAY.sub(lambda match: f"国道{_DIGITS[match[1] or match[2]]}号", text)
    return _HIGHWAY.sub(_highway, text)


def _highway(match: re.Match[str]) -> str:
    kind = match["kind"] or _KINDS[match["letter"]]
    return f"{match['number'] or match['numbered']}{kind}道"


_NAMED = re.compile(
    r"([\u4e00-\u9fff]{2})高速(?:公路|(?=[\u4e00-\u9fff]{1,6}(?:段|方向|入口|出口|匝道|收费站|服务区)|发生|多?车|[封限堵相追侧翻,]|$))"
)
_ANY = frozenset("绕城 环城 外环 内环 机场 城市 该条 一条 这条 全省 全国 我省 省内 境内 国家 多条 两条 部分".split())


@remembered(4_096)
def expressways(text: str) -> frozenset[str]:
    """The last two signs of the names of the expressways that a text names.

    >>> [sorted(expressways(text)) for text in ("G2高速无锡段追尾", "绕城高速封闭", "经济高速增长")]
    [['京沪'], [], []]
    """
    return frozenset(_NAMED.findall(by_name(text))) - _ANY if "高速" in text else frozenset()
