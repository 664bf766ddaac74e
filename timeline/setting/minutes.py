"""The minutes of a meeting -> the day on which it was held, which is the day of their writing, or close to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline.model import Claim, Document, Expression
from timeline.setting.written import points_of, written_year

_MINUTES = re.compile(
    r"(?:会议?|例会|座谈|理事会|大会|班会)(?:的)?(?:记录|纪录|纪要|记要|实录)|(?:会议|例会)(?:决议|摘要)"
)
_HELD = re.compile(r"[\W_]{0,6}(?:(?:会议?|开会|例会|召开)?(?:时间|日期)|日期时间|时日)[\W_]{0,6}")
_KEY = 24  # characters
_HEAD = 1_200  # characters in which title and keys stand


def of_minutes(document: Document, expressions: Sequence[Expression], region: str) -> Claim[date] | None:
    """会议纪录 … 时间: 114/1/14 19:00: the one whole day behind such a key, near the head of minutes."""
    if _MINUTES.search(document.text, 0, _HEAD) is None:
        return None
    found = [claim for expression in expressions if (claim := _held(document, expression, region)) is not None]
    days = {claim.value for claim in found}
    return found[0] if len(days) == 1 and found[0].because is not None and found[0].because.start < _HEAD else None


def _held(document: Document, expression: Expression, region: str) -> Claim[date] | None:
    line = document.text.rfind("\n", 0, expression.at.start) + 1
    if expression.at.start - line > _KEY or not _HELD.fullmatch(document.text, line, expression.at.start):
        return None
    point = next(points_of(expression), None)
    year = written_year(point, region) if point is not None else None
    if point is None or year is None or point.lunar or point.month is None or point.day is None:
        return None
    try:
        return Claim(date(year, point.month, point.day), "met", document.raw_span(expression.at))
    except ValueError:
        return None
