"""Numbered observances of a document -> the years that they claim, and which of them it is about.

第34个国际残疾人日 can only be 2025. But one in forty is miscounted: where a date stands beside a number and contradicts
it, the date is believed, and that number claims nothing wherever the document names it again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.calendars import observances
from timeline.model import Claim, Document, Expression, Occasion, Period, Point
from timeline.setting.written import written_year

Numbered = tuple[Expression, str, int]  # where it is named, its key and the year of its number


# What may stand between a date and the numbered observance that it is said to be: 5月15日是第三十二次全国助残日.
IS = re.compile(r"(?:正|恰|适)?(?:是|为|系|逢|即)?(?:我国|全国|国际)?[(,、 ]?")


def _occasions(expression: Expression) -> Iterator[tuple[Occasion, int]]:
    """The numbered observances of an expression, each with its number."""
    value = expression.value
    for part in (value.start, value.end) if isinstance(value, Period) else (value,):
        if isinstance(part, Occasion) and part.ordinal is not None:
            yield part, part.ordinal


def _differs(occasion: Occasion, ordinal: int, point: Point | None, region: str) -> bool:
    """Whether a point writes another year than that of the number."""
    written = written_year(point, region) if point is not None else None
    counted = observances.year_of(occasion.key, ordinal)
    return written is not None and counted is not None and written != counted


def miscounted(document: Document, expressions: Sequence[Expression], region: str) -> frozenset[tuple[str, int]]:
    """The observances and numbers that a year contradicts, before them or in a date beside them."""
    said: list[tuple[Expression, Point | None]] = []
    earlier: Point | None = None  # the date that 今天 tells again: 12月3日,今天是第二十三个…
    for left, right in pairwise(expressions):
        touching = IS.fullmatch(document.text, left.at.end, right.at.start) is not None
        day = left.value if isinstance(left.value, Point) else None
        if day is not None and day.year is None and day.shift is not None and earlier is not None:
            day = earlier
        if touching:
            said += [(right, day), (left, right.value if isinstance(right.value, Point) else None)]
        earlier = day if touching else None
    found = {(o.key, n) for e in expressions for o, n in _occasions(e) if _differs(o, n, o.year, region)}
    found |= {(o.key, n) for e, point in said for o, n in _occasions(e) if _differs(o, n, point, region)}
    return frozenset(found)


def ordinals(expressions: Sequence[Expression], wrong: frozenset[tuple[str, int]]) -> Iterator[Numbered]:
    """Every numbered observance that is named, but for those that are miscounted."""
    for expression in expressions:
        for occasion, ordinal in _occasions(expression):
            year = observances.year_of(occasion.key, ordinal)
            if year is not None and (occasion.key, ordinal) not in wrong:
                yield expression, occasion.key, year


def of_ordinals(numbered: Sequence[Numbered]) -> Claim[int] | None:
    """The year of the ordinal that is named most; the first of equals."""
    numbered = [one for one in numbered if observances.yearly(one[1])]  # games are spoken of for years
    counts = Counter(year for _, _, year in numbered)
    if not counts:
        return None
    best = max(counts.values())
    for expression, _, year in numbered:
        if counts[year] == best:
            return Claim(year, "year-ordinal", expression.span)
    return None


def occasion(expressions: Sequence[Expression], numbered: Sequence[Numbered]) -> Claim[str] | None:
    """The observance that the document is about: one with an ordinal, else one named three times and more."""
    for expression, key, _ in numbered:
        if observances.yearly(key):
            return Claim(key, "occasion", expression.span)
    counts = Counter(e.value.key for e in expressions if isinstance(e.value, Occasion))
    if not counts:
        return None
    key, count = counts.most_common(1)[0]
    if count < 3:
        return None
    first = next(e for e in expressions if isinstance(e.value, Occasion) and e.value.key == key)
    return Claim(key, "occasion", first.span)
