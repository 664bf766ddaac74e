"""The question after the year of a date, and the answer to it, as every rule takes and gives them."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from timeline.model import Certainty, Claim, Expression, Naming, Span
from timeline.resolve.focus import Focus
from timeline.resolve.scene import Scene


class Query(NamedTuple):
    """A month, perhaps with its day, whose year is asked for; without a month the year of the passage is asked for."""

    month: int | None
    day: int | None
    expression: Expression
    focus: Focus
    scene: Scene


class Verdict(NamedTuple):
    """A year, the rule that found it, and its proof."""

    year: int | None  # None: no witness knows it
    rule: str
    sure: Certainty
    because: Span | None = None  # raw
    beside: Verdict | None = None  # a witness of the document that was asked too: it agrees, or it does not


def claimed(claim: Claim[int] | None, sure: Certainty = Certainty.DERIVED) -> Verdict | None:
    """The verdict of what the document claims; None where it claims nothing."""
    return Verdict(claim.value, claim.rule, sure, claim.because) if claim else None


def of_naming(query: Query, year: int, naming: Naming, rule: str, sure: Certainty) -> Verdict:
    """The verdict of a year that the document names."""
    return Verdict(year, rule, sure, query.scene.document.raw_span(naming.at))


def closest(month: int, day: int | None, days: tuple[date, ...], reach: int) -> int | None:
    """The year in which a month or day lies closest to one of `days` (sorted), at most `reach` days away."""
    best: tuple[int, int] | None = None
    for year in sorted({known.year + turn for known in days for turn in (-1, 0, 1)}):
        try:
            wanted = date(year, month, day or 15)
        except ValueError:
            continue
        at = bisect_left(days, wanted)
        distance = min((abs((known - wanted).days) for known in days[max(at - 1, 0) : at + 1]), default=reach + 1)
        if distance <= reach and (best is None or distance < best[0]):
            best = (distance, year)
    return best[1] if best else None
