"""Lines such as “讲座:4月27日、5月4日下午2:30,报告厅” -> one event for each day, with what and where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.drafts import Draft, raw_words
from timeline.events.language.segment import has_verb
from timeline.events.language.sites import is_site
from timeline.events.language.words import verbs
from timeline.events.mentions import grain
from timeline.events.structure.brackets import in_bracket
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.events.structure.topics import is_generic
from timeline.model import Document, ExpressionKind, Resolution, Role, Span, When

_MARK = r"(?:\d{1,2}(?:[、)]|\.(?!\d))|\(\d{1,2}\)|[①-⑳]|[-*+·●○◎※]) ?"
_HEAD = re.compile(rf"{_MARK}([^:,。;!?|]{{2,24}}):")
# 专家导览:6月15日、7月13日, 沙画班(共2场):7月6日, without a mark
_BARE_HEAD = re.compile(r"([一-鿿A-Za-z“”《》·]{2,20}(?:\([^()\d]{1,8}\)[一-鿿]{2,10})?)(?:\([^()]{1,10}\))?:")
_JOINT = re.compile(r"[、,和及与 ]{0,2}")
_MARKED_PLACE = re.compile(
    r"[,; ]?地[点址](?:[设定安][排]?[在于]|[为是:])? ?(?![另待容稍未详见如暂同])([^,。;:!?|]{2,30}?)(?=[,。;(]|$)"
)
_PLACE = re.compile(r"[,; ]?(?:地[点址](?:[设定安][排]?[在于]|[为是:])?|在|于)?([^,。;:!?、|\d]{2,30})[。;.]?")


def items(document: Document, lines: Sequence[Line], found: Found) -> None:
    """The items of a programme: a name, its days, and nothing more than the house."""
    for line in lines:
        dated = [r for r in line.resolutions if r.when and r.when.edtf]
        if line.number not in found.used and line.key is None and (steps := _steps(document, line)):
            found.drafts += [
                draft_of(
                    line, one, "item", title=raw_words(document, [name]), at=Span(name.start, one.expression.at.end)
                )
                for name, one in steps
            ]
            found.used.add(line.number)
            continue
        if line.number not in found.used and (told := _by_the_hour(document, line) or _then_there(document, line)):
            found.drafts += told
            found.used.add(line.number)
            continue
        bare = _BARE_HEAD.match(line.text) if line.key is None else None
        bare = bare if len(dated) > 1 or (dated and _marked_place(document, line, dated[-1])) else None
        head = _HEAD.match(line.text) or bare
        if head is None or not 0 < len(dated) <= _DAYS or line.number in found.used or line.role is Role.META:
            continue
        name = Span(line.at.start + head.start(1), line.at.start + head.end(1))
        place = _place_behind(document, line, line.at.start + head.end())
        if any(r.expression.at.start < name.end for r in line.resolutions):
            continue  # 16.9.2016 7:30: the colon is of an hour
        if place is None or verbs(head[1]) or is_generic(head[1]):
            continue
        title = raw_words(document, [name])
        clock = next((r.when for r in dated if r.when and r.when.time), None)
        days = [r for r in dated if not is_clock(r)]
        for resolution in days:
            draft = draft_of(line, resolution, "item", title=title, place=raw_words(document, [place]))
            if clock and not draft.when.time:  # 4月27日、5月4日下午2:30
                draft = replace(draft, when=When(edtf=draft.when.edtf, time=clock.time, part=clock.part))
            found.drafts.append(draft)
            found.drafts += [
                replace(draft, when=When(edtf=draft.when.edtf, time=again.when.time, part=again.when.part))
                for again in dated
                if is_clock(again) and again.when
            ]
        found.used.add(line.number)


def _place_behind(document: Document, line: Line, start: int) -> Span | None:
    """The house that closes the line, where between the name and it there are only dates."""
    position = start
    for resolution in line.resolutions:
        begins, ends = resolution.expression.at
        if not _JOINT.fullmatch(document.text[position:begins]):
            return None
        position = ends
    if marked := _MARKED_PLACE.match(document.text, position, line.at.end):
        return Span(*marked.span(1))  # whatever else stands behind it
    if not document.text[position : line.at.end].strip("。; "):
        return Span(position, position) if len(line.resolutions) > 1 else None
    match = _PLACE.fullmatch(document.text, position, line.at.end)
    return Span(*match.span(1)) if match and (is_site(match[1]) or _only_a_name(line, match[1])) else None


def _only_a_name(line: Line, words: str) -> bool:
    """龙环葡韵 behind several days and an hour: some house, be its kind known or not."""
    clocked = any(r.when and r.when.time for r in line.resolutions)
    return (
        clocked
        and len(line.resolutions) > 1
        and 2 <= len(words) <= _ROOM_NAME
        and not (verbs(words) or has_verb(words))
    )


_ROOM_NAME = 8  # characters of the name of a house of whatever kind


def _marked_place(document: Document, line: Line, last: Resolution) -> bool:
    """Whether 地点 and a place stand right behind the last date of a line."""
    return _MARKED_PLACE.match(document.text, last.expression.at.end, line.at.end) is not None


_STEP = re.compile(rf"(?:{_MARK})?[ 、,;|/]{{0,3}}([一-鿿A-Za-z“”《》·]{{2,12}}) ?[:：]? ?")
_NO_STEP = re.compile(
    r"[在于到至从自由为是的与和及]$|^(?:开始|结束|截止|起始|终止|出生|发布|更新|公布|刊登|年|月|日|周|以及|至|到)"
)
_FEWEST, _DAYS = 2, 40  # names of a line of steps; days of an item


def _steps(document: Document, line: Line) -> list[tuple[Span, Resolution]]:
    """笔试:3月23日 面试:3月30日: a line that is nothing but names, each with its day."""
    steps: list[tuple[Span, Resolution]] = []
    if len(line.resolutions) > _DAYS:
        return steps
    position = line.at.start
    for resolution in line.resolutions:
        begins, ends = resolution.expression.at
        name = _STEP.fullmatch(document.text, position, begins)
        if name is None or is_clock(resolution) or resolution.when is None or not resolution.when.edtf:
            return []
        if _NO_STEP.search(name[1]) or key_class(name[1]) in ("time", "issue"):
            return []
        steps.append((Span(*name.span(1)), resolution))
        position = ends
    told = len(steps) >= _FEWEST and not document.text[position : line.at.end].strip("。; )")
    colons = document.text.count(":", *line.at) >= len(steps)
    return steps if told and colons else []


_OPENS = re.compile(rf"(?:{_MARK})?[ (【\[]{{0,2}}")
_BEHIND_DAY = re.compile(r"[ :,|)】\]]{0,3}")
_NO_NAME = re.compile(
    r"[,。;:!?|()]|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?$|(?:预约|报名) ?$"
    r"|(?:上午|下午|晚上?|早上?|中午|[在于至到从起]) ?$"
)


def _by_the_hour(document: Document, line: Line) -> list[Draft]:
    """5/4 青年表彰会 14:00 居委会二楼: a day, what is held, its hour, and where."""
    text, rows = document.text, [r for r in line.resolutions if r.expression.kind is not ExpressionKind.OBSERVANCE]
    if len(rows) < _FEWEST or is_clock(rows[0]) or not is_clock(rows[1]) or line.role in (Role.META, Role.ROW):
        return []
    day, hour = rows[0], rows[1]
    begins, behind = day.expression.at.start, _BEHIND_DAY.match(text, day.expression.at.end)
    if behind is None or not _is_day(day) or not _OPENS.fullmatch(text, line.at.start, begins):
        return []
    name = Span(behind.end(), hour.expression.at.start)
    told = name.of(text).strip()
    rest = Span(hour.expression.at.end, line.at.end)
    opening = text.find("(", *rest)
    site = Span(rest.start, opening if opening >= 0 else rest.end)
    place = site.of(text).strip(" ,;。@")
    if (
        not 2 <= len(told) <= _LONGEST
        or _NO_NAME.search(told)
        or not (place == "" or is_site(place) or _ROOM.fullmatch(place))
    ):
        return []
    title = raw_words(document, [Span(name.start, name.start + len(name.of(text).rstrip()))])
    where = raw_words(document, [Span(site.start, site.end)]).strip(" ,，;；。@") if place else ""
    told_here = [draft_of(line, day, "item", title=title, place=where, clock=hour)]
    if opening >= 0 and text[line.at.end - 1] == ")":
        told_here += in_bracket(document, line, Span(opening + 1, line.at.end - 1), title, line.at)
    return told_here


def _then_there(document: Document, line: Line) -> list[Draft]:
    """《步履不停》 11/3 19:30 光点二厅: a name, its day with the hour, and where."""
    text, rows = document.text, [r for r in line.resolutions if r.expression.kind is not ExpressionKind.OBSERVANCE]
    if len(rows) != 1 or not _is_day(rows[0]) or line.role in (Role.META, Role.ROW) or line.key:
        return []
    begins, ends = rows[0].expression.at
    if rows[0].when is None or rows[0].when.time is None:
        return []
    mark = _MARKED.match(text, line.at.start)
    name = Span(mark.end() if mark else line.at.start, begins)
    told, place = name.of(text).rstrip(" (:"), text[ends : line.at.end].strip(" ,;。@)")
    if not 2 <= len(told) <= _LONGEST or _NO_NAME.search(told):
        return []
    parted = re.search(r"\s", document.raw[document.offsets.raw(begins - 1) : document.offsets.raw(begins)])
    if parted is None or _AGAINST.search(place) or not (is_site(place) or _ROOM.fullmatch(place)):
        return []
    at = text.index(place, ends)
    title = raw_words(document, [Span(name.start, name.start + len(told))])
    return [draft_of(line, rows[0], "item", title=title, place=raw_words(document, [Span(at, at + len(place))]))]


_MARKED, _AGAINST = re.compile(_MARK), re.compile(r"[Vv][Ss]|[()对]")


def _is_day(resolution: Resolution) -> bool:
    edtf = (resolution.when and resolution.when.edtf) or ""
    return grain(edtf) == "day" and "/" not in edtf


_LONGEST = 24  # characters of a name
_ROOM = re.compile(
    r"[一-鿿A-Za-z\d]{2,12}(?:室|厅|场|馆|楼|园|堂|院|站|社|区|部|所|中心|广场|门口|大厅|\d{1,4}|中心\d{2,4})"
)
