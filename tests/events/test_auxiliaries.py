"""The small words that a headline does without: the examples of the table."""

from __future__ import annotations

import pytest

from timeline.events.editing.auxiliaries import AUXILIARIES
from timeline.events.language.phrases import Phrase


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [(row.name, title, expected) for row in AUXILIARIES for title, expected in row.examples.items()],
)
def test_each_row_does_what_it_says(name: str, title: str, expected: str) -> None:
    row = next(row for row in AUXILIARIES if row.name == name)
    part = Phrase(title, 0)
    for span in row.find(title):
        part = part.without(*span)
    assert part.printed == expected
