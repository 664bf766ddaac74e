"""Dates of what stands behind the news: its reason, what came before it, the age in which things were so.

Each function is a condition of a row in `roles`, where its examples stand. Such dates make no events.
"""

from __future__ import annotations

import re

from timeline.events.mentions import Mention
from timeline.model import ExpressionKind

_REASON = re.compile(
    r"[“ >]{0,4}(?:正?是?因为|由于|因为|因(?=[\u4e00-\u9fff]{1,3}于)|起因|原因|鉴于|虽然|虽说|尽管|即使|即便|除了)"
)


def reason(mention: Mention) -> bool:
    """由于这学期已经过半,…: why, or in spite of what, the rest is so."""
    start, end = mention.clause
    return mention.sentence.at.end > end and _REASON.match(mention.document.text, start) is not None


_AGE = 9 * 365  # days: a decade, a reign, a century


def age(mention: Mention) -> bool:
    """嘉靖年间, 21世纪初期: an age in which something was so, and no day of it."""
    first, last = mention.when.first, mention.when.last
    if mention.kind is ExpressionKind.DEADLINE or mention.grain == "day" or _FROM_TO.search(mention.text):
        return False
    if first and last:
        return (last - first).days >= _AGE
    return re.fullmatch(r"\d{3}X(?:/\.\.)?|\d\dXX(?:/\.\.)?", mention.edtf) is not None


_FROM_TO = re.compile(r"[至到~—–-]\D{0,3}[\d一二三四五六七八九]")


def likened(mention: Mention) -> bool:
    """不会像去年那样: that to which something is likened."""
    return _AS.search(mention.before) is not None and _SO.match(mention.after) is not None


_AS = re.compile(r"(?:像|如同?|同|跟|和|与|似)$")
_SO = re.compile(r"[^,。]{0,12}?(?:那样|这样|那般|一样|一般|相同|相比|不同|类似|相似)")
_SOME = re.compile(r"(?:许多|不少|一些|有些|那些|这些|几[名位个]|部分|原本?)$")


def of_somebody(mention: Mention) -> bool:
    """许多今天早上还在会场的记者也赶来: a date that says which people are meant."""
    return (
        _SOME.search(mention.before) is not None
        and re.match(r"[^,。]{2,20}?的(?=[^,。]{2})", mention.after) is not None
    )
