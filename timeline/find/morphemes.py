"""Clean text -> morphemes -> islands: the smallest pieces that speak of time, and the runs in which they touch.

A numeral and its unit are one morpheme, so 一个 and 十分 never start anything. Three passes find what can *start* an
expression, each led by a class of characters that the engine skips to: numerals (`counts.py`), words, ends of names
(`names.py`). What can only go on (至, 前, 的, a bracket) is looked for at the edges of those alone.

>>> [[morpheme.kind for morpheme in island] for island in islands("据悉,5月10日至12日上午,第三次会议", hant=False)]
[['month', 'day', 'to', 'day', 'part', 'comma', 'ordinal']]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.find.annals import below_their_reign, in_annals
from timeline.find.counts import MEASURES, SEAM, counts
from timeline.find.cycles import years_by_cycle
from timeline.find.foreign import foreign
from timeline.find.glosses import glosses
from timeline.find.lines import (
    days_below_their_head,
    days_in_a_column,
    days_of_a_chronicle,
    days_of_a_trip,
    days_told_with_their_number,
    days_with_a_point,
    months_told_with_their_number,
    moon_below_its_month,
    moon_in_figures,
    over_lines,
    quarters_by_sign,
    week_of_the_title,
    weeks_of_a_term,
    years_in_a_column,
)
from timeline.find.month_heads import days_below_month_heads
from timeline.find.morpheme import Amount, Morpheme
from timeline.find.names import named, stands_alone
from timeline.find.numerals import CHINESE, fits, number
from timeline.find.orders import days_first
from timeline.find.usage import counts_told_twice, days_by_slash, terms_of_taiwan, years_of_the_republic
from timeline.lexicon import lexicon
from timeline.model import Anchor, Section, Shift, Unit

_EITHER_ORDER = frozenset(("month_day", "fraction_day", "stamp"))
LONGEST_ISLAND = 48  # morphemes; a longer run is cut, so that no text costs more than its length

# What no numeral and no word begins: 今(14)日.
_SAID_NUMBER = re.compile(r"\((?<=[今昨前明去本上下].)(?=[\d一二三四五六七八九十廿])")
_THIS_DAY = re.compile(r"[今昨前明]\((\d{1,2}|廿[一二三四五六七八九]?|[一二三]?十[一二三四五六七八九]?)日?\)[日天]?")
# 今(113)年, 本(5)月: the relative word says its number, which is all that counts.
_THIS_YEAR = re.compile(r"[今去本明]\(((?:19|20)\d\d|1\d\d|[89]\d)\)年度?")
_THIS_MONTH = re.compile(r"[本上下]\((1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\)月份?")
# 市长(26)日出席: the day of a report in Taiwan.
_TOLD_DAY = re.compile(
    r"\((3[01]|[12]\d|0?[1-9])\)日(?![\u4e00-\u9fff](?<=[常报本均子夜渐程志语记期历光文式照益产韩]))"
)
_THIS_SHIFT = {"今": 0, "昨": -1, "前": -2, "明": 1}


_NUMBERED_BY = frozenset("今昨前明\n。;第") | {""}


def _this_days(text: str) -> Iterator[Morpheme]:
    """A relative day, month or year that says its number."""
    for told in _TOLD_DAY.finditer(text) if ")日" in text else ():
        if text[told.start() - 1 : told.start()] not in _NUMBERED_BY:
            yield Morpheme("day", {"day": int(told[1])}, *told.span())
    for scout in _SAID_NUMBER.finditer(text):
        start = scout.start() - 1
        if (match := _THIS_DAY.match(text, start)) and 1 <= number(match[1]) <= 31:
            days = Shift(Unit.DAY, _THIS_SHIFT[match[0][0]], Anchor.NOW)
            yield Morpheme("this_day", {"shift": days, "day": number(match[1])}, *match.span())
        if match := _THIS_YEAR.match(text, start):
            yield Morpheme("year", {"year": int(match[1])}, *match.span())
        if match := _THIS_MONTH.match(text, start):
            yield Morpheme("month", {"month": number(match[1])}, *match.span())


_ONE_WORD = frozenset(("提前", "然后", "之后", "以后", "最后", "先后"))  # 提前一天, 然后一天内
_LONE = frozenset(("season", "tens"))  # words that are a time by themselves only where nothing touches them


_CLAUSE_HEAD = frozenset(("", "\n", "。", ";", ",", " "))
_TAKES_ABOVE = frozenset("会议式坛课网线台路街场身桌墙版报")
_CHANCES = frozenset("适恰正又欣喜时")
_KEPT, _OPENS_AT = (
    frozenset("节定众期长连小"),
    re.compile(r"例?假日(?:\([^()\n]{1,8}\))? ?[:为]?(?:[上下]午|早上|晚上)?\d{1,2}[:点时]"),
)
_APART = frozenset("时相间阻事")  # 时隔五年, 相隔两天: so long a time between, and no interval of repeats


def _opens_at(text: str, start: int) -> bool:
    """Whether 假日 says the days of a week on which a house has other hours: 假日10:00-18:00, and not 国定假日."""
    return text[start - 1 : start] not in _KEPT and _OPENS_AT.match(text, start) is not None


def _starts(text: str, hant: bool) -> list[Morpheme]:
    """Everything that can start an expression, in order; of two that begin together the longer first."""
    found = []
    for start, word in lexicon().start.finditer(text):
        if text[start - 1 : start + 1] in _ONE_WORD:
            continue
        if word.kind == "each" and text[start - 1 : start] in _APART:
            continue
        if word.text.endswith("假日") and not _opens_at(text, start):
            continue
        if word.text[0] == "逢" and text[start - 1 : start] in _CHANCES:
            inner = lexicon().start.at(text, start + 1)  # 适逢周日 is one Sunday
            if inner is None:
                continue
            start, word = start + 1, inner
        if word.text.startswith("上上") and text[start - 1 : start] in _TAKES_ABOVE:
            inner = lexicon().start.at(text, start + 1)  # 会上|上周公布的方案
            if inner is None:
                continue
            start, word = start + 1, inner
        end = start + len(word.text)
        alone = word.kind in _LONE and stands_alone(text, start, end)
        alone = alone or (word.kind == "tens" and text[start - 1 : start] in _CLAUSE_HEAD)  # 。中旬完成播种
        found.append(Morpheme(f"lone_{word.kind}" if alone else word.kind, word.value, start, end))
    found += counts(text, hant=hant)
    found += named(text)
    found += _this_days(text)
    found = years_of_the_republic(text, days_by_slash(text, found)) if hant else days_by_slash(text, found)
    if turned := list(days_first(text, found, hant=hant)):
        starts = {morpheme.start for morpheme in turned}
        found = [m for m in found if m.start not in starts or m.kind not in _EITHER_ORDER] + turned
    found += moon_in_figures(text)
    found += quarters_by_sign(text)
    if told := {m.start: m for m in (*months_told_with_their_number(text), *days_told_with_their_number(text))}:
        found = [m for m in found if m.start not in told] + list(told.values())
    found += over_lines(text)
    found += years_in_a_column(text)
    found += days_in_a_column(text)
    if pointed := {
        m.start: m for m in (*days_of_a_chronicle(text), *days_with_a_point(text), *days_below_their_head(text))
    }:
        found = [pointed.get(m.start, m) if m.kind == "weak_month_day" else m for m in found]
        found += [m for start, m in pointed.items() if m not in found]
    if weeks := list(week_of_the_title(text)):
        found = [m for m in found if not weeks[0].start <= m.start <= weeks[-1].start] + weeks
    found += foreign(text)
    found += days_below_month_heads(text)
    found += in_annals(text)
    if reigned := {m.start: m for m in below_their_reign(text)}:
        found = [m for m in found if m.start not in reigned] + list(reigned.values())
    by_place = (
        *days_of_a_trip(text),
        *weeks_of_a_term(text),
        *moon_below_its_month(text),
        *glosses(text, hant=hant),
        *years_by_cycle(text),
        *counts_told_twice(text),
        *(terms_of_taiwan(text) if hant else ()),
    )
    found = [*by_place, *found]  # 第二天 at the head of a line is one of them
    found.sort(key=lambda morpheme: (morpheme.start, -morpheme.end))
    return [_asked(found[0], text)] if len(found) == 1 else found


_ASKED = {"loose_hour": "hour", "two_digit_year": "short_year"}


def _asked(morpheme: Morpheme, text: str) -> Morpheme:
    """三点 or 18年, where it is all there is: who asks what it means asks for an hour, for a year."""
    kind = _ASKED.get(morpheme.kind, morpheme.kind) if morpheme.end - morpheme.start == len(text) else morpheme.kind
    return morpheme._replace(kind=kind)


_SIGN = f"(?:(?!{SEAM})[{CHINESE}])"
_SMALL = re.compile(
    rf"(?:[0-9]{{1,4}}(?![十百千万亿])|{_SIGN}{{1,5}}(?!{_SIGN}))"
    rf"(?![0-9A-Za-z.:%℃°‰]|,\d{{3}}|{MEASURES}|[女子孙妹姊][\u4e00-\u9fff]{{0,3}}[生殇殁卒娶嫁夭适])"  # 三月四女兰秀生
    rf"|(?<=月){_SIGN}{{1,3}}(?!{_SIGN})(?=\d{{1,2}}(?::\d|[点时]| ?[-—–~至到] ?\d))"  # 八月十五8:00
    rf"|(?<=[周期拜][一二三四五][至到~—-])[二三四五六](?=:|\d{{1,2}}[:时点])"  # 周一至五9:00
)


_NO_NUMBER = re.compile("一[般直旦定些切起律共向致样同再]")  # 每年一般在三月
_MONTH_IN_FIGURES, _OF_A_WORD = re.compile(r"\d月$"), re.compile(r"[\u4e00-\u9fff](?<![日号和及与或至到晚早凌傍夜])")
_DAY_SIGNS = frozenset("年月日号")  # behind an hour 许 is about then, behind a day somebody's name: 24日|许某
# A stretch may go on in the next line: 13:30 ~ | 18:00.
_LINE_END = re.compile(r" ?\n ?(?=\d)")


def _after(text: str, edge: int) -> Morpheme | None:
    """What goes on at `edge`: a word, or a numeral without a unit."""
    word = lexicon().after.at(text, edge)
    if word and not (word.text == "许" and text[edge - 1 : edge] in _DAY_SIGNS):
        if word.kind == "reign_span" and text[edge - 1 : edge] == "月":
            return Morpheme("edge", {"section": Section.EARLY}, edge, edge + 1) if word.text[0] == "初" else None
        end = edge + len(word.text)
        if word.kind == "to":
            edge_of_line = _LINE_END.match(text, end)
            end = edge_of_line.end() if edge_of_line else end
        return Morpheme(word.kind, word.value, edge, end)
    if (match := _SMALL.match(text, edge)) and not _NO_NUMBER.match(text, edge):
        value = number(match[0])
        if (
            value == 0 or match[0] == "两"
        ):  # 九月两场讲座  # no day, month or year has that number, and a full hour writes 00 behind its sign
            return None
        chinese = not match[0].isdecimal()
        if (
            chinese
            and len(match[0]) == 1
            and _OF_A_WORD.match(text, match.end())
            and _MONTH_IN_FIGURES.search(text, max(0, edge - 2), edge)
        ):
            return None  # 7月一直下雨
        kind = "number" if value < 32 else "big_number"
        return Morpheme(kind, {"number": value, "chinese": chinese}, edge, match.end())
    return None


@cache
def _onward() -> frozenset[str]:
    """The first characters of all that `_after` and `_hidden` know: at most edges neither need look further."""
    return frozenset([*lexicon().after.by_first, *lexicon().start.by_first, *"0123456789", *CHINESE])


def _hidden(text: str, edge: int) -> Morpheme | None:
    """A starting word at `edge` that was not seen, because a word before it ran over the edge: 月初 in 六月初六."""
    word = lexicon().start.at(text, edge)
    return Morpheme(word.kind, word.value, edge, edge + len(word.text)) if word else None


_LEANING = frozenset(("previous", "next"))
_LEANED_ON = frozenset("以之如提目空生花用等坐睡住忙聊")  # 以上, 提前, 花上: the word belongs to what stands before it


_NEARLY, _OF_EVENTS = (
    frozenset("将接附靠临"),
    frozenset("赛试展演航课事动办幕程期满术议发始庭婚睡餐饭产"),
)  # 开幕前|三天
_FREE = frozenset("年月季周期度的在和与及或是为按分到至从于较比把将对给")  # 后 behind any other sign belongs to it


def _leans(kind: str, word: str, behind: str) -> bool:
    """Whether a word belongs to what stands before it: 之前|三天, 度过|两天, 婚后|三年, 将近|一个月, 赛前|三天."""
    if word in ("后", "下") and behind.isalpha() and behind not in _FREE:  # 创下|15年
        return True
    if behind and behind in {"近": _NEARLY, "前": _OF_EVENTS}.get(word, ""):
        return True
    return (kind in _LEANING and behind in _LEANED_ON and behind != "") or (word == "过" and behind.isalnum())


def _before(text: str, start: int, limit: int) -> list[Morpheme]:
    """The words before `start` that may belong to it, in order; none reaches back beyond `limit`."""
    known, last = lexicon().before.words, lexicon().before.last
    found: list[Morpheme] = []
    while len(found) < 3 and text[start - 1 : start] in last:
        for length in (3, 2, 1):
            word = known.get(text[start - length : start]) if start - length >= limit else None
            if word and not _leans(word.kind, word.text, text[start - length - 1 : start - length]):
                start -= length
                found.insert(0, Morpheme(word.kind, word.value, start, start + length))
                break
        else:
            break
    return found


def islands(text: str, *, hant: bool) -> Iterator[tuple[Morpheme, ...]]:
    """The runs of morphemes that touch."""
    onward = _onward()
    run: list[Morpheme] = []
    edge = 0
    for morpheme in _starts(text, hant):
        if morpheme.start < edge:
            continue
        while run and edge < morpheme.start and text[edge] in onward and len(run) < LONGEST_ISLAND:
            following = _after(text, edge)
            if following is None or morpheme.start < following.end < morpheme.end:
                following = None
            hidden = _hidden(text, edge)
            if hidden and (following is None or hidden.end > following.end):
                following = hidden
            if following is None:
                break
            run.append(following)
            edge = following.end
        if run and morpheme.start < edge:
            continue
        if not run or morpheme.start != edge or len(run) >= LONGEST_ISLAND:
            before = _before(text, morpheme.start, edge)
            if run and before and before[0].start == edge and len(run) < LONGEST_ISLAND:
                run += before  # 上月|最后|五天
            else:
                if run:
                    yield _ended(text, run, before[0].start if before else morpheme.start)
                run = before
        run.append(morpheme)
        edge = morpheme.end
    if run:
        yield _ended(text, run, len(text))


_LENT = {
    "year": "year",
    "month": "month",
    "day": "day",
    "number_day": "day",
    "hour": "hour",
    "decade": "decade",
    "quarter": "number",
}
_LENGTHS = frozenset(("years", "amount"))
_SCHOOL = tuple("班年级中高楼栋")
_NUMBERS = frozenset(("lead_number", "big_number", "number"))


_OF_FIGURES = frozenset(("stamp", "month_day", "day"))
_OF_MONTH, _NAMED_BY_NUMBER = frozenset(("month", "lunar_month")), frozenset(("weak_plan", "weak_occasion"))
_TENS = re.compile("[一二三]?十[一二三四五六七八九]?")
_ALONE = re.compile(r"[ |()\n、,;。]|$|[—~至到-]")


def _next_day(text: str, run: list[Morpheme], i: int) -> Morpheme | None:
    """The second day of 9/13、14 and 2014-09-13,14, of 三月十九、二十, 初一、十五 and 农历年初一、二, numbers alone."""
    day, joint, after = run[i - 2], run[i - 1], run[i]
    if day.kind == "occasion" and text.startswith("初一", day.end - len("初一")):
        day = day._replace(kind="lunar_day", value={"month": 1, "day": 1})
    said = number(text[after.start : after.end]) if after.kind in _NAMED_BY_NUMBER else after.value["number"]
    before = day.value.get("day", day.value.get("number", 31))
    if joint.kind not in ("list", "comma") or not before < said <= 31:
        return None
    if joint.kind == "comma" and _ALONE.match(text, after.end) is None:
        return None
    if text[after.start].isdecimal():
        plain = day.kind in _OF_FIGURES and text[day.end - 1].isdecimal()
        return after._replace(kind="day", value={"day": said, "amount": Amount(said, Unit.DAY)}) if plain else None
    chinese = day.kind == "number" and i >= 3 and run[i - 3].kind in _OF_MONTH and day.value.get("chinese")
    if (day.kind != "lunar_day" and not chinese) or text[after.end : after.end + 1] in _SCHOOL:
        return None  # 初一、二班
    month = {"month": day.value["month"]} if "month" in day.value else {}
    return after._replace(kind="lunar_day", value={"day": said, "lunar": True, **month})


def _item(text: str, run: list[Morpheme], i: int) -> Morpheme:
    """What the number at `i` is beside an item of its list that says the unit: the 7 of 7、8月, the 四 of 周二、四."""
    number = run[i].value["number"]
    if i >= 2 and run[i - 1].kind == "list" and run[i - 2].kind == "weekday":
        return run[i]._replace(kind="weekday", value={"weekday": number - 1}) if 1 <= number <= 6 else run[i]
    if i >= 2 and (day := _next_day(text, run, i)):
        return day
    if i + 2 >= len(run) or run[i + 1].kind != "list" or run[i + 2].kind not in _LENT:
        return run[i]
    unit = run[i + 2]
    if not fits(number, _LENT[unit.kind]):
        return run[i]
    if (unit.kind == "year") != (number > 1000) or (
        unit.kind == "number_day" and (i == 0 or run[i - 1].kind not in ("month", "relative_month"))
    ):
        return run[i]  # 3、4号楼
    if unit.kind == "quarter":
        return run[i]._replace(kind=unit.kind, value={"number": number, "section": Section(f"q{number}")})
    return run[i]._replace(kind=unit.kind, value={**unit.value, _LENT[unit.kind]: number})


def _numbers_line(text: str, run: list[Morpheme]) -> bool:
    """Whether the run begins with the number of its line: 一、3月完成招标; 七、八月 at its head is two months."""
    first = run[0]
    if first.kind not in _NUMBERS or len(run) < 3 or text[max(first.start - 1, 0) : first.start] not in ("", "\n"):
        return False
    unit = run[2]
    if unit.kind in _LENGTHS:
        return not text[first.start].isdecimal() and unit.value["amount"].number != first.value["number"] + 1
    if unit.kind not in _LENT:
        return False
    mixed = text[unit.start].isdecimal() and not text[first.start].isdecimal()
    if unit.kind == "month" and len(run) > 3 and run[3].kind in ("day", "number_day") and text[unit.start].isdecimal():
        return True  # 1、2月1日: an item of that day
    return mixed or unit.value[_LENT[unit.kind]] != first.value["number"] + 1


def _of_days_off(run: list[Morpheme], i: int) -> bool:
    """国庆假期第二天 is one of its days, and no next day."""
    last = i - 2 if run[i - 1].kind == "of" else i - 1
    return last >= 1 and run[last].kind == "leisure" and run[last - 1].kind in _OF_FEASTS


_OF_FEASTS = frozenset(("occasion", "lone_occasion", "weak_occasion", "feast", "close", "quote"))


def _itemised(text: str, run: list[Morpheme]) -> list[Morpheme]:
    """The run with every number of an enumeration read as what the items beside it are."""
    for i in range(1, len(run)):
        if run[i].kind == "relative_day" and _of_days_off(run, i) and text.startswith("第二", run[i].start):
            run[i] = run[i]._replace(kind="ordinal_day", value={"number": 2, "unit": Unit.DAY})
    if any(morpheme.kind in ("list", "comma") for morpheme in run):
        numbered = _numbers_line(text, run)
        if numbered and run[2].kind in _LENGTHS:
            return run[2:]  # 三、五年内
        for i in (*range(len(run)), *reversed(range(len(run)))):
            if run[i].kind in _NUMBERS and not (numbered and i == 0):
                run[i] = _item(text, run, i)
            elif run[i].kind in _NAMED_BY_NUMBER and i >= 2 and _TENS.fullmatch(text, run[i].start, run[i].end):
                run[i] = _next_day(text, run, i) or run[i]  # 初一、十五 is no five years' plan
    return run


def _ended(text: str, run: list[Morpheme], limit: int) -> tuple[Morpheme, ...]:
    """The run with the words that follow its last morpheme, as far as the next run."""
    onward = _onward()
    edge = run[-1].end
    while text[edge : edge + 1] in onward and len(run) < LONGEST_ISLAND:
        following = _after(text, edge) or _hidden(text, edge)
        if following is None or following.end > limit:
            break
        run.append(following)
        edge = following.end
    return tuple(_itemised(text, run))
