"""The heading of one of several sessions -> the room in which it and the hours below it are held."""

from __future__ import annotations

import re

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.sites import SITES, is_site
from timeline.model import Document, Span

_ADDRESS = re.compile(r"\s*[(（][^()（）]*[)）]$")
_NO_HOUR = r"(?!\d{1,2}:\d\d)"
_NAME = r"(?:会场|分会|论坛|专场|平行|(?i:track|session))"
# 分会场A 数据库(201会议室): what stands over the hours of one of several sessions, and its room.
_OF_ROOM = re.compile(
    rf"{_NO_HOUR}[^。;:\n]{{0,24}}?{_NAME}[^。;:\n]{{0,24}}?"
    rf"(?:\(([^()]{{0,12}}(?:{SITES}|[厅室馆堂楼])[A-Z\d]{{0,4}})\)"
    r"|: ?([^()。;:,\n]{0,12}[厅室馆堂楼][A-Z\d]{0,4}) ?$)"
)
_HEADING = re.compile(rf"{_NO_HOUR}[^。;:\n]{{0,16}}{_NAME}[^。;:\n]{{0,24}}$")
_HOURS = 12  # lines over which the room of a session holds


def room_of_session(document: Document, draft: Draft, house: str = "") -> str:
    r"""The room in which a draft is held, with the house of the whole before it; empty where no heading names one.

    >>> from timeline.pipeline import tell
    >>> from timeline.text import document as read
    >>> text = "# 技术年会\n地点:会展中心\n分会场A(201会议室) 5月1日\n14:00-14:40数据库实践\n14:40-15:20分布式事务"
    >>> {event.place for event in tell(read("示例", text)).events}
    {'会展中心 201会议室'}
    """
    first = draft.block - (_HOURS if draft.rule == "programme" else 0)
    for block in reversed(document.blocks[max(first, 0) : draft.block + 1]):
        if match := _OF_ROOM.match(document.text, *block.at):
            at = Span(*match.span(match.lastindex or 1))
            if not is_site(at.of(document.text)):
                return ""
            room, hall = raw_words(document, [at]), _ADDRESS.sub("", house)
            return f"{hall} {room}" if hall and hall not in room else room
        if _HEADING.match(document.text, *block.at):
            break
    return ""
