"""A paper of several reports -> the towns that they are sent from: (汉口讯), (南京十二日电).

Each holds for its own report and for none beside it; what the paper heard in its own town opens with 本市讯.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.events.drafts import raw_words
from timeline.model import Document, Span

_DAY = r"(?:[〇零一二三四五六七八九十廿卅\d]{1,3}月)?(?:[〇零一二三四五六七八九十廿卅\d]{1,3}日)?"
_SENT = r"(?:[专急快特航合通]|本报)?(?:电|讯|通[讯信]|消息)"
_BULLET = r"[ △▲○●□■*·-]{0,4}[(【〔\[]"
_OPENS = re.compile(
    rf"{_BULLET}(?:(?:本报|[一-鿿]{{1,4}}社)[ ·]?)?([一-鿿]{{2,5}}?){_DAY}{_SENT}[^)】〕\]]{{0,8}}[)】〕\]]"
)
# What the paper heard itself, or was told by an agency, comes from no other town.
_OWN = re.compile(r"本[一-鿿]|综合|[快短简特专通外]|新华|中央|.{0,4}社|记者|[最刚]|.*[新旧][闻讯]|另|又|据|各")


def sent_from(text: str) -> Span | None:
    """The town in the bracket that opens a report; an empty span where the bracket names none.

    >>> text = "(南京十二日电)外交部长今晨飞抵北平"
    >>> sent_from(text).of(text), sent_from("(本市讯)新楼落成"), sent_from("新楼落成")
    ('南京', Span(start=0, end=0), None)
    """
    match = _OPENS.match(text)
    if match is None:
        return None
    return Span(0, 0) if _OWN.match(match[1]) else Span(*match.span(1))


@lru_cache(maxsize=4)  # asked of one document for each of its names
def datelines(document: Document) -> dict[int, str]:
    """The town in the bracket of each block, as it is written, of a paper whose reports come from several."""
    opened = {
        number: sent
        for number, block in enumerate(document.blocks)
        if (sent := sent_from(document.text[block.at.start : min(block.at.end, block.at.start + _BRACKET)])) is not None
    }
    starts = {number: document.blocks[number].at.start for number in opened}
    towns = {
        number: raw_words(document, [Span(starts[number] + sent.start, starts[number] + sent.end)])
        for number, sent in opened.items()
        if sent.end > sent.start
    }
    if len(opened) < _SEVERAL or not towns or (len(set(towns.values())) == 1 and len(towns) == len(opened)):
        return {}
    return {number: towns.get(number, "") for number in opened}


# 〔合众社波恩六日电〕: an old paper goes on with the next wire in the same paragraph.
_WIRE = re.compile(
    r"[(【〔\[「](?:(?:本报|[一-鿿]{1,4}社)[ ·]?)?([一-鿿]{2,5}?)(?:[一二三四五六七八九十]{1,2}月)?"
    r"[〇一二三四五六七八九十廿卅]{1,3}日"
    rf"{_SENT}[^)】〕\]」]{{0,8}}[)】〕\]」]"
)


def wired_from(document: Document, at: Span) -> str:
    """The town of the last wire that opens in a paragraph before a place in it; nothing where none does.

    >>> from timeline.text import document
    >>> text = document("示例", "〔合众社波恩六日电〕议会今日选出委员。【本报南京七日电】大会开幕。")
    >>> wired_from(text, Span(0, 12)), wired_from(text, Span(0, 30)), wired_from(text, Span(0, 0))
    ('波恩', '南京', '')
    """
    town = ""
    for match in _WIRE.finditer(document.text, *at):
        town = "" if _OWN.match(match[1]) else raw_words(document, [Span(*match.span(1))])
    return town


_BRACKET, _SEVERAL = 30, 2
_CLOSED = re.compile(rf"{_BULLET}[^)】〕\]]{{0,24}}[)】〕\]]")


def without_datelines(document: Document, at: Span) -> str:
    """A stretch of a document with holes for the brackets that open its reports, if these come from several towns."""
    text = at.of(document.text)
    told = datelines(document)
    for number, block in enumerate(document.blocks) if told else ():
        if block.at.start >= at.end:
            break
        if number in told and block.at.start >= at.start:
            start = block.at.start - at.start
            if bracket := _CLOSED.match(text, start):
                text = text[:start] + "\0" * (bracket.end() - start) + text[bracket.end() :]
    return text
