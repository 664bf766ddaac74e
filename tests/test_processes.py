"""Several processes: results in the order of their items, and a death costs no more than another try."""

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from timeline.patterns import keeps
from timeline.processes import spread


def squared(number: int) -> int:
    if number == 13:
        raise ValueError("no luck")
    time.sleep(0.02 if number % 3 == 0 else 0)
    return number * number


def patient(number: int) -> int:
    time.sleep(0.5 if number == 0 else 0)
    return number


def keeping(_: int) -> bool:
    return keeps()


def fatal_once(number: int, folder: Path) -> int:
    """Kills its process when it first meets a 5, and always at a 7."""
    mark = folder / str(number)
    if number == 7 or (number == 5 and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_order_and_a_fault_is_one_of_them(jobs: int) -> None:
    found = list(spread(squared, range(20), jobs))
    assert [done.item for done in found] == list(range(20))
    assert [done.result for done in found] == [None if n == 13 else n * n for n in range(20)]
    assert [done.fault for done in found if done.fault] == ["ValueError: no luck"]


@pytest.mark.parametrize("kept", [True, False])
def test_processes_keep_patterns_where_this_one_does(kept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.patterns.keeps", lambda: kept)
    assert [done.result for done in spread(keeping, range(2), 2)] == [kept] * 2


def test_where_order_does_not_matter_a_slow_item_holds_up_nobody() -> None:
    found = [done.item for done in spread(patient, range(20), 2, ordered=False)]
    assert sorted(found) == list(range(20))
    assert found[-1] == 0


def test_no_more_is_taken_than_is_worked_at() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = spread(squared, items(), 2)
    assert next(results).result == 0
    assert len(taken) < 40
    results.close()


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_a_death_costs_another_try_and_three_deaths_the_item(tmp_path: Path) -> None:
    found = list(spread(partial(fatal_once, folder=tmp_path), range(10), 2))
    assert [done.result for done in found] == [0, 1, 2, 3, 4, 5, 6, None, 8, 9]
    assert [done.item for done in found if done.lost] == [7]


def test_nothing_to_do_starts_nothing() -> None:
    assert list(spread(squared, (), 4)) == []
