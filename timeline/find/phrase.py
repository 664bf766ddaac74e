"""What a row of the tables is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from timeline.find.morpheme import Morpheme
from timeline.model import Value


class Phrase(NamedTuple):
    """A row: its name, its shape, how its value is built, and examples."""

    name: str  # what `explain` prints
    shape: str
    build: Callable[[tuple[Morpheme, ...]], Value]
    examples: Mapping[str, Value]
