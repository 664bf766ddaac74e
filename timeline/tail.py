"""The lines of a text -> where it ends and what its page adds begins: links to more to read, rows of bait.

It is found by shape and place: nothing but short lines without a full stop below a heading of links, up to the end; or
one last line of many scraps between bars that is no row of a table. A list of links in the middle of a text stays.

>>> begins(["开幕式", "5月12日举行。", "相关阅读", "去年5月的书展", "4月1日起停水"])
2
>>> begins(["开幕式", "5月12日举行。", "相关链接：", "书展始于2004年，每年5月举行。"])
4
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINKS = re.compile(
    r"[■●▶►>【\[#* ]{0,4}(?:相关|延伸|推荐|热门|精彩|最新|更多|热点|往期)的?"
    r"(?:阅读|链接|新闻|文章|报道|资讯|推荐|内容|回顾|专题|稿件|信息)[:>】\] ]{0,3}"
    r"|[#* ]{0,4}(?:猜你喜欢|你可能还?喜欢|热门排行|点击排行)[: ]{0,2}"
)
_LINK = 60  # characters of the longest title that is linked
_FEWEST = 2  # links
_SCRAPS = 10  # between bars; the rows of tables are shorter, or stand below others
_SCRAP = 4  # characters of a scrap on average


def _bait(line: str, above: str) -> bool:
    bars = line.count("|")
    return bars >= _SCRAPS and "。" not in line and len(line) >= bars * _SCRAP and above.count("|") < _SCRAPS


def begins(lines: Sequence[str]) -> int:
    """The number of the first line that is no part of the text; how many there are, where all are."""
    end = len(lines)
    while end > 1 and _bait(lines[end - 1], lines[end - 2]):
        end -= 1
    for i in range(end - 1, 0, -1):
        if _LINKS.fullmatch(lines[i]):
            return i if end - i > _FEWEST else end
        if len(lines[i]) > _LINK or "。" in lines[i]:
            break
    return end
