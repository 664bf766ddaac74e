"""An hour without a part of day -> the half of the day that it is of, by what was said before it.

In a sentence 下午2点 … 5点 goes on in the afternoon. A programme whose lines begin with hours goes on from line to
line: 12:00-1:00 ends at 13:00, and 1:00 below it is of the afternoon. Whoever writes 02:00 counts to 24.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Certainty, Clock, Expression, Part, Period, Point
from timeline.resolve.context import LATE_PARTS, Context, Placed
from timeline.resolve.focus import Focus
from timeline.resolve.scene import Scene

_SPOKEN = re.compile("[点时]")
_TO_TWELVE = re.compile(r"(?<!\d)(?:0?[1-9]|1[01]):\d\d")
# The first hour of a part of day: what is said later in the same part comes after it.
_HOURS = {Part.DAWN: 0, Part.MORNING: 6, Part.NOON: 11, Part.AFTERNOON: 12, Part.EVENING: 17, Part.NIGHT: 18}
_AFTERNOON = 6  # its last hour, counted to twelve; who begins at 7:00 begins a day
_COUNTS_TO_24 = re.compile(r"(?<!\d)0\d:")
_LINE_HEAD = re.compile(r"[ \t·•*#>|-]*")


def half_of_day(point: Point, context: Context) -> Point:
    """The point with its hour counted to 24, where it writes the hour alone and something says the half of the day."""
    clock = point.clock
    if clock is None or point != Point(clock=clock, approximate=point.approximate) or context.left is not None:
        return point
    later = (
        _in_its_programme(clock.hour, context)
        or _in_its_sentence(clock.hour, context)
        or _of_its_clause(clock.hour, context)
        or _at_dinner(clock.hour, context)
    )
    if later is None:
        return point
    context.trail.note("clock-half", Certainty.DERIVED, hour=later)
    return replace(point, clock=replace(clock, hour=later))


def _in_its_sentence(hour: int, context: Context) -> int | None:
    """下午2点 … 5点, 下午2:30 … 4:30: the half said before."""
    focus, at = context.focus, context.expression.at
    spoken = at.start < focus.twelve_ends or _SPOKEN.search(at.of(context.scene.text)) is not None
    if not hour < 12 <= focus.hour <= hour + 12 or at.start >= focus.half_ends or not spoken:
        return None
    return hour + 12


def _of_its_clause(hour: int, context: Context) -> int | None:
    """上午化学8:30…;下午政治2:30—3:45,生物5:00: the half of the day that was said last in the sentence, alone."""
    scene, at = context.scene, context.expression.at
    if not 0 < hour <= _AFTERNOON or _COUNTS_TO_24.search(at.of(scene.text)):
        return None
    for other in reversed(scene.between(scene.sentence(at.start).start, at.start)):
        value = other.value
        if not isinstance(value, Point | Period) or (isinstance(value, Period) and value.start is None):
            return None
        point = value.start if isinstance(value, Period) else value
        if not isinstance(point, Point):
            return None
        if point.part is not None:
            return hour + 12 if point.part is Part.AFTERNOON and point.clock is None else None
        if point.clock is None or point.clock.hour >= 12:
            return None
    return None


def _in_its_programme(hour: int, context: Context) -> int | None:
    """1:00 below 11:00, 2:30 below a line that is only 下午: the half that the lines above have come to."""
    focus, written = context.focus, context.expression.at.of(context.scene.text)
    if not _begins_line(context.expression, context.scene) or _COUNTS_TO_24.search(written):
        return None
    if focus.line_hour < 0 and focus.twelve_ends > 0:  # 时间:11月27日下午2:30, and below it 2:30 and 3:00
        return hour + 12 if 0 < hour < 12 <= focus.hour <= hour + 12 else None
    if focus.line_part:
        return hour + 12 if 0 < hour < 12 <= focus.line_hour <= hour + 12 else None
    return hour + 12 if 0 < hour <= _AFTERNOON and hour < focus.line_hour <= hour + 12 else None


_DINNER = re.compile(r"晚[宴会餐膳饭](?![议场堂馆])")
_SEATED, _LUNCH = re.compile(r"[^\n。]{0,8}?(?:恭候|入席|开席|就席)"), re.compile(r"[午早][宴餐膳]|茶[点会]|[上下]午")
_TIME_IS = re.compile(r"(?:时间|时分)[:| ]{0,3}\n?$")
_DINNER_REACH = 60  # characters
_DINNER_HOURS = range(5, 10)


def _at_dinner(hour: int, context: Context) -> int | None:
    """六时恭候,七时入席, and 时间:六时三十分 below a 晚宴: the hours at which one dines."""
    scene, at = context.scene, context.expression.at
    if hour not in _DINNER_HOURS or _COUNTS_TO_24.search(at.of(scene.text)):
        return None
    above = scene.text[max(0, at.start - _DINNER_REACH) : at.start]
    dinner = [match.end() for match in _DINNER.finditer(above)]
    if _LUNCH.search(above, dinner[-1] if dinner else 0):
        return None
    told = _SEATED.match(scene.text, at.end) or (dinner and _TIME_IS.search(above))
    return hour + 12 if told else None


def carried(start: Placed, end: Point, context: Context) -> Point:
    """The right end counted to 24: 下午2时至8时 ends at 20:00, and 11:30-1:00 at 13:00."""
    clock, first = end.clock, start.clock
    if clock is None or first is None or end.part is not None or end.day is not None or end.shift is not None:
        return end
    if start.part in LATE_PARTS:
        past_noon = clock.hour <= first.hour
    else:
        past_noon = start.part is None and clock.hour < first.hour and _counts_to_twelve(context)
    if not past_noon or clock.hour >= 12 or clock.hour + 12 < first.hour:
        return end
    return replace(end, clock=Clock(clock.hour + 12, clock.minute, clock.second, clock.zone))


def _counts_to_twelve(context: Context) -> bool:
    """Whether the hours of a stretch are those of a clock's face: 11:30-1:00, not 13:00-3:00 or 08:00-03:00."""
    expression = context.expression
    start = expression.value.start if isinstance(expression.value, Period) else None
    clock = start.clock if isinstance(start, Point) else None
    return clock is not None and clock.hour <= 12 and not _COUNTS_TO_24.search(expression.at.of(context.scene.text))


def _begins_line(expression: Expression, scene: Scene) -> bool:
    block = scene.block(expression.at.start)
    return block is not None and _LINE_HEAD.fullmatch(scene.text, block.at.start, expression.at.start) is not None


def hours(expression: Expression, placed: Placed | None, focus: Focus, scene: Scene) -> Focus:
    """The hour of the event, and its half of the day: for 5点 in the paragraph, for 4:30 in the sentence."""
    if placed is None or (placed.clock is None and placed.part is None):
        return focus
    block = scene.block(expression.at.start)
    ends = block.at.end if block is not None and placed.part in LATE_PARTS else -1
    half, twelve = max(ends, focus.half_ends), focus.twelve_ends
    if ends > 0:
        to_twelve = _TO_TWELVE.search(expression.at.of(scene.text))
        twelve = scene.sentence(expression.at.end - 1).end if to_twelve else -1
    hour = placed.clock.hour if placed.clock else _HOURS[placed.part] if placed.part else focus.hour
    if placed.clock is not None:
        focus = focus._replace(clock=placed.clock, clock_ends=expression.at.end)
    ends_line = block is not None and block.at.end == expression.at.end and placed.clock is None
    if ends_line or _begins_line(expression, scene):
        focus = focus._replace(line_hour=hour, line_part=placed.clock is None)
    return focus._replace(hour=hour, half_ends=half, twelve_ends=twelve)
