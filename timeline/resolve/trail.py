"""The reasons of one resolution as they come up, and the weakest of them."""

from __future__ import annotations

from timeline.model import Certainty, Span, Step

DOUBT = "doubt-"


class Trail:
    """Collects the steps of one resolution; the weakest rule that took part decides its certainty.

    >>> trail = Trail()
    >>> trail.note("year-focus", Certainty.DERIVED, year="2022")
    >>> trail.sure.label, [step.rule for step in trail.steps]
    ('derived', ['year-focus'])
    """

    __slots__ = ("_steps", "sure")

    def __init__(self) -> None:
        self.sure = Certainty.WRITTEN
        self._steps: list[Step] = []

    def note(
        self, rule: str, sure: Certainty = Certainty.WRITTEN, because: Span | None = None, **values: object
    ) -> None:
        """Adds a step."""
        self.sure = min(self.sure, sure)
        self._steps.append(Step(rule, {name: str(value) for name, value in values.items()}, because))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The reasons in order; what nothing had to be added to is simply written."""
        told = tuple(self._steps)
        return told if any(not step.rule.startswith(DOUBT) for step in told) else (Step("written"), *told)
