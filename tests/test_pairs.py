"""Pairs of tellings, each with a verdict written before the program saw it: one happening, or only alike."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline.events.tellings.differences import VETOES
from timeline.merge import merge
from timeline.model import Story
from timeline.pipeline import tell
from timeline.text import document


class Pair(NamedTuple):
    side: str  # open, held, later, fresh, kept, read, unread, everyday, blind, press, shelf, wire or desk
    same: bool
    one: Story
    other: Story
    why: str


def pairs() -> list[Pair]:
    """The rows of the table, their documents understood."""
    lines = Path(__file__).with_name("gold").joinpath("pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    found = []
    for side, verdict, one, other, why in rows:
        assert verdict in ("same", "apart")
        texts = (text.replace("⏎", "\n") for text in (one, other))
        stories = (tell(document(f"{name}.txt", text)) for name, text in zip("甲乙", texts, strict=True))
        found.append(Pair(side, verdict == "same", *stories, why))
    return found


@pytest.fixture(scope="module")
def table() -> list[Pair]:
    return pairs()


def joined(pair: Pair) -> bool:
    """Whether an event has evidence in both documents."""
    return any(len({e.document for e in event.evidence}) == 2 for event in merge([pair.one, pair.other]).events)


def f1(rows: list[Pair]) -> float:
    verdicts = [(pair.same, joined(pair)) for pair in rows]
    right = verdicts.count((True, True))
    return 2 * right / (2 * right + verdicts.count((True, False)) + verdicts.count((False, True)))


@pytest.mark.parametrize(
    ("side", "rows", "floor"),
    [
        ("open", 124, 0.99),
        ("held", 60, 0.94),
        ("later", 32, 0.98),
        ("fresh", 136, 0.87),
        ("kept", 40, 0.91),
        ("read", 60, 0.86),
        ("unread", 60, 0.88),
        ("everyday", 199, 0.87),
        ("blind", 76, 0.75),
        ("press", 50, 0.95),
        ("shelf", 50, 0.82),
        ("wire", 40, 0.94),
        ("desk", 40, 0.62),
    ],
)
def test_floor(table: list[Pair], side: str, rows: int, floor: float) -> None:
    chosen = [pair for pair in table if pair.side == side]
    assert len(chosen) == rows
    assert 0.3 <= sum(pair.same for pair in chosen) / rows <= 0.7
    assert f1(chosen) >= floor


def test_what_is_only_alike_is_not_made_one(table: list[Pair]) -> None:
    seen = [pair for pair in table if pair.side not in ("held", "kept", "unread", "blind", "shelf", "desk")]
    assert [pair.why for pair in seen if not pair.same and joined(pair)] == []


def test_every_pair_is_there_once_and_says_why(table: list[Pair]) -> None:
    texts = [frozenset((pair.one.document.raw, pair.other.document.raw)) for pair in table]
    assert len(set(texts)) == len(texts)
    assert all(pair.why for pair in table)


@pytest.mark.parametrize("name", VETOES)
def test_a_veto_sets_a_pair_apart_and_no_two_tellings_of_one_thing(table: list[Pair], name: str) -> None:
    veto = VETOES[name]
    fires = {
        same: [
            p.why for p in table if p.same is same and any(veto(*two) for two in product(p.one.events, p.other.events))
        ]
        for same in (True, False)
    }
    assert fires[False]
    for pair in table:
        if pair.same and joined(pair):
            assert not all(veto(*two) for two in product(pair.one.events, pair.other.events)), pair.why
