"""Every named piece of a month, a year, a decade and a century, and both its ends."""

from __future__ import annotations

import pytest

from timeline.model import Section
from timeline.resolve.focus import Partial
from timeline.resolve.sections import Side, century, decade, last_day, text

MAY, YEAR = Partial(2022, 5), Partial(2022)


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (Section.EARLY, "2022-05-01/2022-05-10"),
        (Section.MIDDLE, "2022-05-11/2022-05-20"),
        (Section.LATE, "2022-05-21/2022-05-31"),
        (Section.FIRST_TEN, "2022-05-01/2022-05-10"),
        (Section.SECOND_TEN, "2022-05-11/2022-05-20"),
        (Section.THIRD_TEN, "2022-05-21/2022-05-31"),
        (Section.FIRST_SECOND_TEN, "2022-05-01/2022-05-20"),
        (Section.SECOND_THIRD_TEN, "2022-05-11/2022-05-31"),
        (Section.FIRST_HALF, "2022-05-01/2022-05-15"),
        (Section.SECOND_HALF, "2022-05-16/2022-05-31"),
        (Section.WHOLE, "2022-05"),
        (Section.SPRING, "2022-05"),  # no month has one
        (None, "2022-05"),
    ],
)
def test_pieces_of_a_month(section, expected):
    assert text(MAY, section) == expected
    first, _, last = expected.partition("/")
    assert text(MAY, section, Side.START) == first
    assert text(MAY, section, Side.END) == (last or first)


@pytest.mark.parametrize(
    ("section", "alone", "start", "end"),
    [
        (Section.EARLY, "2022-01", "2022-01", "2022-01"),
        (Section.MIDDLE, "2022-06", "2022-06", "2022-06"),
        (Section.LATE, "2022-12", "2022-12", "2022-12-31"),  # 到2022年底
        (Section.SPRING, "2022-21", "2022-21", "2022-21"),
        (Section.SUMMER, "2022-22", "2022-22", "2022-22"),
        (Section.AUTUMN, "2022-23", "2022-23", "2022-23"),
        (Section.WINTER, "2022-24", "2022-24", "2022-24"),
        (Section.Q1, "2022-33", "2022-33", "2022-33"),
        (Section.Q2, "2022-34", "2022-34", "2022-34"),
        (Section.Q3, "2022-35", "2022-35", "2022-35"),
        (Section.Q4, "2022-36", "2022-36", "2022-36"),
        (Section.FIRST_HALF, "2022-40", "2022-40", "2022-40"),
        (Section.SECOND_HALF, "2022-41", "2022-41", "2022-41"),
        (Section.ACADEMIC, "2022-08/2023-07", "2022-08", "2023-07"),
        (Section.SUMMER_BREAK, "2022-07/2022-08", "2022-07", "2022-08"),
        (Section.WINTER_BREAK, "2022-01/2022-02", "2022-01", "2022-02"),
        (Section.AUTUMN_TERM, "2022-09/2023-01", "2022-09", "2023-01"),
        (Section.SPRING_TERM, "2022-02/2022-07", "2022-02", "2022-07"),
        (Section.WHOLE, "2022", "2022", "2022"),
        (Section.FIRST_TEN, "2022", "2022", "2022"),  # no year has one
        (None, "2022", "2022", "2022"),
    ],
)
def test_pieces_of_a_year(section, alone, start, end):
    assert [text(YEAR, section, side) for side in (Side.ALONE, Side.START, Side.END)] == [alone, start, end]


def test_a_day_has_no_pieces_and_an_unknown_year_has_them():
    assert text(Partial(2022, 5, 3), Section.LATE) == "2022-05-03"
    assert text(Partial(None, 2), Section.LATE) == "XXXX-02-21/XXXX-02-29"
    assert text(Partial(None), Section.LATE) == "XXXX-12"
    assert text(Partial(None), Section.LATE, Side.END) == "XXXX-12-31"
    assert text(Partial(None), Section.ACADEMIC) == "XXXX"


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        (2023, 2, 28),
        (2024, 2, 29),
        (1900, 2, 28),
        (2000, 2, 29),
        (None, 2, 29),
        (1, 2, 28),
        (9999, 12, 31),
        (2022, 4, 30),
    ],
)
def test_the_last_day_of_a_month(year, month, expected):
    assert last_day(year, month) == expected


@pytest.mark.parametrize("year", [-1, 0, 10_000])
def test_a_year_that_no_calendar_has_ends_its_february_on_the_29th(year):
    assert last_day(year, 2) == 29


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (None, "199X"),
        (Section.EARLY, "1990/1993"),
        (Section.MIDDLE, "1994/1996"),
        (Section.LATE, "1997/1999"),
        (Section.SPRING, "199X"),
    ],
)
def test_pieces_of_ten_years(section, expected):
    assert decade(1990, section) == expected


@pytest.mark.parametrize(
    ("number", "section", "expected"),
    [
        (20, None, "19XX"),
        (1, None, "00XX"),
        (20, Section.EARLY, "1901/1910"),
        (20, Section.MIDDLE, "1941/1960"),
        (20, Section.LATE, "1991/2000"),
        (20, Section.FIRST_HALF, "1901/1950"),
        (20, Section.SECOND_HALF, "1951/2000"),
        (20, Section.SPRING, "19XX"),
    ],
)
def test_pieces_of_a_hundred_years(number, section, expected):
    assert century(number, section) == expected
