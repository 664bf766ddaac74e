"""What only the rest of a text tells to be no time: addresses, foreign tails, numbers of players, feasts of others."""

from __future__ import annotations

import re
import string
from collections import Counter
from functools import cache, lru_cache
from importlib import resources

from timeline.model import Document, Script, Span
from timeline.text.folding import leaning

_DAY_BY_ITS_NUMBER = re.compile(r"\d{1,2}号")
_DAYS_BY_SIGN, _DAYS_BY_NUMBER = re.compile(r"月\d{1,2}日"), re.compile(r"月\d{1,2}号")
_DAY_GOES_ON = re.compile(
    r"[^\u4e00-\u9fff]|[上下早晚的之前后起至到举开召在是和与就将凌中当清傍夜左才又还也都已要会去来回出再我他她你]|提审|立案|宣[布判]|签[订署约]|收到|发[出布]|送[达到往医]|抵达|返回|赴|(?![\s\S])"
)


@lru_cache(maxsize=1)  # asked again and again of one text
def _days_end_in_ri(text: str) -> bool:
    return _DAYS_BY_SIGN.search(text) is not None and _DAYS_BY_NUMBER.search(text) is None


_OF_SPORT = re.compile(r"首发|替补|球员|门将|前锋|后卫|助攻|主教练|破门|球队|篮板")


@lru_cache(maxsize=1)
def _tells_of_sport(text: str) -> bool:
    return _OF_SPORT.search(text) is not None


_OF_A_MATCH = re.compile(
    r"第[一二三四五]局|首局|决胜局|局点|赛点|盘[末点]|比分|直落[二三]|领先|落后|追[平至成近]|扳平|连[拿得追下砍]|发球|交锋|\d平|分差"
)
_FEWEST_SIGNS = 3
_SCORE = re.compile(r"\d{1,2}:(?!00|30)\d{1,2}")
_AT, _BEGINS = (
    re.compile(r"[日号天午晚早晨夜间时于在自从到至起—~-] ?$"),
    re.compile(r"开始|开[赛打球战]|打响|进行|举行|[至到~—-]|许|左右"),
)


@lru_cache(maxsize=1)
def _tells_of_a_match(text: str) -> bool:
    """Whether a text tells how a match went, point by point."""
    return len({match[0] for match in _OF_A_MATCH.finditer(text)}) >= _FEWEST_SIGNS


def is_score(text: str, start: int, end: int) -> bool:
    """Whether two figures are what a match stood at: 8:12落后, 24:22, in a text that tells of its points."""
    if _SCORE.fullmatch(text, start, end) is None or not _tells_of_a_match(text):
        return False
    return _AT.search(text, max(0, start - 2), start) is None and _BEGINS.match(text, end) is None


_HELD_ELSEWHERE = re.compile(r"[“\"]?(?:国庆|宪法|独立|教师|儿童|青年|劳动|父亲|母亲|植树|护士|记者)(?:[节日”\"]|$)?")
_OTHERS = re.compile(r"(?:[各外该两他它]国|(?:其他|有些|一些|许多|多数|不少|任何)国家)的?$")
_LONGEST_NATION = 9


@cache
def _nations() -> frozenset[str]:
    """The countries of the world by all their names."""
    text = resources.files("timeline").joinpath("data/abroad.tsv").read_text(encoding="utf-8")
    return frozenset(next(line for line in text.splitlines() if line.startswith("country\t")).split()[1:])


def held_elsewhere(text: str, start: int) -> bool:
    """Whether a feast is that of another nation, whose day is another: 法国国庆日, 各国的国庆节."""
    if _HELD_ELSEWHERE.match(text, start) is None:
        return False
    return _of_another(text, start) or (_NATIONAL_DAY.match(text, start) is not None and _tells_of_others(text))


# The national day said alone is that of others, where the text tells of others' and never of our own.
_NATIONAL_DAY = re.compile(r"国庆(?!假|长假|小长假|黄金周|档|放假|期间|[出旅]|调休)")
_OUR_OWN = re.compile(
    r"国庆(?:[节日]?(?:假|长假|小长假|黄金周|放假|期间))|(?:我国|中国|祖国|新中国)的?国庆|10月1日|双十|十一(?:长假|假期|黄金周)"
)


@lru_cache(maxsize=1)
def _tells_of_others(text: str) -> bool:
    """Whether the national day of another country is told of, and nothing of our own."""
    days = _NATIONAL_DAY.finditer(text)
    return any(_of_another(text, day.start()) for day in days) and _OUR_OWN.search(text) is None


def _of_another(text: str, start: int) -> bool:
    """Whether another nation is named before a feast."""
    before = text[max(0, start - _LONGEST_NATION) : start].rstrip('“"')
    if _OTHERS.search(before):
        return True
    before = before.removesuffix("的")
    return any(before[-length:] in _nations() for length in range(2, _LONGEST_NATION))


