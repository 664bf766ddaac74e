"""docs/accuracy.md says what the program does: its table of the five documents is the one that the benchmark makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.accuracy import AIMS, LABELS, labels, measures, put, section, shares, worth

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def measured():
    return worth()


def test_the_tables_of_the_five_documents_are_current(measured) -> None:
    assert put(PAGE, "five documents", section("of this repository", measured)) == PAGE


def test_every_label_reaches_its_aim_on_the_five_documents(measured) -> None:
    for label in LABELS:
        right, wrong = measured.dates[label, True], measured.dates[label, False]
        assert right >= AIMS[label] * (right + wrong), label


def test_the_page_has_tables_of_other_documents_too() -> None:
    others = PAGE.split("<!-- other documents -->")[1].split("<!-- end of other documents -->")[0]
    assert len(re.findall(r"^\| .* \| \d\.\d{3} of \d+ \|", others, re.MULTILINE)) >= 2


def test_sets_of_documents_are_one_line_each(measured) -> None:
    assert measures({"A": measured, "B": measured}).count("| 97 |") == 2
    assert shares({"A": measured}).splitlines()[2].startswith("| A | 1.000 of 38 | 1.000 of 55 | 1.000 of 4 |")


def test_a_label_that_was_never_given_says_so() -> None:
    assert "| guessed | 0 | 0 | none | 0.75 |" in labels({("written", True): 3, ("written", False): 1} | _nothing())


def _nothing() -> dict[tuple[str, bool], int]:
    return {(label, right): 0 for label in ("derived", "guessed") for right in (True, False)}
