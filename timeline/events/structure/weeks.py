"""Rows of a calendar of weeks -> drafts: what is on in the week, and what on the days that the row names inside it.

A row is 第1周 | 9月1日—7日 | 9月1日开学典礼;升旗仪式(周三). Each thing is told once: on its own day where it has
one, before it or in the bracket behind it, else on all the days of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.events.drafts import Draft, raw_words
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.model import Document, ExpressionKind, Resolution, Role, Span, When

_ROWS = 2  # rows that make a calendar
_MONTH = 31  # days of the longest row
_LABEL = re.compile(
    r"[-*+·● ]{0,3}(?:第?[一二三四五六七八九十百\d]{1,4}周?|[一-鿿]{1,4}周|假期|寒假|暑假|开学前|放假)?[ :(]{0,2}$"
)
_OPEN, _CLOSE, _STOPS = "(“《", ")”》", ";。"
_ON_DAY = re.compile(r"[ 在于]{0,2}$")
_JOINT = re.compile(r"[、,和及 ]{1,2}")
_AFTER_DAY = re.compile(r"[ :,]{0,2}(?:上午|下午|晚上?)?[ :,]{0,2}")
_ONLY_DAYS = re.compile(r"[ 、,和及至到—~\-()]*")
_TOLD = 2  # characters of the shortest thing
_LONG = 40  # characters of what is a thing as it stands


def weeks(document: Document, lines: Sequence[Line], found: Found) -> None:
    """Lines that begin with a week and its days, and go on behind a blank with what is on."""
    rows = [(line, row) for line in lines if line.number not in found.used and (row := _row(document, line))]
    if len(rows) < _ROWS:
        return
    for line, (days, rest) in rows:
        drafts = things_of(document, line, days, rest)
        if drafts:
            found.drafts += drafts
            found.used.add(line.number)


def _row(document: Document, line: Line) -> tuple[Resolution, Span] | None:
    """The days of a row, and where that begins which is on in them."""
    days = next((one for one in line.resolutions if _is_dated(one)), None)
    if days is None or days.when is None or line.role in (Role.META, Role.TITLE, Role.HEADING, Role.ROW):
        return None
    first, last = days.when.first, days.when.last
    if days.expression.kind is not ExpressionKind.PERIOD or not (first and last and (last - first).days < _MONTH):
        return None
    start, end = days.expression.at
    if not _LABEL.fullmatch(document.text, line.at.start, start):
        return None
    closing = re.compile(r"[ )]*").match(document.text, end, line.at.end)
    rest = closing.end() if closing else end
    return (days, Span(rest, line.at.end)) if rest < line.at.end and _blank_before(document, rest) else None


def _is_dated(resolution: Resolution) -> bool:
    dated = resolution.when is not None and resolution.when.edtf is not None and not is_clock(resolution)
    return dated and resolution.expression.kind is not ExpressionKind.OBSERVANCE


def _blank_before(document: Document, position: int) -> bool:
    """Whether a blank stands before a character in the raw text: cleaning drops it between a sign and a number."""
    between = document.raw[document.offsets.raw(position - 1) : document.offsets.raw(position)]
    return re.search(r"\s", between) is not None


def things_of(document: Document, line: Line, days: Resolution, at: Span) -> list[Draft]:
    """What a cell tells that stands beside the days of its row."""
    found: list[Draft] = []
    for thing in _parts(document.text, at):
        inside = [one for one in line.resolutions if thing.start <= one.expression.at.start < thing.end]
        named = [one for one in inside if one.expression.at == thing and one.when and one.when.edtf]
        feast = next(iter(named), None) if _is_week(days) else None
        found += _thing(document, line, feast or days, thing, [one for one in inside if _is_dated(one)])
    return found


def _is_week(days: Resolution) -> bool:
    """Whether the days of a row are a week of a calendar; 2月14日—22日 春节连假 says how long that feast lasts."""
    first, last = (days.when.first, days.when.last) if days.when else (None, None)
    return not (first and last) or (first.weekday() in (0, 6) and 3 < (last - first).days < _MOST)


_MOST = 8


def _parts(text: str, at: Span) -> Iterator[Span]:
    """The things of a cell: what stands between its stops, but not in brackets or marks."""
    start, depth = at.start, 0
    for position in range(at.start, at.end + 1):
        sign = text[position] if position < at.end else ";"
        depth = max(depth + (sign in _OPEN) - (sign in _CLOSE), 0)
        if position == at.end or (sign in _STOPS and not depth):
            left = position - len(text[start:position].lstrip(" "))
            if position - left >= _TOLD:
                yield Span(left, position)
            start = position + 1


def _thing(document: Document, line: Line, days: Resolution, thing: Span, inside: list[Resolution]) -> Iterator[Draft]:
    """A thing on its own day, on those of the bracket behind it, or on the days of the row."""
    text = document.text
    opening = text.rfind("(", *thing) if text[thing.end - 1] == ")" else -1
    behind = [one for one in inside if one.expression.at.start > opening >= 0]
    ahead = _ahead(text, thing, [one for one in inside if one not in behind])
    name = thing
    if ahead:
        told = _AFTER_DAY.match(text, ahead[-1].expression.at.end, thing.end)
        name = Span(told.end() if told else ahead[-1].expression.at.end, thing.end)
    bracket = Span(opening + 1, thing.end - 1)
    if behind and _only_days(text, bracket, behind):
        name = Span(name.start, opening)
        yield from (_draft(document, line, one, name, edtf) for one, edtf in _runs(behind))
        return
    if behind and ahead:  # 10月9日正式上课(10月11日补周五课程)
        yield from _thing(document, line, days, bracket, behind)
        name = Span(name.start, opening)
    if name.end - name.start >= _TOLD:
        yield from (_draft(document, line, one, name, edtf) for one, edtf in _runs(ahead or [days]))


def _ahead(text: str, thing: Span, inside: Sequence[Resolution]) -> list[Resolution]:
    """The days that a thing begins with: 8月30日、31日新生报到."""
    found: list[Resolution] = []
    position = thing.start
    for one in inside:
        joint = _JOINT if found else _ON_DAY
        if joint.fullmatch(text, position, one.expression.at.start) is None:
            break
        found.append(one)
        position = one.expression.at.end
    return found


def _only_days(text: str, at: Span, days: Sequence[Resolution]) -> bool:
    """Whether a bracket holds nothing but days."""
    rest, position = "", at.start
    for one in days:
        rest += text[position : one.expression.at.start]
        position = one.expression.at.end
    return _ONLY_DAYS.fullmatch(rest + text[position : at.end]) is not None


def _runs(days: Sequence[Resolution]) -> Iterator[tuple[Resolution, str]]:
    """Days in a row are one stretch: (20、21日)."""
    first = last = days[0]
    for before, following in pairwise((*days, None)):
        assert before is not None
        end, start = before.when and before.when.last, following and following.when and following.when.first
        if following is not None and end and start and (start - end).days == 1:
            last = following
            continue
        same = first is last or not (first.when and last.when)
        yield first, "" if same else f"{first.when.edtf}/{last.when.edtf}"  # type: ignore[union-attr]
        first = last = following or before


def _draft(document: Document, line: Line, resolution: Resolution, name: Span, edtf: str) -> Draft:
    """One thing; a long one is read as a sentence."""
    title = raw_words(document, [name]).strip(" :：,，、") if name.end - name.start <= _LONG else ""
    draft = draft_of(line, resolution, "week", title=title, at=name, context=line.at)
    return replace(draft, when=When(edtf=edtf)) if edtf else draft
