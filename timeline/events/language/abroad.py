"""`data/abroad.tsv` -> the countries and cities of the world that a text names.

>>> [span.of("访问法国、意大利和新德里") for span in abroad("访问法国、意大利和新德里")]
['法国、意大利和新德里']
>>> list(abroad("印度人和日本队")), list(abroad("济州航空")), list(abroad("约旦河西岸"))
([], [], [])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from timeline.events.language.index import Index
from timeline.model import Span

# Of somebody or something from there, not of the place: 日本队, 美国人, 法国大使.
_OF_THERE = re.compile(
    r"[人籍队语文裔元货史官外驻河]|航空(?!港)|航班|客机|银行|央行|集团|政府|商务部|国务院|国务卿|司法部|财政部|国防部|外交部|外务省|白宫|国会|参议院|众议院|当局|军方|驻|总统|总理|首相|大使|企业|公司|国王|代表|媒体|警方|大学|学院|联邦|海军|空军|之[音声窗]|流感|脑炎|肺炎|路(?![透])"
)
_AND = re.compile(r"首都|[、和与及]")


@cache
def _names() -> Index[str]:
    text = resources.files("timeline").joinpath("data/abroad.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return Index({name: kind for kind, names in rows for name in names.split()})


def abroad_at(text: str, position: int = 0) -> int:
    """Where a country or city that begins at a position ends, with the city behind its country and all in a row.

    >>> abroad_at("墨尔本公园"), abroad_at("法国、德国"), abroad_at("小巨蛋")
    (3, 5, 0)
    """
    names = _names()
    end = names.at(text, position)
    while end > position:
        joint = _AND.match(text, end)
        following = names.at(text, joint.end() if joint else end)
        if following == (joint.end() if joint else end):
            break
        end = following
    return position if end == position or _OF_THERE.match(text, end) else end


def countries(text: str) -> Iterator[Span]:
    """The countries that a text names, also those of whom or of what it tells: 韩国前总统.

    >>> [span.of("韩国前总统到欧洲,在东京会见日本首相") for span in countries("韩国前总统到欧洲,在东京会见日本首相")]
    ['韩国', '日本']
    """
    for span, kind in _names().found(text):
        if kind == "country" and span.of(text) not in _WIDE:
            yield span


def cities(text: str) -> Iterator[Span]:
    """The cities of the world that a text names.

    >>> [span.of("他从巴黎到法国南部,后居汉城") for span in cities("他从巴黎到法国南部,后居汉城")]
    ['巴黎', '汉城']
    """
    yield from (span for span, kind in _names().found(text) if kind == "city")


# Of no one country.
_WIDE = frozenset(
    "东南亚 中东 中亚 亚太地区 北美洲 南美洲 南极洲 大洋洲 拉丁美洲 欧洲 非洲 亚洲 美洲 中美洲 北极".split()
)


def abroad_names(text: str) -> Iterator[Span]:
    """The names of countries and cities of the world in a text, whatever follows them: 温哥华 of 温哥华地方法院."""
    yield from (span for span, _ in _names().found(text))


def abroad(text: str) -> Iterator[Span]:
    """The stretches that name a country, a city or several of them."""
    names = _names()
    position = 0
    while position < len(text) - 1:
        if not names.begins(text, position):
            position += 1
            continue
        end = abroad_at(text, position)
        if end > position:
            yield Span(position, end)
        position = max(end, names.at(text, position), position + 1)
