"""Entries -> a strip of columns to scale, by month, year, decade or century, each a link to its place in the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt

from timeline.export.dates import words
from timeline.export.html.entries import Entry, Extent
from timeline.export.html.markup import Markup, tag
from timeline.messages import say

_COLUMNS = 110  # at most, so that each can be seen
_HEIGHT = 50
_BASE = 76
_COUNTED = 9  # from so many on a column bears its number
_NUMBER = 24  # as wide as a number
_MONTHS_OF_A_COLUMN = (1, 12, 120, 1200)


@dataclass(frozen=True, slots=True)
class Scale:
    """How many months a column stands for, which is the first and how many columns there are."""

    months: int
    first: int
    columns: int

    def column(self, month: int) -> int:
        """The column of a month, counted from the year 0."""
        return month // self.months - self.first


def _month(each: Entry) -> int:
    assert each.first is not None
    return each.first.year * 12 + each.first.month - 1


def scale(placed: Iterable[Entry]) -> Scale:
    """The finest scale on which the columns can still be told apart."""
    found = [_month(each) for each in placed]
    for months in _MONTHS_OF_A_COLUMN:
        first, last = min(found) // months, max(found) // months
        if last - first < _COLUMNS or months == _MONTHS_OF_A_COLUMN[-1]:
            break
    return Scale(months, first, last - first + 1)


def strip(entries: Iterable[Entry], width: int, language: str, name: str) -> Markup:
    """The strip at one width; empty where less than two days are known."""
    placed = [each for each in entries if each.first is not None]
    counted = [each for each in placed if each.extent is not Extent.YEAR]
    grain = scale(placed) if placed else None
    if grain is None or grain.columns < 2:
        return Markup()
    if grain.months > 1:
        counted = placed
    counts = Counter(grain.column(_month(each)) for each in counted)
    step = width / grain.columns
    most = max(counts.values(), default=1)
    targets = {grain.column(_month(each)): each for each in reversed(counted)}
    numbered = _numbered(counts, step)
    columns = (
        _column(column, count, most, step, targets[column], grain, language, numbered=column in numbered)
        for column, count in sorted(counts.items())
    )
    loose = {each.first.year for each in placed if each.extent is Extent.YEAR and each.first and grain.months == 1}
    axis = _line("base", 0, width, _BASE, _BASE)
    return tag(
        "figure",
        {"class": f"over {name}"},
        tag(
            "svg",
            {"viewBox": f"0 0 {width} 108", "role": "group", "aria-label": say(language, "page-strip")},
            *_years(grain, step, width, loose),
            *columns,
            axis,
        ),
    )


def _numbered(counts: Mapping[int, int], step: float) -> frozenset[int]:
    """The columns that bear their number: the highest first, none so near to another that the numbers would touch."""
    found: list[int] = []
    for column, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        if count >= _COUNTED and all(abs(column - other) * step >= _NUMBER for other in found):
            found.append(column)
    return frozenset(found)


def _years(grain: Scale, step: float, width: int, loose: set[int]) -> Iterable[Markup]:
    """The years under the axis, as many as have room; a dotted line where only the year of something is known."""
    per_year = 12 / grain.months * step
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000) if n * per_year >= 42)
    start = grain.first * grain.months
    end = start + grain.columns * grain.months
    for year in range(-(-start // 12), end // 12 + 1):
        x = (year * 12 - start) / grain.months * step
        if year in loose:
            right = min(float(width), x + per_year) - 3
            yield _line("loose", max(0, x) + 3, right, 81, 81)
        if year % every == 0 and x <= width - 30:
            yield _line("base", x, x, _BASE, 82)
            yield tag("text", {"x": f"{x + 4:.1f}", "y": 98}, str(year))
    if start % 12 and every == 1 and (12 - start % 12) / grain.months * step >= 42:
        yield tag("text", {"x": "4.0", "y": 98}, str(start // 12))


def _line(name: str, left: float, right: float, top: int, bottom: int) -> Markup:
    return tag("line", {"class": name, "x1": f"{left:.1f}", "x2": f"{right:.1f}", "y1": top, "y2": bottom})


def _rectangle(name: str, left: float, top: float, width: float, height: float) -> Markup:
    sides = {"x": left, "y": top, "width": width, "height": height}
    return tag("rect", {"class": name, **{side: f"{value:.1f}" for side, value in sides.items()}})


def _name(day: date, grain: Scale, language: str) -> str:
    """The month, year, decade or century of a column, in words."""
    text = day.isoformat()
    digits = {1: text[:7], 12: text[:4], 120: f"{text[:3]}X", 1200: f"{text[:2]}XX"}
    return words(digits[grain.months], language)


def _column(
    column: int, count: int, most: int, step: float, target: Entry, grain: Scale, language: str, *, numbered: bool
) -> Markup:
    """A column as high as the root of its count, so that one stays visible beside fifty."""
    assert target.first is not None
    height = max(5.0, _HEIGHT * sqrt(count / most))
    left, wide = column * step, max(2.0, step - 2)
    day = target.first
    known = target.extent is not Extent.YEAR
    link = f"#m{day.year:04d}-{day.month:02d}" if known else f"#y{day.year}"
    spoken = say(language, "clause-comma").join(
        (_name(day, grain, language), say(language, "count-events", count=count))
    )
    number = Markup()
    if numbered:
        at = {"x": f"{left + 1 + wide / 2:.1f}", "y": f"{_BASE - 6 - height:.1f}"}
        number = tag("text", {"class": "n", **at, "text-anchor": "middle"}, str(count))
    return tag(
        "a",
        {"href": link, "aria-label": spoken},
        _rectangle("hit", left, 10, max(step, 4), 66),
        _rectangle("col", left + 1, _BASE - height, wide, height),
        number,
    )
