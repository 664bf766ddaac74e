"""A heading of Markdown -> what its section is about: ## 网球协会|2024网球赛通知 is about 2024网球赛."""

from __future__ import annotations

import re

from timeline.events.language.words import words
from timeline.events.structure.lines import Line, is_clock
from timeline.events.structure.topics import is_generic, is_page, named_by_notice
from timeline.model import Document, ExpressionKind, Resolution, Span

SECTION = re.compile("(#{1,6}) ?[^#]")
_EDGE = re.compile("[ :,|)】-]*")
_NAME_OF_SECTION = re.compile(r"(?:[^|]{1,12}\|)? ?([^|]{2,}?)(?:(?<=.{4})的?(?:通知|公告|启事|预告))?")


def name_of_section(document: Document, line: Line) -> Span | None:
    """网球协会|2024网球赛通知, behind ##: what a section is about, if more than its day or a part of it."""
    if is_page(line.text):
        return None
    if notice := named_by_notice(document, line.at):
        return notice
    start, end = line.bare_text
    for resolution in line.resolutions:  # 4/26 技术聚会: the day before the name is no part of it
        if dated(line) and resolution.expression.at.start <= start + 1:
            start = resolution.expression.at.end
    edge = _EDGE.match(document.text, start, end)
    match = _NAME_OF_SECTION.fullmatch(document.text, edge.end() if edge else start, end)
    if match is None or is_generic(match[1]) or _LETTERS.search(match[1]) is None:
        return None
    long = len(match[1]) >= _BRIEF or match[1].endswith(words("noun"))
    return Span(*match.span(1)) if long else None


_BRIEF = 4  # characters of a name that need not end in a noun
_LETTERS = re.compile("[一-鿿A-Za-z]{2}")


def dated(line: Line) -> bool:
    """Whether a line has a date besides the feasts and hours of its name: 1、贺中秋庆国庆晚会, 午间交流会."""
    return any(r.expression.kind is not ExpressionKind.OBSERVANCE and not _is_part(r) for r in line.resolutions)


def _is_part(resolution: Resolution) -> bool:
    """Whether it is only a part of a day in words: 午间, 晚上."""
    return is_clock(resolution) and not re.search(r"\d", resolution.expression.text)
