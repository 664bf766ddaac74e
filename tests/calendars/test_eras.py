"""Years as eras count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import catalogue
from timeline.calendars import eras
from timeline.text.folding import fold


@pytest.mark.parametrize(
    ("era", "number", "year"),
    [
        ("民国", 113, 2024),
        ("中华民国", 38, 1949),
        ("民国前", 1, 1911),
        ("公元", 618, 618),
        ("公元前", 221, -220),
        ("公元前", 1, 0),
        ("光绪", 24, 1898),
        ("光绪", 34, 1908),
        ("宣统", 3, 1911),
        ("清乾隆", 60, 1795),
        ("乾隆", 1, 1736),
        ("康熙", 61, 1722),
        ("明洪武", 1, 1368),
        ("贞观", 23, 649),
        ("万历", 15, 1587),
        ("昭和", 64, 1989),
        ("平成", 31, 2019),
        ("令和", 6, 2024),
    ],
)
def test_civil_year(era: str, number: int, year: int) -> None:
    assert eras.civil_year(era, number) == year
    assert eras.civil_year(fold(era), number) == year


@pytest.mark.parametrize(
    ("era", "number"), [("光绪", 35), ("洪熙", 2), ("平成", 32), ("无此", 1), ("民国", 0), ("", 3)]
)
def test_a_year_that_never_came(era: str, number: int) -> None:
    assert eras.civil_year(era, number) is None


def test_a_title_taken_twice() -> None:
    assert eras.civil_year("至元", 20) == 1283  # the second one had six years only
    assert eras.civil_year("至元", 3) == 1266
    assert eras.civil_year("至元", 3, near=1340) == 1337
    assert eras.civil_year("上元", 1, near=755) == 760


@pytest.mark.parametrize(
    ("name", "near", "year"),
    [
        ("癸卯", 2020, 2023),
        ("甲辰", 2024, 2024),
        ("乙巳", 2024, 2025),
        ("甲午", 1900, 1894),
        ("庚子", 1901, 1900),
        ("甲子", 2000, 1984),
    ],
)
def test_sexagenary(name: str, near: int, year: int) -> None:
    assert eras.sexagenary_year(name, near) == year
    assert eras.sexagenary(year) == name


@pytest.mark.parametrize("name", ["甲丑", "子甲", "甲", "", "辛亥革"])
def test_no_such_year_in_the_cycle(name: str) -> None:
    assert eras.sexagenary_year(name, 2000) is None


def test_zodiac() -> None:
    assert [eras.zodiac_year(animal, 2024) for animal in "兔龙蛇"] == [2023, 2024, 2025]
    assert eras.zodiac_year("猫", 2024) is None


@given(st.integers(-500, 3000), st.integers(-500, 3000))
def test_the_nearest_year_of_a_name(year: int, near: int) -> None:
    found = eras.sexagenary_year(eras.sexagenary(year), near)
    assert found is not None
    assert (found - year) % 60 == 0
    assert abs(found - near) <= 30


def test_every_reign_has_its_first_and_last_year() -> None:
    for title, stretches in catalogue.eras().reigns.items():
        for first, last in stretches:
            assert first <= last, title
        assert eras.civil_year(title, 1) == stretches[0][0]


def test_reign_years() -> None:
    assert eras.reign_years("乾隆") == (1736, 1795)
    assert eras.reign_years("清光绪") == (1875, 1908)
    assert eras.reign_years("至元") is None  # twice
