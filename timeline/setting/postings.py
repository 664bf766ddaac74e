"""A page of several articles, each with the day on which it was put there -> these days, and what they date.

    某馆开展主题活动                 某馆动态
    10月24日下午,某馆开展…          2019.10.25
    动态 2019/10/25 16:13           某馆开展主题活动

What stands with such a line was written on its day: 今日 counts from there, a day without its year is the last one.
The line closes its article, stands below its headline, or opens it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from timeline.model import Block, Claim, Document, Expression, Posting, Role, Span
from timeline.setting.written import whole_day

_FEWEST = 3  # articles
_DAY = r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
_LINE = re.compile(rf"[\u4e00-\u9fff]{{0,6}}[ :|/]{{0,3}}{_DAY} ?{_CLOCK}")
_LABEL = r"(?:发[布表]|刊登|张贴|公[布告]|上传|更新)(?:日期|时间|日|于)? ?:? ?"
_ALONE = re.compile(rf"[(\[【]?({_LABEL})?{_DAY}(?: ?\([一二三四五六日]\))?(?: ?{_CLOCK})?[)\]】]?")
_SHAPE = re.compile(r"\d+|(?<=\()[一二三四五六日](?=\))")
_LONGEST = 40  # characters of such a line
_BEHIND = 2  # lines that may stand below the last one
_HEADLINE = 40  # characters of a headline at most


def postings(document: Document, expressions: Sequence[Expression], region: str) -> tuple[Posting, ...]:
    """The articles of a page in order; none where fewer than three are dated in one way."""
    days = {expression.at.start: expression for expression in expressions}
    return _closed(document, days, region) or _signed(document, days, region) or _opened(document, days, region)


def _closed(document: Document, days: dict[int, Expression], region: str) -> tuple[Posting, ...]:
    """The articles that end with their day."""
    blocks = document.blocks
    closing = [number for number, block in enumerate(blocks) if _closes(document, block)]
    if len(closing) < _FEWEST or closing[0] == 0 or len(blocks) - 1 - closing[-1] > _BEHIND:
        return ()
    if any(after - before == 1 for before, after in pairwise(closing)):
        return ()
    found = []
    begins = 0
    for number in closing:
        day = _day(blocks[number], days, region, "published-posting")
        if day is None:
            return ()
        head = blocks[begins].at if begins else _head(document, blocks[:number])
        line = blocks[number].at
        found.append(Posting(Span(blocks[begins].at.start, line.end), line, head, day, closed=True))
        begins = number + 1
    return tuple(found)


def _signed(document: Document, days: dict[int, Expression], region: str) -> tuple[Posting, ...]:
    """Notices of which each ends with who signs it and the day: 停水通知 … 物业中心 | 2024年3月3日 | 停电通知 …."""
    blocks, text = document.blocks, document.text
    closing = [
        number
        for number, block in enumerate(blocks)
        if number > 1 and _ALONE.fullmatch(block.at.of(text).strip()) and _signs(document, blocks[number - 1])
    ]
    heads = [0, *(number + 1 for number in closing[:-1])]
    if len(closing) < _FEWEST_SIGNED or len(blocks) - 1 - closing[-1] > _BEHIND:
        return ()
    if not all(_NOTICE.search(blocks[head].at.of(text).strip()) for head in heads):
        return ()
    found = []
    for head, number in zip(heads, closing, strict=True):
        day = _day(blocks[number], days, region, "published-posting")
        if day is None or number - head < _FEWEST_LINES:
            return ()
        line = blocks[number].at
        found.append(Posting(Span(blocks[head].at.start, line.end), line, blocks[head].at, day, closed=True))
    return tuple(found)


def _signs(document: Document, block: Block) -> bool:
    """Whether a line may be a signature: short, and no sentence."""
    line = block.at.of(document.text).strip()
    return len(line) <= _SIGNATURE and line[-1:] not in "。;!?:,"


_FEWEST_SIGNED, _FEWEST_LINES, _SIGNATURE = 2, 2, 24
# The headline of a notice: it ends with what it is, and is no sentence.
_NOTICE = re.compile(
    r"^[^。;!?\n]{0,36}(?:通知|公告|通告|启事|公示|声明|预告|提示|喜报|讣告|海报|邀请函|倡议书|布告)(?:\([^()]{1,8}\))?$"
)


def _closes(document: Document, block: Block) -> bool:
    size = block.at.end - block.at.start
    return size <= _LONGEST and _LINE.fullmatch(block.at.of(document.text).strip()) is not None


def _day(block: Block, days: dict[int, Expression], region: str, rule: str) -> Claim[date] | None:
    stamp = next((days[at] for at in range(block.at.start, block.at.end) if at in days), None)
    day = whole_day(stamp, region) if stamp else None
    return Claim(day, rule, stamp.span) if day and stamp else None


def _head(document: Document, article: Sequence[Block]) -> Span:
    """The line that names the first article, below the title of the page: the last one above its first sentence."""
    head = article[0].at
    for block in article:
        if block.role is Role.PARAGRAPH or document.text[block.at.end - 1] in "。;":
            break
        head = block.at
    return head


def _opened(document: Document, days: dict[int, Expression], region: str) -> tuple[Posting, ...]:
    """The articles whose day stands over their text: newest first, unlike a chronicle, or behind 发布时间."""
    lines = _dated_lines(document)
    claims = [_day(document.blocks[number], days, region, "published-update") for number in lines]
    known = [claim for claim in claims if claim is not None]
    gaps = [after - before for before, after in pairwise((*lines, len(document.blocks)))]
    if len(lines) < _FEWEST or len(known) < len(lines) or min(gaps) == 1:
        return ()
    first = _ALONE.fullmatch(document.blocks[lines[0]].at.of(document.text).strip())
    falls = sum(after.value <= before.value for before, after in pairwise(known))
    if not (first and first[1]) and (falls * 2 < len(known) or known[0].value <= known[-1].value):
        return ()
    above = int(_below_headlines(document, lines))  # how many lines of an article stand over its day
    begins = [*(number - above for number in lines), len(document.blocks)]
    return tuple(
        Posting(
            at=Span(document.blocks[begin].at.start, document.blocks[end - 1].at.end),
            line=document.blocks[number].at,
            head=document.blocks[number - 1 if above else number + 1].at,
            day=claim,
            closed=False,
        )
        for number, claim, (begin, end) in zip(lines, known, pairwise(begins), strict=True)
    )


def _dated_lines(document: Document) -> list[int]:
    """The numbers of the lines that are only a whole day, all written in one way."""
    shapes = {}
    for number, block in enumerate(document.blocks):
        if block.at.end - block.at.start <= _LONGEST and block.role is not Role.TAIL:
            line = block.at.of(document.text).strip()
            if _ALONE.fullmatch(line):
                shapes[number] = _SHAPE.sub("0", line)
    commonest = Counter(shapes.values()).most_common(1)
    return [number for number, shape in shapes.items() if shape == commonest[0][0]] if commonest else []


def _below_headlines(document: Document, lines: Sequence[int]) -> bool:
    """Whether each day stands between a headline and a text."""
    text, blocks = document.text, document.blocks
    if lines[0] == 0 or any(after - before == 2 for before, after in pairwise(lines)):
        return False
    heads = [blocks[number - 1].at for number in lines]
    if any(head.end - head.start > _HEADLINE or text[head.end - 1] in "。;!?" for head in heads):
        return False
    bodies = [blocks[number + 1].at for number in lines]
    return sum(body.end - body.start > _HEADLINE or "。" in body.of(text) for body in bodies) * 2 >= len(bodies)
