"""Public holidays of the mainland, against the State Council's notices."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendars import observances, statutory


@pytest.mark.parametrize(
    ("key", "year", "first", "last"),
    [
        ("yuandan", 2008, "2007-12-30", "2008-01-01"),
        ("chunjie", 2020, "2020-01-24", "2020-02-02"),  # made longer on 26 January
        ("chunjie", 2024, "2024-02-10", "2024-02-17"),
        ("chunjie", 2025, "2025-01-28", "2025-02-04"),
        ("qingming", 2023, "2023-04-05", "2023-04-05"),
        ("laodongjie", 2023, "2023-04-29", "2023-05-03"),
        ("duanwu", 2023, "2023-06-22", "2023-06-24"),
        ("zhongqiu", 2023, "2023-09-29", "2023-10-06"),  # one stretch with 国庆节
        ("guoqing", 2023, "2023-09-29", "2023-10-06"),
        ("guoqing", 2024, "2024-10-01", "2024-10-07"),
    ],
)
def test_holiday(key: str, year: int, first: str, last: str) -> None:
    assert tuple(map(str, statutory.holiday(key, year) or ())) == (first, last)


@pytest.mark.parametrize(
    ("key", "year", "region", "first", "last"),
    [
        ("chunjie", 2024, "TW", "2024-02-08", "2024-02-14"),  # 補班 on 17 February
        ("chunjie", 2025, "TW", "2025-01-25", "2025-02-02"),
        ("tw-ererba", 2023, "TW", "2023-02-25", "2023-02-28"),
        ("tw-ertongjie", 2023, "TW", "2023-04-01", "2023-04-05"),
        ("tw-guoqingri", 2023, "TW", "2023-10-07", "2023-10-10"),
        ("fuhuojie", 2024, "HK", "2024-03-29", "2024-04-01"),
        ("chunjie", 2024, "HK", "2024-02-10", "2024-02-13"),
        ("zhongqiu", 2024, "HK", "2024-09-18", "2024-09-18"),  # 中秋節翌日
        ("foudan", 2024, "MO", "2024-05-15", "2024-05-15"),
        ("guoqing", 2024, "MO", "2024-10-01", "2024-10-02"),
    ],
)
def test_the_other_regions_keep_their_own(key: str, year: int, region: str, first: str, last: str) -> None:
    assert tuple(map(str, statutory.holiday(key, year, region) or ())) == (first, last)


@pytest.mark.parametrize(
    ("key", "region"),
    [("guoqing", "TW"), ("ertongjie", "TW"), ("qingrenjie", "TW"), ("chunjie", "US"), ("fuhuojie", "CN")],
)
def test_what_is_no_holiday_there(key: str, region: str) -> None:
    assert statutory.holiday(key, 2024, region) is None


def test_working_days_of_taiwan() -> None:
    assert statutory.working_days("chunjie", 2024, "TW") == (date(2024, 2, 17),)


def test_working_days() -> None:
    assert statutory.working_days("chunjie", 2024) == (date(2024, 2, 4), date(2024, 2, 18))
    assert statutory.working_days("qingming", 2023) == ()
    assert statutory.working_days("guoqing", 2090) == ()


@pytest.mark.parametrize(
    ("key", "year"), [("guoqing", 2007), ("guoqing", 2090), ("quanguo-zhucanri", 2023), ("ertongjie", 2023)]
)
def test_what_has_no_announced_days_off(key: str, year: int) -> None:
    assert statutory.holiday(key, year) is None


def test_announced() -> None:
    assert not statutory.announced(2007)
    assert statutory.announced(2008)
    assert statutory.announced(2026)
    assert not statutory.announced(2090)


@given(st.sampled_from(statutory.KEYS), st.integers(2008, 2026))
def test_the_day_itself_is_off(key: str, year: int) -> None:
    found, day = statutory.holiday(key, year), observances.dates(key, year)
    assert found is not None
    assert day is not None
    assert found[0] <= day[0] <= found[1]
    assert not set(statutory.working_days(key, year)) & {found[0], found[1]}
