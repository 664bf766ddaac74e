"""Years of a reign that is not named -> morphemes, by their name in the cycle of sixty: 三年甲子 is 同治三年.

Lives told year by year name a reign once, often pages before. A count and a name of the cycle go together in few
reigns: in the one nearest to a year that the text tells, else in the only one of the last two dynasties.

>>> [dict(found.value) for found in years_by_cycle("三年甲子,纳副室。四年乙丑,赴沪。")]
[{'era': '同治', 'year': 3}, {'era': '同治', 'year': 4}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.calendars.eras import CYCLE, civil_year, sexagenary
from timeline.catalogue import eras
from timeline.find.morpheme import Morpheme
from timeline.find.numerals import CHINESE, number

# 已 and 巳 are written for 己 and 巳 in prints, and read for them by machines: 五年已卯, 七年辛已.
_STEM_BRANCH = "[甲丙戊庚壬][子寅辰午申戌]|[乙丁己已巳辛癸][丑卯巳已己未酉亥]"
_COUNTED = re.compile(
    rf"(?<![第满近约经历逾过足共每几数{CHINESE}])(元|[{CHINESE}]{{1,3}})年(?:岁次|岁在|太岁)?({_STEM_BRANCH})"
    "(?!年|战争|海战|[政国]变|革命|变法|之[战役变乱]|条约|赔款|科|进士)"
)
_LATE = (
    *"洪武 建文 永乐 洪熙 宣德 正统 景泰 天顺 成化 弘治 正德 嘉靖 隆庆 万历 泰昌 天启 崇祯".split(),
    *"顺治 康熙 雍正 干隆 嘉庆 道光 咸丰 同治 光绪 宣统".split(),
)
_CIVIL = re.compile(r"(?<!\d)(1\d{3})年")


def years_by_cycle(text: str) -> Iterator[Morpheme]:
    """Counts of years with a name of the cycle behind them, and no reign before them."""
    found = [match for match in _COUNTED.finditer(text) if not _has_reign(text, match.start())]
    told = _told(text) if found else ()
    for match in found:
        year = 1 if match[1] == "元" else number(match[1])
        if reign := _reign(year, _name(match[2]), told):
            yield Morpheme("year", {"era": reign, "year": year}, *match.span())


def _name(written: str) -> str:
    stem, branch = written[0], written[1]
    return ("己" if stem in "已巳" else stem) + ("巳" if branch in "已己" else branch)


@cache
def _ends_in_reign() -> re.Pattern[str]:
    return re.compile(f"(?:民国|公元|{'|'.join(sorted(eras().reigns, key=len, reverse=True))})$")


_LONGEST_REIGN = 4


def _has_reign(text: str, start: int) -> bool:
    return _ends_in_reign().search(text, max(0, start - _LONGEST_REIGN), start) is not None


@cache
def _reign_years() -> re.Pattern[str]:
    names = "|".join(sorted(eras().reigns, key=len, reverse=True))
    return re.compile(rf"({names})(元|[{CHINESE}]{{1,3}}|\d{{1,2}})年")


def _told(text: str) -> tuple[int, ...]:
    """The civil years that a text tells by reigns or by themselves."""
    counted = (
        civil_year(match[1], 1 if match[2] == "元" else number(match[2])) for match in _reign_years().finditer(text)
    )
    return (*(year for year in counted if year), *(int(match[1]) for match in _CIVIL.finditer(text)))


@cache
def _candidates(year: int, name: str) -> tuple[tuple[int, str], ...]:
    """The civil years that are year `year` of a reign and have that name, each with its reign."""
    return tuple(
        (first + year - 1, reign)
        for reign, stretches in eras().reigns.items()
        for first, last in stretches
        if first + year - 1 <= last and sexagenary(first + year - 1) == name
    )


def _reign(year: int, name: str, told: Sequence[int]) -> str | None:
    candidates = _candidates(year, name)
    near = [(min(abs(civil - one) for one in told), reign) for civil, reign in candidates] if told else []
    near = sorted(one for one in near if one[0] < CYCLE)
    if near and (len(near) == 1 or near[0][0] < near[1][0]):
        return near[0][1]
    late = [reign for _, reign in candidates if reign in _LATE]
    return late[0] if len(late) == 1 and not near else None
