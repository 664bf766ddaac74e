"""THE TABLE of sound phrases: what each looks like, what it says, and examples that the tests run.

The longest phrase at a place wins, so the order of the rows means nothing; two rows that fit the same words are a fault
that the tests find. A shape is written in the names of morphemes (`counts.py`, `data/words.toml`) and of sub-shapes
(`shapes.py`).
"""

from __future__ import annotations

from timeline.find.phrases.lengths import LENGTHS
from timeline.find.phrases.occasions import OCCASIONS
from timeline.find.phrases.periods import PERIODS
from timeline.find.phrases.points import POINTS
from timeline.find.recurrences import RECURRENCES

PHRASES = (*POINTS, *PERIODS, *LENGTHS, *OCCASIONS, *RECURRENCES)
