"""The divisions that the words of an event name -> the one where it was, with what lies in it and beside it."""

from __future__ import annotations

import re

from timeline.events.drafts import inside
from timeline.events.language.divisions import Path, in_dateline, named, without_journeys
from timeline.events.language.segment import tags
from timeline.events.language.words import branch, verbs, words
from timeline.events.where.datelines import without_datelines
from timeline.model import Document, Span

_DEED = re.compile(
    rf"(?:正式|同步|隆重|再次|成功)?(?:爆发|发生|开幕|集合(?!体|论)|出发|{branch(words('hold', 'verbs'))})"
)


def seen_at(document: Document, end: int) -> bool:
    """Whether what follows a division tells what was done or happened there."""
    return _DEED.match(document.text, end) is not None


_BRACKETED = re.compile(r"\([^()]{0,40}\)")
_PART_ENDS, _NEAR = re.compile(r"[,。;:“”(]"), 16
_COUNTIES = ("县", "区", "旗")


def _below(text: str, best: tuple[Span, Path], found: list[tuple[Span, Path]]) -> tuple[Span, Path] | None:
    """江西省昌九大道永修县路段部分被淹: a smaller division of the same one, before anybody does anything."""
    for span, path in reversed(found):
        below = len(path) > len(best[1]) and path[: len(best[1])] == best[1] and span.of(text).endswith(_COUNTIES)
        between = _BRACKETED.sub("", text[best[0].end : span.start])
        if below and len(between) <= _NEAR and not _PART_ENDS.search(between) and not verbs(between):
            return span, path
    return None


# 朝阳区|小武村, 霍城县|清水河镇|牧场村: what lies in a division, down to the village or the road.
_VILLAGE = re.compile(
    r"(?![各全一二两三四五六七八九十多几数某本该此这那市区县镇乡省眷]|政府)[^\W\dA-Za-z_各全的地得在于和与及等有为是不了将把被从由到对中向往下入进城农]{1,6}?"
    r"(?:街道(?!办|干部|党)|社区|[镇乡](?![长政委党人民静压亲愁土绅公中小大])|村(?![长民委支口落级里官])"
    r"|(?:大道|(?<![铁公道马线电网水])[路街])(?=[^口面人过边段演线道头上坊舞况网由径]|$)(?:\d{1,4}号)?)"
)
_LEVELS = 3  # a town, its village, a road there


def _village(text: str, end: int) -> int:
    """Where the village or the road ends that follows a division at once."""
    for _ in range(_LEVELS):
        match = _VILLAGE.match(text, end)
        if match is None or verbs(match[0]) or any(tag[:1] in ("v", "p", "r") for _, tag in tags(match[0])[:-1]):
            break
        end = match.end()
    return end


_OFFICE_OF = re.compile(
    r"[^,。;、的有在]{0,6}?(?:局(?!部)|委|会|部|院|校|中心|公司|政府|馆|处|社|大学|银行|消防|警方|交警|队|公所)"
)


def _beside(text: str, end: int, within: Path) -> int:
    """Where the last of several divisions ends (台北市、新北市), unless they are only whose an office is."""
    last = end
    while text[last : last + 1] == "、":
        following = next(named(text[last + 1 : last + 12], within), None)
        if following is None or following[0].start != 0:
            break
        last += 1 + following[0].end
    return end if _OFFICE_OF.match(text, last) else last


_CLUB = re.compile(
    "(?:转会|加盟|效力|签约|租借|转投|改投|球队|强队|劲旅)(?:至|到|于)?$"
)  # 转会河南建业: whose club it is
_TEAM = re.compile(  # 挑战浙江队, 四川籍歌手, 广州恒大
    "[男女]?[篮足排手乒羽冰棒垒]?(?:球队|队(?!伍|员之家|部))|籍"
    "|(?:恒大|富力|鲁能|国安|申花|上港|泰达|权健|实德|亚泰|力帆)(?!绿|集团|地产|公司|城|广场|大厦|中心|名)|(?:人和|建业|泰山|海港)(?=[作队与俱主客,。])"
)
_WORK = re.compile(r"《[^《》]{1,8}》")  # 凭《旺角往事》得奖: no place of the deed
_NOWADAYS = re.compile(r"\((?:即|今|现|原|后)[^()]{2,40}\)")  # 大同初级职业学校(即今台北市…)


def first_division(document: Document, at: Span, dates: tuple[Span, ...], within: Path) -> tuple[Span, Path] | None:
    """The division that does or sees it (上海爆发会战), else the first one, with those below it that follow at once."""
    text = without_datelines(document, Span(at.start, min(at.end, at.start + 120)))
    if "《" in text:
        text = _WORK.sub(lambda match: "\0" * len(match[0]), text)
    if "(" in text:
        text = _NOWADAYS.sub(lambda match: "\0" * len(match[0]), text)
    text = without_journeys(text)
    found: list[tuple[Span, Path]] = []
    for span, path in named(text, within):
        if inside(dates, Span(at.start + span.start, at.start + span.end)):
            continue  # 廿日照准: no 日照
        if in_dateline(text, span):
            continue
        if _TEAM.match(text, span.end) or _CLUB.search(text, max(span.start - 4, 0), span.start):
            if found and found[-1][0].end == span.start:
                found.pop()
            continue
        if found and span.start == found[-1][0].end and path[: len(found[-1][1])] == found[-1][1]:
            found[-1] = (Span(found[-1][0].start, span.end), path)
        else:
            found.append((span, path))
    best = next((one for one in found if seen_at(document, at.start + one[0].end)), found[0] if found else None)
    if best and (below := _below(text, best, found)):
        best = below
    if best:
        best = (Span(best[0].start, _beside(text, _village(text, best[0].end), within)), best[1])
    return (Span(at.start + best[0].start, at.start + best[0].end), best[1]) if best else None
