"""The smallest pieces that say something of time."""

from __future__ import annotations

from typing import NamedTuple

from timeline.lexicon import Fields
from timeline.model import Unit


class Morpheme(NamedTuple):
    """The smallest piece that says something of time. `value` holds fields of a `Point`, or what its kind needs."""

    kind: str
    value: Fields
    start: int
    end: int


class Amount(NamedTuple):
    """So many units; `vague` where the numeral is 数, 几, 多 or 余. 数日 has no number."""

    number: float | None
    unit: Unit
    vague: bool = False
