"""A numeral as it is written -> its number.

>>> number("2022"), number("二〇二二"), number("廿三"), number("三十三"), number("两千零八"), number("35,000")
(2022, 2022, 23, 33, 2008, 35000)
"""

from __future__ import annotations

import re

CHINESE = "〇零一二三四五六七八九十百千万廿卅两"
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"廿": 20, "卅": 30}
_POWERS = {"十": 10, "百": 100, "千": 1000}

_LARGEST = {"year": 9999, "month": 12, "day": 31, "hour": 24, "weekday": 6, "decade": 90, "number": 4}


_ROUND_ZERO = re.compile(rf"(?<=[{CHINESE}])[0oO]{{1,2}}(?=[{CHINESE}]{{1,2}}年)")


def with_round_zeros(text: str) -> str:
    """The text with the zeros of 二0二一年 and 二00二年 as Chinese has them, one for one.

    >>> with_round_zeros("二0二一年四月,二00二年")
    '二〇二一年四月,二〇〇二年'
    """
    return _ROUND_ZERO.sub(lambda zeros: "〇" * len(zeros[0]), text) if any(mixed in text for mixed in _MIXED) else text


_MIXED = ("二0", "二O", "二o", "一九0", "一九O")
# A letter that a scan took for the figure it looks like: 2O23年l2月3l日.
_LIKE_FIGURES = str.maketrans("OolI", "0011")
_SCANNED = re.compile(r"(?<![A-Za-z0-9])(?=\d{0,3}[OolI])[0-9OolI]{1,4}(?=[年月日])")
_OF_YEAR = len("2023")


def with_figures(text: str) -> str:
    """The text with figures for the letters that stand for them in a date, one for one.

    >>> with_figures("2O23年l2月3l日,I号楼,l日")
    '2023年12月31日,I号楼,l日'
    """
    return _SCANNED.sub(_as_figures, text)


def _as_figures(match: re.Match[str]) -> str:
    """Letters are figures in a year of four signs, in a month, and in the day behind one."""
    text, sign = match.string, match.string[match.end()]
    before = text[match.start() - 1 : match.start()]
    figures = sum(character.isdecimal() for character in match[0])
    if sign == "年":
        sure = len(match[0]) == _OF_YEAR and figures >= _OF_YEAR // 2
    else:
        sure = before == ("年" if sign == "月" else "月") or (sign == "月" and figures > 0)
    return match[0].translate(_LIKE_FIGURES) if sure and len(match[0]) in (1, 2, _OF_YEAR) else match[0]


def fits(amount: int, unit: str) -> bool:
    """Whether a number without a unit can be one of those beside it: only hours begin with 0.

    >>> fits(12, "month"), fits(13, "month"), fits(0, "day"), fits(0, "hour")
    (True, False, False, True)
    """
    return (amount > 0 or unit == "hour") and amount <= _LARGEST[unit]


def number(text: str) -> int:
    """The whole number that a numeral stands for; an empty numeral is a ValueError, as for `int`."""
    plain = text.replace(",", "")
    if plain.isdecimal():
        return int(plain)
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    if not text:
        raise ValueError(text)
    head, wan, tail = text.partition("万")
    if wan:
        return (number(head) if head else 1) * 10_000 + (number(tail) if tail else 0)
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int:
    """二十三, 一百零五, 廿三: powers of ten with digits before them."""
    total, digit = 0, 0
    for character in text:
        if character in _POWERS:
            total += (digit or 1) * _POWERS[character]
            digit = 0
        elif character in _TENS:
            total += _TENS[character]
        elif character.isdecimal():
            digit = digit * 10 + int(character)
        elif character in _DIGITS:
            digit = _DIGITS[character]
        else:
            raise ValueError(text)
    return total + digit
