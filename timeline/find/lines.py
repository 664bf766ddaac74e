r"""What only its lines make a date -> morphemes: a date that broke over two lines, a column of years.

>>> [found.value["year"] for found in years_in_a_column("1907 |\n出生 |\n1923 |\n赴日 |\n1927 |\n入选")]
[1907, 1923, 1927]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.find.counts import MEASURES
from timeline.find.morpheme import Morpheme

# A date whose line broke inside it: 11月|21日, 11|月21日. Lines of a calendar: 8月|1, believed from three of them on.
_BROKEN = re.compile(r"(?<![\d.])(1[0-2]|0?[1-9])(?:\n月\n?|月\n)(0?[1-9]|[12]\d|3[01])\n?日(?!本)")
_BREAK = re.compile(r"月\n|\n月")  # what every one of them holds; the engine skips to it
_STACKED = re.compile(r"(?<![^\n])(1[0-2]|0?[1-9])月\n(0?[1-9]|[12]\d|3[01])(?![^\n])")
_FEWEST_STACKED = 3
# A year that opens its line or is alone in its cell: 1907 | 出生; 1923 (a line) 赴日学习.
_IN_CELL = (
    r"[ |]{0,4}((?:1[5-9]|20)\d\d)"
    rf"(?= ?(?:\||\n|[-—~至:] ?(?:1[5-9]|20)\d\d(?!\d))| ?(?![{MEASURES}])[\u4e00-\u9fff《“])"
)
_FIRST_YEAR, _YEAR = re.compile(_IN_CELL), re.compile(rf"\n{_IN_CELL}")  # led by a sign to which the engine skips
_FEWEST_YEARS, _LONGEST_LIFE, _LONGEST_STEP = 3, 250, 80
# 农历3月初4, a day of the moon in figures.
_MOON_IN_FIGURES = re.compile(r"(?<=月)初(10|[1-9])(?![\d天个小])")


def _before_breaks(pattern: re.Pattern[str], text: str, breaks: Sequence[int]) -> list[re.Match[str]]:
    """The matches of a pattern whose month of one or two digits ends at a break."""
    tried = (pattern.match(text, max(0, at - 2)) or pattern.match(text, at - 1) for at in breaks if at > 0)
    return [match for match in tried if match]


def over_lines(text: str) -> Iterator[Morpheme]:
    """Dates that stand on two lines."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    broken, stacked = _before_breaks(_BROKEN, text, breaks), _before_breaks(_STACKED, text, breaks)
    for match in [*broken, *(stacked if len(stacked) >= _FEWEST_STACKED else ())]:
        yield Morpheme("month_day", {"month": int(match[1]), "day": int(match[2])}, *match.span())


def years_in_a_column(text: str) -> Iterator[Morpheme]:
    """Years without 年 at the head of lines, where all such lines go one way through time, as those of a chronicle do.

    A column of prices or numbers jumps, or is round.
    """
    found = list(_YEAR.finditer(text))
    if first := _FIRST_YEAR.match(text):
        found.insert(0, first)
    years = [int(match[1]) for match in found]
    steps = [after - before for before, after in pairwise(years)]
    if len(set(years)) < _FEWEST_YEARS or max(years) - min(years) > _LONGEST_LIFE:
        return
    one_way = all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
    if one_way and max(map(abs, steps)) <= _LONGEST_STEP and any(year % 10 for year in years):
        for match, year in zip(found, years, strict=True):
            yield Morpheme("bare_year", {"year": year}, *match.span(1))


def moon_in_figures(text: str) -> Iterator[Morpheme]:
    """Days of the moon that are written with a figure behind 初."""
    if "月初" in text:
        for match in _MOON_IN_FIGURES.finditer(text):
            yield Morpheme("lunar_day", {"day": int(match[1]), "lunar": True}, *match.span())
