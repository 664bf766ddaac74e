"""What figures are that could be two things, as the rest of the text uses them: 2/3 a day, 84年 a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.find.figures import UNITS
from timeline.find.morpheme import Amount, Morpheme
from timeline.find.numerals import CHINESE, number
from timeline.model import Section

# What begins on a day, and takes no share: 4/7起驾, 3/8(五)开幕, 5/6上午.
_BEGINS_THEN = re.compile(
    r" ?(?:\([一二三四五六日]\))? ?(?:起驾|起跑|登场|举[行办]|开[幕跑卖抢始课学打放展]|截止|报名|上映|首映|发售|放榜|"
    r"出发|停[课电水]|施行|上路|上午|下午|晚上|凌晨)"
)
_HEAD_OF_CLAUSE, _IS_TOLD = re.compile(r"(?:^|[:;。\n*]) ?$"), re.compile(r" ?(?:已|将|于|由|至|派|函|收到|通知|发函)")


def days_by_slash(text: str, found: list[Morpheme]) -> list[Morpheme]:
    """2/3 is a day where other days are written so, where something begins then, or where a clause tells of it."""
    if all(m.kind != "fraction_day" for m in found):
        return found
    if any(m.kind == "month_day" for m in found):  # where days are written 5/15, 2/3 is one too
        return [m._replace(kind="month_day") if m.kind == "fraction_day" else m for m in found]
    begins = any(m.kind == "fraction_day" and _BEGINS_THEN.match(text, m.end) for m in found)  # 绕境4/7起驾
    opens = not begins and any(m.kind == "month" and _opens_line(text, m.start) for m in found)
    slashes = any(m.kind == "stamp" and "/" in text[m.start : m.end] for m in found)

    def is_day(m: Morpheme) -> bool:
        return (
            (begins and _BEGINS_THEN.match(text, m.end) is not None)
            or (opens and _opens_line(text, m.start))  # 3/8 below a line of 3月4日
            or (slashes and _tells_of(text, m))
        )

    return [m._replace(kind="month_day") if m.kind == "fraction_day" and is_day(m) else m for m in found]


def _opens_line(text: str, start: int) -> bool:
    return text[start - 1 : start] in ("", "\n")


def _tells_of(text: str, day: Morpheme) -> bool:
    """说明: 5/9已完成清洗, of minutes that write 114/5/13: a day at the head of a clause, and no share."""
    head = _HEAD_OF_CLAUSE.search(text, max(0, day.start - 2), day.start)
    return head is not None and _IS_TOLD.match(text, day.end) is not None


_OF_REPUBLIC, _OLD = range(100, 140), range(60, 100)  # years
_LASTS, _GOES_ON = (
    re.compile(r"(?:[建立了有达近逾过满约经第长享足整历共每]|超过|成立|为期|大约|将近)$"),
    re.compile(r"[来后前之间历以有余多的史老级内中里,、。]"),
)


def years_of_the_republic(text: str, found: list[Morpheme]) -> list[Morpheme]:
    """84年领照 of a paper of Taiwan that names 113年: a year, since few things last so long."""
    if all(m.kind != "three_digit_year" or m.value["year"] not in _OF_REPUBLIC for m in found):
        return found
    return [m._replace(kind="short_year") if m.kind == "two_digit_year" and _is_old(text, m) else m for m in found]


def _is_old(text: str, year: Morpheme) -> bool:
    lasts = _LASTS.search(text, max(0, year.start - 2), year.start) or _GOES_ON.match(text, year.end)
    return year.value["year"] in _OLD and not lasts


# 三十(30)天, 10(十)个工作日: contracts write a count in words and in figures.
_TOLD_TWICE = re.compile(
    rf"(?<![\d月年第{CHINESE}])([{CHINESE}]{{1,5}}|\d{{1,3}}) ?\(([{CHINESE}]{{1,5}}|\d{{1,3}})\) ?个?"
    r"(工作日|日历[天日]|交易日|小时|分钟|星期|月|年|天|日|周)(?![一二三四五六日末])"
)


def counts_told_twice(text: str) -> Iterator[Morpheme]:
    """Counts of a contract, where both numbers are the same.

    >>> [found.value["amount"].number for found in counts_told_twice("提前三十(30)天通知,十(12)日内")]
    [30]
    """
    for match in _TOLD_TWICE.finditer(text) if "(" in text else ():
        if match[1].isdecimal() != match[2].isdecimal() and number(match[1]) == number(match[2]) > 0:
            yield Morpheme("amount", {"amount": Amount(number(match[1]), UNITS[match[3]])}, *match.span())


# 112-1学期: the first term of the school year 112 of the Republic.
_TERM_OF_TAIWAN = re.compile(r"(?<![\d.-])(1[0-3]\d|[89]\d)-([12])学期")


def terms_of_taiwan(text: str) -> Iterator[Morpheme]:
    """Terms as schools of Taiwan number them.

    >>> [found.value["year"] for found in terms_of_taiwan("112-1学期选课,112-2学期开学")]
    [112, 112]
    """
    for match in _TERM_OF_TAIWAN.finditer(text) if "学期" in text else ():
        section = Section.AUTUMN_TERM if match[2] == "1" else Section.SPRING_TERM
        yield Morpheme("year", {"year": int(match[1]), "section": section}, *match.span())
