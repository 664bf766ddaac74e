"""Days of observances in a year, and the year of an ordinal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.calendars import observances
from timeline.catalogue import Entry, load

COUNTED = [entry for entry in load() if entry.first is not None]


@pytest.mark.parametrize(
    ("key", "year", "text"),
    [
        ("quanguo-zhucanri", 2022, "2022-05-15"),
        ("quanguo-zhucanri", 2023, "2023-05-21"),
        ("shanghai-zhucanzhou", 2023, "2023-05-15/2023-05-21"),
        ("canji-yufangri", 2023, "2023-08-25"),
        ("guoji-canjiren-ri", 2025, "2025-12-03"),
        ("guoji-longrenri", 2024, "2024-09-22"),
        ("chunjie", 2024, "2024-02-10"),
        ("chuxi", 2025, "2025-01-28"),
        ("zhongqiu", 2023, "2023-09-29"),
        ("duanwu", 2024, "2024-06-10"),
        ("chongyang", 2023, "2023-10-23"),
        ("qingming", 2024, "2024-04-04"),
        ("jieqi-dongzhi", 2022, "2022-12-22"),
        ("fengshoujie", 2018, "2018-09-23"),
        ("muqinjie", 2024, "2024-05-12"),
        ("ganenjie", 2024, "2024-11-28"),
        ("heisexingqiwu", 2024, "2024-11-29"),
        ("fuhuojie", 2024, "2024-03-31"),
        ("chunyun", 2024, "2024-01-26/2024-03-05"),
        ("hanshi", 2024, "2024-04-03"),
        ("fu", 2024, "2024-07-15/2024-08-23"),
        ("fu-after", 2024, "2024-08-24"),
        ("jiu-3", 2024, "2024-01-09/2024-01-17"),
        ("anquan-shengchanyue", 2023, "2023-06"),
        ("plan-14", 2023, "2021/2025"),
        ("xueqi-qiu", 2019, "2019-09/2020-01"),
        ("quanguo-keji-zhou", 2023, "2023-05-20/2023-05-31"),
        ("aoyunhui", 2021, "2021-07-23/2021-08-08"),
        ("quanguo-aiyanri", 1995, "1995-05-05"),
        ("shijie-wuyan", 1988, "1988-04-07"),
        ("gaokao", 2002, "2002-07-07/2002-07-09"),
        ("gaokao", 2020, "2020-07-07/2020-07-08"),
    ],
)
def test_edtf(key: str, year: int, text: str) -> None:
    assert observances.edtf(key, year) == text
    assert observances.dates(key, year) == edtf.bounds(text)


@pytest.mark.parametrize(
    ("key", "year"),
    [
        ("aoyunhui", 2023),
        ("guangjiaohui", 2024),  # twice
        ("laba", 2023),  # one was on 2022-12-30, the next on 2024-01-18
    ],
)
def test_a_year_without_it(key: str, year: int) -> None:
    assert observances.dates(key, year) is None
    assert observances.edtf(key, year) is None


def test_before_the_first_one_the_rule_gives_a_day_that_nobody_kept() -> None:
    """The law is of 1990, the first day was kept in 1991."""
    assert observances.edtf("quanguo-zhucanri", 1990) == "1990-05-20"
    assert not observances.held("quanguo-zhucanri", 1990)
    assert observances.held("quanguo-zhucanri", 1991)
    assert observances.occurrences("quanguo-zhucanri", 1990) == ()
    assert observances.ordinal_of("quanguo-zhucanri", 1990) is None


def test_a_lunar_day_may_come_twice_in_a_year() -> None:
    assert [text for _, text in observances.occurrences("laba", 2022)] == ["2022-01-10", "2022-12-30"]
    assert observances.occurrences("laba", 2023) == ()
    assert [text for _, text in observances.occurrences("laba", 2024)] == ["2024-01-18"]


def test_a_week_that_is_announced_each_year_is_dated_by_its_year_alone() -> None:
    assert observances.dates("quanguo-keji-zhou", 2003) is None
    assert observances.edtf("quanguo-keji-zhou", 2003) == "2003"


@pytest.mark.parametrize(
    ("key", "ordinal", "year"),
    [
        ("quanguo-zhucanri", 33, 2023),
        ("guoji-canjiren-ri", 34, 2025),
        ("shanghai-zhucanzhou", 24, 2023),
        ("canji-yufangri", 7, 2023),
        ("quanguo-aierri", 24, 2023),
        ("jiaoshijie", 40, 2024),
        ("guangjiaohui", 1, 1957),
        ("guangjiaohui", 102, 2007),
        ("guangjiaohui", 133, 2023),
        ("aoyunhui", 32, 2021),
        ("yayunhui", 19, 2023),
        ("canyunhui", 11, 2021),
        ("dangdahui", 20, 2022),
        ("fumaohui", 6, 2019),
        ("quanyunhui", 15, 2025),
    ],
)
def test_year_of(key: str, ordinal: int, year: int) -> None:
    assert observances.year_of(key, ordinal) == year


@pytest.mark.parametrize(
    ("key", "ordinal"),
    [
        ("aoyunhui", 12),
        ("chunjie", 3),
        ("quanguo-zhucanri", 0),
        ("quanguo-zhucanri", -1),
        ("quanguo-zhucanri", 100_000),
    ],
)
def test_an_ordinal_that_never_was(key: str, ordinal: int) -> None:
    assert observances.year_of(key, ordinal) is None
    assert observances.edtf_of_ordinal(key, ordinal) is None


@pytest.mark.parametrize(
    ("key", "ordinal", "text"),
    [
        ("quanguo-zhucanri", 32, "2022-05-15"),
        ("guangjiaohui", 134, "2023-10-15/2023-11-04"),
        ("guangjiaohui", 133, "2023-04-15/2023-05-05"),
        ("guangjiaohui", 1, "1957"),  # its days were others then
        ("guangjiaohui", 127, "2020-06-15/2020-06-24"),
        ("jinbohui", 6, "2023-11-05/2023-11-10"),
        ("canaohui", 16, "2021-08-24/2021-09-05"),
        ("aoyunhui", 1, "1896"),
        ("canyunhui", 1, "1984-10"),
        ("quanguo-keji-zhou", 3, "2003"),
        ("npc", 1403, "2025-03-05/2025-03-11"),
        ("zhongquanhui", 2003, "2024-07-15/2024-07-18"),
    ],
)
def test_edtf_of_ordinal(key: str, ordinal: int, text: str) -> None:
    assert observances.edtf_of_ordinal(key, ordinal) == text


@given(st.sampled_from(COUNTED), st.integers(1, 60))
def test_the_year_gives_the_ordinal_back(entry: Entry, ordinal: int) -> None:
    year = observances.year_of(entry.key, ordinal)
    assert year is not None
    assert observances.ordinal_of(entry.key, year) in (ordinal, None)


def test_ordinal_of() -> None:
    assert observances.ordinal_of("quanguo-zhucanri", 2023) == 33
    assert observances.ordinal_of("quanguo-zhucanri", 1990) is None
    assert observances.ordinal_of("aoyunhui", 2021) == 32
    assert observances.ordinal_of("guangjiaohui", 2023) is None  # two that year
    assert observances.ordinal_of("chunjie", 2023) is None


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("guoji-canjiren-ri", "XXXX-12-03"),
        ("quanguo-zhucanri", "XXXX-05"),
        ("chunjie", "XXXX-01/XXXX-02"),
        ("zhongqiu", "XXXX-09/XXXX-10"),
        ("laba", "XXXX-01"),
        ("qingming", "XXXX-04-04/XXXX-04-06"),
        ("fuhuojie", "XXXX-03/XXXX-04"),
        ("anquan-shengchanyue", "XXXX-06"),
        ("muru-weiyangzhou", "XXXX-08-01/XXXX-08-07"),
        ("zhishichanquan-zhou", "XXXX-04-20/XXXX-04-26"),
        ("shujia", "XXXX-07/XXXX-08"),
        ("plan-14", "2021/2025"),
        ("aoyunhui", None),
        ("guangjiaohui", None),
        ("fu", "XXXX-07/XXXX-08"),
    ],
)
def test_yearless(key: str, text: str | None) -> None:
    assert observances.yearless(key) == text


@pytest.mark.parametrize(
    ("name", "region", "key"),
    [
        ("父亲节", "CN", "fuqinjie"),
        ("父亲节", "TW", "tw-fuqinjie"),
        ("教师节", "CN", "jiaoshijie"),
        ("教师节", "TW", "tw-jiaoshijie"),
        ("教师节", "HK", "jiaoshijie"),
        ("儿童节", "CN", "ertongjie"),
        ("儿童节", "HK", "tw-ertongjie"),
        ("国庆", "CN", "guoqing"),
        ("国庆", "TW", "tw-guoqingri"),
        ("双十节", "CN", "tw-guoqingri"),  # only one bears the name
        ("助残周", "CN", "shanghai-zhucanzhou"),
        ("高血压日", "CN", "quanguo-gaoxueya"),
        ("没有这个节", "CN", None),
    ],
)
def test_choose(name: str, region: str, key: str | None) -> None:
    assert observances.choose(name, region) == key


def test_named() -> None:
    assert observances.named("第34次“国际残疾人日”") == "国际残疾人日"
    assert observances.named("普通的一天") is None


@given(st.sampled_from(load()), st.integers(-10_000, 20_000))
def test_any_year_may_be_asked_for(entry: Entry, year: int) -> None:
    found, text = observances.dates(entry.key, year), observances.edtf(entry.key, year)
    if found is not None:
        assert text is not None
        assert edtf.bounds(text) == found
    else:
        assert text in (None, edtf.year(year))
