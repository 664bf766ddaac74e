"""A structure and a number of lines -> a text of that structure and about so many lines.

The grammar grows what is odd; here what is ordinary comes again and again: tables of many rows, columns or heads, keys
and values, entries below a day, days run together, brackets in brackets, one day told again. A text twice as long must
not cost more than twice as much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

_NAMES = "春夏秋冬山水云石松竹梅兰江河湖海"
_DEEDS = ("举行开幕式", "召开座谈会", "发布公告", "举办讲座", "组织登山", "上演话剧", "启用新馆", "公布名单")


def _day(number: int) -> str:
    day = date(1995, 1, 1) + timedelta(days=number)
    return f"{day.year}年{day.month}月{day.day}日"


def _short(number: int) -> str:
    day = date(2023, 1, 1) + timedelta(days=number)
    return f"{day.month}月{day.day}日"


def _slash(number: int) -> str:
    day = date(2023, 1, 1) + timedelta(days=number)
    return f"{day.month}/{day.day}"


def _name(number: int) -> str:
    """A name of three characters, and another one for each number of some time."""
    size = len(_NAMES)
    return _NAMES[number % size] + _NAMES[number // size % size] + _NAMES[number // size**2 % size]


def _deed(number: int) -> str:
    return f"{_name(number)}文化馆{_DEEDS[number % len(_DEEDS)]}"


def _lines(count: int, line: Callable[[int], str], head: str = "活动安排\n") -> str:
    return head + "".join(f"{line(number)}\n" for number in range(count))


def _told(count: int, sentence: Callable[[int], str]) -> str:
    """As one paragraph."""
    return "".join(map(sentence, range(count))) + "\n"


def _of(words: Iterable[str]) -> Callable[[int], str]:
    held = tuple(words)
    return lambda number: held[number % len(held)]


_HALVES = _of(("上午", "下午", "晚上"))
_STEMS, _BRANCHES, _TENS = _of("甲乙丙丁戊己庚辛壬癸"), _of("子丑寅卯辰巳午未申酉戌亥"), _of("一二三四五六七八九十")

SHAPES: Mapping[str, Callable[[int], str]] = {
    "grid, rows": lambda n: _lines(
        n, lambda i: f"{_HALVES(i)}|{_name(i)}讲座|{_name(i + 7)}登山", "|周六5/1|周日5/2\n"
    ),
    "grid, heads": lambda n: _lines(
        n // 2, lambda i: f"时间|{_slash(2 * i)}|{_slash(2 * i + 1)}\n上午|{_name(i)}讲座|登山"
    ),
    "grid, columns": lambda n: (
        f"时间|{'|'.join(map(_slash, range(n)))}\n上午|{'|'.join(_name(i) + '讲座' for i in range(n))}\n"
    ),
    "grid by tabs": lambda n: _lines(n, lambda i: f"{_HALVES(i)}\t{_name(i)}讲座\t{_name(i + 7)}登山", "\t5/1\t5/2\n"),
    "grid, hours in a cell": lambda n: (
        f"|5月1日|5月2日\n上午|{''.join(f'{8 + i % 9}:{i % 60:02}{_name(i)}' for i in range(n))}|登山\n"
    ),
    "table of two days": lambda n: _lines(
        n, lambda i: f"{_name(i)}考试|{_day(i)}|{_day(i + 9)}", "名称|报名时间|考试时间\n"
    ),
    "table by tabs": lambda n: _lines(n, lambda i: f"{_day(i)}\t{_deed(i)}\t{_name(i)}广场", "日期\t内容\t地点\n"),
    "table, heads": lambda n: _lines(n // 2, lambda i: f"日期|内容|地点\n{_day(i)}|{_deed(i)}|{_name(i)}广场"),
    "table, cells": lambda n: f"名称|时间\n{'|'.join(_name(i) for i in range(n))}|5月1日\n",
    "table, months": lambda n: _lines(n, lambda i: f"|{1 + i % 28}日|{_deed(i)}", "月份|日期|内容\n5月|1日|开幕\n"),
    "table without a head": lambda n: _lines(n, lambda i: f"|{_day(i)}|{_deed(i)}|", ""),
    "weeks": lambda n: _lines(
        n,
        lambda i: f"第{i + 1}周|{_short(7 * i)}—{_short(7 * i + 6)}|{_name(i)}典礼;升旗仪式(周三)",
        "周次|日期|工作\n",
    ),
    "week, things": lambda n: (
        f"周次|日期|工作\n第1周|9月1日—7日|{''.join(f'{_name(i)}会议(周三);' for i in range(n))}\n"
    ),
    "blanks": lambda n: _lines(n, lambda i: f"{_day(i)}  {_deed(i)}  {_name(i)}广场", "日期  内容  地点\n"),
    "columns of lines": lambda n: _lines(
        n // 3, lambda i: f"{_day(i)}\n{_deed(i)}\n{_name(i)}广场", "日期\n内容\n地点\n"
    ),
    "names of columns": lambda n: _lines(n // 3, lambda _: "日期\n内容\n地点"),
    "run together": lambda n: f"日程\n{''.join(f'{_short(i)}{_name(i)}面试' for i in range(n))}\n",
    "run together, lines": lambda n: _lines(
        n, lambda i: "".join(f"{_day(4 * i + k)}{_name(i + k)}面试" for k in range(4))
    ),
    "run together, things": lambda n: (
        f"日程3月1日{''.join(_name(i) + '水平考试' for i in range(n))}3月5日面试3月9日体检3月20日公示\n"
    ),
    "entries below a year": lambda n: _lines(n // 3, lambda i: f"{1500 + i}\n{_name(i)}赴日留学\n{_name(i)}返台任教"),
    "entries below a day": lambda n: _lines(n - 1, lambda i: f"({i + 1})在{_name(i)}广场举行开幕式。", "11.13\n"),
    "days alone": lambda n: _lines(n // 2, lambda i: f"{_day(i)}\n{_deed(i)}。"),
    "days alone, nothing else": lambda n: _lines(n, _day),
    "chronicle": lambda n: _lines(n, lambda i: f"{_day(i)},{_deed(i)}。"),
    "chronicle of short days": lambda n: _lines(n, lambda i: f"{_short(i)},{_deed(i)}。", "2023年大事记\n"),
    "days before months": lambda n: _lines(n, lambda i: f"{1 + i % 28}/3至{1 + i % 28}/4{_name(i)}展览"),
    "keys": lambda n: _lines(n // 3, lambda i: f"活动名称:{_name(i)}讲座\n时间:{_day(i)}\n地点:{_name(i)}广场"),
    "keys of one group": lambda n: _lines(n, lambda i: f"{_name(i)}时间:{_day(i)}"),
    "keys, one line": lambda n: _told(n, lambda i: f"{_name(i)}时间:{_short(i)} 地点:{_name(i)}广场 "),
    "forms": lambda n: _told(n, lambda i: f"[{_name(i)}时间]{_day(i)}"),
    "front matter": lambda n: "---\n" + "".join(f"date: {1 + i % 9999:04}-05-05\n" for i in range(n)) + "---\n",
    "bullets": lambda n: _lines(n // 3, lambda i: f"{_name(i)}讲座\n● {_day(i)}\n● {_name(i)}广场"),
    "programme": lambda n: _lines(n, lambda i: f"{8 + i // 60 % 12}:{i % 60:02} {_deed(i)}", "2022年5月12日日程\n"),
    "programme in a line": lambda n: (
        f"2022年5月12日{''.join(f'{8 + i // 60 % 12}:{i % 60:02}{_deed(i)},' for i in range(n))}\n"
    ),
    "sessions": lambda n: _lines(n, lambda i: f"{_name(i)}区:{_day(i)},于{_name(i)}馆", "读书会现正报名中\n"),
    "listing": lambda n: _lines(n, lambda i: f"台北 {_short(i)} {_name(i)}馆", "巡回演唱会\n"),
    "items": lambda n: _lines(n, lambda i: f"{_name(i)}讲座:{_short(i)}、{_short(i + 7)}下午2:30,报告厅"),
    "items, days": lambda n: f"讲座安排\n讲座:{'、'.join(map(_short, range(n)))}下午2:30,报告厅\n",
    "brackets of booking": lambda n: _told(n, lambda i: f"{_name(i)}故事会({_short(i)}9:00起预约,额满即止);"),
    "numbered": lambda n: _lines(n, lambda i: f"{i + 1}.{_day(i)},{_deed(i)}"),
    "headings": lambda n: _lines(n // 2, lambda i: f"{'#' * (1 + i % 6)} {_name(i)}节\n{_short(i)},{_deed(i)}。"),
    "dates in headings": lambda n: _lines(n, lambda i: f"# {_day(i)}{_name(i)}节"),
    "articles": lambda n: _lines(n // 3, lambda i: f"{_name(i)}节开幕\n{_deed(i)},次日闭幕。\n{_day(i)}"),
    "signatures": lambda n: _lines(n // 2, lambda i: f"{_name(i)}县残联\n{_day(i)}"),
    "stamps": lambda n: _lines(n, lambda i: f"来源:{_name(i)}网 发布时间:{_day(i)}"),
    "sentences": lambda n: _told(n, lambda i: f"{_day(i)},{_deed(i)}。"),
    "sentences of one day": lambda n: _told(n, lambda i: f"5月12日,{_deed(i)}。"),
    "clauses": lambda n: _told(n, lambda i: f"{_short(i)}{_deed(i)},"),
    "colons": lambda n: _told(n, lambda i: f"{_short(i)}{'甲:' * 40}"),
    "conditions": lambda n: _told(n, lambda i: f"{_short(i)}{'如有,' * 20}"),
    "cells of one row": lambda n: _told(n, lambda i: f"{_short(i)}{'|甲' * 40}"),
    "the company": lambda n: _told(n, lambda i: f"{_short(i)}{'该公司' * 20}"),
    "words without an end": lambda n: f"{_day(1)},{''.join(map(_name, range(n)))}文化馆举行开幕式。\n",
    "hosts": lambda n: f"{_day(1)},{'、'.join(_name(i) + '文化馆' for i in range(n))}联合举办读书会。\n",
    "attributes": lambda n: f"{_day(1)},{''.join(_name(i) + '的' for i in range(n))}文化馆举办读书会。\n",
    "places": lambda n: f"{_day(1)},{'在' * n}广场举行开幕式。{'在人民' * n}\n",
    "people": lambda n: f"{_day(1)},{'、'.join('张' + _name(i)[:2] for i in range(n))}等出席会议。\n",
    "lives": lambda n: _told(n, lambda i: f"王{_name(i)[:2]}({1900 + i % 50}年3月1日—{1960 + i % 50}年4月2日),"),
    "nested brackets": lambda n: "(" * n + "5月5日举行开幕式" + ")" * n + "\n",
    "nested quotation": lambda n: "“" * n + "5月5日举行开幕式" + "”" * n + "\n",
    "open brackets": lambda n: _told(n, lambda i: f"{_short(i)}({_name(i)}"),
    "quotations": lambda n: _told(n, lambda i: f"“{_name(i)}{_short(i)}举行”"),
    "on the next day": lambda n: f"{_day(1)},开幕。" + _told(n, lambda i: f"次日,{_deed(i)}。"),
    "on the same day": lambda n: _lines(n, lambda i: f"同日,{_deed(i)}。", f"{_day(1)},开幕。\n"),
    "feasts by number": lambda n: _lines(n, lambda i: f"第{i + 1}个国际残疾人日,{_deed(i)}。"),
    "days by number": lambda n: f"讲座\n5月{'、'.join(str(1 + i % 31) for i in range(n))}日举行。\n",
    "annals": lambda n: _lines(n, lambda i: f"{_STEMS(i)}{_BRANCHES(i)},{_deed(i)}。", "光绪元年正月\n"),
    "moon": lambda n: _lines(n, lambda i: f"光绪{1 + i % 33}年{1 + i % 12}月初{_TENS(i)},{_deed(i)}。"),
    "working days": lambda n: _told(n, lambda i: f"{_short(i)}起{1 + i % 9}个工作日内,{_deed(i)}。"),
    "terms of school": lambda n: _lines(n, lambda i: f"第{i % 20 + 1}周周三,{_deed(i)}。", "9月1日开学\n"),
    "one day, many titles": lambda n: _lines(n, lambda i: f"2022年5月12日,{_deed(i)}。"),
    "one title, many days": lambda n: _lines(n, lambda i: f"{_day(i)},县残联举行“春雨”行动启动仪式。"),
    "one title, many hours": lambda n: _lines(
        n, lambda i: f"2022年5月12日{i // 60 % 24}时{i % 60}分,县残联举行“春雨”行动启动仪式。"
    ),
    "blank lines": lambda n: "\n" * n + "5月5日,举行开幕式。" + "\n" * n + "5月6日\n",
    "short lines": lambda n: _lines(n, lambda i: _name(i)[0]) + "5月5日举行\n",
    "tail": lambda n: "5月5日,县残联举行开幕式。\n" + _lines(n, lambda i: f"{_day(i)} {_name(i)}通知", "相关阅读\n"),
    "rules of Markdown": lambda n: "|周六5/1|周日5/2\n" + "---|---|---\n" * n + "上午|讲座|登山\n",
}  # fmt: skip
