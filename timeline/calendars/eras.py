"""A year as an era counts it -> the civil year: 民国113年 is 2024, 光绪二十四年 is 1898, 公元前551年 is -550.

Years before 1 are astronomical, as EDTF writes them: 1 BC is 0. A reign's years are lunar; each is given the civil
year in which most of it fell.

>>> civil_year("民国", 113), civil_year("清光绪", 24), civil_year("公元前", 551), civil_year("令和", 5)
(2024, 1898, -550, 2023)
>>> sexagenary(2024), sexagenary_year("癸卯", near=2020), zodiac_year("龙", near=2024)
('甲辰', 2023, 2024)
"""

from __future__ import annotations

from timeline.catalogue import eras
from timeline.text.folding import fold

_STEMS, _BRANCHES, _ANIMALS = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "鼠牛虎兔龙蛇马羊猴鸡狗猪"
CYCLE = 60  # years, or days


def civil_year(era: str, number: int, near: int | None = None) -> int | None:
    """The civil year of year `number` of an era; None where the era is unknown or never came so far.

    A title that was taken twice means the one nearest to `near`, else the first that had so many years.

    >>> civil_year("至元", 20), civil_year("至元", 3), civil_year("至元", 3, near=1340), civil_year("光绪", 40)
    (1283, 1266, 1337, None)
    """
    known, era = eras(), fold(era)
    if number < 1:
        return None
    if era in known.counts:
        return known.counts[era] + number
    if era in known.before:
        return known.before[era] - number
    years = [first + number - 1 for first, last in _reigns(era) if first + number - 1 <= last]
    return min(years, key=lambda year: abs(year - near) if near is not None else 0, default=None)


def _reigns(era: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a title, which may have its dynasty before it: 清光绪."""
    known = eras()
    if era in known.reigns:
        return known.reigns[era]
    for dynasty in known.dynasties:
        if era.startswith(dynasty) and era.removeprefix(dynasty) in known.reigns:
            return known.reigns[era.removeprefix(dynasty)]
    return ()


def reign_years(era: str) -> tuple[int, int] | None:
    """The first and the last civil year of a reign title: 乾隆年间.

    >>> reign_years("乾隆"), reign_years("上元")
    ((1736, 1795), None)
    """
    found = _reigns(fold(era))
    return found[0] if len(found) == 1 else None


def stretch(name: str) -> tuple[int, int] | None:
    """The first and the last civil year of a reign title or a dynasty: 乾隆年间, 北宋年间.

    >>> stretch("清光绪"), stretch("北宋"), stretch("民国")
    ((1875, 1908), (960, 1127), (1912, 1949))
    """
    return reign_years(name) or eras().rules.get(fold(name))


def sexagenary(year: int) -> str:
    """The name of a lunar year in the cycle of sixty."""
    return _STEMS[(year - 4) % 10] + _BRANCHES[(year - 4) % 12]


def place_in_cycle(name: str) -> int | None:
    """The place from 0 of a name in the cycle of sixty; None where the cycle has no such name.

    >>> place_in_cycle("甲子"), place_in_cycle("癸亥"), place_in_cycle("甲丑")
    (0, 59, None)
    """
    if len(name) != 2 or name[0] not in _STEMS or name[1] not in _BRANCHES:
        return None
    stem, branch = _STEMS.index(name[0]), _BRANCHES.index(name[1])
    return next((place for place in range(CYCLE) if place % 10 == stem and place % 12 == branch), None)


def sexagenary_year(name: str, near: int) -> int | None:
    """The lunar year of that name next to a year; None where the cycle has no such name."""
    place = place_in_cycle(name)
    return _nearest(place, CYCLE, near) if place is not None else None


def zodiac_year(animal: str, near: int) -> int | None:
    """The lunar year of an animal (folded: 龙) next to a year."""
    return _nearest(_ANIMALS.index(animal), 12, near) if len(animal) == 1 and animal in _ANIMALS else None


def _nearest(place: int, cycle: int, near: int) -> int:
    """The year at `place` of a cycle of which year 4 is the beginning, next to a year."""
    after = near + (place - (near - 4)) % cycle
    return after if after - near < near - (after - cycle) else after - cycle
