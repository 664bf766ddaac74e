"""EDTF (ISO 8601-2) as far as `timeline` writes it: texts out of numbers, and the days that a text covers.

>>> day(2022, 5, 15), month(2020, 5), interval("2022-05-15", None)
('2022-05-15', '2020-05', '2022-05-15/..')
>>> bounds("2020-05-11/2020-05-31")
(datetime.date(2020, 5, 11), datetime.date(2020, 5, 31))
>>> bounds("../2020-05-30")
(None, datetime.date(2020, 5, 30))
>>> bounds("XXXX-05-12")
(None, None)
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

# Codes of EDTF level 2: (first month, last month); winter runs into the next year.
SEASONS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip

LAST_YEAR = 9999  # of four digits
_DECADE = re.compile(r"(\d\d)(\d)?X{1,2}")  # or a century
_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def year(number: int | None) -> str:
    """A year; `None` is unknown, 0 is 1 BC (astronomical), as ISO 8601 counts."""
    if number is None:
        return "XXXX"
    return f"-{-number:04d}" if number < 0 else f"{number:04d}"


def month(number: int | None, of_month: int) -> str:
    """A month, or a season code in its place."""
    return f"{year(number)}-{of_month:02d}"


def day(number: int | None, of_month: int, of_day: int) -> str:
    """A day of a year."""
    return f"{month(number, of_month)}-{of_day:02d}"


def interval(start: str | None, end: str | None) -> str:
    """A stretch; `None` is an open end. The same text on both sides is that text alone.

    A side that is a stretch itself gives its outer end: EDTF knows no stretch of stretches.

    >>> interval("2020-08/2021-01", None), interval("2020", "2021-02/2021-07")
    ('2020-08/..', '2020/2021-07')
    """
    if start is not None and start == end:
        return start
    first = start.split("/")[0] if start else ".."
    last = end.split("/")[-1] if end else ".."
    return f"{first}/{last}"


@lru_cache(maxsize=16_384)  # more than the dates of one text: all of them are asked for again and again
def bounds(text: str) -> tuple[date | None, date | None]:
    """The first and the last day that `text` covers; None where a side is open, unknown or outside years 1 to 9998."""
    if "/" in text:
        left, right = text.split("/", 1)
        return (bounds(left)[0] if left != ".." else None, bounds(right)[1] if right != ".." else None)
    text = text.rstrip("~?%")
    if match := _DECADE.fullmatch(text):
        low = int(match[1]) * 100 + int(match[2] or 0) * 10
        high = low + (9 if match[2] else 99)
        return (date(max(low, 1), 1, 1), date(high, 12, 31))
    match = _PLAIN.fullmatch(text)
    if not match or not 1 <= int(match[1]) <= 9998:
        return (None, None)
    number, of_month, of_day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if of_day:
            return (date(number, of_month, of_day),) * 2
        first, last = SEASONS.get(of_month, (of_month, of_month)) if of_month else (1, 12)
        end_year, end_month = (number, last) if last <= 12 else (number + 1, last - 12)
        return (date(number, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]))
    except ValueError:
        return (None, None)
