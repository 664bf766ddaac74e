"""A civil day beside its day of the Chinese calendar -> the years in which they fall together: 5月1日(农历四月初一).

The pair comes back after 8, 11 or 19 years: it confirms a year or doubts one, and tells it only with another witness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.calendars import eras, lunar
from timeline.find.numerals import number
from timeline.model import Claim, Document, Expression, Naming, Span
from timeline.setting.written import points_of

_NUMERAL = r"(\d{1,2}|[一二三四五六七八九十廿]{1,3})"
_PAIR = re.compile(
    rf"{_NUMERAL}月{_NUMERAL}[日号]?[^()\n]{{0,8}}\((?:农|阴|旧|夏)历(闰?)([正冬腊]|{_NUMERAL[1:-1]})月初?{_NUMERAL}"
)
_TURNED = re.compile(
    rf"(?:[农阴旧夏]历|[子丑寅卯辰巳午未申酉戌亥]年)(闰?)([正冬腊]|{_NUMERAL[1:-1]})月初?{_NUMERAL}日?"
    rf"(?:[至到~—-]初?(?:{_NUMERAL[1:-1]})日?)?[^(),\n]{{0,4}}[(,][国新公阳西]历{_NUMERAL}月{_NUMERAL}[日号]?"
)
_MONTHS = {"正": 1, "冬": 11, "腊": 12}
YEARS = range(1900, 2100)


def pairs(document: Document) -> tuple[Claim[tuple[int, ...]], ...]:
    """Every pair of the document with the years that it allows; a pair that no year allows says nothing."""
    found = []
    told: list[tuple[Span, tuple[str, ...]]] = []
    for line in _lines(document.text):
        told += [(Span(*match.span()), match.groups()) for match in _PAIR.finditer(document.text, *line)]
        told += [(Span(*match.span()), match.group(4, 5, 1, 2, 3)) for match in _TURNED.finditer(document.text, *line)]
    for at, (month, day, leap, moon, moon_day) in sorted(told):
        moon_month = _MONTHS.get(moon) or number(moon)
        years = tuple(
            year
            for year in YEARS
            if _together(year, number(month), number(day), moon_month, number(moon_day), bool(leap))
        )
        if years:
            found.append(Claim(years, "year-moon", document.raw_span(at)))
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    """The lines that speak of a calendar at all: few do, and only in them a pair need be looked for."""
    position = text.find("历")
    while position >= 0:
        end = text.find("\n", position)
        line = Span(text.rfind("\n", 0, position) + 1, end if end >= 0 else len(text))
        yield line
        position = text.find("历", line.end)


def _together(year: int, month: int, day: int, moon: int, moon_day: int, leap: bool) -> bool:
    """Whether a day of the Chinese calendar is that civil day; its last months fall into the next civil year."""
    return any(
        civil is not None and (civil.year, civil.month, civil.day) == (year, month, day)
        for civil in (lunar.civil(counted, moon, moon_day, leap) for counted in (year, year - 1))
    )


def year_of(
    told: Sequence[Claim[tuple[int, ...]]], named: Sequence[Naming], expressions: Sequence[Expression]
) -> Claim[int] | None:
    """The year that all pairs allow and the document names, in figures or by its name in the cycle of sixty."""
    if not told:
        return None
    allowed = set.intersection(*(set(claim.value) for claim in told))
    agreed = allowed & {naming.year for naming in named}
    cycle = next((point.sexagenary for one in expressions for point in points_of(one) if point.sexagenary), None)
    if len(agreed) != 1 and cycle is not None and len(cycle) == 2 and allowed:
        agreed = {min(allowed, key=lambda year: (abs((eras.sexagenary_year(cycle, year) or 0) - year), -year))}
    return Claim(agreed.pop(), "year-moon", told[0].because) if len(agreed) == 1 else None
