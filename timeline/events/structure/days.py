"""Days over lines -> drafts: programmes and calendars."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.events.drafts import raw_words
from timeline.events.language.sites import is_site
from timeline.events.language.words import verbs, words
from timeline.events.mentions import grain
from timeline.events.structure.brackets import in_bracket
from timeline.events.structure.keys import key_class
from timeline.events.structure.lines import Found, Line, draft_of, is_clock
from timeline.model import Document, ExpressionKind, Resolution, Role, Span, When

_BULLET = re.compile(
    r"[-*+·>●○ ]{1,3}|\d{1,2}[.、)] ?|\(\d{1,2}\) ?|\([一二三四五六七八九十]{1,2}\) ?|[一二三四五六七八九十]{1,2}、 ?"
)
BREAK = re.compile(
    r"互动|休息|签到|散场|退场|离场|集合|合照|散会|茶歇|茶叙|午餐|晚餐|报到|入场|进场|合影|[Ww]elcome|分组|自由"
)
_SESSION = 8  # lines that tell of one session

# --- programmes ------------------------------------------------------------------------------------------------------


def programme(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A time of day and what happens then: a part of the event of the day."""
    days = _days_in_force(lines)
    slots = [i for i, line in enumerate(lines) if line.number not in found.used and _slot(line) and days[i]]
    sites = _column_of_sites([line for i in slots if not (line := lines[i]).bare])
    for number, i in enumerate(slots):
        line = lines[i]
        clock = line.clock()
        assert clock is not None
        if not line.bare:
            _told_beside(document, line, days[i], sites.get(line.number), found)
        elif len(slots) >= 2:
            stop = slots[number + 1] if number + 1 < len(slots) else len(lines)
            _told_below(document, line, days[i], _session(lines[i + 1 : min(stop, i + 1 + _SESSION)], found), found)
    for line in lines:
        if line.number not in found.used and (hours := _hours_of_a_day(line)):
            _told_by_the_hour(document, line, hours, found)
    for line, below in pairwise(lines):
        if line.bare and line.dated() and line.number not in found.used and below.number in found.used and _slot(below):
            found.used.add(line.number)  # a day that only stands over its hours


def _hours_of_a_day(line: Line) -> Sequence[Resolution]:
    """The hours of 5月3日:9:00甲队对乙队;11:00丙队对丁队, where each of them has a part of its own."""
    first = line.resolutions[0] if line.resolutions else None
    if first is None or first.when is None or is_clock(first) or line.role is Role.META:
        return ()
    edtf = first.when.edtf or ""
    clocks = [r for r in line.resolutions[1:] if is_clock(r)]
    if (
        grain(edtf) != "day"
        or "/" in edtf
        or len(clocks) + 1 != len(line.resolutions)
        or ";" not in line.text
        or "。" in line.text[:-1]
    ):
        return ()
    hours = [first, *clocks] if first.when.time else clocks
    if not hours or _BULLET.sub("", line.text[: first.expression.at.start - line.at.start]).strip():
        return ()
    ends = [*(hour.expression.at.start for hour in hours[1:]), line.at.end]
    parts = [
        line.text[hour.expression.at.end - line.at.start : end - line.at.start]
        for hour, end in zip(hours, ends, strict=True)
    ]
    lead = line.text[first.expression.at.end - line.at.start : hours[0].expression.at.start - line.at.start]
    fits = len(hours) >= _SOME and all(_PART.fullmatch(part) for part in parts)
    return hours if fits and (hours[0] is first or _LEAD.fullmatch(lead)) else ()


_LEAD = re.compile(r"[ :]{1,2}|\([^()]{1,8}\)[ :]{0,2}")
_PART = re.compile(r"[ :]?[^;,。:]{2,30}[;,、。]?(?:上午|下午|晚上|中午)?")


def _told_by_the_hour(document: Document, line: Line, hours: Sequence[Resolution], found: Found) -> None:
    day = (line.resolutions[0].when and line.resolutions[0].when.edtf) or ""
    for hour, following in zip(hours, [*hours[1:], None], strict=True):
        end = following.expression.at.start if following else line.at.end - line.text.endswith("。")
        _told_at(document, line, hour, Span(hour.expression.at.end, end), day, None, found)


def _days_in_force(lines: Sequence[Line]) -> list[str]:
    """The day of the hours of each line: their own, else that of the last line that stands for a day; or none."""
    days: list[str] = []
    day = ""
    for line in lines:
        dated, clock = line.dated(), line.clock()
        if dated and (line.bare or (line.key and key_class(line.key[0]) == "time")):
            day = dated.when.edtf or "" if dated.when and dated.when.single_day else ""
        elif dated and line.role is Role.HEADING:
            day = ""  # 二、9月15日秋游: its hours are none of the day before
        days.append((clock and clock.when and clock.when.edtf) or day)
    return days


