"""An expression in its document -> how it stands there: at the head of a clause, in brackets, in a quoted name."""

from __future__ import annotations

import re

from timeline.model import Document, Expression, Occasion, Period, Point, Span

_SENTENCE_OPENS = frozenset("。!?;\n|》】]")
_CLAUSE_OPENS = frozenset("。!?;:,\n“”\"'》)】]|、 —-")
# 建于1956年, 毕业于2005年: the year of a beginning that the document only looks back on.
_ORIGIN = re.compile(r"[建立办生世设业始源起创造成筑][在于]$")
_SLUG = re.compile(r"(?:^|\n)[^\n。]{0,30}[讯电]$")  # 本报讯 2018年, a dateline
_BEFORE = re.compile(r"(?:自从|早在|截至|截止|截止到|[在于自从至到据])$")


# 今(113)年 says which year the document is written in; 去(112)年 and 明(114)年 are views from there.
_NUMBERED = {"今": "now", "本": "now", "去": "remark", "明": "plan"}


def opens_clause(text: str, start: int) -> bool:
    """Whether nothing but a preposition stands between an expression and the last punctuation."""
    start = _unmarked(text, start)
    before = text[max(0, start - 4) : start]
    if match := _BEFORE.search(before):
        start -= len(match[0])
    return start <= 0 or text[start - 1] in _CLAUSE_OPENS or _behind_slug(text, start)


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but a preposition stands between an expression and the end of the sentence before."""
    start = _unmarked(text, start)
    before = text[max(0, start - 4) : start]
    if match := _BEFORE.search(before):
        start -= len(match[0])
    return start <= 0 or text[start - 1] in _SENTENCE_OPENS or _behind_slug(text, start)


def _unmarked(text: str, start: int) -> int:
    """Where the marks of bold letters begin: **2018年**."""
    for mark in ("**", "__", "*"):
        if text.startswith(mark, start - len(mark)) and start >= len(mark):
            return start - len(mark)
    return start


def _behind_slug(text: str, start: int) -> bool:
    """Whether only the slug of a report stands before it in its line."""
    return text[start - 1] in "讯电" and _SLUG.search(text, max(0, start - 40), start) is not None


def is_origin(text: str, start: int) -> bool:
    """Whether a year is that of a beginning long past: 始建于1931年."""
    return _ORIGIN.search(text, max(0, start - 2), start) is not None


# 论坛于2004年1月成立,迄今已办六届: told of a beginning, up to now.
_BEGAN = re.compile(
    r"(?:正式)?(?:成立|创立|创办|创建|建立|组建|诞生|设立|建成|创刊)[^。!?\n]{0,20}?(?:迄今|至今|以来|已[有办经举历连])"
)


def _began(text: str, at: Span) -> bool:
    """Whether a date is that of a beginning from which is counted up to now."""
    return text[at.start - 1 : at.start] in ("于", "在") and _BEGAN.match(text, at.end) is not None


def inside(text: str, at: Span, opening: str, closing: str, reach: int = 60) -> bool:
    """Whether a stretch stands between two signs of the same line."""
    left = text.rfind(opening, max(0, at.start - reach), at.start)
    if left < 0:
        return False
    between = text[left + 1 : at.start]
    return closing not in between and "\n" not in between and text.find(closing, at.end, at.end + reach) >= 0


# 最早纪录出现在1983年: when something was so for the first or the last time, and no year of what is told.
_RECORD = re.compile(r"最[早晚迟高低多少强大小热冷长短][^,。;\n]{0,14}$")
_RECORD_REACH = 18


# 2018年全国共发生事故24万起: a year of figures, which dates nothing beside them.
_FIGURES = re.compile(
    r",?(?:我国|全国|中国|全球|全世界|世界|各国)[^。,;!?\n\d]{0,20}?(?:共|累计|总计|平均|有|达|为|约|超过?|近|逾)[^。,;!?\n\d]{0,10}"
    r"\d[\d.]{0,9}[余多]?[万亿千百起例人家件次吨%]"
)


def is_of_figures(text: str, at: Span) -> bool:
    """Whether a year is only that of a count of a whole nation, or of the world."""
    return _FIGURES.match(text, at.end) is not None


# 到2100年,气温将升高三度: a year up to which is looked ahead.
_UP_TO, _LOOKS_AHEAD = (
    re.compile(r"(?:[至到]|之前)$"),
    re.compile(r"(?:[前时]|之前)?,?[^。;!?\n]{0,24}?(?:将|有望|预计|力争|如果|假如|要达到|要实现)"),
)


def _is_horizon(text: str, at: Span) -> bool:
    return _UP_TO.search(text, max(0, at.start - 2), at.start) is not None and (
        _LOOKS_AHEAD.match(text, at.end) is not None
    )


def side_of(document: Document, expression: Expression) -> str:
    """How a year is named: in a bracket, a quoted name, a range, of a record, as 今(113)年; empty where simply said."""
    value, text, at = expression.value, document.text, expression.at
    if text.startswith("今年(", at.start):
        return "now"  # 今年(112年)底前
    if isinstance(value, Period):
        since = value.end is None and isinstance(value.start, Point) and value.start.month is None
        return "deadline" if value.deadline else "since" if since else "range"
    if isinstance(value, Occasion):
        return "name"
    if isinstance(value, Point) and text[at.start + 1 : at.start + 2] == "(" and text[at.start] in _NUMBERED:
        return _NUMBERED[text[at.start]]
    if inside(text, at, "(", ")"):
        return "bracket"
    if inside(text, at, "《", "》"):
        return "quote"
    if text[max(0, at.start - 2) : at.start] in ("截止", "截至"):
        return "deadline"
    if isinstance(value, Point) and _began(text, at):
        return "origin"
    if isinstance(value, Point) and text.startswith(("同期", "同比"), at.end):
        return "record"  # 2018年同期: what is only compared with
    if isinstance(value, Point) and _RECORD.search(text, max(0, at.start - _RECORD_REACH), at.start):
        return "record"
    if isinstance(value, Point) and value.month is None and is_of_figures(text, at):
        return "record"
    if isinstance(value, Point) and value.month is None and value.section is None and _is_horizon(text, at):
        return "horizon"
    if isinstance(value, Point) and value.month is None and not opens_clause(text, at.start):
        return "origin" if is_origin(text, at.start) else "remark"
    return ""
