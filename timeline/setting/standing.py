"""An expression in its document -> how it stands there: at the head of a clause, in brackets, in a quoted name."""

from __future__ import annotations

import re

from timeline.model import Document, Expression, Occasion, Period, Point, Span

_CLAUSE_OPENS = frozenset("。!?;:,\n“”\"'》)】]|、 —-")
_BEFORE = re.compile(r"(?:自从|早在|截至|截止|截止到|[在于自从至到据])$")


def opens_clause(text: str, start: int) -> bool:
    """Whether nothing but a preposition stands between an expression and the last punctuation."""
    before = text[max(0, start - 4) : start]
    if match := _BEFORE.search(before):
        start -= len(match[0])
    return start <= 0 or text[start - 1] in _CLAUSE_OPENS


def inside(text: str, at: Span, opening: str, closing: str, reach: int = 60) -> bool:
    """Whether a stretch stands between two signs of the same line."""
    left = text.rfind(opening, max(0, at.start - reach), at.start)
    if left < 0:
        return False
    between = text[left + 1 : at.start]
    return closing not in between and "\n" not in between and text.find(closing, at.end, at.end + reach) >= 0


def side_of(document: Document, expression: Expression) -> str:
    """How a year is named: in a bracket, a quoted name, a range, a deadline, a plan; empty where it is simply said."""
    value, text, at = expression.value, document.text, expression.at
    if isinstance(value, Period):
        return "deadline" if value.deadline else "range"
    if isinstance(value, Occasion):
        return "name"
    if inside(text, at, "(", ")"):
        return "bracket"
    if inside(text, at, "《", "》"):
        return "quote"
    if text[max(0, at.start - 2) : at.start] in ("截止", "截至"):
        return "deadline"
    if isinstance(value, Point) and value.month is None and not opens_clause(text, at.start):
        return "remark"
    return ""
