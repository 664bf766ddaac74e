"""Text -> the names of observances in it, where they stand free: 中秋, 五一, 九一八."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.find.morpheme import Morpheme
from timeline.lexicon import name_endings, names
from timeline.model import Section

_BESIDE = frozenset("0123456789〇零一二三四五六七八九十百廿卅年月日号第·.")

# The last character of a name may belong to the next word: 残疾人|日益, 安全|月刊.
_LONGER_WORD = {
    "日": frozenset("益常报均子夜渐程志记语趋臻"),
    "节": frozenset("目约省俭能拍点食奏选"),
    "周": frozenset("边围年末刊密转"),
    "月": frozenset("球饼光亮薪刊"),
}

_STANDS = frozenset("建设成创确树独中自订挺站对私公国市县矗耸屹直竖孤")  # 建立|春节, 成立|秋季

# 1950年冬至1951年春, 夏至次年春: from a winter, a summer on.
_AND_ON = {"冬至": Section.WINTER, "夏至": Section.SUMMER}
_TO_A_YEAR = re.compile(r"(?:\d{4}年?|[翌次明今同当]年|(?:民国)?[一二三四五六七八九十〇零]{2,4}年|[春夏秋冬](?!节))")
_THIS_OR_NEXT = ("今年", "去年", "明年")
_COUNTED = frozenset("个届次位名项岁种条家人场天周二三号点时多几")
_WINDOW_BEHIND = re.compile(r"期间|前[夕后]|当[天日]|节|[小长]*假|黄金周|放假")


def _is_free(text: str, start: int, end: int) -> bool:
    """Whether a name made of numerals stands beside no other numeral: 五四 in 一九五四年 is no youth day."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before == "年" and ("月" in text[start:end] or _WINDOW_BEHIND.match(text, end)):  # 今年二月二, 2019年五一假期
        before = ""
    if text[start - 2 : start] in _THIS_OR_NEXT and behind not in _COUNTED:  # 今年五一, but not 今年十一岁
        before = ""
    return before not in _BESIDE and behind not in _BESIDE


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether signs or nothing stand on both sides of it."""
    left, right = text[start - 1 : start], text[end : end + 1]
    return not (left.isalnum() or right.isalnum())


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether it stands in quotation marks, or is all there is."""
    return (text[start - 1 : start], text[end : end + 1]) in (("“", "”"), ("", ""))


def named(text: str) -> Iterator[Morpheme]:
    """The names of observances that stand free, the longest at each end."""
    known = names()
    pattern, lengths = name_endings()
    for match in pattern.finditer(text):
        end = match.end()
        for length in lengths.get(text[end - 2 : end], ()):
            start = end - length
            name = known.get(text[start:end]) if start >= 0 else None
            if name is None or (name.numeral and not _is_free(text, start, end)):
                continue
            if name.numeral and (text.startswith("岁", end) or _AWARD.match(text, end)):  # 戊寅十一岁
                break
            if text[start] == "立" and text[start - 1 : start] in _STANDS:
                continue
            if text[start:end] in _AND_ON and _TO_A_YEAR.match(text, end):
                yield Morpheme("one_season", {"section": _AND_ON[text[start:end]]}, start, start + 1)
                break
            if text[end : end + 1] in _LONGER_WORD.get(text[end - 1], ()):
                break
            begin = _with_badge(text, start, name.badges)
            if (
                text[start:end].endswith("除夕")
                and text[end : end + 1] == ")"
                and _TOLD_EVE.search(text, max(0, start - 4), start)
            ):
                yield Morpheme("told_eve", {}, start, end)
                break
            kind = "occasion" if begin < start else _kind_beside(text, start, end, name.kind)
            if kind == "weather":
                continue
            value = {"key": name.key, "called": name.ordinal, "name": text[start:end]}
            yield Morpheme(kind, value, begin, end)
            break


# 五一劳动奖章, 五四奖章, 三八红旗手: what an award is called.
_AWARD = re.compile(r"[”\"]?(?:国际)?(?:劳动奖|巾帼奖|新闻奖|勋章|奖[章状牌杯]|红旗(?:手|集体|团|单位)|青年奖|功勋)")
_TOLD_EVE = re.compile(r"[日号]\((?:农历|旧历)?$")  # 2月11日(除夕): the civil day is what is said
# What stands beside a common word that is meant as a festival.
_FESTIVE = re.compile(r"放假|调休|休市|假日|出游|出行|购物节|联欢|汇演|游园|(?:亲子|庆祝)活动")
_IS_THE_DAY = re.compile(r"[今明后昨前][天日儿]?(?:就|便|正好?|恰好?)?[是逢]$")  # 后天是五一
_OF_THE_SUN = re.compile(r"(?:节气|正值|恰逢|适逢|时值)[:,“]?$")


def _kind_beside(text: str, start: int, end: int, kind: str) -> str:
    """The kind of a name where it stands: a common word counts in quotation marks or with a feast beside it."""
    if kind == "plan":
        return "lone_occasion" if _is_quoted(text, start, end) else "weak_plan"
    if kind == "weak_occasion":
        said_of_a_day = _IS_THE_DAY.search(text, max(0, start - 6), start)
        alone = stands_alone(text, start, end) or _FESTIVE.match(text, end) or said_of_a_day
        return "lone_occasion" if alone else kind
    if kind == "weather":
        named = _is_quoted(text, start, end) or _OF_THE_SUN.search(text, max(0, start - 4), start)
        return "lone_occasion" if named else kind
    return kind


_BADGE = re.compile(r"([“\"'‘]?)([〇一二三四五六七八九十\d·.]{2,6})([”\"'’]?)$")
_BADGE_ENDS = frozenset("〇一二三四五六七八九十0123456789·.”\"'’")


def _with_badge(text: str, start: int, badges: frozenset[str]) -> int:
    """Where a name begins that its own day in figures stands before: “三八”国际妇女节, 5·12国际护士节."""
    if not badges or text[start - 1 : start] not in _BADGE_ENDS:
        return start
    match = _BADGE.search(text, max(0, start - 8), start)
    if match is None or match[2] not in badges or (match[3] and not match[1]):
        return start
    if match[1]:
        return match.start() if match[3] else match.start(2)
    return start if text[match.start() - 1 : match.start()] in _BESIDE else match.start()
