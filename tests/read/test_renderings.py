"""The same document in another format says the same: its times, and the events on them."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.read.rendering import FORMS, said, traditional

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@cache
def plain(path: Path) -> tuple[Counter[object], Counter[object]]:
    return said("a.txt", path.read_bytes())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_format_changes_nothing(path: Path, form: str) -> None:
    name, clothe = FORMS[form]
    values, events = said(name, clothe(path.read_bytes().decode()))
    wanted_values, wanted_events = plain(path)
    assert (values & wanted_values).total() >= 0.98 * wanted_values.total()
    assert (events & wanted_events).total() >= 0.9 * wanted_events.total()
    if not form.startswith(("wrapped", "Big5")):
        assert values == wanted_values


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_big5_says_the_same_as_the_same_text_in_utf8(path: Path) -> None:
    text = traditional(path.read_bytes().decode())
    assert said("a.txt", text.encode("big5hkscs")) == said("a.txt", text.encode())
