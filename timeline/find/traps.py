"""What looks like a time and is none. Each row takes findings away; it never adds any.

A row says where it looks: at the phrase that was found, its words, what stands before them and what follows. All that a
row says must hold. Every row carries a sentence in which it must fire and one in which it must not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from timeline.find.false_days import FALSE_DAYS
from timeline.find.false_lengths import FALSE_LENGTHS
from timeline.find.false_names import FALSE_NAMES
from timeline.find.false_numbers import FALSE_NUMBERS
from timeline.find.false_words import FALSE_WORDS

TRAPS = (*FALSE_LENGTHS, *FALSE_DAYS, *FALSE_NUMBERS, *FALSE_NAMES, *FALSE_WORDS)


class _Compiled(NamedTuple):
    name: str
    inside: re.Pattern[str] | None
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None


@cache
def _by_phrase() -> Mapping[str, tuple[_Compiled, ...]]:
    table: dict[str, list[_Compiled]] = {}
    for trap in TRAPS:
        row = _Compiled(
            trap.name,
            re.compile(trap.inside) if trap.inside else None,
            re.compile(f"(?:{trap.left})$") if trap.left else None,
            re.compile(trap.right) if trap.right else None,
        )
        for phrase in trap.phrases:
            table.setdefault(phrase, []).append(row)
    return {phrase: tuple(rows) for phrase, rows in table.items()}


_LOOK_BACK = 16


def trap(text: str, phrase: str, start: int, end: int) -> str | None:
    """The name of the trap that the words between `start` and `end` are, or None where they are a time."""
    for row in _by_phrase().get(phrase, ()):
        if (
            (row.right is None or row.right.match(text, end))
            and (row.inside is None or row.inside.fullmatch(text, start, end))
            and (row.left is None or row.left.search(text[max(0, start - _LOOK_BACK) : start]))
        ):
            return row.name
    return None
