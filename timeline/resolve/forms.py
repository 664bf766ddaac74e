"""The items of a notice: which states the day of the whole, and which have a day of their own.

一、日期:11月22日 … 四、领队会议:11月8日晚七时 … 五、活动流程:08:00 报到: the hours of the programme are of the day that
the notice states, not of the one that an item between them named for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline.model import Block

_ITEM = re.compile(
    r"[ *#>•·-]{0,6}(?P<number>[一二三四五六七八九十]{1,3}[、.]|\(?\d{1,2}[.、)](?!\d) ?)?【?"
    r"(?P<key>[^\d\s,。;:()【】|]{2,10})(?:[:】]|(?(number)$|(?!)))"
)
_STATES = re.compile(
    r"(?:活动|举[办行]|比赛|竞赛|会议|演出|开会|培训|讲座|考试)?的?(?:日期|时间)(?:[与和及、](?:地点|会场|场地))?"
)


class Items:
    """The lines of a text that open with a key: where each begins, and whether it states the day of the whole."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        found = [
            (block.at.start, match["number"] is not None, _STATES.fullmatch(match["key"]) is not None)
            for block in blocks
            if (match := _ITEM.match(text, block.at.start, block.at.end)) is not None
        ]
        # A line without a number (注意:) goes on with its item where the items are numbered.
        numbered = sum(one[1] for one in found) * 2 > len(found)
        self._items = [one for one in found if one[1] or not numbered]
        self._starts = [one[0] for one in self._items]

    def holding(self, position: int) -> int | None:
        """The number of the item in which a position stands; None before the first."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 else None

    def states_day(self, item: int | None) -> bool:
        """Whether what an item names is the day of the whole: 日期, 活动时间."""
        return item is not None and self._items[item][2]
