r"""27/9: whether a text writes the day before the month, as papers of Hong Kong, Macau and overseas do.

Chinese has the month first; a text has to prove that it does not: by a number that is no month, or by weekdays that
no year has otherwise; dates with their year prove it for those without. Only who writes the year last in the
traditional script, as nobody does in Taiwan, has the day first unless something speaks against it.

>>> [dict(found.value) for found in days_first("13/9、20/9(星期三)", [])]
[{'month': 9, 'day': 13}, {'month': 9, 'day': 20}]
>>> [found.value["month"] for found in days_first("定于01/02/2018", [], hant=True)]
[2]
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from timeline.find.morpheme import Morpheme
from timeline.lexicon import WEEKDAY_SIGNS

_PAIR = re.compile(r"(?<!\d,)(?<![\d/.$%])(\d{1,2})/(\d{1,2})(?![\d/%]|\.\d)")
_WHOLE = re.compile(r"(?<![\d/.,$%])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_WEEKDAY = re.compile(
    rf" ?\( ?(?:星期|周|礼拜|逢)? ?([{''.join(WEEKDAY_SIGNS)}]) ?\)| ?(?:星期|周|礼拜)([{''.join(WEEKDAY_SIGNS)}])"
)
_LISTED = re.compile(r" ?(?:[、,及和与至到~—-] ?\d{1,2}/\d{1,2} ?){0,8}")  # 13/9、20/9、27/9 (星期三)
_YEARS = range(1990, 2040)
_MONTHS, _LEAP_DAY = 12, (2, 29)


def days_first(text: str, found: Sequence[Morpheme], *, hant: bool = False) -> Iterator[Morpheme]:
    """The days and months of such a text; none where the month stands first, or where nothing tells."""
    pairs = list(_PAIR.finditer(text)) if "/" in text else []
    wholes = list(_WHOLE.finditer(text)) if "/" in text else []
    proven = _whole_prove(text, wholes)
    for whole in wholes if proven or (hant and not _month_first(text, wholes)) else ():
        day, month, year = map(int, whole.groups())
        if _is_day(month, day):
            yield Morpheme("stamp", {"year": year, "short_year": False, "month": month, "day": day}, *whole.span())
    if not pairs or not (_proves(text, pairs) or (proven and all(int(pair[2]) <= _MONTHS for pair in pairs))):
        return
    known = {morpheme.start for morpheme in found if morpheme.kind in ("month_day", "fraction_day")}
    for pair in pairs:
        day, month = int(pair[1]), int(pair[2])
        dated = pair.start() in known or _weekday(text, pair) or day > _MONTHS
        if _is_day(month, day) and dated:
            yield Morpheme("month_day", {"month": month, "day": day}, *pair.span())


def _whole_prove(text: str, wholes: Sequence[re.Match[str]]) -> bool:
    """27/10/2023, 3/11/2023(星期五): whether whole dates have the day first, by a number or by a weekday."""
    told = [(int(whole[1]), int(whole[2]), int(whole[3]), _weekday(text, whole)) for whole in wholes]
    if any(first <= _MONTHS < second for first, second, _, _ in told):
        return False
    if any(first > _MONTHS for first, _, _, _ in told):
        return True
    days = [(year, first, second, _NUMBERS[sign]) for first, second, year, sign in told if sign]
    turned = all(_is_day(month, day) and _falls(year, month, day, weekday) for year, day, month, weekday in days)
    return bool(days) and turned and not any(_falls(year, month, day, weekday) for year, month, day, weekday in days)


def _month_first(text: str, wholes: Sequence[re.Match[str]]) -> bool:
    """Whether a whole date can only have the month first, by a number or by its weekday."""
    for whole in wholes:
        first, second, year, sign = int(whole[1]), int(whole[2]), int(whole[3]), _weekday(text, whole)
        if first <= _MONTHS < second:
            return True
        if sign and _is_day(first, second) and _falls(year, first, second, _NUMBERS[sign]):
            return True
    return False


def _proves(text: str, pairs: Sequence[re.Match[str]]) -> bool:
    """Whether a weekday stands behind a day that is no month, or agrees with no other order."""
    if any(map(_runs_on, pairs, pairs[1:])):
        return not any(int(pair[2]) > _MONTHS for pair in pairs)
    told = [(int(pair[1]), int(pair[2]), weekday) for pair in pairs if (weekday := _weekday(text, pair))]
    if not told or any(first <= _MONTHS < second for first, second, _ in told):
        return False
    if any(first > _MONTHS for first, _, _ in told):
        return True
    return not _agrees(told) and _agrees((second, first, weekday) for first, second, weekday in told)


def _runs_on(pair: re.Match[str], following: re.Match[str]) -> bool:
    """1/3至15/3: the days of a list or a stretch, of which one is no month."""
    (first, month), (last, its_month) = (tuple(map(int, one.groups())) for one in (pair, following))
    joined = _JOINT.fullmatch(pair.string, pair.end(), following.start()) is not None
    ascends = (month, first) < (its_month, last) and its_month - month <= 1 and _is_day(month, first)
    return joined and ascends and _is_day(its_month, last) and max(first, last) > _MONTHS


_JOINT = re.compile(" ?[、,及和与至到~—-] ?")


def _agrees(told: Iterable[tuple[int, int, str]]) -> bool:
    """Whether some year has all those weekdays on those months and days."""
    days = [(month, day, _NUMBERS[sign]) for month, day, sign in told]
    if not all(_is_day(month, day) for month, day, _ in days):
        return False
    return any(all(_falls(year, *day) for day in days) for year in _YEARS)


def _falls(year: int, month: int, day: int, weekday: int) -> bool:
    exists = (month, day) != _LEAP_DAY or isleap(year)
    return exists and date(year, month, day).weekday() == weekday


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= _LENGTHS[month - 1]


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBERS = {sign: number for number, signs in enumerate(WEEKDAY_SIGNS) for sign in signs}


def _weekday(text: str, pair: re.Match[str]) -> str:
    """The sign of the weekday that stands behind a pair, or behind the list that it is in."""
    match = _WEEKDAY.match(text, pair.end())
    if match is None and (listed := _LISTED.match(text, pair.end())) and listed.end() > pair.end():
        match = _WEEKDAY.match(text, listed.end()) or _WEEKDAY.match(text, listed.end() - 1)
    return (match[1] or match[2]) if match else ""
