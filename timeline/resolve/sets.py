"""Recurrences -> RFC 5545 rules with their clock times. No day is ever counted out: 每周三 has no first Wednesday.

>>> from timeline.model import Clock
>>> resolve_recurrence(Recurrence(rrule="FREQ=WEEKLY;BYDAY=WE", clock=Clock(9), until=Clock(17)), None)
When(edtf=None, time='09:00/17:00', part=None, duration=None, rrule='FREQ=WEEKLY;BYDAY=WE')
"""

from __future__ import annotations

from timeline.model import Anchor, Recurrence, When
from timeline.resolve.context import clock_text
from timeline.resolve.focus import Partial


def resolve_recurrence(value: Recurrence, told: Partial | None) -> When:
    """The rule and the clock times that belong to it; 每年的这一天 is the day that was told last."""
    start, end = clock_text(value.clock), clock_text(value.until)
    time = f"{start}/{end}" if start and end else start or end
    return When(time=time, part=value.part, rrule=value.rrule + (_on(value, told) if told is not None else ""))


def _on(value: Recurrence, told: Partial) -> str:
    """The month and day of a rule that takes them from the day told."""
    if value.start is None or value.start.shift is None or told.month is None or told.day is None:
        return ""
    if value.start.shift.anchor is not Anchor.EVENT:
        return ""
    month = f";BYMONTH={told.month}" if "YEARLY" in value.rrule else ""
    return f"{month};BYMONTHDAY={told.day}" if month or "MONTHLY" in value.rrule else ""
