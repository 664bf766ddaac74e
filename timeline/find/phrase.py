"""What a row of the tables is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from timeline.find.morpheme import Morpheme
from timeline.model import Anchor, Shift, Unit, Value


class Phrase(NamedTuple):
    """A row: its name, its shape, how its value is built, and examples."""

    name: str  # what `explain` prints
    shape: str
    build: Callable[[tuple[Morpheme, ...]], Value]
    examples: Mapping[str, Value]


def now(unit: Unit, amount: float = 0) -> Shift:
    """So many units from the day of the text: 去年 is a year back."""
    return Shift(unit, amount, Anchor.NOW)


def focus(unit: Unit, amount: float = 0) -> Shift:
    """So many units from what was said before: 翌年 is the year after it."""
    return Shift(unit, amount, Anchor.FOCUS)


def event(unit: Unit, amount: float = 0) -> Shift:
    """So many units from what has just been told: 次日 is the day after it."""
    return Shift(unit, amount, Anchor.EVENT)
