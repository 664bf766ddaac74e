"""The dateline of a report -> its day, and that 今天 counts from there as long as the report lasts.

A page is put together a day or more after its reports were sent: 2024年9月13日, and below it 新华社北京9月12日电
会议今天开幕. In 早报讯 6月25日23时,某人逝世 the day is that of the deed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.model import Claim, Expression, Role
from timeline.resolve.focus import Focus, Said
from timeline.resolve.scene import Scene

_MONTH = 31  # days back to the last day of some number
# 本报讯, 又讯, 中央社上海十一日电: another report begins.
_SLUG = re.compile(
    r"[ 【\[(*·•-]{0,4}(?:[^,。;:\n“”《》]{0,24}?[社报网台日][^,。;:\n“”《》]{0,14}?|[又本市特专另综合]{1,2})[讯电]"
    r"(?=[ :()】\],]|$)"
)
_SENT = re.compile(r"[^。,\n]{0,8}?(?:电|讯|消息|报道)")


def wired(expression: Expression, said: Said, focus: Focus, scene: Scene) -> Focus:
    """The focus behind a dateline: its report was written on that day."""
    published, day = scene.setting.published, said.place.known
    if published is None or day is None or published.because == expression.span or not _is_sent(expression, scene):
        return focus
    if day > published.value:
        return focus
    claim = Claim(day, "published-dateline", expression.span)
    return focus._replace(now=claim, wire_ends=_end(expression, scene))


def beyond(expression: Expression, focus: Focus) -> Focus:
    """The focus before an expression: behind the end of a report its day is no longer today."""
    if 0 <= focus.wire_ends <= expression.at.start:
        return focus._replace(now=None, wire_ends=-1)
    return focus


def sent_on(day: int, expression: Expression, scene: Scene) -> Claim[date] | None:
    """中央社南京十二日电 in a paper of the 13th: the last such day up to that of the paper."""
    published = scene.setting.published
    if published is None or not _is_sent(expression, scene):
        return None
    last = published.value
    for late in range(_MONTH):
        if (last - timedelta(days=late)).day == day:
            return Claim(last - timedelta(days=late), published.rule, published.because)
    return None


def _is_sent(expression: Expression, scene: Scene) -> bool:
    return scene.is_dateline(expression) and _SENT.match(scene.text, expression.at.end) is not None


def _end(expression: Expression, scene: Scene) -> int:
    """Where the report ends: at the next heading, or where another one begins."""
    for block in scene.document.blocks:
        if block.at.start > expression.at.start and (
            block.role is Role.HEADING or _SLUG.match(scene.text, block.at.start, block.at.end)
        ):
            return block.at.start
    return len(scene.text)
