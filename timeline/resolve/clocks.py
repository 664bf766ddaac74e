"""A clock time or a part of day alone -> its day: the one beside it, or that on which something happened last."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Certainty, Occasion, Part, Period, Point, Role
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.focus import Partial

_HOURS = re.compile(r"^[^\n\d]{0,20}(?:\n[^\n\d]{1,30}){0,2}\n[^\n\d]{0,8}(?:时间|时段)[为是]?[:| ]{0,3}$")
# Hours that a house keeps day by day.
_OPEN_HOURS = re.compile(
    r"(?:开放|办公|服务|上班|工作|接待|开[馆园门]|营[业运]|运营|咨询|门诊|办理|受理|就诊|配送)时间[为是]?[:| ]{0,3}$"
)
_LABEL = 12  # characters
_NEXT_LINE = 80  # characters
_EVENING = 17  # the hour from which a following 凌晨 is of the next day


def of_clock(point: Point, context: Context) -> Placed:
    """A clock time or a part of day alone: of the day on which something happened last."""
    focus, setting = context.focus, context.scene.setting
    if context.left is not None:
        return context.left._replace(clock=None)
    if context.scene.heads_row(context.expression):
        context.trail.note("clock-row")
        return Placed()
    if (column := _above(context)) is not None:
        return Placed(column)
    if context.expression.at.start < focus.habit_ends:
        context.trail.note("clock-habit")
        return Placed()
    hours = (
        focus.stretch is not None
        and isinstance(context.expression.value, Period)
        and (_in_its_sentence(context) or _labelled(context))
    )
    if focus.beside is not None and (hours or context.touches_beside()):
        beside = focus.beside
        if focus.stretch is not None and isinstance(context.expression.value, Period):
            context.trail.note("clock-beside", min(beside.sure, Certainty.DERIVED), beside.because, day=focus.stretch)
            return Placed(stretch=focus.stretch)
        context.trail.note("clock-beside", min(beside.sure, Certainty.DERIVED), beside.because, day=beside.place.edtf)
        return Placed(beside.place)
    source = context.scene.beside_source(context.expression)
    if source is not None and "dateline" not in source.rule:
        context.trail.note("clock-beside", Certainty.DERIVED, source.because, day=source.value.isoformat())
        return of_day(source.value)
    if focus.event is None and setting.reference is not None:
        now = context.now()
        return of_day(now) if now else Placed()
    if (isinstance(context.expression.value, Period) and _are_open_hours(context)) or _shuts_the_door(context):
        context.trail.note("clock-habit")
        return Placed()
    if focus.log is not None and _goes_on_log(context):
        said = focus.log
        context.trail.note("event", min(said.sure, Certainty.DERIVED), said.because, day=said.place.edtf)
        return _past_midnight(point, said.place, context) or Placed(said.place)
    if focus.opening is not None and context.scene.closes_meeting(context.expression):
        said = focus.opening
        context.trail.note("clock-closing", min(said.sure, Certainty.DERIVED), said.because, day=said.place.edtf)
        return Placed(said.place)
    if (now := _as_of(context)) is not None:
        return of_day(now)
    event = _of_feast(context) or context.event()
    if event is None:
        if _of_a_report(point, context) and (today := context.now()) is not None:
            return of_day(today)
        context.trail.note("clock-dayless", Certainty.GUESSED)
        return Placed()
    return _past_midnight(point, event, context) or Placed(event)


def _above(context: Context) -> Partial | None:
    """The day at the head of the column, in a table of several days."""
    head = context.scene.day_above(context.expression)
    said = next((one for one in context.focus.days if head is not None and one.because == head.span), None)
    if said is None:
        return None
    context.trail.note("clock-column", min(said.sure, Certainty.DERIVED), said.because, day=said.place.edtf)
    return said.place


def _of_feast(context: Context) -> Partial | None:
    """除夕提早于下午五时闭馆: the feast that the clause has just named is the day, not what was told before it."""
    focus, at, text = context.focus, context.expression.at.start, context.scene.text
    said = focus.beside
    before = context.scene.neighbours(at, 1)[0]
    if said is None or not isinstance(before.value, Occasion) or before.at.end != focus.beside_ends:
        return None
    if _CLAUSE_SIGN.search(text, before.at.end, at) or said.place.day is None:
        return None
    context.trail.note("event", min(said.sure, Certainty.DERIVED), said.because, day=said.place.edtf)
    return said.place


_CLAUSE_SIGN = re.compile("[,;。:!?\\n(]")


def _past_midnight(point: Point, event: Partial, context: Context) -> Placed | None:
    """凌晨1点 after 晚上10点, 0:40 below 23:50: the day after."""
    early = point.part is Part.DAWN or (point.clock is not None and point.clock.hour == 0)
    if not early or context.focus.hour < _EVENING or event.month is None or event.day is None:
        return None
    day = event.later(1)
    context.trail.note("clock-next-day", Certainty.GUESSED, day=day.edtf)
    return Placed(day)


def _are_open_hours(context: Context) -> bool:
    """营业时间:9:00-21:00: of no day, unless the sentence says one."""
    label = _OPEN_HOURS.search(context.scene.before(context.expression, _LABEL))
    return label is not None and not _in_its_sentence(context)


def _shuts_the_door(context: Context) -> bool:
    """开放时间:9:00—17:00(16:30停止入馆): the hour from which on nobody is let in, on any day."""
    scene, at = context.scene, context.expression.at
    if _NO_MORE.match(scene.text, at.end) is None or _in_its_sentence(context):
        return False
    return _HOURS_SAID.search(scene.text, scene.sentence(at.start).start, at.start) is not None


_NO_MORE = re.compile(
    r"(?:后|起)?(?:停止|谢绝|暂停)[^,。;)\n]{0,4}(?:入[馆园场]|进[馆园场]|[售领取换检]票|参观)|清场|最后(?:入|进)|(?:闭|关)[馆园]"
)
_HOURS_SAID = re.compile(r"(?:开放|参观|营业|服务|开[馆园])时间")


def _goes_on_log(context: Context) -> bool:
    scene = context.scene
    return scene.begins_log_line(context.expression) and scene.follows(context.focus.log_ends, context.expression)


def _in_its_sentence(context: Context) -> bool:
    """Whether the days from one to another end in the sentence of the hours: 5月1日至7日,开放时间为9:00—17:00."""
    return context.focus.beside_ends > context.scene.sentence(context.expression.at.start).start


def _labelled(context: Context) -> bool:
    """Whether the line below those days says their hours: 2月5日至6日 | 开馆时间:10:00—16:00."""
    between = context.scene.text[context.focus.beside_ends : context.expression.at.start]
    return len(between) <= _NEXT_LINE and _HOURS.search(between) is not None


_AS_OF = re.compile(r"(?:截[至止]到?|迄至?)$")


def _as_of(context: Context) -> date | None:
    """截至下午五时 behind what is to come tomorrow: so things stood on the day of writing."""
    if not _AS_OF.search(context.scene.before(context.expression, 3)):
        return None
    claim, event = context.scene.now(context.focus), context.focus.event
    told = event.place.known if event is not None else None
    return context.now() if claim is not None and told is not None and told > claim.value else None


_IN_A_SENTENCE = (",", "。", ";", "\n")
_TOLD_THEN = re.compile(
    r"(?:[上下]午|[早晚]上|中午|清晨|傍晚|凌晨|深夜)(?:\d|[一二三四五六七八九十]|(?![场班时段茶餐课的至到和及与或、市休])[\u4e00-\u9fff])"
)


def _of_a_report(point: Point, context: Context) -> bool:
    """总统上午接见…, 事发凌晨1时, in a report that has told no day yet: of the day on which it was published."""
    scene, at = context.scene, context.expression.at
    block = scene.block(at.start)
    if scene.setting.published is None or scene.setting.notice or block is None or block.role is not Role.PARAGRAPH:
        return False
    if point.part is None or not isinstance(context.expression.value, Point) or scene.says_ahead(at.start):
        return False
    led = scene.text[at.start - 1 : at.start]
    return (led.isalpha() or led in _IN_A_SENTENCE) and _TOLD_THEN.match(scene.text, at.start) is not None
