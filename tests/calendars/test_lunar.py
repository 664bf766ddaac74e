"""Lunar days and solar terms, against the printed almanac."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendars import lunar, terms

NEW_YEARS = {
    1912: "1912-02-18", 1949: "1949-01-29", 1985: "1985-02-20", 2008: "2008-02-07", 2020: "2020-01-25",
    2022: "2022-02-01", 2023: "2023-01-22", 2024: "2024-02-10", 2025: "2025-01-29", 2026: "2026-02-17",
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_spring_festival(year: int, day: str) -> None:
    assert str(lunar.civil(year, 1, 1)) == day


@pytest.mark.parametrize(
    ("year", "month", "day", "leap", "civil"),
    [
        (2023, 8, 15, False, "2023-09-29"),
        (2024, 5, 5, False, "2024-06-10"),
        (2020, 4, 1, True, "2020-05-23"),
        (2025, 6, 1, True, "2025-07-25"),
        (2022, 12, 8, False, "2022-12-30"),
        (1900, 1, 1, False, "1900-01-31"),
        # Days of history: 百日维新, 咸丰北狩, 康熙崩, 甲申之变, 永乐即位, 安史之乱, 玄武门之变.
        (1898, 4, 23, False, "1898-06-11"),
        (1860, 8, 8, False, "1860-09-22"),
        (1722, 11, 13, False, "1722-12-20"),
        (1644, 3, 19, False, "1644-04-25"),
        (1402, 6, 17, False, "1402-07-17"),
        (755, 11, 9, False, "0755-12-16"),
        (626, 6, 4, False, "0626-07-02"),
    ],
)
def test_civil(year: int, month: int, day: int, leap: bool, civil: str) -> None:
    assert str(lunar.civil(year, month, day, leap)) == civil


@pytest.mark.parametrize(
    ("year", "month", "day", "leap"),
    [
        (2025, 12, 30, False),
        (2024, 2, 1, True),
        (2023, 13, 1, False),
        (2023, 1, 31, False),
        (1644, 2, 30, False),
        (1644, 2, 1, True),
        (-100, 1, 1, False),
        (2101, 1, 1, False),
    ],
)
def test_a_day_that_does_not_exist_or_is_not_known(year: int, month: int, day: int, leap: bool) -> None:
    assert lunar.civil(year, month, day, leap) is None


def test_leap_months() -> None:
    leaps = {year: [n for n in range(1, 13) if lunar.civil(year, n, 1, leap=True)] for year in range(2017, 2027)}
    assert {year: months for year, months in leaps.items() if months} == {2017: [6], 2020: [4], 2023: [2], 2025: [6]}


def test_the_eve_has_the_29th_or_the_30th() -> None:
    eve = lunar.eve(2025)
    assert str(eve) == "2025-01-28"
    assert eve is not None
    assert lunar.lunar(eve) == lunar.LunarDay(2024, 12, 29)
    assert lunar.lunar(date(2024, 2, 9)) == lunar.LunarDay(2023, 12, 30)
    assert lunar.eve(2102) is None


def test_a_month_has_29_days_or_30() -> None:
    assert tuple(map(str, lunar.month(2023, 2, leap=True) or ())) == ("2023-03-22", "2023-04-19")
    assert tuple(map(str, lunar.month(2024, 12) or ())) == ("2024-12-31", "2025-01-28")
    assert lunar.month(2024, 2, leap=True) is None


@given(st.dates(min_value=date(1583, 1, 1), max_value=date(2101, 1, 28)))
def test_there_and_back(day: date) -> None:
    found = lunar.lunar(day)
    assert found is not None
    assert lunar.civil(*found) == day


def test_julian_days_there_and_back() -> None:
    assert lunar.lunar(date(626, 7, 2)) == lunar.LunarDay(626, 6, 4)
    assert lunar.lunar(date(1582, 10, 10)) is None  # it never was


@given(st.dates(min_value=date(2101, 1, 29)))
def test_outside_nothing_is_known(day: date) -> None:
    assert lunar.lunar(day) is None
    assert lunar.sexagenary_year(day) is None


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (2022, "冬至", "2022-12-22"),
        (2021, "冬至", "2021-12-21"),
        (2023, "清明", "2023-04-05"),
        (2024, "清明", "2024-04-04"),
        (2024, "立春", "2024-02-04"),
        (2021, "立春", "2021-02-03"),
        (2024, "秋分", "2024-09-22"),
        (2024, "夏至", "2024-06-21"),
        (2025, "小雪", "2025-11-22"),
        (1979, "大寒", "1979-01-20"),
    ],
)
def test_terms(year: int, name: str, day: str) -> None:
    assert str(terms.day(year, name)) == day


@given(st.integers(terms.FIRST_YEAR, terms.LAST_YEAR))
def test_terms_follow_each_other_by_half_a_month(year: int) -> None:
    days = [found for name in terms.NAMES if (found := terms.day(year, name))]
    assert len(days) == 24
    assert all(14 <= (after - before).days <= 16 for before, after in pairwise(days))


def test_no_terms_outside() -> None:
    assert terms.day(1899, "冬至") is None
    assert terms.day(2101, "小寒") is None
