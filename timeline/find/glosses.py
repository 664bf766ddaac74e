r"""Years of old times in figures -> morphemes: 昌武元年(266年), 光化四年(901年)五月, 徐陵(507年-583年), 921年,王镕被杀.

Three figures before 年 are a length (营业350年) but for two places. In the bracket behind a year of any count they say
which it is, and they are the two ends of a life. In a text that has such brackets, the other years that open a clause
or follow 于, 至 are of the same count. What a bracket glosses may be a year of a reign that no table knows.

>>> [(found.kind, dict(found.value)) for found in glosses("昌武元年(266年)设郡,废于589年,历时323年。", hant=False)]
[('year', {'year': 266, 'era': '公元'}), ('glossed_year', {}), ('year', {'year': 589, 'era': '公元'})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.find.beside import ends_reign
from timeline.find.morpheme import Morpheme
from timeline.find.numerals import CHINESE

_NO_LENGTH = r"(?![来间前后以之的里内多余历有])"
_IN_BRACKET = re.compile(
    r"(?<=[年春夏秋冬月日]\()(?:公元|西元)?([1-9]\d\d)年(?=[),、;春夏秋冬初末]|\d{1,2}月|[-~—–至])"
)
_LIFE = re.compile(r"(?<=\()(?:公元|西元)?([1-9]\d\d)年 ?[-~—–至]{1,2} ?(?:公元|西元)?([1-9]\d\d)年(?=[),;])")
_ELSEWHERE = re.compile(rf"(?:(?<=[。;,、\n(于在自从至到~—–-])|(?<=^))([1-9]\d\d)年{_NO_LENGTH}")
# The count of a reign before a gloss, of three figures or four: 洪化二年(1680年), 至十八年(598年), 六年(1917).
_GLOSS = r"\((?:公元|西元)?(?:1[0-8]\d\d年|19[0-4]\d年?|[1-9]\d\d年)"
_COUNT = rf"(?:元|[{CHINESE}]{{1,3}}|(?<!\d)\d{{1,2}})年(?={_GLOSS}[),、;])"
# Its name is of two signs: before 元年 wherever it stands, before another count at the head of a clause
# or behind its emperor.
_GLOSSED = re.compile(
    rf"(?:(?<=[。;,、(\n于在至从])|^)(?:[一-鿿]{{1,3}}[帝宗祖])?[一-鿿]{{2}}(?<![{CHINESE}]){_COUNT}"
    rf"|[一-鿿]{{2}}(?=元年){_COUNT}|(?<![第满近约续过逾有前]){_COUNT}"
)
_GLOSS_BEHIND = re.compile(f"年{_GLOSS}")  # without which no reign is looked for
_MOON_BEHIND = re.compile(rf"{_GLOSS}\)闰?[{CHINESE}正冬腊]{{1,2}}月")
_AFTER_REPUBLIC = 150


def glosses(text: str, *, hant: bool) -> Iterator[Morpheme]:
    """The years of three figures that are years, and the counts of years that a bracket glosses.

    In the traditional script the small ones are of the republic.
    """
    if "(" not in text:
        return
    first = _AFTER_REPUBLIC if hant else 0
    of_old = False
    told = {match.start(1) for match in _IN_BRACKET.finditer(text)}
    for match in _IN_BRACKET.finditer(text):
        if int(match[1]) >= first:
            of_old = not hant
            yield _year(match[1], match.start(), match.end())
    for match in _LIFE.finditer(text):
        if int(match[1]) >= first:
            of_old = not hant
            yield _year(match[1], match.start(), match.start(1) + len("589年"))
            yield _year(match[2], match.start(2), match.end())
    for match in _GLOSSED.finditer(text) if _GLOSS_BEHIND.search(text) else ():
        if not ends_reign(text, match.end()):
            by_moon = _MOON_BEHIND.match(text, match.end()) is not None
            yield Morpheme("glossed_year", {"lunar": True} if by_moon else {}, *match.span())
    for match in _ELSEWHERE.finditer(text) if of_old else ():
        if match.start(1) not in told:
            yield _year(match[1], match.start(1), match.end())


def _year(figures: str, start: int, end: int) -> Morpheme:
    return Morpheme("year", {"year": int(figures), "era": "公元"}, start, end)
