"""Recurrences -> RFC 5545 rules with their clock times. No day is ever counted out: 每周三 has no first Wednesday.

>>> from timeline.model import Clock
>>> resolve_recurrence(Recurrence(rrule="FREQ=WEEKLY;BYDAY=WE", clock=Clock(9), until=Clock(17)))
When(edtf=None, time='09:00/17:00', part=None, duration=None, rrule='FREQ=WEEKLY;BYDAY=WE')
"""

from __future__ import annotations

from timeline.model import Recurrence, When
from timeline.resolve.context import clock_text


def resolve_recurrence(value: Recurrence) -> When:
    """The rule and the clock times that belong to it."""
    start, end = clock_text(value.clock), clock_text(value.until)
    time = f"{start}/{end}" if start and end else start or end
    return When(time=time, part=value.part, rrule=value.rrule)
