"""Raw text -> the same text with a line for each item of a list that was run into one: ◆报名:3月1日 ◆初赛:3月20日."""

from __future__ import annotations

import re
from itertools import pairwise

_CJK = "\u4e00-\u9fff"
_SIGNS = "◆◇■□●○◎★☆▲△▼►▶➤➢※✦✧✿❖◉✓✔•"
_DAY = (
    r"(?:\d{4}[年/.-]\d{1,2}|\d{1,2}月\d|\d{1,2}/\d{1,2}(?![\d/])|民[国國]\d|即日起"
    r"|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十初上中下])"
)
_KEY = rf"[{_CJK}()（）]{{2,12}}[:：]"
_MARKED = re.compile(rf"[ \u3000]?([{_SIGNS}])")
_TELLS = re.compile(rf"[ \u3000]?(?:{_KEY}|{_DAY})")
# 一、报名:… 二、初试:…, (1)… (2)…, behind a blank or a stop.
_NUMBERS = tuple(
    re.compile(rf"(?:^|[ \u3000]){number}")
    for number in (r"([一二三四五六七八九十])、", r"[(（]([一二三四五六七八九十\d])[)）]", r"(\d)[.、](?!\d)")
)
_COUNT = {sign: place for place, sign in enumerate("一二三四五六七八九十", 1)}
# 报名:3月1日至10日 初试:3月20日 复试:4月5日: behind each blank a key and its day.
_KEYED = re.compile(rf"(?:^|[ \u3000]){_KEY}[ \u3000]?{_DAY}")
_FEWEST_MARKED, _FEWEST = 2, 3
_LONGEST = 1_000  # characters of a line that may be a list


def itemised(raw: str) -> str:
    r"""The same text with a line end for the blank, or the sign, before each item, as long as it was.

    Two items of one sign with a key or a day, or three that are counted or keyed, make a list.

    >>> itemised("日程: ◆報名:3月1日 ◆初賽:3月20日")
    '日程:\n◆報名:3月1日\n◆初賽:3月20日'
    >>> itemised("報名:3月1日 初試:3月20日 放榜:4月5日"), itemised("時間:3月1日 地點:禮堂 電話:02-1234")
    ('報名:3月1日\n初試:3月20日\n放榜:4月5日', '時間:3月1日 地點:禮堂 電話:02-1234')
    """
    if not _ANY.search(raw):
        return raw
    return "\n".join(_parted(line) if len(line) <= _LONGEST and _ANY.search(line) else line for line in raw.split("\n"))


_ANY = re.compile(rf"[{_SIGNS}].{{0,200}}[{_SIGNS}]|[ \u3000](?:[二三2][、.]|[(（][二2][)）]|{_KEY})")


def _parted(line: str) -> str:
    """A line with a line end before each of its items."""
    if "|" in line or "\t" in line:
        return line  # the cells of a table
    borders = _by_sign(line) or _by_number(line) or _by_key(line)
    for border in borders:
        line = f"{line[:border]}\n{line[border + 1 :]}"
    return line


def _by_sign(line: str) -> list[int]:
    marks = list(_MARKED.finditer(line))
    for sign in dict.fromkeys(mark[1] for mark in marks):
        own = [mark for mark in marks if mark[1] == sign]
        if sum(_TELLS.match(line, mark.end()) is not None for mark in own) >= _FEWEST_MARKED:
            return [mark.start() for mark in own if line[: mark.start()].strip()]
    return []


def _by_number(line: str) -> list[int]:
    for numbers in _NUMBERS:
        items = [(found, _COUNT.get(found[1]) or int(found[1])) for found in numbers.finditer(line)]
        if len(items) < _FEWEST or [place for _, place in items] != list(range(1, len(items) + 1)):
            continue
        if sum(_TELLS.match(line, found.end()) is not None for found, _ in items) >= _FEWEST:
            return [found.start() for found, _ in items if line[: found.start()].strip()]
    return []


def _by_key(line: str) -> list[int]:
    items = list(_KEYED.finditer(line))
    if len(items) < _FEWEST or line[: items[0].start()].strip():
        return []
    between = (line[one.end() : other.start()] for one, other in pairwise(items))
    return [found.start() for found in items[1:]] if not any(":" in gap or "：" in gap for gap in between) else []
