"""The nth day, week, month, quarter or weekday of a month or a year, counted from either end."""

from __future__ import annotations

import pytest

from timeline.model import Nth, Unit
from timeline.resolve.context import Placed
from timeline.resolve.counted import nth_of
from timeline.resolve.focus import Partial

MAY, JUNE, YEAR = Partial(2022, 5), Partial(2022, 6), Partial(2022)  # 1 May 2022 is a Sunday, 31 May a Tuesday
SUNDAY, MONDAY, TUESDAY, FRIDAY = 6, 0, 1, 4


@pytest.mark.parametrize(
    ("whole", "number", "weekday", "expected"),
    [
        (MAY, 1, SUNDAY, "2022-05-01"),
        (MAY, 1, MONDAY, "2022-05-02"),
        (MAY, 3, SUNDAY, "2022-05-15"),
        (MAY, 5, TUESDAY, "2022-05-31"),
        (MAY, 5, FRIDAY, "2022-05"),  # it has only four
        (MAY, -1, TUESDAY, "2022-05-31"),
        (MAY, -1, SUNDAY, "2022-05-29"),
        (MAY, -1, FRIDAY, "2022-05-27"),
        (MAY, -2, FRIDAY, "2022-05-20"),
        (MAY, -5, SUNDAY, "2022-05-01"),
        (MAY, -5, FRIDAY, "2022-05"),
        (YEAR, 1, MONDAY, "2022-01-03"),
        (YEAR, -1, FRIDAY, "2022-12-30"),
    ],
)
def test_weekdays(whole, number, weekday, expected):
    assert nth_of(Nth(number, Unit.WEEK), weekday, Placed(whole)).edtf() == expected


@pytest.mark.parametrize(
    ("whole", "nth", "expected"),
    [
        (MAY, Nth(1, Unit.DAY), "2022-05-01"),
        (MAY, Nth(3, Unit.DAY), "2022-05-03"),
        (MAY, Nth(1, Unit.DAY, 5), "2022-05-01/2022-05-05"),
        (MAY, Nth(-1, Unit.DAY), "2022-05-31"),
        (MAY, Nth(-1, Unit.DAY, 5), "2022-05-27/2022-05-31"),
        (YEAR, Nth(-1, Unit.DAY, 2), "2022-12-30/2022-12-31"),
        # The week of the first of June, a Wednesday, has five of its days; that of the first of May only one.
        (JUNE, Nth(1, Unit.WEEK), "2022-05-30/2022-06-05"),
        (MAY, Nth(1, Unit.WEEK), "2022-05-02/2022-05-08"),
        (MAY, Nth(2, Unit.WEEK), "2022-05-09/2022-05-15"),
        (MAY, Nth(1, Unit.WEEK, 2), "2022-05-02/2022-05-15"),
        (YEAR, Nth(1, Unit.WEEK), "2022-01-03/2022-01-09"),
        (MAY, Nth(-1, Unit.WEEK), "2022-05-23/2022-05-29"),
        (MAY, Nth(-1, Unit.WEEK, 2), "2022-05-16/2022-05-29"),
        (YEAR, Nth(-1, Unit.WEEK), "2022-12-26/2023-01-01"),
        (YEAR, Nth(1, Unit.MONTH), "2022-01"),
        (YEAR, Nth(1, Unit.MONTH, 2), "2022-01/2022-02"),
        (YEAR, Nth(12, Unit.MONTH), "2022-12"),
        (YEAR, Nth(-1, Unit.MONTH), "2022-12"),
        (YEAR, Nth(-1, Unit.MONTH, 2), "2022-11/2022-12"),
        (YEAR, Nth(1, Unit.QUARTER), "2022-01/2022-03"),
        (YEAR, Nth(2, Unit.QUARTER), "2022-04/2022-06"),
        (YEAR, Nth(1, Unit.QUARTER, 3), "2022-01/2022-09"),
        (YEAR, Nth(-1, Unit.QUARTER), "2022-10/2022-12"),
        (YEAR, Nth(-1, Unit.QUARTER, 2), "2022-07/2022-12"),
        (YEAR, Nth(2, Unit.YEAR), "2022"),  # no year has a second year
    ],
)
def test_days_weeks_months_and_quarters(whole, nth, expected):
    assert nth_of(nth, None, Placed(whole)).edtf() == expected


def test_without_its_year_nothing_is_counted():
    assert nth_of(Nth(1, Unit.WEEK), None, Placed(Partial(None, 5))).edtf() == "XXXX-05"


def test_months_of_a_stretch_that_runs_into_the_next_year():
    school_year = Placed(stretch="2022-08/2023-07")
    assert nth_of(Nth(6, Unit.MONTH), None, school_year).edtf() == "2023-01"
    assert nth_of(Nth(4, Unit.MONTH, 3), None, school_year).edtf() == "2022-11/2023-01"
    assert nth_of(Nth(-1, Unit.MONTH, 8), None, school_year).edtf() == "2022-12/2023-07"
