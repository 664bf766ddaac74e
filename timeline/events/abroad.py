"""`data/abroad.tsv` -> the countries and cities of the world that a text names.

>>> [span.of("访问法国、意大利和新德里") for span in abroad("访问法国、意大利和新德里")]
['法国、意大利和新德里']
>>> list(abroad("印度人和日本队"))
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from timeline.events.words import branch
from timeline.model import Span

# Of somebody or something from there, not of the place: 日本队, 美国人, 法国大使.
_OF_THERE = (
    r"(?![人籍队语文裔元货史]|官|政府|外|总统|总理|首相|大使|企业|公司|国王|代表|驻|媒体|警方|大学|学院|联邦|海军|空军)"
)


@cache
def abroad_pattern() -> str:
    """A regular expression for one country or city, or several in a row, with the city behind its country."""
    text = resources.files("timeline").joinpath("data/abroad.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    # Atomic: 印度尼西亚队 is not to be read as 印度 for want of 印度尼西亚.
    one = rf"(?>{branch([*rows['country'].split(), *rows['city'].split()])})"
    return rf"{one}(?:首都)?(?:{one})?+(?:[、和与及]{one}){{0,6}}+{_OF_THERE}"


@cache
def _search() -> re.Pattern[str]:
    return re.compile(abroad_pattern())


def abroad(text: str) -> Iterator[Span]:
    """The stretches that name a country, a city or several of them."""
    return (Span(*match.span()) for match in _search().finditer(text))


def opens_abroad(text: str) -> bool:
    """Whether a text begins with a country or city.

    >>> opens_abroad("墨尔本公园"), opens_abroad("小巨蛋")
    (True, False)
    """
    return _search().match(text) is not None
