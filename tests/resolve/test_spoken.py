"""What a phrase means to one who hears it at a known moment: a table that was written by reading."""

from datetime import datetime
from pathlib import Path

import pytest

from timeline.model import When
from timeline.pipeline import interpret

MOMENT = datetime(2023, 6, 14, 10)  # a Wednesday
LINES = Path(__file__).with_name("spoken.tsv").read_text(encoding="utf-8").splitlines()
PHRASES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


def written(when: When) -> str:
    """The value as the table writes it, `empty` where no number is told; what is only about right is right."""
    signs = (("", when.edtf), ("T", when.time), ("@", when.part), ("", when.duration), ("R:", when.rrule))
    return " ".join(sign + str(value) for sign, value in signs if value).replace("~", "") or "empty"


@pytest.mark.parametrize(("text", "value"), PHRASES, ids=[text for text, _ in PHRASES])
def test_meaning(text: str, value: str) -> None:
    (resolution,) = interpret(text, MOMENT)
    assert resolution.expression.text == text
    assert resolution.when is not None
    assert written(resolution.when) == value