def numbers_a_person(text: str, start: int, end: int) -> bool:
    """Whether 7号 stands before a name, in a text of sport or one whose days are written 3月7日: a player's number."""
    return (
        _DAY_BY_ITS_NUMBER.fullmatch(text, start, end) is not None
        and (_days_end_in_ri(text) or _tells_of_sport(text))
        and _DAY_GOES_ON.match(text, end) is None
    )


_GRADE = re.compile("初[一二三]")
_OF_SCHOOL, _OF_NEW_YEAR = (
    re.compile("年级|家长会|中考|高[一二三]|学期|班主任"),
    re.compile("[正腊]月|大年|除夕|年初|[农旧]历|春节"),
)


def is_grade(text: str, start: int, end: int) -> bool:
    """Whether 初二 is a class of a school: in a text of a school that tells nothing of the new year of the moon."""
    if _GRADE.fullmatch(text, start, end) is None:
        return False
    return _OF_SCHOOL.search(text) is not None and _OF_NEW_YEAR.search(text) is None


# 鑫诺一号, 鑫诺二号卫星: what counts the ships, stars and wells of one name, told twice at least with other numbers.
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})号")
_BEFORE_A_DAY = re.compile(r"[月日周天每到至在于自从为是和与及或、,逢截由起将定]|本|上旬|[中下]旬")
_LENGTH_OF_NAME = 2


def numbers_a_series(text: str, start: int, end: int) -> bool:
    """Whether a number behind a name is one of several that the text gives to things of that name."""
    name = text[max(0, start - _LENGTH_OF_NAME) : start]
    if (
        len(name) < _LENGTH_OF_NAME
        or not all("\u4e00" <= sign <= "\u9fff" for sign in name)
        or _BEFORE_A_DAY.search(name)
        or _NUMBERED.fullmatch(text, start, end) is None
    ):
        return False
    return len(_numbers_of(text, name)) > 1 or f"{name}{text[start:end]}”" in text  # “远望一号”测量船


@lru_cache(maxsize=16)
def _numbers_of(text: str, name: str) -> frozenset[str]:
    return frozenset(match[1] for match in re.finditer(rf"{name}({_NUMBERED.pattern})", text))


_MONTH_OR_SEASON = r"(?:[一二三四五六七八九十]{1,2}月|\d{1,2}月|[春夏秋冬][天日季]?)"
_BEGINS_NAME = re.compile(rf"{_MONTH_OR_SEASON}[一-鿿]{{3}}")
_NAMED_IN_MARKS = re.compile(rf"[“《]({_MONTH_OR_SEASON}[一-鿿]{{3}})")


def named_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether a month begins a name that the text elsewhere writes in marks: “五月的花海” … 五月的花海合唱比赛."""
    name = _BEGINS_NAME.match(text, start)
    if name is None or name.end() - end != _NAME_GOES_ON:
        return False
    return _names_in_marks(text)[name[0]] > (text[start - 1 : start] in ("“", "《"))


_NAME_GOES_ON = 3  # characters behind a month that are the same in the name


@lru_cache(maxsize=1)
def _names_in_marks(text: str) -> Counter[str]:
    """How often each beginning of a name stands in marks."""
    return Counter(match[1] for match in _NAMED_IN_MARKS.finditer(text))


# Web addresses and names of files: the dates in them are theirs.
_ADDRESS = re.compile(r"://[!#-'*+./0-9:=?@A-Z_a-z~-]+")
_ENDING = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|html?|zip|rar|txt|csv|md|mp[34])(?![A-Za-z0-9])")
_IN_FILE_NAMES = string.ascii_letters + string.digits + "_.%-"
_LONGEST_FILE_NAME = 80


def addresses(text: str) -> tuple[Span, ...]:
    """Where web addresses and names of files stand, in order."""
    found = [Span(*match.span()) for match in _ADDRESS.finditer(text)]
    for match in _ENDING.finditer(text):
        before = text[max(0, match.start() - _LONGEST_FILE_NAME) : match.start()]
        name = len(before) - len(before.rstrip(_IN_FILE_NAMES))
        found.append(Span(match.start() - name, match.end()))
    return tuple(sorted(found))


_SAMPLE = 2_000
_FOREIGN = 10  # characters of the other script, less those of its own, that make a line foreign


def sound_length(document: Document) -> int:
    """Where the text ends and a tail of foreign links begins: lines without a sentence, in the other script."""
    end = len(document.text)
    for block in reversed(document.blocks):
        line = block.at.of(document.text)
        if "。" in line:
            break
        away = leaning(document.words(block.at)[:_SAMPLE])
        if away > -_FOREIGN if document.script is Script.HANT else away < _FOREIGN:
            break
        end = block.at.start
    return end