def _slot(line: Line) -> bool:
    """Whether a line begins with a time of day."""
    clock = line.clock()
    if clock is None or clock.when is None or line.resolutions[0] is not clock:
        return False
    return not _BULLET.sub("", line.text[: clock.expression.at.start - line.at.start]).strip()


def _behind_the_hour(line: Line) -> str:
    """What a line of a programme says."""
    clock = line.clock()
    assert clock is not None
    return line.text[clock.expression.at.end - line.at.start :]


def _column_of_sites(lines: Sequence[Line]) -> dict[int, int]:
    """How many characters at the end of a line name the hall: 09:00 开幕式 音乐厅, where most lines end with one."""
    ends: dict[int, str] = {}
    for line in lines:
        thing, _, last = _behind_the_hour(line).strip(" :,;-—").rpartition(" ")
        names = _HALL.fullmatch(last) and not (last.endswith(words("noun")) or verbs(last))
        if len(thing.strip()) >= _SHORTEST and names and not _AGAINST.search(thing):
            ends[line.number] = last
    told = Counter(ends.values())
    sites = [number for number, last in ends.items() if is_site(last) or told[last] > 1]
    if len(sites) * 2 < len(ends):
        return {number: len(ends[number]) for number in sites}
    known = {ends[number] for number in sites}
    alike = len(sites) >= _SOME and len(ends) * 2 > len(lines)  # a column: the others are names of places as well
    return {number: len(last) for number, last in ends.items() if last in known or alike}


_SHORTEST, _SOME = 2, 2
_AGAINST = re.compile(r"(?:[Vv][Ss]\.?|对阵?|迎战|[-—:]) *$")  # 甲队 VS 乙队: no hall stands behind it
_HALL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z\d()·-]{1,19}")


def _told_beside(document: Document, line: Line, day: str, site: int | None, found: Found) -> None:
    """09:30 开幕式, or 09:30 开幕式 音乐厅 with so many characters of a hall; 9:00 开幕式;9:40 颁奖 are two."""
    clocks = [r for r in line.resolutions if is_clock(r)]
    begins = clocks[:1]
    for clock in clocks[1:]:
        later = _hour(clock) > _hour(begins[-1])  # and not 16:00出发,5:30返程
        if later and _ANEW.search(document.text, line.at.start, clock.expression.at.start):
            begins.append(clock)
    for clock, following in zip(begins, [*begins[1:], None], strict=True):
        end = following.expression.at.start if following else line.at.end
        _told_at(document, line, clock, Span(clock.expression.at.end, end), day, None if following else site, found)


def _hour(clock: Resolution) -> str:
    return (clock.when and clock.when.time) or ""


_ANEW = re.compile(
    r"(?:[;,、|]| {2}) ?(?:上午|下午|晚上|中午)?$"
)  # what an hour stands behind that begins a part of its own


def _told_at(
    document: Document, line: Line, clock: Resolution, at: Span, day: str, site: int | None, found: Found
) -> None:
    """What is on at one hour of a line."""
    rest = at.of(document.text)
    text = rest.strip(" :,;、-—|").partition("|")[0].rstrip()
    if not 2 <= len(text) <= 50 or "。" in text:
        return
    left = at.start + len(rest) - len(rest.lstrip(" :,;、-—|"))
    right = left + len(text)
    place = raw_words(document, [Span(right - site, right)]) if site else ""
    text = text[: len(text) - (site or 0)].rstrip(" :,;-—")
    bracket = _BESIDE_IT.search(text)
    hall = _hall_of(document, Span(left + bracket.start(1), left + bracket.end(1))) if bracket and not site else None
    if bracket and hall:
        place, text = raw_words(document, [hall]), text[: bracket.start()].rstrip(" ")
    text = _WHO_SPEAKS.sub("", text)
    title = raw_words(document, [Span(left, left + len(text))])
    minor = BREAK.search(text) is not None
    draft = draft_of(line, clock, "programme", title=title, place=place, minor=minor)
    found.drafts.append(replace(draft, when=replace(draft.when, edtf=day)))
    if bracket:
        inside = Span(left + bracket.start(1), left + bracket.end(1))
        found.drafts += in_bracket(document, line, inside, title, line.at)
    found.used.add(line.number)


_BESIDE_IT = re.compile(r"(?<=.{2})\(([^()]{2,60})\)$")
_WHO_SPEAKS = re.compile(r"(?<=.{4}) (?:主讲人?|讲者|讲师|主持人?|嘉宾|表演|演出|分享):[^:]{2,30}$")


def _hall_of(document: Document, bracket: Span) -> Span | None:
    """The hall that opens a bracket, and no body: (一楼活动室,限15组,4月3日起预约), but not (信通院)."""
    name = re.compile(r"[^,;。]+").match(document.text, *bracket)
    if name is None or not is_site(name[0]):
        return None
    body = name[0].endswith(words("body", "ends")) and not name[0].endswith((*words("premises"), *_ROOMS))
    return None if body else Span(*name.span())


