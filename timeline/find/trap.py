"""What a row of the table of traps is."""

from __future__ import annotations

from typing import NamedTuple


class Trap(NamedTuple):
    """A row. Patterns are empty where they do not matter; `left` must end where the expression begins."""

    name: str
    phrases: frozenset[str]  # the rows of the table of phrases that fall into it
    inside: str
    left: str
    right: str
    trap: str  # nothing may be found in it
    sound: str  # something must be found in it


def rows_of(*names: str) -> frozenset[str]:
    """The rows of the table of phrases that fall into a trap."""
    return frozenset(names)


LENGTHS = rows_of("length", "length, two ends", "last")
DAYS = rows_of("point")
