r"""What only annals write -> morphemes: 六月癸卯, 十月朔, 越三年.

A day has its own name in the cycle of sixty, by which the old histories tell of it; 朔 is the first day of a month of
the moon. A name that opens a sentence is a day where another stands behind its month: 六月癸卯,地震。丁未,又震.

>>> [(found.kind, *found.value.values()) for found in in_annals("六月癸卯朔,地震。丁未,又震。1894年甲午战争")]
[('cycle_day', '癸卯', True), ('cycle_day', '丁未', True)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.catalogue import eras
from timeline.find.morpheme import Morpheme
from timeline.find.numerals import CHINESE, number
from timeline.model import Anchor, Section, Shift, Unit

_STEM_BRANCH = "(?:[甲丙戊庚壬][子寅辰午申戌]|[乙丁己辛癸][丑卯巳未酉亥])"
# The same names are those of years: 甲午战争, 戊戌变法, 辛亥革命, 壬寅年.
_OF_A_YEAR = "(?!年|岁|战争|海战|[政国]变|革命|变法|之[战役变乱]|条约|赔款|科|进士)"
_BEHIND_MONTH = re.compile(rf"(?<=[{CHINESE}正冬腊]月)({_STEM_BRANCH}){_OF_A_YEAR}日?[朔晦望]?")
# 光绪岁在丁酉, 万历九年岁次辛巳.
_TOLD_CYCLE = re.compile(rf"(?:岁[次在]|太岁在)({_STEM_BRANCH})年?")
_OPENS = re.compile(rf"(?<=[。;\n… ])({_STEM_BRANCH})(?:日[朔晦望]?(?!报)|[朔晦望]|(?=,))")
_NEW_MOON = re.compile(rf"(?<=[{CHINESE}正冬腊]月)(?:既望|朔日?)(?![风州漠北])")
# 春正月, 秋七月: the season belongs to the month.
_SEASON = re.compile(r"[春夏秋冬](?<=[。;,\n…].)(?=闰?(?:[正二三四五六七八九]|十[一二]?)月)")
# 夏,考入师范学校: a season that opens its sentence and is told by itself.
_SEASON_ALONE = re.compile(r"[春夏秋冬](?<=[。;\n].)(?=,)")
_SEASONS = {"春": Section.SPRING, "夏": Section.SUMMER, "秋": Section.AUTUMN, "冬": Section.WINTER}
_LONGEST_STEP = 60  # years
# 越三年 is the third year after, and so is 又三年 where it stands alone.
_YEARS_ON = re.compile(
    rf"(?<=[。;,\n…])(?:[越逾阅]([{CHINESE}]{{1,3}})[年载](?![来间内前后以之的里中多余有])"
    rf"|又([{CHINESE}]{{1,3}})年(?=,|[{CHINESE}]{{1,2}}月|[春夏秋冬]))"
)
_NEXT_YEAR = re.compile(r"(?<=[。;,\n…])又[明次]年(?=,|[春夏秋冬]|[一二三四五六七八九十正])")


# 唐德宗贞元十九年: the emperor before his reign belongs to it.
_DYNASTY = "(?:[东西南北后]?[夏商周秦汉魏晋隋唐宋辽金元明清梁陈齐吴蜀])"
_EMPEROR = re.compile(
    rf"(?:{_DYNASTY}[\u4e00-\u9fff]{{1,2}}|[太高世圣中玄德宪穆敬文武宣懿僖昭仁英神哲徽钦孝光宁理度恭肃代顺])$"
)
_LONGEST_EMPEROR = 4


@cache
def _before_reign() -> re.Pattern[str]:
    reigns = "|".join(sorted(eras().reigns, key=len, reverse=True))
    return re.compile(rf"[宗祖帝](?=(?:{reigns})(?:元|[{CHINESE}]{{1,3}}|[0-9]{{1,2}})年)")


def _emperors(text: str) -> Iterator[Morpheme]:
    for match in _before_reign().finditer(text):
        if name := _EMPEROR.search(text, max(0, match.start() - _LONGEST_EMPEROR), match.start()):
            yield Morpheme("emperor", {}, name.start(), match.end())


def in_annals(text: str) -> Iterator[Morpheme]:
    """Days by the cycle of sixty, days of the new moon, and years counted on from the one before."""
    first = _BEHIND_MONTH.search(text)
    if first is not None:
        for pattern in (_BEHIND_MONTH, _OPENS):
            for match in pattern.finditer(text, first.start()):
                yield Morpheme("cycle_day", {"cycle_day": match[1], "lunar": True}, *match.span())
    for match in _NEW_MOON.finditer(text):
        yield Morpheme("lunar_day", {"day": 16 if match[0] == "既望" else 1, "lunar": True}, *match.span())
    for match in _TOLD_CYCLE.finditer(text):
        yield Morpheme("sexagenary", {"sexagenary": match[1]}, *match.span())
    yield from _emperors(text)
    for match in _SEASON.finditer(text):
        yield Morpheme("one_season", {"section": _SEASONS[match[0]]}, *match.span())
    for match in _SEASON_ALONE.finditer(text):
        yield Morpheme("lone_season", {"section": _SEASONS[match[0]]}, *match.span())
    for match in _YEARS_ON.finditer(text):
        if (years := number(match[1] or match[2])) <= _LONGEST_STEP:
            yield Morpheme("relative_year", {"shift": Shift(Unit.YEAR, years, Anchor.FOCUS)}, *match.span())
    for match in _NEXT_YEAR.finditer(text):
        yield Morpheme("relative_year", {"shift": Shift(Unit.YEAR, 1, Anchor.FOCUS)}, *match.span())


# A line that is only 民国 or 乾隆朝, and below it 元年八月, 二年三月五日: years of that reign.
_BELOW = re.compile(
    rf"(?<=[\n。])[ *·•-]{{0,4}}(元|[{CHINESE}]{{1,3}})年(?=,|闰?[{CHINESE}正冬腊]{{1,2}}月|[春夏秋冬])"
)


@cache
def _heads() -> re.Pattern[str]:
    names = "|".join(sorted((*eras().counts, *eras().reigns), key=len, reverse=True))
    years = f"(?:元|[{CHINESE}]{{1,3}})年"
    return re.compile(
        rf"(?<![^\n])[#*·•【\[(]{{0,4}} ?(?:中华|大?清|大?明)?({names})"
        rf"(?:朝|年间|时期|{years})?[】\])*:]{{0,3}} ?(?=\n)"
    )


def below_their_reign(text: str) -> Iterator[Morpheme]:
    r"""Years that open a line or a sentence below a line that is only the name of a reign.

    >>> text = "光绪\n三十四年八月,颁布。\n宣统\n元年二月,筹办。"
    >>> [(found.value["era"], found.value["year"]) for found in below_their_reign(text)]
    [('光绪', 34), ('宣统', 1)]
    """
    heads = list(_heads().finditer(text)) if "年" in text else []
    ends = [*(other.start() for other in heads), len(text)][1:]
    for head, end in zip(heads, ends, strict=True):
        for match in _BELOW.finditer(text, head.end(), end):
            year = 1 if match[1] == "元" else number(match[1])
            yield Morpheme("year", {"era": head[1], "year": year}, match.start(1), match.end())
