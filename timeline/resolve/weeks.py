"""A weekday or 周末 alone -> its day: of the week that frames it, of the list it goes on with, of the day of writing.

A week that was said (下周计划: 周二评审,周四前提交) holds as far as it frames: one of the title to the end, one of a
heading to the next heading, one that introduces a list (本周完成:) to the end of the list, one in running text to the
end of its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from timeline import edtf
from timeline.model import BYDAY, Block, Certainty, Claim, Expression, Period, Point, Role, Span
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.focus import Focus, Frame, Partial
from timeline.resolve.scene import Scene

_SATURDAY, _SUNDAY = 5, 6
_WEEK, _SHORTEST = timedelta(days=6), timedelta(days=3)
_FRAMED = 200  # blocks that a heading or the line above a list can frame
_INTRODUCES = 16  # characters besides the week, in a line that is no sentence
_SENTENCE_ENDS = "。;!?"
_NEXT_SENTENCE = 120  # characters
_STOPS = re.compile(r"[。!?\n]")


def framed(expression: Expression, placed: Placed | None, focus: Focus, scene: Scene) -> Focus:
    """The focus after a whole week; any other expression leaves it as it was."""
    monday = _monday(expression, placed) or _monday_of_days(expression, focus)
    block = scene.block(expression.at.start)
    if monday is None or block is None or block.role is Role.META:
        return focus
    around = tuple(frame for frame in focus.weeks if frame.ends > block.at.end)
    return focus._replace(weeks=(*around, Frame(Claim(monday, "week", expression.span), _end(block, scene))))


def _monday(expression: Expression, placed: Placed | None) -> date | None:
    value = expression.value
    if placed is None or placed.stretch is None or not isinstance(value, Point) or value.approximate:
        return None
    first, last = edtf.bounds(placed.stretch)
    if first is None or last is None or last - first != _WEEK or first.weekday():
        return None
    return first


def _monday_of_days(expression: Expression, focus: Focus) -> date | None:
    """第一周(9月2日—9月6日), and below it 周一, 周二: days of one week, from its beginning to its end."""
    value = expression.value
    if focus.stretch is None or focus.beside_ends != expression.at.end or not isinstance(value, Period):
        return None
    first, last = edtf.bounds(focus.stretch)
    if value.deadline or first is None or last is None or not _SHORTEST <= last - first <= _WEEK:
        return None
    monday = first - timedelta(days=first.weekday())
    return monday if last - monday <= _WEEK else None


def _end(block: Block, scene: Scene) -> int:
    """How far a week in this block frames what comes after it; in the clean text."""
    if block.role is Role.TITLE:
        return len(scene.text)
    below = scene.below(block, _FRAMED)
    if block.role is Role.HEADING:
        following = (other.at.start for other in below if other.role is Role.HEADING and other.level <= block.level)
        return next(following, below[-1].at.end if below else block.at.end)
    words = block.at.of(scene.text)
    if len(words) > _INTRODUCES or words[-1:] in _SENTENCE_ENDS or not below:
        return block.at.end
    role, end = below[0].role, block.at.end
    for other in below:
        if other.role is not role or scene.text[other.at.end - 1] == ":":
            break
        end = other.at.end
    return end


def _said_week(context: Context) -> date | None:
    """The Monday of the innermost week that frames an expression, noted on the trail."""
    at = context.expression.at.start
    claim = next((frame.monday for frame in reversed(context.focus.weeks) if at < frame.ends), None)
    if claim is None:
        return None
    context.trail.note("week", Certainty.DERIVED, claim.because, week=claim.value.isoformat())
    return claim.value


def weekend(context: Context) -> Placed | None:
    """周末 alone, in a week that frames it: 下周冷空气活跃,…周末回暖; or in a habit. None where neither is."""
    if _is_every_weekend(context):
        context.trail.note("weekday-habit")
        return Placed(rrule="FREQ=WEEKLY;BYDAY=SA,SU")
    monday = _said_week(context)
    if monday is None:
        return _of_habit((_SATURDAY, _SUNDAY), context)
    saturday, sunday = (monday + timedelta(days=after) for after in (5, 6))
    return Placed(stretch=edtf.interval(saturday.isoformat(), sunday.isoformat()))


# 周末及节假日照常开诊, (周末除外), 节假日、周末休息: every one of them.
_HOLIDAYS = "(?:法定|国定|公众|例)?(?:节假日|节日|假日|假期|公休日?)"
_EVERY_WEEKEND = re.compile(
    rf"[及和与、或/](?:国家)?{_HOLIDAYS}|(?:不休|无休|除外|照常|均?休息|不(?:开放|营业|办公|接待))"
)
_HOLIDAYS_AND = re.compile(rf"(?:{_HOLIDAYS}|工作日|平日|寒暑假)[及和与、或/]$")


def _is_every_weekend(context: Context) -> bool:
    text, at = context.scene.text, context.expression.at
    behind = _EVERY_WEEKEND.match(text, at.end) is not None
    return behind or _HOLIDAYS_AND.search(text, max(0, at.start - 8), at.start) is not None


def _of_habit(days: Sequence[int], context: Context) -> Placed | None:
    """每日10时开馆,周五、六延至22时: of every week, as all that its sentence tells."""
    if context.expression.at.start >= context.focus.habit_ends:
        return None
    context.trail.note("weekday-habit")
    return Placed(rrule=f"FREQ=WEEKLY;BYDAY={','.join(BYDAY[day] for day in days)}")


def weekday(number: int, context: Context) -> Placed:
    """周三 alone (0 is Monday): of the week of writing, the last one before it unless the sentence looks ahead."""
    left = context.left.known if context.left is not None else None
    if left is not None:  # 下周一至三
        return of_day(left + timedelta(days=(number - left.weekday()) % 7))
    monday = _said_week(context)
    if monday is not None:
        return of_day(monday + timedelta(days=number))
    if (habit := _of_habit((number,), context)) is not None:
        return habit
    listed = context.focus.weekday.known
    if listed is not None and context.scene.setting.notice:
        context.trail.note("weekday-listed", Certainty.GUESSED, day=listed.isoformat())
        return of_day(listed + timedelta(days=(number - listed.weekday()) % 7))
    now = context.now()
    if now is not None and (full := _told_in_full(number, now, context)) is not None:
        context.trail.note("weekday-listed", Certainty.DERIVED, full[1], day=full[0].isoformat())
        return of_day(full[0])
    done = _DONE.match(context.scene.text, context.expression.at.end) is not None  # 周四的班会开了半小时
    if listed is not None and now is not None and listed > now and not done and _goes_on(context):
        context.trail.note("weekday-listed", Certainty.DERIVED, day=listed.isoformat())
        return of_day(listed + timedelta(days=(number - listed.weekday()) % 7))
    if now is not None:
        claim = context.scene.now(context.focus)
        ahead = (
            context.scene.looks_ahead(context.expression)
            or (claim is not None and claim.rule == "reference")
            or _told_ahead(now, context)
            or context.scene.plans_in_chat(context.expression)
            or context.scene.asks(context.expression)
        )
        distance = (number - now.weekday()) % 7 if ahead else -((now.weekday() - number) % 7)
        context.trail.note("weekday-ahead" if ahead else "weekday-back", Certainty.GUESSED)
        return of_day(now + timedelta(days=distance))
    if listed is not None and _goes_on(context):  # 下周二降温,周四以后回升
        context.trail.note("weekday-listed", Certainty.GUESSED, day=listed.isoformat())
        return of_day(listed + timedelta(days=(number - listed.weekday()) % 7))
    event = context.event()
    day = event.known if event else None
    if day is None:
        context.trail.note("now-unknown", Certainty.GUESSED)
        return Placed()
    context.trail.note("weekday-week", Certainty.GUESSED)
    return of_day(day + timedelta(days=number - day.weekday()))


def _told_in_full(number: int, now: date, context: Context) -> tuple[date, Span] | None:
    """论坛周五举行 … 在3月24日(星期五): the headline has the weekday, and the text its day, a week around at most."""
    scene, at = context.scene, context.expression.at
    block = scene.block(at.start)
    if block is None or block.role not in (Role.TITLE, Role.HEADING):
        return None
    found: dict[date, Span] = {}
    for other in scene.expressions[bisect_right(scene.expressions, at.end, key=lambda one: one.at.start) :]:
        point = other.value.start if isinstance(other.value, Period) else other.value
        if isinstance(point, Point) and point.weekday == number and point.month and point.day and not point.lunar:
            days = (Partial(year, point.month, point.day).known for year in (now.year - 1, now.year, now.year + 1))
            near = next((day for day in days if day and abs(day - now) <= _WEEK and day.weekday() == number), None)
            if near is not None:
                found.setdefault(near, other.span)
    return next(iter(found.items())) if len(found) == 1 else None


def _told_ahead(now: date, context: Context) -> bool:
    """Whether the sentence goes on in time: 明日停课,星期日视乎天气; 昨日家祭,今天公祭,星期五大殓."""
    said = context.focus.said
    known = said.place.known if said is not None else None
    if known is None or context.focus.beside_ends <= context.scene.sentence(context.expression.at.start).start:
        return False
    if known > now:
        return True
    text, at = context.scene.text, context.expression.at
    clauses = text[context.focus.beside_ends : at.start]
    return known == now and _NEXT_CLAUSE.fullmatch(clauses) is not None and _PAST.match(text, at.end) is None


_NEXT_CLAUSE = re.compile(
    r"(?![^,;]*(?:表示|宣布|报道|报导|说|称|透露|证实|公布|获悉))[^,;。]{2,16}[,;](?:(?:并|则)?(?:将|会)?[于在]?)"
)
_DONE = re.compile(r"[^,。;]{0,12}[了过](?!后|年)")
_PAST = re.compile(r"的|[^,。;]{0,12}(?:[了过]|已|曾|发生|爆发|报道|表示|宣布)")


def _goes_on(context: Context) -> bool:
    """Whether the last day with its weekday was told in this sentence or the one before: 本周五首轮,周六、周日次轮."""
    between = context.scene.text[context.focus.weekday_ends : context.expression.at.start]
    return len(between) <= _NEXT_SENTENCE and len(_STOPS.findall(between)) <= 1
