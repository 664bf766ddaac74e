"""Numerals with their unit -> morphemes: 2022年, 三十三次, 5/15, 15:00, 两个半月, 90年代.

>>> [(found.kind, dict(found.value)) for found in counts("2022年5月,第三十三次,15:05", hant=False)]
[('year', {'year': 2022}), ('month', {'month': 5}), ('ordinal', {'number': 33}), ('clock', {'clock': Clock(hour=15, minute=5, second=None, zone=None)})]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from timeline.find.numerals import CHINESE, number
from timeline.lexicon import Fields
from timeline.model import Clock, Section, Unit


class Morpheme(NamedTuple):
    """The smallest piece that says something of time. `value` holds fields of a `Point`, or what its kind needs."""

    kind: str
    value: Fields
    start: int
    end: int


class Amount(NamedTuple):
    """So many units; `vague` where the numeral is 数, 几, 多 or 余. 数日 has no number."""

    number: float | None
    unit: Unit
    vague: bool = False


_VAGUE = "数几"
_SIGN = f"0-9{CHINESE}{_VAGUE}半"
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,8}}(?:\.\d{{1,2}})?|[{CHINESE}{_VAGUE}]{{1,7}})"
_DIGITS = "〇零一二三四五六七八九"
_JOIN = r"(?:[、,~和或至到]|[-—~]{1,2}) ?"
_SHORT = rf"(?:\d{{1,4}}|[{CHINESE}]{{1,4}})"

# Only numerals before a sign that matters; at every other one the engine gives up in C.
_SCOUT = re.compile(
    rf"[{_SIGN}第](?<![{_SIGN}第].)[{_SIGN}]*+"
    r"(?:(?=[-年月日号时点分秒天周季刻载学世小星礼工交昼次届回余多来~—至到和或、,./·:]|[个钟]| ?[apAP][mM])|(?<=(?:19|20)\d\d)|(?<=(?:19|20)\d{6}))"
)

_UNITS = {
    "年": Unit.YEAR, "年头": Unit.YEAR, "载": Unit.YEAR, "学年": Unit.YEAR, "季度": Unit.QUARTER, "月": Unit.MONTH,
    "星期": Unit.WEEK, "礼拜": Unit.WEEK, "周": Unit.WEEK, "工作日": Unit.DAY, "交易日": Unit.DAY, "昼夜": Unit.DAY,
    "日": Unit.DAY, "天": Unit.DAY, "小时": Unit.HOUR, "钟头": Unit.HOUR, "钟": Unit.HOUR, "分钟": Unit.MINUTE,
    "分": Unit.MINUTE, "秒钟": Unit.SECOND, "秒": Unit.SECOND, "世纪": Unit.CENTURY, "刻钟": Unit.MINUTE,
}  # fmt: skip
_COUNTED = r"年头|学年|季度|月|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|工作日|交易日|昼夜|小时|钟头|钟(?!头)|世纪"
_PLAIN = (
    r"载(?!体|重|客|荷|人|入|有|誉)|学年|周(?![年岁边围恩报期转密刊而知一二三四五六日末])|天(?![津下然空气桥坛文才堂赋使平亮猫府台水窗])"
    r"|小时|钟头|分钟|秒钟?(?!杀)|刻钟|昼夜|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|工作日|交易日"
)

_UNIT_SIGNS = "月年时点天个"
MEASURES = "专热次岁楼层室班组队多余名户人元个位件条万千百亿家次项吨米公斤套台辆亩例所间场份只头本册字页分秒度倍年号"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TWO_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_YEAR4 = r"(?:1[5-9]|20)\d\d"

# (name, what follows the digits that the scout stopped at — or * for anything —, pattern); an earlier row wins.
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("stamp", "-./", rf"{_YEAR4}(?:-{_MONTH}-{_DAY}|/ ?{_MONTH}/ ?{_DAY}|\. ?{_MONTH}\. ?{_DAY})(?!\d)"),
    ("compact", "*", rf"(?:19|20)\d\d(?:0[1-9]|1[0-2]){_TWO_DAY}(?![\d.])"),
    ("foreign", "-./", r"\d{1,2}(?:/\d{1,2}/(?:(?:19|20)\d\d|\d\d)|\.\d{1,2}\.(?:19|20)\d\d|-\d{1,2}-(?:19|20)\d\d)(?!\d)"),
    ("meridiem_clock", "apAP ", r"(?:1[0-2]|[1-9]) ?(?:[ap]m|[AP]M)(?![A-Za-z])"),
    ("clock", ":", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?![\d:])(?:时(?!间))?"),
    ("season_years", "-/—~", rf"{_YEAR4}[-/—~](?:{_YEAR4}|\d\d)(?=[赛球]季|年度|学年|财年)"),
    ("stamp_month", "-./", rf"{_YEAR4}(?:(?:[-.](?:0[1-9]|1[0-2])|/{_MONTH})(?![\d/])(?!\.\d)|\.[1-9](?=[-—~至到]{_YEAR4}))"),
    ("month_day", "/·-", rf"{_MONTH}/{_DAY}(?![\d/{_UNIT_SIGNS}])|{_MONTH}·{_TWO_DAY}(?!\d)|0[1-9]-{_TWO_DAY}(?![\d{_UNIT_SIGNS}-])"),
    ("weak_month_day", ".-", rf"{_MONTH}[.-]{_DAY}(?![\d.%{_UNIT_SIGNS}-])"),
    ("academic_year", "学", r"(?:\d{3,4}学年度?|\d\d学年度)"),
    ("decade", "年", rf"(?:(?:1\d|20)?\d0|[二三四五六七八九]十|[一二][{_DIGITS}][{_DIGITS}][〇零])年代"),
    ("century", "世", rf"(?:\d{{1,2}}|[{CHINESE}]{{1,4}})世纪"),
    ("ordinal", "次届回个", rf"第(?:\d{{1,4}}|[{CHINESE}]{{1,7}})(?:[次届回]|个(?!月|季度|小时|学期|(?:星期|礼拜)(?![一二三四五六日天])))"),
    ("ordinal_unit", "个周星礼天日年月", rf"第(?:\d{{1,3}}|[{CHINESE}]{{1,4}})个?(?:周(?![年岁])|(?:星期|礼拜)(?![一二三四五六日天])|天|日|年(?!级|度)|月(?!台))"),
    ("quarter", "季", r"(?:第[一二三四1-4]季度?|[一二三四1-4]季度)(?!节)"),
    ("hour", "点时", rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})(?:点钟|点(?![多来余]?个|[名击赞评心燃滴缀睛]|(?:\d|[{_DIGITS}])(?![\d{CHINESE}分刻]))"
             r"|时(?!报(?!名|到|告)|[间代期刻常不而装速尚差段机隔候光空政事令效节宜长辰]))"),
    ("year", "年", rf"(?:\d{{2,4}}|[{_DIGITS}]{{2,4}})年(?![级薪龄轮画糕味]|代|头|半|来|多)"),
    ("minute", "分", rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})分(?![钟之公类别支部为成数析布散配享半])"),
    ("quarter_hour", "刻", r"[123一二三两]刻(?!钟)"),
    ("half_amount", "个年月天日小钟世周季学分", r"半(?:个?(?:年|月|天|日|小时|钟头|钟|世纪|周|季度|学期)|分钟)"),
    ("counted", "个多余来.,", rf"{_N}(?:[多余来]?个[多]?(?:半(?={_COUNTED}|分钟|周|天|年))?)(?:{_COUNTED}|分钟|周|(?<=半)年)(?:半|[多余](?!年|月|天))?"),
    ("amount", "多余来.,载学周天小钟分秒刻昼星礼工交", rf"{_N}[多余来]?(?:{_PLAIN})(?:半(?!天|年|月|日)|[多余](?!年|月|天))?|{_N}分半"),
    ("year_amount", "年多余来.,", rf"{_N}[多余来]?年(?![级薪龄轮画糕味]|代)(?:半(?!年|月|天)|多(?!年|月|天))?"),
    ("month", "月", rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})月(?:份|(?![球饼嫂子台光亮薪刊]))"),
    ("month_amount", "月多余", rf"(?:[两数几仨]|{_N}[多余])月"),
    ("day", "日", rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})日(?!元(?![宵旦])|[均籍军语])"),
    ("number_day", "号", rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})号"),
    ("lunar_day", "*", r"廿[一二三四五六七八九]?"),
    ("day_amount", "日多余", rf"(?:[{_VAGUE}两]|\d{{2,3}}|[{CHINESE}{_VAGUE}]{{1,4}}[多余]?|\d{{1,3}}[多余])日(?!元(?![宵旦])|[均籍军语本])"),
    ("number", "、,~和或至到—-", rf"{_SHORT}(?=(?:{_JOIN}{_SHORT}){{1,4}}(?:年|月|日|号|时|点|天|个月|周|个?小时|分钟|个?星期|季度|世纪|学年))"),
    ("bare_year", "*", rf"(?:199\d|20[0-3]\d)(?=Q[1-4]|H[12]|(?![\dA-Za-z%.:~/-]|[{MEASURES}]))"
             rf"|(?:1[6-9]|20)\d\d(?=[-—~至到](?:1[6-9]|20)\d\d(?![\d{MEASURES}]))"),
)  # fmt: skip


def _tokens(triggers: str) -> re.Pattern[str]:
    """The rows that one of the characters may trigger."""
    chosen = [(name, pattern) for name, follows, pattern in _PATTERNS if follows == "*" or set(follows) & set(triggers)]
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in chosen))


# A pattern for each character that may follow a numeral: the engine would try all rows at each of them.
_TOKENS = {sign: _tokens(sign) for sign in {sign for _, follows, _ in _PATTERNS for sign in follows}}

# --- readers: the matched words -> kind and value, or None where the number does not fit -------------------------------------

Read = tuple[str, Fields] | None


def _stamp(text: str) -> Read:
    year, month, day = (int(piece) for piece in re.split(r"[-/.] ?", text))
    return ("stamp", {"year": year, "month": month, "day": day})


def _compact(text: str) -> Read:
    return ("compact", {"year": int(text[:4]), "month": int(text[4:6]), "day": int(text[6:])})


def _foreign(text: str) -> Read:
    """15.5.2022 is day first, 5/15/2022 month first where that is possible."""
    first, second, year = (int(piece) for piece in re.split(r"[-/.]", text))
    short = year < 100
    month, day = (first, second) if "/" in text and first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return ("stamp", {"year": year, "short_year": short, "month": month, "day": day})


def _clock(text: str) -> Read:
    hour, minute, *second = (int(piece[:2]) for piece in text.rstrip("时分").split(":"))
    return ("clock", {"clock": Clock(hour, minute, second[0] if second else None)})


def _meridiem_clock(text: str) -> Read:
    hour = int(re.match(r"\d+", text)[0])  # type: ignore[index]
    return ("clock", {"clock": Clock(hour % 12 + (12 if text[-2] in "pP" else 0))})


def _season_years(text: str) -> Read:
    """2003-04年度: from the one year into the next."""
    first, last = re.split(r"[-/—~]", text)
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    return ("season_years", {"year": int(first), "last": end}) if end == int(first) + 1 else None


def _stamp_month(text: str) -> Read:
    year, month = (int(piece) for piece in re.split(r"[-/.]", text))
    return ("stamp_month", {"year": year, "month": month})


def _month_day(text: str) -> Read:
    month, day = (int(piece) for piece in re.split(r"[-/.·]", text))
    fraction = "/" in text and len(text) == 3 and month < day
    return ("weak_month_day" if fraction else "month_day", {"month": month, "day": day})


def _weak_month_day(text: str) -> Read:
    read = _month_day(text)
    return ("weak_month_day", read[1]) if read else None


def _academic_year(text: str) -> Read:
    return ("academic_year", {"year": int(text.rstrip("学年度")), "section": Section.ACADEMIC})


def _decade(text: str) -> Read:
    years = number(text[:-2])
    return ("decade", {"decade": years, "short_year": years < 100})


def _century(text: str) -> Read:
    century = number(text[:-2])
    return ("century", {"century": century}) if 1 <= century <= 30 else None


def _ordinal(text: str) -> Read:
    return ("ordinal", {"number": number(text[1:-1])})


def _ordinal_unit(text: str) -> Read:
    match = re.fullmatch(r"第(.+?)个?(周|星期|礼拜|天|日|年|月)", text)
    assert match
    unit = _UNITS[match[2]]
    return (f"ordinal_{unit}", {"number": number(match[1]), "unit": unit})


def _quarter(text: str) -> Read:
    place = number(text.strip("第季度"))
    return ("quarter", {"section": Section(f"q{place}"), "number": place})


def _hour(text: str) -> Read:
    digits = text.rstrip("点钟时")
    hour = number(digits)
    if hour > 24:
        return None
    loose = text[-1] in "点时" and not digits.isdecimal() and (hour < 10 or digits == "十")
    return ("loose_hour" if loose else "hour", {"hour": hour})


def _year(text: str) -> Read:
    digits = text[:-1]
    value = number(digits)
    if len(digits) == 4:
        return ("year", {"year": value}) if value < 3000 else None
    if len(digits) == 3:
        return ("three_digit_year", {"year": value, "amount": Amount(value, Unit.YEAR)})
    if digits[0] in "0〇零":
        return ("short_year", {"year": value, "short_year": True})
    if digits.isdecimal():
        return ("two_digit_year", {"year": value, "short_year": True, "amount": Amount(value, Unit.YEAR)})
    if _ascends(digits):
        return None
    return ("short_year", {"year": value, "short_year": True})


def _ascends(digits: str) -> bool:
    """三四, 七八: three or four."""
    return (
        len(digits) == 2
        and digits[0] in _DIGITS + "两"
        and digits[1] in _DIGITS
        and number(digits[1]) == number(digits[0]) + 1
    )


def _count(digits: str) -> tuple[float | None, bool]:
    """The number of an amount, and whether it is vague."""
    if _ascends(digits):
        return (number(digits[0]), True)
    sure = digits.strip(_VAGUE)
    if not sure or any(sign in sure for sign in _VAGUE):
        return (None, True)
    if "." in sure:
        return (float(sure.replace(",", "")), False)
    return (number(sure), sure != digits)


_AMOUNT = re.compile(
    rf"({_N}|半)([多余来]?)(?:个(多)?)?(半)?({'|'.join(sorted(_UNITS, key=len, reverse=True))})(半)?([多余])?"
)


def _amount(text: str) -> Read:
    if text[0] == "半":
        unit = _UNITS[text[1:].lstrip("个").replace("学期", "学年")]
        return ("amount", {"amount": Amount(0.5, unit)})
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    count, vague = _count(match[1])
    unit = _UNITS[match[5]]
    if match[5] == "刻钟" and count is not None:
        count *= 15
    if match[4] or match[6]:
        count = 0.5 if count is None else count + 0.5
    amount = Amount(count, unit, vague or bool(match[2] or match[3] or match[7]))
    return ("second" if text[-1] == "秒" else "amount", {"amount": amount})


def _year_amount(text: str) -> Read:
    """三年: a length, and behind an era a year."""
    read = _amount(text)
    if read is None:
        return None
    amount: Amount = read[1]["amount"]
    whole = amount.number is not None and amount.number == int(amount.number) and not amount.vague
    return ("years", {"amount": amount, "year": int(amount.number or 0) if whole else None})


def _month(text: str) -> Read:
    digits = text.rstrip("月份")
    month = number(digits)
    if not 1 <= month <= 12:
        return None
    return ("month", {"month": month} if digits.isdecimal() else {"month": month, "chinese": True})


def _month_amount(text: str) -> Read:
    return _amount(text.replace("仨", "三")[:-1] + "个月")


def _day(text: str) -> Read:
    digits = text[:-1]
    day = number(digits)
    if not 1 <= day <= 31:
        return _amount(text)
    if digits == "两":
        return _amount(text)
    few = not digits.isdecimal() and day <= 10 and len(digits) == 1
    return ("few_days" if few else "day", {"day": day, "amount": Amount(day, Unit.DAY)})


def _number_day(text: str) -> Read:
    day = number(text[:-1])
    return ("number_day", {"day": day}) if 1 <= day <= 31 else None


def _minute(text: str) -> Read:
    minute = number(text[:-1])
    return ("minute", {"minute": minute}) if minute < 60 else None


def _quarter_hour(text: str) -> Read:
    return ("quarter_hour", {"minute": number(text[0]) * 15})


def _lunar_day(text: str) -> Read:
    return ("lunar_day", {"day": number(text), "lunar": True})


def _number(text: str) -> Read:
    value = number(text)
    return ("lead_number" if value < 32 else "big_number", {"number": value})


def _bare_year(text: str) -> Read:
    return ("bare_year", {"year": int(text)})


_READERS: Mapping[str, Callable[[str], Read]] = {
    "stamp": _stamp,
    "compact": _compact,
    "foreign": _foreign,
    "clock": _clock,
    "meridiem_clock": _meridiem_clock,
    "season_years": _season_years,
    "stamp_month": _stamp_month,
    "month_day": _month_day,
    "weak_month_day": _weak_month_day,
    "academic_year": _academic_year,
    "decade": _decade,
    "century": _century,
    "ordinal": _ordinal,
    "ordinal_unit": _ordinal_unit,
    "quarter": _quarter,
    "hour": _hour,
    "year": _year,
    "minute": _minute,
    "quarter_hour": _quarter_hour,
    "half_amount": _amount,
    "counted": _amount,
    "amount": _amount,
    "year_amount": _year_amount,
    "month": _month,
    "month_amount": _month_amount,
    "day": _day,
    "number_day": _number_day,
    "lunar_day": _lunar_day,
    "day_amount": _amount,
    "number": _number,
    "bare_year": _bare_year,
}


def counts(text: str, hant: bool) -> Iterator[Morpheme]:
    """Every numeral whose unit speaks of time. In Taiwan's and Hong Kong's script a year of three digits is of the republic."""
    for scout in _SCOUT.finditer(text):
        start = scout.start()
        pattern = _TOKENS.get(text[scout.end() : scout.end() + 1], _TOKENS["*"])
        match = pattern.match(text, start)
        if match is None and text[start] == "零":  # 6年零4个月
            start += 1
            match = pattern.match(text, start)
        if match is None:
            continue
        assert match.lastgroup
        read = _READERS[match.lastgroup](match[0])
        if read is None:
            continue
        kind, value = read
        if match[0][0].isdecimal() and start and _is_tail(text[start - 1], kind):
            continue
        if kind == "three_digit_year" and not hant:
            kind = "long_years"
        yield Morpheme(kind, value, start, match.end())


_LATIN = frozenset("#_%$+=&?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BARE = frozenset(
    ("stamp", "stamp_month", "month_day", "weak_month_day", "bare_year", "compact", "clock", "lead_number")
)


def _is_tail(before: str, kind: str) -> bool:
    """Whether a digit behind this sign is the tail of something else: FM101.2, v2.5, #1055, 8888-2022."""
    if before in _LATIN:
        return kind != "year"
    return (before in "./" and kind in _BARE) or (before == "-" and kind == "bare_year")
