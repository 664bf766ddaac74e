"""A deed that a relative word names -> the day on which it was told: 开学当天, 事发当天, 术后六周."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.model import Anchor, Certainty, Shift, Unit
from timeline.resolve.context import Context, Placed, of_day
from timeline.resolve.focus import Said
from timeline.resolve.sections import months_later

DAYS_OF_MONTH = 30
_LONGEST_DEED = 4  # characters
_DEED = re.compile(r"(?:(?![的了着和与及于在并也又还自从到至请须应将])[\u4e00-\u9fff]){2,}$")
_CASE = re.compile(r"(?:事发|案发|事故|火灾|爆炸|地震|车祸)$")


def of_the_case(context: Context) -> bool:
    """Whether 当天 is that of the accident or the crime that the report opened with: 事发当天."""
    before, words = context.scene.before(context.expression, 2), context.expression.at.of(context.scene.text)
    return _CASE.search(before) is not None or words.startswith(("事发", "案发"))


def of_the_deed(context: Context) -> Said | None:
    """The day on which happened what 当天 names: 2月22日开学 … 请于开学当天上交."""
    name = _DEED.search(context.scene.before(context.expression, _LONGEST_DEED))
    if name is None or context.expression.at.of(context.scene.text)[0] != "当":
        return None
    for length in range(len(name[0]), 1, -1):
        deed = name[0][-length:]
        for said in context.focus.days:
            if said.place.known is not None and said.because is not None and deed in context.scene.told_on(said):
                return said
    return None


# The deed that 术后 names, as the day of it was told: 行胆囊切除术, 剖宫产.
_DEED_LATER = re.compile(r"(术|产|[\u4e00-\u9fff]{1,2})后的?$")
_TOLD_AS = {
    "术": "[术]|切除|置换|移植|植入",
    "产": "产|分娩|娩出",
    "会": "会",
    "赛": "赛",
    "婚": "婚",
    "开业": "开[业张]",
}


def later_than_its_deed(shift: Shift, context: Context) -> Placed | None:
    """术后六周: from the day on which the deed was told; None, where none was."""
    name = _DEED_LATER.search(context.scene.before(context.expression, 4))
    words = re.compile(
        next((told for deed, told in _TOLD_AS.items() if name and name[1].endswith(deed)), name[1] if name else "$.")
    )
    told = (said for said in context.focus.days if said.place.known and words.search(context.scene.told_on(said)))
    said = next(told, None)
    if said is None or said.place.known is None:
        context.trail.note("event-unknown", Certainty.GUESSED)
        return None
    context.trail.note("event", min(said.sure, Certainty.DERIVED), said.because, day=said.place.edtf)
    if shift.unit in (Unit.DAY, Unit.WEEK):
        return of_day(said.place.known + timedelta(days=round(shift.amount * (7 if shift.unit is Unit.WEEK else 1))))
    months = shift.amount * _MONTHS_OF.get(shift.unit, 1)
    moved = months_later(said.place, int(months))
    rest = timedelta(days=round(months % 1 * DAYS_OF_MONTH))
    return of_day(moved.known + rest) if moved.known is not None else Placed(moved)


_MONTHS_OF = {Unit.YEAR: 12, Unit.TERM: 6, Unit.QUARTER: 3}


def of_a_habit(shift: Shift, context: Context) -> bool:
    """每月5日前缴纳当月租金, 每日刷新,次日5:00结算: what is counted from days that come again and again."""
    within = context.focus.habit_start < context.expression.at.start < context.focus.habit_ends
    if context.focus.beside_ends > context.focus.habit_start:
        within = False  # 周一休馆(6月10日照常开放,次日休馆)
    return within and shift.anchor in (Anchor.FOCUS, Anchor.EVENT) and abs(shift.amount) <= 1 and shift.unit in _HABITS


_HABITS = (Unit.DAY, Unit.WORKDAY, Unit.WEEK, Unit.MONTH)
