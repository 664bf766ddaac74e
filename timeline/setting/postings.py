"""A page of several articles, each closed by the day on which it was put there -> these days, and what they close.

    某馆开展主题活动
    10月24日下午,某馆开展…
    动态 2019/10/25 16:13

What stands above such a line was written on its day: 今日 counts from there, a day without its
year is the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.model import Block, Claim, Document, Expression, Posting, Role, Span
from timeline.setting.written import whole_day

_FEWEST = 3  # articles
_LINE = re.compile(
    r"[\u4e00-\u9fff]{0,6}[ :|/]{0,3}"
    r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日) ?\d{1,2}:\d\d(?::\d\d)?"
)
_LONGEST = 40  # characters of such a line
_BEHIND = 2  # lines that may stand below the last one


def postings(document: Document, expressions: Sequence[Expression], region: str) -> tuple[Posting, ...]:
    """The articles of a page in order; none where fewer than three are closed in one way."""
    blocks = document.blocks
    closing = [number for number, block in enumerate(blocks) if _closes(document, block)]
    if len(closing) < _FEWEST or closing[0] == 0 or len(blocks) - 1 - closing[-1] > _BEHIND:
        return ()
    if any(after - before == 1 for before, after in pairwise(closing)):
        return ()
    days = {expression.at.start: expression for expression in expressions}
    found = []
    begins = 0
    for number in closing:
        line = blocks[number].at
        stamps = [days[at] for at in range(line.start, line.end) if at in days]
        day = whole_day(stamps[0], region) if stamps else None
        if day is None:
            return ()
        head = blocks[begins].at if begins else _head(document, blocks[:number])
        at, because = Span(blocks[begins].at.start, line.end), stamps[0].span
        found.append(Posting(at, line, head, Claim(day, "published-posting", because)))
        begins = number + 1
    return tuple(found)


def _closes(document: Document, block: Block) -> bool:
    size = block.at.end - block.at.start
    return size <= _LONGEST and _LINE.fullmatch(block.at.of(document.text).strip()) is not None


def _head(document: Document, article: Sequence[Block]) -> Span:
    """The line that names the first article, below the title of the page: the last one above its first sentence."""
    head = article[0].at
    for block in article:
        if block.role is Role.PARAGRAPH or document.text[block.at.end - 1] in "。;":
            break
        head = block.at
    return head
