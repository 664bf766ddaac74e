r"""2022 Dec on a line, and below it 10 Sat and 21-03 Wed-Tue -> morphemes: a calendar whose months stand over its days.

So print the schools of Hong Kong what they do. A day with its weekday is a date only below such a head.

>>> [(found.kind, dict(found.value)) for found in days_below_month_heads("2022 Dec\n10 Sat\n家长日")]
[('stamp_month', {'year': 2022, 'month': 12}), ('stamp', {'year': 2022, 'month': 12, 'day': 10})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.find.morpheme import Morpheme

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NAME = rf"((?i:{'|'.join(_MONTHS)}))[A-Za-z]{{0,6}}\.?"
_HEAD = re.compile(rf"(?<![^\n])[#* ]{{0,4}}(?:((?:19|20)\d\d) {_NAME}|{_NAME} ((?:19|20)\d\d))[* ]{{0,3}}(?![^\n])")
_WEEKDAY = r"(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
_DAY = re.compile(
    rf"(?<![^\n])[* ]{{0,3}}(\d{{1,2}})(?: ?[-–~] ?(\d{{1,2}}))? \(?{_WEEKDAY}(?: ?[-–~] ?{_WEEKDAY})?\)?(?![^\n])"
)


def days_below_month_heads(text: str) -> Iterator[Morpheme]:
    """The heads of such a calendar, and the days below each."""
    heads = list(_HEAD.finditer(text))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        days = list(_DAY.finditer(text, head.end(), end))
        if not days:
            continue
        year, month = int(head[1] or head[4]), _MONTHS.index((head[2] or head[3]).upper()) + 1
        yield Morpheme("stamp_month", {"year": year, "month": month}, head.start(1 if head[1] else 3), head.end())
        for day in days:
            yield from _of_a_line(day, year, month)


def _of_a_line(line: re.Match[str], year: int, month: int) -> Iterator[Morpheme]:
    """10 Sat; 04-06 Wed-Fri; 21-03 Wed-Tue, which ends in the next month."""
    first, last = int(line[1]), int(line[2]) if line[2] else None
    start, whole = line.start(1), {"year": year, "month": month, "day": first}
    if not 1 <= first <= 31 or (last is not None and not 1 <= last <= 31):
        return
    if last is None or last == first:
        yield Morpheme("stamp", whole, start, line.end())
    elif last > first:
        yield Morpheme("days", {**whole, "last": last}, start, line.end())
    else:
        then = {"year": year + month // 12, "month": month % 12 + 1, "day": last}
        yield Morpheme("stamp", whole, start, line.end(1))
        yield Morpheme("stamp", then, line.start(2), line.end())
