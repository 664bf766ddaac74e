"""What every placing function is handed, and what it hands back."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline import edtf
from timeline.model import Certainty, Clock, Expression, Part, Section
from timeline.resolve.focus import Focus, Partial
from timeline.resolve.scene import Scene
from timeline.resolve.sections import Side, text
from timeline.resolve.trail import Trail
from timeline.resolve.verdicts import Query, Verdict

LATE_PARTS = (Part.AFTERNOON, Part.EVENING, Part.NIGHT)


class Placed(NamedTuple):
    """A point where it lies in time: a date as far as it is known, a piece of it, or a text that says it otherwise."""

    partial: Partial = Partial()
    section: Section | None = None
    stretch: str | None = None  # EDTF of what is no date: a week, ten years, a lunar month
    clock: Clock | None = None
    part: Part | None = None
    approximate: bool = False
    duration: str | None = None  # of 5年后, where nothing is known to count from
    rrule: str | None = None  # of 周五 in a habit: it comes again and again

    def edtf(self, side: Side = Side.ALONE) -> str | None:
        """The date as EDTF, alone or as one end of a stretch; None where no date is known at all."""
        if self.stretch is not None:
            start, _, end = self.stretch.partition("/")
            if not end or side is Side.ALONE:
                return self.stretch
            return start if side is Side.START else end
        if self.partial == Partial() and self.section is None:
            return None
        found = text(self.partial, self.section, side)
        if found == edtf.year(None):
            return None  # 中旬, of a month that nobody says
        return f"{found}~" if self.approximate and side is Side.ALONE and "/" not in found else found

    @property
    def known(self) -> date | None:
        """The one day that it is, where it is one."""
        return self.partial.known if self.stretch is None else None


class Context(NamedTuple):
    """An expression, what the reader has in mind when it comes, and the document around it."""

    expression: Expression
    focus: Focus
    scene: Scene
    trail: Trail
    left: Placed | None = None  # the left end of the same stretch

    def query(self, month: int | None, day: int | None) -> Query:
        """The question after the year of a month or day."""
        return Query(month, day, self.expression, self.focus, self.scene)

    def take(self, verdict: Verdict) -> int | None:
        """Notes a verdict on the trail and hands over its year."""
        self.trail.note(verdict.rule, verdict.sure, verdict.because, year=edtf.year(verdict.year))
        witness = verdict.beside
        if witness is not None and witness.year == verdict.year:
            self.trail.note(witness.rule, verdict.sure, witness.because, year=edtf.year(witness.year))
        elif witness is not None:
            self.trail.note(
                "doubt-witness",
                verdict.sure,
                witness.because,
                year=edtf.year(verdict.year),
                other=edtf.year(witness.year),
            )
        return verdict.year

    def now(self) -> date | None:
        """The day of writing, noted on the trail where it is known."""
        claim = self.scene.now(self.focus)
        if claim is None:
            return None
        sure = Certainty.DERIVED if claim.rule.startswith(("published", "reference")) else Certainty.GUESSED
        self.trail.note("now", sure, claim.because, day=claim.value.isoformat())
        return claim.value

    def unknown(self, rule: str) -> Placed:
        """Nowhere, for want of what the rule names, which is noted on the trail."""
        self.trail.note(rule, Certainty.GUESSED)
        return Placed()

    def touches_beside(self) -> bool:
        """Whether nothing but a sign stands between the last whole day and this expression."""
        between = self.scene.text[self.focus.beside_ends : self.expression.at.start]
        return not between.strip(" |,([\n" if self.focus.stretch else " |,([")

    def event(self) -> Partial | None:
        """The last day on which something happened, noted on the trail where it is known."""
        said = self.scene.stated(self.expression, self.focus) or self.focus.event
        if said is None and self.focus.said is not None and self.focus.said.place.day is not None:
            said = self.focus.said
            self.trail.note("event-said", Certainty.GUESSED, said.because, day=said.place.edtf)
        elif said is not None:
            self.trail.note("event", min(said.sure, Certainty.DERIVED), said.because, day=said.place.edtf)
        return said.place if said else None


def of_day(day: date) -> Placed:
    """A known day."""
    return Placed(Partial.of(day))


def clock_text(clock: Clock | None) -> str | None:
    """A clock time as the evaluation format writes it; whole minutes keep no seconds.

    >>> clock_text(Clock(9)), clock_text(Clock(2, 31, 52))
    ('09:00', '02:31:52')
    """
    if clock is None:
        return None
    seconds = f":{clock.second:02d}" if clock.second else ""
    return f"{clock.hour:02d}:{clock.minute or 0:02d}{seconds}"
