"""Dates at which a stretch ends, or up to which something was counted.

Each function is the condition of a row of `ROWS`; `roles` says in which order the rows are asked.
"""

from __future__ import annotations

import re

from timeline.events.mentions import Mention
from timeline.events.when.rule import Part, Rule
from timeline.model import ExpressionKind

_STOPPED = re.compile(r"截至到?[“]?$|^[ “(]*(?:但|而|并|据|,)*(?:截止到?|止于)[“]?$")
_TERM_ENDS = re.compile(
    r"(?:报名|申报|投稿|征稿|征集|收稿|缴费|提交|受理|申请|预约|登记|招募|订购|售票|领取|投票|展览|展出|展期|活动|优惠|有效期)"
    r"(?:时间|日期|期限)?(?:将|也)?截[至止]到?$"
)
_DUE = re.compile(
    r"(?:截止|截稿|缴费|交费|报名|申报|投稿|提交|受理)[^,。;]{0,6}(?:延长|顺延|推迟|延期?)[至到]$"
)  # no show lasts
_LASTS = re.compile(
    r"(?:持续|延续|延长|进行|开放|展出|顺延|展览)[^,]{0,3}[到至]$|(?:[展假会工]期|期限|时间|自[^,]{1,20})延至$"
)
_UP_TO_NOW = re.compile("为止|(?:已经?|都|也|恰好|正好|刚好|整整)[^,。]{0,8}(?:年|月|天|周|日|小时)")


_BY_THEN = re.compile("(?:直|及)?[至到]")
_SO_FAR = re.compile(r",?[^,。;]{0,16}?(?:仅|只(?![是要有])|尚[未欠余]|累计|[总合]计|总共)")


def stopped(mention: Mention) -> bool:
    """截至2019年底: up to when something was counted; 报名截至元旦 is a term."""
    if _UP_TO_NOW.match(mention.after) and re.search("[到至迄]$", mention.before):
        return True  # 之后到1967年为止, 从接任到今天已经一个多月
    if _BY_THEN.fullmatch(mention.before) and _SO_FAR.match(mention.rest):
        return True  # 至2016年8月18日,被告仅支付利息9万元
    if mention.kind is ExpressionKind.DEADLINE or _TERM_ENDS.search(mention.before):
        return False
    return _STOPPED.search(mention.before) is not None


def lasts_until(mention: Mention) -> bool:
    """展览持续至5月22日: the last day of what goes on."""
    return _LASTS.search(mention.before) is not None and _DUE.search(mention.before) is None


ROWS = (
    Rule(
        "lasts",
        Part.END,
        lasts_until,
        ("展览持续至⟦5月22日|2022-05-22⟧。",),
    ),
    Rule(
        "as of",
        Part.NONE,
        stopped,
        ("截至⟦2019年底|2019-12-31⟧,已脱贫250253人。", "截止⟦2019年底|2019-12-31⟧,已脱贫250253人。"),
    ),
)
