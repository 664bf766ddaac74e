"""A thousand hostile documents, and each that ever broke something: no exception, nothing over two seconds."""

import json
from pathlib import Path

import pytest

from tests.hostile.documents import LARGE, document
from tests.hostile.endurance import endured, of_text

SECONDS = 2.0
REGRESSIONS = [
    json.loads(line) for line in Path(__file__).with_name("regressions.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_a_number_names_one_document_and_no_two_are_alike() -> None:
    made = [document(number) for number in range(200)]
    assert made == [document(number) for number in range(200)]
    assert len(set(made)) > 190
    assert len(document(LARGE - 1).encode()) > 9_000_000


def test_the_grammar_grows_what_it_promises() -> None:
    text = "".join(map(document, range(400)))
    planes = {ord(sign) >> 16 for sign in text}
    assert planes == set(range(17))
    assert any("\ud800" <= sign <= "\udfff" for sign in text)
    assert all(sign in text for sign in "\x00\x1b\u202e\u2028\ufeff「『“（")
    assert any(len(document(number)) > 5_000 for number in range(400))


@pytest.mark.parametrize("hundred", range(10))
def test_a_thousand_documents_break_nothing(hundred: int) -> None:
    found = [endured(number) for number in range(hundred * 100, hundred * 100 + 100)]
    assert [one for one in found if one.faults] == []
    assert [one for one in found[1:] if one.seconds > SECONDS] == []  # the first one loads the program
    assert sum(one.expressions for one in found) > 500


@pytest.mark.parametrize("row", REGRESSIONS, ids=[row["name"] for row in REGRESSIONS])
def test_what_once_broke_something_breaks_nothing_now(row: dict[str, str]) -> None:
    text = row["text"] + row.get("more", "") * int(row.get("times", 0))
    for number in range(4):  # read as a text, and as a file, on each of the days that are tried
        one = of_text(number, text)
        assert one.faults == ()
        assert one.seconds < SECONDS
