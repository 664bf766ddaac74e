"""A text twice as long takes no more than twice as many steps, whatever its structure."""

import sys
from types import FrameType

import pytest

from tests.hostile.shapes import SHAPES
from timeline.events.tellings import disputes, repetitions, retellings, sameness
from timeline.pipeline import build
from timeline.text import document

# What many tell of one day, or under one title, is compared with each other up to a number.
CROWDS = [
    (disputes, "_CROWD"),
    (repetitions, "_CROWD"),
    (retellings, "_CROWD"),
    (retellings, "_AMONG"),
    (sameness, "_CROWD"),
]
MORE = 2.25  # times as many calls for twice the lines; what is quadratic even in part comes to more


def calls(text: str) -> int:
    """How often a function is called while a document is built: a measure that no busy machine changes."""
    source, count = document("示例", text), 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        build([source])
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", SHAPES)
def test_a_text_twice_as_long_takes_twice_as_many_steps(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for room, crowd in CROWDS:
        monkeypatch.setattr(room, crowd, 4)
    build([document("示例", SHAPES[name](20))])  # what is loaded at first use is not counted
    shorter = calls(SHAPES[name](80))
    assert calls(SHAPES[name](160)) < MORE * shorter
