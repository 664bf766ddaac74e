"""The civil years and days that expressions write whole, by era, by country and by two digits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.calendars import eras
from timeline.model import Expression, Occasion, Period, Point

# In Taiwan 96年 is 2007; three digits are of the Republic wherever they stand without 公元.
ROC, ROC_YEARS, _ROC_HUNDRED = 1911, range(80, 151), 100
_LOOKED_BACK = 25  # years: two digits are said of what was far more often than of what will be


def written_year(point: Point, region: str, near: int | None = None) -> int | None:
    """The civil year that a point writes, by its era, its two digits or its country; None where it writes none.

    `near` is a year that the document is known to be about; two digits are taken close to it.

    >>> written_year(Point(era="民国", year=34), "CN"), written_year(Point(year=107), "TW")
    (1945, 2018)
    >>> written_year(Point(year=96, short_year=True), "TW"), written_year(Point(year=5, short_year=True), "CN")
    (2007, 2005)
    """
    if point.year is None:
        return None
    if point.era is not None:
        return eras.civil_year(point.era, point.year)
    if point.year in ROC_YEARS and (region == "TW" or point.year >= _ROC_HUNDRED):
        return point.year + ROC
    if point.short_year:
        return whole_year(point.year, near)
    return point.year


def whole_year(digits: int, near: int | None) -> int:
    """Two digits of a year -> the year: from 75 years before to 25 behind what the document is about, else up to 2049.

    >>> whole_year(5, None), whole_year(71, None), whole_year(38, 1946), whole_year(56, 2021), whole_year(12, 1988)
    (2005, 1971, 1938, 1956, 2012)
    """
    if near is None:
        return 2000 + digits if digits < 50 else 1900 + digits
    century = near // 100 * 100
    return min((century + digits + turn for turn in (-100, 0, 100)), key=lambda year: abs(year - near + _LOOKED_BACK))


def points_of(expression: Expression) -> Iterator[Point]:
    """Every point that an expression writes, ends of stretches and years of observances too."""
    value = expression.value
    parts = (value.start, value.end) if isinstance(value, Period) else (value,)
    for part in parts:
        if isinstance(part, Point):
            yield part
        elif isinstance(part, Occasion) and part.year is not None:
            yield part.year


def whole_day(expression: Expression, region: str) -> date | None:
    """The civil day that an expression writes whole, with its year."""
    point = expression.value
    if not isinstance(point, Point) or point.lunar or point.section or None in (point.year, point.month, point.day):
        return None
    try:
        return date(written_year(point, region) or 0, point.month or 0, point.day or 0)
    except ValueError:
        return None
