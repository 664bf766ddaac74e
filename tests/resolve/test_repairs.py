"""Damaged dates: which reading the document supports, and which it is called."""

from __future__ import annotations

import pytest

from tests.resolve.builder import edtf, written
from timeline.model import Certainty, Period, Point, Repair

MARCH = ("2023年3月6日", Point(year=2023, month=3, day=6))
LOST = ("月9日", Point(day=9), Repair("digit"))


def rules(resolution):
    return [step.rule for step in resolution.steps]


def test_a_lost_month_without_days_around_it_is_the_month_that_was_said():
    found = written("2023年3月开工，月9日封顶。", ("2023年3月", Point(year=2023, month=3)), LOST)
    assert edtf(found)[1] == "2023-03-09"
    assert "repair-said" in rules(found[1])


def test_a_lost_month_of_which_nothing_is_known_is_a_doubt():
    (found,) = written("于月9日封顶。", LOST)
    assert "doubt-repair" in rules(found)
    assert found.certainty is Certainty.GUESSED


def test_of_months_said_as_often_it_is_the_earlier():
    found = written("2023年3月6日开工，4月8日完工。月9日封顶。", MARCH, ("4月8日", Point(month=4, day=8)), LOST)
    assert edtf(found)[2] == "2023-03-09"
    assert "repair-month" in rules(found[2])


def test_days_nearby_count_again():
    far = "。".join(f"1月{day}日" for day in range(1, 10))
    near = "。".join(f"2月{day}日" for day in range(1, 9))
    marks = [(f"1月{day}日", Point(month=1, day=day)) for day in range(1, 10)]
    marks += [(f"2月{day}日", Point(month=2, day=day)) for day in range(1, 9)]
    found = written(f"2023年。{far}。{near}。月9日。", ("2023年", Point(year=2023)), *marks, LOST)
    assert edtf(found)[-1] == "2023-02-09"


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        # 3 to 5 March, or 3 March to 5 November: what was torn is short.
        (((3, 3), (3, 5), (3, 3), (11, 5)), "2023-03-03/2023-03-05"),
        (((3, 3), (11, 5), (3, 3), (3, 5)), "2023-03-03/2023-03-05"),
        # Nobody else says December, both ends of the other are said.
        (((12, 3), (12, 5), (3, 3), (3, 20)), "2023-03-03/2023-03-20"),
        # A day that does not exist makes a stretch that nobody meant.
        (((3, 31), (3, 32), (3, 1), (3, 31)), "2023-03-01/2023-03-31"),
    ],
)
def test_of_two_stretches_the_one_that_is_shared_and_short(readings, expected):
    first, last, other_first, other_last = (Point(month=month, day=day) for month, day in readings)
    both = (Period(start=first, end=last), Period(start=other_first, end=other_last))
    found = written(
        "2023年3月6日开工，33日至5日展出。3月8日、11月4日闭馆。",
        MARCH,
        ("33日至5日", both[0], Repair("月", both)),
        ("3月8日", Point(month=3, day=8)),
        ("11月4日", Point(month=11, day=4)),
    )
    assert edtf(found)[1] == expected
    assert "repair" in rules(found[1])


def test_a_stretch_over_the_turn_of_the_year_is_as_long_as_it_is():
    long = Period(start=Point(year=2022, month=3, day=1), end=Point(year=2023, month=3, day=2))
    short = Period(start=Point(year=2022, month=3, day=1), end=Point(month=3, day=20))
    found = written("2023年3月6日开工，甲乙展出。", MARCH, ("甲乙", long, Repair("月", (long, short))))
    assert edtf(found)[1] == "2022-03-01/2022-03-20"


def test_one_reading_is_called_the_only_one():
    only = Point(month=3, day=11)
    found = written("2023年3月6日开工，311日完工。", MARCH, ("311日", only, Repair("月", (only,))))
    assert edtf(found)[1] == "2023-03-11"
    assert rules(found[1])[0] == "repair-only"


def test_what_comes_after_does_not_lean_on_a_repaired_day():
    only = Point(month=5, day=11)
    found = written(
        "2023年3月6日开工，511日完工，12日休息。",
        MARCH,
        ("511日", only, Repair("月", (only,))),
        ("12日", Point(day=12)),
    )
    assert edtf(found) == ["2023-03-06", "2023-05-11", "2023-03-12"]
