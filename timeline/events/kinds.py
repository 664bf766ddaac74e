"""What kind of event it is: event, deadline, period or publication."""

from __future__ import annotations

import re

from timeline.events.drafts import Draft
from timeline.events.language.words import verbs
from timeline.model import EventKind, ExpressionKind

_DUE = re.compile(
    r"截止|报名结束|停止收件|停止受理|截稿|(?:报名|申报|填报|缴费|申请|投稿)[^,。;]{0,24}关闭|(?:报名|申报|填报|缴费|申请|投稿|征集|征稿|受理|预约|参保|投票)[^,。;]{0,6}截至|停止(?:报名|接受|接收)|前完成|前报"
)
_BEFORE = re.compile(r"(?:\([^()]{0,20}\)|[^(]){0,60}?[之以]前")  # and not 9月19日(中秋节之前)
_TEXT = re.compile(r"《|通知|公告|专版|报告(?![厅会人])|简章|名单|规定|办法|意见|论文|微博|专刊|结果|排行榜")
_LONG = 8  # days: a shorter stretch is an event that lasts


def kind(draft: Draft, words: str) -> EventKind:
    """The kind, by the expression first, then by the verb.

    `words` are the folded words of the event.
    """
    if draft.kind is not None:
        return draft.kind
    expression = draft.resolution.expression.kind if draft.resolution else None
    first, last = draft.when.first, draft.when.last
    if draft.rule == "column":
        return EventKind.EVENT
    if expression is ExpressionKind.DEADLINE or (
        first == last and (_DUE.search(words[:60]) or ("前" in words[:60] and _BEFORE.match(words[:60])))
    ):
        return EventKind.DEADLINE
    if any(which == "publish" for _, which in verbs(words[:80])) and _TEXT.search(words):
        return EventKind.PUBLICATION
    edtf = draft.when.edtf or ""
    if "/" in edtf and (first is None or last is None or (last - first).days >= _LONG):
        return EventKind.PERIOD
    return EventKind.EVENT
