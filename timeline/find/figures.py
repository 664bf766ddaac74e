"""A numeral with its unit -> the kind of morpheme that it is and what it says; None where the number does not fit.

>>> read("month_day", "5/15"), read("hour", "25点")
(('month_day', {'month': 5, 'day': 15}), None)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from timeline.find.morpheme import Amount
from timeline.find.numerals import CHINESE, number
from timeline.lexicon import Fields
from timeline.model import Clock, Section, Unit

VAGUE = "数几"
DIGITS = "〇零一二三四五六七八九"
NUMERAL = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,8}}(?:\.\d{{1,2}}|[万千百]|千万)?|[{CHINESE}{VAGUE}]{{1,7}})"

UNITS = {
    "年": Unit.YEAR, "年头": Unit.YEAR, "整年": Unit.YEAR, "载": Unit.YEAR, "学年": Unit.YEAR,
    "学期": Unit.TERM, "季度": Unit.QUARTER, "月": Unit.MONTH, "整天": Unit.DAY, "日历天": Unit.DAY, "日历日": Unit.DAY,
    "星期": Unit.WEEK, "礼拜": Unit.WEEK, "周": Unit.WEEK, "工作日": Unit.DAY, "交易日": Unit.DAY, "昼夜": Unit.DAY,
    "日": Unit.DAY, "天": Unit.DAY, "小时": Unit.HOUR, "钟头": Unit.HOUR, "钟": Unit.HOUR, "分钟": Unit.MINUTE,
    "分": Unit.MINUTE, "秒钟": Unit.SECOND, "秒": Unit.SECOND, "世纪": Unit.CENTURY, "刻钟": Unit.MINUTE,
}  # fmt: skip
Read = tuple[str, Fields] | None
_FIRST_IDLE_YEAR, _NEVER = 3000, 9999  # 9999年12月31日 is how papers say that they never run out
_NEW_CENTURY = 50  # two digits of a season above it are of the last century
_SPOKEN_YEARS, _HUNDRED = range(1501, 2100), 100


def _stamp(text: str) -> Read:
    year, month, day = (int(piece) for piece in re.split(r"[-/.·—] ?| ", text))
    return ("stamp", {"year": year, "short_year": year < 100, "month": month, "day": day})


def _era_stamp(text: str) -> Read:
    """26.7.7 and 26.7, behind an era."""
    year, month, *day = (int(piece) for piece in re.split(r"[-./]", text))
    written = {"year": year, "month": month}
    return ("era_stamp", written | {"day": day[0]}) if day else ("era_stamp_month", written)


def _short_stamp(text: str) -> Read:
    """12-11-10: the year first, as Chinese has it."""
    year, month, day = (int(piece) for piece in text.split("-"))
    return ("stamp", {"year": year, "short_year": True, "month": month, "day": day})


def _run_together(text: str) -> Read:
    """2018-12-1209:03, 2011-10-810:18, 2006-8-89:55:12, where a page lost the space: of two digits one is an hour."""
    date, *rest = text.split(":")
    hour = date[-2:] if len(date) - date.rindex("-") > len("-89") else date[-1]
    year, month, day = (int(piece) for piece in date.removesuffix(hour).split("-"))
    minute, *second = (int(piece) for piece in rest)
    clock = Clock(int(hour), minute, second[0] if second else None)
    return ("stamp", {"year": year, "month": month, "day": day, "clock": clock})


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
    time, zone = re.split(r"(?=[+-])|$", text.rstrip("时分"), maxsplit=1)  # 08:15:30-05:30
    hour, minute, *second = (int(piece[:2]) for piece in time.split(":"))
    return ("clock", {"clock": Clock(hour, minute, second[0] if second else None, zone or None)})


def _two_quarters(text: str) -> Read:
    """一二季度 is the first half of the year."""
    return ("two_quarters", {"section": Section.FIRST_HALF if text[0] == "一" else Section.SECOND_HALF})


def _four_digit_hour(text: str) -> Read:
    """1610时, as reports of accidents write it."""
    return ("clock", {"clock": Clock(int(text[:2]), int(text[2:4]))})


def _from_hour(text: str) -> Read:
    return ("clock", {"clock": Clock(int(text))})


def _from_day(text: str) -> Read:
    return ("day", {"day": int(text), "amount": Amount(int(text), Unit.DAY)})


def _meridiem_clock(text: str) -> Read:
    hour = int(re.match(r"\d+", text)[0])  # type: ignore[index]
    return ("clock", {"clock": Clock(hour % 12 + (12 if text[-2] in "pP" else 0))})


def _season_years(text: str) -> Read:
    """2003-04年度, 98/99赛季: from the one year into the next."""
    first, last = re.split(r"[-/—~]", text)
    start = int(first) if len(first) == 4 else int(first) + (1900 if int(first) > _NEW_CENTURY else 2000)
    end = int(last) if len(last) == 4 else start // 100 * 100 + int(last) + 100 * (last == "00")
    return ("season_years", {"year": start, "last": end}) if end == start + 1 else None


def _stamp_month(text: str) -> Read:
    year, month = (int(piece) for piece in re.split(r"[-/.]", text))
    if year <= 12 < month:  # 09/2017
        year, month = month, year
    return ("stamp_month", {"year": year, "month": month})


def _month_day(text: str) -> Read:
    month, day = (int(piece) for piece in re.split(r"[-/.·]", text))
    fraction = "/" in text and len(text) == 3 and month < day
    return ("fraction_day" if fraction else "month_day", {"month": month, "day": day})


def _weak_month_day(text: str) -> Read:
    read = _month_day(text)
    return ("weak_month_day", read[1]) if read else None


def _academic_year(text: str) -> Read:
    return ("academic_year", {"year": int(text.rstrip("学年度")), "section": Section.ACADEMIC})


def _decade(text: str) -> Read:
    years = number(text[:-2])
    return ("decade", {"decade": years, "short_year": years < 100})


def _decades(text: str) -> Read:
    """七八十年代: from the one into the other."""
    first, last = (number(digit) * 10 for digit in text[:2])
    return ("decade_pair", {"decade": first, "last": last, "short_year": True}) if last == first + 10 else None


def _century(text: str) -> Read:
    century = number(text.removesuffix("世纪"))
    return ("century", {"century": century}) if 1 <= century <= 30 else None


def _ordinal(text: str) -> Read:
    return ("ordinal", {"number": number(text[1:-1])})


def _ordinals(text: str) -> Read:
    """第二、四个周六."""
    return ("ordinals", {"numbers": tuple(number(sign) for sign in text if sign not in "第个、和及")})


def _ordinal_unit(text: str) -> Read:
    if text.endswith("教学周"):
        return ("term_week", {"number": number(text[1:-3])})
    match = re.fullmatch(r"第(.+?)个?(周|星期|礼拜|天|日|年|月)", text)
    assert match
    unit = UNITS[match[2]]
    return (f"ordinal_{unit}", {"number": number(match[1]), "unit": unit})


def _quarter(text: str) -> Read:
    place = number(text.strip("第个季度"))
    return ("quarter", {"section": Section(f"q{place}"), "number": place})


def _hour(text: str) -> Read:
    digits = text.rstrip("点钟时")
    tens = "十" if len(digits) == 3 and digits[0] == "十" else ""
    if _ascends(digits.removeprefix(tens)):  # 一两点, 十一二点: about the first of the two
        return ("hour", {"hour": number(tens + digits[len(tens)]), "approximate": True})
    hour = number(digits)
    if hour > 24:
        return None
    loose = text[-1] in "点时" and not digits.isdecimal() and (hour < 10 or digits == "十")
    return ("loose_hour" if loose else "hour", {"hour": hour})


def _year(text: str) -> Read:
    digits = text[:-1]
    value = number(digits)
    if len(digits) == 4:
        return ("year", {"year": value}) if value < _FIRST_IDLE_YEAR or value == _NEVER else None
    if len(digits) == 3:
        return ("three_digit_year", {"year": value, "amount": Amount(value, Unit.YEAR)})
    if digits[0] in "0〇零":
        return ("short_year", {"year": value, "short_year": True})
    if digits.isdecimal():
        return ("two_digit_year", {"year": value, "short_year": True, "amount": Amount(value, Unit.YEAR)})
    if _ascends(digits):
        return _amount(text)
    return ("short_year", {"year": value, "short_year": True})


def _ancient_year(text: str) -> Read:
    return ("year", {"year": int(text[:-1])})


def _ascends(digits: str) -> bool:
    """三四, 七八: three or four; 三五: some."""
    return digits == "三五" or (
        len(digits) == 2
        and digits[0] in DIGITS + "两"
        and digits[1] in DIGITS + "两"
        and number(digits[1]) == number(digits[0]) + 1
    )


def _count(digits: str) -> tuple[float | None, bool]:
    """The number of an amount, and whether it is vague."""
    if digits == "三两":
        return (2, True)
    if _ascends(digits):
        return (number(digits[0]), True)
    sure = digits.strip(VAGUE)
    if not sure or any(sign in sure for sign in VAGUE):
        return (None, True)
    if "点" in sure:  # 一点五小时
        whole, _, tenths = sure.partition("点")
        return (float(f"{number(whole)}.{number(tenths)}"), False)
    if "." in sure:
        return (float(sure.replace(",", "")), False)
    return (number(sure), sure != digits)


_AMOUNT = re.compile(
    rf"({NUMERAL}|半)([多余来]?)(?:个(多)?)?(半)?({'|'.join(sorted(UNITS, key=len, reverse=True))})(半)?([多余])?"
)


def _amount(text: str) -> Read:
    if text[0] == "半":
        unit = UNITS[text[1:].replace("多", "").lstrip("个")]
        return ("amount", {"amount": Amount(0.5, unit, "多" in text)})
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    count, vague = _count(match[1])
    unit = UNITS[match[5]]
    if match[5] == "刻钟" and count is not None:
        count *= 15
    if match[4] or match[6]:
        count = 0.5 if count is None else count + 0.5
    amount = Amount(count, unit, vague or bool(match[2] or match[3] or match[7]))
    return ("second" if text[-1] == "秒" else "amount", {"amount": amount})


def _decimal_amount(text: str) -> Read:
    """一点五小时."""
    match = re.fullmatch(rf"(.+?点[{DIGITS}]{{1,2}})个?(.+)", text)
    assert match
    return ("amount", {"amount": Amount(_count(match[1])[0], UNITS[match[2]])})


def _year_amount(text: str) -> Read:
    """三年: a length, and behind an era a year; 两千零八年 is no length."""
    read = _amount(text)
    if read is None:
        return None
    amount: Amount = read[1]["amount"]
    spoken = int(amount.number or 0)
    if not text[0].isdecimal() and amount.number in _SPOKEN_YEARS and spoken % _HUNDRED and not amount.vague:
        return ("year", {"year": spoken})
    whole = amount.number is not None and amount.number == int(amount.number) and not amount.vague
    return ("years", {"amount": amount, "year": int(amount.number or 0) if whole else None})


def _month(text: str) -> Read:
    digits = text.rstrip("月份")
    if digits == "两":
        return _month_amount(text)
    month = number(digits)
    if not 1 <= month <= 12:
        return None
    return ("month", {"month": month} if digits.isdecimal() else {"month": month, "chinese": True})


def _month_amount(text: str) -> Read:
    return _amount(text.replace("仨", "三").replace("俩", "两")[:-1] + "个月")


def _day(text: str) -> Read:
    digits = text[:-1]
    day = number(digits)
    if day == 0:
        return None  # 6月0日: a figure is lost
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
    "run_together": _run_together,
    "spaced_stamp": _stamp,
    "stamp": _stamp,
    "republic_stamp": _stamp,
    "era_stamp": _era_stamp,
    "short_stamp": _short_stamp,
    "compact": _compact,
    "foreign": _foreign,
    "clock": _clock,
    "from_hour": _from_hour,
    "from_day": _from_day,
    "meridiem_clock": _meridiem_clock,
    "season_years": _season_years,
    "stamp_month": _stamp_month,
    "month_day": _month_day,
    "weak_month_day": _weak_month_day,
    "academic_year": _academic_year,
    "decade": _decade,
    "decades": _decades,
    "century": _century,
    "ordinal": _ordinal,
    "ordinals": _ordinals,
    "ordinal_unit": _ordinal_unit,
    "quarter": _quarter,
    "listed_quarter": _quarter,
    "two_quarters": _two_quarters,
    "four_digit_hour": _four_digit_hour,
    "hour": _hour,
    "ancient_year": _ancient_year,
    "year": _year,
    "minute": _minute,
    "quarter_hour": _quarter_hour,
    "half_amount": _amount,
    "decimal_amount": _decimal_amount,
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


@lru_cache(maxsize=4_096)
def read(name: str, text: str) -> Read:
    """What the words matched by a row of `counts.py` say; a document says 5月 and 三天 many times."""
    return _READERS[name](text)
