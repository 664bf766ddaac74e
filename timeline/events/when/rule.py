"""What a row of the table of roles is."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from timeline.events.mentions import Mention


class Part(Enum):
    """What a mention does."""

    EVENT = "event"  # something happens then
    MINOR = "minor"  # something happens then, but the date is the year of a thing's name, or the words name nothing
    END = "end"  # the end of a stretch: 持续至5月22日
    FRAME = "frame"  # holds for the sections below and is no event
    NONE = "none"


class Rule(NamedTuple):
    """A row: its name, what the mention does where it holds, when it holds, and examples."""

    name: str
    part: Part
    holds: Callable[[Mention], bool]
    examples: tuple[str, ...] = ()
