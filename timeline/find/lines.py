r"""What only its lines make a date -> morphemes: a date that broke over two lines, a column of years or of days.

>>> [found.value["year"] for found in years_in_a_column("1907 |\n出生 |\n1923 |\n赴日 |\n1927 |\n入选")]
[1907, 1923, 1927]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.find.counts import MEASURES
from timeline.find.morpheme import Amount, Morpheme
from timeline.find.numerals import CHINESE, number
from timeline.model import Nth, Section, Unit

# A date whose line broke inside it: 11月|21日, 11|月21日. Lines of a calendar: 8月|1, believed from three of them on.
_BROKEN = re.compile(r"(?<![\d.])(1[0-2]|0?[1-9])(?:\n月\n?|月\n)(0?[1-9]|[12]\d|3[01])\n?日(?!本)")
_BREAK = re.compile(r"月\n|\n月")  # what every one of them holds; the engine skips to it
_STACKED = re.compile(r"(?<![^\n])(1[0-2]|0?[1-9])月\n(0?[1-9]|[12]\d|3[01])(?![^\n])")
_FEWEST_STACKED = 3
# A year that opens its line or is alone in its cell: 1907 | 出生; 1923 (a line) 赴日学习.
_IN_CELL = (
    r"[ |]{0,4}((?:1[5-9]|20)\d\d)"
    r"(?= ?(?:\||\n|[-—~至:] ?(?:1[5-9]|20)\d\d(?!\d))| ?(?![年号])[\u4e00-\u9fff《“]| (?:1[0-2]|0?[1-9])月)"
)
# 1921台北 of a chronicle; believed where other years stand without. 2005百年校庆 is no number.
_COUNTED = re.compile(f" ?(?!百年){MEASURES}")
_MONTH_BEHIND = re.compile(
    r" ?(?:1[0-2]|0?[1-9]|[正一二三四五六七八九十冬腊]{1,2})月(?![间球])| ?[春夏秋冬](?=[,、初末季天])"
)
_FIRST_YEAR, _YEAR = re.compile(_IN_CELL), re.compile(rf"\n{_IN_CELL}")  # led by a sign to which the engine skips
_WRITTEN_YEAR = re.compile(r"(?<![^\n])[ |]{0,4}((?:1[5-9]|20)\d\d)(?=年|[./-]\d{1,2}[./-]\d)")
_FEWEST_YEARS, _LONGEST_LIFE, _LONGEST_STEP = 3, 250, 80
# 日期 as the head of a column of a table, and what stands below it.
_HEAD_OF_DAYS = re.compile(r"(?:日期|日子) ?\|")
_OF_DAYS, _ABOVE = ("日期", "日子"), 80
_MONTH_ABOVE = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_BARE_DAY = re.compile(r"(3[01]|[12]\d|0?[1-9])(?:\([\u4e00-\u9fff]{1,4}\))?")
# 截止日期, 完成时间 as the head of a column, and 10.30 below it.
_HEAD_OF_DATES = re.compile(r"(?:日期|时间|时限|期限|日子)[^|\n]{0,8}\|")
_HEADS_DATES = re.compile(
    r"(?![总累平反响所持停耗])[^\d]{0,8}(?:日期|时间|时限|期限|日子)(?:\((?![^)]{0,8}[时分秒天])[^)]{0,8}\))?"
)
_CELL, _POINTED_DAY = re.compile(r"[^|]+"), re.compile(r"(?<![\d.])(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?![\d.%])")
# 2024.5.18 at the head of a line, and 5.25 at that of another.
_FIRST_OF_LIST = re.compile(r"(?:^|\n)[ ·•*-]{0,3}20\d\d([.-])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?![\d.])")
_POINTED = re.compile(
    r"\n[ ·•*-]{0,3}(1[0-2]|0?[1-9])([.]|(?P<dash>-))(3[01]|[12]\d|0?[1-9])"
    r"(?![\d.%、)]| ?[%元万亿倍分折米级个次])(?(dash)(?!-| ?[人名年月日号]))"
)
# 第三天:, D3 and DAY 3 at the head of a line or a cell.
_DAY_OF_TRIP = re.compile(
    r"(?:^|[\n|])[ #*<(【《]{0,4}"
    r"(?P<words>第(?P<nth>[一二三四五六七八九十]{1,2}|\d{1,2})天(?![的内起])"
    r"|D(?:ay|AY)? ?(?P<figure>\d{1,2})(?![0-9A-Za-z.%]))"
)
_FEWEST_DAYS, _FEW = 2, 3
_OF_SCHOOL = re.compile("学期|校历|教学周|学年|行课")
_WEEK_OF_TERM = re.compile(r"(?<![月年季的孕])第(\d{1,2}|[一二三四五六七八九十]{1,3})周(?![年岁次末])")
_WEEKS_OF_TERM = re.compile(r"(?<![月年季的孕])第(\d{1,2})(?:周|)[-—~至到、和]{1,2}第?(\d{1,2})(?=周(?![年岁次末]))")
_DATE_BESIDE, _BESIDE = re.compile(r"(?<!第)(?<!第\d)\d(?:月|[./-]\d)"), 8  # characters
_BY_SIGN = re.compile(r"(?<![A-Za-z0-9])(?:Q([1-4])(?![0-9A-Za-z&])|FY ?’?(20\d\d|[12]\d)(?!\d))")
_ASKED = re.compile(r"(?<![A-Za-z])(?:A[1-9]?[:.、]|Q[5-9]|Q&A|QA|FAQ)|问答|常见问题|[?]\n")
_MOON_MONTH = re.compile(
    r"[【\[(# ]{0,3}(?:农历|旧历|阴历)?闰?(?:[正二三四五六七八九十冬腊]|十[一二])月[】\]):份]{0,2}"
)
_MOON_DAY = re.compile(r"[ ·•*-]{0,3}(十[一二三四五六七八九]|二十[一二三四五六七八九]?|三十)(?=日?[ :|,\u3001])")
_FIRST_DAYS, _LINES = re.compile(r"(?<![^\n ])(?:初[一二三四五六七八九十]|廿)"), re.compile(r"[^\n]+")
# 农历3月初4, a day of the moon in figures.
_MOON_IN_FIGURES = re.compile(r"(?<=月)初(10|[1-9])(?![\d天个小])")
# 三月初|六,奉旨: the line broke inside the day.
_MOON_OVER_LINES = re.compile(
    r"(?<=月)初\n([一二三四五六七八九十])(?=[,。;日]|[\u4e00-\u9fff](?<![、月年日人个位次项是]))"
)


def _before_breaks(pattern: re.Pattern[str], text: str, breaks: Sequence[int]) -> list[re.Match[str]]:
    """The matches of a pattern whose month of one or two digits ends at a break."""
    tried = (pattern.match(text, max(0, at - 2)) or pattern.match(text, at - 1) for at in breaks if at > 0)
    return [match for match in tried if match]


def _is_under_its_month(text: str, match: re.Match[str]) -> bool:
    """8日 召开会议 below a line that is only 1月: a heading and an entry under it, no broken line."""
    alone = text[match.start() - 1 : match.start()] in ("", "\n") and match[0].count("\n") == 1 and "月\n" in match[0]
    return alone and text[match.end() : match.end() + 1] not in ("", "\n", "|")


def over_lines(text: str) -> Iterator[Morpheme]:
    """Dates that stand on two lines."""
    breaks = [match.start() for match in _BREAK.finditer(text)]
    broken, stacked = _before_breaks(_BROKEN, text, breaks), _before_breaks(_STACKED, text, breaks)
    broken = [match for match in broken if not _is_under_its_month(text, match)]
    for match in [*broken, *(stacked if len(stacked) >= _FEWEST_STACKED else ())]:
        yield Morpheme("month_day", {"month": int(match[1]), "day": int(match[2])}, *match.span())


def years_in_a_column(text: str) -> Iterator[Morpheme]:
    """Years without 年 at the head of lines, where all such lines go one way through time, as those of a chronicle do.

    A column of prices or numbers jumps, or is round.
    """
    found = list(_YEAR.finditer(text))
    if first := _FIRST_YEAR.match(text):
        found.insert(0, first)
    sure = [match for match in found if not _COUNTED.match(text, match.end(1))]
    beside = list(_WRITTEN_YEAR.finditer(text)) if found else []  # 1905年, 1938.11.11 at the head of other lines
    if not _is_chronicle(_in_order(sure + beside)):
        return
    for match in found if _is_chronicle(_in_order(found + beside)) else sure:
        kind = "year" if _MONTH_BEHIND.match(text, match.end(1)) else "bare_year"  # 1943 6月出狱
        yield Morpheme(kind, {"year": int(match[1])}, *match.span(1))


def _in_order(heads: Sequence[re.Match[str]]) -> list[int]:
    return [int(head[1]) for head in sorted(heads, key=lambda head: head.start())]


def _is_chronicle(years: Sequence[int]) -> bool:
    """Whether years follow each other as those of a chronicle do."""
    steps = [after - before for before, after in pairwise(years)]
    if len(set(years)) < _FEWEST_YEARS or max(years) - min(years) > _LONGEST_LIFE:
        return False
    one_way = all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
    return one_way and max(map(abs, steps)) <= _LONGEST_STEP and any(year % 10 for year in years)


def days_in_a_column(text: str) -> Iterator[Morpheme]:
    r"""Days without 日 in the cells below 日期, in a table of a month: 2024年3月 | 星期 | 日期 | 活动.

    >>> [found.value["day"] for found in days_in_a_column("3月\n星期|日期|活动\n六|2|开幕\n日|3|座谈")]
    [2, 3]
    """
    column, found, start = -1, [], 0
    for line in text.split("\n") if _HEAD_OF_DAYS.search(text) else ():
        cells = list(re.finditer(r"[^|]+", line)) if "|" in line else []
        heads = [cell[0].strip() for cell in cells]
        if any(head in _OF_DAYS for head in heads):
            month = _MONTH_ABOVE.search(text, max(0, start - _ABOVE), start)
            column = next(i for i, head in enumerate(heads) if head in _OF_DAYS) if month else -1
        elif not cells:
            column = -1
        elif 0 <= column < len(cells) and (day := _BARE_DAY.fullmatch(heads[column])):
            at = start + cells[column].start() + cells[column][0].index(day[1])
            found.append(
                Morpheme("day", {"day": int(day[1]), "amount": Amount(int(day[1]), Unit.DAY)}, at, at + len(day[1]))
            )
        start += len(line) + 1
    yield from found if len(found) > 1 else ()


def days_with_a_point(text: str) -> Iterator[Morpheme]:
    r"""5.25 or 5-25 at the head of a line, in a list whose first line says the year: 2024.5.18, and below it 5.25.

    >>> [dict(found.value) for found in days_with_a_point("2024.5.18 北京\n5.25 上海\n6.1 广州")]
    [{'month': 5, 'day': 25}, {'month': 6, 'day': 1}]
    """
    first = _FIRST_OF_LIST.search(text)
    for match in _POINTED.finditer(text, first.end()) if first else ():
        if first is not None and match[2] == first[1]:
            yield Morpheme("month_day", {"month": int(match[1]), "day": int(match[4])}, match.start(1), match.end(4))


def days_of_a_chronicle(text: str) -> Iterator[Morpheme]:
    r"""11.13, 11.16 and 12.2 at the head of lines, one after another: no sections, which count from 1 without a gap.

    >>> [dict(found.value) for found in days_of_a_chronicle("11.13 停会\n11.16(一0,一九)起事\n12.2 签字")]
    [{'month': 11, 'day': 13}, {'month': 11, 'day': 16}, {'month': 12, 'day': 2}]
    >>> list(days_of_a_chronicle("1.1 总则\n1.2 范围\n1.3 定义\n2.1 要求"))
    []
    """
    heads = list(_POINT_HEAD.finditer(f"\n{text}"))  # led by a sign to which the engine skips
    days = [(int(head[1]), int(head[2])) for head in heads]
    if len(set(days)) < _FEWEST_HEADS or _OF_VERSIONS.search(text):
        return
    steps = list(pairwise(days))
    upward = all(before <= after for before, after in steps)
    downward = all(before >= after for before, after in steps) and days[0][0] != days[-1][0]
    counted = sum(after in ((before[0], before[1] + 1), (before[0] + 1, 1)) for before, after in steps)
    sections = days[0][1] <= 1 + _SLACK and counted > len(steps) // 2
    if (upward or downward) and not sections:
        for head, (month, day) in zip(heads, days, strict=True):
            yield Morpheme("month_day", {"month": month, "day": day}, head.start(1) - 1, head.end() - 1)


def week_of_the_title(text: str) -> Iterator[Morpheme]:
    """一周要闻(4.10-4.16): the bracket that closes a first line; anywhere else such numbers are of something else.

    >>> [dict(found.value) for found in week_of_the_title("一周要闻(4.10-4.16)")]
    [{'month': 4, 'day': 10}, {'month': 4, 'day': 16}]
    >>> list(week_of_the_title("规格(4.10-2.16)"))
    []
    """
    match = _WEEK_OF_TITLE.match(text)
    if match is None:
        return
    first, last = (int(match[1]), int(match[2])), (int(match[3]), int(match[4]))
    if first < last:
        yield Morpheme("month_day", {"month": first[0], "day": first[1]}, match.start(1), match.end(2))
        yield Morpheme("month_day", {"month": last[0], "day": last[1]}, match.start(3), match.end(4))


_POINT_HEAD = re.compile(
    r"\n[ ·•*-]{0,3}(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?![\d.%])"
    rf"(?:\([{CHINESE}0]{{1,3}},[{CHINESE}0]{{1,3}}\))?"  # the month and day of the moon: 11.16(一0,一九)
    rf"(?= ?(?!{MEASURES}|[%℃万亿])[\u4e00-\u9fff“《(【:,]"
    r"|[-—~至](?:(?:1[0-2]|0?[1-9])\.)?(?:3[01]|[12]\d|0?[1-9])(?![\d.%])|\n|$)"
)
_FEWEST_HEADS, _SLACK = 3, 2
_OF_VERSIONS = re.compile("版本|更新日志|[Vv]ersion|[Rr]elease")
_MONTH, _DAY_OF_MONTH = "(1[0-2]|0?[1-9])", r"(3[01]|[12]\d|0?[1-9])"
_WEEK_OF_TITLE = re.compile(
    rf"[^\n(]{{0,30}}(?:周|要闻|动态|安排|计划|简报|快报|通报|菜单|食谱|课表|日程)[^\n(]{{0,4}}"
    rf"\({_MONTH}\.{_DAY_OF_MONTH} ?[-—~至] ?{_MONTH}\.{_DAY_OF_MONTH}\)(?=\n|$)"
)


def days_below_their_head(text: str) -> Iterator[Morpheme]:
    r"""Where 10.30 and 12.8 stand below 截止日期 or 时间: a day there, in a column of prices a number.

    >>> text = "任务 | 完成时间 | 金额\n开题 | 3.20 | 3.5\n中期 | 10.10 | 1.5"
    >>> [text[found.start : found.end] for found in days_below_their_head(text)]
    ['3.20', '10.10']
    """
    columns: list[int] = []
    start = 0
    for line in text.split("\n") if _HEAD_OF_DATES.search(text) else ():
        cells = list(_CELL.finditer(line)) if "|" in line else []
        heads = [i for i, cell in enumerate(cells) if _HEADS_DATES.fullmatch(cell[0].strip())]
        columns = heads or columns if cells else []
        for i in columns if not heads else ():
            if i < len(cells):
                for day in _POINTED_DAY.finditer(line, *cells[i].span()):
                    value = {"month": int(day[1]), "day": int(day[2])}
                    yield Morpheme("month_day", value, start + day.start(), start + day.end())
        start += len(line) + 1


def days_of_a_trip(text: str) -> Iterator[Morpheme]:
    r"""第1天, D2 and Day 3 at the head of lines: the days of a trip or a programme, believed from two of them on.

    >>> [found.value["nth"].number for found in days_of_a_trip("第一天:抵达\n第二天:登山\nD3 返程")]
    [1, 2, 3]
    """
    found = list(_DAY_OF_TRIP.finditer(text))
    numbers = [number(match["nth"] or match["figure"]) for match in found]
    if len(set(numbers)) >= _FEWEST_DAYS and all(0 <= after - before <= _FEW for before, after in pairwise(numbers)):
        for match, day in zip(found, numbers, strict=True):
            yield Morpheme("trip_day", {"nth": Nth(day, Unit.DAY)}, *match.span("words"))


def moon_below_its_month(text: str) -> Iterator[Morpheme]:
    r"""十五 and 廿三 at the head of lines below 【正月】: days of the moon, as 初一 above them is.

    >>> [found.value["day"] for found in moon_below_its_month("【正月】\n初一 开门\n十五 灯会\n【二月】\n十九 祝寿")]
    [15, 19]
    """
    if ("初" not in text and "廿" not in text) or _FIRST_DAYS.search(text) is None:
        return
    below = False
    for line in _LINES.finditer(text):
        if _MOON_MONTH.fullmatch(line[0]):
            below = True
        elif below and (day := _MOON_DAY.match(line[0])):
            at = line.start()
            yield Morpheme("lunar_day", {"day": number(day[1]), "lunar": True}, at + day.start(1), at + day.end(1))
        elif not _FIRST_DAYS.match(line[0]):
            below = below and line[0][:1] in (" ", "")


def weeks_of_a_term(text: str) -> Iterator[Morpheme]:
    r"""第10周 in a text about school, with no date of its own beside it: a week of the term.

    >>> [found.value["number"] for found in weeks_of_a_term("本学期安排\n第10周 期中考试\n第11周(5月6日起)复课")]
    [10]
    """
    if not tells_of_school(text):
        return
    for match in _WEEK_OF_TERM.finditer(text):
        if not _dated_beside(text, match):
            yield Morpheme("term_week", {"number": number(match[1])}, *match.span())
    for match in _WEEKS_OF_TERM.finditer(text):
        if not _dated_beside(text, match):
            yield Morpheme("term_week", {"number": int(match[1])}, match.start(), match.end(1))
            yield Morpheme("term_week", {"number": int(match[2])}, match.start(2), match.end() + 1)


def _dated_beside(text: str, week: re.Match[str]) -> bool:
    """Whether a date of its own stands beside a week; another stretch of weeks is none."""
    sides = ((max(0, week.start() - _BESIDE), week.start()), (week.end(), week.end() + _BESIDE))
    return any(_DATE_BESIDE.search(text, *side) for side in sides)


@lru_cache(maxsize=1)  # asked again and again of one text
def tells_of_school(text: str) -> bool:
    """Whether the weeks that a text counts are those of a school term."""
    return "周" in text and _OF_SCHOOL.search(text) is not None


def months_told_with_their_number(text: str) -> Iterator[Morpheme]:
    """五、六两月, 7、8、9三个月: each is a month, and the last says with them how many they are.

    >>> [found.value["month"] for found in months_told_with_their_number("同年五、六两月大旱")]
    [5, 6]
    """
    for match in _MONTHS_TOLD.finditer(text) if "、" in text else ():
        found = list(_NUMERAL.finditer(text, match.start(), match.start("told")))
        months = [number(one[0]) for one in found]
        if len(months) != number(match["told"]) or not all(1 <= month <= _LAST_MONTH for month in months):
            continue
        for one, month in zip(found, months, strict=True):
            end = match.end() if one is found[-1] else one.end()
            yield Morpheme("month", {"month": month}, one.start(), end)


_NUMERAL = re.compile(r"\d{1,2}|十[一二]|[一二三四五六七八九十]")
_MONTHS_TOLD = re.compile(
    r"(?<![\d一二三四五六七八九十月])(?:(?:\d{1,2}|十[一二]|[一二三四五六七八九十])、){1,3}"
    r"(?:1[0-2]|\d|十[一二]|[一二三四五六七八九十])(?P<told>[两三四])个?月(?![以之内后前来间])"
)
_LAST_MONTH = 12


def days_told_with_their_number(text: str) -> Iterator[Morpheme]:
    """9月11、12两日, 12月11、12、13三日: each is a day, and behind them stands how many they are.

    >>> [found.kind for found in days_told_with_their_number("会议于12月11、12、13三日举行")]
    ['day', 'day', 'day', 'amount']
    """
    for match in _DAYS_TOLD.finditer(text) if "月" in text and "、" in text else ():
        found = list(_DAY_NUMERAL.finditer(text, match.start(), match.start("told")))
        days = [number(one[0]) for one in found]
        told = number(match["told"])
        if len(days) != told or any(later <= day for day, later in pairwise(days)) or days[-1] > _LAST_DAY:
            continue
        for one, day in zip(found, days, strict=True):
            yield Morpheme("day", {"day": day, "amount": Amount(day, Unit.DAY)}, *one.span())
        yield Morpheme("amount", {"amount": Amount(told, Unit.DAY)}, match.start("told"), match.end())


_LAST_DAY = 31
_DAY_NUMERAL = re.compile(r"\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]")
_DAYS_TOLD = re.compile(
    r"(?<=月)(?<![正冬腊]月)(?:(?:(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])、){1,3}"
    r"(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=两日)|(?:\d{1,2}、){1,3}\d{1,2})"
    r"(?P<told>[两二三四])[日天](?![内后以之前来间])"
)


def quarters_by_sign(text: str) -> Iterator[Morpheme]:
    """Q3 and FY2024 with nothing before them; the numbers of questions and answers (Q1 … A1) are none.

    >>> [(found.kind, dict(found.value)) for found in quarters_by_sign("Q3:上线,FY24收官")]
    [('first_quarter', {'section': <Section.Q3: 'q3'>}), ('year', {'year': 2024})]
    """
    for match in _BY_SIGN.finditer(text) if "Q" in text or "FY" in text else ():
        if match[1] is not None:
            if _ASKED.search(text) is None:
                yield Morpheme("first_quarter", {"section": Section(f"q{match[1]}")}, *match.span())
        else:
            yield Morpheme("year", {"year": int(match[2]) + 2000 * (len(match[2]) < len("2024"))}, *match.span())


def moon_in_figures(text: str) -> Iterator[Morpheme]:
    """Days of the moon that are written with a figure behind 初, or broken over two lines."""
    if "月初" in text:
        for match in _MOON_IN_FIGURES.finditer(text):
            yield Morpheme("lunar_day", {"day": int(match[1]), "lunar": True}, *match.span())
        for match in _MOON_OVER_LINES.finditer(text):
            yield Morpheme("lunar_day", {"day": number(match[1]), "lunar": True}, *match.span())
