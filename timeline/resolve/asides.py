"""Expressions that are said in passing: of the publication line, the front matter, in brackets, of a birth.

They leave the focus where it was, or move only a part of it.
"""

from __future__ import annotations

import re

from timeline.model import (
    Expression,
    ExpressionKind,
    Point,
    Role,
)
from timeline.resolve.focus import Focus
from timeline.resolve.frames import labels_line
from timeline.resolve.scene import Scene
from timeline.setting.standing import inside, is_origin

BRACKET_REACH = 60  # characters of a bracket on either side of a date
_LABELLED = re.compile(r"\W{0,3}(?:会议)?(?:日期|时间)\W{1,3}$")


# --- where it stands -------------------------------------------------------------------------------------------------


def is_source(expression: Expression, scene: Scene) -> bool:
    """The publication line says when it was written, not what it is about."""
    published = scene.setting.published
    if published is not None and published.because == expression.span and "dateline" not in published.rule:
        return True
    block = scene.block(expression.at.start)
    return block is not None and block.role is Role.META


def is_front(expression: Expression, scene: Scene) -> bool:
    """The date of the front matter, or behind 时间: at the top: often the event's own, so clock times may take it."""
    block, published = scene.block(expression.at.start), scene.setting.published
    if block is None:
        return False
    if published is not None and published.rule == "published-top" and published.because == expression.span:
        return _LABELLED.match(scene.text, block.at.start, expression.at.start) is not None
    return block.role is Role.META and scene.text.startswith("date:", block.at.start)


def is_aside(expression: Expression, focus: Focus, scene: Scene) -> bool:
    """In brackets, in a quoted name, of a birth (生于1935年2月8日) or 早在, where something was said before."""
    if focus.said is None:
        return False
    text, at, value = scene.text, expression.at, expression.value
    if isinstance(value, Point) and value.month is not None and is_origin(text, at.start):
        return True
    if _CONDITION.match(text, at.end):
        return True
    if text.startswith("早在", max(0, at.start - len("早在"))):
        return True  # 该平台早在2018年1月已经注册
    if any(naming.at == at for naming in scene.looked_back_on) or at in scene.namings.records:
        return True
    bracketed = inside(text, at, "(", ")", BRACKET_REACH) and not (
        _explains_feast(expression, scene) or _opens_line(expression, scene) or labels_line(expression, scene)
    )
    return bracketed or inside(text, at, "《", "》", BRACKET_REACH)


# 10月16日仍未收到者请来电: what may be so on a day is not what happens on it.
_CONDITION = re.compile(r"[^,。;\n]{0,8}[未没无][^,。;\n]{0,12}者")


def _opens_line(expression: Expression, scene: Scene) -> bool:
    """(4/3) 补假一天: the day at the head of a line of a calendar stands in brackets, and is said."""
    block, text, at = scene.block(expression.at.start), scene.text, expression.at
    if block is None or text[block.at.start : at.start].strip() != "(":
        return False
    return text[at.end : at.end + 1] == ")" and bool(text[at.end + 1 : block.at.end].strip())


def _explains_feast(expression: Expression, scene: Scene) -> bool:
    """Whether the days in brackets are those of the feast before them: 国庆节期间(10月1日至7日)照常开放,8日闭馆."""
    at = expression.at
    if scene.text[at.start - 1 : at.start] != "(" or scene.text[at.end : at.end + 1] != ")":
        return False
    return any(
        other.at.end == at.start - 1 and other.kind is ExpressionKind.OBSERVANCE
        for other in scene.neighbours(at.start, 1)
    )