_ROOMS = ("厅", "室", "馆")  # 三楼放映厅


def _session(below: Sequence[Line], found: Found) -> list[Line]:
    """The lines that tell of one session: up to the next day or a sentence."""
    session: list[Line] = []
    for line in below:
        if line.number in found.used or (line.bare and line.dated()) or len(line.text) > 60 or "。" in line.text:
            break
        session.append(line)
    return session


def _told_below(document: Document, slot: Line, day: str, session: Sequence[Line], found: Found) -> None:
    """09:30 alone; below it what happens and, on the next line, where. A second thing counts only with its place."""
    clock = slot.clock()
    assert clock is not None
    told = 0
    for i, line in enumerate(session):
        if line.resolutions or line.site or (told and ":" in line.text):
            continue
        site = session[i + 1] if i + 1 < len(session) and session[i + 1].site else None
        rest = BREAK.search(line.text) is not None
        if told and (site is None or rest):
            continue
        context = Span(slot.at.start, (site or line).at.end)
        draft = draft_of(
            slot,
            clock,
            "session",
            title=raw_words(document, [line.bare_text]),
            place=raw_words(document, [site.bare_text]) if site else "",
            at=line.at,
            context=context,
            minor=bool(told) or rest,
        )
        found.drafts.append(replace(draft, when=replace(draft.when, edtf=day)))
        told += 1
    if told:
        found.used.update(line.number for line in (slot, *session))


# --- calendars -------------------------------------------------------------------------------------------------------

_MONTH = re.compile(r"(?:\d{1,2}|[正一二三四五六七八九十]{1,2})月")
_DAY = re.compile(r"\d{1,2}日?")
_DAY_GRAIN = re.compile(r"\d\d-\d\d-\d\d")
_HOURS = re.compile(r"\([^()\u4e00-\u9fff]{0,6}\)|\( ?\)")


def calendar(document: Document, lines: Sequence[Line], found: Found) -> None:
    """A month and a day on two lines, again and again, and below them what happens on the day."""
    heads = [i for i in range(len(lines) - 1) if _calendar_head(lines, i)]
    if len(heads) < 3:
        return
    for number, i in enumerate(heads):
        dated = lines[i].dated()
        assert dated is not None
        edtf = _day(dated, lines[i + 1])
        found.used.update((lines[i].number, lines[i + 1].number))
        stop = heads[number + 1] if number + 1 < len(heads) else len(lines)
        for line in lines[i + 2 : stop]:
            if len(line.text) < 2 or len(line.text) > 60 or _dated_itself(line):
                continue
            clock = line.clock()
            time = (clock.when.time, clock.when.part) if clock and clock.when else (None, None)
            text = raw_words(document, _without(line, clock.expression.at if clock else None))
            draft = draft_of(lines[i], dated, "calendar", title=_HOURS.sub("", text), at=line.at)
            found.drafts.append(replace(draft, when=When(edtf=edtf, time=time[0], part=time[1]), block=line.number))
            found.used.add(line.number)


def _calendar_head(lines: Sequence[Line], i: int) -> bool:
    """A line that is only a month, and below it one that is only a day."""
    dated, day = lines[i].dated(), lines[i + 1].text
    if not (_MONTH.fullmatch(lines[i].text) and _DAY.fullmatch(day) and 1 <= int(day.rstrip("日")) <= 31):
        return False
    edtf = dated.when.edtf if dated and dated.when else None
    return edtf is not None and re.fullmatch(r"[\dX]{4}-\d\d(?:-\d\d)?", edtf) is not None


def _day(month: Resolution, day: Line) -> str:
    """The day of a month and a day on two lines; one expression where both were read as one."""
    edtf = (month.when and month.when.edtf) or ""
    return edtf if _DAY_GRAIN.search(edtf) else f"{edtf}-{int(day.text.rstrip('日')):02}"


def _dated_itself(line: Line) -> bool:
    """Whether a line of a calendar names days of its own: 申请(08/01~09/30)."""
    kinds = (ExpressionKind.DATE, ExpressionKind.PERIOD, ExpressionKind.DEADLINE)
    return any(
        r.expression.kind in kinds and r.when and r.when.edtf and _DAY_GRAIN.search(r.when.edtf)
        for r in line.resolutions
    )


def _without(line: Line, hours: Span | None) -> list[Span]:
    """The line without the hours and the brackets around them."""
    whole = line.bare_text
    if hours is None:
        return [whole]
    shift = line.at.start
    opening = line.text.rfind("(", 0, hours.start - shift)
    closing = line.text.find(")", hours.end - shift)
    if opening >= 0 and closing >= 0 and closing - opening <= 24:
        return [Span(whole.start, shift + opening), Span(shift + closing + 1, whole.end)]
    return [Span(whole.start, hours.start), Span(hours.end, whole.end)]
