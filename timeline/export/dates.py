"""EDTF -> words of the reader's language, as precise as the date is known and no more.

>>> words("2022-05-15", "zh"), words("2022-05", "en"), words("XXXX-05-12", "zh"), words("199X", "zh")
('2022年5月15日', 'May 2022', '5月12日', '1990年代')
>>> words("2022-05-08/2022-05-10", "zh"), words("2022-05-08/2022-05-10", "en")
('2022年5月8日至10日', '8 May to 10 May 2022')
>>> words("XXXX-XX-05", "zh"), words("2019-XX-22", "en"), words("-10XX", "zh")
('某月5日', 'day 22 of a month of 2019', '公元前11世纪')
>>> words("../2022-05-30", "zh", year=False), words("2022-05-15~", "en"), words("-0220", "zh")
('5月30日前', 'about 15 May 2022', '公元前221年')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache, lru_cache

from timeline.edtf import SEASONS
from timeline.messages import say

_ATOM = re.compile(
    r"(?P<year>-?\d{4}|XXXX|\d{3}X|-?\d\dXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d))?(?P<about>[~?%]?)"
)


class Grain(IntEnum):
    """How finely one end of a date is known."""

    YEAR = 1  # also decades and centuries
    SEASON = 2  # also quarters and half years
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, slots=True)
class Atom:
    """One end of a date, or the whole of it: 2022-05-15, 2022-05~, XXXX-05-12, 199X."""

    year: str  # as EDTF writes it
    month: int  # 0: not known; a season code for a season
    day: int  # 0: not known
    about: bool

    @property
    def grain(self) -> Grain:
        """How finely it is known; the 5th of a month that nobody said is somewhere in its year."""
        if self.day and self.month:
            return Grain.DAY
        if self.month:
            return Grain.SEASON if self.month in SEASONS else Grain.MONTH
        return Grain.YEAR

    @property
    def number(self) -> int | None:
        """The year as a number, of a decade or century the first; None where it is unknown."""
        return None if self.year == "XXXX" else int(self.year.replace("X", "0"))


@lru_cache(maxsize=4096)
def atom(text: str) -> Atom | None:
    """The parts of one end of an EDTF text; None for an open end and for what is no EDTF."""
    match = _ATOM.fullmatch(text)
    if not match:
        return None
    month = 0 if match["month"] in (None, "XX") else int(match["month"])
    return Atom(match["year"], month, int(match["day"] or 0), bool(match["about"]))


def ends(edtf: str) -> tuple[Atom | None, Atom | None]:
    """Both ends of a date; of a single one the same twice."""
    left, _, right = edtf.partition("/")
    return (atom(left), atom(right if right else left))


@lru_cache(maxsize=4096)
def weekday(day: date, language: str) -> str:
    """星期日, Sunday."""
    from arrow.locales import get_locale  # the names of days in some seventy languages; loaded only where one is shown

    return get_locale(language).day_name(day.isoweekday())


def weekday_initials(day: date, language: str) -> str:
    """日, Sun: over a column that is no wider."""
    from arrow.locales import get_locale

    return get_locale(language).day_abbreviation(day.isoweekday())


@cache
def _month_name(month: int) -> str:
    from arrow.locales import get_locale

    return get_locale("en").month_name(month)


def _year(atom: Atom, language: str) -> str:
    """The year as a word that a day or a month can be joined to: 2022, 公元前221, 221 BC; empty where it is unknown."""
    number = atom.number
    if number is None:
        return ""
    if number < 1:  # astronomical: 0 is 1 BC
        return say(language, "year-before-christ", year=1 - number)
    return str(number)


def _values(atom: Atom, language: str) -> dict[str, object]:
    month_name = _month_name(atom.month) if language == "en" and atom.month and atom.grain > Grain.SEASON else ""
    return {"year": _year(atom, language), "month": atom.month, "month_name": month_name, "day": atom.day}


def _row(atom: Atom, *, year: bool, month: bool) -> str:
    """The row of the messages that says this much of a date."""
    known = year and atom.number is not None
    if atom.day and not atom.month:
        return "date-day-of-some-month" if known else "date-day-of-unknown-month"
    if atom.grain is Grain.YEAR:
        digits = atom.year.count("X")
        if atom.year.startswith("-") and digits:
            return "date-century-before-christ"
        return ("date-year", "date-decade", "date-century")[digits] if digits < 3 else "date-none"
    if atom.grain is Grain.SEASON:
        return "date-season" if known else f"season-{atom.month}"
    if atom.grain is Grain.MONTH:
        return "date-month" if known else "date-month-of-year"
    return "date-day" if known else "date-day-of-year" if month else "date-day-of-month"


def _atom_words(atom: Atom, language: str, *, year: bool, month: bool = True) -> str:
    values = _values(atom, language)
    if atom.grain is Grain.SEASON:
        values["season"] = say(language, f"season-{atom.month}")
    if atom.year.endswith("XX") and atom.number is not None:
        values["century"] = abs(atom.number) // 100 + 1
    text = say(language, _row(atom, year=year, month=month), **values)
    return say(language, "date-about", date=text) if atom.about else text


def words(edtf: str, language: str, *, year: bool = True) -> str:
    """A date in words. Without `year` the year is left to the heading above, but where the two ends differ in it."""
    left, right = ends(edtf)
    if "/" not in edtf:
        return _atom_words(left, language, year=year) if left else edtf
    if left and right:
        if left == right:
            return _atom_words(left, language, year=year)
        same_year = left.year == right.year and Grain.YEAR not in (left.grain, right.grain)
        same_month = same_year and left.month == right.month and left.grain == right.grain == Grain.DAY
        # The year is said once: before the first day in Chinese, after the last in English.
        return say(
            language,
            "date-range",
            start=_atom_words(left, language, year=not same_year or (year and language == "zh")),
            end=_atom_words(right, language, year=not same_year or (year and language == "en"), month=not same_month),
        )
    if left:
        return say(language, "date-from", date=_atom_words(left, language, year=year))
    return say(language, "date-by", date=_atom_words(right, language, year=year)) if right else edtf
